//! Where everything of a distribution stands: bands behind, dots or columns on the axis of marks, the median over them.

use super::{Bin, Distribution, words};
use crate::{
    chart::{
        axis, hit,
        labels::Taken,
        palette::Palette,
        scale::Range,
        scene::{Area, Label, Place, Scene, Stroke},
        signs,
        style::{Sizes, Style},
        text,
    },
    domain::MeasureKind,
    i18n::{Lang, figure, texts::result_charts as texts},
};

/// The radius of a dot where there is room: of few units, and of many.
const RADIUS: (f64, f64) = (12.0, 6.0);
/// More units than this are many.
const FEW: usize = 60;

struct Layout<'a> {
    of: &'a Distribution,
    style: Style,
    lang: Lang,
    sizes: Sizes,
    palette: &'static Palette,
    /// Where dots and columns stand.
    plot: Area,
    range: Range,
}

/// Draws a distribution that has scores into an area.
pub fn draw(of: &Distribution, scene: &mut Scene, area: Area, style: Style) {
    let Some(layout) = Layout::new(of, area, style) else { return };
    layout.bands(scene);
    layout.axis(scene);
    let mut taken = Taken::default();
    if of.has_dots() {
        layout.dots(scene, &mut taken);
    } else {
        layout.columns(scene);
    }
    layout.median(scene);
}

impl<'a> Layout<'a> {
    fn new(of: &'a Distribution, area: Area, style: Style) -> Option<Self> {
        let sizes = style.sizes();
        let ticks = (area.width / style.times(90.0)).clamp(2.0, 10.0) as usize;
        let range = of.range(ticks)?;
        let line = style.line_height(sizes.tick);
        let side = style.times(16.0);
        let plot = area.without(side, 2.0 * line + style.times(8.0), side, line + style.times(6.0));
        Some(Self { of, style, lang: style.lang, sizes, palette: style.palette(), plot, range })
    }

    fn x(&self, marks: f64) -> f64 {
        self.range.place(marks, self.plot.x, self.plot.right())
    }

    /// Where grades begin, and their names between.
    fn bands(&self, scene: &mut Scene) {
        let line = self.style.line_height(self.sizes.tick);
        let top = self.plot.y - line - self.style.times(4.0);
        let mut right = self.plot.right();
        let names = self.of.bands.iter().map(|(name, from)| (name, self.x(*from)));
        for (nth, (name, from)) in names.chain([(&self.of.below, self.plot.x)]).enumerate() {
            let zone = Area { x: from, y: top, width: right - from, height: self.plot.bottom() - top };
            if nth % 2 == 1 {
                scene.rect(zone, self.palette.sunken);
            }
            if from > self.plot.x {
                let stroke = Stroke::dashed(self.palette.line.mix(self.palette.muted, 0.35), 1.0);
                scene.line((from, top), (from, self.plot.bottom()), stroke);
            }
            let name = text::shorten(self.lang.pick(name), self.sizes.tick, true, zone.width - 2.0);
            let at = (from + zone.width / 2.0, top - line / 2.0);
            if zone.width > 2.0 * self.sizes.tick {
                scene.text(Label::new(name, at, self.sizes.tick, self.palette.muted).bold().middle());
            }
            right = from.min(right);
        }
    }

    /// Marks below the plot.
    fn axis(&self, scene: &mut Scene) {
        let (palette, size) = (self.palette, self.sizes.tick);
        let y = self.plot.bottom().round();
        let colour = palette.line.mix(palette.muted, 0.4);
        scene.line((self.plot.x, y), (self.plot.right(), y), Stroke::solid(colour, 1.0));
        let middle = y + self.style.times(6.0) + self.style.line_height(size) / 2.0;
        for value in self.range.ticks() {
            let x = self.x(value);
            scene.line((x, y), (x, y + self.style.times(4.0)), Stroke::solid(colour, 1.0));
            let said = axis::tick(self.lang, &self.range, MeasureKind::Points, value);
            scene.text(Label::new(said, (x, middle), size, palette.muted).middle());
        }
    }

    /// The median over everything, named above the plot where nothing else stands.
    fn median(&self, scene: &mut Scene) {
        let Some(spread) = self.of.spread() else { return };
        let (x, size) = (self.x(spread.median).round(), self.sizes.tick);
        let line = self.style.line_height(size);
        let top = self.plot.y - self.style.times(2.0);
        scene.line((x, top), (x, self.plot.bottom()), Stroke::solid(self.palette.ink, self.style.times(1.5)));
        let said = texts::median(self.lang, &words::marks(spread.median));
        let half = text::width(&said, size, true) / 2.0 + 2.0;
        let middle = x.min(self.plot.right() - half).max(self.plot.x + half);
        let at = (middle, top - line / 2.0);
        let behind = Area { x: middle - half, y: at.1 - line / 2.0, width: 2.0 * half, height: line };
        scene.rect(behind, self.palette.ground);
        scene.text(Label::new(said, at, size, self.palette.ink).bold().middle());
    }

    /// A dot for each unit, above each other where they would meet.
    fn dots(&self, scene: &mut Scene, taken: &mut Taken) {
        let (radius, stacks) = self.stacks();
        for (nth, (score, at)) in self.of.scores.iter().zip(&stacks).enumerate() {
            taken.area(hit::around(*at, radius));
            let opened = score.unit.as_ref().is_some_and(|(id, _)| self.of.opened.as_ref() == Some(id));
            if score.vetoed {
                signs::veto(scene, *at, radius, self.style);
            } else {
                let edge = opened.then_some((self.style.times(2.0), self.palette.ink));
                let fill = self.palette.accent;
                scene.disc(*at, (radius - 0.5).max(1.0), fill, edge);
            }
            let area = hit::around(*at, radius);
            scene.marks.push(words::unit_mark(self.of, score, area, nth as i32, self.lang));
        }
        let last = self.of.scores.len().saturating_sub(1);
        let named = |nth: usize| {
            let id = self.of.scores.get(nth).and_then(|score| score.unit.as_ref()).map(|(id, _)| id);
            nth == 0 || nth == last || (id.is_some() && id == self.of.opened.as_ref())
        };
        for (nth, at) in stacks.iter().enumerate().filter(|(nth, _)| named(*nth)) {
            self.name(scene, taken, nth, *at, radius);
        }
    }

    /// The name of a unit beside its dot, where there is room.
    fn name(&self, scene: &mut Scene, taken: &mut Taken, nth: usize, at: Place, radius: f64) {
        let Some((_, name)) = self.of.scores.get(nth).and_then(|score| score.unit.as_ref()) else { return };
        let size = self.sizes.tick;
        let name = text::shorten(self.lang.pick(name), size, false, 0.25 * self.plot.width);
        let room = (text::width(&name, size, false), self.style.line_height(size));
        let within =
            Area { height: self.plot.height - radius, ..self.plot }.without(-radius, 0.0, -radius, 0.0);
        let Some(found) = taken.beside(at, radius + 4.0, room, &within) else { return };
        let middle = (found.x + found.width / 2.0, found.y + found.height / 2.0);
        scene.text(Label::new(name, middle, size, self.palette.ink).middle());
    }

    /// The radius of the dots and where each stands: in stacks as wide as a dot, from the axis upwards.
    fn stacks(&self) -> (f64, Vec<Place>) {
        let few = self.of.scores.len() <= FEW;
        let mut radius = self.style.times(if few { RADIUS.0 } else { RADIUS.1 });
        loop {
            let side = 2.0 * radius;
            let stack = |total: f64| ((self.x(total) - self.plot.x) / side).floor();
            let (mut places, mut highest) = (Vec::with_capacity(self.of.scores.len()), 0.0_f64);
            let (mut present, mut height) = (f64::NEG_INFINITY, 0.0);
            for score in &self.of.scores {
                let own = stack(score.total);
                height = if own == present { height + 1.0 } else { 0.0 };
                (present, highest) = (own, highest.max(height + 1.0));
                let x = (self.plot.x + (own + 0.5) * side).min(self.plot.right());
                places.push((x, self.plot.bottom() - (height + 0.5) * side - 1.0));
            }
            if highest * side <= self.plot.height || radius <= 1.5 {
                return (radius, places);
            }
            radius = (radius * 0.85).max(1.5);
        }
    }

    /// A column for each interval, vetoed units at its foot.
    fn columns(&self, scene: &mut Scene) {
        let bins = self.of.bins();
        let most = bins.iter().map(|bin| bin.scores.len()).max().unwrap_or(0).max(1) as f64;
        let line = self.style.line_height(self.sizes.tick);
        let unit = (self.plot.height - line).max(1.0) / most;
        for (nth, bin) in bins.iter().enumerate().filter(|(_, bin)| !bin.scores.is_empty()) {
            let area = self.column(bin, unit);
            let vetoed = bin.vetoed as f64 * unit;
            scene.rect(Area { height: area.height - vetoed, ..area }, self.palette.accent);
            let foot = Area { y: area.bottom() - vetoed, height: vetoed, ..area };
            scene.rect(foot, self.palette.veto);
            let said = figure::grouped(bin.scores.len() as f64);
            if text::width(&said, self.sizes.tick, false) <= area.width + 4.0 {
                let at = (area.x + area.width / 2.0, area.y - line / 2.0);
                scene.text(Label::new(said, at, self.sizes.tick, self.palette.ink).middle());
            }
            scene.marks.push(words::bin_mark(bin, area, nth as i32, self.lang));
        }
    }

    fn column(&self, bin: &Bin, unit: f64) -> Area {
        let (from, to) = (self.x(bin.from), self.x(bin.to));
        let height = (bin.scores.len() as f64 * unit).max(1.0);
        Area { x: from + 1.0, y: self.plot.bottom() - height, width: (to - from - 2.0).max(1.0), height }
    }
}
