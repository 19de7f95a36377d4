//! What earlier years left behind: grades, totals, and the rules that held or fired in them.

use std::collections::BTreeMap;

use crate::domain::{Outcome, Year};

/// What one year leaves for later ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct YearRecord {
    /// By unit: the final grade's place in the scheme's list.
    pub grades: Vec<Option<usize>>,
    /// By unit: the year's own total after rules, and before any.
    pub totals: Vec<Option<(f64, f64)>>,
    /// By rule that looks back, as its place in the scheme.
    pub remembered: BTreeMap<usize, Remembered>,
}

/// What became of a rule in a year, by unit.
#[derive(Clone, Debug)]
pub(crate) struct Remembered {
    /// Whether its condition held.
    pub held: Vec<Option<bool>>,
    /// What came of it.
    pub outcomes: Vec<Option<Outcome>>,
}

/// The earlier years.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    years: BTreeMap<Year, YearRecord>,
}

impl History {
    /// Adds a year.
    pub fn add(&mut self, year: Year, record: YearRecord) {
        self.years.insert(year, record);
    }

    fn back(&self, year: Year, back: u8) -> Option<&YearRecord> {
        self.years.get(&year.checked_sub(Year::from(back))?)
    }

    /// The grade of so many years back.
    pub fn grade(&self, year: Year, back: u8, unit: usize) -> Option<usize> {
        *self.back(year, back)?.grades.get(unit)?
    }

    /// Whether a rule's condition held so many years back.
    pub fn held(&self, year: Year, back: u8, rule: usize, unit: usize) -> Option<bool> {
        *self.back(year, back)?.remembered.get(&rule)?.held.get(unit)?
    }

    /// What became of a rule so many years back.
    pub fn outcome(&self, year: Year, back: u8, rule: usize, unit: usize) -> Option<Outcome> {
        *self.back(year, back)?.remembered.get(&rule)?.outcomes.get(unit)?
    }

    /// The totals (after rules, before rules) of at most `most` earlier years that have one, the latest first.
    pub fn totals(&self, year: Year, most: u8, unit: usize) -> Vec<(f64, f64)> {
        let earlier = self.years.range(..year).rev().map(|(_, record)| record);
        earlier
            .filter_map(|record| record.totals.get(unit).copied().flatten())
            .take(usize::from(most))
            .collect()
    }
}
