//! What every component may need: the language and where actions go. Data goes by props.

use yew::prelude::*;

use crate::{app::Action, i18n::Lang};

/// The language and the dispatcher.
#[derive(Clone, Debug, PartialEq)]
pub struct Ctx {
    /// The language of the page.
    pub lang: Lang,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

impl Ctx {
    /// A callback that sends the action made from an event.
    pub fn send<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event| dispatch.emit(action(event)))
    }
}

/// The context of the page; without one (a component alone) Chinese, and actions go nowhere.
#[hook]
pub fn use_ctx() -> Ctx {
    use_context::<Ctx>().unwrap_or_else(|| Ctx { lang: Lang::Zh, dispatch: Callback::noop() })
}
