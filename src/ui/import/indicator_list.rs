//! What each label of an indicator is taken for, and how its figures are converted.

use yew::prelude::*;

use crate::{
    app::Shared,
    browser::event,
    data::table::{Book, Choice, IndicatorMatch, IndicatorTarget, Plan, Revision},
    domain::{DataSet, Indicator},
    i18n::texts::tables,
    ui::{
        components::{NumberField, use_window},
        context::{Ctx, use_ctx},
    },
};

/// The height of a row, as in import.css, in pixels.
pub const ROW_PX: f64 = 34.0;
/// Below this a match is one to look at.
pub const SURE: f64 = 0.9;

/// Props of [`IndicatorList`].
#[derive(Properties, PartialEq)]
pub struct IndicatorListProps {
    /// The file.
    pub book: Shared<Book>,
    /// What was understood.
    pub plan: Shared<Plan>,
    /// The present data set.
    pub data: Shared<DataSet>,
    /// Changes what was understood.
    pub on_revise: Callback<Revision>,
}

/// What each label of an indicator is taken for.
#[component]
pub fn IndicatorList(props: &IndicatorListProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let all = &props.plan.indicators;
    let window = use_window(all.len(), ROW_PX);
    let rows = all.iter().enumerate().skip(window.from).take(window.to - window.from);
    html! {
        <div class="table-scroll" tabindex="0" ref={window.sight.node.clone()} onscroll={window.sight.on_scroll.clone()}>
            <table class="plain-table import-list">
                <caption class="visually-hidden">{ texts.indicators }</caption>
                <thead><tr>
                    <th scope="col">{ texts.label_in_file }</th>
                    <th scope="col" class="import-first">{ texts.first_cell }</th>
                    <th scope="col">{ texts.taken_for }</th>
                    <th scope="col" class="import-measure">{ texts.measure }</th>
                    <th scope="col" class="import-factor">{ texts.times }</th>
                    <th scope="col" class="import-sure">{ texts.sureness }</th>
                </tr></thead>
                <tbody>
                    <tr key="before" aria-hidden="true" style={format!("height:{}px", window.before_px)} />
                    { for rows.map(|(nth, matched)| row(&ctx, props, nth, matched)) }
                    <tr key="after" aria-hidden="true" style={format!("height:{}px", window.after_px)} />
                </tbody>
            </table>
        </div>
    }
}

fn row(ctx: &Ctx, props: &IndicatorListProps, nth: usize, matched: &IndicatorMatch) -> Html {
    let texts = tables::tables(ctx.lang);
    let on_factor = props.on_revise.reform(move |factor| Revision::SetFactor(nth, factor));
    let is_read = matches!(matched.target, IndicatorTarget::Known(_) | IndicatorTarget::New(_));
    html! {
        <tr key={nth} class="import-row">
            <th scope="row" class="clip" title={matched.label.clone()}>{ matched.label.clone() }</th>
            <td class="clip">{ first_cell(&props.book, matched.first) }</td>
            <td>{ chooser(ctx, props, nth, matched) }</td>
            <td class="clip">{ conversion(ctx, props, matched) }</td>
            <td>
                if is_read {
                    <NumberField value={matched.factor} label={format!("{} {}", matched.label, texts.times)} on_set={on_factor} />
                }
            </td>
            <td>{ sureness(ctx, matched.confidence, matches!(matched.target, IndicatorTarget::Known(_))) }</td>
        </tr>
    }
}

/// Sheet and cell.
pub fn first_cell(book: &Book, (sheet, at): (u32, crate::data::table::Address)) -> String {
    let name = book.sheets.get(sheet as usize).map(|sheet| sheet.name.as_str()).unwrap_or_default();
    format!("{at} · {name}")
}

/// How sure a match with something known is.
pub fn sureness(ctx: &Ctx, confidence: f64, is_known: bool) -> Html {
    let texts = tables::tables(ctx.lang);
    match is_known {
        true if confidence < SURE => html! { <span class="tag tag-warn">{ texts.look }</span> },
        true => html! { { format!("{:.0}%", confidence * 100.0) } },
        false => Html::default(),
    }
}

fn chooser(ctx: &Ctx, props: &IndicatorListProps, nth: usize, matched: &IndicatorMatch) -> Html {
    let texts = tables::tables(ctx.lang);
    let label = format!("{} {}", matched.label, texts.taken_for);
    if let IndicatorTarget::StandardErrorOf(base) = &matched.target {
        return html! { <span class="panel-sub clip">{ tables::standard_error_of(ctx.lang, base) }</span> };
    }
    let on_change = props.on_revise.reform(move |e: Event| {
        Revision::SetIndicator(
            nth,
            match event::value(&e).as_str() {
                "new" => Choice::New,
                "leave" => Choice::Leave,
                known => Choice::Known(known.strip_prefix("=").unwrap_or(known).into()),
            },
        )
    });
    let known = props.data.indicators.iter().map(|indicator| {
        let selected = matches!(&matched.target, IndicatorTarget::Known(id) if *id == indicator.id);
        html! { <option value={format!("={}", indicator.id)} {selected}>{ ctx.lang.pick(&indicator.name) }</option> }
    });
    let is_new = matches!(matched.target, IndicatorTarget::New(_));
    html! {
        <select class="import-choice" aria-label={label} onchange={on_change}>
            <option value="new" selected={is_new}>{ new_name(ctx, matched) }</option>
            <option value="leave" selected={matched.target == IndicatorTarget::Leave}>{ texts.leave }</option>
            { for known }
        </select>
    }
}

/// New, and under which name where it is another label's.
fn new_name(ctx: &Ctx, matched: &IndicatorMatch) -> String {
    let texts = tables::tables(ctx.lang);
    match &matched.target {
        IndicatorTarget::New(new) if ctx.lang.pick(&new.name) != matched.label => {
            tables::new_as(ctx.lang, ctx.lang.pick(&new.name))
        }
        _ => texts.new_one.to_owned(),
    }
}

/// 万元 → 元.
fn conversion(ctx: &Ctx, props: &IndicatorListProps, matched: &IndicatorMatch) -> String {
    let of = |indicator: &Indicator| {
        let name = ctx.lang.pick(&indicator.measure.name);
        let kind = tables::measure_kind(ctx.lang, indicator.measure.kind);
        if name.is_empty() { kind.to_owned() } else { name.to_owned() }
    };
    let to = match &matched.target {
        IndicatorTarget::New(new) => of(new),
        IndicatorTarget::Known(id) => {
            props.data.indicators.iter().find(|known| known.id == *id).map(of).unwrap_or_default()
        }
        _ => return String::new(),
    };
    match &matched.measure {
        Some(written) if written.word != to => format!("{} → {to}", written.word),
        _ => to,
    }
}
