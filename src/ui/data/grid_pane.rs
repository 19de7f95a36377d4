//! The grid of figures with its header.

use yew::prelude::*;

use super::grid::DataGrid;
use crate::{
    app::{Shared, State},
    i18n::texts::{data_cell, data_screen},
    ui::context::use_ctx,
};

/// Props of [`GridPane`].
#[derive(Properties, PartialEq)]
pub struct GridPaneProps {
    /// The state.
    pub state: Shared<State>,
    /// The choice of layouts.
    pub layouts: Html,
    /// The field to search.
    pub search_field: Html,
    /// What is searched for.
    pub search: String,
}

/// The grid of figures with its header.
#[component]
pub fn GridPane(props: &GridPaneProps) -> Html {
    let ctx = use_ctx();
    let texts = data_screen::data_screen(ctx.lang);
    let inputs = &props.state.inputs;
    let data = inputs.table.data();
    let indicators = use_memo((inputs.table.clone(), props.search.clone()), |(table, search)| {
        let search = search.trim().to_lowercase();
        let all = table.data().indicators.iter().enumerate();
        let named = all.filter(|(_, indicator)| {
            let name = &indicator.name;
            [&name.zh, &name.en].iter().any(|name| name.to_lowercase().contains(&search))
        });
        Shared::new(named.map(|(nth, _)| nth).collect::<Vec<_>>())
    });
    let corrected = inputs.table.corrections(inputs.year);
    html! {
        <section class="data-screen" aria-labelledby="data-heading">
            <header class="panel-header">
                <h2 id="data-heading">{ texts.heading }</h2>
                <p class="panel-sub" role="status">
                    { data_cell::counts(ctx.lang, data.units.len(), indicators.len()) }
                    { data_cell::corrected_count(ctx.lang, corrected) }
                </p>
                <span class="spacer" />
                { props.layouts.clone() }
                { props.search_field.clone() }
            </header>
            if indicators.is_empty() {
                <p class="empty">{ texts.nothing_found }</p>
            } else {
                <DataGrid state={props.state.clone()} indicators={(*indicators).clone()} />
            }
        </section>
    }
}
