//! A slide on the screen: the finding, the chart, the sources.

use yew::prelude::*;

use crate::{
    app::Shared,
    chart::Chart,
    ui::{components::ChartStage, context::use_ctx},
};

/// Props of [`SlideView`].
#[derive(Properties, PartialEq)]
pub struct SlideViewProps {
    /// The chart.
    pub chart: Shared<Chart>,
    /// The user's headline; empty where the chart's own title says it.
    pub headline: AttrValue,
    /// For a projector.
    #[prop_or_default]
    pub projected: bool,
}

/// A slide on the screen.
#[component]
pub fn SlideView(props: &SlideViewProps) -> Html {
    let ctx = use_ctx();
    let heading = use_memo((props.chart.clone(), ctx.lang), |(chart, lang)| chart.heading(*lang));
    let headline =
        if props.headline.is_empty() { heading.title.clone().into() } else { props.headline.clone() };
    html! {
        <article class="slide">
            <h3 class="slide-headline">{ headline }</h3>
            <p class="slide-subtitle">{ heading.subtitle.clone() }</p>
            if let Some(problem) = props.chart.problem(ctx.lang) {
                <p class="slide-problem">{ problem }</p>
            } else {
                <ChartStage chart={props.chart.clone()} fills=true projected={props.projected} />
            }
            <p class="slide-foot">{ heading.foot.first().cloned() }</p>
        </article>
    }
}
