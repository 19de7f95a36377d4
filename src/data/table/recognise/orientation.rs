//! Whether the labels at the left of a table name indicators (a column a unit) or units (a row a unit).

use super::{Known, words::look};
use crate::data::table::{measure::split_measure, name::normalised};

/// The labels at one side of a table.
pub(super) struct Side {
    /// They.
    pub labels: Vec<String>,
    /// Beside them stand codes, classes, regions: these belong to units.
    pub has_attributes: bool,
    /// A heading says that they are units.
    pub is_headed_as_units: bool,
}

/// Above 0 where the left side names indicators, below 0 where it names units; the further from 0, the surer.
pub(super) fn left_is_indicators([left, top]: &[Side; 2], known: &Known) -> f64 {
    let lean = |side: &Side| {
        let names: Vec<String> = side.labels.iter().take(500).map(|label| normalised(label)).collect();
        let count = names.len().max(1) as f64;
        let share =
            |held: &dyn Fn(&String) -> bool| names.iter().filter(|name| held(name)).count() as f64 / count;
        let bare = |name: &String| known.indicators.contains(&normalised(&split_measure(name).0));
        let known_indicators = share(&|name| known.indicators.contains(name) || bare(name));
        let known_units = share(&|name| known.units.contains(name));
        let looks =
            side.labels.iter().take(500).map(|label| look(&split_measure(label).0)).sum::<f64>() / count;
        let measures = side.labels.iter().take(500).filter(|label| split_measure(label).1.is_some()).count()
            as f64
            / count;
        4.0 * (known_indicators - known_units) + 1.5 * looks + measures
            - if side.has_attributes { 1.5 } else { 0.0 }
            - if side.is_headed_as_units { 1.0 } else { 0.0 }
    };
    if top.labels.is_empty() {
        return lean(left) - 0.1;
    }
    // Without any evidence a row is a unit, as most tables have it.
    lean(left) - lean(top) - 0.2
}
