//! Actions on the slides: each becomes a named step that can be undone.

use super::inputs::take;
use crate::{
    app::{DeckAction, Inputs, Shared, State},
    i18n::texts::deck,
};

/// Applies an action on the slides.
pub(super) fn reduce_deck(state: &mut State, action: &DeckAction) {
    let before = state.inputs.deck.clone();
    if let Some(after) = before.after(action) {
        let inputs = Inputs { deck: Shared::new(after), ..state.inputs.clone() };
        take(state, deck::step(action, &before), inputs);
    }
}
