//! Everything of the selected criterion but its place in the tree.

use yew::prelude::*;

use super::{curve::Curve, function_fields};
use crate::{
    app::{
        Action, SchemeEdit, Shared,
        edit::{self, FunctionKind},
    },
    domain::{Aggregate, Body, Criterion, CriterionId, Leaf, Measure, MissingPolicy, Role, ScoreFunction},
    i18n::{
        function_sentence,
        texts::scheme_screen::{self, SchemeScreenTexts},
    },
    ui::{
        components::{Choice, NumberField, TextField},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`CriterionEditor`].
#[derive(Properties, PartialEq)]
pub struct CriterionEditorProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The criterion.
    pub id: CriterionId,
}

/// Everything of the selected criterion.
#[component]
pub fn CriterionEditor(props: &CriterionEditorProps) -> Html {
    let ctx = use_ctx();
    let texts = scheme_screen::scheme_screen(ctx.lang);
    let scheme = &props.evaluated.inputs.scheme;
    let Some(criterion) = edit::criterion(&scheme.criteria, &props.id) else { return Html::default() };
    let form = Form { ctx: &ctx, texts, criterion };
    html! {
        <section class="criterion-editor" aria-labelledby="criterion-heading">
            <h2 id="criterion-heading">{ ctx.lang.pick(&criterion.name) }</h2>
            { form.names() }
            { form.counting(props) }
            { match &criterion.body {
                Body::Leaf(leaf) => form.leaf(props, leaf),
                Body::Node { aggregate, .. } => form.combining(*aggregate),
            } }
            { form.basis() }
        </section>
    }
}

struct Form<'a> {
    ctx: &'a Ctx,
    texts: &'static SchemeScreenTexts,
    criterion: &'a Criterion,
}

impl Form<'_> {
    /// Sends the criterion that `change` makes of the present one and a new value.
    fn put<T: 'static>(&self, change: impl Fn(&mut Criterion, T) + 'static) -> Callback<T> {
        let criterion = self.criterion.clone();
        self.ctx.send(move |value| {
            let mut criterion = criterion.clone();
            change(&mut criterion, value);
            Action::Shape(SchemeEdit::PutCriterion(Box::new(criterion)))
        })
    }

    fn put_leaf<T: 'static>(&self, change: impl Fn(&mut Leaf, T) + 'static) -> Callback<T> {
        self.put(move |criterion, value| {
            if let Body::Leaf(leaf) = &mut criterion.body {
                change(leaf, value);
            }
        })
    }

    fn names(&self) -> Html {
        let (texts, criterion) = (self.texts, self.criterion);
        let field = |label: &'static str, value: &str, set: fn(&mut Criterion, String)| {
            html! { <TextField {label} value={value.to_owned()} on_set={self.put(set)} /> }
        };
        html! {
            <div class="builder-names">
                { field(texts.name_zh, &criterion.name.zh, |criterion, words| criterion.name.zh = words) }
                { field(texts.name_en, &criterion.name.en, |criterion, words| criterion.name.en = words) }
            </div>
        }
    }

    fn basis(&self) -> Html {
        let (texts, criterion) = (self.texts, self.criterion);
        let field = |label: &'static str, value: &str, set: fn(&mut Criterion, String)| {
            html! { <TextField {label} value={value.to_owned()} on_set={self.put(set)} /> }
        };
        html! {
            <div class="builder-names">
                { field(texts.basis_zh, &criterion.basis.zh, |criterion, words| criterion.basis.zh = words) }
                { field(texts.basis_en, &criterion.basis.en, |criterion, words| criterion.basis.en = words) }
            </div>
        }
    }

    /// Points, role, classes.
    fn counting(&self, props: &CriterionEditorProps) -> Html {
        let (texts, criterion) = (self.texts, self.criterion);
        let id = criterion.id.clone();
        let on_points = self.ctx.send(move |points: f64| Action::SetPoints(id.clone(), points));
        let locked = props.evaluated.inputs.hold.locked.contains(&criterion.id);
        let roles = [("counted", texts.counted), ("bonus", texts.bonus), ("reported", texts.reported)];
        let (chosen, cap) = match criterion.role {
            Role::Counted => ("counted", None),
            Role::Bonus { cap } => ("bonus", Some(cap)),
            Role::Reported => ("reported", None),
        };
        let on_role = self.put(|criterion, role: String| {
            criterion.role = match role.as_str() {
                "bonus" => Role::Bonus { cap: criterion.points },
                "reported" => Role::Reported,
                _ => Role::Counted,
            };
        });
        let on_cap = self.put(|criterion, cap: f64| criterion.role = Role::Bonus { cap });
        let classes = &props.evaluated.inputs.table.data().classes;
        let boxes = classes.iter().filter(|_| classes.len() > 1).map(|class| {
            let checked = criterion.classes.contains(&class.id);
            let id = class.id.clone();
            let on_change = self.put(move |criterion, _: Event| {
                criterion.classes.retain(|other| *other != id);
                if !checked {
                    criterion.classes.push(id.clone());
                }
            });
            html! {
                <label class="builder-check">
                    <input type="checkbox" {checked} onchange={on_change} />{ self.ctx.lang.pick(&class.name) }
                </label>
            }
        });
        html! {
            <div class="condition-line">
                { self.number(texts.points, criterion.points, 1.0, (0.0, f64::MAX), on_points, locked) }
                { self.choice(texts.role, named(roles), chosen, on_role) }
                if let Some(cap) = cap { { self.number(texts.bonus_cap, cap, 1.0, (0.0, f64::MAX), on_cap, false) } }
                if classes.len() > 1 {
                    <span class="aside">{ texts.classes }{ if criterion.classes.is_empty() { format!(": {}", texts.all_classes) } else { String::new() } }</span>
                    { for boxes }
                }
            </div>
        }
    }

    fn combining(&self, present: Aggregate) -> Html {
        let texts = self.texts;
        let exponent = if let Aggregate::Power { exponent } = present { Some(exponent) } else { None };
        let ways = [
            ("arithmetic", Aggregate::Arithmetic),
            ("geometric", Aggregate::Geometric),
            ("harmonic", Aggregate::Harmonic),
            ("power", Aggregate::Power { exponent: exponent.unwrap_or(2.0) }),
            ("minimum", Aggregate::Minimum),
            ("sum", Aggregate::Sum),
        ];
        let chosen = ways.iter().find(|(_, way)| *way == present).map_or("arithmetic", |(id, _)| id);
        let options = named(ways.map(|(id, way)| (id, scheme_screen::aggregate(self.ctx.lang, way))));
        let set = |criterion: &mut Criterion, new: Aggregate| {
            if let Body::Node { aggregate, .. } = &mut criterion.body {
                *aggregate = new;
            }
        };
        let on_choose = self.put(move |criterion, id: String| {
            if let Some((_, way)) = ways.iter().find(|(other, _)| *other == id) {
                set(criterion, *way);
            }
        });
        let on_exponent =
            self.put(move |criterion, exponent: f64| set(criterion, Aggregate::Power { exponent }));
        html! {
            <div class="condition-line">
                <span class="aside">{ texts.aggregate }</span>
                { self.choice(texts.aggregate, options, chosen, on_choose) }
                if let Some(exponent) = exponent {
                    { self.number(texts.exponent, exponent, 1.0, (-100.0, 100.0), on_exponent, false) }
                }
            </div>
        }
    }

    fn leaf(&self, props: &CriterionEditorProps, leaf: &Leaf) -> Html {
        let texts = self.texts;
        let inputs = &props.evaluated.inputs;
        let indicators = &inputs.table.data().indicators;
        let options = indicators
            .iter()
            .map(|one| (one.id.to_string().into(), self.ctx.lang.pick(&one.name).to_owned().into()))
            .collect();
        let measure = indicators.iter().find(|one| one.id == leaf.indicator).map(|one| one.measure.clone());
        let measure = measure.unwrap_or(Measure {
            kind: crate::domain::MeasureKind::Number,
            name: crate::domain::Text::default(),
        });
        let on_indicator = self.put_leaf(|leaf, id: String| leaf.indicator = id.into());
        let on_log = self.put_leaf(|leaf, _: Event| leaf.log = !leaf.log);
        html! {
            <>
                <div class="condition-line">
                    <span class="aside">{ texts.indicator }</span>
                    { self.choice(texts.indicator, options, leaf.indicator.as_str(), on_indicator) }
                    <label class="builder-check"><input type="checkbox" checked={leaf.log} onchange={on_log} />{ texts.log }</label>
                    { self.missing(leaf) }
                </div>
                <div class="condition-line">
                    <span class="aside">{ texts.function }</span>
                    { self.kind(props, leaf) }
                    { self.turn(leaf) }
                    { function_fields::fields(self.ctx, &self.criterion.id, &leaf.function, &measure) }
                </div>
                <p class="function-sentence">{ function_sentence::function(self.ctx.lang, &leaf.function, &measure) }</p>
                <Curve evaluated={props.evaluated.clone()} id={self.criterion.id.clone()} {measure} />
            </>
        }
    }

    fn kind(&self, props: &CriterionEditorProps, leaf: &Leaf) -> Html {
        let options = FunctionKind::ALL
            .iter()
            .enumerate()
            .map(|(nth, kind)| {
                (nth.to_string().into(), scheme_screen::function_kind(self.ctx.lang, *kind).into())
            })
            .collect();
        let present = FunctionKind::of(&leaf.function);
        let chosen = FunctionKind::ALL.iter().position(|kind| *kind == present).unwrap_or(0).to_string();
        let (id, leaf) = (self.criterion.id.clone(), leaf.clone());
        let (table, year) = (props.evaluated.inputs.table.clone(), props.evaluated.inputs.year);
        let dispatch = self.ctx.dispatch.clone();
        let on_choose = Callback::from(move |nth: String| {
            let kind = nth.parse().ok().and_then(|nth: usize| FunctionKind::ALL.get(nth));
            if let Some(kind) = kind {
                let function = edit::as_kind(&leaf.function, *kind, &table, &leaf.indicator, year);
                dispatch.emit(Action::SetFunction(id.clone(), function));
            }
        });
        self.choice(self.texts.function, options, &chosen, on_choose)
    }

    /// The button that makes the better the worse.
    fn turn(&self, leaf: &Leaf) -> Html {
        let Some(turned) = turned(&leaf.function) else { return Html::default() };
        let id = self.criterion.id.clone();
        let on_click = self.ctx.send(move |_: MouseEvent| Action::SetFunction(id.clone(), turned.clone()));
        html! { <button type="button" class="small-button" onclick={on_click}>{ self.texts.turn }</button> }
    }

    fn missing(&self, leaf: &Leaf) -> Html {
        let texts = self.texts;
        let years = match leaf.missing {
            Some(MissingPolicy::CarryForward { years }) => Some(years),
            _ => None,
        };
        let ways = [
            ("leave_out", MissingPolicy::LeaveOut),
            ("zero", MissingPolicy::Zero),
            ("carry", MissingPolicy::CarryForward { years: years.unwrap_or(1) }),
            ("median", MissingPolicy::ClassMedian),
        ];
        let chosen = ways.iter().find(|(_, way)| Some(*way) == leaf.missing).map_or("", |(id, _)| id);
        let names = ways.map(|(id, way)| (id, scheme_screen::missing(self.ctx.lang, way)));
        let options = named([("", texts.as_scheme)]).into_iter().chain(named(names)).collect();
        let on_choose = self.put_leaf(move |leaf, id: String| {
            leaf.missing = ways.iter().find(|(other, _)| *other == id).map(|(_, way)| *way);
        });
        let on_years = self.put_leaf(|leaf, years: f64| {
            leaf.missing = Some(MissingPolicy::CarryForward { years: years.round() as u8 });
        });
        html! {
            <>
                <span class="aside">{ texts.missing }</span>
                { self.choice(texts.missing, options, chosen, on_choose) }
                if let Some(years) = years {
                    { self.number(texts.carry_years, f64::from(years), 1.0, (1.0, 20.0), on_years, false) }
                }
            </>
        }
    }

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

    fn number(
        &self,
        label: &'static str,
        value: f64,
        step: f64,
        (min, max): (f64, f64),
        on_set: Callback<f64>,
        locked: bool,
    ) -> Html {
        html! {
            <label class="builder-number">
                <span>{ label }</span><NumberField {value} {label} {step} {min} {max} {on_set} {locked} />
            </label>
        }
    }
}

fn named<const N: usize>(options: [(&'static str, &'static str); N]) -> Vec<(AttrValue, AttrValue)> {
    options.map(|(id, name)| (id.into(), name.into())).to_vec()
}

/// The function with the better as the worse; `None` for those that know no other way.
fn turned(function: &ScoreFunction) -> Option<ScoreFunction> {
    Some(match function.clone() {
        ScoreFunction::Linear { zero, full } => ScoreFunction::Linear { zero: full, full: zero },
        ScoreFunction::Improvement { zero, full, relative } => {
            ScoreFunction::Improvement { zero: full, full: zero, relative }
        }
        ScoreFunction::YesNo { full_when } => ScoreFunction::YesNo { full_when: !full_when },
        ScoreFunction::Relative { method, higher_is_better } => {
            ScoreFunction::Relative { method, higher_is_better: !higher_is_better }
        }
        ScoreFunction::Piecewise { mut points } => {
            points.iter_mut().for_each(|point| point.1 = 1.0 - point.1);
            ScoreFunction::Piecewise { points }
        }
        ScoreFunction::Steps { below, mut steps } => {
            steps.iter_mut().for_each(|step| step.share = 1.0 - step.share);
            ScoreFunction::Steps { below: 1.0 - below, steps }
        }
        ScoreFunction::Target { .. } | ScoreFunction::PerEvent { .. } => return None,
    })
}
