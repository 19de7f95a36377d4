//! The table twin of a chart: the same figures in rows and columns, for the screen, for CSV, for those who do not see
//! the picture.

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of its columns; the first one is that of the rows' names.
    pub columns: Vec<String>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Number {
        /// The value; a share as 0..=1.
        value: f64,
        /// As it is written.
        shown: String,
    },
    /// Nothing, with the reason, which may be empty.
    Missing(String),
}

impl Cell {
    /// A number.
    pub fn number(value: f64, shown: impl Into<String>) -> Self {
        Self::Number { value, shown: shown.into() }
    }

    /// What the cell shows.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Number { shown, .. } => shown,
            Self::Missing(reason) if reason.is_empty() => "—",
            Self::Missing(reason) => reason,
        }
    }
}
