//! With rules or without them, in one click.

use yew::prelude::*;

use crate::{app::Action, i18n::texts::scoring, ui::context::Ctx};

/// Two buttons, of which one is pressed.
pub fn rules_toggle(ctx: &Ctx, in_force: bool) -> Html {
    let texts = scoring::scoring(ctx.lang);
    let side = |on: bool, label: &'static str| {
        html! {
            <button type="button" class="segment" aria-pressed={(in_force == on).to_string()}
                onclick={ctx.send(move |_: MouseEvent| Action::SetRulesInForce(on))}>{ label }</button>
        }
    };
    html! {
        <div class="segments" role="group" aria-label={texts.rules_toggle}>
            { side(true, texts.rules_on) }{ side(false, texts.rules_off) }
        </div>
    }
}
