//! Set-up: finds what a command needs, installs what is not there, and keeps it for the next time.
//!
//! A person's own rustup, tools and browsers are used where they fit. What cannot be installed, for
//! want of rights or network, is one message that names it.

pub mod apt;
pub mod browsers;
pub mod linters;
pub mod office;
pub mod tools;
pub mod wasm;

use crate::Result;

/// What building the page needs: a compiler for wasm32, trunk and wasm-bindgen.
pub fn for_building() -> Result<wasm::Compiler> {
    apt::install(
        &wasm::missing_packages(),
        "Building the page, where `rustup target add wasm32-unknown-unknown` cannot be done,",
    )?;
    let compiler = wasm::find()?;
    tools::install_missing()?;
    Ok(compiler)
}

/// What the tests need: all that building does, rustfmt, clippy, Node and browsers.
pub fn for_testing() -> Result<(wasm::Compiler, linters::Linters)> {
    let mut packages = wasm::missing_packages();
    packages.extend(browsers::required_packages());
    apt::install(&packages, "Testing")?;
    let compiler = wasm::find()?;
    let linters = linters::find_or_install()?;
    tools::install_missing()?;
    browsers::install_node_packages()?;
    browsers::try_others()?;
    Ok((compiler, linters))
}
