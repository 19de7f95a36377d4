//! Listening to the whole page while a value lives.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, Node, window};

use super::event;

/// Listens as long as it lives.
pub struct Listening(#[expect(dead_code, reason = "held for its Drop")] Option<EventListener>);

/// Calls `work` whenever the page is about to go away or into the background.
pub fn on_page_hide(work: impl Fn() + 'static) -> Listening {
    Listening(window().map(|window| EventListener::new(&window, "pagehide", move |_| work())))
}

/// Calls `work` with `true` before the page is printed, and with `false` after it.
pub fn on_print(work: impl Fn(bool) + Clone + 'static) -> [Listening; 2] {
    [("beforeprint", true), ("afterprint", false)].map(|(name, printing)| {
        let work = work.clone();
        Listening(window().map(|window| EventListener::new(&window, name, move |_| work(printing))))
    })
}

/// Calls `work` with the text of a field when words have been composed in it (pinyin and other input methods).
pub fn on_composed(field: Option<Node>, work: impl Fn(String) + 'static) -> Listening {
    Listening(field.map(|field| EventListener::new(&field, "compositionend", move |e| work(event::value(e)))))
}

/// Calls `work` for every key pressed anywhere on the page.
pub fn on_key(work: impl Fn(&KeyboardEvent) + 'static) -> Listening {
    Listening(window().map(|window| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                work(key);
            }
        })
    }))
}

/// The key was pressed in a field for text.
pub fn in_text_field(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else { return false };
    let input = target.dyn_ref::<HtmlInputElement>();
    target.dyn_ref::<HtmlTextAreaElement>().is_some()
        || input
            .is_some_and(|input| !matches!(input.type_().as_str(), "range" | "checkbox" | "radio" | "button"))
}

/// Calls `work` when the part of the address behind `#` changes.
pub fn on_fragment(work: impl Fn() + 'static) -> Listening {
    Listening(window().map(|window| EventListener::new(&window, "hashchange", move |_| work())))
}

/// Calls `work` when the page does not fill the screen any more.
pub fn on_full_screen_left(work: impl Fn() + 'static) -> Listening {
    let document = window().and_then(|window| window.document());
    Listening(document.map(|document| {
        let of = document.clone();
        EventListener::new(&document, "fullscreenchange", move |_| {
            if of.fullscreen_element().is_none() {
                work();
            }
        })
    }))
}
