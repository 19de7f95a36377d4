"""What all checks with office programs share: LibreOffice, the schema validator, and a plain test runner.

A check file calls `run(globals())`; each function named `test_…` in it is a test. Lines are those of `cargo test`.
"""

import os
import subprocess
import sys
import tempfile
import traceback


def run(names):
    """Runs every `test_…` function, prints a line each, and ends the program."""
    failed = 0
    stem = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    for name, test in names.items():
        if not name.startswith("test_"):
            continue
        try:
            test()
            outcome = "ok"
        except Exception:  # a failed test must not stop the others
            traceback.print_exc()
            outcome = "FAILED"
            failed += 1
        print(f"test {stem}::{name} ... {outcome}", flush=True)
    sys.exit(1 if failed else 0)


def schema_errors(path):
    """What the validator of office files finds wrong with a file: order, names, values, relationships."""
    command = [sys.executable, "-m", "openxml_audit", "--format", "microsoft365", "--max-errors", "0", "--quiet", path]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def to_pdf(path):
    """LibreOffice opens the file and prints it; the path of the PDF."""
    folder = os.path.dirname(os.path.abspath(path))
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", folder, path]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return os.path.splitext(path)[0] + ".pdf"


NEVER_TRUST = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recomputed(paths, folder):
    """LibreOffice opens workbooks, computes every formula anew and writes them to the folder under the same names."""
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        os.makedirs(os.path.join(profile, "user"))
        with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w", encoding="utf-8") as settings:
            settings.write(NEVER_TRUST)
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx"]
        subprocess.run(command + ["--outdir", folder, *paths], check=True, capture_output=True, timeout=600)
    return [os.path.join(folder, os.path.basename(path)) for path in paths]


def pdf_pages(pdf):
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    return text.split("\f")[:-1]


def pdf_pictures(pdf, dots_per_inch=60):
    """Paths of PNG pictures of the pages, beside the PDF, for a person to look at."""
    stem = os.path.splitext(pdf)[0]
    subprocess.run(["pdftoppm", "-r", str(dots_per_inch), "-png", pdf, stem], check=True, timeout=300)
    folder, name = os.path.split(stem)
    pictures = [of for of in os.listdir(folder) if of.startswith(name + "-") and of.endswith(".png")]
    return sorted(os.path.join(folder, of) for of in pictures)
