//! The save format of the work: what is kept over a reload, and how it is taken back.
//!
//! The work is one small text (format `faheng-work`) that names data set and year and holds the scheme as it is;
//! data sets and schemes that a user opened are texts of their own, in the format of their files, so that a drag
//! rewrites only the small one. The history of undo is kept in project files only ([`super::project`]).

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{
    ChartViews, Hold, Inputs, Library, Screen, Shared, SlideDeck, State, Theme, View,
    project::{self, Project},
};
use crate::{
    data::{self, FileKind, ImportError, Problem},
    domain::{DataSet, Scheme, UnitId, Year},
    i18n::Lang,
    scoring::Table,
};

/// The `format` of the text.
pub const FORMAT: &str = "faheng-work";
/// The version that is written, and the only one so far.
pub const VERSION: u32 = 1;

/// Why kept work could not be taken back.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SnapshotError {
    /// It is not such a text: damaged, or something else.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A newer page wrote it.
    #[error("written by a newer page: version {0}")]
    Newer(u32),
    /// The data set that it was about is not there any more.
    #[error("data set {0} is missing")]
    DataSetMissing(String),
    /// Its scheme is not in order.
    #[error("scheme: {0}")]
    Scheme(ImportError),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Work {
    format: String,
    version: u32,
    data_set: String,
    year: Year,
    rules_in_force: bool,
    scheme: Box<RawValue>,
    screen: Screen,
    unit: Option<UnitId>,
    lang: Lang,
    theme: Theme,
    #[serde(default)]
    deck: SlideDeck,
    #[serde(default)]
    hold: Hold,
    #[serde(default)]
    charts: ChartViews,
}

#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

/// The text of the work, without the data sets and schemes that a user opened.
pub fn write(state: &State) -> Result<String, serde_json::Error> {
    write_with(&state.inputs, &state.view)
}

/// The same with other inputs than the present ones.
pub(super) fn write_with(inputs: &Inputs, view: &View) -> Result<String, serde_json::Error> {
    let work = Work {
        format: FORMAT.to_owned(),
        version: VERSION,
        data_set: inputs.table.data().id.clone(),
        year: inputs.year,
        rules_in_force: inputs.rules_in_force,
        scheme: RawValue::from_string(data::write_scheme(&inputs.scheme))?,
        screen: view.screen,
        unit: view.unit.clone(),
        lang: view.lang,
        theme: view.theme,
        deck: (*inputs.deck).clone(),
        hold: (*inputs.hold).clone(),
        charts: (*inputs.charts).clone(),
    };
    serde_json::to_string(&work)
}

/// The state from a text of the work and the library that it was about, with the user's own data sets and schemes
/// already in it. Everything is checked; a year or unit that the data set does not have is left.
pub fn read(text: &str, library: Library) -> Result<State, SnapshotError> {
    let damaged = |error: serde_json::Error| SnapshotError::Damaged(error.to_string());
    let header: Header = serde_json::from_slice(text.as_bytes()).map_err(damaged)?;
    if header.format != FORMAT {
        return Err(SnapshotError::Damaged(format!("format {}", header.format)));
    }
    if header.version > VERSION {
        return Err(SnapshotError::Newer(header.version));
    }
    let mut work: Work = serde_json::from_slice(text.as_bytes()).map_err(damaged)?;
    let unit = work.unit.take();
    let (screen, lang, theme) = (work.screen, work.lang, work.theme);
    let inputs = inputs_of(work, &library)?;
    let mut state = State::new(library).ok_or_else(|| SnapshotError::Damaged("empty library".to_owned()))?;
    state.view.unit = unit.filter(|id| inputs.table.data().units.iter().any(|unit| &unit.id == id));
    state.view.screen = screen;
    state.view.lang = lang;
    state.view.theme = theme;
    state.inputs = inputs;
    Ok(state)
}

/// The inputs alone, from a text of the work.
pub(super) fn read_inputs(text: &str, library: &Library) -> Result<Inputs, SnapshotError> {
    let work = serde_json::from_str(text).map_err(|error| SnapshotError::Damaged(error.to_string()))?;
    inputs_of(work, library)
}

fn inputs_of(work: Work, library: &Library) -> Result<Inputs, SnapshotError> {
    let table = library.data_set(&work.data_set).cloned();
    let table = table.ok_or(SnapshotError::DataSetMissing(work.data_set))?;
    let scheme = data::read_scheme(work.scheme.get().as_bytes()).map_err(SnapshotError::Scheme)?;
    let scheme = match library.scheme(&scheme.id) {
        Some(original) if **original == scheme => original.clone(),
        _ => Shared::new(scheme),
    };
    Ok(Inputs {
        year: Inputs::nearest_year(&table, work.year),
        table,
        scheme,
        rules_in_force: work.rules_in_force,
        deck: Shared::new(work.deck),
        hold: Shared::new(work.hold),
        charts: Shared::new(work.charts),
    })
}

/// Whether a text of the work can be taken back, its data set apart; the first problem has its line and field.
pub fn check(text: &str) -> Result<(), ImportError> {
    #[derive(Deserialize)]
    struct Part<'t> {
        #[serde(borrow)]
        scheme: &'t RawValue,
    }
    let header: Header = data::parse(text)?;
    if header.format != FORMAT {
        return Err(data::problem_at(text, "format", Problem::OtherFormat));
    }
    if header.version > VERSION {
        let problem = Problem::OtherVersion { found: u64::from(header.version), known: u64::from(VERSION) };
        return Err(data::problem_at(text, "version", problem));
    }
    data::parse::<Work>(text)?;
    let scheme = data::parse::<Part>(text)?.scheme.get();
    let read = data::read_scheme(scheme.as_bytes());
    read.map(drop).map_err(|error| data::inside(text, scheme, "scheme", error))
}

/// One of the user's own data sets or schemes, as it is kept beside the work.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    /// A data set.
    Data(Shared<Table>),
    /// A scheme, as it was opened or kept.
    Scheme(Shared<Scheme>),
}

impl Own {
    /// Those of a library.
    pub fn of(library: &Library) -> Vec<Self> {
        let data_sets = library.data_sets.iter().filter(|entry| entry.own);
        let schemes = library.schemes.iter().filter(|entry| entry.own);
        let data_sets = data_sets.map(|entry| Self::Data(entry.table.clone()));
        data_sets.chain(schemes.map(|entry| Self::Scheme(entry.scheme.clone()))).collect()
    }

    /// A name that tells it from all others: `data.` or `scheme.` and its id.
    pub fn key(&self) -> String {
        match self {
            Self::Data(table) => format!("data.{}", table.data().id),
            Self::Scheme(scheme) => format!("scheme.{}", scheme.id),
        }
    }

    /// How many observations it has.
    pub fn size(&self) -> usize {
        match self {
            Self::Data(table) => table.data().observations.len(),
            Self::Scheme(_) => 0,
        }
    }

    /// The text of its file.
    pub fn text(&self) -> String {
        match self {
            Self::Data(table) => data::DataSetText::new(table.shared_data().clone()).finish().concat(),
            Self::Scheme(scheme) => data::write_scheme(scheme),
        }
    }
}

/// Puts one of the user's own data sets or schemes back into the library.
pub fn read_own(text: &str, library: &mut Library) -> Result<(), ImportError> {
    match read_file(text.as_bytes())? {
        File::DataSet(data) => library.put_data_set(Shared::new(Table::new(Rc::new(data)))),
        File::Scheme(scheme) => library.put_scheme(Shared::new(scheme)),
        File::Project(_) => return Err(ImportError::whole(Problem::OtherFormat)),
    }
    Ok(())
}

/// What a file of ours holds.
#[derive(Debug)]
pub enum File {
    /// A data set.
    DataSet(DataSet),
    /// A scheme.
    Scheme(Scheme),
    /// A project.
    Project(Project),
}

/// Reads a file whose kind its `format` tells.
pub fn read_file(bytes: &[u8]) -> Result<File, ImportError> {
    match data::kind_of(bytes)? {
        FileKind::DataSet => data::read_data_set(bytes).map(File::DataSet),
        FileKind::Scheme => data::read_scheme(bytes).map(File::Scheme),
        FileKind::Project => project::read(bytes).map(File::Project),
    }
}

#[cfg(test)]
mod tests;
