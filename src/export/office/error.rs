//! What can go wrong when a deck or workbook becomes a file: nothing that depends on what is in it.

/// The file could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// The container refused an entry: it has outgrown what the format holds.
    #[error("the file is too large for its format: {0}")]
    Container(#[from] zip::result::ZipError),
    /// Writing into memory failed.
    #[error("the file could not be written: {0}")]
    Write(#[from] std::io::Error),
}
