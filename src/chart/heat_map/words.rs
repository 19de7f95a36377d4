//! What a heat map says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{HeatMap, Kind, Row};
use crate::{
    chart::{
        evaluated::{Share, Stand},
        heading::Heading,
        table::{Cell, Table},
    },
    i18n::{
        Lang, figure,
        texts::{charts, criterion_charts as texts},
    },
};

/// Headers are numbers, and the foot names them, where there are more columns than this.
pub const MOST_NAMED: usize = 14;

/// So many names stand in one line of the foot.
const NAMES_A_LINE: usize = 4;

/// Alt texts name at most so many criteria; the table has all.
const NAMED_IN_ALT: usize = 12;

/// Medians nearer to each other than this are written the same.
const SAME: f64 = 0.0005;

/// Why there is nothing to draw.
pub fn problem(map: &HeatMap, lang: Lang) -> Option<String> {
    let words = texts::criterion_charts(lang);
    if map.criteria.is_empty() {
        return Some(words.no_criteria.to_owned());
    }
    if map.rows().next().is_none() {
        return Some(words.no_units.to_owned());
    }
    let none = map.rows().all(|row| row.shares.iter().all(|share| share.value().is_none()));
    none.then(|| texts::no_shares(lang, map.year))
}

/// Title, subtitle and foot.
pub fn heading(map: &HeatMap, lang: Lang) -> Heading {
    let mut foot = map.sources.foot(lang);
    let method = lang.pick(&map.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    if map.criteria.len() > MOST_NAMED {
        let numbered: Vec<String> = map
            .criteria
            .iter()
            .enumerate()
            .map(|(nth, of)| texts::numbered(nth + 1, lang.pick(&of.name)))
            .collect();
        foot.extend(numbered.chunks(NAMES_A_LINE).map(|names| charts::clauses(lang, names)));
    }
    Heading { title: title(map, lang), subtitle: subtitle(map, lang), foot }
}

/// A share, as written in a cell: whole percent.
pub fn percent(share: f64) -> String {
    figure::percent(share, 0)
}

/// A total, as written.
pub fn marks(total: f64) -> String {
    figure::fixed(total, 1)
}

fn title(map: &HeatMap, lang: Lang) -> String {
    let mut rows = map.rows();
    let (Some(first), second) = (rows.next(), rows.next()) else {
        return texts::shares_of_year(lang, map.year);
    };
    let Some(((least, low), (most, high))) = map.extremes() else {
        return texts::shares_of_year(lang, map.year);
    };
    let name = |nth: usize| map.criteria.get(nth).map_or("", |of| lang.pick(&of.name));
    let whom = match second {
        None => texts::Whom::One(lang.pick(&first.name)),
        Some(_) => texts::Whom::Units(map.rows().count()),
    };
    if map.criteria.len() < 2 || high.median - low.median < SAME {
        return texts::criteria_alike(lang, map.year, whom, &figure::percent(low.median, 1));
    }
    let of = |nth: usize, median: f64| (name(nth), figure::percent(median, 1));
    texts::weakest_and_strongest(lang, map.year, whom, of(least, low.median), of(most, high.median))
}

fn subtitle(map: &HeatMap, lang: Lang) -> String {
    let words = texts::criterion_charts(lang);
    let mut parts = vec![words.share_of_full.to_owned(), words.deeper_is_more.to_owned()];
    let any = |wanted: Share| map.rows().any(|row| row.shares.contains(&wanted));
    if any(Share::Missing) {
        parts.push(words.hatched.to_owned());
    }
    if any(Share::NotApplicable) {
        parts.push(words.blank.to_owned());
    }
    if map.left_out > 0 {
        parts.push(texts::units_left_out(lang, map.left_out));
    }
    parts.join(" · ")
}

/// The head of a group; `None` where it needs none.
pub fn group_name(kind: &Kind, lang: Lang) -> Option<String> {
    match kind {
        Kind::Ranked => None,
        Kind::Class(name) => Some(lang.pick(name).to_owned()).filter(|name| !name.is_empty()),
        Kind::NotRated => Some(texts::criterion_charts(lang).not_rated.to_owned()),
        Kind::Vetoed => Some(charts::charts(lang).vetoed.to_owned()),
    }
}

/// What a cell holds, in words.
pub fn cell_words(share: Share, lang: Lang) -> String {
    let words = texts::criterion_charts(lang);
    match share {
        Share::Of(share) => figure::percent(share, 1),
        Share::Missing => words.missing.to_owned(),
        Share::NotApplicable => words.not_asked.to_owned(),
    }
}

/// What must be known of a row; empty where it is ranked.
pub fn remark(row: &Row, lang: Lang) -> String {
    match &row.stand {
        Stand::Ranked(_) => String::new(),
        stand => stand.words(lang),
    }
}

/// The chart in words.
pub fn alt(map: &HeatMap, lang: Lang) -> String {
    if let Some(problem) = problem(map, lang) {
        return problem;
    }
    let mut sentences = vec![charts::sentence(lang, &title(map, lang))];
    let of_criterion = |nth: usize| {
        let (of, spread) = (map.criteria.get(nth)?, map.spread(nth)?);
        let written = [spread.median, spread.low, spread.high].map(|share| figure::percent(share, 1));
        Some(texts::criterion_spread(lang, lang.pick(&of.name), &written))
    };
    let criteria: Vec<String> = (0..map.criteria.len().min(NAMED_IN_ALT)).filter_map(of_criterion).collect();
    sentences.push(charts::sentence(lang, &charts::clauses(lang, &criteria)));
    let vetoed: Vec<&str> = map
        .rows()
        .filter(|row| matches!(row.stand, Stand::Vetoed(_)))
        .map(|row| lang.pick(&row.name))
        .collect();
    if !vetoed.is_empty() {
        sentences.push(texts::vetoed_are(lang, &charts::list(lang, &vetoed)));
    }
    let missing = map.rows().flat_map(|row| &row.shares).filter(|share| **share == Share::Missing).count();
    if missing > 0 {
        sentences.push(texts::cells_missing(lang, missing));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a unit, a column a criterion.
pub fn table(map: &HeatMap, lang: Lang) -> Table {
    let (words, shared) = (texts::criterion_charts(lang), charts::charts(lang));
    let mut columns = vec![shared.unit.to_owned(), words.standing.to_owned()];
    columns.extend(map.criteria.iter().map(|of| lang.pick(&of.name).to_owned()));
    columns.push(words.total.to_owned());
    let row = |row: &Row| {
        let mut cells = vec![Cell::Text(lang.pick(&row.name).to_owned()), Cell::Text(row.stand.words(lang))];
        cells.extend((0..map.criteria.len()).map(|nth| {
            let share = row.shares.get(nth).copied().unwrap_or(Share::NotApplicable);
            match share {
                Share::Of(value) => Cell::number(value, cell_words(share, lang)),
                _ => Cell::Missing(cell_words(share, lang)),
            }
        }));
        cells.push(match row.total {
            Some(total) => Cell::number(total, marks(total)),
            None => Cell::Missing(String::new()),
        });
        cells
    };
    Table { caption: title(map, lang), columns, rows: map.rows().map(row).collect() }
}
