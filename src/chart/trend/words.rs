//! What a trend says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Break, Point, Series, Trend, points::Change};
use crate::{
    chart::{
        heading::Heading,
        table::{Cell, Table},
    },
    domain::{MeasureKind, Year},
    i18n::{
        Lang, figure,
        texts::{charts, unit},
    },
};

/// Alt texts name at most so many lines; the table has all.
const NAMED_IN_ALT: usize = 6;

/// Why there is nothing to draw.
pub fn problem(trend: &Trend, lang: Lang) -> Option<String> {
    let none = trend.values().next().is_none();
    none.then(|| charts::no_values(lang, lang.pick(&trend.measured), trend.series.is_empty()))
}

/// Title, subtitle and foot.
pub fn heading(trend: &Trend, lang: Lang) -> Heading {
    let mut foot = trend.sources.foot(lang);
    let method = lang.pick(&trend.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    foot.extend(break_notes(trend, lang));
    Heading { title: title(trend, lang), subtitle: subtitle(trend, lang), foot }
}

/// What changed at the breaks, each note once.
fn break_notes(trend: &Trend, lang: Lang) -> Vec<String> {
    let mut notes: Vec<(String, &str, Vec<Year>)> = Vec::new();
    let (_, last) = trend.span().unwrap_or_default();
    for of in trend.breaks.iter().filter(|of| !of.note.is_empty() && of.from <= last) {
        let (names, note) = (names(trend, of, lang), lang.pick(&of.note));
        match notes.iter_mut().find(|known| known.0 == names && known.1 == note) {
            Some(known) => known.2.push(of.from),
            None => notes.push((names, note, vec![of.from])),
        }
    }
    notes.iter().map(|(names, note, years)| charts::break_note(lang, names, years, note)).collect()
}

/// A value of the trend, as written beside a mark.
pub fn written(trend: &Trend, lang: Lang, value: f64) -> String {
    if trend.measure.kind == MeasureKind::Points && lang.pick(&trend.measure.name).is_empty() {
        return figure::fixed(value, 1);
    }
    figure::on_mark(lang, &trend.measure, value)
}

/// A difference of two values, without its sign: a share in percentage points.
fn difference(trend: &Trend, lang: Lang, by: f64) -> String {
    match trend.measure.kind {
        MeasureKind::Share => charts::percentage_points(lang, &figure::short(100.0 * by.abs())),
        MeasureKind::Points if trend.measure.name.is_empty() => {
            charts::marks(lang, &written(trend, lang, by.abs()))
        }
        _ => written(trend, lang, by.abs()),
    }
}

fn title(trend: &Trend, lang: Lang) -> String {
    let measured = lang.pick(&trend.measured);
    let Some((first, last)) = trend.span() else { return measured.to_owned() };
    let years = charts::years(lang, first, last);
    let change = if trend.series.len() == 1 { trend.change(0) } else { trend.largest_change() };
    let Some(change) = change else {
        return match trend.series.as_slice() {
            [one] => charts::measured_of(lang, lang.pick(&one.name), measured, &years),
            _ => charts::measured_in(lang, measured, &years),
        };
    };
    let Some(series) = trend.series.get(change.series) else { return measured.to_owned() };
    let told = charts::Change {
        unit: lang.pick(&series.name),
        measured,
        years: &charts::years(lang, change.from, change.to),
        before: &written(trend, lang, change.before),
        after: &written(trend, lang, change.after),
        by: &difference(trend, lang, change.by()),
        direction: direction(&change),
    };
    if trend.series.len() == 1 {
        charts::change_of_one(lang, &told)
    } else {
        charts::largest_change(lang, &told)
    }
}

fn direction(change: &Change) -> std::cmp::Ordering {
    change.after.total_cmp(&change.before)
}

fn subtitle(trend: &Trend, lang: Lang) -> String {
    let texts = charts::charts(lang);
    let measure = match trend.measure.kind {
        MeasureKind::Share => "%",
        _ => lang.pick(&trend.measure.name),
    };
    let mut parts = vec![charts::what_in(lang, lang.pick(&trend.measured), measure)];
    if let Some((first, last)) = trend.span() {
        parts.push(charts::of_years(lang, first, last));
    }
    if let Some(behind) = &trend.behind {
        parts.push(charts::band_of(lang, lang.pick(&behind.name)));
    }
    if has_gap(trend) {
        parts.push(texts.gaps.to_owned());
    }
    if has_dashes(trend) {
        parts.push(texts.dashes.to_owned());
    }
    if trend.series.iter().flat_map(|series| &series.points).any(|point| point.veto.is_some()) {
        parts.push(texts.veto_sign.to_owned());
    }
    if trend.series.len() > super::layout::IN_FRONT {
        parts.push(charts::in_the_back(lang, trend.series.len() - super::layout::IN_FRONT));
    }
    parts.join(" · ")
}

/// A line has a hole between its first and its last value.
fn has_gap(trend: &Trend) -> bool {
    trend.series.iter().any(|series| {
        let years: Vec<Year> = valued(series).map(|point| point.year).collect();
        years.windows(2).any(|pair| pair[1] > pair[0] + 1)
    })
}

fn has_dashes(trend: &Trend) -> bool {
    trend.series.iter().enumerate().any(|(nth, series)| {
        let points: Vec<&Point> = valued(series).collect();
        points
            .windows(2)
            .any(|pair| pair[1].year == pair[0].year + 1 && !trend.comparable(nth, pair[0], pair[1]))
    })
}

fn valued(series: &Series) -> impl Iterator<Item = &Point> {
    series.points.iter().filter(|point| point.value.is_some())
}

/// The names of the lines that a break is true of; empty for all.
pub fn names(trend: &Trend, of: &Break, lang: Lang) -> String {
    let names: Vec<&str> =
        of.series.iter().filter_map(|nth| trend.series.get(*nth)).map(|s| lang.pick(&s.name)).collect();
    charts::list(lang, &names)
}

/// What must be known of a point; empty where nothing.
pub fn remark(trend: &Trend, series: usize, point: &Point, lang: Lang) -> String {
    let texts = charts::charts(lang);
    let mut parts = Vec::new();
    if let Some(rules) = &point.veto {
        parts.push(charts::vetoed_by(lang, lang.pick(rules)));
    }
    if trend.apart(series, point) {
        parts.push(texts.apart.to_owned());
    }
    if point.value.is_none() {
        parts.push(unit::missing_reason(lang, point.missing).to_owned());
    }
    let note = lang.pick(&point.note);
    if !note.is_empty() {
        parts.push(note.to_owned());
    }
    charts::clauses(lang, &parts)
}

/// The chart in words.
pub fn alt(trend: &Trend, lang: Lang) -> String {
    if let Some(problem) = problem(trend, lang) {
        return problem;
    }
    let mut sentences = vec![charts::sentence(lang, &title(trend, lang))];
    for (nth, series) in trend.series.iter().enumerate().take(NAMED_IN_ALT) {
        let points: Vec<String> = valued(series)
            .map(|point| {
                let value = point.value.map(|value| written(trend, lang, value)).unwrap_or_default();
                charts::year_value(lang, point.year, &value, &remark(trend, nth, point, lang))
            })
            .collect();
        if !points.is_empty() {
            sentences.push(charts::series_sentence(lang, lang.pick(&series.name), &points));
        }
    }
    if trend.series.len() > NAMED_IN_ALT {
        sentences.push(charts::more_in_table(lang, trend.series.len() - NAMED_IN_ALT));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a unit, a column a year, remarks behind.
pub fn table(trend: &Trend, lang: Lang) -> Table {
    let texts = charts::charts(lang);
    let years: Vec<Year> = trend.span().map(|(first, last)| (first..=last).collect()).unwrap_or_default();
    let mut rows: Vec<(Vec<Cell>, String)> = trend
        .series
        .iter()
        .enumerate()
        .map(|(nth, series)| series_row(trend, nth, series, &years, lang))
        .collect();
    rows.extend(class_rows(trend, &years, lang).into_iter().map(|row| (row, String::new())));
    let remarks = rows.iter().any(|(_, remark)| !remark.is_empty());
    let mut columns = vec![texts.unit.to_owned()];
    columns.extend(years.iter().map(|year| year.to_string()));
    if remarks {
        columns.push(texts.remarks.to_owned());
    }
    let rows = rows.into_iter().map(|(mut row, remark)| {
        if remarks {
            row.push(Cell::Text(remark));
        }
        row
    });
    Table { caption: title(trend, lang), columns, rows: rows.collect() }
}

fn series_row(trend: &Trend, nth: usize, series: &Series, years: &[Year], lang: Lang) -> (Vec<Cell>, String) {
    let mut row = vec![Cell::Text(lang.pick(&series.name).to_owned())];
    let mut remarks = Vec::new();
    for year in years {
        let point = series.points.iter().find(|point| point.year == *year);
        row.push(match point.and_then(|point| point.value) {
            Some(value) => Cell::number(value, written(trend, lang, value)),
            None => Cell::Missing(String::new()),
        });
        let remark = point.map(|point| remark(trend, nth, point, lang)).unwrap_or_default();
        if !remark.is_empty() {
            remarks.push(charts::year_remark(lang, *year, &remark));
        }
    }
    (row, charts::clauses(lang, &remarks))
}

fn class_rows(trend: &Trend, years: &[Year], lang: Lang) -> Vec<Vec<Cell>> {
    let Some(behind) = &trend.behind else { return Vec::new() };
    let name = lang.pick(&behind.name);
    let texts = charts::charts(lang);
    type Pick = fn(&super::ClassYear) -> f64;
    let kinds: [(&str, Pick); 3] =
        [(texts.highest, |of| of.high), (texts.median, |of| of.median), (texts.lowest, |of| of.low)];
    kinds
        .iter()
        .map(|(kind, pick)| {
            let of_year = |year: &Year| match behind.years.iter().find(|of| of.year == *year) {
                Some(of) => Cell::number(pick(of), written(trend, lang, pick(of))),
                None => Cell::Missing(String::new()),
            };
            let head = Cell::Text(charts::of_class(lang, name, kind));
            std::iter::once(head).chain(years.iter().map(of_year)).collect()
        })
        .collect()
}
