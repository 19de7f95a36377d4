//! The header of the ranking: names of columns, each a button that sorts by it.

use yew::prelude::*;

use super::ranking_order::{Column, Order};
use crate::{
    app::Shared,
    browser::event,
    domain::Scheme,
    i18n::{figure, texts::scoring},
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
    },
};

/// Props of [`RankingHead`].
#[derive(Properties, PartialEq)]
pub struct RankingHeadProps {
    /// The scheme.
    pub scheme: Shared<Scheme>,
    /// The present order.
    pub order: Order,
    /// Where a click on a column goes.
    pub on_sort: Callback<Column>,
}

/// The header of the ranking.
#[component]
pub fn RankingHead(props: &RankingHeadProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    html! {
        <thead>
            <tr>
                { cell(props, Column::Place, "col-place", texts.place) }
                { cell(props, Column::Unit, "col-unit", texts.unit) }
                { composition_cell(props, &ctx) }
                { cell(props, Column::Score, "col-score", texts.score) }
                { cell(props, Column::Grade, "col-grade", texts.grade) }
                { cell(props, Column::Change, "col-change", texts.change) }
            </tr>
        </thead>
    }
}

/// The header of the bars, with a list to sort by one criterion.
fn composition_cell(props: &RankingHeadProps, ctx: &Ctx) -> Html {
    let texts = scoring::scoring(ctx.lang);
    let sorted = match props.order.column {
        Column::Criterion(nth) => Some(nth),
        _ => None,
    };
    let options = props.scheme.criteria.iter().enumerate().map(|(nth, criterion)| {
        html! {
            <option key={criterion.id.as_str()} value={nth.to_string()} selected={sorted == Some(nth)}>
                { ctx.lang.pick(&criterion.name) }
            </option>
        }
    });
    let on_change = props.on_sort.reform(|e: Event| match event::value(&e).parse() {
        Ok(nth) => Column::Criterion(nth),
        Err(_) => Column::Place,
    });
    html! {
        <th scope="col" class="col-bar" aria-sort={sorted.map(|_| "descending")}>
            { scoring::composition(ctx.lang, &figure::short(props.scheme.full_marks)) }
            <select class="quiet-select" aria-label={texts.sort_by_criterion} title={texts.sort_by_criterion}
                onchange={on_change}>
                <option key="none" value="" selected={sorted.is_none()}>{ texts.sort_by_criterion }</option>
                { for options }
            </select>
        </th>
    }
}

fn cell(props: &RankingHeadProps, column: Column, class: &'static str, name: &str) -> Html {
    let sorted = props.order.column == column;
    let (aria_sort, sign) = match (sorted, props.order.descending) {
        (false, _) => (None, None),
        (true, true) => (Some("descending"), Some(Icon::Down)),
        (true, false) => (Some("ascending"), Some(Icon::Up)),
    };
    let on_sort = props.on_sort.clone();
    html! {
        <th scope="col" {class} aria-sort={aria_sort}>
            <button type="button" class="sort-button" onclick={move |_: MouseEvent| on_sort.emit(column)}>
                { name }<span class="sort-sign">{ for sign.map(icon) }</span>
            </button>
        </th>
    }
}
