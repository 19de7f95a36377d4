//! What the screens with charts show: each choice becomes a named step that can be undone.

use super::inputs::take;
use crate::{
    app::{ChartViews, Inputs, Shared, State},
    chart::catalogue::{ChartView, Choice},
    domain::Text,
    i18n::{
        Lang,
        texts::{
            catalogue::{CatalogueTexts, catalogue},
            history,
        },
    },
};

/// Changes what is shown.
pub(super) fn show(state: &mut State, change: impl FnOnce(&mut ChartViews)) {
    let before = state.inputs.charts.clone();
    let mut after = (*before).clone();
    change(&mut after);
    if after != *before {
        let name = name(&before, &after);
        take(state, name, Inputs { charts: Shared::new(after), ..state.inputs.clone() });
    }
}

/// The name of the step: the chart, and what of it changed.
fn name(before: &ChartViews, after: &ChartViews) -> Text {
    let (was, is) = (&before.chart, &after.chart);
    if was != is {
        let kind = text(is.kind.entry().name);
        let part = changed(was, is).filter(|_| was.kind == is.kind);
        return history::chart(&kind, part.map(|choice| text(|texts| choice.name(texts))).as_ref());
    }
    let (was, is) = (&before.trend, &after.trend);
    if was != is {
        let part = match () {
            () if was.measured != is.measured => text(|texts| texts.choices),
            () if was.span != is.span => text(|texts| texts.years),
            () => text(|texts| texts.unit),
        };
        return history::chart(&text(|texts| texts.trend), Some(&part));
    }
    history::chart(&text(|texts| texts.approval), None)
}

fn text(of: impl Fn(&'static CatalogueTexts) -> &'static str) -> Text {
    Text::new(of(catalogue(Lang::Zh)), of(catalogue(Lang::En)))
}

fn changed(was: &ChartView, is: &ChartView) -> Option<Choice> {
    let other = if is.kind.has(Choice::MarkedUnit) { Choice::MarkedUnit } else { Choice::OtherUnit };
    let changed = [
        (was.class != is.class, Choice::Class),
        (was.unit != is.unit, Choice::Unit),
        (was.other_unit != is.other_unit, other),
        (was.other_year != is.other_year, Choice::OtherYear),
        (was.criterion != is.criterion, Choice::Criterion),
        (was.scheme != is.scheme, Choice::Scheme),
        (was.span != is.span, Choice::Years),
    ];
    changed.into_iter().find(|(changed, _)| *changed).map(|(_, choice)| choice)
}
