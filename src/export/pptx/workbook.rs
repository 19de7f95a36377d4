//! The workbook inside a native chart: one sheet with the chart's numbers, which "Edit data" opens.

use super::PptxError;
use crate::export::xlsx::{self, Column, Format, Sheet, column_name};

pub(super) use crate::export::xlsx::{Cell, number};

/// The name of the sheet in formulas.
pub(super) const SHEET: &str = "Sheet1";

/// The cells of a column from row to row (counted from 1), as formulas name them.
pub(super) fn column_range(column: usize, first_row: usize, last_row: usize) -> String {
    let column = column_name(column);
    format!("{SHEET}!${column}${first_row}:${column}${last_row}")
}

/// One cell (row counted from 1), as formulas name it.
pub(super) fn cell_name(column: usize, row: usize) -> String {
    format!("{SHEET}!${}${row}", column_name(column))
}

/// The bytes of a workbook with these rows.
pub(super) fn workbook(rows: &[Vec<Cell>]) -> Result<Vec<u8>, PptxError> {
    let width = |at: usize| Column { width: if at == 0 { 28.0 } else { 14.0 }, format: Format::Plain };
    let columns = (0..rows.first().map_or(1, Vec::len).max(1)).map(width).collect();
    xlsx::write(&[Sheet { name: SHEET.to_string(), columns, rows: rows.to_vec(), head: 0, beside: 0 }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_absolute() {
        assert_eq!(column_range(1, 2, 5), "Sheet1!$B$2:$B$5");
    }
}
