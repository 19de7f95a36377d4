//! A sheet that is filled column by column over the units: every formula knows the cells it names and their values.

use std::{ops::Range, rc::Rc};

use super::formula::{Span, X};
use crate::{
    export::xlsx::{Cell, Column, Format, Sheet, column_name},
    scoring::Table,
};

/// The units in the order of rows: class by class, so that a class is a range.
#[derive(Clone, Debug)]
pub(super) struct Order {
    /// The unit of each row.
    pub units: Vec<usize>,
    /// The class of each row as its place in the data set; `None` where the data set does not know it.
    pub classes: Vec<Option<usize>>,
    /// The rows of each class.
    pub rows_of_class: Vec<Range<usize>>,
    /// The row of each unit.
    pub row_of: Vec<usize>,
}

impl Order {
    /// Orders the units of a data set.
    pub fn new(table: &Table) -> Self {
        let data = table.data();
        let place = |unit: usize| data.classes.iter().position(|class| class.id == data.units[unit].class);
        let mut placed: Vec<(usize, usize)> =
            (0..data.units.len()).map(|unit| (place(unit).unwrap_or(data.classes.len()), unit)).collect();
        placed.sort_unstable();
        let mut row_of = vec![0; placed.len()];
        placed.iter().enumerate().for_each(|(row, (_, unit))| row_of[*unit] = row);
        let rows_of_class = (0..data.classes.len())
            .map(|class| {
                placed.partition_point(|one| one.0 < class)..placed.partition_point(|one| one.0 <= class)
            })
            .collect();
        Self {
            units: placed.iter().map(|(_, unit)| *unit).collect(),
            classes: placed
                .iter()
                .map(|(class, _)| Some(*class).filter(|at| *at < data.classes.len()))
                .collect(),
            rows_of_class,
            row_of,
        }
    }

    /// The rows.
    pub fn rows(&self) -> Range<usize> {
        0..self.units.len()
    }
}

/// A cell under the headings, and the number in it.
pub(super) struct Entry {
    pub cell: Cell,
    pub value: Option<f64>,
}

impl From<X> for Entry {
    fn from(x: X) -> Self {
        Self { value: x.value, cell: x.into_cell() }
    }
}

impl Entry {
    /// A number, or an empty cell.
    pub fn number(value: Option<f64>) -> Self {
        Self { cell: value.map_or(Cell::Empty, Cell::Number), value }
    }

    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { cell: Cell::Text(text.into()), value: None }
    }
}

#[derive(Default)]
struct Filled {
    head: Vec<Cell>,
    cells: Vec<Cell>,
    values: Rc<[Option<f64>]>,
}

/// The sheet.
pub(super) struct Grid {
    /// Its name.
    pub name: String,
    head: usize,
    columns: Vec<Filled>,
}

impl Grid {
    /// An empty sheet with so many rows of headings.
    pub fn new(name: String, head: usize) -> Self {
        Self { name, head, columns: Vec::new() }
    }

    /// Keeps so many columns free; the first of them.
    pub fn reserve(&mut self, columns: usize) -> usize {
        let first = self.columns.len();
        self.columns.resize_with(first + columns, Filled::default);
        first
    }

    /// Fills a column.
    pub fn fill(&mut self, at: usize, head: Vec<Cell>, entries: Vec<Entry>) {
        let (cells, values): (Vec<Cell>, Vec<Option<f64>>) =
            entries.into_iter().map(|entry| (entry.cell, entry.value)).unzip();
        self.columns[at] = Filled { head, cells, values: values.into() };
    }

    /// Adds a column at the end.
    pub fn push(&mut self, head: Vec<Cell>, entries: Vec<Entry>) -> usize {
        let at = self.reserve(1);
        self.fill(at, head, entries);
        at
    }

    /// The value of a cell.
    pub fn value(&self, at: usize, row: usize) -> Option<f64> {
        self.columns[at].values.get(row).copied().flatten()
    }

    /// A cell, as this sheet names it.
    pub fn cell(&self, at: usize, row: usize) -> X {
        X::cell(format!("{}{}", column_name(at), self.head + row + 1), self.value(at, row))
    }

    /// A cell, as other sheets name it.
    pub fn outside(&self, at: usize, row: usize) -> X {
        let name = format!("'{}'!{}{}", self.name, column_name(at), self.head + row + 1);
        X::cell(name, self.value(at, row))
    }

    /// Rows of a column.
    pub fn span(&self, at: usize, rows: Range<usize>) -> Span {
        let column = column_name(at);
        let text = format!("{column}${}:{column}${}", self.head + rows.start + 1, self.head + rows.end);
        Span::new(text, self.columns[at].values.get(rows).unwrap_or_default().into())
    }

    /// Columns of a row.
    pub fn across(&self, columns: Range<usize>, row: usize) -> Span {
        let at = self.head + row + 1;
        let text = format!("{}{at}:{}{at}", column_name(columns.start), column_name(columns.end.max(1) - 1));
        Span::new(text, columns.map(|column| self.value(column, row)).collect())
    }

    /// The sheet as it is written; the first columns stay in sight.
    pub fn sheet(&self, beside: usize) -> Sheet {
        let units = self.columns.iter().map(|column| column.cells.len()).max().unwrap_or_default();
        let pick = |cells: &[Cell], at: usize| cells.get(at).cloned().unwrap_or(Cell::Empty);
        let columns = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, _)| Column { width: if at < beside { 18.0 } else { 13.0 }, format: Format::Plain })
            .collect();
        let heads = (0..self.head).map(|row| self.columns.iter().map(|one| pick(&one.head, row)).collect());
        let rows = (0..units).map(|row| self.columns.iter().map(|one| pick(&one.cells, row)).collect());
        Sheet { name: self.name.clone(), columns, rows: heads.chain(rows).collect(), head: self.head, beside }
    }
}
