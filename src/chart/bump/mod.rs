//! Places over the years: a line a unit among those that it is ranked with.
//!
//! A year without a place is a gap. Years in which a unit was vetoed stand in a lane below the places, and a dotted
//! line leads there. Chosen units are in colour, the others stay in the back.

mod build;
mod layout;
mod words;

#[cfg(test)]
pub(crate) mod samples;

pub use build::{of_years, on_ground};

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

/// So many units have a colour of their own.
pub const IN_FRONT: usize = 6;

/// Places over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Bump {
    /// The class whose units these are; empty where all units are ranked together.
    pub class: Text,
    /// The years, ascending.
    pub years: Vec<Year>,
    /// The units, those in front first.
    pub lines: Vec<Line>,
    /// So many units more than are shown.
    pub left_out: usize,
    /// How the places came about, for the foot.
    pub method: Text,
    /// The nature of the figures.
    pub sources: Sources,
}

/// A unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub unit: UnitId,
    /// Its name.
    pub name: Text,
    /// It is to be seen before others.
    pub front: bool,
    /// Where it stood in each of the years, with its total in marks.
    pub points: Vec<(Stand, Option<f64>)>,
}

/// From a unit's first place to its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// The first year with a place.
    pub from: Year,
    /// The place then.
    pub before: f64,
    /// The last year with a place.
    pub to: Year,
    /// The place then.
    pub after: f64,
}

impl Way {
    /// By how many places it rose; negative where it fell.
    pub fn risen(&self) -> f64 {
        self.before - self.after
    }
}

impl Bump {
    /// A unit's way; `None` where it has a place in less than two years.
    pub fn way(&self, line: &Line) -> Option<Way> {
        let mut placed = self
            .years
            .iter()
            .zip(&line.points)
            .filter_map(|(year, (stand, _))| Some((*year, stand.place()?)));
        let (from, before) = placed.next()?;
        let (to, after) = placed.next_back()?;
        Some(Way { from, before, to, after })
    }

    /// The unit whose place changed most, among those in front where there are some, else among all; the first of
    /// equal ones.
    pub fn largest_move(&self) -> Option<(&Line, Way)> {
        let front = self.lines.iter().any(|line| line.front);
        let ways = self
            .lines
            .iter()
            .filter(|line| line.front || !front)
            .filter_map(|line| Some((line, self.way(line)?)));
        ways.fold(None, |most: Option<(&Line, Way)>, one| match most {
            Some(known) if known.1.risen().abs() >= one.1.risen().abs() => Some(known),
            _ => Some(one),
        })
    }
}

impl Plot for Bump {
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
