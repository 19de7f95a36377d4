//! Canvases for plotters: as fine as the screen, and told when the room for them, the screen's fineness or the theme
//! changes.

use gloo::events::EventListener;
use plotters::{
    coord::Shift,
    prelude::{DrawingArea, IntoDrawingArea},
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Blob, MutationObserver, MutationObserverInit, ResizeObserver, window};

pub use web_sys::{Element, HtmlCanvasElement};

/// What a drawing is made on.
pub type Sheet = DrawingArea<CanvasBackend, Shift>;

/// How an element is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    /// Its width in CSS pixels; 0 where it is not shown.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
    /// The device's pixels for a CSS pixel.
    pub pixel_ratio: f64,
    /// On a dark ground.
    pub dark: bool,
}

/// Makes a canvas so large that each of its pixels is one of the device's, shown at a size in CSS pixels, and empty.
/// `None` where the browser gives no canvas.
pub fn sheet(canvas: &HtmlCanvasElement, width: f64, height: f64, pixel_ratio: f64) -> Option<Sheet> {
    let pixels = |length: f64| (length * pixel_ratio).round().clamp(1.0, 16_384.0) as u32;
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    CanvasBackend::with_canvas_object(canvas.clone()).map(IntoDrawingArea::into_drawing_area)
}

/// A canvas that is not on the page, for a picture to be saved.
pub fn detached() -> Option<HtmlCanvasElement> {
    window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()
}

/// Gives what is on a canvas as a PNG, a little later; `None` where the browser cannot.
pub fn png(canvas: &HtmlCanvasElement, done: impl FnOnce(Option<Blob>) + 'static) {
    let done = Closure::once_into_js(move |blob: Option<Blob>| done(blob));
    // An answer never comes where the canvas is refused: then nothing is saved.
    let _ = canvas.to_blob(done.unchecked_ref());
}

/// What is on a canvas as a PNG, at once: for pictures that go into a larger file. `None` where the browser cannot.
pub fn png_now(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let address = canvas.to_data_url_with_type("image/png").ok()?;
    let bytes = window()?.atob(address.strip_prefix("data:image/png;base64,")?).ok()?;
    // Each character of what `atob` gives is a byte.
    bytes.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// How an element is shown now.
pub fn room(element: &Element) -> Room {
    let Some(window) = window() else { return Room::default() };
    let scheme = window
        .get_computed_style(element)
        .ok()
        .flatten()
        .and_then(|style| style.get_property_value("color-scheme").ok());
    let ratio = window.device_pixel_ratio();
    let bounds = element.get_bounding_client_rect();
    Room {
        width: bounds.width(),
        height: bounds.height(),
        pixel_ratio: if ratio.is_finite() && ratio > 0.0 { ratio.clamp(0.5, 4.0) } else { 1.0 },
        dark: scheme.is_some_and(|scheme| scheme == "dark"),
    }
}

/// Watches an element as long as it lives.
pub struct Watching {
    resize: ResizeObserver,
    theme: MutationObserver,
    _listeners: Vec<EventListener>,
    _on_resize: Closure<dyn FnMut()>,
    _on_theme: Closure<dyn FnMut()>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.resize.disconnect();
        self.theme.disconnect();
    }
}

/// Calls `work` with how an element is shown, now and whenever its width, the screen's fineness or the theme changes.
/// `None` where the browser cannot watch.
pub fn watch(element: &Element, work: impl Fn(Room) + 'static) -> Option<Watching> {
    let window = window()?;
    let work = {
        let element = element.clone();
        std::rc::Rc::new(move || work(room(&element)))
    };
    work();
    let again = || {
        let work = work.clone();
        Closure::<dyn FnMut()>::new(move || work())
    };
    let on_resize = again();
    let resize = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok()?;
    resize.observe(element);
    let on_theme = again();
    let theme = MutationObserver::new(on_theme.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    options.set_attribute_filter(&js_sys::Array::of1(&"data-theme".into()));
    theme.observe_with_options(&window.document()?.document_element()?.into(), &options).ok()?;
    // A change of the pixel ratio comes with a resize of the window: zoom, or another screen.
    let mut listeners = Vec::new();
    let work_again = work.clone();
    listeners.push(EventListener::new(&window, "resize", move |_| work_again()));
    if let Some(dark) = window.match_media("(prefers-color-scheme: dark)").ok().flatten() {
        let work_again = work.clone();
        listeners.push(EventListener::new(&dark, "change", move |_| work_again()));
    }
    Some(Watching { resize, theme, _listeners: listeners, _on_resize: on_resize, _on_theme: on_theme })
}
