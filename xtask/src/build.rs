//! Building the page: trunk compiles and binds the program, [`pack`] makes the one file of it.

use crate::setup::wasm::Compiler;
use crate::{Result, pack, process, project, setup};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What users get.
    Release,
    /// For looking at things: compiled fast, several times larger.
    Quick,
}

/// Builds the page.
pub fn page(compiler: &Compiler, profile: Profile) -> Result<pack::Page> {
    process::step(match profile {
        Profile::Release => "building the page …",
        Profile::Quick => "building the page, not optimised …",
    });
    let mut trunk = process::command("trunk");
    trunk.args(["build", "--locked=true", "--skip-version-check", "--log=warn"]);
    configure(&mut trunk, compiler, profile)?;
    if profile == Profile::Quick {
        trunk.arg("--release=false");
    }
    // Trunk takes only the words true and false in it, and stops at the usual 1.
    trunk.env_remove("NO_COLOR");
    process::run(&mut trunk).map_err(|error| format!("the page was not built: {error}"))?;
    pack::pack(profile)
}

/// Sets the environment of a program that compiles for wasm32.
pub fn configure(program: &mut Command, compiler: &Compiler, profile: Profile) -> Result {
    compiler.configure(program);
    if profile == Profile::Release {
        program.env("CARGO_ENCODED_RUSTFLAGS", without_own_paths());
    }
    // A folder of its own, so that a native build and this one never undo each other's work.
    program.env("CARGO_TARGET_DIR", project::root().join("target/wasm"));
    program.env("PATH", setup::tools::path_with(compiler.bin_folder())?);
    Ok(())
}

/// Compiler flags that keep this machine's folders out of the page: panic messages name the sources of crates.
fn without_own_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let folders = sources.into_iter().flatten().flatten().map(|entry| entry.path());
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=crates", folder.display()));
    // Cargo's separator between flags.
    flags.collect::<Vec<_>>().join("\u{1f}")
}
