//! Where a path of keys stands in a JSON text: line and column for problems that are found after parsing.

use super::Place;

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Nth(usize),
}

/// The place of the value at a path like `data.observations[12].value`; of the deepest part of the path that exists.
/// `None` where the text is not JSON up to there.
pub fn place_of(text: &str, path: &str) -> Option<Place> {
    let steps = steps_of(path);
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    scanner.space();
    let mut found = scanner.at;
    for step in &steps {
        match scanner.enter(step) {
            Some(true) => found = scanner.at,
            Some(false) => break,
            None => break,
        }
    }
    Some(place_at(text, found))
}

/// Line and column of a byte offset.
pub fn place_at(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    Place { line, column }
}

fn steps_of(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
        match part.strip_suffix(']').and_then(|nth| nth.parse().ok()) {
            Some(nth) => steps.push(Step::Nth(nth)),
            None => steps.push(Step::Key(part.to_owned())),
        }
    }
    steps
}

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Goes to the value of a step inside the value here. `Some(false)` where it is not there.
    fn enter(&mut self, step: &Step) -> Option<bool> {
        let open = self.peek()?;
        self.at += 1;
        let mut nth = 0;
        loop {
            self.space();
            match self.peek()? {
                b'}' | b']' => return Some(false),
                b',' => {
                    self.at += 1;
                    nth += 1;
                    continue;
                }
                _ => {}
            }
            let here = match (open, step) {
                (b'{', _) => {
                    let key = self.string()?;
                    self.space();
                    self.at += 1;
                    self.space();
                    matches!(step, Step::Key(wanted) if *wanted == key)
                }
                (b'[', Step::Nth(wanted)) => nth == *wanted,
                (b'[', Step::Key(_)) => false,
                _ => return Some(false),
            };
            if here {
                return Some(true);
            }
            self.skip()?;
        }
    }

    /// Reads a string; escapes are kept as they stand, which is enough for keys of ours.
    fn string(&mut self) -> Option<String> {
        let start = self.at + 1;
        self.skip_string()?;
        Some(String::from_utf8_lossy(self.bytes.get(start..self.at - 1)?).into_owned())
    }

    fn skip_string(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'\\' => self.at += 2,
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                _ => self.at += 1,
            }
        }
    }

    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth == 0 => return Some(()),
                b'}' | b']' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' if depth == 0 => return Some(()),
                _ => self.at += 1,
            }
            if depth == 0 && matches!(self.peek(), Some(b',' | b'}' | b']') | None) {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"a\": [1, {\"x\": \"]},\\\"\", \"名\": 2}],\n  \"b\": {\"c\": [\n    [], 7]}\n}";

    #[test]
    fn paths_are_found_by_line_and_column() {
        let place = |path| place_of(TEXT, path).unwrap();
        assert_eq!(place("a[0]"), Place { line: 2, column: 9 });
        assert_eq!(place("a[1].名"), Place { line: 2, column: 32 });
        assert_eq!(place("b.c[1]"), Place { line: 4, column: 9 });
        assert_eq!(place(""), Place { line: 1, column: 1 });
    }

    #[test]
    fn a_path_that_goes_too_far_ends_where_it_still_stands() {
        assert_eq!(place_of(TEXT, "b.nothing.there"), Some(Place { line: 3, column: 8 }));
        assert_eq!(place_of("{\"a\": [", "a[3].b"), Some(Place { line: 1, column: 7 }));
    }
}
