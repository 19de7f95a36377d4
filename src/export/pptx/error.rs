//! What can go wrong when a deck becomes a file: nothing that depends on what is in it.

/// The file could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum PptxError {
    /// The container refused an entry: it has outgrown what the format holds.
    #[error("the presentation is too large for its file format: {0}")]
    Container(#[from] zip::result::ZipError),
    /// Writing into memory failed.
    #[error("the presentation could not be written: {0}")]
    Write(#[from] std::io::Error),
}
