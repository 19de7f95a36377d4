//! Set-up: finds what a command needs, installs what is not there, and keeps it for the next time.
//!
//! A person's own rustup, tools and browsers are used where they fit. What cannot be installed, for
//! want of rights or network, is one message that names it.

pub mod apt;
pub mod tools;
pub mod wasm;

use crate::Result;

/// What building the page needs: a compiler for wasm32, trunk and wasm-bindgen.
pub fn for_building() -> Result<wasm::Compiler> {
    let compiler = wasm::find_or_install()?;
    tools::install_missing()?;
    Ok(compiler)
}
