//! From a book and a plan to observations, each with its source, and everything that is doubtful about them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Address, Area, Book, CellReading, Sheet, Value,
    doubt::{Doubt, Why},
    figure::Figure,
    labels::Labels,
    measure::WrittenMeasure,
    plan::{IndicatorMatch, IndicatorTarget, Plan, TablePlan, UnitTarget},
    propose::in_its_language,
    read_cell,
};
use crate::domain::{
    DataSet, Document, DocumentId, Indicator, IndicatorId, MeasureKind, MissingReason, Observation, Source,
    Text, Unit, UnitClass, UnitId, Year,
};

/// What an import brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Where the figures come from.
    pub document: Document,
    /// New classes.
    pub classes: Vec<UnitClass>,
    /// New units.
    pub units: Vec<Unit>,
    /// New indicators.
    pub indicators: Vec<Indicator>,
    /// The figures and what is missing, in the order of the sheets, at most one a unit, year and indicator.
    pub observations: Vec<Observation>,
}

/// Reads the figures of a book as a plan says. Whatever is lost or doubtful is named by sheet and cell.
pub fn apply(book: &Book, plan: &Plan, data: &DataSet) -> (Imported, Vec<Doubt>) {
    let mut reader = Reader::new(plan, data);
    for table in plan.tables.iter().filter(|table| table.read) {
        if let Some(sheet) = book.sheets.get(table.sheet as usize) {
            reader.table(sheet, table);
        }
    }
    reader.finish()
}

/// What a label's figures become.
#[derive(Clone)]
struct Target {
    id: IndicatorId,
    kind: MeasureKind,
    factor: f64,
    written: Option<WrittenMeasure>,
    is_standard_error: bool,
}

type Key = (UnitId, Year, IndicatorId);

struct Reader<'a> {
    plan: &'a Plan,
    units: BTreeMap<&'a str, UnitId>,
    targets: BTreeMap<&'a str, Target>,
    observations: Vec<Observation>,
    cells: Vec<(u32, Address)>,
    places: BTreeMap<Key, usize>,
    standard_errors: Vec<(Key, f64)>,
    doubts: Vec<Doubt>,
}

impl<'a> Reader<'a> {
    fn new(plan: &'a Plan, data: &'a DataSet) -> Self {
        let units = plan.units.iter().filter_map(|unit| match &unit.target {
            UnitTarget::Known(id) => Some((unit.label.as_str(), id.clone())),
            UnitTarget::New(new) => Some((unit.label.as_str(), new.id.clone())),
            UnitTarget::Leave => None,
        });
        let matched = |label: &str| plan.indicators.iter().find(|other| other.label == label);
        let target = |indicator: &'a IndicatorMatch| {
            let (of, is_standard_error) = match &indicator.target {
                IndicatorTarget::StandardErrorOf(base) => (matched(base)?, true),
                _ => (indicator, false),
            };
            let (id, kind) = match &of.target {
                IndicatorTarget::New(new) => (new.id.clone(), new.measure.kind),
                IndicatorTarget::Known(id) => {
                    (id.clone(), data.indicators.iter().find(|known| known.id == *id)?.measure.kind)
                }
                _ => return None,
            };
            let (factor, written) = (of.factor, of.measure.clone());
            Some((indicator.label.as_str(), Target { id, kind, factor, written, is_standard_error }))
        };
        Self {
            plan,
            units: units.collect(),
            targets: plan.indicators.iter().filter_map(target).collect(),
            observations: Vec::new(),
            cells: Vec::new(),
            places: BTreeMap::new(),
            standard_errors: Vec::new(),
            doubts: Vec::new(),
        }
    }

    fn table(&mut self, sheet: &Sheet, table: &TablePlan) {
        let labels = Labels::new(sheet, table);
        let targets: Vec<Option<Target>> = labels
            .indicators
            .iter()
            .map(|indicator| self.targets.get(indicator.label.as_str()).cloned())
            .collect();
        let merged: Vec<&Area> = sheet.merged().iter().filter(|area| table.body.holds(area.from)).collect();
        for at in labels.places() {
            let figure = labels.of(at);
            let value = sheet.get(at);
            let doubt = |why| Doubt { sheet: sheet.name.clone(), cell: Some(at), why };
            let (Some(unit), Some(indicator)) = (figure.unit, figure.indicator) else {
                if value.is_some_and(|value| matches!(read_cell(value), CellReading::Figure(_))) {
                    self.doubts.push(doubt(Why::NoLabel));
                }
                continue;
            };
            let (Some(unit), Some(Some(target))) = (self.units.get(unit), targets.get(indicator)) else {
                continue;
            };
            let Some(year) = figure.year.map(|found| found.year).or(self.plan.year) else { continue };
            if merged.iter().any(|area| area.holds(at) && area.from == at) {
                self.doubts.push(doubt(Why::Merged));
            }
            let key = (unit.clone(), year, target.id.clone());
            let (read, whys) = read_for(target, value);
            let is_blank = value.is_none();
            self.doubts.extend(whys.into_iter().map(doubt));
            if target.is_standard_error {
                self.standard_errors
                    .extend(read.value.filter(|error| *error >= 0.0).map(|error| (key, error)));
            } else {
                self.observation(sheet, table.sheet, at, key, read, is_blank);
            }
        }
    }

    fn observation(&mut self, sheet: &Sheet, number: u32, at: Address, key: Key, read: Read, is_blank: bool) {
        if let Some(place) = self.places.get(&key).copied() {
            let other =
                self.observations.get(place).map(|other| (other.value, self.cells.get(place).copied()));
            let Some((value, Some((_, other_at)))) = other else { return };
            let keeps_other = read.value.is_none() || value.is_some();
            if read.value.is_some() && value.is_some() && read.value != value {
                self.doubts.push(Doubt {
                    sheet: sheet.name.clone(),
                    cell: Some(at),
                    why: Why::Twice(other_at),
                });
            }
            if keeps_other {
                return;
            }
            if let Some(observation) = self.observations.get_mut(place) {
                *observation = self.plan.observation(sheet, at, key, read, is_blank);
            }
            if let Some(cell) = self.cells.get_mut(place) {
                *cell = (number, at);
            }
            return;
        }
        self.places.insert(key.clone(), self.observations.len());
        self.cells.push((number, at));
        self.observations.push(self.plan.observation(sheet, at, key, read, is_blank));
    }

    fn finish(mut self) -> (Imported, Vec<Doubt>) {
        for (key, error) in self.standard_errors {
            if let Some(observation) =
                self.places.get(&key).and_then(|place| self.observations.get_mut(*place))
                && observation.value.is_some()
            {
                observation.standard_error = Some(error);
            }
        }
        let used_units: Vec<Unit> = new_units(self.plan, &self.places);
        let new_indicators = self.plan.indicators.iter().filter_map(|indicator| match &indicator.target {
            IndicatorTarget::New(new) => Some(new.clone()),
            _ => None,
        });
        let mut indicators: Vec<Indicator> = Vec::new();
        for indicator in new_indicators {
            if !indicators.iter().any(|other| other.id == indicator.id) {
                indicators.push(indicator);
            }
        }
        let imported = Imported {
            document: self.plan.document.clone(),
            classes: self.plan.classes.clone(),
            units: used_units,
            indicators,
            observations: self.observations,
        };
        (imported, self.doubts)
    }
}

fn new_units(plan: &Plan, used: &BTreeMap<Key, usize>) -> Vec<Unit> {
    let used: std::collections::BTreeSet<&UnitId> = used.keys().map(|(unit, ..)| unit).collect();
    let mut seen = std::collections::BTreeSet::new();
    let new = plan
        .units
        .iter()
        .filter_map(|unit| if let UnitTarget::New(new) = &unit.target { Some(new) } else { None });
    new.filter(|unit| used.contains(&unit.id) && seen.insert(unit.id.clone())).cloned().collect()
}

impl Plan {
    fn observation(
        &self,
        sheet: &Sheet,
        at: Address,
        (unit, year, indicator): Key,
        read: Read,
        blank: bool,
    ) -> Observation {
        let printed =
            if blank { String::new() } else { sheet.get(at).map(ToString::to_string).unwrap_or_default() };
        let document: DocumentId = self.document.id.clone();
        Observation {
            unit,
            year,
            indicator,
            value: read.value,
            missing: if read.value.is_some() { None } else { Some(read.missing) },
            variant: String::new(),
            standard_error: None,
            source: Some(Source { document, section: format!("{}!{at}", sheet.name), printed }),
            note: read.note,
            correction: None,
        }
    }
}

/// A cell read for an indicator.
struct Read {
    value: Option<f64>,
    missing: MissingReason,
    note: Text,
}

/// Reads a cell for an indicator, and says what is doubtful.
fn read_for(target: &Target, value: Option<&Value>) -> (Read, Vec<Why>) {
    let missing = |reason| Read { value: None, missing: reason, note: Text::default() };
    let number =
        |value| Read { value: Some(value), missing: MissingReason::Unreadable, note: Text::default() };
    let Some(value) = value else { return (missing(MissingReason::NotPublished), Vec::new()) };
    let answers = target.kind == MeasureKind::YesNo;
    match read_cell(value) {
        CellReading::Figure(figure) => read_figure(target, &figure),
        CellReading::Answer(answer) => {
            let why = if answers { Vec::new() } else { vec![Why::AnswerForFigure] };
            let read = if answers {
                number(f64::from(u8::from(answer)))
            } else {
                missing(MissingReason::Unreadable)
            };
            (read, why)
        }
        CellReading::None if answers => (number(0.0), Vec::new()),
        CellReading::None => (missing(MissingReason::NothingToCount), vec![Why::NoneWritten]),
        CellReading::Missing(reason) => (missing(reason), Vec::new()),
        CellReading::Error(error) => (missing(MissingReason::NotPublished), vec![Why::Failed(error)]),
        CellReading::Unclear(unclear) => {
            let shown: String = value.to_string().chars().take(60).collect();
            (missing(MissingReason::Unreadable), vec![Why::Unclear(unclear, shown)])
        }
    }
}

fn read_figure(target: &Target, figure: &Figure) -> (Read, Vec<Why>) {
    let mut whys = Vec::new();
    let own = WrittenMeasure::parse(&figure.word);
    let mut value = figure.value;
    match &own {
        _ if figure.share => {}
        // The cell says its own measure: the column's does not count.
        Some(own)
            if own.kind == target.kind && (own.factor != 1.0 || figure.scaled || is_other(own, target)) =>
        {
            value *= own.factor;
            if is_other(own, target) && !figure.scaled {
                whys.push(Why::OtherMeasure(figure.word.clone()));
            }
        }
        Some(own)
            if own.kind != target.kind && target.written.as_ref().is_some_and(|w| w.kind == target.kind) =>
        {
            whys.push(Why::OtherMeasure(figure.word.clone()));
            value *= target.factor;
        }
        _ if figure.scaled => {}
        _ => value *= target.factor,
    }
    if figure.share && target.kind != MeasureKind::Share {
        whys.push(Why::OtherMeasure("%".into()));
    }
    if !figure.about.is_empty() {
        whys.push(Why::About(figure.about.clone()));
    }
    if !figure.remark.is_empty() {
        whys.push(Why::Remark(figure.remark.clone()));
    }
    let words = format!("{} {}", figure.about, figure.remark);
    let note = in_its_language(words.trim());
    match target.kind {
        MeasureKind::YesNo if value != 0.0 && value != 1.0 => {
            value = 1.0;
            whys.push(Why::FigureForAnswer);
        }
        MeasureKind::Count if value < 0.0 => whys.push(Why::Negative),
        MeasureKind::Share if value > 1.0 + 1e-9 => whys.push(Why::AboveWhole),
        MeasureKind::Share if !figure.share && target.written.is_none() && target.factor == 0.01 => {
            whys.push(Why::ReadAsPercent);
        }
        _ => {}
    }
    if !value.is_finite() {
        let read = Read { value: None, missing: MissingReason::Unreadable, note };
        return (read, vec![Why::Unclear(super::Unclear::TooLarge, figure.word.clone())]);
    }
    (Read { value: Some(value), missing: MissingReason::Unreadable, note }, whys)
}

/// The cell's measure multiplies otherwise than its column's.
fn is_other(own: &WrittenMeasure, target: &Target) -> bool {
    target.written.as_ref().is_some_and(|written| written.factor != own.factor)
}
