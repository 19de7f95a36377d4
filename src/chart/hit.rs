//! What answers to mouse and keys: the marks of a drawing, which one lies under a place, and which one is next to
//! another. The only hit-testing there is.

use super::scene::{Area, Place};
use crate::domain::{CriterionId, UnitId, Year};

/// A mark of a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Where it is; a point is a small square around its middle.
    pub area: Area,
    /// What it is: "山东省 2022".
    pub label: String,
    /// Its value, as written.
    pub value: String,
    /// What must be known of it: a veto, another count, why it is missing. May be empty.
    pub note: String,
    /// Where the value stands. May be empty.
    pub source: String,
    /// The unit that it shows.
    pub unit: Option<UnitId>,
    /// The criterion that it shows.
    pub criterion: Option<CriterionId>,
    /// The year that it shows.
    pub year: Option<Year>,
    /// Where the arrow keys find it: which row ...
    pub row: u32,
    /// ... and which place in the row.
    pub column: i32,
}

impl Mark {
    /// Its middle.
    pub fn middle(&self) -> Place {
        (self.area.x + self.area.width / 2.0, self.area.y + self.area.height / 2.0)
    }
}

/// The mark around a point.
pub fn around((x, y): Place, radius: f64) -> Area {
    Area { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius }
}

/// The mark under a place: of those that hold it, the one whose middle is nearest; else the nearest whose edge is
/// within `reach`.
pub fn under(marks: &[Mark], at: Place, reach: f64) -> Option<usize> {
    let distance = |mark: &Mark| {
        let (x, y) = mark.middle();
        libm::hypot(x - at.0, y - at.1)
    };
    let nearest = |reach: f64| {
        let near = marks.iter().enumerate().filter(|(_, mark)| mark.area.grown(reach).holds(at));
        near.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1))).map(|(nth, _)| nth)
    };
    nearest(0.0).or_else(|| nearest(reach))
}

/// A way to go from a mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The one before it in its row.
    Left,
    /// The one behind it in its row.
    Right,
    /// The row above, at the nearest place.
    Up,
    /// The row below, at the nearest place.
    Down,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// The mark that a step leads to; the same one at the edge, the first one from nowhere.
pub fn step(marks: &[Mark], from: Option<usize>, step: Step) -> Option<usize> {
    let order = |nth: &usize| (marks[*nth].row, marks[*nth].column);
    let all = || 0..marks.len();
    let Some((nth, mark)) = from.and_then(|nth| Some((nth, marks.get(nth)?))) else {
        return if step == Step::Last { all().max_by_key(order) } else { all().min_by_key(order) };
    };
    let same_row = || all().filter(|other| marks[*other].row == mark.row);
    let found = match step {
        Step::First => all().min_by_key(order),
        Step::Last => all().max_by_key(order),
        Step::Left => same_row().filter(|other| marks[*other].column < mark.column).max_by_key(order),
        Step::Right => same_row().filter(|other| marks[*other].column > mark.column).min_by_key(order),
        Step::Up => all()
            .filter(|other| marks[*other].row < mark.row)
            .min_by_key(|other| (mark.row - marks[*other].row, marks[*other].column.abs_diff(mark.column))),
        Step::Down => all()
            .filter(|other| marks[*other].row > mark.row)
            .min_by_key(|other| (marks[*other].row - mark.row, marks[*other].column.abs_diff(mark.column))),
    };
    found.or(Some(nth))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: f64, y: f64, row: u32, column: i32) -> Mark {
        Mark { area: around((x, y), 4.0), row, column, ..Mark::default() }
    }

    #[test]
    fn the_nearest_mark_in_reach_is_under_a_place() {
        let marks = [point(10.0, 10.0, 0, 0), point(16.0, 10.0, 0, 1)];
        assert_eq!(under(&marks, (12.0, 10.0), 6.0), Some(0));
        assert_eq!(under(&marks, (14.0, 11.0), 6.0), Some(1));
        assert_eq!(under(&marks, (10.0, 19.0), 6.0), Some(0));
        assert_eq!(under(&marks, (60.0, 60.0), 6.0), None);
    }

    #[test]
    fn a_mark_that_holds_the_place_wins_over_a_nearer_one_that_does_not() {
        let bar = Mark { area: Area { x: 0.0, y: 0.0, width: 200.0, height: 20.0 }, ..Mark::default() };
        let beside = point(8.0, 28.0, 1, 0);
        assert_eq!(under(&[bar, beside], (8.0, 18.0), 6.0), Some(0));
    }

    #[test]
    fn arrow_keys_walk_rows_and_stop_at_edges() {
        // Row 0: years 0, 1, 2; row 1: years 1, 2.
        let marks = [
            point(0.0, 0.0, 0, 0),
            point(10.0, 0.0, 0, 1),
            point(20.0, 0.0, 0, 2),
            point(10.0, 9.0, 1, 1),
            point(20.0, 9.0, 1, 2),
        ];
        assert_eq!(step(&marks, None, Step::Right), Some(0));
        assert_eq!(step(&marks, Some(0), Step::Right), Some(1));
        assert_eq!(step(&marks, Some(0), Step::Left), Some(0));
        assert_eq!(step(&marks, Some(0), Step::Down), Some(3));
        assert_eq!(step(&marks, Some(4), Step::Up), Some(2));
        assert_eq!(step(&marks, Some(4), Step::Down), Some(4));
        assert_eq!(step(&marks, Some(2), Step::First), Some(0));
        assert_eq!(step(&marks, None, Step::Last), Some(4));
        assert_eq!(step(&[], None, Step::Right), None);
        assert_eq!(step(&marks, Some(99), Step::Right), Some(0));
    }
}
