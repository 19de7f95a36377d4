//! What several screens use.

mod icon;
mod menu;
mod number_field;

pub use icon::{Icon, icon};
pub use menu::{Menu, MenuEntry};
pub use number_field::NumberField;
