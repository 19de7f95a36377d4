//! Charts: plain data in, a drawing out.
//!
//! Each chart is one plain spec ([`Chart`]) that gives its words ([`Chart::heading`], [`Chart::alt`]), its table twin
//! ([`Chart::table`]) and, for a size and a [`Style`], a [`Scene`]: shapes and the marks that answer to mouse and keys,
//! made by one layout. [`paint`](mod@paint) draws a scene on any plotters backend, so that canvas and SVG show the
//! same. Nothing here measures text in a browser, and no value breaks a picture: a chart that has nothing to show says
//! why in a sentence.

pub mod approval;
mod axis;
pub mod bump;
mod cited;
pub mod evaluated;
mod heading;
pub mod heat_map;
pub mod hit;
mod labels;
pub mod paint;
pub mod palette;
pub mod profile;
mod scale;
pub mod scene;
mod signs;
pub mod slope;
pub mod style;
pub mod table;
mod text;
pub mod trend;

pub use approval::Approval;
pub use bump::Bump;
pub use cited::{Cited, Place, Sources};
pub use heading::Heading;
pub use heat_map::HeatMap;
pub use profile::Profile;
pub use slope::Slope;
pub use style::{Look, Parts, Style};
pub use table::{Cell, Table};
pub use text::clean;
pub use trend::Trend;

use crate::i18n::Lang;
use scene::{Area, Label, Scene};

/// A chart.
#[allow(clippy::large_enum_variant)] // a few at a time, each behind a pointer
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Scores or an indicator over the years.
    Trend(Trend),
    /// How long approvals may take and are promised to take.
    Approval(Approval),
    /// Units × first-level criteria.
    HeatMap(HeatMap),
    /// A unit's shares by first-level criterion.
    Profile(Profile),
    /// Places in two years or under two variants.
    Slope(Slope),
    /// Places over the years.
    Bump(Bump),
}

/// A picture's size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Sizes that make sense: something can be drawn, and a canvas can hold it.
const SIZES: std::ops::RangeInclusive<f64> = 40.0..=8000.0;

impl Chart {
    /// Title, subtitle and sources.
    pub fn heading(&self, lang: Lang) -> Heading {
        match self {
            Self::Trend(trend) => trend::heading(trend, lang),
            Self::Approval(approval) => approval::heading(approval, lang),
            Self::HeatMap(map) => heat_map::heading(map, lang),
            Self::Profile(profile) => profile::heading(profile, lang),
            Self::Slope(slope) => slope::heading(slope, lang),
            Self::Bump(bump) => bump::heading(bump, lang),
        }
    }

    /// The chart in words, made from its data.
    pub fn alt(&self, lang: Lang) -> String {
        match self {
            Self::Trend(trend) => trend::alt(trend, lang),
            Self::Approval(approval) => approval::alt(approval, lang),
            Self::HeatMap(map) => heat_map::alt(map, lang),
            Self::Profile(profile) => profile::alt(profile, lang),
            Self::Slope(slope) => slope::alt(slope, lang),
            Self::Bump(bump) => bump::alt(bump, lang),
        }
    }

    /// The same figures as a table.
    pub fn table(&self, lang: Lang) -> Table {
        match self {
            Self::Trend(trend) => trend::table(trend, lang),
            Self::Approval(approval) => approval::table(approval, lang),
            Self::HeatMap(map) => heat_map::table(map, lang),
            Self::Profile(profile) => profile::table(profile, lang),
            Self::Slope(slope) => slope::table(slope, lang),
            Self::Bump(bump) => bump::table(bump, lang),
        }
    }

    /// Why there is nothing to draw; `None` where there is something.
    pub fn problem(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Trend(trend) => trend::problem(trend, lang),
            Self::Approval(approval) => approval::problem(approval, lang),
            Self::HeatMap(map) => heat_map::problem(map, lang),
            Self::Profile(profile) => profile::problem(profile, lang),
            Self::Slope(slope) => slope::problem(slope, lang),
            Self::Bump(bump) => bump::problem(bump, lang),
        }
    }

    /// The height that suits a width, heading included where it is drawn.
    pub fn height(&self, width: f64, style: Style) -> f64 {
        let plot = match self {
            Self::Trend(_) => (0.46 * width).clamp(style.times(240.0), style.times(420.0)),
            Self::Approval(approval) => approval::height(approval, width, style),
            Self::HeatMap(map) => heat_map::height(map, width, style),
            Self::Profile(profile) => profile::height(profile, width, style),
            Self::Slope(slope) => slope::height(slope, width, style),
            Self::Bump(bump) => bump::height(bump, width, style),
        };
        (plot + heading::height_around(&self.heading(style.lang), width, style)).ceil()
    }

    /// The drawing for a size.
    pub fn scene(&self, size: Size, style: Style) -> Scene {
        let within = |length: f64| {
            if length.is_finite() { length.clamp(*SIZES.start(), *SIZES.end()) } else { *SIZES.start() }
        };
        let whole = Area { x: 0.0, y: 0.0, width: within(size.width), height: within(size.height) };
        let mut scene = Scene::default();
        let area = heading::frame(&mut scene, &self.heading(style.lang), whole, style);
        if let Some(problem) = self.problem(style.lang) {
            say(&mut scene, &problem, area, style);
            return scene;
        }
        match self {
            Self::Trend(trend) => trend::draw(trend, &mut scene, area, style),
            Self::Approval(approval) => approval::draw(approval, &mut scene, area, style),
            Self::HeatMap(map) => heat_map::draw(map, &mut scene, area, style),
            Self::Profile(profile) => profile::draw(profile, &mut scene, area, style),
            Self::Slope(slope) => slope::draw(slope, &mut scene, area, style),
            Self::Bump(bump) => bump::draw(bump, &mut scene, area, style),
        }
        scene
    }
}

/// A sentence in the middle of the plot.
fn say(scene: &mut Scene, sentence: &str, area: Area, style: Style) {
    let size = style.sizes().label;
    let line = style.line_height(size);
    let lines = text::wrap(sentence, size, false, 0.8 * area.width, 3);
    let top = area.y + area.height / 2.0 - (lines.len() as f64 - 1.0) * line / 2.0;
    let label = Label::new("", (area.x + area.width / 2.0, top), size, style.palette().muted).middle();
    scene.lines(&lines, &label, line);
}

#[cfg(test)]
mod tests;
