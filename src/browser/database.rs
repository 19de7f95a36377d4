//! The browser's database (IndexedDB): texts too large for [`super::storage`], kept in the parts they come in.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::storage::in_room;

const NAME: &str = "faheng";
const STORE: &str = "texts";

/// Keeps a text, given in parts, under a key; all of it or nothing. `done` is told whether it was.
pub fn save(key: String, parts: Vec<String>, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move { done(put(&key, &parts).await.is_ok()) });
}

/// Gives the texts kept under these keys, in their order; `None` where there is none or it cannot be read.
pub fn load(keys: Vec<String>, done: impl FnOnce(Vec<Option<String>>) + 'static) {
    spawn_local(async move {
        let mut texts = Vec::with_capacity(keys.len());
        for key in keys {
            texts.push(get(&key).await.ok().flatten());
        }
        done(texts);
    });
}

/// Forgets a key.
pub fn remove(key: String) {
    spawn_local(async move {
        // Refused where nothing could be kept either.
        let _ = delete(&key).await;
    });
}

async fn put(key: &str, parts: &[String]) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let parts: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
    let key = JsValue::from_str(&in_room(key));
    transaction.object_store(STORE)?.put(&parts, Some(&key))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

async fn get(key: &str) -> Result<Option<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(STORE)?.get(JsValue::from_str(&in_room(key)))?.await?;
    database.close();
    let parts = found.and_then(|parts| parts.dyn_into::<Array>().ok());
    Ok(parts.map(|parts| {
        parts.iter().filter_map(|part| part.dyn_into::<JsString>().ok()).map(String::from).collect()
    }))
}

async fn delete(key: &str) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(JsValue::from_str(&in_room(key)))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Refused only where it is there already.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}
