//! The headless twin of the page: `faheng score`, `explain`, `check`. What they do is in [`faheng::cli`].

use std::{io::Write, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let output = faheng::cli::run(&arguments, &|name| std::fs::read(name));
    // A reader of the output that has gone away is no error of ours.
    let _ = std::io::stdout().write_all(output.stdout.as_bytes());
    let _ = std::io::stderr().write_all(output.stderr.as_bytes());
    ExitCode::from(output.code)
}
