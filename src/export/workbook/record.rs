//! The sheets that formulas do not read: the rules that fired with the values they saw, and where each value stands.

use super::values::Values;
use crate::{
    domain::{Evaluation, Outcome, Scheme},
    export::xlsx::{Cell, Column, Format, Sheet},
    i18n::{
        Lang,
        rule_sentence::{Names, effect_of_firing, seen},
        texts::{unit::missing_reason, workbook::workbook},
    },
    scoring::Table,
};

fn text(text: impl AsRef<str>) -> Cell {
    match text.as_ref() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_string()),
    }
}

fn number(value: Option<f64>) -> Cell {
    value.filter(|value| value.is_finite()).map_or(Cell::Empty, Cell::Number)
}

fn listing(name: &str, heads: &[(&str, f64)], rows: Vec<Vec<Cell>>) -> Sheet {
    let head = heads.iter().map(|(name, _)| text(name)).collect();
    let columns = heads.iter().map(|(_, width)| Column { width: *width, format: Format::Plain }).collect();
    let rows = std::iter::once(head).chain(rows).collect();
    Sheet { name: name.to_string(), columns, rows, head: 1, beside: 0 }
}

/// Every rule that fired, is proposed or undecided, unit by unit as listed.
pub(super) fn rules(table: &Table, scheme: &Scheme, evaluation: &Evaluation, lang: Lang) -> Sheet {
    let (texts, data) = (workbook(lang), table.data());
    let names = Names::new(scheme, data, lang);
    let mut rows = Vec::new();
    for &at in &evaluation.listing {
        for firing in evaluation.units.get(at as usize).map_or(&[][..], |result| result.firings) {
            let rule = scheme.rules.iter().find(|rule| rule.id == firing.rule);
            let outcome = match firing.outcome {
                Outcome::Fired => texts.fired,
                Outcome::Proposed => texts.proposed,
                Outcome::Undecided => texts.undecided,
            };
            let values: Vec<String> = firing.seen.iter().map(|one| seen(&names, one)).collect();
            let effect = firing.effect.as_ref().map(|effect| effect_of_firing(&names, effect));
            rows.push(vec![
                text(lang.pick(&data.units[at as usize].name)),
                text(firing.rule.as_str()),
                text(rule.map_or("", |rule| lang.pick(&rule.name))),
                text(outcome),
                Cell::Number(f64::from(firing.fired_in)),
                text(values.join(if lang == Lang::Zh { "；" } else { "; " })),
                text(effect.unwrap_or_default()),
                text(rule.map_or("", |rule| lang.pick(&rule.basis))),
            ]);
        }
    }
    if rows.is_empty() {
        rows.push(vec![text(texts.nothing_fired)]);
    }
    let heads = [
        (texts.unit, 24.0),
        (texts.id, 16.0),
        (texts.rule, 28.0),
        (texts.outcome, 14.0),
        (texts.year, 8.0),
        (texts.values_seen, 40.0),
        (texts.effect, 22.0),
        (texts.basis, 50.0),
    ];
    listing(texts.sheet_rules, &heads, rows)
}

/// Where each value on the sheet of data stands, corrections and what is missing included.
pub(super) fn sources(table: &Table, values: &Values, lang: Lang) -> Sheet {
    let (texts, data) = (workbook(lang), table.data());
    let mut rows = Vec::new();
    for (indicator, year) in values.shown() {
        let indicator = &data.indicators[indicator];
        for (at, unit) in data.units.iter().enumerate() {
            let Some(one) = table.observation(at, &indicator.id, year) else { continue };
            let document = one.source.as_ref().and_then(|source| {
                let document = data.documents.iter().find(|document| document.id == source.document);
                document.map(|document| lang.pick(&document.title)).or(Some(source.document.as_str()))
            });
            let (section, printed) =
                one.source.as_ref().map_or(("", ""), |source| (&source.section, &source.printed));
            let correction = one.correction.as_ref();
            let missing = if one.value.is_none() { missing_reason(lang, one.missing) } else { "" };
            rows.push(vec![
                text(lang.pick(&unit.name)),
                text(lang.pick(&indicator.name)),
                Cell::Number(f64::from(year)),
                number(one.value),
                text(document.unwrap_or_default()),
                text(section),
                text(printed),
                text(missing),
                number(correction.and_then(|correction| correction.imported)),
                text(correction.map_or("", |correction| lang.pick(&correction.reason))),
                text(lang.pick(&one.note)),
            ]);
        }
    }
    let heads = [
        (texts.unit, 24.0),
        (texts.indicator, 28.0),
        (texts.year, 8.0),
        (texts.value, 12.0),
        (texts.document, 40.0),
        (texts.section, 18.0),
        (texts.printed, 16.0),
        (texts.missing, 18.0),
        (texts.corrected_from, 12.0),
        (texts.reason, 24.0),
        (texts.note, 40.0),
    ];
    listing(texts.sheet_sources, &heads, rows)
}
