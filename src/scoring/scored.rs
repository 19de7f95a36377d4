//! A year before any rule: every criterion of every unit, the totals, and the marks that each criterion adds.

use std::rc::Rc;

use crate::domain::{Aggregate, CriterionColumn, Issue, Role, Scheme, Year};

use super::{
    Table,
    columns::{Cell, Cells, Combination},
    evaluator::KeptLeaves,
    tree::{Tree, sane},
};

/// Which of a cell's three shares is meant.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Case {
    /// As it is.
    Present,
    /// Everything missing at nothing.
    Low,
    /// Everything missing at full.
    High,
}

/// A year of all units before rules.
pub(crate) struct Scored<'s> {
    pub tree: Tree<'s>,
    /// By node.
    pub cells: Vec<Cells>,
    /// The first level combined, by unit.
    pub top: Vec<Cell>,
    /// How each node's children combine.
    pub below: Vec<Combination>,
    /// How the first level combines.
    pub first: Combination,
    /// Each unit's class as its place in the data set's list.
    pub classes: Vec<usize>,
    pub full_marks: f64,
    pub issues: Vec<Issue>,
    /// By node and unit: the marks it adds, and could add.
    marks: (Vec<Vec<f64>>, Vec<Vec<f64>>),
}

impl<'s> Scored<'s> {
    /// Scores a year.
    pub fn new(table: &Table, scheme: &'s Scheme, year: Year, kept: &mut KeptLeaves) -> Self {
        let data = table.data();
        let tree = Tree::new(scheme, data);
        let classes = class_of_units(table);
        let full_marks = sane(scheme.full_marks);
        let below: Vec<Combination> = (0..tree.nodes.len())
            .map(|at| {
                let node = &tree.nodes[at];
                let own = |class: usize| node.points.get(class).copied().flatten().unwrap_or_default();
                Combination::new(&tree, &node.children, tree.aggregate(at), data.classes.len(), &own)
            })
            .collect();
        let first =
            Combination::new(&tree, &tree.roots, scheme.aggregate, data.classes.len(), &|_| full_marks);
        let mut issues = Vec::new();
        let mut done: Vec<Cells> = tree
            .nodes
            .iter()
            .map(|node| match node.criterion.leaf() {
                Some(leaf) => kept.cells(table, scheme, node, leaf, &classes, year, &mut issues),
                None => Cells::empty(classes.len()),
            })
            .collect();
        // Children stand after their parents, so backwards every child is ready before its parent asks for it.
        for at in (0..tree.nodes.len()).rev() {
            if tree.nodes[at].criterion.leaf().is_none() {
                let applies = |unit: usize| applies(&tree, &classes, at, unit);
                done[at] = below[at].cells(&done, &classes, &applies);
            }
        }
        let top = (0..classes.len()).map(|unit| first.cell(&done, unit, classes[unit])).collect();
        let marks = Default::default();
        let mut scored = Self { tree, cells: done, top, below, first, classes, full_marks, issues, marks };
        scored.marks = scored.all_marks();
        scored.look_for_oddities();
        scored
    }

    /// Whether a criterion applies to a unit.
    pub fn applies(&self, at: usize, unit: usize) -> bool {
        applies(&self.tree, &self.classes, at, unit)
    }

    /// A criterion's share for a unit; `None` where it is not present.
    pub fn share(&self, at: usize, unit: usize, case: Case) -> Option<f64> {
        let cells = &self.cells[at];
        match case {
            Case::Present => cells.present[unit].then(|| cells.share[unit]),
            Case::Low => self.applies(at, unit).then(|| cells.low[unit]),
            Case::High => self.applies(at, unit).then(|| cells.high[unit]),
        }
    }

    /// The total in marks, bonus criteria included; `None` where nothing is present.
    pub fn total(&self, unit: usize, case: Case) -> Option<f64> {
        let top = &self.top[unit];
        let share = match case {
            Case::Present => top.present.then_some(top.share),
            Case::Low => Some(top.low),
            Case::High => Some(top.high),
        };
        Some(share? * self.full_marks + self.bonus_marks(unit, case))
    }

    /// The marks of bonus criteria.
    pub fn bonus_marks(&self, unit: usize, case: Case) -> f64 {
        (0..self.tree.nodes.len()).map(|at| self.bonus_of(at, unit, case)).sum()
    }

    /// The marks that a bonus criterion adds; 0 for any other.
    pub fn bonus_of(&self, at: usize, unit: usize, case: Case) -> f64 {
        let Some(cap) = self.tree.bonus_cap(at) else { return 0.0 };
        let points =
            self.tree.nodes[at].points.get(self.classes[unit]).copied().flatten().unwrap_or_default();
        (points * self.share(at, unit, case).unwrap_or_default()).min(cap)
    }

    /// The total with some criteria's shares replaced; each one's parents are combined anew.
    pub fn total_with_zeros(&self, unit: usize, case: Case, zeros: &[usize]) -> Option<f64> {
        let class = self.classes[unit];
        let mut replaced: Vec<(usize, f64)> = Vec::new();
        let lookup = |replaced: &[(usize, f64)], at: usize| {
            let own = replaced.iter().rev().find(|(one, _)| *one == at).map(|(_, share)| *share);
            own.or_else(|| self.share(at, unit, case))
        };
        for &zero in zeros {
            if self.share(zero, unit, case).is_none() {
                continue;
            }
            replaced.push((zero, 0.0));
            let mut at = zero;
            while let Some(parent) = self.tree.nodes[at].parent {
                let share = self.below[parent].share_with(&|child| lookup(&replaced, child), class);
                let inside_zero = zeros.contains(&parent);
                replaced.push((parent, if inside_zero { 0.0 } else { share }));
                at = parent;
            }
        }
        self.total(unit, case)?;
        let top = self.first.share_with(&|child| lookup(&replaced, child), class);
        let bonus: f64 = (0..self.tree.nodes.len())
            .filter(|at| !zeros.contains(at))
            .map(|at| self.bonus_of(at, unit, case))
            .sum();
        Some(top * self.full_marks + bonus)
    }

    /// The marks that a criterion adds to a unit's total before rules.
    pub fn marks_of(&self, at: usize, unit: usize) -> f64 {
        self.marks.0[at][unit]
    }

    /// The columns as the evaluation shows them.
    pub fn criterion_columns(&self) -> Vec<CriterionColumn> {
        let (marks, possible) = &self.marks;
        let effective = self.tree.effective();
        let depth_first = self.tree.nodes.iter().zip(&self.cells).zip(marks.iter().zip(possible));
        depth_first
            .zip(effective)
            .enumerate()
            .map(|(at, (((node, cells), (marks, possible)), effective))| CriterionColumn {
                id: node.criterion.id.clone(),
                parent: node.parent.map(|parent| parent as u32),
                depth: node.depth,
                effective,
                share: Rc::clone(&cells.share),
                present: Rc::clone(&cells.present),
                applies: (0..self.classes.len()).map(|unit| self.applies(at, unit)).collect(),
                marks: Rc::from(marks.as_slice()),
                marks_possible: Rc::from(possible.as_slice()),
                coverage: Rc::clone(&cells.coverage),
            })
            .collect()
    }

    /// The marks that each criterion adds, and could add, from the top down.
    fn all_marks(&self) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let units = self.classes.len();
        let mut members: Vec<Vec<usize>> = Vec::new();
        for (unit, &class) in self.classes.iter().enumerate() {
            members.resize_with(members.len().max(class + 1), Vec::new);
            members[class].push(unit);
        }
        let mut marks = vec![vec![0.0; units]; self.tree.nodes.len()];
        let mut possible = marks.clone();
        let own: Vec<f64> = self.top.iter().map(|top| top.share * self.full_marks).collect();
        let could = vec![self.full_marks; units];
        self.hand_down(&self.first, &members, (&own, &could), (&mut marks, &mut possible));
        for at in 0..self.tree.nodes.len() {
            if let Some(cap) = self.tree.bonus_cap(at) {
                for unit in 0..units {
                    marks[at][unit] = self.bonus_of(at, unit, Case::Present);
                    possible[at][unit] = if self.applies(at, unit) { cap } else { 0.0 };
                }
            }
            if self.tree.nodes[at].criterion.leaf().is_none() {
                let (own, could) = (std::mem::take(&mut marks[at]), std::mem::take(&mut possible[at]));
                self.hand_down(&self.below[at], &members, (&own, &could), (&mut marks, &mut possible));
                (marks[at], possible[at]) = (own, could);
            }
        }
        (marks, possible)
    }

    /// Splits a node's marks among its children: in proportion to weight for what they could add, and to weighted
    /// share for what they do. `members` are the units of each class.
    fn hand_down(
        &self,
        combination: &Combination,
        members: &[Vec<usize>],
        (own, could): (&[f64], &[f64]),
        (marks, possible): (&mut [Vec<f64>], &mut [Vec<f64>]),
    ) {
        let sums = combination.kind() == Aggregate::Sum;
        let (mut weight, mut earned) = (vec![0.0; own.len()], vec![0.0; own.len()]);
        for (class, members) in members.iter().enumerate() {
            for &(at, part) in combination.weights(class) {
                let Cells { share, present, .. } = &self.cells[at];
                for &unit in members.iter().filter(|&&unit| present[unit]) {
                    weight[unit] += part;
                    earned[unit] += part * share[unit];
                }
            }
            for &(at, part) in combination.weights(class) {
                let Cells { share, present, .. } = &self.cells[at];
                for &unit in members.iter().filter(|&&unit| present[unit]) {
                    possible[at][unit] = could[unit] * if sums { part } else { part / weight[unit] };
                    if earned[unit] > 0.0 {
                        marks[at][unit] = own[unit] * (part * share[unit] / earned[unit]);
                    }
                }
            }
        }
    }

    fn look_for_oddities(&mut self) {
        let everyone = 0..self.classes.len();
        if self.first.is_empty() {
            self.issues.push(Issue::AllPointsZero(None));
        }
        for (at, node) in self.tree.nodes.iter().enumerate() {
            let id = || node.criterion.id.clone();
            if node.criterion.leaf().is_none() {
                if self.below[at].is_empty() {
                    self.issues.push(Issue::AllPointsZero(Some(id())));
                }
                continue;
            }
            let counts = node.criterion.role != Role::Reported && node.criterion.points > 0.0;
            let present = || everyone.clone().filter(|&unit| self.cells[at].present[unit]);
            let unknown = |issue: &Issue| matches!(issue, Issue::UnknownIndicator(one, _) | Issue::BadFunction(one) if *one == node.criterion.id);
            if counts
                && present().next().is_none()
                && !self.issues.iter().any(unknown)
                && !self.classes.is_empty()
            {
                self.issues.push(Issue::NoData(id()));
            }
            let mut classes: Vec<usize> = present().map(|unit| self.classes[unit]).collect();
            classes.sort_unstable();
            classes.dedup();
            let separates = classes.iter().any(|&class| {
                let mut shares =
                    present().filter(|&unit| self.classes[unit] == class).map(|u| self.cells[at].share[u]);
                let first = shares.next();
                shares.any(|share| Some(share) != first)
            });
            if counts && present().count() > classes.len() && !separates {
                self.issues.push(Issue::SeparatesNobody(id()));
            }
        }
    }
}

fn applies(tree: &Tree, classes: &[usize], at: usize, unit: usize) -> bool {
    tree.nodes[at].points.get(classes[unit]).copied().flatten().is_some()
}

/// Each unit's class as its place in the data set's list; beyond the list where the class is unknown.
fn class_of_units(table: &Table) -> Vec<usize> {
    let data = table.data();
    let place = |unit: &crate::domain::Unit| data.classes.iter().position(|class| class.id == unit.class);
    data.units.iter().map(|unit| place(unit).unwrap_or(data.classes.len())).collect()
}
