//! The words of a slide and of the cover; a field counts when it is left.

use yew::prelude::*;

use crate::{
    app::{Action, ChartSlide, CoverText, DeckAction, Shared},
    browser::event,
    chart::Chart,
    i18n::texts::deck,
    ui::context::use_ctx,
};

/// Props of [`SlideForm`].
#[derive(Properties, PartialEq)]
pub struct SlideFormProps {
    /// The slide.
    pub slide: ChartSlide,
    /// Its chart.
    pub chart: Shared<Chart>,
}

/// Headline and note of a slide.
#[component]
pub fn SlideForm(props: &SlideFormProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let id = props.slide.id;
    let on_headline = ctx.send(move |e: Event| Action::Deck(DeckAction::SetHeadline(id, event::value(&e))));
    let on_note = ctx.send(move |e: Event| Action::Deck(DeckAction::SetNote(id, event::value(&e))));
    html! {
        <div class="deck-form">
            <label>
                <span>{ texts.headline }<small>{ texts.headline_hint }</small></span>
                <input type="text" class="deck-field" value={props.slide.headline.clone()}
                    placeholder={props.chart.heading(ctx.lang).title} onchange={on_headline} />
            </label>
            <label>
                <span>{ texts.note }</span>
                <textarea class="deck-field" rows="2" value={props.slide.note.clone()} onchange={on_note} />
            </label>
        </div>
    }
}

/// Props of [`CoverForm`].
#[derive(Properties, PartialEq)]
pub struct CoverFormProps {
    /// The cover, where there is one.
    pub cover: Option<CoverText>,
}

/// Whether there is a cover, and what it says.
#[component]
pub fn CoverForm(props: &CoverFormProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let set = |cover: Option<CoverText>| Action::Deck(DeckAction::SetCover(cover));
    let on_toggle = ctx.send(move |e: Event| set(event::checked(&e).then(CoverText::default)));
    let fields = props.cover.clone().map(|cover| {
        let on_title = {
            let cover = cover.clone();
            ctx.send(move |e: Event| set(Some(CoverText { title: event::value(&e), ..cover.clone() })))
        };
        let on_byline = {
            let cover = cover.clone();
            ctx.send(move |e: Event| set(Some(CoverText { byline: event::value(&e), ..cover.clone() })))
        };
        html! {
            <>
                <input type="text" class="deck-field" aria-label={texts.cover_title} placeholder={texts.cover_title}
                    value={cover.title.clone()} onchange={on_title} />
                <input type="text" class="deck-field" aria-label={texts.cover_byline} placeholder={texts.cover_byline}
                    value={cover.byline.clone()} onchange={on_byline} />
            </>
        }
    });
    html! {
        <div class="deck-cover">
            <label class="deck-check">
                <input type="checkbox" checked={props.cover.is_some()} onchange={on_toggle} />{ texts.with_cover }
            </label>
            { fields }
        </div>
    }
}
