//! What a line of the ranking says besides numbers: why a unit is vetoed or not rated, what rules changed.

use crate::{
    domain::{FiringEffect, Outcome, Standing, UnitResult},
    i18n::{
        Lang, figure,
        rule_sentence::{Names, firing_reason},
        texts::scoring,
    },
    ui::evaluated::Evaluated,
};

/// A second row of text under a unit's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondRow {
    /// It tells of a veto.
    pub veto: bool,
    /// What it says.
    pub text: String,
}

/// Whether a unit's line has a second row.
pub fn has_second_row(evaluated: &Evaluated, unit: usize) -> bool {
    evaluated.now.units.get(unit).is_some_and(|result| !matches!(result.standing, Standing::Ranked { .. }))
}

/// The second row of a unit's line: the rules that vetoed it with the values that fired them, or why it is not
/// rated.
pub fn second_row(evaluated: &Evaluated, unit: usize, lang: Lang) -> Option<SecondRow> {
    let result = evaluated.now.units.get(unit)?;
    match result.standing {
        Standing::Ranked { .. } => None,
        Standing::Vetoed { .. } => {
            Some(SecondRow { veto: true, text: veto_reasons(evaluated, result, lang) })
        }
        Standing::NotRated => {
            let limit = evaluated.inputs.scheme.coverage_limit;
            let text = if result.total.is_none() {
                scoring::scoring(lang).nothing_present.to_owned()
            } else {
                scoring::below_limit(lang, &figure::percent(result.coverage, 1), &figure::percent(limit, 1))
            };
            Some(SecondRow { veto: false, text })
        }
    }
}

fn veto_reasons(evaluated: &Evaluated, result: UnitResult, lang: Lang) -> String {
    let names = Names::new(&evaluated.inputs.scheme, evaluated.inputs.table.data(), lang);
    let vetoes = result.firings.iter().filter(|firing| {
        firing.outcome == Outcome::Fired && matches!(firing.effect, Some(FiringEffect::Vetoed))
    });
    let reasons: Vec<String> = vetoes.map(|firing| firing_reason(&names, firing)).collect();
    reasons.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// What all rules together changed of a unit's total, where they changed it.
pub fn rules_changed(result: UnitResult) -> Option<f64> {
    let change = result.total? - result.before_rules?;
    (change.abs() >= 0.005).then_some(change)
}

/// How many of a unit's rules wait for confirmation, and how many are undecided.
pub fn waiting(result: UnitResult) -> (usize, usize) {
    let count = |outcome| result.firings.iter().filter(|firing| firing.outcome == outcome).count();
    (count(Outcome::Proposed), count(Outcome::Undecided))
}
