//! The two programs that make a page of the compiled program: trunk, and wasm-bindgen at exactly the
//! version of the library in Cargo.lock. Those on the person's PATH serve if the version is right.

use crate::process::{command, output, run_quietly, step};
use crate::{Result, project};
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

/// 0.22 needs a newer compiler than this project does.
const TRUNK_VERSION: &str = "0.21.14";
const INSTALL_LIMIT: Duration = Duration::from_secs(60 * 60);

/// Installs trunk and wasm-bindgen where the right version is not there.
pub fn install_missing() -> Result {
    let bindgen_version = project::locked_version("wasm-bindgen")?;
    install("trunk", "trunk", TRUNK_VERSION, &["--locked", "--no-default-features", "--features", "rustls"])?;
    install("wasm-bindgen", "wasm-bindgen-cli", &bindgen_version, &[])
}

/// PATH with the installed tools first, then `folder` where one is given, then the person's own.
pub fn path_with(folder: Option<&str>) -> Result<OsString> {
    let own = std::env::var_os("PATH").unwrap_or_default();
    let mut folders = vec![tools_folder()?.join("bin")];
    folders.extend(folder.map(PathBuf::from));
    folders.extend(std::env::split_paths(&own));
    std::env::join_paths(folders).map_err(|error| format!("PATH is not usable: {error}"))
}

fn tools_folder() -> Result<PathBuf> {
    Ok(project::cache()?.join("tools"))
}

fn install(program: &str, package: &str, version: &str, options: &[&str]) -> Result {
    if has_version(program, version)? {
        return Ok(());
    }
    step(&format!("installing {package} {version} (once; takes some minutes) …"));
    let mut cargo = command("cargo");
    cargo.args(["install", package, "--version", version, "--force"]).args(options);
    cargo.arg("--root").arg(tools_folder()?);
    // Compiled in half the time; both tools take only seconds of their own.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    run_quietly(&mut cargo, package, INSTALL_LIMIT).map_err(|log| {
        let by_hand = format!("cargo install {package} --version {version} {}", options.join(" "));
        format!(
            "{package} {version} cannot be installed (is there a network?):\n{log}\nInstall it by hand, then run this again:\n  {}",
            by_hand.trim_end()
        )
    })?;
    if has_version(program, version)? {
        Ok(())
    } else {
        Err(format!(
            "{program} was installed in {}, but does not answer as version {version}",
            tools_folder()?.display()
        ))
    }
}

/// The answer is like `trunk 0.21.14`, or `wasm-bindgen 0.2.130 (0a1b2c3)`.
fn has_version(program: &str, version: &str) -> Result<bool> {
    let answer = output(command(program).env("PATH", path_with(None)?).arg("--version"));
    Ok(answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version)))
}
