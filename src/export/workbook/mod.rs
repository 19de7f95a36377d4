//! The results as a workbook whose formulas compute them: from the sheets of the data and of the scheme to every share,
//! total, rule, grade and place, so that a change in either is followed in Excel, WPS and LibreOffice.
//!
//! The sheets: results, data ([`values`]), scheme ([`settings`]), one derivation a year ([`derivation`]), rules that
//! fired and sources ([`record`]). A formula is made together with its value ([`formula`]); where a unit's value is not the
//! engine's, the results hold the engine's as a value and say so.

mod conditions;
mod derivation;
mod flat;
mod formula;
mod grid;
mod leaf;
mod places;
mod record;
mod results;
mod rules;
mod settings;
#[cfg(test)]
mod tests;
mod values;
mod vetoes;

use std::{collections::BTreeSet, rc::Rc};

use super::{
    office::OfficeError,
    xlsx::{self, Sheet},
};
use crate::{
    domain::{
        Condition, Effect, Evaluation, IndicatorId, MissingPolicy, Operand, Scheme, ScoreFunction, UnitId,
        Year,
    },
    i18n::{Lang, texts::workbook::workbook},
    scoring::{Table, evaluate},
};
use derivation::{Derivation, Frame};
use flat::Flat;
use grid::Order;
use settings::Settings;
use values::Values;

pub use results::results_csv;

/// The media type of the file.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook before it is written.
pub struct Workbook {
    sheets: Vec<Sheet>,
    /// The units whose total, grade or place stands as a value, because no formula gives it.
    pub as_values: Vec<UnitId>,
}

impl Workbook {
    /// The workbook of an evaluation of this data by this scheme.
    pub fn new(table: &Table, scheme: &Scheme, evaluation: &Evaluation, lang: Lang) -> Self {
        let (data, year, texts) = (table.data(), evaluation.year, workbook(lang));
        let flat = Flat::new(scheme, data);
        let order = Order::new(table);
        let looks_back =
            scheme.over_years.is_some() || scheme.rules.iter().any(|rule| rule.on && rules::looks_back(rule));
        let before = table.years().iter().copied().filter(|one| looks_back && *one < year);
        let evaluations: Vec<Evaluation> = before.map(|year| evaluate(table, scheme, year)).collect();
        let read = read_by(table, scheme, evaluations.iter().map(|one| one.year).chain([year]));
        let values = Values::new(table, &order, read, lang);
        let settings = Settings::new(scheme, &flat, data, lang);
        let frame = Frame {
            table,
            scheme,
            flat: &flat,
            order: &order,
            values: &values,
            settings: &settings,
            lang,
            texts,
        };
        let mut derivations: Vec<Rc<Derivation>> = Vec::new();
        for evaluation in evaluations.iter().chain([evaluation]) {
            derivations.push(Rc::new(Derivation::new(&frame, evaluation, derivations.clone())));
        }
        let mut sheets = Vec::new();
        let mut as_values = Vec::new();
        if let Some(last) = derivations.last() {
            let (sheet, unsaid) = results::sheet(last, evaluation);
            (as_values, sheets) = (unsaid, vec![sheet]);
        }
        sheets.push(values.grid.sheet(3));
        sheets.push(settings.sheet.clone());
        sheets.extend(derivations.iter().rev().map(|one| one.grid.sheet(3)));
        sheets.push(record::rules(table, scheme, evaluation, lang));
        sheets.push(record::sources(table, &values, lang));
        Self { sheets, as_values }
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Result<Vec<u8>, OfficeError> {
        xlsx::write(&self.sheets)
    }
}

/// The values that a scheme reads when it scores these years: by indicator and year, as far as the data has the year.
fn read_by(
    table: &Table,
    scheme: &Scheme,
    years: impl Iterator<Item = Year>,
) -> BTreeSet<(IndicatorId, Year)> {
    let mut read: BTreeSet<(IndicatorId, Year)> = BTreeSet::new();
    let flat = Flat::new(scheme, table.data());
    for year in years {
        let mut add = |id: &IndicatorId, back: Year| {
            let known = |one: &Year| back == 0 || table.years().contains(one);
            if let Some(year) = year.checked_sub(back).filter(known) {
                read.insert((id.clone(), year));
            }
        };
        for leaf in flat.nodes.iter().filter_map(|node| node.criterion.leaf()) {
            let years = match leaf.missing.unwrap_or(scheme.missing) {
                MissingPolicy::CarryForward { years } => Year::from(years),
                _ => 0,
            };
            let more = Year::from(matches!(leaf.function, ScoreFunction::Improvement { .. }));
            (0..=years.saturating_add(more)).for_each(|back| add(&leaf.indicator, back));
        }
        for rule in scheme.rules.iter().filter(|rule| rule.on) {
            read_by_condition(&rule.when, &mut add);
            if let Effect::Deduct { per: Some(id), .. } | Effect::Bonus { per: Some(id), .. } = &rule.effect {
                add(id, 0);
            }
        }
    }
    read
}

fn read_by_condition(condition: &Condition, add: &mut impl FnMut(&IndicatorId, Year)) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
            parts.iter().for_each(|part| read_by_condition(part, add));
        }
        Condition::Not(part) => read_by_condition(part, add),
        Condition::Compare { left: Operand::Indicator { id, years_back }, .. } => {
            add(id, Year::from(*years_back));
        }
        Condition::Compare { left: Operand::Change(id), .. } => {
            add(id, 0);
            add(id, 1);
        }
        _ => {}
    }
}
