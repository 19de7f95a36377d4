//! Rankings for tests.

use super::{Criterion, Facts, Group, Ranking, Row};
use crate::{
    chart::{Sources, evaluated::Stand},
    domain::{Bounds, Text},
};

/// So many units and criteria, all of these names, with marks made by a rule; every seventh is vetoed.
pub(crate) fn many(
    units: usize,
    criteria: usize,
    name: &str,
    marks: impl Fn(usize, usize) -> Option<f64>,
) -> Ranking {
    let full = 100.0 / criteria.max(1) as f64;
    let rows = (0..units).map(|nth| {
        let parts: Vec<(f64, f64)> =
            (0..criteria).map(|part| (marks(nth, part).unwrap_or(0.0), full)).collect();
        let sum: f64 = parts.iter().map(|(marks, _)| marks).sum();
        let total = (0..criteria).any(|part| marks(nth, part).is_some()).then_some(sum - (nth % 5) as f64);
        Row {
            unit: format!("u{nth}").into(),
            name: Text::new(format!("{name}{nth}"), ""),
            stand: match nth % 7 {
                6 => Stand::Vetoed(Text::new(name, "")),
                _ => Stand::Ranked(nth as f64 + 1.0),
            },
            total,
            bounds: Bounds { low: sum - 3.0, high: sum + (nth % 3) as f64 * 4.0 },
            grade: (nth % 4 != 3).then(|| Text::new("良好", "Good")),
            parts,
        }
    });
    Ranking {
        year: 2019,
        full_marks: 100.0,
        criteria: (0..criteria)
            .map(|nth| Criterion {
                id: format!("c{nth}").into(),
                name: Text::new(format!("{name}{nth}"), ""),
                place: nth,
            })
            .collect(),
        groups: vec![Group {
            name: Text::new("单位", "Units"),
            bands: vec![(Text::new("优秀", "Excellent"), 90.0), (Text::new("良好", "Good"), 80.0)],
            rows: rows.collect(),
            gap: (units, 0),
            facts: Facts::default(),
        }],
        opened: None,
        method: Text::default(),
        sources: Sources::default(),
    }
}
