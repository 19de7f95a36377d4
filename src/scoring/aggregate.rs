//! Node: the shares of children → the share of their parent, weighted by points.
//!
//! Sums run in the order of the children's ids, so the order in a file never shows in the last bit. Inside a mean
//! IEEE infinities stand for "one weighted share is 0" and are gone when it is finished.

use crate::domain::Aggregate;

/// A mean that is being added up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    /// Nothing added yet.
    pub fn new(kind: Aggregate) -> Self {
        Self { sum: if matches!(kind, Aggregate::Minimum) { f64::INFINITY } else { 0.0 }, weight: 0.0 }
    }

    /// Adds a child: its share in 0..=1, its weight above 0.
    #[inline]
    pub fn add(&mut self, kind: Aggregate, weight: f64, share: f64) {
        self.weight += weight;
        match kind {
            Aggregate::Arithmetic | Aggregate::Sum => self.sum += weight * share,
            Aggregate::Geometric => self.sum += weight * libm::log(share),
            Aggregate::Harmonic => self.sum += weight / share,
            Aggregate::Power { exponent } => self.sum += weight * libm::pow(share, exponent),
            Aggregate::Minimum => self.sum = self.sum.min(share),
        }
    }

    /// The mean; 0 where nothing was added. For [`Aggregate::Sum`] weights are shares of the node's own points, and
    /// what is absent is not rescaled.
    #[inline]
    pub fn finish(self, kind: Aggregate) -> f64 {
        if self.weight <= 0.0 {
            return 0.0;
        }
        let mean = match kind {
            Aggregate::Arithmetic => self.sum / self.weight,
            Aggregate::Sum | Aggregate::Minimum => self.sum,
            Aggregate::Geometric => libm::exp(self.sum / self.weight),
            Aggregate::Harmonic => self.weight / self.sum,
            Aggregate::Power { exponent } => libm::pow(self.sum / self.weight, 1.0 / exponent),
        };
        if mean.is_nan() { 0.0 } else { mean.clamp(0.0, 1.0) }
    }
}

/// The mean of (weight, share) pairs; weights above 0. [`Aggregate::Power`] with exponent 0 is the geometric mean,
/// its limit.
///
/// Worked example, weights 3 and 1, shares 0.8 and 0.4: arithmetic (2.4 + 0.4) ÷ 4 = 0.7, harmonic
/// 4 ÷ (3.75 + 2.5) = 0.64, minimum 0.4.
pub fn aggregate(kind: Aggregate, parts: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    let kind = settled(kind);
    let mut mean = Mean::new(kind);
    for (weight, share) in parts {
        mean.add(kind, weight, share);
    }
    mean.finish(kind)
}

/// The aggregation as it is computed: an exponent of 0, or one that is not finite, is the geometric mean.
pub(crate) fn settled(kind: Aggregate) -> Aggregate {
    match kind {
        Aggregate::Power { exponent } if exponent == 0.0 || !exponent.is_finite() => Aggregate::Geometric,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Aggregate) -> f64 {
        aggregate(kind, [(3.0, 0.8), (1.0, 0.4)])
    }

    #[test]
    fn means_of_three_quarters_and_one_quarter() {
        assert!((of(Aggregate::Arithmetic) - 0.7).abs() < 1e-12);
        assert!((of(Aggregate::Harmonic) - 0.64).abs() < 1e-12);
        assert_eq!(of(Aggregate::Minimum), 0.4);
        // 0.8^0.75 · 0.4^0.25 = (0.8³ · 0.4)^(1/4) = 0.2048^(1/4)
        let geometric = of(Aggregate::Geometric);
        assert!((geometric * geometric * geometric * geometric - 0.2048).abs() < 1e-12);
        // (0.75 · 0.64 + 0.25 · 0.16)^(1/2) = 0.52^(1/2)
        let quadratic = of(Aggregate::Power { exponent: 2.0 });
        assert!((quadratic * quadratic - 0.52).abs() < 1e-12);
        assert!((of(Aggregate::Power { exponent: -1.0 }) - 0.64).abs() < 1e-12);
    }

    #[test]
    fn a_share_of_zero_takes_the_strict_means_to_zero() {
        for kind in [Aggregate::Geometric, Aggregate::Harmonic, Aggregate::Power { exponent: -2.0 }] {
            assert_eq!(aggregate(kind, [(1.0, 0.0), (9.0, 1.0)]), 0.0);
        }
        assert_eq!(aggregate(Aggregate::Arithmetic, [(1.0, 0.0), (9.0, 1.0)]), 0.9);
    }

    #[test]
    fn nothing_earns_nothing() {
        assert_eq!(aggregate(Aggregate::Minimum, []), 0.0);
        assert_eq!(aggregate(Aggregate::Harmonic, []), 0.0);
    }
}
