//! Where everything of a ranking stands: the key of criteria, heads of groups with their bands, rows below each other.

use super::{Group, Ranking, Row, rows};
use crate::{
    chart::{
        palette::Palette,
        scene::{Area, Label, Scene, Stroke},
        style::{Sizes, Style},
        text,
    },
    i18n::{
        Lang, figure,
        texts::{charts, result_charts as texts},
    },
};

/// A row is at least this high; where there is less room, rows are left out.
const LEAST_ROW: f64 = 15.0;
/// The height of a row where there is room.
const ROW: f64 = 26.0;

/// What all rows share.
pub(super) struct Layout<'a> {
    pub ranking: &'a Ranking,
    pub style: Style,
    pub lang: Lang,
    pub sizes: Sizes,
    pub palette: &'static Palette,
    pub area: Area,
    /// Where bars begin and end: the end is that of the longest.
    pub bars: (f64, f64),
    /// The marks that the longest bar holds.
    pub longest: f64,
    /// How wide the places before the names are.
    pub places: f64,
    /// How wide totals are, and how wide grades behind them.
    pub behind: (f64, f64),
    /// The height of a row.
    pub row: f64,
}

/// The height that the plot wants at a width.
pub fn height(ranking: &Ranking, width: f64, style: Style) -> f64 {
    let rows: usize = ranking.groups.iter().map(lines).sum();
    rows as f64 * style.times(ROW)
        + heads(ranking, style)
        + key_lines(ranking, width, style).len() as f64 * key_line(style)
        + style.times(4.0)
}

/// The rows of a group, the one that tells of left-out units included.
fn lines(group: &Group) -> usize {
    group.rows.len() + usize::from(group.gap.1 > 0)
}

/// The heads of all groups, and the gaps between them.
fn heads(ranking: &Ranking, style: Style) -> f64 {
    ranking.groups.len() as f64 * head(ranking, style)
        + ranking.groups.len().saturating_sub(1) as f64 * between(style)
}

/// The gap between groups.
fn between(style: Style) -> f64 {
    style.times(4.0)
}

/// The head of a group: its name where there are several, the names of bands.
fn head(ranking: &Ranking, style: Style) -> f64 {
    let line = style.line_height(style.sizes().tick);
    if ranking.groups.len() > 1 { line + style.times(14.0) } else { line + style.times(6.0) }
}

fn key_line(style: Style) -> f64 {
    style.line_height(style.sizes().tick) + style.times(4.0)
}

/// The side of a sample in the key.
fn sample(style: Style) -> f64 {
    (1.25 * style.sizes().tick).round()
}

/// The lines of the key: the criteria in each, with where their samples begin and how wide their names may be.
fn key_lines(ranking: &Ranking, width: f64, style: Style) -> Vec<Vec<(usize, f64, f64)>> {
    let size = style.sizes().tick;
    let before = sample(style) + style.times(5.0);
    let mut lines: Vec<Vec<(usize, f64, f64)>> = Vec::new();
    let mut x = f64::INFINITY;
    for (nth, of) in ranking.criteria.iter().enumerate() {
        let room = (text::width(style.lang.pick(&of.name), size, false) + 1.0)
            .min(style.times(220.0))
            .min((width - before).max(0.0));
        if x + before + room > width {
            lines.push(Vec::new());
            x = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            line.push((nth, x, room));
        }
        x += before + room + style.times(16.0);
    }
    lines
}

/// Draws all rows that the area has room for.
pub fn draw(ranking: &Ranking, scene: &mut Scene, area: Area, style: Style) {
    let layout = Layout::new(ranking, area, style);
    let mut y = layout.key(scene);
    let (mut nth, mut left_out) = (0, 0);
    for group in &ranking.groups {
        if y + head(ranking, style) + layout.row > area.bottom() + 1.0 {
            left_out += group.rows.len() + group.gap.1;
            continue;
        }
        let top = layout.head(scene, group, y);
        y = top;
        let room = ((area.bottom() + 1.0 - top) / layout.row).max(0.0) as usize;
        let shown = lines(group).min(room);
        for place in (0..shown).filter(|place| group.gap.1 == 0 || *place != group.gap.0) {
            rows::track(&layout, scene, top + place as f64 * layout.row);
        }
        layout.bands(scene, group, top, top + shown as f64 * layout.row);
        for (place, row) in group.rows.iter().enumerate() {
            if group.gap.1 > 0 && place == group.gap.0 && y + layout.row <= area.bottom() + 1.0 {
                layout.gap(scene, group.gap.1, y);
                y += layout.row;
            }
            if y + layout.row > area.bottom() + 1.0 {
                left_out += 1;
                continue;
            }
            rows::row(&layout, scene, row, y, nth);
            (y, nth) = (y + layout.row, nth + 1);
        }
        y += between(style);
    }
    if left_out > 0 {
        layout.say_left_out(scene, left_out);
    }
}

impl<'a> Layout<'a> {
    fn new(ranking: &'a Ranking, area: Area, style: Style) -> Self {
        let (sizes, lang) = (style.sizes(), style.lang);
        let widest = |texts: &mut dyn Iterator<Item = String>, bold| {
            texts.map(|text| text::width(&text, sizes.label, bold)).fold(0.0, f64::max)
        };
        let names = widest(&mut ranking.rows().map(|row| lang.pick(&row.name).to_owned()), false);
        let places = ranking.rows().filter_map(|row| row.stand.place()).map(figure::short);
        let places = widest(&mut places.chain(["00".to_owned()]), false) + style.times(12.0);
        let grade = |row: &Row| row.grade.as_ref().map(|grade| lang.pick(grade).to_owned());
        let grades = widest(&mut ranking.rows().filter_map(grade), false);
        let totals = widest(&mut ranking.rows().map(|row| rows::total(row, lang)), true);
        let grades = if grades > 0.0 { grades.min(0.14 * area.width) + style.times(10.0) } else { 0.0 };
        let behind = (totals + style.times(12.0), grades);
        let names = (names + style.times(12.0)).min(0.28 * area.width);
        let start = area.x + places + names;
        let end = (area.right() - behind.0 - behind.1).max(start + 10.0);
        let count: usize = ranking.groups.iter().map(lines).sum();
        let key = key_lines(ranking, area.width, style).len() as f64 * key_line(style);
        let row = (area.height - key - heads(ranking, style)) / count.max(1) as f64;
        Self {
            ranking,
            style,
            lang,
            sizes,
            palette: style.palette(),
            area,
            bars: (start, end),
            longest: ranking.longest(),
            places,
            behind,
            row: row.clamp(style.times(LEAST_ROW), style.times(32.0)),
        }
    }

    /// Where so many marks end.
    pub fn x(&self, marks: f64) -> f64 {
        let (start, end) = self.bars;
        start + (end - start) * (marks / self.longest).clamp(0.0, 1.0)
    }

    /// The names of the criteria with their colours and numbers; returns where they end.
    fn key(&self, scene: &mut Scene) -> f64 {
        let (size, side) = (self.sizes.tick, sample(self.style));
        let mut middle = self.area.y + key_line(self.style) / 2.0;
        for line in key_lines(self.ranking, self.area.width, self.style) {
            for (nth, x, room) in line {
                let Some(of) = self.ranking.criteria.get(nth) else { continue };
                let (x, colour) = (self.area.x + x, self.palette.criterion(of.place));
                scene.rect(Area { x, y: middle - side / 2.0, width: side, height: side }, colour);
                let number = Label::new(
                    (of.place + 1).to_string(),
                    (x + side / 2.0, middle),
                    0.85 * size,
                    self.palette.text_on(colour),
                );
                scene.text(number.middle());
                let name = text::shorten(self.lang.pick(&of.name), size, false, room);
                let at = (x + side + self.style.times(5.0), middle);
                scene.text(Label::new(name, at, size, self.palette.muted));
            }
            middle += key_line(self.style);
        }
        middle - key_line(self.style) / 2.0
    }

    /// The head of a group; returns where its rows begin.
    fn head(&self, scene: &mut Scene, group: &Group, y: f64) -> f64 {
        let size = self.sizes.tick;
        let bottom = y + head(self.ranking, self.style);
        let middle = bottom - self.style.times(3.0) - self.style.line_height(size) / 2.0;
        if self.ranking.groups.len() > 1 {
            let room = self.bars.0 - self.area.x - self.style.times(12.0);
            let name = text::shorten(self.lang.pick(&group.name), size, true, room);
            scene.text(Label::new(name, (self.area.x, middle), size, self.palette.ink).bold());
        }
        let mut free = self.bars.1 + self.style.times(60.0);
        for (name, from) in group.bands.iter().filter(|(_, from)| *from <= self.longest) {
            let said = format!("{} {}", self.lang.pick(name), figure::short(*from));
            let (x, half) = (self.x(*from), text::width(&said, size, false) / 2.0);
            if x + half <= free && x - half >= self.bars.0 {
                scene.text(Label::new(said, (x, middle), size, self.palette.muted).middle());
                free = x - half - self.style.times(8.0);
            }
        }
        bottom
    }

    /// Where grades begin, behind what was earned.
    fn bands(&self, scene: &mut Scene, group: &Group, top: f64, bottom: f64) {
        let colour = self.palette.line.mix(self.palette.muted, 0.35);
        for (_, from) in group.bands.iter().filter(|(_, from)| *from <= self.longest) {
            let x = self.x(*from).round();
            scene.line((x, top), (x, bottom), Stroke::dashed(colour, 1.0));
        }
    }

    fn gap(&self, scene: &mut Scene, units: usize, y: f64) {
        let said = texts::units_between(self.lang, &figure::grouped(units as f64));
        let at = (self.area.x + self.places, y + self.row / 2.0);
        scene.text(Label::new(said, at, self.sizes.tick, self.palette.muted));
    }

    fn say_left_out(&self, scene: &mut Scene, rows: usize) {
        let said = charts::rows_left_out(self.lang, rows);
        let at = (self.area.x, self.area.bottom() - self.sizes.tick / 2.0);
        scene.text(Label::new(said, at, self.sizes.tick, self.palette.muted));
    }
}
