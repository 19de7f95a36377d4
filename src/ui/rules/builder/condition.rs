//! The condition of a rule as a tree of groups and tests.

use yew::prelude::*;

use super::Form;
use crate::{
    app::edit,
    domain::{ClassThreshold, Comparison, Condition, MeasureKind, Operand, Rule},
    i18n::texts::rule_builder::sign,
    ui::components::{Icon, NumberField, icon},
};

/// The whole condition.
pub fn tree(form: &Form) -> Html {
    part(form, &form.rule.when, &[])
}

/// The condition at a place, with what is below it.
fn part(form: &Form, condition: &Condition, place: &[usize]) -> Html {
    let inside = edit::parts(condition).iter().enumerate().map(|(nth, inner)| {
        let place: Vec<usize> = place.iter().copied().chain([nth]).collect();
        html! { <li key={nth}>{ part(form, inner, &place) }</li> }
    });
    let is_group = !edit::parts(condition).is_empty();
    html! {
        <div class={if is_group { "condition condition-group" } else { "condition" }}>
            <div class="condition-line">
                { kind(form, condition, place) }
                { settings(form, condition, place) }
                { remove(form, place) }
            </div>
            if is_group { <ul>{ for inside }</ul> }
            if !matches!(condition, Condition::Not(_)) && (is_group || place.is_empty()) { { add(form, place) } }
        </div>
    }
}

/// Sends the rule with another condition at a place.
fn put<T: 'static>(
    form: &Form,
    place: &[usize],
    change: impl Fn(T) -> Option<Condition> + 'static,
) -> Callback<T> {
    let place = place.to_vec();
    form.put(move |rule: &Rule, value: T| {
        let when = edit::with_part(&rule.when, &place, Some(change(value)?))?;
        Some(Rule { when, ..rule.clone() })
    })
}

const KINDS: [&str; 8] = ["compare", "all", "any", "at_least", "not", "grade", "fired", "sub_units"];

fn kind_of(condition: &Condition) -> &'static str {
    match condition {
        Condition::Compare { .. } => "compare",
        Condition::All(_) => "all",
        Condition::Any(_) => "any",
        Condition::AtLeast { .. } => "at_least",
        Condition::Not(_) => "not",
        Condition::Grade { .. } => "grade",
        Condition::Fired(_) => "fired",
        Condition::SubUnitVetoed { .. } => "sub_units",
    }
}

fn kind(form: &Form, condition: &Condition, place: &[usize]) -> Html {
    let texts = form.texts;
    let others: Vec<_> = form.inputs.scheme.rules.iter().filter(|rule| rule.id != form.rule.id).collect();
    let options = KINDS.iter().filter(|kind| **kind != "fired" || !others.is_empty()).map(|kind| {
        let name = match *kind {
            "compare" => texts.compare,
            "all" => texts.all_of,
            "any" => texts.any_of,
            "at_least" => texts.at_least_of,
            "not" => texts.not,
            "grade" => texts.grade_is,
            "fired" => texts.fired,
            _ => texts.sub_units,
        };
        ((*kind).into(), name.into())
    });
    let present = condition.clone();
    let (first, failing) = (form.first_indicator(), form.inputs.scheme.grades.last().map(|g| g.id.clone()));
    let other = others.first().map(|rule| rule.id.clone());
    let on_choose = put(form, place, move |kind: String| {
        // What stood there goes into a new group, and the parts of a group into another.
        let parts = || match edit::parts(&present) {
            [] => vec![present.clone()],
            parts => parts.to_vec(),
        };
        Some(match kind.as_str() {
            "all" => Condition::All(parts()),
            "any" => Condition::Any(parts()),
            "at_least" => Condition::AtLeast { count: 1, of: parts() },
            "not" => Condition::Not(Box::new(present.clone())),
            "grade" => Condition::Grade { among: vec![failing.clone()?], years_back: 0 },
            "fired" => Condition::Fired(other.clone()?),
            "sub_units" => Condition::SubUnitVetoed { count: 1 },
            _ => match edit::parts(&present) {
                [first, ..] => first.clone(),
                [] => edit::compare(Operand::Indicator { id: first.clone()?, years_back: 0 }, 0.0),
            },
        })
    });
    form.choice(texts.kind, options.collect(), kind_of(condition), on_choose)
}

fn settings(form: &Form, condition: &Condition, place: &[usize]) -> Html {
    let texts = form.texts;
    match condition {
        Condition::Compare { left, is, than, by_class } => {
            compare(form, place, &Test { left, is: *is, than: *than, by_class })
        }
        Condition::AtLeast { count, of } => {
            let parts = of.clone();
            let set = put(form, place, move |n: f64| {
                Some(Condition::AtLeast { count: n.round() as u8, of: parts.clone() })
            });
            form.number(texts.count, f64::from(*count), (1.0, of.len() as f64), set)
        }
        Condition::SubUnitVetoed { count } => {
            let set = put(form, place, |n: f64| Some(Condition::SubUnitVetoed { count: n.round() as u8 }));
            form.number(texts.count, f64::from(*count), (1.0, 200.0), set)
        }
        Condition::Fired(id) => {
            let rules = form.inputs.scheme.rules.iter().filter(|rule| rule.id != form.rule.id);
            let options = rules.map(|rule| (rule.id.to_string().into(), form.named(&rule.name))).collect();
            let set = put(form, place, |id: String| Some(Condition::Fired(id.into())));
            form.choice(texts.fired, options, id.as_str(), set)
        }
        Condition::Grade { among, years_back } => {
            let boxes = form.inputs.scheme.grades.iter().map(|grade| {
                let checked = among.contains(&grade.id);
                let (id, back, present) = (grade.id.clone(), *years_back, among.clone());
                let on_change = put(form, place, move |_: Event| {
                    let mut among: Vec<_> = present.iter().filter(|other| **other != id).cloned().collect();
                    if !checked {
                        among.push(id.clone());
                    }
                    (!among.is_empty()).then_some(Condition::Grade { among, years_back: back })
                });
                html! {
                    <label class="builder-check">
                        <input type="checkbox" {checked} onchange={on_change} />{ form.named(&grade.name) }
                    </label>
                }
            });
            let present = among.clone();
            let set = put(form, place, move |n: f64| {
                Some(Condition::Grade { among: present.clone(), years_back: n.round() as u8 })
            });
            html! { <>{ for boxes }{ form.number(texts.grade_back, f64::from(*years_back), (0.0, 20.0), set) }</> }
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => Html::default(),
    }
}

const QUANTITIES: [&str; 8] =
    ["indicator", "indicator_before", "change", "criterion", "total", "coverage", "place", "place_from_last"];

fn quantity_of(left: &Operand) -> &'static str {
    match left {
        Operand::Indicator { years_back: 0, .. } => "indicator",
        Operand::Indicator { .. } => "indicator_before",
        Operand::Change(_) => "change",
        Operand::Criterion(_) => "criterion",
        Operand::Total => "total",
        Operand::Coverage => "coverage",
        Operand::Place { from_last: false } => "place",
        Operand::Place { from_last: true } => "place_from_last",
    }
}

const COMPARISONS: [Comparison; 6] = [
    Comparison::Above,
    Comparison::AtLeast,
    Comparison::Below,
    Comparison::AtMost,
    Comparison::Equal,
    Comparison::NotEqual,
];

/// A test: quantity, comparison, threshold.
struct Test<'a> {
    left: &'a Operand,
    is: Comparison,
    than: f64,
    by_class: &'a [ClassThreshold],
}

fn compare(form: &Form, place: &[usize], test: &Test) -> Html {
    let texts = form.texts;
    let (is, than) = (test.is, test.than);
    let kept = (test.left.clone(), test.by_class.to_vec());
    let on_comparison = put(form, place, move |chosen: String| {
        let is = COMPARISONS.into_iter().find(|one| sign(*one) == chosen)?;
        let (left, by_class) = kept.clone();
        Some(Condition::Compare { left, is, than, by_class })
    });
    let comparisons = COMPARISONS.map(|one| (sign(one).into(), sign(one).into())).to_vec();
    let kept = (test.left.clone(), test.by_class.to_vec());
    let on_set = put(form, place, move |than: f64| {
        let (left, by_class) = kept.clone();
        Some(Condition::Compare { left, is, than, by_class })
    });
    let is_share = is_share(form, test.left);
    let (scale, step) = if is_share { (100.0, 0.01) } else { (1.0, 1.0) };
    html! {
        <>
            { quantity(form, place, test) }
            { which(form, place, test) }
            { form.choice(texts.comparison, comparisons, sign(is), on_comparison) }
            <NumberField value={than} {scale} {step} label={texts.threshold} {on_set} />
            { unit_of(form, test.left, is_share) }
            if !test.by_class.is_empty() { <span class="aside">{ texts.by_class }</span> }
        </>
    }
}

/// Which kind of quantity is read. Thresholds by class are of the quantity before and go with it.
fn quantity(form: &Form, place: &[usize], test: &Test) -> Html {
    let texts = form.texts;
    let (present, is, than) = (test.left.clone(), test.is, test.than);
    let (indicator, criterion) = (form.first_indicator(), form.first_criterion());
    let on_choose = put(form, place, move |quantity: String| {
        let indicator = match &present {
            Operand::Indicator { id, .. } | Operand::Change(id) => Some(id.clone()),
            _ => indicator.clone(),
        };
        let left = match quantity.as_str() {
            "indicator" => Operand::Indicator { id: indicator?, years_back: 0 },
            "indicator_before" => Operand::Indicator { id: indicator?, years_back: 1 },
            "change" => Operand::Change(indicator?),
            "criterion" => Operand::Criterion(criterion.clone()?),
            "total" => Operand::Total,
            "coverage" => Operand::Coverage,
            "place" => Operand::Place { from_last: false },
            _ => Operand::Place { from_last: true },
        };
        Some(Condition::Compare { left, is, than, by_class: Vec::new() })
    });
    let names = QUANTITIES.map(|quantity| match quantity {
        "indicator" => texts.indicator_value,
        "indicator_before" => texts.indicator_before,
        "change" => texts.change,
        "criterion" => texts.criterion_share,
        "total" => texts.total,
        "coverage" => texts.coverage,
        "place" => texts.place,
        _ => texts.place_from_last,
    });
    let options = QUANTITIES.iter().zip(names).map(|(id, name)| ((*id).into(), name.into())).collect();
    form.choice(texts.quantity, options, quantity_of(test.left), on_choose)
}

/// The indicator or criterion that a test reads.
fn which(form: &Form, place: &[usize], test: &Test) -> Html {
    let texts = form.texts;
    let (is, than) = (test.is, test.than);
    let choose = |options, label, chosen: &str, make: fn(String) -> Operand| {
        let on_choose = put(form, place, move |id: String| {
            Some(Condition::Compare { left: make(id), is, than, by_class: Vec::new() })
        });
        form.choice(label, options, chosen, on_choose)
    };
    match test.left {
        Operand::Indicator { id, years_back: 0 } => {
            choose(form.indicators(), texts.indicator, id.as_str(), |id| Operand::Indicator {
                id: id.into(),
                years_back: 0,
            })
        }
        Operand::Indicator { id, years_back } => {
            let kept = (id.clone(), test.by_class.to_vec());
            let set = put(form, place, move |back: f64| {
                let (id, by_class) = kept.clone();
                let left = Operand::Indicator { id, years_back: back.round() as u8 };
                Some(Condition::Compare { left, is, than, by_class })
            });
            html! {
                <>
                    { choose(form.indicators(), texts.indicator, id.as_str(), |id| Operand::Indicator { id: id.into(), years_back: 1 }) }
                    { form.number(texts.years_back, f64::from(*years_back), (1.0, 20.0), set) }
                </>
            }
        }
        Operand::Change(id) => {
            choose(form.indicators(), texts.indicator, id.as_str(), |id| Operand::Change(id.into()))
        }
        Operand::Criterion(id) => {
            choose(form.criteria(), texts.criterion, id.as_str(), |id| Operand::Criterion(id.into()))
        }
        Operand::Total | Operand::Coverage | Operand::Place { .. } => Html::default(),
    }
}

fn is_share(form: &Form, left: &Operand) -> bool {
    match left {
        Operand::Indicator { id, .. } | Operand::Change(id) => {
            let known = form.inputs.table.data().indicators.iter().find(|one| &one.id == id);
            known.is_some_and(|one| one.measure.kind == MeasureKind::Share)
        }
        Operand::Criterion(_) | Operand::Coverage => true,
        Operand::Total | Operand::Place { .. } => false,
    }
}

/// The word behind a threshold.
fn unit_of(form: &Form, left: &Operand, is_share: bool) -> Html {
    match left {
        _ if is_share => html! { <span>{ "%" }</span> },
        Operand::Indicator { id, .. } | Operand::Change(id) => {
            let known = form.inputs.table.data().indicators.iter().find(|one| &one.id == id);
            known.map_or_else(Html::default, |one| html! { <span>{ form.named(&one.measure.name) }</span> })
        }
        _ => Html::default(),
    }
}

fn add(form: &Form, place: &[usize]) -> Html {
    let Some(first) = form.first_indicator() else { return Html::default() };
    let place = place.to_vec();
    let on_click = form.put(move |rule: &Rule, _: MouseEvent| {
        let one = edit::compare(Operand::Indicator { id: first.clone(), years_back: 0 }, 0.0);
        let when = edit::with_one_more(&rule.when, &place, one)?;
        Some(Rule { when, ..rule.clone() })
    });
    html! { <button type="button" class="small-button condition-add" onclick={on_click}>{ form.texts.add_condition }</button> }
}

fn remove(form: &Form, place: &[usize]) -> Html {
    if edit::with_part(&form.rule.when, place, None).is_none() {
        return Html::default();
    }
    let place = place.to_vec();
    let on_click = form.put(move |rule: &Rule, _: MouseEvent| {
        Some(Rule { when: edit::with_part(&rule.when, &place, None)?, ..rule.clone() })
    });
    let label = form.texts.remove_condition;
    html! {
        <button type="button" class="icon-button" aria-label={label} title={label} onclick={on_click}>{ icon(Icon::Close) }</button>
    }
}
