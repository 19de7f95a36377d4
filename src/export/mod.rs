//! Files that leave the page, as bytes and names. No browser: handing them to the user is `browser`'s part.

pub mod csv;
pub mod file_name;
pub mod frame;
pub mod office;
pub mod pptx;
pub mod svg;
pub mod template;
pub mod workbook;
mod xlsx;
