//! Collects the cells of a book under the limits.

use std::rc::Rc;

use crate::data::table::{
    Address, Area, Cell, Sheet, TableError, Value,
    limits::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT_BYTES},
};

/// The sheets read so far and the one that is being read.
#[derive(Default)]
pub(super) struct Sink {
    sheets: Vec<Sheet>,
    cells: Vec<Cell>,
    merged: Vec<Area>,
    count: u32,
    text_bytes: u64,
}

impl Sink {
    /// Adds a cell; nothing where there is no value.
    pub(super) fn cell(&mut self, at: Address, value: Option<Value>) -> Result<(), TableError> {
        let Some(value) = value else { return Ok(()) };
        if at.row >= MOST_ROWS || at.column >= MOST_COLUMNS {
            return Err(TableError::Damaged { part: at.to_string(), problem: "no such cell".into() });
        }
        self.count += 1;
        if self.count > MOST_CELLS {
            return Err(TableError::TooManyCells { most: MOST_CELLS });
        }
        self.cells.push(Cell { at, value });
        Ok(())
    }

    /// A text value whose bytes are counted; `None` where it is blank.
    pub(super) fn text(&mut self, text: &str) -> Result<Option<Rc<str>>, TableError> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        self.text_bytes += text.len() as u64;
        if self.text_bytes > MOST_TEXT_BYTES {
            return Err(TableError::UnpacksTooLarge { most: MOST_TEXT_BYTES });
        }
        Ok(Some(text.into()))
    }

    /// Adds a text cell.
    pub(super) fn text_cell(&mut self, at: Address, text: &str) -> Result<(), TableError> {
        let value = self.text(text)?.map(Value::Text);
        self.cell(at, value)
    }

    /// Adds a merged area. Areas beyond a hundred thousand are passed over: no table needs them.
    pub(super) fn merge(&mut self, area: Area) {
        if self.merged.len() < 100_000 && area.from != area.to {
            self.merged.push(area);
        }
    }

    /// The sheet being read is complete.
    pub(super) fn end_sheet(&mut self, name: &str, hidden: bool) {
        let mut sheet = Sheet::new(name, std::mem::take(&mut self.cells), std::mem::take(&mut self.merged));
        sheet.hidden = hidden;
        self.sheets.push(sheet);
    }

    /// The sheets.
    pub(super) fn into_sheets(self) -> Vec<Sheet> {
        self.sheets
    }
}
