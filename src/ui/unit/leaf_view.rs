//! A leaf of an opened unit: value → score function → marks, its source, and what it would change.

use yew::prelude::*;

use super::{
    derivation::{Derivation, derive},
    function_editor::FunctionEditor,
    source_list::SourceList,
    what_if::{adds_up, place_with},
};
use crate::{
    app::{Shared, edit},
    domain::{CriterionId, Indicator, IndicatorId, Issue},
    i18n::{figure, formula_sentence, function_sentence, texts::unit},
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`LeafView`].
#[derive(Properties, PartialEq)]
pub struct LeafViewProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The leaf's place among the evaluation's columns.
    pub column: usize,
    /// The leaf.
    pub criterion: CriterionId,
}

/// A leaf of an opened unit.
#[component]
pub fn LeafView(props: &LeafViewProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let inputs = &props.evaluated.inputs;
    let Some(criterion) = edit::criterion(&inputs.scheme.criteria, &props.criterion) else {
        return Html::default();
    };
    let Some(leaf) = criterion.leaf() else { return Html::default() };
    let data = inputs.table.data();
    let Some(indicator) = data.indicators.iter().find(|i| i.id == leaf.indicator) else {
        return html! { <p class="derivation">{ unit::unknown_indicator(ctx.lang, leaf.indicator.as_str()) }</p> };
    };
    let derivation = derive(&props.evaluated, props.unit, props.column, leaf);
    html! {
        <div class="derivation">
            <dl class="derivation-lines">
                <dt>{ texts.raw_value }</dt>
                <dd>{ raw_value(&ctx, props, indicator, &derivation) }</dd>
                <dt>{ texts.method }</dt>
                <dd>
                    { function_sentence::function(ctx.lang, &leaf.function, &indicator.measure) }
                    <FunctionEditor criterion={props.criterion.clone()} function={leaf.function.clone()}
                        measure={indicator.measure.clone()} />
                </dd>
                if derivation.present {
                    <dt>{ texts.result }</dt>
                    <dd>{ result(&ctx, &derivation, leaf, criterion.points) }</dd>
                }
                <dt>{ texts.source }</dt>
                <dd><SourceList table={inputs.table.clone()} unit={props.unit} year={inputs.year}
                    indicator={leaf.indicator.clone()} /></dd>
            </dl>
            { for disagreement(&ctx, props, &leaf.indicator) }
            { for at_full(&ctx, props, &derivation) }
        </div>
    }
}

fn raw_value(ctx: &Ctx, props: &LeafViewProps, indicator: &Indicator, derivation: &Derivation) -> Html {
    let inputs = &props.evaluated.inputs;
    let measure = &derivation.measure;
    match (derivation.value, derivation.carried_from) {
        (Some(value), None) => html! {
            <>
                <strong>{ figure::value(ctx.lang, measure, value) }</strong>
                { for from_parts(ctx, props, indicator).map(|parts| html! { <p class="aside">{ parts }</p> }) }
            </>
        },
        (Some(value), Some(year)) => html! {
            <>
                <strong>{ figure::value(ctx.lang, measure, value) }</strong>
                <span class="tag tag-warn">{ unit::carried(ctx.lang, year) }</span>
            </>
        },
        (None, _) => {
            let policy = derivation.policy.unwrap_or(inputs.scheme.missing);
            let reason = unit::missing_reason(ctx.lang, derivation.missing);
            html! {
                <>
                    <span class="tag tag-warn">{ unit::unit(ctx.lang).missing }</span>
                    { " " }{ reason }{ unit::unit(ctx.lang).semicolon }{ unit::missing_policy(ctx.lang, policy) }
                </>
            }
        }
    }
}

/// How a computed value comes from its parts.
fn from_parts(ctx: &Ctx, props: &LeafViewProps, indicator: &Indicator) -> Option<String> {
    let inputs = &props.evaluated.inputs;
    let value = |id: &IndicatorId| inputs.table.value(props.unit, id, inputs.year);
    let measure =
        |id: &IndicatorId| inputs.table.data().indicators.iter().find(|i| &i.id == id).map(|i| &i.measure);
    let written = |id: &IndicatorId| Some(figure::value(ctx.lang, measure(id)?, value(id)?));
    let difference = |from: &IndicatorId, to: &IndicatorId| {
        Some(figure::value(ctx.lang, measure(from)?, value(from)? - value(to)?))
    };
    formula_sentence::formula(ctx.lang, indicator.formula.as_ref()?, written, difference)
}

fn result(ctx: &Ctx, derivation: &Derivation, leaf: &crate::domain::Leaf, points: f64) -> Html {
    let share = function_sentence::short_exact(derivation.share);
    let (marks, possible) = (figure::fixed(derivation.marks, 2), figure::short(derivation.possible));
    let equation = derivation.value.filter(|_| !leaf.log).and_then(|value| {
        function_sentence::arithmetic(ctx.lang, &leaf.function, &derivation.measure, value, derivation.share)
    });
    html! {
        <>
            if let Some(equation) = equation { <p class="equation">{ equation }</p> }
            <p class="equation"><strong>{ unit::marks_equation(ctx.lang, &share, &possible, &marks) }</strong></p>
            if (derivation.possible - points).abs() >= 0.005 {
                <p class="aside">{ unit::rescaled(ctx.lang, &figure::short(points), &possible) }</p>
            }
        </>
    }
}

/// The document's own figure differs from the computed one.
fn disagreement(ctx: &Ctx, props: &LeafViewProps, leaf: &crate::domain::IndicatorId) -> Option<Html> {
    let evaluated = &props.evaluated;
    let own = evaluated.now.units.get(props.unit)?.unit;
    let data = evaluated.inputs.table.data();
    let measure = &data.indicators.iter().find(|i| &i.id == leaf)?.measure;
    evaluated.now.issues.iter().find_map(|issue| match issue {
        Issue::FiguresDisagree { unit, year, indicator, stated, computed }
            if unit == own && *year == evaluated.inputs.year && indicator == leaf =>
        {
            let written = |value| figure::value(ctx.lang, measure, value);
            let text = unit::disagrees(ctx.lang, &written(*stated), &written(*computed));
            Some(html! { <p class="derivation-warning">{ text }</p> })
        }
        _ => None,
    })
}

fn at_full(ctx: &Ctx, props: &LeafViewProps, derivation: &Derivation) -> Option<Html> {
    let evaluated = &props.evaluated;
    let scheme = &evaluated.inputs.scheme;
    let gain = derivation.possible - derivation.marks;
    let adds = adds_up(&scheme.criteria, scheme.aggregate, &props.criterion).unwrap_or(false);
    if !derivation.present || !adds || gain < 0.005 {
        return None;
    }
    let place = place_with(evaluated, props.unit, gain).map(|(place, risen)| (figure::short(place), risen));
    let place = place.as_ref().map(|(place, risen)| (place.as_str(), *risen));
    Some(html! { <p class="aside">{ unit::at_full(ctx.lang, &figure::signed(gain, 2), place) }</p> })
}
