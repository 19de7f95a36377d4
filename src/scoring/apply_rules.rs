//! Rules over the units, one rule after the other: for which it fires, and what it changes, in the fixed order of
//! [`super::rules`]. No unit's rules read what rules did to another in the same pass.

use crate::domain::{Effect, Firing, FiringEffect, IndicatorId, Outcome, Scheme};

use super::{
    conditions::{Ground, SubVetoes, View},
    grade::{Bands, rounded, rounding},
    rules::{Entry, Step, carried, remembers},
    scored::Case,
};

/// Everything that does not change from unit to unit.
pub(crate) struct Round<'r> {
    pub ground: Ground<'r>,
    pub scheme: &'r Scheme,
    pub bands: Bands<'r>,
    /// Totals are rounded to so many parts of a mark.
    pub rounding: Option<f64>,
}

impl<'r> Round<'r> {
    /// Makes a pass over the units of a year ready.
    pub fn new(ground: Ground<'r>, scheme: &'r Scheme) -> Self {
        Self { bands: Bands::new(scheme, ground.table.data()), rounding: rounding(scheme), ground, scheme }
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

/// A unit while rules are applied to it.
pub(crate) struct Work {
    pub unit: usize,
    /// The final total before any rule; `None` where nothing is present.
    pub before: Option<f64>,
    pub grade_before: Option<usize>,
    /// The total as it stands, not yet combined with earlier years.
    pub totals: Option<Totals>,
    /// The year's own total after rules, before earlier years are combined with it.
    pub own_total: Option<f64>,
    pub grade: Option<usize>,
    pub vetoed: bool,
    pub stopped: bool,
    pub demoted_by: u8,
    pub firings: Vec<Firing>,
    /// What few units have.
    extra: Option<Box<Extra>>,
}

/// What only some rules leave on a unit.
#[derive(Default)]
struct Extra {
    /// (rule, held this year, outcome of this year) of the rules that must be remembered.
    remembered: Vec<(usize, Option<bool>, Option<Outcome>)>,
    zeros: Vec<usize>,
    /// (criterion, marks already taken off it).
    taken: Vec<(usize, f64)>,
}

impl Work {
    /// (rule, held this year, outcome of this year) of the rules that must be remembered.
    pub fn remembered(&self) -> &[(usize, Option<bool>, Option<Outcome>)] {
        self.extra.as_ref().map_or(&[], |extra| &extra.remembered)
    }

    fn extra(&mut self) -> &mut Extra {
        self.extra.get_or_insert_default()
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
    /// A unit before rules.
    pub fn begin(&self, unit: usize) -> Work {
        let total = |case| self.scored.total(unit, case);
        let totals = total(Case::Present).map(|present| Totals {
            present,
            low: total(Case::Low).unwrap_or(present).min(present),
            high: total(Case::High).unwrap_or(present).max(present),
        });
        let before = totals.map(|totals| self.settled(totals.present, unit, |earlier| earlier.1));
        Work {
            unit,
            before,
            grade_before: before.and_then(|before| self.grade(unit, before)),
            totals,
            own_total: None,
            grade: None,
            vetoed: false,
            stopped: false,
            demoted_by: 0,
            firings: Vec::new(),
            extra: None,
        }
    }

    /// Zero a criterion, deductions, bonuses.
    pub fn early_rules(&self, works: &mut [Work], sights: &[Sight]) {
        let mut before_bonuses: Option<Vec<Option<f64>>> = None;
        for entry in self.book.in_force.iter().filter(|entry| entry.step.is_early()) {
            if entry.step != Step::Bonus {
                let seen = |work: &Work| (work.before, work.grade_before);
                self.rule(entry, works, sights, &seen, &|work| self.early_effect(entry, work, None));
                continue;
            }
            let before: &Vec<Option<f64>> = before_bonuses.get_or_insert_with(|| {
                works.iter().map(|work| work.totals.map(|totals| totals.present)).collect()
            });
            let seen = |work: &Work| (before[work.unit], work.grade_before);
            let apply = |work: &mut Work| self.early_effect(entry, work, before[work.unit]);
            self.rule(entry, works, sights, &seen, &apply);
        }
    }

    /// Marks by place, the limits of the total, grade, caps, veto, notes; rank demotions are only counted.
    pub fn late_rules(&self, works: &mut [Work], sights: &[Sight]) {
        let (by_place, rest): (Vec<&Entry>, Vec<&Entry>) = self
            .book
            .in_force
            .iter()
            .filter(|entry| !entry.step.is_early())
            .partition(|entry| entry.step == Step::ByPlace);
        for entry in by_place {
            let seen = |work: &Work| (work.totals.map(|totals| totals.present), work.grade_before);
            self.rule(entry, works, sights, &seen, &|work| {
                let Effect::MarksByPlace { top, bottom } = &entry.rule.effect else { return None };
                let (from_first, from_last) = sights.get(work.unit)?.place?;
                let marks = by_place_marks(top, from_first) + by_place_marks(bottom, from_last);
                self.add(work, marks)
            });
        }
        let mut banded: Vec<Seen> = Vec::with_capacity(works.len());
        for work in works.iter_mut() {
            work.own_total = work.totals.map(|totals| self.limited(totals.present));
            work.totals = work
                .totals
                .map(|totals| totals.map(|total| self.settled(total, work.unit, |earlier| earlier.0)));
            let total = work.totals.map(|totals| totals.present);
            work.grade = match total {
                same if same == work.before => work.grade_before,
                total => total.and_then(|total| self.grade(work.unit, total)),
            };
            banded.push((total, work.grade));
        }
        for entry in rest {
            let is_note = entry.step == Step::Note;
            let seen = |work: &Work| match is_note {
                true => (work.totals.map(|totals| totals.present), work.grade),
                false => banded[work.unit],
            };
            self.rule(entry, works, sights, &seen, &|work| self.late_effect(entry, work));
        }
    }

    /// Decides a rule for every unit, applies it where it fires, and records what became of it.
    fn rule(
        &self,
        entry: &Entry<'r>,
        works: &mut [Work],
        sights: &[Sight],
        seen: &dyn Fn(&Work) -> Seen,
        apply: &dyn Fn(&mut Work) -> Option<FiringEffect>,
    ) {
        let rule = entry.rule;
        let (test, classes, remembers) = (self.test(entry.at, rule), self.classes_of(rule), remembers(rule));
        let open = if remembers { None } else { self.where_open(&test) };
        let open = open.unwrap_or_else(|| (0..works.len()).collect());
        for unit in open {
            let work = &mut works[unit];
            if work.stopped
                || classes.as_ref().is_some_and(|classes| !classes[self.scored.frame.classes[unit]])
            {
                continue;
            }
            let (total, grade) = seen(work);
            let Sight { place, sub_vetoes } = sights.get(unit).copied().unwrap_or_default();
            let view = View { unit, total, grade, place, sub_vetoes };
            let this_year = self.holds(&test, &view);
            let own = match self.years_in_a_row(entry.at, rule, this_year, unit) {
                Some(false) if !remembers => continue,
                Some(false) => None,
                None => Some(Outcome::Undecided),
                Some(true) if rule.needs_confirmation && !self.is_confirmed(entry, unit) => {
                    Some(Outcome::Proposed)
                }
                Some(true) => Some(Outcome::Fired),
            };
            if remembers {
                work.extra().remembered.push((entry.at, this_year, own));
            }
            let carried = carried(rule, entry.at, own, self.history, unit, self.year);
            let Some((outcome, fired_in)) = carried else { continue };
            let effect = if outcome == Outcome::Fired { apply(work) } else { None };
            let seen = self.seen(&test, &view);
            work.firings.push(Firing { rule: rule.id.clone(), outcome, fired_in, seen, effect });
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
                let extra = work.extra();
                extra.zeros.push(at);
                let total =
                    |case, unless| self.scored.total_with_zeros(unit, case, &extra.zeros).unwrap_or(unless);
                let present = total(Case::Present, before.present);
                let (low, high) = (total(Case::Low, before.low), total(Case::High, before.high));
                extra.taken.push((at, before.present - present));
                work.totals = Some(Totals { present, low: low.min(present), high: high.max(present) });
                Some(FiringEffect::Total { before: before.present, after: present })
            }
            Effect::Deduct { marks, per, beyond, criterion, cap } => {
                let mut off = self.times(*marks, per.as_ref(), *beyond, work.unit)?;
                off = off.min(cap.unwrap_or(f64::INFINITY)).max(0.0);
                if let Some(criterion) = criterion {
                    let at = *self.scored.tree.at.get(criterion)?;
                    off = off.min(self.left_of(at, work));
                    work.extra().taken.push((at, off));
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
        let Some(extra) = &work.extra else { return self.scored.levels.marks_of(at, work.unit) };
        let taken_within = |whole: usize| -> f64 {
            let within = extra.taken.iter().filter(|(one, _)| self.parts_above(*one).any(|at| at == whole));
            within.map(|(_, marks)| marks).sum()
        };
        let left = |at| self.scored.levels.marks_of(at, work.unit) - taken_within(at);
        match self.parts_above(at).any(|one| extra.zeros.contains(&one)) {
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
    fn limited(&self, total: f64) -> f64 {
        let most = if self.scheme.above_full { f64::MAX } else { self.scored.full_marks };
        total.clamp(0.0, most)
    }

    /// A year's total as the result shows it: limited, combined with earlier years, rounded.
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

fn by_place_marks(marks: &[f64], place: f64) -> f64 {
    let nth = libm::floor(place) as usize;
    nth.checked_sub(1).and_then(|nth| marks.get(nth)).copied().unwrap_or_default()
}
