//! The figures of one leaf for one unit, gathered from data and evaluation.

use crate::{
    domain::{IndicatorId, Leaf, Measure, MeasureKind, MissingPolicy, MissingReason, Text, Year},
    ui::evaluated::Evaluated,
};

/// The figures of a leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// The value that was scored; `None` where there is none or a median stands in for it.
    pub value: Option<f64>,
    /// What it is counted in.
    pub measure: Measure,
    /// The earlier year that it comes from.
    pub carried_from: Option<Year>,
    /// Why it is missing.
    pub missing: Option<MissingReason>,
    /// What this leaf does about it, where it says so itself.
    pub policy: Option<MissingPolicy>,
    /// The leaf counts for the unit.
    pub present: bool,
    /// The share of its points earned, 0..=1.
    pub share: f64,
    /// The marks in the total.
    pub marks: f64,
    /// The marks it could have.
    pub possible: f64,
}

/// Gathers the figures of the leaf in a column for a unit.
pub fn derive(evaluated: &Evaluated, unit: usize, column: usize, leaf: &Leaf) -> Derivation {
    let (inputs, column) = (&evaluated.inputs, evaluated.now.criteria.get(column));
    let data = inputs.table.data();
    let at = |values: Option<&[f64]>| values.and_then(|v| v.get(unit)).copied().unwrap_or_default();
    let own = inputs.table.value(unit, &leaf.indicator, inputs.year);
    let policy = leaf.missing.unwrap_or(inputs.scheme.missing);
    let carried = match (own, policy) {
        (None, MissingPolicy::CarryForward { years }) => carried(evaluated, unit, &leaf.indicator, years),
        _ => None,
    };
    let measure = data.indicators.iter().find(|i| i.id == leaf.indicator).map(|i| i.measure.clone());
    Derivation {
        value: own.or(carried.map(|(_, value)| value)),
        measure: measure.unwrap_or(Measure { kind: MeasureKind::Number, name: Text::default() }),
        carried_from: carried.map(|(year, _)| year),
        missing: reason(evaluated, unit, &leaf.indicator),
        policy: leaf.missing,
        present: column.and_then(|c| c.present.get(unit)).copied().unwrap_or_default(),
        share: at(column.map(|c| &*c.share)),
        marks: at(column.map(|c| &*c.marks)),
        possible: at(column.map(|c| &*c.marks_possible)),
    }
}

fn carried(evaluated: &Evaluated, unit: usize, indicator: &IndicatorId, years: u8) -> Option<(Year, f64)> {
    let inputs = &evaluated.inputs;
    (1..=Year::from(years)).find_map(|back| {
        let year = inputs.year.checked_sub(back)?;
        inputs.table.value(unit, indicator, year).map(|value| (year, value))
    })
}

/// The recorded reason for the first missing part of an indicator, itself included.
fn reason(evaluated: &Evaluated, unit: usize, indicator: &IndicatorId) -> Option<MissingReason> {
    let inputs = &evaluated.inputs;
    let data = inputs.table.data();
    let unit = &data.units.get(unit)?.id;
    let parts = data.indicators.iter().find(|i| &i.id == indicator).and_then(|i| i.formula.as_ref());
    let wanted: Vec<&IndicatorId> =
        std::iter::once(indicator).chain(parts.into_iter().flat_map(|formula| formula.parts())).collect();
    let missing = |o: &&crate::domain::Observation| {
        o.year == inputs.year && &o.unit == unit && o.missing.is_some() && wanted.contains(&&o.indicator)
    };
    data.observations.iter().find(missing).and_then(|o| o.missing)
}
