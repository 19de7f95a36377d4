//! The verbs: from a data set and a scheme to an evaluation.
//!
//! `table` lays the data out in columns, `frame` is what they have in common; `score_leaf` and `aggregate` turn values
//! into shares, `columns` and `combination` do so for all units, `scored` for all criteria of a year, and `marks` says
//! what each adds; `conditions`, `rules` and `apply_rules` decide and apply rules; `grade` and `rank`
//! give the result its names; `history` is what earlier years leave behind. `explain` and `compare` say why a total is
//! what it is and what moved it; `evaluator` does a pass anew after a small change.

mod aggregate;
mod apply_rules;
mod columns;
mod combination;
mod compare;
mod conditions;
mod evaluator;
mod explain;
mod figures;
mod frame;
mod grade;
mod history;
mod marks;
mod rank;
mod rules;
mod score_leaf;
mod scored;
mod standing;
mod table;
#[cfg(test)]
mod tests;
mod tree;

pub use aggregate::aggregate;
pub use compare::{Change, PlaceChange, Side, TotalChange, compare};
pub use evaluator::Evaluator;
pub use explain::{Explanation, MOST_ORDERED, Part, PartOf, explain};
pub use figures::disagreements;
pub use grade::{bands, grade_of};
pub use rank::{RankKey, places};
pub use score_leaf::{in_logarithms, makes_sense, relative_shares, share};
pub use table::{Column, Preparing, Table};

use crate::domain::{Evaluation, Issue, Scheme, Standing, Year};
use apply_rules::{Round, Sight, Works};
use conditions::{Ground, SubVetoes};
use evaluator::Kept;
use history::History;
use rules::RuleBook;
use scored::Scored;

/// Evaluates one year of a prepared data set by a scheme. Never fails and never panics: what it met is in
/// [`Evaluation::issues`].
pub fn evaluate(table: &Table, scheme: &Scheme, year: Year) -> Evaluation {
    pass(table, scheme, year, &mut Kept::default())
}

/// A pass over all units; columns that were computed before from the same are taken as they are.
fn pass(table: &Table, scheme: &Scheme, year: Year, kept: &mut Kept) -> Evaluation {
    let mut history = History::default();
    let scored = Scored::new(table, scheme, year, kept);
    let book = RuleBook::new(scheme, &scored.tree, table.data());
    if book.looks_back() {
        for &year in table.years().iter().filter(|&&earlier| earlier < year) {
            let scored = Scored::new(table, scheme, year, kept);
            let ground = Ground { table, scored: &scored, book: &book, history: &history, year };
            let round = Round::new(ground, scheme);
            let record = apply_all(&round).record(&round);
            history.add(year, record);
        }
    }
    let ground = Ground { table, scored: &scored, book: &book, history: &history, year };
    let round = Round::new(ground, scheme);
    let works = apply_all(&round);
    let (units, listing) = standing::results(&round, works);
    let of_year =
        |issue: &&Issue| !matches!(issue, Issue::FiguresDisagree { year: other, .. } if *other != year);
    let mut issues: Vec<Issue> = table.issues().iter().filter(of_year).cloned().collect();
    issues.extend(scored.issues.iter().chain(&book.issues).cloned());
    if !units.iter().any(|unit| matches!(unit.standing, Standing::Ranked { .. })) {
        issues.push(Issue::NothingToRank);
    }
    Evaluation { year, units, listing, criteria: scored.criterion_columns(), issues }
}

/// Applies the rules to all units. Where rules read the vetoes of sub-units, the pass is repeated until vetoes have
/// climbed the tree of units; at most as often as it could be deep.
fn apply_all(round: &Round) -> Works {
    let units = round.units();
    if !round.book.reads_sub_units() {
        return apply_once(round, &[]);
    }
    let mut sub_vetoes = vec![SubVetoes::default(); units];
    let mut works = apply_once(round, &sub_vetoes);
    for _ in 1..units.clamp(1, 16) {
        let next = standing::sub_vetoes(round, &works);
        if next == sub_vetoes {
            break;
        }
        sub_vetoes = next;
        works = apply_once(round, &sub_vetoes);
    }
    works
}

/// Applies the rules once; `sub_vetoes` is empty where no rule reads them.
fn apply_once(round: &Round, sub_vetoes: &[SubVetoes]) -> Works {
    let mut works = Works::new(round.units());
    let sights = |total: &dyn Fn(usize) -> Option<f64>| -> Vec<Sight> {
        let reads_places = round.book.reads_places();
        if !reads_places && sub_vetoes.is_empty() {
            return Vec::new();
        }
        let places = if reads_places { standing::places_by(round, total) } else { Vec::new() };
        let sight = |unit: usize| Sight {
            place: places.get(unit).copied().flatten(),
            sub_vetoes: sub_vetoes.get(unit).copied().unwrap_or_default(),
        };
        (0..round.units()).map(sight).collect()
    };
    let early = sights(&|unit| round.total_before(unit));
    round.early_rules(&mut works, &early);
    let late = sights(&|unit| round.total_now(&works, unit));
    round.late_rules(&mut works, &late);
    works
}
