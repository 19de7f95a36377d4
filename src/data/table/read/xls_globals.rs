//! What the sheets of an XLS workbook share: texts, number formats, their names and places.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    Decode,
    biff_text::{Pieces, continued, record},
    cfb::{u16_at, u32_at},
    number_format::NumberFormat,
    sink::Sink,
};
use crate::data::table::{TableError, Value};

/// What the sheets share.
pub(super) struct Globals {
    /// Texts are of UTF-16 (since Excel 97); else of single bytes.
    pub wide: bool,
    /// The shared texts by number.
    pub texts: Vec<Option<Rc<str>>>,
    /// The sheets of cells in the order of their tabs.
    pub sheets: Vec<SheetPlace>,
    formats: Vec<NumberFormat>,
    custom: BTreeMap<u16, NumberFormat>,
    from_1904: bool,
    encoding: &'static str,
    decode: Decode,
}

/// Where a sheet is.
pub(super) struct SheetPlace {
    /// Its name on the tab.
    pub name: String,
    /// Where its records begin.
    pub at: usize,
    /// It is hidden.
    pub hidden: bool,
}

impl Globals {
    /// Reads the records before the first sheet.
    pub(super) fn read(stream: &[u8], sink: &mut Sink, decode: &Decode) -> Result<Self, TableError> {
        let mut globals = Self {
            wide: true,
            texts: Vec::new(),
            sheets: Vec::new(),
            formats: Vec::new(),
            custom: BTreeMap::new(),
            from_1904: false,
            encoding: "windows-1252",
            decode: Rc::clone(decode),
        };
        let mut at = 0;
        while let Some((kind, body, next)) = record(stream, at) {
            match kind {
                0x000A => break,
                0x002F => return Err(TableError::Encrypted),
                0x00FC => globals.shared_texts(Pieces::new(continued(stream, body, next)), sink)?,
                _ => {
                    globals.record(kind, body);
                }
            }
            at = next;
        }
        Ok(globals)
    }

    /// A number in a cell style.
    pub(super) fn number(&self, number: f64, style: u16) -> Option<Value> {
        let format = self.formats.get(usize::from(style)).copied().unwrap_or_default();
        format.value(number, self.from_1904)
    }

    /// A text with a length of 16 bits, in a record that `next` follows.
    pub(super) fn text(&self, stream: &[u8], body: &[u8], next: usize) -> Option<String> {
        if self.wide {
            return Pieces::new(continued(stream, body, next)).text();
        }
        let length = usize::from(u16_at(body, 0)?);
        self.narrow(body.get(2..2 + length)?)
    }

    fn narrow(&self, bytes: &[u8]) -> Option<String> {
        (self.decode)(self.encoding, bytes)
    }

    fn record(&mut self, kind: u16, body: &[u8]) -> Option<()> {
        match kind {
            0x0809 => self.wide = u16_at(body, 0)? >= 0x0600,
            0x0042 => self.encoding = encoding(u16_at(body, 0)?),
            0x0022 => self.from_1904 = u16_at(body, 0)? == 1,
            0x041E => {
                let code = if self.wide {
                    Pieces::new(vec![body.get(2..)?]).text()?
                } else {
                    self.narrow(body.get(3..)?)?
                };
                self.custom.insert(u16_at(body, 0)?, NumberFormat::of_code(&code));
            }
            0x00E0 => {
                let id = u16_at(body, 2)?;
                let format = self.custom.get(&id).copied();
                self.formats.push(format.unwrap_or_else(|| NumberFormat::built_in(id.into())));
            }
            0x0085 if body.get(5) == Some(&0) => {
                let length = usize::from(*body.get(6)?);
                let name = if self.wide {
                    Pieces::new(vec![body.get(7..)?]).letters(length)?
                } else {
                    self.narrow(body.get(7..7 + length)?)?
                };
                let at = u32_at(body, 0)? as usize;
                self.sheets.push(SheetPlace { name, at, hidden: body.get(4)? & 3 != 0 });
            }
            _ => {}
        }
        Some(())
    }

    fn shared_texts(&mut self, mut pieces: Pieces, sink: &mut Sink) -> Result<(), TableError> {
        let count = pieces.u32().and(pieces.u32()).unwrap_or(0);
        for _ in 0..count {
            let Some(text) = pieces.text() else { break };
            self.texts.push(sink.text(&text)?);
        }
        Ok(())
    }
}

/// The name of the encoding that a code page number means.
fn encoding(code_page: u16) -> &'static str {
    match code_page {
        936 => "gb18030",
        950 => "big5",
        932 => "shift_jis",
        949 => "euc-kr",
        1250 => "windows-1250",
        1251 => "windows-1251",
        10_000 => "macintosh",
        65_001 => "utf-8",
        _ => "windows-1252",
    }
}
