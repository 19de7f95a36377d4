//! From a file's bytes to a [`Book`], in steps that a worker can report and a user can stop.

mod biff_text;
mod cfb;
mod delimited;
mod html;
mod kind;
mod number_format;
mod ods;
mod package;
mod sink;
mod xls;
mod xls_globals;
mod xlsx;
mod xlsx_parts;
mod xlsx_sheet;
mod xml;
mod xml_spreadsheet;

use std::rc::Rc;

use super::{Book, BookKind, Foreign, Remark, Sheet, TableError, limits::MOST_FILE_BYTES};
use cfb::CompoundFile;
use kind::TextKind;
use package::Package;

/// Pieces of XML or records that are read in one step: some milliseconds of work.
const PIECES_A_STEP: usize = 20_000;

/// A file being read.
trait Steps {
    /// Reads on; true when all is read.
    fn step(&mut self) -> Result<bool, TableError>;
    /// How much is read, 0..=1.
    fn done(&self) -> f64;
    /// The sheets, in the order of their tabs.
    fn sheets(self: Box<Self>) -> Vec<Sheet>;
}

/// Turns bytes in a named encoding (`gb18030`, `big5` ...) into text; `None` where the name is not known. The page
/// passes the browser's own decoder, so that no encoding tables travel in it.
pub type Decode = Rc<dyn Fn(&str, &[u8]) -> Option<String>>;

/// A file being read: call [`Reading::step`] until it is done, then [`Reading::finish`].
pub struct Reading {
    file_name: String,
    kind: BookKind,
    remarks: Vec<Remark>,
    steps: Box<dyn Steps>,
}

impl Reading {
    /// Finds out by its content what a file is, and begins to read it.
    pub fn new(file_name: &str, bytes: Rc<[u8]>, decode: &Decode) -> Result<Self, TableError> {
        if bytes.is_empty() {
            return Err(TableError::Empty);
        }
        if bytes.len() as u64 > MOST_FILE_BYTES {
            return Err(TableError::TooLarge { bytes: bytes.len() as u64, most: MOST_FILE_BYTES });
        }
        let mut remarks = Vec::new();
        let (kind, steps): (_, Box<dyn Steps>) = if bytes.starts_with(b"PK") {
            packed(bytes)?
        } else if bytes.starts_with(&cfb::SIGNATURE) {
            (BookKind::Xls, Box::new(compound(&bytes, decode)?))
        } else if let Some(foreign) = kind::foreign(&bytes) {
            return Err(TableError::Foreign(foreign));
        } else {
            let (text, found) = kind::decoded(&bytes, decode)?;
            remarks.extend(found);
            match kind::text_kind(&text)? {
                TextKind::XmlSpreadsheet => {
                    (BookKind::XmlSpreadsheet, Box::new(xml_spreadsheet::XmlSpreadsheetReading::new(text)))
                }
                TextKind::Html => (BookKind::Html, Box::new(html::HtmlReading::new(text))),
                TextKind::Lines => {
                    let (reading, delimiter, remark) = delimited::DelimitedReading::new(file_name, text);
                    remarks.extend(remark);
                    (BookKind::Delimited(delimiter), Box::new(reading))
                }
            }
        };
        if !kind::is_named_so(file_name, kind) {
            remarks.push(Remark::NamedOtherwise);
        }
        Ok(Self { file_name: file_name.into(), kind, remarks, steps })
    }

    /// Reads on for some milliseconds; true when all is read.
    pub fn step(&mut self) -> Result<bool, TableError> {
        self.steps.step()
    }

    /// How much is read, 0..=1.
    pub fn done(&self) -> f64 {
        self.steps.done().clamp(0.0, 1.0)
    }

    /// The book, as far as it is read.
    pub fn finish(self) -> Book {
        Book {
            file_name: self.file_name,
            kind: self.kind,
            sheets: self.steps.sheets(),
            remarks: self.remarks,
        }
    }
}

/// Reads a file whole.
pub fn read(file_name: &str, bytes: Rc<[u8]>, decode: &Decode) -> Result<Book, TableError> {
    let mut reading = Reading::new(file_name, bytes, decode)?;
    while !reading.step()? {}
    Ok(reading.finish())
}

fn packed(bytes: Rc<[u8]>) -> Result<(BookKind, Box<dyn Steps>), TableError> {
    let package = Package::open(bytes)?;
    let foreign = [
        ("xl/workbook.bin", Foreign::Xlsb),
        ("word/document.xml", Foreign::Document),
        ("ppt/presentation.xml", Foreign::Slides),
    ];
    if let Some((_, foreign)) = foreign.into_iter().find(|(part, _)| package.has(part)) {
        return Err(TableError::Foreign(foreign));
    }
    if package.has("content.xml") || package.has("encrypted-package") {
        return Ok((BookKind::Ods, Box::new(ods::OdsReading::new(&package)?)));
    }
    if package.has("[Content_Types].xml") || package.has("xl/workbook.xml") {
        return Ok((BookKind::Xlsx, Box::new(xlsx::XlsxReading::new(package)?)));
    }
    Err(TableError::Foreign(Foreign::Archive))
}

fn compound(bytes: &[u8], decode: &Decode) -> Result<xls::XlsReading, TableError> {
    let file = CompoundFile::open(bytes)?;
    let has = |name: &str| file.names().any(|stream| stream.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        return Err(TableError::Encrypted);
    }
    if has("Workbook") || has("Book") {
        return xls::XlsReading::new(&file, decode);
    }
    Err(TableError::Foreign(match () {
        () if has("WordDocument") => Foreign::Document,
        () if has("PowerPoint Document") => Foreign::Slides,
        () => Foreign::Unknown,
    }))
}
