//! Where a unit's marks were lost: from full marks, each first-level criterion's loss, then what rules, limits and earlier
//! years changed, down to the final score. The steps sum to it exactly.

mod build;
mod layout;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::of_unit;

use super::{
    Plot, Style,
    cited::Sources,
    evaluated::Stand,
    heading::Heading,
    scene::{Area, Scene},
    table::Table,
};
use crate::{
    domain::{CriterionId, Text, UnitId, Year},
    i18n::Lang,
};

/// Where a unit's marks were lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// Whose.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// The assessed year.
    pub year: Year,
    /// The marks of a perfect unit, which the steps begin with.
    pub full_marks: f64,
    /// The steps, each beginning where the one before it ends.
    pub steps: Vec<Step>,
    /// The final score; `None` where there is none.
    pub total: Option<f64>,
    /// Where the unit stands.
    pub stand: Stand,
    /// Its grade.
    pub grade: Option<Text>,
    /// How scores came about, for the foot.
    pub method: Text,
    /// The nature of the figures.
    pub sources: Sources,
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it comes from.
    pub cause: Cause,
    /// What it is called.
    pub name: Text,
    /// The marks before it.
    pub from: f64,
    /// The marks after it.
    pub to: f64,
}

/// What a step comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// A first-level criterion.
    Criterion {
        /// Which.
        id: CriterionId,
        /// Its place in the scheme, which gives its colour.
        place: usize,
        /// The marks that it gave, and those that it could have given.
        marks: (f64, f64),
    },
    /// A rule.
    Rule,
    /// Missing data, the way marks combine, limits, earlier years, rounding.
    Reckoning,
}

impl Step {
    /// The marks that it changes.
    pub fn change(&self) -> f64 {
        self.to - self.from
    }
}

impl Waterfall {
    /// The step of a criterion that lost most, and how much; `None` where none lost anything that can be seen.
    pub fn largest_loss(&self) -> Option<&Step> {
        let of_criteria = self.steps.iter().filter(|step| matches!(step.cause, Cause::Criterion { .. }));
        of_criteria.min_by(|a, b| a.change().total_cmp(&b.change())).filter(|step| step.change() <= -0.05)
    }

    /// The marks that rules changed together.
    pub fn by_rules(&self) -> f64 {
        self.steps.iter().filter(|step| step.cause == Cause::Rule).map(Step::change).sum()
    }
}

impl Plot for Waterfall {
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
