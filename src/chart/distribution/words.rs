//! What a distribution says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Bin, Distribution, Score};
use crate::{
    chart::{
        heading::Heading,
        hit::Mark,
        scene::Area,
        table::{Cell, Table},
    },
    i18n::{
        Lang, figure,
        texts::{
            charts,
            result_charts::{self as texts, result_charts},
        },
    },
};

/// A table names at most so many units of an interval.
const MOST_NAMED: usize = 20;

/// Why there is nothing to draw.
pub fn problem(distribution: &Distribution, lang: Lang) -> Option<String> {
    distribution.scores.is_empty().then(|| texts::nothing_scored(lang, distribution.year))
}

/// Title, subtitle and foot.
pub fn heading(distribution: &Distribution, lang: Lang) -> Heading {
    let mut foot = distribution.sources.foot(lang);
    let method = lang.pick(&distribution.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    Heading { title: title(distribution, lang), subtitle: subtitle(distribution, lang), foot }
}

/// A score, as written.
pub fn marks(total: f64) -> String {
    figure::fixed(total, 1)
}

fn title(distribution: &Distribution, lang: Lang) -> String {
    let Some(spread) = distribution.spread() else {
        return texts::nothing_scored(lang, distribution.year);
    };
    let grades: Vec<String> = distribution
        .grades
        .iter()
        .filter(|(_, units)| *units > 0)
        .map(|(grade, units)| texts::units_of_grade(lang, lang.pick(grade), &figure::grouped(*units as f64)))
        .collect();
    let units = figure::grouped(spread.units as f64);
    texts::median_and_grades(lang, lang.pick(&distribution.of), &units, &marks(spread.median), &grades)
}

fn subtitle(distribution: &Distribution, lang: Lang) -> String {
    let words = result_charts(lang);
    let vetoed = distribution.scores.iter().any(|score| score.vetoed);
    let mut besides = vec![if distribution.has_dots() { words.dot_is_unit } else { words.column_counts }];
    besides.extend((vetoed && distribution.has_dots()).then_some(words.veto_is_ring));
    besides.extend((vetoed && !distribution.has_dots()).then_some(words.veto_is_red));
    let not_rated = texts::units_not_rated(lang, distribution.not_rated);
    if distribution.not_rated > 0 {
        besides.push(&not_rated);
    }
    texts::scores_of(lang, distribution.year, &figure::short(distribution.full_marks), &besides)
}

/// 60–62, as written.
pub fn interval(bin: &Bin) -> String {
    format!("{}–{}", figure::short(bin.from), figure::short(bin.to))
}

/// The mark of a unit.
pub fn unit_mark(distribution: &Distribution, score: &Score, area: Area, column: i32, lang: Lang) -> Mark {
    let name = score.unit.as_ref().map_or("", |(_, name)| lang.pick(name));
    let reached = distribution.bands.iter().find(|(_, from)| score.total >= from - 1e-9);
    let band = reached.map_or(&distribution.below, |(name, _)| name);
    let note = if score.vetoed { charts::charts(lang).vetoed } else { lang.pick(band) };
    Mark {
        area,
        label: name.to_owned(),
        value: charts::marks(lang, &marks(score.total)),
        note: note.to_owned(),
        unit: score.unit.as_ref().map(|(id, _)| id.clone()),
        column,
        ..Mark::default()
    }
}

/// The mark of an interval.
pub fn bin_mark(bin: &Bin, area: Area, column: i32, lang: Lang) -> Mark {
    Mark {
        area,
        label: charts::marks(lang, &interval(bin)),
        value: texts::units(lang, &figure::grouped(bin.scores.len() as f64)),
        note: if bin.vetoed > 0 { texts::of_them_vetoed(lang, bin.vetoed) } else { String::new() },
        column,
        ..Mark::default()
    }
}

/// The chart in words.
pub fn alt(distribution: &Distribution, lang: Lang) -> String {
    let Some(spread) = distribution.spread() else {
        return texts::nothing_scored(lang, distribution.year);
    };
    let bins: Vec<String> = distribution
        .bins()
        .iter()
        .filter(|bin| !bin.scores.is_empty())
        .map(|bin| charts::named_value(lang, &interval(bin), &figure::grouped(bin.scores.len() as f64)))
        .collect();
    let ends = texts::lowest_and_highest(lang, &marks(spread.low), &marks(spread.high));
    charts::sentences(
        lang,
        &[
            charts::sentence(lang, &title(distribution, lang)),
            charts::sentence(lang, &ends),
            charts::series_sentence(lang, result_charts(lang).units_by_score, &bins),
        ],
    )
}

/// The figures: a row an interval.
pub fn table(distribution: &Distribution, lang: Lang) -> Table {
    let words = result_charts(lang);
    let count = |units: usize| Cell::number(units as f64, figure::grouped(units as f64));
    let row = |bin: &Bin| {
        let scores = distribution.scores.get(bin.scores.clone()).unwrap_or_default();
        let mut names: Vec<&str> = scores
            .iter()
            .filter_map(|score| Some(lang.pick(&score.unit.as_ref()?.1)))
            .take(MOST_NAMED + 1)
            .collect();
        if names.len() > MOST_NAMED {
            names.truncate(MOST_NAMED);
            names.push("…");
        }
        vec![
            Cell::Text(interval(bin)),
            count(scores.len()),
            count(bin.vetoed),
            Cell::Text(charts::list(lang, &names)),
        ]
    };
    Table {
        caption: title(distribution, lang),
        columns: [words.interval, words.unit_count, words.vetoed_count, charts::charts(lang).unit]
            .map(str::to_owned)
            .to_vec(),
        rows: distribution.bins().iter().map(row).collect(),
    }
}
