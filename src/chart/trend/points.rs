//! What can be read off a trend's points: which are comparable, where a line is solid, the change that a title states.

use super::{Point, Trend};
use crate::domain::Year;

/// A change of one line between two comparable years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The line.
    pub series: usize,
    /// From this year ...
    pub from: Year,
    /// ... and this value ...
    pub before: f64,
    /// ... to this year ...
    pub to: Year,
    /// ... and this value.
    pub after: f64,
}

impl Change {
    /// The difference, in the measure.
    pub fn by(&self) -> f64 {
        self.after - self.before
    }
}

impl Trend {
    /// The first and the last year that has a value, of lines and class.
    pub fn span(&self) -> Option<(Year, Year)> {
        let years = || self.values().map(|(year, _)| year);
        Some((years().min()?, years().max()?))
    }

    /// Every value of the lines with its year.
    pub fn values(&self) -> impl Iterator<Item = (Year, f64)> {
        let points = self.series.iter().flat_map(|series| &series.points);
        points.filter_map(|point| Some((point.year, point.value?)))
    }

    /// Two points of a line count the same thing.
    pub fn comparable(&self, series: usize, a: &Point, b: &Point) -> bool {
        let same = |of: &super::Break| !of.concerns(series) || of.holds(a.year) == of.holds(b.year);
        !a.apart && !b.apart && self.breaks.iter().all(same)
    }

    /// A point stands apart from the others of its line.
    pub fn apart(&self, series: usize, point: &Point) -> bool {
        let closed = |of: &&super::Break| of.until.is_some() && of.concerns(series);
        point.apart || self.breaks.iter().filter(closed).any(|of| of.holds(point.year))
    }

    /// The change of a line over the longest time that ends with its latest comparable value.
    pub fn change(&self, series: usize) -> Option<Change> {
        let points = &self.series.get(series)?.points;
        let valued = || points.iter().filter(|point| point.value.is_some());
        let last = valued().rfind(|point| !self.apart(series, point)).or_else(|| valued().next_back())?;
        let first = valued().find(|point| self.comparable(series, point, last))?;
        (first.year < last.year).then_some(Change {
            series,
            from: first.year,
            before: first.value?,
            to: last.year,
            after: last.value?,
        })
    }

    /// The line that changed most.
    pub fn largest_change(&self) -> Option<Change> {
        let changes = (0..self.series.len()).filter_map(|series| self.change(series));
        changes.min_by(|a, b| b.by().abs().total_cmp(&a.by().abs()).then(a.series.cmp(&b.series)))
    }
}
