//! 数据: the figures of a year as a grid to read and correct, or as a list with printed figure, source and remarks.

mod cell_panel;
mod data_row;
mod grid;
mod grid_keys;
mod grid_pane;
mod grid_sight;
mod list_pane;
mod rows;

use yew::prelude::*;

use super::{components::SearchField, context::use_ctx, evaluated::Evaluated, import::ImportButton};
use crate::{
    app::{Action, DraftAction, Shared, State},
    i18n::texts::{data_cell, data_screen, draft},
};
use grid_pane::GridPane;
use list_pane::ListPane;

/// Props of [`DataScreen`].
#[derive(Properties, PartialEq)]
pub struct DataScreenProps {
    /// The state.
    pub state: Shared<State>,
    /// What its inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// How the figures are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Units by indicators.
    Grid,
    /// One below the other.
    List,
}

/// The data screen.
#[component]
pub fn DataScreen(props: &DataScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = data_cell::data_cell(ctx.lang);
    let chosen = use_state_eq(|| None::<Layout>);
    let search = use_state_eq(String::new);
    let on_search = use_callback(search.setter(), |words, search| search.set(words));
    let several = props.state.inputs.table.data().units.len() > 1;
    let layout = chosen.unwrap_or(if several { Layout::Grid } else { Layout::List });
    let side = |value: Layout, label: &'static str| {
        let chosen = chosen.clone();
        html! {
            <button type="button" class="segment" aria-pressed={(layout == value).to_string()}
                onclick={move |_: MouseEvent| chosen.set(Some(value))}>{ label }</button>
        }
    };
    let layouts = html! {
        <>
            <ImportButton />
            <button type="button" class="button" title={draft::draft(ctx.lang).open_title}
                onclick={ctx.send(|_: MouseEvent| Action::Draft(DraftAction::Open))}>{ draft::draft(ctx.lang).open }</button>
            <div class="segments" role="group" aria-label={texts.layout}>
                { side(Layout::Grid, texts.grid) }
                { side(Layout::List, texts.list) }
            </div>
        </>
    };
    let search_field =
        html! { <SearchField label={data_screen::data_screen(ctx.lang).search} {on_search} /> };
    let (state, evaluated) = (props.state.clone(), props.evaluated.clone());
    match layout {
        Layout::Grid => html! { <GridPane {state} {layouts} {search_field} search={(*search).clone()} /> },
        Layout::List => {
            html! { <ListPane {state} {evaluated} {layouts} {search_field} search={(*search).clone()} /> }
        }
    }
}
