//! What an evaluation holds (评价结果): everything computed from one data set, one scheme and one year.
//!
//! Stored as columns over the units: a criterion's share of all units side by side.
//! Unit `u` is `data_set.units[u]`, criterion `c` is the c-th of the scheme's tree in pre-order (parents first).

use std::rc::Rc;

use serde::Serialize;
use smallvec::SmallVec;

use super::{CriterionId, GradeId, Issue, LazyColumn, RuleId, UnitResults, Year};

/// The result of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The year.
    pub year: Year,
    /// One result a unit, in the data set's order of units.
    pub units: UnitResults,
    /// Indices into `units` as they are listed: ranked ones by class and place, then those not rated, vetoed ones
    /// last; equal ones by id.
    pub listing: Vec<u32>,
    /// One column a criterion, pre-order.
    pub criteria: Vec<CriterionColumn>,
    /// What a reader must know.
    pub issues: Vec<Issue>,
}

/// One criterion over all units.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionColumn {
    /// Which.
    pub id: CriterionId,
    /// Its parent's place in [`Evaluation::criteria`]; `None` on the first level.
    pub parent: Option<u32>,
    /// 0 on the first level.
    pub depth: u16,
    /// Its share of the whole (0..=1) where nothing is missing and everything applies; over all levels above it.
    pub effective: f64,
    /// Share of its points earned, 0..=1; 0 where `present` is false.
    pub share: Rc<[f64]>,
    /// It rests on something: a value for a leaf, at least one such child for a node.
    pub present: Rc<[bool]>,
    /// It applies to the unit's class.
    pub applies: Rc<[bool]>,
    /// The marks it adds to the unit's total before rules, after rescaling for what is missing. For arithmetic trees
    /// the marks of siblings sum to those of their parent, and of the first level to the total before rules; other
    /// means are attributed in proportion to weighted share.
    pub marks: LazyColumn,
    /// The marks it could have added (its rescaled weight × full marks).
    pub marks_possible: LazyColumn,
    /// Its part of coverage: the share (0..=1) of its points that rest on data.
    pub coverage: Rc<[f64]>,
}

/// Where a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Ranked; fractional only where the scheme says so.
    Ranked {
        /// 1 the best.
        place: f64,
    },
    /// Coverage is below the scheme's limit, or nothing is present.
    NotRated,
    /// Vetoed.
    Vetoed {
        /// The place it would have without its vetoes.
        would_be: Option<f64>,
    },
}

/// Least and most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Bounds {
    /// With everything missing at nothing.
    pub low: f64,
    /// With everything missing at full.
    pub high: f64,
}

/// The record of one rule for one unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Firing {
    /// Which rule.
    pub rule: RuleId,
    /// What became of it.
    pub outcome: Outcome,
    /// The year whose condition held; earlier than the evaluation's for a lasting effect.
    pub fired_in: Year,
    /// The values that the condition looked at.
    pub seen: SeenValues,
    /// What changed; `None` where nothing did.
    pub effect: Option<FiringEffect>,
}

/// What became of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It fired and took effect.
    Fired,
    /// It would fire and waits for confirmation.
    Proposed,
    /// A value that decides is missing (待核).
    Undecided,
}

/// A value that a condition looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeenValue {
    /// Which quantity, as in the rule.
    pub operand: super::Operand,
    /// Its value; `None` where it is missing.
    pub value: Option<f64>,
    /// How it was compared.
    pub is: super::Comparison,
    /// The threshold in force for the unit's class.
    pub than: f64,
}

/// The values that a condition looked at; a single one needs no memory of its own.
pub type SeenValues = SmallVec<[SeenValue; 1]>;

/// What a rule changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FiringEffect {
    /// The total in marks.
    Total {
        /// Before.
        before: f64,
        /// After.
        after: f64,
    },
    /// The grade.
    Grade {
        /// Before.
        before: GradeId,
        /// After.
        after: GradeId,
    },
    /// Disqualified.
    Vetoed,
    /// The place.
    Place {
        /// Before.
        before: f64,
        /// After.
        after: f64,
    },
    /// Only noted.
    Noted,
}
