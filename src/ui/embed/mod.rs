//! A chart in another page: alone in a frame, and the code that puts it there.

mod alone;
mod panel;

pub use alone::{Alone, is_asked};
pub use panel::EmbedPanel;
