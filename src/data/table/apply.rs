//! From a book and a plan to observations, each with its source, and everything that is doubtful about them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Address, Book, CellReading, Sheet, Value,
    convert::{Read, Target, read_for},
    doubt::{Doubt, Why},
    labels::Labels,
    plan::{IndicatorMatch, IndicatorTarget, Line, Place, Plan, TablePlan, UnitTarget},
    propose::without_year,
    read_cell,
};
use crate::domain::{
    DataSet, Document, DocumentId, Indicator, IndicatorId, Observation, Source, Unit, UnitClass, UnitId, Year,
};

/// Places read in one step: some milliseconds of work.
const PLACES_A_STEP: usize = 4_000;

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
    /// Every unit that a figure is of, new or not.
    pub observed_units: Vec<UnitId>,
    /// Every indicator that a figure is of, new or not.
    pub observed_indicators: Vec<IndicatorId>,
    /// How many of the figures have a value; the others are missing.
    pub values: usize,
    /// The figures and what is missing, in the order of the sheets, at most one a unit, year and indicator.
    pub observations: Vec<Observation>,
}

/// Reads the figures of a book as a plan says. Whatever is lost or doubtful is named by sheet and cell.
pub fn apply(book: &Book, plan: &Plan, data: &DataSet) -> (Imported, Vec<Doubt>) {
    let mut applying = Applying::new(book, plan, data);
    while !applying.step(book, plan) {}
    applying.finish(plan)
}

/// Unit, indicator and year in one number, in this order from the left: 24, 24 and 16 bits. A book has at most five
/// million figures, so that no number of a unit or indicator is larger.
fn key(unit: u32, indicator: u32, year: Year) -> u64 {
    u64::from(unit) << 40 | u64::from(indicator) << 16 | u64::from(year)
}

/// The figures of a book being read: call [`Applying::step`] with the same book and plan until it is done, then
/// [`Applying::finish`].
pub struct Applying {
    /// The units, and whether a figure is of each.
    units: Vec<(UnitId, bool)>,
    unit_of: BTreeMap<String, u32>,
    /// The indicators, and whether a figure is of each.
    indicators: Vec<(IndicatorId, bool)>,
    targets: BTreeMap<String, Target>,
    observations: Vec<Observation>,
    /// Sheet and cell of each observation.
    cells: Vec<(u32, Address)>,
    places: BTreeMap<u64, u32>,
    standard_errors: Vec<(u64, f64)>,
    doubts: Vec<Doubt>,
    values: usize,
    table: usize,
    within: Option<Within>,
}

/// A table half read.
struct Within {
    labels: Labels,
    row: usize,
    units: Vec<Option<u32>>,
    targets: Vec<Option<Target>>,
    /// The first cells of merged areas.
    merged: BTreeSet<Address>,
    /// The rows and columns whose missing label is told already.
    told: BTreeSet<(bool, u32)>,
}

impl Applying {
    /// Begins with a plan.
    pub fn new(book: &Book, plan: &Plan, data: &DataSet) -> Self {
        // Room for all at once: a vector that grows to millions stops the page while it moves.
        let sheets = plan.tables.iter().filter(|table| table.read).map(|table| table.sheet as usize);
        let sheets: BTreeSet<usize> = sheets.collect();
        let room = sheets
            .iter()
            .filter_map(|nth| book.sheets.get(*nth))
            .map(|sheet| sheet.cells().len())
            .sum::<usize>();
        let (mut observations, mut cells) = (Vec::new(), Vec::new());
        // Where there is no such room they grow as far as they can.
        let _ = (observations.try_reserve_exact(room), cells.try_reserve_exact(room));
        let mut applying = Self {
            units: Vec::new(),
            unit_of: BTreeMap::new(),
            indicators: Vec::new(),
            targets: BTreeMap::new(),
            observations,
            cells,
            places: BTreeMap::new(),
            standard_errors: Vec::new(),
            doubts: without_year(book, plan),
            values: 0,
            table: 0,
            within: None,
        };
        applying.number_units(plan);
        applying.number_indicators(plan, data);
        applying
    }

    fn number_units(&mut self, plan: &Plan) {
        let mut numbers: BTreeMap<&UnitId, u32> = BTreeMap::new();
        for unit in &plan.units {
            let id = match &unit.target {
                UnitTarget::Known(id) => id,
                UnitTarget::New(new) => &new.id,
                UnitTarget::Leave => continue,
            };
            let number = *numbers.entry(id).or_insert_with(|| {
                self.units.push((id.clone(), false));
                self.units.len() as u32 - 1
            });
            self.unit_of.insert(unit.label.clone(), number);
        }
    }

    fn number_indicators(&mut self, plan: &Plan, data: &DataSet) {
        let mut numbers: BTreeMap<IndicatorId, u32> = BTreeMap::new();
        let matched: BTreeMap<&str, &IndicatorMatch> =
            plan.indicators.iter().rev().map(|other| (other.label.as_str(), other)).collect();
        for label in &plan.indicators {
            let (of, is_standard_error) = match &label.target {
                IndicatorTarget::StandardErrorOf(base) => match matched.get(base.as_str()) {
                    Some(base) => (*base, true),
                    None => continue,
                },
                _ => (label, false),
            };
            let (id, kind) = match &of.target {
                IndicatorTarget::New(new) => (&new.id, new.measure.kind),
                IndicatorTarget::Known(id) => match data.indicators.iter().find(|known| known.id == *id) {
                    Some(known) => (id, known.measure.kind),
                    None => continue,
                },
                _ => continue,
            };
            let indicator = *numbers.entry(id.clone()).or_insert_with(|| {
                self.indicators.push((id.clone(), false));
                self.indicators.len() as u32 - 1
            });
            let (factor, written) = (of.factor, of.measure.clone());
            let target = Target { indicator, kind, factor, written, is_standard_error };
            self.targets.insert(label.label.clone(), target);
        }
    }

    /// Reads on for some milliseconds; true when all is read.
    pub fn step(&mut self, book: &Book, plan: &Plan) -> bool {
        let Some(table) = plan.tables.get(self.table) else { return self.take_standard_errors() };
        let sheet = book.sheets.get(table.sheet as usize).filter(|_| table.read);
        let Some(sheet) = sheet else {
            self.table += 1;
            return false;
        };
        let mut within = self.within.take().unwrap_or_else(|| self.begin(sheet, table));
        let rows = (PLACES_A_STEP / within.labels.column_count().max(1)).max(1);
        let end = (within.row + rows).min(within.labels.row_count());
        for nth in within.row..end {
            self.row(plan, sheet, table, &mut within, nth);
        }
        within.row = end;
        if end < within.labels.row_count() {
            self.within = Some(within);
        } else {
            self.table += 1;
        }
        false
    }

    /// How much is read, 0..=1.
    pub fn done(&self, plan: &Plan) -> f64 {
        let part = self.within.as_ref().map_or(0.0, |w| w.row as f64 / w.labels.row_count().max(1) as f64);
        (self.table as f64 + part) / plan.tables.len().max(1) as f64
    }

    fn begin(&self, sheet: &Sheet, table: &TablePlan) -> Within {
        let labels = Labels::new(sheet, table);
        let units = labels.units.iter().map(|unit| self.unit_of.get(&unit.label).copied());
        let targets = labels.indicators.iter().map(|indicator| self.targets.get(&indicator.label).cloned());
        let merged = sheet.merged().iter().map(|area| area.from);
        Within {
            units: units.collect(),
            targets: targets.collect(),
            merged: merged.filter(|from| table.body.holds(*from)).collect(),
            labels,
            row: 0,
            told: BTreeSet::new(),
        }
    }

    fn row(&mut self, plan: &Plan, sheet: &Sheet, table: &TablePlan, within: &mut Within, nth: usize) {
        let Within { labels, units, targets, merged, told, .. } = within;
        for (at, value) in labels.row_of_places(sheet, nth) {
            let figure = labels.of(at);
            let doubt = |why| Doubt { sheet: sheet.name.clone(), cell: Some(at), why };
            let (Some(unit), Some(indicator)) = (figure.unit, figure.indicator) else {
                let line = unlabelled(table, figure.unit.is_none(), at);
                if value.is_some_and(|value| matches!(read_cell(value), CellReading::Figure(_)))
                    && told.insert(line)
                {
                    self.doubts.push(doubt(Why::NoLabel));
                }
                continue;
            };
            let unit = units.get(unit).copied().flatten();
            let (Some(unit), Some(Some(target))) = (unit, targets.get(indicator)) else { continue };
            let Some(year) = figure.year.map(|found| found.year).or(plan.year) else { continue };
            if merged.contains(&at) {
                self.doubts.push(doubt(Why::Merged));
            }
            let key = key(unit, target.indicator, year);
            let (read, whys) = read_for(target, value);
            self.doubts.extend(whys.into_iter().map(doubt));
            if target.is_standard_error {
                self.standard_errors
                    .extend(read.value.filter(|error| *error >= 0.0).map(|error| (key, error)));
            } else {
                self.observation(plan, sheet, (table.sheet, at), key, (value, read));
            }
        }
    }

    fn observation(
        &mut self,
        plan: &Plan,
        sheet: &Sheet,
        cell: (u32, Address),
        key: u64,
        (value, read): (Option<&Value>, Read),
    ) {
        let Some(place) = self.places.get(&key).map(|place| *place as usize) else {
            let made = self.made(plan, sheet, cell.1, key, (value, read));
            self.places.insert(key, self.observations.len() as u32);
            self.cells.push(cell);
            self.values += usize::from(made.as_ref().is_some_and(|made| made.value.is_some()));
            self.observations.extend(made);
            return;
        };
        let Some(other) = self.observations.get(place).map(|other| other.value) else { return };
        if read.value.is_some() && other.is_some() && read.value != other {
            let other_at = self.cells.get(place).map_or(cell.1, |(_, at)| *at);
            self.doubts.push(Doubt {
                sheet: sheet.name.clone(),
                cell: Some(cell.1),
                why: Why::Twice(other_at),
            });
        }
        if read.value.is_none() || other.is_some() {
            return;
        }
        let made = self.made(plan, sheet, cell.1, key, (value, read));
        if let (Some(slot), Some(made)) = (self.observations.get_mut(place), made) {
            self.values += 1;
            *slot = made;
        }
        if let Some(slot) = self.cells.get_mut(place) {
            *slot = cell;
        }
    }

    fn made(
        &mut self,
        plan: &Plan,
        sheet: &Sheet,
        at: Address,
        key: u64,
        (value, read): (Option<&Value>, Read),
    ) -> Option<Observation> {
        let document: DocumentId = plan.document.id.clone();
        let printed = value.map(ToString::to_string).unwrap_or_default();
        Some(Observation {
            unit: seen(self.units.get_mut((key >> 40) as usize)?),
            year: (key & 0xFFFF) as Year,
            indicator: seen(self.indicators.get_mut((key >> 16 & 0xFF_FFFF) as usize)?),
            value: read.value,
            missing: if read.value.is_some() { None } else { Some(read.missing) },
            variant: String::new(),
            standard_error: None,
            source: Some(Source { document, section: format!("{}!{at}", sheet.name), printed }),
            note: read.note,
            correction: None,
        })
    }

    /// Puts some of the standard errors to their figures; true when none is left.
    fn take_standard_errors(&mut self) -> bool {
        let from = self.standard_errors.len().saturating_sub(PLACES_A_STEP);
        for (key, error) in self.standard_errors.drain(from..).rev() {
            let place = self.places.get(&key).and_then(|place| self.observations.get_mut(*place as usize));
            if let Some(observation) = place.filter(|observation| observation.value.is_some()) {
                observation.standard_error.get_or_insert(error);
            }
        }
        self.standard_errors.is_empty() && self.forget_places()
    }

    /// Lets some of the places go; true when none is left. Millions of them at once would stop the page.
    fn forget_places(&mut self) -> bool {
        (0..PLACES_A_STEP).any(|_| self.places.pop_first().is_none())
    }

    /// What was read, and what is doubtful.
    pub fn finish(self, plan: &Plan) -> (Imported, Vec<Doubt>) {
        let observed = |(id, seen): (UnitId, bool)| seen.then_some(id);
        let observed_units: Vec<UnitId> = self.units.into_iter().filter_map(observed).collect();
        let used: BTreeSet<&UnitId> = observed_units.iter().collect();
        let mut seen = BTreeSet::new();
        let new = plan.units.iter().filter_map(|unit| match &unit.target {
            UnitTarget::New(new) => Some(new),
            _ => None,
        });
        let units: Vec<Unit> =
            new.filter(|unit| used.contains(&unit.id) && seen.insert(&unit.id)).cloned().collect();
        let mut seen = BTreeSet::new();
        let new = plan.indicators.iter().filter_map(|indicator| match &indicator.target {
            IndicatorTarget::New(new) => Some(new),
            _ => None,
        });
        let indicators: Vec<Indicator> = new.filter(|new| seen.insert(&new.id)).cloned().collect();
        let has_units = |class: &&UnitClass| units.iter().any(|unit| unit.class == class.id);
        let observed = |(id, seen): (IndicatorId, bool)| seen.then_some(id);
        let imported = Imported {
            document: plan.document.clone(),
            classes: plan.classes.iter().filter(has_units).cloned().collect(),
            units,
            indicators,
            observed_indicators: self.indicators.into_iter().filter_map(observed).collect(),
            observed_units,
            values: self.values,
            observations: self.observations,
        };
        (imported, self.doubts)
    }
}

/// An id whose figure is made.
fn seen<Id: Clone>((id, seen): &mut (Id, bool)) -> Id {
    *seen = true;
    id.clone()
}

/// The row or column (true) whose label is missing for a figure; where a table names no units at all, all are one.
fn unlabelled(table: &TablePlan, is_unit: bool, at: Address) -> (bool, u32) {
    let place = if is_unit { &table.unit } else { &table.indicator };
    match place {
        Place::At(lines) if matches!(lines.first(), Some(Line::Row(_))) => (true, at.column),
        Place::At(_) => (false, at.row),
        _ => (false, u32::MAX),
    }
}
