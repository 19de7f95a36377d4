//! The screen: components that show the state and send actions. Nothing is computed here that a result rests on.
//!
//! One folder a screen, `components` for what several screens use, `frame` for what surrounds them.

mod app;
mod approval;
mod charts;
mod compare;
mod components;
mod context;
mod data;
mod deck;
mod draft;
mod embed;
mod evaluated;
mod frame;
mod import;
mod keeping;
mod link;
mod method;
mod overview;
mod results;
mod rules;
mod saving;
mod scheme;
mod scoring;
mod slots;
mod start;
mod tour;
mod trends;
mod unit;

#[cfg(all(test, feature = "render"))]
mod tests;

pub use app::App;

use crate::browser::page;

/// Puts the page, or the one chart that its address asks for, into the document's `#app`. A panic, now or later, shows the static box of `index.html`.
pub fn mount() {
    page::show_panics();
    if let Some(root) = page::root() {
        if embed::is_asked() {
            yew::Renderer::<embed::Alone>::with_root(root).render();
        } else {
            yew::Renderer::<App>::with_root(root).render();
        }
    }
}
