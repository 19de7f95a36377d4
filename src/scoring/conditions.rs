//! Conditions in three-valued logic (Kleene): holds, does not hold, or *undecided* where a value that decides is
//! missing.
//!
//! A condition is made ready once for all units: what it names is looked up, so that asking it of a unit is only
//! reading columns and comparing.

use crate::domain::{ClassId, Comparison, Condition, Operand, Rule, RuleId, SeenValue, SeenValues, Year};

use super::{
    Column, Table,
    history::History,
    rules::RuleBook,
    scored::{Case, Scored},
};

/// Conditions deeper than this are undecided; a file cannot hold such a one.
const DEEPEST: usize = 200;

/// The most parts that a condition may have, those of the rules it names included; what is beyond is undecided.
const MOST_PARTS: usize = 10_000;

/// Two quantities this near (relative to the larger, or absolutely below 1) are equal: sums of decimal fractions are
/// off in their last binary digits.
const NEAR: f64 = 1e-9;

/// Where conditions look things up.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'g> {
    pub table: &'g Table,
    pub scored: &'g Scored<'g>,
    pub book: &'g RuleBook<'g>,
    pub history: &'g History,
    pub year: Year,
}

/// What a condition may look at for one unit besides its data.
#[derive(Clone, Copy)]
pub(crate) struct View {
    pub unit: usize,
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

/// A condition made ready.
pub(crate) enum Test<'g> {
    /// The same for all units.
    Settled(Option<bool>),
    AtLeast {
        count: usize,
        of: Vec<Test<'g>>,
    },
    Not(Box<Test<'g>>),
    Compare {
        left: &'g Operand,
        quantity: Quantity<'g>,
        is: Comparison,
        /// The threshold of each class; last that of no known class.
        than: Vec<f64>,
    },
    Grade {
        /// By grade.
        among: Vec<bool>,
        years_back: u8,
    },
    /// Does not hold for units of other classes.
    OfClasses(Vec<bool>, Box<Test<'g>>),
    SubUnitVetoed(usize),
}

/// A quantity made ready.
pub(crate) enum Quantity<'g> {
    Missing,
    Value(&'g Column),
    Change { now: &'g Column, last: &'g Column },
    Criterion(usize),
    Total,
    Coverage,
    Place { from_last: bool },
}

impl<'g> Ground<'g> {
    /// Makes the condition of a rule ready.
    pub fn test(&self, at: usize, rule: &'g Rule) -> Test<'g> {
        let mut left = MOST_PARTS;
        if self.book.on_cycle(at) { Test::Settled(None) } else { self.ready(&rule.when, 0, &mut left) }
    }

    fn ready(&self, condition: &'g Condition, depth: usize, left: &mut usize) -> Test<'g> {
        if depth > DEEPEST || *left == 0 {
            return Test::Settled(None);
        }
        *left -= 1;
        let mut each = |parts: &'g [Condition]| -> Vec<Test<'g>> {
            parts.iter().map(|part| self.ready(part, depth + 1, left)).collect()
        };
        match condition {
            Condition::All(parts) => Test::AtLeast { count: parts.len(), of: each(parts) },
            Condition::Any(parts) => Test::AtLeast { count: 1, of: each(parts) },
            Condition::AtLeast { count, of } => Test::AtLeast { count: usize::from(*count), of: each(of) },
            Condition::Not(part) => Test::Not(Box::new(self.ready(part, depth + 1, left))),
            Condition::Compare { left, is, than, by_class } => {
                let own = |class: &ClassId| by_class.iter().find(|own| own.class == *class);
                let classes = self.table.data().classes.iter().map(|class| own(&class.id));
                let than = classes.map(|own| own.map_or(*than, |own| own.than)).chain([*than]).collect();
                Test::Compare { left, quantity: self.quantity(left), is: *is, than }
            }
            Condition::Grade { among, years_back } => {
                let grades = (0..).map_while(|at| self.book.grade_id(at));
                Test::Grade { among: grades.map(|id| among.contains(id)).collect(), years_back: *years_back }
            }
            Condition::Fired(rule) => self.other_rule(rule, depth, left),
            Condition::SubUnitVetoed { count } => Test::SubUnitVetoed(usize::from(*count)),
        }
    }

    fn other_rule(&self, id: &RuleId, depth: usize, left: &mut usize) -> Test<'g> {
        let Some((at, rule)) = self.book.find(id) else { return Test::Settled(None) };
        if self.book.on_cycle(at) {
            return Test::Settled(None);
        }
        if !rule.on {
            return Test::Settled(Some(false));
        }
        let test = self.ready(&rule.when, depth + 1, left);
        match self.classes_of(rule) {
            None => test,
            Some(classes) => Test::OfClasses(classes, Box::new(test)),
        }
    }

    /// By class: whether a rule is for it; `None` where it is for all.
    pub fn classes_of(&self, rule: &Rule) -> Option<Vec<bool>> {
        let classes = || self.table.data().classes.iter().map(|class| rule.classes.contains(&class.id));
        (!rule.classes.is_empty()).then(|| classes().chain([false]).collect())
    }

    fn quantity(&self, operand: &Operand) -> Quantity<'g> {
        let column = |id, back: u8| self.table.column(id, self.year.checked_sub(Year::from(back))?);
        let quantity = match operand {
            Operand::Indicator { id, years_back } => column(id, *years_back).map(Quantity::Value),
            Operand::Change(id) => {
                column(id, 0).zip(column(id, 1)).map(|(now, last)| Quantity::Change { now, last })
            }
            Operand::Criterion(id) => self.scored.tree.at.get(id).map(|at| Quantity::Criterion(*at)),
            Operand::Total => Some(Quantity::Total),
            Operand::Coverage => Some(Quantity::Coverage),
            Operand::Place { from_last } => Some(Quantity::Place { from_last: *from_last }),
        };
        quantity.unwrap_or(Quantity::Missing)
    }

    /// Whether a condition holds for a unit.
    pub fn holds(&self, test: &Test, view: &View) -> Option<bool> {
        self.decide(test, view, &mut |_| {})
    }

    /// The units for which a condition that compares one value does not fail; `None` where it is not such a one.
    pub fn where_open(&self, test: &Test) -> Option<Vec<u32>> {
        let Test::Compare { quantity: Quantity::Value(column), is, than, .. } = test else { return None };
        let values = column.values.iter().zip(&self.scored.frame.classes).enumerate();
        let open = values
            .filter(|(unit, (value, class))| compare(**value, *is, than[**class]) || !column.has(*unit));
        Some(open.map(|(unit, _)| unit as u32).collect())
    }

    /// The values that a condition looks at for a unit.
    pub fn seen(&self, test: &Test, view: &View) -> SeenValues {
        let mut seen = SeenValues::new();
        self.decide(test, view, &mut |value| seen.push(value()));
        seen
    }

    fn decide(&self, test: &Test, view: &View, see: &mut dyn FnMut(&dyn Fn() -> SeenValue)) -> Option<bool> {
        let class = self.scored.frame.classes[view.unit];
        match test {
            Test::Settled(truth) => *truth,
            Test::AtLeast { count, of } => {
                at_least(*count, of.iter().map(|part| self.decide(part, view, see)))
            }
            Test::Not(part) => self.decide(part, view, see).map(|truth| !truth),
            Test::Compare { left, quantity, is, than } => {
                let (value, is, than) = (self.value(quantity, view), *is, than[class]);
                see(&|| SeenValue { operand: Operand::clone(left), value, is, than });
                value.map(|value| compare(value, is, than))
            }
            Test::Grade { among, years_back } => {
                let grade = match *years_back {
                    0 => view.grade,
                    back => self.history.grade(self.year, back, view.unit),
                };
                among.get(grade?).copied()
            }
            Test::OfClasses(classes, part) => {
                if classes[class] {
                    self.decide(part, view, see)
                } else {
                    Some(false)
                }
            }
            Test::SubUnitVetoed(count) => view.sub_vetoes.reach(*count),
        }
    }

    fn value(&self, quantity: &Quantity, view: &View) -> Option<f64> {
        let unit = view.unit;
        match quantity {
            Quantity::Missing => None,
            Quantity::Value(column) => column.get(unit),
            Quantity::Change { now, last } => {
                Some(now.get(unit)? - last.get(unit)?).filter(|change| change.is_finite())
            }
            Quantity::Criterion(at) => self.scored.share(*at, unit, Case::Present),
            Quantity::Total => view.total,
            Quantity::Coverage => Some(self.scored.coverage(unit)),
            Quantity::Place { from_last } => {
                view.place.map(|(from_first, from_end)| if *from_last { from_end } else { from_first })
            }
        }
    }

    /// Whether a rule that held this year so also held in the years before that it asks for.
    pub fn years_in_a_row(
        &self,
        at: usize,
        rule: &Rule,
        this_year: Option<bool>,
        unit: usize,
    ) -> Option<bool> {
        let earlier =
            (1..rule.years_in_a_row.max(1)).map(|back| self.history.held(self.year, back, at, unit));
        at_least(usize::from(rule.years_in_a_row.max(1)), std::iter::once(this_year).chain(earlier))
    }
}

/// At least so many hold: yes where so many do, no where even the undecided ones could not make it, else undecided.
fn at_least(count: usize, parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let (mut hold, mut open) = (0, 0);
    for part in parts {
        hold += usize::from(part == Some(true));
        open += usize::from(part.is_none());
    }
    if hold >= count {
        Some(true)
    } else if hold + open < count {
        Some(false)
    } else {
        None
    }
}

/// Compares two quantities; near ones are equal.
#[inline]
pub(crate) fn compare(value: f64, is: Comparison, than: f64) -> bool {
    let scale = value.abs().max(than.abs()).max(1.0);
    // Far apart without dividing, as most are; a difference that overflows is far.
    let far = (value - than).abs() > 2.0 * NEAR * scale;
    let equal = !far && (value / scale - than / scale).abs() <= NEAR;
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
        let at_least = |count: usize, parts: &[Option<bool>]| at_least(count, parts.iter().copied());
        assert_eq!(at_least(3, &[YES, NO, None]), NO);
        assert_eq!(at_least(2, &[YES, None]), None);
        assert_eq!(at_least(0, &[]), YES);
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
