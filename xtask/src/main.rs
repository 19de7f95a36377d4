//! `cargo xtask`: one command to see the page and one to test it, on a machine that has only Rust, git and Node.
//!
//! Each command first installs what it lacks ([`setup`]), and keeps it for the next time.

mod bench;
mod build;
mod conformance;
mod floor;
mod office;
mod pack;
mod printable;
mod process;
mod program;
mod project;
mod run;
mod serve;
mod setup;
mod styles;
mod tally;
mod test;
mod twin;

use std::process::ExitCode;

/// What can go wrong here ends the command; the text is for the person who ran it, and empty when all has been said.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask <command>

  run [--no-serve] [--quick]   build dist/index.html, print its path and serve it on this machine
                               --no-serve  only build
                               --quick     build fast, without optimising: a larger, slower page
  test [--office]              check format and lints, run all tests, those in browsers on the built page
                               --office    only read saved files with office programs
  bench [options]              measure speed; options go to the measuring programs
  conformance DIR              run the engine on published indices in DIR and compare
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.split_first() {
        Some((&"run", options)) => run::run(options),
        Some((&"test", options)) => test::test(options),
        Some((&"bench", options)) => bench::bench(options),
        Some((&"conformance", options)) => conformance::conformance(options),
        Some((&("help" | "--help" | "-h"), _)) => {
            print!("{USAGE}");
            Ok(())
        }
        Some((unknown, _)) => Err(format!("there is no command `{unknown}`\n\n{USAGE}")),
        None => Err(USAGE.to_string()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            if !message.is_empty() {
                eprintln!("{message}");
            }
            ExitCode::FAILURE
        }
    }
}
