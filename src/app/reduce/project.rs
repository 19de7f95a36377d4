//! Opening a project.

use crate::{
    app::{Notice, Screen, State, project::Project},
    i18n::texts::project as names,
};

/// Puts a project in the place of the present work, as one step that can be taken back. Data sets and schemes of other ids stay.
pub(super) fn open_project(state: &mut State, project: &Project) {
    match project.open(state) {
        Ok(opened) => {
            state.library = opened.library;
            super::inputs::take(state, names::opened_step(&project.name), opened.inputs);
            state.view.screen = Screen::Overview;
            state.view.notice = Some(Notice::done(names::opened(&project.name)));
        }
        Err(error) => state.view.notice = Some(Notice::problem(names::not_opened(&error))),
    }
}
