//! A list of which one is chosen.

use yew::prelude::*;

use crate::browser::event;

/// Props of [`Choice`].
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Its name for a screen reader.
    pub label: AttrValue,
    /// The values and what they say.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value that is chosen.
    pub chosen: AttrValue,
    /// Where a chosen value goes.
    pub on_choose: Callback<String>,
}

/// A list of which one is chosen.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let on_change = props.on_choose.reform(|e: Event| event::value(&e));
    let option = |(value, name): &(AttrValue, AttrValue)| {
        html! { <option key={value.to_string()} value={value.clone()} selected={*value == props.chosen}>{ name }</option> }
    };
    html! {
        <select class="choice" aria-label={props.label.clone()} onchange={on_change}>
            { for props.options.iter().map(option) }
        </select>
    }
}
