//! The house's own rules: who may use whom, what each file says of itself, and what stands in one place only.
//!
//! Tests and what only tests use are free to reach anywhere.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Which module of the library may use which others, `domain` aside, which all may.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("scoring", &[]),
    ("data", &[]),
    ("i18n", &["data", "app"]),
    ("app", &["scoring", "data", "i18n", "chart"]),
    ("chart", &["scoring", "i18n"]),
    ("export", &["chart", "scoring", "i18n"]),
    ("cli", &["app", "scoring", "data", "i18n"]),
    ("browser", &[]),
    ("ui", &["app", "browser", "chart", "data", "export", "i18n", "scoring"]),
];

/// Where Chinese may stand outside `i18n`: the words that tables of data are read by, the number formats and fonts of
/// office files, the name of the page and of its languages.
const CHINESE: [&str; 4] =
    ["data/table/", "export/pptx/chart/number_format.rs", "export/xlsx.rs", "ui/frame/top_bar.rs"];

/// What would make the core depend on the machine it runs on.
const OUTSIDE_WORLD: [&str; 9] = [
    "web_sys",
    "js_sys",
    "gloo::",
    "wasm_bindgen",
    "std::time",
    "std::thread",
    "std::fs",
    "std::env",
    "RandomState",
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The library's files by their path under `src/`: code without tests and comments. Files that only tests use are
/// left out.
fn library() -> BTreeMap<String, String> {
    let mut paths = Vec::new();
    collect(&source(), &mut paths);
    let mut texts = BTreeMap::new();
    let mut of_tests: Vec<PathBuf> = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let stem = path.with_extension("");
        let folder = if ["mod", "lib", "main"].iter().any(|name| stem.ends_with(name)) {
            path.parent().unwrap().to_path_buf()
        } else {
            stem
        };
        let (mut code, mut lines) = (String::new(), text.lines().peekable());
        while let Some(line) = lines.next() {
            let next = lines.peek().map_or("", |line| line.trim());
            if line.trim().starts_with("#[cfg(") && line.contains("test") && next.contains("mod ") {
                let Some((_, name)) = next.split_once("mod ") else { continue };
                match name.strip_suffix(';') {
                    Some(name) => of_tests.push(folder.join(name)),
                    None => break,
                }
            } else if !line.trim_start().starts_with("//") {
                code += line.split(" // ").next().unwrap_or_default();
                code.push('\n');
            }
        }
        texts.insert(path, code);
    }
    let is_for_tests =
        |path: &Path| of_tests.iter().any(|one| path.with_extension("") == *one || path.starts_with(one));
    texts
        .into_iter()
        .filter(|(path, _)| !is_for_tests(path))
        .map(|(path, code)| (path.strip_prefix(source()).unwrap().to_str().unwrap().replace('\\', "/"), code))
        .collect()
}

/// The modules of the library that a piece of code names after `crate::`.
fn used(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut all = Vec::new();
    for after in code.split("crate::").skip(1) {
        let Some(group) = after.strip_prefix('{') else {
            all.push(name(after));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                c if start && c.is_alphabetic() => {
                    all.push(name(&group[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    all
}

fn module(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

#[test]
fn modules_use_only_those_below_them() {
    let may_use: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let mut seen = Vec::new();
    for (path, code) in library() {
        let own = module(&path);
        let Some(allowed) = may_use.get(own) else { continue };
        seen.push(own.to_owned());
        for other in used(&code).iter().filter(|other| may_use.contains_key(other.as_str())) {
            let fine = other == own || other == "domain" || allowed.contains(&other.as_str());
            assert!(fine, "{path} uses {other}, which {own} may not");
        }
    }
    seen.dedup();
    assert_eq!(seen.len(), may_use.len(), "a module of the table is not there: {seen:?}");
}

#[test]
fn every_module_of_the_library_is_in_the_table_and_on_the_map() {
    let map = fs::read_to_string(source().join("lib.rs")).unwrap();
    for line in map.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let name = line.trim_end_matches(';');
        assert!(MAY_USE.iter().any(|(module, _)| *module == name), "{name} is in no layer");
        let on_map =
            map.lines().any(|line| line.starts_with("//! * ") && line.contains(&format!("`{name}`")));
        assert!(on_map, "lib.rs does not say what {name} is");
    }
}

#[test]
fn groups_of_names_are_read_whole() {
    assert_eq!(used("use crate::{a::{b, c}, d, e::f};\nlet x = crate::g::h();"), ["a", "d", "e", "g"]);
}

#[test]
fn the_core_knows_neither_browser_nor_clock_nor_chance() {
    for (path, code) in
        library().iter().filter(|(path, _)| !["ui", "browser", "main", "bin"].contains(&module(path)))
    {
        for word in OUTSIDE_WORLD {
            assert!(!code.contains(word), "{path} names {word}");
        }
    }
}

#[test]
fn every_file_says_what_is_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    ["src", "tests", "benches", "examples", "xtask/src"]
        .iter()
        .filter(|folder| root.join(folder).is_dir())
        .for_each(|folder| collect(&root.join(folder), &mut paths));
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not open with //!", path.display());
    }
}

#[test]
fn texts_stand_in_i18n_and_colours_in_the_palette() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (path, code) in library() {
        let excepted = path.starts_with("i18n/") || CHINESE.iter().any(|one| path.starts_with(one));
        let line = code.lines().find(|line| line.contains(is_chinese));
        assert!(excepted || line.is_none(), "{path} holds a text that belongs to i18n: {line:?}");
        let hex = code.split('#').skip(1).find(|after| {
            after.len() > 6
                && after.chars().take(6).all(|c| c.is_ascii_hexdigit())
                && after[6..].starts_with('"')
        });
        assert!(
            path == "chart/palette.rs" || hex.is_none(),
            "{path} holds a colour: #{:?}",
            hex.map(|hex| &hex[..6])
        );
    }
}
