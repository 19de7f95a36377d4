//! Where a cell stands: A1 addresses and rectangles of cells.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A cell's place in its sheet, both counted from 0; written `B7` as spreadsheets do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Address {
    /// The row, 0 the first.
    pub row: u32,
    /// The column, 0 for A.
    pub column: u32,
}

impl Address {
    /// The cell at a row and column, both counted from 0.
    pub fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// Reads `B7`; `None` where it is no address of at most 7 letters and a row from 1 on. `$` signs are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|c| *c != '$').collect();
        let split = plain.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = plain.split_at(split);
        if letters.is_empty() || letters.len() > 7 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut column = 0u32;
        for letter in letters.bytes() {
            let place = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?);
            if place > 25 {
                return None;
            }
            column = column.checked_mul(26)?.checked_add(place + 1)?;
        }
        let row: u32 = digits.parse().ok()?;
        Some(Self { row: row.checked_sub(1)?, column: column - 1 })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&column_letters(self.column))?;
        write!(f, "{}", u64::from(self.row) + 1)
    }
}

/// The letters of a column counted from 0: A, B ... Z, AA.
pub fn column_letters(column: u32) -> String {
    let mut rest = u64::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A rectangle of cells, both corners within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// The corner with the least row and column.
    pub from: Address,
    /// The opposite corner.
    pub to: Address,
}

impl Area {
    /// The smallest rectangle with both cells.
    pub fn new(a: Address, b: Address) -> Self {
        Self {
            from: Address::new(a.row.min(b.row), a.column.min(b.column)),
            to: Address::new(a.row.max(b.row), a.column.max(b.column)),
        }
    }

    /// Reads `A1:C3`, or `A1` for a single cell.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(':').unwrap_or((text, text));
        Some(Self::new(Address::parse(from)?, Address::parse(to)?))
    }

    /// The cell is within it.
    pub fn holds(&self, cell: Address) -> bool {
        (self.from.row..=self.to.row).contains(&cell.row)
            && (self.from.column..=self.to.column).contains(&cell.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_and_read_as_spreadsheets_do() {
        for (row, column, text) in [
            (0, 0, "A1"),
            (6, 1, "B7"),
            (9, 25, "Z10"),
            (0, 26, "AA1"),
            (228, 127, "DX229"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(Address::new(row, column).to_string(), text);
            assert_eq!(Address::parse(text), Some(Address::new(row, column)));
        }
        assert_eq!(Address::parse("$C$4"), Some(Address::new(3, 2)));
        for wrong in ["", "A", "7", "A0", "1A", "A1B", "é1", "AAAAAAAA1", "A99999999999", "[1"] {
            assert_eq!(Address::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_area_holds_its_corners() {
        let area = Area::parse("C4:A2").unwrap();
        assert!(area.holds(Address::parse("A2").unwrap()) && area.holds(Address::parse("C4").unwrap()));
        assert!(!area.holds(Address::parse("D4").unwrap()) && !area.holds(Address::parse("A1").unwrap()));
    }
}
