//! The scheme panel: the tree of criteria with a slider and a number field for each weight.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::{bands::Bands, criterion_row::CriterionRow, weight_bar::WeightBar};
use crate::{
    app::{Action, Shared},
    domain::{Criterion, CriterionId, Scheme},
    i18n::{figure, texts::scoring},
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`SchemePanel`].
#[derive(Properties, PartialEq)]
pub struct SchemePanelProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The scheme as it was before it was changed; the sliders' ranges rest on it.
    pub original: Shared<Scheme>,
    /// The criteria whose children are shown.
    pub open: BTreeSet<CriterionId>,
}

/// The scheme panel.
#[component]
pub fn SchemePanel(props: &SchemePanelProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let scheme = &props.evaluated.inputs.scheme;
    let sum: f64 = scheme.criteria.iter().filter(|c| c.role.is_counted()).map(|c| c.points).sum();
    let full = figure::short(scheme.full_marks);
    let balanced = (sum - scheme.full_marks).abs() < 1e-9;
    let sum_text = scoring::sum_of_points(ctx.lang, &figure::short(sum), &full, balanced);
    let mut rows = Rows { props, rows: Vec::new(), next: 0 };
    rows.add(&scheme.criteria, &props.original.criteria, 0, None);
    html! {
        <section class="panel scheme-panel" aria-labelledby="scheme-heading">
            <header class="panel-header">
                <h2 id="scheme-heading">{ texts.scheme }</h2>
                <p class={if balanced { "panel-sub" } else { "panel-sub tag tag-warn" }}>{ sum_text }</p>
                <span class="spacer" />
                { hold_sum(&ctx, texts, props.evaluated.inputs.hold.sum) }
            </header>
            <WeightBar scheme={scheme.clone()} hold={props.evaluated.inputs.hold.clone()} />
            <ul class="criteria">{ for rows.rows }</ul>
            { buttons(&ctx, texts, &full) }
            <Bands scheme={scheme.clone()} />
        </section>
    }
}

fn hold_sum(ctx: &Ctx, texts: &scoring::ScoringTexts, held: bool) -> Html {
    html! {
        <button type="button" class="toggle" aria-pressed={held.to_string()} title={texts.hold_sum_title}
            onclick={ctx.send(move |_: MouseEvent| Action::HoldSum(!held))}>{ texts.hold_sum }</button>
    }
}

fn buttons(ctx: &Ctx, texts: &scoring::ScoringTexts, full: &str) -> Html {
    html! {
        <div class="button-row">
            <button type="button" class="button" title={texts.equal_title}
                onclick={ctx.send(|_: MouseEvent| Action::SplitEqually(None))}>{ texts.equal }</button>
            <button type="button" class="button" title={texts.reset_title}
                onclick={ctx.send(|_: MouseEvent| Action::ResetPoints)}>{ texts.reset }</button>
            <button type="button" class="button" title={scoring::normalise_title(ctx.lang, full)}
                onclick={ctx.send(|_: MouseEvent| Action::NormalisePoints)}>{ scoring::normalise(ctx.lang, full) }</button>
        </div>
    }
}

/// Collects the visible rows while walking the tree in pre-order, the order of the evaluation's columns.
struct Rows<'a> {
    props: &'a SchemePanelProps,
    rows: Vec<Html>,
    next: usize,
}

impl Rows<'_> {
    /// Adds the rows of siblings. `original` are the siblings as they were; `colour` is the first-level criterion
    /// above, `None` on the first level.
    fn add(&mut self, siblings: &[Criterion], original: &[Criterion], depth: usize, colour: Option<usize>) {
        let range = slider_range(siblings, original);
        for (nth, criterion) in siblings.iter().enumerate() {
            let column = self.props.evaluated.now.criteria.get(self.next);
            self.next += 1;
            let open = self.props.open.contains(&criterion.id);
            let colour = colour.unwrap_or(nth);
            self.rows.push(html! {
                <CriterionRow key={criterion.id.as_str()} id={criterion.id.clone()} name={criterion.name.clone()}
                    points={criterion.points} role={criterion.role} {depth} {colour} {range}
                    locked={self.props.evaluated.inputs.hold.locked.contains(&criterion.id)}
                    effective={column.map_or(0.0, |column| column.effective)}
                    open={(!criterion.children().is_empty()).then_some(open)} />
            });
            let below = original.iter().find(|o| o.id == criterion.id).map_or(&[][..], Criterion::children);
            if open {
                self.add(criterion.children(), below, depth + 1, Some(colour));
            } else {
                self.next += descendants(criterion);
            }
        }
    }
}

fn descendants(criterion: &Criterion) -> usize {
    criterion.children().iter().map(|child| 1 + descendants(child)).sum()
}

/// The end and the step of the sliders of siblings: twice the largest original points, so that lengths compare among
/// siblings and do not change while one drags.
fn slider_range(siblings: &[Criterion], original: &[Criterion]) -> (f64, f64) {
    let largest = |criteria: &[Criterion]| criteria.iter().map(|c| c.points).fold(0.0, f64::max);
    let of_original = 2.0 * largest(if original.is_empty() { siblings } else { original });
    let end = of_original.max(largest(siblings));
    let end = if end > 0.0 { end.ceil() } else { 1.0 };
    let step = if end > 50.0 {
        1.0
    } else if end > 16.0 {
        0.5
    } else {
        0.1
    };
    (end, step)
}
