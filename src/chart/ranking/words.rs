//! What a ranking says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Group, Ranking, Row};
use crate::{
    chart::{
        evaluated::Stand,
        heading::Heading,
        hit::Mark,
        scene::Area,
        table::{Cell, Table},
    },
    i18n::{
        Lang, figure,
        texts::{
            catalogue, charts,
            result_charts::{self as texts, result_charts},
            slides,
        },
    },
};

/// Alt texts name at most so many units; the table has all.
const NAMED_IN_ALT: usize = 10;

/// Why there is nothing to draw.
pub fn problem(ranking: &Ranking, lang: Lang) -> Option<String> {
    if ranking.rows().next().is_none() {
        return Some(result_charts(lang).no_units.to_owned());
    }
    let none = ranking.rows().all(|row| row.total.is_none());
    none.then(|| texts::nothing_scored(lang, ranking.year))
}

/// Title, subtitle and foot.
pub fn heading(ranking: &Ranking, lang: Lang) -> Heading {
    let mut foot = ranking.sources.foot(lang);
    let method = lang.pick(&ranking.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    Heading { title: title(ranking, lang), subtitle: subtitle(ranking, lang), foot }
}

/// A total, as written.
pub fn marks(total: f64) -> String {
    figure::fixed(total, 1)
}

fn title(ranking: &Ranking, lang: Lang) -> String {
    if let [group] = ranking.groups.as_slice() {
        return group_title(group, lang);
    }
    let leader = |group: &Group| {
        let (name, total) = group.facts.first.as_ref()?;
        Some((lang.pick(&group.name).to_owned(), lang.pick(name).to_owned(), marks(*total)))
    };
    let leaders: Vec<_> = ranking.groups.iter().filter_map(leader).collect();
    let vetoed = ranking.groups.iter().map(|group| group.facts.vetoed).sum();
    match leaders.is_empty() {
        true => texts::nothing_scored(lang, ranking.year),
        false => texts::leaders(lang, &leaders, vetoed),
    }
}

/// What stands out in a group.
fn group_title(group: &Group, lang: Lang) -> String {
    let end = |end: &Option<(crate::domain::Text, f64)>| {
        end.as_ref().map(|(name, total)| (lang.pick(name).to_owned(), marks(*total)))
    };
    let facts = slides::RankingFacts {
        group: lang.pick(&group.name),
        first: end(&group.facts.first),
        last: end(&group.facts.last),
        vetoed: group.facts.vetoed,
    };
    slides::ranking_headline(lang, &facts)
}

fn subtitle(ranking: &Ranking, lang: Lang) -> String {
    let words = result_charts(lang);
    let any = |is: fn(&Row) -> bool| ranking.rows().any(is);
    let besides = [
        (ranking.groups.iter().any(|group| !group.bands.is_empty()), words.bands_are_dashed),
        (any(|row| row.changed().is_some_and(|change| change < 0.0)), words.taken_is_faded),
        (any(|row| row.changed().is_some_and(|change| change > 0.0)), words.given_is_green),
        (any(|row| row.interval().is_some()), words.interval_is_line),
        (any(Row::is_vetoed), words.veto_is_struck),
    ];
    let besides: Vec<&str> = besides.into_iter().filter(|(is, _)| *is).map(|(_, said)| said).collect();
    texts::ranking_reads(lang, ranking.year, &figure::short(ranking.full_marks), &besides)
}

/// A row's total in words.
fn total(row: &Row, lang: Lang) -> String {
    row.total.map_or_else(|| result_charts(lang).not_rated.to_owned(), marks)
}

/// The mark of a unit: its total, grade and place, and what must be known of them.
pub fn unit_mark(row: &Row, area: Area, nth: u32, lang: Lang) -> Mark {
    let grade = row.grade.as_ref().map(|grade| lang.pick(grade).to_owned());
    let mut notes: Vec<String> = [row.stand.words(lang)].into_iter().chain(grade).collect();
    notes.extend(row.changed().map(|change| texts::changed(lang, &figure::signed(change, 1))));
    notes.extend(row.interval().map(|of| texts::from_to(lang, &marks(of.low), &marks(of.high))));
    Mark {
        area,
        label: lang.pick(&row.name).to_owned(),
        value: row.total.map_or_else(|| total(row, lang), |total| charts::marks(lang, &marks(total))),
        note: charts::clauses(lang, &notes),
        unit: Some(row.unit.clone()),
        row: nth,
        ..Mark::default()
    }
}

/// The mark of a part of a bar.
pub fn part_mark(
    ranking: &Ranking,
    row: &Row,
    part: usize,
    area: Area,
    nth: u32,
    lang: Lang,
) -> Option<Mark> {
    let (criterion, (marks, possible)) = ranking.criteria.get(part).zip(row.parts.get(part))?;
    Some(Mark {
        area,
        label: texts::unit_part(lang, lang.pick(&row.name), lang.pick(&criterion.name)),
        value: texts::marks_of(lang, &figure::fixed(*marks, 2), &figure::fixed(*possible, 2)),
        unit: Some(row.unit.clone()),
        criterion: Some(criterion.id.clone()),
        row: nth,
        column: part as i32 + 1,
        ..Mark::default()
    })
}

/// The chart in words.
pub fn alt(ranking: &Ranking, lang: Lang) -> String {
    if let Some(problem) = problem(ranking, lang) {
        return problem;
    }
    let mut sentences = vec![charts::sentence(lang, &title(ranking, lang))];
    for group in &ranking.groups {
        let named = NAMED_IN_ALT / ranking.groups.len().max(1);
        let said: Vec<String> = group
            .rows
            .iter()
            .take(named.max(3))
            .map(|row| {
                let grade = row.grade.as_ref().map_or("", |grade| lang.pick(grade));
                texts::ranked_unit(
                    lang,
                    &row.stand.words(lang),
                    lang.pick(&row.name),
                    &total(row, lang),
                    grade,
                )
            })
            .collect();
        sentences.push(charts::sentence(lang, &charts::clauses(lang, &said)));
    }
    let all: usize = ranking.groups.iter().map(|group| group.rows.len() + group.gap.1).sum();
    if all > NAMED_IN_ALT {
        sentences.push(charts::more_in_table(lang, all - NAMED_IN_ALT));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a unit.
pub fn table(ranking: &Ranking, lang: Lang) -> Table {
    let words = result_charts(lang);
    let several = ranking.groups.len() > 1;
    let mut columns = vec![charts::charts(lang).unit];
    columns.extend(several.then_some(catalogue::catalogue(lang).class));
    columns.extend([words.place, words.total, words.grade]);
    columns.extend(ranking.criteria.iter().map(|of| lang.pick(&of.name)));
    columns.extend([words.by_rules, words.worst, words.best, charts::charts(lang).remarks]);
    let number = |value: Option<f64>, decimals| match value {
        Some(value) => Cell::number(value, figure::fixed(value, decimals)),
        None => Cell::Missing(String::new()),
    };
    let row = |group: &Group, row: &Row| {
        let mut cells = vec![Cell::Text(lang.pick(&row.name).to_owned())];
        cells.extend(several.then(|| Cell::Text(lang.pick(&group.name).to_owned())));
        cells.push(match &row.stand {
            Stand::Ranked(place) => Cell::number(*place, figure::short(*place)),
            _ => Cell::Missing(String::new()),
        });
        cells.push(number(row.total, 2));
        cells.push(Cell::Text(row.grade.as_ref().map_or("", |grade| lang.pick(grade)).to_owned()));
        cells.extend(row.parts.iter().map(|(marks, _)| number(Some(*marks), 2)));
        cells.push(number(row.total.map(|total| total - row.earned()), 2));
        cells.extend([number(Some(row.bounds.low), 2), number(Some(row.bounds.high), 2)]);
        let remark = if row.stand.place().is_some() { String::new() } else { row.stand.words(lang) };
        cells.push(Cell::Text(remark));
        cells
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for group in &ranking.groups {
        for (nth, of) in group.rows.iter().enumerate() {
            if group.gap == (nth, group.gap.1) && group.gap.1 > 0 {
                let said = texts::units_between(lang, &figure::grouped(group.gap.1 as f64));
                let blank = std::iter::repeat_n(Cell::Text(String::new()), columns.len() - 1);
                rows.push([Cell::Text(said)].into_iter().chain(blank).collect());
            }
            rows.push(row(group, of));
        }
    }
    let columns = columns.into_iter().map(str::to_owned).collect();
    Table { caption: title(ranking, lang), columns, rows }
}
