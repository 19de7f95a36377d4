//! The verbs: from a data set and a scheme to an evaluation.
//!
//! `table` lays the data out in columns; `score_leaf` and `aggregate` turn values into shares, `columns` and `scored`
//! do so for all units of a year; `conditions`, `rules` and `apply_rules` decide and apply rules; `grade` and `rank`
//! give the result its names; `history` is what earlier years leave behind. `explain` and `compare` say why a total is
//! what it is and what moved it; `evaluator` does a pass anew after a small change.

mod aggregate;
mod apply_rules;
mod columns;
mod compare;
mod conditions;
mod evaluator;
mod explain;
mod figures;
mod grade;
mod history;
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
pub use score_leaf::{makes_sense, relative_shares, share};
pub use table::{Column, Table};

use crate::domain::{Evaluation, Issue, Scheme, Year};
use apply_rules::{Round, Sight, Work};
use conditions::SubVetoes;
use evaluator::KeptLeaves;
use history::{History, YearRecord};
use rules::RuleBook;
use scored::Scored;

/// Evaluates one year of a prepared data set by a scheme. Never fails and never panics: what it met is in
/// [`Evaluation::issues`].
pub fn evaluate(table: &Table, scheme: &Scheme, year: Year) -> Evaluation {
    pass(table, scheme, year, &mut KeptLeaves::default())
}

/// A pass over all units; leaves that were scored before in the same way are taken as they are.
fn pass(table: &Table, scheme: &Scheme, year: Year, kept: &mut KeptLeaves) -> Evaluation {
    let mut history = History::default();
    let (scored, book) = prepared(table, scheme, year, kept);
    if book.looks_back() {
        for &earlier in table.years().iter().filter(|&&earlier| earlier < year) {
            let (scored, book) = prepared(table, scheme, earlier, kept);
            let works = apply_all(&Round {
                table,
                scheme,
                scored: &scored,
                book: &book,
                history: &history,
                year: earlier,
            });
            history.add(earlier, record(&works));
        }
    }
    let round = Round { table, scheme, scored: &scored, book: &book, history: &history, year };
    let works = apply_all(&round);
    let (units, listing) = standing::results(&round, works);
    let of_year =
        |issue: &&Issue| !matches!(issue, Issue::FiguresDisagree { year: other, .. } if *other != year);
    let mut issues: Vec<Issue> = table.issues().iter().filter(of_year).cloned().collect();
    issues.extend(scored.issues.iter().chain(&book.issues).cloned());
    if !units.iter().any(|unit| matches!(unit.standing, crate::domain::Standing::Ranked { .. })) {
        issues.push(Issue::NothingToRank);
    }
    Evaluation { year, units, listing, criteria: scored.criterion_columns(), issues }
}

fn prepared<'s>(
    table: &Table,
    scheme: &'s Scheme,
    year: Year,
    kept: &mut KeptLeaves,
) -> (Scored<'s>, RuleBook<'s>) {
    let scored = Scored::new(table, scheme, year, kept);
    let book = RuleBook::new(scheme, &scored.tree, table.data());
    (scored, book)
}

/// Applies the rules to all units. Where rules read the vetoes of sub-units, the pass is repeated until vetoes have
/// climbed the tree of units; at most as often as it could be deep.
fn apply_all(round: &Round) -> Vec<Work> {
    let units = round.table.data().units.len();
    let mut sub_vetoes = vec![SubVetoes::default(); units];
    let passes = if round.book.reads_sub_units() { units.clamp(1, 16) } else { 1 };
    let mut works = apply_once(round, &sub_vetoes);
    for _ in 1..passes {
        let next = standing::sub_vetoes(round, &works);
        if next == sub_vetoes {
            break;
        }
        sub_vetoes = next;
        works = apply_once(round, &sub_vetoes);
    }
    works
}

fn apply_once(round: &Round, sub_vetoes: &[SubVetoes]) -> Vec<Work> {
    let mut works: Vec<Work> = (0..sub_vetoes.len()).map(|unit| round.begin(unit)).collect();
    let sights = |works: &[Work], total: &dyn Fn(&Work) -> Option<f64>| -> Vec<Sight> {
        let mut sights: Vec<Sight> =
            sub_vetoes.iter().map(|&sub_vetoes| Sight { place: None, sub_vetoes }).collect();
        if round.book.reads_places() {
            for (unit, place) in standing::places_by(round, works, total).into_iter().enumerate() {
                sights[unit].place = place;
            }
        }
        sights
    };
    let early = sights(&works, &|work| work.before);
    works.iter_mut().zip(early).for_each(|(work, sight)| round.early_rules(work, sight));
    let late = sights(&works, &|work| work.totals.map(|totals| totals.present));
    works.iter_mut().zip(late).for_each(|(work, sight)| round.late_rules(work, sight));
    works
}

/// What a year leaves for later ones.
fn record(works: &[Work]) -> YearRecord {
    let mut record = YearRecord::default();
    for work in works {
        record.grades.push(work.grade);
        record.totals.push(work.own_total.zip(work.before));
        for (rule, held, outcome) in &work.remembered {
            record.held.entry(*rule).or_insert_with(|| vec![None; works.len()])[work.unit] = *held;
            record.outcomes.entry(*rule).or_insert_with(|| vec![None; works.len()])[work.unit] = *outcome;
        }
    }
    record
}
