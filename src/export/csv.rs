//! The table twin of a chart as CSV in UTF-8 with the mark that spreadsheets know it by. Numbers are plain, so that they
//! compute; text that a spreadsheet would take for a formula is kept from being one.

use crate::chart::{Cell, Table};

/// The byte order mark by which Excel knows UTF-8.
const MARK: &str = "\u{feff}";

/// A table as CSV.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = writer.write_record(table.columns.iter().map(|name| guarded(name)));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(field));
    }
    let mut bytes = MARK.as_bytes().to_vec();
    bytes.extend(writer.into_inner().unwrap_or_default());
    bytes
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Number { value, .. } => value.to_string(),
        Cell::Text(text) | Cell::Missing(text) => guarded(text),
    }
}

/// An apostrophe before a text that begins like a formula (OWASP, CSV injection).
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_and_formulas_are_text() {
        let table = Table {
            caption: String::new(),
            columns: vec!["单位".to_owned(), "2019".to_owned()],
            rows: vec![
                vec![Cell::Text("=1+1,\"x\"".to_owned()), Cell::number(31_075.0, "31,075")],
                vec![Cell::Text("@名".to_owned()), Cell::Missing(String::new())],
            ],
        };
        let text = String::from_utf8(csv(&table)).unwrap();
        assert_eq!(text, "\u{feff}单位,2019\r\n\"'=1+1,\"\"x\"\"\",31075\r\n'@名,\r\n");
    }
}
