//! What surrounds the screens: top bar, rail, banner, the one place for messages.

mod banner;
mod drop_zone;
mod file_menu;
mod history_menu;
mod notice_bar;
mod rail;
mod top_bar;

use yew::prelude::*;

use super::{
    approval::ApprovalScreen,
    charts::ChartsScreen,
    compare::CompareScreen,
    context::use_ctx,
    data::DataScreen,
    deck::DeckScreen,
    draft::{DraftCall, DraftPane},
    evaluated::{Evaluated, use_evaluated},
    import::Imports,
    keeping::Kept,
    method::MethodScreen,
    overview::OverviewScreen,
    rules::RulesScreen,
    scheme::SchemeScreen,
    scoring::ScoringScreen,
    tour::Tour,
    trends::TrendsScreen,
};
use crate::{
    app::{Action, Screen, Shared, State},
    browser::listen,
    i18n::texts::frame::frame,
};
use banner::Banner;
use drop_zone::DropZone;
use notice_bar::NoticeBar;
use rail::Rail;
use top_bar::TopBar;

/// Props of [`Frame`].
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// The state.
    pub state: Shared<State>,
    /// How the work is kept.
    pub kept: Kept,
}

/// The frame with the present screen in it.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let ctx = use_ctx();
    let texts = frame(ctx.lang);
    let state = &props.state;
    let evaluated = use_evaluated(&state.inputs);
    use_frame_keys(ctx.dispatch.clone());
    html! {
        <DropZone>
            <a class="skip-link" href="#main">{ texts.skip }</a>
            <TopBar state={state.clone()} kept={props.kept.clone()} />
            <Rail screen={state.view.screen} fired={evaluated.fired()} vetoes={evaluated.vetoed() > 0} />
            <main id="main" tabindex="-1" class="main">
                <NoticeBar notice={state.view.notice.clone()} />
                <Banner inputs={state.inputs.clone()} screen={state.view.screen} />
                <DraftCall inputs={state.inputs.clone()} screen={state.view.screen} />
                <Imports state={state.clone()} />
                { screen(state, &evaluated) }
            </main>
            if let Some(tour) = state.view.tour { <Tour {tour} /> }
        </DropZone>
    }
}

fn screen(state: &Shared<State>, evaluated: &Shared<Evaluated>) -> Html {
    let (state, evaluated) = (state.clone(), evaluated.clone());
    match state.view.screen {
        Screen::Scoring => html! { <ScoringScreen {state} {evaluated} /> },
        Screen::Scheme => html! { <SchemeScreen {state} {evaluated} /> },
        Screen::Overview => html! { <OverviewScreen {state} {evaluated} /> },
        Screen::Deck => html! { <DeckScreen {state} /> },
        Screen::Data if !state.view.imports.is_empty() => Html::default(),
        Screen::Data if state.view.drafting => {
            let (table, library) = (state.inputs.table.clone(), state.library.clone());
            // Another data set needs another draft; its address tells it from one of the same name.
            let key = format!("{:p}", std::rc::Rc::as_ptr(table.rc()));
            html! { <DraftPane {key} {table} {library} /> }
        }
        Screen::Data => html! { <DataScreen {state} {evaluated} /> },
        Screen::Rules => html! { <RulesScreen {state} /> },
        Screen::Trends => html! { <TrendsScreen {state} /> },
        Screen::Approval => html! { <ApprovalScreen {state} /> },
        Screen::Charts => html! { <ChartsScreen {state} {evaluated} /> },
        Screen::Compare => html! { <CompareScreen {state} /> },
        Screen::Method => html! { <MethodScreen {state} {evaluated} /> },
    }
}

/// Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z do again, ? shows the keys; in a text field they stay the field's own.
#[hook]
fn use_frame_keys(dispatch: Callback<Action>) {
    use_effect_with(dispatch, |dispatch| {
        let dispatch = dispatch.clone();
        let listening = listen::on_key(move |key| {
            let command = key.ctrl_key() || key.meta_key();
            if listen::in_text_field(key) {
                return;
            }
            let action = match (key.key().to_lowercase().as_str(), command, key.shift_key()) {
                ("z", true, false) => Action::Undo,
                ("z", true, true) | ("y", true, false) => Action::Redo,
                ("?" | "？", false, _) => Action::OpenScreen(Screen::Method),
                _ => return,
            };
            key.prevent_default();
            dispatch.emit(action);
        });
        move || drop(listening)
    });
}
