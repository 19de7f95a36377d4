//! What a user pastes.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, File, window};

use super::file_picker;

/// What was pasted.
pub enum Pasted {
    /// Files.
    Files(Vec<File>),
    /// A text.
    Text(String),
}

/// Listens as long as it lives.
pub struct Pasting(#[expect(dead_code, reason = "held for its Drop")] Option<EventListener>);

/// Calls `work` for whatever is pasted on the page outside a field for text.
pub fn on_paste(work: impl Fn(Pasted) + 'static) -> Pasting {
    Pasting(window().map(|window| {
        EventListener::new(&window, "paste", move |event| {
            let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let in_field =
                target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"));
            let Some(transfer) = event.clipboard_data().filter(|_| !in_field) else { return };
            let files = transfer.files().map(file_picker::list).unwrap_or_default();
            if !files.is_empty() {
                return work(Pasted::Files(files));
            }
            if let Ok(text) = transfer.get_data("text/plain")
                && !text.is_empty()
            {
                work(Pasted::Text(text));
            }
        })
    }))
}
