//! The approval-times chart: how long approvals may take by law, how long is promised, how long they take, and how far
//! that was cut.
//!
//! One unit in one year is drawn large, several as rows that share a scale. Units that publish averages or only a
//! percentage stand apart from those that publish days; nothing is computed that a source does not allow. The data is
//! here; words are in [`words`], drawings in [`one`] and [`rows`], and how a data set becomes a chart in [`build`].

mod build;
mod figures;
mod one;
mod rows;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::{by_unit, by_year, latest, units_with_days};

use super::{
    Plot,
    cited::{Place, Sources},
    heading::Heading,
    scene::{Area, Scene},
    style::Style,
    table::Table,
};
use crate::{
    domain::{Measure, Text, UnitId, Year},
    i18n::Lang,
};

/// An approval-times chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Approval {
    /// What its rows are.
    pub along: Along,
    /// Rows that compare with each other.
    pub groups: Vec<Group>,
    /// The documents that the figures come from.
    pub sources: Sources,
}

/// What the rows of a chart are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// Units in one year.
    Units,
    /// Units, each in its latest year.
    Latest,
    /// The years of one unit.
    Years,
}

/// Rows that count the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they count.
    pub counted: Counted,
    /// What the longer time is: statutory, or before a reform.
    pub before: Text,
    /// What the shorter one is: promised, or after it.
    pub after: Text,
    /// What the time really taken is; empty where it is not asked for.
    pub actual: Text,
    /// What the days are counted in.
    pub measure: Measure,
    /// The rows, in the order in which they are drawn.
    pub rows: Vec<Row>,
}

/// What the rows of a group count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Days of all matters together; they may be added up.
    Total,
    /// Days, but not such as may be added up: averages, or those of one kind of matter.
    Days,
    /// Only by which share limits were cut.
    Share,
    /// Only by which share matters were done faster than their limits.
    Speed,
}

impl Counted {
    /// Only percentages are published.
    pub fn only_share(self) -> bool {
        matches!(self, Self::Share | Self::Speed)
    }
}

/// A unit in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// The year.
    pub year: Year,
    /// The longer time.
    pub before: Option<Figure>,
    /// The shorter one.
    pub after: Option<Figure>,
    /// The time really taken.
    pub actual: Option<Figure>,
    /// The cut as its source states it, as a share.
    pub stated_cut: Option<Figure>,
    /// The days cut as its source states them.
    pub stated_days: Option<Figure>,
}

/// A figure and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// The value, finite.
    pub value: f64,
    /// Where it stands.
    pub place: Place,
}

impl Plot for Approval {
    fn heading(&self, lang: Lang) -> Heading {
        words::heading(self, lang)
    }

    fn alt(&self, lang: Lang) -> String {
        words::alt(self, lang)
    }

    fn table(&self, lang: Lang) -> Table {
        words::table(self, lang)
    }

    fn problem(&self, lang: Lang) -> Option<String> {
        words::problem(self, lang)
    }

    fn plot_height(&self, width: f64, style: Style) -> f64 {
        match self.single() {
            Some(_) => (0.3 * width).clamp(style.times(200.0), style.times(240.0)),
            None => rows::height(self, width, style),
        }
    }

    fn draw(&self, scene: &mut Scene, area: Area, style: Style) {
        match self.single() {
            Some((group, row)) => one::draw(self, group, row, scene, area, style),
            None => rows::draw(self, scene, area, style),
        }
    }
}
