//! Distributions for tests.

use super::{Distribution, Score};
use crate::{chart::Sources, domain::Text};

/// These scores, every so manieth of a vetoed unit.
pub(crate) fn of(totals: &[f64], veto_each: usize) -> Distribution {
    named(totals, veto_each, "单位")
}

/// The same with units of these names.
pub(crate) fn named(totals: &[f64], veto_each: usize, name: &str) -> Distribution {
    let mut totals = totals.to_vec();
    totals.sort_by(f64::total_cmp);
    let scores = totals.iter().enumerate().map(|(nth, total)| Score {
        total: *total,
        vetoed: nth % veto_each == veto_each - 1,
        unit: (totals.len() <= super::MOST_DOTS)
            .then(|| (format!("u{nth}").into(), Text::new(format!("{name}{nth}"), ""))),
    });
    Distribution {
        year: 2019,
        of: Text::new(name, ""),
        full_marks: 100.0,
        bands: vec![(Text::new("优秀", "Excellent"), 90.0), (Text::new("合格", "Pass"), 60.0)],
        below: Text::new("不合格", "Fail"),
        grades: vec![(Text::new("优秀", "Excellent"), 1), (Text::new("合格", "Pass"), 2)],
        scores: scores.collect(),
        not_rated: 1,
        opened: Some("u1".into()),
        method: Text::default(),
        sources: Sources::default(),
    }
}
