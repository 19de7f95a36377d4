//! What can happen, in imperative names.

use crate::chart::catalogue::ChartView;
use crate::domain::{CriterionId, DataSet, RuleId, Scheme, ScoreFunction, UnitId, Year};
use crate::i18n::Lang;

use super::{
    ApprovalView, CellEdit, CompareView, DeckAction, DraftAction, ImportAction, Notice, RankingView,
    SchemeEdit, Screen, Shared, Theme, TrendView, project::Project, tour::TourAction,
};

/// Everything that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// Evaluate another data set of the library; the scheme stays where it scores anything of it.
    ChooseDataSet(String),
    /// Evaluate another year.
    ChooseYear(Year),
    /// Work on another scheme of the library.
    ChooseScheme(String),
    /// Apply the rules, or leave them all aside.
    SetRulesInForce(bool),

    /// Move a criterion's points while a hand is still on them; joins the moves before into one step.
    MovePoints(CriterionId, f64),
    /// Set a criterion's points.
    SetPoints(CriterionId, f64),
    /// Move the border between two neighbours while a hand is still on it: the left one's points; the right one has
    /// the rest of both.
    MoveBorder([CriterionId; 2], f64),
    /// End a move: what the hand moved is a step from now on.
    Settle,
    /// Lock a criterion's points, or unlock them.
    Lock(CriterionId, bool),
    /// Hold the sum of siblings while one of them moves, or let it go.
    HoldSum(bool),
    /// Give all children of a criterion (of the first level where `None`) the same points, their sum kept.
    SplitEqually(Option<CriterionId>),
    /// Set all points back to those of the scheme in the library.
    ResetPoints,
    /// Scale all points so that the first level sums to full marks and children to their parent.
    NormalisePoints,
    /// Move from how many marks on the n-th band's grade is given while a hand is still on it.
    MoveBand(usize, f64),
    /// Set from how many marks on the n-th band's grade is given.
    SetBand(usize, f64),
    /// Change how a leaf is scored while a hand is still on it.
    MoveFunction(CriterionId, ScoreFunction),
    /// Set how a leaf is scored.
    SetFunction(CriterionId, ScoreFunction),

    /// Shape the scheme: criteria and rules added, changed, moved, taken away.
    Shape(SchemeEdit),
    /// Switch a rule on or off.
    SetRuleOn(RuleId, bool),
    /// Set the n-th threshold of a rule, counted as its sentence reads.
    SetThreshold(RuleId, usize, f64),
    /// Set the marks that a rule gives, takes, sets or caps to.
    SetRuleMarks(RuleId, f64),
    /// Confirm a proposed firing, or withdraw the confirmation.
    Confirm {
        /// Of which rule.
        rule: RuleId,
        /// For which unit, in the present year.
        unit: UnitId,
        /// Confirmed, or no longer.
        confirmed: bool,
    },
    /// Set everything of the scheme back to what it is in the library.
    ResetScheme,

    /// Take back the latest change.
    Undo,
    /// Do the latest undone change again.
    Redo,
    /// Take back or do again until so many steps are done.
    GoToStep(usize),

    /// Put an opened data set into the library and choose it.
    AddDataSet(Shared<DataSet>),
    /// Put a copy of the present scheme under this name into the library and choose it.
    KeepScheme(String),
    /// Put an opened scheme into the library and choose it.
    AddScheme(Shared<Scheme>),

    /// Take in a scheme that a link carries, beside those that are there.
    TakeScheme(Shared<Scheme>),
    /// Begin again with what comes with the page. Own data sets and schemes stay in their lists.
    StartOver,

    /// Correct a figure of the present data set.
    CorrectCell(CellEdit),
    /// Take in a file with tables.
    Import(ImportAction),

    /// Make a scheme from the data set.
    Draft(DraftAction),

    /// Collect and word slides.
    Deck(DeckAction),

    /// Open a project in the place of the present work.
    OpenProject(Shared<Project>),
    /// Put work that another tab kept, as [`super::snapshot::write`] gives it, in the place of the present one.
    TakeBack(String),

    /// Begin the tour, go on, or end it.
    Tour(TourAction),
    /// Show a screen.
    OpenScreen(Screen),
    /// Open a unit beside the ranking, or close it.
    OpenUnit(Option<UnitId>),
    /// Open a unit at one of its criteria.
    OpenUnitAt(UnitId, CriterionId),
    /// Show or hide the children of a criterion in the scheme panel.
    ToggleCriterion(CriterionId),
    /// List the ranking in another way.
    ShowRanking(RankingView),
    /// Compare other schemes.
    ShowComparison(CompareView),
    /// Show a trend.
    ShowTrend(TrendView),
    /// Show approval times of the units beside each other, or of one over its years.
    ShowApproval(ApprovalView),
    /// Show a chart of the evaluation.
    ShowChart(ChartView),
    /// Show the page in a language.
    SetLang(Lang),
    /// Show the page light or dark.
    SetTheme(Theme),
    /// Show a message.
    Notify(Notice),
    /// Take the message away.
    DismissNotice,
}
