//! Where the tour's ring and card stand in the window: the card never covers the ring where there is room for both.

use crate::browser::spotlight::Spot;

/// How far the card keeps off the ring and the window's edges.
const GAP: f64 = 12.0;

/// A ring so far off a spot, within the window.
pub fn around(spot: Spot, off: f64, (width, height): (f64, f64)) -> Spot {
    let (x, y) = ((spot.x - off).max(2.0), (spot.y - off).max(2.0));
    let (right, bottom) =
        ((spot.x + spot.width + off).min(width - 2.0), (spot.y + spot.height + off).min(height - 2.0));
    Spot { x, y, width: (right - x).max(0.0), height: (bottom - y).max(0.0) }
}

/// The upper left corner of a card beside a ring: below it, to its right, to its left or above it, the first that has
/// room; else in the corner of the window where it covers least. In the middle where there is no ring.
pub fn beside(
    ring: Option<Spot>,
    (width, height): (f64, f64),
    (window_width, window_height): (f64, f64),
) -> (f64, f64) {
    let (most_x, most_y) = (window_width - width - GAP, window_height - height - GAP);
    let within = |(x, y): (f64, f64)| (x.min(most_x).max(GAP), y.min(most_y).max(GAP));
    let Some(ring) = ring else { return within((most_x / 2.0, most_y / 2.0)) };
    let (right, bottom) = (ring.x + ring.width, ring.y + ring.height);
    let sides = [
        (ring.x, bottom + GAP),
        (right + GAP, ring.y),
        (ring.x - GAP - width, ring.y),
        (ring.x, ring.y - GAP - height),
    ];
    let corners = [(most_x, most_y), (GAP, most_y), (most_x, GAP), (GAP, GAP)];
    let covered = |(x, y): (f64, f64)| {
        let across = (right.min(x + width) - ring.x.max(x)).max(0.0);
        across * (bottom.min(y + height) - ring.y.max(y)).max(0.0)
    };
    let places = sides.into_iter().chain(corners).map(within);
    // The first of those that cover least.
    places
        .reduce(|best, place| if covered(place) < covered(best) { place } else { best })
        .unwrap_or((GAP, GAP))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_card_stands_below_a_small_ring_and_beside_a_tall_one() {
        let small = Spot { x: 100.0, y: 50.0, width: 80.0, height: 30.0 };
        assert_eq!(beside(Some(small), (340.0, 180.0), (1366.0, 768.0)), (100.0, 92.0));
        let tall = Spot { x: 90.0, y: 60.0, width: 300.0, height: 700.0 };
        assert_eq!(beside(Some(tall), (340.0, 180.0), (1366.0, 768.0)), (402.0, 60.0));
        assert_eq!(beside(None, (340.0, 180.0), (1366.0, 768.0)), (507.0, 288.0));
    }

    proptest! {
        #[test]
        fn a_ring_that_leaves_room_is_never_covered(x in 0.0..1300.0f64, y in 0.0..700.0f64, width in 5.0..400.0f64, height in 5.0..250.0f64) {
            let window = (1366.0, 768.0);
            let ring = around(Spot { x, y, width, height }, 6.0, window);
            let card = beside(Some(ring), (340.0, 200.0), window);
            prop_assert!(card.0 >= GAP && card.1 >= GAP && card.0 + 340.0 <= 1366.0 && card.1 + 200.0 <= 768.0);
            let apart = card.0 >= ring.x + ring.width || card.0 + 340.0 <= ring.x
                || card.1 >= ring.y + ring.height || card.1 + 200.0 <= ring.y;
            prop_assert!(apart, "{ring:?} {card:?}");
        }
    }
}
