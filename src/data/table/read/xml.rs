//! Walking XML piece by piece: names without prefixes, texts with their references resolved.

use std::io::{BufRead, Cursor};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::package::{OVER_LIMIT, PartReader};
use crate::data::table::{TableError, limits::MOST_UNPACKED_BYTES};

/// Something that XML is read from and that may limit the size of its pieces.
pub(super) trait Pieces: BufRead {
    /// A new piece begins.
    fn begin_piece(&mut self) {}
}

impl Pieces for PartReader {
    fn begin_piece(&mut self) {
        self.begin_piece();
    }
}

impl Pieces for Cursor<String> {}

/// XML being read, with the name of the part for messages.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    part: String,
}

impl<R: Pieces> Xml<R> {
    /// Begins to read.
    pub(super) fn new(source: R, part: &str) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), part: part.into() }
    }

    /// The next piece; [`Event::Eof`] at the end.
    pub(super) fn next(&mut self) -> Result<Event<'_>, TableError> {
        self.buffer.clear();
        self.reader.get_mut().begin_piece();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => Ok(event),
            Err(error) => Err(problem(&self.part, &error)),
        }
    }

    /// Where it is read from.
    pub(super) fn source(&self) -> &R {
        self.reader.get_ref()
    }
}

fn problem(part: &str, error: &dyn ToString) -> TableError {
    let problem = error.to_string();
    if problem.contains(OVER_LIMIT) {
        TableError::UnpacksTooLarge { most: MOST_UNPACKED_BYTES }
    } else {
        TableError::Damaged { part: part.into(), problem }
    }
}

/// The value of an attribute by its name without prefix, references resolved.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| resolved(&attribute.value))
}

/// An attribute as a whole number.
pub(super) fn count(tag: &BytesStart, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

fn resolved(raw: &str) -> String {
    match quick_xml::escape::unescape(raw) {
        Ok(text) => text.into_owned(),
        Err(_) => raw.to_owned(),
    }
}

/// Adds what a piece says as text: characters, CDATA, references.
pub(super) fn push_text(event: &Event, into: &mut String) {
    match event {
        Event::Text(text) => into.push_str(&text.xml10_content()),
        Event::CData(text) => into.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(character)) => into.push(character),
            _ => match quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()) {
                Some(text) => into.push_str(text),
                None => into.push_str(&format!("&{};", reference.xml10_content())),
            },
        },
        _ => {}
    }
}
