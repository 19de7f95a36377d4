//! A chart on the screen: its title and sources as text, the drawing, its table twin, and the files it is saved as.

use yew::prelude::*;

use super::{chart_menu::ChartMenu, chart_stage::ChartStage, chart_table::ChartTable};
use crate::{
    app::Shared,
    browser::download,
    chart::{Chart, hit::Mark},
    export,
    i18n::texts::charts,
    ui::{
        context::{Ctx, use_ctx},
        saving::report,
    },
};

/// Props of [`ChartFigure`].
#[derive(Properties, PartialEq)]
pub struct ChartFigureProps {
    /// The chart.
    pub chart: Shared<Chart>,
    /// A mark was chosen by click or Enter.
    #[prop_or_default]
    pub on_pick: Callback<Mark>,
}

/// A chart on the screen.
#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let ctx = use_ctx();
    let as_table = use_state_eq(|| false);
    let heading = use_memo((props.chart.clone(), ctx.lang), |(chart, lang)| chart.heading(*lang));
    let problem = props.chart.problem(ctx.lang);
    let foot = heading.foot.iter().map(|line| html! { <li>{ line.clone() }</li> });
    html! {
        <figure class="chart">
            <figcaption class="chart-heading">
                <h3 class="chart-title">{ heading.title.clone() }</h3>
                <p class="chart-subtitle">{ heading.subtitle.clone() }</p>
            </figcaption>
            if problem.is_none() {
                <div class="chart-tools"><ChartMenu chart={props.chart.clone()} /></div>
            }
            if let Some(problem) = &problem {
                <p class="empty">{ problem.clone() }</p>
            } else {
                <ChartStage chart={props.chart.clone()} on_pick={props.on_pick.clone()} />
                <div class="chart-foot">
                    <ul class="chart-sources">{ for foot }</ul>
                    { buttons(&ctx, &props.chart, &as_table) }
                </div>
                if *as_table { <ChartTable chart={props.chart.clone()} /> }
            }
        </figure>
    }
}

fn buttons(ctx: &Ctx, chart: &Shared<Chart>, as_table: &UseStateHandle<bool>) -> Html {
    let texts = charts::charts(ctx.lang);
    let on_table = {
        let as_table = as_table.clone();
        move |_: MouseEvent| as_table.set(!*as_table)
    };
    let on_save = {
        let (ctx, chart) = (ctx.clone(), chart.clone());
        move |_: MouseEvent| save_csv(&ctx, &chart)
    };
    html! {
        <div class="chart-buttons">
            <button type="button" class="button" aria-expanded={as_table.to_string()} onclick={on_table}>
                { texts.table }
            </button>
            if **as_table {
                <button type="button" class="button" onclick={on_save}>{ texts.save_csv }</button>
            }
        </div>
    }
}

fn save_csv(ctx: &Ctx, chart: &Shared<Chart>) {
    let table = chart.table(ctx.lang);
    let name = export::file_name::file_name(&[charts::charts(ctx.lang).app, &table.caption], "csv");
    report(ctx, download::save(&name, "text/csv", &export::csv::csv(&table)));
}
