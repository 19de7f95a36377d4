//! Where things are: the project's folder, and the folder of installed tools, which outlives any one clone.

use crate::Result;
use std::path::{Path, PathBuf};

/// The project's folder, whatever the current one is.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf()
}

/// The user's cache folder for this project: `$XDG_CACHE_HOME/faheng`, else `~/.cache/faheng`.
pub fn cache() -> Result<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|base| base.join("faheng"))
        .ok_or_else(|| "neither XDG_CACHE_HOME nor HOME names a folder to keep tools in".to_string())
}

/// Reads a text file of the project; `path` is relative to [`root`].
pub fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path} cannot be read: {error}"))
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    version_in(&read("Cargo.lock")?, package)
        .ok_or_else(|| format!("Cargo.lock does not name the package {package}"))
}

/// The oldest version of Rust that compiles the project, as Cargo.toml names it.
pub fn rust_version() -> Result<String> {
    let manifest = read("Cargo.toml")?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    version.map(str::to_string).ok_or_else(|| "Cargo.toml names no rust-version".to_string())
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.9\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.9"));
        assert_eq!(version_in(lock, "yew"), None);
    }
}
