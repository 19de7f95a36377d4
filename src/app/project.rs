//! A project as one file: the work, the steps that led to it, and every data set and scheme, kept variants among them,
//! that does not come with the page.
//!
//! The parts are texts in the formats of their own files, so that they are read and checked as those are; a problem in one
//! is told with its place in the whole file.

mod steps;

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub use steps::WrittenStep;

use super::{Shared, State, snapshot};
use crate::{
    data::{self, ImportError, PROJECT_FORMAT, Problem},
    domain::{DataSet, Scheme, Text},
};

/// The version that is written, and the only one so far.
pub const VERSION: u32 = 1;

/// A project that was read and found sound, apart from the data set that its work names.
#[derive(Debug)]
pub struct Project {
    /// Its name.
    pub name: Text,
    /// Its own data sets.
    pub data_sets: Vec<Rc<DataSet>>,
    /// Its own schemes.
    pub schemes: Vec<Rc<Scheme>>,
    /// The work, as [`snapshot::read`] takes it.
    pub work: String,
    /// The steps that led to it, the last one first.
    pub steps: Vec<WrittenStep>,
}

#[derive(Serialize)]
struct Written {
    format: &'static str,
    version: u32,
    name: Text,
    work: Box<RawValue>,
    data: Vec<Box<RawValue>>,
    schemes: Vec<Box<RawValue>>,
    /// The steps that led here, the last one first.
    steps: Vec<WrittenStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read<'t> {
    #[serde(rename = "format")]
    _format: String,
    version: u32,
    #[serde(default)]
    name: Text,
    #[serde(borrow)]
    work: &'t RawValue,
    #[serde(borrow, default)]
    data: Vec<&'t RawValue>,
    #[serde(borrow, default)]
    schemes: Vec<&'t RawValue>,
    #[serde(default)]
    steps: Vec<WrittenStep>,
    /// The names of steps alone, in files of the first layout.
    #[serde(default, rename = "history")]
    _history: Vec<Text>,
}

/// The project as the text of a file. The data set that is evaluated is always in it, seeds of the page apart.
pub fn write(state: &State) -> Result<String, serde_json::Error> {
    let raw = |text: String| RawValue::from_string(text.trim().to_owned());
    let own_data = state.library.data_sets.iter().filter(|entry| entry.own);
    let own_schemes = state.library.schemes.iter().filter(|entry| entry.own);
    let written = Written {
        format: PROJECT_FORMAT,
        version: VERSION,
        name: state.inputs.table.data().name.clone(),
        work: raw(snapshot::write(state)?)?,
        data: own_data
            .map(|entry| raw(data::write_data_set(entry.table.data())))
            .collect::<Result<_, _>>()?,
        schemes: own_schemes.map(|entry| raw(data::write_scheme(&entry.scheme))).collect::<Result<_, _>>()?,
        steps: steps::write(state)?,
    };
    serde_json::to_string(&written)
}

/// Reads a project; the first problem is the error, with its line and field in the file.
pub fn read(bytes: &[u8]) -> Result<Project, ImportError> {
    let text = data::text_of(bytes)?;
    let read: Read = data::parse(text)?;
    if read.version > VERSION {
        let problem = Problem::OtherVersion { found: u64::from(read.version), known: u64::from(VERSION) };
        return Err(data::problem_at(text, "version", problem));
    }
    let part = |raw: &RawValue, path: &str, error: ImportError| data::inside(text, raw.get(), path, error);
    let mut data_sets = Vec::new();
    for (nth, raw) in read.data.iter().enumerate() {
        let read = data::read_data_set(raw.get().as_bytes());
        data_sets.push(Rc::new(read.map_err(|error| part(raw, &format!("data[{nth}]"), error))?));
    }
    let mut schemes = Vec::new();
    for (nth, raw) in read.schemes.iter().enumerate() {
        let read = data::read_scheme(raw.get().as_bytes());
        schemes.push(Rc::new(read.map_err(|error| part(raw, &format!("schemes[{nth}]"), error))?));
    }
    snapshot::check(read.work.get()).map_err(|error| part(read.work, "work", error))?;
    let work = read.work.get().to_owned();
    Ok(Project { name: read.name, data_sets, schemes, work, steps: read.steps })
}

/// All problems of a project's parts with their places in the whole file; an error where it cannot be parsed at all.
pub fn all_problems(bytes: &[u8]) -> Result<Vec<ImportError>, ImportError> {
    let text = data::text_of(bytes)?;
    let read: Read = data::parse(text)?;
    if read.version > VERSION {
        let problem = Problem::OtherVersion { found: u64::from(read.version), known: u64::from(VERSION) };
        return Err(data::problem_at(text, "version", problem));
    }
    let mut problems = Vec::new();
    for (of, raws) in [("data", &read.data), ("schemes", &read.schemes)] {
        for (nth, raw) in raws.iter().enumerate() {
            let found = data::all_problems(raw.get().as_bytes()).unwrap_or_else(|error| vec![error]);
            let path = format!("{of}[{nth}]");
            problems.extend(found.into_iter().map(|error| data::inside(text, raw.get(), &path, error)));
        }
    }
    let work = snapshot::check(read.work.get()).err();
    problems.extend(work.map(|error| data::inside(text, read.work.get(), "work", error)));
    Ok(problems)
}

impl Project {
    /// The state with this project opened in it: its data sets and schemes in the library, its work in the place of
    /// the present one, its steps as history.
    pub fn open(&self, state: &State) -> Result<State, snapshot::SnapshotError> {
        let mut library = state.library.clone();
        for data in &self.data_sets {
            library.put_data_set(Shared::new(crate::scoring::Table::new(data.clone())));
        }
        for scheme in &self.schemes {
            library.put_scheme(scheme.clone().into());
        }
        let mut state = snapshot::read(&self.work, library)?;
        state.history.past = steps::read(&self.steps, &self.work, &state.library);
        Ok(state)
    }
}

#[cfg(test)]
mod tests;
