//! The table twin of a chart.

use yew::prelude::*;

use crate::{
    app::Shared,
    chart::{Cell, Chart},
    ui::context::use_ctx,
};

/// Props of [`ChartTable`].
#[derive(Properties, PartialEq)]
pub struct ChartTableProps {
    /// The chart.
    pub chart: Shared<Chart>,
}

/// The figures of a chart in rows and columns.
#[component]
pub fn ChartTable(props: &ChartTableProps) -> Html {
    let ctx = use_ctx();
    let table = use_memo((props.chart.clone(), ctx.lang), |(chart, lang)| chart.table(*lang));
    let numeric = |column: usize| {
        table.rows.iter().any(|row| matches!(row.get(column), Some(Cell::Number { .. }))).then_some("number")
    };
    let columns = table.columns.iter().enumerate().map(|(nth, name)| {
        html! { <th key={nth} scope="col" class={classes!(numeric(nth))}>{ name.clone() }</th> }
    });
    let rows = table.rows.iter().enumerate().map(|(key, row)| {
        let cells = row.iter().enumerate().map(|(nth, cell)| match nth {
            0 => html! { <th key={nth} scope="row">{ cell.shown().to_owned() }</th> },
            _ => html! { <td key={nth} class={classes!(numeric(nth))}>{ cell.shown().to_owned() }</td> },
        });
        html! { <tr {key}>{ for cells }</tr> }
    });
    html! {
        <div class="table-scroll chart-table" tabindex="0" role="region" aria-label={table.caption.clone()}>
            <table class="plain-table">
                <caption class="visually-hidden">{ table.caption.clone() }</caption>
                <thead><tr>{ for columns }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
