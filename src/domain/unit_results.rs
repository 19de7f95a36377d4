//! The results of all units (评价结果): kept as columns, read a unit at a time.
//!
//! Most units are met by no rule: what the columns say is theirs. What rules left on the others stands apart, so that a
//! unit costs a few numbers and no memory of its own.

use std::{fmt, ops::Range, rc::Rc};

use super::{Bounds, Firing, Standing, UnitId};

/// No grade, in a column of grades.
pub(crate) const NO_GRADE: u32 = u32::MAX;

/// The results of all units, in the data set's order.
#[derive(Clone)]
pub struct UnitResults {
    pub(crate) before: BeforeRules,
    pub(crate) ids: Rc<[UnitId]>,
    /// Something of the unit is present.
    pub(crate) present: Rc<[bool]>,
    pub(crate) coverage: Rc<[f64]>,
    /// The place if no rule existed; 0 where not rated.
    pub(crate) place_before: Rc<[f64]>,
    /// The place, of vetoed units the one without their vetoes; 0 where there is none.
    pub(crate) place: Rc<[f64]>,
    /// Where a unit stands in `met`, plus 1; 0 where no rule met it.
    pub(crate) met_at: Vec<u32>,
    pub(crate) met: Vec<MetResult>,
    pub(crate) firings: Vec<Firing>,
}

/// Totals and grades before any rule, in marks and by unit; where nothing is present the total is 0 and the bounds are
/// nothing and full marks.
#[derive(Clone)]
pub(crate) struct BeforeRules {
    pub total: Rc<[f64]>,
    pub low: Rc<[f64]>,
    pub high: Rc<[f64]>,
    /// The grade's place in the scheme's list, or [`NO_GRADE`].
    pub grade: Rc<[u32]>,
}

/// What rules left on a unit that they met.
#[derive(Clone)]
pub(crate) struct MetResult {
    pub total: Option<f64>,
    pub bounds: Bounds,
    pub grade: Option<u32>,
    pub vetoed: bool,
    /// Its firings among all.
    pub firings: Range<usize>,
}

/// One unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitResult<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// The total in marks before any rule; `None` where nothing is present.
    pub before_rules: Option<f64>,
    /// The total in marks after rules (a veto does not change it); `None` where nothing is present or scoring stopped.
    pub total: Option<f64>,
    /// `total` with everything missing at nothing and at full; rules as they fired.
    pub bounds: Bounds,
    /// The share (0..=1) of points that rest on data.
    pub coverage: f64,
    /// The grade's place in the scheme's list; `None` where not rated.
    pub grade: Option<u32>,
    /// The grade from the bands and without any rule.
    pub grade_before_rules: Option<u32>,
    /// Its place, or why it has none.
    pub standing: Standing,
    /// Its place among the rated units of its class if no rule existed; `None` where not rated.
    pub place_before_rules: Option<f64>,
    /// Every rule that fired, is proposed or undecided, in the order of application.
    pub firings: &'r [Firing],
}

impl UnitResults {
    /// How many units there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// There is no unit.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The result of the `unit`-th unit; `None` where there are fewer.
    pub fn get(&self, unit: usize) -> Option<UnitResult<'_>> {
        (unit < self.len()).then(|| self.of(unit))
    }

    /// All of them, in the data set's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = UnitResult<'_>> + ExactSizeIterator {
        (0..self.len()).map(|unit| self.of(unit))
    }

    /// What became of rules for all units: by unit, and of one unit in the order of application.
    pub fn firings(&self) -> &[Firing] {
        &self.firings
    }

    fn of(&self, unit: usize) -> UnitResult<'_> {
        let there = |place: f64| (place > 0.0).then_some(place);
        let (place, place_before) = (there(self.place[unit]), there(self.place_before[unit]));
        let grade = self.before.grade[unit];
        let grade = Some(grade).filter(|grade| *grade != NO_GRADE && place_before.is_some());
        let before_rules = self.present[unit].then(|| self.before.total[unit]);
        let bounds = Bounds { low: self.before.low[unit], high: self.before.high[unit] };
        let ranked = place.map_or(Standing::NotRated, |place| Standing::Ranked { place });
        let as_before = UnitResult {
            unit: &self.ids[unit],
            before_rules,
            total: before_rules,
            bounds,
            coverage: self.coverage[unit],
            grade,
            grade_before_rules: grade,
            standing: ranked,
            place_before_rules: place_before,
            firings: &[],
        };
        let met = (self.met_at[unit] as usize).checked_sub(1).and_then(|at| self.met.get(at));
        met.map_or(as_before, |met| UnitResult {
            total: met.total,
            bounds: met.bounds,
            grade: met.grade.filter(|_| place_before.is_some() || met.vetoed),
            standing: if met.vetoed { Standing::Vetoed { would_be: place } } else { ranked },
            firings: self.firings.get(met.firings.clone()).unwrap_or_default(),
            ..as_before
        })
    }
}

impl PartialEq for UnitResults {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for UnitResults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
