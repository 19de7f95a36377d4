//! The trend chart: scores or one indicator over the years, a line a unit.
//!
//! Gaps stay gaps. A series break is shaded, named and crossed by a dashed line only. Years in which a unit was vetoed
//! carry a sign of their own. The data is here; words are in [`words`], the drawing in [`layout`], and how a data set
//! becomes a trend in [`build`].

mod build;
mod choose;
mod layout;
mod points;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::{of_indicator, of_scores};
pub use choose::{Measurable, default_units, measurable};

use super::{
    Plot, Span, Style,
    cited::{Place, Sources},
    heading::Heading,
    scene::{Area, Scene},
    table::Table,
};
use crate::domain::{Measure, MissingReason, Text, UnitId, Year};
use crate::i18n::Lang;

/// A trend chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// What is shown: the indicator's name, or the score.
    pub measured: Text,
    /// What it is counted in.
    pub measure: Measure,
    /// How it came about, for the foot; empty for observed figures.
    pub method: Text,
    /// A line each, the most important first. Those behind the sixth are drawn in the back.
    pub series: Vec<Series>,
    /// What lies behind the lines.
    pub behind: Option<Behind>,
    /// Where a series changes what it counts.
    pub breaks: Vec<Break>,
    /// The documents that the figures come from.
    pub sources: Sources,
}

/// One unit's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// Its years, ascending; a year without a point is a gap.
    pub points: Vec<Point>,
}

/// One year of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// The year.
    pub year: Year,
    /// The value, finite; `None` where it is missing for a known reason.
    pub value: Option<f64>,
    /// Why it is missing.
    pub missing: Option<MissingReason>,
    /// It is of another count (口径) than its neighbours.
    pub apart: bool,
    /// What must be known of it.
    pub note: Text,
    /// The unit was vetoed: by which rules.
    pub veto: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// The class behind the lines: its median and range.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// Which class.
    pub name: Text,
    /// Its years, ascending.
    pub years: Vec<ClassYear>,
}

/// One year of a class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassYear {
    /// The year.
    pub year: Year,
    /// The least value.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The largest value.
    pub high: f64,
    /// Of so many units.
    pub units: usize,
}

/// Years that count something else than those before and after them.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// The first such year.
    pub from: Year,
    /// The last such year; `None` where it stays so.
    pub until: Option<Year>,
    /// What changed.
    pub note: Text,
    /// Places in [`Trend::series`] of the lines it is true of; empty for all.
    pub series: Vec<usize>,
}

impl Break {
    /// It is true of a line.
    pub fn concerns(&self, series: usize) -> bool {
        self.series.is_empty() || self.series.contains(&series)
    }

    /// The year counts in its way.
    pub fn holds(&self, year: Year) -> bool {
        year >= self.from && self.until.is_none_or(|until| year <= until)
    }
}

impl Trend {
    /// Only these years of it, in whichever order the two are given.
    pub fn within(mut self, span: Option<Span>) -> Self {
        let Some(span) = span else { return self };
        for series in &mut self.series {
            series.points.retain(|point| span.holds(point.year));
        }
        if let Some(behind) = &mut self.behind {
            behind.years.retain(|of| span.holds(of.year));
        }
        self
    }
}

impl Plot for Trend {
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
        (0.46 * width).clamp(style.times(240.0), style.times(420.0))
    }

    fn draw(&self, scene: &mut Scene, area: Area, style: Style) {
        layout::draw(self, scene, area, style);
    }

    fn least_height(&self) -> f64 {
        0.5
    }
}
