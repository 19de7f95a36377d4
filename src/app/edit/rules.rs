//! Changes of rules: on and off, thresholds, marks, confirmations.

use crate::domain::{Condition, Confirmation, Effect, Rule, RuleId, Scheme, UnitId, Year};

/// The scheme with one rule changed, and that rule as it was before.
pub fn with_rule(scheme: &Scheme, id: &RuleId, change: impl FnOnce(&mut Rule)) -> Option<(Rule, Scheme)> {
    let mut scheme = scheme.clone();
    let rule = scheme.rules.iter_mut().find(|rule| &rule.id == id)?;
    let before = rule.clone();
    change(rule);
    Some((before, scheme))
}

/// The id for a new rule: the wanted one, or with a number behind it where that is taken.
pub fn free_rule_id(scheme: &Scheme, wanted: &RuleId) -> RuleId {
    let taken = |id: &RuleId| scheme.rules.iter().any(|other| &other.id == id);
    let mut ids = (2..).map(|nth| RuleId::from(format!("{wanted}-{nth}")));
    let numbered = if taken(wanted) { ids.find(|id| !taken(id)) } else { None };
    numbered.unwrap_or_else(|| wanted.clone())
}

/// The thresholds of a condition in the order in which its sentence reads.
pub fn thresholds(condition: &Condition) -> Vec<f64> {
    match condition {
        Condition::All(of) | Condition::Any(of) | Condition::AtLeast { of, .. } => {
            of.iter().flat_map(thresholds).collect()
        }
        Condition::Not(of) => thresholds(of),
        Condition::Compare { than, .. } => vec![*than],
        Condition::Grade { .. } | Condition::Fired(_) | Condition::SubUnitVetoed { .. } => Vec::new(),
    }
}

/// The scheme with the n-th threshold of a rule changed, with the rule and the threshold as they were before.
pub fn with_threshold(scheme: &Scheme, id: &RuleId, nth: usize, than: f64) -> Option<(Rule, f64, Scheme)> {
    if !than.is_finite() {
        return None;
    }
    let mut before = None;
    let (rule, scheme) = with_rule(scheme, id, |rule| {
        let mut left = nth;
        before = threshold_mut(&mut rule.when, &mut left).map(|place| std::mem::replace(place, than));
    })?;
    before.map(|before| (rule, before, scheme))
}

fn threshold_mut<'a>(condition: &'a mut Condition, left: &mut usize) -> Option<&'a mut f64> {
    match condition {
        Condition::All(of) | Condition::Any(of) | Condition::AtLeast { of, .. } => {
            of.iter_mut().find_map(|inner| threshold_mut(inner, left))
        }
        Condition::Not(of) => threshold_mut(of, left),
        Condition::Compare { than, .. } => {
            if *left == 0 {
                return Some(than);
            }
            *left -= 1;
            None
        }
        Condition::Grade { .. } | Condition::Fired(_) | Condition::SubUnitVetoed { .. } => None,
    }
}

/// The marks that a rule gives, takes, sets or caps to; `None` for effects without marks.
pub fn rule_marks(effect: &Effect) -> Option<f64> {
    match effect {
        Effect::Deduct { marks, .. }
        | Effect::Bonus { marks, .. }
        | Effect::SetTotal { marks }
        | Effect::CapTotal { marks } => Some(*marks),
        _ => None,
    }
}

/// The scheme with other marks for a rule's effect, with the rule and the marks as they were before.
pub fn with_rule_marks(scheme: &Scheme, id: &RuleId, new: f64) -> Option<(Rule, f64, Scheme)> {
    if !new.is_finite() || new < 0.0 {
        return None;
    }
    let mut before = None;
    let (rule, scheme) = with_rule(scheme, id, |rule| {
        if let Effect::Deduct { marks, .. }
        | Effect::Bonus { marks, .. }
        | Effect::SetTotal { marks }
        | Effect::CapTotal { marks } = &mut rule.effect
        {
            before = Some(std::mem::replace(marks, new));
        }
    })?;
    before.map(|before| (rule, before, scheme))
}

/// The scheme where a rule's firing for a unit and year is confirmed, or no longer; with the rule as it was before.
pub fn with_confirmation(
    scheme: &Scheme,
    id: &RuleId,
    unit: &UnitId,
    year: Year,
    confirmed: bool,
) -> Option<(Rule, Scheme)> {
    with_rule(scheme, id, |rule| {
        rule.confirmed.retain(|c| !(&c.unit == unit && c.year == year));
        if confirmed {
            rule.confirmed.push(Confirmation { unit: unit.clone(), year });
        }
    })
}
