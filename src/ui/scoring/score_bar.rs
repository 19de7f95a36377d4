//! A score as a stacked bar of first-level criteria; the whole length is full marks, so that what is missing shows
//! as empty.

use yew::prelude::*;

use crate::{
    app::{Action, Shared},
    domain::{CriterionId, UnitId},
    i18n::{figure, texts::scoring},
    ui::{context::use_ctx, evaluated::Evaluated},
};

/// The number of colours that criteria have; more begin again.
pub const COLOURS: usize = 8;

/// The style that gives an element the colour of the n-th first-level criterion.
pub fn colour_style(nth: usize) -> String {
    format!("--colour:var(--criterion-{})", nth % COLOURS + 1)
}

/// Props of [`ScoreBar`].
#[derive(Properties, PartialEq)]
pub struct ScoreBarProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The unit.
    pub id: UnitId,
}

/// A score as a stacked bar.
#[component]
pub fn ScoreBar(props: &ScoreBarProps) -> Html {
    let ctx = use_ctx();
    let scheme = &props.evaluated.inputs.scheme;
    let full = scheme.full_marks;
    let first_level = props.evaluated.now.criteria.iter().filter(|column| column.depth == 0);
    let parts = first_level.zip(&scheme.criteria).enumerate().filter_map(|(nth, (column, criterion))| {
        let marks = column.marks.get(props.unit).copied().filter(|marks| *marks > 0.0)?;
        let possible = column.marks_possible.get(props.unit).copied().unwrap_or_default();
        let title = scoring::bar_part(
            ctx.lang,
            ctx.lang.pick(&criterion.name),
            &figure::fixed(marks, 2),
            &figure::fixed(possible, 2),
        );
        let style = format!("width:{:.3}%;{}", 100.0 * marks / full, colour_style(nth));
        Some(html! {
            <span key={nth} class="bar-part" {title} {style} onclick={open_at(&ctx, &props.id, &column.id)} />
        })
    });
    html! { <span class="bar" aria-hidden="true">{ for parts }{ interval(props) }</span> }
}

fn open_at(ctx: &crate::ui::context::Ctx, unit: &UnitId, criterion: &CriterionId) -> Callback<MouseEvent> {
    let (unit, criterion) = (unit.clone(), criterion.clone());
    let dispatch = ctx.dispatch.clone();
    Callback::from(move |e: MouseEvent| {
        e.stop_propagation();
        dispatch.emit(Action::OpenUnitAt(unit.clone(), criterion.clone()));
    })
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
