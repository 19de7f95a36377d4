//! Profiles for tests.

use super::{Axis, Profile};
use crate::{
    chart::{
        Sources,
        evaluated::{FirstLevel, Share, Spread, Stand},
    },
    domain::Text,
};

/// So many criteria of this name with shares made by a rule.
pub(crate) fn many(criteria: usize, name: &str, share: impl Fn(usize) -> (Share, Option<f64>)) -> Profile {
    let axes = (0..criteria).map(|nth| {
        let (share, median) = share(nth);
        let column = FirstLevel {
            id: format!("c{nth}").into(),
            name: Text::new(format!("{name}{nth}"), ""),
            column: nth,
        };
        let spread = |median: f64| Spread { low: 0.5 * median, median, high: 1.0, units: 9 };
        Axis { criterion: column, share, peers: median.map(spread) }
    });
    Profile {
        unit: "u".into(),
        name: Text::new(format!("{name}局"), ""),
        year: 2019,
        stand: Stand::Vetoed(Text::new(name, "")),
        total: Some(77.03),
        class: Text::new(name, ""),
        peers: 9,
        axes: axes.collect(),
        method: Text::default(),
        sources: Sources::default(),
    }
}

/// Shares that differ, some missing.
pub(crate) fn various(nth: usize) -> (Share, Option<f64>) {
    let share = if nth % 5 == 3 { Share::Missing } else { Share::Of((nth * 7 % 10) as f64 / 10.0) };
    (share, (nth % 6 != 5).then_some(0.6))
}
