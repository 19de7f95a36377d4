//! In which row each unit stands on either side: ranked ones by place, then those not rated, vetoed ones last.

use super::{At, Panel};
use crate::chart::evaluated::Stand;

/// A side's rows: for each line of the panel its row, `None` where it is not in this evaluation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The row of each line.
    pub of: Vec<Option<usize>>,
    /// How many rows are ranked; the others stand below, after a gap.
    pub ranked: usize,
    /// How many there are.
    pub count: usize,
}

/// The rows of both sides. Units that share a place stand as they do on the other side, so that their lines do not
/// cross.
pub fn rows(panel: &Panel) -> (Rows, Rows) {
    let before: Vec<&At> = panel.lines.iter().map(|line| &line.before).collect();
    let after: Vec<&At> = panel.lines.iter().map(|line| &line.after).collect();
    let right = side(&after, &vec![None; after.len()]);
    let left = side(&before, &right.of);
    let right = side(&after, &left.of);
    (left, right)
}

fn side(all: &[&At], other: &[Option<usize>]) -> Rows {
    let key = |nth: usize| {
        let stand = all.get(nth).map(|at| &at.stand);
        let kind = match stand {
            Some(Stand::Ranked(_)) => 0,
            Some(Stand::NotRated) => 1,
            Some(Stand::Vetoed(_)) => 2,
            Some(Stand::Absent) | None => 3,
        };
        (kind, stand.and_then(Stand::place).unwrap_or(0.0))
    };
    let mut order: Vec<usize> = (0..all.len()).filter(|nth| key(*nth).0 < 3).collect();
    let elsewhere = |nth: usize| other.get(nth).copied().flatten().unwrap_or(usize::MAX);
    order.sort_by(|&a, &b| {
        let ((kind_a, place_a), (kind_b, place_b)) = (key(a), key(b));
        kind_a
            .cmp(&kind_b)
            .then(place_a.total_cmp(&place_b))
            .then(elsewhere(a).cmp(&elsewhere(b)))
            .then(a.cmp(&b))
    });
    let mut of = vec![None; all.len()];
    for (row, nth) in order.iter().enumerate() {
        if let Some(slot) = of.get_mut(*nth) {
            *slot = Some(row);
        }
    }
    Rows { of, ranked: order.iter().filter(|nth| key(**nth).0 == 0).count(), count: order.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chart::slope::{Line, samples},
        domain::Text,
    };

    fn panel(stands: &[(Stand, Stand)]) -> Panel {
        let lines: Vec<Line> = stands
            .iter()
            .enumerate()
            .map(|(nth, (before, after))| samples::line(nth, "甲", before.clone(), after.clone()))
            .collect();
        Panel { lines, ..Panel::default() }
    }

    /// Left: the second shares place 1 with the first, and is below it on the right: they stand 0 and 1 on both sides.
    /// The third is vetoed on the right and stands last there; the fourth is absent on the left.
    #[test]
    fn rows_follow_places_and_vetoed_ones_stand_last() {
        use Stand::{Absent, NotRated, Ranked, Vetoed};
        let vetoed = || Vetoed(Text::default());
        let panel = panel(&[
            (Ranked(1.0), Ranked(2.0)),
            (Ranked(1.0), Ranked(1.0)),
            (Ranked(3.0), vetoed()),
            (Absent, NotRated),
        ]);
        let (left, right) = rows(&panel);
        assert_eq!(left.of, [Some(1), Some(0), Some(2), None]);
        assert_eq!(right.of, [Some(1), Some(0), Some(3), Some(2)]);
        assert_eq!((left.ranked, left.count), (3, 3));
        assert_eq!((right.ranked, right.count), (2, 4));
    }
}
