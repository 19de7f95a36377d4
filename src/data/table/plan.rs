//! What an import understood of a book, for a person to check and change before anything is taken over.

use serde::{Deserialize, Serialize};

use super::{Address, Area, measure::WrittenMeasure};
use crate::domain::{Document, Indicator, IndicatorId, Unit, UnitClass, UnitId, Year};

/// How a book is read: where things stand in its sheets, and what its labels mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The tables, in the order of the sheets; a sheet may hold several, or none.
    pub tables: Vec<TablePlan>,
    /// Every label of an indicator that stands in them, once, in order of appearance.
    pub indicators: Vec<IndicatorMatch>,
    /// Every label of a unit, once, in order of appearance.
    pub units: Vec<UnitMatch>,
    /// The classes that new units bring with them.
    pub classes: Vec<UnitClass>,
    /// The year of tables that name none.
    pub year: Option<Year>,
    /// The source that the figures are said to come from.
    pub document: Document,
}

/// How one table is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TablePlan {
    /// Which sheet it stands in.
    pub sheet: u32,
    /// It is read at all.
    pub read: bool,
    /// The rows and columns of figures, without labels and headers.
    pub body: Area,
    /// Rows within it that hold no figures of units: numbers of columns, sections, sums.
    pub rows_left_out: Vec<u32>,
    /// Columns within it that hold no figures: remarks, names of persons.
    pub columns_left_out: Vec<u32>,
    /// Where the units are named.
    pub unit: Place,
    /// Where their codes stand: what two names with one code are is one unit.
    pub code: Option<Line>,
    /// Where their classes are named.
    pub class: Option<Line>,
    /// Where the indicators are named.
    pub indicator: Place,
    /// Where the measure of each stands.
    pub measure: Option<Line>,
    /// The measure of all that have none of their own (`单位：万元` above the table).
    pub measure_of_all: Option<WrittenMeasure>,
    /// Where it is said what each figure is: estimate, standard error, rank ...
    pub statistic: Option<Line>,
    /// Where the year stands.
    pub year: Place,
    /// Other labels of units that are not read.
    pub attributes: Vec<Attribute>,
    /// How sure the reading of the table is, 0..=1.
    pub confidence: f64,
}

/// A row or a column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Line {
    /// A row, 0 the first.
    Row(u32),
    /// A column, 0 for A.
    Column(u32),
}

/// Where something is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// In these rows above the figures, or in these columns beside them; several are joined.
    At(Vec<Line>),
    /// It is the same for the whole table.
    Fixed(String),
    /// For years: in the names of the indicators (`2018年件数`).
    InIndicator,
    /// Nowhere.
    Nowhere,
}

/// A line of labels that is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Where it stands.
    pub line: Line,
    /// Its heading.
    pub heading: String,
}

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A row a unit.
    Wide,
    /// A column a unit.
    Transposed,
    /// A row an observation.
    Long,
    /// A sheet a unit.
    UnitPerSheet,
}

impl TablePlan {
    /// How the table is laid out.
    pub fn shape(&self) -> Shape {
        let in_column = |place: &Place| matches!(place, Place::At(lines) if matches!(lines.first(), Some(Line::Column(_))));
        match (&self.unit, in_column(&self.unit), in_column(&self.indicator)) {
            (_, true, true) => Shape::Long,
            (_, true, false) => Shape::Wide,
            (Place::At(_), false, _) => Shape::Transposed,
            _ => Shape::UnitPerSheet,
        }
    }
}

/// What a label of an indicator means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorMatch {
    /// The label, without its measure and year.
    pub label: String,
    /// The measure as written.
    pub measure: Option<WrittenMeasure>,
    /// Where it first stands: sheet and cell.
    pub first: (u32, Address),
    /// What it is taken for.
    pub target: IndicatorTarget,
    /// A figure is multiplied by this into the target's measure; a percentage or 万 in the cell itself comes first.
    pub factor: f64,
    /// How sure that is, 0..=1.
    pub confidence: f64,
}

/// What a label of an indicator is taken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum IndicatorTarget {
    /// An indicator of the data set.
    Known(IndicatorId),
    /// A new indicator.
    New(Indicator),
    /// The standard errors of the figures under another label.
    StandardErrorOf(String),
    /// It is not read.
    Leave,
}

/// What a label of a unit means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitMatch {
    /// The label.
    pub label: String,
    /// Its code; empty where there is none.
    pub code: String,
    /// The name of its class; empty where there is none.
    pub class: String,
    /// Where it first stands: sheet and cell.
    pub first: (u32, Address),
    /// What it is taken for.
    pub target: UnitTarget,
    /// How sure that is, 0..=1.
    pub confidence: f64,
}

/// What a label of a unit is taken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum UnitTarget {
    /// A unit of the data set.
    Known(UnitId),
    /// A new unit.
    New(Unit),
    /// It is not read: a sum, a mean.
    Leave,
}
