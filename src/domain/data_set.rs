//! A data set: units, indicators and the observed values, each with its source.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{ClassId, DocumentId, Indicator, IndicatorId, Text, UnitId};

/// An assessed year (年度).
pub type Year = u16;

/// The years that a data set may hold.
pub const YEARS_ALLOWED: RangeInclusive<Year> = 1949..=2100;

/// Everything that was observed. Written as JSON with `"format": "faheng-data"` and a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSet {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Whether its figures were published or invented.
    pub nature: Nature,
    /// What it holds and where it stops.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// The documents that its figures come from.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// The classes of units.
    pub classes: Vec<UnitClass>,
    /// The units.
    pub units: Vec<Unit>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// The values.
    pub observations: Vec<Observation>,
    /// Where a series changes what it counts.
    #[serde(default)]
    pub breaks: Vec<SeriesBreak>,
}

/// Where the figures of a data set come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Figures that somebody published.
    Published,
    /// Figures that a user brought: whether they were published is not known.
    Own,
    /// Figures made up for trying things; always labelled so on the screen.
    Invented,
}

/// A document that figures come from (出处).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: Text,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub publisher: Text,
    /// When, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// How near it stands to the original.
    pub quality: Quality,
    /// Its web address; shown as text, never fetched.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

/// How near a document stands to the original figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// The unit's own report.
    Report,
    /// A government's or court's page.
    Official,
    /// A newspaper or publisher.
    Press,
    /// A reprint whose original was not seen (转载).
    Secondary,
    /// Made up, for trying things.
    Invented,
}

/// A kind of unit (单位类别).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitClass {
    /// Its id.
    pub id: ClassId,
    /// Its name.
    pub name: Text,
}

/// A unit that is assessed (被评单位).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: Text,
    /// Its class.
    pub class: ClassId,
    /// The unit it belongs to; a rule may read the veto of a sub-unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
}

/// One value of one indicator for one unit and year (观测值), or the reason why there is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Whose.
    pub unit: UnitId,
    /// Of which year.
    pub year: Year,
    /// Of what.
    pub indicator: IndicatorId,
    /// The value in the indicator's measure; finite, or `None` where it is missing.
    pub value: Option<f64>,
    /// Why it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingReason>,
    /// Which other count of the same thing this is (口径); such a value is kept and shown, and not scored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub variant: String,
    /// Its standard error, where the source gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What a reader must know of it: a limit, a rounding, another period.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// Set where `value` was corrected by hand: what was there before, and why. `value` is the one in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// What a correction by hand replaced. A later import renews `imported` and leaves the corrected value in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The value that the source gives; `None` where it gave none.
    pub imported: Option<f64>,
    /// Why it was corrected.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
}

/// Why a value is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingReason {
    /// The source does not give it.
    NotPublished,
    /// It was not collected or handed in.
    NotReported,
    /// There was nothing to count: no case, no application.
    NothingToCount,
    /// It was given and then withdrawn or rejected.
    Withdrawn,
    /// The cell could not be read.
    Unreadable,
}

/// Where a figure stands (出处).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// In which document.
    pub document: DocumentId,
    /// In which section, page, sheet or cell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// The figure as printed there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub printed: String,
}

/// A change of what a series counts: `years` stand apart from those before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesBreak {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// For which units; empty for all.
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// The first year counted in the new way.
    pub from: Year,
    /// The last year counted so; `None` where it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Year>,
    /// What changed.
    pub note: Text,
}
