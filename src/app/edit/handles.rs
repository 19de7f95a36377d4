//! The points of a score function that a hand can take: (value, share).

use crate::domain::ScoreFunction;

/// The points that can be taken, in the order of their values as they are written.
pub fn handles(function: &ScoreFunction) -> Vec<(f64, f64)> {
    match function {
        ScoreFunction::Linear { zero, full } => vec![(*zero, 0.0), (*full, 1.0)],
        ScoreFunction::Target { target } => vec![(*target, 1.0)],
        ScoreFunction::Piecewise { points } => points.clone(),
        ScoreFunction::Steps { steps, .. } => steps.iter().map(|step| (step.from, step.share)).collect(),
        ScoreFunction::YesNo { .. }
        | ScoreFunction::PerEvent { .. }
        | ScoreFunction::Improvement { .. }
        | ScoreFunction::Relative { .. } => Vec::new(),
    }
}

/// Whether a point's share can be moved, and not its value alone.
pub fn moves_share(function: &ScoreFunction) -> bool {
    matches!(function, ScoreFunction::Piecewise { .. } | ScoreFunction::Steps { .. })
}

/// The function with the n-th point moved as far towards a value and share as it may go: points stay in order and
/// shares within 0..=1. `None` where it makes no function.
pub fn with_handle(function: &ScoreFunction, nth: usize, (x, share): (f64, f64)) -> Option<ScoreFunction> {
    let all = handles(function);
    if nth >= all.len() || !x.is_finite() || !share.is_finite() {
        return None;
    }
    let share = share.clamp(0.0, 1.0);
    let within = |x: f64| {
        let least = nth.checked_sub(1).and_then(|before| all.get(before)).map_or(-f64::MAX, |point| point.0);
        let most = all.get(nth + 1).map_or(f64::MAX, |point| point.0);
        x.clamp(least, most)
    };
    Some(match function.clone() {
        ScoreFunction::Linear { zero, full } => {
            let (zero, full) = if nth == 0 { (x, full) } else { (zero, x) };
            if zero == full {
                return None;
            }
            ScoreFunction::Linear { zero, full }
        }
        ScoreFunction::Target { .. } if x > 0.0 => ScoreFunction::Target { target: x },
        ScoreFunction::Piecewise { mut points } => {
            *points.get_mut(nth)? = (within(x), share);
            ScoreFunction::Piecewise { points }
        }
        ScoreFunction::Steps { below, mut steps } => {
            let step = steps.get_mut(nth)?;
            (step.from, step.share) = (within(x), share);
            ScoreFunction::Steps { below, steps }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_goes_where_it_may() {
        let linear = ScoreFunction::Linear { zero: 0.0, full: 10.0 };
        assert_eq!(with_handle(&linear, 1, (8.0, 0.3)), Some(ScoreFunction::Linear { zero: 0.0, full: 8.0 }));
        assert_eq!(with_handle(&linear, 1, (0.0, 1.0)), None, "zero is full");
        assert_eq!(with_handle(&linear, 2, (1.0, 1.0)), None, "no such point");
        let points = ScoreFunction::Piecewise { points: vec![(0.0, 0.0), (5.0, 0.5), (9.0, 1.0)] };
        let moved = with_handle(&points, 1, (20.0, 1.5)).unwrap();
        assert_eq!(moved, ScoreFunction::Piecewise { points: vec![(0.0, 0.0), (9.0, 1.0), (9.0, 1.0)] });
        let target = ScoreFunction::Target { target: 3.0 };
        assert_eq!(with_handle(&target, 0, (-1.0, 1.0)), None);
        assert_eq!(with_handle(&target, 0, (f64::NAN, 1.0)), None);
    }
}
