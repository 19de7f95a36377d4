//! The record of rules of an opened unit: what fired, the values seen, before and after, the basis.

use yew::prelude::*;

use crate::{
    app::{Action, Shared},
    domain::{Firing, FiringEffect, Outcome, Rule, UnitId},
    i18n::{
        rule_sentence::{Names, effect_of_firing, seen},
        texts::unit,
    },
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`RuleRecord`].
#[derive(Properties, PartialEq)]
pub struct RuleRecordProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
}

/// The record of rules of an opened unit; nothing where no rule has anything to say.
#[component]
pub fn RuleRecord(props: &RuleRecordProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let inputs = &props.evaluated.inputs;
    let names = Names::new(&inputs.scheme, inputs.table.data(), ctx.lang);
    let Some(result) = props.evaluated.now.units.get(props.unit) else { return Html::default() };
    if result.firings.is_empty() {
        return Html::default();
    }
    let entries = result.firings.iter().map(|firing| {
        let rule = inputs.scheme.rules.iter().find(|rule| rule.id == firing.rule);
        entry(&ctx, &names, firing, rule, result.unit, inputs.year)
    });
    html! {
        <section class="unit-section" aria-labelledby="rules-heading">
            <h3 id="rules-heading">{ texts.rule_record }</h3>
            <ul class="firings">{ for entries }</ul>
        </section>
    }
}

fn entry(ctx: &Ctx, names: &Names, firing: &Firing, rule: Option<&Rule>, unit: &UnitId, year: u16) -> Html {
    let texts = unit::unit(ctx.lang);
    let (class, state) = match firing.outcome {
        Outcome::Fired if matches!(firing.effect, Some(FiringEffect::Vetoed)) => ("firing firing-veto", None),
        Outcome::Fired => ("firing", None),
        Outcome::Proposed => ("firing firing-waiting", Some(texts.proposed)),
        Outcome::Undecided => ("firing firing-waiting", Some(texts.undecided)),
    };
    let values = firing.seen.iter().map(|value| html! { <li>{ seen(names, value) }</li> });
    let earlier = (firing.fired_in != year).then(|| unit::fired_in(ctx.lang, firing.fired_in));
    html! {
        <li {class}>
            <p class="firing-name">
                { names.rule(&firing.rule) }
                { for state.map(|state| html! { <span class="tag tag-warn">{ state }</span> }) }
                { for earlier.map(|when| html! { <span class="tag tag-plain">{ when }</span> }) }
            </p>
            <ul class="firing-seen">{ for values }</ul>
            if let Some(effect) = &firing.effect {
                <p class="firing-effect">{ effect_of_firing(names, effect) }</p>
            }
            if let Some(rule) = rule {
                <p class="firing-basis">{ texts.basis }{ texts.colon }{ ctx.lang.pick(&rule.basis) }</p>
                { confirm_button(ctx, rule, firing, unit, year) }
            }
        </li>
    }
}

/// Confirms a proposed firing, or takes the confirmation back.
fn confirm_button(ctx: &Ctx, rule: &Rule, firing: &Firing, unit: &UnitId, year: u16) -> Html {
    let texts = unit::unit(ctx.lang);
    let was_confirmed = rule.confirmed.iter().any(|c| &c.unit == unit && c.year == year);
    let label = match (firing.outcome, was_confirmed) {
        (Outcome::Proposed, _) => texts.confirm,
        (Outcome::Fired, true) if rule.needs_confirmation => texts.withdraw,
        _ => return Html::default(),
    };
    let (rule, unit) = (rule.id.clone(), unit.clone());
    let on_click = ctx.send(move |_: MouseEvent| Action::Confirm {
        rule: rule.clone(),
        unit: unit.clone(),
        confirmed: !was_confirmed,
    });
    html! { <button type="button" class="button" onclick={on_click}>{ label }</button> }
}
