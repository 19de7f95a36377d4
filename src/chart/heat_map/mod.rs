//! The heat map: units × first-level criteria, the share of full marks that each earned.
//!
//! Rows stand as units are listed, best first, by class where classes are ranked apart; those not rated and those
//! vetoed come last under their own heads. What is missing is hatched, what is not asked of a unit is blank.

mod build;
mod layout;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::of_evaluation;

use super::{
    Plot, Style,
    cited::Sources,
    evaluated::{FirstLevel, Share, Spread, Stand},
    heading::Heading,
    scene::{Area, Scene},
    table::Table,
};
use crate::{
    domain::{Text, UnitId, Year},
    i18n::Lang,
};

/// A heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// The assessed year.
    pub year: Year,
    /// Its columns.
    pub criteria: Vec<FirstLevel>,
    /// Its rows in the order of the listing.
    pub groups: Vec<Group>,
    /// So many units more than are shown.
    pub left_out: usize,
    /// How the shares came about, for the foot.
    pub method: Text,
    /// The nature of the figures.
    pub sources: Sources,
}

/// Rows under one head.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub kind: Kind,
    /// The units.
    pub rows: Vec<Row>,
}

/// What the units of a group have in common.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// They are ranked, all among themselves.
    Ranked,
    /// They are ranked among the units of this class.
    Class(Text),
    /// They are not rated.
    NotRated,
    /// They are vetoed.
    Vetoed,
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
    /// Its total in marks.
    pub total: Option<f64>,
    /// What it earned, a share a column.
    pub shares: Vec<Share>,
}

impl HeatMap {
    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// How a column spreads over the units; `None` where no unit has a share.
    pub fn spread(&self, column: usize) -> Option<Spread> {
        Spread::of_any(self.rows().filter_map(|row| row.shares.get(column)?.value()))
    }

    /// The column with the least and the one with the greatest median, each with its spread; the first of equal ones.
    pub fn extremes(&self) -> Option<((usize, Spread), (usize, Spread))> {
        let all = || (0..self.criteria.len()).filter_map(|column| Some((column, self.spread(column)?)));
        let least = all().min_by(|a, b| a.1.median.total_cmp(&b.1.median).then(a.0.cmp(&b.0)))?;
        let most = all().max_by(|a, b| a.1.median.total_cmp(&b.1.median).then(b.0.cmp(&a.0)))?;
        Some((least, most))
    }
}

impl Plot for HeatMap {
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
