//! The head of an opened unit: place, score, grade, coverage with bounds, and what the next place up takes.

use yew::prelude::*;

use super::what_if::next_place;
use crate::{
    app::Shared,
    domain::Standing,
    i18n::{
        figure,
        texts::{scoring, unit},
    },
    ui::{
        context::use_ctx,
        evaluated::Evaluated,
        scoring::{grade_chip, second_row},
    },
};

/// Props of [`Summary`].
#[derive(Properties, PartialEq)]
pub struct SummaryProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// Why it is vetoed is said here, and not beside it.
    #[prop_or_default]
    pub with_reasons: bool,
}

/// The head of an opened unit.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let evaluated = &props.evaluated;
    let Some(result) = evaluated.now.units.get(props.unit) else { return Html::default() };
    let vetoed = matches!(result.standing, Standing::Vetoed { .. });
    let score = result.total.map_or_else(|| "—".to_owned(), |total| figure::fixed(total, 2));
    let place = match result.standing {
        Standing::Ranked { place } => {
            unit::place_of(ctx.lang, &figure::short(place), evaluated.ranked_beside(props.unit))
        }
        Standing::NotRated => texts.not_rated.to_owned(),
        Standing::Vetoed { would_be } => would_be.map_or_else(
            || texts.vetoed.to_owned(),
            |place| scoring::would_be(ctx.lang, &figure::short(place)),
        ),
    };
    let alone = evaluated.now.units.len() == 1;
    let incomplete = result.coverage < 0.9995;
    let bounds = &result.bounds;
    html! {
        <div class="summary">
            <dl class="summary-figures">
                <div><dt>{ texts.score }</dt><dd class="summary-score">
                    if vetoed { <s>{ score }</s> } else { { score } }
                </dd></div>
                <div><dt>{ texts.grade }</dt><dd>{
                    result.grade.map(|grade| grade_chip(&evaluated.inputs.scheme, grade, ctx.lang))
                }</dd></div>
                if !alone { <div><dt>{ texts.place }</dt><dd>{ place }</dd></div> }
                <div><dt>{ texts.coverage }</dt><dd class={incomplete.then_some("figure-warn")}>
                    { figure::percent(result.coverage, 1) }
                </dd></div>
            </dl>
            if let Some(second) = second_row(evaluated, props.unit, ctx.lang).filter(|s| props.with_reasons || !s.veto) {
                <p class={if second.veto { "summary-line summary-veto" } else { "summary-line" }}>{ second.text }</p>
            }
            if incomplete && result.total.is_some() {
                <p class="summary-line">
                    { unit::bounds(ctx.lang, &figure::fixed(bounds.low, 2), &figure::fixed(bounds.high, 2)) }
                </p>
            }
            if let Some((place, marks)) = next_place(evaluated, props.unit) {
                <p class="summary-line">
                    { unit::to_next_place(ctx.lang, &figure::short(place), &figure::fixed(marks, 2)) }
                </p>
            }
        </div>
    }
}
