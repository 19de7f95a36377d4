//! The styles of the page, in one order: tokens, base, layout, frame, components by name, print.
//!
//! Sources may say `@layer <name> { … }`; the page does not, since browsers of the floor drop whole layers
//! unread. So what decides between rules is their specificity, then this order.

use crate::{Result, floor};
use std::path::{Path, PathBuf};

const FRAME: [&str; 4] = ["tokens.css", "base.css", "layout.css", "frame.css"];
const AFTER: &str = "print.css";

/// The styles of the page, in two texts that follow each other.
pub struct Styles {
    /// What is needed before the program runs, and where it cannot.
    pub frame: String,
    /// Everything else.
    pub components: String,
}

/// All styles of the folder.
pub fn collect(folder: &Path) -> Result<Styles> {
    let (frame, components) = in_order(folder)?;
    Ok(Styles { frame: joined(folder, &frame)?, components: joined(folder, &components)? })
}

fn joined(folder: &Path, files: &[PathBuf]) -> Result<String> {
    let mut all = String::new();
    for file in files {
        let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
        let source =
            std::fs::read_to_string(file).map_err(|error| format!("{name} cannot be read: {error}"))?;
        floor::check(&name, &source)?;
        all.push_str(&without_layers(&without_comments(&source)).map_err(|what| format!("{name}: {what}"))?);
    }
    Ok(all)
}

/// The files of the frame, and all others.
fn in_order(folder: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let frame: Vec<PathBuf> = FRAME.iter().map(|name| folder.join(name)).collect();
    let mut others = css_files(&folder.join("components"))?;
    others.sort();
    others.push(folder.join(AFTER));
    if let Some(stray) =
        css_files(folder)?.iter().find(|file| !frame.contains(file) && !others.contains(file))
    {
        return Err(format!(
            "{}: a file beside {} and {AFTER} belongs in components/",
            stray.display(),
            FRAME.join(", ")
        ));
    }
    Ok((frame, others))
}

fn css_files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension().is_some_and(|extension| extension == "css")).collect())
}

/// Leaves out comments, indentation and empty lines.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css.chars().peekable();
    while let Some(character) = rest.next() {
        match (quote, character) {
            (None, '/') if rest.peek() == Some(&'*') => {
                rest.next();
                let mut previous = ' ';
                for inside in rest.by_ref() {
                    if previous == '*' && inside == '/' {
                        break;
                    }
                    previous = inside;
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
        kept.push(character);
    }
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// Takes the contents of `@layer name { … }` out of their braces, and drops `@layer a, b;`.
fn without_layers(css: &str) -> std::result::Result<String, &'static str> {
    let mut flat = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("@layer") {
        flat.push_str(&rest[..at]);
        let end = at + rest[at..].find(['{', ';']).ok_or("@layer without an end")?;
        if rest[end..].starts_with(';') {
            rest = &rest[end + 1..];
            continue;
        }
        let close = end + closing_brace(&rest[end..]).ok_or("a brace that is never closed")?;
        flat.push_str(rest[end + 1..close].trim_start());
        rest = &rest[close + 1..];
    }
    flat.push_str(rest);
    Ok(flat)
}

/// Where the brace that opens `block` is closed.
fn closing_brace(block: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, character) in block.char_indices() {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, '{') => depth += 1,
            (None, '}') if depth == 1 => return Some(at),
            (None, '}') => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_taken_apart_and_what_is_in_strings_is_kept() {
        let css = "@layer a, b;\n@layer a {\n  /* why */\n  p::before { content: \"}/*x*/\"; }\n}\nq { color: red }\n";
        let flat = without_layers(&without_comments(css));
        assert_eq!(flat.as_deref(), Ok("\np::before { content: \"}/*x*/\"; }\n\nq { color: red }\n"));
    }

    #[test]
    fn an_open_layer_is_an_error() {
        assert!(without_layers("@layer a { p {} ").is_err());
        assert!(without_layers("@layer a").is_err());
    }
}
