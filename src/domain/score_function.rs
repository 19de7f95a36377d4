//! Score functions: how a leaf turns a raw value into a share of its points.

use serde::{Deserialize, Serialize};

/// A score function (计分方法): raw value x → share s in 0..=1. The arithmetic is in
/// [`crate::scoring`]; here are the settings, in the indicator's own measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ScoreFunction {
    /// 0 at `zero`, 1 at `full`, straight between, clamped. `zero` above `full` means that less is better.
    Linear {
        /// The value that earns nothing.
        zero: f64,
        /// The value that earns full points.
        full: f64,
    },
    /// The share of the last step whose threshold is reached (x ≥ from); `below` under the first.
    Steps {
        /// The share under the first step.
        #[serde(default)]
        below: f64,
        /// The steps, thresholds ascending.
        steps: Vec<Step>,
    },
    /// Straight between points (x, share), level outside them; x ascending.
    Piecewise {
        /// The points.
        points: Vec<(f64, f64)>,
    },
    /// x ÷ target, clamped; target above 0.
    Target {
        /// The value that earns full points.
        target: f64,
    },
    /// Full points where the answer (x ≠ 0) is the wanted one, else nothing.
    YesNo {
        /// The answer that earns full points.
        full_when: bool,
    },
    /// 1 − loss · n for n events, not below 0.
    PerEvent {
        /// The share that each event costs.
        loss: f64,
    },
    /// The change against the year before, straight from 0 at `zero` to 1 at `full`, clamped; missing where last
    /// year's value is.
    Improvement {
        /// The change that earns nothing.
        zero: f64,
        /// The change that earns full points.
        full: f64,
        /// The change as a share of last year's absolute value instead of in the measure.
        #[serde(default)]
        relative: bool,
    },
    /// Against the other units of the class that have a value. Changes when a unit is added, and the screen says so.
    Relative {
        /// Against what.
        method: Relative,
        /// Whether more is better.
        higher_is_better: bool,
    },
}

/// A step of [`ScoreFunction::Steps`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// From this value on ...
    pub from: f64,
    /// ... this share is earned.
    pub share: f64,
}

/// What a relative score function compares with, within a class and a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relative {
    /// (x − least) ÷ (most − least); all equal earn 1.
    MinMax,
    /// (n − place) ÷ (n − 1), ties sharing the mean place; a single unit earns 1.
    RankShare,
    /// The share of values at or below x, ties counted half.
    Percentile,
    /// The z-score (x − mean) ÷ standard deviation of the sample (n − 1), from 0 at −clamp to 1 at +clamp; all equal earn 0.5.
    ZScore {
        /// How many standard deviations earn full points.
        clamp: f64,
    },
    /// x ÷ best where more is better, best ÷ x where less is; both 0..=1 for values not below 0.
    DistanceToBest,
}
