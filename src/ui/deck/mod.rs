//! 汇报: charts collected for a meeting, each with a headline and a note; shown full screen, saved as a presentation.

mod file;
mod picked;
mod presentation;
mod slide_form;
mod slide_list;
mod slide_view;
mod weights;

use yew::prelude::*;

use crate::{
    app::{Action, ChartSlide, DeckAction, Screen, Shared, State},
    chart::Chart,
    i18n::texts::deck::{self, DeckTexts},
    ui::{
        charts::schemes,
        components::{Icon, icon},
        context::{Ctx, use_ctx},
    },
};

pub use picked::{Pickable, use_charts};
use presentation::Presentation;
use slide_form::{CoverForm, SlideForm};
use slide_list::SlideList;
use slide_view::SlideView;

/// Props of [`DeckScreen`].
#[derive(Properties, PartialEq)]
pub struct DeckScreenProps {
    /// The state.
    pub state: Shared<State>,
}

/// The screen of slides.
#[component]
pub fn DeckScreen(props: &DeckScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let state = &props.state;
    let slides = &state.inputs.deck.slides;
    let picks = slides.iter().map(|slide| slide.chart.clone()).collect();
    let charts = use_charts(picks, &state.inputs, schemes(&state.library));
    let chosen = use_state_eq(|| None::<u32>);
    let presenting = use_state_eq(|| false);
    if slides.is_empty() {
        return empty(&ctx, texts);
    }
    let at = chosen.and_then(|id| state.inputs.deck.find(id)).map_or(0, |(place, _)| place);
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |id: u32| chosen.set(Some(id)))
    };
    let present = |on: bool| {
        let presenting = presenting.clone();
        Callback::from(move |()| presenting.set(on))
    };
    let shown = slides.get(at).zip(charts.get(at));
    html! {
        <div class="deck">
            <section class="panel deck-side" aria-labelledby="deck-list">
                <h2 id="deck-list" class="visually-hidden">{ texts.list }</h2>
                { commands(&ctx, texts, state, &charts, present(true)) }
                <SlideList slides={slides.clone()} charts={(*charts).clone()} chosen={at} {on_choose} />
                <CoverForm cover={state.inputs.deck.cover.clone()} />
            </section>
            if let Some((slide, chart)) = shown { { editor(slide, chart, state.inputs.deck.standard) } }
            if *presenting {
                <Presentation state={state.clone()} charts={(*charts).clone()}
                    start={at} on_leave={present(false)} />
            }
        </div>
    }
}

fn editor(slide: &ChartSlide, chart: &Shared<Chart>, standard: bool) -> Html {
    html! {
        <div class="deck-editor">
            <div class={classes!("deck-preview", standard.then_some("deck-preview-standard"))}>
                <SlideView chart={chart.clone()} headline={slide.headline.clone()} />
            </div>
            <SlideForm key={slide.id} slide={slide.clone()} chart={chart.clone()} />
        </div>
    }
}

fn commands(
    ctx: &Ctx,
    texts: &DeckTexts,
    state: &Shared<State>,
    charts: &[Shared<Chart>],
    on_present: Callback<()>,
) -> Html {
    let on_save = {
        let (ctx, state, charts) = (ctx.clone(), state.clone(), charts.to_vec());
        move |_: MouseEvent| file::save(&ctx, &state.inputs.deck, &charts)
    };
    let size = |standard: bool, label: &'static str| {
        let on_click = ctx.send(move |_: MouseEvent| Action::Deck(DeckAction::SetStandard(standard)));
        let on = state.inputs.deck.standard == standard;
        html! { <button type="button" class="segment" aria-pressed={on.to_string()} onclick={on_click}>{ label }</button> }
    };
    html! {
        <div class="deck-commands">
            <button type="button" class="button button-main" onclick={on_present.reform(|_: MouseEvent| ())}>
                { icon(Icon::Slides) }{ texts.present }
            </button>
            <button type="button" class="button" onclick={on_save}>{ icon(Icon::File) }{ texts.save }</button>
            <div class="segments" role="group" aria-label={texts.size}>
                { size(false, texts.wide) }{ size(true, texts.standard) }
            </div>
        </div>
    }
}

fn empty(ctx: &Ctx, texts: &DeckTexts) -> Html {
    let to = |screen: Screen| ctx.send(move |_: MouseEvent| Action::OpenScreen(screen));
    html! {
        <section class="deck-empty">
            <h2>{ texts.empty_heading }</h2>
            <p>{ texts.empty }</p>
            <div class="button-row">
                <button type="button" class="button button-main" onclick={to(Screen::Charts)}>{ texts.to_charts }</button>
                <button type="button" class="button" onclick={to(Screen::Approval)}>{ texts.to_approval }</button>
                <button type="button" class="button" onclick={to(Screen::Trends)}>{ texts.to_trends }</button>
            </div>
        </section>
    }
}
