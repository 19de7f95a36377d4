//! The first-level criteria of a unit with marks won and lost; each leads to its derivation.

use yew::prelude::*;

use crate::{
    app::{Action, Screen, Shared},
    domain::{Criterion, CriterionColumn},
    i18n::{
        figure,
        texts::{overview, unit},
    },
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
        scoring::colour_style,
    },
};

/// Props of [`CriteriaTable`].
#[derive(Properties, PartialEq)]
pub struct CriteriaTableProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
}

/// Marks won and lost.
#[component]
pub fn CriteriaTable(props: &CriteriaTableProps) -> Html {
    let ctx = use_ctx();
    let texts = overview::overview(ctx.lang);
    let columns = props.evaluated.now.criteria.iter().filter(|column| column.depth == 0);
    let criteria = props.evaluated.inputs.scheme.criteria.iter();
    let rows = criteria
        .zip(columns)
        .enumerate()
        .map(|(nth, (criterion, column))| row(&ctx, props, nth, criterion, column));
    html! {
        <section class="card criteria-card" aria-labelledby="criteria-heading">
            <header class="panel-header"><h2 id="criteria-heading">{ texts.criteria }</h2></header>
            <table class="plain-table criteria-table">
                <caption class="visually-hidden">{ texts.criteria }</caption>
                <thead><tr>
                    <th scope="col">{ texts.criterion }</th>
                    <th scope="col"><span class="visually-hidden">{ texts.won }</span></th>
                    <th scope="col" class="number">{ texts.won }</th>
                    <th scope="col" class="number">{ texts.possible }</th>
                    <th scope="col" class="number">{ texts.lost }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

fn row(
    ctx: &Ctx,
    props: &CriteriaTableProps,
    nth: usize,
    criterion: &Criterion,
    column: &CriterionColumn,
) -> Html {
    let at = |values: &[f64]| values.get(props.unit).copied().unwrap_or_default();
    let (marks, possible) = (at(&column.marks), at(&column.marks_possible));
    let present = column.present.get(props.unit).copied().unwrap_or_default();
    let widest = props.evaluated.now.criteria.iter().filter(|c| c.depth == 0).map(|c| at(&c.marks_possible));
    let widest = widest.fold(f64::MIN_POSITIVE, f64::max);
    let unit = props.evaluated.now.units.get(props.unit).map(|result| result.unit.clone());
    let (id, dispatch) = (criterion.id.clone(), ctx.dispatch.clone());
    let on_click = Callback::from(move |_: MouseEvent| {
        if let Some(unit) = unit.clone() {
            dispatch.emit(Action::OpenUnitAt(unit, id.clone()));
            dispatch.emit(Action::OpenScreen(Screen::Scoring));
        }
    });
    html! {
        <tr key={criterion.id.as_str()} style={colour_style(nth)}>
            <th scope="row">
                <button type="button" class="criterion-link" onclick={on_click}>
                    <span class="swatch" aria-hidden="true" />{ ctx.lang.pick(&criterion.name) }
                </button>
            </th>
            if present {
                <td><span class="won-bar" aria-hidden="true" style={format!("width:{:.2}%", 100.0 * possible / widest)}>
                    <span style={format!("width:{:.2}%", 100.0 * marks / possible.max(f64::MIN_POSITIVE))} />
                </span></td>
                <td class="number"><strong>{ figure::fixed(marks, 2) }</strong></td>
                <td class="number">{ figure::fixed(possible, 2) }</td>
                <td class="number">{ figure::fixed(possible - marks, 2) }</td>
            } else {
                <td colspan="4"><span class="tag tag-warn">{ unit::unit(ctx.lang).missing }</span></td>
            }
        </tr>
    }
}
