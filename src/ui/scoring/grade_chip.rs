//! A grade as a chip: its name, and a tone by its place among the grades.

use yew::prelude::*;

use crate::{domain::Scheme, i18n::Lang};

/// The chip of the grade at a place of the scheme's list: the first is the best, the last the failing one.
pub fn grade_chip(scheme: &Scheme, grade: u32, lang: Lang) -> Html {
    let Some(named) = scheme.grades.get(grade as usize) else { return Html::default() };
    let tone = match grade as usize {
        last if last + 1 == scheme.grades.len() => "chip chip-failed",
        0 => "chip chip-best",
        1 => "chip chip-good",
        _ => "chip chip-fair",
    };
    html! { <span class={tone}>{ lang.pick(&named.name) }</span> }
}
