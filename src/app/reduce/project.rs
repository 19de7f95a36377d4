//! Opening a project, and work that another tab kept.

use crate::{
    app::{Notice, Screen, State, project::Project, snapshot},
    i18n::texts::{keeping, project as names},
};

/// Puts a project in the place of the present work, as a step that can be taken back; the
/// project's own steps follow it. Data sets and schemes of other ids stay.
pub(super) fn open_project(state: &mut State, project: &Project) {
    match project.open(state) {
        Ok(opened) => {
            state.library = opened.library;
            super::inputs::take(state, names::opened_step(&project.name), opened.inputs);
            state.history.past.extend(opened.history.past);
            state.view.screen = Screen::Overview;
            state.view.notice = Some(Notice::done(names::opened(&project.name)));
        }
        Err(error) => state.view.notice = Some(Notice::problem(names::not_opened(&error))),
    }
}

/// Puts work that another tab kept in the place of the present one, as one step.
pub(super) fn take_back(state: &mut State, work: &str) {
    match snapshot::read(work, state.library.clone()) {
        Ok(other) => {
            super::inputs::take(state, keeping::taken_back_step(), other.inputs);
            state.view.notice = Some(Notice::done(keeping::taken_back()));
        }
        Err(error) => state.view.notice = Some(Notice::problem(keeping::not_taken_back(&error))),
    }
}
