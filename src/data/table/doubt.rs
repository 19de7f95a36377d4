//! What an import cannot be sure of, named by sheet and cell.

use serde::{Deserialize, Serialize};

use super::{Address, CellError, figure::Unclear};

/// Something to look at. The sentences are in [`crate::i18n`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// The sheet's name.
    pub sheet: String,
    /// The cell; `None` where the whole sheet is meant.
    pub cell: Option<Address>,
    /// What it is.
    pub why: Why,
}

/// What there is to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Why {
    /// No table of figures was found in the sheet.
    NoTable,
    /// The sheet is hidden and was left out.
    Hidden,
    /// Rows and columns may have been taken one for the other.
    RowsOrColumns,
    /// No year was found.
    NoYear,
    /// The year is the last one of several (2012-2013).
    YearOfSpan,
    /// The figures are of a part of the year.
    PartOfYear,
    /// The label is empty: its figures were left out.
    NoLabel,
    /// A sum or mean, left out.
    Sum(String),
    /// A formula failed: the value is missing.
    Failed(CellError),
    /// The cell cannot be read as one figure: the value is missing.
    Unclear(Unclear, String),
    /// 无 may be 0, no or no data: the value is missing.
    NoneWritten,
    /// The figure is about right only.
    About(String),
    /// A remark stands in the cell.
    Remark(String),
    /// The figure has another measure than its column.
    OtherMeasure(String),
    /// Figures above 1 were read as percentages.
    ReadAsPercent,
    /// Yes or no where a figure belongs.
    AnswerForFigure,
    /// A figure other than 0 and 1 where yes or no belongs: it counts as yes.
    FigureForAnswer,
    /// A count below 0.
    Negative,
    /// A share above the whole.
    AboveWhole,
    /// Of two cells for one unit, year and indicator the one named here was left out; the other differs from it.
    Twice(Address),
    /// A cell merged over several units or indicators counts for its first one.
    Merged,
    /// A thousand times more or less than its column's middle.
    FarFromOthers,
}

impl Why {
    /// The value was lost.
    pub fn is_loss(&self) -> bool {
        matches!(
            self,
            Self::Failed(_)
                | Self::Unclear(..)
                | Self::NoneWritten
                | Self::NoLabel
                | Self::Twice(_)
                | Self::AnswerForFigure
                | Self::NoYear
        )
    }
}
