//! The rail: the screens of the page in the order of the work, each with a short word of its state where it has one.

use yew::prelude::*;

use crate::{
    app::{Action, Screen},
    i18n::texts::{
        frame::{FrameTexts, frame},
        rules::rail_state,
    },
    ui::{
        components::{Icon, icon},
        context::use_ctx,
    },
};

/// The screens that there are, in order.
const SCREENS: [(Screen, Icon); 11] = [
    (Screen::Overview, Icon::Overview),
    (Screen::Scoring, Icon::Scoring),
    (Screen::Scheme, Icon::Tree),
    (Screen::Rules, Icon::Rules),
    (Screen::Trends, Icon::Trends),
    (Screen::Approval, Icon::Clock),
    (Screen::Charts, Icon::Bars),
    (Screen::Compare, Icon::Compare),
    (Screen::Deck, Icon::Slides),
    (Screen::Data, Icon::Table),
    (Screen::Method, Icon::Help),
];

/// Props of [`Rail`].
#[derive(Properties, PartialEq)]
pub struct RailProps {
    /// The screen that is shown.
    pub screen: Screen,
    /// How many times rules have fired.
    pub fired: usize,
    /// One of them is a veto.
    pub vetoes: bool,
}

/// The rail.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let ctx = use_ctx();
    let texts = frame(ctx.lang);
    let entries = SCREENS.map(|(screen, sign)| {
        let current = props.screen == screen;
        let on_click = ctx.send(move |_: MouseEvent| Action::OpenScreen(screen));
        html! {
            <li key={name(texts, screen)}>
                <button type="button" class="rail-entry" aria-current={current.then_some("page")} onclick={on_click}>
                    { icon(sign) }<span>{ name(texts, screen) }</span>
                    if screen == Screen::Rules && props.fired > 0 {
                        <span class={classes!("rail-state", props.vetoes.then_some("rail-state-veto"))}>{ rail_state(ctx.lang, props.fired) }</span>
                    }
                </button>
            </li>
        }
    });
    html! { <nav class="rail" aria-label={texts.screens}><ul>{ for entries }</ul></nav> }
}

/// The name of a screen.
pub fn name(texts: &FrameTexts, screen: Screen) -> &'static str {
    match screen {
        Screen::Overview => texts.overview,
        Screen::Scoring => texts.scoring,
        Screen::Scheme => texts.scheme_screen,
        Screen::Rules => texts.rules,
        Screen::Trends => texts.trends,
        Screen::Approval => texts.approval,
        Screen::Charts => texts.charts,
        Screen::Deck => texts.deck,
        Screen::Data => texts.data_screen,
        Screen::Compare => texts.compare,
        Screen::Method => texts.method,
    }
}
