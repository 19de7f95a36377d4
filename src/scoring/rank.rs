//! Rank: totals → places among a group.

use crate::domain::TieMethod;

/// What a unit is ranked by: its total, and what splits ties; larger is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankKey {
    /// The total in marks.
    pub total: f64,
    /// The share of the criterion that splits ties; the same for all where none does.
    pub split: f64,
}

impl RankKey {
    /// A key.
    pub fn new(total: f64, split: f64) -> Self {
        Self { total, split }
    }

    #[inline]
    fn descending(&self) -> (i64, i64) {
        (-billionths(self.total), -billionths(self.split))
    }
}

/// A finite number in whole billionths, halves away from 0: totals that differ only past the ninth decimal are equal,
/// since such a difference is an artefact of binary sums. From a million on, where a number has no billionths to
/// spare, no two numbers are equal.
#[inline]
fn billionths(x: f64) -> i64 {
    const MANY: f64 = 1e6;
    const IN_ONE: f64 = 1e9;
    let size = x.abs();
    let billionths = if size < MANY {
        (size * IN_ONE + 0.5) as i64
    } else {
        (MANY * IN_ONE) as i64 + (size.to_bits() - MANY.to_bits()).cast_signed()
    };
    if x < 0.0 { -billionths } else { billionths }
}

/// A unit on its way to a place; the best ones sort first, equal ones by their ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Runner {
    key: (i64, i64),
    by_id: u32,
    pub unit: u32,
}

impl Runner {
    /// A unit, its key and its place in the order of ids.
    #[inline]
    pub fn new(unit: usize, key: RankKey, by_id: u32) -> Self {
        Self { key: key.descending(), by_id, unit: unit as u32 }
    }
}

/// Sorts the best first, equal ones by id. Many of them into narrow ranges of totals first, each of which is soon
/// sorted: the same order as by comparing, in a fraction of the time.
pub(crate) fn sort(runners: &mut Vec<Runner>) {
    const MANY: usize = 256;
    const MOST_RANGES: usize = 1 << 16;
    let totals = || runners.iter().map(|runner| runner.key.0);
    let (Some(least), Some(most)) = (totals().min(), totals().max()) else { return };
    if runners.len() < MANY {
        return runners.sort_unstable();
    }
    let ranges = runners.len().next_power_of_two().min(MOST_RANGES);
    let above_least = |total: i64| total.wrapping_sub(least).cast_unsigned();
    let bits = u64::BITS - above_least(most).leading_zeros();
    let shift = bits.saturating_sub(ranges.ilog2());
    let range = |runner: &Runner| (above_least(runner.key.0) >> shift) as usize;
    let mut ends = vec![0_u32; ranges];
    runners.iter().for_each(|runner| ends[range(runner)] += 1);
    let mut sum = 0;
    ends.iter_mut().for_each(|end| sum += std::mem::replace(end, sum));
    let mut sorted = runners.clone();
    for runner in runners.iter() {
        let at = &mut ends[range(runner)];
        sorted[*at as usize] = *runner;
        *at += 1;
    }
    let mut from = 0;
    for to in ends {
        sorted[from..to as usize].sort_unstable();
        from = to as usize;
    }
    *runners = sorted;
}

/// Gives each unit of a sorted list its place.
pub(crate) fn give_places(runners: &[Runner], method: TieMethod, mut give: impl FnMut(usize, f64)) {
    let mut before = 0;
    for (nth, tied) in runners.chunk_by(|a, b| a.key == b.key).enumerate() {
        let place = match method {
            TieMethod::Competition => (before + 1) as f64,
            TieMethod::Dense => (nth + 1) as f64,
            TieMethod::Fractional => before as f64 + (tied.len() + 1) as f64 / 2.0,
        };
        tied.iter().for_each(|runner| give(runner.unit as usize, place));
        before += tied.len();
    }
}

/// A sorted list with some units' keys changed: only they are sorted anew.
pub(crate) fn resorted(sorted: Vec<Runner>, changed: impl Fn(usize) -> Option<RankKey>) -> Vec<Runner> {
    let mut moved = Vec::new();
    let mut stay = sorted;
    stay.retain(|runner| {
        let key = changed(runner.unit as usize);
        moved.extend(key.map(|key| Runner { key: key.descending(), ..*runner }));
        key.is_none()
    });
    if moved.is_empty() {
        return stay;
    }
    sort(&mut moved);
    let (mut stay, mut moved) = (stay.into_iter().peekable(), moved.into_iter().peekable());
    std::iter::from_fn(|| match (stay.peek(), moved.peek()) {
        (Some(left), Some(right)) if right < left => moved.next(),
        (Some(_), _) => stay.next(),
        (None, _) => moved.next(),
    })
    .collect()
}

/// The places of the members, in their order; 1 is the best.
///
/// Worked example, totals 88, 85, 85, 80: competition 1-2-2-4, dense 1-2-2-3, fractional 1-2.5-2.5-4.
pub fn places(keys: &[RankKey], method: TieMethod) -> Vec<f64> {
    let mut runners: Vec<Runner> =
        keys.iter().enumerate().map(|(member, key)| Runner::new(member, *key, 0)).collect();
    sort(&mut runners);
    let mut places = vec![0.0; keys.len()];
    give_places(&runners, method, |member, place| places[member] = place);
    places
}

/// Moves members down by so many places; those they pass move up by one. The lowest go first.
pub fn demote(places: &mut [f64], by: &[(usize, u8)]) {
    let last = places.iter().fold(0.0_f64, |last, place| last.max(*place));
    let mut by = by.to_vec();
    by.sort_by(|a, b| places[b.0].total_cmp(&places[a.0]).then(a.0.cmp(&b.0)));
    for (member, down) in by {
        let (before, after) = (places[member], (places[member] + f64::from(down)).min(last));
        for (other, place) in places.iter_mut().enumerate() {
            if other != member && *place > before && *place <= after {
                *place -= 1.0;
            }
        }
        places[member] = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(totals: &[f64]) -> Vec<RankKey> {
        totals.iter().map(|total| RankKey::new(*total, 0.0)).collect()
    }

    #[test]
    fn ties_share_places_in_three_ways() {
        let keys = keys(&[85.0, 88.0, 80.0, 85.0]);
        assert_eq!(places(&keys, TieMethod::Competition), [2.0, 1.0, 4.0, 2.0]);
        assert_eq!(places(&keys, TieMethod::Dense), [2.0, 1.0, 3.0, 2.0]);
        assert_eq!(places(&keys, TieMethod::Fractional), [2.5, 1.0, 4.0, 2.5]);
    }

    #[test]
    fn a_named_criterion_splits_ties() {
        let keys = [RankKey::new(85.0, 0.2), RankKey::new(85.0, 0.9)];
        assert_eq!(places(&keys, TieMethod::Competition), [2.0, 1.0]);
    }

    #[test]
    fn many_sort_digit_by_digit_as_by_comparing() {
        // 5,000 totals between −50 and 150 with many ties, by a small generator; ids run backwards.
        let total = |nth: u64| (nth.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as f64 / 20.48 - 50.0;
        let runner = |nth: u32| Runner::new(nth as usize, RankKey::new(total(nth.into()), 0.0), 5000 - nth);
        let mut runners: Vec<Runner> = (0..5000).map(runner).collect();
        let mut compared = runners.clone();
        compared.sort();
        sort(&mut runners);
        assert!(runners == compared && runners.len() == 5000);
    }

    #[test]
    fn binary_artefacts_are_ties() {
        assert_eq!(places(&keys(&[0.3, 0.1 + 0.2]), TieMethod::Competition), [1.0, 1.0]);
    }

    #[test]
    fn a_demoted_unit_is_passed_by_those_below() {
        let mut places = vec![1.0, 2.0, 3.0, 4.0];
        demote(&mut places, &[(0, 2)]);
        assert_eq!(places, [3.0, 1.0, 2.0, 4.0]);
        demote(&mut places, &[(3, 5)]);
        assert_eq!(places, [3.0, 1.0, 2.0, 4.0]);
    }
}
