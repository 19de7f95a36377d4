//! A workbook as one XML file (SpreadsheetML 2003), as older systems export it.

use std::io::Cursor;

use quick_xml::events::{BytesStart, Event};

use super::{
    Steps,
    number_format::NumberFormat,
    ods::iso_days,
    sink::Sink,
    xml::{Xml, attribute, count, push_text},
};
use crate::data::table::{Address, Area, CellError, Sheet, TableError, Value};

/// The file being read.
pub(super) struct XmlSpreadsheetReading {
    xml: Xml<Cursor<String>>,
    bytes: u64,
    sink: Sink,
    sheet: Option<String>,
    percents: Vec<String>,
    style: String,
    at: Address,
    across: u32,
    percent: bool,
    kind: String,
    text: String,
    in_data: bool,
}

impl XmlSpreadsheetReading {
    /// Begins to read.
    pub(super) fn new(text: String) -> Self {
        Self {
            bytes: text.len() as u64,
            xml: Xml::new(Cursor::new(text), "XML"),
            sink: Sink::default(),
            sheet: None,
            percents: Vec::new(),
            style: String::new(),
            at: Address::default(),
            across: 0,
            percent: false,
            kind: String::new(),
            text: String::new(),
            in_data: false,
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag {
            Tag::Style(id) => self.style = id.clone(),
            Tag::Format(format) => {
                if NumberFormat::of_code(format) == NumberFormat::Percent || format == "Percent" {
                    self.percents.push(self.style.clone());
                }
            }
            Tag::Sheet(name) => (self.sheet, self.at) = (Some(name.clone()), Address::default()),
            Tag::Row(index) => {
                self.at = Address::new(index.and_then(|row| row.checked_sub(1)).unwrap_or(self.at.row), 0);
            }
            Tag::Cell { index, across, down, style } => {
                self.at.column = index.and_then(|column| column.checked_sub(1)).unwrap_or(self.at.column);
                self.across = *across;
                self.percent = self.percents.contains(style);
                let to =
                    Address::new(self.at.row.saturating_add(*down), self.at.column.saturating_add(*across));
                self.sink.merge(Area::new(self.at, to));
            }
            Tag::Data(kind) => {
                self.kind = kind.clone();
                self.text.clear();
                self.in_data = true;
            }
            Tag::Other => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "Data" if self.in_data => {
                self.in_data = false;
                let trimmed = self.text.trim();
                let number = || trimmed.parse::<f64>().ok().filter(|number| number.is_finite());
                let value = match self.kind.as_str() {
                    "Number" => number().map(|value| Value::Number { value, percent: self.percent }),
                    "Boolean" => Some(Value::Bool(trimmed == "1")),
                    "DateTime" => iso_days(trimmed).map(Value::Date),
                    "Error" => Some(Value::Error(CellError::parse(trimmed).unwrap_or(CellError::Other))),
                    _ => self.sink.text(&self.text)?.map(Value::Text),
                };
                self.sink.cell(self.at, value)?;
            }
            "Cell" => self.at.column = self.at.column.saturating_add(1).saturating_add(self.across),
            "Row" => self.at.row = self.at.row.saturating_add(1),
            "Worksheet" => {
                if let Some(name) = self.sheet.take() {
                    self.sink.end_sheet(&name, false);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// What an opening tag means here.
enum Tag {
    Style(String),
    Format(String),
    Sheet(String),
    Row(Option<u32>),
    Cell { index: Option<u32>, across: u32, down: u32, style: String },
    Data(String),
    Other,
}

impl Tag {
    fn of(tag: &BytesStart) -> Self {
        let text = |name| attribute(tag, name).unwrap_or_default();
        match tag.local_name().as_ref() {
            "Style" => Self::Style(text("ID")),
            "NumberFormat" => Self::Format(text("Format")),
            "Worksheet" => Self::Sheet(text("Name")),
            "Row" => Self::Row(count(tag, "Index")),
            "Cell" => Self::Cell {
                index: count(tag, "Index"),
                across: count(tag, "MergeAcross").unwrap_or(0),
                down: count(tag, "MergeDown").unwrap_or(0),
                style: text("StyleID"),
            },
            "Data" => Self::Data(text("Type")),
            _ => Self::Other,
        }
    }
}

impl Steps for XmlSpreadsheetReading {
    fn step(&mut self) -> Result<bool, TableError> {
        for _ in 0..super::PIECES_A_STEP {
            match self.xml.next()? {
                Event::Eof => return Ok(true),
                Event::Start(tag) => {
                    let tag = Tag::of(&tag);
                    self.open(&tag);
                }
                Event::Empty(tag) => {
                    let name = tag.local_name().as_ref().to_owned();
                    let tag = Tag::of(&tag);
                    self.open(&tag);
                    self.close(&name)?;
                }
                Event::End(tag) => {
                    let name = tag.local_name().as_ref().to_owned();
                    self.close(&name)?;
                }
                event if self.in_data => push_text(&event, &mut self.text),
                _ => {}
            }
        }
        Ok(false)
    }

    fn done(&self) -> f64 {
        self.xml.source().position() as f64 / self.bytes.max(1) as f64
    }

    fn sheets(self: Box<Self>) -> Vec<Sheet> {
        self.sink.into_sheets()
    }
}
