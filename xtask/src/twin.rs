//! The headless twin natively and in wasm: the same bytes. Builds both and runs the test that compares them.

use crate::Result;
use crate::process::{self, command, step};
use crate::setup::{tools, wasm::Compiler};
use crate::tally::Tally;
use crate::{build, project};

/// Builds the twin twice and compares what it prints.
pub fn compare(tally: &mut Tally, compiler: &Compiler) -> Result {
    step("the same bytes natively and in wasm …");
    match build_both(compiler) {
        Ok(()) => {
            let mut node = command("node");
            node.args(["--test", "--test-reporter=spec", "tests/twin/same_bytes.test.mjs"]);
            node.env("TWIN_NATIVE", project::root().join("target/debug/faheng"));
            node.env("TWIN_WASM", project::root().join("target/twin/faheng_twin.js"));
            tally.run_node_tests(&mut node)
        }
        Err(message) => {
            tally.fail(&format!("the twin was not built: {message}"));
            Ok(())
        }
    }
}

fn build_both(compiler: &Compiler) -> Result {
    process::run(command("cargo").args(["build", "--quiet", "--bin", "faheng"]))?;
    let mut cargo = command("cargo");
    cargo.args(["build", "--quiet", "--release", "--package", "faheng-twin"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    build::configure(&mut cargo, compiler, build::Profile::Release)?;
    process::run(&mut cargo)?;
    let program = "target/wasm/wasm32-unknown-unknown/release/faheng_twin.wasm";
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "nodejs", "--no-typescript", "--out-dir", "target/twin", program]);
    process::run(bindgen.env("PATH", tools::path_with(None)?))
}
