//! What can be wrong with a file, and where. The sentences for a user are in [`crate::i18n`].

use crate::domain::Year;

/// A place in a file: line and column from 1, as editors count them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column in characters.
    pub column: usize,
}

/// A file that could not be taken: why, and where.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{problem}{}{}", at_path(path), at_place(*place))]
pub struct ImportError {
    /// Why.
    pub problem: Problem,
    /// Where, as a path of keys: `data.observations[12].value`. Empty for the whole file.
    pub path: String,
    /// Where, as line and column; `None` for the whole file.
    pub place: Option<Place>,
}

fn at_path(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!(" at {path}") }
}

fn at_place(place: Option<Place>) -> String {
    place.map_or(String::new(), |place| format!(" (line {}, column {})", place.line, place.column))
}

impl ImportError {
    /// A problem of the whole file.
    pub fn whole(problem: Problem) -> Self {
        Self { problem, path: String::new(), place: None }
    }
}

/// What a file is made of instead of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16.
    Utf16,
    /// Bytes that are not UTF-8: GB18030 and others.
    NotUtf8,
    /// A ZIP archive: an Excel or Word file among them.
    Zip,
    /// An old Excel or Word file.
    OldOffice,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
}

/// What names something that there is none of, or twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A unit.
    Unit,
    /// A class of units.
    Class,
    /// An indicator.
    Indicator,
    /// A document.
    Document,
    /// A criterion.
    Criterion,
    /// A rule.
    Rule,
    /// A grade.
    Grade,
}

/// Why a file cannot be taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Problem {
    /// It holds nothing.
    #[error("the file is empty")]
    Empty,
    /// It is larger than is read.
    #[error("the file has {bytes} bytes, more than {most}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        most: u64,
    },
    /// It is not UTF-8 text.
    #[error("not UTF-8 text: {0:?}")]
    Encoding(Encoding),
    /// It ends too early.
    #[error("the file ends too early")]
    Truncated,
    /// It is not JSON, as the parser says.
    #[error("not JSON: {0}")]
    Syntax(String),
    /// It is nested too deeply.
    #[error("nested too deeply")]
    TooDeep,
    /// A field is missing, unknown or of another kind, as the parser says.
    #[error("{0}")]
    Field(String),
    /// It is JSON, and not a file of this program.
    #[error("not a data set or scheme")]
    OtherFormat,
    /// A scheme was opened as a data set, or the other way round.
    #[error("the file is a {found:?}")]
    OtherKind {
        /// What it is.
        found: String,
    },
    /// It is of a version that is not known here.
    #[error("version {found}, known is {known}")]
    OtherVersion {
        /// Its version.
        found: u64,
        /// The version that is read.
        known: u64,
    },
    /// An id that is empty, too long, or has control characters or white space at its ends.
    #[error("bad id {0:?}")]
    BadId(String),
    /// An id that stands twice.
    #[error("{id:?} stands twice")]
    Duplicate {
        /// Of what.
        thing: Thing,
        /// Which.
        id: String,
    },
    /// An id that names nothing.
    #[error("there is no {thing:?} {id:?}")]
    Unknown {
        /// Of what.
        thing: Thing,
        /// Which.
        id: String,
    },
    /// Two observations of one unit, year, indicator and variant.
    #[error("observed twice")]
    ObservedTwice,
    /// A year outside those allowed.
    #[error("the year {0} is out of range")]
    Year(Year),
    /// A number outside its range.
    #[error("{value} is not within {least}..={most}")]
    OutOfRange {
        /// The number.
        value: f64,
        /// The least allowed.
        least: f64,
        /// The most allowed.
        most: f64,
    },
    /// A value and a reason for its absence, or neither.
    #[error("a value and a reason why it is missing, or neither")]
    ValueOrReason,
    /// Things that depend on each other in a circle.
    #[error("a circle: {}", .0.join(" → "))]
    Cycle(Vec<String>),
    /// A list that must hold something.
    #[error("nothing in the list")]
    NothingIn,
    /// Numbers that must rise or fall and do not.
    #[error("not in order")]
    NotInOrder,
    /// A linear function whose zero and full marks are equal.
    #[error("zero and full marks are equal")]
    ZeroIsFull,
}
