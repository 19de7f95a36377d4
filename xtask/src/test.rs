//! `cargo xtask test`: everything that a change must pass, each step with its time, then one line of counts.
//!
//! A step that fails does not stop the others, except that nothing is opened that could not be built.

use crate::process::{self, command, step};
use crate::setup::{browsers, linters::Linters};
use crate::tally::Tally;
use crate::{Result, build, office, setup, twin};

/// Options: `--office` runs the checks with office programs, and nothing else.
pub fn test(options: &[&str]) -> Result {
    match options {
        [] => {}
        ["--office"] => return office::test(),
        [unknown, ..] => return Err(format!("`cargo xtask test` does not know `{unknown}`")),
    }
    let (compiler, linters) = setup::for_testing()?;
    let mut tally = Tally::default();
    check_code(&mut tally, linters);
    run_native_tests(&mut tally)?;
    twin::compare(&mut tally, &compiler)?;
    match build::page(&compiler, build::Profile::Release) {
        Ok(page) => {
            tally.check("size of the page", || page.check_size());
            run_browser_tests(&mut tally)?;
        }
        Err(message) => tally.fail(&format!("{message}\nthe browser tests did not run")),
    }
    step("done");
    tally.close()
}

fn check_code(tally: &mut Tally, linters: Linters) {
    tally.check("format", || process::run(linters.cargo().args(["fmt", "--all", "--", "--check"])));
    let clippy = |features: &[&str]| {
        let mut cargo = linters.cargo();
        cargo
            .args(["clippy", "--quiet", "--workspace", "--all-targets"])
            .args(features)
            .args(["--", "-D", "warnings"]);
        process::run(&mut cargo)
    };
    tally.check("clippy on the core", || clippy(&[]));
    tally.check("clippy on the whole", || clippy(&["--features", "render"]));
}

fn run_native_tests(tally: &mut Tally) -> Result {
    step("core tests …");
    tally.run_cargo_tests(command("cargo").args(["test", "--workspace", "--no-fail-fast"]))?;
    step("render tests …");
    tally.run_cargo_tests(command("cargo").args(["test", "--features", "render", "--no-fail-fast"]))
}

fn run_browser_tests(tally: &mut Tally) -> Result {
    step("browser tests …");
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec"]).current_dir(crate::project::root().join("tests/browser"));
    browsers::configure(&mut node);
    tally.run_node_tests(&mut node)
}
