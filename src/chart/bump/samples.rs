//! Places over the years for tests.

use super::{Bump, Line};
use crate::{
    chart::{Sources, evaluated::Stand},
    domain::{Text, Year},
};

/// So many units of this name over so many years with places made by a rule of unit and year.
pub(crate) fn many(units: usize, years: u16, name: &str, stand: impl Fn(usize, usize) -> Stand) -> Bump {
    let lines = (0..units).map(|nth| Line {
        unit: format!("u{nth}").into(),
        name: Text::new(format!("{name}{nth}"), ""),
        front: nth < 4,
        points: (0..usize::from(years)).map(|year| (stand(nth, year), Some(70.0))).collect(),
    });
    Bump {
        class: Text::new(name, ""),
        years: (0..years).map(|year| 2015 + year as Year).collect(),
        lines: lines.collect(),
        left_out: 0,
        method: Text::default(),
        sources: Sources::default(),
    }
}

/// Places that differ, some years vetoed, not rated or absent.
pub(crate) fn various(unit: usize, year: usize) -> Stand {
    match (unit * 5 + year * 3) % 17 {
        0 => Stand::Vetoed(Text::new("一票否决规则", "A veto")),
        1 => Stand::NotRated,
        2 => Stand::Absent,
        _ => Stand::Ranked(((unit * 7 + year * 11) % 60) as f64 + 1.0),
    }
}
