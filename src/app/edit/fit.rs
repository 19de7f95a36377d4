//! Score functions that fit the data: for a new leaf, and where another kind is chosen, of which what can be kept is
//! kept.

use crate::{
    domain::{IndicatorId, MeasureKind, Relative, ScoreFunction, Step, Year},
    scoring::Table,
};

/// The kinds of score functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// Straight between two values.
    Linear,
    /// Shares by steps.
    Steps,
    /// Straight between points.
    Piecewise,
    /// In proportion up to a target.
    Target,
    /// Yes or no.
    YesNo,
    /// A loss for each event.
    PerEvent,
    /// The change against last year.
    Improvement,
    /// Against the others of the class.
    Relative,
}

impl FunctionKind {
    /// All kinds, the most used first.
    pub const ALL: [Self; 8] = [
        Self::Linear,
        Self::Steps,
        Self::Piecewise,
        Self::Target,
        Self::YesNo,
        Self::PerEvent,
        Self::Improvement,
        Self::Relative,
    ];

    /// The kind of a function.
    pub fn of(function: &ScoreFunction) -> Self {
        match function {
            ScoreFunction::Linear { .. } => Self::Linear,
            ScoreFunction::Steps { .. } => Self::Steps,
            ScoreFunction::Piecewise { .. } => Self::Piecewise,
            ScoreFunction::Target { .. } => Self::Target,
            ScoreFunction::YesNo { .. } => Self::YesNo,
            ScoreFunction::PerEvent { .. } => Self::PerEvent,
            ScoreFunction::Improvement { .. } => Self::Improvement,
            ScoreFunction::Relative { .. } => Self::Relative,
        }
    }
}

/// The values of an indicator in a year, unit by unit.
pub fn values(table: &Table, indicator: &IndicatorId, year: Year) -> Vec<(usize, f64)> {
    let units = table.data().units.len();
    let Some(column) = table.column(indicator, year) else { return Vec::new() };
    (0..units).filter_map(|unit| Some((unit, column.get(unit)?))).collect()
}

/// A function for an indicator: yes earns all; a share is scored from 0 to the whole; else from the least to the most
/// value of the year, rounded outward. More is taken to be better: whoever adds the leaf sees it and may turn it.
pub fn fitting(table: &Table, indicator: &IndicatorId, year: Year) -> ScoreFunction {
    let known = table.data().indicators.iter().find(|known| &known.id == indicator);
    match known.map(|known| known.measure.kind) {
        Some(MeasureKind::YesNo) => ScoreFunction::YesNo { full_when: true },
        Some(MeasureKind::Share) => ScoreFunction::Linear { zero: 0.0, full: 1.0 },
        _ => {
            let (zero, full) = range(table, indicator, year);
            ScoreFunction::Linear { zero, full }
        }
    }
}

/// The function as another kind.
pub fn as_kind(
    function: &ScoreFunction,
    kind: FunctionKind,
    table: &Table,
    indicator: &IndicatorId,
    year: Year,
) -> ScoreFunction {
    if FunctionKind::of(function) == kind {
        return function.clone();
    }
    let (least, most) = range(table, indicator, year);
    let (zero, full) = ends(function).unwrap_or((least, most));
    match kind {
        FunctionKind::Linear => ScoreFunction::Linear { zero, full },
        FunctionKind::Steps => {
            let rising = zero < full;
            let middle = zero + (full - zero) / 2.0;
            let (low, high) = if rising { (middle, full) } else { (middle, zero) };
            let shares = if rising { [0.0, 0.5, 1.0] } else { [1.0, 0.5, 0.0] };
            ScoreFunction::Steps {
                below: shares[0],
                steps: vec![Step { from: low, share: shares[1] }, Step { from: high, share: shares[2] }],
            }
        }
        FunctionKind::Piecewise => {
            let mut points = vec![(zero, 0.0), (full, 1.0)];
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
            ScoreFunction::Piecewise { points }
        }
        FunctionKind::Target => {
            ScoreFunction::Target { target: if full > 0.0 { full } else { most.max(1.0) } }
        }
        FunctionKind::YesNo => ScoreFunction::YesNo { full_when: true },
        FunctionKind::PerEvent => ScoreFunction::PerEvent { loss: 0.1 },
        FunctionKind::Improvement => ScoreFunction::Improvement { zero: 0.0, full: 0.1, relative: true },
        FunctionKind::Relative => {
            ScoreFunction::Relative { method: Relative::MinMax, higher_is_better: zero < full }
        }
    }
}

/// The values that earn nothing and full marks, where the function says so.
fn ends(function: &ScoreFunction) -> Option<(f64, f64)> {
    let (zero, full) = match function {
        ScoreFunction::Linear { zero, full } => (*zero, *full),
        ScoreFunction::Target { target } => (0.0, *target),
        ScoreFunction::Piecewise { points } => {
            let by_share = |a: &&(f64, f64), b: &&(f64, f64)| a.1.total_cmp(&b.1);
            (points.iter().min_by(by_share)?.0, points.iter().max_by(by_share)?.0)
        }
        ScoreFunction::Steps { below, steps } => {
            let (first, last) = (steps.first()?, steps.last()?);
            if last.share >= *below { (first.from, last.from) } else { (last.from, first.from) }
        }
        _ => return None,
    };
    (zero != full).then_some((zero, full))
}

/// The least and the most value of a year, rounded outward to two digits; 0 and 1 where there is none.
fn range(table: &Table, indicator: &IndicatorId, year: Year) -> (f64, f64) {
    let all = values(table, indicator, year);
    let least = all.iter().map(|(_, value)| *value).fold(f64::INFINITY, f64::min);
    let most = all.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
    if least > most {
        return (0.0, 1.0);
    }
    let size = least.abs().max(most.abs());
    let step = if size > 0.0 { libm::pow(10.0, libm::floor(libm::log10(size)) - 1.0) } else { 1.0 };
    let (least, most) = ((least / step).floor() * step, (most / step).ceil() * step);
    if least < most { (least, most) } else { (least, least + step) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::fixture, data::check_scheme};

    /// 2019 has 0.05 and 0.35; a share, so from nothing to all.
    #[test]
    fn a_new_leaf_is_scored_by_what_it_measures() {
        let table = Table::new(std::rc::Rc::new(fixture::data("d")));
        assert_eq!(values(&table, &"lost".into(), 2019), [(0, 0.05), (1, 0.35)]);
        assert_eq!(fitting(&table, &"lost".into(), 2019), ScoreFunction::Linear { zero: 0.0, full: 1.0 });
        let (least, most) = range(&table, &"lost".into(), 2019);
        assert!((least - 0.05).abs() < 1e-12 && (most - 0.35).abs() < 1e-12);
        assert_eq!(fitting(&table, &"unknown".into(), 2019), ScoreFunction::Linear { zero: 0.0, full: 1.0 });
    }

    #[test]
    fn every_kind_becomes_every_other_in_order() {
        let table = Table::new(std::rc::Rc::new(fixture::data("d")));
        let start = ScoreFunction::Linear { zero: 0.5, full: 0.0 };
        let turned = |function: &ScoreFunction, kind| as_kind(function, kind, &table, &"lost".into(), 2019);
        for first in FunctionKind::ALL {
            for second in FunctionKind::ALL {
                let function = turned(&turned(&start, first), second);
                assert_eq!(FunctionKind::of(&function), second);
                let scheme = super::super::with_function(&fixture::scheme(), &"a".into(), function).unwrap();
                assert_eq!(check_scheme(&scheme), vec![], "{first:?} to {second:?}");
            }
        }
        // Less is better, and stays so by way of points.
        let points = turned(&start, FunctionKind::Piecewise);
        assert_eq!(points, ScoreFunction::Piecewise { points: vec![(0.0, 1.0), (0.5, 0.0)] });
        assert_eq!(turned(&points, FunctionKind::Linear), start);
    }
}
