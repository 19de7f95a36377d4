//! A criterion of the scheme panel: its colour, name, slider, points and share of the whole.

use yew::prelude::*;

use crate::{
    app::Action,
    browser::event,
    domain::{CriterionId, Role, Text},
    i18n::{figure, texts::scoring},
    ui::{
        components::{Icon, NumberField, icon, use_settling},
        context::use_ctx,
        scoring::score_bar::colour_style,
    },
};

/// Props of [`CriterionRow`].
#[derive(Properties, PartialEq)]
pub struct CriterionRowProps {
    /// The criterion.
    pub id: CriterionId,
    /// Its name.
    pub name: Text,
    /// Its points.
    pub points: f64,
    /// Whether it counts.
    pub role: Role,
    /// 0 on the first level.
    pub depth: usize,
    /// The place of its first-level criterion, which gives the colour.
    pub colour: usize,
    /// The end and the step of its slider.
    pub range: (f64, f64),
    /// Its points are locked.
    pub locked: bool,
    /// Its share of the whole, 0..=1.
    pub effective: f64,
    /// Whether its children are shown; `None` for a leaf.
    pub open: Option<bool>,
}

/// A criterion of the scheme panel.
#[component]
pub fn CriterionRow(props: &CriterionRowProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let name = ctx.lang.pick(&props.name).to_owned();
    let (end, step) = props.range;
    let points_from = |make: fn(CriterionId, f64) -> Action| {
        let (id, dispatch) = (props.id.clone(), ctx.dispatch.clone());
        Callback::from(move |text: String| {
            if let Ok(points) = text.parse() {
                dispatch.emit(make(id.clone(), points));
            }
        })
    };
    let on_input = points_from(Action::MovePoints).reform(|e: InputEvent| event::value(&e));
    let on_settle = ctx.send(|()| Action::Settle);
    let settling = use_settling(&on_settle);
    let on_change = {
        let settling = settling.clone();
        Callback::from(move |_: Event| settling.finish())
    };
    let [on_move, on_set] =
        [Action::MovePoints as fn(CriterionId, f64) -> Action, Action::SetPoints].map(|make| {
            let id = props.id.clone();
            ctx.send(move |points: f64| make(id.clone(), points))
        });
    let filled = (100.0 * props.points / end).min(100.0);
    let label = format!("{} {name}", texts.points_of);
    html! {
        <li class={classes!("criterion", (props.depth > 0).then_some("criterion-below"))}
            style={format!("--depth:{};{}", props.depth, colour_style(props.colour))}>
            { disclosure(props, &ctx, texts, &name) }
            <span class="swatch" aria-hidden="true" />
            <span class="criterion-name" title={name.clone()}>
                { &name }
                { role_tag(props.role, texts) }
            </span>
            <input class="slider" type="range" min="0" max={end.to_string()} step={step.to_string()}
                value={props.points.to_string()} style={format!("--filled:{filled:.2}%")} aria-label={label.clone()} aria-valuetext={figure::short(props.points)}
                oninput={on_input} onchange={on_change} disabled={props.locked}
                onkeydown={settling.on_key()} onpointerdown={settling.on_pointer()} onblur={settling.on_leave()} />
            <NumberField value={props.points} {label} min={0.0} {step} {on_set} {on_move} {on_settle} locked={props.locked} />
            <span class="criterion-share" title={texts.share_of_whole}>{ figure::percent(props.effective, 1) }</span>
            { lock(props, &ctx, texts, &name) }
        </li>
    }
}

/// The button that locks the points, or unlocks them.
fn lock(
    props: &CriterionRowProps,
    ctx: &crate::ui::context::Ctx,
    texts: &scoring::ScoringTexts,
    name: &str,
) -> Html {
    let (id, locked) = (props.id.clone(), props.locked);
    let sign = if locked { Icon::Locked } else { Icon::Unlocked };
    let title = if locked { texts.unlock } else { texts.lock };
    html! {
        <button type="button" class="lock" aria-pressed={locked.to_string()} aria-label={format!("{} {name}", texts.lock)} {title}
            onclick={ctx.send(move |_: MouseEvent| Action::Lock(id.clone(), !locked))}>{ icon(sign) }</button>
    }
}

fn disclosure(
    props: &CriterionRowProps,
    ctx: &crate::ui::context::Ctx,
    texts: &scoring::ScoringTexts,
    name: &str,
) -> Html {
    let Some(open) = props.open else { return html! { <span class="disclosure-none" /> } };
    let id = props.id.clone();
    let (sign, verb) =
        if open { (Icon::Down, texts.hide_children) } else { (Icon::Right, texts.show_children) };
    html! {
        <button type="button" class="disclosure" aria-expanded={open.to_string()} aria-label={format!("{verb} {name}")}
            onclick={ctx.send(move |_: MouseEvent| Action::ToggleCriterion(id.clone()))}>{ icon(sign) }</button>
    }
}

fn role_tag(role: Role, texts: &scoring::ScoringTexts) -> Html {
    match role {
        Role::Counted => Html::default(),
        Role::Bonus { .. } => html! { <span class="tag tag-plain">{ texts.bonus }</span> },
        Role::Reported => html! { <span class="tag tag-plain">{ texts.reported_only }</span> },
    }
}
