//! Heat maps for tests.

use super::{Group, HeatMap, Kind, Row};
use crate::{
    chart::{
        Sources,
        evaluated::{FirstLevel, Share, Stand},
    },
    domain::Text,
};

/// So many units and criteria, all of these names, with shares made by a rule.
pub(crate) fn many(
    units: usize,
    criteria: usize,
    name: &str,
    share: impl Fn(usize, usize) -> Share,
) -> HeatMap {
    let columns = (0..criteria).map(|nth| FirstLevel {
        id: format!("c{nth}").into(),
        name: Text::new(format!("{name}{nth}"), ""),
        column: nth,
    });
    let rows = (0..units).map(|nth| Row {
        unit: format!("u{nth}").into(),
        name: Text::new(format!("{name}{nth}"), ""),
        stand: if nth % 7 == 6 {
            Stand::Vetoed(Text::new(name, ""))
        } else {
            Stand::Ranked(nth as f64 + 1.0)
        },
        total: (nth % 3 != 1).then_some(90.0 - nth as f64),
        shares: (0..criteria).map(|column| share(nth, column)).collect(),
    });
    HeatMap {
        year: 2019,
        criteria: columns.collect(),
        groups: vec![Group { kind: Kind::Ranked, rows: rows.collect() }],
        left_out: 0,
        method: Text::default(),
        sources: Sources::default(),
    }
}

/// Shares that differ.
pub(crate) fn various(unit: usize, criterion: usize) -> Share {
    match (unit * 7 + criterion * 5) % 13 {
        0 => Share::Missing,
        1 => Share::NotApplicable,
        rest => Share::Of(rest as f64 / 12.0),
    }
}
