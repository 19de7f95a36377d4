//! The state: what is evaluated (undoable) and what is shown (not).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{History, Incoming, Library, Notice, RankingView, Shared, SlideDeck, tour::Tour};
use crate::{
    chart::{Span, catalogue::ChartView},
    domain::{CriterionId, IndicatorId, Scheme, UnitId, Year},
    i18n::Lang,
    scoring::Table,
};

/// Everything that the page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What can be chosen.
    pub library: Library,
    /// What is evaluated.
    pub inputs: Inputs,
    /// The inputs before, and those that were undone.
    pub history: History,
    /// The page is a copy for reading only.
    pub read_only: bool,
    /// What is shown.
    pub view: View,
}

/// What an evaluation is made from, and the charts and slides that show it. Every change of it can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The data set, prepared for scoring.
    pub table: Shared<Table>,
    /// The year.
    pub year: Year,
    /// The scheme as it is now.
    pub scheme: Shared<Scheme>,
    /// Rules are applied; without them the result is what the criteria alone give.
    pub rules_in_force: bool,
    /// The slides, which show what this gives.
    pub deck: Shared<SlideDeck>,
    /// What holds while weights are moved.
    pub hold: Shared<Hold>,
    /// What the screens with charts show of this.
    pub charts: Shared<ChartViews>,
}

/// What the screens with charts show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChartViews {
    /// The chart screen.
    pub chart: ChartView,
    /// The trend screen.
    pub trend: TrendView,
    /// The approval screen.
    pub approval: ApprovalView,
}

/// What holds while weights are moved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hold {
    /// The criteria whose points are locked.
    pub locked: BTreeSet<CriterionId>,
    /// The sum of siblings: where one moves, the unlocked others give way.
    pub sum: bool,
}

/// What is shown; changing it changes no result.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The screen.
    pub screen: Screen,
    /// The unit that is opened beside the ranking.
    pub unit: Option<UnitId>,
    /// The criterion that is looked at in the opened unit.
    pub criterion: Option<CriterionId>,
    /// The criteria whose children are shown in the scheme panel.
    pub open: BTreeSet<CriterionId>,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// The message that is shown.
    pub notice: Option<Notice>,
    /// How the ranking is listed.
    pub ranking: RankingView,
    /// Which schemes are compared.
    pub compare: CompareView,
    /// The files with tables that are being taken in: the first one is on the data screen, the others wait.
    pub imports: Vec<Shared<Incoming>>,
    /// A scheme is being made from the data set, on the data screen.
    pub drafting: bool,
    /// The tour that is under way.
    pub tour: Option<Tour>,
}

/// Which schemes are compared, by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareView {
    /// The first; the present one as it was delivered or kept where nothing is chosen.
    pub left: Option<String>,
    /// The second; the present one where nothing is chosen.
    pub right: Option<String>,
}

/// What the trend screen shows; where nothing is chosen, or what was chosen is not in the data, the page chooses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrendView {
    /// What is measured.
    pub measured: Option<Measured>,
    /// Of which units.
    pub units: Option<BTreeSet<UnitId>>,
    /// In which years; all where nothing is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// What the approval screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalView {
    /// What says more: the units of the year, or each in its latest year.
    #[default]
    Suggested,
    /// The units of the present year beside each other.
    OfYear,
    /// The units beside each other, each in its latest year.
    Latest,
    /// One unit over its years.
    OfUnit(UnitId),
}

/// What a trend measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measured {
    /// The score by the present scheme.
    Score,
    /// An indicator.
    Indicator(IndicatorId),
}

/// The screens, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screen {
    /// 总览.
    #[default]
    Overview,
    /// 评分.
    Scoring,
    /// 方案.
    Scheme,
    /// 规则.
    Rules,
    /// 趋势.
    Trends,
    /// 审批时限.
    Approval,
    /// 图表.
    Charts,
    /// 汇报.
    Deck,
    /// 数据.
    Data,
    /// 比较.
    Compare,
    /// 方法.
    Method,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl State {
    /// The state that the page opens with: the first data set of the library, its latest year, the first scheme.
    /// `None` where the library lacks either.
    pub fn new(library: Library) -> Option<Self> {
        let table = library.data_sets.first()?.table.clone();
        let scheme = library.schemes.first()?.scheme.clone();
        let year = table.years().last().copied().unwrap_or_default();
        let view = View {
            screen: Screen::default(),
            unit: None,
            criterion: None,
            open: BTreeSet::new(),
            lang: Lang::default(),
            theme: Theme::default(),
            notice: None,
            ranking: RankingView::default(),
            compare: CompareView::default(),
            imports: Vec::new(),
            drafting: false,
            tour: None,
        };
        Some(Self {
            library,
            inputs: Inputs {
                table,
                year,
                scheme,
                rules_in_force: true,
                deck: Shared::default(),
                hold: Shared::default(),
                charts: Shared::default(),
            },
            history: History::default(),
            read_only: false,
            view,
        })
    }

    /// The scheme being worked on differs from the one of the library that it started as.
    pub fn scheme_changed(&self) -> bool {
        self.library
            .scheme(&self.inputs.scheme.id)
            .is_none_or(|original| *original != self.inputs.scheme && **original != *self.inputs.scheme)
    }
}

impl Theme {
    /// Its name in the styles; `None` where the system decides.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Auto => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

impl Inputs {
    /// The year of the table that is nearest to the wanted one, the later one of two; the wanted one where the table
    /// has none.
    pub fn nearest_year(table: &Table, wanted: Year) -> Year {
        table.years().iter().rev().copied().min_by_key(|year| year.abs_diff(wanted)).unwrap_or(wanted)
    }
}
