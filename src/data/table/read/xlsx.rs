//! XLSX: the workbook's parts, its shared texts and its sheets, read in steps.
//!
//! Written here rather than taken from `calamine`: that adds 326 kB to the packed page (its encoding tables alone
//! 150), holds a sheet as a full rectangle, and reads in one go.

use std::rc::Rc;

use quick_xml::events::Event;

use super::{
    Steps,
    number_format::NumberFormat,
    package::{Package, PartReader},
    sink::Sink,
    xlsx_parts::{Parts, SheetPart},
    xlsx_sheet::SheetWalk,
    xml::{Xml, push_text},
};
use crate::data::table::{Sheet, TableError};

/// An XLSX workbook being read.
pub(super) struct XlsxReading {
    package: Package,
    parts: Parts,
    texts: Vec<Option<Rc<str>>>,
    sink: Sink,
    stage: Stage,
    packed_done: u64,
    packed_all: u64,
}

enum Stage {
    Texts(Box<SharedTexts>),
    Sheet(usize, Box<SheetWalk>),
    Next(usize),
}

/// What a sheet's cells need of the workbook.
pub(super) struct Shared<'a> {
    /// The shared texts.
    pub texts: &'a [Option<Rc<str>>],
    /// The number formats by cell style.
    pub formats: &'a [NumberFormat],
    /// Dates count from 1904.
    pub from_1904: bool,
}

impl XlsxReading {
    /// Reads the small parts of a workbook.
    pub(super) fn new(package: Package) -> Result<Self, TableError> {
        let parts = Parts::read(&package)?;
        let packed_all = parts.sheets.iter().map(|sheet| package.packed_bytes(&sheet.part)).sum::<u64>()
            + parts.shared_texts.as_ref().map_or(0, |part| package.packed_bytes(part));
        let texts = parts.shared_texts.as_ref().and_then(|name| Some((name, package.part(name)?)));
        let stage = match texts {
            Some((name, part)) => Stage::Texts(Box::new(SharedTexts::new(Xml::new(part, name)))),
            None => Stage::Next(0),
        };
        Ok(Self {
            package,
            parts,
            texts: Vec::new(),
            sink: Sink::default(),
            stage,
            packed_done: 0,
            packed_all,
        })
    }

    fn begin_sheet(&mut self, index: usize) -> Option<SheetWalk> {
        let SheetPart { part, .. } = self.parts.sheets.get(index)?;
        Some(SheetWalk::new(Xml::new(self.package.part(part)?, part)))
    }

    fn end_part(&mut self, name: Option<String>, next: usize) {
        self.packed_done += name.map_or(0, |name| self.package.packed_bytes(&name));
        self.stage = Stage::Next(next);
    }
}

impl Steps for XlsxReading {
    fn step(&mut self) -> Result<bool, TableError> {
        match &mut self.stage {
            Stage::Texts(walk) => {
                if walk.walk(&mut self.texts, &mut self.sink)? {
                    self.end_part(self.parts.shared_texts.clone(), 0);
                }
            }
            Stage::Sheet(index, walk) => {
                let index = *index;
                let shared = Shared {
                    texts: &self.texts,
                    formats: &self.parts.formats,
                    from_1904: self.parts.from_1904,
                };
                if walk.walk(&shared, &mut self.sink)?
                    && let Some(SheetPart { name, part, hidden }) = self.parts.sheets.get(index)
                {
                    self.sink.end_sheet(name, *hidden);
                    self.end_part(Some(part.clone()), index + 1);
                }
            }
            Stage::Next(index) => {
                let index = *index;
                if index >= self.parts.sheets.len() {
                    return Ok(true);
                }
                self.stage = match self.begin_sheet(index) {
                    Some(walk) => Stage::Sheet(index, Box::new(walk)),
                    None => Stage::Next(index + 1),
                };
            }
        }
        Ok(false)
    }

    fn done(&self) -> f64 {
        let within = match &self.stage {
            Stage::Texts(walk) => walk.xml.source().packed_read(),
            Stage::Sheet(_, walk) => walk.packed_read(),
            Stage::Next(_) => 0,
        };
        (self.packed_done + within) as f64 / self.packed_all.max(1) as f64
    }

    fn sheets(self: Box<Self>) -> Vec<Sheet> {
        self.sink.into_sheets()
    }
}

/// The texts that cells share, by number. Rich text counts by its letters; readings for pronunciation are left out.
struct SharedTexts {
    xml: Xml<PartReader>,
    text: String,
    in_text: bool,
    in_pronunciation: bool,
}

impl SharedTexts {
    fn new(xml: Xml<PartReader>) -> Self {
        Self { xml, text: String::new(), in_text: false, in_pronunciation: false }
    }

    /// Reads on; true at the end.
    fn walk(&mut self, texts: &mut Vec<Option<Rc<str>>>, sink: &mut Sink) -> Result<bool, TableError> {
        for _ in 0..super::PIECES_A_STEP {
            match self.xml.next()? {
                Event::Eof => return Ok(true),
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "si" => self.text.clear(),
                    "t" => self.in_text = !self.in_pronunciation,
                    "rPh" => self.in_pronunciation = true,
                    _ => {}
                },
                Event::Empty(tag) if tag.local_name().as_ref() == "si" => texts.push(None),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "si" => texts.push(sink.text(&self.text)?),
                    "t" => self.in_text = false,
                    "rPh" => self.in_pronunciation = false,
                    _ => {}
                },
                event if self.in_text => push_text(&event, &mut self.text),
                _ => {}
            }
        }
        Ok(false)
    }
}
