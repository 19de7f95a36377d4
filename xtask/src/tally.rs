//! Counting what passed and what failed, from what cargo and node print, for the one closing line.

use crate::{Result, process::step};
use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// The counts so far.
#[derive(Default)]
pub struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
    /// What failed, to be named once more at the end.
    failures: Vec<String>,
    /// Native tests that have passed or were skipped: the same test run again with another feature counts once.
    seen: HashSet<String>,
}

impl Tally {
    /// Counts one failure and says what it was.
    pub fn fail(&mut self, what: &str) {
        self.failed += 1;
        self.failures.push(what.to_string());
        step(&format!("FAILED: {what}"));
    }

    /// Runs a check that either holds or does not, and counts it.
    pub fn check(&mut self, what: &str, run: impl FnOnce() -> Result) {
        step(&format!("{what} …"));
        match run() {
            Ok(()) => self.passed += 1,
            Err(message) => self.fail(&format!("{what}: {message}")),
        }
    }

    /// Runs `cargo test …`, shows what it prints, and counts its tests.
    pub fn run_cargo_tests(&mut self, cargo: &mut Command) -> Result {
        let (failed_before, mut names) = (self.failed, Vec::new());
        let succeeded = show(cargo, |line| {
            let Some((name, outcome)) = cargo_line(line) else { return };
            match outcome {
                Outcome::Failed => self.note(name),
                Outcome::Passed if !self.seen.contains(name) => self.passed += 1,
                Outcome::Skipped if !self.seen.contains(name) => self.skipped += 1,
                _ => {}
            }
            names.push(name.to_string());
        })?;
        self.seen.extend(names);
        self.expect(succeeded || self.failed > failed_before, "cargo test stopped before its tests did");
        Ok(())
    }

    /// Runs `node --test --test-reporter=spec`, shows what it prints, and counts its tests.
    pub fn run_node_tests(&mut self, node: &mut Command) -> Result {
        let (passed_before, failed_before) = (self.passed, self.failed);
        let succeeded = show(node, |line| match node_line(line) {
            Some(("pass", count)) => self.passed += count,
            Some(("fail" | "cancelled", count)) => self.failed += count,
            Some(("skipped" | "todo", count)) => self.skipped += count,
            _ => {}
        })?;
        self.expect(succeeded || self.failed > failed_before, "node stopped before its tests did");
        self.expect(self.passed + self.failed > passed_before + failed_before, "node ran no test");
        Ok(())
    }

    fn note(&mut self, test: &str) {
        self.failed += 1;
        self.failures.push(format!("test {test}"));
    }

    fn expect(&mut self, holds: bool, otherwise: &str) {
        if !holds {
            self.fail(otherwise);
        }
    }

    /// Prints what failed and, last, the line of counts. The error has nothing to add to that.
    pub fn close(&self) -> Result {
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        println!("{} passed, {} failed{skipped}", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// A line like `test scoring::rank::tests::ties_share_a_place ... ok`.
fn cargo_line(line: &str) -> Option<(&str, Outcome)> {
    let (name, outcome) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    let outcome = match outcome.split([',', ' ']).next()? {
        "ok" => Outcome::Passed,
        "FAILED" => Outcome::Failed,
        "ignored" => Outcome::Skipped,
        _ => return None,
    };
    Some((name, outcome))
}

/// A line like `ℹ pass 23`.
fn node_line(line: &str) -> Option<(&str, usize)> {
    let (what, count) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    Some((what, count.trim().parse().ok()?))
}

/// Runs the program, prints its lines as they come and gives each to `each`; whether it succeeded.
fn show(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failure = |error: std::io::Error| format!("{name}: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failure)?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(failure)?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            each(&line);
        }
    }
    Ok(child.wait().map_err(failure)?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_cargo_test() {
        assert_eq!(cargo_line("test a::b ... ok"), Some(("a::b", Outcome::Passed)));
        assert_eq!(
            cargo_line("test src/a.rs - a (line 3) ... FAILED"),
            Some(("src/a.rs - a (line 3)", Outcome::Failed))
        );
        assert_eq!(cargo_line("test a::b ... ignored, slow"), Some(("a::b", Outcome::Skipped)));
        assert_eq!(cargo_line("test result: ok. 5 passed; 0 failed"), None);
    }

    #[test]
    fn lines_of_node_test() {
        assert_eq!(node_line("ℹ pass 23"), Some(("pass", 23)));
        assert_eq!(node_line("ℹ duration_ms 10.5"), None);
        assert_eq!(node_line("✔ a page (1 ms)"), None);
    }

    #[test]
    fn a_test_run_twice_counts_once_and_a_crash_counts_as_a_failure() {
        let mut tally = Tally::default();
        let print = |text: &str, code: i32| {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("printf '{text}'; exit {code}")]);
            shell
        };
        assert_eq!(tally.run_cargo_tests(&mut print("test a ... ok\\ntest b ... FAILED\\n", 101)), Ok(()));
        assert_eq!(tally.run_cargo_tests(&mut print("test a ... ok\\ntest c ... ok\\n", 0)), Ok(()));
        assert_eq!((tally.passed, tally.failed), (2, 1));
        assert_eq!(tally.run_cargo_tests(&mut print("", 101)), Ok(()));
        assert_eq!(tally.run_node_tests(&mut print("ℹ pass 0\\nℹ fail 0\\n", 0)), Ok(()));
        assert_eq!((tally.passed, tally.failed), (2, 3));
    }
}
