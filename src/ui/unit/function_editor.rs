//! Fields for the settings of a score function: zero and full marks, target, cost of an event.

use yew::prelude::*;

use crate::{
    app::Action,
    domain::{CriterionId, Measure, MeasureKind, ScoreFunction},
    i18n::texts::unit,
    ui::{
        components::NumberField,
        context::{Ctx, use_ctx},
    },
};

/// Props of [`FunctionEditor`].
#[derive(Properties, PartialEq)]
pub struct FunctionEditorProps {
    /// The leaf.
    pub criterion: CriterionId,
    /// Its function.
    pub function: ScoreFunction,
    /// What its values are counted in.
    pub measure: Measure,
}

/// Fields for the settings of a score function; nothing for functions that are not set by one or two numbers.
#[component]
pub fn FunctionEditor(props: &FunctionEditorProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let in_percent = if props.measure.kind == MeasureKind::Share { 100.0 } else { 1.0 };
    let field = |label, value, scale, make| field(&ctx, props, label, value, scale, make);
    let fields = match props.function {
        ScoreFunction::Linear { zero, full } => vec![
            field(
                texts.zero_at,
                zero,
                in_percent,
                Box::new(move |zero| ScoreFunction::Linear { zero, full }),
            ),
            field(
                texts.full_at,
                full,
                in_percent,
                Box::new(move |full| ScoreFunction::Linear { zero, full }),
            ),
        ],
        ScoreFunction::Target { target } => vec![field(
            texts.target_at,
            target,
            in_percent,
            Box::new(|target| ScoreFunction::Target { target }),
        )],
        ScoreFunction::PerEvent { loss } => {
            vec![field(texts.loss_each, loss, 100.0, Box::new(|loss| ScoreFunction::PerEvent { loss }))]
        }
        ScoreFunction::Improvement { zero, full, relative } => {
            let scale = if relative { 100.0 } else { in_percent };
            let make = move |zero, full| ScoreFunction::Improvement { zero, full, relative };
            vec![
                field(texts.zero_at, zero, scale, Box::new(move |zero| make(zero, full))),
                field(texts.full_at, full, scale, Box::new(move |full| make(zero, full))),
            ]
        }
        _ => return Html::default(),
    };
    html! { <div class="function-fields">{ for fields }</div> }
}

fn field(
    ctx: &Ctx,
    props: &FunctionEditorProps,
    label: &'static str,
    value: f64,
    scale: f64,
    make: Box<dyn Fn(f64) -> ScoreFunction>,
) -> Html {
    let id = props.criterion.clone();
    let on_set = ctx.send(move |value: f64| Action::SetFunction(id.clone(), make(value)));
    let step = if scale > 1.0 { 0.01 } else { 1.0 };
    html! {
        <label class="function-field">
            <span>{ label }</span>
            <NumberField {value} {label} {scale} {step} {on_set} />
            if scale > 1.0 { <span>{ "%" }</span> } else { <span>{ ctx.lang.pick(&props.measure.name) }</span> }
        </label>
    }
}
