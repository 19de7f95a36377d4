//! A rule: its switch, its sentence with fields where thresholds stand, its basis, and the units it hits.

use yew::prelude::*;

use super::{builder::RuleBuilder, rule_hits::RuleHits};
use crate::{
    app::{Action, SchemeEdit, Shared, edit},
    domain::{Effect, Rule, RuleId},
    i18n::{
        Lang,
        rule_sentence::{self, Names, Piece},
        texts::{rule_builder, rules, scheme_edit::copy_of},
    },
    ui::{
        components::NumberField,
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`RuleCard`].
#[derive(Properties, PartialEq)]
pub struct RuleCardProps {
    /// The rule.
    pub rule: RuleId,
    /// The result with rules.
    pub evaluated: Shared<Evaluated>,
    /// Its builder is open.
    pub editing: bool,
    /// Opens the builder, or closes it.
    pub on_edit: Callback<bool>,
}

/// A rule.
#[component]
pub fn RuleCard(props: &RuleCardProps) -> Html {
    let ctx = use_ctx();
    let texts = rules::rules(ctx.lang);
    let inputs = &props.evaluated.inputs;
    let Some(rule) = inputs.scheme.rules.iter().find(|rule| rule.id == props.rule) else {
        return Html::default();
    };
    let names = Names::new(&inputs.scheme, inputs.table.data(), ctx.lang);
    let (id, on) = (rule.id.clone(), rule.on);
    let on_switch = ctx.send(move |_: Event| Action::SetRuleOn(id.clone(), !on));
    let is_veto = matches!(rule.effect, Effect::Veto | Effect::StopScoring);
    html! {
        <li class={classes!("rule-card", (!rule.on).then_some("rule-card-off"))}>
            <header class="rule-head">
                <label class="switch">
                    <input type="checkbox" role="switch" checked={rule.on} onchange={on_switch} />
                    <span class="visually-hidden">{ texts.switch }{ " " }{ names.rule(&rule.id) }</span>
                </label>
                <h3>{ names.rule(&rule.id) }</h3>
                <span class={if is_veto { "chip chip-veto" } else { "chip chip-none" }}>
                    { rules::kind(ctx.lang, &rule.effect) }
                </span>
                <span class="spacer" />
                { commands(&ctx, rule, props) }
            </header>
            <p class="rule-sentence">{ sentence(&ctx, &names, rule) }</p>
            <p class="aside">{ texts.basis }{ texts.colon }{ ctx.lang.pick(&rule.basis) }</p>
            <RuleHits rule={rule.id.clone()} evaluated={props.evaluated.clone()} />
            if props.editing { <RuleBuilder rule={rule.clone()} evaluated={props.evaluated.clone()} /> }
        </li>
    }
}

/// What can be done with the whole rule.
fn commands(ctx: &Ctx, rule: &Rule, props: &RuleCardProps) -> Html {
    let texts = rule_builder::rule_builder(ctx.lang);
    let name = ctx.lang.pick(&rule.name);
    let editing = props.editing;
    let on_edit = props.on_edit.reform(move |_: MouseEvent| !editing);
    let (id, copy) = (rule.id.clone(), Rule { name: copy_of(&rule.name), ..rule.clone() });
    let on_copy = ctx.send(move |_: MouseEvent| Action::Shape(SchemeEdit::AddRule(Box::new(copy.clone()))));
    let on_remove = ctx.send(move |_: MouseEvent| Action::Shape(SchemeEdit::RemoveRule(id.clone())));
    let button = |label: &'static str, expanded: Option<String>, on_click: Callback<MouseEvent>| {
        html! {
            <button type="button" class="small-button" aria-label={format!("{label} {name}")} aria-expanded={expanded}
                onclick={on_click}>{ label }</button>
        }
    };
    html! {
        <>
            { button(if editing { texts.close } else { texts.edit }, Some(editing.to_string()), on_edit) }
            { button(texts.copy, None, on_copy) }
            { button(texts.remove, None, on_remove) }
        </>
    }
}

/// The sentence with fields for its thresholds and marks.
fn sentence(ctx: &Ctx, names: &Names, rule: &Rule) -> Html {
    let (before, after) = rule_sentence::around(names, rule);
    let pieces = rule_sentence::condition(names, &rule.when).into_iter().map(|piece| match piece {
        Piece::Words(words) => html! { { words } },
        Piece::Threshold { nth, value, is_share, .. } => threshold(ctx, names, rule, nth, value, is_share),
    });
    let marks = edit::rule_marks(&rule.effect).map(|marks| {
        let id = rule.id.clone();
        html! {
            <label class="rule-marks">
                <span>{ rules::rules(ctx.lang).marks }</span>
                <NumberField value={marks} min={0.0} step={0.5} label={rules::marks_of(ctx.lang, names.rule(&rule.id))}
                    on_set={ctx.send(move |marks| Action::SetRuleMarks(id.clone(), marks))} />
            </label>
        }
    });
    html! {
        <>
            { before }{ for pieces }{ rule_sentence::then(ctx.lang) }
            <strong>{ rule_sentence::effect(names, &rule.effect) }</strong>{ after }
            { for marks }
        </>
    }
}

fn threshold(ctx: &Ctx, names: &Names, rule: &Rule, nth: usize, value: f64, is_share: bool) -> Html {
    let id = rule.id.clone();
    let (scale, step) = if is_share { (100.0, 0.01) } else { (1.0, 1.0) };
    let gap = if ctx.lang == Lang::Zh { "" } else { " " };
    html! {
        <span class="rule-threshold">
            { gap }
            <NumberField {value} {scale} {step} label={rules::threshold(ctx.lang, names.rule(&rule.id))}
                on_set={ctx.send(move |than| Action::SetThreshold(id.clone(), nth, than))} />
            if is_share { { "%" } }
        </span>
    }
}
