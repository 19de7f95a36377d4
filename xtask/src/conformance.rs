//! `cargo xtask conformance DIR`: the engine against published indices; the comparing program is an example of the package.

use crate::Result;
use crate::process::{self, command};

/// One argument: the folder of the files.
pub fn conformance(options: &[&str]) -> Result {
    let [folder] = options else {
        return Err("usage: cargo xtask conformance DIR".to_string());
    };
    let folder =
        std::path::absolute(folder).map_err(|error| format!("{folder} is no path of a folder: {error}"))?;
    process::run(command("cargo").args(["run", "--quiet", "--example", "conformance", "--"]).arg(folder))
        .map_err(|_| "the engine and the files do not agree, see above".to_string())
}
