//! The drawing of several units or years: a row each, the longer time as a light bar, the shorter one as a dark bar on
//! it, the time really taken as an upright stroke, the figures in columns beside them.

use super::{Approval, Counted, Figure, Group, Row, words};
use crate::{
    chart::{
        hit::Mark,
        palette::Palette,
        scene::{Area, Label, Scene, Stroke},
        style::{Sizes, Style},
        text,
    },
    i18n::{
        figure,
        texts::charts::{self, ChartTexts},
    },
};

/// A row is at least this high; where there is less room, rows are left out.
const LEAST_ROW: f64 = 16.0;

/// Drawn below this width without the columns of days.
const NARROW: f64 = 560.0;

/// What all rows share.
struct Rows<'a> {
    approval: &'a Approval,
    style: Style,
    sizes: Sizes,
    palette: &'static Palette,
    texts: &'static ChartTexts,
    area: Area,
    /// How wide the names are.
    names: f64,
    /// How wide a column of figures is.
    column: f64,
    /// The columns of days are drawn.
    days: bool,
    /// The height of a row.
    row: f64,
}

/// The height that the plot wants: 30 pixels a row, and a head for each group.
pub fn height(approval: &Approval, _: f64, style: Style) -> f64 {
    let rows = approval.rows().count() as f64;
    (rows * style.times(30.0) + heads(approval, style)).max(style.times(120.0))
}

/// The heads of all groups, with the gaps between groups.
fn heads(approval: &Approval, style: Style) -> f64 {
    let groups = approval.groups.len() as f64;
    groups * head(approval, style) + (groups - 1.0).max(0.0) * gap(style)
}

/// The gap before a group.
fn gap(style: Style) -> f64 {
    style.times(14.0)
}

/// A column holds its name with the sample before it, and the figures of most offices.
fn column_width(style: Style) -> f64 {
    let (texts, size) = (charts::charts(style.lang), style.sizes().tick);
    let names = [texts.statutory_short, texts.promised_short, texts.actual_short, texts.before_short];
    let widest = names.iter().map(|name| text::width(name, size, false)).fold(0.0, f64::max);
    (widest + style.times(26.0)).max(style.times(64.0))
}

/// The height of a group's head: its name where there are several, the names of columns.
fn head(approval: &Approval, style: Style) -> f64 {
    let lines = if approval.groups.len() > 1 { 2.0 } else { 1.0 };
    lines * style.line_height(style.sizes().tick) + style.times(12.0)
}

/// Draws all rows that the area has room for.
pub fn draw(approval: &Approval, scene: &mut Scene, area: Area, style: Style) {
    let rows = Rows::new(approval, area, style);
    let mut y = area.y;
    let mut left_out = 0;
    let mut nth = 0;
    for (group_nth, group) in approval.groups.iter().enumerate() {
        y += if group_nth > 0 { gap(style) } else { 0.0 };
        if y + head(approval, style) + rows.row > area.bottom() + 1.0 {
            left_out += group.rows.len();
            continue;
        }
        y = rows.head(scene, group, y);
        let longest = group.rows.iter().flat_map(|row| [&row.before, &row.after, &row.actual]).flatten();
        let longest = longest.map(|figure| figure.value).fold(0.0, f64::max);
        for row in &group.rows {
            if y + rows.row > area.bottom() + 1.0 {
                left_out += 1;
                continue;
            }
            rows.row(scene, group, row, y, longest, nth);
            y += rows.row;
            nth += 1;
        }
    }
    if left_out > 0 {
        let said = charts::rows_left_out(style.lang, left_out);
        let at = (area.x, area.bottom() - rows.sizes.tick / 2.0);
        scene.text(Label::new(said, at, rows.sizes.tick, rows.palette.muted));
    }
}

impl<'a> Rows<'a> {
    fn new(approval: &'a Approval, area: Area, style: Style) -> Self {
        let (sizes, lang) = (style.sizes(), style.lang);
        let wanted = approval
            .rows()
            .map(|(_, row)| text::width(&words::row_name(approval, row, lang), sizes.label, false))
            .fold(0.0, f64::max);
        let count = approval.rows().count().max(1) as f64;
        let row = (area.height - heads(approval, style)) / count;
        Self {
            approval,
            style,
            sizes,
            palette: style.palette(),
            texts: charts::charts(lang),
            area,
            names: (wanted + style.times(14.0)).min(0.3 * area.width),
            column: column_width(style),
            days: area.width >= style.times(NARROW),
            row: row.clamp(style.times(LEAST_ROW), style.times(38.0)),
        }
    }

    /// The right ends of the columns: before, after, actual, days cut, share cut.
    fn ends(&self) -> [f64; 5] {
        [4.0, 3.0, 2.0, 1.0, 0.0].map(|from_right| self.area.right() - from_right * self.column)
    }

    /// Where bars begin and how long the longest is.
    fn bars(&self) -> (f64, f64) {
        let start = self.area.x + self.names;
        let end = if self.days { self.ends()[0] - self.column } else { self.ends()[4] - self.column };
        (start, (end - start - self.style.times(8.0)).max(10.0))
    }

    /// The head of a group; returns where its rows begin.
    fn head(&self, scene: &mut Scene, group: &Group, y: f64) -> f64 {
        let line = self.style.line_height(self.sizes.tick);
        let mut middle = y + line / 2.0;
        if self.approval.groups.len() > 1 {
            let name = words::group_name(group, self.style.lang);
            let name = text::shorten(&name, self.sizes.tick, true, self.area.width);
            scene.text(Label::new(name, (self.area.x, middle), self.sizes.tick, self.palette.ink).bold());
            middle += line;
        }
        if group.counted.only_share() {
            self.column_name(scene, self.texts.share_cut, self.ends()[4], middle);
        } else {
            self.column_names(scene, group, middle);
        }
        let bottom = y + head(self.approval, self.style) - self.style.times(6.0);
        let stroke = Stroke::solid(self.palette.line, 1.0);
        scene.line((self.area.x, bottom.round()), (self.area.right(), bottom.round()), stroke);
        bottom + self.style.times(6.0)
    }

    /// The names of the columns, with a sample of the mark that shows each.
    fn column_names(&self, scene: &mut Scene, group: &Group, middle: f64) {
        let [before, after, actual, days, share] = self.ends();
        let names = match group.counted {
            Counted::Total => [self.texts.statutory_short, self.texts.promised_short],
            _ => [self.texts.before_short, self.texts.after_short],
        };
        self.column_name(scene, self.texts.share_cut, share, middle);
        let samples = if self.days {
            self.column_name(scene, self.texts.days_cut, days, middle);
            [before, after, actual]
        } else {
            let start = self.bars().0;
            [1.0, 2.0, 3.0].map(|nth| start + nth * self.column - self.style.times(8.0))
        };
        self.sample(scene, names[0], samples[0], middle, 0);
        self.sample(scene, names[1], samples[1], middle, 1);
        if group.rows.iter().any(|row| row.actual.is_some()) {
            self.sample(scene, self.texts.actual_short, samples[2], middle, 2);
        }
    }

    fn column_name(&self, scene: &mut Scene, name: &str, end: f64, middle: f64) {
        let name = text::shorten(name, self.sizes.tick, false, self.column + self.style.times(8.0));
        scene.text(Label::new(name, (end, middle), self.sizes.tick, self.palette.muted).end());
    }

    /// A column's name with a sample of its mark before it.
    fn sample(&self, scene: &mut Scene, name: &str, end: f64, middle: f64, kind: usize) {
        self.column_name(scene, name, end, middle);
        let width = text::width(name, self.sizes.tick, false).min(self.column);
        let side = 0.7 * self.sizes.tick;
        let x = end - width - side - self.style.times(5.0);
        if kind == 2 {
            let half = 0.6 * side;
            let x = x + side / 2.0;
            scene.line(
                (x, middle - half),
                (x, middle + half),
                Stroke::solid(self.palette.ink, self.style.times(2.0)),
            );
            return;
        }
        let fill = if kind == 0 { self.light() } else { self.palette.accent };
        scene.rect(Area { x, y: middle - side / 2.0, width: side, height: side }, fill);
    }

    /// The colour of the longer time.
    fn light(&self) -> crate::chart::palette::Colour {
        self.palette.quiet.mix(self.palette.ground, 0.45)
    }

    fn row(&self, scene: &mut Scene, group: &Group, row: &Row, y: f64, longest: f64, nth: u32) {
        let middle = y + self.row / 2.0;
        let name = words::row_name(self.approval, row, self.style.lang);
        let name = text::shorten(&name, self.sizes.label, false, self.names - self.style.times(10.0));
        scene.text(Label::new(name, (self.area.x, middle), self.sizes.label, self.palette.ink));
        if group.counted.only_share() {
            self.share_bar(scene, group, row, middle, nth);
        } else {
            self.day_bars(scene, group, row, middle, longest, nth);
        }
        if let Some(cut) = row.share_cut() {
            let colour = if cut >= 0.0 { self.palette.good } else { self.palette.veto };
            let at = (self.area.right(), middle);
            scene.text(Label::new(words::change_share(cut), at, self.sizes.label, colour).bold().end());
        }
    }

    /// The bars and figures of a row with days.
    fn day_bars(&self, scene: &mut Scene, group: &Group, row: &Row, middle: f64, longest: f64, nth: u32) {
        let (start, room) = self.bars();
        let height = 0.56 * self.row;
        let length =
            |figure: &Figure| if longest > 0.0 { room * figure.value.max(0.0) / longest } else { 0.0 };
        let kinds = [(&row.before, &group.before), (&row.after, &group.after), (&row.actual, &group.actual)];
        for (column, (figure, name)) in kinds.into_iter().enumerate() {
            let Some(figure) = figure else { continue };
            let width = length(figure).max(1.0);
            let area = Area { x: start, y: middle - height / 2.0, width, height };
            match column {
                0 => scene.rect(area, self.light()),
                1 => scene.rect(area, self.palette.accent),
                _ => {
                    let (x, reach) = (start + width, height / 2.0 + self.style.times(3.0));
                    let rim = Stroke::solid(self.palette.ground, self.style.times(4.0));
                    scene.line((x, middle - reach), (x, middle + reach), rim);
                    let stroke = Stroke::solid(self.palette.ink, self.style.times(2.0));
                    scene.line((x, middle - reach), (x, middle + reach), stroke);
                }
            }
            self.mark(scene, group, row, figure, self.style.lang.pick(name), area, (nth, column));
        }
        if self.days {
            self.figures(scene, row, middle);
        }
    }

    /// The columns of days.
    fn figures(&self, scene: &mut Scene, row: &Row, middle: f64) {
        let values = [&row.before, &row.after, &row.actual].map(|figure| figure.as_ref().map(|f| f.value));
        let any_actual = self.approval.rows().any(|(_, row)| row.actual.is_some());
        for (nth, (value, end)) in values.into_iter().zip(self.ends()).enumerate() {
            let (said, colour) = match value {
                Some(value) => (figure::grouped(value), self.palette.ink),
                None if nth == 2 && !any_actual => continue,
                None => (self.texts.not_given.to_owned(), self.palette.muted),
            };
            scene.text(Label::new(said, (end, middle), self.sizes.tick, colour).end());
        }
        if let Some(cut) = row.days_cut() {
            let at = (self.ends()[3], middle);
            scene.text(Label::new(words::change_days(cut), at, self.sizes.tick, self.palette.ink).end());
        }
    }

    /// The bar of a row of which only the share is known: what is left of the whole.
    fn share_bar(&self, scene: &mut Scene, group: &Group, row: &Row, middle: f64, nth: u32) {
        let (Some(cut), Some(figure)) = (row.share_cut(), &row.stated_cut) else { return };
        let (start, room) = self.bars();
        let height = 0.56 * self.row;
        let whole = Area { x: start, y: middle - height / 2.0, width: room, height };
        scene.rect(whole, self.palette.sunken);
        let left = Area { width: (room * (1.0 - cut.clamp(0.0, 1.0))).max(1.0), ..whole };
        scene.rect(left, self.palette.accent.mix(self.palette.ground, 0.45));
        let name = self.style.lang.pick(&group.before);
        self.mark(scene, group, row, figure, name, whole, (nth, 0));
    }

    #[expect(clippy::too_many_arguments, reason = "one mark's parts")]
    fn mark(
        &self,
        scene: &mut Scene,
        group: &Group,
        row: &Row,
        figure: &Figure,
        name: &str,
        area: Area,
        (nth, column): (u32, usize),
    ) {
        let lang = self.style.lang;
        let value = match group.counted {
            Counted::Share | Counted::Speed => figure::percent(figure.value, 1),
            _ => words::days(group, lang, figure.value),
        };
        scene.marks.push(Mark {
            area,
            label: charts::named_of(lang, &charts::unit_year(lang, lang.pick(&row.name), row.year), name),
            value,
            source: self.approval.sources.words(&figure.place, lang),
            unit: Some(row.unit.clone()),
            year: Some(row.year),
            row: nth,
            column: column as i32,
            ..Mark::default()
        });
    }
}
