//! Keeps the work over a reload: a little after each change, and when the page goes away.
//!
//! The work itself is in a slot of the tab ([`super::slots`]). The user's own data sets and schemes stand beside it, each
//! under its own key and shared by all tabs, written when they are new; those with many observations are in the browser's
//! database, bit by bit, and a mark stands in their place.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::slots::{self, Elsewhere};
use crate::{
    app::{
        Action, Library, Notice, Shared, State, Theme,
        snapshot::{self, Own},
    },
    browser::{database, listen, page, storage, timer},
    data::DataSetText,
    i18n::texts::keeping as texts,
};

/// Where work that could not be read is put aside.
pub const UNREADABLE_KEY: &str = "faheng.work.unreadable";
/// Where the user's own data sets and schemes are kept, their keys behind it.
pub const OWN_PREFIX: &str = "faheng.own.";
/// What stands for a text that is in the browser's database.
pub const IN_DATABASE: &str = "in database";
/// Where the theme is kept for the first paint (read by `index.html`).
const THEME_KEY: &str = "faheng.theme";
/// Data sets with more observations than this go to the browser's database.
const MANY: usize = 10_000;
/// So many observations are written at a time.
const AT_A_TIME: usize = 2_000;
/// How long after a change the work is written, in milliseconds.
const PAUSE: u32 = 250;

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is.
    Kept,
    /// Large data are being written.
    Writing,
    /// The browser refuses, or there is no room.
    NotKept,
    /// The page is a copy for reading; nothing is kept of it.
    ReadOnly,
}

/// How the work is kept, and what other tabs kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Whether it is.
    pub how: Keeping,
    /// What other tabs kept.
    pub elsewhere: Vec<Elsewhere>,
}

/// What the page keeps, and what it kept so far.
struct Keeper {
    latest: Shared<State>,
    dispatch: Callback<Action>,
    /// The library whose own parts are kept or on their way.
    library: Library,
    /// Keys of parts that could not be kept.
    refused: Vec<String>,
    /// Large parts on their way, by key.
    writing: Vec<(String, timer::Bits)>,
    shown: UseStateHandle<Kept>,
}

type Keepers = Rc<RefCell<Keeper>>;

/// Keeps the state as it changes; says whether that works.
#[hook]
pub fn use_keeping(state: &Shared<State>, dispatch: &Callback<Action>) -> Kept {
    let shown = use_state_eq(|| Kept { how: Keeping::Kept, elsewhere: Vec::new() });
    let keeper: Keepers = use_mut_ref(|| Keeper {
        latest: state.clone(),
        dispatch: dispatch.clone(),
        library: state.library.clone(),
        refused: Vec::new(),
        writing: Vec::new(),
        shown: shown.clone(),
    });
    keeper.borrow_mut().latest = state.clone();
    {
        let keeper = keeper.clone();
        use_effect_with(state.clone(), move |_| {
            let later = timer::later(PAUSE, move || keep(&keeper));
            move || drop(later)
        });
    }
    use_effect_with((), move |()| {
        let listening = listen::on_page_hide(move || keep(&keeper));
        move || drop(listening)
    });
    (*shown).clone()
}

/// Writes what has changed, and shows how that went.
fn keep(keepers: &Keepers) {
    let state = keepers.borrow().latest.clone();
    if state.read_only {
        return keepers.borrow().shown.set(Kept { how: Keeping::ReadOnly, elsewhere: Vec::new() });
    }
    keep_own(keepers, &state.library);
    let saved = snapshot::write(&state).ok().and_then(|text| slots::save(&text).ok());
    if saved == Some(true) {
        keepers.borrow().dispatch.emit(Action::Notify(Notice::done(texts::other_tab())));
    }
    show(keepers, saved.is_some() && keep_theme(state.view.theme));
}

fn show(keepers: &Keepers, work_is_kept: bool) {
    let keeper = keepers.borrow();
    let kept = work_is_kept && keeper.refused.is_empty();
    page::set_work_kept(kept && keeper.writing.is_empty());
    let how = match kept {
        false => Keeping::NotKept,
        true if keeper.writing.is_empty() => Keeping::Kept,
        true => Keeping::Writing,
    };
    keeper.shown.set(Kept { how, elsewhere: slots::elsewhere() });
}

fn keep_theme(theme: Theme) -> bool {
    let kept = match theme {
        Theme::Auto => storage::remove(THEME_KEY),
        Theme::Light => storage::save(THEME_KEY, "light"),
        Theme::Dark => storage::save(THEME_KEY, "dark"),
    };
    kept.is_ok()
}

/// Writes the own parts of the library that are new, and forgets those that are gone.
fn keep_own(keepers: &Keepers, library: &Library) {
    if keepers.borrow().library == *library {
        return;
    }
    let before = Own::of(&std::mem::replace(&mut keepers.borrow_mut().library, library.clone()));
    let now = Own::of(library);
    for part in before.iter().filter(|part| now.iter().all(|other| other.key() != part.key())) {
        forget(&part.key());
    }
    for part in now.iter().filter(|part| !before.contains(part)) {
        let key = part.key();
        keepers.borrow_mut().refused.retain(|refused| *refused != key);
        match part {
            Own::Data(table) if part.size() > MANY => keep_large(keepers, key, table.shared_data().clone()),
            _ if storage::save(&format!("{OWN_PREFIX}{key}"), &part.text()).is_ok() => {}
            Own::Data(table) => keep_large(keepers, key, table.shared_data().clone()),
            Own::Scheme(_) => keepers.borrow_mut().refused.push(key),
        }
    }
}

fn forget(key: &str) {
    let key = format!("{OWN_PREFIX}{key}");
    // Refused where nothing could be kept either.
    let _ = storage::remove(&key);
    database::remove(key);
}

/// Writes a large data set bit by bit into the browser's database.
fn keep_large(keepers: &Keepers, key: String, data: Rc<crate::domain::DataSet>) {
    let mut text = Some(DataSetText::new(data));
    let place = keepers.clone();
    let name = key.clone();
    let work = move || {
        let Some(writing) = &mut text else { return false };
        if writing.step(AT_A_TIME) {
            return true;
        }
        let parts = text.take().map(DataSetText::finish).unwrap_or_default();
        let (keepers, name) = (place.clone(), name.clone());
        let key = format!("{OWN_PREFIX}{name}");
        database::save(key.clone(), parts, move |saved| {
            let kept = saved && storage::save(&key, IN_DATABASE).is_ok();
            let mut keeper = keepers.borrow_mut();
            keeper.writing.retain(|(writing, _)| *writing != name);
            if !kept {
                keeper.refused.push(name);
            }
            drop(keeper);
            show(&keepers, true);
        });
        false
    };
    let bits = timer::bit_by_bit(work, || {});
    let mut keeper = keepers.borrow_mut();
    keeper.writing.retain(|(writing, _)| *writing != key);
    keeper.writing.push((key, bits));
}
