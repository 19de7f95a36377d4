//! A unit opened beside the ranking: its score explained down to each figure and where that stands.

mod criterion_list;
pub mod derivation;
mod function_editor;
mod leaf_view;
mod rule_record;
mod source_list;
mod summary;
mod what_if;

use yew::prelude::*;

use super::{
    components::{Icon, icon},
    context::use_ctx,
    evaluated::Evaluated,
    method::Steps,
};
use crate::{
    app::{Action, Shared},
    browser::{listen, page},
    domain::{CriterionId, UnitId},
    i18n::texts::unit,
};
use criterion_list::CriterionList;
pub use rule_record::RuleRecord;
pub use summary::Summary;

/// Props of [`UnitPanel`].
#[derive(Properties, PartialEq)]
pub struct UnitPanelProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The criterion to look at.
    pub criterion: Option<CriterionId>,
}

/// An opened unit.
#[component]
pub fn UnitPanel(props: &UnitPanelProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let evaluated = &props.evaluated;
    let data = evaluated.inputs.table.data();
    let (before, after) = neighbours(evaluated, props.unit);
    use_step_keys(ctx.dispatch.clone(), before.clone(), after.clone());
    let Some(unit) = data.units.get(props.unit) else { return Html::default() };
    let class =
        data.classes.iter().find(|class| class.id == unit.class).map(|class| ctx.lang.pick(&class.name));
    let step = |to: Option<UnitId>, label: &'static str, sign: Icon| {
        let disabled = to.is_none();
        let on_click = ctx.send(move |_: MouseEvent| Action::OpenUnit(to.clone()));
        html! {
            <button type="button" class="icon-button" aria-label={label} title={label} {disabled} onclick={on_click}>
                { icon(sign) }
            </button>
        }
    };
    let on_close = ctx.send(|_: MouseEvent| Action::OpenUnit(None));
    let printing = use_printing();
    html! {
        <aside class="panel unit-panel" aria-labelledby="unit-heading">
            <header class="panel-header unit-header">
                <div class="unit-title">
                    <h2 id="unit-heading">{ ctx.lang.pick(&unit.name) }</h2>
                    <p class="panel-sub">{ class }</p>
                </div>
                <button type="button" class="icon-button" aria-label={texts.print} title={texts.print}
                    onclick={|_: MouseEvent| page::print()}>{ icon(Icon::Print) }</button>
                { step(before, texts.previous, Icon::Up) }
                { step(after, texts.next, Icon::Down) }
                <button type="button" class="icon-button" aria-label={texts.close} title={texts.close} onclick={on_close}>
                    { icon(Icon::Close) }
                </button>
            </header>
            <div class="unit-body">
                <Summary evaluated={evaluated.clone()} unit={props.unit} />
                if printing {
                    <Steps evaluated={evaluated.clone()} unit={props.unit} />
                } else {
                    <RuleRecord evaluated={evaluated.clone()} unit={props.unit} />
                    <CriterionList key={unit.id.as_str()} evaluated={evaluated.clone()} unit={props.unit}
                        criterion={props.criterion.clone()} />
                }
            </div>
        </aside>
    }
}

/// The page is being printed: on paper nothing can be opened, so every step is there.
#[hook]
fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    let set = printing.setter();
    use_effect_with((), move |()| {
        let listening = listen::on_print(move |printing| set.set(printing));
        move || drop(listening)
    });
    *printing
}

/// The units before and after one in the listing.
fn neighbours(evaluated: &Evaluated, unit: usize) -> (Option<UnitId>, Option<UnitId>) {
    let listing = &evaluated.now.listing;
    let at = listing.iter().position(|other| *other as usize == unit);
    let id = |place: Option<usize>| {
        let unit = place
            .and_then(|place| listing.get(place))
            .and_then(|unit| evaluated.now.units.get(*unit as usize));
        unit.map(|result| result.unit.clone())
    };
    (id(at.and_then(|at| at.checked_sub(1))), id(at.map(|at| at + 1)))
}

/// Alt with an arrow key goes to the unit before or after; Escape closes.
#[hook]
fn use_step_keys(dispatch: Callback<Action>, before: Option<UnitId>, after: Option<UnitId>) {
    use_effect_with((dispatch, before, after), |(dispatch, before, after)| {
        let (dispatch, before, after) = (dispatch.clone(), before.clone(), after.clone());
        let listening = listen::on_key(move |key| {
            let to = match (key.key().as_str(), key.alt_key()) {
                ("ArrowUp", true) => &before,
                ("ArrowDown", true) => &after,
                ("Escape", false) if !listen::in_text_field(key) => {
                    return dispatch.emit(Action::OpenUnit(None));
                }
                _ => return,
            };
            key.prevent_default();
            if to.is_some() {
                dispatch.emit(Action::OpenUnit(to.clone()));
            }
        });
        move || drop(listening)
    });
}
