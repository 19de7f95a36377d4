//! The drawing of one unit in one year: a bar for each time, an arrow for the cut, and in words what is not known.

use super::{Approval, Counted, Figure, Group, Row, words};
use crate::{
    chart::{
        hit::Mark,
        palette::Colour,
        scene::{Area, Label, Scene, Stroke},
        style::Style,
        text,
    },
    i18n::texts::charts::{self, ChartTexts},
};

/// What the bars share.
struct Bars<'a> {
    approval: &'a Approval,
    group: &'a Group,
    row: &'a Row,
    style: Style,
    texts: &'static ChartTexts,
    /// Where names begin.
    left: f64,
    /// Where bars begin.
    start: f64,
    /// CSS pixels a day.
    per_day: f64,
    /// The height of a bar.
    height: f64,
}

/// Draws a row that has both times into an area.
pub fn draw(approval: &Approval, group: &Group, row: &Row, scene: &mut Scene, area: Area, style: Style) {
    let (Some(before), Some(after)) = (&row.before, &row.after) else { return };
    let texts = charts::charts(style.lang);
    let sizes = style.sizes();
    let names = short_names(group, texts);
    let name_width = names.iter().map(|name| text::width(name, sizes.label, false)).fold(0.0, f64::max);
    let start = area.x + (name_width + style.times(16.0)).min(0.4 * area.width);
    let longest = before.value.max(after.value).max(row.actual.as_ref().map_or(0.0, |actual| actual.value));
    // Where the longest bar is too short for its value, there is room for the value behind it.
    let room = area.right() - start;
    let value = style.times(120.0);
    let room = if room < 2.0 * value { room - value } else { room }.max(1.0);
    let per_day = if longest > 0.0 { room / longest } else { 0.0 };
    // In heights of a bar: 1 and a gap of 0.4, 1 and the arrow's 1.6, 1.
    let height = (area.height / 5.0).min(style.times(48.0));
    let bars = Bars { approval, group, row, style, texts, left: area.x, start, per_day, height };
    let palette = style.palette();
    let grey = palette.quiet.mix(palette.ground, 0.45);
    let mut y = area.y;
    let before_bottom = bars.bar(scene, y, names[0], before, grey, 0);
    y += 1.4 * height;
    bars.bar(scene, y, names[1], after, palette.accent, 1);
    y += height;
    bars.arrow(scene, before_bottom, y, before.value, after.value);
    y += 1.6 * height;
    bars.actual(scene, y, names[2]);
}

/// The names of the three bars.
fn short_names(group: &Group, texts: &'static ChartTexts) -> [&'static str; 3] {
    match group.counted {
        Counted::Total => [texts.statutory_limit, texts.promised_limit, texts.actual],
        _ => [texts.before_short, texts.after_short, texts.actual],
    }
}

impl Bars<'_> {
    fn x(&self, days: f64) -> f64 {
        self.start + days.max(0.0) * self.per_day
    }

    /// A bar with its name before it and its value in it, or behind it where it is too short; returns its lower side.
    fn bar(&self, scene: &mut Scene, y: f64, name: &str, figure: &Figure, fill: Colour, column: i32) -> f64 {
        let (style, palette, sizes) = (self.style, self.style.palette(), self.style.sizes());
        let middle = y + self.height / 2.0;
        scene.text(Label::new(name, (self.left, middle), sizes.label, palette.ink));
        let end = self.x(figure.value).max(self.start + 1.0);
        let area = Area { x: self.start, y, width: end - self.start, height: self.height };
        scene.rect(area, fill);
        let value = words::days(self.group, style.lang, figure.value);
        let size = sizes.figure.min(0.6 * self.height).max(sizes.tick);
        let gap = style.times(10.0);
        let inside = text::width(&value, size, true) + 2.0 * gap < area.width;
        let label = if inside {
            Label::new(&value, (end - gap, middle), size, palette.text_on(fill)).end()
        } else {
            Label::new(&value, (end + gap, middle), size, palette.ink)
        };
        scene.text(label.bold());
        self.mark(scene, area, name, value, figure, column);
        y + self.height
    }

    fn mark(&self, scene: &mut Scene, area: Area, name: &str, value: String, figure: &Figure, column: i32) {
        let lang = self.style.lang;
        scene.marks.push(Mark {
            area,
            label: charts::named_of(
                lang,
                &charts::unit_year(lang, lang.pick(&self.row.name), self.row.year),
                name,
            ),
            value,
            source: self.approval.sources.words(&figure.place, lang),
            unit: Some(self.row.unit.clone()),
            year: Some(self.row.year),
            row: column as u32,
            column: 0,
            ..Mark::default()
        });
    }

    /// The cut: dotted lines down from both ends, an arrow between them, the words below it.
    fn arrow(&self, scene: &mut Scene, before_bottom: f64, after_bottom: f64, before: f64, after: f64) {
        let (style, palette, sizes) = (self.style, self.style.palette(), self.style.sizes());
        let colour = if after <= before { palette.good } else { palette.veto };
        let (from, to) = (self.x(before), self.x(after));
        let y = after_bottom + 0.45 * self.height;
        let dotted = Stroke::dotted(colour, style.times(1.0));
        let (from_top, to_top) = (before_bottom, after_bottom);
        scene.path(vec![(from, from_top), (from, y + style.times(6.0))], dotted);
        scene.path(vec![(to, to_top), (to, y + style.times(6.0))], dotted);
        if (from - to).abs() > style.times(10.0) {
            let head = style.times(9.0) * (from - to).signum();
            scene.line((from, y), (to + head, y), Stroke::solid(colour, style.times(2.0)));
            let half = style.times(5.0);
            scene.polygon(vec![(to, y), (to + head, y - half), (to + head, y + half)], colour);
        }
        let share = self.row.share_cut().map(words::change_share).unwrap_or_default();
        let measure = style.lang.pick(&self.group.measure.name);
        let said = charts::cut_both(style.lang, &words::change_days(before - after), measure, &share);
        let width = text::width(&said, sizes.figure, true);
        let middle = ((from + to) / 2.0).max(self.start + width / 2.0);
        let at = (middle, y + 0.45 * self.height + 0.3 * sizes.figure);
        scene.text(Label::new(said, at, sizes.figure, colour).bold().middle());
    }

    /// The time really taken, or that it is not known.
    fn actual(&self, scene: &mut Scene, y: f64, name: &str) {
        if self.group.actual.is_empty() {
            return;
        }
        let (palette, sizes) = (self.style.palette(), self.style.sizes());
        match &self.row.actual {
            Some(actual) => {
                self.bar(scene, y, name, actual, palette.series[2], 2);
            }
            None => {
                let middle = y + self.height / 2.0;
                scene.text(Label::new(name, (self.left, middle), sizes.label, palette.muted));
                let said = self.texts.report_gives_none;
                scene.text(Label::new(said, (self.start, middle), sizes.label, palette.muted));
            }
        }
    }
}
