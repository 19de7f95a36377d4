//! Evaluating again after a change: what the change does not touch is not computed anew.
//!
//! Scoring a leaf reads the data, its settings and the classes it applies to, never a weight; combining siblings reads
//! their columns and their weights, never another node's. So the columns of both are kept and, as long as what they
//! read stays, taken as they are; a pass with kept columns gives the same bits as one without.

use std::{collections::BTreeMap, rc::Rc};

use crate::domain::{CriterionId, DataSet, Evaluation, Issue, Leaf, MissingPolicy, Scheme, Year};

use super::{
    Table,
    columns::{Cells, LeafOf},
    combination::Combination,
    frame::Frame,
    pass,
};

/// Evaluates the same data set again and again, computing only what depends on what changed.
#[derive(Default)]
pub struct Evaluator {
    data: Option<Rc<DataSet>>,
    kept: Kept,
}

impl Evaluator {
    /// The same as [`super::evaluate`], to the last bit. Another data set makes it forget everything.
    pub fn evaluate(&mut self, table: &Table, scheme: &Scheme, year: Year) -> Evaluation {
        let data = table.shared_data();
        if !self.data.as_ref().is_some_and(|known| Rc::ptr_eq(known, data)) {
            self.data = Some(Rc::clone(data));
            self.kept = Kept::default();
        }
        self.kept.pass += 1;
        let evaluation = pass(table, scheme, year, &mut self.kept);
        self.kept.forget_unused();
        evaluation
    }
}

/// Columns that were computed, by year and criterion.
#[derive(Default)]
pub(crate) struct Kept {
    leaves: BTreeMap<(Year, CriterionId), KeptLeaf>,
    nodes: BTreeMap<(Year, Option<CriterionId>), KeptNode>,
    pass: u64,
}

/// A scored leaf and everything besides the data that its columns depend on.
struct KeptLeaf {
    leaf: Leaf,
    policy: MissingPolicy,
    applies: Vec<bool>,
    scored: ScoredLeaf,
    issues: Vec<Issue>,
    /// The last pass that used it.
    used: u64,
}

/// A leaf over all units.
#[derive(Clone)]
pub(crate) struct ScoredLeaf {
    pub cells: Cells,
    /// Some unit has something.
    pub has_data: bool,
    /// Some class has more than one unit with something, and none has units with different shares.
    pub separates_nobody: bool,
}

/// A combined node and everything that its columns depend on.
struct KeptNode {
    combination: Rc<Combination>,
    applies: Vec<bool>,
    siblings: Vec<Cells>,
    cells: Cells,
    used: u64,
}

/// After so many passes without use a column is forgotten: long enough for a page that shows two years and the result
/// without rules beside the present one.
const PASSES_UNUSED: u64 = 8;

impl Kept {
    /// A leaf, kept or scored; says what it met.
    pub fn leaf(&mut self, of: &LeafOf, issues: &mut Vec<Issue>) -> ScoredLeaf {
        let (policy, applies) = (of.policy(), of.applies());
        let key = (of.year, of.node.criterion.id.clone());
        if let Some(kept) = self.leaves.get_mut(&key)
            && kept.leaf == *of.leaf
            && kept.policy == policy
            && kept.applies == applies
        {
            kept.used = self.pass;
            issues.extend(kept.issues.iter().cloned());
            return kept.scored.clone();
        }
        let mut met = Vec::new();
        let scored = ScoredLeaf::new(of.cells(&mut met), of.frame);
        issues.extend(met.iter().cloned());
        let (leaf, used) = (of.leaf.clone(), self.pass);
        let kept = KeptLeaf { leaf, policy, applies, scored: scored.clone(), issues: met, used };
        self.leaves.insert(key, kept);
        scored
    }

    /// The columns of a node, or of the first level, kept or combined from those of its children.
    pub fn node(
        &mut self,
        key: (Year, Option<&CriterionId>),
        combination: &Rc<Combination>,
        cells: &[Cells],
        frame: &Frame,
        applies: &[bool],
    ) -> Cells {
        let siblings = || combination.siblings().iter().map(|&at| &cells[at]);
        let key = (key.0, key.1.cloned());
        if let Some(kept) = self.nodes.get_mut(&key)
            && kept.combination == *combination
            && kept.applies == applies
            && kept.siblings.len() == combination.siblings().len()
            && kept.siblings.iter().zip(siblings()).all(|(kept, now)| kept.are(now))
        {
            kept.used = self.pass;
            return kept.cells.clone();
        }
        let combined = combination.cells(cells, frame, applies);
        let kept = KeptNode {
            combination: Rc::clone(combination),
            applies: applies.to_vec(),
            siblings: siblings().cloned().collect(),
            cells: combined.clone(),
            used: self.pass,
        };
        self.nodes.insert(key, kept);
        combined
    }

    fn forget_unused(&mut self) {
        let pass = self.pass;
        self.leaves.retain(|_, kept| pass - kept.used < PASSES_UNUSED);
        self.nodes.retain(|_, kept| pass - kept.used < PASSES_UNUSED);
    }
}

impl ScoredLeaf {
    fn new(cells: Cells, frame: &Frame) -> Self {
        let (mut units, mut classes, mut separates) = (0, 0, false);
        for members in &frame.members {
            let mut shares =
                members.iter().filter(|&&unit| cells.present[unit]).map(|&unit| cells.share[unit]);
            if let Some(first) = shares.next() {
                classes += 1;
                units += 2; // at least; more than one in some class is all that is asked below
                let mut others = shares.peekable();
                units -= usize::from(others.peek().is_none());
                separates = separates || others.any(|share| share != first);
            }
        }
        Self { has_data: units > 0, separates_nobody: units > classes && !separates, cells }
    }
}
