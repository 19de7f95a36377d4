//! Leaves and nodes as columns over the units: shares, what is present, coverage, best and worst case.

use std::rc::Rc;

use crate::domain::{Aggregate, Issue, Leaf, MissingPolicy, Scheme, ScoreFunction, Year};

use super::{
    Column, Table,
    aggregate::{Mean, settled},
    score_leaf::{in_logarithms, makes_sense, relative_shares, share},
    tree::{Node, Tree},
};

/// One criterion over all units. Shared: a leaf's columns outlive a change of weights.
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
    /// Nothing present.
    pub fn empty(units: usize) -> Self {
        Draft::empty(units).finish()
    }
}

/// The cells of a criterion while they are computed.
struct Draft {
    share: Vec<f64>,
    present: Vec<bool>,
    coverage: Vec<f64>,
    low: Vec<f64>,
    high: Vec<f64>,
}

impl Draft {
    fn empty(units: usize) -> Self {
        Self {
            share: vec![0.0; units],
            present: vec![false; units],
            coverage: vec![0.0; units],
            low: vec![0.0; units],
            high: vec![0.0; units],
        }
    }

    fn set(&mut self, unit: usize, cell: Cell) {
        self.share[unit] = cell.share;
        self.present[unit] = cell.present;
        self.coverage[unit] = cell.coverage;
        self.low[unit] = cell.low;
        self.high[unit] = cell.high;
    }

    /// Everything missing: nothing at best and worst, present where missing values earn nothing.
    fn all_missing(mut self, policy: MissingPolicy) -> Cells {
        self.high.fill(1.0);
        self.present.fill(policy == MissingPolicy::Zero);
        self.finish()
    }

    /// The cells; where best and worst case are the share itself, the three are one column.
    fn finish(self) -> Cells {
        let share: Rc<[f64]> = self.share.into();
        let case = |column: Vec<f64>| if *column == *share { Rc::clone(&share) } else { column.into() };
        let (low, high) = (case(self.low), case(self.high));
        Cells { present: self.present.into(), coverage: self.coverage.into(), low, high, share }
    }
}

/// One criterion of one unit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    pub share: f64,
    pub present: bool,
    pub coverage: f64,
    pub low: f64,
    pub high: f64,
}

/// A leaf's value for one unit, in logarithms where the leaf asks for them.
#[derive(Clone, Copy)]
struct Raw {
    value: f64,
    last: Option<f64>,
    /// This year's data, not something put in its place.
    real: bool,
}

/// Scores a leaf for all units; says what it met.
pub(crate) fn leaf_cells(
    table: &Table,
    scheme: &Scheme,
    node: &Node,
    leaf: &Leaf,
    classes: &[usize],
    year: Year,
    issues: &mut Vec<Issue>,
) -> Cells {
    let units = classes.len();
    let mut cells = Draft::empty(units);
    let id = &node.criterion.id;
    if !table.knows(&leaf.indicator) {
        issues.push(Issue::UnknownIndicator(id.clone(), leaf.indicator.clone()));
        return cells.all_missing(policy(scheme, leaf));
    }
    let function = if leaf.log { in_logarithms(&leaf.function) } else { Some(leaf.function.clone()) };
    let Some(function) = function.filter(makes_sense) else {
        issues.push(Issue::BadFunction(id.clone()));
        return cells.all_missing(policy(scheme, leaf));
    };
    let applies = |unit: usize| node.points.get(classes[unit]).copied().flatten().is_some();
    let raws = raw_values(table, scheme, leaf, &function, classes, year, &applies, &mut |unit| {
        issues.push(Issue::OutOfDomain(id.clone(), table.data().units[unit].id.clone()));
    });
    let shares = match &function {
        ScoreFunction::Relative { method, higher_is_better } => {
            let mut shares = vec![None; units];
            for class in 0..table.data().classes.len() {
                let members: Vec<usize> =
                    (0..units).filter(|&unit| classes[unit] == class && raws[unit].is_some()).collect();
                let values: Vec<f64> =
                    members.iter().filter_map(|&unit| raws[unit]).map(|raw| raw.value).collect();
                for (unit, one) in
                    members.into_iter().zip(relative_shares(*method, *higher_is_better, &values))
                {
                    shares[unit] = Some(one);
                }
            }
            shares
        }
        fixed => raws.iter().map(|raw| raw.and_then(|raw| share(fixed, raw.value, raw.last))).collect(),
    };
    let zero = policy(scheme, leaf) == MissingPolicy::Zero;
    for unit in (0..units).filter(|&unit| applies(unit)) {
        let real = raws[unit].is_some_and(|raw| raw.real);
        cells.set(
            unit,
            match shares[unit] {
                Some(share) if real => Cell { share, present: true, coverage: 1.0, low: share, high: share },
                Some(share) => Cell { share, present: true, coverage: 0.0, low: 0.0, high: 1.0 },
                None => Cell { share: 0.0, present: zero, coverage: 0.0, low: 0.0, high: 1.0 },
            },
        );
    }
    cells.finish()
}

/// What a leaf does where its value is missing.
pub(crate) fn policy(scheme: &Scheme, leaf: &Leaf) -> MissingPolicy {
    leaf.missing.unwrap_or(scheme.missing)
}

/// Each unit's value, or what its policy puts in its place; `None` where that is nothing.
#[allow(clippy::too_many_arguments)] // one pass over a column, taken out for its length only
fn raw_values(
    table: &Table,
    scheme: &Scheme,
    leaf: &Leaf,
    function: &ScoreFunction,
    classes: &[usize],
    year: Year,
    applies: &dyn Fn(usize) -> bool,
    out_of_domain: &mut dyn FnMut(usize),
) -> Vec<Option<Raw>> {
    let needs_last = matches!(function, ScoreFunction::Improvement { .. });
    let column = |year: Option<Year>| table.column(&leaf.indicator, year?);
    let at = |column: Option<&Column>, unit: usize| -> Option<f64> {
        let value = column?.get(unit)?;
        if !leaf.log { Some(value) } else { (value > 0.0).then(|| libm::log(value)) }
    };
    let raw = |now: Option<&Column>, before: Option<&Column>, unit: usize, real: bool| -> Option<Raw> {
        let (value, last) = (at(now, unit)?, if needs_last { at(before, unit) } else { None });
        (!needs_last || last.is_some()).then_some(Raw { value, last, real })
    };
    let (now, before) = (column(Some(year)), column(year.checked_sub(1)));
    let mut raws: Vec<Option<Raw>> = (0..classes.len())
        .map(|unit| applies(unit).then(|| raw(now, before, unit, true)).flatten())
        .collect();
    if leaf.log {
        (0..classes.len())
            .filter(|&unit| {
                applies(unit) && table.value(unit, &leaf.indicator, year).is_some_and(|x| x <= 0.0)
            })
            .for_each(out_of_domain);
    }
    match policy(scheme, leaf) {
        MissingPolicy::LeaveOut | MissingPolicy::Zero => {}
        MissingPolicy::CarryForward { years } => {
            for unit in (0..raws.len()).filter(|&unit| applies(unit)) {
                let mut earlier = (1..=Year::from(years)).map(|back| year.checked_sub(back));
                let from = |from: Option<Year>| {
                    raw(column(from), column(from.and_then(|from| from.checked_sub(1))), unit, false)
                };
                raws[unit] = raws[unit].or_else(|| earlier.find_map(from));
            }
        }
        MissingPolicy::ClassMedian => {
            for class in 0..table.data().classes.len() {
                let members = || (0..classes.len()).filter(|&unit| classes[unit] == class && applies(unit));
                let middle = |of: &dyn Fn(&Raw) -> Option<f64>| {
                    median(members().filter_map(|unit| raws[unit].as_ref()).filter_map(of).collect())
                };
                let Some(value) = middle(&|raw| Some(raw.value)) else { continue };
                let last = middle(&|raw| raw.last);
                for unit in members().collect::<Vec<_>>() {
                    raws[unit] = raws[unit].or(Some(Raw { value, last, real: false }));
                }
            }
        }
    }
    raws
}

/// The middle value; the mean of the two middle ones where their number is even.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 { upper } else { values[middle - 1] / 2.0 + upper / 2.0 })
}

/// How siblings combine for each class of units.
pub(crate) struct Combination {
    kind: Aggregate,
    /// By class: the counted siblings that apply, and their weights.
    weights: Vec<Vec<(usize, f64)>>,
    siblings: Vec<usize>,
}

impl Combination {
    /// Prepares the combination of siblings; `own` gives the node's own marks by class, for points that sum.
    pub fn new(
        tree: &Tree,
        siblings: &[usize],
        kind: Aggregate,
        classes: usize,
        own: &dyn Fn(usize) -> f64,
    ) -> Self {
        let kind = settled(kind);
        let weights = (0..classes).map(|class| tree.weights(siblings, class, kind, own(class))).collect();
        Self { kind, weights, siblings: siblings.to_vec() }
    }

    /// The weights of a class.
    pub fn weights(&self, class: usize) -> &[(usize, f64)] {
        self.weights.get(class).map_or(&[], Vec::as_slice)
    }

    /// How they combine.
    pub fn kind(&self) -> Aggregate {
        self.kind
    }

    /// All siblings of a class have no points.
    pub fn is_empty(&self) -> bool {
        !self.siblings.is_empty() && self.weights.iter().all(Vec::is_empty)
    }

    /// Combines the cells of one unit.
    pub fn cell(&self, cells: &[Cells], unit: usize, class: usize) -> Cell {
        let weights = self.weights(class);
        if weights.is_empty() {
            let present = self.siblings.iter().any(|&at| cells[at].present[unit]);
            return Cell { share: 0.0, present, coverage: 1.0, low: 0.0, high: 0.0 };
        }
        let (mut mean, mut low, mut high) =
            (Mean::new(self.kind), Mean::new(self.kind), Mean::new(self.kind));
        let (mut present, mut complete) = (false, true);
        let (mut coverage, mut whole) = (0.0, 0.0);
        for &(at, weight) in weights {
            let child = &cells[at];
            if child.present[unit] {
                mean.add(self.kind, weight, child.share[unit]);
                present = true;
            }
            complete &= child.coverage[unit] == 1.0;
            coverage += weight * child.coverage[unit];
            whole += weight;
        }
        let share = mean.finish(self.kind);
        if complete {
            return Cell { share, present, coverage: 1.0, low: share, high: share };
        }
        for &(at, weight) in weights {
            low.add(self.kind, weight, cells[at].low[unit]);
            high.add(self.kind, weight, cells[at].high[unit]);
        }
        let coverage = (coverage / whole).min(1.0);
        Cell { share, present, coverage, low: low.finish(self.kind), high: high.finish(self.kind) }
    }

    /// Combines the cells of all units.
    pub fn cells(&self, cells: &[Cells], classes: &[usize], applies: &dyn Fn(usize) -> bool) -> Cells {
        let mut combined = Draft::empty(classes.len());
        for unit in (0..classes.len()).filter(|&unit| applies(unit)) {
            combined.set(unit, self.cell(cells, unit, classes[unit]));
        }
        combined.finish()
    }

    /// The share of one unit with some children's shares replaced.
    pub fn share_with(&self, share_of: &dyn Fn(usize) -> Option<f64>, class: usize) -> f64 {
        let mut mean = Mean::new(self.kind);
        for &(at, weight) in self.weights(class) {
            if let Some(share) = share_of(at) {
                mean.add(self.kind, weight, share);
            }
        }
        mean.finish(self.kind)
    }
}
