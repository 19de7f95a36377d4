//! 比较: the present scheme is kept under a name, and any two schemes are held against each other on the present data:
//! what differs in their settings, and which units that moves.

mod results;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    context::{Ctx, use_ctx},
    evaluated::scheme_in_force,
};
use crate::{
    app::{Action, CompareView, Inputs, Shared, State},
    browser::event,
    domain::Scheme,
    i18n::{
        scheme_difference::{Difference, differences},
        texts::compare::{self, CompareTexts},
    },
    scoring,
};
use results::{Results, Sides};

/// Props of [`CompareScreen`].
#[derive(Properties, PartialEq)]
pub struct CompareScreenProps {
    /// The state.
    pub state: Shared<State>,
}

/// The compare screen.
#[component]
pub fn CompareScreen(props: &CompareScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = compare::compare(ctx.lang);
    let state = &props.state;
    let (left, right) = chosen(state);
    let key = (state.inputs.clone(), left.clone(), right.clone());
    let sides = use_memo(key, |(inputs, left, right)| sides(inputs, left, right));
    let settings = use_memo((sides.clone(), ctx.lang), |(sides, lang)| {
        differences(*lang, sides.table.data(), &sides.schemes[0], &sides.schemes[1])
    });
    html! {
        <div class="compare">
            <section class="card compare-choice" aria-labelledby="compare-heading">
                <header class="panel-header"><h2 id="compare-heading">{ texts.heading }</h2></header>
                <div class="compare-choosers">
                    { chooser(&ctx, texts, state, texts.left, true) }
                    { chooser(&ctx, texts, state, texts.right, false) }
                </div>
                <Keep />
            </section>
            <section class="card" aria-labelledby="settings-heading">
                <header class="panel-header"><h2 id="settings-heading">{ texts.settings }</h2></header>
                { settings_table(texts, &settings) }
            </section>
            <Results sides={Shared::from(sides)} unit={state.view.unit.clone()} />
        </div>
    }
}

/// The two schemes: by the user's choice where it is still there; else the present one as it was delivered or kept,
/// against how it is now.
fn chosen(state: &State) -> (Shared<Scheme>, Shared<Scheme>) {
    let view = &state.view.compare;
    let present = &state.inputs.scheme;
    let kept = |id: &Option<String>| id.as_ref().and_then(|id| state.library.scheme(id)).cloned();
    let left = kept(&view.left).or_else(|| state.library.scheme(&present.id).cloned());
    (left.unwrap_or_else(|| present.clone()), kept(&view.right).unwrap_or_else(|| present.clone()))
}

fn sides(inputs: &Inputs, left: &Shared<Scheme>, right: &Shared<Scheme>) -> Sides {
    let schemes =
        [left, right].map(|scheme| scheme_in_force(&Inputs { scheme: scheme.clone(), ..inputs.clone() }));
    let evaluations =
        [0, 1].map(|side| Rc::new(scoring::evaluate(&inputs.table, &schemes[side], inputs.year)));
    Sides { table: inputs.table.clone(), schemes, evaluations }
}

/// A list of the schemes that rest on the data; the right side has the present one as well.
fn chooser(ctx: &Ctx, texts: &CompareTexts, state: &State, label: &'static str, is_left: bool) -> Html {
    let (left, right) = chosen(state);
    let data = state.inputs.table.data();
    let present = if is_left { None } else { Some(texts.present) };
    let wanted = if is_left { Some(&left.id) } else { state.view.compare.right.as_ref().map(|_| &right.id) };
    let options = state.library.schemes.iter().filter(|entry| crate::app::rests_on(&entry.scheme, data) > 0.0).map(|entry| {
        let id = &entry.scheme.id;
        html! {
            <option key={id.clone()} value={id.clone()} selected={Some(id) == wanted}>{ ctx.lang.pick(&entry.scheme.name) }</option>
        }
    });
    let view = state.view.compare.clone();
    let on_change = ctx.send(move |e: Event| {
        let id = Some(event::value(&e)).filter(|id| !id.is_empty());
        Action::ShowComparison(if is_left {
            CompareView { left: id, ..view.clone() }
        } else {
            CompareView { right: id, ..view.clone() }
        })
    });
    html! {
        <label class="chooser">
            <span>{ label }</span>
            <select onchange={on_change}>
                if let Some(name) = present { <option key="present" value="" selected={wanted.is_none()}>{ name }</option> }
                { for options }
            </select>
        </label>
    }
}

fn settings_table(texts: &CompareTexts, settings: &[Difference]) -> Html {
    if settings.is_empty() {
        return html! { <p class="aside">{ texts.no_settings }</p> };
    }
    let side = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let rows = settings.iter().map(|one| {
        html! {
            <tr key={one.setting.clone()}>
                <th scope="row">{ one.setting.clone() }</th>
                <td>{ side(&one.before) }</td>
                <td>{ side(&one.after) }</td>
            </tr>
        }
    });
    html! {
        <table class="plain-table compare-settings">
            <caption class="visually-hidden">{ texts.settings }</caption>
            <thead><tr>
                <th scope="col">{ texts.setting }</th><th scope="col">{ texts.left }</th><th scope="col">{ texts.right }</th>
            </tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// A field for the name under which the present scheme is kept.
#[component]
fn Keep() -> Html {
    let ctx = use_ctx();
    let texts = compare::compare(ctx.lang);
    let name = use_state_eq(String::new);
    let on_input = {
        let name = name.clone();
        Callback::from(move |e: InputEvent| name.set(event::value(&e)))
    };
    let wanted = name.trim().to_owned();
    let empty = wanted.is_empty();
    let on_submit = {
        let (name, dispatch) = (name.clone(), ctx.dispatch.clone());
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            if !wanted.is_empty() {
                dispatch.emit(Action::KeepScheme(wanted.clone()));
                name.set(String::new());
            }
        })
    };
    html! {
        <form class="compare-keep" onsubmit={on_submit}>
            <label class="chooser">
                <span>{ texts.keep }</span>
                <input type="text" class="text-field" placeholder={texts.keep_name} maxlength="80" value={(*name).clone()} oninput={on_input} />
            </label>
            <button type="submit" class="button" disabled={empty}>{ texts.keep_button }</button>
            <p class="aside">{ texts.kept_hint }</p>
        </form>
    }
}
