//! The compiler for wasm32: the person's own toolchain where it has the target or rustup can add it,
//! else Debian's compiler, which brings the source of its library and so can build the target itself.

use crate::Result;
use crate::process::{command, output, run_quietly, step};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's packages, each with a file that tells whether it is there (an older Debian compiler may be in /usr/bin too):
/// compiler, cargo, the library's source, the linker for wasm32.
const DEBIAN: [(&str, &str); 4] = [
    ("rustc-web", "/var/lib/dpkg/info/rustc-web.list"),
    ("cargo-web", "/var/lib/dpkg/info/cargo-web.list"),
    ("rust-web-src", "/usr/lib/rustlib/src/rust/library/std"),
    ("lld-19", "/usr/bin/wasm-ld-19"),
];
const DEBIAN_COMPILER: &str = "/usr/bin/rustc";
/// rustup keeps on trying where its server is cut off; a download of 20 MB fits in this on a slow line.
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// A compiler that can build for wasm32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// The toolchain in use, with the target installed.
    Own,
    /// Debian's, building the target's library along with the program.
    Debian,
}

impl Compiler {
    /// The folder whose `cargo` a program finds first.
    pub fn bin_folder(self) -> Option<&'static str> {
        (self == Compiler::Debian).then_some("/usr/bin")
    }

    /// Sets the environment of a program that runs `cargo build` for wasm32.
    pub fn configure(self, command: &mut Command) {
        command.env_remove("CARGO");
        if self == Compiler::Debian {
            command
                .env("RUSTC", DEBIAN_COMPILER)
                // Building the library is not a stable feature; this compiler is released together with its source.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
        }
    }
}

/// The compiler that is there; the person's own before Debian's.
pub fn find() -> Result<Compiler> {
    if own_has_target() {
        return Ok(Compiler::Own);
    }
    let missing: Vec<&str> = missing_from_debian().map(|(_, file)| file).collect();
    if !missing.is_empty() {
        return Err(format!("there is no compiler for {TARGET}: Debian's lacks {}", missing.join(", ")));
    }
    let version = output(command(DEBIAN_COMPILER).arg("--version")).unwrap_or_default();
    let needed = crate::project::rust_version()?;
    match release(version.strip_prefix("rustc ").unwrap_or_default()) {
        Some(found) if Some(found) >= release(&needed) => Ok(Compiler::Debian),
        _ => Err(format!(
            "Debian's compiler is too old: Rust {needed} is needed, here is {}. A newer one comes with Debian's security \
             updates: name the suite bookworm-security in /etc/apt/sources.list, then run this again",
            version.trim()
        )),
    }
}

/// The first two numbers of a version.
fn release(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split(['.', ' ', '-']).map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// The Debian packages that are needed for a compiler: none where one is there that will do, or where rustup can add the target
/// to the person's own.
pub fn missing_packages() -> Vec<&'static str> {
    if find().is_ok() {
        return Vec::new();
    }
    if output(command("rustup").arg("--version")).is_some() {
        step(&format!("adding the target {TARGET} with rustup …"));
        let added = run_quietly(command("rustup").args(["target", "add", TARGET]), "rustup", RUSTUP_LIMIT);
        if added.is_ok() && own_has_target() {
            return Vec::new();
        }
        step("rustup cannot get it: Debian's compiler can build it from source");
    }
    // All of them: what is there may be too old, and they fit each other.
    DEBIAN.iter().map(|(package, _)| *package).collect()
}

fn own_has_target() -> bool {
    let folder = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let files = folder.and_then(|folder| std::fs::read_dir(folder.trim()).ok());
    files.is_some_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
    })
}

fn missing_from_debian() -> impl Iterator<Item = (&'static str, &'static str)> {
    DEBIAN.into_iter().filter(|(_, file)| !Path::new(file).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(release("1.96.0 (30a34c682 2026-05-25)"), Some((1, 96)));
        assert_eq!(release("1.91"), Some((1, 91)));
        assert!(release("1.100.0") > release("1.91"));
        assert_eq!(release(""), None);
    }
}
