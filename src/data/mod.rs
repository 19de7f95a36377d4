//! Data sets and schemes as files: the embedded seeds, reading, checking and writing.
//!
//! A file is JSON: `format`, `version` and the content under `data` or `scheme`. The schema is written out in
//! `seeds/README.md`. Nothing gets past here that is not finite, names nothing, or depends on itself.

mod check_data;
mod check_scheme;
mod error;
mod finding;
mod position;
mod presets;
mod read;
mod seeds;
pub mod table;
#[cfg(test)]
mod tests;
mod write;

pub use check_data::check_data_set;
pub use check_scheme::{check_scheme, check_scheme_on};
pub use error::{Encoding, ImportError, Place, Problem, Thing};
pub use finding::Finding;
pub use position::place_of;
pub use presets::presets;
pub use read::{FileKind, MOST_BYTES, all_problems, kind_of, read_data_set, read_scheme};
pub(crate) use read::{inside, parse, problem_at, text_of};
pub use seeds::{seed_data_sets, seed_schemes};
pub use write::{DataSetText, write_data_set, write_scheme};

/// What a data set's file says of its format.
pub const DATA_FORMAT: &str = "faheng-data";
/// What a scheme's file says of its format.
pub const SCHEME_FORMAT: &str = "faheng-scheme";
/// What a project's file says of its format.
pub const PROJECT_FORMAT: &str = "faheng-project";
/// The version of the formats that is written and read.
pub const VERSION: u64 = 1;
