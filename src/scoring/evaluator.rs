//! Evaluating again after a change: what the change does not touch is not computed anew.
//!
//! Scoring a leaf reads the data, its settings and the classes it applies to, never a weight. So its columns are kept
//! and, as long as those three stay, taken as they are; a pass with kept leaves gives the same bits as one without.

use std::{collections::BTreeMap, rc::Rc};

use crate::domain::{CriterionId, DataSet, Evaluation, Issue, Leaf, MissingPolicy, Scheme, Year};

use super::{
    Table,
    columns::{Cells, leaf_cells, policy},
    pass,
    tree::Node,
};

/// Evaluates the same data set again and again, scoring only the leaves whose settings changed.
#[derive(Default)]
pub struct Evaluator {
    data: Option<Rc<DataSet>>,
    kept: KeptLeaves,
}

impl Evaluator {
    /// The same as [`super::evaluate`], to the last bit. Another data set makes it forget everything.
    pub fn evaluate(&mut self, table: &Table, scheme: &Scheme, year: Year) -> Evaluation {
        let data = table.shared_data();
        if !self.data.as_ref().is_some_and(|known| Rc::ptr_eq(known, data)) {
            self.data = Some(Rc::clone(data));
            self.kept = KeptLeaves::default();
        }
        self.kept.begin();
        let evaluation = pass(table, scheme, year, &mut self.kept);
        self.kept.forget_unused();
        evaluation
    }
}

/// Leaves that were scored, by year and id.
#[derive(Default)]
pub(crate) struct KeptLeaves {
    leaves: BTreeMap<(Year, CriterionId), Kept>,
    pass: u64,
}

/// A scored leaf and everything besides the data that its columns depend on.
struct Kept {
    leaf: Leaf,
    policy: MissingPolicy,
    applies: Vec<bool>,
    cells: Cells,
    issues: Vec<Issue>,
    /// The last pass that used it.
    used: u64,
}

/// After so many passes without use a leaf is forgotten: long enough for a page that shows two years and the result
/// without rules beside the present one.
const PASSES_UNUSED: u64 = 8;

impl KeptLeaves {
    /// The columns of a leaf, kept or computed; says what it met.
    #[allow(clippy::too_many_arguments)] // those of `leaf_cells`
    pub fn cells(
        &mut self,
        table: &Table,
        scheme: &Scheme,
        node: &Node,
        leaf: &Leaf,
        classes: &[usize],
        year: Year,
        issues: &mut Vec<Issue>,
    ) -> Cells {
        let policy = policy(scheme, leaf);
        let applies = || node.points.iter().map(Option::is_some);
        let key = (year, node.criterion.id.clone());
        if let Some(kept) = self.leaves.get_mut(&key)
            && kept.leaf == *leaf
            && kept.policy == policy
            && applies().eq(kept.applies.iter().copied())
        {
            kept.used = self.pass;
            issues.extend(kept.issues.iter().cloned());
            return kept.cells.clone();
        }
        let mut met = Vec::new();
        let cells = leaf_cells(table, scheme, node, leaf, classes, year, &mut met);
        issues.extend(met.iter().cloned());
        let kept = Kept {
            leaf: leaf.clone(),
            policy,
            applies: applies().collect(),
            cells: cells.clone(),
            issues: met,
            used: self.pass,
        };
        self.leaves.insert(key, kept);
        cells
    }

    fn begin(&mut self) {
        self.pass += 1;
    }

    fn forget_unused(&mut self) {
        self.leaves.retain(|_, kept| self.pass - kept.used < PASSES_UNUSED);
    }
}
