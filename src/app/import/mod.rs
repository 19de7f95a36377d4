//! Tables from other programs on their way into the library: the files that wait, and the data sets made from them.
//!
//! How a file is read and understood is [`crate::data::table`]; what of it is on the screen is the screen's own.

mod made;

use std::rc::Rc;

use super::Shared;
use crate::{data::table::Changes, scoring::Table};
pub use made::{Making, copy_of};

/// A file that a user opened, dropped or pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Rc<[u8]>,
}

/// A data set made from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// It, prepared for scoring.
    pub table: Shared<Table>,
    /// The file.
    pub file: String,
    /// What changed.
    pub changes: Changes,
    /// It was merged into what was there.
    pub merged: bool,
    /// How many doubts were named.
    pub doubts: usize,
}

/// What can happen to files with tables.
#[derive(Clone, Debug)]
pub enum ImportAction {
    /// Begin with a file, behind those that wait already.
    Begin(Shared<Incoming>),
    /// Leave the first file.
    Cancel,
    /// Put a data set made from the first file into the library and choose it.
    Take(Shared<Taken>),
}
