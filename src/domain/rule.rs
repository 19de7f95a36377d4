//! Rules: bonus, deduction, cap, zero, veto. When they fire, on what, and with which effect.

use serde::{Deserialize, Serialize};

use super::{ClassId, CriterionId, GradeId, IndicatorId, RuleId, Text, UnitId, Year};

/// A rule (规则). Fires for a unit and year when its condition holds; the order of effects is fixed by
/// [`crate::scoring`], not by the order in the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, unique in the scheme.
    pub id: RuleId,
    /// Its name.
    pub name: Text,
    /// Its basis (依据): the clause that it writes down.
    pub basis: Text,
    /// It is in force.
    #[serde(default = "yes")]
    pub on: bool,
    /// The classes it applies to; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<ClassId>,
    /// When it fires.
    pub when: Condition,
    /// How many years in a row, this one included, the condition must hold; 1 for this year alone.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub years_in_a_row: u8,
    /// Its firing is only *proposed* until somebody confirms it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub needs_confirmation: bool,
    /// The firings that were confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<Confirmation>,
    /// What it does.
    pub effect: Effect,
    /// The effect also holds for so many years after the one it fired in.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lasts_years: u8,
    /// The effect begins the year after (its own year is spared).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_next_year: bool,
}

fn yes() -> bool {
    true
}

fn one() -> u8 {
    1
}

fn is_one(n: &u8) -> bool {
    *n == 1
}

fn is_zero(n: &u8) -> bool {
    *n == 0
}

/// A confirmed firing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Of which unit.
    pub unit: UnitId,
    /// In which year.
    pub year: Year,
}

/// When a rule fires. Three-valued: where a value that decides is missing, the rule is *undecided* (待核).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// All hold (none listed: holds).
    All(Vec<Condition>),
    /// Any holds (none listed: does not hold).
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// At least so many of these hold.
    AtLeast {
        /// How many.
        count: u8,
        /// Of which.
        of: Vec<Condition>,
    },
    /// A quantity against a threshold.
    Compare {
        /// Which quantity.
        left: Operand,
        /// How.
        is: Comparison,
        /// The threshold, in the quantity's measure.
        than: f64,
        /// Other thresholds for some classes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        by_class: Vec<ClassThreshold>,
    },
    /// The unit's grade so far (from the bands) or of the year before is one of these.
    Grade {
        /// Any of these grades.
        among: Vec<GradeId>,
        /// How many years back, whose final grade is meant; 0 for this year's grade from the bands, before rules touch
        /// it, or for a note the final one.
        #[serde(default)]
        years_back: u8,
    },
    /// Another rule's condition holds for the same unit and year.
    Fired(RuleId),
    /// At least `count` units that have this one as parent are vetoed in the same year; undecided where an undecided
    /// or proposed veto of theirs decides.
    SubUnitVetoed {
        /// How many.
        count: u8,
    },
}

/// Another threshold for a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassThreshold {
    /// For which class.
    pub class: ClassId,
    /// The threshold.
    pub than: f64,
}

/// A quantity that a condition reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Operand {
    /// An indicator's value, in its measure, never carried forward or replaced.
    Indicator {
        /// Which.
        id: IndicatorId,
        /// Of how many years back.
        #[serde(default)]
        years_back: u8,
    },
    /// How an indicator's value changed against the year before, in its measure.
    Change(IndicatorId),
    /// A criterion's share of its points, 0..=1, before rules.
    Criterion(CriterionId),
    /// The total in marks: before any rule for zeros and deductions, after those for bonuses, before grades for the rest,
    /// and the final one for notes.
    Total,
    /// The coverage, 0..=1.
    Coverage,
    /// The place in the class by total before vetoes, 1 the best; `from_last` counts from the end.
    Place {
        /// 1 is the last place.
        #[serde(default)]
        from_last: bool,
    },
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// <
    Below,
    /// ≤
    AtMost,
    /// =
    Equal,
    /// ≠
    NotEqual,
    /// ≥
    AtLeast,
    /// >
    Above,
}

/// What a rule does. Marks are in the scheme's full marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// The criterion earns nothing.
    ZeroCriterion {
        /// Which.
        criterion: CriterionId,
    },
    /// Marks off.
    Deduct {
        /// So many ...
        marks: f64,
        /// ... for each event counted by this indicator (above `beyond`); once where `None`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        per: Option<IndicatorId>,
        /// Events up to this many cost nothing.
        #[serde(default)]
        beyond: f64,
        /// From this criterion, at most what it has earned; from the total where `None`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        criterion: Option<CriterionId>,
        /// At most so many marks in all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<f64>,
    },
    /// Marks on top.
    Bonus {
        /// So many ...
        marks: f64,
        /// ... for each event counted by this indicator; once where `None`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        per: Option<IndicatorId>,
        /// At most so many marks in all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<f64>,
        /// Only where the total before bonuses is at least this.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        gate: Option<f64>,
    },
    /// Marks by place in the class: the first of the list for the first place, and so on.
    MarksByPlace {
        /// For the first, second ... place; may be negative.
        #[serde(default)]
        top: Vec<f64>,
        /// For the last, last but one ... place.
        #[serde(default)]
        bottom: Vec<f64>,
    },
    /// The total is set to this.
    SetTotal {
        /// The marks.
        marks: f64,
    },
    /// The total is at most this.
    CapTotal {
        /// The marks.
        marks: f64,
    },
    /// The grade is this one.
    SetGrade {
        /// Which.
        grade: GradeId,
    },
    /// The grade is at best this.
    CapGrade {
        /// Which.
        grade: GradeId,
    },
    /// So many grades down.
    DemoteGrade {
        /// How many.
        by: u8,
    },
    /// A veto (一票否决): the failing grade, no rank, listed last.
    Veto,
    /// A veto after which nothing else is scored; the total is not shown.
    StopScoring,
    /// So many places down in its class.
    DemoteRank {
        /// How many.
        by: u8,
    },
    /// Nothing but the record: a commendation, a summons, a report upward.
    Note {
        /// What is noted.
        text: Text,
    },
}
