//! What a slope graph says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{At, Line, Slope};
use crate::{
    chart::{
        evaluated::Stand,
        heading::Heading,
        table::{Cell, Table},
    },
    i18n::{
        Lang, figure,
        texts::{catalogue, charts, criterion_charts, place_charts as texts},
    },
};

/// Alt texts name at most so many units; the table has all.
const NAMED_IN_ALT: usize = 8;

/// Titles name at most so many vetoed units, and count more.
const NAMED_IN_TITLE: usize = 3;

/// Why there is nothing to draw.
pub fn problem(slope: &Slope, lang: Lang) -> Option<String> {
    let words = texts::place_charts(lang);
    if slope.panels.is_empty() {
        return Some(words.nothing_to_compare.to_owned());
    }
    if slope.lines().next().is_none() {
        return Some(criterion_charts::criterion_charts(lang).no_units.to_owned());
    }
    let known = |at: &At| !matches!(at.stand, Stand::Absent);
    let none = !slope.lines().any(|line| known(&line.before) || known(&line.after));
    none.then(|| words.no_places.to_owned())
}

/// Title, subtitle and foot.
pub fn heading(slope: &Slope, lang: Lang) -> Heading {
    let mut foot = slope.sources.foot(lang);
    let methods = slope.method.iter().map(|method| lang.pick(method).to_owned());
    foot.extend(methods.filter(|method| !method.is_empty()));
    Heading { title: title(slope, lang), subtitle: subtitle(slope, lang), foot }
}

/// A place without its word: 3, 2.5.
pub fn place(place: f64) -> String {
    figure::short(place)
}

/// How a line moved: ▲3, ▼2; empty where it did not.
pub fn moved(line: &Line) -> String {
    match line.risen() {
        Some(by) if by > 0.0 => format!("▲{}", figure::short(by)),
        Some(by) if by < 0.0 => format!("▼{}", figure::short(-by)),
        _ => String::new(),
    }
}

fn title(slope: &Slope, lang: Lang) -> String {
    if slope.panels.is_empty() {
        return catalogue::catalogue(lang).slope.to_owned();
    }
    let (before, after) = (lang.pick(&slope.before.name), lang.pick(&slope.after.name));
    let news = slope.lines().any(|line| line.newly_vetoed() || line.veto_lifted());
    let changes: Vec<(&Line, f64)> = slope.lines().filter_map(|line| Some((line, line.risen()?))).collect();
    let up = changes.iter().filter(|(_, by)| *by > 0.0).count();
    let down = changes.iter().filter(|(_, by)| *by < 0.0).count();
    let moves = match (changes.is_empty(), up + down) {
        (true, _) => texts::places_of(lang, before, after),
        (false, 0) => texts::none_moved(lang, before, after, changes.len()),
        _ => {
            let most = |sign: f64| {
                let of_sign = changes.iter().filter(|(_, by)| by * sign > 0.0);
                let (line, by) = of_sign.fold(None, |most: Option<&(&Line, f64)>, one| match most {
                    Some(known) if known.1.abs() >= one.1.abs() => Some(known),
                    _ => Some(one),
                })?;
                Some((lang.pick(&line.name), figure::short(by.abs())))
            };
            // Vetoes say more than who moved most.
            let most = |sign: f64| if news { None } else { most(sign) };
            texts::moved(lang, (before, after), (up, down), most(1.0), most(-1.0))
        }
    };
    let of = |is: fn(&Line) -> bool| -> Vec<&str> {
        slope.lines().filter(|line| is(line)).map(|line| lang.pick(&line.name)).collect()
    };
    let named = |units: &[&str]| match units.len() {
        few if few <= NAMED_IN_TITLE => charts::list(lang, units),
        many => texts::units(lang, many),
    };
    let (vetoed, lifted) = (of(Line::newly_vetoed), of(Line::veto_lifted));
    let mut parts = vec![moves];
    if !vetoed.is_empty() {
        parts.push(texts::newly_vetoed(lang, &named(&vetoed)));
    }
    if !lifted.is_empty() {
        parts.push(texts::veto_lifted(lang, &named(&lifted)));
    }
    charts::clauses(lang, &parts)
}

fn subtitle(slope: &Slope, lang: Lang) -> String {
    if slope.panels.is_empty() {
        return String::new();
    }
    let words = texts::place_charts(lang);
    let (before, after) = (lang.pick(&slope.before.name), lang.pick(&slope.after.name));
    let mut parts = vec![texts::left_and_right(lang, before, after)];
    if slope.lines().any(|line| line.risen().is_some_and(|by| by != 0.0)) {
        parts.push(words.arrows.to_owned());
    }
    let any =
        |is: fn(&Stand) -> bool| slope.lines().any(|line| is(&line.before.stand) || is(&line.after.stand));
    if any(|stand| matches!(stand, Stand::Vetoed(_))) {
        parts.push(words.vetoed_below.to_owned());
    }
    if any(|stand| matches!(stand, Stand::NotRated)) {
        parts.push(words.not_rated_below.to_owned());
    }
    let left_out: usize = slope.panels.iter().map(|panel| panel.left_out).sum();
    if left_out > 0 {
        parts.push(criterion_charts::units_left_out(lang, left_out));
    }
    parts.join(" · ")
}

/// The value of a mark: its place in words, with the total behind it.
pub fn at_words(at: &At, lang: Lang) -> String {
    let stand = at.stand.words(lang);
    match at.total {
        Some(total) => texts::stand_and_total(lang, &stand, &figure::fixed(total, 1)),
        None => stand,
    }
}

/// A line's way in words: 第 3 名 → 第 1 名.
pub fn way(line: &Line, lang: Lang) -> String {
    charts::from_to(lang, &line.before.stand.words(lang), &line.after.stand.words(lang))
}

/// The chart in words.
pub fn alt(slope: &Slope, lang: Lang) -> String {
    if let Some(problem) = problem(slope, lang) {
        return problem;
    }
    let mut sentences = vec![charts::sentence(lang, &title(slope, lang))];
    let named: Vec<&Line> = slope.lines().filter(|line| line.front).take(NAMED_IN_ALT).collect();
    let ways: Vec<String> =
        named.iter().map(|line| charts::named_value(lang, lang.pick(&line.name), &way(line, lang))).collect();
    if !ways.is_empty() {
        sentences.push(charts::sentence(lang, &charts::clauses(lang, &ways)));
    }
    let more = slope.lines().count() - named.len();
    if more > 0 {
        sentences.push(charts::more_in_table(lang, more));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a unit in the order of the right side.
pub fn table(slope: &Slope, lang: Lang) -> Table {
    let (words, shared) = (texts::place_charts(lang), charts::charts(lang));
    let (before, after) = (lang.pick(&slope.before.name), lang.pick(&slope.after.name));
    let total = criterion_charts::criterion_charts(lang).total;
    let several = slope.panels.len() > 1;
    let mut columns = vec![shared.unit.to_owned()];
    if several {
        columns.push(words.class.to_owned());
    }
    let of = |name: &str, what: &str| texts::column_of(lang, name, what);
    columns.extend([
        of(before, words.place),
        of(after, words.place),
        words.risen.to_owned(),
        of(before, total),
        of(after, total),
    ]);
    let mut rows = Vec::new();
    for panel in &slope.panels {
        let right = super::order::rows(panel).1;
        let mut order: Vec<usize> = (0..panel.lines.len()).collect();
        order.sort_by_key(|nth| right.of.get(*nth).copied().flatten().unwrap_or(usize::MAX));
        for line in order.into_iter().filter_map(|nth| panel.lines.get(nth)) {
            let mut row = vec![Cell::Text(lang.pick(&line.name).to_owned())];
            if several {
                row.push(Cell::Text(lang.pick(&panel.name).to_owned()));
            }
            row.extend(figures(line, lang));
            rows.push(row);
        }
    }
    Table { caption: title(slope, lang), columns, rows }
}

fn figures(line: &Line, lang: Lang) -> [Cell; 5] {
    let stand = |at: &At| match &at.stand {
        Stand::Ranked(value) => Cell::number(*value, place(*value)),
        other => Cell::Missing(other.words(lang)),
    };
    let total = |at: &At| match at.total {
        Some(total) => Cell::number(total, figure::fixed(total, 1)),
        None => Cell::Missing(String::new()),
    };
    let risen = match line.risen() {
        Some(by) => Cell::number(by, figure::signed(by, usize::from(by != by.round()))),
        None => Cell::Missing(String::new()),
    };
    [stand(&line.before), stand(&line.after), risen, total(&line.before), total(&line.after)]
}
