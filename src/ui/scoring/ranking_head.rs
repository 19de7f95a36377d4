//! The header of the ranking: names of columns, each a button that sorts by it.

use std::rc::Rc;

use yew::prelude::*;

use super::ranking_tools::columns_beside_score;
use crate::{
    app::{Column, Order, Shared, Shown},
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
    /// The columns beside place, name and score.
    pub columns: Rc<[Shown]>,
    /// The scheme that the change of place is against instead of last year.
    #[prop_or_default]
    pub against: Option<Shared<Scheme>>,
    /// Where a click on a column goes.
    pub on_sort: Callback<Column>,
}

/// The header of the ranking.
#[component]
pub fn RankingHead(props: &RankingHeadProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let (before, after) = columns_beside_score(&props.columns);
    html! {
        <thead>
            <tr>
                { cell(props, Column::Place, "col-place", texts.place) }
                { cell(props, Column::Unit, "col-unit", texts.unit) }
                <>{ for before.iter().map(|column| shown_cell(props, &ctx, column)) }</>
                { cell(props, Column::Score, "col-score", texts.score) }
                <>{ for after.iter().map(|column| shown_cell(props, &ctx, column)) }</>
            </tr>
        </thead>
    }
}

/// The header of a column that can be hidden.
fn shown_cell(props: &RankingHeadProps, ctx: &Ctx, column: &Shown) -> Html {
    let texts = scoring::scoring(ctx.lang);
    match column {
        Shown::Composition => composition_cell(props, ctx),
        Shown::Criterion(id) => {
            let criteria = &props.scheme.criteria;
            let Some(nth) = criteria.iter().position(|criterion| &criterion.id == id) else {
                return Html::default();
            };
            cell(props, Column::Criterion(nth), "col-number", ctx.lang.pick(&criteria[nth].name))
        }
        Shown::Coverage => cell(props, Column::Coverage, "col-number", texts.coverage),
        Shown::Grade => cell(props, Column::Grade, "col-grade", texts.grade),
        Shown::Change => {
            let name = if props.against.is_some() { texts.change_against } else { texts.change };
            cell(props, Column::Change, "col-change", name)
        }
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
            <button type="button" class="sort-button" title={name.to_owned()} onclick={move |_: MouseEvent| on_sort.emit(column)}>
                { name }<span class="sort-sign">{ for sign.map(icon) }</span>
            </button>
        </th>
    }
}
