//! What an event carries, as plain values.

use wasm_bindgen::JsCast;
use web_sys::{
    DragEvent, Element, Event, FocusEvent, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, MouseEvent, Node, PointerEvent,
};

/// The text of the field or the chosen value of the list that an event comes from; empty for anything else.
pub fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
}

/// The box that an event comes from is ticked.
pub fn checked(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// Empties the field that an event comes from.
pub fn clear(event: &Event) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value("");
    }
}

/// How far the element that an event comes from is scrolled down, in CSS pixels.
pub fn scrolled(event: &Event) -> Option<f64> {
    let element: HtmlElement = event.target()?.dyn_into().ok()?;
    Some(f64::from(element.scroll_top()))
}

/// The part of a scrolled element that is seen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// How far it is scrolled to the right.
    pub left: f64,
    /// How far down.
    pub top: f64,
    /// How wide it shows.
    pub width: f64,
    /// How high.
    pub height: f64,
}

/// The part that is seen of the element that an event comes from.
pub fn sight(event: &Event) -> Option<Sight> {
    let element: HtmlElement = event.target()?.dyn_into().ok()?;
    Some(Sight {
        left: f64::from(element.scroll_left()),
        top: f64::from(element.scroll_top()),
        width: f64::from(element.client_width()),
        height: f64::from(element.client_height()),
    })
}

/// Where on the element under the mouse an event happens: 0 at its left edge, 1 at its right.
pub fn across(event: &MouseEvent) -> Option<f64> {
    let element: HtmlElement = event.target()?.dyn_into().ok()?;
    let area = element.get_bounding_client_rect();
    (area.width() > 0.0).then(|| (f64::from(event.client_x()) - area.x()) / area.width())
}

/// Lets the element that a pointer presses hear its moves until it is released, wherever it goes.
pub fn hold_pointer(event: &PointerEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    event.button() == 0
        && element.is_some_and(|element| element.set_pointer_capture(event.pointer_id()).is_ok())
}

/// Sets the tip of the element that an event comes from.
pub fn set_title(event: &Event, title: &str) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        element.set_title(title);
    }
}

/// The focus that leaves goes to something inside `node`.
pub fn focus_stays_in(node: Option<Node>, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    node.zip(next).is_some_and(|(node, next)| node.contains(Some(&next)))
}

/// The number behind `prefix` in the id of the element that has the focus.
pub fn focused_number(prefix: &str) -> Option<usize> {
    let id = web_sys::window()?.document()?.active_element()?.id();
    id.strip_prefix(prefix)?.parse().ok()
}

/// Lets something be dragged that carries a text.
pub fn carry(event: &DragEvent, text: &str) {
    if let Some(transfer) = event.data_transfer() {
        let _ = transfer.set_data("text/plain", text);
        transfer.set_effect_allowed("move");
    }
}
