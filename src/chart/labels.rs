//! Labels beside each other without overlap: a column of them pushed apart, and a free place beside a point.

use super::scene::{Area, Place};

/// Where labels of these heights stand in a column from `top` to `bottom`: each as near to its wanted middle as the
/// others let it, in the order of the wanted middles. Where not all fit, they overlap evenly.
///
/// Neighbours that would overlap are joined to a group that is moved as one (pool adjacent violators).
pub fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    struct Group {
        members: Vec<usize>,
        height: f64,
        /// The sum over members of where the group's upper end would suit them.
        start_sum: f64,
    }
    impl Group {
        fn start(&self, top: f64, bottom: f64) -> f64 {
            let ideal = self.start_sum / self.members.len() as f64;
            ideal.min(bottom - self.height).max(top)
        }
    }
    let mut order: Vec<usize> = (0..wanted.len().min(heights.len())).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let total: f64 = heights.iter().sum();
    let squeeze = if total > bottom - top { ((bottom - top) / total).max(0.0) } else { 1.0 };
    let mut groups: Vec<Group> = Vec::new();
    for nth in order {
        let height = heights[nth] * squeeze;
        let mut group = Group { members: vec![nth], height, start_sum: wanted[nth] - height / 2.0 };
        while let Some(above) =
            groups.pop_if(|above| above.start(top, bottom) + above.height > group.start(top, bottom))
        {
            let shifted = group.start_sum - above.height * group.members.len() as f64;
            group = Group {
                members: above.members.into_iter().chain(group.members).collect(),
                height: above.height + group.height,
                start_sum: above.start_sum + shifted,
            };
        }
        groups.push(group);
    }
    let mut middles = vec![0.0; wanted.len()];
    for group in groups {
        let mut at = group.start(top, bottom);
        for nth in group.members {
            let height = heights[nth] * squeeze;
            middles[nth] = at + height / 2.0;
            at += height;
        }
    }
    middles
}

/// What is taken on a drawing, so that labels find free places.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    areas: Vec<Area>,
    lines: Vec<(Place, Place)>,
}

impl Taken {
    /// Marks an area as taken.
    pub fn area(&mut self, area: Area) {
        self.areas.push(area);
    }

    /// Marks a line as taken.
    pub fn line(&mut self, from: Place, to: Place) {
        self.lines.push((from, to));
    }

    /// Nothing is there.
    pub fn free(&self, area: &Area) -> bool {
        !self.areas.iter().any(|taken| taken.meets(area)) && !self.crossed(area)
    }

    /// A line runs through it.
    fn crossed(&self, area: &Area) -> bool {
        self.lines.iter().any(|(from, to)| crosses(*from, *to, area))
    }

    /// A free place for a label of this size beside a point, inside `within`: right of it, left, above, below, then
    /// farther off. The label's area, which is then taken; `None` where all is taken.
    pub fn beside(&mut self, point: Place, gap: f64, size: (f64, f64), within: &Area) -> Option<Area> {
        let (width, height) = size;
        let (x, y) = point;
        let at = |dx: f64, dy: f64| Area { x: x + dx, y: y + dy - height / 2.0, width, height };
        let middle = -width / 2.0;
        let up = -(gap + height / 2.0);
        let places = [
            at(gap, 0.0),
            at(gap * 0.6, up),
            at(gap * 0.6, -up),
            at(middle, up),
            at(middle, -up),
            at(-gap - width, 0.0),
            at(-gap * 0.6 - width, up),
            at(-gap * 0.6 - width, -up),
            at(middle, up * 1.8),
            at(middle, -up * 1.8),
        ];
        self.first_free(places, within)
    }

    /// A free place for a label of this size above a point, or else below it; see [`Taken::beside`].
    pub fn above(&mut self, point: Place, gap: f64, size: (f64, f64), within: &Area) -> Option<Area> {
        let (width, height) = size;
        let at = |dy: f64| Area { x: point.0 - width / 2.0, y: point.1 + dy - height / 2.0, width, height };
        let up = -(gap + height / 2.0);
        self.first_free([at(up), at(-up), at(1.5 * up), at(-1.5 * up)], within)
    }

    fn first_free(&mut self, places: impl IntoIterator<Item = Area>, within: &Area) -> Option<Area> {
        let inside = |area: &Area| {
            area.x >= within.x
                && area.right() <= within.right()
                && area.y >= within.y
                && area.bottom() <= within.bottom()
        };
        let found = places.into_iter().find(|area| inside(area) && self.free(area))?;
        self.area(found);
        Some(found)
    }
}

/// A line from one place to another runs through an area (Liang–Barsky clipping).
fn crosses(from: Place, to: Place, area: &Area) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.0 - area.x),
        (dx, area.right() - from.0),
        (-dy, from.1 - area.y),
        (dy, area.bottom() - from.1),
    ];
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter < leave
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_do_not_touch_stay_where_they_are() {
        assert_eq!(spread(&[10.0, 50.0, 90.0], &[10.0; 3], 0.0, 100.0), [10.0, 50.0, 90.0]);
    }

    /// Two labels of height 10 both wanting 50 stand at 45 and 55, a third one wanting 52 joins: 42, 52, 62 shifted
    /// to the mean of their wishes: starts wanted 45, 45 − 10, 47 − 20 → (45 + 35 + 27) / 3 = 35.67.
    #[test]
    fn labels_that_touch_are_pushed_apart_evenly() {
        assert_eq!(spread(&[50.0, 50.0], &[10.0; 2], 0.0, 100.0), [45.0, 55.0]);
        let three = spread(&[50.0, 50.0, 52.0], &[10.0; 3], 0.0, 100.0);
        assert!((three[0] - 40.666_667).abs() < 1e-5 && (three[2] - three[0] - 20.0).abs() < 1e-9);
    }

    #[test]
    fn labels_stay_inside_and_in_order() {
        let wanted = [99.0, 98.0, 97.0, 1.0];
        let at = spread(&wanted, &[20.0; 4], 0.0, 100.0);
        assert!(at.iter().all(|y| (10.0..=90.0).contains(y)), "{at:?}");
        assert!(at[0] > at[1] && at[1] > at[2] && at[2] > at[3], "{at:?}");
    }

    #[test]
    fn too_many_labels_share_the_room() {
        let at = spread(&[50.0; 30], &[10.0; 30], 0.0, 100.0);
        assert!(at.iter().all(|y| (0.0..=100.0).contains(y)));
        assert!(spread(&[], &[], 0.0, 100.0).is_empty());
    }

    #[test]
    fn a_label_goes_where_nothing_is() {
        let within = Area { x: 0.0, y: 0.0, width: 200.0, height: 100.0 };
        let mut taken = Taken::default();
        let first = taken.beside((50.0, 50.0), 8.0, (60.0, 14.0), &within).unwrap();
        assert_eq!(first, Area { x: 58.0, y: 43.0, width: 60.0, height: 14.0 });
        let second = taken.beside((50.0, 50.0), 8.0, (60.0, 14.0), &within).unwrap();
        assert!(!second.meets(&first));
        taken.line((0.0, 0.0), (200.0, 100.0));
        assert!(!taken.free(&Area { x: 90.0, y: 40.0, width: 20.0, height: 20.0 }));
        assert!(taken.free(&Area { x: 150.0, y: 5.0, width: 20.0, height: 20.0 }));
    }

    #[test]
    fn a_label_that_fits_nowhere_is_left_out() {
        let within = Area { x: 0.0, y: 0.0, width: 50.0, height: 10.0 };
        assert_eq!(Taken::default().beside((25.0, 5.0), 8.0, (60.0, 14.0), &within), None);
    }
}
