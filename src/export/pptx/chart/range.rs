//! From where to where an axis goes, with ticks at round numbers. Never infinite, never empty.

/// An axis' range and the distance of its ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) step: f64,
}

impl Range {
    /// A range with round ends around these numbers, its ticks at least so far apart that they are printed differently.
    /// `None` where a double cannot hold it.
    pub(super) fn around(least: f64, most: f64, finest: f64) -> Option<Self> {
        let (least, most) = if least <= most { (least, most) } else { (most, least) };
        let (least, most) = if least == most { apart(least) } else { (least, most) };
        let step = round_step(most - least)?.max(finest);
        Self { min: libm::floor(least / step) * step, max: libm::ceil(most / step) * step, step }.checked()
    }

    /// Exactly this range, with a round distance of ticks. `None` where it is empty or not finite.
    pub(super) fn exactly(min: f64, max: f64) -> Option<Self> {
        if min >= max {
            return None;
        }
        Self { min, max, step: round_step(max - min)? }.checked()
    }

    /// The same range with so much more room at its upper end (a share of its length).
    pub(super) fn extended(self, share: f64) -> Self {
        Self { max: self.max + (self.max - self.min) * share, ..self }.checked().unwrap_or(self)
    }

    /// Where a value stands between the range's ends, 0 to 1.
    pub(super) fn share(&self, value: f64) -> f64 {
        ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0)
    }

    fn checked(self) -> Option<Self> {
        let length = self.max - self.min;
        (length.is_finite() && length > 0.0 && self.step.is_finite() && self.step > 0.0).then_some(self)
    }
}

/// Zero and twice the number: two different ones around it.
fn apart(value: f64) -> (f64, f64) {
    if value == 0.0 { (0.0, 1.0) } else { (value.min(0.0) * 2.0, value.max(0.0) * 2.0) }
}

/// 1, 2 or 5 times a power of ten, so that a length has about five steps.
fn round_step(length: f64) -> Option<f64> {
    if !length.is_finite() || length <= 0.0 {
        return None;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(length / 5.0)));
    let times = length / 5.0 / power;
    let round = [1.0, 2.0, 5.0].into_iter().find(|round| times <= *round + 1e-9).unwrap_or(10.0);
    Some(round * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_round() {
        assert_eq!(Range::around(61.0, 93.0, 0.0), Some(Range { min: 60.0, max: 100.0, step: 10.0 }));
        assert_eq!(Range::around(0.0, 8330.0, 0.0), Some(Range { min: 0.0, max: 10_000.0, step: 2000.0 }));
        assert_eq!(Range::around(-3.0, 12.0, 0.0), Some(Range { min: -5.0, max: 15.0, step: 5.0 }));
        assert_eq!(Range::around(1.0, 1.0, 1.0), Some(Range { min: 0.0, max: 2.0, step: 1.0 }));
    }

    #[test]
    fn no_range_is_empty_or_endless() {
        for (least, most) in
            [(5.0, 5.0), (0.0, 0.0), (-2.0, -2.0), (1e12, 1e12), (1e-300, 1e-300), (9.0, 1.0)]
        {
            let range = Range::around(least, most, 0.0).unwrap();
            assert!(range.min < range.max && range.min <= least.min(most) && range.max >= least.max(most));
        }
        assert_eq!(Range::around(-1e308, 1e308, 0.0), None);
        assert_eq!(Range::exactly(3.0, 3.0), None);
        assert_eq!(Range::exactly(0.0, f64::INFINITY), None);
    }
}
