//! A score as a stacked bar of first-level criteria; the whole length is full marks, so that what is missing shows
//! as empty.

use yew::prelude::*;

use crate::{
    app::{Action, Shared},
    browser::event,
    domain::{CriterionColumn, UnitId},
    i18n::{Lang, figure, texts::scoring},
    ui::{context::use_ctx, evaluated::Evaluated},
};

/// The number of colours that criteria have; more begin again.
pub const COLOURS: usize = 8;

/// The style that gives an element the colour of the n-th first-level criterion.
pub fn colour_style(nth: usize) -> String {
    format!("--colour:var(--criterion-{})", nth % COLOURS + 1)
}

/// Props of [`ScoreBar`].
#[derive(Clone, Properties, PartialEq)]
pub struct ScoreBarProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The unit.
    pub id: UnitId,
}

/// A score as a stacked bar: one background, so that a moved weight changes one attribute a unit and lays out nothing.
/// The tip of a part and the way to its criterion are found where the mouse is.
#[component]
pub fn ScoreBar(props: &ScoreBarProps) -> Html {
    let ctx = use_ctx();
    let parts = parts(props);
    let style = background(&parts);
    let on_move = {
        let (props, lang) = (props.clone(), ctx.lang);
        Callback::from(move |e: PointerEvent| {
            let part = event::across(&e).and_then(|at| part_at(&self::parts(&props), at));
            event::set_title(&e, &part.map_or_else(String::new, |part| words(&props, lang, &part)));
        })
    };
    let on_click = {
        let (props, dispatch) = (props.clone(), ctx.dispatch.clone());
        Callback::from(move |e: MouseEvent| {
            let part = event::across(&e).and_then(|at| part_at(&self::parts(&props), at));
            if let Some(criterion) =
                part.and_then(|part| props.evaluated.inputs.scheme.criteria.get(part.nth))
            {
                e.stop_propagation();
                dispatch.emit(Action::OpenUnitAt(props.id.clone(), criterion.id.clone()));
            }
        })
    };
    html! {
        <span class="bar" aria-hidden="true" {style} onpointermove={on_move} onclick={on_click}>{ interval(props) }</span>
    }
}

/// A first-level criterion's part of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    /// Which criterion of the first level.
    nth: usize,
    /// Where it ends, as a share of the bar.
    to: f64,
    marks: f64,
    possible: f64,
}

fn parts(props: &ScoreBarProps) -> Vec<Part> {
    let scheme = &props.evaluated.inputs.scheme;
    let first_level = props.evaluated.now.criteria.iter().filter(|column| column.depth == 0);
    let mut to = 0.0;
    let part = |(nth, column): (usize, &CriterionColumn)| {
        let marks = column.marks.get(props.unit).copied().filter(|marks| *marks > 0.0)?;
        let possible = column.marks_possible.get(props.unit).copied().unwrap_or_default();
        to += marks / scheme.full_marks;
        Some(Part { nth, to, marks, possible })
    };
    first_level.enumerate().filter_map(part).collect()
}

/// The parts as stops of a gradient, each a pixel short of its end so that neighbours stand apart.
fn background(parts: &[Part]) -> String {
    let stops: Vec<String> = parts
        .iter()
        .map(|part| {
            let (colour, to) = (part.nth % COLOURS + 1, 100.0 * part.to);
            format!("var(--criterion-{colour}) 0 calc({to:.2}% - 1px),var(--surface) 0 {to:.2}%")
        })
        .collect();
    match stops.is_empty() {
        true => String::new(),
        false => format!("background-image:linear-gradient(90deg,{},transparent 0)", stops.join(",")),
    }
}

fn part_at(parts: &[Part], at: f64) -> Option<Part> {
    parts.iter().copied().find(|part| at < part.to)
}

fn words(props: &ScoreBarProps, lang: Lang, part: &Part) -> String {
    let criterion = props.evaluated.inputs.scheme.criteria.get(part.nth);
    let name = criterion.map_or("", |criterion| lang.pick(&criterion.name));
    scoring::bar_part(lang, name, &figure::fixed(part.marks, 2), &figure::fixed(part.possible, 2))
}

/// The mark from the worst to the best case, where data is missing.
fn interval(props: &ScoreBarProps) -> Html {
    let full = props.evaluated.inputs.scheme.full_marks;
    let Some(bounds) = props.evaluated.now.units.get(props.unit).map(|result| result.bounds) else {
        return Html::default();
    };
    if bounds.high - bounds.low < 0.05 {
        return Html::default();
    }
    let percent = |marks: f64| (100.0 * marks / full).clamp(0.0, 100.0);
    let (from, to) = (percent(bounds.low), percent(bounds.high));
    html! { <span class="bar-interval" style={format!("left:{from:.3}%;width:{:.3}%", to - from)} /> }
}
