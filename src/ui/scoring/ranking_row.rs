//! A unit's line of the ranking.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    grade_chip::grade_chip,
    ranking_lines::places_risen,
    ranking_tools::columns_beside_score,
    row_model::{rules_changed, second_row, waiting},
    score_bar::ScoreBar,
};
use crate::{
    app::{Action, Shared, Shown},
    domain::{Evaluation, Standing, Unit, UnitResult},
    i18n::{figure, texts::scoring},
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`RankingRow`].
#[derive(Properties, PartialEq)]
pub struct RankingRowProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The unit is opened.
    pub open: bool,
    /// The columns beside place, name and score.
    pub columns: Rc<[Shown]>,
    /// What the change of place is against instead of last year.
    pub other: Option<Shared<Evaluation>>,
}

/// A unit's line of the ranking.
#[component]
pub fn RankingRow(props: &RankingRowProps) -> Html {
    let ctx = use_ctx();
    let evaluated = &props.evaluated;
    let unit = evaluated.inputs.table.data().units.get(props.unit);
    let Some((unit, result)) = unit.zip(evaluated.now.units.get(props.unit)) else { return Html::default() };
    let vetoed = matches!(result.standing, Standing::Vetoed { .. });
    let second = second_row(evaluated, props.unit, ctx.lang);
    let target = (!props.open).then(|| unit.id.clone());
    let on_click = ctx.send(move |_: MouseEvent| Action::OpenUnit(target.clone()));
    let name = ctx.lang.pick(&unit.name).to_owned();
    let class = classes!(
        "unit-line",
        vetoed.then_some("unit-line-vetoed"),
        second.is_some().then_some("unit-line-tall"),
        props.open.then_some("unit-line-open"),
    );
    // Lists of their own, so that the name keeps the focus when columns come and go.
    let (before, after) = columns_beside_score(&props.columns);
    html! {
        <tr {class} onclick={on_click} aria-current={props.open.then_some("true")}>
            <td class="col-place">{ place(result) }</td>
            <th scope="row" class="col-unit">
                <div class="unit-name-row">
                    <button type="button" class="unit-name" id={format!("unit-{}", props.unit)} title={name.clone()}
                        aria-expanded={props.open.to_string()}>{ name }</button>
                    { tag(&ctx, result) }
                </div>
                if let Some(second) = second {
                    <p class={if second.veto { "second-row second-row-veto" } else { "second-row" }} title={second.text.clone()}>
                        if second.veto { { icon(Icon::Barred) } }
                        <span>{ second.text }</span>
                    </p>
                }
            </th>
            <>{ for before.iter().map(|column| cell(&ctx, props, unit, result, column)) }</>
            <td class="col-score">{ score(result, vetoed) }</td>
            <>{ for after.iter().map(|column| cell(&ctx, props, unit, result, column)) }</>
        </tr>
    }
}

/// A cell of a column that can be hidden.
fn cell(ctx: &Ctx, props: &RankingRowProps, unit: &Unit, result: UnitResult, column: &Shown) -> Html {
    let evaluated = &props.evaluated;
    match column {
        Shown::Composition => html! {
            <td key="bar" class="col-bar"><ScoreBar evaluated={evaluated.clone()} unit={props.unit} id={unit.id.clone()} /></td>
        },
        Shown::Criterion(id) => {
            let of = evaluated.now.criteria.iter().find(|column| &column.id == id);
            let marks = of.and_then(|of| of.marks.get(props.unit)).copied();
            let key = format!("criterion {id}");
            html! { <td {key} class="col-number">{ marks.map_or("—".to_owned(), |marks| figure::fixed(marks, 2)) }</td> }
        }
        Shown::Coverage => html! {
            <td key="coverage" class="col-number">{ figure::percent(result.coverage, 0) }</td>
        },
        Shown::Grade => html! { <td key="grade" class="col-grade">{ grade(ctx, evaluated, result) }</td> },
        Shown::Change => html! {
            <td key="change" class="col-change">{ change(ctx, props, result) }</td>
        },
    }
}

fn place(result: UnitResult) -> String {
    match result.standing {
        Standing::Ranked { place } => figure::short(place),
        Standing::NotRated | Standing::Vetoed { .. } => "—".to_owned(),
    }
}

fn score(result: UnitResult, vetoed: bool) -> Html {
    match result.total {
        None => html! { "—" },
        Some(total) if vetoed => html! { <s>{ figure::fixed(total, 2) }</s> },
        Some(total) => html! { figure::fixed(total, 2) },
    }
}

/// The grade, with a sign where rules wait for a confirmation or for data.
fn grade(ctx: &Ctx, evaluated: &Evaluated, result: UnitResult) -> Html {
    let chip = match result.grade {
        Some(grade) => grade_chip(&evaluated.inputs.scheme, grade, ctx.lang),
        None => html! { <span class="chip chip-none">{ scoring::scoring(ctx.lang).not_rated }</span> },
    };
    let (proposed, undecided) = waiting(result);
    if proposed + undecided == 0 {
        return chip;
    }
    let title = scoring::waiting(ctx.lang, proposed, undecided);
    html! {
        <span class="grade-waiting" title={title.clone()}>
            { chip }{ icon(Icon::Alert) }<span class="visually-hidden">{ title }</span>
        </span>
    }
}

/// Coverage with bounds where data is missing, or else what rules changed.
fn tag(ctx: &Ctx, result: UnitResult) -> Html {
    let ranked = matches!(result.standing, Standing::Ranked { .. });
    if ranked && result.coverage < 0.9995 {
        let coverage = figure::percent(result.coverage, 0);
        let (low, high) = (figure::fixed(result.bounds.low, 1), figure::fixed(result.bounds.high, 1));
        return html! {
            <span class="tag tag-warn" title={scoring::coverage_title(ctx.lang, &coverage, &low, &high)}>
                { scoring::coverage_tag(ctx.lang, &coverage, &low, &high) }
            </span>
        };
    }
    match rules_changed(result) {
        Some(change) if !matches!(result.standing, Standing::NotRated) => html! {
            <span class="tag tag-plain">{ scoring::rules_changed(ctx.lang, &figure::signed(change, 2)) }</span>
        },
        _ => Html::default(),
    }
}

fn change(ctx: &Ctx, props: &RankingRowProps, result: UnitResult) -> Html {
    let evaluated = &props.evaluated;
    let texts = scoring::scoring(ctx.lang);
    if let Standing::Vetoed { would_be } = result.standing {
        return would_be.map_or_else(Html::default, |place| {
            html! { <span class="would-be">{ scoring::would_be(ctx.lang, &figure::short(place)) }</span> }
        });
    }
    let against = props.other.as_deref().or(evaluated.before.as_ref());
    match places_risen(evaluated, against, props.unit) {
        None => {
            let why = match (&props.other, &evaluated.before) {
                (Some(_), _) => texts.not_ranked_there,
                (None, Some(_)) => texts.new_unit,
                (None, None) => texts.no_year_before,
            };
            html! { <span class="change-none" title={why}>{ "—" }</span> }
        }
        Some(0.0) => html! { <span class="change-none" title={texts.same}>{ "=" }</span> },
        Some(risen) => {
            let (up, places) = (risen > 0.0, figure::short(risen.abs()));
            let (class, sign) = if up { ("change-up", "▲") } else { ("change-down", "▼") };
            let title = scoring::moved(ctx.lang, &places, up);
            html! {
                <span {class} title={title.clone()}>
                    <span aria-hidden="true">{ sign }{ places }</span><span class="visually-hidden">{ title }</span>
                </span>
            }
        }
    }
}
