//! XLS: the records of Excel 5 to 2003 (MS-XLS), read sheet by sheet in steps.

use std::rc::Rc;

use super::{
    Decode, Steps,
    biff_text::{record, rk},
    cfb::{CompoundFile, f64_at, u16_at, u32_at},
    sink::Sink,
    xls_globals::Globals,
};
use crate::data::table::{Address, Area, CellError, Sheet, TableError, Value};

/// An XLS workbook being read.
pub(super) struct XlsReading {
    stream: Rc<[u8]>,
    globals: Globals,
    sink: Sink,
    sheet: usize,
    at: usize,
    /// A formula whose text follows in a record of its own.
    waiting: Option<Address>,
    /// How many substreams are open: 1 in the sheet itself, more in a chart within it.
    depth: u32,
}

fn damaged(problem: &str) -> TableError {
    TableError::Damaged { part: "Workbook".into(), problem: problem.into() }
}

impl XlsReading {
    /// Finds the workbook's stream and reads what its sheets share.
    pub(super) fn new(file: &CompoundFile, decode: &Decode) -> Result<Self, TableError> {
        let stream = match file.stream("Workbook")? {
            Some(stream) => stream,
            None => file.stream("Book")?.ok_or_else(|| damaged("no stream"))?,
        };
        let mut sink = Sink::default();
        let globals = Globals::read(&stream, &mut sink, decode)?;
        let Some(first) = globals.sheets.first() else { return Err(damaged("no sheet")) };
        let at = first.at;
        Ok(Self { stream: stream.into(), globals, sink, sheet: 0, at, waiting: None, depth: 0 })
    }

    /// One record of a sheet; true at the sheet's end.
    fn record(&mut self, stream: &[u8], (kind, body, next): (u16, &[u8], usize)) -> Result<bool, TableError> {
        match kind {
            0x0809 => self.depth += 1,
            0x000A => {
                self.depth = self.depth.saturating_sub(1);
                return Ok(self.depth == 0);
            }
            _ if self.depth > 1 => {}
            0x00E5 => self.merges(body),
            0x0207 => {
                if let Some(at) = self.waiting.take() {
                    let text = self.globals.text(stream, body, next).unwrap_or_default();
                    self.sink.text_cell(at, &text)?;
                }
            }
            _ => {
                if let (Some(row), Some(column)) = (u16_at(body, 0), u16_at(body, 2)) {
                    self.cell(stream, (kind, body, next), Address::new(row.into(), column.into()))?;
                }
            }
        }
        Ok(false)
    }

    fn merges(&mut self, body: &[u8]) {
        for area in body.get(2..).unwrap_or(&[]).chunks_exact(8) {
            if let (Some(top), Some(bottom), Some(left), Some(right)) =
                (u16_at(area, 0), u16_at(area, 2), u16_at(area, 4), u16_at(area, 6))
            {
                let from = Address::new(top.into(), left.into());
                self.sink.merge(Area::new(from, Address::new(bottom.into(), right.into())));
            }
        }
    }

    fn cell(
        &mut self,
        stream: &[u8],
        (kind, body, next): (u16, &[u8], usize),
        at: Address,
    ) -> Result<(), TableError> {
        let style = u16_at(body, 4).unwrap_or(0);
        let number = |number: Option<f64>| number.and_then(|number| self.globals.number(number, style));
        let value = match kind {
            0x00FD => {
                let text = u32_at(body, 6).and_then(|place| self.globals.texts.get(place as usize));
                text.cloned().flatten().map(Value::Text)
            }
            0x0203 => number(f64_at(body, 6)),
            0x027E => number(rk(body, 6)),
            0x00BD => return self.numbers(body, at),
            0x0204 | 0x00D6 => {
                let text = self.globals.text(stream, body.get(6..).unwrap_or(&[]), next);
                return self.sink.text_cell(at, &text.unwrap_or_default());
            }
            0x0205 => match (body.get(6), body.get(7)) {
                (Some(value), Some(0)) => Some(Value::Bool(*value != 0)),
                (Some(code), Some(_)) => Some(Value::Error(error(*code))),
                _ => None,
            },
            0x0006 => match (u16_at(body, 12), body.get(6), body.get(8)) {
                (Some(0xFFFF), Some(0), _) => {
                    self.waiting = Some(at);
                    None
                }
                (Some(0xFFFF), Some(1), Some(value)) => Some(Value::Bool(*value != 0)),
                (Some(0xFFFF), Some(2), Some(code)) => Some(Value::Error(error(*code))),
                (Some(0xFFFF), ..) => None,
                _ => number(f64_at(body, 6)),
            },
            _ => None,
        };
        self.sink.cell(at, value)
    }

    /// Numbers side by side, each with its style.
    fn numbers(&mut self, body: &[u8], at: Address) -> Result<(), TableError> {
        let list = body.get(4..body.len().saturating_sub(2)).unwrap_or(&[]);
        for (column, pair) in (at.column..).zip(list.chunks_exact(6)) {
            let value =
                rk(pair, 2).and_then(|number| self.globals.number(number, u16_at(pair, 0).unwrap_or(0)));
            self.sink.cell(Address::new(at.row, column), value)?;
        }
        Ok(())
    }
}

impl Steps for XlsReading {
    fn step(&mut self) -> Result<bool, TableError> {
        let stream = Rc::clone(&self.stream);
        for _ in 0..super::PIECES_A_STEP {
            let Some(place) = self.globals.sheets.get(self.sheet) else { return Ok(true) };
            let (name, hidden) = (place.name.clone(), place.hidden);
            let Some(record) = record(&stream, self.at) else { return Err(damaged("cut off")) };
            self.at = record.2;
            if self.record(&stream, record)? {
                self.sink.end_sheet(&name, hidden);
                self.sheet += 1;
                self.waiting = None;
                self.at = self.globals.sheets.get(self.sheet).map_or(usize::MAX, |next| next.at);
            }
        }
        Ok(false)
    }

    fn done(&self) -> f64 {
        self.at.min(self.stream.len()) as f64 / self.stream.len().max(1) as f64
    }

    fn sheets(self: Box<Self>) -> Vec<Sheet> {
        self.sink.into_sheets()
    }
}

fn error(code: u8) -> CellError {
    match code {
        0x00 => CellError::Null,
        0x07 => CellError::DivisionByZero,
        0x0F => CellError::Value,
        0x17 => CellError::Reference,
        0x1D => CellError::Name,
        0x24 => CellError::Number,
        0x2A => CellError::NotAvailable,
        _ => CellError::Other,
    }
}
