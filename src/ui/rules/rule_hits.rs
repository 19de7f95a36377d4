//! The units that a rule hits, waits for, or cannot decide on.

use yew::prelude::*;

use crate::{
    app::{Action, Screen, Shared},
    domain::{Effect, Firing, Outcome, RuleId, UnitId},
    i18n::{
        rule_sentence::{Names, seen},
        texts::rules,
    },
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// The most units that are named; the number of the others is shown.
const NAMED: usize = 12;

/// Props of [`RuleHits`].
#[derive(Properties, PartialEq)]
pub struct RuleHitsProps {
    /// The rule.
    pub rule: RuleId,
    /// The result with rules.
    pub evaluated: Shared<Evaluated>,
}

/// The units that a rule hits.
#[component]
pub fn RuleHits(props: &RuleHitsProps) -> Html {
    let ctx = use_ctx();
    let texts = rules::rules(ctx.lang);
    let scheme = &props.evaluated.inputs.scheme;
    let Some(rule) = scheme.rules.iter().find(|rule| rule.id == props.rule) else { return Html::default() };
    if !rule.on {
        return html! { <p class="rule-hits aside">{ texts.off }</p> };
    }
    let hit = if matches!(rule.effect, Effect::Veto) { "chip chip-veto" } else { "chip chip-failed" };
    let groups = [
        group(&ctx, props, Outcome::Fired, texts.hit, hit),
        group(&ctx, props, Outcome::Proposed, texts.proposed, "chip chip-warn"),
        group(&ctx, props, Outcome::Undecided, texts.undecided, "chip chip-warn"),
    ];
    if groups.iter().all(Option::is_none) {
        return html! { <p class="rule-hits aside">{ texts.nobody }</p> };
    }
    html! { <>{ for groups.into_iter().flatten() }</> }
}

fn group(
    ctx: &Ctx,
    props: &RuleHitsProps,
    outcome: Outcome,
    name: &'static str,
    class: &'static str,
) -> Option<Html> {
    let evaluated = &props.evaluated;
    let hits: Vec<(usize, &Firing)> = evaluated
        .now
        .units
        .iter()
        .enumerate()
        .flat_map(|(unit, result)| result.firings.iter().map(move |firing| (unit, firing)))
        .filter(|(_, firing)| firing.rule == props.rule && firing.outcome == outcome)
        .collect();
    if hits.is_empty() {
        return None;
    }
    let named = hits.iter().take(NAMED).map(|(unit, firing)| hit(ctx, props, *unit, firing));
    Some(html! {
        <div class="rule-hits">
            <span class={class}>{ name }{ " " }{ hits.len() }</span>
            <ul>{ for named }</ul>
            if hits.len() > NAMED { <span class="aside">{ format!("+{}", hits.len() - NAMED) }</span> }
        </div>
    })
}

fn hit(ctx: &Ctx, props: &RuleHitsProps, unit: usize, firing: &Firing) -> Html {
    let inputs = &props.evaluated.inputs;
    let Some(unit) = inputs.table.data().units.get(unit) else { return Html::default() };
    let names = Names::new(&inputs.scheme, inputs.table.data(), ctx.lang);
    let title = firing.seen.iter().map(|value| seen(&names, value)).collect::<Vec<_>>().join("\n");
    let dispatch = ctx.dispatch.clone();
    let id = unit.id.clone();
    let on_click = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::OpenUnit(Some(id.clone())));
        dispatch.emit(Action::OpenScreen(Screen::Scoring));
    });
    html! {
        <li key={unit.id.as_str()}>
            <button type="button" class="unit-link" {title} onclick={on_click}>{ ctx.lang.pick(&unit.name) }</button>
            { confirm(ctx, props, firing, &unit.id) }
        </li>
    }
}

fn confirm(ctx: &Ctx, props: &RuleHitsProps, firing: &Firing, unit: &UnitId) -> Html {
    let inputs = &props.evaluated.inputs;
    let texts = rules::rules(ctx.lang);
    let rule = inputs.scheme.rules.iter().find(|rule| rule.id == props.rule && rule.needs_confirmation);
    let Some(rule) = rule else { return Html::default() };
    let was_confirmed = rule.confirmed.iter().any(|c| &c.unit == unit && c.year == inputs.year);
    if firing.outcome == Outcome::Undecided || (firing.outcome == Outcome::Fired && !was_confirmed) {
        return Html::default();
    }
    let (rule, unit) = (rule.id.clone(), unit.clone());
    let on_click = ctx.send(move |_: MouseEvent| Action::Confirm {
        rule: rule.clone(),
        unit: unit.clone(),
        confirmed: !was_confirmed,
    });
    html! {
        <button type="button" class="small-button" onclick={on_click}>
            { if was_confirmed { texts.withdraw } else { texts.confirm } }
        </button>
    }
}
