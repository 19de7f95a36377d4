//! The steps of a project's history: each as what was otherwise in the text of the work before it, so that a step costs
//! no more than it changed.
//!
//! A step that changed the figures of a data set is not written, nor are those before it: a file holds each data set once.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    app::{History, Inputs, Library, State, history::Step, snapshot},
    domain::Text,
};

/// The most steps that are written, the latest ones.
const STEPS_WRITTEN: usize = 100;

/// A step as it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenStep {
    name: Text,
    /// What was otherwise before it: where in the text of the work (RFC 6901), and what was there.
    before: Vec<(String, Value)>,
}

/// The latest steps that can be undone, the last one first.
pub(super) fn write(state: &State) -> Result<Vec<WrittenStep>, serde_json::Error> {
    let value = |inputs: &Inputs| -> Result<Value, serde_json::Error> {
        serde_json::from_str(&snapshot::write_with(inputs, &state.view)?)
    };
    let mut after = value(&state.inputs)?;
    let mut steps = Vec::new();
    let History { past, moving, .. } = &state.history;
    let moving = moving.iter().map(|moving| &moving.step);
    for step in moving.chain(past.iter().rev()).take(STEPS_WRITTEN) {
        let table = &step.inputs.table;
        let known = state.library.data_set(&table.data().id);
        if *table != state.inputs.table && known != Some(table) {
            break;
        }
        let now = value(&step.inputs)?;
        let mut before = Vec::new();
        differences(&after, &now, String::new(), &mut before);
        steps.push(WrittenStep { name: step.name.clone(), before });
        after = now;
    }
    Ok(steps)
}

/// The steps of a project whose work is `text`, in the order in which they were done; from the first that makes no sense
/// on, earlier ones are left.
pub(super) fn read(steps: &[WrittenStep], text: &str, library: &Library) -> Vec<Step> {
    let Ok(mut work) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let mut read = Vec::new();
    for step in steps {
        let inputs = with(&mut work, &step.before)
            .and_then(|()| snapshot::read_inputs(&work.to_string(), library).ok());
        let Some(inputs) = inputs else { break };
        read.push(Step { name: step.name.clone(), inputs });
    }
    read.reverse();
    read
}

/// Where two texts of the work differ, and what the second has there.
fn differences(from: &Value, to: &Value, at: String, found: &mut Vec<(String, Value)>) {
    match (from, to) {
        (from, to) if from == to => {}
        (Value::Object(from), Value::Object(to)) if from.keys().eq(to.keys()) => {
            for ((key, from), to) in from.iter().zip(to.values()) {
                let key = key.replace('~', "~0").replace('/', "~1");
                differences(from, to, format!("{at}/{key}"), found);
            }
        }
        (Value::Array(from), Value::Array(to)) if from.len() == to.len() => {
            for (nth, (from, to)) in from.iter().zip(to).enumerate() {
                differences(from, to, format!("{at}/{nth}"), found);
            }
        }
        _ => found.push((at, to.clone())),
    }
}

/// Puts values in their places; `None` where there is no such place.
fn with(work: &mut Value, values: &[(String, Value)]) -> Option<()> {
    for (at, value) in values {
        *work.pointer_mut(at)? = value.clone();
    }
    Some(())
}
