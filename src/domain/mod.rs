//! The nouns of the assessment: what a unit, an indicator, a scheme, a rule and a result *are*.
//!
//! Plain data with serde (and smallvec for short lists), nothing else. How scores come about is in [`crate::scoring`], how files are read and
//! checked in [`crate::data`].

mod criterion;
mod data_set;
mod evaluation;
mod id;
mod indicator;
mod issue;
mod lazy_column;
mod reads;
mod rule;
mod scheme;
mod score_function;
mod text;
mod unit_results;

pub use criterion::{Aggregate, Body, Criterion, Leaf, MissingPolicy, Role};
pub use data_set::{
    Correction, DataSet, Document, MissingReason, Nature, Observation, Quality, SeriesBreak, Source, Unit,
    UnitClass, YEARS_ALLOWED, Year,
};
pub use evaluation::{
    Bounds, CriterionColumn, Evaluation, Firing, FiringEffect, Outcome, SeenValue, SeenValues, Standing,
};
pub use id::{ClassId, CriterionId, DocumentId, GradeId, IndicatorId, RuleId, UnitId};
pub use indicator::{Aspect, Formula, Indicator, Measure, MeasureKind, Reporter};
pub use issue::Issue;
pub use lazy_column::{LazyColumn, LazyColumns};
pub use rule::{ClassThreshold, Comparison, Condition, Confirmation, Effect, Operand, Rule};
pub use scheme::{Band, ClassBands, ClassPoints, Grade, OverYears, RankWithin, Scheme, TieMethod, Ties};
pub use score_function::{Relative, ScoreFunction, Step};
pub use text::Text;
pub(crate) use unit_results::{BeforeRules, MetResult, NO_GRADE};
pub use unit_results::{UnitResult, UnitResults};
