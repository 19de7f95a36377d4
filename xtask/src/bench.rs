//! `cargo xtask bench`: runs the measuring programs of benches/, and those of the built page in a browser. What they
//! measure and print is their own affair.

use crate::process::{self, command, step};
use crate::setup::{self, browsers};
use crate::{Result, build, project};

/// Options go to the programs of benches/ as they are.
pub fn bench(options: &[&str]) -> Result {
    let (compiler, _) = setup::for_testing()?;
    // A pattern, since without one cargo would also start the unit tests to look for measurements in them.
    process::run(command("cargo").args(["bench", "--bench", "*", "--"]).args(options))?;
    build::page(&compiler, build::Profile::Release)?;
    step("the page in a browser …");
    let mut node = command("node");
    node.arg("bench.mjs").current_dir(project::root().join("tests/browser"));
    browsers::configure(&mut node);
    process::run(&mut node)
}
