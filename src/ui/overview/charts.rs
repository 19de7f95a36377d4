//! The charts of the overview: approval times, and the trend where the data has years to compare.

use yew::prelude::*;

use crate::{
    app::{Action, ApprovalView, ChartPick, Shared, State, TrendView},
    chart::hit::Mark,
    ui::{
        approval,
        components::ChartFigure,
        context::use_ctx,
        deck::Pickable,
        trends::shown::{self, Shown},
    },
};

/// Props of [`Charts`].
#[derive(Properties, PartialEq)]
pub struct ChartsProps {
    /// The state.
    pub state: Shared<State>,
}

/// The charts that the page suggests for the data; a mark opens its unit.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let ctx = use_ctx();
    let inputs = &props.state.inputs;
    let approval =
        use_memo((inputs.table.clone(), inputs.year), |(table, year)| approval::suggested(table, *year));
    let years = shown::use_years(inputs);
    let trend = use_memo((years, props.state.view.unit.clone()), |(years, unit)| {
        Some(Shown::new(years, &TrendView::default(), unit.as_ref())).filter(|shown| !shown.one_year)
    });
    let on_pick = ctx.send(|mark: Mark| Action::OpenUnit(mark.unit));
    let approval = (*approval).clone().map(|chart| (chart, ChartPick::Approval(ApprovalView::Suggested)));
    let trend = (*trend).as_ref().map(|shown| (shown.chart.clone(), ChartPick::Trend(shown.view())));
    let charts: Vec<Html> = [approval, trend]
        .into_iter()
        .flatten()
        .map(|(chart, pick)| {
            let pickable = Pickable { pick, state: props.state.clone() };
            html! { <ChartFigure {chart} {pickable} on_pick={on_pick.clone()} /> }
        })
        .collect();
    if charts.is_empty() {
        return Html::default();
    }
    html! { <div class="overview-charts">{ for charts }</div> }
}
