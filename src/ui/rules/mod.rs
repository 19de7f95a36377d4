//! 规则: every rule as a sentence that can be changed in place, with the units it hits; what all of them change.

mod difference;
mod rule_card;
mod rule_hits;

use yew::prelude::*;

use super::{components::rules_toggle, context::use_ctx, evaluated::use_evaluated};
use crate::{
    app::{Action, Inputs, Shared, State},
    i18n::texts::rules,
};
use difference::Difference;
use rule_card::RuleCard;

/// Props of [`RulesScreen`].
#[derive(Properties, PartialEq)]
pub struct RulesScreenProps {
    /// The state.
    pub state: Shared<State>,
}

/// The rules screen.
#[component]
pub fn RulesScreen(props: &RulesScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = rules::rules(ctx.lang);
    let inputs = &props.state.inputs;
    let with = use_evaluated(&Inputs { rules_in_force: true, ..inputs.clone() });
    let without = use_evaluated(&Inputs { rules_in_force: false, ..inputs.clone() });
    let all = &inputs.scheme.rules;
    let on = all.iter().filter(|rule| rule.on).count();
    let cards = all.iter().map(|rule| {
        html! { <RuleCard key={rule.id.as_str()} rule={rule.id.clone()} evaluated={with.clone()} /> }
    });
    html! {
        <div class="rules-screen">
            <section class="rules-list" aria-labelledby="rules-list-heading">
                <header class="panel-header">
                    <h2 id="rules-list-heading">{ texts.heading }</h2>
                    <p class="panel-sub" role="status">{ rules::counts(ctx.lang, on, all.len(), with.vetoed()) }</p>
                    <span class="spacer" />
                    { rules_toggle(&ctx, inputs.rules_in_force) }
                    if props.state.scheme_changed() {
                        <button type="button" class="button" onclick={ctx.send(|_: MouseEvent| Action::ResetScheme)}>
                            { texts.reset }
                        </button>
                    }
                </header>
                if !inputs.rules_in_force { <p class="rules-aside">{ texts.left_aside }</p> }
                if all.is_empty() { <p class="empty">{ texts.none }</p> }
                <ul class="rule-cards">{ for cards }</ul>
                <p class="aside">{ texts.order }</p>
            </section>
            <Difference {with} {without} />
        </div>
    }
}
