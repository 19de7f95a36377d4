//! The tour: a card beside a ring around what it speaks of, above the page, which cannot be reached meanwhile.

mod place;

use yew::prelude::*;

use crate::{
    app::{
        Action,
        tour::{Stop, Tour as State, TourAction},
    },
    browser::{
        spotlight::{self, Spot},
        timer,
    },
    i18n::texts::tour::{self as texts, tour},
    ui::context::{Ctx, use_ctx},
};

/// How often it looks where things stand, in milliseconds: screens take their shape after they are opened.
const LOOK: u32 = 120;
/// How far the ring stands off what it surrounds.
const OFF: f64 = 6.0;

/// What a stop points at.
fn selector(stop: Stop) -> &'static str {
    match stop {
        Stop::Data => ".top-bar .chooser",
        Stop::Weights => ".scheme-panel .criterion",
        Stop::Ranking => ".ranking .bar",
        Stop::Reasons => ".ranking .unit-name",
        Stop::Rules => ".rule-card .rule-head",
        Stop::Charts => ".chart-kind",
        Stop::Slides => ".deck-commands, .deck-empty",
        Stop::Keep => ".top-bar .menu",
    }
}

/// A button that begins the tour.
pub fn tour_button(ctx: &Ctx) -> Html {
    let on_click = ctx.send(|_: MouseEvent| Action::Tour(TourAction::Begin));
    html! { <button type="button" class="button" onclick={on_click}>{ tour(ctx.lang).begin }</button> }
}

/// Where the ring and the card stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Stand {
    ring: Option<Spot>,
    card: (f64, f64),
}

/// Props of [`Tour`].
#[derive(Properties, PartialEq)]
pub struct TourProps {
    /// The tour.
    pub tour: State,
}

/// The tour.
#[component]
pub fn Tour(props: &TourProps) -> Html {
    let ctx = use_ctx();
    let words = tour(ctx.lang);
    let (dialog, card) = (use_node_ref(), use_node_ref());
    let stand = use_state_eq(Stand::default);
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            spotlight::show_dialog(dialog.get());
            || spotlight::focus_on("#main")
        });
    }
    {
        let (card, stand) = (card.clone(), stand.clone());
        use_effect_with((props.tour, ctx.lang), move |(tour, _)| {
            let selector = tour.stop().map_or("", selector);
            spotlight::bring_into_sight(selector);
            spotlight::focus_on(".tour .button-main");
            let look = move || {
                let window = spotlight::window_size();
                let ring = spotlight::find(selector).map(|spot| place::around(spot, OFF, window));
                stand.set(Stand { ring, card: place::beside(ring, spotlight::size(card.get()), window) });
            };
            look();
            let looking = timer::every(LOOK, look);
            move || drop(looking)
        });
    }
    let Some(stop) = props.tour.stop() else { return Html::default() };
    let (heading, text) = texts::stop(ctx.lang, stop);
    let (nth, last) = (props.tour.at, Stop::ALL.len() - 1);
    let go = |action: TourAction| ctx.send(move |_: MouseEvent| Action::Tour(action));
    let on_key = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |e: KeyboardEvent| {
            // No key reaches the page below.
            e.stop_propagation();
            let action = match e.key().as_str() {
                "Escape" => TourAction::Leave,
                "ArrowRight" | "PageDown" => TourAction::Next,
                "ArrowLeft" | "PageUp" => TourAction::Back,
                _ => return,
            };
            e.prevent_default();
            dispatch.emit(Action::Tour(action));
        })
    };
    // The browser closes a dialog by itself; the state is what shows it.
    let on_cancel = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |e: Event| {
            e.prevent_default();
            dispatch.emit(Action::Tour(TourAction::Leave));
        })
    };
    let at = |x: f64, y: f64| format!("left:{x:.0}px;top:{y:.0}px");
    html! {
        <dialog ref={dialog} class="tour" aria-labelledby="tour-heading" aria-describedby="tour-text" onkeydown={on_key} oncancel={on_cancel}>
            if let Some(ring) = stand.ring {
                <div class="tour-ring" aria-hidden="true"
                    style={format!("{};width:{:.0}px;height:{:.0}px", at(ring.x, ring.y), ring.width, ring.height)} />
            }
            <div class="tour-card" ref={card} style={at(stand.card.0, stand.card.1)}>
                <p class="tour-step">{ texts::step(ctx.lang, nth + 1, last + 1) }</p>
                <div aria-live="polite">
                    <h2 id="tour-heading">{ heading }</h2>
                    <p id="tour-text">{ text }</p>
                </div>
                <div class="tour-buttons">
                    <button type="button" class="quiet-button" onclick={go(TourAction::Leave)}>{ words.leave }</button>
                    <span class="spacer" />
                    if nth > 0 {
                        <button type="button" class="button" onclick={go(TourAction::Back)}>{ words.back }</button>
                    }
                    <button type="button" class="button button-main" onclick={go(TourAction::Next)}>
                        { if nth == last { words.done } else { words.next } }
                    </button>
                </div>
            </div>
        </dialog>
    }
}
