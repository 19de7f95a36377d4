//! 规则: every rule as a sentence that can be changed in place, with the units it hits; what all of them change.

mod builder;
mod difference;
mod rule_card;
mod rule_hits;

use yew::prelude::*;

use super::{
    components::{Icon, Menu, MenuEntry, rules_toggle},
    context::{Ctx, use_ctx},
    evaluated::use_evaluated,
};
use crate::{
    app::{
        Action, Inputs, SchemeEdit, Shared, State,
        edit::{self, RuleStart},
    },
    domain::RuleId,
    i18n::texts::{rule_builder, rules},
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
    let editing = use_state(|| None::<RuleId>);
    let cards = all.iter().map(|rule| {
        let (open, id, handle) = (editing.as_ref() == Some(&rule.id), rule.id.clone(), editing.clone());
        let on_edit = Callback::from(move |edit: bool| handle.set(edit.then(|| id.clone())));
        html! {
            <RuleCard key={rule.id.as_str()} rule={rule.id.clone()} evaluated={with.clone()} editing={open} {on_edit} />
        }
    });
    html! {
        <div class="rules-screen">
            <section class="rules-list" aria-labelledby="rules-list-heading">
                <header class="panel-header">
                    <h2 id="rules-list-heading">{ texts.heading }</h2>
                    <p class="panel-sub" role="status">{ rules::counts(ctx.lang, on, all.len(), with.vetoed()) }</p>
                    <span class="spacer" />
                    { rules_toggle(&ctx, inputs.rules_in_force) }
                    { for new_rules(&ctx, inputs, &editing) }
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

/// The menu of new rules; none where there is no indicator to start from.
fn new_rules(ctx: &Ctx, inputs: &Inputs, editing: &UseStateHandle<Option<RuleId>>) -> Option<Html> {
    let first = inputs.table.data().indicators.first()?.id.clone();
    let values = edit::values(&inputs.table, &first, inputs.year);
    let most = values.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let entries: Vec<MenuEntry> = RuleStart::ALL
        .iter()
        .map(|start| {
            let mut rule = edit::new_rule(*start, &inputs.scheme, &first, most);
            rule.id = edit::free_rule_id(&inputs.scheme, &rule.id);
            let (dispatch, editing) = (ctx.dispatch.clone(), editing.clone());
            let on_choose = Callback::from(move |()| {
                dispatch.emit(Action::Shape(SchemeEdit::AddRule(Box::new(rule.clone()))));
                editing.set(Some(rule.id.clone()));
            });
            MenuEntry { label: rule_builder::start(ctx.lang, *start).into(), on_choose }
        })
        .collect();
    let label = rule_builder::rule_builder(ctx.lang).add;
    Some(html! { <Menu {label} icon={Icon::Rules} {entries} /> })
}
