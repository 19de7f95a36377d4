//! Axes: round values at the left of a plot with thin lines across it, years below it.

use super::{
    scale::{self, Range},
    scene::{Area, Label, Scene, Stroke},
    style::Style,
    text,
};
use crate::{
    domain::{MeasureKind, Year},
    i18n::{
        Lang,
        figure::{self, Magnitude},
    },
};

/// How a tick is written: 15%, 20,000, 5 万.
pub fn tick(lang: Lang, range: &Range, kind: MeasureKind, value: f64) -> String {
    if kind == MeasureKind::Share {
        return figure::percent(value, range.decimals().saturating_sub(2));
    }
    let magnitude = Magnitude::of(lang, range.low().abs().max(range.high().abs()));
    let step = range.ticks().windows(2).map(|pair| pair[1] - pair[0]).next().unwrap_or(1.0);
    magnitude.write(value, scale::decimals_of(step / magnitude.divisor))
}

/// How much room the ticks take left of a plot.
pub fn width(range: &Range, kind: MeasureKind, style: Style) -> f64 {
    let size = style.sizes().tick;
    let widths = range
        .ticks()
        .into_iter()
        .map(|value| text::width(&tick(style.lang, range, kind, value), size, false));
    (widths.fold(0.0, f64::max) + style.times(10.0)).ceil()
}

/// Draws ticks and the thin lines across the plot; the line at zero, or else the lowest one, is heavier.
pub fn grid(scene: &mut Scene, plot: &Area, range: &Range, kind: MeasureKind, style: Style) {
    let (palette, size) = (style.palette(), style.sizes().tick);
    let base = if range.low() <= 0.0 && range.high() >= 0.0 { 0.0 } else { range.low() };
    for value in range.ticks() {
        let y = range.place(value, plot.bottom(), plot.y).round();
        let colour = if value == base { palette.line.mix(palette.muted, 0.4) } else { palette.line_soft };
        scene.line((plot.x, y), (plot.right(), y), Stroke::solid(colour, 1.0));
        let at = (plot.x - style.times(8.0), y);
        scene.text(Label::new(tick(style.lang, range, kind, value), at, size, palette.muted).end());
    }
}

/// Years from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Across {
    /// The first year.
    pub first: Year,
    /// The last year.
    pub last: Year,
    left: f64,
    right: f64,
}

impl Across {
    /// Spreads years over a plot, with so much room at its ends.
    pub fn new(first: Year, last: Year, plot: &Area, (left, right): (f64, f64)) -> Self {
        let most = plot.width / 4.0;
        Self { first, last, left: plot.x + left.min(most), right: plot.right() - right.min(most) }
    }

    /// Where a year stands; the only year in the middle.
    pub fn x(&self, year: Year) -> f64 {
        if self.first >= self.last {
            return (self.left + self.right) / 2.0;
        }
        let share = (f64::from(year) - f64::from(self.first)) / f64::from(self.last - self.first);
        self.left + share * (self.right - self.left)
    }

    /// How far a year is from the next.
    pub fn room(&self) -> f64 {
        (self.right - self.left) / f64::from(self.last.saturating_sub(self.first).max(1))
    }
}

/// Draws the years below a plot.
pub fn years(scene: &mut Scene, plot: &Area, across: &Across, style: Style) {
    let (palette, size) = (style.palette(), style.sizes().tick);
    let y = plot.bottom() + style.times(6.0) + style.line_height(size) / 2.0;
    let wanted = text::width("2019", size, false) + style.times(10.0);
    for year in scale::year_ticks(across.first, across.last, across.room(), wanted) {
        scene.text(Label::new(year.to_string(), (across.x(year), y), size, palette.muted).middle());
    }
}
