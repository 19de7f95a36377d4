//! The code that puts a chart into another page, to be copied.

use yew::prelude::*;

use crate::{
    app::{EmbedTheme, Shared},
    browser::{copy, event, page},
    chart::Chart,
    domain::Nature,
    export,
    i18n::texts::deck,
    ui::{context::use_ctx, deck::Pickable, saving},
};

/// Props of [`EmbedPanel`].
#[derive(Properties, PartialEq)]
pub struct EmbedPanelProps {
    /// The chart and what it shows.
    pub pickable: Pickable,
    /// The same, drawn.
    pub chart: Shared<Chart>,
    /// It is to be closed.
    pub on_close: Callback<()>,
}

/// The code that puts a chart into another page.
#[component]
pub fn EmbedPanel(props: &EmbedPanelProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let theme = use_state_eq(EmbedTheme::default);
    let copied = use_state_eq(|| None::<bool>);
    let embed = props.pickable.embed(ctx.lang, *theme);
    let own = embed.as_kept || props.pickable.state.inputs.table.data().nature == Nature::Own;
    let title = props.chart.heading(ctx.lang).title;
    let code = export::frame::code(&page::file_name(), &embed.fragment(), &title);
    let on_theme = {
        let (theme, copied) = (theme.clone(), copied.clone());
        move |e: Event| {
            theme.set(if event::value(&e) == "dark" { EmbedTheme::Dark } else { EmbedTheme::Light });
            copied.set(None);
        }
    };
    let on_copy = {
        let (code, copied) = (code.clone(), copied.clone());
        move |_: MouseEvent| {
            let copied = copied.clone();
            copy::copy_text(&code, move |outcome| copied.set(Some(outcome.is_ok())));
        }
    };
    let on_svg = {
        let (ctx, chart) = (ctx.clone(), props.chart.clone());
        move |_: MouseEvent| saving::save_svg(&ctx, &chart)
    };
    let told = copied.map(|done| if done { texts.code_copied } else { texts.code_not_copied });
    html! {
        <section class="embed-panel" aria-label={texts.embed_heading}>
            <h4>{ texts.embed_heading }</h4>
            <p class="embed-hint">{ texts.embed_hint }</p>
            if own { <p class="embed-hint tag-warn">{ texts.embed_own }</p> }
            <textarea class="embed-code" readonly=true rows="3" spellcheck="false" aria-label={texts.embed_code} value={code} />
            <div class="button-row">
                <label class="chooser">
                    <span>{ texts.ground }</span>
                    <select onchange={on_theme}>
                        <option value="light" selected={*theme == EmbedTheme::Light}>{ texts.light }</option>
                        <option value="dark" selected={*theme == EmbedTheme::Dark}>{ texts.dark }</option>
                    </select>
                </label>
                <button type="button" class="button button-main" onclick={on_copy}>{ texts.copy_code }</button>
                <button type="button" class="button" onclick={on_svg}>{ texts.svg_alone }</button>
                <button type="button" class="button" onclick={props.on_close.reform(|_: MouseEvent| ())}>{ texts.close }</button>
                <span class="embed-told" role="status">{ told }</span>
            </div>
        </section>
    }
}
