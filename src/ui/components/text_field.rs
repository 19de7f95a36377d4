//! A field for words, taken when it is left or by Enter.

use yew::prelude::*;

use crate::browser::event;

/// Props of [`TextField`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// What it asks for.
    pub label: AttrValue,
    /// The present words.
    pub value: AttrValue,
    /// Where new words go, without white space at their ends.
    pub on_set: Callback<String>,
}

/// A field for words.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let on_change = props.on_set.reform(|e: Event| event::value(&e).trim().to_owned());
    html! {
        <label class="words-field">
            <span>{ &props.label }</span>
            <input type="text" autocomplete="off" value={props.value.clone()} onchange={on_change} />
        </label>
    }
}
