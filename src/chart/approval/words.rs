//! What an approval-times chart says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Along, Approval, Counted, Figure, Group, Row};
use crate::{
    chart::{
        heading::Heading,
        table::{Cell, Table},
    },
    domain::Year,
    i18n::{Lang, figure, texts::charts},
};

/// Alt texts name at most so many rows; the table has all.
const NAMED_IN_ALT: usize = 12;

/// Why there is nothing to draw.
pub fn problem(approval: &Approval, lang: Lang) -> Option<String> {
    let none = approval.rows().next().is_none();
    none.then(|| charts::charts(lang).no_approval.to_owned())
}

/// Title, subtitle and foot.
pub fn heading(approval: &Approval, lang: Lang) -> Heading {
    let mut foot = approval.sources.foot(lang);
    foot.extend(check(approval, lang));
    Heading { title: title(approval, lang), subtitle: subtitle(approval, lang), foot }
}

/// Days of a group, as written.
pub fn days(group: &Group, lang: Lang, value: f64) -> String {
    figure::on_mark(lang, &group.measure, value)
}

/// A share cut, with its sign as a change: −73.2%.
pub fn change_share(cut: f64) -> String {
    signed(-cut, share(cut))
}

/// A share cut without its sign, with one decimal, so that such figures stand below each other.
pub fn share(cut: f64) -> String {
    format!("{}%", figure::fixed(100.0 * cut.abs(), 1))
}

/// Days cut, with their sign as a change: −22,745.
pub fn change_days(cut: f64) -> String {
    signed(-cut, figure::grouped(cut.abs()))
}

fn signed(change: f64, written: String) -> String {
    match change.total_cmp(&0.0) {
        std::cmp::Ordering::Less => format!("−{written}"),
        _ if change == 0.0 => written,
        _ => format!("+{written}"),
    }
}

fn title(approval: &Approval, lang: Lang) -> String {
    if let Some((group, row)) = approval.single() {
        return one_title(group, row, lang);
    }
    let cut = |(_, row): &(&Group, &Row)| row.share_cut();
    let limits = approval.rows().any(|(group, _)| group.counted != Counted::Speed);
    let of_title = |of: &(&Group, &Row)| cut(of).is_some() && (of.0.counted != Counted::Speed || !limits);
    let rows: Vec<(&Group, &Row)> = approval.rows().filter(of_title).collect();
    let by_cut =
        |a: &&(&Group, &Row), b: &&(&Group, &Row)| cut(a).unwrap_or(0.0).total_cmp(&cut(b).unwrap_or(0.0));
    let (Some(least), Some(most)) = (rows.iter().min_by(by_cut), rows.iter().max_by(by_cut)) else {
        return charts::charts(lang).approval.to_owned();
    };
    let percent = |of: &(&Group, &Row)| share(cut(of).unwrap_or(0.0));
    if let (Along::Years, Some(first), Some(last)) = (approval.along, rows.first(), rows.last()) {
        let years = charts::years(lang, first.1.year, last.1.year);
        return charts::cut_over_years(
            lang,
            lang.pick(&first.1.name),
            &years,
            &percent(first),
            &percent(last),
        );
    }
    if rows.len() == 1 {
        return charts::cut_of(lang, lang.pick(&most.1.name), most.1.year, &percent(most));
    }
    let told = |of: &(&Group, &Row)| (lang.pick(&of.1.name).to_owned(), percent(of), cut(of) >= Some(0.0));
    charts::cut_most_least(lang, rows.len(), &told(most), &told(least))
}

fn one_title(group: &Group, row: &Row, lang: Lang) -> String {
    let name = lang.pick(&row.name);
    let written =
        |figure: &Option<Figure>| figure.as_ref().map(|f| days(group, lang, f.value)).unwrap_or_default();
    let cut = row.share_cut().unwrap_or(0.0);
    let told = charts::Cut {
        unit: name,
        year: row.year,
        percent: &share(cut),
        before: &written(&row.before),
        after: &written(&row.after),
        shorter: cut >= 0.0,
    };
    charts::cut_by_days(lang, &told)
}

fn subtitle(approval: &Approval, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    for group in approval.groups.iter().filter(|group| !group.counted.only_share()) {
        let measure = lang.pick(&group.measure.name);
        parts.push(charts::against(lang, lang.pick(&group.before), lang.pick(&group.after), measure));
    }
    parts.truncate(1);
    let years: Vec<Year> = approval.rows().map(|(_, row)| row.year).collect();
    if let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) {
        parts.push(charts::of_years(lang, *first, *last));
    }
    if approval.along == Along::Latest && years.len() > 1 {
        parts.push(charts::charts(lang).each_latest.to_owned());
    }
    parts.join(" · ")
}

/// Whether what is computed here is what the sources state.
fn check(approval: &Approval, lang: Lang) -> Option<String> {
    let checked: Vec<(&Row, bool)> =
        approval.rows().filter_map(|(_, row)| Some((row, row.agrees()?))).collect();
    let differing: Vec<&str> =
        checked.iter().filter(|(_, agrees)| !agrees).map(|(row, _)| lang.pick(&row.name)).collect();
    (!checked.is_empty()).then(|| charts::checked_cut(lang, &charts::list(lang, &differing)))
}

/// The name of a row.
pub fn row_name(approval: &Approval, row: &Row, lang: Lang) -> String {
    match approval.along {
        Along::Units => lang.pick(&row.name).to_owned(),
        Along::Years => row.year.to_string(),
        Along::Latest => charts::unit_then_year(lang, lang.pick(&row.name), row.year),
    }
}

/// The chart in words.
pub fn alt(approval: &Approval, lang: Lang) -> String {
    if let Some(problem) = problem(approval, lang) {
        return problem;
    }
    let mut sentences = vec![charts::sentence(lang, &title(approval, lang))];
    for (group, row) in approval.rows().take(NAMED_IN_ALT) {
        let named = |name: &str, figure: &Option<Figure>| {
            figure.as_ref().map(|figure| charts::named_value(lang, name, &days(group, lang, figure.value)))
        };
        let mut parts: Vec<String> = [
            named(lang.pick(&group.before), &row.before),
            named(lang.pick(&group.after), &row.after),
            named(lang.pick(&group.actual), &row.actual),
        ]
        .into_iter()
        .flatten()
        .collect();
        parts.extend(
            row.share_cut()
                .map(|cut| charts::named_value(lang, charts::charts(lang).change, &change_share(cut))),
        );
        sentences.push(charts::series_sentence(lang, &row_name(approval, row, lang), &parts));
    }
    let more = approval.rows().count().saturating_sub(NAMED_IN_ALT);
    if more > 0 {
        sentences.push(charts::more_rows(lang, more));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a unit and year.
pub fn table(approval: &Approval, lang: Lang) -> Table {
    let texts = charts::charts(lang);
    let columns = [
        texts.unit,
        texts.year,
        texts.counted,
        texts.before,
        texts.after,
        texts.actual,
        texts.days_cut,
        texts.share_cut,
        texts.source,
    ];
    let rows = approval.rows().map(|(group, row)| {
        let number = |value: Option<f64>| match value {
            Some(value) => Cell::number(value, figure::grouped(value)),
            None => Cell::Missing(texts.not_given.to_owned()),
        };
        let value = |figure: &Option<Figure>| number(figure.as_ref().map(|figure| figure.value));
        let cut = row.share_cut();
        vec![
            Cell::Text(lang.pick(&row.name).to_owned()),
            Cell::Text(row.year.to_string()),
            Cell::Text(group_name(group, lang)),
            value(&row.before),
            value(&row.after),
            value(&row.actual),
            number(row.days_cut()),
            cut.map_or(Cell::Missing(texts.not_given.to_owned()), |cut| Cell::number(cut, share(cut))),
            Cell::Text(source(approval, row, lang)),
        ]
    });
    Table {
        caption: title(approval, lang),
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// What a group counts.
pub fn group_name(group: &Group, lang: Lang) -> String {
    match group.counted {
        Counted::Share | Counted::Speed => charts::only_share(lang, lang.pick(&group.before)),
        _ => charts::from_to(lang, lang.pick(&group.before), lang.pick(&group.after)),
    }
}

/// Where the figures of a row stand.
fn source(approval: &Approval, row: &Row, lang: Lang) -> String {
    let figures = [&row.before, &row.after, &row.stated_cut];
    let first = figures.into_iter().flatten().next();
    first.map(|figure| approval.sources.words(&figure.place, lang)).unwrap_or_default()
}
