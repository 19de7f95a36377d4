//! An indicator of a draft: whether it is taken, its direction and its marks.

use yew::prelude::*;

use super::Change;
use crate::{
    app::draft::{Better, DraftLeaf},
    domain::{Measure, MeasureKind},
    i18n::{figure, texts::draft},
    ui::{
        components::NumberField,
        context::{Ctx, use_ctx},
    },
};

/// The height of a row, as in draft.css, in pixels.
pub const ROW_PX: f64 = 36.0;

/// Props of [`LeafRow`].
#[derive(Properties, PartialEq)]
pub struct LeafRowProps {
    /// Its place in the draft.
    pub nth: usize,
    /// It.
    pub leaf: DraftLeaf,
    /// What its values are counted in.
    pub measure: Measure,
    /// Changes the draft.
    pub on_change: Callback<Change>,
}

/// An indicator of a draft.
#[component]
pub fn LeafRow(props: &LeafRowProps) -> Html {
    let ctx = use_ctx();
    let texts = draft::draft(ctx.lang);
    let LeafRowProps { nth, leaf, on_change, .. } = props;
    let (nth, taken) = (*nth, leaf.taken);
    let name = ctx.lang.pick(&leaf.name).to_owned();
    let group = ctx.lang.pick(&leaf.group).to_owned();
    let why = draft::sign(ctx.lang, leaf.sign);
    let on_take = on_change.reform(move |_: Event| Change::Take(nth, !taken));
    html! {
        <tr class={classes!("draft-row", (!taken).then_some("draft-left"))}>
            <td class="draft-take">
                <input type="checkbox" checked={taken} aria-label={format!("{} {name}", texts.take)} onchange={on_take} />
            </td>
            <th scope="row" class="clip" title={name.clone()}>
                { name.clone() }
                if !group.is_empty() { <span class="draft-group">{ group }</span> }
            </th>
            <td class="number">{ range(&ctx, props) }</td>
            <td>{ ways(&ctx, props, &name) }</td>
            <td>{ mark(props, format!("{name} {}", texts.zero), leaf.zero, move |value| Change::Zero(nth, value)) }</td>
            <td>{ mark(props, format!("{name} {}", texts.full), leaf.full, move |value| Change::Full(nth, value)) }</td>
            <td class="clip" title={why.clone()}>
                if leaf.sign.is_doubtful() { <span class="tag tag-warn">{ why }</span> } else { { why } }
            </td>
        </tr>
    }
}

/// 71 – 98.
fn range(ctx: &Ctx, props: &LeafRowProps) -> String {
    if props.leaf.is_answer {
        return draft::draft(ctx.lang).yes_no.to_owned();
    }
    let (low, high) = props.leaf.range;
    let [low, high] = [low, high].map(|value| match props.measure.kind {
        MeasureKind::Share => figure::percent(value, 1),
        _ => figure::grouped(value),
    });
    format!("{low} – {high}")
}

/// More or less is better.
fn ways(ctx: &Ctx, props: &LeafRowProps, name: &str) -> Html {
    let texts = draft::draft(ctx.lang);
    let nth = props.nth;
    let way = |better: Better, label: &'static str| {
        html! {
            <button type="button" class="segment" aria-pressed={(props.leaf.better == better).to_string()}
                onclick={props.on_change.reform(move |_: MouseEvent| Change::Choose(nth, better))}>{ label }</button>
        }
    };
    html! {
        <div class="segments" role="group" aria-label={format!("{name} {}", texts.direction)}>
            { way(Better::More, texts.more) }
            { way(Better::Less, texts.less) }
        </div>
    }
}

/// A mark, in percent for a share; an answer has none.
fn mark(props: &LeafRowProps, label: String, value: f64, change: impl Fn(f64) -> Change + 'static) -> Html {
    if props.leaf.is_answer {
        return Html::default();
    }
    let is_share = props.measure.kind == MeasureKind::Share;
    let (scale, step) = if is_share { (100.0, 0.01) } else { (1.0, 1.0) };
    html! {
        <>
            <NumberField {value} {label} {scale} {step} on_set={props.on_change.reform(change)} />
            if is_share { <span class="draft-percent">{ "%" }</span> }
        </>
    }
}
