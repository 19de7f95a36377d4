//! The banner: which data set and year the screen shows, and whether its figures are real.

use yew::prelude::*;

use crate::{
    app::{Inputs, Screen},
    domain::Nature,
    i18n::texts::frame::frame,
    ui::context::use_ctx,
};

use super::rail::name;

/// Props of [`Banner`].
#[derive(Properties, PartialEq)]
pub struct BannerProps {
    /// What is evaluated.
    pub inputs: Inputs,
    /// The screen that is shown.
    pub screen: Screen,
}

/// The banner, with the page's only first-level heading.
#[component]
pub fn Banner(props: &BannerProps) -> Html {
    let ctx = use_ctx();
    let texts = frame(ctx.lang);
    let data = props.inputs.table.data();
    let (class, nature) = match data.nature {
        Nature::Published => ("tag tag-published", texts.published),
        Nature::Own => ("tag tag-plain", texts.own),
        Nature::Invented => ("tag tag-invented", texts.invented),
    };
    let note = ctx.lang.pick(&data.note).to_owned();
    html! {
        <header class="banner">
            <h1>
                <span class="banner-screen">{ name(texts, props.screen) }</span>
                { ctx.lang.pick(&data.name) }{ " · " }{ props.inputs.year }
            </h1>
            <span {class}>{ nature }</span>
            <p class="banner-note" title={note.clone()}>{ note }</p>
        </header>
    }
}
