//! Checks across the whole project, in one binary: what the library must do as a whole, and the house's own rules.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on has failed

mod architecture;
mod case;
mod clauses;
mod presets;
mod properties;
mod styles;
mod twin;
