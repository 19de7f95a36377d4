//! Weights that hold their sum: where one moves, its unlocked siblings give or take so much that each changes least.

use std::collections::BTreeSet;

use super::points::{criterion_mut, siblings_mut};
use crate::domain::{Criterion, CriterionId, Scheme};

/// The scheme with other points for one criterion and the sum of its siblings held: the unlocked ones give or take
/// what it takes or gives. It goes no further than they can; where all others are locked it stays.
pub fn with_points_held(
    scheme: &Scheme,
    id: &CriterionId,
    points: f64,
    locked: &BTreeSet<CriterionId>,
) -> Option<Scheme> {
    if !points.is_finite() || points < 0.0 {
        return None;
    }
    let mut scheme = scheme.clone();
    let siblings = siblings_mut(&mut scheme.criteria, id)?;
    let counted: Vec<&mut Criterion> = siblings.iter_mut().filter(|c| c.role.is_counted()).collect();
    let Some(at) = counted.iter().position(|c| &c.id == id) else {
        // A bonus, or what is only reported, is no part of the sum.
        criterion_mut(&mut scheme.criteria, id)?.points = points;
        return Some(scheme);
    };
    let weights: Vec<f64> = counted.iter().map(|c| c.points).collect();
    let held: Vec<bool> = counted.iter().map(|c| locked.contains(&c.id)).collect();
    for (criterion, points) in counted.into_iter().zip(spread(&weights, &held, at, points)) {
        criterion.points = points;
    }
    Some(scheme)
}

/// The scheme where the border between two neighbours moves: the left one has other points, the right one the rest
/// of both. `None` where either is locked.
pub fn with_border(
    scheme: &Scheme,
    (left, right): (&CriterionId, &CriterionId),
    points: f64,
    locked: &BTreeSet<CriterionId>,
) -> Option<Scheme> {
    if !points.is_finite() || locked.contains(left) || locked.contains(right) {
        return None;
    }
    let mut scheme = scheme.clone();
    let of = |scheme: &Scheme, id| super::criterion(&scheme.criteria, id).map(|c| c.points);
    let both = of(&scheme, left)? + of(&scheme, right)?;
    let points = points.clamp(0.0, both);
    criterion_mut(&mut scheme.criteria, left)?.points = points;
    criterion_mut(&mut scheme.criteria, right)?.points = both - points;
    Some(scheme)
}

/// The weights with the one at `at` set to `to` and their sum held: of all ways to do so without a weight below 0 and
/// without touching the locked ones, the one with the least sum of squared changes. That is w' = max(0, w − λ) for
/// the unlocked others, λ such that the sum holds.
fn spread(weights: &[f64], locked: &[bool], at: usize, to: f64) -> Vec<f64> {
    let mut spread = weights.to_vec();
    let free: Vec<usize> = (0..weights.len()).filter(|nth| *nth != at && !locked[*nth]).collect();
    if free.is_empty() || locked[at] {
        return spread;
    }
    let room = weights[at] + free.iter().map(|nth| weights[*nth]).sum::<f64>();
    spread[at] = to.min(room);
    let wanted = room - spread[at];
    let mut giving = free.clone();
    loop {
        let sum: f64 = giving.iter().map(|nth| weights[*nth]).sum();
        let each = (sum - wanted) / giving.len().max(1) as f64;
        let (kept, emptied): (Vec<usize>, Vec<usize>) = giving.iter().partition(|nth| weights[**nth] > each);
        if emptied.is_empty() || kept.is_empty() {
            giving.iter().for_each(|nth| spread[*nth] = (weights[*nth] - each).max(0.0));
            return spread;
        }
        emptied.iter().for_each(|nth| spread[*nth] = 0.0);
        giving = kept;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        let near = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12);
        assert!(near, "{found:?} is not {expected:?}");
    }

    /// 20 more is 6⅔ less for each of three others: 30 − 6⅔, 20 − 6⅔, 20 − 6⅔.
    #[test]
    fn the_unlocked_change_least() {
        let none = [false; 4];
        close(
            &spread(&[30.0, 30.0, 20.0, 20.0], &none, 0, 50.0),
            &[50.0, 70.0 / 3.0, 40.0 / 3.0, 40.0 / 3.0],
        );
        let first = [true, false, false, false];
        // 28 more than 30, from 20 and 10: 14 from each would leave −4, so the 10 gives all, the 20 gives 18.
        close(&spread(&[40.0, 30.0, 20.0, 10.0], &first, 1, 58.0), &[40.0, 58.0, 2.0, 0.0]);
        // More than there is: it goes as far as it can.
        close(&spread(&[40.0, 30.0, 20.0, 10.0], &first, 1, 75.0), &[40.0, 60.0, 0.0, 0.0]);
        // Less for one is more for the others, the same for each.
        close(&spread(&[30.0, 30.0, 20.0, 20.0], &none, 0, 0.0), &[0.0, 40.0, 30.0, 30.0]);
        // A locked one does not move; nor does one whose siblings are all locked.
        close(&spread(&[40.0, 60.0], &[true, false], 0, 50.0), &[40.0, 60.0]);
        close(&spread(&[40.0, 60.0], &[true, false], 1, 50.0), &[40.0, 60.0]);
    }

    proptest! {
        #[test]
        fn the_sum_holds_the_locked_stay_and_none_is_negative(
            siblings in prop::collection::vec((0.0..100.0f64, any::<bool>()), 1..12),
            at in any::<prop::sample::Index>(),
            to in 0.0..300.0f64,
        ) {
            let (weights, locked): (Vec<f64>, Vec<bool>) = siblings.into_iter().unzip();
            let at = at.index(weights.len());
            let after = spread(&weights, &locked, at, to);
            let sum = |of: &[f64]| of.iter().sum::<f64>();
            prop_assert!((sum(&after) - sum(&weights)).abs() < 1e-9);
            prop_assert!(after.iter().all(|weight| *weight >= 0.0));
            for nth in (0..weights.len()).filter(|nth| locked[*nth]) {
                prop_assert_eq!(after[nth], weights[nth]);
            }
            // Any other way that holds the sum changes more: shift a little between two of the unlocked others.
            let free: Vec<usize> = (0..weights.len()).filter(|nth| *nth != at && !locked[*nth]).collect();
            let sqr = |x: f64| x * x;
            let change = |of: &[f64]| free.iter().map(|nth| sqr(of[*nth] - weights[*nth])).sum::<f64>();
            for (from, into) in free.iter().flat_map(|a| free.iter().map(move |b| (*a, *b))) {
                let mut other = after.clone();
                let bit = other[from].min(0.01);
                other[from] -= bit;
                other[into] += bit;
                prop_assert!(change(&other) >= change(&after) - 1e-9);
            }
        }
    }
}
