//! Ranges with round ticks, and from a value to a place. Whatever the values are, a range is finite and not empty.

/// A range of values whose ends are round, with the distance between its ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    low: f64,
    high: f64,
    step: f64,
}

/// Values beyond this are taken as this: differences stay finite.
const MOST: f64 = 1e300;

impl Range {
    /// The range that holds all values, with about `ticks` ticks at 1, 2, 2.5 or 5 × 10ⁿ. It begins at zero where
    /// zero is near: where the least of values on one side of it is under two fifths of the largest. `None` where
    /// there is no finite value.
    pub fn of(values: impl IntoIterator<Item = f64>, ticks: usize) -> Option<Self> {
        let (mut low, mut high) = ends(values)?;
        if low > 0.0 && low < 0.4 * high {
            low = 0.0;
        }
        if high < 0.0 && high > 0.4 * low {
            high = 0.0;
        }
        Some(Self::between(low, high, ticks))
    }

    fn between(low: f64, high: f64, ticks: usize) -> Self {
        let (low, high) = (low.clamp(-MOST, MOST), high.clamp(-MOST, MOST));
        // Too near to each other for ticks that differ: room on both sides.
        let least = low.abs().max(high.abs()) * 1e-9;
        let (low, high) = if high - low > least { (low, high) } else { opened(low, high) };
        let step = round_step((high - low) / ticks.max(1) as f64);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    /// Its lower end.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// Its upper end.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// The round values in it, ascending; at most a thousand.
    pub fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil();
        let count = ((self.high / self.step + 1e-9).floor() - first).clamp(0.0, 999.0) as usize;
        // `+ 0.0` turns −0 into 0.
        (0..=count).map(|nth| (first + nth as f64) * self.step + 0.0).collect()
    }

    /// How many decimals a tick needs.
    pub fn decimals(&self) -> usize {
        decimals_of(self.step)
    }

    /// Where a value stands between two places; values outside stand on the nearer end.
    pub fn place(&self, value: f64, at_low: f64, at_high: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        at_low + share * (at_high - at_low)
    }
}

fn ends(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|value| value.is_finite()).fold(None, |ends, value| match ends {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}

/// A range around equal values: a tenth of them on both sides, 0..=1 around zero.
fn opened(low: f64, high: f64) -> (f64, f64) {
    let room = low.abs().max(high.abs()) / 10.0;
    if room == 0.0 { (0.0, 1.0) } else { (low - room, high + room) }
}

/// The least of 1, 2, 2.5, 5, 10 × 10ⁿ that is not below a distance.
fn round_step(distance: f64) -> f64 {
    if !distance.is_finite() || distance <= 1e-300 {
        return 1.0;
    }
    let unit = libm::pow(10.0, libm::floor(libm::log10(distance)));
    let unit = if unit * 10.0 <= distance { unit * 10.0 } else { unit };
    let rounds = [1.0, 2.0, 2.5, 5.0, 10.0];
    unit * rounds.into_iter().find(|round| round * unit >= distance * (1.0 - 1e-9)).unwrap_or(10.0)
}

/// How many decimals (0 to 9) a round number has.
pub fn decimals_of(value: f64) -> usize {
    let mut scaled = value.abs();
    for decimals in 0..9 {
        if (scaled - scaled.round()).abs() <= 1e-6 * scaled.max(1e-3) {
            return decimals;
        }
        scaled *= 10.0;
    }
    9
}

/// The years that get a tick where a year has `room` and a tick wants `wanted`: all, or every second, fifth, tenth ...
pub fn year_ticks(first: u16, last: u16, room: f64, wanted: f64) -> Vec<u16> {
    let step =
        [1, 2, 5, 10, 20, 50].into_iter().find(|step| f64::from(*step) * room >= wanted).unwrap_or(100);
    (first..=last).filter(|year| step == 1 || year % step == 0 || first == last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_values() {
        // 4.1 < 0.4 × 16.4, so from 0; 16.4 / 4 = 4.1 → steps of 5.
        let range = Range::of([16.4, 4.1, 9.72], 4).unwrap();
        assert_eq!(range.ticks(), [0.0, 5.0, 10.0, 15.0, 20.0]);
        // 85 > 0.4 × 92: not from zero; 7 / 4 = 1.75 → steps of 2.
        let range = Range::of([85.0, 92.0], 4).unwrap();
        assert_eq!(range.ticks(), [84.0, 86.0, 88.0, 90.0, 92.0]);
        // 0.1 / 4 → steps of 0.025, three decimals.
        let range = Range::of([0.0, 0.1], 4).unwrap();
        let thousandths: Vec<f64> = range.ticks().iter().map(|tick| (1000.0 * tick).round()).collect();
        assert_eq!(thousandths, [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(range.decimals(), 3);
    }

    #[test]
    fn every_range_is_finite_and_not_empty() {
        let cases: [&[f64]; 10] = [
            &[5.0],
            &[5.0, 5.0, 5.0],
            &[0.0],
            &[-3.0, -3.0],
            &[-5.0, 12.0],
            &[1e12, 1e12 + 1e-3],
            &[1e12, 3.0],
            &[f64::MAX, f64::MIN],
            &[f64::NAN, f64::INFINITY, 2.0],
            &[5e-324, 1e-310],
        ];
        for values in cases {
            let range = Range::of(values.iter().copied(), 5).unwrap();
            assert!(range.low().is_finite() && range.high().is_finite(), "{values:?}");
            assert!(range.low() < range.high(), "{values:?}");
            let ticks = range.ticks();
            assert!((2..=12).contains(&ticks.len()), "{values:?}: {}", ticks.len());
            assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{values:?}: {ticks:?}");
            for value in values.iter().filter(|value| value.is_finite()) {
                assert!((0.0..=100.0).contains(&range.place(*value, 0.0, 100.0)));
            }
        }
        assert_eq!(Range::of([f64::NAN], 5), None);
        assert_eq!(Range::of([], 5), None);
    }

    #[test]
    fn years_are_whole_and_thin_out() {
        assert_eq!(year_ticks(2017, 2021, 60.0, 50.0), [2017, 2018, 2019, 2020, 2021]);
        assert_eq!(year_ticks(2011, 2021, 30.0, 50.0), [2012, 2014, 2016, 2018, 2020]);
        assert_eq!(year_ticks(2019, 2019, 600.0, 50.0), [2019]);
        assert_eq!(year_ticks(1949, 2100, 4.0, 50.0), [1960, 1980, 2000, 2020, 2040, 2060, 2080, 2100]);
    }
}
