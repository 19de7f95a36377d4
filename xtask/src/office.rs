//! `cargo xtask test --office`: files that leave the page, read by other programs.
//!
//! Each `tests/office/NAME_check.py` reads what is written into `target/office/NAME`, and prints lines as `cargo test`
//! does. The example `office-NAME` writes it, or the browser test `NAME.test.mjs` on the built page, which finds the
//! folder in `FAHENG_OFFICE`.

use crate::process::{self, command, step};
use crate::setup::browsers;
use crate::tally::Tally;
use crate::{Result, build, project, setup};
use std::process::Command;

const FOLDER: &str = "tests/office";
const BROWSER: &str = "tests/browser";

/// Runs every check there is.
pub fn test() -> Result {
    let python = setup::office::for_checking()?;
    let mut tally = Tally::default();
    for name in names()? {
        let folder = format!("target/office/{name}");
        step(&format!("writing files: {name} …"));
        if let Err(message) = writer(&name, &folder).and_then(|mut write| process::run(&mut write)) {
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

/// The program that writes the files of a check into a folder.
fn writer(name: &str, folder: &str) -> Result<Command> {
    let test = format!("{name}.test.mjs");
    if !project::root().join(BROWSER).join(&test).exists() {
        let mut cargo = command("cargo");
        cargo.args(["run", "--quiet", "--example", &format!("office-{name}"), "--", folder]);
        return Ok(cargo);
    }
    let (compiler, _) = setup::for_testing()?;
    build::page(&compiler, build::Profile::Release)?;
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", &test]).current_dir(project::root().join(BROWSER));
    node.env("FAHENG_OFFICE", project::root().join(folder));
    browsers::configure(&mut node);
    Ok(node)
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
