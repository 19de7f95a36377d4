//! Long tables draw only the rows in sight: which those are, and the room of the others.

use yew::prelude::*;

use crate::browser::event;

/// How far beyond the visible part rows are drawn, in pixels.
const MARGIN_PX: f64 = 400.0;

/// The rows to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// The first row.
    pub from: usize,
    /// The row behind the last.
    pub to: usize,
    /// The room of the rows before.
    pub before_px: f64,
    /// The room of the rows after.
    pub after_px: f64,
    /// Tells the window how far its table is scrolled.
    pub on_scroll: Callback<Event>,
}

/// The window of a table whose rows all have one height.
#[hook]
pub fn use_window(rows: usize, row_px: f64) -> Window {
    let (top, height, on_scroll) = use_sight();
    let from = (((top - MARGIN_PX) / row_px).floor().max(0.0) as usize).min(rows);
    let to = (((top + height + MARGIN_PX) / row_px).ceil() as usize).clamp(from, rows);
    Window { from, to, before_px: from as f64 * row_px, after_px: (rows - to) as f64 * row_px, on_scroll }
}

/// How far a table is scrolled and how high it shows, in pixels, in steps that do not redraw at every move.
#[hook]
pub fn use_sight() -> (f64, f64, Callback<Event>) {
    let sight = use_state_eq(|| (0.0, 1000.0));
    let (top, height) = *sight;
    let on_scroll = use_callback((), move |e: Event, ()| {
        if let Some((top, height)) = event::scrolled(&e) {
            sight.set(((top / 100.0).floor() * 100.0, height));
        }
    });
    (top, height, on_scroll)
}
