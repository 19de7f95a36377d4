//! What places over the years say in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Bump, Line, Way};
use crate::{
    chart::{
        evaluated::Stand,
        heading::Heading,
        table::{Cell, Table},
    },
    domain::Year,
    i18n::{
        Lang, figure,
        texts::{charts, criterion_charts, place_charts as texts},
    },
};

/// Alt texts name at most so many units; the table has all.
const NAMED_IN_ALT: usize = 6;

/// Why there is nothing to draw.
pub fn problem(bump: &Bump, lang: Lang) -> Option<String> {
    if bump.lines.is_empty() {
        return Some(criterion_charts::criterion_charts(lang).no_units.to_owned());
    }
    let drawn = |(stand, _): &(Stand, Option<f64>)| matches!(stand, Stand::Ranked(_) | Stand::Vetoed(_));
    let none = !bump.lines.iter().flat_map(|line| &line.points).any(drawn);
    none.then(|| texts::place_charts(lang).no_places.to_owned())
}

/// Title, subtitle and foot.
pub fn heading(bump: &Bump, lang: Lang) -> Heading {
    let mut foot = bump.sources.foot(lang);
    let method = lang.pick(&bump.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    Heading { title: title(bump, lang), subtitle: subtitle(bump, lang), foot }
}

fn span(bump: &Bump) -> Option<(Year, Year)> {
    Some((*bump.years.first()?, *bump.years.last()?))
}

/// What moved, and who of those in front is vetoed in the last year.
fn title(bump: &Bump, lang: Lang) -> String {
    let moved = move_title(bump, lang);
    let vetoed: Vec<&str> = bump
        .lines
        .iter()
        .filter(|line| line.front && matches!(line.points.last(), Some((Stand::Vetoed(_), _))))
        .map(|line| lang.pick(&line.name))
        .collect();
    match bump.years.last() {
        Some(year) if !vetoed.is_empty() => {
            let told = texts::vetoed_in(lang, &charts::list(lang, &vetoed), *year);
            texts::with_veto(lang, &moved, &told)
        }
        _ => moved,
    }
}

fn move_title(bump: &Bump, lang: Lang) -> String {
    let Some((first, last)) = span(bump) else { return texts::place_charts(lang).bump.to_owned() };
    let Some((line, way)) = bump.largest_move() else {
        return texts::places_in(lang, &charts::years(lang, first, last));
    };
    let Way { from, to, before, after } = way;
    let told = texts::Moved {
        unit: lang.pick(&line.name),
        years: &charts::years(lang, from, to),
        before: &figure::short(before),
        after: &figure::short(after),
        risen: way.risen(),
    };
    let compared = bump.lines.iter().filter(|line| bump.way(line).is_some());
    let front = bump.lines.iter().filter(|line| line.front && bump.way(line).is_some()).count();
    if front == 1 || compared.count() == 1 {
        texts::moved_of_one(lang, &told)
    } else {
        texts::moved_most(lang, &told)
    }
}

fn subtitle(bump: &Bump, lang: Lang) -> String {
    let words = texts::place_charts(lang);
    let mut parts = vec![match lang.pick(&bump.class) {
        "" => words.places_all.to_owned(),
        class => texts::places_among(lang, class, bump.lines.len() + bump.left_out),
    }];
    let points = || bump.lines.iter().flat_map(|line| &line.points);
    if points().any(|(stand, _)| matches!(stand, Stand::Vetoed(_))) {
        parts.push(words.vetoed_lane.to_owned());
    }
    if points().any(|(stand, _)| matches!(stand, Stand::NotRated | Stand::Absent)) {
        parts.push(words.gaps.to_owned());
    }
    if bump.lines.iter().any(|line| !line.front) {
        parts.push(words.others_grey.to_owned());
    }
    if bump.left_out > 0 {
        parts.push(criterion_charts::units_left_out(lang, bump.left_out));
    }
    parts.join(" · ")
}

/// The value of a mark: its place in words, with the total behind it.
pub fn point_words((stand, total): &(Stand, Option<f64>), lang: Lang) -> String {
    let words = stand.words(lang);
    match total {
        Some(total) => texts::stand_and_total(lang, &words, &figure::fixed(*total, 1)),
        None => words,
    }
}

/// The chart in words.
pub fn alt(bump: &Bump, lang: Lang) -> String {
    if let Some(problem) = problem(bump, lang) {
        return problem;
    }
    let mut sentences = vec![charts::sentence(lang, &title(bump, lang))];
    let named: Vec<&Line> = bump.lines.iter().filter(|line| line.front).take(NAMED_IN_ALT).collect();
    for line in &named {
        let points: Vec<String> = bump
            .years
            .iter()
            .zip(&line.points)
            .filter(|(_, (stand, _))| *stand != Stand::Absent)
            .map(|(year, (stand, _))| charts::year_value(lang, *year, &stand.words(lang), ""))
            .collect();
        if !points.is_empty() {
            sentences.push(charts::series_sentence(lang, lang.pick(&line.name), &points));
        }
    }
    let more = bump.lines.len() - named.len();
    if more > 0 {
        sentences.push(charts::more_in_table(lang, more));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a unit, a column a year.
pub fn table(bump: &Bump, lang: Lang) -> Table {
    let mut columns = vec![charts::charts(lang).unit.to_owned()];
    columns.extend(bump.years.iter().map(Year::to_string));
    let row = |line: &Line| {
        let mut row = vec![Cell::Text(lang.pick(&line.name).to_owned())];
        row.extend((0..bump.years.len()).map(|nth| match line.points.get(nth).map(|(stand, _)| stand) {
            Some(Stand::Ranked(place)) => Cell::number(*place, figure::short(*place)),
            Some(other) => Cell::Missing(other.words(lang)),
            None => Cell::Missing(String::new()),
        }));
        row
    };
    Table { caption: title(bump, lang), columns, rows: bump.lines.iter().map(row).collect() }
}
