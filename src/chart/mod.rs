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
pub mod catalogue;
mod cited;
pub mod distribution;
pub mod evaluated;
mod heading;
pub mod heat_map;
pub mod hit;
mod labels;
pub mod paint;
pub mod palette;
pub mod profile;
pub mod ranking;
pub mod scale;
pub mod scene;
mod signs;
pub mod slope;
mod span;
pub mod style;
pub mod table;
mod text;
pub mod trend;
pub mod waterfall;

pub use approval::Approval;
pub use bump::Bump;
pub use cited::{Cited, Place, Sources};
pub use distribution::Distribution;
pub use heading::Heading;
pub use heat_map::HeatMap;
pub use profile::Profile;
pub use ranking::Ranking;
pub use slope::Slope;
pub use span::Span;
pub use style::{Look, Parts, Style};
pub use table::{Cell, Table};
pub use text::clean;
pub use trend::Trend;
pub use waterfall::Waterfall;

use crate::i18n::Lang;
use scene::{Area, Label, Scene};

/// What a kind of chart must give: the words of its spec in either language, and its drawing.
pub trait Plot {
    /// Title, subtitle and sources.
    fn heading(&self, lang: Lang) -> Heading;
    /// The chart in words, made from its data.
    fn alt(&self, lang: Lang) -> String;
    /// The same figures as a table.
    fn table(&self, lang: Lang) -> Table;
    /// Why there is nothing to draw; `None` where there is something.
    fn problem(&self, lang: Lang) -> Option<String>;
    /// The height that suits the plot at a width, heading left aside.
    fn plot_height(&self, width: f64, style: Style) -> f64;
    /// Draws what is there, where there is no [`Plot::problem`].
    fn draw(&self, scene: &mut Scene, area: Area, style: Style);
    /// The share (0..=1) of the suited height at which it can still be read: rows may stand closer.
    fn least_height(&self) -> f64 {
        0.6
    }
}

/// A chart.
///
/// A new kind is a folder beside this file whose spec implements [`Plot`], a variant here with its arm in
/// [`Chart::plot`], its slides in `export/pptx/from_chart`, and where it is made from evaluations a variant of
/// [`catalogue::Kind`] with its arm in [`catalogue::Kind::entry`]. Nothing else: screen, slides, frames, files and
/// clipboard go by these.
#[allow(clippy::large_enum_variant)] // a few at a time, each behind a pointer
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Scores or an indicator over the years.
    Trend(Trend),
    /// How long approvals may take and are promised to take.
    Approval(Approval),
    /// Units in their order, each a bar of its marks.
    Ranking(Ranking),
    /// How scores spread over the grades.
    Distribution(Distribution),
    /// Where a unit's marks were lost.
    Waterfall(Waterfall),
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
    /// What this kind gives.
    fn plot(&self) -> &dyn Plot {
        match self {
            Self::Trend(trend) => trend,
            Self::Approval(approval) => approval,
            Self::Ranking(ranking) => ranking,
            Self::Distribution(distribution) => distribution,
            Self::Waterfall(waterfall) => waterfall,
            Self::HeatMap(map) => map,
            Self::Profile(profile) => profile,
            Self::Slope(slope) => slope,
            Self::Bump(bump) => bump,
        }
    }

    /// Title, subtitle and sources.
    pub fn heading(&self, lang: Lang) -> Heading {
        self.plot().heading(lang)
    }

    /// The chart in words, made from its data.
    pub fn alt(&self, lang: Lang) -> String {
        self.plot().alt(lang)
    }

    /// The same figures as a table.
    pub fn table(&self, lang: Lang) -> Table {
        self.plot().table(lang)
    }

    /// Why there is nothing to draw; `None` where there is something.
    pub fn problem(&self, lang: Lang) -> Option<String> {
        self.plot().problem(lang)
    }

    /// The height that suits a width, heading included where it is drawn.
    pub fn height(&self, width: f64, style: Style) -> f64 {
        let around = heading::height_around(&self.heading(style.lang), width, style);
        (self.plot().plot_height(width, style) + around).ceil()
    }

    /// The least height that it can be read at in a place as wide as one that `suited` suits.
    pub fn least_height(&self, suited: f64) -> f64 {
        self.plot().least_height() * suited
    }

    /// The drawing for a size.
    pub fn scene(&self, size: Size, style: Style) -> Scene {
        let within = |length: f64| {
            if length.is_finite() { length.clamp(*SIZES.start(), *SIZES.end()) } else { *SIZES.start() }
        };
        let whole = Area { x: 0.0, y: 0.0, width: within(size.width), height: within(size.height) };
        let mut scene = Scene::default();
        let area = heading::frame(&mut scene, &self.heading(style.lang), whole, style);
        match self.problem(style.lang) {
            Some(problem) => say(&mut scene, &problem, area, style),
            None => self.plot().draw(&mut scene, area, style),
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
