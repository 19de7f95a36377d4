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

    /// Puts in a scheme that a user opened, in place of the one of the same id.
    pub fn put_scheme(&mut self, scheme: Shared<Scheme>) {
        let entry = SchemeEntry { scheme, own: true };
        match self.schemes.iter_mut().find(|other| other.scheme.id == entry.scheme.id) {
            Some(place) => *place = entry,
            None => self.schemes.push(entry),
        }
    }

    /// The scheme that scores most of a data set's indicators; the earlier one where several do.
    pub fn best_scheme_for(&self, data: &DataSet) -> Option<&Shared<Scheme>> {
        let known: BTreeSet<&IndicatorId> = data.indicators.iter().map(|indicator| &indicator.id).collect();
        let hits = |scheme: &Scheme| leaf_hits(&scheme.criteria, &known);
        self.schemes
            .iter()
            .map(|entry| &entry.scheme)
            .rev()
            .max_by_key(|scheme| hits(scheme))
            .filter(|scheme| hits(scheme) > 0)
    }
}

/// Whether a scheme scores at least one indicator of a data set.
pub(super) fn fits(scheme: &Scheme, data: &DataSet) -> bool {
    let known = data.indicators.iter().map(|indicator| &indicator.id).collect();
    leaf_hits(&scheme.criteria, &known) > 0
}

fn leaf_hits(criteria: &[Criterion], known: &BTreeSet<&IndicatorId>) -> usize {
    criteria
        .iter()
        .map(|criterion| match criterion.leaf() {
            Some(leaf) => usize::from(known.contains(&leaf.indicator)),
            None => leaf_hits(criterion.children(), known),
        })
        .sum()
}
