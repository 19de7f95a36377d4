//! The browser: the only code that names web_sys, js_sys or gloo. It knows nothing of scoring or of the screen.

pub mod canvas;
pub mod clipboard;
pub mod collation;
pub mod copy;
pub mod database;
pub mod decode;
pub mod download;
pub mod event;
pub mod file_picker;
pub mod listen;
pub mod page;
pub mod page_copy;
pub mod spotlight;
pub mod storage;
pub mod timer;
