//! A span of years that a chart over the years is narrowed to.

use serde::{Deserialize, Serialize};

use crate::domain::Year;

/// From a year to a year, both included; the first is never the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Year, Year)", into = "(Year, Year)")]
pub struct Span {
    from: Year,
    to: Year,
}

impl Span {
    /// The years between two, in whichever order they are given.
    pub fn new(one: Year, other: Year) -> Self {
        Self { from: one.min(other), to: one.max(other) }
    }

    /// The first year.
    pub fn from(self) -> Year {
        self.from
    }

    /// The last year.
    pub fn to(self) -> Year {
        self.to
    }

    /// A year is in it.
    pub fn holds(self, year: Year) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// The span of the years that there are within it; `None` where that leaves nothing out, or nothing at all.
    pub fn narrowing(self, years: &[Year]) -> Option<Self> {
        let within = || years.iter().copied().filter(|year| self.holds(*year));
        let (from, to) = (within().min()?, within().max()?);
        (within().count() < years.len()).then_some(Self { from, to })
    }
}

impl std::convert::From<(Year, Year)> for Span {
    fn from((one, other): (Year, Year)) -> Self {
        Self::new(one, other)
    }
}

impl std::convert::From<Span> for (Year, Year) {
    fn from(span: Span) -> Self {
        (span.from, span.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_narrowed_to_the_years_there_are() {
        let years = [2015, 2016, 2018, 2019];
        assert_eq!(Span::new(2019, 2017).narrowing(&years), Some(Span::new(2018, 2019)));
        assert_eq!(Span::new(2010, 2030).narrowing(&years), None, "that is all of them");
        assert_eq!(Span::new(2017, 2017).narrowing(&years), None, "that is none of them");
    }
}
