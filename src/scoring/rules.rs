//! The rules of a scheme made ready: in their fixed order, references checked, cycles known.
//!
//! The order: zero a criterion → deductions → bonuses → marks by place → (total within 0..full marks, years combined,
//! rounded, grade from the bands) → total set or capped, and graded anew → grade set, capped, demoted → veto → places
//! demoted → notes. Within a step by id, so that the order in a file never matters.

use crate::domain::{
    Condition, DataSet, Effect, GradeId, IndicatorId, Issue, Operand, Outcome, Rule, RuleId, Scheme,
};

use super::{history::History, tree::Tree};

/// The steps of application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Zero,
    Deduct,
    Bonus,
    ByPlace,
    SetTotal,
    CapTotal,
    SetGrade,
    CapGrade,
    DemoteGrade,
    Veto,
    DemoteRank,
    Note,
}

impl Step {
    fn of(effect: &Effect) -> Self {
        match effect {
            Effect::ZeroCriterion { .. } => Self::Zero,
            Effect::Deduct { .. } => Self::Deduct,
            Effect::Bonus { .. } => Self::Bonus,
            Effect::MarksByPlace { .. } => Self::ByPlace,
            Effect::SetTotal { .. } => Self::SetTotal,
            Effect::CapTotal { .. } => Self::CapTotal,
            Effect::SetGrade { .. } => Self::SetGrade,
            Effect::CapGrade { .. } => Self::CapGrade,
            Effect::DemoteGrade { .. } => Self::DemoteGrade,
            Effect::Veto | Effect::StopScoring => Self::Veto,
            Effect::DemoteRank { .. } => Self::DemoteRank,
            Effect::Note { .. } => Self::Note,
        }
    }

    /// It comes before marks by place. Conditions of zeros and deductions see the total before rules, those of bonuses
    /// the one after deductions.
    pub fn is_early(self) -> bool {
        self <= Self::Bonus
    }
}

/// A rule in force and where it stands in the scheme's list.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'s> {
    pub at: usize,
    pub rule: &'s Rule,
    pub step: Step,
}

/// All rules of a scheme.
pub(crate) struct RuleBook<'s> {
    scheme: &'s Scheme,
    /// Those in force, in the order of application.
    pub in_force: Vec<Entry<'s>>,
    by_id: std::collections::BTreeMap<&'s RuleId, usize>,
    on_cycle: Vec<bool>,
    pub issues: Vec<Issue>,
}

impl<'s> RuleBook<'s> {
    /// Makes the rules of a scheme ready.
    pub fn new(scheme: &'s Scheme, tree: &Tree, data: &DataSet) -> Self {
        let mut in_force: Vec<Entry> = scheme
            .rules
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.on)
            .map(|(at, rule)| Entry { at, rule, step: Step::of(&rule.effect) })
            .collect();
        in_force.sort_by(|a, b| a.step.cmp(&b.step).then_with(|| a.rule.id.cmp(&b.rule.id)));
        let by_id = scheme.rules.iter().enumerate().map(|(at, rule)| (&rule.id, at)).collect();
        let mut book =
            Self { scheme, in_force, by_id, on_cycle: vec![false; scheme.rules.len()], issues: Vec::new() };
        book.find_cycles();
        let known: std::collections::BTreeSet<&IndicatorId> =
            data.indicators.iter().map(|one| &one.id).collect();
        for entry in &book.in_force {
            if !book.refers_well(entry.rule, tree, &known) {
                book.issues.push(Issue::BadRule(entry.rule.id.clone()));
            }
        }
        book
    }

    /// A rule and its place by id.
    pub fn find(&self, id: &RuleId) -> Option<(usize, &'s Rule)> {
        let at = *self.by_id.get(id)?;
        Some((at, &self.scheme.rules[at]))
    }

    /// A rule waits for itself.
    pub fn on_cycle(&self, at: usize) -> bool {
        self.on_cycle[at]
    }

    /// The id of a grade.
    pub fn grade_id(&self, at: usize) -> Option<&'s GradeId> {
        self.scheme.grades.get(at).map(|grade| &grade.id)
    }

    /// The place of a grade.
    pub fn grade_at(&self, id: &GradeId) -> Option<usize> {
        self.scheme.grades.iter().position(|grade| &grade.id == id)
    }

    /// Some rule reads years before through what the evaluation of those years gave.
    pub fn looks_back(&self) -> bool {
        self.in_force.iter().any(|entry| remembers(entry.rule) || reads_earlier_grade(&entry.rule.when))
            || self.scheme.over_years.is_some()
    }

    /// Some rule reads the vetoes of sub-units.
    pub fn reads_sub_units(&self) -> bool {
        self.in_force
            .iter()
            .any(|entry| any(&entry.rule.when, &|one| matches!(one, Condition::SubUnitVetoed { .. })))
    }

    /// Some rule reads places.
    pub fn reads_places(&self) -> bool {
        let place = |one: &Condition| matches!(one, Condition::Compare { left: Operand::Place { .. }, .. });
        self.in_force.iter().any(|entry| entry.step == Step::ByPlace || any(&entry.rule.when, &place))
    }

    fn find_cycles(&mut self) {
        let next: Vec<Vec<usize>> = self
            .scheme
            .rules
            .iter()
            .map(|rule| {
                let mut named = Vec::new();
                named_rules(&rule.when, &mut named);
                named.into_iter().filter_map(|id| self.by_id.get(id).copied()).collect()
            })
            .collect();
        for start in 0..next.len() {
            let (mut seen, mut waiting) = (vec![false; next.len()], next[start].clone());
            if waiting.is_empty() {
                continue;
            }
            while let Some(at) = waiting.pop() {
                if !std::mem::replace(&mut seen[at], true) {
                    waiting.extend(&next[at]);
                }
            }
            self.on_cycle[start] = seen[start];
        }
        let mut ids: Vec<RuleId> = self
            .in_force
            .iter()
            .filter(|entry| self.on_cycle[entry.at])
            .map(|entry| entry.rule.id.clone())
            .collect();
        ids.sort();
        if !ids.is_empty() {
            self.issues.push(Issue::RuleCycle(ids));
        }
    }

    fn refers_well(
        &self,
        rule: &Rule,
        tree: &Tree,
        known: &std::collections::BTreeSet<&IndicatorId>,
    ) -> bool {
        let effect = match &rule.effect {
            Effect::ZeroCriterion { criterion } => tree.at.contains_key(criterion),
            Effect::Deduct { per, criterion, .. } => {
                per.as_ref().is_none_or(|id| known.contains(id))
                    && criterion.as_ref().is_none_or(|id| tree.at.contains_key(id))
            }
            Effect::Bonus { per, .. } => per.as_ref().is_none_or(|id| known.contains(id)),
            Effect::SetGrade { grade } | Effect::CapGrade { grade } => self.grade_at(grade).is_some(),
            _ => true,
        };
        let unknown = |condition: &Condition| match condition {
            Condition::Compare { left: Operand::Indicator { id, .. } | Operand::Change(id), .. } => {
                !known.contains(id)
            }
            Condition::Compare { left: Operand::Criterion(id), .. } => !tree.at.contains_key(id),
            Condition::Grade { among, .. } => among.iter().any(|grade| self.grade_at(grade).is_none()),
            Condition::Fired(id) => !self.by_id.contains_key(id),
            _ => false,
        };
        effect && !any(&rule.when, &unknown)
    }
}

/// A rule whose earlier years must be remembered.
pub(crate) fn remembers(rule: &Rule) -> bool {
    rule.years_in_a_row > 1 || rule.lasts_years > 0 || rule.from_next_year
}

/// What becomes of a rule for a unit in a year, and the year whose condition counts: this one, or an earlier one
/// whose effect lasts.
pub(crate) fn carried(
    rule: &Rule,
    at: usize,
    own: Option<Outcome>,
    history: &History,
    unit: usize,
    year: u16,
) -> Option<(Outcome, u16)> {
    let first_back = u8::from(rule.from_next_year);
    let last_back = first_back.saturating_add(rule.lasts_years);
    let of_year = |back: u8| match back {
        0 => own,
        back => history.outcome(year, back, at, unit),
    };
    let years = || {
        (first_back..=last_back).filter_map(|back| Some((of_year(back)?, year.checked_sub(u16::from(back))?)))
    };
    let first = |wanted: Outcome| years().find(|(outcome, _)| *outcome == wanted);
    first(Outcome::Fired).or_else(|| first(Outcome::Proposed)).or_else(|| first(Outcome::Undecided))
}

fn reads_earlier_grade(condition: &Condition) -> bool {
    any(condition, &|one| matches!(one, Condition::Grade { years_back, .. } if *years_back > 0))
}

/// Whether any part of a condition is such a one.
fn any(condition: &Condition, is: &dyn Fn(&Condition) -> bool) -> bool {
    is(condition)
        || match condition {
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
                parts.iter().any(|part| any(part, is))
            }
            Condition::Not(part) => any(part, is),
            _ => false,
        }
}

fn named_rules<'c>(condition: &'c Condition, named: &mut Vec<&'c RuleId>) {
    match condition {
        Condition::Fired(rule) => named.push(rule),
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
            parts.iter().for_each(|part| named_rules(part, named));
        }
        Condition::Not(part) => named_rules(part, named),
        _ => {}
    }
}
