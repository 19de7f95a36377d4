//! A scheme (评分方案): the whole configurable scoring model.

use serde::{Deserialize, Serialize};

use super::{Aggregate, ClassId, Criterion, CriterionId, GradeId, MissingPolicy, Rule, Text};

/// Criteria, bands, rules and the choices between them. Written as JSON with `"format": "faheng-scheme"` and a
/// version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where it comes from, and what its source does not publish.
    pub source: Text,
    /// The marks of a perfect unit.
    pub full_marks: f64,
    /// How the first level combines.
    #[serde(default)]
    pub aggregate: Aggregate,
    /// The first-level criteria (一级).
    pub criteria: Vec<Criterion>,
    /// Other points for some classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class_points: Vec<ClassPoints>,
    /// The grades, best first; the last one is the failing one.
    pub grades: Vec<Grade>,
    /// The bands (分数线), best first.
    pub bands: Vec<Band>,
    /// Other bands for some classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class_bands: Vec<ClassBands>,
    /// The rules.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// What a missing leaf does, where the leaf says nothing.
    #[serde(default)]
    pub missing: MissingPolicy,
    /// Below this coverage (0..=1) a unit is not rated.
    #[serde(default)]
    pub coverage_limit: f64,
    /// How ties share places.
    #[serde(default)]
    pub ties: Ties,
    /// Among whom units are ranked.
    #[serde(default)]
    pub rank_within: RankWithin,
    /// The total may exceed full marks by bonuses.
    #[serde(default)]
    pub above_full: bool,
    /// Totals are rounded to so many decimals before grades and ranks; not at all where `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// How the result combines years; the year alone where `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_years: Option<OverYears>,
}

/// Points of one class that differ from the criterion's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassPoints {
    /// For which class.
    pub class: ClassId,
    /// Of which criterion.
    pub criterion: CriterionId,
    /// So many points.
    pub points: f64,
}

/// A grade (等次).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its id.
    pub id: GradeId,
    /// Its name.
    pub name: Text,
}

/// From which total on a grade is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Which grade.
    pub grade: GradeId,
    /// From this many marks on.
    pub from: f64,
}

/// The bands of a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassBands {
    /// Of which class.
    pub class: ClassId,
    /// The bands, best first.
    pub bands: Vec<Band>,
}

/// How ties share places, and what splits them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ties {
    /// How places are counted.
    #[serde(default)]
    pub method: TieMethod,
    /// The criterion whose share splits a tie; what is still equal shares the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_by: Option<CriterionId>,
}

/// How places are counted at ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieMethod {
    /// 1-2-2-4.
    #[default]
    Competition,
    /// 1-2-2-3.
    Dense,
    /// 1-2.5-2.5-4.
    Fractional,
}

/// Among whom units are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankWithin {
    /// Among their class.
    #[default]
    Class,
    /// Among all units.
    All,
}

/// A result over several years: weight · this year + (1 − weight) · mean of the earlier years that have one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverYears {
    /// The weight of the assessed year, 0..=1.
    pub weight: f64,
    /// At most so many earlier years.
    pub earlier: u8,
}
