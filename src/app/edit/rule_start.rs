//! New rules to start from: each is complete, hits what it says, and is changed from there.

use crate::{
    domain::{Comparison, Condition, Effect, IndicatorId, Operand, Rule, Scheme, Text},
    i18n::texts::rule_builder as names,
};

/// What a new rule starts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleStart {
    /// 一票否决 where an indicator passes a threshold.
    Veto,
    /// Marks off for each event.
    Deduction,
    /// Marks on top for each event, capped.
    Bonus,
    /// The grade is at best the last but one.
    CapGrade,
}

impl RuleStart {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Veto, Self::Deduction, Self::Bonus, Self::CapGrade];
}

/// A new rule on an indicator, which fires above a threshold: the most of the year is one that hits nobody yet.
pub fn new_rule(start: RuleStart, scheme: &Scheme, indicator: &IndicatorId, threshold: f64) -> Rule {
    let per = Some(indicator.clone());
    let effect = match start {
        RuleStart::Veto => Effect::Veto,
        RuleStart::Deduction => {
            Effect::Deduct { marks: 1.0, per, beyond: 0.0, criterion: None, cap: Some(5.0) }
        }
        RuleStart::Bonus => Effect::Bonus { marks: 1.0, per, cap: Some(5.0), gate: None },
        RuleStart::CapGrade => match scheme.grades.iter().rev().nth(1).or(scheme.grades.last()) {
            Some(grade) => Effect::CapGrade { grade: grade.id.clone() },
            None => Effect::Veto,
        },
    };
    Rule {
        id: names::id(start).into(),
        name: names::name(start),
        basis: Text::default(),
        on: true,
        classes: Vec::new(),
        when: compare(Operand::Indicator { id: indicator.clone(), years_back: 0 }, threshold),
        years_in_a_row: 1,
        needs_confirmation: false,
        confirmed: Vec::new(),
        effect,
        lasts_years: 0,
        from_next_year: false,
    }
}

/// A new test: the quantity above a threshold.
pub fn compare(left: Operand, than: f64) -> Condition {
    Condition::Compare { left, is: Comparison::Above, than, by_class: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::fixture, data::check_scheme};

    #[test]
    fn every_new_rule_is_in_order() {
        for start in RuleStart::ALL {
            let mut scheme = fixture::scheme();
            scheme.rules.push(new_rule(start, &scheme, &"lost".into(), 0.35));
            assert_eq!(check_scheme(&scheme), vec![], "{start:?}");
        }
    }
}
