//! Where something of the page stands in the window, and a dialog above everything.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, Node, window};

/// A rectangle in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Where the first element of a selector stands; `None` where there is none that is shown.
pub fn find(selector: &str) -> Option<Spot> {
    let element = window()?.document()?.query_selector(selector).ok()??;
    let bounds = element.get_bounding_client_rect();
    let spot = Spot { x: bounds.x(), y: bounds.y(), width: bounds.width(), height: bounds.height() };
    (spot.width > 0.0 && spot.height > 0.0).then_some(spot)
}

/// Scrolls the first element of a selector into sight.
pub fn bring_into_sight(selector: &str) {
    let element = window().and_then(|window| window.document()?.query_selector(selector).ok()?);
    if let Some(element) = element {
        element.scroll_into_view_with_bool(false);
    }
}

/// The width and height of the window.
pub fn window_size() -> (f64, f64) {
    let length = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value: wasm_bindgen::JsValue| value.as_f64())
    };
    let Some(window) = window() else { return (0.0, 0.0) };
    (length(window.inner_width()).unwrap_or_default(), length(window.inner_height()).unwrap_or_default())
}

/// The width and height of an element.
pub fn size(node: Option<Node>) -> (f64, f64) {
    let element = node.and_then(|node| node.dyn_into::<HtmlElement>().ok());
    element
        .map_or((0.0, 0.0), |element| (f64::from(element.offset_width()), f64::from(element.offset_height())))
}

/// Shows a dialog above everything; the rest of the page cannot be reached meanwhile.
pub fn show_dialog(node: Option<Node>) {
    if let Some(dialog) = node.and_then(|node| node.dyn_into::<HtmlDialogElement>().ok()) {
        // Refused where it is shown already.
        let _ = dialog.show_modal();
    }
}

/// Moves the focus to the first element of a selector.
pub fn focus_on(selector: &str) {
    let element = window().and_then(|window| window.document()?.query_selector(selector).ok()?);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
