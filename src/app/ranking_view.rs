//! How the ranking is listed: order, groups, which units, which columns. Changing it changes no result.

use std::collections::BTreeSet;

use crate::domain::{ClassId, CriterionId};

/// How the ranking is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingView {
    /// The order.
    pub order: Order,
    /// Under which headings; `None` as the scheme ranks: under classes where it ranks within them.
    pub group: Option<Group>,
    /// Which units.
    pub only: Only,
    /// Words that names must have, or the initials of their pinyin.
    pub search: String,
    /// The columns that are shown beside place, name and score.
    pub columns: BTreeSet<Shown>,
    /// The scheme that the change of place is against, by its id; `None` for last year.
    pub against: Option<String>,
}

impl Default for RankingView {
    fn default() -> Self {
        let columns = BTreeSet::from([Shown::Composition, Shown::Grade, Shown::Change]);
        Self {
            order: Order::default(),
            group: None,
            only: Only::default(),
            search: String::new(),
            columns,
            against: None,
        }
    }
}

/// What units stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// No headings.
    Nothing,
    /// Their classes.
    Class,
    /// Their grades.
    Grade,
}

/// Which units are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those vetoed.
    Vetoed,
    /// Those with rules that are undecided or wait to be confirmed.
    Waiting,
    /// Those with data missing, the not rated among them.
    Missing,
    /// Those of a class.
    Class(ClassId),
    /// Those of the n-th grade.
    Grade(u32),
}

/// A column that can be shown or not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The bar of first-level criteria.
    Composition,
    /// The marks of a first-level criterion.
    Criterion(CriterionId),
    /// The share of points that rest on data.
    Coverage,
    /// The grade.
    Grade,
    /// The change of place against last year, or against a scheme.
    Change,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// By place, the scheme's own order.
    #[default]
    Place,
    /// By name.
    Unit,
    /// By the marks of the n-th first-level criterion.
    Criterion(usize),
    /// By score.
    Score,
    /// By coverage.
    Coverage,
    /// By grade.
    Grade,
    /// By change of place.
    Change,
}

/// A column and a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the largest, latest or best.
    pub descending: bool,
}

impl Order {
    /// The order after a click on a column's header: the other direction of the same one, or a new one as it is
    /// mostly wanted.
    pub fn clicked(self, column: Column) -> Self {
        let largest_first = matches!(column, Column::Score | Column::Criterion(_) | Column::Change);
        Self { column, descending: if self.column == column { !self.descending } else { largest_first } }
    }
}
