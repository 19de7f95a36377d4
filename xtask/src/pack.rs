//! Makes the one file: joins the page that trunk left in target/page with the styles of its frame and, compressed, all
//! other styles, the binding script and the program; and says which scripts may run.

use crate::build::Profile;
use crate::process::step;
use crate::{Result, printable, program, project, styles};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// A page larger than this, in bytes, is not accepted: workbench, imports and charts together.
const LIMIT: usize = 1_500_000;
/// What index.html leaves open, each in one place.
const STYLES: &str = "/*! styles */";
const PROGRAM: &str = "program-goes-here";
const UNPACK: &str = "/*! unpack */";
const SCRIPT_HASHES: &str = "'script-hashes'";

/// The page as it lies in dist/.
pub struct Page {
    /// Where it is.
    pub path: PathBuf,
    size: usize,
}

impl Page {
    /// Whether a page for users is small enough; one that is not is there all the same, to be looked at.
    pub fn check_size(&self) -> Result {
        if self.size <= LIMIT {
            return Ok(());
        }
        Err(format!("the page has {}, more than the {} allowed", kilobytes(self.size), kilobytes(LIMIT)))
    }
}

/// Writes dist/index.html.
pub fn pack(profile: Profile) -> Result<Page> {
    let page = project::read("target/page/index.html")?;
    let binding = project::read("target/page/faheng-page.js")?;
    let program_path = project::root().join("target/page/faheng-page_bg.wasm");
    let program =
        std::fs::read(&program_path).map_err(|error| format!("{}: {error}", program_path.display()))?;
    let program = program::without_custom_sections(&program)
        .ok_or_else(|| format!("{} is not a WebAssembly module", program_path.display()))?;
    let styles = styles::collect(&project::root().join("src/styles"))?;
    let joined = joined(&styles.components, &binding, &program)?;
    let compressed = program::compress(&joined, profile == Profile::Release)
        .map_err(|error| format!("the program cannot be compressed: {error}"))?;

    let page = fill(&page, STYLES, &styles.frame)?;
    let page = fill(&page, UNPACK, &inline_script(include_str!("unpack.js"))?)?;
    let page = fill(&page, SCRIPT_HASHES, &[script_hashes(&page), hash(&binding)].join(" "))?;
    let page = fill(&page, PROGRAM, &printable::encode(&compressed))?;

    step(&format!(
        "packed: program {}, compressed {}, page {}",
        kilobytes(program.len()),
        kilobytes(compressed.len()),
        kilobytes(page.len())
    ));
    Ok(Page { path: write_at_once(&page)?, size: page.len() })
}

/// Nobody sees half a page: it is written beside its place and then moved there.
fn write_at_once(page: &str) -> Result<PathBuf> {
    let folder = project::root().join("dist");
    let (unfinished, path) = (folder.join("index.html.part"), folder.join("index.html"));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&unfinished, page))
        .and_then(|()| std::fs::rename(&unfinished, &path))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    Ok(path)
}

/// Puts `content` where `place` stands, which must be exactly once.
fn fill(page: &str, place: &str, content: &str) -> Result<String> {
    match page.matches(place).count() {
        1 => Ok(page.replacen(place, content, 1)),
        count => Err(format!("index.html must have `{place}` once; it has it {count} times")),
    }
}

/// A script that the page can hold: what would end its element early is refused, not repaired.
fn inline_script(script: &str) -> Result<String> {
    let lower = script.to_ascii_lowercase();
    match ["</script", "<script", "<!--"].iter().find(|end| lower.contains(**end)) {
        Some(end) => Err(format!("a script has `{end}` in it and cannot stand inside a page")),
        None => Ok(script.to_string()),
    }
}

/// The Content-Security-Policy sources of the page's scripts; those with a `type` hold data, not scripts.
fn script_hashes(page: &str) -> String {
    let scripts = page.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next());
    scripts.map(hash).collect::<Vec<_>>().join(" ")
}

fn hash(script: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(script)))
}

/// What is compressed: the lengths in bytes of the styles and of the binding script (four each, the least first), then
/// both and the program.
fn joined(styles: &str, binding: &str, program: &[u8]) -> Result<Vec<u8>> {
    let length = |text: &str| u32::try_from(text.len()).map(u32::to_le_bytes);
    match (length(styles), length(binding)) {
        (Ok(of_styles), Ok(of_binding)) => {
            Ok([&of_styles, &of_binding, styles.as_bytes(), binding.as_bytes(), program].concat())
        }
        _ => Err("the styles or the binding script are too long".to_string()),
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_filled_once_or_not_at_all() {
        assert_eq!(fill("a'x'b", "'x'", "1").as_deref(), Ok("a1b"));
        assert!(fill("ab", "'x'", "1").is_err());
        assert!(fill("'x''x'", "'x'", "1").is_err());
    }

    #[test]
    fn hashes_are_those_a_browser_computes() {
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        let page = "<script>alert(1)</script><script type=\"text/plain\">data</script>";
        assert_eq!(script_hashes(page), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        assert!(inline_script("let a = '</SCRIPT>'").is_err());
        assert!(inline_script("let a = 1 < 2").is_ok());
    }
}
