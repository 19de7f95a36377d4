//! What the browser tests run in: Chromium with a Chinese font, Node with the tests' one package, and,
//! where they can be had, Firefox and WebKit.

use super::apt;
use crate::process::{command, exists, output, run_quietly, step};
use crate::{Result, project};
use std::path::Path;
use std::time::Duration;

/// Any browser of the family does.
const CHROMIUM: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
/// What the tests' package and `node --test` need.
const OLDEST_NODE: u32 = 18;
const NPM_LIMIT: Duration = Duration::from_secs(5 * 60);
const FOLDER: &str = "tests/browser";

/// Debian packages without which there are no browser tests.
pub fn required_packages() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if path_of(&CHROMIUM).is_none() {
        packages.push("chromium");
    }
    if !has_chinese_font() {
        packages.push("fonts-noto-cjk");
    }
    if node_version().is_none() {
        packages.push("nodejs");
    }
    if !exists("npm") {
        packages.push("npm");
    }
    packages
}

/// Tries, once on a machine, to get the browsers that are tested beside Chromium. Their tests are skipped without them.
pub fn try_others() -> Result {
    let mut packages = Vec::new();
    if path_of(&FIREFOX).is_none() {
        packages.push("firefox-esr");
    }
    if !["WebKitWebDriver", "xvfb-run"].iter().all(|program| path_of(&[program]).is_some()) {
        packages.extend(["webkit2gtk-driver", "xvfb", "xauth"]);
    }
    let tried = project::cache()?.join("other-browsers-tried");
    if packages.is_empty() || tried.exists() {
        return Ok(());
    }
    if let Err(message) = apt::install(&packages, "Testing in Firefox and WebKit too") {
        step("going on without Firefox and WebKit: their tests are skipped");
        println!("{message}");
    }
    std::fs::write(&tried, "").map_err(|error| format!("{} cannot be written: {error}", tried.display()))
}

/// Installs the tests' package as locked, where it is not there in that version.
pub fn install_node_packages() -> Result {
    match node_version() {
        Some(version) if version >= OLDEST_NODE => {}
        Some(version) => {
            return Err(format!("The browser tests need Node {OLDEST_NODE} or newer; this is {version}."));
        }
        None => {
            return Err(
                "there is no Node to run the browser tests with: install the package nodejs".to_string()
            );
        }
    }
    let folder = project::root().join(FOLDER);
    let lock = project::read(&format!("{FOLDER}/package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step("installing the browser tests' package …");
    let mut npm = command("npm");
    npm.args(["ci", "--prefer-offline", "--no-audit", "--no-fund"]).current_dir(&folder);
    run_quietly(&mut npm, "npm", NPM_LIMIT)
        .map_err(|log| format!("npm could not install the packages of {FOLDER} (is there a network?):\n{log}\nBy hand:\n  npm ci --prefix {FOLDER}"))?;
    std::fs::write(&installed, lock)
        .map_err(|error| format!("{} cannot be written: {error}", installed.display()))
}

/// Tells the tests where the browsers are.
pub fn configure(node: &mut std::process::Command) {
    for (name, programs) in [("CHROMIUM", &CHROMIUM[..]), ("FIREFOX", &FIREFOX[..])] {
        if let Some(path) = path_of(programs) {
            node.env(name, path);
        }
    }
}

/// Where the first of the programs is that is on PATH.
fn path_of(programs: &[&str]) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    programs
        .iter()
        .find_map(|program| folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file()))
}

/// Whether text of pictures and pages can be drawn in Chinese.
pub fn has_chinese_font() -> bool {
    let listed = output(command("fc-list").arg(":lang=zh-cn")).is_some_and(|fonts| !fonts.trim().is_empty());
    listed || Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists()
}

/// The answer is like `v20.20.2`.
fn node_version() -> Option<u32> {
    output(command("node").arg("--version"))?.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}
