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

type Key = (UnitId, Year, IndicatorId);

fn key(observation: &Observation) -> Option<Key> {
    let is_main = observation.variant.is_empty();
    is_main.then(|| (observation.unit.clone(), observation.year, observation.indicator.clone()))
}

/// Takes imported figures over into a data set. A `name` other than the data set's own is not given here: the caller
/// names what it made.
pub fn merge(data: &DataSet, imported: Imported, mode: Mode) -> (DataSet, Changes) {
    let mut changes = Changes::default();
    let mut merged = match mode {
        Mode::Merge => data.clone(),
        Mode::Replace => emptied(data, &imported),
    };
    let before: BTreeMap<Key, &Observation> =
        data.observations.iter().filter_map(|old| Some((key(old)?, old))).collect();
    let mut places: BTreeMap<Key, usize> =
        merged.observations.iter().enumerate().filter_map(|(place, old)| Some((key(old)?, place))).collect();
    merged
        .classes
        .extend(imported.classes.into_iter().filter(|new| !data.classes.iter().any(|old| old.id == new.id)));
    merged
        .units
        .extend(imported.units.into_iter().filter(|new| !data.units.iter().any(|old| old.id == new.id)));
    let known: BTreeSet<&IndicatorId> = data.indicators.iter().map(|indicator| &indicator.id).collect();
    merged.indicators.extend(imported.indicators.into_iter().filter(|new| !known.contains(&new.id)));
    merged.documents.retain(|document| document.id != imported.document.id);
    merged.documents.push(imported.document);
    for new in imported.observations {
        let Some(key) = key(&new) else { continue };
        let old = before.get(&key).copied();
        changes.count(old, &new, mode);
        let Some(new) = renewed(old, new, mode) else { continue };
        match places.get(&key).and_then(|place| merged.observations.get_mut(*place)) {
            Some(slot) => *slot = new,
            None => {
                places.insert(key, merged.observations.len());
                merged.observations.push(new);
            }
        }
    }
    (merged, changes)
}

/// The data set without its figures, and without the units and documents that only they need.
fn emptied(data: &DataSet, imported: &Imported) -> DataSet {
    let units: BTreeSet<&UnitId> =
        imported.observations.iter().map(|observation| &observation.unit).collect();
    let mut parents: BTreeSet<&UnitId> = BTreeSet::new();
    parents.extend(
        data.units.iter().filter(|unit| units.contains(&unit.id)).filter_map(|unit| unit.parent.as_ref()),
    );
    let stays = |id: &UnitId| units.contains(id) || parents.contains(id);
    DataSet {
        observations: Vec::new(),
        documents: Vec::new(),
        nature: Nature::Published,
        units: data.units.iter().filter(|unit| stays(&unit.id)).cloned().collect(),
        ..data.clone()
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
