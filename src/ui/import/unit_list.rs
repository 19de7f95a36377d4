//! What each label of a unit is taken for.

use yew::prelude::*;

use super::indicator_list::{ROW_PX, first_cell, sureness};
use crate::{
    app::Shared,
    browser::event,
    data::table::{Book, Choice, Plan, Revision, UnitMatch, UnitTarget},
    domain::DataSet,
    i18n::texts::tables,
    ui::{
        components::use_window,
        context::{Ctx, use_ctx},
    },
};

/// Props of [`UnitList`].
#[derive(Properties, PartialEq)]
pub struct UnitListProps {
    /// The file.
    pub book: Shared<Book>,
    /// What was understood.
    pub plan: Shared<Plan>,
    /// The present data set.
    pub data: Shared<DataSet>,
    /// Changes what was understood.
    pub on_revise: Callback<Revision>,
}

/// What each label of a unit is taken for.
#[component]
pub fn UnitList(props: &UnitListProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let all = &props.plan.units;
    let window = use_window(all.len(), ROW_PX);
    let rows = all.iter().enumerate().skip(window.from).take(window.to - window.from);
    html! {
        <div class="table-scroll" tabindex="0" ref={window.sight.node.clone()} onscroll={window.sight.on_scroll.clone()}>
            <table class="plain-table import-list">
                <caption class="visually-hidden">{ texts.units }</caption>
                <thead><tr>
                    <th scope="col">{ texts.label_in_file }</th>
                    <th scope="col" class="import-first">{ texts.first_cell }</th>
                    <th scope="col">{ texts.taken_for }</th>
                    <th scope="col" class="import-measure">{ texts.code }</th>
                    <th scope="col" class="import-measure">{ texts.class }</th>
                    <th scope="col" class="import-sure">{ texts.sureness }</th>
                </tr></thead>
                <tbody>
                    <tr key="before" aria-hidden="true" style={format!("height:{}px", window.before_px)} />
                    { for rows.map(|(nth, matched)| row(&ctx, props, nth, matched)) }
                    <tr key="after" aria-hidden="true" style={format!("height:{}px", window.after_px)} />
                </tbody>
            </table>
        </div>
    }
}

fn row(ctx: &Ctx, props: &UnitListProps, nth: usize, matched: &UnitMatch) -> Html {
    html! {
        <tr key={nth} class="import-row">
            <th scope="row" class="clip" title={matched.label.clone()}>{ matched.label.clone() }</th>
            <td class="clip">{ first_cell(&props.book, matched.first) }</td>
            <td>{ chooser(ctx, props, nth, matched) }</td>
            <td class="clip">{ matched.code.clone() }</td>
            <td class="clip">{ class(ctx, props, matched) }</td>
            <td>{ sureness(ctx, matched.confidence, matches!(matched.target, UnitTarget::Known(_))) }</td>
        </tr>
    }
}

/// The class that the unit has or will have.
fn class(ctx: &Ctx, props: &UnitListProps, matched: &UnitMatch) -> String {
    let id = match &matched.target {
        UnitTarget::Known(id) => props.data.units.iter().find(|unit| unit.id == *id).map(|unit| &unit.class),
        UnitTarget::New(new) => Some(&new.class),
        UnitTarget::Leave => None,
    };
    let mut classes = props.data.classes.iter().chain(&props.plan.classes);
    let class = id.and_then(|id| classes.find(|class| class.id == *id));
    class.map(|class| ctx.lang.pick(&class.name).to_owned()).unwrap_or_default()
}

fn chooser(ctx: &Ctx, props: &UnitListProps, nth: usize, matched: &UnitMatch) -> Html {
    let texts = tables::tables(ctx.lang);
    let label = format!("{} {}", matched.label, texts.taken_for);
    let on_change = props.on_revise.reform(move |e: Event| {
        Revision::SetUnit(
            nth,
            match event::value(&e).as_str() {
                "new" => Choice::New,
                "leave" => Choice::Leave,
                known => Choice::Known(known.strip_prefix("=").unwrap_or(known).into()),
            },
        )
    });
    let known = props.data.units.iter().map(|unit| {
        let selected = matches!(&matched.target, UnitTarget::Known(id) if *id == unit.id);
        html! { <option value={format!("={}", unit.id)} {selected}>{ ctx.lang.pick(&unit.name) }</option> }
    });
    html! {
        <select class="import-choice" aria-label={label} onchange={on_change}>
            <option value="new" selected={matches!(matched.target, UnitTarget::New(_))}>{ texts.new_one }</option>
            <option value="leave" selected={matched.target == UnitTarget::Leave}>{ texts.leave }</option>
            { for known }
        </select>
    }
}
