//! Actions on files with tables: each data set made from one is a step that can be undone.

use super::inputs::choose_made;
use crate::{
    app::{ImportAction, Notice, Screen, State, rests_on},
    i18n::texts::tables,
};

/// Applies an action on files with tables.
pub(super) fn reduce_import(state: &mut State, action: ImportAction) {
    match action {
        ImportAction::Begin(file) => {
            state.view.imports.push(file);
            state.view.screen = Screen::Data;
            state.view.notice = None;
        }
        ImportAction::Cancel => leave_first(state),
        ImportAction::Take(taken) => {
            let name = tables::step(&taken);
            state.view.notice = Some(Notice::done(tables::done(&taken)));
            choose_made(state, taken.table.clone(), name);
            leave_first(state);
            // Data of its own that no scheme knows anything of: the next thing is a scheme.
            let inputs = &state.inputs;
            state.view.drafting = !taken.merged && rests_on(&inputs.scheme, inputs.table.data()) == 0.0;
        }
    }
}

fn leave_first(state: &mut State) {
    if !state.view.imports.is_empty() {
        state.view.imports.remove(0);
    }
}
