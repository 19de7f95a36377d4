//! The scheme's tree laid out level by level, so that siblings stand side by side and a formula can name them as a
//! range.

use std::{collections::BTreeMap, ops::Range};

use crate::domain::{Aggregate, Body, ClassId, Criterion, CriterionId, DataSet, Role, Scheme};

/// A criterion in its place.
pub(super) struct Node<'s> {
    pub criterion: &'s Criterion,
    /// Its parent; `None` on the first level.
    pub parent: Option<usize>,
    /// Its children.
    pub children: Range<usize>,
    /// Its points for each class of the data set; `None` where it does not apply.
    pub points: Vec<Option<f64>>,
    /// 1 on the first level.
    pub level: usize,
}

/// The tree.
pub(super) struct Flat<'s> {
    /// Level by level.
    pub nodes: Vec<Node<'s>>,
    /// The first level.
    pub roots: Range<usize>,
    /// Where each criterion stands.
    pub at: BTreeMap<&'s CriterionId, usize>,
}

impl<'s> Flat<'s> {
    /// Lays a scheme out for the classes of a data set.
    pub fn new(scheme: &'s Scheme, data: &DataSet) -> Self {
        let classes: Vec<&ClassId> = data.classes.iter().map(|class| &class.id).collect();
        let node = |criterion: &'s Criterion, parent: Option<(usize, &[Option<f64>], usize)>| Node {
            criterion,
            parent: parent.map(|(at, ..)| at),
            children: 0..0,
            points: classes
                .iter()
                .enumerate()
                .map(|(nth, class)| {
                    let reached = parent.is_none_or(|(_, above, _)| above[nth].is_some());
                    points(scheme, criterion, class).filter(|_| reached)
                })
                .collect(),
            level: parent.map_or(1, |(.., level)| level + 1),
        };
        let mut nodes: Vec<Node> = scheme.criteria.iter().map(|criterion| node(criterion, None)).collect();
        let roots = 0..nodes.len();
        let mut at = 0;
        while at < nodes.len() {
            let first = nodes.len();
            let (above, level) = (nodes[at].points.clone(), nodes[at].level);
            let criterion = nodes[at].criterion;
            nodes.extend(criterion.children().iter().map(|child| node(child, Some((at, &above, level)))));
            nodes[at].children = first..nodes.len();
            at += 1;
        }
        let at = nodes.iter().enumerate().map(|(at, node)| (&node.criterion.id, at)).collect();
        Self { nodes, roots, at }
    }

    /// How a node's children combine, as it is computed.
    pub fn aggregate(&self, at: usize) -> Aggregate {
        match &self.nodes[at].criterion.body {
            Body::Node { aggregate, .. } => settled(*aggregate),
            Body::Leaf(_) => Aggregate::default(),
        }
    }

    /// The weight of a criterion among its siblings for a class: its points; 0 where it does not count.
    pub fn weighs(&self, at: usize, class: usize) -> bool {
        self.nodes[at].criterion.role == Role::Counted && self.nodes[at].points[class].is_some()
    }

    /// The places in the order in which a reader goes through the tree.
    pub fn in_reading_order(&self) -> Vec<usize> {
        let mut waiting: Vec<usize> = self.roots.clone().rev().collect();
        let mut order = Vec::with_capacity(self.nodes.len());
        while let Some(at) = waiting.pop() {
            order.push(at);
            waiting.extend(self.nodes[at].children.clone().rev());
        }
        order
    }
}

/// An exponent of 0, or one that is not finite, is the geometric mean.
pub(super) fn settled(kind: Aggregate) -> Aggregate {
    match kind {
        Aggregate::Power { exponent } if exponent == 0.0 || !exponent.is_finite() => Aggregate::Geometric,
        other => other,
    }
}

fn points(scheme: &Scheme, criterion: &Criterion, class: &ClassId) -> Option<f64> {
    let applies = criterion.classes.is_empty() || criterion.classes.contains(class);
    let own = scheme.class_points.iter().find(|own| own.criterion == criterion.id && own.class == *class);
    applies.then(|| sane(own.map_or(criterion.points, |own| own.points)))
}

/// A finite number not below 0; anything else counts as 0.
pub(super) fn sane(points: f64) -> f64 {
    if points.is_finite() && points > 0.0 { points } else { 0.0 }
}
