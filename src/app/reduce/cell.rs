//! Correcting a figure, as a step that can be undone.

use super::inputs::choose_made;
use crate::{
    app::{
        CellEdit, Shared, State,
        cell::{corrected, observed},
        import::copy_of,
    },
    i18n::{Lang, figure, texts::data_cell},
    scoring::Table,
};

/// Corrects a figure of the present data set.
pub(super) fn correct_cell(state: &mut State, edit: &CellEdit) {
    let data = state.inputs.table.data();
    let Some(changed) = corrected(data, edit) else { return };
    let unit = data.units.iter().find(|unit| unit.id == edit.unit);
    let indicator = data.indicators.iter().find(|indicator| indicator.id == edit.indicator);
    let Some((unit, indicator)) = unit.zip(indicator) else { return };
    let before =
        observed(data, &edit.unit, &edit.indicator, edit.year).and_then(|observation| observation.value);
    let written = |lang: Lang, value: Option<f64>| match value {
        Some(value) => figure::value(lang, &indicator.measure, value),
        None => data_cell::data_cell(lang).missing.to_owned(),
    };
    let both = |value| (written(Lang::Zh, value), written(Lang::En, value));
    let (before, after) = (both(before), both(edit.value));
    let name =
        data_cell::step(&unit.name, &indicator.name, edit.year, (&before.0, &before.1), (&after.0, &after.1));
    let table = Table::new(copy_of(&state.library, changed).into());
    choose_made(state, Shared::new(table), name);
}
