//! Checks of a data set's content: everything the rest of the program relies on. All problems are found, in the
//! order of the file.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{DataSet, MeasureKind, Observation, YEARS_ALLOWED};

use super::{Finding, Problem, Thing, finding::Findings};

/// All problems of a data set.
pub fn check_data_set(data: &DataSet) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.id("id", &data.id);
    let documents =
        findings.ids("documents", Thing::Document, data.documents.iter().map(|one| one.id.as_str()));
    let classes = findings.ids("classes", Thing::Class, data.classes.iter().map(|one| one.id.as_str()));
    let units = findings.ids("units", Thing::Unit, data.units.iter().map(|one| one.id.as_str()));
    for (nth, unit) in data.units.iter().enumerate() {
        findings.known(|| format!("units[{nth}].class"), Thing::Class, unit.class.as_str(), &classes);
        if let Some(parent) = &unit.parent {
            findings.known(|| format!("units[{nth}].parent"), Thing::Unit, parent.as_str(), &units);
        }
    }
    parent_cycle(data, &mut findings);
    let indicators =
        findings.ids("indicators", Thing::Indicator, data.indicators.iter().map(|one| one.id.as_str()));
    for (nth, indicator) in data.indicators.iter().enumerate() {
        for part in indicator.formula.iter().flat_map(|formula| formula.parts()) {
            findings.known(
                || format!("indicators[{nth}].formula"),
                Thing::Indicator,
                part.as_str(),
                &indicators,
            );
        }
    }
    formula_cycle(data, &mut findings);
    let kinds: BTreeMap<&str, MeasureKind> =
        data.indicators.iter().map(|one| (one.id.as_str(), one.measure.kind)).collect();
    let mut seen = BTreeSet::new();
    for (nth, observation) in data.observations.iter().enumerate() {
        let at = |field: &str| format!("observations[{nth}].{field}");
        findings.known(|| at("unit"), Thing::Unit, observation.unit.as_str(), &units);
        findings.known(|| at("indicator"), Thing::Indicator, observation.indicator.as_str(), &indicators);
        if !YEARS_ALLOWED.contains(&observation.year) {
            findings.add(at("year"), Problem::Year(observation.year));
        }
        value(observation, kinds.get(observation.indicator.as_str()).copied(), &at, &mut findings);
        if let Some(source) = &observation.source {
            findings.known(|| at("source.document"), Thing::Document, source.document.as_str(), &documents);
        }
        let key = (&observation.unit, observation.year, &observation.indicator, &observation.variant);
        if !seen.insert(key) {
            findings.add(format!("observations[{nth}]"), Problem::ObservedTwice);
        }
    }
    for (nth, one) in data.breaks.iter().enumerate() {
        let at = |field: &str| format!("breaks[{nth}].{field}");
        findings.known(|| at("indicator"), Thing::Indicator, one.indicator.as_str(), &indicators);
        for (unit, id) in one.units.iter().enumerate() {
            findings.known(|| at(&format!("units[{unit}]")), Thing::Unit, id.as_str(), &units);
        }
        let years = std::iter::once(("from", one.from)).chain(one.until.map(|until| ("until", until)));
        for (field, year) in years.filter(|(_, year)| !YEARS_ALLOWED.contains(year)) {
            findings.add(at(field), Problem::Year(year));
        }
    }
    findings.all
}

fn value(
    observation: &Observation,
    kind: Option<MeasureKind>,
    at: &impl Fn(&str) -> String,
    findings: &mut Findings,
) {
    if observation.value.is_some() == observation.missing.is_some() {
        findings.add(at("value"), Problem::ValueOrReason);
    }
    let Some(value) = observation.value else { return };
    let (least, most) = match kind {
        Some(MeasureKind::Count | MeasureKind::Days) => (0.0, f64::MAX),
        Some(MeasureKind::YesNo) => (0.0, 1.0),
        Some(MeasureKind::Place) => (1.0, f64::MAX),
        _ => (-f64::MAX, f64::MAX),
    };
    findings.within(|| at("value"), value, least, most);
    if let Some(error) = observation.standard_error {
        findings.within(|| at("standard_error"), error, 0.0, f64::MAX);
    }
}

fn parent_cycle(data: &DataSet, findings: &mut Findings) {
    let parents: BTreeMap<&str, Vec<&str>> = data
        .units
        .iter()
        .map(|unit| (unit.id.as_str(), unit.parent.iter().map(|parent| parent.as_str()).collect()))
        .collect();
    for (nth, unit) in data.units.iter().enumerate() {
        findings.cycle(|| format!("units[{nth}].parent"), unit.id.as_str(), &parents);
    }
}

fn formula_cycle(data: &DataSet, findings: &mut Findings) {
    let parts: BTreeMap<&str, Vec<&str>> = data
        .indicators
        .iter()
        .map(|one| {
            let parts = one.formula.iter().flat_map(|formula| formula.parts());
            (one.id.as_str(), parts.map(|part| part.as_str()).collect())
        })
        .collect();
    for (nth, indicator) in data.indicators.iter().enumerate() {
        findings.cycle(|| format!("indicators[{nth}].formula"), indicator.id.as_str(), &parts);
    }
}
