//! The button that opens a file with tables.

use yew::prelude::*;

use super::{ACCEPTED, open_files};
use crate::{
    browser::file_picker,
    i18n::texts::tables,
    ui::{
        components::{Icon, icon},
        context::use_ctx,
    },
};

/// The button that opens a file with tables.
#[component]
pub fn ImportButton() -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let field = use_node_ref();
    let on_change = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |e: Event| open_files(&dispatch, file_picker::chosen_files(&e)))
    };
    let on_click = {
        let field = field.clone();
        Callback::from(move |_: MouseEvent| file_picker::ask(field.get()))
    };
    html! {
        <>
            <button type="button" class="button" title={texts.import_title} onclick={on_click}>
                { icon(Icon::File) }{ texts.import }
            </button>
            <input ref={field} class="import-file" type="file" hidden=true multiple=true accept={ACCEPTED}
                onchange={on_change} />
        </>
    }
}
