//! How the page starts: with the kept work, or with what comes with it and a message where the work is unreadable.

use crate::{
    app::{Library, Notice, Shared, State, project, snapshot},
    browser::{
        page_copy::{self, Carried},
        storage,
    },
    data,
    i18n::{
        Lang,
        texts::{import::import_error, notice},
    },
};

use super::keeping::{OWN_PREFIX, UNREADABLE_KEY, WORK_KEY};

/// The state that the page starts with, or why there is none.
pub fn start() -> Result<Shared<State>, String> {
    let carried = page_copy::carried();
    if let Some(carried) = &carried {
        storage::enter_room(&format!("faheng.copy.{:08x}", fingerprint(&carried.text)));
    }
    let (library, mut problem) = library()?;
    let kept = storage::load(WORK_KEY).ok().flatten();
    if let Some(carried) = carried.filter(|carried| kept.is_none() || carried.read_only) {
        return open_carried(&carried, library);
    }
    let restored = kept.as_deref().map(|text| snapshot::read(text, library.clone()));
    let state = match restored {
        Some(Ok(state)) => Some(state),
        Some(Err(error)) => {
            let _ = storage::save(UNREADABLE_KEY, kept.as_deref().unwrap_or_default());
            problem = Some(Notice::problem(notice::work_unreadable(&error)));
            State::new(library)
        }
        None => State::new(library),
    };
    let mut state = state.ok_or_else(|| notice::nothing_to_show(Lang::Zh))?;
    state.view.notice = problem;
    Ok(Shared::new(state))
}

/// The state that a copy of the page carries.
fn open_carried(carried: &Carried, library: Library) -> Result<Shared<State>, String> {
    let fresh = State::new(library).ok_or_else(|| notice::nothing_to_show(Lang::Zh))?;
    let project = project::read(carried.text.as_bytes()).map_err(|error| import_error(Lang::Zh, &error))?;
    let mut state = project.open(&fresh).map_err(|error| notice::work_problem(&error).0)?;
    state.read_only = carried.read_only;
    Ok(Shared::new(state))
}

/// A number that tells texts apart (FNV-1a).
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What can be chosen: what comes with the page and what the user opened before, with a message where some of that
/// cannot be read; or why there is nothing.
pub fn library() -> Result<(Library, Option<Notice>), String> {
    let say = |error: &data::ImportError| import_error(Lang::Zh, error);
    let data_sets = data::seed_data_sets().map_err(|error| say(&error))?;
    let schemes = data::seed_schemes().map_err(|error| say(&error))?;
    let mut library = Library::new(data_sets, schemes);
    let problem = put_own_back(&mut library);
    Ok((library, problem))
}

/// Puts the user's own data sets and schemes back; what cannot be read stays where it is kept, and is told.
fn put_own_back(library: &mut Library) -> Option<Notice> {
    let mut problem = None;
    for key in storage::keys(OWN_PREFIX).unwrap_or_default() {
        let Some(text) = storage::load(&key).ok().flatten() else { continue };
        if let Err(error) = snapshot::read_own(&text, library) {
            problem = Some(Notice::problem(notice::own_unreadable(&error)));
        }
    }
    problem
}
