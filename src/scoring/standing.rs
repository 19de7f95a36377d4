//! Standing: grades and ranks of all units, and the order in which they are listed.

use crate::domain::{
    Bounds, Comparison, Effect, Firing, FiringEffect, Outcome, RankWithin, Standing, UnitResult,
};

use super::{
    apply_rules::{Round, Work},
    conditions::{SubVetoes, compare},
    rank::{RankKey, Runner, demote, give_places, resorted, sort},
    scored::Case,
};

/// A place from the first and from the last, by unit.
type Places = Vec<Option<(f64, f64)>>;

/// Where all units stand.
struct Stands {
    /// By unit: its place if no rule existed.
    before: Vec<Option<f64>>,
    standing: Vec<Standing>,
    /// The ranked units, by group and place.
    ranked: Vec<u32>,
}

/// The results of all units in the data set's order, and the order in which they are listed.
pub(crate) fn results(round: &Round, mut works: Vec<Work>) -> (Vec<UnitResult>, Vec<u32>) {
    let Stands { before, standing, ranked } = stands(round, &mut works);
    let ids = &round.table.data().units;
    let units: Vec<UnitResult> = works
        .into_iter()
        .zip(ids)
        .map(|(work, one)| {
            let unit = work.unit;
            let rated = is_rated(round, unit);
            UnitResult {
                unit: one.id.clone(),
                before_rules: work.before,
                total: final_total(&work).filter(|_| !work.stopped),
                bounds: work.totals.map_or(Bounds { low: 0.0, high: round.scored.full_marks }, |totals| {
                    Bounds { low: totals.low.min(totals.present), high: totals.high.max(totals.present) }
                }),
                coverage: round.scored.coverage(unit),
                grade: work.grade.filter(|_| rated || work.vetoed).map(|grade| grade as u32),
                grade_before_rules: work.grade_before.filter(|_| rated).map(|grade| grade as u32),
                standing: standing[unit],
                place_before_rules: before[unit],
                firings: work.firings,
            }
        })
        .collect();
    let listing = listing(round, &units, ranked);
    (units, listing)
}

fn final_total(work: &Work) -> Option<f64> {
    work.totals.map(|totals| totals.present)
}

/// Something is present, and coverage reaches the scheme's limit.
fn is_rated(round: &Round, unit: usize) -> bool {
    round.scored.is_present(unit)
        && compare(round.scored.coverage(unit), Comparison::AtLeast, round.scheme.coverage_limit)
}

/// The rated units of each group, a class each or all of them, in the order in which they are listed.
fn groups(round: &Round) -> Vec<Vec<usize>> {
    let members = &round.scored.frame.members;
    let rated = |members: &[usize]| members.iter().copied().filter(|&unit| is_rated(round, unit)).collect();
    match round.scheme.rank_within {
        RankWithin::All => {
            vec![(0..round.scored.frame.units()).filter(|&unit| is_rated(round, unit)).collect()]
        }
        RankWithin::Class => {
            let classes = &round.table.data().classes;
            let mut order: Vec<usize> = (0..members.len()).collect();
            order.sort_by_key(|&class| classes.get(class).map(|class| &class.id));
            order.into_iter().map(|class| rated(&members[class])).collect()
        }
    }
}

/// What a unit is ranked by.
fn key(round: &Round, unit: usize, total: f64) -> RankKey {
    let split = round.scheme.ties.split_by.as_ref().and_then(|id| round.scored.tree.at.get(id));
    let share = split.and_then(|at| round.scored.share(*at, unit, Case::Present));
    RankKey::new(total, share.unwrap_or_default())
}

/// Units in the order of a total; those that have none are left out.
fn sorted(round: &Round, units: &[usize], total: impl Fn(usize) -> Option<f64>) -> Vec<Runner> {
    let by_id = &round.scored.frame.by_id;
    let runner = |&unit: &usize| Some(Runner::new(unit, key(round, unit, total(unit)?), by_id[unit]));
    let mut runners: Vec<Runner> = units.iter().filter_map(runner).collect();
    sort(&mut runners);
    runners
}

/// Ranks all units before rules, with vetoes left aside, and with everything.
fn stands(round: &Round, works: &mut [Work]) -> Stands {
    let (units, method) = (works.len(), round.scheme.ties.method);
    let (mut before, mut standing) = (vec![None; units], vec![Standing::NotRated; units]);
    works.iter().filter(|work| work.vetoed).for_each(|work| {
        standing[work.unit] = Standing::Vetoed { would_be: None };
    });
    let mut ranked = Vec::with_capacity(units);
    for members in groups(round) {
        let first = sorted(round, &members, |unit| works[unit].before);
        give_places(&first, method, |unit, place| before[unit] = Some(place));
        let last = resorted(&first, |unit| {
            let total = final_total(&works[unit]).filter(|total| Some(*total) != works[unit].before)?;
            Some(key(round, unit, total))
        });
        let is_vetoed = |runner: &Runner| works[runner.unit as usize].vetoed;
        if last.iter().any(is_vetoed) {
            give_places(&last, method, |unit, place| {
                if works[unit].vetoed {
                    standing[unit] = Standing::Vetoed { would_be: Some(place) };
                }
            });
        }
        let last: Vec<Runner> = last.into_iter().filter(|runner| !is_vetoed(runner)).collect();
        give_places(&last, method, |unit, place| standing[unit] = Standing::Ranked { place });
        let mut listed: Vec<u32> = last.iter().map(|runner| runner.unit).collect();
        if move_down(round, works, &members, &mut standing) {
            let place = |unit: &u32| match standing[*unit as usize] {
                Standing::Ranked { place } => place,
                _ => f64::MAX,
            };
            let by_id = |unit: &u32| round.scored.frame.by_id[*unit as usize];
            listed.sort_by(|a, b| place(a).total_cmp(&place(b)).then(by_id(a).cmp(&by_id(b))));
        }
        ranked.extend(listed);
    }
    Stands { before, standing, ranked }
}

/// The places of rated units by a total, each within its group; `None` where not rated or without a total.
pub(crate) fn places_by(round: &Round, works: &[Work], total: &dyn Fn(&Work) -> Option<f64>) -> Places {
    let (mut all, method) = (vec![None; works.len()], round.scheme.ties.method);
    for members in groups(round) {
        let mut runners = sorted(round, &members, |unit| total(&works[unit]));
        give_places(&runners, method, |unit, place| all[unit] = Some((place, 0.0)));
        runners.reverse();
        give_places(&runners, method, |unit, place| {
            all[unit] = all[unit].map(|(from_first, _)| (from_first, place));
        });
    }
    all
}

/// Applies rank demotions among the members of a group and completes their records; says whether there were any.
fn move_down(round: &Round, works: &mut [Work], members: &[usize], standing: &mut [Standing]) -> bool {
    let place = |unit: usize| match standing[unit] {
        Standing::Ranked { place } => Some((unit, place)),
        _ => None,
    };
    if members.iter().all(|unit| works[*unit].demoted_by == 0) {
        return false;
    }
    let (units, before): (Vec<usize>, Vec<f64>) = members.iter().filter_map(|unit| place(*unit)).unzip();
    let demoted = units.iter().enumerate().filter(|(_, unit)| works[**unit].demoted_by > 0);
    let by: Vec<(usize, u8)> = demoted.map(|(nth, unit)| (nth, works[*unit].demoted_by)).collect();
    if by.is_empty() {
        return false;
    }
    let mut moved = before.clone();
    demote(&mut moved, &by);
    for (nth, &unit) in units.iter().enumerate() {
        standing[unit] = Standing::Ranked { place: moved[nth] };
        let effect = FiringEffect::Place { before: before[nth], after: moved[nth] };
        for firing in &mut works[unit].firings {
            let rule = round.book.find(&firing.rule).map(|(_, rule)| &rule.effect);
            if matches!(rule, Some(Effect::DemoteRank { .. })) && firing.outcome == Outcome::Fired {
                firing.effect = Some(effect.clone());
            }
        }
    }
    true
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
fn listing(round: &Round, units: &[UnitResult], ranked: Vec<u32>) -> Vec<u32> {
    let data = round.table.data();
    let key = |at: u32| match units[at as usize].standing {
        Standing::Vetoed { would_be } => (1, would_be.unwrap_or(f64::MAX)),
        _ => (0, 0.0),
    };
    let class = |at: u32| match round.scheme.rank_within {
        RankWithin::Class => Some(&data.units[at as usize].class),
        RankWithin::All => None,
    };
    let id = |at: u32| round.scored.frame.by_id[at as usize];
    let is_ranked = |at: u32| matches!(units[at as usize].standing, Standing::Ranked { .. });
    let mut rest: Vec<u32> = (0..units.len() as u32).filter(|&at| !is_ranked(at)).collect();
    rest.sort_by(|&a, &b| {
        let (left, right) = (key(a), key(b));
        let by_section = left.0.cmp(&right.0).then_with(|| class(a).cmp(&class(b)));
        by_section.then_with(|| left.1.total_cmp(&right.1)).then_with(|| id(a).cmp(&id(b)))
    });
    let mut listing = ranked;
    listing.append(&mut rest);
    listing
}
