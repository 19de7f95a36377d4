//! The observations of a unit, or of all, one below the other: value, printed figure, source and remarks.

use yew::prelude::*;

use super::{
    data_row::DataRow,
    rows::{Filter, Wanted, rows},
};
use crate::{
    app::{Action, Shared, State},
    browser::event,
    i18n::texts::data_screen::{self, DataTexts},
    ui::{
        components::use_window,
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// The height of a row, as in data.css, in pixels.
const ROW_PX: f64 = 36.0;

/// Props of [`ListPane`].
#[derive(Properties, PartialEq)]
pub struct ListPaneProps {
    /// The state.
    pub state: Shared<State>,
    /// What its inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The choice of layouts.
    pub layouts: Html,
    /// The field to search.
    pub search_field: Html,
    /// What is searched for.
    pub search: String,
}

/// The observations one below the other.
#[component]
pub fn ListPane(props: &ListPaneProps) -> Html {
    let ctx = use_ctx();
    let texts = data_screen::data_screen(ctx.lang);
    let filter = use_state_eq(Filter::default);
    let table = &props.state.inputs.table;
    let data = table.data();
    let unit = match &props.state.view.unit {
        Some(id) => data.units.iter().position(|unit| &unit.id == id),
        None => (data.units.len() == 1).then_some(0),
    };
    let wanted = Wanted { unit, filter: *filter, search: props.search.clone(), lang: ctx.lang };
    let rows = use_memo((props.evaluated.clone(), wanted), |(evaluated, wanted)| rows(evaluated, wanted));
    let window = use_window(rows.len(), ROW_PX);
    let named = unit.is_none();
    let shown = rows.iter().enumerate().skip(window.from).take(window.to - window.from).map(|(key, row)| {
        html! { <DataRow {key} evaluated={props.evaluated.clone()} row={row.clone()} {named} /> }
    });
    html! {
        <section class="data-screen" aria-labelledby="data-heading">
            <header class="panel-header">
                <h2 id="data-heading">{ texts.heading }</h2>
                <p class="panel-sub" role="status">
                    { data_screen::counts(ctx.lang, rows.len(), data.indicators.len()) }
                </p>
                <span class="spacer" />
                { unit_chooser(&ctx, texts, props, unit) }
                { filters(texts, &filter) }
                { props.layouts.clone() }
                { props.search_field.clone() }
            </header>
            <div class="table-scroll" tabindex="0" ref={window.sight.node.clone()} onscroll={window.sight.on_scroll.clone()}>
                <table class="plain-table data-table">
                    <caption class="visually-hidden">{ texts.heading }</caption>
                    <thead><tr>
                        if named { <th scope="col" class="data-unit">{ texts.unit }</th> }
                        <th scope="col" class="data-indicator">{ texts.indicator }</th>
                        <th scope="col" class="data-value">{ texts.value }</th>
                        <th scope="col" class="data-printed">{ texts.printed }</th>
                        <th scope="col" class="data-source">{ texts.source }</th>
                        <th scope="col" class="data-reporter">{ texts.reporter }</th>
                        <th scope="col" class="data-remark">{ texts.remark }</th>
                    </tr></thead>
                    <tbody>
                        <tr key="before" aria-hidden="true" style={format!("height:{}px", window.before_px)} />
                        { for shown }
                        <tr key="after" aria-hidden="true" style={format!("height:{}px", window.after_px)} />
                    </tbody>
                </table>
                if rows.is_empty() { <p class="empty">{ texts.nothing_found }</p> }
            </div>
        </section>
    }
}

fn unit_chooser(ctx: &Ctx, texts: &DataTexts, props: &ListPaneProps, unit: Option<usize>) -> Html {
    let units = &props.state.inputs.table.data().units;
    let options = units.iter().enumerate().map(|(nth, named)| {
        html! {
            <option key={named.id.as_str()} value={named.id.to_string()} selected={unit == Some(nth)}>
                { ctx.lang.pick(&named.name) }
            </option>
        }
    });
    let on_change = ctx.send(|e: Event| {
        let id = event::value(&e);
        Action::OpenUnit((!id.is_empty()).then(|| id.into()))
    });
    html! {
        <label class="chooser">
            <span>{ texts.unit }</span>
            <select onchange={on_change}>
                if units.len() > 1 {
                    <option key="all" value="" selected={unit.is_none()}>{ texts.all_units }</option>
                }
                { for options }
            </select>
        </label>
    }
}

fn filters(texts: &DataTexts, filter: &UseStateHandle<Filter>) -> Html {
    let side = |value: Filter, label: &'static str| {
        let filter = filter.clone();
        html! {
            <button type="button" class="segment" aria-pressed={(*filter == value).to_string()}
                onclick={move |_: MouseEvent| filter.set(value)}>{ label }</button>
        }
    };
    html! {
        <div class="segments" role="group" aria-label={texts.show}>
            { side(Filter::All, texts.all) }
            { side(Filter::Missing, texts.only_missing) }
            { side(Filter::Disagreeing, texts.only_disagreeing) }
        </div>
    }
}
