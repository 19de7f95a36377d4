//! The zip container of XLSX and ODS: finds parts and unpacks them in passing, within the limits.

use std::{
    cell::Cell,
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom},
    rc::Rc,
};

use flate2::{Crc, read::DeflateDecoder};
use zip::{CompressionMethod, ZipArchive};

use crate::data::table::{
    TableError,
    limits::{MOST_PIECE_BYTES, MOST_UNPACKED_BYTES},
};

/// A zip file's parts by name. Names are matched in lower case, as writers of workbooks differ in it.
pub(super) struct Package {
    bytes: Rc<[u8]>,
    parts: BTreeMap<String, Part>,
    unpacked: Rc<Cell<u64>>,
}

#[derive(Clone, Copy)]
struct Part {
    start: u64,
    packed: u64,
    deflated: bool,
    crc: u32,
}

impl Package {
    /// Reads the directory of a zip file.
    pub(super) fn open(bytes: Rc<[u8]>) -> Result<Self, TableError> {
        let damaged =
            |problem: &dyn ToString| TableError::Damaged { part: "zip".into(), problem: problem.to_string() };
        let mut archive = ZipArchive::new(Cursor::new(Rc::clone(&bytes))).map_err(|e| damaged(&e))?;
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(|e| damaged(&e))?;
            if file.encrypted() {
                return Err(TableError::Encrypted);
            }
            let deflated = match file.compression() {
                CompressionMethod::Stored => false,
                CompressionMethod::Deflated => true,
                other => return Err(damaged(&format!("{other:?}"))),
            };
            let start = file.data_start().ok_or_else(|| damaged(&"data start"))?;
            let name = file.name().map_err(|e| damaged(&e))?.replace('\\', "/").to_lowercase();
            parts.insert(name, Part { start, packed: file.compressed_size(), deflated, crc: file.crc32() });
        }
        Ok(Self { bytes, parts, unpacked: Rc::default() })
    }

    /// There is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_lowercase())
    }

    /// The part's size as packed.
    pub(super) fn packed_bytes(&self, name: &str) -> u64 {
        self.parts.get(&name.to_lowercase()).map_or(0, |part| part.packed)
    }

    /// Unpacks a part in passing; `None` where there is none of this name.
    pub(super) fn part(&self, name: &str) -> Option<PartReader> {
        let part = *self.parts.get(&name.to_lowercase())?;
        let mut cursor = Cursor::new(Rc::clone(&self.bytes));
        cursor.seek(SeekFrom::Start(part.start)).ok()?;
        let packed = cursor.take(part.packed);
        let source = if part.deflated {
            Source::Deflated(DeflateDecoder::new(packed))
        } else {
            Source::Stored(packed)
        };
        Some(PartReader(BufReader::with_capacity(
            1 << 16,
            Unpacking {
                source,
                crc: Crc::new(),
                expected: part.crc,
                piece: 0,
                total: Rc::clone(&self.unpacked),
            },
        )))
    }
}

/// Unpacks a part, stops at the limits and checks at its end that nothing was lost.
pub(super) struct PartReader(BufReader<Unpacking>);

impl PartReader {
    /// A new piece of XML begins: its size counts from here.
    pub(super) fn begin_piece(&mut self) {
        self.0.get_mut().piece = 0;
    }

    /// So many packed bytes have been read.
    pub(super) fn packed_read(&self) -> u64 {
        match &self.0.get_ref().source {
            Source::Stored(stored) => stored.get_ref().position(),
            Source::Deflated(deflated) => deflated.total_in(),
        }
    }
}

impl Read for PartReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl BufRead for PartReader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.0.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

struct Unpacking {
    source: Source,
    crc: Crc,
    expected: u32,
    piece: u64,
    total: Rc<Cell<u64>>,
}

enum Source {
    Stored(io::Take<Cursor<Rc<[u8]>>>),
    Deflated(DeflateDecoder<io::Take<Cursor<Rc<[u8]>>>>),
}

/// The text of the error that means a limit, not damage.
pub(super) const OVER_LIMIT: &str = "over the limit";

impl Read for Unpacking {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match &mut self.source {
            Source::Stored(stored) => stored.read(buffer),
            Source::Deflated(deflated) => deflated.read(buffer),
        }?;
        if count == 0 && !buffer.is_empty() && self.crc.sum() != self.expected {
            return Err(io::Error::other("check sum"));
        }
        self.crc.update(buffer.get(..count).unwrap_or(&[]));
        self.piece += count as u64;
        self.total.set(self.total.get() + count as u64);
        if self.piece > MOST_PIECE_BYTES || self.total.get() > MOST_UNPACKED_BYTES {
            return Err(io::Error::other(OVER_LIMIT));
        }
        Ok(count)
    }
}
