//! How a chart looks: light, dark or for a projector; sizes of text and strokes in CSS pixels.
//!
//! The device's pixel ratio is not here: drawing multiplies by it, layout does not know it.

use super::palette::{DARK, LIGHT, Palette, SLIDE};
use crate::i18n::Lang;

/// The fonts of charts, each with Chinese, in the order in which they are looked for. Names without quotes: the same
/// list serves an SVG attribute and a canvas.
pub const FONTS: &str = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, Source Han Sans SC, sans-serif";

/// Where a chart will be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// On a light screen, on paper.
    #[default]
    Light,
    /// On a dark screen.
    Dark,
    /// On a projector, read from the back row: no text below 18 px.
    Slide,
}

/// Which parts of a chart are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parts {
    /// Title, subtitle, plot, sources: a picture that stands alone.
    #[default]
    Whole,
    /// The plot; what surrounds it stands on the page as text.
    Plot,
}

/// Everything that decides how a chart is drawn besides its data and its size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Where it will be seen.
    pub look: Look,
    /// Which parts are drawn.
    pub parts: Parts,
    /// The language of every word.
    pub lang: Lang,
}

/// Sizes of text in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// The title.
    pub title: f64,
    /// What is measured.
    pub subtitle: f64,
    /// Names and values on marks.
    pub label: f64,
    /// Ticks and notes.
    pub tick: f64,
    /// Sources.
    pub foot: f64,
    /// Figures that a chart is about.
    pub figure: f64,
}

impl Style {
    /// The colours.
    pub fn palette(self) -> &'static Palette {
        match self.look {
            Look::Light => &LIGHT,
            Look::Dark => &DARK,
            Look::Slide => &SLIDE,
        }
    }

    /// The sizes of text.
    pub fn sizes(self) -> Sizes {
        match self.look {
            Look::Light | Look::Dark => {
                Sizes { title: 18.0, subtitle: 13.0, label: 13.0, tick: 12.0, foot: 12.0, figure: 17.0 }
            }
            Look::Slide => {
                Sizes { title: 32.0, subtitle: 20.0, label: 20.0, tick: 18.0, foot: 18.0, figure: 28.0 }
            }
        }
    }

    /// A length that grows with the text: margins, strokes, marks. 1 on a screen.
    pub fn times(self, length: f64) -> f64 {
        match self.look {
            Look::Light | Look::Dark => length,
            Look::Slide => 1.5 * length,
        }
    }

    /// The height of a line of text of this size.
    pub fn line_height(self, size: f64) -> f64 {
        (1.4 * size).round()
    }
}
