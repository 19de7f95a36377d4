//! Criteria: the tree of a scheme. A leaf is scored from an indicator, a node from its children.

use serde::{Deserialize, Serialize};

use super::{ClassId, CriterionId, IndicatorId, ScoreFunction, Text};

/// A node or leaf of the scheme's tree (评分项).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id, unique in the scheme.
    pub id: CriterionId,
    /// Its name.
    pub name: Text,
    /// The marks it can give; among siblings, its weight. Not below 0.
    pub points: f64,
    /// The classes it applies to; empty for all. Where it does not apply, its points spread over its siblings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<ClassId>,
    /// Whether it counts as usual.
    #[serde(default, skip_serializing_if = "Role::is_counted")]
    pub role: Role,
    /// Where its points were published, or why they are what they are.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub basis: Text,
    /// A leaf's indicator or a node's children.
    pub body: Body,
}

/// What a criterion is scored from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Body {
    /// An indicator through a score function.
    Leaf(Leaf),
    /// Its children.
    Node {
        /// How they combine.
        #[serde(default)]
        aggregate: Aggregate,
        /// They.
        children: Vec<Criterion>,
    },
}

/// How a leaf is scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// From which indicator.
    pub indicator: IndicatorId,
    /// By which function.
    pub function: ScoreFunction,
    /// Take the natural logarithm of the value (and of the function's settings) first; values must be above 0.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub log: bool,
    /// What is done where the value is missing; `None` for the scheme's way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingPolicy>,
}

/// What a missing leaf does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingPolicy {
    /// It is left out and the points of what is present are rescaled.
    #[default]
    LeaveOut,
    /// It earns nothing.
    Zero,
    /// The latest value of at most so many years before is taken; where there is none, it is left out.
    CarryForward {
        /// At most so many years.
        years: u8,
    },
    /// The median of the class is taken; where there is none, it is left out.
    ClassMedian,
}

/// How children combine into their parent's share, weighted by their points (weights w sum to 1, shares s).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// Σ w·s.
    #[default]
    Arithmetic,
    /// Π s^w; 0 where a weighted share is 0.
    Geometric,
    /// 1 ÷ Σ (w ÷ s); 0 where a weighted share is 0.
    Harmonic,
    /// (Σ w·s^p)^(1/p); p ≠ 0, and 0 where p < 0 and a weighted share is 0.
    Power {
        /// The exponent.
        exponent: f64,
    },
    /// The least share among children with points.
    Minimum,
    /// Points that sum: Σ points·s ÷ the node's own points, clamped to 0..=1. Missing ones are not rescaled.
    Sum,
}

/// Whether a criterion counts as usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It is part of its parent's mean.
    #[default]
    Counted,
    /// Its marks come on top of the total, at most `cap` of them.
    Bonus {
        /// At most so many marks.
        cap: f64,
    },
    /// It is computed and shown, and does not count.
    Reported,
}

impl Role {
    /// It is part of its parent's mean.
    pub fn is_counted(&self) -> bool {
        matches!(self, Self::Counted)
    }
}

impl Criterion {
    /// The children; none for a leaf.
    pub fn children(&self) -> &[Criterion] {
        match &self.body {
            Body::Leaf(_) => &[],
            Body::Node { children, .. } => children,
        }
    }

    /// The leaf's settings; `None` for a node.
    pub fn leaf(&self) -> Option<&Leaf> {
        match &self.body {
            Body::Leaf(leaf) => Some(leaf),
            Body::Node { .. } => None,
        }
    }
}
