//! Handing a file to the user: a link that saves, clicked once. Nothing is sent anywhere.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

/// The browser would not save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser does not save files")]
pub struct DownloadError;

/// How long the link's address stays valid: browsers read it after the click.
const KEPT_MS: u32 = 60_000;

/// Saves bytes as a file of this name and media type.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| DownloadError)?;
    save_blob(name, &blob)
}

/// Saves a blob as a file of this name.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), DownloadError> {
    let document = window().and_then(|window| window.document()).ok_or(DownloadError)?;
    let link = document.create_element("a").map_err(|_| DownloadError)?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| DownloadError)?;
    let address = Url::create_object_url_with_blob(blob).map_err(|_| DownloadError)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT_MS, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
