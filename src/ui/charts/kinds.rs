//! The charts to choose from, each with the question that it answers.

use yew::prelude::*;

use crate::{
    app::Action,
    chart::catalogue::{ChartView, Kind},
    i18n::texts::catalogue::catalogue,
    ui::context::use_ctx,
};

/// Props of [`Kinds`].
#[derive(Properties, PartialEq)]
pub struct KindsProps {
    /// What is chosen now.
    pub view: ChartView,
}

/// The charts to choose from.
#[component]
pub fn Kinds(props: &KindsProps) -> Html {
    let ctx = use_ctx();
    let texts = catalogue(ctx.lang);
    let kinds = Kind::ALL.map(|kind| {
        let view = ChartView { kind, ..props.view.clone() };
        let on_change = ctx.send(move |_: Event| Action::ShowChart(view.clone()));
        html! {
            <li key={kind.id()}>
                <label class="chart-kind">
                    <input type="radio" name="chart-kind" checked={kind == props.view.kind} onchange={on_change} />
                    <span class="chart-kind-name">{ kind.name(ctx.lang) }</span>
                    <span class="chart-kind-answers">{ (kind.entry().answers)(texts) }</span>
                </label>
            </li>
        }
    });
    html! {
        <fieldset class="chart-kinds">
            <legend>{ texts.kinds }</legend>
            <ul>{ for kinds }</ul>
        </fieldset>
    }
}
