//! 方案: the tree of criteria, and everything of the selected one: name, how it counts, its score function as a curve;
//! or the grades and their bands over the scores.

mod criterion_editor;
mod curve;
mod drawn;
mod function_fields;
mod grades;
mod tree;

use yew::prelude::*;

use super::{components::TextField, context::use_ctx, evaluated::Evaluated};
use crate::{
    app::{Action, SchemeEdit, Shared, State, edit},
    domain::{CriterionId, Text},
    i18n::{
        figure,
        texts::{grades::grades as grades_texts, scheme_screen},
    },
};
use criterion_editor::CriterionEditor;
use grades::Grades;
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
    let on_grades = use_state(|| false);
    // What was selected may be gone: taken away, undone, another scheme chosen.
    let selected = chosen.as_ref().and_then(|id| edit::criterion(&scheme.criteria, id));
    let selected = selected.or(scheme.criteria.first());
    let on_select = {
        let (chosen, on_grades) = (chosen.clone(), on_grades.clone());
        Callback::from(move |id: CriterionId| {
            chosen.set(Some(id));
            on_grades.set(false);
        })
    };
    let on_choose_grades = {
        let on_grades = on_grades.clone();
        Callback::from(move |_: MouseEvent| on_grades.set(true))
    };
    let selected = selected.filter(|_| !*on_grades);
    let rename = |make: fn(&Text, String) -> Text| {
        let name = scheme.name.clone();
        ctx.send(move |words: String| Action::Shape(SchemeEdit::Rename(make(&name, words))))
    };
    let bands: Vec<String> = scheme.bands.iter().map(|band| figure::short(band.from)).collect();
    let bands = bands.join(" / ");
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
                <button type="button" class="tree-grades" aria-current={on_grades.then_some("true")} onclick={on_choose_grades}>
                    <span class="tree-name tree-group">{ grades_texts(ctx.lang).heading }</span>
                    <span class="tree-points">{ bands }</span>
                </button>
                <Tree evaluated={props.evaluated.clone()} selected={selected.map(|c| c.id.clone())} {on_select} />
            </section>
            if *on_grades {
                <Grades evaluated={props.evaluated.clone()} />
            } else if let Some(selected) = selected {
                <CriterionEditor key={selected.id.as_str()} evaluated={props.evaluated.clone()} id={selected.id.clone()} />
            } else {
                <p class="empty">{ texts.choose }</p>
            }
        </div>
    }
}
