//! Which rows and columns of the grid are in sight.

use std::ops::Range;

use yew::prelude::*;

use super::grid::{COLUMN_PX, ROW_PX};
use crate::browser::event::{self, Sight};

/// How far beyond the visible part cells are drawn, in pixels.
const MARGIN_PX: f64 = 240.0;
/// Redrawn when scrolled over a border of this many pixels.
const STEP_PX: f64 = 60.0;

/// The rows and columns to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct GridSight {
    /// The rows.
    pub rows: Range<usize>,
    /// The columns.
    pub columns: Range<usize>,
    /// Tells how far the grid is scrolled.
    pub on_scroll: Callback<Event>,
}

/// Which rows and columns of a grid are in sight.
#[hook]
pub fn use_grid_sight(rows: usize, columns: usize) -> GridSight {
    let sight = use_state_eq(|| Sight { left: 0.0, top: 0.0, width: 1400.0, height: 1000.0 });
    let seen = *sight;
    let on_scroll = use_callback((), move |e: Event, ()| {
        if let Some(seen) = event::sight(&e) {
            let step = |px: f64| (px / STEP_PX).floor() * STEP_PX;
            sight.set(Sight { left: step(seen.left), top: step(seen.top), ..seen });
        }
    });
    let range = |from: f64, length: f64, px: f64, count: usize| {
        let first = (((from - MARGIN_PX) / px).floor().max(0.0) as usize).min(count);
        let last = (((from + length + MARGIN_PX) / px).ceil() as usize).clamp(first, count);
        first..last
    };
    GridSight {
        rows: range(seen.top, seen.height, ROW_PX, rows),
        columns: range(seen.left, seen.width, COLUMN_PX, columns),
        on_scroll,
    }
}
