//! The data set as columns, derived indicators computed: what scoring reads.
//!
//! One column an indicator and year, dense over the units in the data set's order.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use crate::domain::{DataSet, Formula, IndicatorId, Issue, Observation, Unit, UnitId, Year};

use super::frame::Frame;

/// The values of one indicator in one year over all units.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The values; 0 where there is none. Finite.
    pub values: Vec<f64>,
    /// Whether there is a value; empty where every unit has one.
    present: Vec<bool>,
    observed: Observed,
    /// How many units have no value.
    missing: usize,
}

impl Column {
    fn empty(units: usize) -> Self {
        Self {
            values: vec![0.0; units],
            present: vec![false; units],
            observed: Observed::Each(vec![0; units]),
            missing: units,
        }
    }

    /// Every unit has a value.
    pub fn is_complete(&self) -> bool {
        self.missing == 0
    }

    /// A unit has a value.
    pub fn has(&self, unit: usize) -> bool {
        self.is_complete() || self.present.get(unit).copied().unwrap_or_default()
    }

    /// The value of a unit.
    pub fn get(&self, unit: usize) -> Option<f64> {
        self.values.get(unit).copied().filter(|_| self.has(unit))
    }

    /// The values that there are.
    pub fn known(&self) -> impl Iterator<Item = f64> {
        (0..self.values.len()).filter_map(|unit| self.get(unit))
    }

    fn set(&mut self, unit: usize, value: Option<f64>) {
        let value = value.filter(|value| value.is_finite());
        let had = self.has(unit);
        self.values[unit] = value.unwrap_or(0.0);
        if had == value.is_some() {
            return;
        }
        if self.is_complete() {
            self.present = vec![true; self.values.len()];
        }
        self.present[unit] = !had;
        if had {
            self.missing += 1;
        } else {
            self.missing -= 1;
        }
        if self.is_complete() {
            self.present = Vec::new();
        }
    }
}

/// Where a column's observations stand in the data set.
#[derive(Clone, Debug, PartialEq)]
enum Observed {
    /// By unit, the place plus 1; 0 where there is none.
    Each(Vec<u32>),
    /// The first unit's place, and how far on the next one's is: in a data set written unit by unit, or indicator by
    /// indicator.
    Evenly { first: usize, step: usize },
}

impl Observed {
    fn put(&mut self, unit: usize, at: usize) {
        if let (Self::Each(places), Ok(nth)) = (self, u32::try_from(at + 1)) {
            places[unit] = nth;
        }
    }

    fn get(&self, unit: usize) -> Option<usize> {
        match self {
            Self::Each(places) => (*places.get(unit)? as usize).checked_sub(1),
            Self::Evenly { first, step } => Some(first + step * unit),
        }
    }

    /// Forgets the places where two numbers say them.
    fn pack(&mut self) {
        let Self::Each(places) = &*self else { return };
        let (Some(first), Some(second)) = (self.get(0), self.get(1)) else { return };
        let Some(step) = second.checked_sub(first) else { return };
        let evenly = Self::Evenly { first, step };
        if (0..places.len()).all(|unit| self.get(unit) == evenly.get(unit)) {
            *self = evenly;
        }
    }
}

/// A data set prepared for scoring. Built once a data set, shared by every evaluation of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    data: Rc<DataSet>,
    frame: Rc<Frame>,
    years: Vec<Year>,
    indicator_at: BTreeMap<IndicatorId, usize>,
    /// By indicator, then year.
    columns: Vec<BTreeMap<Year, Column>>,
    issues: Vec<Issue>,
    /// How many observations of each year are corrected by hand.
    corrections: BTreeMap<Year, usize>,
    /// The places of the observations of other counts.
    variants: Vec<u32>,
}

/// Observations put into columns in one step: some milliseconds of work.
const A_STEP: usize = 20_000;

/// A data set being prepared: call [`Preparing::step`] until it is done, then [`Preparing::finish`].
pub struct Preparing {
    table: Table,
    years: BTreeSet<Year>,
    at: usize,
    /// The unit of the last observation.
    unit: usize,
}

impl Preparing {
    /// Begins with a data set.
    pub fn new(data: Rc<DataSet>) -> Self {
        let indicator_at =
            data.indicators.iter().enumerate().map(|(at, indicator)| (indicator.id.clone(), at)).collect();
        let columns = vec![BTreeMap::new(); data.indicators.len()];
        let (years, issues, corrections, variants) = (Vec::new(), Vec::new(), BTreeMap::new(), Vec::new());
        let frame = Rc::new(Frame::new(&data));
        let table = Table { data, frame, years, indicator_at, columns, issues, corrections, variants };
        Self { table, years: BTreeSet::new(), at: 0, unit: 0 }
    }

    /// Goes on for some milliseconds; true when every observation stands in its column.
    pub fn step(&mut self) -> bool {
        let Table { data, frame, indicator_at, columns, corrections, variants, .. } = &mut self.table;
        let rest = data.observations.get(self.at..).unwrap_or_default();
        for (at, observation) in (self.at..).zip(rest).take(A_STEP) {
            self.years.insert(observation.year);
            self.at = at + 1;
            if observation.correction.is_some() {
                *corrections.entry(observation.year).or_default() += 1;
            }
            let (Some(unit), Some(&indicator)) =
                (frame.unit_near(&observation.unit, self.unit), indicator_at.get(&observation.indicator))
            else {
                continue;
            };
            self.unit = unit;
            if !observation.variant.is_empty() {
                variants.push(u32::try_from(at).unwrap_or_default());
                continue;
            }
            let column: &mut Column =
                columns[indicator].entry(observation.year).or_insert_with(|| Column::empty(data.units.len()));
            column.set(unit, observation.value);
            column.observed.put(unit, at);
        }
        self.at >= data.observations.len()
    }

    /// The table.
    pub fn finish(self) -> Table {
        let mut table = self.table;
        table.years = self.years.into_iter().collect();
        table.columns.iter_mut().flat_map(BTreeMap::values_mut).for_each(|column| column.observed.pack());
        table.derive();
        let disagreements = super::disagreements(&table);
        table.issues.extend(disagreements);
        table
    }
}

impl Table {
    /// Prepares a data set. Observations of unknown units or indicators and values that are not finite are passed
    /// over; [`crate::data`] refuses such files.
    pub fn new(data: Rc<DataSet>) -> Self {
        let mut preparing = Preparing::new(data);
        while !preparing.step() {}
        preparing.finish()
    }

    /// The data set it was made from.
    pub fn data(&self) -> &DataSet {
        &self.data
    }

    /// The data set it was made from, shared.
    pub fn shared_data(&self) -> &Rc<DataSet> {
        &self.data
    }

    /// What all columns over its units have in common.
    pub(crate) fn frame(&self) -> &Rc<Frame> {
        &self.frame
    }

    /// The years that have an observation, ascending.
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// How many observations of a year are corrected by hand.
    pub fn corrections(&self, year: Year) -> usize {
        self.corrections.get(&year).copied().unwrap_or_default()
    }

    /// What came up while derived indicators were computed.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The place of a unit in the data set.
    pub fn unit_index(&self, unit: &UnitId) -> Option<usize> {
        self.frame.unit(unit)
    }

    /// The unit at a place.
    pub fn unit(&self, at: usize) -> Option<&Unit> {
        self.data.units.get(at)
    }

    /// The column of an indicator; `None` where no unit has a value, or the indicator is unknown.
    pub fn column(&self, indicator: &IndicatorId, year: Year) -> Option<&Column> {
        self.columns.get(*self.indicator_at.get(indicator)?)?.get(&year)
    }

    /// Whether the data set knows an indicator.
    pub fn knows(&self, indicator: &IndicatorId) -> bool {
        self.indicator_at.contains_key(indicator)
    }

    /// The value of an indicator for the `unit`-th unit: as computed where it is derived and its parts are present,
    /// else as observed; `None` where it is missing.
    pub fn value(&self, unit: usize, indicator: &IndicatorId, year: Year) -> Option<f64> {
        self.column(indicator, year)?.get(unit)
    }

    /// The observation behind a value, or the one that says why it is missing; never a variant.
    pub fn observation(&self, unit: usize, indicator: &IndicatorId, year: Year) -> Option<&Observation> {
        let column = self.column(indicator, year).filter(|column| unit < column.values.len())?;
        self.data.observations.get(column.observed.get(unit)?)
    }

    /// The observations of other counts than the one that is scored, in the order of the data set.
    pub fn variants(&self) -> impl Iterator<Item = &Observation> {
        self.variants.iter().filter_map(|at| self.data.observations.get(*at as usize))
    }

    /// This table with one unit's values, of `year` and of the years before and after it, replaced by those of a unit
    /// of another table, or of this one in another year.
    pub(crate) fn with_row_of(&self, (year, unit): (Year, usize), row: (&Table, Year, usize)) -> Table {
        let (other, other_year, other_unit) = row;
        let mut mixed = self.clone();
        let columns = mixed.columns.iter_mut().flat_map(BTreeMap::values_mut);
        columns.for_each(|column| column.set(unit, None));
        for (id, &at_other) in &other.indicator_at {
            let at = *mixed.indicator_at.entry(id.clone()).or_insert(mixed.columns.len());
            mixed.columns.resize_with(mixed.columns.len().max(at + 1), BTreeMap::new);
            for (&from, column) in &other.columns[at_other] {
                let to = i32::from(from) + i32::from(year) - i32::from(other_year);
                if let (Ok(to), Some(value)) = (Year::try_from(to), column.get(other_unit)) {
                    let units = mixed.data.units.len();
                    mixed.columns[at]
                        .entry(to)
                        .or_insert_with(|| Column::empty(units))
                        .set(unit, Some(value));
                    mixed.years.push(to);
                }
            }
        }
        mixed.years.sort_unstable();
        mixed.years.dedup();
        mixed
    }

    /// Computes derived indicators after those that they are computed from. Those on a cycle stay as observed.
    fn derive(&mut self) {
        let order = self.order_of_derivation();
        let data = Rc::clone(&self.data);
        for at in order {
            let Some(formula) = &data.indicators[at].formula else { continue };
            for &year in &self.years.clone() {
                let computed: Vec<Option<f64>> =
                    (0..data.units.len()).map(|unit| self.computed(formula, unit, year)).collect();
                if computed.iter().all(Option::is_none) {
                    continue;
                }
                let column = self.columns[at].entry(year).or_insert_with(|| Column::empty(data.units.len()));
                for (unit, value) in computed.into_iter().enumerate().filter(|(_, value)| value.is_some()) {
                    column.set(unit, value);
                }
            }
        }
    }

    /// The value of a formula for a unit; `None` where a part is missing, a whole is 0 or the result is not finite.
    pub fn computed(&self, formula: &Formula, unit: usize, year: Year) -> Option<f64> {
        let value = |id: &IndicatorId| self.value(unit, id, year);
        let sum = |ids: &[IndicatorId]| ids.iter().map(value).sum::<Option<f64>>();
        let ratio = |part: f64, whole: f64| (whole != 0.0).then(|| part / whole);
        let result = match formula {
            Formula::Ratio { part, whole } => ratio(sum(part)?, sum(whole)?),
            Formula::ReductionShare { before, after } => {
                ratio(value(before)? - value(after)?, value(before)?)
            }
            Formula::Difference { from, less } => Some(value(from)? - sum(less)?),
            Formula::Sum { of } => sum(of),
        };
        result.filter(|value| value.is_finite())
    }

    /// The derived indicators, each after its parts; records an issue for each one on a cycle.
    fn order_of_derivation(&mut self) -> Vec<usize> {
        let parts = |at: usize| -> Vec<usize> {
            let formula = self.data.indicators[at].formula.as_ref();
            formula.map_or(Vec::new(), |formula| {
                formula.parts().into_iter().filter_map(|id| self.indicator_at.get(id).copied()).collect()
            })
        };
        let mut waiting: Vec<usize> = (0..self.data.indicators.len())
            .filter(|&at| self.data.indicators[at].formula.is_some())
            .collect();
        let mut done: Vec<bool> = self.data.indicators.iter().map(|one| one.formula.is_none()).collect();
        let mut order = Vec::with_capacity(waiting.len());
        loop {
            let (ready, rest): (Vec<_>, Vec<_>) =
                waiting.iter().partition(|&&at| parts(at).into_iter().all(|part| done[part]));
            if ready.is_empty() {
                break;
            }
            ready.iter().for_each(|&at| done[at] = true);
            order.extend(ready);
            waiting = rest;
        }
        self.issues =
            waiting.iter().map(|&at| Issue::IndicatorCycle(self.data.indicators[at].id.clone())).collect();
        order
    }
}
