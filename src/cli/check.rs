//! `faheng check`: every problem of every file with its place; a scheme also against the data set beside it.

use crate::{
    app::project,
    cli::{Output, Reader, lines},
    data::{
        FileKind, ImportError, all_problems, check_scheme_on, kind_of, place_of, read_data_set, read_scheme,
    },
    domain::{DataSet, Scheme},
    i18n::{Lang, texts::twin},
};

/// A file without problems.
enum Sound {
    Data(DataSet),
    Scheme { name: String, text: String, scheme: Scheme },
    Project { data_sets: usize, schemes: usize },
}

/// Checks the files. Where exactly one of them is a data set, the indicators that the schemes name must be in it.
pub fn check(lang: Lang, files: &[String], read: Reader) -> Output {
    let (mut good, mut problems, mut sound) = (Vec::new(), Vec::new(), Vec::new());
    for name in files {
        match check_file(name, read) {
            Ok(file) => {
                good.push(describe(lang, name, &file));
                sound.push(file);
            }
            Err(Unsound::Unreadable(error)) => problems.push(twin::unreadable(lang, name, &error, &[])),
            Err(Unsound::Problems(found)) => {
                problems.extend(found.iter().map(|problem| twin::in_file(lang, name, problem)));
            }
        }
    }
    let mut data = sound.iter().filter_map(|file| match file {
        Sound::Data(data) => Some(data),
        Sound::Scheme { .. } | Sound::Project { .. } => None,
    });
    if let (Some(data), None) = (data.next(), data.next()) {
        problems.extend(sound.iter().flat_map(|file| misfits(lang, file, data)));
    }
    let code = u8::from(!problems.is_empty());
    Output { stdout: lines(good), stderr: lines(problems), code }
}

/// Why a file is not sound.
enum Unsound {
    Unreadable(String),
    Problems(Vec<ImportError>),
}

fn check_file(name: &str, read: Reader) -> Result<Sound, Unsound> {
    let bytes = read(name).map_err(|error| Unsound::Unreadable(error.to_string()))?;
    let one = |error| Unsound::Problems(vec![error]);
    let kind = kind_of(&bytes).map_err(one)?;
    let problems = match kind {
        FileKind::Project => project::all_problems(&bytes),
        FileKind::DataSet | FileKind::Scheme => all_problems(&bytes),
    };
    let problems = problems.map_err(one)?;
    if !problems.is_empty() {
        return Err(Unsound::Problems(problems));
    }
    Ok(match kind {
        FileKind::DataSet => Sound::Data(read_data_set(&bytes).map_err(one)?),
        FileKind::Scheme => Sound::Scheme {
            name: name.to_owned(),
            scheme: read_scheme(&bytes).map_err(one)?,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        },
        FileKind::Project => {
            let project = project::read(&bytes).map_err(one)?;
            Sound::Project { data_sets: project.data_sets.len(), schemes: project.schemes.len() }
        }
    })
}

fn describe(lang: Lang, name: &str, file: &Sound) -> String {
    match file {
        Sound::Data(data) => twin::sound_data(lang, name, data),
        Sound::Scheme { scheme, .. } => twin::sound_scheme(lang, name, scheme),
        Sound::Project { data_sets, schemes } => twin::sound_project(lang, name, *data_sets, *schemes),
    }
}

/// What a scheme names and the data set does not have.
fn misfits(lang: Lang, file: &Sound, data: &DataSet) -> Vec<String> {
    let Sound::Scheme { name, text, scheme } = file else { return Vec::new() };
    let placed = check_scheme_on(scheme, data).into_iter().map(|finding| {
        let path = format!("scheme.{}", finding.path);
        let place = place_of(text, &path);
        twin::in_file(lang, name, &ImportError { problem: finding.problem, path, place })
    });
    placed.collect()
}
