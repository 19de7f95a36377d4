//! `cargo xtask test --office`: files that leave the page, read by other programs.
//!
//! Each `tests/office/NAME_check.py` reads what the example `office-NAME` writes into `target/office/NAME`, and prints
//! lines as `cargo test` does.

use crate::process::{self, command, step};
use crate::tally::Tally;
use crate::{Result, project, setup};

const FOLDER: &str = "tests/office";

/// Runs every check there is.
pub fn test() -> Result {
    let python = setup::office::for_checking()?;
    let mut tally = Tally::default();
    for name in names()? {
        let folder = format!("target/office/{name}");
        step(&format!("writing files: {name} …"));
        let example = format!("office-{name}");
        let mut write = command("cargo");
        write.args(["run", "--quiet", "--example", &example, "--", &folder]);
        if let Err(message) = process::run(&mut write) {
            tally.fail(&message);
            continue;
        }
        step(&format!("reading files with office programs: {name} …"));
        let mut read = command(&python.to_string_lossy());
        read.arg(format!("{FOLDER}/{name}_check.py")).arg(&folder);
        tally.run_cargo_tests(&mut read)?;
    }
    step("done");
    tally.close()
}

/// The checks by name, in order.
fn names() -> Result<Vec<String>> {
    let failure = |error: std::io::Error| format!("{FOLDER} cannot be read: {error}");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(project::root().join(FOLDER)).map_err(failure)? {
        let file = entry.map_err(failure)?.file_name().to_string_lossy().into_owned();
        names.extend(file.strip_suffix("_check.py").map(str::to_string));
    }
    names.sort();
    Ok(names)
}
