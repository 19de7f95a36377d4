//! 方案: the tree of criteria, and everything of the selected one: name, how it counts, its score function as a curve.

mod criterion_editor;
mod curve;
mod function_fields;
mod tree;

use yew::prelude::*;

use super::{components::TextField, context::use_ctx, evaluated::Evaluated};
use crate::{
    app::{Action, SchemeEdit, Shared, State, edit},
    domain::{CriterionId, Text},
    i18n::texts::scheme_screen,
};
use criterion_editor::CriterionEditor;
use tree::Tree;

/// Props of [`SchemeScreen`].
#[derive(Properties, PartialEq)]
pub struct SchemeScreenProps {
    /// The state.
    pub state: Shared<State>,
    /// What its inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// The scheme screen.
#[component]
pub fn SchemeScreen(props: &SchemeScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = scheme_screen::scheme_screen(ctx.lang);
    let scheme = &props.state.inputs.scheme;
    let chosen = use_state(|| None::<CriterionId>);
    // What was selected may be gone: taken away, undone, another scheme chosen.
    let selected = chosen.as_ref().and_then(|id| edit::criterion(&scheme.criteria, id));
    let selected = selected.or(scheme.criteria.first());
    let on_select = {
        let chosen = chosen.clone();
        Callback::from(move |id: CriterionId| chosen.set(Some(id)))
    };
    let rename = |make: fn(&Text, String) -> Text| {
        let name = scheme.name.clone();
        ctx.send(move |words: String| Action::Shape(SchemeEdit::Rename(make(&name, words))))
    };
    html! {
        <div class="scheme-screen">
            <section class="scheme-tree" aria-labelledby="tree-heading">
                <header class="panel-header">
                    <h2 id="tree-heading">{ texts.tree }</h2>
                    if props.state.scheme_changed() {
                        <span class="aside">{ texts.changed }</span>
                        <span class="spacer" />
                        <button type="button" class="button" onclick={ctx.send(|_: MouseEvent| Action::ResetScheme)}>{ texts.reset }</button>
                    }
                </header>
                <div class="builder-names">
                    <TextField label={texts.scheme_zh} value={scheme.name.zh.clone()}
                        on_set={rename(|name, zh| Text { zh, ..name.clone() })} />
                    <TextField label={texts.scheme_en} value={scheme.name.en.clone()}
                        on_set={rename(|name, en| Text { en, ..name.clone() })} />
                </div>
                <Tree evaluated={props.evaluated.clone()} selected={selected.map(|c| c.id.clone())} {on_select} />
            </section>
            if let Some(selected) = selected {
                <CriterionEditor key={selected.id.as_str()} evaluated={props.evaluated.clone()} id={selected.id.clone()} />
            } else {
                <p class="empty">{ texts.choose }</p>
            }
        </div>
    }
}
