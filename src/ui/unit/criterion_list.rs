//! The tree of criteria of an opened unit: marks of each against what it could have, down to the leaves.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::leaf_view::LeafView;
use crate::{
    app::Shared,
    domain::{Criterion, CriterionColumn, CriterionId},
    i18n::{figure, texts::unit},
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
        scoring::colour_style,
    },
};

/// Props of [`CriterionList`].
#[derive(Properties, PartialEq)]
pub struct CriterionListProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The criterion to open.
    pub criterion: Option<CriterionId>,
}

/// The tree of criteria of an opened unit.
#[component]
pub fn CriterionList(props: &CriterionListProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let open = use_state(BTreeSet::<CriterionId>::new);
    {
        let open = open.clone();
        use_effect_with(props.criterion.clone(), move |criterion| {
            if let Some(id) = criterion {
                let mut all = (*open).clone();
                all.insert(id.clone());
                open.set(all);
            }
        });
    }
    let on_toggle = {
        let open = open.clone();
        Callback::from(move |id: CriterionId| {
            let mut all = (*open).clone();
            if !all.remove(&id) {
                all.insert(id);
            }
            open.set(all);
        })
    };
    let mut lines = Lines { ctx: &ctx, props, open: &open, on_toggle, next: 0 };
    let criteria = &props.evaluated.inputs.scheme.criteria;
    let entries = lines.siblings(criteria, None);
    html! {
        <section class="unit-section" aria-labelledby="make-up-heading">
            <h3 id="make-up-heading">{ texts.make_up }</h3>
            <ul class="make-up">{ for entries }</ul>
        </section>
    }
}

/// Walks the tree in pre-order, the order of the evaluation's columns.
struct Lines<'a> {
    ctx: &'a Ctx,
    props: &'a CriterionListProps,
    open: &'a BTreeSet<CriterionId>,
    on_toggle: Callback<CriterionId>,
    next: usize,
}

impl Lines<'_> {
    fn siblings(&mut self, criteria: &[Criterion], colour: Option<usize>) -> Vec<Html> {
        criteria
            .iter()
            .enumerate()
            .map(|(nth, c)| self.line(c, colour.unwrap_or(nth), colour.is_none()))
            .collect()
    }

    fn line(&mut self, criterion: &Criterion, colour: usize, first_level: bool) -> Html {
        let nth = self.next;
        self.next += 1;
        let open = self.open.contains(&criterion.id);
        let children = self.siblings(criterion.children(), Some(colour));
        let Some(column) = self.props.evaluated.now.criteria.get(nth) else { return Html::default() };
        let body = match (open, criterion.leaf().is_some()) {
            (false, _) => Html::default(),
            (true, true) => html! {
                <LeafView evaluated={self.props.evaluated.clone()} unit={self.props.unit} column={nth}
                    criterion={criterion.id.clone()} />
            },
            (true, false) => html! { <ul class="make-up-below">{ for children }</ul> },
        };
        let on_click = {
            let id = criterion.id.clone();
            self.on_toggle.reform(move |_: MouseEvent| id.clone())
        };
        html! {
            <li key={criterion.id.as_str()} style={colour_style(colour)}>
                <button type="button" class={classes!("make-up-line", first_level.then_some("make-up-first"))}
                    aria-expanded={open.to_string()} onclick={on_click}>
                    { icon(if open { Icon::Down } else { Icon::Right }) }
                    <span class="make-up-name">{ self.ctx.lang.pick(&criterion.name) }</span>
                    { self.figures(column) }
                </button>
                { body }
            </li>
        }
    }

    /// The bar and the marks of a criterion.
    fn figures(&self, column: &CriterionColumn) -> Html {
        let unit = self.props.unit;
        let texts = unit::unit(self.ctx.lang);
        let at = |values: &[f64]| values.get(unit).copied().unwrap_or_default();
        let flag = |values: &[bool]| values.get(unit).copied().unwrap_or_default();
        if !flag(&column.applies) {
            return html! { <span class="tag tag-plain">{ texts.not_applicable }</span> };
        }
        if !flag(&column.present) {
            return html! { <span class="tag tag-warn">{ texts.missing }</span> };
        }
        let (marks, possible) = (at(&column.marks), at(&column.marks_possible));
        let share = if possible > 0.0 { (100.0 * marks / possible).clamp(0.0, 100.0) } else { 0.0 };
        html! {
            <>
                <span class="make-up-bar" aria-hidden="true"><span style={format!("width:{share:.2}%")} /></span>
                <span class="make-up-marks">
                    <strong>{ figure::fixed(marks, 2) }</strong>{ " / " }{ figure::fixed(possible, 2) }
                </span>
            </>
        }
    }
}
