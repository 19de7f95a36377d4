//! A chart alone in a frame: no surroundings, no ground, as large as the frame. It reads what is kept in the browser
//! and writes nothing there.

use yew::prelude::*;

use crate::{
    app::{Embed, EmbedTheme, Inputs, Shared},
    browser::{listen, page},
    domain::Scheme,
    i18n::{Lang, texts::deck},
    ui::{charts, components::ChartStage, context::Ctx, deck::use_charts, slots, start},
};

/// The chart that the page's address asks for.
#[component]
pub fn Alone() -> Html {
    let asked = use_state_eq(|| Embed::read(&page::fragment()));
    {
        let asked = asked.setter();
        use_effect_with((), move |()| {
            let listening = listen::on_fragment(move || asked.set(Embed::read(&page::fragment())));
            move || drop(listening)
        });
    }
    let made = use_memo((*asked).clone(), |asked| {
        let asked = asked.clone()?;
        page::set_alone();
        page::set_theme(Some(if asked.theme == EmbedTheme::Dark { "dark" } else { "light" }));
        let inputs = inputs(&asked);
        Some((asked, inputs))
    });
    match &*made {
        Some((asked, Ok(inputs))) => {
            let ctx = Ctx { lang: asked.lang, dispatch: Callback::noop() };
            html! {
                <ContextProvider<Ctx> context={ctx}>
                    <AloneChart embed={asked.clone()} inputs={inputs.0.clone()} schemes={inputs.1.clone()} />
                </ContextProvider<Ctx>>
            }
        }
        Some((_, Err(problem))) => html! { <p class="alone-problem" role="alert">{ problem.clone() }</p> },
        None => Html::default(),
    }
}

/// What the chart is made from, the present inputs and the schemes to compare with; or why there is none.
fn inputs(asked: &Embed) -> Result<(Inputs, Vec<Shared<Scheme>>), String> {
    let (library, _) = start::library()?;
    let kept = slots::read().filter(|_| asked.as_kept);
    let kept = kept.and_then(|text| crate::app::snapshot::read(&text, library.clone()).ok());
    let inputs = asked.inputs(&library, kept.as_ref().map(|state| &state.inputs));
    let inputs = inputs.map_err(|id| deck::no_such_data(asked.lang, &id))?;
    Ok((inputs, charts::schemes(&library)))
}

/// Props of [`AloneChart`].
#[derive(Properties, PartialEq)]
struct AloneChartProps {
    embed: Embed,
    inputs: Inputs,
    schemes: Vec<Shared<Scheme>>,
}

#[component]
fn AloneChart(props: &AloneChartProps) -> Html {
    let lang = props.embed.lang;
    let charts = use_charts(vec![props.embed.chart.clone()], &props.inputs, props.schemes.clone());
    let chart = charts.first().cloned();
    let heading = use_memo((chart.clone(), lang), |(chart, lang)| {
        chart.as_ref().map(|chart| chart.heading(*lang)).unwrap_or_default()
    });
    use_effect_with((lang, heading.title.clone()), |(lang, title)| {
        page::set_language(Lang::tag(*lang), title);
    });
    let Some(chart) = chart else { return Html::default() };
    let problem = chart.problem(lang);
    let foot = heading.foot.iter().map(|line| html! { <li>{ line.clone() }</li> });
    html! {
        <figure class="alone">
            <figcaption>
                <h1 class="chart-title">{ heading.title.clone() }</h1>
                <p class="chart-subtitle">{ heading.subtitle.clone() }</p>
            </figcaption>
            if let Some(problem) = problem {
                <p class="alone-problem">{ problem }</p>
            } else {
                <ChartStage {chart} fills=true bare=true />
            }
            <ul class="chart-sources">{ for foot }</ul>
        </figure>
    }
}

/// Whether the page's address asks for a chart alone.
pub fn is_asked() -> bool {
    Embed::read(&page::fragment()).is_some()
}
