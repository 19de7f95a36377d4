//! Which indicators a scheme reads, and which of them have to be observed.

use std::collections::BTreeSet;

use super::{Condition, Criterion, DataSet, Effect, Indicator, IndicatorId, Operand, Rule, Scheme};

impl Condition {
    /// Calls `visit` with the condition and every one within it, from the outside in.
    pub fn walk<'c>(&'c self, visit: &mut impl FnMut(&'c Condition)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast { of: parts, .. } => {
                parts.iter().for_each(|part| part.walk(visit));
            }
            Self::Not(part) => part.walk(visit),
            _ => {}
        }
    }
}

impl Rule {
    /// The indicators that it reads, in the order of its sentence.
    pub fn indicators(&self) -> Vec<&IndicatorId> {
        let mut named = Vec::new();
        self.when.walk(&mut |one| {
            if let Condition::Compare { left: Operand::Indicator { id, .. } | Operand::Change(id), .. } = one
            {
                named.push(id);
            }
        });
        if let Effect::Deduct { per: Some(id), .. } | Effect::Bonus { per: Some(id), .. } = &self.effect {
            named.push(id);
        }
        named
    }
}

impl Scheme {
    /// The indicators that it reads, each once: those of the leaves in their order, then those of the rules.
    pub fn indicators(&self) -> Vec<&IndicatorId> {
        let mut named = Vec::new();
        of_leaves(&self.criteria, &mut named);
        named.extend(self.rules.iter().flat_map(Rule::indicators));
        let mut seen = BTreeSet::new();
        named.retain(|id| seen.insert(*id));
        named
    }

    /// The indicators of a data set that have to be observed for it, each once, in its order: in the place of one that
    /// is computed stand those that it is computed from.
    pub fn observed_indicators<'d>(&self, data: &'d DataSet) -> Vec<&'d Indicator> {
        let mut wanted = Vec::new();
        let mut seen = BTreeSet::new();
        for id in self.indicators() {
            parts(id, data, &mut seen, &mut wanted);
        }
        wanted
    }
}

fn of_leaves<'s>(criteria: &'s [Criterion], named: &mut Vec<&'s IndicatorId>) {
    for criterion in criteria {
        named.extend(criterion.leaf().map(|leaf| &leaf.indicator));
        of_leaves(criterion.children(), named);
    }
}

fn parts<'d>(
    id: &IndicatorId,
    data: &'d DataSet,
    seen: &mut BTreeSet<&'d IndicatorId>,
    wanted: &mut Vec<&'d Indicator>,
) {
    let Some(indicator) = data.indicators.iter().find(|one| one.id == *id) else { return };
    if !seen.insert(&indicator.id) {
        return;
    }
    match &indicator.formula {
        Some(formula) => formula.parts().into_iter().for_each(|part| parts(part, data, seen, wanted)),
        None => wanted.push(indicator),
    }
}
