//! Standing: grades and ranks of all units, and the order in which they are listed.

use crate::domain::{
    Bounds, Comparison, Effect, Firing, FiringEffect, Outcome, RankWithin, Standing, UnitResult,
};

use super::{
    apply_rules::{Round, Work},
    conditions::{SubVetoes, compare},
    rank::{RankKey, demote, places},
    scored::Case,
};

/// A place from the first and from the last, by unit.
type Places = Vec<Option<(f64, f64)>>;

/// The results of all units in the data set's order, and the order in which they are listed.
pub(crate) fn results(round: &Round, mut works: Vec<Work>) -> (Vec<UnitResult>, Vec<u32>) {
    let first = |places: Places| -> Vec<Option<f64>> { places.into_iter().map(|p| p.map(|p| p.0)).collect() };
    let before = first(places_by(round, &works, &|work| work.before));
    let without_vetoes = first(places_by(round, &works, &final_total));
    let mut ranked = first(places_by(round, &works, &|work| final_total(work).filter(|_| !work.vetoed)));
    move_down(round, &mut works, &mut ranked);
    let units: Vec<UnitResult> = works
        .into_iter()
        .map(|work| {
            let unit = work.unit;
            let standing = if work.vetoed {
                Standing::Vetoed { would_be: without_vetoes[unit] }
            } else {
                ranked[unit].map_or(Standing::NotRated, |place| Standing::Ranked { place })
            };
            let rated = is_rated(round, unit);
            let top = &round.scored.top[unit];
            UnitResult {
                unit: round.table.data().units[unit].id.clone(),
                before_rules: work.before,
                total: final_total(&work).filter(|_| !work.stopped),
                bounds: work.totals.map_or(Bounds { low: 0.0, high: round.scored.full_marks }, |totals| {
                    Bounds { low: totals.low.min(totals.present), high: totals.high.max(totals.present) }
                }),
                coverage: top.coverage,
                grade: work.grade.filter(|_| rated || work.vetoed).map(|grade| grade as u32),
                grade_before_rules: work.grade_before.filter(|_| rated).map(|grade| grade as u32),
                standing,
                place_before_rules: before[unit],
                firings: work.firings,
            }
        })
        .collect();
    let listing = listing(round, &units);
    (units, listing)
}

fn final_total(work: &Work) -> Option<f64> {
    work.totals.map(|totals| totals.present)
}

/// Something is present, and coverage reaches the scheme's limit.
fn is_rated(round: &Round, unit: usize) -> bool {
    let top = &round.scored.top[unit];
    top.present && compare(top.coverage, Comparison::AtLeast, round.scheme.coverage_limit)
}

/// The group of a unit: its class, or one for all.
fn group_of(round: &Round, unit: usize) -> usize {
    match round.scheme.rank_within {
        RankWithin::Class => round.scored.classes[unit],
        RankWithin::All => 0,
    }
}

/// The places of rated units by a total, each within its group; `None` where not rated or without a total.
pub(crate) fn places_by(round: &Round, works: &[Work], total: &dyn Fn(&Work) -> Option<f64>) -> Places {
    let split = round.scheme.ties.split_by.as_ref().and_then(|id| round.scored.tree.at.get(id).copied());
    let mut all: Places = vec![None; works.len()];
    for members in groups(round, |unit| is_rated(round, unit) && total(&works[unit]).is_some()) {
        let keys: Vec<RankKey> = members
            .iter()
            .map(|&unit| {
                let share = split.and_then(|at| round.scored.share(at, unit, Case::Present));
                RankKey::new(total(&works[unit]).unwrap_or_default(), share.unwrap_or_default())
            })
            .collect();
        let from_first = places(&keys, round.scheme.ties.method);
        let reversed: Vec<RankKey> = keys.iter().map(|key| RankKey::new(-key.total, -key.split)).collect();
        let from_last = places(&reversed, round.scheme.ties.method);
        for (member, place) in members.into_iter().zip(from_first.into_iter().zip(from_last)) {
            all[member] = Some(place);
        }
    }
    all
}

fn groups(round: &Round, belongs: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let units = round.scored.classes.len();
    let mut groups = vec![Vec::new(); round.table.data().classes.len() + 1];
    (0..units).filter(|&unit| belongs(unit)).for_each(|unit| groups[group_of(round, unit)].push(unit));
    groups
}

/// Applies rank demotions and completes their records.
fn move_down(round: &Round, works: &mut [Work], ranked: &mut [Option<f64>]) {
    for members in groups(round, |unit| ranked[unit].is_some()) {
        let by: Vec<(usize, u8)> = members
            .iter()
            .enumerate()
            .filter(|(_, unit)| works[**unit].demoted_by > 0)
            .map(|(nth, unit)| (nth, works[*unit].demoted_by))
            .collect();
        if by.is_empty() {
            continue;
        }
        let mut moved: Vec<f64> = members.iter().filter_map(|unit| ranked[*unit]).collect();
        let before = moved.clone();
        demote(&mut moved, &by);
        for (nth, &unit) in members.iter().enumerate() {
            ranked[unit] = Some(moved[nth]);
            let effect = FiringEffect::Place { before: before[nth], after: moved[nth] };
            for firing in &mut works[unit].firings {
                let rule = round.book.find(&firing.rule).map(|(_, rule)| &rule.effect);
                if matches!(rule, Some(Effect::DemoteRank { .. })) && firing.outcome == Outcome::Fired {
                    firing.effect = Some(effect.clone());
                }
            }
        }
    }
}

/// What is known of the vetoes of the units directly below each unit.
pub(crate) fn sub_vetoes(round: &Round, works: &[Work]) -> Vec<SubVetoes> {
    let mut counts = vec![SubVetoes::default(); works.len()];
    let is_open = |firing: &Firing| {
        let effect = round.book.find(&firing.rule).map(|(_, rule)| &rule.effect);
        firing.outcome != Outcome::Fired && matches!(effect, Some(Effect::Veto | Effect::StopScoring))
    };
    for work in works.iter().filter(|work| work.vetoed || work.firings.iter().any(is_open)) {
        let parent = round.table.unit(work.unit).and_then(|unit| unit.parent.as_ref());
        if let Some(parent) = parent.and_then(|parent| round.table.unit_index(parent)) {
            counts[parent].vetoed += usize::from(work.vetoed);
            counts[parent].open += usize::from(!work.vetoed);
        }
    }
    counts
}

/// Ranked units by class and place, then those not rated, vetoed ones last; equal ones by id.
fn listing(round: &Round, units: &[UnitResult]) -> Vec<u32> {
    let data = round.table.data();
    let key = |at: &u32| {
        let unit = &units[*at as usize];
        let (section, place) = match unit.standing {
            Standing::Ranked { place } => (0, place),
            Standing::NotRated => (1, 0.0),
            Standing::Vetoed { would_be } => (2, would_be.unwrap_or(f64::MAX)),
        };
        (section, place, unit)
    };
    let class = |at: &u32| match round.scheme.rank_within {
        RankWithin::Class => Some(&data.units[*at as usize].class),
        RankWithin::All => None,
    };
    let mut order: Vec<u32> = (0..units.len() as u32).collect();
    order.sort_by(|a, b| {
        let (left, right) = (key(a), key(b));
        let by_section = left.0.cmp(&right.0).then_with(|| class(a).cmp(&class(b)));
        by_section.then_with(|| left.1.total_cmp(&right.1)).then_with(|| left.2.unit.cmp(&right.2.unit))
    });
    order
}
