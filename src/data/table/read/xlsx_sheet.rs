//! The cells of an XLSX sheet, read in steps.

use quick_xml::events::{BytesStart, Event};

use super::{
    number_format::NumberFormat,
    package::PartReader,
    sink::Sink,
    xlsx::Shared,
    xml::{Xml, attribute, count, push_text},
};
use crate::data::table::{Address, Area, CellError, TableError, Value};

/// A sheet being read.
pub(super) struct SheetWalk {
    xml: Xml<PartReader>,
    /// The place of the cell being read; the next one's where it does not say its own.
    at: Address,
    kind: Kind,
    format: NumberFormat,
    text: String,
    in_text: bool,
    in_pronunciation: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    Number,
    SharedText,
    Text,
    Bool,
    Error,
    IsoDate,
}

impl SheetWalk {
    /// Begins a sheet.
    pub(super) fn new(xml: Xml<PartReader>) -> Self {
        Self {
            xml,
            at: Address::default(),
            kind: Kind::Number,
            format: NumberFormat::Plain,
            text: String::new(),
            in_text: false,
            in_pronunciation: false,
        }
    }

    /// So many packed bytes have been read.
    pub(super) fn packed_read(&self) -> u64 {
        self.xml.source().packed_read()
    }

    /// Reads on; true at the end.
    pub(super) fn walk(&mut self, shared: &Shared, sink: &mut Sink) -> Result<bool, TableError> {
        for _ in 0..super::PIECES_A_STEP {
            match self.xml.next()? {
                Event::Eof => return Ok(true),
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "row" => self.at = row_start(&tag, self.at),
                    "c" => {
                        (self.at, self.kind, self.format) = cell_start(&tag, self.at, shared);
                        self.text.clear();
                    }
                    "v" | "t" => self.in_text = !self.in_pronunciation,
                    "rPh" => self.in_pronunciation = true,
                    "mergeCell" => merge(&tag, sink),
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        self.at = row_start(&tag, self.at);
                        self.at.row = self.at.row.saturating_add(1);
                    }
                    "c" => {
                        self.at = cell_start(&tag, self.at, shared).0;
                        self.at.column = self.at.column.saturating_add(1);
                    }
                    "mergeCell" => merge(&tag, sink),
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "v" | "t" => self.in_text = false,
                    "rPh" => self.in_pronunciation = false,
                    "c" => {
                        end_cell(self.at, self.kind, self.format, &self.text, shared, sink)?;
                        self.at.column = self.at.column.saturating_add(1);
                    }
                    "row" => self.at = Address::new(self.at.row.saturating_add(1), 0),
                    _ => {}
                },
                event if self.in_text => push_text(&event, &mut self.text),
                _ => {}
            }
        }
        Ok(false)
    }
}

fn row_start(tag: &BytesStart, at: Address) -> Address {
    Address::new(count(tag, "r").and_then(|row| row.checked_sub(1)).unwrap_or(at.row), 0)
}

fn cell_start(tag: &BytesStart, at: Address, shared: &Shared) -> (Address, Kind, NumberFormat) {
    let (mut place, mut kind, mut format) = (at, Kind::Number, NumberFormat::Plain);
    for attribute in tag.attributes().with_checks(false).flatten() {
        match attribute.key.as_ref() {
            "r" => place = Address::parse(&attribute.value).unwrap_or(at),
            "s" => {
                let style = attribute.value.parse::<usize>().ok();
                format = style.and_then(|style| shared.formats.get(style)).copied().unwrap_or_default();
            }
            "t" => {
                kind = match attribute.value.as_ref() {
                    "s" => Kind::SharedText,
                    "str" | "inlineStr" => Kind::Text,
                    "b" => Kind::Bool,
                    "e" => Kind::Error,
                    "d" => Kind::IsoDate,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }
    (place, kind, format)
}

fn merge(tag: &BytesStart, sink: &mut Sink) {
    if let Some(area) = attribute(tag, "ref").and_then(|area| Area::parse(&area)) {
        sink.merge(area);
    }
}

fn end_cell(
    at: Address,
    kind: Kind,
    format: NumberFormat,
    text: &str,
    shared: &Shared,
    sink: &mut Sink,
) -> Result<(), TableError> {
    let trimmed = text.trim();
    let value = match kind {
        _ if trimmed.is_empty() => None,
        Kind::Number => trimmed.parse().ok().and_then(|number| format.value(number, shared.from_1904)),
        Kind::SharedText => {
            let place = trimmed.parse::<usize>().ok();
            place.and_then(|place| shared.texts.get(place)).cloned().flatten().map(Value::Text)
        }
        Kind::Text | Kind::IsoDate => return sink.text_cell(at, &unescaped(text)),
        Kind::Bool => Some(Value::Bool(trimmed == "1" || trimmed.eq_ignore_ascii_case("true"))),
        Kind::Error => Some(Value::Error(CellError::parse(trimmed).unwrap_or(CellError::Other))),
    };
    sink.cell(at, value)
}

/// `_x000D_` and its like, which Excel writes for letters that XML cannot hold, become blanks.
fn unescaped(text: &str) -> String {
    text.replace("_x000D_", "").replace("_x000A_", "\n").replace("_x0009_", " ")
}
