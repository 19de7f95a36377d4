//! A button that opens a short list of things to switch on and off. Escape and leaving it close it.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::browser::event;

/// A thing of a [`Checklist`].
#[derive(Clone, PartialEq)]
pub struct ChecklistEntry {
    /// What it is.
    pub label: AttrValue,
    /// It is on.
    pub on: bool,
    /// Switches it.
    pub on_toggle: Callback<()>,
}

/// Props of [`Checklist`].
#[derive(Properties, PartialEq)]
pub struct ChecklistProps {
    /// What the button says.
    pub label: AttrValue,
    /// The things.
    pub entries: Vec<ChecklistEntry>,
}

/// A button that opens a short list of things to switch on and off.
#[component]
pub fn Checklist(props: &ChecklistProps) -> Html {
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
    let entries = props.entries.iter().map(|entry| {
        let on_change = entry.on_toggle.reform(|_: Event| ());
        html! {
            <li><label class="menu-entry checklist-entry">
                <input type="checkbox" checked={entry.on} onchange={on_change} />{ &entry.label }
            </label></li>
        }
    });
    html! {
        <div class="menu" ref={place} onkeydown={on_key_down} onfocusout={on_focus_out}>
            <button type="button" class="button" aria-expanded={open.to_string()} onclick={on_toggle}>
                { &props.label }{ icon(Icon::Down) }
            </button>
            if *open {
                <ul class="menu-list" tabindex="-1">{ for entries }</ul>
            }
        </div>
    }
}
