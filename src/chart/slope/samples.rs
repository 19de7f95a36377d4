//! Slope graphs for tests.

use super::{At, End, Line, Panel, Slope};
use crate::{
    chart::{Sources, evaluated::Stand},
    domain::Text,
};

/// The nth line with this name.
pub(crate) fn line(nth: usize, name: &str, before: Stand, after: Stand) -> Line {
    let at = |stand: Stand| At { total: stand.place().map(|place| 100.0 - place), stand };
    Line {
        unit: format!("u{nth}").into(),
        name: Text::new(format!("{name}{nth}"), ""),
        before: at(before),
        after: at(after),
        front: nth.is_multiple_of(9),
    }
}

/// So many units of this name with places made by a rule.
pub(crate) fn many(units: usize, name: &str, stand: impl Fn(usize) -> (Stand, Stand)) -> Slope {
    let lines = (0..units).map(|nth| {
        let (before, after) = stand(nth);
        line(nth, name, before, after)
    });
    Slope {
        before: End { name: Text::new(format!("2018{name}"), ""), year: 2018 },
        after: End { name: Text::new("2019 年", "2019"), year: 2019 },
        panels: vec![Panel { lines: lines.collect(), ..Panel::default() }],
        method: Vec::new(),
        sources: Sources::default(),
    }
}

/// Places that differ, some units vetoed, some not rated, some absent.
pub(crate) fn various(nth: usize) -> (Stand, Stand) {
    let stand = |of: usize| match of % 11 {
        3 => Stand::Vetoed(Text::new("一票否决规则", "A veto")),
        5 => Stand::NotRated,
        7 => Stand::Absent,
        _ => Stand::Ranked(of as f64 + 1.0),
    };
    (stand(nth), stand((nth * 7) % 60))
}
