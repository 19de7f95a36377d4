//! Rules as sentences, in both languages, made from their conditions and effects.
//!
//! A condition is a list of [`Piece`]s, so that a screen can put a field where a threshold stands.

mod condition;
mod effect;
mod firing;
mod names;

use condition::push_spaced;
pub use condition::{Piece, condition, text};
pub use effect::effect;
pub use firing::{effect_of_firing, firing_reason, seen};
pub use names::Names;

use super::Lang;
use crate::domain::Rule;

/// The whole rule as one sentence: 当败诉率高于 30% 时，一票否决。
pub fn rule(names: &Names, rule: &Rule) -> String {
    let (before, after) = around(names, rule);
    let mut sentence = before + &text(&condition(names, &rule.when));
    push_spaced(&mut sentence, then(names.lang));
    sentence + &effect(names, &rule.effect) + &after
}

/// What stands between the condition and the effect.
pub fn then(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "时，",
        Lang::En => ", ",
    }
}

/// What stands before the condition and behind the effect.
pub fn around(names: &Names, rule: &Rule) -> (String, String) {
    let classes: Vec<&str> = rule.classes.iter().map(|id| names.class(id)).collect();
    let years = rule.years_in_a_row;
    let mut after = String::new();
    let before = match names.lang {
        Lang::Zh => {
            let whose =
                if classes.is_empty() { String::new() } else { format!("{}：", classes.join("、")) };
            let years = if years > 1 { format!("连续 {years} 年") } else { String::new() };
            format!("{whose}当{years}")
        }
        Lang::En => {
            let whose = if classes.is_empty() { String::new() } else { format!("{}: ", classes.join(", ")) };
            let when = if years > 1 { format!("{years} years in a row ") } else { String::new() };
            if whose.is_empty() { format!("When {when}") } else { format!("{whose}when {when}") }
        }
    };
    let mut add = |zh: String, en: String| after.push_str(if names.lang == Lang::Zh { &zh } else { &en });
    if rule.from_next_year {
        add("，自下一年度起生效".to_owned(), ", beginning the year after".to_owned());
    }
    if rule.lasts_years > 0 {
        let n = rule.lasts_years;
        add(
            format!("，效力延续 {n} 年"),
            format!(", and for {n} more {}", if n == 1 { "year" } else { "years" }),
        );
    }
    if rule.needs_confirmation {
        add("，须经确认".to_owned(), ", once confirmed".to_owned());
    }
    add("。".to_owned(), ".".to_owned());
    (before, after)
}

#[cfg(test)]
mod tests;
