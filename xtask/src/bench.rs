//! `cargo xtask bench`: runs the measuring programs of benches/. What they measure and print is their own affair.

use crate::process::{self, command};
use crate::{Result, project};

/// Options go to the programs as they are.
pub fn bench(options: &[&str]) -> Result {
    if !project::root().join("benches").is_dir() {
        return Err("there is nothing to measure yet: no folder benches/".to_string());
    }
    // A pattern, since without one cargo would also start the unit tests to look for measurements in them.
    process::run(command("cargo").args(["bench", "--bench", "*", "--"]).args(options))
}
