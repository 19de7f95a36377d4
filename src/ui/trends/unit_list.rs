//! The units that a trend can draw, each with a box to tick and the number of its years.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::shown::ChoosableUnit;
use crate::{
    app::{Action, TrendView},
    domain::UnitId,
    i18n::texts::trends,
    ui::context::{Ctx, use_ctx},
};

/// Props of [`UnitList`].
#[derive(Properties, PartialEq)]
pub struct UnitListProps {
    /// The units.
    pub units: Vec<ChoosableUnit>,
    /// What is chosen now.
    pub trend: TrendView,
}

/// The units to choose from.
#[component]
pub fn UnitList(props: &UnitListProps) -> Html {
    let ctx = use_ctx();
    let texts = trends::trends(ctx.lang);
    let chosen: BTreeSet<UnitId> =
        props.units.iter().filter(|unit| unit.chosen).map(|unit| unit.id.clone()).collect();
    let choose = |units: Option<BTreeSet<UnitId>>| {
        let trend = TrendView { units, ..props.trend.clone() };
        ctx.send(move |_: MouseEvent| Action::ShowTrend(trend.clone()))
    };
    let rows = props.units.iter().map(|unit| row(&ctx, props, &chosen, unit));
    html! {
        <fieldset class="unit-choice">
            <legend>{ trends::units_chosen(ctx.lang, chosen.len(), props.units.len()) }</legend>
            <div class="button-row">
                <button type="button" class="button" onclick={choose(None)}>{ texts.suggested }</button>
                <button type="button" class="button" onclick={choose(Some(BTreeSet::new()))}>{ texts.none }</button>
            </div>
            <ul>{ for rows }</ul>
        </fieldset>
    }
}

fn row(ctx: &Ctx, props: &UnitListProps, chosen: &BTreeSet<UnitId>, unit: &ChoosableUnit) -> Html {
    let mut next = chosen.clone();
    if !next.remove(&unit.id) {
        next.insert(unit.id.clone());
    }
    let trend = TrendView { units: Some(next), ..props.trend.clone() };
    let on_change = ctx.send(move |_: Event| Action::ShowTrend(trend.clone()));
    html! {
        <li key={unit.id.as_str()}>
            <label class="unit-choice-row">
                <input type="checkbox" checked={unit.chosen} onchange={on_change} />
                <span class="unit-choice-name">{ ctx.lang.pick(&unit.name) }</span>
                <span class="unit-choice-years">{ trends::years(ctx.lang, unit.years) }</span>
            </label>
        </li>
    }
}
