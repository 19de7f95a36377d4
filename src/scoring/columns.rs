//! Leaves as columns over the units: shares, what is present, coverage, best and worst case.

use std::{borrow::Cow, rc::Rc};

use crate::domain::{Issue, Leaf, MissingPolicy, Scheme, ScoreFunction, Year};

use super::{
    Column, Table,
    frame::{Frame, column},
    score_leaf::{in_logarithms, makes_sense, relative_shares, shares},
    tree::Node,
};

/// One criterion over all units. Shared: columns outlive a change of weights.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    /// Share of its points, 0..=1; 0 where not present.
    pub share: Rc<[f64]>,
    /// Rests on something.
    pub present: Rc<[bool]>,
    /// Share of its points that rests on this year's data.
    pub coverage: Rc<[f64]>,
    /// The share with everything missing at nothing.
    pub low: Rc<[f64]>,
    /// The share with everything missing at full.
    pub high: Rc<[f64]>,
}

impl Cells {
    /// Every unit has this year's data, so that best and worst case are the share itself.
    pub fn whole(share: Rc<[f64]>, frame: &Frame) -> Self {
        let (low, high) = (Rc::clone(&share), Rc::clone(&share));
        Self { share, present: Rc::clone(&frame.yes), coverage: Rc::clone(&frame.ones), low, high }
    }

    /// The very same columns.
    pub fn are(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.share, &other.share)
            && Rc::ptr_eq(&self.present, &other.present)
            && Rc::ptr_eq(&self.coverage, &other.coverage)
            && Rc::ptr_eq(&self.low, &other.low)
            && Rc::ptr_eq(&self.high, &other.high)
    }
}

/// What a leaf's value for one unit is.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// There is none.
    Missing,
    /// This year's data.
    Real,
    /// Something put in its place.
    Replaced,
}

/// A leaf's values, in logarithms where the leaf asks for them; what stands where one is missing means nothing.
struct Raws<'t> {
    values: Cow<'t, [f64]>,
    /// Last year's, for *improvement*.
    last: Option<Cow<'t, [f64]>>,
    states: Vec<State>,
}

/// A leaf of a scheme in the year to be scored.
pub(crate) struct LeafOf<'l> {
    pub table: &'l Table,
    pub scheme: &'l Scheme,
    pub node: &'l Node<'l>,
    pub leaf: &'l Leaf,
    pub frame: &'l Frame,
    pub year: Year,
}

impl LeafOf<'_> {
    /// Scores the leaf for all units; says what it met.
    pub fn cells(&self, issues: &mut Vec<Issue>) -> Cells {
        let id = &self.node.criterion.id;
        if !self.table.knows(&self.leaf.indicator) {
            issues.push(Issue::UnknownIndicator(id.clone(), self.leaf.indicator.clone()));
            return self.all_missing();
        }
        let function =
            if self.leaf.log { in_logarithms(&self.leaf.function) } else { Some(self.leaf.function.clone()) };
        let Some(function) = function.filter(makes_sense) else {
            issues.push(Issue::BadFunction(id.clone()));
            return self.all_missing();
        };
        let applies = self.frame.spread(&self.applies());
        let mut raws = self.raws(&function, &applies, issues);
        let share = column(applies.len(), |shares| self.shares(&function, &mut raws, shares));
        let states = &raws.states;
        if states.iter().all(|state| *state == State::Real) {
            return Cells::whole(share, self.frame);
        }
        let zero = self.policy() == MissingPolicy::Zero;
        let present = states.iter().zip(&*applies);
        let present =
            present.map(|(state, applies)| *state != State::Missing || (zero && *applies)).collect();
        let is_real = |state: &State| *state == State::Real;
        let coverage = states.iter().map(|state| f64::from(is_real(state))).collect();
        let real_or = |otherwise: f64| {
            let shares = states.iter().zip(&*share).zip(&*applies);
            shares.map(move |((state, share), applies)| match (state, applies) {
                (State::Real, _) => *share,
                (_, true) => otherwise,
                (_, false) => 0.0,
            })
        };
        Cells { present, coverage, low: real_or(0.0).collect(), high: real_or(1.0).collect(), share }
    }

    /// What the leaf does where its value is missing.
    pub fn policy(&self) -> MissingPolicy {
        self.leaf.missing.unwrap_or(self.scheme.missing)
    }

    /// By class: whether the leaf applies to it.
    pub fn applies(&self) -> Vec<bool> {
        self.node.points.iter().map(Option::is_some).collect()
    }

    /// Nothing is known of any unit: nothing at worst, all at best, present where missing values earn nothing.
    fn all_missing(&self) -> Cells {
        let zeros = &self.frame.zeros;
        let present = match self.policy() {
            MissingPolicy::Zero => Rc::clone(&self.frame.yes),
            _ => vec![false; zeros.len()].into(),
        };
        let (share, coverage, low) = (Rc::clone(zeros), Rc::clone(zeros), Rc::clone(zeros));
        Cells { share, present, coverage, low, high: Rc::clone(&self.frame.ones) }
    }

    /// Turns the values into shares; a value that the function has no share for becomes a missing one.
    fn shares(&self, function: &ScoreFunction, raws: &mut Raws, out: &mut [f64]) {
        let ScoreFunction::Relative { method, higher_is_better } = function else {
            shares(function, &raws.values, raws.last.as_deref(), out);
            for (state, share) in raws.states.iter_mut().zip(out) {
                if *state == State::Missing || share.is_nan() {
                    (*state, *share) = (State::Missing, 0.0);
                }
            }
            return;
        };
        let everyone = raws.states.iter().all(|state| *state != State::Missing);
        if everyone && self.frame.only_class().is_some_and(|class| class < self.frame.known_classes()) {
            return relative_shares(*method, *higher_is_better, &raws.values, out);
        }
        for members in self.frame.members.iter().take(self.frame.known_classes()) {
            let members: Vec<usize> =
                members.iter().copied().filter(|&unit| raws.states[unit] != State::Missing).collect();
            let values: Vec<f64> = members.iter().map(|&unit| raws.values[unit]).collect();
            let mut shares = vec![0.0; values.len()];
            relative_shares(*method, *higher_is_better, &values, &mut shares);
            members.into_iter().zip(shares).for_each(|(unit, share)| out[unit] = share);
        }
    }

    /// Each unit's value, or what the policy puts in its place.
    fn raws(&self, function: &ScoreFunction, applies: &[bool], issues: &mut Vec<Issue>) -> Raws<'_> {
        let needs_last = matches!(function, ScoreFunction::Improvement { .. });
        let now = self.column(0);
        let before = if needs_last { self.column(1) } else { None };
        let there = |column: Option<&Column>, unit: usize| {
            column.is_some_and(|column| column.has(unit) && (!self.leaf.log || column.values[unit] > 0.0))
        };
        let state =
            |unit: usize| match applies[unit] && there(now, unit) && (!needs_last || there(before, unit)) {
                true => State::Real,
                false => State::Missing,
            };
        let complete = |column: Option<&Column>| column.is_some_and(Column::is_complete);
        let whole = !self.leaf.log && complete(now) && (!needs_last || complete(before));
        let states = if whole && applies.iter().all(|applies| *applies) {
            vec![State::Real; applies.len()]
        } else {
            (0..applies.len()).map(state).collect()
        };
        if self.leaf.log {
            let units = (0..applies.len()).filter(|&unit| applies[unit]);
            let bad = units.filter(|&unit| now.and_then(|now| now.get(unit)).is_some_and(|x| x <= 0.0));
            let unit = |unit: usize| self.table.data().units[unit].id.clone();
            issues.extend(bad.map(|bad| Issue::OutOfDomain(self.node.criterion.id.clone(), unit(bad))));
        }
        let last = needs_last.then(|| self.values(before));
        let mut raws = Raws { values: self.values(now), last, states };
        match self.policy() {
            MissingPolicy::LeaveOut | MissingPolicy::Zero => {}
            MissingPolicy::CarryForward { years } => self.carry_forward(&mut raws, applies, years),
            MissingPolicy::ClassMedian => self.take_medians(&mut raws, applies),
        }
        raws
    }

    /// The column of so many years back.
    fn column(&self, back: Year) -> Option<&Column> {
        self.table.column(&self.leaf.indicator, self.year.checked_sub(back)?)
    }

    /// The values of a column, in logarithms where the leaf asks for them.
    fn values<'c>(&self, column: Option<&'c Column>) -> Cow<'c, [f64]> {
        let log = |x: &f64| if *x > 0.0 { libm::log(*x) } else { 0.0 };
        match column {
            None => vec![0.0; self.frame.units()].into(),
            Some(column) if self.leaf.log => column.values.iter().map(log).collect(),
            Some(column) => Cow::from(&column.values),
        }
    }

    /// Takes the latest earlier value, at most so many years back, where this year's is missing.
    fn carry_forward(&self, raws: &mut Raws, applies: &[bool], years: u8) {
        let value = |back: Year, unit: usize| {
            let value = self.column(back)?.get(unit)?;
            if !self.leaf.log { Some(value) } else { (value > 0.0).then(|| libm::log(value)) }
        };
        for unit in (0..applies.len()).filter(|&unit| applies[unit]) {
            if raws.states[unit] != State::Missing {
                continue;
            }
            let pair = |back: Year| {
                let last = if raws.last.is_some() { Some(value(back + 1, unit)?) } else { None };
                Some((value(back, unit)?, last))
            };
            if let Some((value, last)) = (1..=Year::from(years)).find_map(pair) {
                raws.put(unit, value, last);
            }
        }
    }

    /// Takes the median of the class where a value is missing.
    fn take_medians(&self, raws: &mut Raws, applies: &[bool]) {
        if raws.states.iter().all(|state| *state == State::Real) {
            return;
        }
        for members in self.frame.members.iter().take(self.frame.known_classes()) {
            let (there, missing): (Vec<usize>, Vec<usize>) = members
                .iter()
                .filter(|&&unit| applies[unit])
                .partition(|&&unit| raws.states[unit] == State::Real);
            let middle = |of: &[f64]| median(there.iter().map(|&unit| of[unit]).collect());
            let Some(value) = middle(&raws.values) else { continue };
            let last = raws.last.as_ref().and_then(|last| middle(last));
            missing.into_iter().for_each(|unit| raws.put(unit, value, last));
        }
    }
}

impl Raws<'_> {
    fn put(&mut self, unit: usize, value: f64, last: Option<f64>) {
        self.values.to_mut()[unit] = value;
        if let (Some(column), Some(last)) = (&mut self.last, last) {
            column.to_mut()[unit] = last;
        }
        self.states[unit] = State::Replaced;
    }
}

/// The middle value; the mean of the two middle ones where their number is even.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 { upper } else { values[middle - 1] / 2.0 + upper / 2.0 })
}
