//! Texts in the records of an XLS workbook: UTF-16 or one byte a letter, and cut at any letter by a following record.

use super::cfb::{u16_at, u32_at};

/// Bytes that may go on in following records.
pub(super) struct Pieces<'a> {
    pieces: Vec<&'a [u8]>,
    piece: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    /// A record and those that continue it.
    pub(super) fn new(pieces: Vec<&'a [u8]>) -> Self {
        Self { pieces, piece: 0, at: 0 }
    }

    fn current(&self) -> &'a [u8] {
        self.pieces.get(self.piece).and_then(|piece| piece.get(self.at..)).unwrap_or(&[])
    }

    /// Goes on to the next piece where this one is read; false at the end.
    fn ready(&mut self) -> bool {
        while self.current().is_empty() {
            if self.piece + 1 >= self.pieces.len() {
                return false;
            }
            self.piece += 1;
            self.at = 0;
        }
        true
    }

    fn u8(&mut self) -> Option<u8> {
        self.ready().then_some(())?;
        let byte = self.current().first().copied();
        self.at += 1;
        byte
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 && self.ready() {
            let step = count.min(self.current().len());
            self.at += step;
            count -= step;
        }
    }

    /// A text with a length of 16 bits (MS-XLS XLUnicodeRichExtendedString); `None` where the bytes end first.
    pub(super) fn text(&mut self) -> Option<String> {
        let length = usize::from(self.u16()?);
        self.letters(length)
    }

    /// Flags and so many letters.
    pub(super) fn letters(&mut self, length: usize) -> Option<String> {
        let flags = self.u8()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let extra = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::with_capacity(length.min(4096));
        while units.len() < length {
            if self.current().is_empty() {
                self.ready().then_some(())?;
                // A continued text begins with its flags again.
                wide = self.u8()? & 1 != 0;
                continue;
            }
            units.push(if wide { self.u16()? } else { u16::from(self.u8()?) });
        }
        self.skip(runs.saturating_mul(4).saturating_add(extra));
        Some(String::from_utf16_lossy(&units))
    }
}

/// A stream's records: kind and content.
pub(super) fn record(stream: &[u8], at: usize) -> Option<(u16, &[u8], usize)> {
    let kind = u16_at(stream, at)?;
    let length = usize::from(u16_at(stream, at.checked_add(2)?)?);
    let end = at.checked_add(4 + length)?;
    Some((kind, stream.get(at + 4..end)?, end))
}

/// A record's content with that of the records that continue it; `next` is where the following record begins.
pub(super) fn continued<'a>(stream: &'a [u8], body: &'a [u8], mut next: usize) -> Vec<&'a [u8]> {
    let mut pieces = vec![body];
    while let Some((0x003C, more, after)) = record(stream, next) {
        pieces.push(more);
        next = after;
    }
    pieces
}

/// A number of 30 bits with two flags: a whole number or the upper half of a float, perhaps hundredths.
pub(super) fn rk(bytes: &[u8], at: usize) -> Option<f64> {
    let raw = u32_at(bytes, at)?;
    let number = if raw & 2 != 0 {
        f64::from((raw as i32) >> 2)
    } else {
        f64::from_bits(u64::from(raw & 0xFFFF_FFFC) << 32)
    };
    Some(if raw & 1 != 0 { number / 100.0 } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_30_bits() {
        // MS-XLS 2.5.217: 0x3FF00000 is 1, with hundredths 0.01; 0x004B568E is the whole number 1234339 ...
        assert_eq!(rk(&0x3FF0_0000u32.to_le_bytes(), 0), Some(1.0));
        assert_eq!(rk(&0x3FF0_0001u32.to_le_bytes(), 0), Some(0.01));
        assert_eq!(rk(&((1_234_339u32 << 2) | 2).to_le_bytes(), 0), Some(1_234_339.0));
        assert_eq!(rk(&((((-5i32) << 2) as u32) | 3).to_le_bytes(), 0), Some(-0.05));
    }

    #[test]
    fn a_text_goes_on_in_the_next_record() {
        // Four letters, one byte each; after two of them a record with flags for two bytes each.
        let mut pieces = Pieces::new(vec![&[4, 0, 0, b'a', b'b'], &[1, 0x3A, 0x4E, b'd', 0]]);
        assert_eq!(pieces.text().as_deref(), Some("ab人d".replace('人', "\u{4E3A}").as_str()));
        assert_eq!(pieces.text(), None);
    }
}
