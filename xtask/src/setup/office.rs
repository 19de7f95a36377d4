//! What the checks with office programs need: LibreOffice, PDF tools, and Python with the packages of
//! `tests/office/requirements.txt` in a folder of its own.

use super::{apt, browsers};
use crate::process::{command, exists, output, run_quietly, step};
use crate::{Result, project};
use std::path::PathBuf;
use std::time::Duration;

const PIP_LIMIT: Duration = Duration::from_secs(10 * 60);
const REQUIREMENTS: &str = "tests/office/requirements.txt";

/// Installs what is missing; the Python to run the checks with.
pub fn for_checking() -> Result<PathBuf> {
    apt::install(&missing_packages(), "Checking files with office programs")?;
    python()
}

fn missing_packages() -> Vec<&'static str> {
    let mut packages = Vec::new();
    if !exists("soffice") {
        packages.extend(["libreoffice-impress", "libreoffice-calc"]);
    }
    // pdftotext says its version by -v only.
    if output(command("pdftotext").arg("-v")).is_none() || output(command("pdftoppm").arg("-v")).is_none() {
        packages.push("poppler-utils");
    }
    if output(command("python3").args(["-c", "import ensurepip, venv"])).is_none() {
        packages.extend(["python3", "python3-venv"]);
    }
    if !browsers::has_chinese_font() {
        packages.push("fonts-noto-cjk");
    }
    packages
}

/// A Python with the packages as pinned, made anew when the list has changed.
fn python() -> Result<PathBuf> {
    let folder = project::cache()?.join("office");
    let python = folder.join("bin/python");
    let wanted = project::read(REQUIREMENTS)?;
    let installed = folder.join("installed-requirements.txt");
    if python.exists() && std::fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    step("installing the Python packages of the checks with office programs …");
    let hint = |log: String| {
        format!(
            "Python's packages cannot be installed (is there a network?):\n{log}\nThey are listed in {REQUIREMENTS}."
        )
    };
    let mut venv = command("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&folder);
    run_quietly(&mut venv, "venv", PIP_LIMIT).map_err(hint)?;
    let mut pip = command(&python.to_string_lossy());
    pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--requirement", REQUIREMENTS]);
    run_quietly(&mut pip, "pip", PIP_LIMIT).map_err(hint)?;
    std::fs::write(&installed, wanted)
        .map_err(|error| format!("{} cannot be written: {error}", installed.display()))?;
    Ok(python)
}
