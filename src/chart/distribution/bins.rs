//! Scores counted by round intervals in which grades begin, too, where they can.

use super::Distribution;
use crate::chart::scale::Range;

/// At most so many intervals.
const MOST_BINS: f64 = 20.0;

/// Scores from one round number to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// From this on.
    pub from: f64,
    /// To below this; the last one holds its end, too.
    pub to: f64,
    /// The places of its scores.
    pub scores: std::ops::Range<usize>,
    /// So many of them are of vetoed units.
    pub vetoed: usize,
}

impl Distribution {
    /// The values that an axis must hold: all scores, full marks, and where the lowest grade begins.
    pub fn range(&self, ticks: usize) -> Option<Range> {
        let ends = [self.scores.first()?.total, self.scores.last()?.total, self.full_marks];
        Range::of(ends.into_iter().chain(self.bands.last().map(|(_, from)| *from)), ticks)
    }

    /// The intervals from the one of the least score to the one of the most, ascending; none where there is no score.
    ///
    /// Worked example: 61, 64.9, 65, 70 with bands at 60 and 80 → by 1 mark from 61 on, as 10 intervals are not too many.
    pub fn bins(&self) -> Vec<Bin> {
        let (Some(first), Some(last)) = (self.scores.first(), self.scores.last()) else { return Vec::new() };
        let width = self.width(last.total - first.total);
        let start = (first.total / width).floor();
        let count = ((last.total / width).floor() - start).clamp(0.0, 2.0 * MOST_BINS) as usize + 1;
        let mut begin = 0;
        (0..count)
            .map(|nth| {
                let (from, to) = ((start + nth as f64) * width, (start + nth as f64 + 1.0) * width);
                let below = |score: &super::Score| score.total < to || nth + 1 == count;
                let end = begin + self.scores.iter().skip(begin).take_while(|score| below(score)).count();
                let scores = begin..end;
                begin = end;
                let vetoed = self.scores.get(scores.clone()).unwrap_or_default();
                Bin { from, to, scores, vetoed: vetoed.iter().filter(|score| score.vetoed).count() }
            })
            .collect()
    }

    /// The least of 1, 2, 2.5, 5, 10 × 10ⁿ hundredths of full marks that makes few intervals.
    fn width(&self, range: f64) -> f64 {
        let full = if self.full_marks > 0.0 { self.full_marks } else { 100.0 };
        let unit = full.max(range) / 100.0;
        let rounds = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|round| round * unit);
        rounds.clone().find(|width| range / width <= MOST_BINS - 1.0).unwrap_or(10.0 * unit)
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::distribution::samples::of;

    /// 61 to 98 is 37: 1 makes 37 intervals, 2 makes 18.5, which is few enough: 60–62, …, 98–100.
    #[test]
    fn every_score_is_counted_once_between_round_numbers() {
        let distribution = of(&[61.0, 64.9, 65.0, 70.0, 98.0], 7);
        let bins = distribution.bins();
        assert_eq!((bins[0].from, bins[0].to, bins.len()), (60.0, 62.0, 20));
        let counts: Vec<usize> = bins.iter().map(|bin| bin.scores.len()).collect();
        assert_eq!(counts.iter().sum::<usize>(), 5);
        assert_eq!((counts[0], counts[2], counts[5], counts[19]), (1, 2, 1, 1));
    }

    #[test]
    fn equal_scores_stand_in_one_interval() {
        assert_eq!(of(&[50.0; 4], 7).bins().len(), 1);
        assert_eq!(of(&[], 7).bins().len(), 0);
    }
}
