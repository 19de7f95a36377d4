//! The points of the first level as one stacked bar whose borders are pulled, by pointer or arrow keys.

use web_sys::Element;
use yew::prelude::*;

use super::score_bar::colour_style;
use crate::{
    app::{Action, Hold, Shared},
    browser::{canvas, event},
    domain::{Criterion, CriterionId, Scheme},
    i18n::{figure, texts::scoring},
    ui::{components::use_settling, context::use_ctx},
};

/// How far an arrow key moves a border, and to what a pulled one snaps, in points.
const STEP: f64 = 0.5;

/// Props of [`WeightBar`].
#[derive(Properties, PartialEq)]
pub struct WeightBarProps {
    /// The scheme.
    pub scheme: Shared<Scheme>,
    /// What holds while weights are moved.
    pub hold: Shared<Hold>,
}

/// The points of the first level as a stacked bar.
#[component]
pub fn WeightBar(props: &WeightBarProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let node = use_node_ref();
    let counted: Vec<(usize, &Criterion)> =
        props.scheme.criteria.iter().enumerate().filter(|(_, c)| c.role.is_counted()).collect();
    let sum: f64 = counted.iter().map(|(_, c)| c.points).sum();
    if counted.len() < 2 || sum <= 0.0 {
        return Html::default();
    }
    let part = |(nth, criterion): &(usize, &Criterion)| {
        let share = criterion.points / sum;
        let title = format!("{} {}", ctx.lang.pick(&criterion.name), figure::short(criterion.points));
        let style = format!("width:{:.3}%;{}", 100.0 * share, colour_style(*nth));
        html! { <span key={criterion.id.as_str()} class="weight-part" {style} {title} /> }
    };
    let mut before = 0.0;
    let borders = counted.windows(2).filter_map(|pair| match pair {
        [(_, left), (_, right)] => {
            before += left.points;
            let locked = [left, right].iter().any(|c| props.hold.locked.contains(&c.id));
            let key = format!("{} {}", left.id, right.id);
            let at = before / sum;
            Some(html! {
                <WeightBorder {key} {at} {sum} {locked} bar={node.clone()} ids={[left.id.clone(), right.id.clone()]}
                    names={[&left.name, &right.name].map(|name| AttrValue::from(ctx.lang.pick(name).to_owned()))}
                    points={[left.points, right.points]} />
            })
        }
        _ => None,
    });
    html! {
        <div class="weight-bar" ref={node.clone()} role="group" aria-label={texts.weight_bar} title={texts.weight_bar}>
            { for counted.iter().map(part) }
            { for borders }
        </div>
    }
}

/// Props of [`WeightBorder`].
#[derive(Properties, PartialEq)]
struct WeightBorderProps {
    /// Where it stands, as a share of the bar.
    at: f64,
    /// The points of the whole bar.
    sum: f64,
    /// A neighbour is locked.
    locked: bool,
    /// The bar.
    bar: NodeRef,
    /// The neighbours.
    ids: [CriterionId; 2],
    names: [AttrValue; 2],
    points: [f64; 2],
}

/// A border between two neighbours.
#[component]
fn WeightBorder(props: &WeightBorderProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let settling = use_settling(&ctx.send(|()| Action::Settle));
    // Where the pointer took hold, and the left neighbour's points then.
    let held = use_mut_ref(|| None::<(f64, f64)>);
    let [left, right] = props.points;
    let both = left + right;
    let on_down = {
        let (held, locked) = (held.clone(), props.locked);
        Callback::from(move |e: PointerEvent| {
            if !locked && event::hold_pointer(&e) {
                *held.borrow_mut() = Some((f64::from(e.client_x()), left));
            }
        })
    };
    let on_pull = {
        let (held, bar, sum) = (held.clone(), props.bar.clone(), props.sum);
        let (ids, dispatch) = (props.ids.clone(), ctx.dispatch.clone());
        let pulled = move |e: &PointerEvent| {
            let (from, points) = (*held.borrow())?;
            let width =
                bar.cast::<Element>().map(|bar| canvas::room(&bar).width).filter(|width| *width > 0.0)?;
            let points = points + (f64::from(e.client_x()) - from) / width * sum;
            Some(((points / STEP).round() * STEP).clamp(0.0, both))
        };
        Callback::from(move |e: PointerEvent| {
            if let Some(points) = pulled(&e) {
                dispatch.emit(Action::MoveBorder(ids.clone(), points));
            }
        })
    };
    let on_up = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |_: PointerEvent| {
            if held.borrow_mut().take().is_some() {
                dispatch.emit(Action::Settle);
            }
        })
    };
    let present = use_mut_ref(|| left);
    *present.borrow_mut() = left;
    let on_key = {
        let (ids, dispatch, settling, locked) =
            (props.ids.clone(), ctx.dispatch.clone(), settling.clone(), props.locked);
        // Keys in quick succession come before the next drawing.
        let present = present.clone();
        Callback::from(move |e: KeyboardEvent| {
            let left = *present.borrow();
            let to = match e.key().as_str() {
                "ArrowLeft" | "ArrowDown" => left - STEP,
                "ArrowRight" | "ArrowUp" => left + STEP,
                "PageDown" => left - 10.0 * STEP,
                "PageUp" => left + 10.0 * STEP,
                "Home" => 0.0,
                "End" => both,
                _ => return,
            };
            e.prevent_default();
            if locked {
                return;
            }
            let to = to.clamp(0.0, both);
            *present.borrow_mut() = to;
            dispatch.emit(Action::MoveBorder(ids.clone(), to));
            settling.soon();
        })
    };
    let [left_name, right_name] = &props.names;
    let label = scoring::border_of(ctx.lang, left_name, right_name);
    let value =
        scoring::border(ctx.lang, [(left_name, &figure::short(left)), (right_name, &figure::short(right))]);
    let title = if props.locked { texts.border_locked.to_owned() } else { value.clone() };
    html! {
        <span class="weight-border" role="slider" tabindex="0" style={format!("left:{:.3}%", 100.0 * props.at)}
            aria-label={label} aria-valuemin="0" aria-valuemax={figure::short(both)} aria-valuenow={figure::short(left)}
            aria-valuetext={value} aria-disabled={props.locked.then_some("true")} {title}
            onpointerdown={on_down} onpointermove={on_pull} onpointerup={on_up.clone()} onpointercancel={on_up}
            onkeydown={on_key} onblur={settling.on_leave()} />
    }
}
