//! Copying for other programs, where the browser lets a page write to the clipboard. Looked up by name, so that an
//! older browser is a refusal and no failure.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, window};

/// Nothing was copied: the browser has no such clipboard, or refuses it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser does not let the page copy this")]
pub struct CopyError;

/// Copies a PNG as a picture; tells a little later whether it did.
pub fn copy_png(png: &Blob, done: impl FnOnce(Result<(), CopyError>) + 'static) {
    answer(picture(png).and_then(|items| call("write", &items)), done);
}

/// Copies a text; tells a little later whether it did.
pub fn copy_text(text: &str, done: impl FnOnce(Result<(), CopyError>) + 'static) {
    answer(call("writeText", &text.into()), done);
}

fn answer(asked: Option<Promise>, done: impl FnOnce(Result<(), CopyError>) + 'static) {
    let Some(promise) = asked else { return done(Err(CopyError)) };
    spawn_local(async move {
        done(JsFuture::from(promise).await.map(|_| ()).map_err(|_| CopyError));
    });
}

/// The list of one item that the clipboard takes.
fn picture(png: &Blob) -> Option<JsValue> {
    let maker: Function = Reflect::get(window()?.as_ref(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), png).ok()?;
    let item = Reflect::construct(&maker, &Array::of1(&kinds)).ok()?;
    Some(Array::of1(&item).into())
}

fn call(method: &str, with: &JsValue) -> Option<Promise> {
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(navigator.as_ref(), &"clipboard".into()).ok()?;
    let method: Function = Reflect::get(&clipboard, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(&clipboard, with).ok()?.dyn_into().ok()
}
