//! Where everything of a slope graph stands: panels, the names on both sides, the lines between them.

use super::{
    At, Line, Panel, Slope,
    order::{self, Rows},
    words,
};
use crate::{
    chart::{
        evaluated::Stand,
        hit::Mark,
        labels,
        palette::Colour,
        scene::{Align, Area, Label, Place, Scene, Stroke},
        signs,
        style::Style,
        text,
    },
    i18n::texts::charts,
};

/// A row's height where there is room, in CSS pixels of a screen.
const ROW: f64 = 22.0;

/// A panel is at least so wide where there is room for several beside each other.
const PANEL: f64 = 400.0;

/// Between the ranked ones and those below them, in rows.
const BELOW: f64 = 0.7;

/// One of the two sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// What all steps of the layout of a panel share.
struct Layout<'a> {
    slope: &'a Slope,
    panel: &'a Panel,
    style: Style,
    rows: (Rows, Rows),
    /// From the upper edge of the first row to the lower one of the last.
    area: Area,
    /// Where lines begin and end.
    ends: (f64, f64),
    /// How high a row is.
    row: f64,
    /// Marks that come before those of this panel.
    first_row: u32,
}

/// The height that suits a width.
pub fn height(slope: &Slope, width: f64, style: Style) -> f64 {
    let columns = columns(slope, width, style);
    let of_row = |panels: &[Panel]| panels.iter().map(|panel| suited(panel, style)).fold(0.0, f64::max);
    let whole: f64 = slope.panels.chunks(columns).map(of_row).sum();
    whole.clamp(style.times(180.0), style.times(2600.0))
}

/// The height that suits a panel, with its heads.
fn suited(panel: &Panel, style: Style) -> f64 {
    head(panel, style) + lines(&order::rows(panel)) * style.times(ROW) + style.times(14.0)
}

/// How many panels stand beside each other.
fn columns(slope: &Slope, width: f64, style: Style) -> usize {
    let room = (width / style.times(PANEL)) as usize;
    room.clamp(1, slope.panels.len().max(1))
}

/// The height of what stands over the first row.
fn head(panel: &Panel, style: Style) -> f64 {
    let line = style.line_height(style.sizes().label);
    let named = !panel.name.is_empty();
    line + style.times(6.0) + if named { line } else { 0.0 }
}

/// How many rows high a panel is.
fn lines((left, right): &(Rows, Rows)) -> f64 {
    let side = |rows: &Rows| rows.count as f64 + if rows.count > rows.ranked { BELOW } else { 0.0 };
    side(left).max(side(right)).max(1.0)
}

/// Draws a slope graph that has places into an area.
pub fn draw(slope: &Slope, scene: &mut Scene, area: Area, style: Style) {
    let columns = columns(slope, area.width, style);
    let gap = style.times(28.0);
    let width = (area.width - gap * (columns - 1) as f64) / columns as f64;
    let wanted: f64 = slope
        .panels
        .chunks(columns)
        .map(|panels| panels.iter().map(|panel| suited(panel, style)).fold(0.0, f64::max))
        .sum();
    let (mut y, mut first_row) = (area.y, 0);
    for panels in slope.panels.chunks(columns) {
        let high = panels.iter().map(|panel| suited(panel, style)).fold(0.0, f64::max);
        let high = high * area.height / wanted.max(1.0);
        for (nth, panel) in panels.iter().enumerate() {
            let x = area.x + nth as f64 * (width + gap);
            let place = Area { x, y, width, height: high };
            let layout = Layout::new(slope, panel, place, style, first_row);
            layout.draw(scene, &place);
            first_row += panel.lines.len() as u32;
        }
        y += high;
    }
}

impl<'a> Layout<'a> {
    fn new(slope: &'a Slope, panel: &'a Panel, place: Area, style: Style, first_row: u32) -> Self {
        let rows = order::rows(panel);
        let area = place.without(0.0, head(panel, style), 0.0, style.times(10.0));
        let row = (area.height / lines(&rows)).min(style.times(1.3 * ROW));
        let widest = |side: Side| {
            let names = panel
                .lines
                .iter()
                .map(|line| text::width(&label(line, side, style), style.sizes().label, true));
            names.fold(0.0, f64::max) + style.times(14.0)
        };
        let most = 0.4 * area.width;
        let moved = text::width("▲00", style.sizes().label, true) + style.times(6.0);
        let ends =
            (area.x + widest(Side::Left).min(most), area.right() - (widest(Side::Right) + moved).min(most));
        Self { slope, panel, style, rows, area, ends, row, first_row }
    }

    fn draw(&self, scene: &mut Scene, place: &Area) {
        self.heads(scene, place);
        let (front, back): (Vec<usize>, Vec<usize>) = (0..self.panel.lines.len())
            .partition(|nth| self.panel.lines.get(*nth).is_some_and(|line| line.front));
        for &nth in back.iter().chain(front.iter().rev()) {
            self.line(scene, nth);
        }
        for &nth in back.iter().chain(front.iter().rev()) {
            self.ends(scene, nth);
        }
        self.names(scene, Side::Left);
        self.names(scene, Side::Right);
        self.marks(scene);
    }

    /// The panel's name, and what stands left and right.
    fn heads(&self, scene: &mut Scene, place: &Area) {
        let (sizes, palette, lang) = (self.style.sizes(), self.style.palette(), self.style.lang);
        let line = self.style.line_height(sizes.label);
        let mut y = place.y + line / 2.0;
        if !self.panel.name.is_empty() {
            let name =
                text::shorten(&text::clean(lang.pick(&self.panel.name)), sizes.label, true, place.width);
            scene.text(Label::new(name, (place.x, y), sizes.label, palette.ink).bold());
            y += line;
        }
        let room = 0.48 * place.width;
        let name = |name| text::shorten(&text::clean(lang.pick(name)), sizes.tick, true, room);
        let (left, right) = (name(&self.slope.before.name), name(&self.slope.after.name));
        let half = |name: &str| text::width(name, sizes.tick, true) - self.style.times(4.0);
        let from = self.ends.0.max(place.x + half(&left));
        let to = self.ends.1.min(place.right() - half(&right));
        scene.text(Label::new(left, (from, y), sizes.tick, palette.muted).bold().end());
        scene.text(Label::new(right, (to, y), sizes.tick, palette.muted).bold());
    }

    fn rows(&self, side: Side) -> &Rows {
        if side == Side::Left { &self.rows.0 } else { &self.rows.1 }
    }

    /// Where a line begins or ends; `None` where it is not in that evaluation.
    fn end(&self, nth: usize, side: Side) -> Option<Place> {
        let rows = self.rows(side);
        let row = rows.of.get(nth).copied().flatten()?;
        let below = if row >= rows.ranked { BELOW } else { 0.0 };
        let x = if side == Side::Left { self.ends.0 } else { self.ends.1 };
        Some((x, self.area.y + (row as f64 + 0.5 + below) * self.row))
    }

    /// Rising ones have the first colour, falling ones the second, those that became vetoed the colour of vetoes.
    fn colour(&self, line: &Line) -> Colour {
        let palette = self.style.palette();
        match line.risen() {
            _ if !line.front => palette.quiet.mix(palette.ground, 0.35),
            _ if line.newly_vetoed() => palette.veto,
            Some(by) if by < 0.0 => palette.nth(1),
            Some(by) if by > 0.0 => palette.nth(0),
            _ => palette.ink,
        }
    }

    fn line(&self, scene: &mut Scene, nth: usize) {
        let Some(line) = self.panel.lines.get(nth) else { return };
        let (Some(from), Some(to)) = (self.end(nth, Side::Left), self.end(nth, Side::Right)) else { return };
        let away = self.style.times(5.0);
        let width = self.style.times(if line.front { 2.5 } else { 1.0 });
        let both = line.risen().is_some();
        let colour = self.colour(line);
        let stroke = if both { Stroke::solid(colour, width) } else { Stroke::dashed(colour, width) };
        scene.path(vec![(from.0 + away, from.1), (to.0 - away, to.1)], stroke);
    }

    fn ends(&self, scene: &mut Scene, nth: usize) {
        let Some(line) = self.panel.lines.get(nth) else { return };
        let palette = self.style.palette();
        for (side, at) in [(Side::Left, &line.before), (Side::Right, &line.after)] {
            let Some((x, y)) = self.end(nth, side) else { continue };
            let x = if side == Side::Left { x + self.style.times(5.0) } else { x - self.style.times(5.0) };
            let radius = self.style.times(if line.front { 4.0 } else { 2.5 }).min(0.5 * self.row.max(3.0));
            match at.stand {
                Stand::Vetoed(_) => signs::veto(scene, (x, y), radius.max(self.style.times(3.5)), self.style),
                Stand::Ranked(_) => scene.disc((x, y), radius, self.colour(line), None),
                Stand::NotRated | Stand::Absent => {
                    let edge = Some((self.style.times(1.5), self.colour(line)));
                    scene.disc((x, y), radius, palette.ground, edge);
                }
            }
        }
    }

    /// The names of a side: all where rows have room for them, else those in front, pushed apart.
    fn names(&self, scene: &mut Scene, side: Side) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        let all = self.row >= 1.05 * sizes.label;
        let shown: Vec<(usize, Place)> = (0..self.panel.lines.len())
            .filter(|nth| all || self.panel.lines.get(*nth).is_some_and(|line| line.front))
            .filter_map(|nth| Some((nth, self.end(nth, side)?)))
            .collect();
        let wanted: Vec<f64> = shown.iter().map(|(_, at)| at.1).collect();
        let heights = vec![if all { self.row } else { 1.15 * sizes.label }; shown.len()];
        let middles = labels::spread(&wanted, &heights, self.area.y, self.area.bottom());
        for ((nth, at), y) in shown.iter().zip(middles) {
            let Some(line) = self.panel.lines.get(*nth) else { continue };
            let gap = self.style.times(6.0);
            let (x, align, room) = match side {
                Side::Left => (at.0 - gap, Align::End, at.0 - gap - self.area.x),
                Side::Right => (at.0 + gap, Align::Start, self.area.right() - at.0 - gap),
            };
            let colour = match (&self.at(line, side).stand, line.front) {
                (Stand::Vetoed(_), _) => palette.veto,
                (_, true) => palette.ink,
                (_, false) => palette.muted,
            };
            let moved = if side == Side::Right { words::moved(line) } else { String::new() };
            let moved_room =
                text::width(&moved, sizes.label, line.front) + if moved.is_empty() { 0.0 } else { gap };
            let name =
                text::shorten(&label(line, side, self.style), sizes.label, line.front, room - moved_room);
            let end = x + text::width(&name, sizes.label, line.front) + gap;
            let text = Label { at: (x, y), text: name, size: sizes.label, colour, bold: line.front, align };
            scene.text(text);
            let colour = if line.front { palette.text_in(self.colour(line)) } else { palette.muted };
            let moved = Label { bold: line.front, ..Label::new(moved, (end, y), sizes.label, colour) };
            scene.text(moved);
        }
    }

    fn at<'l>(&self, line: &'l Line, side: Side) -> &'l At {
        if side == Side::Left { &line.before } else { &line.after }
    }

    /// What answers to mouse and keys: both ends of every line, with their names.
    fn marks(&self, scene: &mut Scene) {
        let lang = self.style.lang;
        for side in [Side::Left, Side::Right] {
            for (nth, line) in self.panel.lines.iter().enumerate() {
                let Some((x, y)) = self.end(nth, side) else { continue };
                let reach = self.style.times(10.0);
                let (from, to, end) = match side {
                    Side::Left => (self.area.x, x + reach, &self.slope.before),
                    Side::Right => (x - reach, self.area.right(), &self.slope.after),
                };
                let row = self.rows(side).of.get(nth).copied().flatten().unwrap_or_default() as u32;
                scene.marks.push(Mark {
                    area: Area { x: from, y: y - self.row / 2.0, width: to - from, height: self.row },
                    label: charts::named_of(lang, lang.pick(&line.name), lang.pick(&end.name)),
                    value: words::at_words(self.at(line, side), lang),
                    note: words::way(line, lang),
                    source: String::new(),
                    unit: Some(line.unit.clone()),
                    criterion: None,
                    year: Some(end.year),
                    row: self.first_row + row,
                    column: i32::from(side == Side::Right),
                });
            }
        }
    }
}

/// A line's name on a side, with its place or without.
fn label(line: &Line, side: Side, style: Style) -> String {
    let name = text::clean(style.lang.pick(&line.name));
    let at = if side == Side::Left { &line.before } else { &line.after };
    match (at.stand.place(), side) {
        (Some(place), Side::Left) => format!("{name} {}", words::place(place)),
        (Some(place), Side::Right) => format!("{} {name}", words::place(place)),
        (None, _) => name,
    }
}
