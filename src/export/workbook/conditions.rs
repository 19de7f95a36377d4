//! Conditions of rules as formulas: 1 where one holds, 0 where not, 0.5 where a value that decides is missing. So *all*
//! is the least, *any* the most, and *not* is 1 less it.

use super::{
    derivation::{Derivation, Seen, near},
    formula::{Is, X, and, max, min, n, nothing, or, total, when},
    settings::Setting,
};
use crate::domain::{Comparison, Condition, Operand, Rule, RuleId, Year};

/// Conditions deeper than this are undecided; a file cannot hold such a one.
const DEEPEST: usize = 200;

/// Where the reading of a condition stands: the rule's thresholds that are still to come, and how deep it is.
struct Reading<'r> {
    thresholds: std::slice::Iter<'r, Setting>,
    depth: usize,
}

impl Derivation<'_> {
    /// Whether a rule's condition holds for a row's unit this year.
    pub(super) fn holds(&self, rule: usize, row: usize, seen: Seen) -> X {
        if self.waits_for_itself(rule) {
            return n(0.5);
        }
        self.rule_condition(rule, row, seen, 0)
    }

    fn rule_condition(&self, rule: usize, row: usize, seen: Seen, depth: usize) -> X {
        let thresholds = self.frame.settings.thresholds.get(&rule).map_or(&[][..], Vec::as_slice);
        let mut reading = Reading { thresholds: thresholds.iter(), depth };
        self.decide(&self.frame.scheme.rules[rule].when, row, seen, &mut reading)
    }

    /// The rule is for the class of a row's unit.
    pub(super) fn is_for(&self, rule: &Rule, row: usize) -> bool {
        let unit = self.frame.order.units[row];
        rule.classes.is_empty() || rule.classes.contains(&self.frame.table.data().units[unit].class)
    }

    fn decide(&self, condition: &Condition, row: usize, seen: Seen, reading: &mut Reading) -> X {
        if reading.depth > DEEPEST {
            return n(0.5);
        }
        reading.depth += 1;
        let truth = match condition {
            Condition::All(parts) => {
                let parts = self.each_of(parts, row, seen, reading);
                if parts.is_empty() { n(1.0) } else { min(&parts.iter().collect::<Vec<_>>()) }
            }
            Condition::Any(parts) => {
                let parts = self.each_of(parts, row, seen, reading);
                if parts.is_empty() { n(0.0) } else { max(&parts.iter().collect::<Vec<_>>()) }
            }
            Condition::Not(part) => &n(1.0) - &self.decide(part, row, seen, reading),
            Condition::AtLeast { count, of } => {
                let parts = self.each_of(of, row, seen, reading);
                let count = n(f64::from(*count));
                let how_many = |least: f64| {
                    let ones: Vec<X> = parts
                        .iter()
                        .map(|part| when(&part.is(Is::AtLeast, &n(least)), &n(1.0), &n(0.0)))
                        .collect();
                    total(&ones).is(Is::AtLeast, &count)
                };
                when(&how_many(1.0), &n(1.0), &when(&how_many(0.5), &n(0.5), &n(0.0)))
            }
            Condition::Compare { left, is, .. } => {
                let than = reading.thresholds.next().map_or_else(nothing, |one| one.x(self.class(row)));
                let value = self.operand(left, row, seen);
                let holds = when(&near(&value, comparison(*is), &than), &n(1.0), &n(0.0));
                when(&value.is_number(), &holds, &n(0.5))
            }
            Condition::Grade { among, years_back } => {
                let grade = match years_back {
                    0 => self.grid.cell(seen.grade, row),
                    back => self
                        .earlier(*back)
                        .map_or_else(nothing, |sheet| sheet.grid.outside(sheet.marked.grade, row)),
                };
                let place = |id| self.frame.scheme.grades.iter().position(|one| &one.id == id);
                let named: Vec<X> = among
                    .iter()
                    .filter_map(place)
                    .map(|at| grade.is(Is::Same, &n((at + 1) as f64)))
                    .collect();
                let any = if named.is_empty() { n(0.0) } else { or(&named.iter().collect::<Vec<_>>()) };
                when(&grade.is_number(), &when(&any, &n(1.0), &n(0.0)), &n(0.5))
            }
            Condition::Fired(id) => self.other_rule(id, row, seen, reading.depth),
            Condition::SubUnitVetoed { count } => self.sub_units(usize::from(*count), row),
        };
        reading.depth -= 1;
        truth
    }

    fn each_of(&self, parts: &[Condition], row: usize, seen: Seen, reading: &mut Reading) -> Vec<X> {
        parts.iter().map(|part| self.decide(part, row, seen, reading)).collect()
    }

    fn other_rule(&self, id: &RuleId, row: usize, seen: Seen, depth: usize) -> X {
        let Some(at) = self.frame.scheme.rules.iter().position(|rule| &rule.id == id) else { return n(0.5) };
        let rule = &self.frame.scheme.rules[at];
        if self.waits_for_itself(at) {
            n(0.5)
        } else if !rule.on || !self.is_for(rule, row) {
            n(0.0)
        } else {
            self.rule_condition(at, row, seen, depth)
        }
    }

    /// A rule that is named by a rule that it names, and so on.
    fn waits_for_itself(&self, rule: usize) -> bool {
        let rules = &self.frame.scheme.rules;
        let (mut met, mut waiting) = (vec![false; rules.len()], vec![rule]);
        let mut first = true;
        while let Some(at) = waiting.pop() {
            if at == rule && !std::mem::take(&mut first) {
                return true;
            }
            if !std::mem::replace(&mut met[at], true) || at == rule {
                let mut named = Vec::new();
                named_rules(&rules[at].when, &mut named);
                let place = |id: &RuleId| rules.iter().position(|rule| &rule.id == id);
                waiting.extend(named.into_iter().filter_map(place).filter(|at| !met[*at] || *at == rule));
            }
        }
        false
    }

    /// The sheet of so many years back.
    pub(super) fn earlier(&self, back: u8) -> Option<&Self> {
        let year = self.year.checked_sub(Year::from(back))?;
        self.earlier.iter().find(|sheet| sheet.year == year).map(|sheet| &**sheet)
    }

    fn operand(&self, operand: &Operand, row: usize, seen: Seen) -> X {
        let value = |id, back: Year| {
            let year = self.year.checked_sub(back);
            year.and_then(|year| self.frame.values.cell(id, year, row)).unwrap_or_else(nothing)
        };
        match operand {
            Operand::Indicator { id, years_back } => value(id, Year::from(*years_back)),
            Operand::Change(id) => {
                let (now, last) = (value(id, 0), value(id, 1));
                when(&and(&[&now.is_number(), &last.is_number()]), &(&now - &last), &nothing())
            }
            Operand::Criterion(id) => {
                let at = self.frame.flat.at.get(id);
                at.map_or_else(nothing, |at| self.grid.cell(self.shares + at, row))
            }
            Operand::Total => self.grid.cell(seen.total, row),
            Operand::Coverage => self.grid.cell(self.marked.coverage, row),
            Operand::Place { from_last } => seen.places.map_or_else(nothing, |(first, last)| {
                self.grid.cell(if *from_last { last } else { first }, row)
            }),
        }
    }
}

fn comparison(is: Comparison) -> Is {
    match is {
        Comparison::Below => Is::Less,
        Comparison::AtMost => Is::AtMost,
        Comparison::Equal => Is::Same,
        Comparison::NotEqual => Is::Other,
        Comparison::AtLeast => Is::AtLeast,
        Comparison::Above => Is::More,
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

/// Whether a condition, or a part of it, is such a one.
pub(super) fn any_part(condition: &Condition, is: &dyn Fn(&Condition) -> bool) -> bool {
    is(condition)
        || match condition {
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
                parts.iter().any(|part| any_part(part, is))
            }
            Condition::Not(part) => any_part(part, is),
            _ => false,
        }
}
