//! Waterfalls for tests.

use super::{Cause, Step, Waterfall};
use crate::{
    chart::{Sources, evaluated::Stand},
    domain::Text,
};

/// A waterfall of these changes, criteria first and the last one a rule, all of this name.
pub(crate) fn of(changes: &[f64], name: &str) -> Waterfall {
    let mut now = 100.0;
    let steps = changes.iter().enumerate().map(|(nth, change)| {
        let from = now;
        now += change;
        let cause = match nth + 1 == changes.len() {
            true => Cause::Rule,
            false => {
                Cause::Criterion { id: format!("c{nth}").into(), place: nth, marks: (20.0 + change, 20.0) }
            }
        };
        Step { cause, name: Text::new(format!("{name}{nth}"), ""), from, to: now }
    });
    let steps: Vec<Step> = steps.collect();
    Waterfall {
        unit: "u".into(),
        name: Text::new(name, ""),
        year: 2019,
        full_marks: 100.0,
        total: steps.last().map(|step| step.to),
        steps,
        stand: Stand::Vetoed(Text::new(name, "")),
        grade: Some(Text::new("不合格", "Fail")),
        method: Text::default(),
        sources: Sources::default(),
    }
}
