//! What the drawings of the scheme screen share: bars of a histogram, and values as a hand points at them.

use yew::prelude::*;

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
