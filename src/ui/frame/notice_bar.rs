//! The one place for messages. It is always in the document, so that a screen reader hears what comes into it.

use yew::prelude::*;

use crate::{
    app::{Action, Notice, Tone},
    i18n::texts::frame::frame,
    ui::{
        components::{Icon, icon},
        context::use_ctx,
    },
};

/// Props of [`NoticeBar`].
#[derive(Properties, PartialEq)]
pub struct NoticeBarProps {
    /// The message, if there is one.
    pub notice: Option<Notice>,
}

/// The one place for messages.
#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    let ctx = use_ctx();
    let on_dismiss = ctx.send(|_: MouseEvent| Action::DismissNotice);
    let shown = props.notice.as_ref().map(|notice| {
        let (class, sign) = match notice.tone {
            Tone::Done => ("notice notice-done", Icon::Check),
            Tone::Problem => ("notice notice-problem", Icon::Alert),
        };
        html! {
            <div {class}>
                { icon(sign) }
                <p>{ ctx.lang.pick(&notice.text) }</p>
                <button type="button" class="icon-button" aria-label={frame(ctx.lang).dismiss} onclick={on_dismiss}>
                    { icon(Icon::Close) }
                </button>
            </div>
        }
    });
    html! { <div class="notices" role="status">{ shown }</div> }
}
