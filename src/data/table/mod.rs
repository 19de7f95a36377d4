//! Tables from other programs: a file's bytes become a [`Book`] of typed cells.
//!
//! What a file is, is decided by its content, never by its name.

mod address;
mod book;
mod error;
pub mod limits;
mod read;

pub use address::{Address, Area};
pub use book::{Book, BookKind, Cell, CellError, Remark, Sheet, Value};
pub use error::{Foreign, TableError};
pub use read::{Decode, Reading, read};
