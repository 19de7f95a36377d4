//! A scheme to begin with, made from a data set: a leaf an indicator, equal points, the zero and the full mark where
//! the data's range ends, the direction as the name tells. What is guessed is said and can be changed before.

mod scheme;

use super::Shared;
pub use crate::data::table::{Better, Sign};
use crate::{
    data::table::direction_of,
    domain::{IndicatorId, MeasureKind, Scheme, Text},
    scoring::Table,
};

/// What stands between the heading of a group and a name, as imported tables write it; a hyphen where the name had its
/// measure behind it.
const BETWEEN: [&str; 2] = [" – ", " - "];

/// What can happen to a scheme that is being made.
#[derive(Clone, Debug)]
pub enum DraftAction {
    /// Begin with the present data set.
    Open,
    /// Leave it.
    Close,
    /// Put it into the library and choose it.
    Make(Shared<Scheme>),
}

/// A scheme being made from a data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// A leaf each, in the order of the data set.
    pub leaves: Vec<DraftLeaf>,
}

/// An indicator as a leaf.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftLeaf {
    /// It.
    pub indicator: IndicatorId,
    /// Its name without its group.
    pub name: Text,
    /// The heading that it stands under; empty where there is none.
    pub group: Text,
    /// It becomes a leaf.
    pub taken: bool,
    /// An answer, yes or no: it has no marks.
    pub is_answer: bool,
    /// The least and the largest value of all units and years.
    pub range: (f64, f64),
    /// Which way it is scored.
    pub better: Better,
    /// What tells that.
    pub sign: Sign,
    /// The value that earns nothing.
    pub zero: f64,
    /// The value that earns full points.
    pub full: f64,
}

impl Draft {
    /// Looks at every indicator that has a value.
    pub fn new(table: &Table) -> Self {
        let data = table.data();
        let leaf = |indicator: &crate::domain::Indicator| {
            let range = range_of(table, &indicator.id)?;
            let (group, name) = parted(&indicator.name);
            let (better, sign) = direction_of(&name, indicator.measure.kind);
            let (low, high) = rounded(range);
            let mut leaf = DraftLeaf {
                indicator: indicator.id.clone(),
                name,
                group,
                taken: true,
                is_answer: indicator.measure.kind == MeasureKind::YesNo,
                range,
                better,
                sign,
                zero: low,
                full: high,
            };
            if better == Better::Less {
                leaf.turn();
            }
            Some(leaf)
        };
        Self { leaves: data.indicators.iter().filter_map(leaf).collect() }
    }

    /// How many become leaves.
    pub fn taken(&self) -> usize {
        self.leaves.iter().filter(|leaf| leaf.taken).count()
    }

    /// Of these, how many ways of scoring a person should look at.
    pub fn doubtful(&self) -> usize {
        self.leaves.iter().filter(|leaf| leaf.taken && leaf.sign.is_doubtful()).count()
    }

    /// The groups that the leaves stand in, in their order; none where most stand in none or all in one.
    pub fn groups(&self) -> Vec<Text> {
        let taken = || self.leaves.iter().filter(|leaf| leaf.taken);
        let mut groups: Vec<Text> = Vec::new();
        for leaf in taken() {
            if !groups.contains(&leaf.group) {
                groups.push(leaf.group.clone());
            }
        }
        let grouped = taken().filter(|leaf| !leaf.group.is_empty()).count();
        if groups.len() < 2 || 2 * grouped < self.taken() { Vec::new() } else { groups }
    }
}

impl DraftLeaf {
    /// Takes the other direction; a person chose it.
    pub fn choose(&mut self, better: Better) {
        if self.better != better {
            self.better = better;
            self.turn();
        }
        self.sign = Sign::Chosen;
    }

    /// Sets the marks; those that are equal stay as they were, and the direction follows them.
    pub fn set_marks(&mut self, zero: f64, full: f64) {
        if zero != full && zero.is_finite() && full.is_finite() {
            (self.zero, self.full) = (zero, full);
            let better = if zero < full { Better::More } else { Better::Less };
            if better != self.better {
                (self.better, self.sign) = (better, Sign::Chosen);
            }
        }
    }

    fn turn(&mut self) {
        (self.zero, self.full) = (self.full, self.zero);
    }
}

/// The least and the largest value of an indicator over all units and years; `None` where it has none.
fn range_of(table: &Table, indicator: &IndicatorId) -> Option<(f64, f64)> {
    let mut range: Option<(f64, f64)> = None;
    for column in table.years().iter().filter_map(|year| table.column(indicator, *year)) {
        for value in column.known() {
            let (low, high) = range.unwrap_or((value, value));
            range = Some((low.min(value), high.max(value)));
        }
    }
    range
}

/// The group and the rest of a name: 依法履职 – 公示率.
fn parted(name: &Text) -> (Text, Text) {
    let part = |text: &str| match BETWEEN.iter().find_map(|between| text.split_once(between)) {
        Some((group, rest)) => (group.trim().to_owned(), rest.trim().to_owned()),
        None => (String::new(), text.to_owned()),
    };
    let ((zh_group, zh), (en_group, en)) = (part(&name.zh), part(&name.en));
    (Text { zh: zh_group, en: en_group }, Text { zh, en })
}

/// A range widened to round numbers, a fifth of it apart at most: 71..98 becomes 70..100, 3..47 becomes 0..50. Where
/// all values are equal the range begins at 0.
fn rounded((low, high): (f64, f64)) -> (f64, f64) {
    if low == high {
        return if low == 0.0 { (0.0, 1.0) } else { (low.min(0.0), high.max(0.0)) };
    }
    let fifth = high / 5.0 - low / 5.0;
    let exponent = libm::floor(libm::log10(fifth)).clamp(-300.0, 300.0);
    let size = libm::pow(10.0, exponent.abs());
    let of = |times: f64| if exponent < 0.0 { times / size } else { times * size };
    let steps = [1.0, 2.0, 5.0, 10.0];
    let step = steps.into_iter().find(|step| of(*step) >= fifth).unwrap_or(10.0);
    let (from, to) = (libm::floor(low / of(step)), libm::ceil(high / of(step)));
    let (from, to) = (of(from * step), of(to * step));
    if from.is_finite() && to.is_finite() && from < to { (from, to) } else { (low, high) }
}

#[cfg(test)]
mod tests;
