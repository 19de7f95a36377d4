//! A button that opens a short list of commands. Escape and leaving it close it.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::browser::event;

/// A command of a [`Menu`].
#[derive(Clone, PartialEq)]
pub struct MenuEntry {
    /// What it says.
    pub label: AttrValue,
    /// What it does.
    pub on_choose: Callback<()>,
}

/// Props of [`Menu`].
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// What the button says.
    pub label: AttrValue,
    /// The icon before it.
    pub icon: Icon,
    /// The commands.
    pub entries: Vec<MenuEntry>,
}

/// A button that opens a short list of commands.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let place = use_node_ref();
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let on_key_down = {
        let open = open.clone();
        Callback::from(move |e: KeyboardEvent| {
            if e.key() == "Escape" {
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
        let (open, on_choose) = (open.clone(), entry.on_choose.clone());
        let on_click = Callback::from(move |_: MouseEvent| {
            open.set(false);
            on_choose.emit(());
        });
        html! { <li><button type="button" class="menu-entry" onclick={on_click}>{ &entry.label }</button></li> }
    });
    html! {
        <div class="menu" ref={place} onkeydown={on_key_down} onfocusout={on_focus_out}>
            <button type="button" class="button" aria-expanded={open.to_string()} onclick={on_toggle}>
                { icon(props.icon) }{ &props.label }{ icon(Icon::Down) }
            </button>
            if *open {
                <ul class="menu-list">{ for entries }</ul>
            }
        </div>
    }
}
