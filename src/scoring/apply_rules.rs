//! Rules over the units, one rule after the other: for which it fires, and what it changes, in the fixed order of
//! [`super::rules`]. No unit's rules read what rules did to another in the same pass.

use std::{collections::BTreeMap, rc::Rc};

use crate::domain::{BeforeRules, Effect, Firing, FiringEffect, IndicatorId, NO_GRADE, Outcome, Scheme};

use super::{
    conditions::{Ground, SubVetoes, View},
    grade::{Bands, rounded, rounding},
    history::{Remembered, YearRecord},
    rules::{Entry, Step, carried, remembers},
    scored::Case,
};

/// Everything that does not change from unit to unit.
pub(crate) struct Round<'r> {
    pub ground: Ground<'r>,
    pub scheme: &'r Scheme,
    pub bands: Bands<'r>,
    /// Totals and grades before any rule.
    pub before: BeforeRules,
    /// Totals are rounded to so many parts of a mark.
    rounding: Option<f64>,
}

impl<'r> Round<'r> {
    /// Makes a pass over the units of a year ready.
    pub fn new(ground: Ground<'r>, scheme: &'r Scheme) -> Self {
        let (nothing, zeros) = (Rc::from([]), &ground.scored.frame.zeros);
        let [total, low, high] = [(); 3].map(|()| Rc::clone(zeros));
        let before = BeforeRules { total, low, high, grade: nothing };
        let bands = Bands::new(scheme, ground.table.data());
        let mut round = Self { bands, before, rounding: rounding(scheme), ground, scheme };
        round.before = round.before_rules();
        round
    }
}

impl<'r> std::ops::Deref for Round<'r> {
    type Target = Ground<'r>;

    fn deref(&self) -> &Ground<'r> {
        &self.ground
    }
}

/// The three totals of a unit side by side: as it is, and with everything missing at nothing and at full.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Totals {
    pub present: f64,
    pub low: f64,
    pub high: f64,
}

impl Totals {
    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Self { present: change(self.present), low: change(self.low), high: change(self.high) }
    }
}

/// Units while rules are applied to them. Those that no rule has met are as they were before any.
#[derive(Default)]
pub(crate) struct Works {
    /// Where a unit stands in `met`, plus 1; 0 where no rule has met it.
    pub met_at: Vec<u32>,
    pub met: Vec<Work>,
    /// The records of all units, in the order of application.
    pub firings: Vec<(u32, Firing)>,
    /// By rule that must be remembered (its place in the scheme).
    pub remembered: BTreeMap<usize, Remembered>,
    /// Totals are limited, combined with earlier years and rounded.
    settled: bool,
}

/// A unit that a rule has met.
pub(crate) struct Work {
    pub unit: usize,
    /// The total as it stands.
    pub totals: Option<Totals>,
    /// The year's own total after rules, before earlier years are combined with it.
    pub own_total: Option<f64>,
    pub grade: Option<usize>,
    pub vetoed: bool,
    pub stopped: bool,
    pub demoted_by: u8,
    /// Criteria that rules took to nothing.
    zeros: Vec<usize>,
    /// (criterion, marks already taken off it).
    taken: Vec<(usize, f64)>,
}

impl Works {
    /// No rule has met any of so many units.
    pub fn new(units: usize) -> Self {
        Self { met_at: vec![0; units], ..Self::default() }
    }

    /// A unit, if a rule has met it.
    #[inline]
    pub fn get(&self, unit: usize) -> Option<&Work> {
        self.met.get((self.met_at[unit] as usize).checked_sub(1)?)
    }

    fn meet(&mut self, round: &Round, unit: usize) -> &mut Work {
        if self.met_at[unit] == 0 {
            let work = round.begin(unit);
            self.met.push(if self.settled { round.settle(work) } else { work });
            self.met_at[unit] = self.met.len() as u32;
        }
        &mut self.met[self.met_at[unit] as usize - 1]
    }

    /// Makes room for so many records.
    fn expect(&mut self, records: usize) {
        self.firings.reserve(records);
        self.met.reserve(records);
    }

    fn remember(&mut self, rule: usize, unit: usize, held: Option<bool>, outcome: Option<Outcome>) {
        let units = self.met_at.len();
        let nothing = || Remembered { held: vec![None; units], outcomes: vec![None; units] };
        let of_rule = self.remembered.entry(rule).or_insert_with(nothing);
        (of_rule.held[unit], of_rule.outcomes[unit]) = (held, outcome);
    }

    /// What those met so far say, by their place in `met`.
    fn said<T>(&self, say: impl Fn(&Work) -> T) -> Vec<T> {
        self.met.iter().map(say).collect()
    }

    /// What a unit said when `said` was asked for; `None` where no rule had met it by then.
    fn told<'t, T>(&self, said: &'t [T], unit: usize) -> Option<&'t T> {
        said.get((self.met_at[unit] as usize).checked_sub(1)?)
    }
}

impl Works {
    /// What the year leaves for later ones.
    pub fn record(self, round: &Round) -> YearRecord {
        let grade = |unit: usize| self.get(unit).map_or_else(|| round.grade_before(unit), |work| work.grade);
        let own = |unit: usize| match self.get(unit) {
            Some(work) => work.own_total,
            None => round.total_before(unit),
        };
        let units = 0..round.units();
        YearRecord {
            grades: units.clone().map(grade).collect(),
            totals: units.map(|unit| own(unit).zip(round.total_before(unit))).collect(),
            remembered: self.remembered,
        }
    }
}

/// What a unit's conditions see.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sight {
    pub place: Option<(f64, f64)>,
    pub sub_vetoes: SubVetoes,
}

/// A unit's total and grade as a rule's condition sees them.
type Seen = (Option<f64>, Option<usize>);

impl<'r> Round<'r> {
    /// How many units there are.
    pub fn units(&self) -> usize {
        self.scored.frame.units()
    }

    /// The final total of a unit before any rule; `None` where nothing is present.
    #[inline]
    pub fn total_before(&self, unit: usize) -> Option<f64> {
        self.scored.is_present(unit).then(|| self.before.total[unit])
    }

    /// The grade of a unit before any rule, rated or not.
    #[inline]
    fn grade_before(&self, unit: usize) -> Option<usize> {
        Some(self.before.grade[unit]).filter(|grade| *grade != NO_GRADE).map(|grade| grade as usize)
    }

    /// The total of a unit as it stands, rules up to now applied.
    pub fn total_now(&self, works: &Works, unit: usize) -> Option<f64> {
        match works.get(unit) {
            Some(work) => work.totals.map(|totals| totals.present),
            None if works.settled => self.total_before(unit),
            None => self.scored.total(unit, Case::Present),
        }
    }

    /// All units as results show them before any rule.
    fn before_rules(&self) -> BeforeRules {
        let present = |unit: usize| self.scored.is_present(unit);
        let settled = |unit: usize, total: f64| self.settled(total, unit, |earlier| earlier.1);
        let raw = self.scored.totals(Case::Present);
        let total = filled(&raw, |unit, total| if present(unit) { settled(unit, total) } else { 0.0 });
        let (low, high) = if self.scored.is_whole() {
            (Rc::clone(&total), Rc::clone(&total))
        } else {
            let low = filled(&self.scored.totals(Case::Low), |unit, low| match present(unit) {
                true => settled(unit, low.min(raw[unit])).min(total[unit]),
                false => 0.0,
            });
            let high = filled(&self.scored.totals(Case::High), |unit, high| match present(unit) {
                true => settled(unit, high.max(raw[unit])).max(total[unit]),
                false => self.scored.full_marks,
            });
            (low, high)
        };
        let classes = self.scored.frame.classes.iter().zip(&*total).enumerate();
        let grade = classes.map(|(unit, (class, total))| {
            let grade = if present(unit) { self.bands.grade(*class, *total) } else { None };
            grade.map_or(NO_GRADE, |grade| grade as u32)
        });
        let grade = grade.collect();
        BeforeRules { total, low, high, grade }
    }

    /// A unit that a rule is about to change.
    fn begin(&self, unit: usize) -> Work {
        let total = |case| self.scored.total(unit, case);
        let totals = total(Case::Present).map(|present| Totals {
            present,
            low: total(Case::Low).unwrap_or(present).min(present),
            high: total(Case::High).unwrap_or(present).max(present),
        });
        Work {
            unit,
            totals,
            own_total: None,
            grade: None,
            vetoed: false,
            stopped: false,
            demoted_by: 0,
            zeros: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Limits a unit's total, combines it with earlier years, rounds and grades it.
    fn settle(&self, mut work: Work) -> Work {
        let unit = work.unit;
        work.own_total = work.totals.map(|totals| self.limited(totals.present));
        work.totals =
            work.totals.map(|totals| totals.map(|total| self.settled(total, unit, |earlier| earlier.0)));
        let total = work.totals.map(|totals| totals.present);
        work.grade = match total {
            same if same == self.total_before(unit) => self.grade_before(unit),
            total => total.and_then(|total| self.grade(unit, total)),
        };
        work
    }

    /// Zero a criterion, deductions, bonuses.
    pub fn early_rules(&self, works: &mut Works, sights: &[Sight]) {
        let mut before_bonuses: Option<Vec<Option<f64>>> = None;
        for entry in self.book.in_force.iter().filter(|entry| entry.step.is_early()) {
            if entry.step != Step::Bonus {
                let seen = |_: &Works, unit: usize| (self.total_before(unit), self.grade_before(unit));
                self.rule(entry, works, sights, &seen, &|work, _| self.early_effect(entry, work, None));
                continue;
            }
            let before: &Vec<Option<f64>> = before_bonuses
                .get_or_insert_with(|| works.said(|work| work.totals.map(|totals| totals.present)));
            let seen = |works: &Works, unit: usize| {
                let told = works.told(before, unit).copied();
                (told.unwrap_or_else(|| self.scored.total(unit, Case::Present)), self.grade_before(unit))
            };
            self.rule(entry, works, sights, &seen, &|work, total| self.early_effect(entry, work, total));
        }
    }

    /// Marks by place, the limits of the total, grade, caps, veto, notes; rank demotions are only counted.
    pub fn late_rules(&self, works: &mut Works, sights: &[Sight]) {
        let (by_place, rest): (Vec<&Entry>, Vec<&Entry>) = self
            .book
            .in_force
            .iter()
            .filter(|entry| !entry.step.is_early())
            .partition(|entry| entry.step == Step::ByPlace);
        for entry in by_place {
            let seen = |works: &Works, unit: usize| (self.total_now(works, unit), self.grade_before(unit));
            self.rule(entry, works, sights, &seen, &|work, _| {
                let Effect::MarksByPlace { top, bottom } = &entry.rule.effect else { return None };
                let (from_first, from_last) = sights.get(work.unit)?.place?;
                let marks = by_place_marks(top, from_first) + by_place_marks(bottom, from_last);
                self.add(work, marks)
            });
        }
        self.settle_all(works);
        let banded: Vec<Seen> = works.said(seen_of);
        for entry in rest {
            let is_note = entry.step == Step::Note;
            let seen = |works: &Works, unit: usize| {
                let now = if is_note { works.get(unit).map(seen_of) } else { None };
                let banded = now.or_else(|| works.told(&banded, unit).copied());
                banded.unwrap_or_else(|| (self.total_before(unit), self.grade_before(unit)))
            };
            self.rule(entry, works, sights, &seen, &|work, _| self.late_effect(entry, work));
        }
    }

    /// Settles what rules met; of combined years everything, since rules may have met a unit in an earlier one.
    fn settle_all(&self, works: &mut Works) {
        if self.scheme.over_years.is_some() {
            (0..self.units()).for_each(|unit| {
                works.meet(self, unit);
            });
        }
        works.met = std::mem::take(&mut works.met).into_iter().map(|work| self.settle(work)).collect();
        works.settled = true;
    }

    /// Decides a rule for every unit, applies it where it fires, and records what became of it. `seen` says what its
    /// condition sees of a unit, and `apply` changes the unit, told the total that was seen.
    fn rule(
        &self,
        entry: &Entry<'r>,
        works: &mut Works,
        sights: &[Sight],
        seen: &dyn Fn(&Works, usize) -> Seen,
        apply: &dyn Fn(&mut Work, Option<f64>) -> Option<FiringEffect>,
    ) {
        let rule = entry.rule;
        let (test, classes, remembers) = (self.test(entry.at, rule), self.classes_of(rule), remembers(rule));
        let open = if remembers { None } else { self.where_open(&test) };
        works.expect(open.as_ref().map_or(0, Vec::len));
        let mut decide = |unit: usize| {
            if works.get(unit).is_some_and(|work| work.stopped)
                || classes.as_ref().is_some_and(|classes| !classes[self.scored.frame.classes[unit]])
            {
                return;
            }
            let (total, grade) = seen(works, unit);
            let Sight { place, sub_vetoes } = sights.get(unit).copied().unwrap_or_default();
            let view = View { unit, total, grade, place, sub_vetoes };
            let this_year = self.holds(&test, &view);
            let own = match self.years_in_a_row(entry.at, rule, this_year, unit) {
                Some(false) if !remembers => return,
                Some(false) => None,
                None => Some(Outcome::Undecided),
                Some(true) if rule.needs_confirmation && !self.is_confirmed(entry, unit) => {
                    Some(Outcome::Proposed)
                }
                Some(true) => Some(Outcome::Fired),
            };
            if remembers {
                works.remember(entry.at, unit, this_year, own);
            }
            let carried = carried(rule, entry.at, own, self.history, unit, self.year);
            let Some((outcome, fired_in)) = carried else { return };
            let work = works.meet(self, unit);
            let effect = if outcome == Outcome::Fired { apply(work, total) } else { None };
            let seen = self.seen(&test, &view);
            works
                .firings
                .push((unit as u32, Firing { rule: rule.id.clone(), outcome, fired_in, seen, effect }));
        };
        match open {
            Some(open) => open.into_iter().for_each(|unit| decide(unit as usize)),
            None => (0..self.units()).for_each(&mut decide),
        }
    }

    fn is_confirmed(&self, entry: &Entry, unit: usize) -> bool {
        let id = &self.table.data().units[unit].id;
        entry.rule.confirmed.iter().any(|one| one.year == self.year && &one.unit == id)
    }

    fn early_effect(
        &self,
        entry: &Entry,
        work: &mut Work,
        before_bonuses: Option<f64>,
    ) -> Option<FiringEffect> {
        let unit = work.unit;
        match &entry.rule.effect {
            Effect::ZeroCriterion { criterion } => {
                let at = *self.scored.tree.at.get(criterion)?;
                let before = work.totals?;
                work.zeros.push(at);
                let total =
                    |case, unless| self.scored.total_with_zeros(unit, case, &work.zeros).unwrap_or(unless);
                let present = total(Case::Present, before.present);
                let (low, high) = (total(Case::Low, before.low), total(Case::High, before.high));
                work.taken.push((at, before.present - present));
                work.totals = Some(Totals { present, low: low.min(present), high: high.max(present) });
                Some(FiringEffect::Total { before: before.present, after: present })
            }
            Effect::Deduct { marks, per, beyond, criterion, cap } => {
                let mut off = self.times(*marks, per.as_ref(), *beyond, work.unit)?;
                off = off.min(cap.unwrap_or(f64::INFINITY)).max(0.0);
                if let Some(criterion) = criterion {
                    let at = *self.scored.tree.at.get(criterion)?;
                    off = off.min(self.left_of(at, work));
                    work.taken.push((at, off));
                }
                self.add(work, -off)
            }
            Effect::Bonus { marks, per, cap, gate } => {
                if gate.is_some_and(|gate| before_bonuses.is_none_or(|total| total + 1e-9 < gate)) {
                    return None;
                }
                let on_top = self.times(*marks, per.as_ref(), 0.0, work.unit)?;
                self.add(work, on_top.min(cap.unwrap_or(f64::INFINITY)).max(0.0))
            }
            _ => None,
        }
    }

    /// Marks once, or for each event beyond some; `None` where the count is missing.
    fn times(&self, marks: f64, per: Option<&IndicatorId>, beyond: f64, unit: usize) -> Option<f64> {
        let Some(indicator) = per else { return Some(marks) };
        let events = self.table.value(unit, indicator, self.year)? - beyond;
        Some(marks * events.max(0.0)).filter(|marks| marks.is_finite())
    }

    /// The marks that a criterion still holds after zeros and deductions: no more than those of what it is part of,
    /// since what was taken off a part or off the whole is gone from both.
    ///
    /// Worked example: a criterion has 5 marks, 3 of them from one part. With 4 taken off the whole, the part holds
    /// 1; with 3 taken off the part, the whole holds 2.
    fn left_of(&self, at: usize, work: &Work) -> f64 {
        if work.taken.is_empty() {
            return self.scored.levels.marks_of(at, work.unit);
        }
        let taken_within = |whole: usize| -> f64 {
            let within = work.taken.iter().filter(|(one, _)| self.parts_above(*one).any(|at| at == whole));
            within.map(|(_, marks)| marks).sum()
        };
        let left = |at| self.scored.levels.marks_of(at, work.unit) - taken_within(at);
        match self.parts_above(at).any(|one| work.zeros.contains(&one)) {
            true => 0.0,
            false => self.parts_above(at).map(left).fold(f64::INFINITY, f64::min).max(0.0),
        }
    }

    /// A criterion and those whose marks its own are part of; those of a bonus criterion are part of none.
    fn parts_above(&self, at: usize) -> impl Iterator<Item = usize> {
        let tree = &self.scored.tree;
        let parent = |at: &usize| tree.nodes[*at].parent.filter(|_| tree.bonus_cap(*at).is_none());
        std::iter::successors(Some(at), parent)
    }

    fn add(&self, work: &mut Work, marks: f64) -> Option<FiringEffect> {
        let before = work.totals?;
        let after = before.map(|total| total + marks);
        if !after.present.is_finite() {
            return None;
        }
        work.totals = Some(after);
        Some(FiringEffect::Total { before: before.present, after: after.present })
    }

    fn late_effect(&self, entry: &Entry, work: &mut Work) -> Option<FiringEffect> {
        let last = self.scheme.grades.len().checked_sub(1);
        match &entry.rule.effect {
            Effect::SetTotal { marks } => self.retotal(work, |_| *marks),
            Effect::CapTotal { marks } => self.retotal(work, |total| total.min(*marks)),
            Effect::SetGrade { grade } => self.regrade(work, |_| self.book.grade_at(grade)),
            Effect::CapGrade { grade } => {
                self.regrade(work, |now| self.book.grade_at(grade).map(|best| best.max(now)))
            }
            Effect::DemoteGrade { by } => {
                self.regrade(work, |now| Some(now.saturating_add(usize::from(*by)).min(last?)))
            }
            Effect::Veto | Effect::StopScoring => {
                work.vetoed = true;
                work.stopped |= entry.rule.effect == Effect::StopScoring;
                work.grade = last;
                Some(FiringEffect::Vetoed)
            }
            Effect::DemoteRank { by } => {
                work.demoted_by = work.demoted_by.saturating_add(*by);
                None
            }
            Effect::Note { .. } => Some(FiringEffect::Noted),
            _ => None,
        }
    }

    /// Changes the total after its grade was given; the grade follows.
    fn retotal(&self, work: &mut Work, change: impl Fn(f64) -> f64) -> Option<FiringEffect> {
        let before = work.totals?;
        let after = before.map(|total| self.limited(change(total)));
        work.totals = Some(after);
        work.grade = self.grade(work.unit, after.present);
        Some(FiringEffect::Total { before: before.present, after: after.present })
    }

    fn regrade(&self, work: &mut Work, change: impl Fn(usize) -> Option<usize>) -> Option<FiringEffect> {
        let before = work.grade?;
        let after = change(before)?;
        work.grade = Some(after);
        let name = |at: usize| self.book.grade_id(at).cloned();
        Some(FiringEffect::Grade { before: name(before)?, after: name(after)? })
    }

    fn grade(&self, unit: usize, total: f64) -> Option<usize> {
        self.bands.grade(self.scored.frame.classes[unit], total)
    }

    /// A total within 0..full marks; only not below 0 where the scheme allows bonuses above.
    #[inline]
    fn limited(&self, total: f64) -> f64 {
        let most = if self.scheme.above_full { f64::MAX } else { self.scored.full_marks };
        total.clamp(0.0, most)
    }

    /// A year's total as the result shows it: limited, combined with earlier years, rounded.
    #[inline]
    fn settled(&self, total: f64, unit: usize, which: impl Fn((f64, f64)) -> f64) -> f64 {
        let own = self.limited(total);
        let combined = self.scheme.over_years.map_or(own, |over| {
            let earlier = self.history.totals(self.year, over.earlier, unit);
            let weight = over.weight.clamp(0.0, 1.0);
            let count = earlier.len() as f64;
            let mean: f64 = earlier.into_iter().map(|totals| which(totals) / count).sum();
            if count == 0.0 { own } else { weight * own + (1.0 - weight) * mean }
        });
        rounded(self.rounding, combined)
    }
}

/// A column made from another.
fn filled(from: &[f64], value: impl Fn(usize, f64) -> f64) -> Rc<[f64]> {
    from.iter().enumerate().map(|(unit, from)| value(unit, *from)).collect()
}

/// A unit's total and grade as they stand.
fn seen_of(work: &Work) -> Seen {
    (work.totals.map(|totals| totals.present), work.grade)
}

fn by_place_marks(marks: &[f64], place: f64) -> f64 {
    let nth = libm::floor(place) as usize;
    nth.checked_sub(1).and_then(|nth| marks.get(nth)).copied().unwrap_or_default()
}
