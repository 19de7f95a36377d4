//! The rule builder: a rule made from menus and fields. Each change is a step; what would leave the scheme out of
//! order is refused by the page and named.

mod condition;
mod effect;

use yew::prelude::*;

use crate::{
    app::{Action, Inputs, SchemeEdit, Shared},
    domain::{Criterion, CriterionId, IndicatorId, Rule, Text},
    i18n::{
        Lang,
        rule_sentence::{self, Names},
        texts::rule_builder::{self, RuleBuilderTexts},
    },
    ui::{
        components::{Choice, NumberField, TextField},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`RuleBuilder`].
#[derive(Properties, PartialEq)]
pub struct RuleBuilderProps {
    /// The rule.
    pub rule: Rule,
    /// The result with rules.
    pub evaluated: Shared<Evaluated>,
}

/// The rule builder.
#[component]
pub fn RuleBuilder(props: &RuleBuilderProps) -> Html {
    let ctx = use_ctx();
    let form = Form::new(&ctx, &props.evaluated.inputs, &props.rule);
    html! {
        <div class="rule-builder">
            { names(&form) }
            { classes(&form) }
            <fieldset><legend>{ form.texts.when }</legend>{ condition::tree(&form) }</fieldset>
            <fieldset><legend>{ form.texts.then }</legend>{ effect::fields(&form) }</fieldset>
            { times(&form) }
            { read_back(&form) }
        </div>
    }
}

/// What every part of the form needs.
struct Form<'a> {
    ctx: &'a Ctx,
    texts: &'static RuleBuilderTexts,
    inputs: &'a Inputs,
    rule: &'a Rule,
}

impl<'a> Form<'a> {
    fn new(ctx: &'a Ctx, inputs: &'a Inputs, rule: &'a Rule) -> Self {
        Self { ctx, texts: rule_builder::rule_builder(ctx.lang), inputs, rule }
    }

    /// Sends the rule that `change` makes of the present one and a new value; nothing where it makes none.
    fn put<T: 'static>(&self, change: impl Fn(&Rule, T) -> Option<Rule> + 'static) -> Callback<T> {
        let (rule, dispatch) = (self.rule.clone(), self.ctx.dispatch.clone());
        Callback::from(move |value| {
            if let Some(rule) = change(&rule, value) {
                dispatch.emit(Action::Shape(SchemeEdit::PutRule(Box::new(rule))));
            }
        })
    }

    /// A list to choose from, with its name before it.
    fn choice(
        &self,
        label: &'static str,
        options: Vec<(AttrValue, AttrValue)>,
        chosen: &str,
        on_choose: Callback<String>,
    ) -> Html {
        let chosen = AttrValue::from(chosen.to_owned());
        html! { <Choice {label} {options} {chosen} {on_choose} /> }
    }

    /// A number with its name before it.
    fn number(
        &self,
        label: &'static str,
        value: f64,
        (least, most): (f64, f64),
        on_set: Callback<f64>,
    ) -> Html {
        html! {
            <label class="builder-number">
                <span>{ label }</span><NumberField {value} {label} min={least} max={most} {on_set} />
            </label>
        }
    }

    fn indicators(&self) -> Vec<(AttrValue, AttrValue)> {
        let indicators = &self.inputs.table.data().indicators;
        indicators.iter().map(|one| (one.id.to_string().into(), self.named(&one.name))).collect()
    }

    fn criteria(&self) -> Vec<(AttrValue, AttrValue)> {
        fn add(form: &Form, criteria: &[Criterion], depth: usize, to: &mut Vec<(AttrValue, AttrValue)>) {
            for criterion in criteria {
                let name = format!("{}{}", "\u{3000}".repeat(depth), form.named(&criterion.name));
                to.push((criterion.id.to_string().into(), name.into()));
                add(form, criterion.children(), depth + 1, to);
            }
        }
        let mut all = Vec::new();
        add(self, &self.inputs.scheme.criteria, 0, &mut all);
        all
    }

    fn grades(&self) -> Vec<(AttrValue, AttrValue)> {
        let grades = &self.inputs.scheme.grades;
        grades.iter().map(|grade| (grade.id.to_string().into(), self.named(&grade.name))).collect()
    }

    fn named(&self, text: &Text) -> AttrValue {
        self.ctx.lang.pick(text).to_owned().into()
    }

    /// The indicator that a new condition starts with: the first of the data set.
    fn first_indicator(&self) -> Option<IndicatorId> {
        self.inputs.table.data().indicators.first().map(|one| one.id.clone())
    }

    fn first_criterion(&self) -> Option<CriterionId> {
        self.inputs.scheme.criteria.first().map(|one| one.id.clone())
    }
}

fn names(form: &Form) -> Html {
    let texts = form.texts;
    let field = |label: &'static str, value: &str, set: fn(&mut Rule, String)| {
        let on_set = form.put(move |rule, words: String| {
            let mut rule = rule.clone();
            set(&mut rule, words);
            Some(rule)
        });
        html! { <TextField {label} value={value.to_owned()} {on_set} /> }
    };
    let rule = form.rule;
    html! {
        <div class="builder-names">
            { field(texts.name_zh, &rule.name.zh, |rule, words| rule.name.zh = words) }
            { field(texts.name_en, &rule.name.en, |rule, words| rule.name.en = words) }
            { field(texts.basis_zh, &rule.basis.zh, |rule, words| rule.basis.zh = words) }
            { field(texts.basis_en, &rule.basis.en, |rule, words| rule.basis.en = words) }
        </div>
    }
}

fn classes(form: &Form) -> Html {
    let all = &form.inputs.table.data().classes;
    if all.len() < 2 && form.rule.classes.is_empty() {
        return Html::default();
    }
    let boxes = all.iter().map(|class| {
        let checked = form.rule.classes.contains(&class.id);
        let id = class.id.clone();
        let on_change = form.put(move |rule, _: Event| {
            let mut rule = rule.clone();
            rule.classes.retain(|other| *other != id);
            if !checked {
                rule.classes.push(id.clone());
            }
            Some(rule)
        });
        html! {
            <label class="builder-check">
                <input type="checkbox" {checked} onchange={on_change} />{ form.named(&class.name) }
            </label>
        }
    });
    let none = form.rule.classes.is_empty().then_some(form.texts.all_classes);
    html! {
        <fieldset class="builder-row">
            <legend>{ form.texts.classes }</legend>
            { for boxes }
            if let Some(none) = none { <span class="aside">{ none }</span> }
        </fieldset>
    }
}

fn times(form: &Form) -> Html {
    let (texts, rule) = (form.texts, form.rule);
    let check = |label: &'static str, checked: bool, set: fn(&mut Rule, bool)| {
        let on_change = form.put(move |rule, _: Event| {
            let mut rule = rule.clone();
            set(&mut rule, !checked);
            Some(rule)
        });
        html! { <label class="builder-check"><input type="checkbox" {checked} onchange={on_change} />{ label }</label> }
    };
    let years = |label: &'static str, value: u8, least: f64, set: fn(&mut Rule, u8)| {
        let on_set = form.put(move |rule, value: f64| {
            let mut rule = rule.clone();
            set(&mut rule, value.round() as u8);
            Some(rule)
        });
        form.number(label, f64::from(value), (least, 20.0), on_set)
    };
    html! {
        <fieldset class="builder-row">
            <legend>{ texts.times }</legend>
            { years(texts.years_in_a_row, rule.years_in_a_row, 1.0, |rule, years| rule.years_in_a_row = years) }
            { years(texts.lasts_years, rule.lasts_years, 0.0, |rule, years| rule.lasts_years = years) }
            { check(texts.from_next_year, rule.from_next_year, |rule, on| rule.from_next_year = on) }
            { check(texts.needs_confirmation, rule.needs_confirmation, |rule, on| rule.needs_confirmation = on) }
        </fieldset>
    }
}

/// The rule as a sentence, in both languages.
fn read_back(form: &Form) -> Html {
    let line = |lang: Lang| {
        let names = Names::new(&form.inputs.scheme, form.inputs.table.data(), lang);
        html! { <p lang={lang.tag()}>{ rule_sentence::rule(&names, form.rule) }</p> }
    };
    html! {
        <div class="builder-reads" role="status">
            <span class="aside">{ form.texts.reads }</span>
            { line(Lang::Zh) }
            { line(Lang::En) }
        </div>
    }
}
