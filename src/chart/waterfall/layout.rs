//! Where everything of a waterfall stands: a row for each step, its piece hanging where the one before it ended.

use super::{Cause, Step, Waterfall, words};
use crate::{
    chart::{
        axis,
        palette::{Colour, Palette},
        scale::Range,
        scene::{Area, Label, Scene, Stroke},
        signs,
        style::{Sizes, Style},
        text,
    },
    domain::MeasureKind,
    i18n::{
        Lang,
        texts::{charts, result_charts::result_charts},
    },
};

/// The height of a row where there is room.
const ROW: f64 = 30.0;
/// A row is at least this high; where there is less room, rows are left out.
const LEAST_ROW: f64 = 15.0;

struct Layout<'a> {
    of: &'a Waterfall,
    style: Style,
    lang: Lang,
    sizes: Sizes,
    palette: &'static Palette,
    area: Area,
    range: Range,
    /// Where pieces hang.
    bars: (f64, f64),
    /// How wide changes are, and how wide marks behind them.
    behind: (f64, f64),
    row: f64,
}

/// The height that the plot wants.
pub fn height(of: &Waterfall, _: f64, style: Style) -> f64 {
    rows(of) as f64 * style.times(ROW) + foot(style)
}

/// The steps, and both ends.
fn rows(of: &Waterfall) -> usize {
    of.steps.len() + 2
}

/// The room for the axis.
fn foot(style: Style) -> f64 {
    style.line_height(style.sizes().tick) + style.times(8.0)
}

/// Draws a waterfall that has steps into an area.
pub fn draw(of: &Waterfall, scene: &mut Scene, area: Area, style: Style) {
    let Some(layout) = Layout::new(of, area, style) else { return };
    let room = (((area.height - foot(style) + 1.0) / layout.row) as usize).max(2);
    // Both ends are shown whatever is left out between them.
    let shown = of.steps.len().min(room - 2);
    let left_out = of.steps.len() - shown;
    let shown = if left_out > 0 { shown.saturating_sub(1) } else { shown };
    let lines = shown + 2 + usize::from(left_out > 0);
    let bottom = area.y + lines as f64 * layout.row;
    layout.axis(scene, bottom);
    layout.end(scene, 0, false);
    for (nth, step) in of.steps.iter().take(shown).enumerate() {
        layout.step(scene, step, nth + 1);
    }
    if left_out > 0 {
        let said = charts::rows_left_out(style.lang, of.steps.len() - shown);
        let at = (area.x, layout.middle(shown + 1));
        scene.text(Label::new(said, at, layout.sizes.tick, layout.palette.muted));
    }
    layout.end(scene, lines - 1, true);
}

impl<'a> Layout<'a> {
    fn new(of: &'a Waterfall, area: Area, style: Style) -> Option<Self> {
        let (sizes, lang) = (style.sizes(), style.lang);
        let ends = of.steps.iter().flat_map(|step| [step.from, step.to]);
        let least = ends.clone().fold(of.full_marks, f64::min);
        // So that the last bar is long enough to be one.
        let room = if least > 0.0 { (least - 0.2 * (of.full_marks - least)).max(0.0) } else { least };
        let ticks = (area.width / style.times(140.0)).clamp(2.0, 8.0) as usize;
        let range = Range::of(ends.chain([of.full_marks, room]), ticks)?;
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| text::width(&text, sizes.label, true)).fold(0.0, f64::max)
        };
        let names = of.steps.iter().map(|step| lang.pick(&step.name).to_owned());
        let ends = [result_charts(lang).final_score, result_charts(lang).full].map(str::to_owned);
        let names = (widest(&mut names.chain(ends)) + style.times(14.0)).min(0.3 * area.width);
        let total = words::marks(of.total.unwrap_or(of.full_marks));
        let changes = widest(&mut of.steps.iter().map(words::change).chain([total])) + style.times(18.0);
        let got = widest(&mut of.steps.iter().map(words::got)) + style.times(14.0);
        let got = if area.width > style.times(480.0) { got } else { 0.0 };
        let start = area.x + names;
        let row = (area.height - foot(style)) / rows(of) as f64;
        Some(Self {
            of,
            style,
            lang,
            sizes,
            palette: style.palette(),
            area,
            range,
            bars: (start, (area.right() - changes - got).max(start + 10.0)),
            behind: (changes, got),
            row: row.clamp(style.times(LEAST_ROW), style.times(40.0)),
        })
    }

    fn x(&self, marks: f64) -> f64 {
        self.range.place(marks, self.bars.0, self.bars.1)
    }

    fn middle(&self, line: usize) -> f64 {
        self.area.y + (line as f64 + 0.5) * self.row
    }

    /// The thin lines of round marks and their numbers below the rows.
    fn axis(&self, scene: &mut Scene, bottom: f64) {
        let size = self.sizes.tick;
        let y = bottom + self.style.times(4.0) + self.style.line_height(size) / 2.0;
        for value in self.range.ticks() {
            let x = self.x(value).round();
            scene.line((x, self.area.y), (x, bottom), Stroke::solid(self.palette.line_soft, 1.0));
            let said = axis::tick(self.lang, &self.range, MeasureKind::Points, value);
            scene.text(Label::new(said, (x, y), size, self.palette.muted).middle());
        }
    }

    /// The piece of a row between two sums of marks, at least a pixel wide.
    fn piece(&self, line: usize, from: f64, to: f64) -> Area {
        let height = (0.62 * self.row).round();
        let (left, right) = (self.x(from.min(to)), self.x(from.max(to)));
        let y = (self.middle(line) - height / 2.0).round();
        Area { x: left, y, width: (right - left).max(1.0), height }
    }

    fn name(&self, scene: &mut Scene, line: usize, name: &str, bold: bool) {
        let room = self.bars.0 - self.area.x - self.style.times(10.0);
        let most = if self.row >= 2.0 * self.style.line_height(self.sizes.tick) - 4.0 { 2 } else { 1 };
        let fits = text::width(name, self.sizes.label, bold) <= room;
        let size = if fits { self.sizes.label } else { self.sizes.tick };
        let lines = text::wrap(name, size, bold, room, most);
        let step = (1.2 * size).round();
        let top = self.middle(line) - (lines.len() as f64 - 1.0) * step / 2.0;
        let label = Label { bold, ..Label::new("", (self.area.x, top), size, self.palette.ink) };
        scene.lines(&lines, &label, step);
    }

    /// The line from the end of a piece down to the next row.
    fn connect(&self, scene: &mut Scene, line: usize, at: f64) {
        let (x, half) = (self.x(at).round(), 0.31 * self.row);
        let (from, to) = (self.middle(line) + half, self.middle(line + 1) - half);
        scene.line((x, from), (x, to), Stroke::solid(self.palette.quiet, 1.0));
    }

    fn colour(&self, step: &Step) -> Colour {
        match (&step.cause, step.change() > 0.0) {
            (Cause::Criterion { place, .. }, false) => self.palette.criterion(*place),
            (_, true) => self.palette.good,
            (Cause::Rule, false) => self.palette.warn,
            (Cause::Reckoning, false) => self.palette.quiet,
        }
    }

    fn step(&self, scene: &mut Scene, step: &Step, line: usize) {
        self.name(scene, line, self.lang.pick(&step.name), false);
        let area = self.piece(line, step.from, step.to);
        let nothing = step.change().abs() < 0.05;
        scene.rect(area, if nothing { self.palette.quiet } else { self.colour(step) });
        self.connect(scene, line, step.to);
        let (middle, size) = (self.middle(line), self.sizes.label);
        let end = self.bars.1 + self.behind.0;
        let colour = match step.change() {
            _ if nothing => self.palette.muted,
            change if change > 0.0 => self.palette.good,
            _ => self.palette.ink,
        };
        scene.text(
            Label { bold: !nothing, ..Label::new(words::change(step), (end, middle), size, colour) }.end(),
        );
        if self.behind.1 > 0.0 {
            let at = (self.area.right(), middle);
            scene.text(Label::new(words::got(step), at, self.sizes.tick, self.palette.muted).end());
        }
        let reach = self.style.times(3.0);
        let whole = Area { height: self.row, y: middle - self.row / 2.0, ..area.grown(reach) };
        scene.marks.push(words::step_mark(self.of, step, whole, line as u32, self.lang));
    }

    /// A slanted gap near the beginning of a bar that does not begin at nothing.
    fn tear(&self, scene: &mut Scene, area: Area) {
        let (wide, slant) = (self.style.times(3.0), self.style.times(5.0));
        let x = area.x + self.style.times(8.0);
        let (top, bottom) = (area.y - 1.0, area.bottom() + 1.0);
        let corners = vec![(x + slant, top), (x + slant + wide, top), (x + wide, bottom), (x, bottom)];
        scene.polygon(corners, self.palette.ground);
    }

    /// Full marks, or the final score.
    fn end(&self, scene: &mut Scene, line: usize, last: bool) {
        let words = result_charts(self.lang);
        let (name, value) = match self.of.total {
            Some(total) if last => (words.final_score, total),
            _ => (words.full, self.of.full_marks),
        };
        self.name(scene, line, name, true);
        let area = self.piece(line, self.range.low().max(0.0).min(value), value);
        let fill = if last { self.palette.accent } else { self.palette.quiet };
        scene.rect(area, fill);
        if self.range.low() > 0.0 && area.width > self.style.times(24.0) {
            self.tear(scene, area);
        }
        if !last {
            self.connect(scene, line, value);
        }
        let vetoed = last && matches!(self.of.stand, crate::chart::evaluated::Stand::Vetoed(_));
        let (middle, size) = (self.middle(line), self.sizes.label);
        let end = self.bars.1 + self.behind.0;
        let said = words::marks(value);
        let width = text::width(&said, size, true);
        let colour = if vetoed { self.palette.veto } else { self.palette.ink };
        scene.text(Label::new(said, (end, middle), size, colour).bold().end());
        if vetoed {
            let stroke = Stroke::solid(colour, self.style.times(1.5));
            scene.line((end - width, middle), (end, middle), stroke);
            let radius = (0.42 * size).min(0.4 * self.row);
            signs::veto(scene, (self.bars.0 - radius - self.style.times(4.0), middle), radius, self.style);
        }
        if let Some(grade) = self.of.grade.as_ref().filter(|_| last && self.behind.1 > 0.0) {
            let room = self.behind.1 - self.style.times(8.0);
            let grade = text::shorten(self.lang.pick(grade), self.sizes.tick, true, room);
            let at = (self.area.right(), middle);
            scene.text(Label::new(grade, at, self.sizes.tick, colour).bold().end());
        }
        scene.marks.push(words::end_mark(self.of, last, area, line as u32, self.lang));
    }
}
