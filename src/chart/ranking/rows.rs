//! A row of a ranking: place, name, bar, total, grade, and what answers to mouse and keys.

use super::{Row, layout::Layout, words};
use crate::{
    chart::{
        evaluated::Stand,
        palette::Colour,
        scene::{Area, Label, Scene, Stroke},
        signs, text,
    },
    i18n::{Lang, figure, texts::result_charts::result_charts},
};

/// A row's total, as written.
pub fn total(row: &Row, lang: Lang) -> String {
    row.total.map_or_else(|| result_charts(lang).not_rated.to_owned(), words::marks)
}

/// Draws a row.
pub fn row(layout: &Layout, scene: &mut Scene, row: &Row, y: f64, nth: u32) {
    let whole = Area { x: layout.area.x, y, width: layout.area.width, height: layout.row };
    let opened = layout.ranking.opened.as_ref() == Some(&row.unit);
    if opened {
        let before = Area { width: layout.bars.0 - whole.x - layout.style.times(4.0), ..whole };
        scene.rect(before, layout.palette.accent.mix(layout.palette.ground, 0.85));
    }
    let middle = y + layout.row / 2.0;
    place(layout, scene, row, middle);
    let x = whole.x + layout.places;
    let room = layout.bars.0 - x - layout.style.times(8.0);
    let size = layout.sizes.label;
    let name = text::shorten(layout.lang.pick(&row.name), size, opened, room);
    let colour = if row.stand.place().is_some() { layout.palette.ink } else { layout.palette.muted };
    scene.text(Label { bold: opened, ..Label::new(name, (x, middle), size, colour) });
    let before = Area { width: layout.bars.0 - whole.x, ..whole };
    scene.marks.push(words::unit_mark(row, before, nth, layout.lang));
    bar(layout, scene, row, middle, nth);
    interval(layout, scene, row, middle);
    figures(layout, scene, row, middle);
}

/// The place before the name; a barred ring where the unit is vetoed.
fn place(layout: &Layout, scene: &mut Scene, row: &Row, middle: f64) {
    let (style, palette, size) = (layout.style, layout.palette, layout.sizes.label);
    let end = layout.area.x + layout.places - style.times(8.0);
    match &row.stand {
        Stand::Ranked(place) => {
            scene.text(Label::new(figure::short(*place), (end, middle), size, palette.muted).end());
        }
        Stand::Vetoed(_) => {
            let radius = (0.42 * size).min(0.4 * layout.row);
            signs::veto(scene, (end - radius, middle), radius, style);
        }
        Stand::NotRated | Stand::Absent => {
            scene.text(Label::new("—", (end, middle), size, palette.muted).end());
        }
    }
}

/// The part of a row's bar between two sums of marks.
fn piece(layout: &Layout, middle: f64, from: f64, to: f64) -> Area {
    let height = (0.62 * layout.row).round();
    let x = layout.x(from);
    Area { x, y: (middle - height / 2.0).round(), width: layout.x(to) - x, height }
}

/// The whole length of a row's bar.
pub fn track(layout: &Layout, scene: &mut Scene, y: f64) {
    let whole = piece(layout, y + layout.row / 2.0, 0.0, layout.ranking.full_marks);
    scene.rect(whole, layout.palette.sunken);
}

/// The bar: what criteria gave, faded where rules took it; what rules gave behind it.
fn bar(layout: &Layout, scene: &mut Scene, row: &Row, middle: f64, nth: u32) {
    let palette = layout.palette;
    let piece = |from: f64, to: f64| piece(layout, middle, from, to);
    let Area { y, height, .. } = piece(0.0, 0.0);
    let kept = row.total.unwrap_or(f64::INFINITY);
    let tone = |colour: Colour, share: f64| {
        let share = if row.stand.place().is_some() { share } else { share.max(0.6) };
        colour.mix(palette.ground, share)
    };
    let first = nth == 0;
    let mut from = 0.0;
    for (part, ((marks, _), of)) in row.parts.iter().zip(&layout.ranking.criteria).enumerate() {
        if *marks <= 0.0 {
            continue;
        }
        let (to, colour) = (from + marks, palette.criterion(of.place));
        let whole = piece(from, to);
        // Neighbours stand a pixel apart.
        let gap = if whole.width > 3.0 { 1.0 } else { 0.0 };
        let within = |area: Area| Area { width: area.width - gap, ..area };
        if from < kept {
            scene.rect(within(piece(from, to.min(kept))), tone(colour, 0.0));
        }
        if to > kept {
            scene.rect(within(piece(from.max(kept), to)), tone(colour, 0.75));
        }
        if first && whole.width > layout.style.times(14.0) {
            let at = (whole.x + whole.width / 2.0, middle);
            let ink = palette.text_on(tone(colour, 0.0));
            scene.text(Label::new((of.place + 1).to_string(), at, 0.85 * layout.sizes.tick, ink).middle());
        }
        scene.marks.extend(words::part_mark(layout.ranking, row, part, whole, nth, layout.lang));
        from = to;
    }
    let Some((total, change)) = row.total.zip(row.changed()) else { return };
    if change > 0.0 {
        scene.rect(piece(from, total), tone(palette.good, 0.35));
    }
    let x = layout.x(total);
    let reach = layout.style.times(2.0);
    let stroke = Stroke::solid(palette.ink, layout.style.times(2.0));
    scene.line((x, y - reach), (x, y + height + reach), stroke);
}

/// From the worst to the best case, with a rim that sets it off from the bar.
fn interval(layout: &Layout, scene: &mut Scene, row: &Row, middle: f64) {
    let Some(bounds) = row.interval() else { return };
    let (from, to) = (layout.x(bounds.low), layout.x(bounds.high));
    let cap = 0.2 * layout.row;
    let rim = Stroke::solid(layout.palette.ground, layout.style.times(3.0));
    let ink = Stroke::solid(layout.palette.ink, layout.style.times(1.0));
    for stroke in [rim, ink] {
        scene.line((from, middle), (to, middle), stroke);
        for x in [from, to] {
            scene.line((x, middle - cap), (x, middle + cap), stroke);
        }
    }
}

/// Total and grade behind the bar; the total of a vetoed unit struck through.
fn figures(layout: &Layout, scene: &mut Scene, row: &Row, middle: f64) {
    let (palette, size, style) = (layout.palette, layout.sizes.label, layout.style);
    let (end, said) = (layout.bars.1 + layout.behind.0, total(row, layout.lang));
    let colour = match row.stand {
        Stand::Ranked(_) => palette.ink,
        Stand::Vetoed(_) => palette.veto,
        Stand::NotRated | Stand::Absent => palette.muted,
    };
    let width = text::width(&said, size, true);
    scene.text(Label::new(said, (end, middle), size, colour).bold().end());
    if row.is_vetoed() && row.total.is_some() {
        let stroke = Stroke::solid(colour, style.times(1.5));
        scene.line((end - width, middle), (end, middle), stroke);
    }
    if let Some(grade) = &row.grade {
        let room = layout.behind.1 - style.times(8.0);
        let grade = text::shorten(layout.lang.pick(grade), size, false, room);
        let colour = if row.is_vetoed() { palette.veto } else { palette.muted };
        scene.text(Label::new(grade, (end + style.times(8.0), middle), size, colour));
    }
}
