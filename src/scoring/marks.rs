//! The marks that each criterion adds to a unit's total before rules, and could add: a total handed down its tree.
//!
//! In proportion to weight for what a child could add, and to weighted share for what it does. Nobody but the reader
//! of a criterion's marks needs them, so they are computed when asked for: all columns, or one unit's.

use std::rc::Rc;

use crate::domain::Aggregate;

use super::{columns::Cells, combination::Combination, frame::Frame, tree::Tree};

/// Every criterion of every unit before rules, and how they combine; by node where it is a list.
pub(crate) struct Levels {
    pub frame: Rc<Frame>,
    pub full_marks: f64,
    pub parents: Vec<Option<usize>>,
    pub cells: Vec<Cells>,
    /// The first level combined.
    pub top: Cells,
    /// How each node's children combine.
    pub below: Vec<Rc<Combination>>,
    /// How the first level combines.
    pub first: Rc<Combination>,
    pub bonuses: Vec<Bonus>,
}

/// A criterion whose marks come on top.
pub(crate) struct Bonus {
    pub at: usize,
    cap: f64,
    /// By class; `None` where it does not apply.
    points: Vec<Option<f64>>,
}

impl Bonus {
    /// Those of a tree, sorted by id so that sums never depend on their order in the file.
    pub fn of(tree: &Tree) -> Vec<Self> {
        let points = |at: usize| tree.nodes[at].points.clone();
        let bonus = |at: usize| Some(Self { at, cap: tree.bonus_cap(at)?, points: points(at) });
        let mut bonuses: Vec<Self> = (0..tree.nodes.len()).filter_map(bonus).collect();
        bonuses.sort_by_key(|bonus| &tree.nodes[bonus.at].criterion.id);
        bonuses
    }

    /// The marks that a share earns.
    pub fn marks(&self, class: usize, share: f64) -> f64 {
        (self.points.get(class).copied().flatten().unwrap_or_default() * share).min(self.cap)
    }

    /// The marks that it could give.
    fn possible(&self, class: usize) -> f64 {
        if self.points.get(class).copied().flatten().is_some() { self.cap } else { 0.0 }
    }
}

/// What a criterion adds and could add.
type Marks = (f64, f64);

impl Levels {
    /// The marks that a criterion adds to one unit's total.
    pub fn marks_of(&self, at: usize, unit: usize) -> f64 {
        let mut path = vec![at];
        path.extend(std::iter::successors(self.parents[at], |&at| self.parents[at]));
        let top = (self.top.share[unit] * self.full_marks, self.full_marks);
        let handed = |(above, combination): (Marks, &Combination), at: usize| match self.bonus(at) {
            Some(bonus) => self.of_bonus(bonus, unit),
            None => self.child_of(combination, above, at, unit),
        };
        let root = path.pop().map_or((0.0, 0.0), |root| handed((top, &self.first), root));
        let path = path.into_iter().rev();
        path.fold(root, |above, at| {
            let parent = self.parents[at].unwrap_or_default();
            handed((above, &self.below[parent]), at)
        })
        .0
    }

    /// The columns of what every criterion adds, then those of what each could add.
    pub fn all_marks(&self) -> Vec<Rc<[f64]>> {
        let (units, nodes) = (self.frame.units(), self.cells.len());
        let mut columns = vec![Vec::new(); 2 * nodes];
        let own: Vec<f64> = self.top.share.iter().map(|share| share * self.full_marks).collect();
        self.hand_down(&self.first, (&own, &vec![self.full_marks; units]), &mut columns);
        for at in 0..nodes {
            if let Some(bonus) = self.bonus(at) {
                let (marks, possible) = (0..units).map(|unit| self.of_bonus(bonus, unit)).unzip();
                (columns[at], columns[nodes + at]) = (marks, possible);
            }
            if columns[at].is_empty() {
                (columns[at], columns[nodes + at]) = (vec![0.0; units], vec![0.0; units]);
            }
            let (own, could) = (std::mem::take(&mut columns[at]), std::mem::take(&mut columns[nodes + at]));
            self.hand_down(&self.below[at], (&own, &could), &mut columns);
            (columns[at], columns[nodes + at]) = (own, could);
        }
        columns.into_iter().map(Rc::from).collect()
    }

    fn bonus(&self, at: usize) -> Option<&Bonus> {
        self.bonuses.iter().find(|bonus| bonus.at == at)
    }

    fn of_bonus(&self, bonus: &Bonus, unit: usize) -> Marks {
        let (cells, class) = (&self.cells[bonus.at], self.frame.classes[unit]);
        let share = if cells.present[unit] { cells.share[unit] } else { 0.0 };
        (bonus.marks(class, share), bonus.possible(class))
    }

    /// Splits a node's columns among its children.
    fn hand_down(&self, combination: &Combination, above: (&[f64], &[f64]), columns: &mut [Vec<f64>]) {
        let (units, nodes) = (self.frame.units(), self.cells.len());
        for at in combination.siblings() {
            columns[*at] = vec![0.0; units];
            columns[nodes + at] = vec![0.0; units];
        }
        for (class, members) in self.frame.members.iter().enumerate() {
            let weights = combination.weights(class);
            for &unit in members {
                let sums = self.sums(weights, unit);
                for &(at, part) in weights.iter().filter(|(at, _)| self.cells[*at].present[unit]) {
                    let above = (above.0[unit], above.1[unit]);
                    let marks = self.share_of(combination, above, sums, (at, part), unit);
                    (columns[at][unit], columns[nodes + at][unit]) = marks;
                }
            }
        }
    }

    /// What one child of a combination adds and could add.
    fn child_of(&self, combination: &Combination, above: Marks, at: usize, unit: usize) -> Marks {
        let weights = combination.weights(self.frame.classes[unit]);
        let child = weights.iter().find(|(one, _)| *one == at && self.cells[at].present[unit]);
        child.map_or((0.0, 0.0), |&child| {
            self.share_of(combination, above, self.sums(weights, unit), child, unit)
        })
    }

    /// The weight of the children that are present, and what they earn together.
    fn sums(&self, weights: &[(usize, f64)], unit: usize) -> (f64, f64) {
        let present = weights.iter().filter(|(at, _)| self.cells[*at].present[unit]);
        present.fold((0.0, 0.0), |(weight, earned), (at, part)| {
            (weight + part, earned + part * self.cells[*at].share[unit])
        })
    }

    fn share_of(
        &self,
        combination: &Combination,
        (own, could): Marks,
        (weight, earned): (f64, f64),
        (at, part): (usize, f64),
        unit: usize,
    ) -> Marks {
        let possible = could * if combination.kind() == Aggregate::Sum { part } else { part / weight };
        let marks = if earned > 0.0 { own * (part * self.cells[at].share[unit] / earned) } else { 0.0 };
        (marks, possible)
    }
}
