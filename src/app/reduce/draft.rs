//! Actions on a scheme that is made from the data set.

use super::inputs::reduce_inputs;
use crate::app::{Action, DraftAction, Screen, State};

/// Applies an action on a scheme that is made from the data set.
pub(super) fn reduce_draft(state: &mut State, action: DraftAction) {
    match action {
        DraftAction::Open => {
            state.view.drafting = true;
            state.view.screen = Screen::Data;
        }
        DraftAction::Close => state.view.drafting = false,
        DraftAction::Make(scheme) => {
            state.view.drafting = false;
            state.view.screen = Screen::Scoring;
            reduce_inputs(state, Action::AddScheme(scheme));
        }
    }
}
