//! Indicators: what is measured, in which measure, and for a derived one from which others.

use serde::{Deserialize, Serialize};

use super::{IndicatorId, Text};

/// A measured quantity (指标).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id, unique in the data set.
    pub id: IndicatorId,
    /// Its name.
    pub name: Text,
    /// What its values are counted in.
    pub measure: Measure,
    /// Whether it speaks of effort, effect or opinion.
    #[serde(default)]
    pub aspect: Aspect,
    /// Who reports it.
    #[serde(default)]
    pub reporter: Reporter,
    /// How it is computed from others; `None` for a figure that is only observed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<Formula>,
    /// What it counts, and what it does not.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
}

/// What values are counted in (计量单位).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Which kind of quantity it is; decides how a value is written and converted.
    pub kind: MeasureKind,
    /// The word behind a number: 件 / cases. Empty for shares and yes/no.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
}

/// The kinds of quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// A count of things (件, 项, 人 ...), not below 0.
    Count,
    /// Days (天), calendar or working as the name says.
    Days,
    /// Money in yuan (元).
    Money,
    /// A share of a whole: 1 is the whole, and is written 100 %.
    Share,
    /// 1 for yes, 0 for no.
    YesNo,
    /// Marks or an index value.
    Points,
    /// A place in a ranking, 1 the best.
    Place,
    /// Any other real number.
    Number,
}

/// What an indicator speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What was put in: meetings, lectures, documents.
    Input,
    /// What came out.
    #[default]
    Output,
    /// What people think of it.
    Perception,
}

/// Who reports a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reporter {
    /// The unit itself.
    #[default]
    Itself,
    /// A higher authority.
    Superior,
    /// A court.
    Court,
    /// A third party: an institute, a newspaper.
    ThirdParty,
    /// A survey.
    Survey,
}

/// How a derived indicator (派生指标) comes from others. Lists are summed first; a value is missing as soon as one
/// of its parts is missing, or where a whole is 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Formula {
    /// Σ part ÷ Σ whole.
    Ratio {
        /// What is counted.
        part: Vec<IndicatorId>,
        /// Of which whole.
        whole: Vec<IndicatorId>,
    },
    /// (before − after) ÷ before.
    ReductionShare {
        /// The value before.
        before: IndicatorId,
        /// The value after.
        after: IndicatorId,
    },
    /// from − Σ less.
    Difference {
        /// From which.
        from: IndicatorId,
        /// What is taken away.
        less: Vec<IndicatorId>,
    },
    /// Σ of.
    Sum {
        /// What is added.
        of: Vec<IndicatorId>,
    },
}

impl Formula {
    /// The indicators it is computed from, in the order of the formula.
    pub fn parts(&self) -> Vec<&IndicatorId> {
        match self {
            Self::Ratio { part, whole } => part.iter().chain(whole).collect(),
            Self::ReductionShare { before, after } => vec![before, after],
            Self::Difference { from, less } => std::iter::once(from).chain(less).collect(),
            Self::Sum { of } => of.iter().collect(),
        }
    }
}
