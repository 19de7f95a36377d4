//! The labels of a book's tables, found row by row, with what the cells under each look like.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Address, Book, CellReading,
    labels::{IndicatorLabel, Labels},
    matching::Label,
    measure::WrittenMeasure,
    plan::Plan,
    read_cell,
};
use crate::domain::{Measure, MeasureKind, Text};

/// Places looked at in one step: some milliseconds of work.
const PLACES_A_STEP: usize = 20_000;
/// So many cells under a label say what its cells look like.
const CELLS_LOOKED_AT: u32 = 2_000;

/// The labels of a book's tables.
#[derive(Default)]
pub(super) struct Found {
    /// Units in order of appearance.
    pub units: Vec<FoundUnit>,
    /// Indicators in order of appearance.
    pub indicators: Vec<FoundIndicator>,
}

/// A label of a unit.
pub(super) struct FoundUnit {
    /// It, with its code.
    pub label: Label,
    /// The name of its class; empty where there is none.
    pub class: String,
    /// Where it first stands: sheet and cell.
    pub first: (u32, Address),
}

/// A label of an indicator.
pub(super) struct FoundIndicator {
    /// It.
    pub label: Label,
    /// With its measure.
    pub written: IndicatorLabel,
    /// Where it first stands: sheet and cell.
    pub first: (u32, Address),
    /// What the cells under it look like.
    pub cells: CellsSeen,
}

/// What the cells under a label look like.
#[derive(Clone, Debug, Default)]
pub(super) struct CellsSeen {
    seen: u32,
    pub figures: u32,
    /// Written as a percentage.
    pub shares: u32,
    /// Not so written, and above 1.
    pub above_one: u32,
    answers: u32,
    words: BTreeMap<String, u32>,
}

/// The labels being found.
#[derive(Default)]
pub(super) struct Finding {
    found: Found,
    unit_places: BTreeMap<String, usize>,
    indicator_places: BTreeMap<String, usize>,
    /// The table that is looked at, and how far.
    table: usize,
    within: Option<Within>,
}

/// A table half looked at.
struct Within {
    labels: Labels,
    row: usize,
    /// The places of its units and indicators among those found.
    units: Vec<Option<usize>>,
    indicators: Vec<Option<usize>>,
}

impl Finding {
    /// Looks at some more rows; true when all tables are looked at.
    pub(super) fn step(&mut self, book: &Book, plan: &Plan) -> bool {
        let Some(table) = plan.tables.get(self.table) else { return true };
        let sheet = book.sheets.get(table.sheet as usize).filter(|_| table.read);
        let Some(sheet) = sheet else {
            self.table += 1;
            return false;
        };
        let mut within = self.within.take().unwrap_or_else(|| {
            let labels = Labels::new(sheet, table);
            let (units, indicators) = (vec![None; labels.units.len()], vec![None; labels.indicators.len()]);
            Within { labels, row: 0, units, indicators }
        });
        let rows = (PLACES_A_STEP / within.labels.column_count().max(1)).max(1);
        let end = (within.row + rows).min(within.labels.row_count());
        let Within { labels, units, indicators, row } = &mut within;
        for nth in *row..end {
            for (at, value) in labels.row_of_places(sheet, nth) {
                let figure = labels.of(at);
                let (Some(unit), Some(indicator)) = (figure.unit, figure.indicator) else { continue };
                if let Some(slot @ None) = units.get_mut(unit) {
                    *slot = self.unit(labels, unit, self.table, (table.sheet, at));
                }
                let Some(slot) = indicators.get_mut(indicator) else { continue };
                if slot.is_none() {
                    *slot = self.indicator(labels, indicator, self.table, (table.sheet, at));
                }
                let place = slot.and_then(|place| self.found.indicators.get_mut(place));
                if let (Some(indicator), Some(value)) = (place, value) {
                    indicator.cells.add(value);
                }
            }
        }
        *row = end;
        if end < labels.row_count() {
            self.within = Some(within);
        } else {
            self.table += 1;
        }
        self.table >= plan.tables.len()
    }

    /// How much is looked at, 0..=1.
    pub(super) fn done(&self, plan: &Plan) -> f64 {
        let part = self.within.as_ref().map_or(0.0, |w| w.row as f64 / w.labels.row_count().max(1) as f64);
        (self.table as f64 + part) / plan.tables.len().max(1) as f64
    }

    /// What was found.
    pub(super) fn finish(self) -> Found {
        self.found
    }

    fn unit(&mut self, labels: &Labels, unit: usize, table: usize, first: (u32, Address)) -> Option<usize> {
        let written = labels.units.get(unit)?;
        let units = &mut self.found.units;
        let place = *self.unit_places.entry(written.label.clone()).or_insert_with(|| {
            let label = Label { text: written.label.clone(), code: String::new(), tables: BTreeSet::new() };
            units.push(FoundUnit { label, class: String::new(), first });
            units.len() - 1
        });
        let found = units.get_mut(place)?;
        found.label.tables.insert(table);
        if found.label.code.is_empty() {
            found.label.code.clone_from(&written.code);
        }
        if found.class.is_empty() {
            found.class.clone_from(&written.class);
        }
        Some(place)
    }

    fn indicator(
        &mut self,
        labels: &Labels,
        nth: usize,
        table: usize,
        first: (u32, Address),
    ) -> Option<usize> {
        let written = labels.indicators.get(nth)?;
        let indicators = &mut self.found.indicators;
        let place = *self.indicator_places.entry(written.label.clone()).or_insert_with(|| {
            let label = Label { text: written.label.clone(), code: String::new(), tables: BTreeSet::new() };
            let (written, cells) = (written.clone(), CellsSeen::default());
            indicators.push(FoundIndicator { label, written, first, cells });
            indicators.len() - 1
        });
        indicators.get_mut(place)?.label.tables.insert(table);
        Some(place)
    }
}

impl CellsSeen {
    fn add(&mut self, value: &super::Value) {
        if self.seen >= CELLS_LOOKED_AT {
            return;
        }
        self.seen += 1;
        match &read_cell(value) {
            CellReading::Figure(figure) => {
                self.figures += 1;
                self.shares += u32::from(figure.share);
                self.above_one += u32::from(!figure.share && figure.value > 1.0);
                if !figure.word.is_empty() {
                    *self.words.entry(figure.word.clone()).or_insert(0) += 1;
                }
            }
            CellReading::Answer(_) => self.answers += 1,
            _ => {}
        }
    }

    /// The measure of a new indicator whose header gives none.
    pub(super) fn measure(&self) -> Measure {
        let plain = |kind| Measure { kind, name: Text::default() };
        let word = self.words.iter().max_by_key(|(_, count)| **count);
        match word {
            _ if self.answers > self.figures => plain(MeasureKind::YesNo),
            _ if self.shares * 2 > self.figures => plain(MeasureKind::Share),
            Some((word, count)) if count * 2 > self.figures => WrittenMeasure::parse(word)
                .map_or_else(|| plain(MeasureKind::Number), |written| written.measure()),
            _ => plain(MeasureKind::Number),
        }
    }
}
