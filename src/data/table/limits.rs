//! How much of a file is read. A file over a limit is refused with the limit named, never cut off in silence.

/// A file's bytes.
pub const MOST_FILE_BYTES: u64 = 200 << 20;

/// All bytes that are unpacked from a file. They are read in passing, not held.
pub const MOST_UNPACKED_BYTES: u64 = 1 << 30;

/// A single text, tag or other piece of XML, in bytes.
pub const MOST_PIECE_BYTES: u64 = 16 << 20;

/// Filled cells of all sheets together.
pub const MOST_CELLS: u32 = 5_000_000;

/// Bytes of all texts held together.
pub const MOST_TEXT_BYTES: u64 = 400 << 20;

/// Rows and columns of a sheet, as Excel has them.
pub const MOST_ROWS: u32 = 1 << 20;
/// See [`MOST_ROWS`].
pub const MOST_COLUMNS: u32 = 1 << 14;
