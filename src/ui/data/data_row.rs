//! A row of the data screen.

use yew::prelude::*;

use super::rows::Row;
use crate::{
    app::Shared,
    domain::{DataSet, Indicator, Observation},
    i18n::{
        figure,
        texts::{data_screen, unit},
    },
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`DataRow`].
#[derive(Properties, PartialEq)]
pub struct DataRowProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The row.
    pub row: Row,
    /// The unit is named.
    pub named: bool,
}

/// A row of the data screen.
#[component]
pub fn DataRow(props: &DataRowProps) -> Html {
    let ctx = use_ctx();
    let data = props.evaluated.inputs.table.data();
    let row = &props.row;
    let (unit, indicator) = (data.units.get(row.unit), data.indicators.get(row.indicator));
    let Some((unit, indicator)) = unit.zip(indicator) else { return Html::default() };
    let observation = row.observation.and_then(|nth| data.observations.get(nth));
    let source = observation.and_then(|observation| observation.source.as_ref());
    let printed = source.map(|source| source.printed.clone()).unwrap_or_default();
    let place = place(&ctx, data, observation);
    let remark = remark(&ctx, row, indicator, observation);
    html! {
        <tr class="data-row">
            if props.named { <td class="clip">{ ctx.lang.pick(&unit.name) }</td> }
            <th scope="row" class="clip" title={ctx.lang.pick(&indicator.note).to_owned()}>
                { ctx.lang.pick(&indicator.name) }
            </th>
            <td class="number">{ value(&ctx, row, indicator, observation) }</td>
            <td class="clip" lang="zh-CN" title={printed.clone()}>{ printed.clone() }</td>
            <td class="clip" lang="zh-CN" title={place.clone()}>{ place.clone() }</td>
            <td class="clip">{ unit::reporter(ctx.lang, indicator.reporter) }</td>
            <td class={if row.stated.is_some() { "clip figure-warn" } else { "clip" }} title={remark.clone()}>
                { remark.clone() }
            </td>
        </tr>
    }
}

fn value(ctx: &Ctx, row: &Row, indicator: &Indicator, observation: Option<&Observation>) -> Html {
    let texts = data_screen::data_screen(ctx.lang);
    let own = observation.and_then(|observation| observation.value);
    match (row.value, own) {
        (Some(value), _) => html! { <strong>{ figure::value(ctx.lang, &indicator.measure, value) }</strong> },
        (None, Some(value)) => html! { { figure::value(ctx.lang, &indicator.measure, value) } },
        (None, None) => html! { <span class="tag tag-warn">{ texts.missing }</span> },
    }
}

/// Document and section.
pub(super) fn place(ctx: &Ctx, data: &DataSet, observation: Option<&Observation>) -> String {
    let Some(source) = observation.and_then(|observation| observation.source.as_ref()) else {
        return String::new();
    };
    let document = data.documents.iter().find(|document| document.id == source.document);
    let title = document.map_or(source.document.as_str(), |document| ctx.lang.pick(&document.title));
    if source.section.is_empty() { title.to_owned() } else { format!("{} · {title}", source.section) }
}

/// What is to be known: a disagreement, another count, why it is missing, a note.
fn remark(ctx: &Ctx, row: &Row, indicator: &Indicator, observation: Option<&Observation>) -> String {
    let texts = data_screen::data_screen(ctx.lang);
    let written = |value| figure::value(ctx.lang, &indicator.measure, value);
    let mut remarks = Vec::new();
    if let Some((stated, computed)) = row.stated.zip(row.value) {
        remarks.push(data_screen::stated_computed(ctx.lang, &written(stated), &written(computed)));
    }
    match observation {
        Some(observation) if !observation.variant.is_empty() => {
            remarks.push(format!("{} {}", texts.variant, observation.variant));
        }
        Some(observation) if observation.value.is_none() => {
            remarks.push(unit::missing_reason(ctx.lang, observation.missing).to_owned());
        }
        None if row.value.is_none() => remarks.push(unit::missing_reason(ctx.lang, None).to_owned()),
        _ if indicator.formula.is_some() => remarks.push(texts.derived.to_owned()),
        _ => {}
    }
    let note = observation.map(|observation| ctx.lang.pick(&observation.note)).unwrap_or_default();
    if !note.is_empty() {
        remarks.push(note.to_owned());
    }
    remarks.join(" · ")
}
