//! The weights of the first level during a presentation: moved in front of the audience, and taken back.

use yew::prelude::*;

use crate::{
    app::{Action, Shared, State},
    browser::event,
    domain::{Criterion, CriterionId},
    i18n::{figure, texts::deck},
    ui::context::{Ctx, use_ctx},
};

/// Props of [`Weights`].
#[derive(Properties, PartialEq)]
pub struct WeightsProps {
    /// The state.
    pub state: Shared<State>,
    /// So many steps stay: they were taken before the presentation.
    pub since: usize,
}

/// The weights of the first level.
#[component]
pub fn Weights(props: &WeightsProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let scheme = &props.state.inputs.scheme;
    // Twice the largest of the library's scheme: it stays while one drags.
    let original = props.state.library.scheme(&scheme.id).unwrap_or(scheme);
    let points = original.criteria.iter().chain(&scheme.criteria).map(|criterion| criterion.points);
    let end = (2.0 * points.fold(0.0, f64::max)).ceil().max(1.0);
    let rows = scheme.criteria.iter().map(|criterion| row(&ctx, criterion, end));
    let history = &props.state.history;
    let own = history.moving.is_some() || history.past.len() > props.since;
    let undo = history.undo_name().filter(|_| own).map(|name| ctx.lang.pick(name).to_owned());
    html! {
        <section class="presented-weights" aria-label={texts.weights}>
            <ul>{ for rows }</ul>
            <button type="button" class="button" disabled={undo.is_none()} onclick={ctx.send(|_: MouseEvent| Action::Undo)}>
                { texts.undo }{ " " }<small>{ undo }</small>
            </button>
        </section>
    }
}

fn row(ctx: &Ctx, criterion: &Criterion, end: f64) -> Html {
    let send = |make: fn(CriterionId, f64) -> Action| {
        let (id, dispatch) = (criterion.id.clone(), ctx.dispatch.clone());
        Callback::from(move |text: String| {
            if let Ok(points) = text.parse() {
                dispatch.emit(make(id.clone(), points));
            }
        })
    };
    let on_input = send(Action::MovePoints).reform(|e: InputEvent| event::value(&e));
    let on_change = send(Action::SetPoints).reform(|e: Event| event::value(&e));
    let filled = (100.0 * criterion.points / end).min(100.0);
    let name = ctx.lang.pick(&criterion.name).to_owned();
    html! {
        <li key={criterion.id.as_str()}>
            <label>
                <span class="presented-name">{ &name }</span>
                <span class="presented-points">{ figure::short(criterion.points) }</span>
                <input class="slider" type="range" min="0" max={end.to_string()} step="0.5" style={format!("--filled:{filled:.2}%")}
                    value={criterion.points.to_string()} oninput={on_input} onchange={on_change} />
            </label>
        </li>
    }
}
