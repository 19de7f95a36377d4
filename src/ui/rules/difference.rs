//! What all rules together change: score, grade and place of each unit that they touch, without and with them.

use yew::prelude::*;

use crate::{
    app::{Action, Screen, Shared},
    domain::{Standing, UnitResult},
    i18n::{
        figure,
        texts::{rules, scoring},
    },
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
        scoring::grade_chip,
    },
};

/// The most units that are listed.
const LISTED: usize = 100;

/// Props of [`Difference`].
#[derive(Properties, PartialEq)]
pub struct DifferenceProps {
    /// The result with rules.
    pub with: Shared<Evaluated>,
    /// The result without.
    pub without: Shared<Evaluated>,
}

/// What all rules together change.
#[component]
pub fn Difference(props: &DifferenceProps) -> Html {
    let ctx = use_ctx();
    let texts = rules::rules(ctx.lang);
    let (with, without) = (&props.with.now.units, &props.without.now.units);
    let touched: Vec<usize> = props
        .with
        .now
        .listing
        .iter()
        .map(|unit| *unit as usize)
        .filter(|unit| {
            with.get(*unit).zip(without.get(*unit)).is_some_and(|(with, without)| differs(with, without))
        })
        .collect();
    html! {
        <section class="rules-difference" aria-labelledby="difference-heading">
            <header class="panel-header"><h2 id="difference-heading">{ texts.difference }</h2></header>
            if touched.is_empty() {
                <p class="aside">{ texts.no_difference }</p>
            } else {
                <table class="plain-table">
                    <caption class="visually-hidden">{ texts.difference }</caption>
                    <thead><tr>
                        <th scope="col">{ texts.unit }</th>
                        <th scope="col" colspan="3">{ texts.without }</th>
                        <th scope="col" colspan="3">{ texts.with }</th>
                    </tr></thead>
                    <tbody>{ for touched.iter().take(LISTED).map(|unit| row(&ctx, props, *unit)) }</tbody>
                </table>
            }
        </section>
    }
}

/// Something of a unit's result differs: score, grade, or standing.
fn differs(with: UnitResult, without: UnitResult) -> bool {
    with.total != without.total || with.grade != without.grade || with.standing != without.standing
}

fn row(ctx: &Ctx, props: &DifferenceProps, unit: usize) -> Html {
    let data = props.with.inputs.table.data();
    let Some(named) = data.units.get(unit) else { return Html::default() };
    let (id, dispatch) = (named.id.clone(), ctx.dispatch.clone());
    let on_click = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::OpenUnit(Some(id.clone())));
        dispatch.emit(Action::OpenScreen(Screen::Scoring));
    });
    html! {
        <tr key={named.id.as_str()}>
            <th scope="row">
                <button type="button" class="unit-link" onclick={on_click}>{ ctx.lang.pick(&named.name) }</button>
            </th>
            { for [&props.without, &props.with].map(|side| side_cells(ctx, side, unit)) }
        </tr>
    }
}

/// Score, grade and place on one side.
fn side_cells(ctx: &Ctx, side: &Evaluated, unit: usize) -> Html {
    let Some(result) = side.now.units.get(unit) else { return Html::default() };
    let score = result.total.map_or_else(|| "—".to_owned(), |total| figure::fixed(total, 2));
    let vetoed = matches!(result.standing, Standing::Vetoed { .. });
    let place = match result.standing {
        Standing::Ranked { place } => figure::short(place),
        Standing::NotRated | Standing::Vetoed { .. } => "—".to_owned(),
    };
    let grade = match result.grade {
        Some(grade) => grade_chip(&side.inputs.scheme, grade, ctx.lang),
        None => html! { { scoring::scoring(ctx.lang).not_rated } },
    };
    html! {
        <>
            <td class="number">if vetoed { <s>{ score }</s> } else { { score } }</td>
            <td>{ grade }</td>
            <td class="number">{ place }</td>
        </>
    }
}
