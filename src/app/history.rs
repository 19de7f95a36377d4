//! Undo and redo: a list of past inputs with names a person can read.

use super::Inputs;
use crate::domain::{CriterionId, Text};

/// The most steps that are kept; the oldest go first.
const STEPS_KEPT: usize = 500;

/// The inputs before the present ones, those that were undone, and a change that is still moving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The steps that can be undone, the latest last; each holds the inputs before it.
    pub past: Vec<Step>,
    /// The steps that can be redone, the next one last; each holds the inputs after it.
    pub future: Vec<Step>,
    /// A change that still follows the hand: the inputs before it and its name so far.
    pub moving: Option<Moving>,
}

/// A change that still follows the hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// Where the hand is.
    pub hand: Hand,
    /// The step that it will be.
    pub step: Step,
}

/// Where a hand is while it moves something.
#[derive(Clone, Debug, PartialEq)]
pub enum Hand {
    /// On the points of a criterion.
    Points(CriterionId),
    /// On the score function of a leaf.
    Function(CriterionId),
    /// On the n-th band.
    Band(usize),
    /// On the border between two neighbours.
    Border([CriterionId; 2]),
}

/// A change of the inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it did: 分值 行政执法 15 → 18.
    pub name: Text,
    /// The inputs on its other side.
    pub inputs: Inputs,
}

impl History {
    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&Text> {
        self.moving.as_ref().map(|moving| &moving.step).or(self.past.last()).map(|step| &step.name)
    }

    /// The name of what redo would do again.
    pub fn redo_name(&self) -> Option<&Text> {
        self.future.last().map(|step| &step.name)
    }

    /// The names of all steps in the order they were done, and how many of them are done now.
    pub fn names(&self) -> (Vec<&Text>, usize) {
        let done = self.past.iter().chain(self.moving.as_ref().map(|moving| &moving.step));
        let mut names: Vec<&Text> = done.map(|step| &step.name).collect();
        let present = names.len();
        names.extend(self.future.iter().rev().map(|step| &step.name));
        (names, present)
    }

    /// Takes back or does again so many steps that `wanted` are done; gives the inputs to go to.
    pub(super) fn go_to(&mut self, wanted: usize, present: &Inputs) -> Option<Inputs> {
        self.settle();
        let mut inputs = None;
        while self.past.len() != wanted {
            let at = inputs.as_ref().unwrap_or(present).clone();
            let next = if self.past.len() > wanted { self.undo(&at) } else { self.redo(&at) };
            match next {
                Some(next) => inputs = Some(next),
                None => break,
            }
        }
        inputs
    }

    /// Adds a finished change. What was undone before it is forgotten.
    pub(super) fn push(&mut self, step: Step) {
        self.future.clear();
        self.past.push(step);
        if self.past.len() > STEPS_KEPT {
            self.past.remove(0);
        }
    }

    /// Ends a change that still moves: it becomes one step.
    pub(super) fn settle(&mut self) {
        if let Some(moving) = self.moving.take() {
            self.push(moving.step);
        }
    }

    /// Takes back the latest step; gives the inputs to return to.
    pub(super) fn undo(&mut self, present: &Inputs) -> Option<Inputs> {
        self.settle();
        let step = self.past.pop()?;
        self.future.push(Step { name: step.name, inputs: present.clone() });
        Some(step.inputs)
    }

    /// Does the latest undone step again; gives the inputs to go to.
    pub(super) fn redo(&mut self, present: &Inputs) -> Option<Inputs> {
        let step = self.future.pop()?;
        self.past.push(Step { name: step.name, inputs: present.clone() });
        Some(step.inputs)
    }
}
