//! The whole page takes files that are dropped on it, and says so while one is held over it.

use yew::prelude::*;

use crate::{
    browser::file_picker,
    i18n::texts::data_screen::data_screen,
    ui::{context::use_ctx, import::open_files},
};

/// Props of [`DropZone`].
#[derive(Properties, PartialEq)]
pub struct DropZoneProps {
    /// The page.
    pub children: Html,
}

/// The page as a place to drop files on.
#[component]
pub fn DropZone(props: &DropZoneProps) -> Html {
    let ctx = use_ctx();
    let over = use_state_eq(|| false);
    let on_drag_over = {
        let over = over.clone();
        Callback::from(move |e: DragEvent| {
            if file_picker::carries_files(&e) {
                e.prevent_default();
                over.set(true);
            }
        })
    };
    let on_drag_leave = {
        let over = over.clone();
        Callback::from(move |e: DragEvent| over.set(e.related_target().is_some()))
    };
    let on_drop = {
        let (over, dispatch) = (over.clone(), ctx.dispatch.clone());
        Callback::from(move |e: DragEvent| {
            if file_picker::carries_files(&e) {
                e.prevent_default();
                open_files(&dispatch, file_picker::dropped_files(&e));
            }
            over.set(false);
        })
    };
    html! {
        <div class="page" ondragover={on_drag_over} ondragleave={on_drag_leave} ondrop={on_drop}>
            { props.children.clone() }
            if *over { <p class="drop-sign">{ data_screen(ctx.lang).drop_here }</p> }
        </div>
    }
}
