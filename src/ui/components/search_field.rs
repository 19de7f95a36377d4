//! A field to search by words. What is still being composed (pinyin) is not searched for; Escape empties it.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::browser::{event, listen};

/// Props of [`SearchField`].
#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// What is searched.
    pub label: AttrValue,
    /// The words that are searched for, where they are kept elsewhere.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// Where the words go.
    pub on_search: Callback<String>,
}

/// A field to search by words.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let field = use_node_ref();
    use_effect_with((field.clone(), props.on_search.clone()), |(field, on_search)| {
        let on_search = on_search.clone();
        let listening = listen::on_composed(field.get(), move |words| on_search.emit(words));
        move || drop(listening)
    });
    let on_search = props.on_search.clone();
    let on_input = Callback::from(move |e: InputEvent| {
        if !e.is_composing() {
            on_search.emit(event::value(&e));
        }
    });
    let on_search = props.on_search.clone();
    let on_key_down = Callback::from(move |e: KeyboardEvent| {
        if e.key() == "Escape" && !e.is_composing() {
            e.stop_propagation();
            event::clear(&e);
            on_search.emit(String::new());
        }
    });
    html! {
        <label class="search">
            { icon(Icon::Search) }
            <span class="visually-hidden">{ &props.label }</span>
            <input type="search" placeholder={props.label.clone()} value={props.text.clone()} oninput={on_input} onkeydown={on_key_down}
                ref={field} />
        </label>
    }
}
