//! The slope graph: places in two years or under two variants of a scheme, a line a unit.
//!
//! Every unit has a row of its own on either side, so that names never meet; units that share a place stand below each
//! other. Those not rated and those vetoed stand below the ranked ones. Classes that are ranked apart have a panel each.

mod build;
mod layout;
mod order;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::{named, of_sides, on_ground};

use super::{
    Plot, Style,
    cited::Sources,
    evaluated::Stand,
    heading::Heading,
    scene::{Area, Scene},
    table::Table,
};
use crate::{
    domain::{Text, UnitId, Year},
    i18n::Lang,
};

/// A slope graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// What stands left.
    pub before: End,
    /// What stands right.
    pub after: End,
    /// One, or one for each class that is ranked apart.
    pub panels: Vec<Panel>,
    /// How the places came about, for the foot, a line each.
    pub method: Vec<Text>,
    /// The nature of the figures.
    pub sources: Sources,
}

/// One of the two evaluations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// Its name: a year or a variant.
    pub name: Text,
    /// The assessed year.
    pub year: Year,
}

/// Units that are ranked among themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// Their class; empty where there is one panel only.
    pub name: Text,
    /// The units, those that moved most first.
    pub lines: Vec<Line>,
    /// So many units more than are shown.
    pub left_out: usize,
}

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// Where it stood.
    pub before: At,
    /// Where it stands.
    pub after: At,
    /// It is to be seen before others.
    pub front: bool,
}

/// A unit in one of the two evaluations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct At {
    /// Its place, or why it has none.
    pub stand: Stand,
    /// Its total in marks.
    pub total: Option<f64>,
}

impl Line {
    /// By how many places it rose; negative where it fell, `None` where it is not ranked on both sides.
    pub fn risen(&self) -> Option<f64> {
        Some(self.before.stand.place()? - self.after.stand.place()?)
    }

    /// It was not vetoed, and is.
    pub fn newly_vetoed(&self) -> bool {
        self.after.is_vetoed() && !self.before.is_vetoed()
    }

    /// It was vetoed, and is in the evaluation without a veto.
    pub fn veto_lifted(&self) -> bool {
        self.before.is_vetoed() && !self.after.is_vetoed() && self.after.stand != Stand::Absent
    }
}

impl At {
    fn is_vetoed(&self) -> bool {
        matches!(self.stand, Stand::Vetoed(_))
    }
}

impl Slope {
    /// All lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.panels.iter().flat_map(|panel| &panel.lines)
    }
}

impl Plot for Slope {
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
