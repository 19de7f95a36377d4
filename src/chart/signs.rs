//! The signs of points: a shape for each line, so that colour is not alone, and the ring of a veto.

use super::{
    palette::Colour,
    scene::{Place, Scene, Stroke},
    style::Style,
};

/// A filled point of the n-th line with a thin rim in the colour of the ground: disc, square, diamond, triangle, and
/// again.
pub fn point(scene: &mut Scene, at: Place, radius: f64, nth: usize, colour: Colour, ground: Colour) {
    let rim = radius + 1.0;
    match nth % 4 {
        0 => {
            scene.disc(at, rim, ground, None);
            scene.disc(at, radius, colour, None);
        }
        kind => {
            scene.polygon(outline(at, rim + 0.5, kind), ground);
            scene.polygon(outline(at, radius, kind), colour);
        }
    }
}

/// The corners of a square (1), a diamond (2) or a triangle (3) of about the area of a disc of this radius.
fn outline((x, y): Place, radius: f64, kind: usize) -> Vec<Place> {
    let (side, tip) = (0.88 * radius, 1.25 * radius);
    match kind {
        1 => vec![(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)],
        2 => vec![(x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y)],
        _ => {
            vec![(x, y - tip), (x + 1.15 * radius, y + 0.75 * radius), (x - 1.15 * radius, y + 0.75 * radius)]
        }
    }
}

/// A barred ring: vetoed.
pub fn veto(scene: &mut Scene, at: Place, radius: f64, style: Style) {
    let palette = style.palette();
    let width = style.times(1.5);
    scene.disc(at, radius, palette.ground, Some((width, palette.veto)));
    let reach = 0.6 * radius;
    let (from, to) = ((at.0 - reach, at.1 - reach), (at.0 + reach, at.1 + reach));
    scene.line(from, to, Stroke::solid(palette.veto, width));
}
