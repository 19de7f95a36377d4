//! Where a path of keys stands in a JSON text, and which path stands at a place: problems that are found after parsing
//! know their path, those of the parser know their place, and a user is told both.

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

/// The path of the innermost value that spans a byte offset, its key included: `data.observations[12].value`. Empty
/// for the whole text.
pub fn path_at(text: &str, offset: usize) -> String {
    let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
    let mut path = String::new();
    scanner.space();
    while let Some(step) = scanner.enter_at(offset) {
        match step {
            Step::Key(key) if path.is_empty() => path = key,
            Step::Key(key) => path.extend([".", &key]),
            Step::Nth(nth) => path.push_str(&format!("[{nth}]")),
        }
    }
    path
}

/// The byte offset of what a parser read last, by its line from 1 and the bytes that it had read of that line.
pub fn offset_of(text: &str, line: usize, bytes_read: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = (before + bytes_read.saturating_sub(1)).min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
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

    /// Goes to the member of the value here that spans an offset, and gives its step; `None` where no member does.
    fn enter_at(&mut self, offset: usize) -> Option<Step> {
        let open = self.peek().filter(|open| matches!(open, b'{' | b'['))?;
        self.at += 1;
        let mut nth = 0;
        loop {
            self.space();
            if self.at > offset {
                return None;
            }
            let step = match self.peek()? {
                b'}' | b']' => return None,
                b',' => {
                    self.at += 1;
                    nth += 1;
                    continue;
                }
                b'"' if open == b'{' => {
                    let key = self.string()?;
                    self.space();
                    self.at += 1;
                    self.space();
                    Step::Key(key)
                }
                _ if open == b'{' => return None,
                _ => Step::Nth(nth),
            };
            let start = self.at;
            if self.skip().is_none() || offset < self.at {
                self.at = start;
                return Some(step);
            }
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
    fn a_place_has_the_path_of_the_innermost_value_there() {
        let path = |what: &str| path_at(TEXT, TEXT.find(what).unwrap());
        assert_eq!(path("1,"), "a[0]");
        assert_eq!(path("2}"), "a[1].名");
        assert_eq!(path("},\\"), "a[1].x");
        assert_eq!(path("7"), "b.c[1]");
        // The brackets of a list or an object are its own, and so is what stands between its members.
        assert_eq!(path("[1"), "a");
        assert_eq!(path(", {"), "a");
        assert_eq!(path_at(TEXT, 0), "");
        assert_eq!(path_at(TEXT, TEXT.len()), "");
        assert_eq!(path_at("{\"a\": [1, {\"b\": tru", 18), "a[1].b");
    }

    #[test]
    fn what_a_parser_read_last_is_found() {
        // The third byte of the second line; a place inside 名 (bytes 1 to 3 of the line) is its beginning.
        assert_eq!(offset_of("ab\ncdef", 2, 3), 5);
        assert_eq!(offset_of("ab\n名", 2, 2), 3);
        assert_eq!(offset_of("ab", 9, 9), 2);
    }

    #[test]
    fn a_path_that_goes_too_far_ends_where_it_still_stands() {
        assert_eq!(place_of(TEXT, "b.nothing.there"), Some(Place { line: 3, column: 8 }));
        assert_eq!(place_of("{\"a\": [", "a[3].b"), Some(Place { line: 1, column: 7 }));
    }
}
