//! Conditions in three-valued logic (Kleene): holds, does not hold, or *undecided* where a value that decides is
//! missing.

use crate::domain::{Comparison, Condition, Operand, Rule, RuleId, SeenValue, Year};

use super::{
    Table,
    history::History,
    rules::RuleBook,
    scored::{Case, Scored},
};

/// Conditions deeper than this are undecided; a file cannot hold such a one.
const DEEPEST: usize = 200;

/// Two quantities this near (relative to the larger, or absolutely below 1) are equal: sums of decimal fractions are
/// off in their last binary digits.
const NEAR: f64 = 1e-9;

/// What a condition may look at for one unit.
pub(crate) struct View<'v> {
    pub table: &'v Table,
    pub scored: &'v Scored<'v>,
    pub book: &'v RuleBook<'v>,
    pub history: &'v History,
    pub unit: usize,
    pub year: Year,
    /// The total as it stands.
    pub total: Option<f64>,
    /// The grade's place in the scheme's list as it stands.
    pub grade: Option<usize>,
    /// The place in the class, and from its end.
    pub place: Option<(f64, f64)>,
    /// What is known of the vetoes of its sub-units.
    pub sub_vetoes: SubVetoes,
}

/// How many sub-units of a unit are vetoed, and how many may be: a veto of theirs is undecided or only proposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SubVetoes {
    pub vetoed: usize,
    pub open: usize,
}

impl SubVetoes {
    fn reach(self, count: usize) -> Option<bool> {
        if self.vetoed >= count {
            Some(true)
        } else if self.vetoed + self.open < count {
            Some(false)
        } else {
            None
        }
    }
}

impl View<'_> {
    /// Whether a condition holds; adds the values it looked at.
    pub fn holds(&self, condition: &Condition, seen: &mut Vec<SeenValue>) -> Option<bool> {
        self.decide(condition, seen, 0)
    }

    fn decide(&self, condition: &Condition, seen: &mut Vec<SeenValue>, depth: usize) -> Option<bool> {
        if depth > DEEPEST {
            return None;
        }
        let mut each = |parts: &[Condition]| -> Vec<Option<bool>> {
            parts.iter().map(|part| self.decide(part, seen, depth + 1)).collect()
        };
        match condition {
            Condition::All(parts) => all(&each(parts)),
            Condition::Any(parts) => {
                all(&each(parts).into_iter().map(not).collect::<Vec<_>>()).map(|all| !all)
            }
            Condition::Not(part) => not(self.decide(part, seen, depth + 1)),
            Condition::AtLeast { count, of } => at_least(usize::from(*count), &each(of)),
            Condition::Compare { left, is, than, by_class } => {
                let class = &self.table.data().units[self.unit].class;
                let than = by_class.iter().find(|own| &own.class == class).map_or(*than, |own| own.than);
                let value = self.operand(left);
                seen.push(SeenValue { operand: left.clone(), value, is: *is, than });
                value.map(|value| compare(value, *is, than))
            }
            Condition::Grade { among, years_back } => {
                let grade = match *years_back {
                    0 => self.grade,
                    back => self.history.grade(self.year, back, self.unit),
                };
                let id = self.book.grade_id(grade?)?;
                Some(among.contains(id))
            }
            Condition::Fired(rule) => self.other_rule(rule, seen, depth),
            Condition::SubUnitVetoed { count } => self.sub_vetoes.reach(usize::from(*count)),
        }
    }

    fn other_rule(&self, id: &RuleId, seen: &mut Vec<SeenValue>, depth: usize) -> Option<bool> {
        let (at, rule) = self.book.find(id)?;
        if self.book.on_cycle(at) {
            return None;
        }
        if !rule.on || !self.book.applies(rule, self.table, self.unit) {
            return Some(false);
        }
        self.decide(&rule.when, seen, depth + 1)
    }

    fn operand(&self, operand: &Operand) -> Option<f64> {
        match operand {
            Operand::Indicator { id, years_back } => {
                self.table.value(self.unit, id, self.year.checked_sub(Year::from(*years_back))?)
            }
            Operand::Change(id) => {
                let last = self.table.value(self.unit, id, self.year.checked_sub(1)?)?;
                let change = self.table.value(self.unit, id, self.year)? - last;
                change.is_finite().then_some(change)
            }
            Operand::Criterion(id) => {
                let at = *self.scored.tree.at.get(id)?;
                self.scored.share(at, self.unit, Case::Present)
            }
            Operand::Total => self.total,
            Operand::Coverage => Some(self.scored.top[self.unit].coverage),
            Operand::Place { from_last } => {
                self.place.map(|(from_first, from_end)| if *from_last { from_end } else { from_first })
            }
        }
    }

    /// Whether a rule's condition holds, this year and in the years before that it asks for.
    pub fn rule_holds(
        &self,
        at: usize,
        rule: &Rule,
        seen: &mut Vec<SeenValue>,
    ) -> (Option<bool>, Option<bool>) {
        let this_year = if self.book.on_cycle(at) { None } else { self.holds(&rule.when, seen) };
        let earlier =
            (1..rule.years_in_a_row.max(1)).map(|back| self.history.held(self.year, back, at, self.unit));
        let years: Vec<Option<bool>> = std::iter::once(this_year).chain(earlier).collect();
        (this_year, all(&years))
    }
}

fn not(truth: Option<bool>) -> Option<bool> {
    truth.map(|truth| !truth)
}

/// All hold: no as soon as one does not, undecided where one is.
fn all(parts: &[Option<bool>]) -> Option<bool> {
    at_least(parts.len(), parts)
}

/// At least so many hold: yes where so many do, no where even the undecided ones could not make it, else undecided.
fn at_least(count: usize, parts: &[Option<bool>]) -> Option<bool> {
    let hold = parts.iter().filter(|part| **part == Some(true)).count();
    let open = parts.iter().filter(|part| part.is_none()).count();
    if hold >= count {
        Some(true)
    } else if hold + open < count {
        Some(false)
    } else {
        None
    }
}

/// Compares two quantities; near ones are equal.
pub(crate) fn compare(value: f64, is: Comparison, than: f64) -> bool {
    let scale = value.abs().max(than.abs()).max(1.0);
    let equal = (value / scale - than / scale).abs() <= NEAR;
    match is {
        Comparison::Below => !equal && value < than,
        Comparison::AtMost => equal || value < than,
        Comparison::Equal => equal,
        Comparison::NotEqual => !equal,
        Comparison::AtLeast => equal || value > than,
        Comparison::Above => !equal && value > than,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YES: Option<bool> = Some(true);
    const NO: Option<bool> = Some(false);

    #[test]
    fn a_value_that_does_not_decide_may_be_missing() {
        assert_eq!(all(&[YES, NO, None]), NO);
        assert_eq!(all(&[YES, None]), None);
        assert_eq!(all(&[]), YES);
        assert_eq!(at_least(1, &[YES, None]), YES);
        assert_eq!(at_least(1, &[NO, None]), None);
        assert_eq!(at_least(2, &[YES, NO, None]), None);
        assert_eq!(at_least(2, &[YES, NO, NO]), NO);
    }

    #[test]
    fn decimal_fractions_compare_as_written() {
        assert!(compare(0.1 + 0.2, Comparison::Equal, 0.3));
        assert!(!compare(0.1 + 0.2, Comparison::Above, 0.3));
        assert!(compare(60.0 - 1e-12, Comparison::AtLeast, 60.0));
        assert!(compare(0.34, Comparison::Above, 0.3));
        assert!(compare(1e308, Comparison::Above, -1e308));
    }
}
