//! The compound file that XLS workbooks are kept in: a small file system of sectors (MS-CFB). Only whole streams are
//! read, by name.

use crate::data::table::TableError;

/// The first bytes of a compound file.
pub(super) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// From this sector number on a number means no sector but a mark.
const FIRST_MARK: u32 = 0xFFFF_FFFA;

/// A compound file's streams.
pub(super) struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    mini_below: u64,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

fn damaged(problem: &str) -> TableError {
    TableError::Damaged { part: "compound file".into(), problem: problem.into() }
}

impl<'a> CompoundFile<'a> {
    /// Reads the tables and the directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TableError> {
        let header = |at| u32_at(bytes, at).ok_or_else(|| damaged("header"));
        let shift = u16_at(bytes, 30)
            .filter(|shift| matches!(shift, 9 | 12))
            .ok_or_else(|| damaged("sector size"))?;
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            table: Vec::new(),
            mini_table: Vec::new(),
            mini_stream: Vec::new(),
            mini_below: u64::from(header(56)?),
            entries: Vec::new(),
        };
        file.table = file.sector_table(header(68)?)?;
        let directory = file.chain(header(48)?, u64::MAX)?;
        file.entries = directory.chunks_exact(128).filter_map(|raw| entry(raw, shift == 9)).collect();
        file.mini_table = words(&file.chain(header(60)?, u64::MAX)?);
        if let Some(root) = file.entries.first() {
            file.mini_stream = file.chain(root.start, root.size)?;
        }
        Ok(file)
    }

    /// The names of all streams.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// A stream's bytes; `None` where there is none of this name (case apart).
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, TableError> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        if entry.size >= self.mini_below {
            return self.chain(entry.start, entry.size).map(Some);
        }
        let mut stream = Vec::new();
        let mut sector = entry.start;
        for _ in 0..=self.mini_table.len() {
            if sector >= FIRST_MARK || stream.len() as u64 >= entry.size {
                break;
            }
            let at = (sector as usize).saturating_mul(64);
            let part = self.mini_stream.get(at..(at + 64).min(self.mini_stream.len()));
            stream.extend_from_slice(part.ok_or_else(|| damaged("short stream"))?);
            sector = self.mini_table.get(sector as usize).copied().unwrap_or(FIRST_MARK);
        }
        stream.truncate(entry.size as usize);
        Ok(Some(stream))
    }

    fn sector_bytes(&self, sector: u32) -> Option<&'a [u8]> {
        let at = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector may be cut short.
        self.bytes.get(at..at.checked_add(self.sector)?.min(self.bytes.len())).filter(|part| !part.is_empty())
    }

    /// Which sector follows which. Its own sectors are listed in the header and in a chain from `more` on.
    fn sector_table(&self, mut more: u32) -> Result<Vec<u32>, TableError> {
        let mut listed = words(self.bytes.get(76..512).ok_or_else(|| damaged("header"))?);
        let most = self.bytes.len() / self.sector + 1;
        for _ in 0..most {
            let Some(part) = (more < FIRST_MARK).then(|| self.sector_bytes(more)).flatten() else { break };
            let mut numbers = words(part);
            more = numbers.pop().unwrap_or(FIRST_MARK);
            listed.append(&mut numbers);
        }
        let listed = listed.into_iter().filter(|sector| *sector < FIRST_MARK).take(most);
        Ok(listed.filter_map(|sector| self.sector_bytes(sector)).flat_map(words).collect())
    }

    /// The bytes of a chain of sectors, at most `size`.
    fn chain(&self, mut sector: u32, size: u64) -> Result<Vec<u8>, TableError> {
        let mut bytes = Vec::new();
        for _ in 0..=self.table.len() {
            if sector >= FIRST_MARK || bytes.len() as u64 >= size {
                break;
            }
            bytes.extend_from_slice(self.sector_bytes(sector).ok_or_else(|| damaged("cut off"))?);
            sector = self.table.get(sector as usize).copied().unwrap_or(FIRST_MARK);
        }
        bytes.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        Ok(bytes)
    }
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|word| u32_at(word, 0)).collect()
}

fn entry(raw: &[u8], small_sectors: bool) -> Option<Entry> {
    let name_bytes = usize::from(u16_at(raw, 64)?).saturating_sub(2).min(62);
    let units: Vec<u16> = raw.get(..name_bytes)?.chunks_exact(2).filter_map(|unit| u16_at(unit, 0)).collect();
    let high = if small_sectors { 0 } else { u64::from(u32_at(raw, 124)?) };
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        start: u32_at(raw, 116)?,
        size: u64::from(u32_at(raw, 120)?) | high << 32,
    })
}
