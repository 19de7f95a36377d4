//! The scheme's tree laid flat, with each unit class's points: what the column verbs walk over.
//!
//! Pre-order, parents before children, so that going backwards meets every child before its parent; no recursion, so
//! that a tree a thousand levels deep is a list of a thousand entries.

use std::collections::BTreeMap;

use crate::domain::{Aggregate, Body, ClassId, Criterion, CriterionId, DataSet, Role, Scheme};

/// A criterion in its place.
pub(crate) struct Node<'s> {
    /// It.
    pub criterion: &'s Criterion,
    /// Its parent; `None` on the first level.
    pub parent: Option<usize>,
    /// 0 on the first level.
    pub depth: u16,
    /// Its children, sorted by id so that sums never depend on their order in the file.
    pub children: Vec<usize>,
    /// Its points for each class of the data set; `None` where it, or what is above it, does not apply. Finite, not
    /// below 0.
    pub points: Vec<Option<f64>>,
}

/// The tree laid flat.
pub(crate) struct Tree<'s> {
    /// Pre-order.
    pub nodes: Vec<Node<'s>>,
    /// The first level, sorted by id.
    pub roots: Vec<usize>,
    /// Where each criterion stands.
    pub at: BTreeMap<&'s CriterionId, usize>,
}

impl<'s> Tree<'s> {
    /// Lays a scheme's criteria flat for the classes of a data set.
    pub fn new(scheme: &'s Scheme, data: &DataSet) -> Self {
        let mut tree = Self { nodes: Vec::new(), roots: Vec::new(), at: BTreeMap::new() };
        let mut waiting: Vec<(&Criterion, Option<usize>, u16)> =
            scheme.criteria.iter().rev().map(|criterion| (criterion, None, 0)).collect();
        while let Some((criterion, parent, depth)) = waiting.pop() {
            let here = tree.nodes.len();
            let above = parent.map(|parent| tree.nodes[parent].points.clone());
            let points = data
                .classes
                .iter()
                .enumerate()
                .map(|(nth, class)| {
                    let reached = above.as_ref().is_none_or(|above| above[nth].is_some());
                    points_of(scheme, criterion, &class.id).filter(|_| reached)
                })
                .collect();
            tree.nodes.push(Node { criterion, parent, depth, children: Vec::new(), points });
            tree.at.insert(&criterion.id, here);
            match parent {
                Some(parent) => tree.nodes[parent].children.push(here),
                None => tree.roots.push(here),
            }
            let below = depth.saturating_add(1);
            waiting.extend(criterion.children().iter().rev().map(|child| (child, Some(here), below)));
        }
        let ids: Vec<&CriterionId> = tree.nodes.iter().map(|node| &node.criterion.id).collect();
        tree.roots.sort_by_key(|&at| ids[at]);
        tree.nodes.iter_mut().for_each(|node| node.children.sort_by_key(|&at| ids[at]));
        tree
    }

    /// How a node's children combine.
    pub fn aggregate(&self, at: usize) -> Aggregate {
        match &self.nodes[at].criterion.body {
            Body::Node { aggregate, .. } => *aggregate,
            Body::Leaf(_) => Aggregate::default(),
        }
    }

    /// The siblings' weights for a class: points ÷ their sum, counted ones that apply only; empty where all are 0.
    /// For points that sum, points ÷ `own`, the marks of the node itself.
    pub fn weights(&self, siblings: &[usize], class: usize, kind: Aggregate, own: f64) -> Vec<(usize, f64)> {
        let counted = siblings.iter().filter(|&&at| self.nodes[at].criterion.role.is_counted());
        let points: Vec<(usize, f64)> = counted
            .filter_map(|&at| Some((at, self.nodes[at].points.get(class).copied().flatten()?)))
            .filter(|(_, points)| *points > 0.0)
            .collect();
        // Divided by the largest first: no sum of finite points overflows.
        let most = points.iter().fold(0.0_f64, |most, (_, points)| most.max(*points));
        let sum: f64 = match kind {
            Aggregate::Sum => own / most,
            _ => points.iter().map(|(_, points)| points / most).sum(),
        };
        points
            .into_iter()
            .map(|(at, points)| (at, points / most / sum))
            .filter(|(_, w)| w.is_finite())
            .collect()
    }

    /// The share of the whole that each criterion decides, by its own points: the product of the weights above it.
    pub fn effective(&self) -> Vec<f64> {
        let own = |at: usize| sane(self.nodes[at].criterion.points);
        let mut effective = vec![0.0; self.nodes.len()];
        let share_out = |siblings: &[usize], whole: f64, effective: &mut Vec<f64>| {
            let counted = || siblings.iter().filter(|&&at| self.nodes[at].criterion.role.is_counted());
            let most = counted().fold(0.0_f64, |most, &at| most.max(own(at)));
            let sum: f64 = counted().map(|&at| own(at) / most).sum();
            if most > 0.0 {
                counted().for_each(|&at| effective[at] = whole * (own(at) / most / sum));
            }
        };
        share_out(&self.roots, 1.0, &mut effective);
        for at in 0..self.nodes.len() {
            let whole = effective[at];
            share_out(&self.nodes[at].children, whole, &mut effective);
        }
        effective
    }

    /// The cap of a bonus criterion.
    pub fn bonus_cap(&self, at: usize) -> Option<f64> {
        match self.nodes[at].criterion.role {
            Role::Bonus { cap } => Some(sane(cap)),
            _ => None,
        }
    }
}

fn points_of(scheme: &Scheme, criterion: &Criterion, class: &ClassId) -> Option<f64> {
    let applies = criterion.classes.is_empty() || criterion.classes.contains(class);
    let own = scheme.class_points.iter().find(|own| own.criterion == criterion.id && own.class == *class);
    applies.then(|| sane(own.map_or(criterion.points, |own| own.points)))
}

/// A finite number not below 0; anything else counts as 0.
pub(crate) fn sane(points: f64) -> f64 {
    if points.is_finite() && points > 0.0 { points } else { 0.0 }
}
