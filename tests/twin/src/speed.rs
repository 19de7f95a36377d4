//! Scoring generated data, and the bare work beside it, to be timed from outside: `speed.mjs` does so in a browser.

use std::rc::Rc;

use faheng::{
    domain::Scheme,
    scoring::{Evaluator, Table, evaluate},
};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    bare,
    generated::{YEAR, data_set, numbers, scheme},
};

/// Data of some size, ready to be scored.
#[wasm_bindgen]
pub struct Speed {
    units: usize,
    leaves: usize,
    numbers: Vec<f64>,
    table: Table,
    scheme: Scheme,
    evaluator: Evaluator,
}

#[wasm_bindgen]
impl Speed {
    /// Prepares so many units and leaves.
    #[wasm_bindgen(constructor)]
    pub fn new(units: usize, leaves: usize) -> Self {
        let numbers = numbers(units, leaves);
        let table = Table::new(Rc::new(data_set(&numbers, units, leaves)));
        let (scheme, mut evaluator) = (scheme(leaves), Evaluator::default());
        evaluator.evaluate(&table, &scheme, YEAR);
        Self { units, leaves, numbers, table, scheme, evaluator }
    }

    /// The bare work; gives the first unit.
    pub fn bare(&self) -> Option<u32> {
        bare::order(&self.numbers, self.units, self.leaves).first().copied()
    }

    /// A full pass; gives the first unit.
    pub fn full(&self) -> Option<u32> {
        evaluate(&self.table, &self.scheme, YEAR).listing.first().copied()
    }

    /// A pass after one weight was moved by so much; gives the first unit.
    pub fn weight(&mut self, by: f64) -> Option<u32> {
        if let Some(first) = self.scheme.criteria.first_mut() {
            first.points += by;
        }
        self.evaluator.evaluate(&self.table, &self.scheme, YEAR).listing.first().copied()
    }
}
