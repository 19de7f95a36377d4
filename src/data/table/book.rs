//! A workbook as typed cells. Formulas, styles and drawings are not kept: a formula counts by its last result.

use std::{fmt, iter, ops::RangeInclusive, rc::Rc};

use serde::{Deserialize, Serialize};

use super::{Address, Area};

/// A workbook, or a file that holds a single table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// The file's name, as given.
    pub file_name: String,
    /// What the file is.
    pub kind: BookKind,
    /// Its sheets in the order of their tabs.
    pub sheets: Vec<Sheet>,
    /// What a reader must know of the file as a whole.
    pub remarks: Vec<Remark>,
}

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookKind {
    /// A workbook of Excel since 2007 (OOXML).
    Xlsx,
    /// A workbook of Excel up to 2003.
    Xls,
    /// A workbook as one XML file (SpreadsheetML 2003).
    XmlSpreadsheet,
    /// An OpenDocument spreadsheet.
    Ods,
    /// A web page with tables.
    Html,
    /// Lines with a delimiter: `,`, tab, `;` or `|`.
    Delimited(char),
}

/// What a reader must know of a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// The name says another kind than the content is.
    NamedOtherwise,
    /// The text is not UTF-8 and was decoded so (`gb18030` ...).
    DecodedAs(String),
    /// So many characters could not be decoded.
    Undecoded(u32),
    /// A quoted field never ends: the delimiters may be read wrongly.
    BrokenQuotes,
}

/// A sheet: its filled cells by row, then column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name on the tab.
    pub name: String,
    /// It is hidden.
    pub hidden: bool,
    cells: Vec<Cell>,
    merged: Vec<Area>,
}

/// A filled cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Its place.
    pub at: Address,
    /// What it holds.
    pub value: Value,
}

/// What a cell holds. Numbers are finite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A number.
    Number {
        /// It, as stored: 85 % is 0.85.
        value: f64,
        /// The cell shows it as a percentage.
        percent: bool,
    },
    /// A text, not empty.
    Text(Rc<str>),
    /// TRUE or FALSE.
    Bool(bool),
    /// A date or time, in days since 1899-12-30.
    Date(f64),
    /// A formula that failed.
    Error(CellError),
}

/// How a formula failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellError {
    /// #DIV/0!
    DivisionByZero,
    /// #N/A
    NotAvailable,
    /// #NAME?
    Name,
    /// #NULL!
    Null,
    /// #NUM!
    Number,
    /// #REF!
    Reference,
    /// #VALUE!
    Value,
    /// Any other.
    Other,
}

impl CellError {
    /// As spreadsheets write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DivisionByZero => "#DIV/0!",
            Self::NotAvailable => "#N/A",
            Self::Name => "#NAME?",
            Self::Null => "#NULL!",
            Self::Number => "#NUM!",
            Self::Reference => "#REF!",
            Self::Value => "#VALUE!",
            Self::Other => "#ERROR!",
        }
    }

    /// Reads `#DIV/0!` and its like; `None` where the text is none of them.
    pub fn parse(text: &str) -> Option<Self> {
        [
            Self::DivisionByZero,
            Self::NotAvailable,
            Self::Name,
            Self::Null,
            Self::Number,
            Self::Reference,
            Self::Value,
        ]
        .into_iter()
        .find(|error| error.as_str().eq_ignore_ascii_case(text))
    }
}

impl Value {
    /// A text cell; `None` for an empty text.
    pub fn text(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::Text(text.into()))
    }

    /// A number cell; `None` where it is not finite.
    pub fn number(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self::Number { value, percent: false })
    }
}

/// As a reader of the sheet sees it: 85% for a percentage, 2019-12-31 for a date.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { value, percent: true } => write!(f, "{}%", shortened(value * 100.0)),
            Self::Number { value, percent: false } => write!(f, "{value}"),
            Self::Text(text) => f.write_str(text),
            Self::Bool(true) => f.write_str("TRUE"),
            Self::Bool(false) => f.write_str("FALSE"),
            Self::Date(days) => match date_of(*days) {
                Some((year, month, day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
                None => write!(f, "{days}"),
            },
            Self::Error(error) => f.write_str(error.as_str()),
        }
    }
}

/// A product such as 0.07 × 100 without the tail of its binary rounding.
fn shortened(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

/// Year, month and day of a day counted from 1899-12-30; `None` outside the years 1900 to 9999.
pub fn date_of(days: f64) -> Option<(i64, i64, i64)> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    // Days of the civil calendar counted from 0000-03-01, eras of 400 years (146,097 days).
    let z = days.floor() as i64 - 25_569 + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    Some((year_of_era + era * 400 + i64::from(month <= 2), month, day))
}

impl Sheet {
    /// A sheet of these cells, in any order; of two at one place the later one counts.
    pub fn new(name: impl Into<String>, mut cells: Vec<Cell>, merged: Vec<Area>) -> Self {
        if !cells.is_sorted_by(|a, b| a.at < b.at) {
            cells.reverse();
            cells.sort_by_key(|cell| cell.at);
            cells.dedup_by_key(|cell| cell.at);
        }
        Self { name: name.into(), hidden: false, cells, merged }
    }

    /// The filled cells by row, then column.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The merged areas.
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// What the cell at a place holds; of a merged area only its first cell holds something.
    pub fn get(&self, at: Address) -> Option<&Value> {
        let place = self.cells.binary_search_by_key(&at, |cell| cell.at).ok()?;
        self.cells.get(place).map(|cell| &cell.value)
    }

    /// The filled cells of a row.
    pub fn row(&self, row: u32) -> &[Cell] {
        let start = self.cells.partition_point(|cell| cell.at.row < row);
        let end = self.cells.partition_point(|cell| cell.at.row <= row);
        self.cells.get(start..end).unwrap_or(&[])
    }

    /// The filled rows within a range, each with its cells, found without looking at every cell.
    pub fn rows_in(&self, rows: RangeInclusive<u32>) -> impl Iterator<Item = &[Cell]> {
        let from = self.cells.partition_point(|cell| cell.at.row < *rows.start());
        let mut rest = self.cells.get(from..).unwrap_or(&[]);
        let last = *rows.end();
        iter::from_fn(move || {
            let row = rest.first().map(|cell| cell.at.row).filter(|row| *row <= last)?;
            // The end of a row is near: twice as far is looked at each time until it is passed.
            let is_of_row = |cell: &Cell| cell.at.row == row;
            let mut far = 1;
            while rest.get(far).is_some_and(is_of_row) {
                far *= 2;
            }
            let end = rest.get(..far.min(rest.len())).map_or(0, |near| near.partition_point(is_of_row));
            let (cells, others) = rest.split_at(end);
            rest = others;
            Some(cells)
        })
    }

    /// The filled rows, each with its cells.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.at.row == b.at.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_count_from_the_end_of_1899() {
        // 43830 is 2019-12-31 in every spreadsheet; 60 would be the 29th of February 1900, which never was.
        assert_eq!(Value::Date(43_830.75).to_string(), "2019-12-31");
        assert_eq!(Value::Date(61.0).to_string(), "1900-03-01");
        assert_eq!(Value::Date(36_585.0).to_string(), "2000-02-29");
        assert_eq!(Value::Date(-4.0).to_string(), "-4");
    }

    #[test]
    fn percentages_are_shown_as_the_sheet_shows_them() {
        assert_eq!(Value::Number { value: 0.07, percent: true }.to_string(), "7%");
        assert_eq!(Value::Number { value: 0.8535, percent: true }.to_string(), "85.35%");
    }

    #[test]
    fn cells_are_found_whatever_their_order() {
        let cell = |at: &str, value: f64| Cell {
            at: Address::parse(at).unwrap(),
            value: Value::number(value).unwrap(),
        };
        let sheet = Sheet::new(
            "s",
            vec![cell("B2", 1.0), cell("A1", 2.0), cell("B2", 3.0), cell("A3", 4.0)],
            Vec::new(),
        );
        assert_eq!(sheet.get(Address::parse("B2").unwrap()), Value::number(3.0).as_ref());
        assert_eq!(sheet.get(Address::parse("B1").unwrap()), None);
        assert_eq!(sheet.rows().map(<[Cell]>::len).collect::<Vec<_>>(), [1, 1, 1]);
        assert_eq!(sheet.row(1).len(), 1);
    }
}
