//! Runs the engine on indices that others published and compares: `cargo xtask conformance DIR`.
//!
//! DIR holds JSON files, each with the inputs of an index and what its makers got from them. Every number is read from
//! an evaluation of a data set and a scheme made from the file. Nothing of the files is part of the project. Exit 0 where
//! all agree, 1 where not or where nothing could be read.

mod asem;
mod hdi;
mod model;
mod mrsort;
mod scalars;
mod tai;
mod tally;
mod wjp;

use std::{path::Path, process::ExitCode};

use model::File;
use tally::Tally;

/// What is known of a file by its name.
type Check = fn(&File, &mut Tally) -> Option<()>;

const CHECKS: [(&str, Check); 7] = [
    ("hdi_hdr2023.json", hdi::check),
    ("wjp_2013_2020.json", wjp::check),
    ("oecd_tai.json", tai::check),
    ("asem_full_pipeline.json", asem::check_pipeline),
    ("asem_results.json", asem::check_results),
    ("asem_aggregation_variants.json", asem::check_variants),
    ("mrsort_veto_R_MCDA.json", mrsort::check),
];
const MORE_CHECKS: [(&str, Check); 1] = [("coinr_scalar_cases.json", scalars::check)];
const NOT_RUN: [(&str, &str); 1] = [("sobol_reference.json", "sensitivity indices are not part of scoring")];

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: conformance DIR");
        return ExitCode::from(2);
    };
    let mut names = match names_in(Path::new(&folder)) {
        Ok(names) => names,
        Err(error) => {
            eprintln!("{folder} cannot be read: {error}");
            return ExitCode::FAILURE;
        }
    };
    names.sort();
    let mut run = 0;
    let mut sound = true;
    for name in &names {
        let check = CHECKS.iter().chain(&MORE_CHECKS).find(|(known, _)| known == name);
        match (check, NOT_RUN.iter().find(|(known, _)| known == name)) {
            (Some((_, check)), _) => {
                run += 1;
                sound &= check_file(Path::new(&folder), name, *check);
            }
            (None, Some((_, why))) => println!("{name}\n  not run: {why}"),
            (None, None) => println!("{name}\n  not run: not known here"),
        }
    }
    for (known, _) in CHECKS.iter().chain(&MORE_CHECKS) {
        if !names.iter().any(|name| name == known) {
            println!("{known}\n  not run: not in the folder");
        }
    }
    if run == 0 {
        eprintln!("no file in {folder} is known");
    }
    if sound && run > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn names_in(folder: &Path) -> std::io::Result<Vec<String>> {
    let names = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names: std::io::Result<Vec<String>> = names.collect();
    Ok(names?.into_iter().filter(|name| name.ends_with(".json")).collect())
}

/// Checks one file and prints what came of it; whether all agreed.
fn check_file(folder: &Path, name: &str, check: Check) -> bool {
    let mut tally = Tally::default();
    match File::read(folder, name) {
        Ok(file) => {
            if check(&file, &mut tally).is_none() {
                tally.mismatch("the file has not the shape that is known here".to_owned());
            }
        }
        Err(error) => tally.mismatch(error),
    }
    println!("{name}\n{tally}");
    tally.is_sound()
}
