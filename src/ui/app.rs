//! The root: holds the state, sets language and theme of the document, keeps the work, and shows the frame.

use std::rc::Rc;

use yew::prelude::*;

use super::{context::Ctx, frame::Frame, keeping::use_keeping, link::use_links, start};
use crate::{
    app::{Action, Shared, State, reduce},
    browser::page,
    i18n::{
        Lang,
        texts::{frame::frame, keeping::keeping},
    },
};

/// The whole page.
#[component]
pub fn App() -> Html {
    let later = use_state(|| None);
    let at_once = {
        let later = later.clone();
        use_memo((), move |()| start::start(move |started| later.set(Some(started))))
    };
    match later.as_ref().or(at_once.as_ref().as_ref()) {
        Some(Ok(state)) => html! { <Page start={state.clone()} /> },
        Some(Err(problem)) => {
            html! { <main class="start-problem" role="alert"><p>{ problem.clone() }</p></main> }
        }
        None => {
            html! { <main class="start-problem" role="status"><p>{ keeping(Lang::Zh).reading }</p></main> }
        }
    }
}

/// The state as Yew's reducer holds it.
struct Store(Shared<State>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(&self.0, action);
        if next == *self.0 { self } else { Rc::new(Self(Shared::new(next))) }
    }
}

/// Props of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The state to begin with.
    pub start: Shared<State>,
}

/// The page from a state on.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let start = props.start.clone();
    let store = use_reducer(|| Store(start));
    let state = store.0.clone();
    let dispatch = use_memo((), |()| {
        let dispatcher = store.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    });
    let kept = use_keeping(&state, &dispatch);
    use_links(&dispatch);
    use_effect_with(state.view.lang, |lang| {
        let texts = frame(*lang);
        page::set_language(lang.tag(), &format!("{} · {}", texts.app, texts.app_subtitle));
    });
    use_effect_with(state.view.theme, |theme| {
        page::set_theme(theme.attribute());
    });
    let ctx = Ctx { lang: state.view.lang, dispatch: (*dispatch).clone() };
    html! {
        <ContextProvider<Ctx> context={ctx}>
            <Frame {state} {kept} />
        </ContextProvider<Ctx>>
    }
}
