//! Explain: a total → the parts that it is the sum of, down to leaves and rules.
//!
//! A part is what its criterion could give less what it loses. Under an arithmetic mean a child loses exactly its
//! weight times what its share lacks, so the parts are weight × share. Under other means the loss of a node is split
//! among its children by their Shapley values: the mean, over all orders, of what each one's own share costs when
//! the rest stand at full. It is exact and lies nowhere else than where a share lacks something. Beyond
//! [`MOST_ORDERED`] children the loss is split in proportion to weight × what is lacking. A part can be negative
//! where one share near 0 ruins a geometric mean.

use crate::domain::{Aggregate, CriterionId, Effect, Evaluation, FiringEffect, Role, RuleId, Scheme};

use super::{
    Table,
    aggregate::{aggregate, settled},
    tree::{Tree, sane},
};

/// The most siblings whose every order is counted.
pub const MOST_ORDERED: usize = 12;

/// What a total is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Leaves in the order of the tree, then what rules and limits change, in the order of application.
    pub parts: Vec<Part>,
    /// The total in marks; the sum of the parts to 1e-9. `None` where nothing is present or scoring stopped.
    pub total: Option<f64>,
}

/// A part of a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Where it comes from.
    pub of: PartOf,
    /// So many marks; negative where they are taken away.
    pub marks: f64,
    /// The marks it could have added; 0 for what is no leaf.
    pub possible: f64,
}

/// Where a part of a total comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum PartOf {
    /// A leaf that rests on something.
    Leaf(CriterionId),
    /// A rule that fired.
    Rule(RuleId),
    /// The total being kept within 0..full marks.
    Limit,
    /// Earlier years being combined with this one; where the scheme rounds, the rounding is within it.
    EarlierYears,
    /// Rounding to the scheme's decimals.
    Rounding,
}

/// Explains the total of the `unit`-th unit. `evaluation` must come from this table and scheme.
///
/// Worked example (README, method): u1 has 40 · 0.915 = 36.6, 20 · 0.9 = 18 and 40 · 0.75 = 30 marks from its leaves
/// and −2 from a deduction: 82.6.
pub fn explain(table: &Table, scheme: &Scheme, evaluation: &Evaluation, unit: usize) -> Explanation {
    let (Some(result), Some(one)) = (evaluation.units.get(unit), table.unit(unit)) else {
        return Explanation { parts: Vec::new(), total: None };
    };
    let class = table.data().classes.iter().position(|class| class.id == one.class);
    let tree = Tree::new(scheme, table.data());
    let mut parts = match class {
        Some(class) => Leaves { tree: &tree, scheme, evaluation, unit, class }.parts(),
        None => Vec::new(),
    };
    let mut running: f64 = parts.iter().map(|part| part.marks).sum();
    let mut settled_yet = false;
    let mut push = |of: PartOf, marks: f64, running: &mut f64| {
        if marks != 0.0 {
            parts.push(Part { of, marks, possible: 0.0 });
        }
        *running += marks;
    };
    let settle = |running: &mut f64, to: f64, push: &mut dyn FnMut(PartOf, f64, &mut f64)| {
        let most = if scheme.above_full { f64::MAX } else { sane(scheme.full_marks) };
        let limited = running.clamp(0.0, most);
        push(PartOf::Limit, limited - *running, running);
        let rest = if scheme.over_years.is_some() { PartOf::EarlierYears } else { PartOf::Rounding };
        push(rest, to - *running, running);
    };
    for firing in result.firings {
        let Some(FiringEffect::Total { before, after }) = firing.effect else { continue };
        let rule = scheme.rules.iter().find(|rule| rule.id == firing.rule).map(|rule| &rule.effect);
        if matches!(rule, Some(Effect::SetTotal { .. } | Effect::CapTotal { .. })) && !settled_yet {
            settle(&mut running, before, &mut push);
            settled_yet = true;
        }
        push(PartOf::Rule(firing.rule.clone()), after - before, &mut running);
    }
    if let Some(total) = result.total.filter(|_| !settled_yet) {
        settle(&mut running, total, &mut push);
    }
    Explanation { parts, total: result.total }
}

/// Siblings whose marks are still to be split.
struct Split<'t> {
    siblings: &'t [usize],
    kind: Aggregate,
    /// The marks of the node itself, for points that sum.
    own: f64,
    possible: f64,
    marks: f64,
}

/// The leaves of one unit.
struct Leaves<'e> {
    tree: &'e Tree<'e>,
    scheme: &'e Scheme,
    evaluation: &'e Evaluation,
    unit: usize,
    class: usize,
}

impl<'e> Leaves<'e> {
    /// The marks of every leaf that rests on something, in the order of the tree.
    fn parts(&self) -> Vec<Part> {
        let mut given: Vec<Option<(f64, f64)>> = vec![None; self.tree.nodes.len()];
        let full = sane(self.scheme.full_marks);
        let kind = self.scheme.aggregate;
        let top = aggregate(kind, self.children(&self.tree.roots, kind, full).iter().map(|c| (c.1, c.2)));
        let first = Split { siblings: &self.tree.roots, kind, own: full, possible: full, marks: top * full };
        self.split(&first, &mut given);
        for at in 0..self.tree.nodes.len() {
            let node = &self.tree.nodes[at];
            let points = self.points(at);
            if let (Role::Bonus { .. }, Some(share)) = (node.criterion.role, self.share(at)) {
                let cap = self.tree.bonus_cap(at).unwrap_or_default();
                given[at] = Some(((points * share).min(cap), points.min(cap)));
            }
            if let (Some((marks, possible)), None) = (given[at], node.criterion.leaf()) {
                let kind = self.tree.aggregate(at);
                let split = Split { siblings: &node.children, kind, own: points, possible, marks };
                self.split(&split, &mut given);
            }
        }
        let leaf = |at: usize| self.tree.nodes[at].criterion.leaf().is_some();
        (0..given.len())
            .filter(|&at| leaf(at))
            .filter_map(|at| {
                let (marks, possible) = given[at]?;
                let of = PartOf::Leaf(self.tree.nodes[at].criterion.id.clone());
                Some(Part { of, marks, possible })
            })
            .collect()
    }

    fn points(&self, at: usize) -> f64 {
        self.tree.nodes[at].points.get(self.class).copied().flatten().unwrap_or_default()
    }

    fn share(&self, at: usize) -> Option<f64> {
        let column = self.evaluation.criteria.get(at)?;
        column.present.get(self.unit)?.then(|| column.share[self.unit])
    }

    /// Present siblings with weight and share.
    fn children(&self, siblings: &[usize], kind: Aggregate, own: f64) -> Vec<(usize, f64, f64)> {
        let weights = self.tree.weights(siblings, self.class, settled(kind), own);
        weights.into_iter().filter_map(|(at, weight)| Some((at, weight, self.share(at)?))).collect()
    }

    /// Hands the marks of a node down to its present children.
    fn split(&self, of: &Split, given: &mut [Option<(f64, f64)>]) {
        let kind = settled(of.kind);
        let children = self.children(of.siblings, kind, of.own);
        if kind == Aggregate::Sum {
            let earned: f64 = children.iter().map(|(_, weight, share)| weight * share).sum();
            for (at, weight, share) in children {
                let marks = if earned > 0.0 { of.marks * (weight * share / earned) } else { 0.0 };
                given[at] = Some((marks, of.possible * weight));
            }
            return;
        }
        let whole: f64 = children.iter().map(|(_, weight, _)| weight).sum();
        let parts: Vec<(f64, f64)> =
            children.iter().map(|(_, weight, share)| (weight / whole, *share)).collect();
        let losses = losses(kind, &parts);
        let lost: f64 = losses.iter().sum();
        for (((at, ..), (weight, _)), loss) in children.into_iter().zip(&parts).zip(losses) {
            let possible = of.possible * weight;
            let loss = if lost > 0.0 { (of.possible - of.marks) * (loss / lost) } else { 0.0 };
            given[at] = Some((possible - loss, possible));
        }
    }
}

/// What each child's share costs the mean of (weight, share) pairs; weights sum to 1, the losses to 1 − mean.
///
/// Worked example: the minimum of 0.2 and 0.8, evenly weighted, is 0.2. The first alone costs 0.8, the second alone
/// 0.2; after the other they cost 0.6 and 0. The losses are (0.8 + 0.6) ÷ 2 = 0.7 and (0.2 + 0) ÷ 2 = 0.1.
fn losses(kind: Aggregate, parts: &[(f64, f64)]) -> Vec<f64> {
    let simple = || parts.iter().map(|(weight, share)| weight * (1.0 - share)).collect::<Vec<f64>>();
    if kind == Aggregate::Arithmetic {
        return simple();
    }
    let n = parts.len();
    if n > MOST_ORDERED {
        let (simple, lost) = (simple(), 1.0 - aggregate(kind, parts.iter().copied()));
        let sum: f64 = simple.iter().sum();
        return simple.iter().map(|loss| if sum > 0.0 { lost * (loss / sum) } else { 0.0 }).collect();
    }
    let lost: Vec<f64> = (0..1_usize << n)
        .map(|set| {
            let share = |at: usize, share: f64| if set & (1 << at) != 0 { share } else { 1.0 };
            let mixed = parts.iter().enumerate().map(|(at, (weight, own))| (*weight, share(at, *own)));
            if set == 0 { 0.0 } else { 1.0 - aggregate(kind, mixed) }
        })
        .collect();
    shapley(n, |set| lost[set])
}

/// The Shapley values of `n` players, at most [`MOST_ORDERED`]; `value` gives what a set of them is worth, as bits.
pub(crate) fn shapley(n: usize, value: impl Fn(usize) -> f64) -> Vec<f64> {
    // How likely it is that, in a random order, exactly so many stand before a player: size! (n − size − 1)! ÷ n!.
    let mut chance = vec![1.0 / n.max(1) as f64; n];
    for size in 1..n {
        chance[size] = chance[size - 1] * size as f64 / (n - size) as f64;
    }
    let mut values = vec![0.0; n];
    for set in 0..1_usize << n {
        for (player, own) in values.iter_mut().enumerate().filter(|(player, _)| set & (1 << player) == 0) {
            *own += chance[set.count_ones() as usize] * (value(set | 1 << player) - value(set));
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapley_splits_a_minimum_by_hand() {
        let losses = losses(Aggregate::Minimum, &[(0.5, 0.2), (0.5, 0.8)]);
        assert!((losses[0] - 0.7).abs() < 1e-12 && (losses[1] - 0.1).abs() < 1e-12, "{losses:?}");
    }

    #[test]
    fn losses_of_every_mean_sum_to_what_it_lacks() {
        let parts = [(0.5, 0.9), (0.3, 0.0), (0.2, 1.0)];
        for kind in [
            Aggregate::Arithmetic,
            Aggregate::Geometric,
            Aggregate::Harmonic,
            Aggregate::Power { exponent: 2.0 },
            Aggregate::Minimum,
        ] {
            let losses = losses(kind, &parts);
            let lacking = 1.0 - aggregate(kind, parts);
            assert!((losses.iter().sum::<f64>() - lacking).abs() < 1e-12, "{kind:?} {losses:?}");
            assert!(losses[2].abs() < 1e-12, "a full share costs nothing: {kind:?} {losses:?}");
        }
    }

    #[test]
    fn shapley_of_three_players_where_two_are_needed() {
        // Worth 1 with the first and any other: 2/3 for the first, 1/6 for each of the others.
        let values = shapley(3, |set| f64::from(set & 1 != 0 && set.count_ones() > 1));
        assert!((values[0] - 2.0 / 3.0).abs() < 1e-12 && (values[1] - 1.0 / 6.0).abs() < 1e-12, "{values:?}");
    }
}
