//! Long tables draw only the rows in sight: which those are, and the room of the others.

use web_sys::Element;
use yew::prelude::*;

use crate::browser::{canvas, event};

/// How far beyond the visible part rows are drawn, in pixels.
pub const MARGIN_PX: f64 = 200.0;
/// How far a table is scrolled before its rows are chosen anew, in pixels; less than [`MARGIN_PX`].
const STEP_PX: f64 = 100.0;
/// How high a table is taken for until the browser has laid it out, in pixels.
const FIRST_HEIGHT_PX: f64 = 1000.0;

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
    /// What is seen of the table: to be given to the element that scrolls.
    pub sight: Sight,
}

/// What is seen of an element that scrolls, which takes `node` and `on_scroll`.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    /// How far it is scrolled, in pixels, in steps that do not redraw at every move.
    pub top: f64,
    /// How high it shows, in pixels.
    pub height: f64,
    /// The element.
    pub node: NodeRef,
    /// Hears how far it is scrolled.
    pub on_scroll: Callback<Event>,
}

/// The window of a table whose rows all have one height.
#[hook]
pub fn use_window(rows: usize, row_px: f64) -> Window {
    let sight = use_sight();
    let (top, height) = (sight.top, sight.height);
    let from = (((top - MARGIN_PX) / row_px).floor().max(0.0) as usize).min(rows);
    let to = (((top + height + MARGIN_PX) / row_px).ceil() as usize).clamp(from, rows);
    Window { from, to, before_px: from as f64 * row_px, after_px: (rows - to) as f64 * row_px, sight }
}

/// What is seen of an element that scrolls, as it is scrolled and as its room changes.
#[hook]
pub fn use_sight() -> Sight {
    let node = use_node_ref();
    let top = use_state_eq(|| 0.0);
    let height = use_state_eq(|| FIRST_HEIGHT_PX);
    {
        let set = height.setter();
        use_effect_with(node.clone(), move |node| {
            let watching = node
                .cast::<Element>()
                .and_then(|element| canvas::watch(&element, move |room| set.set(room.height)));
            move || drop(watching)
        });
    }
    let set = top.setter();
    let on_scroll = use_callback((), move |e: Event, ()| {
        if let Some(top) = event::scrolled(&e) {
            set.set((top / STEP_PX).floor() * STEP_PX);
        }
    });
    Sight { top: *top, height: *height, node, on_scroll }
}
