//! What the drawings of the scheme screen share: bars of a histogram, points that a hand pulls, and values as it points at
//! them.

use web_sys::Element;
use yew::prelude::*;

use crate::{
    app::Action,
    browser::{canvas, event},
    ui::context::use_ctx,
};

/// How many bars stand side by side.
pub const BARS: usize = 24;

/// Where bars stand in a drawing, in its units.
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The width of all bars.
    pub width: f64,
    /// The line they stand on.
    pub foot: f64,
    /// The height of the tallest.
    pub height: f64,
}

/// In which bar of a range a value is.
pub fn bar_of(value: f64, (least, most): (f64, f64)) -> usize {
    (((value - least) / (most - least) * BARS as f64) as usize).min(BARS - 1)
}

/// How many values are about where in a range.
pub fn bars(values: impl Iterator<Item = f64>, range: (f64, f64), area: &Area) -> Html {
    let mut counts = [0_usize; BARS];
    for value in values {
        if let Some(count) = counts.get_mut(bar_of(value, range)) {
            *count += 1;
        }
    }
    let largest = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let width = area.width / BARS as f64;
    let bar = |(nth, count): (usize, &usize)| {
        let height = area.height * *count as f64 / largest;
        html! {
            <rect x={format!("{:.1}", area.left + nth as f64 * width + 1.0)} y={format!("{:.1}", area.foot - height)}
                width={format!("{:.1}", width - 2.0)} height={format!("{height:.1}")} />
        }
    };
    html! { <g class="curve-histogram" aria-hidden="true">{ for counts.iter().enumerate().filter(|(_, n)| **n > 0).map(bar) }</g> }
}

/// A value that a hand points at, as a person would write it: to a five-hundredth of what is across, at round places.
pub fn rounded(x: f64, width: f64) -> f64 {
    if width <= 0.0 {
        return x;
    }
    let place = libm::pow(10.0, libm::floor(libm::log10(width / 200.0)));
    let step = if width / 200.0 / place > 5.0 {
        10.0 * place
    } else if width / 200.0 / place > 2.0 {
        5.0 * place
    } else {
        2.0 * place
    };
    let inverse = 1.0 / step;
    if inverse > 1.0 { (x * inverse).round() / inverse } else { (x / step).round() * step }
}

/// What a hand does to a point of a drawing: takes it, pulls it, lets it go.
pub struct Pull {
    /// For `pointerdown`.
    pub on_down: Callback<PointerEvent>,
    /// For `pointermove`.
    pub on_move: Callback<PointerEvent>,
    /// For `pointerup` and `pointercancel`.
    pub on_up: Callback<PointerEvent>,
}

/// A point that a hand pulls. `go` is called with what `now` was when the hand took it, and how far right and down it has
/// come since, in units of a drawing that is `width` of them wide; `on_hold` is told when it is taken and let go.
#[hook]
pub fn use_pull<T: Copy + 'static>(
    drawing: &NodeRef,
    width: f64,
    now: T,
    on_hold: &Callback<bool>,
    go: impl Fn(T, (f64, f64)) + 'static,
) -> Pull {
    let dispatch = use_ctx().dispatch;
    let held = use_mut_ref(|| None::<((f64, f64), T)>);
    let at = |e: &PointerEvent| (f64::from(e.client_x()), f64::from(e.client_y()));
    let on_down = {
        let (held, on_hold) = (held.clone(), on_hold.clone());
        Callback::from(move |e: PointerEvent| {
            if event::hold_pointer(&e) {
                *held.borrow_mut() = Some((at(&e), now));
                on_hold.emit(true);
            }
        })
    };
    let on_move = {
        let (held, drawing) = (held.clone(), drawing.clone());
        Callback::from(move |e: PointerEvent| {
            let Some(((from_x, from_y), taken)) = *held.borrow() else { return };
            let room = drawing.cast::<Element>().map_or(0.0, |drawing| canvas::room(&drawing).width);
            if room > 0.0 {
                let (x, y) = at(&e);
                go(taken, ((x - from_x) * width / room, (y - from_y) * width / room));
            }
        })
    };
    let on_up = {
        let on_hold = on_hold.clone();
        Callback::from(move |_: PointerEvent| {
            if held.borrow_mut().take().is_some() {
                on_hold.emit(false);
                dispatch.emit(Action::Settle);
            }
        })
    };
    Pull { on_down, on_move, on_up }
}
