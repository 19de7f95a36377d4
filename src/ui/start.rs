//! How the page starts: with the kept work, or with what comes with it and a message where the work is unreadable.

use crate::{
    app::{Library, Notice, Shared, State, project, snapshot},
    browser::{
        database,
        page_copy::{self, Carried},
        storage,
    },
    data,
    i18n::{
        Lang,
        texts::{import::import_error, keeping, notice},
    },
};

use super::{
    keeping::{IN_DATABASE, OWN_PREFIX, UNREADABLE_KEY},
    slots,
};

/// What a page can start with.
pub type Started = Result<Shared<State>, String>;

/// Gives the state that the page starts with, or why there is none: at once, unless some of the user's data are in the
/// browser's database; then `later` is called with it.
pub fn start(later: impl FnOnce(Started) + 'static) -> Option<Started> {
    let carried = page_copy::carried();
    if let Some(carried) = &carried {
        storage::enter_room(&format!("faheng.copy.{:08x}", fingerprint(&carried.text)));
    }
    let own = own_texts();
    let large: Vec<String> =
        own.iter().filter(|(_, text)| text == IN_DATABASE).map(|(key, _)| key.clone()).collect();
    if large.is_empty() {
        return Some(start_with(carried, own));
    }
    database::load(large, move |texts| {
        let mut texts = texts.into_iter();
        let read = |(key, text): (String, String)| match text == IN_DATABASE {
            true => (key, texts.next().flatten().unwrap_or(text)),
            false => (key, text),
        };
        let own = own.into_iter().map(read).collect();
        later(start_with(carried, own));
    });
    None
}

fn start_with(carried: Option<Carried>, own: Vec<(String, String)>) -> Started {
    let (library, mut problem) = library_with(own)?;
    let kept = slots::read();
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

/// What can be chosen: what comes with the page and what the user opened before, without what is in the browser's
/// database; with a message where some of it cannot be read; or why there is nothing.
pub fn library() -> Result<(Library, Option<Notice>), String> {
    library_with(own_texts().into_iter().filter(|(_, text)| text != IN_DATABASE).collect())
}

fn library_with(own: Vec<(String, String)>) -> Result<(Library, Option<Notice>), String> {
    let say = |error: &data::ImportError| import_error(Lang::Zh, error);
    let data_sets = data::seed_data_sets().map_err(|error| say(&error))?;
    let schemes = data::seed_schemes().map_err(|error| say(&error))?;
    let mut library = Library::new(data_sets, schemes);
    let problem = put_own_back(&mut library, own);
    Ok((library, problem))
}

/// The user's own data sets and schemes by key, as they are kept.
fn own_texts() -> Vec<(String, String)> {
    let keys = storage::keys(OWN_PREFIX).unwrap_or_default();
    keys.into_iter().filter_map(|key| storage::load(&key).ok().flatten().map(|text| (key, text))).collect()
}

/// Puts the user's own data sets and schemes back; what cannot be read stays where it is kept, and is told.
fn put_own_back(library: &mut Library, own: Vec<(String, String)>) -> Option<Notice> {
    let mut problem = None;
    for (_, text) in own {
        if text == IN_DATABASE {
            problem = Some(Notice::problem(keeping::database_unreadable()));
        } else if let Err(error) = snapshot::read_own(&text, library) {
            problem = Some(Notice::problem(notice::own_unreadable(&error)));
        }
    }
    problem
}
