//! The headless twin natively and in wasm: the same bytes. Builds both and runs the test that compares them.

use crate::Result;
use crate::process::{self, command, step};
use crate::setup::{browsers, tools, wasm::Compiler};
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

/// Times scoring in a browser beside the bare work.
pub fn speed(compiler: &Compiler) -> Result {
    const FOLDER: &str = "target/twin-page";
    build_wasm(compiler, "no-modules", FOLDER)?;
    let mut node = command("node");
    node.arg("tests/twin/speed.mjs").env("SPEED", project::root().join(FOLDER));
    browsers::configure(&mut node);
    process::run(&mut node)
}

fn build_both(compiler: &Compiler) -> Result {
    process::run(command("cargo").args(["build", "--quiet", "--bin", "faheng"]))?;
    build_wasm(compiler, "nodejs", "target/twin")
}

/// Builds the twin as wasm, with the script that loads it in `loader`'s way.
fn build_wasm(compiler: &Compiler, loader: &str, folder: &str) -> Result {
    let mut cargo = command("cargo");
    cargo.args(["build", "--quiet", "--release", "--package", "faheng-twin"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    build::configure(&mut cargo, compiler, build::Profile::Release)?;
    process::run(&mut cargo)?;
    let program = "target/wasm/wasm32-unknown-unknown/release/faheng_twin.wasm";
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", loader, "--no-typescript", "--out-dir", folder, program]);
    process::run(bindgen.env("PATH", tools::path_with(None)?))
}
