//! Leaf: raw value → share of its points, 0..=1.
//!
//! Fixed-point functions look at one value; relative ones at the values of the whole class.

use crate::domain::{Relative, ScoreFunction};

/// The share that a fixed-point function gives a value. `last` is the year before's value, which only
/// *improvement* reads. `None` where the function cannot say: a relative function, no value of last year, or
/// settings that make no sense ([`makes_sense`]).
///
/// Worked example: linear from 0 % to 80 % at 73.2 % is 0.732 ÷ 0.8 = 0.915.
pub fn share(function: &ScoreFunction, x: f64, last: Option<f64>) -> Option<f64> {
    let share = match function {
        ScoreFunction::Linear { zero, full } => between(x, *zero, *full)?,
        ScoreFunction::Steps { below, steps } => {
            steps.iter().rfind(|step| x >= step.from).map_or(*below, |step| step.share)
        }
        ScoreFunction::Piecewise { points } => along(x, points)?,
        ScoreFunction::Target { target } => between(x, 0.0, *target)?,
        ScoreFunction::YesNo { full_when } => f64::from((x != 0.0) == *full_when),
        ScoreFunction::PerEvent { loss } => 1.0 - loss * x,
        ScoreFunction::Improvement { zero, full, relative } => {
            let last = last?;
            let change = x - last;
            let change = if !*relative {
                change
            } else if last == 0.0 {
                return None;
            } else {
                change / last.abs()
            };
            between(change, *zero, *full)?
        }
        ScoreFunction::Relative { .. } => return None,
    };
    (!share.is_nan()).then(|| share.clamp(0.0, 1.0))
}

/// [`share`] for a column of values; NaN where the function cannot say. `last` is as long as `values` where the
/// function reads it.
pub(crate) fn shares(function: &ScoreFunction, values: &[f64], last: Option<&[f64]>, out: &mut [f64]) {
    match function {
        ScoreFunction::Linear { zero, full } => ramp(values, 1.0, (*zero, *full), out),
        ScoreFunction::Target { target } => ramp(values, 1.0, (0.0, *target), out),
        function => {
            for (at, (out, x)) in out.iter_mut().zip(values).enumerate() {
                let last = last.and_then(|last| last.get(at)).copied();
                *out = share(function, *x, last).unwrap_or(f64::NAN);
            }
        }
    }
}

/// [`between`] for a column of values times `sign`, kept within 0..=1; `zero` and `full` differ.
fn ramp(values: &[f64], sign: f64, (zero, full): (f64, f64), out: &mut [f64]) {
    let (start, way, half) = (zero / 2.0, full / 2.0 - zero / 2.0, sign / 2.0);
    for (out, x) in out.iter_mut().zip(values) {
        *out = ((x * half - start) / way).clamp(0.0, 1.0);
    }
}

/// Whether the settings of a function can give shares at all.
pub fn makes_sense(function: &ScoreFunction) -> bool {
    match function {
        ScoreFunction::Linear { zero, full } | ScoreFunction::Improvement { zero, full, .. } => {
            zero.is_finite() && full.is_finite() && zero != full
        }
        ScoreFunction::Steps { steps, .. } => {
            !steps.is_empty() && steps.windows(2).all(|pair| pair[0].from < pair[1].from)
        }
        ScoreFunction::Piecewise { points } => {
            !points.is_empty() && points.windows(2).all(|pair| pair[0].0 < pair[1].0)
        }
        ScoreFunction::Target { target } => target.is_finite() && *target > 0.0,
        ScoreFunction::YesNo { .. } => true,
        ScoreFunction::PerEvent { loss } => loss.is_finite() && *loss >= 0.0,
        ScoreFunction::Relative { method: Relative::ZScore { clamp }, .. } => {
            clamp.is_finite() && *clamp > 0.0
        }
        ScoreFunction::Relative { .. } => true,
    }
}

/// The function with its settings taken to logarithms, for a leaf whose values are; `None` where a setting that
/// must be has no logarithm.
pub fn in_logarithms(function: &ScoreFunction) -> Option<ScoreFunction> {
    let log = |x: f64| (x > 0.0).then(|| libm::log(x));
    Some(match function {
        ScoreFunction::Linear { zero, full } => {
            ScoreFunction::Linear { zero: log(*zero)?, full: log(*full)? }
        }
        ScoreFunction::Target { target } => ScoreFunction::Target { target: log(*target)? },
        ScoreFunction::Steps { below, steps } => ScoreFunction::Steps {
            below: *below,
            steps: steps
                .iter()
                .map(|step| Some(crate::domain::Step { from: log(step.from)?, share: step.share }))
                .collect::<Option<_>>()?,
        },
        ScoreFunction::Piecewise { points } => ScoreFunction::Piecewise {
            points: points.iter().map(|(x, share)| Some((log(*x)?, *share))).collect::<Option<_>>()?,
        },
        other => other.clone(),
    })
}

/// The shares that a relative function gives the values of a class, in their order, into `out`, as long as they.
///
/// Worked example, min–max of 2, 3, 6: 0, (3 − 2) ÷ (6 − 2) = 0.25, 1.
pub fn relative_shares(method: Relative, higher_is_better: bool, values: &[f64], out: &mut [f64]) {
    let sign = if higher_is_better { 1.0 } else { -1.0 };
    let signed = || values.iter().map(|x| sign * x).collect::<Vec<f64>>();
    let mut each = |share: &mut dyn FnMut(usize, f64) -> f64| {
        for (at, (out, x)) in out.iter_mut().zip(values).enumerate() {
            let share = share(at, *x);
            *out = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        }
    };
    match method {
        Relative::MinMax => {
            let (least, most) = extremes(values);
            let (zero, full) = if higher_is_better { (least, most) } else { (-most, -least) };
            if full / 2.0 - zero / 2.0 == 0.0 {
                out.fill(1.0);
            } else {
                ramp(values, sign, (zero, full), out);
            }
        }
        Relative::RankShare => {
            let (counts, others) = (standings(&signed()), (values.len().max(1) - 1) as f64);
            each(&mut |at, _| {
                let (below, equal) = counts[at];
                if others == 0.0 { 1.0 } else { (below + (equal - 1.0) / 2.0) / others }
            });
        }
        Relative::Percentile => {
            let (counts, n) = (standings(&signed()), values.len() as f64);
            each(&mut |at, _| (counts[at].0 + counts[at].1 / 2.0) / n);
        }
        Relative::ZScore { clamp } => {
            let z = z_scores(&signed());
            each(&mut |at, _| if clamp > 0.0 { (z[at] / clamp + 1.0) / 2.0 } else { 0.5 });
        }
        Relative::DistanceToBest => {
            let (least, most) = extremes(values);
            let best = if higher_is_better { most } else { least }.abs();
            each(&mut |_, x| {
                let (part, whole) = if higher_is_better { (x, best) } else { (best, x) };
                if part == whole {
                    1.0
                } else if whole == 0.0 {
                    0.0
                } else {
                    part / whole
                }
            });
        }
    }
}

/// How far x is on the way from `zero` to `full`; `None` where they are equal. Halved first, so that no
/// difference of finite numbers overflows.
fn between(x: f64, zero: f64, full: f64) -> Option<f64> {
    let way = full / 2.0 - zero / 2.0;
    (way != 0.0).then(|| (x / 2.0 - zero / 2.0) / way)
}

/// The share on the straight lines between points, level outside.
fn along(x: f64, points: &[(f64, f64)]) -> Option<f64> {
    let (first, last) = (points.first()?, points.last()?);
    if x <= first.0 {
        return Some(first.1);
    }
    let segment = points.windows(2).find(|pair| x <= pair[1].0);
    Some(segment.map_or(last.1, |pair| {
        let way = between(x, pair[0].0, pair[1].0).unwrap_or(1.0);
        pair[0].1 + way * (pair[1].1 - pair[0].1)
    }))
}

/// The least and the most, looked for in several lanes side by side.
fn extremes(values: &[f64]) -> (f64, f64) {
    const LANES: usize = 8;
    let (mut least, mut most) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
    let mut look = |chunk: &[f64]| {
        for (x, (least, most)) in chunk.iter().zip(least.iter_mut().zip(most.iter_mut())) {
            *least = if *x < *least { *x } else { *least };
            *most = if *x > *most { *x } else { *most };
        }
    };
    let chunks = values.chunks_exact(LANES);
    let rest = chunks.remainder();
    chunks.for_each(&mut look);
    look(rest);
    let least = least.into_iter().fold(f64::INFINITY, f64::min);
    (least, most.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

/// For each value: how many are below it, and how many equal it (itself counted).
fn standings(values: &[f64]) -> Vec<(f64, f64)> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    values
        .iter()
        .map(|x| {
            let below = sorted.partition_point(|other| other < x);
            let up_to = sorted.partition_point(|other| other <= x);
            (below as f64, (up_to - below) as f64)
        })
        .collect()
}

/// (x − mean) ÷ standard deviation of the sample (n − 1), as in the OECD/JRC handbook on composite indicators, table 15;
/// 0 where all are equal. Summed in ascending order and scaled by the
/// largest value, so that the order of units and the size of numbers do not matter.
fn z_scores(values: &[f64]) -> Vec<f64> {
    let scale = values.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    if scale == 0.0 {
        return vec![0.0; values.len()];
    }
    let mut sorted: Vec<f64> = values.iter().map(|x| x / scale).collect();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let mean = sorted.iter().sum::<f64>() / n;
    let variance = sorted.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    let deviation = libm::sqrt(variance);
    let all_equal = sorted.first() == sorted.last();
    values.iter().map(|x| if all_equal { 0.0 } else { (x / scale - mean) / deviation }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Step;

    fn at(function: &ScoreFunction, x: f64) -> f64 {
        share(function, x, None).unwrap()
    }

    fn relative(method: Relative, higher_is_better: bool, values: &[f64]) -> Vec<f64> {
        let mut shares = vec![0.0; values.len()];
        super::relative_shares(method, higher_is_better, values, &mut shares);
        shares
    }

    #[test]
    fn linear_runs_either_way_and_is_clamped() {
        let up = ScoreFunction::Linear { zero: 0.0, full: 0.8 };
        assert!((at(&up, 0.732) - 0.915).abs() < 1e-12);
        assert_eq!((at(&up, -1.0), at(&up, 0.9)), (0.0, 1.0));
        let down = ScoreFunction::Linear { zero: 0.4, full: 0.0 };
        assert!((at(&down, 0.1) - 0.75).abs() < 1e-12);
        let wide = ScoreFunction::Linear { zero: -1e308, full: 1e308 };
        assert_eq!(at(&wide, 0.0), 0.5);
    }

    #[test]
    fn steps_take_the_last_threshold_reached() {
        let steps = ScoreFunction::Steps {
            below: 0.1,
            steps: vec![Step { from: 2.0, share: 0.5 }, Step { from: 4.0, share: 1.0 }],
        };
        assert_eq!([1.9, 2.0, 3.9, 4.0].map(|x| at(&steps, x)), [0.1, 0.5, 0.5, 1.0]);
    }

    #[test]
    fn piecewise_is_straight_between_points_and_level_outside() {
        let points = ScoreFunction::Piecewise { points: vec![(0.0, 0.2), (10.0, 0.6), (20.0, 1.0)] };
        assert_eq!(at(&points, -5.0), 0.2);
        assert!((at(&points, 5.0) - 0.4).abs() < 1e-12);
        assert!((at(&points, 15.0) - 0.8).abs() < 1e-12);
        assert_eq!(at(&points, 30.0), 1.0);
    }

    #[test]
    fn target_events_and_answers() {
        assert_eq!(at(&ScoreFunction::Target { target: 4.0 }, 3.0), 0.75);
        assert_eq!(at(&ScoreFunction::PerEvent { loss: 0.25 }, 3.0), 0.25);
        assert_eq!(at(&ScoreFunction::PerEvent { loss: 0.25 }, 5.0), 0.0);
        assert_eq!(at(&ScoreFunction::YesNo { full_when: false }, 0.0), 1.0);
        assert_eq!(at(&ScoreFunction::YesNo { full_when: true }, 0.0), 0.0);
    }

    #[test]
    fn improvement_needs_last_year() {
        let function = ScoreFunction::Improvement { zero: 0.0, full: 0.5, relative: true };
        assert_eq!(share(&function, 12.0, Some(10.0)), Some(0.4));
        assert_eq!(share(&function, 12.0, None), None);
        assert_eq!(share(&function, 12.0, Some(0.0)), None);
    }

    #[test]
    fn relative_functions_on_two_three_three_six() {
        let values = [2.0, 3.0, 3.0, 6.0];
        assert_eq!(relative(Relative::MinMax, true, &values), [0.0, 0.25, 0.25, 1.0]);
        assert_eq!(relative(Relative::MinMax, false, &values), [1.0, 0.75, 0.75, 0.0]);
        // Below: 0, 1, 1, 3; ties share the mean place, so 1.5 of 3 others.
        assert_eq!(relative(Relative::RankShare, true, &values), [0.0, 0.5, 0.5, 1.0]);
        assert_eq!(relative(Relative::Percentile, true, &values), [0.125, 0.5, 0.5, 0.875]);
        assert_eq!(relative(Relative::DistanceToBest, true, &values)[1], 0.5);
        assert_eq!(relative(Relative::DistanceToBest, false, &values)[3], 2.0 / 6.0);
        // Mean 3.5, variance (2.25 + 0.25 + 0.25 + 6.25) ÷ 3 = 3: z of 2 is −1.5 ÷ √3 = −√3 ÷ 2, its share (1 − √3 ÷ 4) ÷ 2.
        let z = relative(Relative::ZScore { clamp: 2.0 }, true, &values);
        assert!((z[0] - (1.0 - libm::sqrt(3.0) / 4.0) / 2.0).abs() < 1e-12);
    }

    #[test]
    fn relative_functions_with_one_unit_or_all_equal() {
        for values in [vec![5.0], vec![5.0, 5.0]] {
            for (method, expected) in [
                (Relative::MinMax, 1.0),
                (Relative::Percentile, 0.5),
                (Relative::ZScore { clamp: 3.0 }, 0.5),
                (Relative::DistanceToBest, 1.0),
            ] {
                assert!(relative(method, true, &values).iter().all(|share| *share == expected));
            }
        }
        assert_eq!(relative(Relative::RankShare, true, &[5.0]), [1.0]);
        assert_eq!(relative(Relative::RankShare, true, &[5.0, 5.0]), [0.5, 0.5]);
    }
}
