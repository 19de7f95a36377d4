//! The document as a whole: its language and theme, what a failure shows, focus.

use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent, window};

/// The function of `index.html` that shows its static box.
const FAILED: &str = "__faheng_failed";

/// Where the page goes.
pub const ROOT: &str = "app";

fn document() -> Option<Document> {
    window()?.document()
}

/// The element that the page is put into.
pub fn root() -> Option<Element> {
    document()?.get_element_by_id(ROOT)
}

/// Says in the document which language it is in and what it is called.
pub fn set_language(tag: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(html) = document.document_element() {
        let _ = html.set_attribute("lang", tag);
    }
}

/// Sets the theme for the styles: `light`, `dark`, or as the system where `None`.
pub fn set_theme(theme: Option<&str>) {
    let Some(html) = document().and_then(|document| document.document_element()) else { return };
    let _ = match theme {
        Some(theme) => html.set_attribute("data-theme", theme),
        None => html.remove_attribute("data-theme"),
    };
}

/// Says in the document whether work is kept, for the box that a failure shows.
pub fn set_work_kept(kept: bool) {
    if let Some(html) = document().and_then(|document| document.document_element()) {
        let _ = html.set_attribute("data-work-kept", if kept { "true" } else { "false" });
    }
}

/// From now on a panic shows the static box of `index.html`, with the panic's message in it.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let Some(window) = window() else { return };
        let show =
            js_sys::Reflect::get(&window, &FAILED.into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        if let Some(show) = show {
            let _ = show.call1(&window, &panic.to_string().into());
        }
    }));
}

/// Moves the focus to the element of this id, if there is one.
pub fn focus(id: &str) {
    let element: Option<HtmlElement> = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Scrolls the element of this id into sight, if there is one.
pub fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view_with_bool(true);
    }
}

/// Scrolls the element of this id just so far that a box in it is seen; `at` is its place and `size` its size in the
/// element's content, `covered` what heads of rows and columns cover at the left and top. All in CSS pixels.
pub fn keep_in_sight(id: &str, at: (f64, f64), size: (f64, f64), covered: (f64, f64)) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let to = |at: f64, size: f64, scrolled: f64, room: f64| {
        if at < scrolled { at } else { scrolled.max(at + size - room) }
    };
    let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
    let left = to(at.0, size.0, f64::from(element.scroll_left()), width - covered.0);
    let top = to(at.1, size.1, f64::from(element.scroll_top()), height - covered.1);
    element.set_scroll_left(left as i32);
    element.set_scroll_top(top.ceil() as i32);
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The part of the address behind `#`, with it; empty where there is none.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address of the page without what stands behind `#`.
pub fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Empties the part of the address behind `#`.
pub fn clear_fragment() {
    if let Some(window) = window() {
        let _ = window.location().set_hash("");
    }
}

/// Asks a question that is answered by yes or no.
pub fn ask(question: &str) -> bool {
    window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// The name of the page's own file, as its address writes it.
pub fn file_name() -> String {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("index.html").to_owned()
}

/// Says in the document that it shows a chart alone, for the styles.
pub fn set_alone() {
    if let Some(html) = document().and_then(|document| document.document_element()) {
        let _ = html.set_attribute("data-alone", "true");
    }
}

/// Puts a drawing of ours into an element that shows nothing else.
pub fn put_drawing(element: &Element, svg: &str) {
    element.set_inner_html(svg);
}

/// Lets an element fill the screen where the browser allows it.
pub fn fill_screen(element: &Element) {
    let _ = element.request_fullscreen();
}

/// Ends filling the screen.
pub fn leave_full_screen() {
    if let Some(document) = document().filter(|document| document.fullscreen_element().is_some()) {
        document.exit_fullscreen();
    }
}

/// Moves the focus to an element.
pub fn focus_on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// The key belongs to the control in which it was pressed: arrows to sliders and charts, the space bar to buttons.
pub fn is_controls_own(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else { return false };
    let arrow = event.key().starts_with("Arrow");
    match target.tag_name().as_str() {
        "INPUT" | "SELECT" | "TEXTAREA" => true,
        "BUTTON" => matches!(event.key().as_str(), " " | "Enter"),
        _ => arrow && target.class_list().contains("chart-stage"),
    }
}
