//! 评分, the home of the work: the scheme on the left, the ranking beside it, a unit opened beside that.

mod bands;
mod criterion_row;
mod grade_chip;
mod rank_news;
mod ranking;
mod ranking_head;
mod ranking_lines;
mod ranking_row;
mod ranking_tools;
mod row_model;
mod scheme_panel;
mod score_bar;
mod weight_bar;

use yew::prelude::*;

use super::{evaluated::Evaluated, unit::UnitPanel};
use crate::{
    app::{Shared, State, rests_on},
    domain::Scheme,
};
use rank_news::RankNews;
use ranking::Ranking;
use scheme_panel::SchemePanel;

pub use grade_chip::grade_chip;
pub use row_model::second_row;
pub use score_bar::colour_style;

/// Props of [`ScoringScreen`].
#[derive(Properties, PartialEq)]
pub struct ScoringScreenProps {
    /// The state.
    pub state: Shared<State>,
    /// What its inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// The scoring screen.
#[component]
pub fn ScoringScreen(props: &ScoringScreenProps) -> Html {
    let state = &props.state;
    let original = state.library.scheme(&state.inputs.scheme.id).unwrap_or(&state.inputs.scheme);
    let unit = state.view.unit.as_ref().and_then(|id| props.evaluated.unit_index(id));
    // Only those that score something of the data have places to hold against.
    let schemes: Vec<Shared<Scheme>> =
        state.library.schemes.iter().map(|entry| entry.scheme.clone()).collect();
    let schemes = use_memo((schemes, state.inputs.table.clone()), |(schemes, table)| {
        let suits = |scheme: &&Shared<Scheme>| rests_on(scheme, table.data()) > 0.0;
        schemes.iter().filter(suits).cloned().collect::<Vec<_>>()
    });
    html! {
        <div class={classes!("scoring", unit.map(|_| "scoring-with-unit"))}>
            <SchemePanel evaluated={props.evaluated.clone()} original={original.clone()} open={state.view.open.clone()} />
            <RankNews evaluated={props.evaluated.clone()} settled={state.history.moving.is_none()} />
            <Ranking evaluated={props.evaluated.clone()} unit={state.view.unit.clone()} view={state.view.ranking.clone()}
                schemes={(*schemes).clone()} />
            if let Some(unit) = unit {
                <UnitPanel evaluated={props.evaluated.clone()} {unit} criterion={state.view.criterion.clone()} />
            }
        </div>
    }
}
