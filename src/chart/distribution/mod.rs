//! The distribution of scores: a dot for each unit over the bands of grades, columns where there are many units.
//!
//! Dots of vetoed units are barred rings. The median is of all units that have a score.

mod bins;
mod build;
mod layout;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use bins::Bin;
pub use build::of_evaluation;

use super::{
    Plot, Style,
    cited::Sources,
    evaluated::Spread,
    heading::Heading,
    scene::{Area, Scene},
    table::Table,
};
use crate::{
    domain::{Text, UnitId, Year},
    i18n::Lang,
};

/// More units than this are drawn as columns.
pub const MOST_DOTS: usize = 300;

/// A distribution of scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The assessed year.
    pub year: Year,
    /// Whose scores: a class; empty for all units.
    pub of: Text,
    /// The marks of a perfect unit.
    pub full_marks: f64,
    /// Where grades begin, in marks, best first.
    pub bands: Vec<(Text, f64)>,
    /// The grade below the last band.
    pub below: Text,
    /// How many units were given each grade, best first.
    pub grades: Vec<(Text, usize)>,
    /// The scores, ascending.
    pub scores: Vec<Score>,
    /// So many units have no score.
    pub not_rated: usize,
    /// The unit that is opened on the page.
    pub opened: Option<UnitId>,
    /// How scores came about, for the foot.
    pub method: Text,
    /// The nature of the figures.
    pub sources: Sources,
}

/// A score.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// In marks, finite.
    pub total: f64,
    /// The unit is vetoed.
    pub vetoed: bool,
    /// Whose; `None` where there are too many to name them.
    pub unit: Option<(UnitId, Text)>,
}

impl Distribution {
    /// How the scores spread.
    pub fn spread(&self) -> Option<Spread> {
        Spread::of_any(self.scores.iter().map(|score| score.total))
    }

    /// Each unit is a dot.
    pub fn has_dots(&self) -> bool {
        self.scores.len() <= MOST_DOTS
    }
}

impl Plot for Distribution {
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
        let share = if self.scores.len() <= 60 { 0.28 } else { 0.4 };
        (share * width).clamp(style.times(200.0), style.times(360.0))
    }

    fn draw(&self, scene: &mut Scene, area: Area, style: Style) {
        layout::draw(self, scene, area, style);
    }
}
