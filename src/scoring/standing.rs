//! Standing: grades and ranks of all units, and the order in which they are listed.

use std::{borrow::Cow, rc::Rc};

use crate::domain::{
    Bounds, Comparison, Effect, Firing, FiringEffect, MetResult, Outcome, RankWithin, UnitResults,
};

use super::{
    apply_rules::{Round, Work, Works},
    conditions::{SubVetoes, compare},
    rank::{RankKey, Runner, demote, give_places, resorted, sort},
    scored::Case,
};

/// A place from the first and from the last, by unit.
type Places = Vec<Option<(f64, f64)>>;

/// Where all units stand.
struct Stands {
    /// The place if no rule existed, by unit; 0 where not rated.
    before: Vec<f64>,
    /// The place, vetoes left aside for those that are vetoed; 0 where there is none.
    place: Vec<f64>,
    /// The ranked units, by group and place.
    ranked: Vec<u32>,
}

/// The results of all units in the data set's order, and the order in which they are listed.
pub(crate) fn results(round: &Round, mut works: Works) -> (UnitResults, Vec<u32>) {
    let stands = stands(round, &mut works);
    let listing = listing(round, &works, &stands);
    let Works { met_at, met, mut firings, .. } = works;
    // A stable sort keeps the order of application.
    firings.sort_by_key(|(unit, _)| *unit);
    let mut results: Vec<MetResult> = met.iter().map(|work| result(round, work)).collect();
    let mut from = 0;
    for of_unit in firings.chunk_by(|a, b| a.0 == b.0) {
        let at = (met_at[of_unit[0].0 as usize] as usize).checked_sub(1);
        if let Some(met) = at.and_then(|at| results.get_mut(at)) {
            met.firings = from..from + of_unit.len();
        }
        from += of_unit.len();
    }
    let mut firings: Vec<Firing> = firings.into_iter().map(|(_, firing)| firing).collect();
    firings.shrink_to_fit();
    let top = &round.scored.levels.top;
    let units = UnitResults {
        before: round.before.clone(),
        ids: Rc::clone(&round.scored.frame.ids),
        present: Rc::clone(&top.present),
        coverage: Rc::clone(&top.coverage),
        place_before: stands.before.into(),
        place: stands.place.into(),
        met_at,
        met: results,
        firings,
    };
    (units, listing)
}

/// What rules left on a unit, its firings not yet counted.
fn result(round: &Round, work: &Work) -> MetResult {
    let nothing = Bounds { low: 0.0, high: round.scored.full_marks };
    MetResult {
        total: final_total(work).filter(|_| !work.stopped),
        bounds: work.totals.map_or(nothing, |totals| Bounds {
            low: totals.low.min(totals.present),
            high: totals.high.max(totals.present),
        }),
        grade: work.grade.map(|grade| grade as u32),
        vetoed: work.vetoed,
        firings: 0..0,
    }
}

fn final_total(work: &Work) -> Option<f64> {
    work.totals.map(|totals| totals.present)
}

/// Whether a unit is vetoed.
fn is_vetoed(works: &Works, unit: usize) -> bool {
    works.get(unit).is_some_and(|work| work.vetoed)
}

/// Something is present, and coverage reaches the scheme's limit.
fn is_rated(round: &Round, unit: usize) -> bool {
    round.scored.is_present(unit)
        && compare(round.scored.coverage(unit), Comparison::AtLeast, round.scheme.coverage_limit)
}

/// The rated units of each group, a class each or all of them, in the order in which they are listed.
fn groups<'r>(round: &'r Round) -> Vec<Cow<'r, [usize]>> {
    let frame = &round.scored.frame;
    let all_rated = frame.is_whole(&round.scored.levels.top) && round.scheme.coverage_limit <= 1.0;
    let rated = |members: &'r [usize]| match all_rated {
        true => Cow::Borrowed(members),
        false => members.iter().copied().filter(|&unit| is_rated(round, unit)).collect(),
    };
    match round.scheme.rank_within {
        RankWithin::All => {
            vec![(0..frame.units()).filter(|&unit| all_rated || is_rated(round, unit)).collect()]
        }
        RankWithin::Class => {
            let classes = &round.table.data().classes;
            let mut order: Vec<usize> = (0..frame.members.len()).collect();
            order.sort_by_key(|&class| classes.get(class).map(|class| &class.id));
            order.into_iter().map(|class| rated(&frame.members[class])).collect()
        }
    }
}

/// What a unit is ranked by.
#[inline]
fn key(round: &Round, unit: usize, total: f64, split: Option<usize>) -> RankKey {
    let share = split.and_then(|at| round.scored.share(at, unit, Case::Present));
    RankKey::new(total, share.unwrap_or_default())
}

/// The criterion that splits ties.
fn split(round: &Round) -> Option<usize> {
    round.scheme.ties.split_by.as_ref().and_then(|id| round.scored.tree.at.get(id)).copied()
}

/// Units in the order of a total; those that have none are left out.
fn sorted(round: &Round, units: &[usize], total: impl Fn(usize) -> Option<f64>) -> Vec<Runner> {
    let (by_id, split) = (&round.scored.frame.by_id, split(round));
    let mut runners: Vec<Runner> = Vec::with_capacity(units.len());
    for &unit in units {
        let total = total(unit);
        runners.extend(total.map(|total| Runner::new(unit, key(round, unit, total, split), by_id[unit])));
    }
    sort(&mut runners);
    runners
}

/// Ranks all units before rules, with vetoes left aside, and with everything.
fn stands(round: &Round, works: &mut Works) -> Stands {
    let (units, method, split) = (round.units(), round.scheme.ties.method, split(round));
    let (mut before, mut places) = (vec![0.0; units], vec![0.0; units]);
    let mut ranked = Vec::with_capacity(units);
    for members in groups(round) {
        let first = sorted(round, &members, |unit| round.total_before(unit));
        give_places(&first, method, |unit, place| before[unit] = place);
        let last = resorted(first, |unit| {
            let total = final_total(works.get(unit)?)?;
            (Some(total) != round.total_before(unit)).then(|| key(round, unit, total, split))
        });
        give_places(&last, method, |unit, place| places[unit] = place);
        let last = match last.iter().any(|runner| is_vetoed(works, runner.unit as usize)) {
            false => last,
            true => {
                let left: Vec<Runner> =
                    last.into_iter().filter(|runner| !is_vetoed(works, runner.unit as usize)).collect();
                give_places(&left, method, |unit, place| places[unit] = place);
                left
            }
        };
        let from = ranked.len();
        ranked.extend(last.iter().map(|runner| runner.unit));
        if move_down(round, works, &ranked[from..], &mut places) {
            let (place, by_id) =
                (|unit: &u32| places[*unit as usize], |unit: &u32| round.scored.frame.by_id[*unit as usize]);
            ranked[from..]
                .sort_by(|a, b| place(a).total_cmp(&place(b)).then_with(|| by_id(a).cmp(&by_id(b))));
        }
    }
    Stands { before, place: places, ranked }
}

/// The places of rated units by a total, each within its group; `None` where not rated or without a total.
pub(crate) fn places_by(round: &Round, total: &dyn Fn(usize) -> Option<f64>) -> Places {
    let (mut all, method) = (vec![None; round.units()], round.scheme.ties.method);
    for members in groups(round) {
        let mut runners = sorted(round, &members, total);
        give_places(&runners, method, |unit, place| all[unit] = Some((place, 0.0)));
        runners.reverse();
        give_places(&runners, method, |unit, place| {
            all[unit] = all[unit].map(|(from_first, _)| (from_first, place));
        });
    }
    all
}

/// Applies rank demotions among the ranked units of a group and completes their records; says whether there were any.
fn move_down(round: &Round, works: &mut Works, ranked: &[u32], places: &mut [f64]) -> bool {
    if works.met.iter().all(|work| work.demoted_by == 0) {
        return false;
    }
    let mut members: Vec<usize> = ranked.iter().map(|unit| *unit as usize).collect();
    members.sort_unstable();
    let before: Vec<f64> = members.iter().map(|unit| places[*unit]).collect();
    let demoted_by = |unit: usize| works.get(unit).map_or(0, |work| work.demoted_by);
    let by: Vec<(usize, u8)> = members
        .iter()
        .enumerate()
        .map(|(nth, unit)| (nth, demoted_by(*unit)))
        .filter(|one| one.1 > 0)
        .collect();
    if by.is_empty() {
        return false;
    }
    let mut moved = before.clone();
    demote(&mut moved, &by);
    members.iter().zip(&moved).for_each(|(unit, place)| places[*unit] = *place);
    for (unit, firing) in &mut works.firings {
        let Ok(nth) = members.binary_search(&(*unit as usize)) else { continue };
        let rule = round.book.find(&firing.rule).map(|(_, rule)| &rule.effect);
        if matches!(rule, Some(Effect::DemoteRank { .. })) && firing.outcome == Outcome::Fired {
            firing.effect = Some(FiringEffect::Place { before: before[nth], after: moved[nth] });
        }
    }
    true
}

/// What is known of the vetoes of the units directly below each unit.
pub(crate) fn sub_vetoes(round: &Round, works: &Works) -> Vec<SubVetoes> {
    let mut counts = vec![SubVetoes::default(); round.units()];
    let is_open = |firing: &Firing| {
        let effect = round.book.find(&firing.rule).map(|(_, rule)| &rule.effect);
        firing.outcome != Outcome::Fired && matches!(effect, Some(Effect::Veto | Effect::StopScoring))
    };
    let mut may_be = vec![false; round.units()];
    works.firings.iter().for_each(|(unit, firing)| may_be[*unit as usize] |= is_open(firing));
    for (unit, may_be) in may_be.into_iter().enumerate() {
        let vetoed = is_vetoed(works, unit);
        let parent =
            round.table.unit(unit).filter(|_| vetoed || may_be).and_then(|unit| unit.parent.as_ref());
        if let Some(parent) = parent.and_then(|parent| round.table.unit_index(parent)) {
            counts[parent].vetoed += usize::from(vetoed);
            counts[parent].open += usize::from(!vetoed);
        }
    }
    counts
}

/// Ranked units by class and place, then those not rated, vetoed ones last; equal ones by id.
fn listing(round: &Round, works: &Works, stands: &Stands) -> Vec<u32> {
    let data = round.table.data();
    let class = |at: u32| match round.scheme.rank_within {
        RankWithin::Class => Some(&data.units[at as usize].class),
        RankWithin::All => None,
    };
    let id = |at: u32| round.scored.frame.by_id[at as usize];
    let place = |at: u32| match stands.place[at as usize] {
        0.0 => f64::MAX,
        place => place,
    };
    let vetoed = |at: u32| is_vetoed(works, at as usize);
    let is_ranked = |at: u32| stands.place[at as usize] > 0.0 && !vetoed(at);
    let mut rest: Vec<u32> = (0..round.units() as u32).filter(|&at| !is_ranked(at)).collect();
    rest.sort_by(|&a, &b| {
        let by_section = vetoed(a).cmp(&vetoed(b)).then_with(|| class(a).cmp(&class(b)));
        by_section.then_with(|| place(a).total_cmp(&place(b))).then_with(|| id(a).cmp(&id(b)))
    });
    let mut listing = stands.ranked.clone();
    listing.append(&mut rest);
    listing
}
