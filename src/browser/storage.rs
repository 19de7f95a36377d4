//! What the browser keeps on this computer (localStorage), each access with an answer instead of a panic.

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

/// The text kept under a key; `None` where there is none.
pub fn load(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(key).map_err(denied)
}

/// Keeps a text under a key.
pub fn save(key: &str, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(key, text).map_err(|_| StorageError::Full)
}

/// Forgets a key.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage()?.remove_item(key).map_err(denied)
}

/// The keys that begin so, in order.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let storage = storage()?;
    let count = storage.length().map_err(denied)?;
    let mut keys: Vec<String> = (0..count)
        .filter_map(|i| storage.key(i).ok().flatten())
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
