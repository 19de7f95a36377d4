//! What slides and workbooks share: XML elements and the zipped package of parts.

mod error;
pub(in crate::export) mod package;
pub(in crate::export) mod xml;

pub use error::OfficeError;
