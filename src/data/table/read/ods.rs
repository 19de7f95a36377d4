//! ODS: the one part that holds all sheets, read in steps. Comments are left out; repeated cells are written out.

use quick_xml::events::{BytesStart, Event};

use super::{
    Steps,
    package::{Package, PartReader},
    sink::Sink,
    xml::{Xml, attribute, count, push_text},
};
use crate::data::table::{Address, Area, CellError, Sheet, TableError, Value, limits::MOST_PIECE_BYTES};

const CONTENT: &str = "content.xml";

/// An OpenDocument spreadsheet being read.
pub(super) struct OdsReading {
    xml: Xml<PartReader>,
    packed: u64,
    sink: Sink,
    sheet: Option<String>,
    /// The row being read, its repeats and its cells so far (column, value).
    row: u32,
    row_repeats: u32,
    cells: Vec<(u32, Value)>,
    column: u32,
    cell: OpenCell,
    /// Open comments, drawings and tables within cells: what they hold is not the cell's.
    aside: u32,
}

#[derive(Default)]
struct OpenCell {
    open: bool,
    kind: String,
    value: Option<String>,
    repeats: u32,
    spans: (u32, u32),
    text: String,
    paragraphs: u32,
    in_paragraph: bool,
}

impl OdsReading {
    /// Begins to read; a package without cells or with encrypted ones is refused.
    pub(super) fn new(package: &Package) -> Result<Self, TableError> {
        if is_encrypted(package)? {
            return Err(TableError::Encrypted);
        }
        let part = package
            .part(CONTENT)
            .ok_or_else(|| TableError::Damaged { part: CONTENT.into(), problem: "no such part".into() })?;
        Ok(Self {
            xml: Xml::new(part, CONTENT),
            packed: package.packed_bytes(CONTENT),
            sink: Sink::default(),
            sheet: None,
            row: 0,
            row_repeats: 1,
            cells: Vec::new(),
            column: 0,
            cell: OpenCell::default(),
            aside: 0,
        })
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        if let Some(value) = cell.value() {
            for repeat in 0..cell.repeats.min(crate::data::table::limits::MOST_COLUMNS) {
                self.cells.push((self.column.saturating_add(repeat), value.clone()));
            }
        }
        let (columns, rows) = cell.spans;
        if columns > 1 || rows > 1 {
            let from = Address::new(self.row, self.column);
            let to = Address::new(
                from.row.saturating_add(rows.max(1) - 1),
                from.column.saturating_add(columns.max(1) - 1),
            );
            self.sink.merge(Area::new(from, to));
        }
        self.column = self.column.saturating_add(cell.repeats);
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            for repeat in 0..self.row_repeats {
                for (column, value) in &cells {
                    self.sink
                        .cell(Address::new(self.row.saturating_add(repeat), *column), Some(value.clone()))?;
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeats);
        Ok(())
    }
}

impl Steps for OdsReading {
    fn step(&mut self) -> Result<bool, TableError> {
        for _ in 0..super::PIECES_A_STEP {
            // The events borrow the reader, so what they say is taken over first.
            let tag = match self.xml.next()? {
                Event::Eof => return Ok(true),
                Event::Start(tag) => Tag::open(&tag, false),
                Event::Empty(tag) => Tag::open(&tag, true),
                Event::End(tag) => Tag::Close(tag.local_name().as_ref().to_owned()),
                event => {
                    if self.cell.in_paragraph && self.aside == 0 {
                        push_text(&event, &mut self.cell.text);
                    }
                    Tag::Nothing
                }
            };
            self.tag(tag)?;
        }
        Ok(false)
    }

    fn done(&self) -> f64 {
        self.xml.source().packed_read() as f64 / self.packed.max(1) as f64
    }

    fn sheets(self: Box<Self>) -> Vec<Sheet> {
        self.sink.into_sheets()
    }
}

/// What a tag means here.
enum Tag {
    Table(String),
    Row { repeats: u32, empty: bool },
    Cell { cell: OpenCell, empty: bool },
    Paragraph,
    Letters(String),
    Aside { empty: bool },
    Close(String),
    Nothing,
}

impl Tag {
    fn open(tag: &BytesStart, empty: bool) -> Self {
        match tag.local_name().as_ref() {
            "table" => Self::Table(attribute(tag, "name").unwrap_or_default()),
            "table-row" => {
                Self::Row { repeats: count(tag, "number-rows-repeated").unwrap_or(1).max(1), empty }
            }
            "table-cell" | "covered-table-cell" => Self::Cell { cell: OpenCell::of(tag), empty },
            "p" | "h" if !empty => Self::Paragraph,
            "s" => Self::Letters(" ".repeat(count(tag, "c").unwrap_or(1).min(1000) as usize)),
            "tab" => Self::Letters(" ".into()),
            "line-break" => Self::Letters("\n".into()),
            "annotation" | "shapes" | "frame" | "custom-shape" | "tracked-changes" | "dde-link" => {
                Self::Aside { empty }
            }
            _ => Self::Nothing,
        }
    }
}

impl OdsReading {
    fn tag(&mut self, tag: Tag) -> Result<(), TableError> {
        match tag {
            Tag::Aside { empty: false } => self.aside += 1,
            Tag::Close(name) => self.close(&name)?,
            _ if self.aside > 0 => {}
            Tag::Table(name) => {
                self.sheet = Some(name);
                self.row = 0;
            }
            Tag::Row { repeats, empty } => {
                (self.row_repeats, self.column) = (repeats, 0);
                if empty {
                    self.end_row()?;
                }
            }
            Tag::Cell { cell, empty } => {
                self.cell = cell;
                if empty {
                    self.end_cell();
                }
            }
            Tag::Paragraph if self.cell.open => {
                if self.cell.paragraphs > 0 {
                    self.cell.text.push('\n');
                }
                self.cell.paragraphs += 1;
                self.cell.in_paragraph = true;
            }
            Tag::Letters(letters) if self.cell.in_paragraph => self.cell.text.push_str(&letters),
            _ => {}
        }
        if self.cell.text.len() as u64 > MOST_PIECE_BYTES {
            return Err(TableError::UnpacksTooLarge { most: MOST_PIECE_BYTES });
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "annotation" | "shapes" | "frame" | "custom-shape" | "tracked-changes" | "dde-link" => {
                self.aside = self.aside.saturating_sub(1);
            }
            _ if self.aside > 0 => {}
            "p" | "h" => self.cell.in_paragraph = false,
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row()?,
            "table" => {
                if let Some(name) = self.sheet.take() {
                    self.sink.end_sheet(&name, false);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl OpenCell {
    fn of(tag: &BytesStart) -> Self {
        let kind = attribute(tag, "value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => attribute(tag, "date-value"),
            "time" => attribute(tag, "time-value"),
            "boolean" => attribute(tag, "boolean-value"),
            "string" => attribute(tag, "string-value"),
            _ => attribute(tag, "value"),
        };
        let spans = (count(tag, "number-columns-spanned"), count(tag, "number-rows-spanned"));
        Self {
            open: true,
            kind,
            value,
            repeats: count(tag, "number-columns-repeated").unwrap_or(1).max(1),
            spans: (spans.0.unwrap_or(1), spans.1.unwrap_or(1)),
            ..Self::default()
        }
    }

    fn value(&self) -> Option<Value> {
        let number = || self.value.as_deref()?.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let text = self.value.as_deref().filter(|_| self.kind == "string").unwrap_or(&self.text);
        let typed = match self.kind.as_str() {
            "float" | "currency" => number().map(|value| Value::Number { value, percent: false }),
            "percentage" => number().map(|value| Value::Number { value, percent: true }),
            "boolean" => self.value.as_deref().map(|value| Value::Bool(value == "true")),
            "date" => self.value.as_deref().and_then(iso_days).map(Value::Date),
            _ => CellError::parse(text.trim()).map(Value::Error),
        };
        typed.or_else(|| Value::text(text).filter(|_| !text.trim().is_empty()))
    }
}

/// `2019-12-31` or `2019-12-31T08:00:00` as days since 1899-12-30.
pub(super) fn iso_days(text: &str) -> Option<f64> {
    let mut parts = text.get(..10)?.split('-');
    let (year, month, day): (i64, i64, i64) =
        (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days of the civil calendar: the year begins in March, eras of 400 years have 146,097 days.
    let shifted = if month > 2 { year } else { year - 1 };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = shifted.rem_euclid(400);
    let days = shifted.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    Some((days - 719_468 + 25_569) as f64)
}

fn is_encrypted(package: &Package) -> Result<bool, TableError> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if package.has("encrypted-package") {
        return Ok(true);
    }
    let Some(part) = package.part(MANIFEST) else { return Ok(false) };
    let mut xml = Xml::new(part, MANIFEST);
    loop {
        match xml.next()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "encryption-data" => {
                return Ok(true);
            }
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::iso_days;
    use crate::data::table::Value;

    #[test]
    fn iso_dates_become_the_days_that_spreadsheets_count() {
        for date in ["1900-03-01", "2000-02-29", "2019-12-31"] {
            assert_eq!(Value::Date(iso_days(date).unwrap()).to_string(), date);
        }
        assert_eq!(iso_days("2019-12-31T10:00:00"), Some(43_830.0));
        assert_eq!(iso_days("2019-13-01"), None);
        assert_eq!(iso_days("x"), None);
    }
}
