//! Tables from other programs: a file's bytes become a [`Book`] of typed cells.
//!
//! What a file is, is decided by its content, never by its name.

mod address;
mod apply;
mod book;
mod convert;
mod direction;
mod doubt;
mod error;
mod figure;
mod find;
mod fold;
mod labels;
pub mod limits;
mod matching;
mod measure;
mod merge;
mod name;
mod parse;
mod plan;
mod propose;
mod read;
mod recognise;
mod revise;
#[cfg(test)]
mod tests;
mod year;

pub use address::{Address, Area, column_letters};
pub use apply::{Applying, Imported, apply};
pub use book::{Book, BookKind, Cell, CellError, Remark, Sheet, Value};
pub use direction::{Better, Sign, direction_of};
pub use doubt::{Doubt, Why};
pub use error::{Foreign, TableError};
pub use figure::{Figure, Reading as CellReading, Unclear, read_cell, read_text};
pub use fold::folded;
pub use measure::WrittenMeasure;
pub use merge::{Changes, Merging, Mode, correct, merge};
pub use plan::{
    Attribute, IndicatorMatch, IndicatorTarget, Line, Place, Plan, Shape, TablePlan, UnitMatch, UnitTarget,
};
pub use propose::{Proposing, Refreshing, propose, refresh};
pub use read::{Decode, Reading, read};
pub use revise::{Choice, Revision, Role, revise};
