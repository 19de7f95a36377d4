//! The screen: components that show the state and send actions.

use yew::prelude::*;

/// The whole page.
#[component]
fn App() -> Html {
    html! { <main>{ "法衡" }</main> }
}

/// Puts the page into the document.
pub fn mount() {
    let host = gloo::utils::document().get_element_by_id("app");
    if let Some(host) = host {
        yew::Renderer::<App>::with_root(host).render();
    }
}
