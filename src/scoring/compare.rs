//! Compare: two evaluations → what moved a unit's total, and what moved its place.
//!
//! The change of a total is split among five causes by their Shapley values: every mixture of the two sides is
//! evaluated, and each cause gets the mean, over all orders, of what it changes. The five sum to the change. The
//! change of a place is split between the unit's own move and the moves of others in the same way.

use std::{collections::BTreeMap, ptr};

use crate::domain::{Body, Criterion, CriterionId, Evaluation, Leaf, RankWithin, Scheme, Standing, UnitId};

use super::{
    Table, evaluate,
    explain::shapley,
    rank::{RankKey, places},
};

/// One of two evaluations: what it was computed from, and the result.
#[derive(Clone, Copy)]
pub struct Side<'s> {
    /// The data.
    pub table: &'s Table,
    /// The scheme.
    pub scheme: &'s Scheme,
    /// What they gave.
    pub evaluation: &'s Evaluation,
}

/// What moved a unit between two evaluations.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Of its total; `None` where one side has none.
    pub total: Option<TotalChange>,
    /// Of its place; `None` where it is not ranked on both sides.
    pub place: Option<PlaceChange>,
}

/// The change of a total in marks. The five causes sum to `after` − `before`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TotalChange {
    /// On the first side.
    pub before: f64,
    /// On the second side.
    pub after: f64,
    /// The unit's own values.
    pub own_data: f64,
    /// The values of other units, which relative score functions, medians and places read.
    pub others_data: f64,
    /// Points, aggregation, the tree itself and full marks.
    pub weights: f64,
    /// Leaves: indicators, score functions and what is done with missing values.
    pub functions: f64,
    /// Rules, bands and limits.
    pub rules: f64,
}

/// The change of a place; negative is upward. The three causes sum to `after` − `before`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlaceChange {
    /// On the first side.
    pub before: f64,
    /// On the second side.
    pub after: f64,
    /// The unit's own score moved.
    pub own: f64,
    /// The scores of others moved, or others came, left or were vetoed.
    pub others: f64,
    /// Rules that demote in rank.
    pub demotions: f64,
}

/// Splits what changed for a unit from one side to the other; `None` where one of them does not have the unit. Scores
/// of schemes with different full marks are ranked against each other as rates.
pub fn compare(before: Side, after: Side, unit: &UnitId) -> Option<Change> {
    let units = [before.table.unit_index(unit)?, after.table.unit_index(unit)?];
    let sides = [before, after];
    Some(Change { total: total_change(sides, units), place: place_change(sides, units) })
}

fn total_change(sides: [Side; 2], units: [usize; 2]) -> Option<TotalChange> {
    let total = |side: usize| sides[side].evaluation.units.get(units[side])?.total;
    let (before, after) = (total(0)?, total(1)?);
    let moved = moved_causes(sides);
    let mut known: BTreeMap<usize, f64> = BTreeMap::from([(0, before), ((1 << moved.len()) - 1, after)]);
    for set in 0..1_usize << moved.len() {
        let from = |cause: Cause| {
            usize::from(moved.iter().position(|one| *one == cause).is_some_and(|nth| set & (1 << nth) != 0))
        };
        known.entry(set).or_insert_with(|| mixture(sides, units, &from));
    }
    let mut change = TotalChange { before, after, ..TotalChange::default() };
    let worth = |set: usize| known.get(&set).copied().unwrap_or_default();
    for (cause, marks) in moved.iter().zip(shapley(moved.len(), worth)) {
        *match cause {
            Cause::OwnData => &mut change.own_data,
            Cause::OthersData => &mut change.others_data,
            Cause::Weights => &mut change.weights,
            Cause::Functions => &mut change.functions,
            Cause::Rules => &mut change.rules,
        } = marks;
    }
    Some(change)
}

#[derive(Clone, Copy, PartialEq)]
enum Cause {
    OwnData,
    OthersData,
    Weights,
    Functions,
    Rules,
}

/// The causes in which the sides differ.
fn moved_causes(sides: [Side; 2]) -> Vec<Cause> {
    let [a, b] = sides.map(|side| side.scheme);
    let data =
        !ptr::eq(sides[0].table, sides[1].table) || sides[0].evaluation.year != sides[1].evaluation.year;
    let mut moved = if data { vec![Cause::OwnData, Cause::OthersData] } else { Vec::new() };
    let differs = |left: Scheme, right: Scheme| left != right;
    if differs(mixed(a, a, a), mixed(b, a, a)) || differs(mixed(a, b, b), mixed(b, b, b)) {
        moved.push(Cause::Weights);
    }
    if differs(mixed(a, a, a), mixed(a, b, a)) || differs(mixed(b, a, b), mixed(b, b, b)) {
        moved.push(Cause::Functions);
    }
    if differs(mixed(a, a, a), mixed(a, a, b)) {
        moved.push(Cause::Rules);
    }
    moved
}

/// The unit's total where each cause is taken from its side; 0 where there is none.
fn mixture(sides: [Side; 2], units: [usize; 2], from: &dyn Fn(Cause) -> usize) -> f64 {
    let scheme = |cause| sides[from(cause)].scheme;
    let scheme = mixed(scheme(Cause::Weights), scheme(Cause::Functions), scheme(Cause::Rules));
    let (own, others) = (from(Cause::OwnData), from(Cause::OthersData));
    let (base, year, unit) = (sides[others].table, sides[others].evaluation.year, units[others]);
    let evaluation = if own == others {
        evaluate(base, &scheme, year)
    } else {
        let row = (sides[own].table, sides[own].evaluation.year, units[own]);
        evaluate(&base.with_row_of((year, unit), row), &scheme, year)
    };
    evaluation.units.get(unit).and_then(|result| result.total).unwrap_or_default()
}

/// A scheme with the tree and points of one, the leaves of another where it has the same ones, and the rules of a third.
fn mixed(weights: &Scheme, functions: &Scheme, rules: &Scheme) -> Scheme {
    let mut leaves = BTreeMap::new();
    let mut waiting: Vec<&Criterion> = functions.criteria.iter().collect();
    while let Some(criterion) = waiting.pop() {
        waiting.extend(criterion.children());
        if let Some(leaf) = criterion.leaf() {
            leaves.insert(&criterion.id, leaf);
        }
    }
    let mut scheme = Scheme {
        id: String::new(),
        name: Default::default(),
        source: Default::default(),
        missing: functions.missing,
        grades: rules.grades.clone(),
        bands: rules.bands.clone(),
        class_bands: rules.class_bands.clone(),
        rules: rules.rules.clone(),
        coverage_limit: rules.coverage_limit,
        above_full: rules.above_full,
        decimals: rules.decimals,
        over_years: rules.over_years,
        ..weights.clone()
    };
    take_leaves(&mut scheme.criteria, &leaves);
    scheme
}

fn take_leaves(criteria: &mut [Criterion], leaves: &BTreeMap<&CriterionId, &Leaf>) {
    let mut waiting: Vec<&mut Criterion> = criteria.iter_mut().collect();
    while let Some(criterion) = waiting.pop() {
        match &mut criterion.body {
            Body::Leaf(leaf) => {
                if let Some(other) = leaves.get(&criterion.id) {
                    *leaf = (*other).clone();
                }
            }
            Body::Node { children, .. } => waiting.extend(children),
        }
    }
}

/// Those ranked in the unit's group, as rates of full marks.
struct Field {
    own: RankKey,
    others: Vec<RankKey>,
    place: f64,
}

fn place_change(sides: [Side; 2], units: [usize; 2]) -> Option<PlaceChange> {
    let (first, second) = (field(sides[0], units[0])?, field(sides[1], units[1])?);
    let place = |own: &Field, others: &Field| {
        let keys: Vec<RankKey> = std::iter::once(own.own).chain(others.others.iter().copied()).collect();
        places(&keys, sides[1].scheme.ties.method).first().copied().unwrap_or_default()
    };
    let (start, end) = (place(&first, &first), place(&second, &second));
    let (moved_alone, stayed_alone) = (place(&second, &first), place(&first, &second));
    let own = ((moved_alone - start) + (end - stayed_alone)) / 2.0;
    let others = ((stayed_alone - start) + (end - moved_alone)) / 2.0;
    let demotions = (second.place - first.place) - (end - start);
    Some(PlaceChange { before: first.place, after: second.place, own, others, demotions })
}

fn field(side: Side, unit: usize) -> Option<Field> {
    let units = &side.table.data().units;
    let split = side.scheme.ties.split_by.as_ref();
    let split = split.and_then(|id| side.evaluation.criteria.iter().find(|column| &column.id == id));
    let full = if side.scheme.full_marks > 0.0 { side.scheme.full_marks } else { 1.0 };
    let key = |at: usize| {
        let result = side.evaluation.units.get(at)?;
        let Standing::Ranked { place } = result.standing else { return None };
        let share = split.map_or(0.0, |column| column.share[at]);
        Some((RankKey::new(result.total? / full * 100.0, share), place))
    };
    let (own, place) = key(unit)?;
    let beside = |at: &usize| {
        *at != unit && (side.scheme.rank_within == RankWithin::All || units[*at].class == units[unit].class)
    };
    let others = (0..units.len()).filter(beside).filter_map(key).map(|(key, _)| key).collect();
    Some(Field { own, others, place })
}
