//! The ranking: a bar for each unit, stacked of what first-level criteria gave, the whole length full marks.
//!
//! Units stand as they are listed, by class where classes are ranked apart: ranked ones, those not rated, vetoed ones
//! with their score struck through. Bars are the marks before rules; what rules took is faded, what they gave stands
//! out, a thin line reaches from the worst to the best case where data is missing.

mod build;
mod layout;
mod rows;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::of_evaluation;

use super::{
    Plot, Style,
    cited::Sources,
    evaluated::Stand,
    heading::Heading,
    scene::{Area, Scene},
    table::Table,
};
use crate::{
    domain::{Bounds, CriterionId, Text, UnitId, Year},
    i18n::Lang,
};

/// A ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The assessed year.
    pub year: Year,
    /// The marks of a perfect unit.
    pub full_marks: f64,
    /// What bars are made of.
    pub criteria: Vec<Criterion>,
    /// The units, those that are ranked among themselves together.
    pub groups: Vec<Group>,
    /// The unit that is opened on the page.
    pub opened: Option<UnitId>,
    /// How scores came about, for the foot.
    pub method: Text,
    /// The nature of the figures.
    pub sources: Sources,
}

/// A first-level criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Which.
    pub id: CriterionId,
    /// Its name.
    pub name: Text,
    /// Its place in the scheme, which gives its colour.
    pub place: usize,
}

/// Units that are ranked among themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are called: their class, or all of the data set.
    pub name: Text,
    /// Where grades begin, in marks, best first.
    pub bands: Vec<(Text, f64)>,
    /// The units that are shown, in their order.
    pub rows: Vec<Row>,
    /// So many units are left out behind the row of this place; 0 where all are shown.
    pub gap: (usize, usize),
    /// What the title says of all units, those left out included.
    pub facts: Facts,
}

/// What can be said of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The first ranked unit and its total.
    pub first: Option<(Text, f64)>,
    /// The last ranked one.
    pub last: Option<(Text, f64)>,
    /// So many are ranked.
    pub ranked: usize,
    /// So many are not rated.
    pub not_rated: usize,
    /// So many are vetoed.
    pub vetoed: usize,
}

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// Where it stands.
    pub stand: Stand,
    /// Its total in marks after rules; `None` where it has none.
    pub total: Option<f64>,
    /// The total in the worst and the best case.
    pub bounds: Bounds,
    /// Its grade.
    pub grade: Option<Text>,
    /// The marks of each criterion before rules, and those it could have given.
    pub parts: Vec<(f64, f64)>,
}

impl Row {
    /// The marks of all criteria.
    pub fn earned(&self) -> f64 {
        self.parts.iter().map(|(marks, _)| marks.max(0.0)).sum()
    }

    /// What rules, limits and earlier years changed; `None` where nothing that can be seen.
    pub fn changed(&self) -> Option<f64> {
        let change = self.total? - self.earned();
        (change.abs() >= 0.05).then_some(change)
    }

    /// The worst and the best case, where they can be told apart.
    pub fn interval(&self) -> Option<Bounds> {
        (self.total.is_some() && self.bounds.high - self.bounds.low >= 0.05).then_some(self.bounds)
    }

    /// It is vetoed.
    pub fn is_vetoed(&self) -> bool {
        matches!(self.stand, Stand::Vetoed(_))
    }
}

impl Ranking {
    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// So many marks as the longest bar holds, at least full marks; above 0.
    pub fn longest(&self) -> f64 {
        let ends = self.rows().flat_map(|row| [row.earned(), row.total.unwrap_or(0.0)]);
        let longest = ends.filter(|end| end.is_finite()).fold(self.full_marks, f64::max);
        if longest > 0.0 { longest } else { 1.0 }
    }
}

impl Plot for Ranking {
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
        layout::height(self, width, style)
    }

    fn draw(&self, scene: &mut Scene, area: Area, style: Style) {
        layout::draw(self, scene, area, style);
    }
}
