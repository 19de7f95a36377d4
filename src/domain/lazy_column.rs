//! A column that nobody pays for until somebody reads it.

use std::{cell::LazyCell, fmt, ops::Deref, rc::Rc};

/// Columns that are computed together, when the first of them is read.
pub type LazyColumns = LazyCell<Vec<Rc<[f64]>>, Box<dyn FnOnce() -> Vec<Rc<[f64]>>>>;

/// One column over the units; reads as a slice.
#[derive(Clone)]
pub struct LazyColumn {
    columns: Rc<LazyColumns>,
    nth: usize,
}

impl LazyColumn {
    /// The `nth` of `columns`; empty where there is none.
    pub fn new(columns: &Rc<LazyColumns>, nth: usize) -> Self {
        Self { columns: Rc::clone(columns), nth }
    }
}

impl Deref for LazyColumn {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        let columns: &Vec<Rc<[f64]>> = &self.columns;
        columns.get(self.nth).map_or(&[], |column| column)
    }
}

impl PartialEq for LazyColumn {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for LazyColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
