//! 法衡 Faheng scores how well governments and their departments keep to the law, in one page that needs no network.
//!
//! The map, and who may use whom (`tests/it/architecture.rs` holds it):
//! * [`domain`] nouns: unit, indicator, observation, data set, scheme, rule, evaluation; uses only serde and smallvec
//! * [`scoring`] verbs: from data and scheme to an evaluation; uses `domain`
//! * [`data`] files: embedded seeds, reading, checking, writing; uses `domain`
//! * [`app`] the state of the page, actions, undo; pure; uses `scoring`, `data`, `i18n`, and of `chart` which one is shown
//! * [`i18n`] the two languages of the page and every text a user sees; puts into words what `data` and `app` report
//! * [`chart`] charts as plain data, words, table twins and drawings; uses `scoring`, `i18n`
//! * [`export`] files that leave the page, as bytes: workbooks, slides, pictures, the page itself; uses `chart`, `i18n`
//! * [`cli`] the headless twin `faheng` without the machine: arguments to bytes; uses `scoring`, `data`, `i18n`, and
//!   of `app` how a project is read
//! * `browser` (feature `shell`) the only code that names the browser: storage, files, focus; uses nothing of ours
//! * `ui` (feature `shell`) the screen; uses `app`, `chart`, `export`, `browser`, `i18n`
//!
//! A text in two languages is one line of the `texts!` macro, not a file a language, so that none can be left out.

pub mod app;
#[cfg(feature = "shell")]
pub mod browser;
pub mod chart;
pub mod cli;
pub mod data;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod scoring;
#[cfg(feature = "shell")]
pub mod ui;
