//! What was compared in a file, and how far apart it was.

use std::fmt;

/// A comparison with more room than this is one with a figure as it was printed.
const EXACT: f64 = 1e-6;
/// So many mismatches are printed; the rest is counted.
const SHOWN: usize = 10;

/// The comparisons of one file.
#[derive(Debug, Default)]
pub struct Tally {
    checked: u64,
    worst: f64,
    worst_printed: f64,
    mismatches: Vec<String>,
    notes: Vec<String>,
}

impl Tally {
    /// Compares a number; `what` names it.
    pub fn near(&mut self, found: Option<f64>, expected: f64, tolerance: f64, what: impl Fn() -> String) {
        self.checked += 1;
        let Some(found) = found else {
            return self.mismatches.push(format!("{}: nothing, expected {expected}", what()));
        };
        let error = (found - expected).abs();
        let worst = if tolerance <= EXACT { &mut self.worst } else { &mut self.worst_printed };
        *worst = worst.max(error);
        // An error that is no number is one too.
        if error.is_nan() || error > tolerance {
            self.mismatches.push(format!("{}: {found}, expected {expected}", what()));
        }
    }

    /// Compares what must be equal: a place, a grade.
    pub fn same<T: PartialEq + fmt::Debug>(&mut self, found: T, expected: T, what: impl Fn() -> String) {
        self.checked += 1;
        if found != expected {
            self.mismatches.push(format!("{}: {found:?}, expected {expected:?}", what()));
        }
    }

    /// Something that is wrong as a whole.
    pub fn mismatch(&mut self, what: String) {
        self.mismatches.push(what);
    }

    /// Something that a reader must know.
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// Quantities of the file that scoring has no word for.
    pub fn not_applicable(&mut self, count: usize, what: &str) {
        self.notes.push(format!("not applicable: {count} {what}"));
    }

    /// Something was compared and all agreed.
    pub fn is_sound(&self) -> bool {
        self.mismatches.is_empty() && self.checked > 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "  {} checked, worst absolute error {:.1e}, {} mismatches",
            self.checked,
            self.worst,
            self.mismatches.len()
        )?;
        if self.worst_printed > 0.0 {
            write!(f, "\n  against figures as printed: worst absolute error {:.1e}", self.worst_printed)?;
        }
        for note in &self.notes {
            write!(f, "\n  {note}")?;
        }
        for mismatch in self.mismatches.iter().take(SHOWN) {
            write!(f, "\n  MISMATCH {mismatch}")?;
        }
        if self.mismatches.len() > SHOWN {
            write!(f, "\n  … and {} more", self.mismatches.len() - SHOWN)?;
        }
        Ok(())
    }
}
