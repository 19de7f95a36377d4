//! The profile of a unit: what it earned of each first-level criterion against the units that it is ranked among, as a
//! radar and as a ranked dot plot beside it, which reads better.

mod build;
mod dots;
mod layout;
mod radar;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::{of_unit, on_ground};

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

/// The profile of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Whose.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// The assessed year.
    pub year: Year,
    /// Where it stands.
    pub stand: Stand,
    /// Its total in marks.
    pub total: Option<f64>,
    /// The class that it is ranked in; empty where all units are ranked together.
    pub class: Text,
    /// How many units it is ranked among, itself included.
    pub peers: usize,
    /// The criteria that apply to it, in the scheme's order.
    pub axes: Vec<Axis>,
    /// How the shares came about, for the foot.
    pub method: Text,
    /// The nature of the figures.
    pub sources: Sources,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Which.
    pub criterion: FirstLevel,
    /// What the unit earned.
    pub share: Share,
    /// What the units that it is ranked among earned; `None` where they are too few.
    pub peers: Option<Spread>,
}

impl Axis {
    /// How far the unit is above the median, as a share; negative below it.
    pub fn above(&self) -> Option<f64> {
        Some(self.share.value()? - self.peers?.median)
    }
}

impl Profile {
    /// The places of the axes, the largest share first; those without one last.
    pub fn ranked(&self) -> Vec<usize> {
        let share = |nth: usize| self.axes.get(nth).and_then(|axis| axis.share.value());
        let mut order: Vec<usize> = (0..self.axes.len()).collect();
        order.sort_by(|&a, &b| match (share(a), share(b)) {
            (Some(left), Some(right)) => right.total_cmp(&left).then(a.cmp(&b)),
            (left, right) => right.is_some().cmp(&left.is_some()).then(a.cmp(&b)),
        });
        order
    }
}

impl Plot for Profile {
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
