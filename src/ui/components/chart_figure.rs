//! A chart on the screen: its title and sources as text, the drawing, its table twin, and the files it is saved as.

use yew::prelude::*;

use super::{
    chart_menu::ChartMenu,
    chart_stage::ChartStage,
    chart_table::ChartTable,
    icon::{Icon, icon},
};
use crate::{
    app::{Action, DeckAction, Shared},
    browser::download,
    chart::{Chart, Span, hit::Mark},
    export,
    i18n::texts::{charts, deck},
    ui::{
        context::{Ctx, use_ctx},
        deck::Pickable,
        embed::EmbedPanel,
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
    /// How it is put on a slide or into another page; `None` where it cannot be.
    #[prop_or_default]
    pub pickable: Option<Pickable>,
    /// Where years go that are dragged over; `None` where the chart has no years to narrow.
    #[prop_or_default]
    pub on_span: Option<Callback<Span>>,
}

/// A chart on the screen.
#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let ctx = use_ctx();
    let as_table = use_state_eq(|| false);
    let embedding = use_state_eq(|| false);
    let set = |open: bool| {
        let embedding = embedding.clone();
        Callback::from(move |()| embedding.set(open))
    };
    let (on_embed, on_close) = (props.pickable.is_some().then(|| set(true)), set(false));
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
                <div class="chart-tools">
                    if let Some(pickable) = &props.pickable { { add_button(&ctx, pickable) } }
                    <ChartMenu chart={props.chart.clone()} {on_embed} />
                </div>
            }
            if let Some(pickable) = props.pickable.clone().filter(|_| *embedding) {
                <EmbedPanel {pickable} chart={props.chart.clone()} on_close={on_close} />
            }
            if let Some(problem) = &problem {
                <p class="empty">{ problem.clone() }</p>
            } else {
                <ChartStage chart={props.chart.clone()} on_pick={props.on_pick.clone()} on_span={props.on_span.clone()} />
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

fn add_button(ctx: &Ctx, pickable: &Pickable) -> Html {
    let pick = pickable.pick.clone();
    let on_click = ctx.send(move |_: MouseEvent| Action::Deck(DeckAction::Add(pick.clone())));
    let slides =
        pickable.state.inputs.deck.slides.iter().filter(|slide| slide.chart == pickable.pick).count();
    html! {
        <button type="button" class="button" onclick={on_click}>
            { if slides > 0 { icon(Icon::Check) } else { icon(Icon::Slides) } }
            { deck::add(ctx.lang, slides) }
        </button>
    }
}

fn save_csv(ctx: &Ctx, chart: &Shared<Chart>) {
    let table = chart.table(ctx.lang);
    let name = export::file_name::file_name(&[charts::charts(ctx.lang).app, &table.caption], "csv");
    report(ctx, download::save(&name, "text/csv", &export::csv::csv(&table)));
}
