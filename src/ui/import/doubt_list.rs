//! Everything doubtful in a file, by sheet and cell, each with its reason in words.

use yew::prelude::*;

use super::{indicator_list::ROW_PX, job::Checked};
use crate::{
    app::Shared,
    data::table::{Book, Doubt, Plan},
    i18n::texts::tables,
    ui::{
        components::use_window,
        context::{Ctx, use_ctx},
    },
};

/// Rows shown above a doubtful cell in the preview.
const ROWS_ABOVE: u32 = 2;

/// Props of [`DoubtList`].
#[derive(Properties, PartialEq)]
pub struct DoubtListProps {
    /// The file.
    pub book: Shared<Book>,
    /// What was understood.
    pub plan: Shared<Plan>,
    /// The doubts, when all cells are checked.
    pub checked: Option<Shared<Checked>>,
    /// Shows a row of a table in the preview.
    pub on_look: Callback<(usize, u32)>,
}

/// Everything doubtful in a file.
#[component]
pub fn DoubtList(props: &DoubtListProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let only_losses = use_state_eq(|| false);
    let doubts = use_memo((props.checked.clone(), *only_losses), |(checked, only_losses)| {
        let all = checked.as_ref().map(|checked| checked.doubts.as_slice()).unwrap_or_default();
        all.iter().filter(|doubt| !only_losses || doubt.why.is_loss()).cloned().collect::<Vec<_>>()
    });
    let window = use_window(doubts.len(), ROW_PX);
    let on_only = {
        let only_losses = only_losses.clone();
        Callback::from(move |_: MouseEvent| only_losses.set(!*only_losses))
    };
    let rows = doubts.iter().enumerate().skip(window.from).take(window.to - window.from);
    html! {
        <>
            <button type="button" class="button import-only" aria-pressed={only_losses.to_string()} onclick={on_only}>
                { texts.only_losses }
            </button>
            <div class="table-scroll" tabindex="0" ref={window.sight.node.clone()} onscroll={window.sight.on_scroll.clone()}>
                <table class="plain-table import-list">
                    <caption class="visually-hidden">{ texts.doubts }</caption>
                    <thead><tr>
                        <th scope="col" class="import-cell">{ texts.cell }</th>
                        <th scope="col" class="import-printed">{ texts.printed }</th>
                        <th scope="col">{ texts.reason }</th>
                        <th scope="col" class="import-sure">{ texts.result }</th>
                    </tr></thead>
                    <tbody>
                        <tr key="before" aria-hidden="true" style={format!("height:{}px", window.before_px)} />
                        { for rows.map(|(nth, doubt)| row(&ctx, props, nth, doubt)) }
                        <tr key="after" aria-hidden="true" style={format!("height:{}px", window.after_px)} />
                    </tbody>
                </table>
                if doubts.is_empty() && props.checked.is_some() { <p class="empty">{ texts.no_doubts }</p> }
            </div>
        </>
    }
}

fn row(ctx: &Ctx, props: &DoubtListProps, nth: usize, doubt: &Doubt) -> Html {
    let texts = tables::tables(ctx.lang);
    let sheet = props.book.sheets.iter().position(|sheet| sheet.name == doubt.sheet);
    let value = doubt.cell.and_then(|cell| props.book.sheets.get(sheet?)?.get(cell));
    let printed: String = value.map(ToString::to_string).unwrap_or_default().chars().take(60).collect();
    let place = match doubt.cell {
        Some(cell) => format!("{}!{cell}", doubt.sheet),
        None => doubt.sheet.clone(),
    };
    let table = doubt.cell.zip(sheet).and_then(|(cell, sheet)| {
        props.plan.tables.iter().position(|table| table.sheet as usize == sheet && table.body.holds(cell))
    });
    let row = doubt.cell.map(|cell| cell.row.saturating_sub(ROWS_ABOVE));
    let on_look = table.zip(row).map(|at| props.on_look.reform(move |_: MouseEvent| at));
    let (class, state) =
        if doubt.why.is_loss() { ("tag tag-lost", texts.lost) } else { ("tag tag-warn", texts.kept) };
    let reason = tables::why(ctx.lang, &doubt.why);
    html! {
        <tr key={nth} class="import-row">
            <th scope="row" class="clip">
                <button type="button" class="import-look clip" disabled={on_look.is_none()} onclick={on_look}
                    title={place.clone()}>{ place.clone() }</button>
            </th>
            <td class="clip" title={printed.clone()}>{ printed.clone() }</td>
            <td class="clip" title={reason.clone()}>{ reason.clone() }</td>
            <td>if doubt.cell.is_some() { <span {class}>{ state }</span> }</td>
        </tr>
    }
}
