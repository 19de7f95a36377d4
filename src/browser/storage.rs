//! What the browser keeps on this computer (localStorage) and for a tab (sessionStorage), each access with an answer
//! instead of a panic. Large texts are in [`super::database`].

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{Storage, window};

/// Why nothing could be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser refuses access: private window, policy, a file opened without rights.
    #[error("storage is denied")]
    Denied,
    /// There is no room left.
    #[error("storage is full")]
    Full,
}

thread_local! {
    /// What stands before every key.
    static ROOM: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on keys are of a room of their own: a copy of the page must not touch what the page itself keeps, for files
/// on disk share one storage.
pub fn enter_room(name: &str) {
    ROOM.with(|room| *room.borrow_mut() = format!("{name}/"));
}

pub(super) fn in_room(key: &str) -> String {
    ROOM.with(|room| format!("{}{key}", room.borrow()))
}

/// The text kept under a key; `None` where there is none.
pub fn load(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(&in_room(key)).map_err(denied)
}

/// Keeps a text under a key.
pub fn save(key: &str, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(&in_room(key), text).map_err(|_| StorageError::Full)
}

/// Forgets a key.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage()?.remove_item(&in_room(key)).map_err(denied)
}

/// The text that this tab keeps under a key, over reloads and until it is closed.
pub fn load_for_tab(key: &str) -> Option<String> {
    window()?.session_storage().ok()??.get_item(&in_room(key)).ok()?
}

/// Keeps a text for this tab. Where that is refused, a reload does not know it.
pub fn save_for_tab(key: &str, text: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) {
        let _ = storage.set_item(&in_room(key), text);
    }
}

/// The keys that begin so, in order.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let (storage, room) = (storage()?, in_room(""));
    let count = storage.length().map_err(denied)?;
    let mut keys: Vec<String> = (0..count)
        .filter_map(|i| storage.key(i).ok().flatten())
        .filter_map(|key| key.strip_prefix(&room).map(str::to_owned))
        .filter(|key| key.starts_with(prefix))
        .collect();
    keys.sort();
    Ok(keys)
}

fn storage() -> Result<Storage, StorageError> {
    window().ok_or(StorageError::Denied)?.local_storage().map_err(denied)?.ok_or(StorageError::Denied)
}

fn denied(_: JsValue) -> StorageError {
    StorageError::Denied
}
