//! Why a file's tables cannot be read. What is wrong with single cells is no error: see the doubts of an import.

use serde::{Deserialize, Serialize};

/// A file whose tables cannot be read. The sentences for a user are in [`crate::i18n`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TableError {
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than is read.
    #[error("the file has {bytes} bytes; at most {most} are read")]
    TooLarge {
        /// So large it is.
        bytes: u64,
        /// The limit.
        most: u64,
    },
    /// What is packed in the file is larger than is read (a zip bomb, or a gigantic sheet).
    #[error("unpacked, the file exceeds {most} bytes")]
    UnpacksTooLarge {
        /// The limit.
        most: u64,
    },
    /// More filled cells than are read.
    #[error("the file has more than {most} filled cells")]
    TooManyCells {
        /// The limit.
        most: u32,
    },
    /// It asks for a password.
    #[error("the file is encrypted; save it without a password")]
    Encrypted,
    /// It is cut off or broken.
    #[error("the file is damaged in {part}: {problem}")]
    Damaged {
        /// In which of its parts; the file's format names them.
        part: String,
        /// What is wrong there, in the words of the reader of that format.
        problem: String,
    },
    /// It is something else than a table.
    #[error("the file holds no table ({0:?})")]
    Foreign(Foreign),
    /// Its text is in none of the encodings known here.
    #[error("the text of the file cannot be decoded")]
    Undecodable,
}

/// What a file is that holds no table read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foreign {
    /// A JSON file: a data set, scheme or saved work, perhaps.
    Json,
    /// An Excel workbook in its binary format (XLSB).
    Xlsb,
    /// A workbook of Excel before 1993.
    OldExcel,
    /// A web archive (MHT).
    WebArchive,
    /// A text document.
    Document,
    /// Slides.
    Slides,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive of files.
    Archive,
    /// A web page or XML file without a table.
    NoTableInIt,
    /// Something not recognised.
    Unknown,
}
