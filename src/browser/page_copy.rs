//! Copies of the page that carry a project: written from the page as it was opened, and read back when such a copy opens.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, window};

/// Where `index.html` keeps the page as it was opened.
const PAGE: &str = "__faheng_page";
/// The element that carries a project.
const PROJECT: &str = "project";
/// Set on it where the copy is for reading only.
const READ_ONLY: &str = "data-read-only";

/// The project that a copy carries.
pub struct Carried {
    /// Its text.
    pub text: String,
    /// The copy is for reading only.
    pub read_only: bool,
}

/// The project that this page carries, if it is such a copy.
pub fn carried() -> Option<Carried> {
    let element = window()?.document()?.get_element_by_id(PROJECT)?;
    let text = element.text_content().filter(|text| !text.is_empty())?;
    Some(Carried { text, read_only: element.has_attribute(READ_ONLY) })
}

/// The page as one HTML text with a project in it; `None` where the page as it was opened is not there.
pub fn with_project(json: &str, read_only: bool) -> Option<String> {
    let window = window()?;
    let page: Element = Reflect::get(&window, &PAGE.into()).ok()?.dyn_into().ok()?;
    let page: Element = page.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    for name in ["data-theme", "data-work-kept"] {
        page.remove_attribute(name).ok()?;
    }
    for before in [".stricter", "script#project"] {
        if let Some(element) = page.query_selector(before).ok()? {
            element.remove();
        }
    }
    let carrier = window.document()?.create_element("script").ok()?;
    carrier.set_attribute("type", "text/plain").ok()?;
    carrier.set_id(PROJECT);
    if read_only {
        carrier.set_attribute(READ_ONLY, "").ok()?;
    }
    // In JSON a < stands in texts only; written so, none of them can end the script.
    carrier.set_text_content(Some(&json.replace('<', "\\u003c")));
    let program = page.query_selector("#program").ok()??;
    program.parent_node()?.insert_before(&carrier, Some(&program)).ok()?;
    Some(format!("<!doctype html>\n{}", page.outer_html()))
}
