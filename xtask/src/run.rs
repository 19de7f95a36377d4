//! `cargo xtask run`: build the page, say where it is, serve it.

use crate::{Result, build, serve, setup};

/// Options: `--no-serve` (only build), `--quick` (not optimised).
pub fn run(options: &[&str]) -> Result {
    let mut serving = true;
    let mut profile = build::Profile::Release;
    for option in options {
        match *option {
            "--no-serve" => serving = false,
            "--quick" => profile = build::Profile::Quick,
            unknown => return Err(format!("`cargo xtask run` does not know `{unknown}`")),
        }
    }
    let compiler = setup::for_building()?;
    let page = build::page(&compiler, profile)?;
    println!("{}", page.path.display());
    if profile == build::Profile::Release {
        page.check_size()?;
    }
    if serving { serve::serve(&page.path) } else { Ok(()) }
}
