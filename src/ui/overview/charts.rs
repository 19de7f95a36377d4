//! The charts of the overview: approval times, and the trend where the data has years to compare.

use yew::prelude::*;

use crate::{
    app::{Action, Shared, State, TrendView},
    chart::hit::Mark,
    ui::{
        approval,
        components::ChartFigure,
        context::use_ctx,
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
    let charts = [approval.as_ref().clone(), trend.as_ref().as_ref().map(|shown| shown.chart.clone())];
    let charts: Vec<Html> = charts
        .into_iter()
        .flatten()
        .map(|chart| html! { <ChartFigure {chart} on_pick={on_pick.clone()} /> })
        .collect();
    if charts.is_empty() {
        return Html::default();
    }
    html! { <div class="overview-charts">{ for charts }</div> }
}
