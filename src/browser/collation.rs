//! The order of Chinese words by their pinyin, as the browser knows it.

use std::cmp::Ordering;

use js_sys::{Array, Intl::Collator, Object};
use wasm_bindgen::JsValue;

/// Compares words by their pinyin; all are equal where the browser does not know it.
pub fn by_pinyin() -> impl Fn(&str, &str) -> Ordering {
    let compare = Collator::new(&Array::of1(&"zh-Hans-CN-u-co-pinyin".into()), &Object::new()).compare();
    move |a, b| {
        let order =
            compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into()).ok().and_then(|order| order.as_f64());
        order.unwrap_or_default().total_cmp(&0.0)
    }
}
