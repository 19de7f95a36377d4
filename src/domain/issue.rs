//! What an evaluation has to say besides its numbers. Scoring never fails; it says what it met.

use serde::{Deserialize, Serialize};

use super::{CriterionId, IndicatorId, RuleId, UnitId, Year};

/// Something that a reader of the result must know. The sentence for each is in [`crate::i18n`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Issue {
    /// A leaf's indicator is not in the data set: every unit lacks it.
    UnknownIndicator(CriterionId, IndicatorId),
    /// A leaf with points has no value for any unit in the year.
    NoData(CriterionId),
    /// All units of a class have the same share of a leaf: it separates nobody.
    SeparatesNobody(CriterionId),
    /// All children of a node have 0 points; it earns nothing. `None` for the first level.
    AllPointsZero(Option<CriterionId>),
    /// A score function's settings make no sense (zero equals full, no steps ...): the leaf counts as missing.
    BadFunction(CriterionId),
    /// A value outside the function's domain (a logarithm of 0 ...): it counts as missing.
    OutOfDomain(CriterionId, UnitId),
    /// A rule names a criterion, indicator, grade or rule that does not exist; it stays undecided or without effect.
    BadRule(RuleId),
    /// Rules that wait for each other: all are undecided.
    RuleCycle(Vec<RuleId>),
    /// A derived indicator that depends on itself: it is missing.
    IndicatorCycle(IndicatorId),
    /// A computed figure disagrees with the one its source states.
    FiguresDisagree {
        /// Whose.
        unit: UnitId,
        /// Of which year.
        year: Year,
        /// Of which derived indicator.
        indicator: IndicatorId,
        /// As stated.
        stated: f64,
        /// As computed from its parts.
        computed: f64,
    },
    /// The tree is deeper than is scored; what is below earns nothing.
    TooDeep(CriterionId),
    /// No unit has a score in the year.
    NothingToRank,
}
