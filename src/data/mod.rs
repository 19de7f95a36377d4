//! Data sets and schemes as files: the embedded seeds, reading, checking and writing.

pub mod table;

use std::rc::Rc;

use crate::domain::{DataSet, Scheme};

/// A file that could not be taken, with where and why.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// The file holds nothing.
    #[error("empty")]
    Empty,
}

/// The data sets that come with the page, the report of 巩义 first.
pub fn seed_data_sets() -> Result<Vec<Rc<DataSet>>, ImportError> {
    Ok(Vec::new())
}

/// The schemes that come with the page, the default one first.
pub fn seed_schemes() -> Result<Vec<Rc<Scheme>>, ImportError> {
    Ok(Vec::new())
}

/// Reads a data set from a JSON file's bytes and checks it whole. The first problem is returned with its line.
pub fn read_data_set(bytes: &[u8]) -> Result<DataSet, ImportError> {
    let _ = bytes;
    Err(ImportError::Empty)
}

/// Reads a scheme from a JSON file's bytes and checks it whole.
pub fn read_scheme(bytes: &[u8]) -> Result<Scheme, ImportError> {
    let _ = bytes;
    Err(ImportError::Empty)
}
