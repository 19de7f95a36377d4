//! Imported figures into a data set: beside what is there, or in its place. What a person corrected stays in force.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::apply::Imported;
use crate::domain::{Correction, DataSet, IndicatorId, Nature, Observation, UnitId, Year};

/// What becomes of the figures that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// They stay; an imported value takes the place of the one for the same unit, year and indicator, an imported gap
    /// does not.
    Merge,
    /// They go, with the units that no imported figure is of; corrections stay where their figure is imported again.
    Replace,
}

/// What an import changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Observations that are new.
    pub added: u32,
    /// Of another value than before.
    pub changed: u32,
    /// As before.
    pub same: u32,
    /// Corrected by hand before: the imported value is kept beside the corrected one.
    pub corrected: u32,
}

/// Observations taken over in one step: some milliseconds of work.
const A_STEP: usize = 8_000;

/// Takes imported figures over into a data set. A `name` other than the data set's own is not given here: the caller
/// names what it made.
pub fn merge(data: &DataSet, imported: Imported, mode: Mode) -> (DataSet, Changes) {
    let mut merging = Merging::new(data, imported, mode);
    while !merging.step(data) {}
    merging.finish()
}

/// Figures being taken over into a data set: call [`Merging::step`] with the same data set until it is done, then
/// [`Merging::finish`].
pub struct Merging {
    mode: Mode,
    merged: DataSet,
    changes: Changes,
    /// How many of the observations that were there are looked at.
    looked_at: usize,
    /// Where the one of a unit, year and indicator stands among them.
    before: BTreeMap<(u32, u32, Year), u32>,
    units: BTreeMap<UnitId, u32>,
    indicators: BTreeMap<IndicatorId, u32>,
    /// What was imported, and how much of it is taken over.
    new: Vec<Observation>,
    taken: usize,
}

impl Merging {
    /// Begins with what was imported.
    pub fn new(data: &DataSet, imported: Imported, mode: Mode) -> Self {
        let mut merged = without_observations(data, &imported, mode);
        let has = |ids: &BTreeSet<&str>, id: &str| ids.contains(id);
        let units: BTreeSet<&str> = data.units.iter().map(|unit| unit.id.as_str()).collect();
        let indicators: BTreeSet<&str> = data.indicators.iter().map(|one| one.id.as_str()).collect();
        let classes: BTreeSet<&str> = data.classes.iter().map(|class| class.id.as_str()).collect();
        merged.classes.extend(imported.classes.into_iter().filter(|new| !has(&classes, new.id.as_str())));
        merged.units.extend(imported.units.into_iter().filter(|new| !has(&units, new.id.as_str())));
        merged
            .indicators
            .extend(imported.indicators.into_iter().filter(|new| !has(&indicators, new.id.as_str())));
        merged.documents.retain(|document| document.id != imported.document.id);
        merged.documents.push(imported.document);
        let touched = |ids: &BTreeSet<&str>, id: &str| ids.contains(id);
        let known_units = imported.observed_units.into_iter().filter(|id| touched(&units, id.as_str()));
        let known = imported.observed_indicators.into_iter().filter(|id| touched(&indicators, id.as_str()));
        Self {
            mode,
            merged,
            changes: Changes::default(),
            looked_at: 0,
            before: BTreeMap::new(),
            units: known_units.zip(0..).collect(),
            indicators: known.zip(0..).collect(),
            new: imported.observations,
            taken: 0,
        }
    }

    /// Goes on for some milliseconds; true when all is taken over.
    pub fn step(&mut self, data: &DataSet) -> bool {
        if self.looked_at < data.observations.len() {
            let some = data.observations.get(self.looked_at..).unwrap_or_default();
            for (nth, old) in (self.looked_at..).zip(some).take(A_STEP) {
                if let Some(key) = self.key(old) {
                    self.before.insert(key, nth as u32);
                }
                if self.mode == Mode::Merge {
                    self.merged.observations.push(old.clone());
                }
                self.looked_at = nth + 1;
            }
            return false;
        }
        let end = (self.taken + A_STEP).min(self.new.len());
        if self.mode == Mode::Merge {
            self.merged.observations.reserve(self.new.len() - self.taken);
        }
        for nth in self.taken..end {
            self.take(data, nth);
        }
        self.taken = end;
        // Millions of places that went at once would stop the page.
        end == self.new.len() && (0..A_STEP).any(|_| self.before.pop_first().is_none())
    }

    /// How much is done, 0..=1.
    pub fn done(&self, data: &DataSet) -> f64 {
        let all = data.observations.len() + self.new.len();
        (self.looked_at + self.taken) as f64 / all.max(1) as f64
    }

    /// The data set, and what changed.
    pub fn finish(mut self) -> (DataSet, Changes) {
        if self.mode == Mode::Replace {
            self.merged.observations = self.new;
        }
        (self.merged, self.changes)
    }

    /// Unit, indicator and year of an observation that an import may touch; `None` for any other.
    fn key(&self, observation: &Observation) -> Option<(u32, u32, Year)> {
        if !observation.variant.is_empty() {
            return None;
        }
        let unit = self.units.get(&observation.unit)?;
        Some((*unit, *self.indicators.get(&observation.indicator)?, observation.year))
    }

    /// Takes over one of the imported observations. Where they replace what was there, they stay where they are: there
    /// may be millions.
    fn take(&mut self, data: &DataSet, nth: usize) {
        let Some(new) = self.new.get(nth) else { return };
        let place = self.key(new).and_then(|key| self.before.get(&key)).map(|place| *place as usize);
        let old = place.and_then(|place| data.observations.get(place));
        self.changes.count(old, new, self.mode);
        if self.mode == Mode::Replace && old.is_none_or(|old| old.correction.is_none()) {
            return;
        }
        let Some(new) = renewed(old, new.clone(), self.mode) else { return };
        let slot = match self.mode {
            Mode::Merge => place.and_then(|place| self.merged.observations.get_mut(place)),
            Mode::Replace => self.new.get_mut(nth),
        };
        match slot {
            Some(slot) => *slot = new,
            None => self.merged.observations.push(new),
        }
    }
}

/// The data set without its figures; when they are replaced, also without the units and documents that only they need.
fn without_observations(data: &DataSet, imported: &Imported, mode: Mode) -> DataSet {
    let bare = DataSet {
        id: data.id.clone(),
        name: data.name.clone(),
        nature: data.nature,
        note: data.note.clone(),
        documents: data.documents.clone(),
        classes: data.classes.clone(),
        units: data.units.clone(),
        indicators: data.indicators.clone(),
        observations: Vec::new(),
        breaks: data.breaks.clone(),
    };
    if mode == Mode::Merge {
        return bare;
    }
    let units: BTreeSet<&UnitId> = imported.observed_units.iter().collect();
    let of_imported = data.units.iter().filter(|unit| units.contains(&unit.id));
    let parents: BTreeSet<&UnitId> = of_imported.filter_map(|unit| unit.parent.as_ref()).collect();
    let stays = |id: &UnitId| units.contains(id) || parents.contains(id);
    DataSet {
        documents: Vec::new(),
        nature: Nature::Own,
        units: data.units.iter().filter(|unit| stays(&unit.id)).cloned().collect(),
        ..bare
    }
}

/// What stands in the data set afterwards; `None` where what is there stays.
fn renewed(old: Option<&Observation>, new: Observation, mode: Mode) -> Option<Observation> {
    if let Some((old, correction)) = old.and_then(|old| Some((old, old.correction.as_ref()?))) {
        let correction = Correction { imported: new.value, reason: correction.reason.clone() };
        return Some(Observation {
            value: old.value,
            missing: old.missing,
            correction: Some(correction),
            ..new
        });
    }
    let gap_over_value =
        mode == Mode::Merge && new.value.is_none() && old.is_some_and(|old| old.value.is_some());
    (!gap_over_value).then_some(new)
}

impl Changes {
    fn count(&mut self, old: Option<&Observation>, new: &Observation, mode: Mode) {
        match old {
            None => self.added += 1,
            Some(old) if old.correction.is_some() => self.corrected += 1,
            Some(old) if old.value == new.value => self.same += 1,
            Some(_) if mode == Mode::Merge && new.value.is_none() => self.same += 1,
            Some(_) => self.changed += 1,
        }
    }
}

/// Corrects an observation by hand: the value in force is replaced, what was imported is kept beside it. Correcting
/// back to the imported value takes the correction away.
pub fn correct(observation: &Observation, value: Option<f64>, reason: crate::domain::Text) -> Observation {
    let imported = match &observation.correction {
        Some(correction) => correction.imported,
        None => observation.value,
    };
    let mut corrected = observation.clone();
    corrected.value = value.filter(|value| value.is_finite());
    if corrected.value.is_some() {
        corrected.missing = None;
    } else if corrected.missing.is_none() {
        corrected.missing = Some(crate::domain::MissingReason::Withdrawn);
    }
    corrected.correction = (corrected.value != imported).then_some(Correction { imported, reason });
    corrected
}
