//! rustfmt and clippy: the toolchain's own, those rustup can add, or Debian's.

use super::apt;
use crate::process::{command, output, run_quietly, step};
use crate::{Result, project};
use std::process::Command;
use std::time::Duration;

const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rustfmt-web", "rust-web-clippy"];
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// Whose rustfmt and clippy run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Linters {
    /// Those of the toolchain in use.
    Own,
    /// Debian's, with Debian's compiler.
    Debian,
}

impl Linters {
    /// A cargo that knows `fmt` and `clippy`.
    pub fn cargo(self) -> Command {
        match self {
            Linters::Own => command("cargo"),
            Linters::Debian => {
                let mut cargo = command("/usr/bin/cargo");
                let own = std::env::var_os("PATH").unwrap_or_default();
                let folders = std::iter::once("/usr/bin".into()).chain(std::env::split_paths(&own));
                // Joining fails only on what could not have been split.
                cargo.env("PATH", std::env::join_paths(folders).unwrap_or(own.clone()));
                cargo.env("CARGO_TARGET_DIR", project::root().join("target/debian")).env_remove("CARGO");
                cargo
            }
        }
    }

    fn are_there(self) -> bool {
        ["fmt", "clippy"].iter().all(|name| output(self.cargo().args([name, "--version"])).is_some())
    }
}

/// In this order: what is there, `rustup component add`, Debian's packages.
pub fn find_or_install() -> Result<Linters> {
    if let Some(found) = [Linters::Own, Linters::Debian].into_iter().find(|linters| linters.are_there()) {
        return Ok(found);
    }
    if output(command("rustup").arg("--version")).is_some() {
        step("adding rustfmt and clippy with rustup …");
        let mut rustup = command("rustup");
        rustup.args(["component", "add", "rustfmt", "clippy"]);
        if run_quietly(&mut rustup, "rustup", RUSTUP_LIMIT).is_ok() && Linters::Own.are_there() {
            return Ok(Linters::Own);
        }
    }
    apt::install(
        &DEBIAN_PACKAGES,
        "Checking the code, where `rustup component add rustfmt clippy` cannot be done,",
    )?;
    if Linters::Debian.are_there() {
        Ok(Linters::Debian)
    } else {
        Err("rustfmt and clippy are installed, but /usr/bin/cargo does not find them".to_string())
    }
}
