//! Keeps the work over a reload: a little after each change, and when the page goes away.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::{
    app::{Library, Shared, State, Theme, snapshot},
    browser::{listen, page, storage, timer},
};

/// Where the work is kept.
pub const WORK_KEY: &str = "faheng.work";
/// Where work that could not be read is put aside.
pub const UNREADABLE_KEY: &str = "faheng.work.unreadable";
/// Where the user's own data sets and schemes are kept, a number behind each.
pub const OWN_PREFIX: &str = "faheng.own.";
/// Where the theme is kept for the first paint (read by `index.html`).
const THEME_KEY: &str = "faheng.theme";
/// More observations than this have no room in the browser's storage: it is not tried, since writing millions of them
/// as text would stop the page.
const MOST_KEPT: usize = 100_000;
/// How long after a change the work is written, in milliseconds.
const PAUSE: u32 = 250;

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is.
    Kept,
    /// The browser refuses, or there is no room.
    NotKept,
    /// The page is a copy for reading; nothing is kept of it.
    ReadOnly,
}

/// Keeps the state as it changes; says whether that works.
#[hook]
pub fn use_keeping(state: &Shared<State>) -> Keeping {
    let keeping = use_state_eq(|| Keeping::Kept);
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let own_kept = use_mut_ref(|| (state.library.clone(), true));
    {
        let keeping = keeping.clone();
        let (latest, own_kept) = (latest.clone(), own_kept.clone());
        use_effect_with(state.clone(), move |_| {
            let later = timer::later(PAUSE, move || keeping.set(keep(&latest, &own_kept)));
            move || drop(later)
        });
    }
    use_effect_with((), move |()| {
        let listening = listen::on_page_hide(move || {
            keep(&latest, &own_kept);
        });
        move || drop(listening)
    });
    *keeping
}

/// Writes what has changed.
fn keep(latest: &Rc<RefCell<Shared<State>>>, own_kept: &Rc<RefCell<(Library, bool)>>) -> Keeping {
    let state = latest.borrow().clone();
    if state.read_only {
        return Keeping::ReadOnly;
    }
    let mut own = own_kept.borrow_mut();
    if own.0 != state.library {
        *own = (state.library.clone(), keep_own(&state.library));
    }
    let written = snapshot::write(&state).is_ok_and(|text| storage::save(WORK_KEY, &text).is_ok())
        && keep_theme(state.view.theme)
        && own.1;
    page::set_work_kept(written);
    if written { Keeping::Kept } else { Keeping::NotKept }
}

fn keep_theme(theme: Theme) -> bool {
    let kept = match theme {
        Theme::Auto => storage::remove(THEME_KEY),
        Theme::Light => storage::save(THEME_KEY, "light"),
        Theme::Dark => storage::save(THEME_KEY, "dark"),
    };
    kept.is_ok()
}

fn keep_own(library: &Library) -> bool {
    let own = library.data_sets.iter().filter(|entry| entry.own);
    let count: usize = own.map(|entry| entry.table.data().observations.len()).sum();
    if count > MOST_KEPT {
        return false;
    }
    let own = snapshot::write_own(library);
    own.iter().enumerate().all(|(i, text)| storage::save(&format!("{OWN_PREFIX}{i}"), text).is_ok())
}
