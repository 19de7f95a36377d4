//! The list of all steps, done and undone, the latest first; any of them can be gone back or forward to.

use yew::prelude::*;

use crate::{
    app::{Action, History},
    browser::event,
    i18n::texts::frame::FrameTexts,
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
    },
};

/// Props of [`HistoryMenu`].
#[derive(Properties, PartialEq)]
pub struct HistoryMenuProps {
    /// The steps.
    pub history: History,
}

/// The list of all steps behind a button.
#[component]
pub fn HistoryMenu(props: &HistoryMenuProps) -> Html {
    let ctx = use_ctx();
    let texts = crate::i18n::texts::frame::frame(ctx.lang);
    let open = use_state(|| false);
    let place = use_node_ref();
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let on_key_down = {
        let open = open.clone();
        Callback::from(move |e: KeyboardEvent| {
            if *open && e.key() == "Escape" {
                e.stop_propagation();
                open.set(false);
            }
        })
    };
    let on_focus_out = {
        let (open, place) = (open.clone(), place.clone());
        Callback::from(move |e: FocusEvent| {
            if !event::focus_stays_in(place.get(), &e) {
                open.set(false);
            }
        })
    };
    html! {
        <div class="menu" ref={place} onkeydown={on_key_down} onfocusout={on_focus_out}>
            <button type="button" class="quiet-button" aria-label={texts.steps} title={texts.steps}
                aria-expanded={open.to_string()} onclick={on_toggle}>{ icon(Icon::Clock) }</button>
            if *open {
                <ol class="menu-list history-list" aria-label={texts.steps} tabindex="-1">
                    { for entries(&ctx, texts, &props.history) }
                </ol>
            }
        </div>
    }
}

/// The steps with the latest first, and the beginning under them.
fn entries(ctx: &Ctx, texts: &FrameTexts, history: &History) -> Vec<Html> {
    let (names, present) = history.names();
    let all = std::iter::once(texts.beginning).chain(names.into_iter().map(|name| ctx.lang.pick(name)));
    let mut entries: Vec<Html> = all
        .enumerate()
        .map(|(nth, name)| {
            let class = match nth.cmp(&present) {
                std::cmp::Ordering::Less => "menu-entry",
                std::cmp::Ordering::Equal => "menu-entry history-present",
                std::cmp::Ordering::Greater => "menu-entry history-undone",
            };
            let on_click = ctx.send(move |_: MouseEvent| Action::GoToStep(nth));
            html! {
                <li key={nth}>
                    <button type="button" {class} aria-current={(nth == present).then_some("step")} onclick={on_click}>
                        { name.to_owned() }
                    </button>
                </li>
            }
        })
        .collect();
    entries.reverse();
    entries
}
