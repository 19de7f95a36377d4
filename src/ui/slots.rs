//! Where a tab keeps its work: a slot, so that no tab writes over what another one kept.
//!
//! A tab goes on with the slot that was written last, and remembers what it read or wrote there. Where it finds something
//! else when it writes, another tab goes on with the same slot: then it takes one of its own, and both works stay. The
//! tab's own storage tells it its slot after a reload.

use std::cell::RefCell;

use crate::browser::{
    storage::{self, StorageError},
    timer,
};

/// Where the text of a slot is kept, its name behind it.
const TEXT: &str = "faheng.slot.";
/// Where it is kept when a slot was written last, in milliseconds since 1970.
const TIME: &str = "faheng.slot-time.";
/// Where a tab keeps the name of its slot.
const TAB: &str = "faheng.slot";
/// Where pages that knew one place only kept their work.
const FIRST: &str = "faheng.work";
/// So many slots are kept; the oldest go first.
const MOST: usize = 6;

/// The slot of this tab.
struct Slot {
    name: String,
    /// What this tab read or wrote there last.
    known: Option<String>,
}

thread_local! {
    static OWN: RefCell<Option<Slot>> = const { RefCell::new(None) };
}

/// Work that another tab kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// Its slot.
    pub slot: String,
    /// When it was kept: 11-23 08:05.
    pub time: String,
}

/// The work that this tab goes on with; `None` where none is kept.
pub fn read() -> Option<String> {
    let text = |name: &str| storage::load(&format!("{TEXT}{name}")).ok().flatten();
    let own = storage::load_for_tab(TAB).filter(|name| text(name).is_some());
    let slot = match own.or_else(|| by_time().into_iter().next().map(|(_, name)| name)) {
        Some(name) => Slot { known: text(&name), name },
        None => Slot { name: timer::unique(), known: None },
    };
    let known = slot.known.clone().or_else(|| storage::load(FIRST).ok().flatten());
    OWN.with(|own| *own.borrow_mut() = Some(slot));
    known
}

/// What is kept in a slot.
pub fn text_of(slot: &str) -> Option<String> {
    storage::load(&format!("{TEXT}{slot}")).ok().flatten()
}

/// Keeps the work of this tab; says whether another tab was met and this one went to a slot of its own.
pub fn save(text: &str) -> Result<bool, StorageError> {
    OWN.with(|own| {
        let mut own = own.borrow_mut();
        let slot = own.get_or_insert_with(|| Slot { name: timer::unique(), known: None });
        if slot.known.as_deref() == Some(text) {
            return Ok(false);
        }
        let met = storage::load(&format!("{TEXT}{}", slot.name))? != slot.known;
        if met {
            slot.name = timer::unique();
        }
        storage::save(&format!("{TEXT}{}", slot.name), text)?;
        storage::save(&format!("{TIME}{}", slot.name), &timer::since_1970().to_string())?;
        storage::save_for_tab(TAB, &slot.name);
        slot.known = Some(text.to_owned());
        storage::remove(FIRST)?;
        for (_, name) in by_time().into_iter().skip(MOST) {
            storage::remove(&format!("{TEXT}{name}"))?;
            storage::remove(&format!("{TIME}{name}"))?;
        }
        Ok(met)
    })
}

/// What other tabs kept and this one did not read, the latest first.
pub fn elsewhere() -> Vec<Elsewhere> {
    OWN.with(|own| {
        let own = own.borrow();
        let is_other = |name: &str| own.as_ref().is_none_or(|own| own.name != name);
        let others = by_time().into_iter().filter(|(_, name)| is_other(name));
        others.map(|(time, slot)| Elsewhere { slot, time: timer::day_and_minute(time) }).collect()
    })
}

/// When the slots were written, and their names; the latest first.
fn by_time() -> Vec<(f64, String)> {
    let keys = storage::keys(TEXT).unwrap_or_default();
    let names = keys.iter().filter_map(|key| key.strip_prefix(TEXT)).map(str::to_owned);
    let time = |name: &str| storage::load(&format!("{TIME}{name}")).ok()??.parse().ok();
    let mut slots: Vec<(f64, String)> = names.map(|name| (time(&name).unwrap_or_default(), name)).collect();
    slots.sort_by(|a, b| b.0.total_cmp(&a.0));
    slots
}
