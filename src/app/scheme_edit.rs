//! Acts that shape a scheme: criteria and rules are added, changed, moved, copied and taken away.

use crate::domain::{Criterion, CriterionId, GradeId, IndicatorId, Rule, RuleId, Text};

/// An act that shapes the present scheme. One that would leave it out of order is refused with its reason.
#[derive(Clone, Debug)]
pub enum SchemeEdit {
    /// Give the scheme a name.
    Rename(Text),
    /// Add a leaf on an indicator, as the last child of a criterion (of the first level where `None`).
    AddLeaf {
        /// Under which node.
        under: Option<CriterionId>,
        /// Scored from which indicator.
        indicator: IndicatorId,
    },
    /// Put a criterion into a new group of its own, in its place.
    Group(CriterionId),
    /// Take a criterion away, with what is below it.
    RemoveCriterion(CriterionId),
    /// Put a copy of a criterion behind it.
    CopyCriterion(CriterionId),
    /// Move a criterion.
    MoveCriterion(CriterionId, Way),
    /// Put a criterion before another one, wherever that stands.
    PlaceCriterion {
        /// Which.
        id: CriterionId,
        /// Before which.
        before: CriterionId,
    },
    /// Put a criterion in the place of the one of its id; the children stay those of the present one.
    PutCriterion(Box<Criterion>),
    /// Add a grade below that of the n-th band, with a band halfway to the next one.
    AddBand(usize),
    /// Take the n-th band away, and its grade.
    RemoveBand(usize),
    /// Give a grade a name.
    RenameGrade(GradeId, Text),
    /// Add a rule; its id is made anew where it is taken.
    AddRule(Box<Rule>),
    /// Put a rule in the place of the one of its id.
    PutRule(Box<Rule>),
    /// Take a rule away.
    RemoveRule(RuleId),
}

/// A way to move a criterion in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before the sibling before it.
    Up,
    /// Behind the sibling behind it.
    Down,
    /// Out of its group, behind it.
    Out,
    /// Into the group before it, as its last child.
    In,
}
