//! Running other programs, and saying which one runs and since when.

use crate::{Result, project};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

static START: OnceLock<Instant> = OnceLock::new();

/// Says what begins now, with the seconds since the first such line: `[  3.2s] installing trunk 0.21.14 …`.
pub fn step(what: &str) {
    let elapsed = START.get_or_init(Instant::now).elapsed().as_secs_f64();
    println!("[{elapsed:>6.1}s] {what}");
}

/// A program that gets no input, and none of what `cargo run` adds to the environment for this one
/// (another compiler would load this compiler's libraries).
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).env_remove("LD_LIBRARY_PATH").current_dir(project::root());
    command
}

/// Whether the program is there and answers `--version`.
pub fn exists(program: &str) -> bool {
    output(command(program).arg("--version")).is_some()
}

/// What the program prints, when it is there and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the program with its output on the terminal.
pub fn run(command: &mut Command) -> Result {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status})")) }
}

/// Runs a program whose output matters only when it fails: it goes to the file `name`.txt in the cache,
/// whose last lines and path are then the error. A program that takes longer than `limit` is ended.
pub fn run_quietly(command: &mut Command, name: &str, limit: Duration) -> Result {
    let log = log_path(name)?;
    let file = File::create(&log).map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
    let copy = file.try_clone().map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
    let mut child = command
        .stdout(file)
        .stderr(copy)
        .spawn()
        .map_err(|error| format!("{name} cannot be started: {error}"))?;
    let start = Instant::now();
    loop {
        match child.try_wait().map_err(|error| format!("{name}: {error}"))? {
            Some(status) if status.success() => return Ok(()),
            Some(_) => return Err(last_lines(&log)),
            None if start.elapsed() > limit => {
                // It may have ended by itself in between; either way it is gone afterwards.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("no answer within {} s\n{}", limit.as_secs(), last_lines(&log)));
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

fn log_path(name: &str) -> Result<PathBuf> {
    let folder = project::cache()?.join("log");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    Ok(folder.join(format!("{name}.txt")))
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    let shown = lines.iter().skip(lines.len().saturating_sub(8));
    let shown: String = shown.map(|line| format!("  | {line}\n")).collect();
    format!("{shown}  all of it: {}", log.display())
}
