//! 方法: how the score of a unit comes about with its present numbers, how to begin, and the keys.

mod steps;

use yew::prelude::*;

use super::{
    context::{Ctx, use_ctx},
    evaluated::Evaluated,
    tour::tour_button,
};
use crate::{
    app::{Action, Shared, State},
    browser::event,
    i18n::texts::method::{self, MethodTexts},
};
pub use steps::Steps;

/// Props of [`MethodScreen`].
#[derive(Properties, PartialEq)]
pub struct MethodScreenProps {
    /// The state.
    pub state: Shared<State>,
    /// What its inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// The method and the help.
#[component]
pub fn MethodScreen(props: &MethodScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = method::method(ctx.lang);
    let evaluated = &props.evaluated;
    let opened = props.state.view.unit.as_ref().and_then(|id| evaluated.unit_index(id));
    let unit = opened.or(evaluated.now.listing.first().map(|unit| *unit as usize)).unwrap_or_default();
    html! {
        <div class="method">
            <section class="card method-steps" aria-labelledby="method-heading">
                <header class="panel-header">
                    <h2 id="method-heading">{ texts.how }</h2>
                    <span class="spacer" />
                    { unit_chooser(&ctx, texts, evaluated, unit) }
                </header>
                <Steps evaluated={evaluated.clone()} {unit} />
            </section>
            <div class="method-beside">
                { begin(&ctx, texts) }
                { keys(texts) }
            </div>
        </div>
    }
}

fn unit_chooser(ctx: &Ctx, texts: &MethodTexts, evaluated: &Evaluated, unit: usize) -> Html {
    let units = &evaluated.inputs.table.data().units;
    let options = evaluated.now.listing.iter().filter_map(|nth| {
        let of = units.get(*nth as usize)?;
        let selected = *nth as usize == unit;
        Some(html! { <option key={of.id.as_str()} value={of.id.to_string()} {selected}>{ ctx.lang.pick(&of.name) }</option> })
    });
    html! {
        <label class="chooser">
            <span>{ texts.unit }</span>
            <select onchange={ctx.send(|e: Event| Action::OpenUnit(Some(event::value(&e).into())))}>{ for options }</select>
        </label>
    }
}

fn begin(ctx: &Ctx, texts: &MethodTexts) -> Html {
    let lines = [texts.begin_data, texts.begin_scheme, texts.begin_rules, texts.begin_out];
    html! {
        <section class="card" aria-labelledby="begin-heading">
            <header class="panel-header">
                <h2 id="begin-heading">{ texts.begin }</h2>
                <span class="spacer" />
                { tour_button(ctx) }
            </header>
            <ol class="method-begin">{ for lines.map(|line| html! { <li>{ line }</li> }) }</ol>
        </section>
    }
}

fn keys(texts: &MethodTexts) -> Html {
    let keys = [
        ("?", texts.key_help),
        ("Ctrl Z", texts.key_undo),
        ("Ctrl Y", texts.key_redo),
        ("↑ ↓", texts.key_units),
        ("Enter", texts.key_open),
        ("Alt ↑ ↓", texts.key_next),
        ("Esc", texts.key_close),
        ("← →", texts.key_slider),
        ("← ↑ → ↓", texts.key_marks),
    ];
    let entry = |(key, what): (&'static str, &'static str)| html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div> };
    html! {
        <section class="card" aria-labelledby="keys-heading">
            <header class="panel-header"><h2 id="keys-heading">{ texts.keys }</h2></header>
            <dl class="method-keys">{ for keys.map(entry) }</dl>
        </section>
    }
}
