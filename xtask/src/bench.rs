//! `cargo xtask bench`: runs the measuring programs of benches/, and those of the built page in a browser. What they
//! measure and print is their own affair.

use crate::process::{self, command, step};
use crate::setup::{self, browsers};
use crate::{Result, build, project, twin};

/// The C library gives memory back only beyond so many bytes.
const KEPT: &str = "4294967296";

/// Options go to the programs of benches/ as they are.
pub fn bench(options: &[&str]) -> Result {
    let (compiler, _) = setup::for_testing()?;
    // A pattern, since without one cargo would also start the unit tests to look for measurements in them.
    let mut cargo = command("cargo");
    // As in the browser, memory once taken is kept: how fast the machine hands out pages is not what is measured.
    cargo.env("MALLOC_TRIM_THRESHOLD_", KEPT).env("MALLOC_MMAP_THRESHOLD_", KEPT);
    process::run(cargo.args(["bench", "--bench", "*", "--"]).args(options))?;
    step("scoring in a browser …");
    twin::speed(&compiler)?;
    build::page(&compiler, build::Profile::Release)?;
    step("the page in a browser …");
    let mut node = command("node");
    node.arg("bench.mjs").current_dir(project::root().join("tests/browser"));
    browsers::configure(&mut node);
    process::run(&mut node)
}
