//! Nodes as columns over the units: how siblings combine into their parent.

use std::rc::Rc;

use crate::domain::Aggregate;

use super::{
    aggregate::{Mean, settled},
    columns::Cells,
    frame::{Frame, column},
    tree::Tree,
};

/// How siblings combine for each class of units.
#[derive(PartialEq)]
pub(crate) struct Combination {
    kind: Aggregate,
    /// By class: the counted siblings that apply, in the order of their ids, and their weights.
    weights: Vec<Vec<(usize, f64)>>,
    siblings: Vec<usize>,
}

/// One criterion of one unit.
struct Cell {
    share: f64,
    present: bool,
    coverage: f64,
    low: f64,
    high: f64,
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

    /// Those that combine, counted or not.
    pub fn siblings(&self) -> &[usize] {
        &self.siblings
    }

    /// All siblings of a class have no points.
    pub fn is_empty(&self) -> bool {
        !self.siblings.is_empty() && self.weights.iter().all(Vec::is_empty)
    }

    /// Combines the cells of all units; `applies` says for which classes, the last one those of no known class.
    pub fn cells(&self, cells: &[Cells], frame: &Frame, applies: &[bool]) -> Cells {
        if let Some(weights) = self.weights_of_whole(cells, frame, applies) {
            return Cells::whole(self.mean_of_whole(weights, cells, frame), frame);
        }
        let units = frame.units();
        let mut present = vec![false; units];
        let [mut share, mut coverage, mut low, mut high] = [(); 4].map(|()| vec![0.0; units]);
        for (class, members) in frame.members.iter().enumerate().filter(|(class, _)| applies[*class]) {
            for &unit in members {
                let cell = self.cell(cells, unit, class);
                (share[unit], present[unit], coverage[unit]) = (cell.share, cell.present, cell.coverage);
                (low[unit], high[unit]) = (cell.low, cell.high);
            }
        }
        let share: Rc<[f64]> = share.into();
        let case = |column: Vec<f64>| if *column == *share { Rc::clone(&share) } else { column.into() };
        let (low, high) = (case(low), case(high));
        Cells { present: present.into(), coverage: coverage.into(), low, high, share }
    }

    /// The weights of the one class there is, where nothing is missing and sums suffice.
    fn weights_of_whole(&self, cells: &[Cells], frame: &Frame, applies: &[bool]) -> Option<&[(usize, f64)]> {
        let class = frame.only_class().filter(|&class| applies[class])?;
        let weights = self.weights(class);
        let whole = !weights.is_empty() && weights.iter().all(|&(at, _)| frame.is_whole(&cells[at]));
        let sums = matches!(self.kind, Aggregate::Arithmetic | Aggregate::Sum);
        (whole && sums).then_some(weights)
    }

    /// The mean column by column: the same operations in the same order as unit by unit.
    fn mean_of_whole(&self, weights: &[(usize, f64)], cells: &[Cells], frame: &Frame) -> Rc<[f64]> {
        /// So many units at a time stay in the fastest cache.
        const BLOCK: usize = 1024;
        let whole = match self.kind {
            Aggregate::Sum => 1.0,
            _ => weights.iter().fold(0.0, |sum, (_, weight)| sum + weight),
        };
        column(frame.units(), |sums| {
            for (nth, sums) in sums.chunks_mut(BLOCK).enumerate() {
                for &(at, weight) in weights {
                    let shares = &cells[at].share[nth * BLOCK..];
                    sums.iter_mut().zip(shares).for_each(|(sum, share)| *sum += weight * share);
                }
                sums.iter_mut().for_each(|sum| *sum = (*sum / whole).clamp(0.0, 1.0));
            }
        })
    }

    /// Combines the cells of one unit.
    fn cell(&self, cells: &[Cells], unit: usize, class: usize) -> Cell {
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
