//! Where everything of a heat map stands: names and places left, criteria on top, cells, totals right.

use super::{Group, HeatMap, Row, words};
use crate::{
    chart::{
        evaluated::{Share, Stand},
        hit::Mark,
        scene::{Area, Label, Place, Scene, Stroke},
        signs,
        style::Style,
        text,
    },
    i18n::{
        figure,
        texts::{charts, criterion_charts as texts},
    },
};

/// A row's height where there is room, in CSS pixels of a screen.
const ROW: f64 = 24.0;

/// What all steps of the layout share.
struct Layout<'a> {
    map: &'a HeatMap,
    style: Style,
    /// Where cells are drawn.
    cells: Area,
    /// Where names begin.
    left: f64,
    /// Where totals end.
    right: f64,
    /// How wide a column is.
    column: f64,
    /// How high a row is; a head is as high.
    row: f64,
    /// What a cell leaves free around itself.
    gap: f64,
    /// So many lines from a name to the next; 1 where all have room.
    every: usize,
}

/// The height that suits a width.
pub fn height(map: &HeatMap, width: f64, style: Style) -> f64 {
    let head = head_lines(map, width, style).1;
    let rows = lines(map) as f64 * style.times(ROW);
    (head + rows).clamp(style.times(160.0), style.times(2400.0))
}

/// How many lines the rows and their heads take.
fn lines(map: &HeatMap) -> usize {
    let heads =
        map.groups.iter().filter(|group| words::group_name(&group.kind, crate::i18n::Lang::Zh).is_some());
    map.rows().count() + heads.count()
}

/// How wide names and totals are.
fn sides(map: &HeatMap, width: f64, style: Style) -> (f64, f64) {
    let sizes = style.sizes();
    let names = map.rows().map(|row| text::width(&text::clean(&row_name(row, style)), sizes.label, false));
    let left = (names.fold(0.0, f64::max) + style.times(18.0)).min(0.28 * width);
    let right = text::width(texts::criterion_charts(style.lang).total, sizes.tick, false) + style.times(18.0);
    (left, right.min(0.12 * width))
}

/// The lines of each column's header, and the height of the highest.
fn head_lines(map: &HeatMap, width: f64, style: Style) -> (Vec<Vec<String>>, f64) {
    let sizes = style.sizes();
    let (left, right) = sides(map, width, style);
    let column = ((width - left - right) / map.criteria.len().max(1) as f64).max(1.0);
    let numbered = map.criteria.len() > words::MOST_NAMED;
    let of = |(nth, of): (usize, &crate::chart::evaluated::FirstLevel)| {
        let name = text::clean(style.lang.pick(&of.name));
        let name = if numbered { (nth + 1).to_string() } else { name };
        text::wrap(&name, sizes.tick, false, column - style.times(2.0), 5)
    };
    let heads: Vec<Vec<String>> = map.criteria.iter().enumerate().map(of).collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(1) as f64;
    (heads, most * style.line_height(sizes.tick) + style.times(8.0))
}

/// A row's name behind its place.
fn row_name(row: &Row, style: Style) -> String {
    let name = style.lang.pick(&row.name);
    match row.stand.place() {
        Some(place) => format!("{} {name}", figure::short(place)),
        None => name.to_owned(),
    }
}

/// Draws a heat map that has shares into an area.
pub fn draw(map: &HeatMap, scene: &mut Scene, area: Area, style: Style) {
    let (left, right) = sides(map, area.width, style);
    let (heads, top) = head_lines(map, area.width, style);
    let cells = area.without(left, top.min(0.6 * area.height), right, 0.0);
    let row = (cells.height / lines(map).max(1) as f64).min(style.times(1.25 * ROW));
    let column = cells.width / map.criteria.len().max(1) as f64;
    let wanted = style.sizes().label * 1.15;
    let every = if row >= wanted { 1 } else { (wanted / row.max(0.01)).ceil() as usize };
    let gap = if row >= style.times(8.0) && column >= style.times(8.0) { style.times(1.0) } else { 0.0 };
    let (left, right) = (area.x, area.right());
    let layout = Layout { map, style, cells, left, right, column, row, gap, every };
    layout.heads(scene, &heads);
    let mut line = 0;
    let mut nth = 0;
    for group in &map.groups {
        line += layout.group_head(scene, group, line);
        for row in &group.rows {
            layout.row(scene, row, nth, line);
            (line, nth) = (line + 1, nth + 1);
        }
    }
}

impl Layout<'_> {
    fn y(&self, line: usize) -> f64 {
        self.cells.y + line as f64 * self.row
    }

    /// The names of the criteria on top, their last lines beside each other.
    fn heads(&self, scene: &mut Scene, heads: &[Vec<String>]) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        let line = self.style.line_height(sizes.tick);
        let last = self.cells.y - self.style.times(5.0) - line / 2.0;
        for (nth, lines) in heads.iter().enumerate() {
            if text::width(lines.last().map_or("", String::as_str), sizes.tick, false) > self.column {
                continue;
            }
            let x = self.cells.x + (nth as f64 + 0.5) * self.column;
            let at = (x, last - (lines.len() as f64 - 1.0) * line);
            scene.lines(lines, &Label::new("", at, sizes.tick, palette.muted).middle(), line);
        }
        let total = texts::criterion_charts(self.style.lang).total;
        let at = (self.right, last);
        scene.text(Label::new(total, at, sizes.tick, palette.muted).end());
    }

    /// The head of a group; how many lines it takes.
    fn group_head(&self, scene: &mut Scene, group: &Group, line: usize) -> usize {
        let Some(name) = words::group_name(&group.kind, self.style.lang) else { return 0 };
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        if self.row >= 0.9 * sizes.tick {
            let at = (self.left, self.y(line) + 0.58 * self.row);
            let room = self.cells.right() - self.left;
            let name = text::shorten(&text::clean(&name), sizes.tick, true, room);
            let colour = match group.kind {
                super::Kind::Vetoed => palette.veto,
                _ => palette.muted,
            };
            scene.text(Label::new(name, at, sizes.tick, colour).bold());
        }
        1
    }

    fn row(&self, scene: &mut Scene, row: &Row, nth: usize, line: usize) {
        if nth.is_multiple_of(self.every) {
            self.name(scene, row, line);
        }
        for column in 0..self.map.criteria.len() {
            let share = row.shares.get(column).copied().unwrap_or(Share::NotApplicable);
            self.cell(scene, share, line, column);
            self.mark(scene, row, share, (line, column));
        }
    }

    /// Name, sign of a veto, total.
    fn name(&self, scene: &mut Scene, row: &Row, line: usize) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        let y = self.y(line) + self.row / 2.0;
        let vetoed = matches!(row.stand, Stand::Vetoed(_));
        let sign = if vetoed { self.style.times(16.0) } else { 0.0 };
        if vetoed {
            signs::veto(scene, (self.left + self.style.times(6.0), y), self.style.times(5.0), self.style);
        }
        let room = self.cells.x - self.left - self.style.times(10.0) - sign;
        let name = text::shorten(&text::clean(&row_name(row, self.style)), sizes.label, false, room);
        let colour = match row.stand {
            Stand::Ranked(_) => palette.ink,
            Stand::Vetoed(_) => palette.veto,
            Stand::NotRated | Stand::Absent => palette.muted,
        };
        scene.text(Label::new(name, (self.left + sign, y), sizes.label, colour));
        let Some(total) = row.total else { return };
        let label = Label::new(words::marks(total), (self.right, y), sizes.label, colour).end();
        let over = label.area();
        scene.text(label);
        if vetoed {
            let stroke = Stroke::solid(palette.veto, self.style.times(1.0));
            scene.line((over.x, y), (over.right(), y), stroke);
        }
    }

    fn area(&self, line: usize, column: usize) -> Area {
        let x = self.cells.x + column as f64 * self.column;
        let area = Area { x, y: self.y(line), width: self.column, height: self.row };
        area.without(self.gap, self.gap, self.gap, self.gap)
    }

    fn cell(&self, scene: &mut Scene, share: Share, line: usize, column: usize) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        let area = self.area(line, column);
        match share {
            Share::Of(value) => {
                scene.rect(area, palette.ramp(value));
                let written = words::percent(value);
                let wide = text::width(&written, sizes.tick, false) + self.style.times(4.0);
                if wide <= area.width && self.row >= 1.1 * sizes.tick {
                    let at = (area.x + area.width / 2.0, area.y + area.height / 2.0);
                    scene.text(Label::new(written, at, sizes.tick, palette.ink).middle());
                }
            }
            Share::Missing => {
                scene.rect(area, palette.sunken);
                for (from, to) in hatch(&area, self.style.times(6.0)) {
                    scene.line(from, to, Stroke::solid(palette.quiet, self.style.times(1.0)));
                }
            }
            Share::NotApplicable => {}
        }
    }

    fn mark(&self, scene: &mut Scene, row: &Row, share: Share, (line, column): (usize, usize)) {
        let Some(of) = self.map.criteria.get(column) else { return };
        let lang = self.style.lang;
        scene.marks.push(Mark {
            area: self.area(line, column),
            label: charts::named_of(lang, lang.pick(&row.name), lang.pick(&of.name)),
            value: words::cell_words(share, lang),
            note: words::remark(row, lang),
            source: String::new(),
            unit: Some(row.unit.clone()),
            criterion: Some(of.id.clone()),
            year: Some(self.map.year),
            row: line as u32,
            column: column as i32,
        });
    }
}

/// Lines from lower left to upper right over an area, so far from each other; at most a hundred.
fn hatch(area: &Area, apart: f64) -> Vec<(Place, Place)> {
    let length = area.width + area.height;
    let count = (length / apart.max(0.5)).clamp(0.0, 100.0) as usize;
    let line = |nth: usize| {
        let along = (nth as f64 + 0.5) * length / count.max(1) as f64;
        let from = (area.x + (along - area.height).max(0.0), area.y + along.min(area.height));
        let to = (area.x + along.min(area.width), area.y + (along - area.width).max(0.0));
        (from, to)
    };
    (0..count).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_its_cell() {
        let area = Area { x: 10.0, y: 20.0, width: 30.0, height: 12.0 };
        let lines = hatch(&area, 6.0);
        assert_eq!(lines.len(), 7);
        for (from, to) in lines {
            assert!(area.holds(from) && area.holds(to), "{from:?} {to:?}");
            // One in one, up to the right.
            assert!((to.0 - from.0 - (from.1 - to.1)).abs() < 1e-9);
        }
        assert!(hatch(&Area::default(), 0.0).len() <= 100);
    }
}
