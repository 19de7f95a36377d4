//! Lines with a delimiter: CSV, TSV and their kin. The delimiter is found out; every cell is a text, read later as what
//! its column asks for.

use std::io::Cursor;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::{Steps, sink::Sink};
use crate::data::table::{Address, Remark, Sheet, TableError};

/// Lines being read.
pub(super) struct DelimitedReading {
    lines: Reader<Cursor<String>>,
    name: String,
    record: StringRecord,
    row: u32,
    bytes: u64,
    sink: Sink,
}

impl DelimitedReading {
    /// Finds out the delimiter and begins to read. The sheet takes the file's name.
    pub(super) fn new(file_name: &str, text: String) -> (Self, char, Option<Remark>) {
        let (delimiter, skip) = delimiter(&text);
        let text = if skip > 0 { text.get(skip..).unwrap_or_default().to_owned() } else { text };
        let broken = quotes_are_broken(&text, delimiter);
        let name = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let reading = Self {
            bytes: text.len() as u64,
            lines: builder(delimiter, !broken).from_reader(Cursor::new(text)),
            name: name.to_owned(),
            record: StringRecord::new(),
            row: 0,
            sink: Sink::default(),
        };
        (reading, char::from(delimiter), broken.then_some(Remark::BrokenQuotes))
    }
}

impl DelimitedReading {
    /// How many empty lines came before the record just read. They are no records, but rows of a spreadsheet.
    fn empty_lines(&self) -> u32 {
        let began = self.record.position().map_or(0, csv::Position::line);
        let lines = self.lines.position().line().saturating_sub(began);
        let within: usize = self.record.iter().map(|field| field.matches('\n').count()).sum();
        u32::try_from(lines.saturating_sub(1 + within as u64)).unwrap_or(u32::MAX)
    }
}

fn builder(delimiter: u8, quoting: bool) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
    builder
}

impl Steps for DelimitedReading {
    fn step(&mut self) -> Result<bool, TableError> {
        for _ in 0..super::PIECES_A_STEP / 20 {
            let more = self.lines.read_record(&mut self.record).map_err(|error| TableError::Damaged {
                part: Address::new(self.row, 0).to_string(),
                problem: error.to_string(),
            })?;
            if !more {
                self.sink.end_sheet(&self.name, false);
                return Ok(true);
            }
            self.row = self.row.saturating_add(self.empty_lines());
            for (column, field) in (0u32..).zip(self.record.iter()) {
                self.sink.text_cell(Address::new(self.row, column), unguarded(field))?;
            }
            self.row = self.row.saturating_add(1);
        }
        Ok(false)
    }

    fn done(&self) -> f64 {
        self.lines.position().byte() as f64 / self.bytes.max(1) as f64
    }

    fn sheets(self: Box<Self>) -> Vec<Sheet> {
        self.sink.into_sheets()
    }
}

/// The text itself where a writer guarded it against becoming a formula or a number: `'=A1`, `="0012"`.
fn unguarded(field: &str) -> &str {
    if let Some(rest) = field.strip_prefix('\'')
        && rest.starts_with(['=', '+', '-', '@', '\t', '\r'])
    {
        return rest;
    }
    field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field)
}

/// The delimiter, and the length of a first line `sep=;` that names it.
fn delimiter(text: &str) -> (u8, usize) {
    if let Some(named) = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next()).filter(u8::is_ascii) {
        return (named, text.find('\n').map_or(text.len(), |end| end + 1));
    }
    let head = text.get(..text.floor_char_boundary(64 * 1024)).unwrap_or_default();
    let mut best = (b',', 0.0);
    for candidate in [b',', b'\t', b';', b'|'] {
        let score = evenness(head, candidate);
        if score > best.1 {
            best = (candidate, score);
        }
    }
    (best.0, 0)
}

/// How evenly a delimiter cuts the first lines into at least two fields: the share of lines with the most frequent
/// count of fields, a little more for more fields.
fn evenness(head: &str, delimiter: u8) -> f64 {
    let mut lines = builder(delimiter, true).from_reader(head.as_bytes());
    let mut counts: Vec<usize> = lines.records().flatten().take(50).map(|record| record.len()).collect();
    counts.sort_unstable();
    let all = counts.len();
    let most = counts
        .chunk_by(|a, b| a == b)
        .filter(|run| run.first() > Some(&1))
        .map(|run| (run.len(), run[0]))
        .max();
    most.map_or(0.0, |(lines, fields)| lines as f64 / all as f64 + (fields.min(100) as f64) / 1000.0)
}

/// A quotation mark that is never closed swallows the rest of the file into one field.
fn quotes_are_broken(text: &str, delimiter: u8) -> bool {
    if text.bytes().filter(|byte| *byte == b'"').count().is_multiple_of(2) {
        return false;
    }
    let mut lines = builder(delimiter, true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut last_field_lines = 0;
    while lines.read_record(&mut record).unwrap_or(false) {
        last_field_lines = record.iter().next_back().map_or(0, |field| field.matches('\n').count());
    }
    last_field_lines > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> (char, Vec<String>) {
        let (mut reading, delimiter, _) = DelimitedReading::new("t.csv", text.into());
        while !reading.step().unwrap() {}
        let sheets = Box::new(reading).sheets();
        (delimiter, sheets[0].cells().iter().map(|cell| format!("{}={}", cell.at, cell.value)).collect())
    }

    #[test]
    fn the_delimiter_is_found_out() {
        assert_eq!(cells("单位,件数\n甲,1\n").0, ',');
        assert_eq!(cells("单位\t件数,人次\n甲\t1\n").0, '\t');
        assert_eq!(cells("单位;比例\n甲;1,5\n乙;2,5\n").0, ';');
        assert_eq!(cells("只有一列\n甲\n").0, ',');
        assert_eq!(cells("sep=|\n甲|1\n"), ('|', vec!["A1=甲".into(), "B1=1".into()]));
    }

    #[test]
    fn quoted_fields_hold_delimiters_and_line_breaks() {
        assert_eq!(cells("\"a,b\",\"c\nd\"\n1,2\n").1, ["A1=a,b", "B1=c\nd", "A2=1", "B2=2"]);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        assert_eq!(cells("a,b\n\n\n1,2\n").1, ["A1=a", "B1=b", "A4=1", "B4=2"]);
        assert_eq!(cells("\"a\nb\",c\r\n\r\n1,2").1, ["A1=a\nb", "B1=c", "A3=1", "B3=2"]);
    }

    #[test]
    fn guards_against_formulas_are_taken_off() {
        assert_eq!(cells("'=A1,=\"0012\"\n'quoted,-3\n").1, ["A1==A1", "B1=0012", "A2='quoted", "B2=-3"]);
    }

    #[test]
    fn a_quotation_mark_that_never_ends_is_taken_as_a_letter() {
        let (mut reading, _, remark) = DelimitedReading::new("t.csv", "甲,\"1\n乙,2\n丙,3\n".into());
        while !reading.step().unwrap() {}
        assert_eq!(remark, Some(Remark::BrokenQuotes));
        assert_eq!(Box::new(reading).sheets()[0].cells().len(), 6);
    }
}
