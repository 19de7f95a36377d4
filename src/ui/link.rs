//! Links that carry a scheme: copied for a colleague, and taken in where the page is opened by one.

use yew::prelude::*;

use super::context::Ctx;
use crate::{
    app::{Action, Inputs, Notice, Shared, link},
    browser::{copy, listen, page},
    i18n::texts::link as texts,
};

/// Copies a link to the present scheme.
pub fn copy_link(ctx: &Ctx, inputs: &Inputs) {
    let dispatch = ctx.dispatch.clone();
    let Some(fragment) = link::fragment(&inputs.scheme) else {
        return dispatch.emit(Action::Notify(Notice::problem(texts::not_copied())));
    };
    let address = page::address();
    let is_file = address.starts_with("file:");
    copy::copy_text(&format!("{address}{fragment}"), move |copied| {
        let notice = match copied {
            Ok(()) => Notice::done(texts::copied(is_file)),
            Err(_) => Notice::problem(texts::not_copied()),
        };
        dispatch.emit(Action::Notify(notice));
    });
}

/// Takes in the scheme that the page's address carries, at the start and whenever the address changes.
#[hook]
pub fn use_links(dispatch: &Callback<Action>) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let look = move || {
            let Some(read) = link::read(&page::fragment()) else { return };
            dispatch.emit(match read {
                Ok(scheme) => Action::TakeScheme(Shared::new(scheme)),
                Err(error) => Action::Notify(Notice::problem(texts::unreadable(&error))),
            });
            page::clear_fragment();
        };
        look();
        let listening = listen::on_fragment(look);
        move || drop(listening)
    });
}
