//! The data sets and schemes that can be chosen: those that come with the page and those a user opened.

use std::{collections::BTreeSet, rc::Rc};

use super::Shared;
use crate::{
    domain::{Criterion, DataSet, IndicatorId, Scheme},
    scoring::Table,
};

/// What can be chosen at the top of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The data sets, the first the one that the page opens with.
    pub data_sets: Vec<DataEntry>,
    /// The schemes as they were delivered or opened; [`super::Inputs::scheme`] is the one being worked on.
    pub schemes: Vec<SchemeEntry>,
}

/// A data set of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct DataEntry {
    /// The data set, prepared for scoring.
    pub table: Shared<Table>,
    /// A user opened it; it is kept with the work.
    pub own: bool,
}

/// A scheme of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeEntry {
    /// The scheme as it was.
    pub scheme: Shared<Scheme>,
    /// A user opened it; it is kept with the work.
    pub own: bool,
}

impl Library {
    /// What comes with the page.
    pub fn new(data_sets: Vec<Rc<DataSet>>, schemes: Vec<Rc<Scheme>>) -> Self {
        Self {
            data_sets: data_sets
                .into_iter()
                .map(|data| DataEntry { table: Shared::new(Table::new(data)), own: false })
                .collect(),
            schemes: schemes.into_iter().map(|s| SchemeEntry { scheme: s.into(), own: false }).collect(),
        }
    }

    /// The data set of this id.
    pub fn data_set(&self, id: &str) -> Option<&Shared<Table>> {
        self.data_sets.iter().map(|entry| &entry.table).find(|table| table.data().id == id)
    }

    /// The scheme of this id, as it was delivered or opened.
    pub fn scheme(&self, id: &str) -> Option<&Shared<Scheme>> {
        self.schemes.iter().map(|entry| &entry.scheme).find(|scheme| scheme.id == id)
    }

    /// Puts in a data set that a user opened, in place of the one of the same id.
    pub fn put_data_set(&mut self, table: Shared<Table>) {
        let entry = DataEntry { table, own: true };
        let id = &entry.table.data().id;
        match self.data_sets.iter_mut().find(|other| &other.table.data().id == id) {
            Some(place) => *place = entry,
            None => self.data_sets.push(entry),
        }
    }

    /// Lists a data set as it was at another step in place of the one of the same id.
    pub fn put_back(&mut self, table: &Shared<Table>) {
        if let Some(entry) = self.data_sets.iter_mut().find(|entry| entry.table.data().id == table.data().id)
        {
            entry.table = table.clone();
        }
    }

    /// Puts in a scheme that a user opened, in place of the one of the same id.
    pub fn put_scheme(&mut self, scheme: Shared<Scheme>) {
        let entry = SchemeEntry { scheme, own: true };
        match self.schemes.iter_mut().find(|other| other.scheme.id == entry.scheme.id) {
            Some(place) => *place = entry,
            None => self.schemes.push(entry),
        }
    }

    /// The scheme of which the largest part rests on a data set's indicators; the earlier one where several do.
    pub fn best_scheme_for(&self, data: &DataSet) -> Option<&Shared<Scheme>> {
        let schemes = self.schemes.iter().map(|entry| &entry.scheme).rev();
        schemes
            .max_by(|a, b| rests_on(a, data).total_cmp(&rests_on(b, data)))
            .filter(|s| rests_on(s, data) > 0.0)
    }
}

/// A scheme suits a data set where at least this share of its points rests on its indicators.
pub const ENOUGH: f64 = 0.5;

/// The share (0..=1) of a scheme's points whose indicators a data set knows.
pub fn rests_on(scheme: &Scheme, data: &DataSet) -> f64 {
    let known = data.indicators.iter().map(|indicator| &indicator.id).collect();
    known_share(&scheme.criteria, &known)
}

fn known_share(criteria: &[Criterion], known: &BTreeSet<&IndicatorId>) -> f64 {
    let share = |criterion: &Criterion| match criterion.leaf() {
        Some(leaf) => f64::from(u8::from(known.contains(&leaf.indicator))),
        None => known_share(criterion.children(), known),
    };
    let points: f64 = criteria.iter().map(|criterion| criterion.points).sum();
    let resting: f64 = criteria.iter().map(|criterion| criterion.points * share(criterion)).sum();
    if points > 0.0 { resting / points } else { 0.0 }
}
