//! The score of a unit, its grade, place and bounds, and the way to the weights.

use yew::prelude::*;

use crate::{
    app::{Action, Screen, Shared},
    browser::event,
    i18n::texts::overview,
    ui::{
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
        tour::tour_button,
        unit::Summary,
    },
};

/// Props of [`ResultCard`].
#[derive(Properties, PartialEq)]
pub struct ResultCardProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
}

/// The score of a unit.
#[component]
pub fn ResultCard(props: &ResultCardProps) -> Html {
    let ctx = use_ctx();
    let texts = overview::overview(ctx.lang);
    let scheme = ctx.lang.pick(&props.evaluated.inputs.scheme.name).to_owned();
    html! {
        <section class="card result-card" aria-labelledby="result-heading">
            <header class="panel-header">
                <h2 id="result-heading">{ texts.result }</h2>
                <p class="panel-sub">{ scheme }</p>
            </header>
            { unit_name(&ctx, texts, props) }
            <Summary evaluated={props.evaluated.clone()} unit={props.unit} with_reasons=true />
            <div class="result-commands">
                <button type="button" class="button button-main"
                    onclick={ctx.send(|_: MouseEvent| Action::OpenScreen(Screen::Scoring))}>{ texts.move_weights }</button>
                { tour_button(&ctx) }
            </div>
        </section>
    }
}

/// The unit's name, or a list to choose from where there are several.
fn unit_name(ctx: &Ctx, texts: &overview::OverviewTexts, props: &ResultCardProps) -> Html {
    let units = &props.evaluated.inputs.table.data().units;
    if let [only] = units.as_slice() {
        return html! { <p class="result-unit">{ ctx.lang.pick(&only.name) }</p> };
    }
    let options = props.evaluated.now.listing.iter().filter_map(|nth| {
        let unit = units.get(*nth as usize)?;
        let selected = *nth as usize == props.unit;
        Some(html! {
            <option key={unit.id.as_str()} value={unit.id.to_string()} {selected}>{ ctx.lang.pick(&unit.name) }</option>
        })
    });
    html! {
        <label class="chooser">
            <span>{ texts.unit }</span>
            <select onchange={ctx.send(|e: Event| Action::OpenUnit(Some(event::value(&e).into())))}>
                { for options }
            </select>
        </label>
    }
}
