//! How the score of one unit comes about, step by step, with its numbers.

use yew::prelude::*;

use crate::{
    app::Shared,
    domain::{Aggregate, Criterion, CriterionColumn, Leaf, Standing, UnitResult},
    i18n::{
        figure, function_sentence,
        texts::method::{self, MethodTexts},
    },
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
        unit::{RuleRecord, derivation::derive},
    },
};

/// Props of [`Steps`].
#[derive(Properties, PartialEq)]
pub struct StepsProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
}

/// How the score of one unit comes about.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let ctx = use_ctx();
    let texts = method::method(ctx.lang);
    let evaluated = &props.evaluated;
    let Some(result) = evaluated.now.units.get(props.unit) else { return Html::default() };
    let mut walk = Walk { ctx: &ctx, texts, props, next: 0, leaves: Vec::new(), nodes: Vec::new() };
    walk.criteria(&evaluated.inputs.scheme.criteria);
    let Walk { leaves, nodes, .. } = walk;
    html! {
        <div class="steps">
            <h3>{ texts.leaves }</h3>
            <div class="method-table">
                <table class="plain-table">
                    <caption class="visually-hidden">{ texts.leaves }</caption>
                    <thead><tr>
                        <th scope="col">{ texts.criterion }</th>
                        <th scope="col" class="number">{ texts.value }</th>
                        <th scope="col">{ texts.function }</th>
                        <th scope="col" class="number">{ texts.share }</th>
                        <th scope="col" class="number">{ texts.points }</th>
                        <th scope="col" class="number">{ texts.marks }</th>
                    </tr></thead>
                    <tbody>{ for leaves }</tbody>
                </table>
            </div>
            <p class="aside">{ texts.leaves_note }</p>
            <h3>{ texts.nodes }</h3>
            <ul class="method-lines">{ for nodes }<li class="method-sum">{ total(&ctx, evaluated, props.unit, result) }</li></ul>
            <h3>{ texts.missing }</h3>
            <p>{ method::missing_policy(ctx.lang, evaluated.inputs.scheme.missing) }{ " " }{ coverage(&ctx, result) }</p>
            <h3>{ texts.rules }</h3>
            <p class="aside">{ texts.rules_order }</p>
            { rules(texts, props, result) }
            <h3>{ texts.grade }</h3>
            <p>{ grade(&ctx, evaluated, props.unit, result) }</p>
            <h3>{ texts.rank }</h3>
            <p>{ rank(&ctx, texts, evaluated, props.unit, result) }</p>
        </div>
    }
}

/// Walks the tree in pre-order, the order of the evaluation's columns.
struct Walk<'a> {
    ctx: &'a Ctx,
    texts: &'static MethodTexts,
    props: &'a StepsProps,
    next: usize,
    leaves: Vec<Html>,
    nodes: Vec<Html>,
}

impl Walk<'_> {
    fn criteria(&mut self, criteria: &[Criterion]) {
        for criterion in criteria {
            let column = self.next;
            self.next += 1;
            let Some(of) = self.props.evaluated.now.criteria.get(column) else { return };
            match &criterion.body {
                crate::domain::Body::Leaf(leaf) => {
                    let line = self.leaf(criterion, of, column, leaf);
                    self.leaves.push(line);
                }
                crate::domain::Body::Node { aggregate, children } => {
                    let line = self.node(criterion, of, *aggregate);
                    self.nodes.push(line);
                    self.criteria(children);
                }
            }
        }
    }

    fn leaf(&self, criterion: &Criterion, of: &CriterionColumn, column: usize, leaf: &Leaf) -> Html {
        let lang = self.ctx.lang;
        let found = derive(&self.props.evaluated, self.props.unit, column, leaf);
        let applies = of.applies.get(self.props.unit).copied().unwrap_or_default();
        let value = match (applies, found.value) {
            (false, _) => self.texts.not_applicable.to_owned(),
            (true, None) => self.texts.no_value.to_owned(),
            (true, Some(value)) => figure::value(lang, &found.measure, value),
        };
        let counted = |text: String| if applies && found.present { text } else { "—".to_owned() };
        html! {
            <tr key={criterion.id.as_str()}>
                <th scope="row">{ lang.pick(&criterion.name) }</th>
                <td class="number">{ value }</td>
                <td>{ function_sentence::function(lang, &leaf.function, &found.measure) }</td>
                <td class="number">{ counted(figure::percent(found.share, 1)) }</td>
                <td class="number">{ counted(figure::fixed(found.possible, 2)) }</td>
                <td class="number">{ counted(figure::fixed(found.marks, 2)) }</td>
            </tr>
        }
    }

    fn node(&self, criterion: &Criterion, of: &CriterionColumn, aggregate: Aggregate) -> Html {
        let at = |values: &[f64]| values.get(self.props.unit).copied().unwrap_or_default();
        let (share, possible) = (at(&of.share), at(&of.marks_possible));
        html! {
            <li key={criterion.id.as_str()} style={format!("--depth:{}", of.depth)}>
                <strong>{ self.ctx.lang.pick(&criterion.name) }</strong>
                <span>{ format!("{} × {} = {}", figure::percent(share, 1), figure::fixed(possible, 2), figure::fixed(share * possible, 2)) }</span>
                <span class="aside">{ method::aggregate(self.ctx.lang, aggregate) }</span>
            </li>
        }
    }
}

/// The total before rules from the first level.
fn total(ctx: &Ctx, evaluated: &Evaluated, unit: usize, result: UnitResult) -> String {
    let Some(total) = result.before_rules else { return method::method(ctx.lang).not_rated.to_owned() };
    let total = figure::fixed(total, 2);
    match evaluated.inputs.scheme.aggregate {
        Aggregate::Arithmetic | Aggregate::Sum => {
            let first = evaluated.now.criteria.iter().filter(|column| column.depth == 0);
            let counts = first.filter(|column| column.present.get(unit).copied().unwrap_or_default());
            let marks = counts.filter_map(|column| column.marks.get(unit)).filter(|marks| **marks != 0.0);
            let parts: Vec<String> = marks.map(|marks| figure::fixed(*marks, 2)).collect();
            method::sum(ctx.lang, &parts, &total)
        }
        other => method::combined(ctx.lang, &method::aggregate(ctx.lang, other), &total),
    }
}

fn coverage(ctx: &Ctx, result: UnitResult) -> String {
    let (low, high) = (figure::fixed(result.bounds.low, 2), figure::fixed(result.bounds.high, 2));
    method::coverage(ctx.lang, &figure::percent(result.coverage, 1), &low, &high)
}

fn rules(texts: &MethodTexts, props: &StepsProps, result: UnitResult) -> Html {
    if !props.evaluated.inputs.rules_in_force {
        html! { <p>{ texts.rules_aside }</p> }
    } else if result.firings.is_empty() {
        html! { <p>{ texts.no_rule }</p> }
    } else {
        html! { <RuleRecord evaluated={props.evaluated.clone()} unit={props.unit} /> }
    }
}

/// The grade from the bands, and what rules made of it.
fn grade(ctx: &Ctx, evaluated: &Evaluated, unit: usize, result: UnitResult) -> String {
    let scheme = &evaluated.inputs.scheme;
    let name = |grade: Option<u32>| {
        grade.and_then(|nth| scheme.grades.get(nth as usize)).map(|of| ctx.lang.pick(&of.name))
    };
    let (Some(total), Some(now)) = (result.total, name(result.grade)) else {
        return method::method(ctx.lang).not_rated.to_owned();
    };
    let class = evaluated.inputs.table.data().units.get(unit).map(|unit| &unit.class);
    let own = scheme.class_bands.iter().find(|bands| Some(&bands.class) == class).map(|own| &own.bands);
    let bands = own.unwrap_or(&scheme.bands);
    let reached = bands.iter().find(|band| total >= band.from);
    let by_band = reached.and_then(|band| scheme.grades.iter().find(|grade| grade.id == band.grade));
    let by_band = by_band.or(scheme.grades.last()).map_or("", |grade| ctx.lang.pick(&grade.name));
    let from = reached.map(|band| figure::short(band.from));
    let sentence = method::band(ctx.lang, &figure::fixed(total, 2), from.as_deref(), by_band);
    if by_band == now {
        sentence
    } else {
        format!("{sentence} → {}", method::grade_by_rules(ctx.lang, now))
    }
}

fn rank(ctx: &Ctx, texts: &MethodTexts, evaluated: &Evaluated, unit: usize, result: UnitResult) -> String {
    match result.standing {
        Standing::Ranked { place } => {
            let ties = evaluated.inputs.scheme.ties.method;
            method::ranked(ctx.lang, &figure::short(place), evaluated.ranked_beside(unit), ties)
        }
        Standing::NotRated => texts.not_rated.to_owned(),
        Standing::Vetoed { .. } => texts.vetoed.to_owned(),
    }
}
