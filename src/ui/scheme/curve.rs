//! A leaf's score function as a curve over the units of the year: how many have which value, and what each earns.
//! The points of the curve are taken by hand or keys.

use yew::prelude::*;

use super::drawn::{Area, bars, rounded, use_pull};
use crate::{
    app::{Action, Shared, edit},
    chart::scale::Range,
    domain::{Criterion, CriterionId, Leaf, Measure, ScoreFunction},
    i18n::{Lang, figure, texts::scheme_screen},
    scoring,
    ui::{
        components::use_settling,
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// The drawing's size and its margins, in its own units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 48.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 30.0;
/// About how many values are written across.
const TICKS: usize = 6;
/// Into how many parts the curve is cut.
const PARTS: usize = 160;

/// Props of [`Curve`].
#[derive(Properties, PartialEq)]
pub struct CurveProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The leaf.
    pub id: CriterionId,
    /// What its values are counted in.
    pub measure: Measure,
}

/// A leaf's score function as a curve.
#[component]
pub fn Curve(props: &CurveProps) -> Html {
    let ctx = use_ctx();
    let texts = scheme_screen::scheme_screen(ctx.lang);
    let node = use_node_ref();
    // While a hand holds a point the values' range stands still under it.
    let frozen = use_state(|| None::<(f64, f64)>);
    let inputs = &props.evaluated.inputs;
    let criterion = edit::criterion(&inputs.scheme.criteria, &props.id);
    let Some(leaf) = criterion.and_then(Criterion::leaf) else { return Html::default() };
    let values = edit::values(&inputs.table, &leaf.indicator, inputs.year);
    let plane = Plane { range: frozen.unwrap_or_else(|| range(leaf, &values)) };
    let handles = edit::handles(&leaf.function).into_iter().enumerate().map(|(nth, point)| {
        html! {
            <Handle key={nth} {nth} {point} id={props.id.clone()} function={leaf.function.clone()} range={plane.range}
                measure={props.measure.clone()} drawing={node.clone()} on_hold={hold(&frozen, plane.range)} />
        }
    });
    let fixed = curve(leaf, &plane);
    html! {
        <figure class="curve">
            <figcaption>{ if fixed.is_some() { texts.curve } else { texts.curve_relative } }</figcaption>
            <svg ref={node.clone()} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="group" aria-label={texts.curve}>
                { axes(&ctx, &props.measure, &plane) }
                { histogram(&values, &plane) }
                if let Some(points) = fixed { <polyline class="curve-line" points={points} /> }
                { for dots(ctx.lang, props, &values, &plane) }
                { for handles }
            </svg>
            if values.is_empty() { <p class="aside">{ texts.no_values }</p> }
        </figure>
    }
}

fn hold(frozen: &UseStateHandle<Option<(f64, f64)>>, range: (f64, f64)) -> Callback<bool> {
    let frozen = frozen.clone();
    Callback::from(move |held: bool| frozen.set(held.then_some(range)))
}

/// Values across and shares up.
struct Plane {
    range: (f64, f64),
}

impl Plane {
    fn x(&self, value: f64) -> f64 {
        let (least, most) = self.range;
        let share = ((value - least) / (most - least)).clamp(-0.1, 1.1);
        LEFT + share * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, share: f64) -> f64 {
        TOP + (1.0 - share) * (HEIGHT - TOP - BOTTOM)
    }

    fn value(&self, part: f64) -> f64 {
        self.range.0 + part * (self.range.1 - self.range.0)
    }
}

/// Round numbers around the values of the year and the function's own.
fn range(leaf: &Leaf, values: &[(usize, f64)]) -> (f64, f64) {
    let own = edit::handles(&leaf.function).into_iter().map(|(x, _)| x);
    let all = own.chain(values.iter().map(|(_, value)| *value));
    Range::of(all, TICKS).map_or((0.0, 1.0), |range| (range.low(), range.high()))
}

/// The points of the curve; `None` where a share takes more than the value.
fn curve(leaf: &Leaf, plane: &Plane) -> Option<String> {
    if matches!(leaf.function, ScoreFunction::Relative { .. } | ScoreFunction::Improvement { .. }) {
        return None;
    }
    let in_logarithms = if leaf.log { Some(scoring::in_logarithms(&leaf.function)?) } else { None };
    let share_at = |x: f64| match &in_logarithms {
        Some(function) => (x > 0.0).then(|| scoring::share(function, libm::log(x), None)).flatten(),
        None => scoring::share(&leaf.function, x, None),
    };
    let even = (0..=PARTS).map(|nth| plane.value(nth as f64 / PARTS as f64));
    // A step has its value from its very edge on.
    let hair = (plane.range.1 - plane.range.0) * 1e-6;
    let edges = edit::handles(&leaf.function).into_iter().flat_map(|(x, _)| [x - hair, x]);
    let mut all: Vec<f64> = even.chain(edges).collect();
    all.sort_by(f64::total_cmp);
    let point = |x: f64| Some(format!("{:.1},{:.1}", plane.x(x), plane.y(share_at(x)?)));
    Some(all.into_iter().filter_map(point).collect::<Vec<_>>().join(" "))
}

fn axes(ctx: &Ctx, measure: &Measure, plane: &Plane) -> Html {
    let ticks = Range::of([plane.range.0, plane.range.1], TICKS).map_or_else(Vec::new, |range| range.ticks());
    let across = ticks.into_iter().map(|value| {
        let x = format!("{:.1}", plane.x(value));
        html! { <text {x} y={format!("{}", HEIGHT - 10.0)} text-anchor="middle">{ figure::on_mark(ctx.lang, measure, value) }</text> }
    });
    let up = [0.0, 0.5, 1.0].map(|share| {
        let y = format!("{:.1}", plane.y(share));
        html! {
            <>
                <line class="curve-grid" x1={LEFT.to_string()} x2={(WIDTH - RIGHT).to_string()} y1={y.clone()} y2={y} />
                <text x={(LEFT - 6.0).to_string()} y={format!("{:.1}", plane.y(share) + 4.0)} text-anchor="end">{ figure::percent(share, 0) }</text>
            </>
        }
    });
    html! { <g class="curve-axes" aria-hidden="true">{ for across }{ for up }</g> }
}

/// How many units have about which value, as bars from the foot up to two fifths of the height.
fn histogram(values: &[(usize, f64)], plane: &Plane) -> Html {
    let foot = plane.y(0.0);
    let area = Area { left: LEFT, width: WIDTH - LEFT - RIGHT, foot, height: 0.4 * (foot - TOP) };
    bars(values.iter().map(|(_, value)| *value), plane.range, &area)
}

/// A dot a unit: its value, and the share that it has earned.
fn dots(lang: Lang, props: &CurveProps, values: &[(usize, f64)], plane: &Plane) -> Vec<Html> {
    let now = &props.evaluated.now;
    let Some(column) = now.criteria.iter().find(|column| column.id == props.id) else { return Vec::new() };
    let units = &props.evaluated.inputs.table.data().units;
    values
        .iter()
        .filter_map(|(unit, value)| {
            let possible = column.marks_possible.get(*unit).copied().filter(|possible| *possible > 0.0)?;
            let share = column.marks.get(*unit).copied()? / possible;
            let name = lang.pick(&units.get(*unit)?.name).to_owned();
            let (cx, cy) = (format!("{:.1}", plane.x(*value)), format!("{:.1}", plane.y(share)));
            Some(html! { <circle key={*unit} class="curve-dot" {cx} {cy} r="3.5"><title>{ name }</title></circle> })
        })
        .collect()
}

/// Props of [`Handle`].
#[derive(Properties, PartialEq)]
struct HandleProps {
    nth: usize,
    /// Its value and share.
    point: (f64, f64),
    /// The leaf and its function.
    id: CriterionId,
    function: ScoreFunction,
    /// The values across the drawing.
    range: (f64, f64),
    measure: Measure,
    drawing: NodeRef,
    /// Told when a hand takes it, and when it lets go.
    on_hold: Callback<bool>,
}

/// A point of the curve that a hand takes.
#[component]
fn Handle(props: &HandleProps) -> Html {
    let ctx = use_ctx();
    let texts = scheme_screen::scheme_screen(ctx.lang);
    let settling = use_settling(&ctx.send(|()| Action::Settle));
    let plane = Plane { range: props.range };
    let (x, share) = props.point;
    let present = use_mut_ref(|| props.point);
    *present.borrow_mut() = props.point;
    let width = props.range.1 - props.range.0;
    let go = {
        let present = present.clone();
        let (id, function, nth, dispatch) =
            (props.id.clone(), props.function.clone(), props.nth, ctx.dispatch.clone());
        move |to: (f64, f64)| {
            let Some(function) = edit::with_handle(&function, nth, to) else { return };
            // Keys in quick succession come before the next drawing.
            if let Some(there) = edit::handles(&function).get(nth) {
                *present.borrow_mut() = *there;
            }
            dispatch.emit(Action::MoveFunction(id.clone(), function));
        }
    };
    let pull = {
        let go = go.clone();
        use_pull(&props.drawing, WIDTH, props.point, &props.on_hold, move |(x, share), (right, down)| {
            let across = right / (WIDTH - LEFT - RIGHT) * width;
            let up = -down / (HEIGHT - TOP - BOTTOM);
            go((rounded(x + across, width), ((share + up) * 100.0).round() / 100.0));
        })
    };
    let on_key = {
        let settling = settling.clone();
        let with_share = edit::moves_share(&props.function);
        Callback::from(move |e: KeyboardEvent| {
            let (across, up) = match e.key().as_str() {
                "ArrowLeft" => (-0.01, 0.0),
                "ArrowRight" => (0.01, 0.0),
                "PageDown" => (-0.1, 0.0),
                "PageUp" => (0.1, 0.0),
                "ArrowUp" if with_share => (0.0, 0.01),
                "ArrowDown" if with_share => (0.0, -0.01),
                _ => return,
            };
            e.prevent_default();
            let (x, share) = *present.borrow();
            go((rounded(x + across * width, width), share + up));
            settling.soon();
        })
    };
    let written =
        scheme_screen::curve_point(&figure::value(ctx.lang, &props.measure, x), &figure::percent(share, 0));
    html! {
        <circle class="curve-handle" r="7" cx={format!("{:.1}", plane.x(x))} cy={format!("{:.1}", plane.y(share))}
            role="slider" tabindex="0" aria-label={texts.curve} aria-valuenow={x.to_string()} aria-valuetext={written.clone()}
            aria-valuemin={props.range.0.to_string()} aria-valuemax={props.range.1.to_string()}
            onpointerdown={pull.on_down} onpointermove={pull.on_move} onpointerup={pull.on_up.clone()} onpointercancel={pull.on_up}
            onkeydown={on_key} onblur={settling.on_leave()}><title>{ written }</title></circle>
    }
}
