//! The headless twin as a wasm program: `same_bytes.test.mjs` runs it beside the native one, `speed.mjs` times it.

#[path = "../../../benches/bare/mod.rs"]
mod bare;
#[path = "../../../benches/generated/mod.rs"]
mod generated;
mod speed;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs the twin. `files` holds names and texts by turns. Gives what it prints, its problems, and its exit code.
#[wasm_bindgen]
pub fn run(arguments: Vec<String>, files: Vec<String>) -> Vec<String> {
    let read = |name: &str| {
        let file = files.chunks_exact(2).find(|file| file[0] == name);
        file.map(|file| file[1].clone().into_bytes()).ok_or_else(|| std::io::ErrorKind::NotFound.into())
    };
    let output = faheng::cli::run(&arguments, &read);
    vec![output.stdout, output.stderr, output.code.to_string()]
}
