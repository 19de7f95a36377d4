//! The dot plot of a profile: a row a criterion, the largest share first; the unit's dot on the range and the median of
//! those it is ranked among.

use super::{Axis, Profile, words};
use crate::{
    chart::{
        hit::Mark,
        scene::{Area, Label, Place, Scene, Stroke},
        style::Style,
        text,
    },
    i18n::{
        figure,
        texts::{charts, criterion_charts as texts},
    },
};

/// A row's height where there is room, in CSS pixels of a screen.
const ROW: f64 = 32.0;

/// Ticks, as shares of full marks.
const TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

struct Layout<'a> {
    profile: &'a Profile,
    style: Style,
    /// Where names begin.
    left: f64,
    /// Where shares stand.
    track: Area,
    /// Where shares and differences are written: the ends of both.
    written: (f64, f64),
    row: f64,
}

/// The height that suits it.
pub fn height(profile: &Profile, style: Style) -> f64 {
    head(style) + foot(style) + profile.axes.len() as f64 * style.times(ROW)
}

fn head(style: Style) -> f64 {
    style.line_height(style.sizes().tick) + style.times(4.0)
}

fn foot(style: Style) -> f64 {
    style.line_height(style.sizes().tick) + style.times(6.0)
}

/// Draws the dot plot into an area.
pub fn draw(profile: &Profile, scene: &mut Scene, area: Area, style: Style) {
    let sizes = style.sizes();
    let names = profile.axes.iter().map(|axis| {
        let name = text::clean(style.lang.pick(&axis.criterion.name));
        text::width(&name, sizes.label, false)
    });
    let left = (names.fold(0.0, f64::max) + style.times(14.0)).min(0.36 * area.width);
    let share = text::width("100.0%", sizes.label, true) + style.times(10.0);
    let compared = profile.axes.iter().any(|axis| axis.peers.is_some());
    let difference =
        if compared { text::width("+100.0", sizes.label, false) + style.times(10.0) } else { 0.0 };
    let track = area.without(left, head(style), share + difference, foot(style));
    let row = (track.height / profile.axes.len().max(1) as f64).min(style.times(1.4 * ROW));
    let track = Area { height: row * profile.axes.len() as f64, ..track };
    let written = (track.right() + share, track.right() + share + difference);
    let layout = Layout { profile, style, left: area.x, track, written, row };
    layout.grid(scene);
    for (row, nth) in profile.ranked().into_iter().enumerate() {
        if let Some(axis) = profile.axes.get(nth) {
            layout.row(scene, axis, row);
        }
    }
    if compared {
        layout.heads(scene);
    }
}

impl Layout<'_> {
    fn x(&self, share: f64) -> f64 {
        self.track.x + share.clamp(0.0, 1.0) * self.track.width
    }

    fn grid(&self, scene: &mut Scene) {
        let (size, palette) = (self.style.sizes().tick, self.style.palette());
        let wanted = text::width("100%", size, false) + self.style.times(6.0);
        for tick in TICKS {
            let x = self.x(tick).round();
            let colour = if tick == 0.0 { palette.line.mix(palette.muted, 0.4) } else { palette.line_soft };
            scene.line((x, self.track.y), (x, self.track.bottom()), Stroke::solid(colour, 1.0));
            let few = self.track.width < 4.0 * wanted;
            if !few || tick == 0.0 || tick == 1.0 {
                let y = self.track.bottom() + self.style.times(5.0) + size * 0.7;
                scene.text(Label::new(figure::percent(tick, 0), (x, y), size, palette.muted).middle());
            }
        }
    }

    /// Names of what is written behind the dots.
    fn heads(&self, scene: &mut Scene) {
        let (size, palette) = (self.style.sizes().tick, self.style.palette());
        let y = self.track.y - self.style.times(4.0) - size * 0.7;
        let words = texts::criterion_charts(self.style.lang);
        scene.text(Label::new(words.against_median, (self.written.1, y), size, palette.muted).end());
    }

    fn row(&self, scene: &mut Scene, axis: &Axis, row: usize) {
        let (sizes, palette, lang) = (self.style.sizes(), self.style.palette(), self.style.lang);
        let y = self.track.y + (row as f64 + 0.5) * self.row;
        self.name(scene, axis, y);
        if let Some(peers) = axis.peers {
            let half = self.style.times(4.0).min(0.3 * self.row);
            let (from, to) = (self.x(peers.low), self.x(peers.high));
            let bar = Area { x: from, y: y - half, width: (to - from).max(1.0), height: 2.0 * half };
            scene.rect(bar, palette.quiet.mix(palette.ground, 0.6));
            let (x, reach) = (self.x(peers.median), 1.8 * half);
            let stroke = Stroke::solid(palette.ink, self.style.times(2.0));
            scene.line((x, y - reach), (x, y + reach), stroke);
        }
        let readable = self.row >= 0.9 * sizes.label;
        match axis.share.value() {
            Some(share) => {
                let at = (self.x(share), y);
                let radius = self.style.times(5.5).min(0.45 * self.row);
                scene.disc(at, radius, palette.accent, Some((self.style.times(1.0), palette.ground)));
                if readable {
                    let label =
                        Label::new(words::percent(share), (self.written.0, y), sizes.label, palette.ink);
                    scene.text(label.bold().end());
                }
                self.mark(scene, axis, at, row);
            }
            None if readable => {
                let words = words::share_words(axis.share, lang);
                scene.text(Label::new(words, (self.written.0, y), sizes.tick, palette.muted).end());
            }
            None => {}
        }
        if let Some(above) = axis.above().filter(|_| readable) {
            let colour = if above < 0.0 { palette.warn } else { palette.good };
            let colour = if above.abs() < 0.0005 { palette.muted } else { colour };
            let label = Label::new(words::against(above), (self.written.1, y), sizes.label, colour);
            scene.text(label.end());
        }
    }

    fn name(&self, scene: &mut Scene, axis: &Axis, y: f64) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        if self.row < 0.9 * sizes.label {
            return;
        }
        let most = if self.row >= 2.0 * sizes.label * 1.15 { 2 } else { 1 };
        let room = self.track.x - self.left - self.style.times(10.0);
        let line = 1.15 * sizes.label;
        let name = text::clean(self.style.lang.pick(&axis.criterion.name));
        let lines = text::wrap(&name, sizes.label, false, room.max(1.0), most);
        let top = y - (lines.len() as f64 - 1.0) * line / 2.0;
        scene.lines(&lines, &Label::new("", (self.left, top), sizes.label, palette.ink), line);
    }

    fn mark(&self, scene: &mut Scene, axis: &Axis, at: Place, row: usize) {
        let lang = self.style.lang;
        let y = self.track.y + row as f64 * self.row;
        let whole = Area { x: self.left, y, width: self.written.1 - self.left, height: self.row };
        scene.marks.push(Mark {
            area: Area { x: whole.x.min(at.0), ..whole },
            label: charts::named_of(lang, lang.pick(&self.profile.name), lang.pick(&axis.criterion.name)),
            value: axis.share.value().map(words::percent).unwrap_or_default(),
            note: words::peers_words(axis, lang),
            source: String::new(),
            unit: Some(self.profile.unit.clone()),
            criterion: Some(axis.criterion.id.clone()),
            year: Some(self.profile.year),
            row: row as u32 + 1,
            column: 0,
        });
    }
}
