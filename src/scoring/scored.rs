//! A year before any rule: every criterion of every unit, the totals, and what is odd about them.

use std::rc::Rc;

use crate::domain::{CriterionColumn, Issue, LazyColumn, LazyColumns, Role, Scheme, Year};

use super::{
    Table,
    columns::{Cells, LeafOf},
    combination::Combination,
    evaluator::{Kept, ScoredLeaf},
    frame::{Frame, column},
    marks::{Bonus, Levels},
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
    pub levels: Rc<Levels>,
    pub frame: Rc<Frame>,
    pub full_marks: f64,
    pub issues: Vec<Issue>,
}

impl<'s> Scored<'s> {
    /// Scores a year.
    pub fn new(table: &Table, scheme: &'s Scheme, year: Year, kept: &mut Kept) -> Self {
        let frame = Rc::clone(table.frame());
        let classes = frame.known_classes();
        let tree = Tree::new(scheme, table.data());
        let full_marks = sane(scheme.full_marks);
        let below: Vec<Rc<Combination>> = (0..tree.nodes.len())
            .map(|at| {
                let node = &tree.nodes[at];
                let own = |class: usize| node.points.get(class).copied().flatten().unwrap_or_default();
                Rc::new(Combination::new(&tree, &node.children, tree.aggregate(at), classes, &own))
            })
            .collect();
        let first = Rc::new(Combination::new(&tree, &tree.roots, scheme.aggregate, classes, &|_| full_marks));
        let (mut issues, mut leaves) = (Vec::new(), Vec::with_capacity(tree.nodes.len()));
        for node in &tree.nodes {
            leaves.push(node.criterion.leaf().map(|leaf| {
                kept.leaf(&LeafOf { table, scheme, node, leaf, frame: &frame, year }, &mut issues)
            }));
        }
        let nothing = Cells::whole(Rc::clone(&frame.zeros), &frame);
        let cells = |leaf: &Option<ScoredLeaf>| leaf.as_ref().map_or(&nothing, |leaf| &leaf.cells).clone();
        let mut done: Vec<Cells> = leaves.iter().map(cells).collect();
        // Children stand after their parents, so backwards every child is ready before its parent asks for it.
        for at in (0..tree.nodes.len()).rev().filter(|&at| leaves[at].is_none()) {
            let node = &tree.nodes[at];
            let mut applies: Vec<bool> = node.points.iter().map(Option::is_some).collect();
            applies.push(false);
            let key = (year, Some(&node.criterion.id));
            done[at] = kept.node(key, &below[at], &done, &frame, &applies);
        }
        let top = kept.node((year, None), &first, &done, &frame, &vec![true; classes + 1]);
        let levels = Levels {
            frame: Rc::clone(&frame),
            full_marks,
            parents: tree.nodes.iter().map(|node| node.parent).collect(),
            bonuses: Bonus::of(&tree),
            cells: done,
            top,
            below,
            first,
        };
        let mut scored = Self { tree, levels: Rc::new(levels), frame, full_marks, issues };
        scored.look_for_oddities(&leaves);
        scored
    }

    /// Whether a criterion applies to a unit.
    pub fn applies(&self, at: usize, unit: usize) -> bool {
        self.tree.nodes[at].points.get(self.frame.classes[unit]).copied().flatten().is_some()
    }

    /// A criterion's share for a unit; `None` where it is not present.
    pub fn share(&self, at: usize, unit: usize, case: Case) -> Option<f64> {
        let cells = &self.levels.cells[at];
        match case {
            Case::Present => cells.present[unit].then(|| cells.share[unit]),
            Case::Low => self.applies(at, unit).then(|| cells.low[unit]),
            Case::High => self.applies(at, unit).then(|| cells.high[unit]),
        }
    }

    /// Nothing is missing of any unit, so that best and worst case are the total itself.
    pub fn is_whole(&self) -> bool {
        let bonuses = self.levels.bonuses.iter().map(|bonus| &self.levels.cells[bonus.at]);
        bonuses.chain([&self.levels.top]).all(|cells| self.frame.is_whole(cells))
    }

    /// Something of the unit is present.
    pub fn is_present(&self, unit: usize) -> bool {
        self.levels.top.present[unit]
    }

    /// The share of the unit's points that rests on data.
    pub fn coverage(&self, unit: usize) -> f64 {
        self.levels.top.coverage[unit]
    }

    /// The total in marks, bonus criteria included; `None` where nothing is present.
    pub fn total(&self, unit: usize, case: Case) -> Option<f64> {
        let top = &self.levels.top;
        let share = match case {
            Case::Present => top.present[unit].then(|| top.share[unit]),
            Case::Low => Some(top.low[unit]),
            Case::High => Some(top.high[unit]),
        };
        Some(share? * self.full_marks + self.bonus_marks(unit, case, &[]))
    }

    /// The totals of all units in marks, 0 where nothing is present; as [`Scored::total`] of each.
    pub fn totals(&self, case: Case) -> Rc<[f64]> {
        let top = &self.levels.top;
        let shares = match case {
            Case::Present => &top.share,
            Case::Low => &top.low,
            Case::High => &top.high,
        };
        column(shares.len(), |totals| {
            if self.levels.bonuses.is_empty() {
                totals.iter_mut().zip(&**shares).for_each(|(total, share)| *total = share * self.full_marks);
            } else {
                let of = |unit: usize| self.total(unit, case).unwrap_or_default();
                totals.iter_mut().enumerate().for_each(|(unit, total)| *total = of(unit));
            }
        })
    }

    /// The marks of bonus criteria other than these.
    fn bonus_marks(&self, unit: usize, case: Case, zeros: &[usize]) -> f64 {
        let counted = self.levels.bonuses.iter().filter(|bonus| !zeros.contains(&bonus.at));
        counted.fold(0.0, |sum, bonus| {
            let share = self.share(bonus.at, unit, case).unwrap_or_default();
            sum + bonus.marks(self.frame.classes[unit], share)
        })
    }

    /// The total with some criteria's shares replaced; each one's parents are combined anew.
    pub fn total_with_zeros(&self, unit: usize, case: Case, zeros: &[usize]) -> Option<f64> {
        let class = self.frame.classes[unit];
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
                let below = &self.levels.below[parent];
                let share = below.share_with(&|child| lookup(&replaced, child), class);
                let inside_zero = zeros.contains(&parent);
                replaced.push((parent, if inside_zero { 0.0 } else { share }));
                at = parent;
            }
        }
        self.total(unit, case)?;
        let top = self.levels.first.share_with(&|child| lookup(&replaced, child), class);
        Some(top * self.full_marks + self.bonus_marks(unit, case, zeros))
    }

    /// The columns as the evaluation shows them.
    pub fn criterion_columns(&self) -> Vec<CriterionColumn> {
        let (nodes, levels) = (&self.tree.nodes, Rc::clone(&self.levels));
        let marks: Rc<LazyColumns> = Rc::new(LazyColumns::new(Box::new(move || levels.all_marks())));
        let mut patterns: Vec<(Vec<bool>, Rc<[bool]>)> = Vec::new();
        let mut applies = |points: &[Option<f64>]| {
            let pattern: Vec<bool> = points.iter().map(Option::is_some).collect();
            if let Some((_, column)) = patterns.iter().find(|(known, _)| *known == pattern) {
                return Rc::clone(column);
            }
            let column = self.frame.spread(&pattern);
            patterns.push((pattern, Rc::clone(&column)));
            column
        };
        nodes
            .iter()
            .zip(&self.levels.cells)
            .zip(self.tree.effective())
            .enumerate()
            .map(|(at, ((node, cells), effective))| CriterionColumn {
                id: node.criterion.id.clone(),
                parent: node.parent.map(|parent| parent as u32),
                depth: node.depth,
                effective,
                share: Rc::clone(&cells.share),
                present: Rc::clone(&cells.present),
                applies: applies(&node.points),
                marks: LazyColumn::new(&marks, at),
                marks_possible: LazyColumn::new(&marks, nodes.len() + at),
                coverage: Rc::clone(&cells.coverage),
            })
            .collect()
    }

    fn look_for_oddities(&mut self, leaves: &[Option<ScoredLeaf>]) {
        if self.levels.first.is_empty() {
            self.issues.push(Issue::AllPointsZero(None));
        }
        for (at, (node, leaf)) in self.tree.nodes.iter().zip(leaves).enumerate() {
            let id = || node.criterion.id.clone();
            let Some(leaf) = leaf else {
                if self.levels.below[at].is_empty() {
                    self.issues.push(Issue::AllPointsZero(Some(id())));
                }
                continue;
            };
            let counts = node.criterion.role != Role::Reported && node.criterion.points > 0.0;
            let unknown = |issue: &Issue| matches!(issue, Issue::UnknownIndicator(one, _) | Issue::BadFunction(one) if *one == node.criterion.id);
            if counts && !leaf.has_data && !self.issues.iter().any(unknown) && self.frame.units() > 0 {
                self.issues.push(Issue::NoData(id()));
            }
            if counts && leaf.separates_nobody {
                self.issues.push(Issue::SeparatesNobody(id()));
            }
        }
    }
}
