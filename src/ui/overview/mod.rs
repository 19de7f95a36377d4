//! 总览, the first thing seen: the score and what it rests on, the findings that matter, marks won and lost, and the
//! charts of approval times and of the years.

mod charts;
mod criteria_table;
mod finding;
mod findings;
mod result_card;

use yew::prelude::*;

use super::evaluated::Evaluated;
use crate::app::{Shared, State};
use charts::Charts;
use criteria_table::CriteriaTable;
use findings::Findings;
use result_card::ResultCard;

/// Props of [`OverviewScreen`].
#[derive(Properties, PartialEq)]
pub struct OverviewScreenProps {
    /// The state.
    pub state: Shared<State>,
    /// What its inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// The overview of the opened unit, or of the first one listed.
#[component]
pub fn OverviewScreen(props: &OverviewScreenProps) -> Html {
    let evaluated = &props.evaluated;
    let opened = props.state.view.unit.as_ref().and_then(|id| evaluated.unit_index(id));
    let unit = opened.or(evaluated.now.listing.first().map(|unit| *unit as usize)).unwrap_or_default();
    html! {
        <div class="overview">
            <ResultCard evaluated={evaluated.clone()} {unit} />
            <Findings evaluated={evaluated.clone()} {unit} />
            <CriteriaTable evaluated={evaluated.clone()} {unit} />
            <Charts state={props.state.clone()} />
        </div>
    }
}
