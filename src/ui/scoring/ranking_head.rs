//! The header of the ranking: names of columns, each a button that sorts by it.

use yew::prelude::*;

use super::ranking_order::{Column, Order};
use crate::{
    app::Shared,
    domain::Scheme,
    i18n::{figure, texts::scoring},
    ui::{
        components::{Icon, icon},
        context::use_ctx,
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
    let composition = scoring::composition(ctx.lang, &figure::short(props.scheme.full_marks));
    html! {
        <thead>
            <tr>
                { cell(props, Column::Place, "col-place", texts.place) }
                { cell(props, Column::Unit, "col-unit", texts.unit) }
                <th scope="col" class="col-bar">{ composition }</th>
                { cell(props, Column::Score, "col-score", texts.score) }
                { cell(props, Column::Grade, "col-grade", texts.grade) }
                { cell(props, Column::Change, "col-change", texts.change) }
            </tr>
        </thead>
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
