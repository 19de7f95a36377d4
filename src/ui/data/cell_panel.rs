//! One figure: its value, what was imported, where it stands, and a form to correct it.

use yew::prelude::*;

use super::grid::{GRID, VALUE_FIELD};
use crate::{
    app::{Action, CellEdit, Shared, State, cell::typed_value},
    browser::{event, page},
    domain::{Indicator, IndicatorId, Observation, Unit},
    i18n::{
        figure,
        texts::{data_cell, unit},
    },
    ui::context::{Ctx, use_ctx},
};

/// Props of [`CellPanel`].
#[derive(Properties, PartialEq)]
pub struct CellPanelProps {
    /// The state.
    pub state: Shared<State>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The indicator.
    pub indicator: IndicatorId,
}

/// What is typed in the form.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    value: String,
    reason: String,
    source: String,
}

/// One figure.
#[component]
pub fn CellPanel(props: &CellPanelProps) -> Html {
    let ctx = use_ctx();
    let inputs = &props.state.inputs;
    let data = inputs.table.data();
    let draft = use_state_eq(Draft::default);
    let problem = use_state_eq(|| None::<&'static str>);
    let indicator = data.indicators.iter().find(|indicator| indicator.id == props.indicator);
    let Some((unit, indicator)) = data.units.get(props.unit).zip(indicator) else { return Html::default() };
    let observation = inputs.table.observation(props.unit, &indicator.id, inputs.year);
    let value = inputs.table.value(props.unit, &indicator.id, inputs.year);
    html! {
        <aside class="cell-panel" aria-label={format!("{} {}", ctx.lang.pick(&unit.name), ctx.lang.pick(&indicator.name))}>
            <h3>{ ctx.lang.pick(&indicator.name) }</h3>
            <p class="panel-sub">{ format!("{} · {}", ctx.lang.pick(&unit.name), inputs.year) }</p>
            { facts(&ctx, props, indicator, observation, value) }
            if indicator.formula.is_some() {
                <p class="cell-computed">{ data_cell::data_cell(ctx.lang).computed }</p>
            } else {
                { form(&ctx, props, (unit, indicator), observation, &draft, &problem) }
            }
        </aside>
    }
}

fn facts(
    ctx: &Ctx,
    props: &CellPanelProps,
    indicator: &Indicator,
    observation: Option<&Observation>,
    value: Option<f64>,
) -> Html {
    let texts = data_cell::data_cell(ctx.lang);
    let written = |value: f64| figure::value(ctx.lang, &indicator.measure, value);
    let in_force = value.map_or_else(
        || unit::missing_reason(ctx.lang, observation.and_then(|one| one.missing)).to_owned(),
        written,
    );
    let line = |name: &'static str, text: String| {
        (!text.is_empty()).then(|| html! { <div class="cell-fact"><dt>{ name }</dt><dd>{ text }</dd></div> })
    };
    let source = observation.and_then(|one| one.source.as_ref());
    let correction = observation.and_then(|one| one.correction.as_ref());
    let imported = correction.map(|one| one.imported.map_or_else(|| texts.missing.to_owned(), written));
    let reason = correction.map(|one| ctx.lang.pick(&one.reason).to_owned());
    html! {
        <dl>
            { line(texts.in_force, in_force) }
            { line(texts.imported, imported.unwrap_or_default()) }
            { line(texts.reason, reason.unwrap_or_default()) }
            { line(texts.source, super::data_row::place(ctx, props.state.inputs.table.data(), observation)) }
            { line(texts.printed, source.map(|source| source.printed.clone()).unwrap_or_default()) }
            { line(texts.note, observation.map(|one| ctx.lang.pick(&one.note).to_owned()).unwrap_or_default()) }
        </dl>
    }
}

fn form(
    ctx: &Ctx,
    props: &CellPanelProps,
    (unit, indicator): (&Unit, &Indicator),
    observation: Option<&Observation>,
    draft: &UseStateHandle<Draft>,
    problem: &UseStateHandle<Option<&'static str>>,
) -> Html {
    let texts = data_cell::data_cell(ctx.lang);
    let edit = CellEdit {
        unit: unit.id.clone(),
        indicator: indicator.id.clone(),
        year: props.state.inputs.year,
        value: None,
        reason: draft.reason.clone(),
        source: draft.source.clone(),
    };
    let on_submit = {
        let (ctx, edit, problem, typed) = (ctx.clone(), edit.clone(), problem.clone(), draft.value.clone());
        let kind = indicator.measure.kind;
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            match typed_value(kind, &typed) {
                Err(_) => problem.set(Some(texts.not_a_figure)),
                Ok(_) if edit.reason.trim().is_empty() => problem.set(Some(texts.reason_needed)),
                Ok(value) => {
                    ctx.dispatch.emit(Action::CorrectCell(CellEdit { value, ..edit.clone() }));
                    page::focus(GRID);
                }
            }
        })
    };
    let on_restore = observation.and_then(|one| one.correction.as_ref()).map(|correction| {
        let edit = CellEdit { value: correction.imported, ..edit };
        ctx.send(move |_: MouseEvent| Action::CorrectCell(edit.clone()))
    });
    let on_key_down = Callback::from(|e: KeyboardEvent| {
        if e.key() == "Escape" && !e.is_composing() {
            page::focus(GRID);
        }
    });
    html! {
        <form class="cell-form" onsubmit={on_submit} onkeydown={on_key_down}>
            { field(draft, VALUE_FIELD, texts.new_value, &draft.value, |draft, text| draft.value = text) }
            <p class="panel-sub cell-hint">{ texts.new_value_hint }</p>
            { field(draft, "cell-reason", texts.reason, &draft.reason, |draft, text| draft.reason = text) }
            { field(draft, "cell-source", texts.new_source, &draft.source, |draft, text| draft.source = text) }
            <p class="cell-problem" role="alert">{ problem.unwrap_or_default() }</p>
            <div class="button-row">
                <button type="submit" class="button button-main">{ texts.save }</button>
                if let Some(on_restore) = on_restore {
                    <button type="button" class="button" onclick={on_restore}>{ texts.restore }</button>
                }
            </div>
        </form>
    }
}

fn field(
    draft: &UseStateHandle<Draft>,
    id: &'static str,
    label: &'static str,
    value: &str,
    set: fn(&mut Draft, String),
) -> Html {
    let draft = draft.clone();
    let on_input = Callback::from(move |e: InputEvent| {
        let mut next = (*draft).clone();
        set(&mut next, event::value(&e));
        draft.set(next);
    });
    html! {
        <label class="cell-field" for={id}>
            <span>{ label }</span>
            <input {id} type="text" autocomplete="off" value={value.to_owned()} oninput={on_input} />
        </label>
    }
}
