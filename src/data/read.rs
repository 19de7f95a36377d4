//! Bytes → data set or scheme: encoding, JSON, format and version; then the checks of its content.

use serde::Deserialize;

use crate::domain::{DataSet, Scheme};

use super::{
    DATA_FORMAT, Encoding, Finding, ImportError, PROJECT_FORMAT, Place, Problem, SCHEME_FORMAT, VERSION,
    check_data_set, check_scheme,
    position::{offset_of, path_at, place_at, place_of},
};

/// Larger files are not read, in bytes.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What a file says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A data set.
    DataSet,
    /// A scheme.
    Scheme,
    /// A project: work, variants, data sets and schemes in one.
    Project,
}

/// Reads a data set from a JSON file's bytes and checks it whole; the first problem is the error.
pub fn read_data_set(bytes: &[u8]) -> Result<DataSet, ImportError> {
    #[derive(Deserialize)]
    struct File {
        data: DataSet,
    }
    let text = text_of(bytes)?;
    expect(kind_of_text(text)?, FileKind::DataSet)?;
    let file: File = parse(text)?;
    first(text, "data", check_data_set(&file.data))?;
    Ok(file.data)
}

/// Reads a scheme from a JSON file's bytes and checks it whole; the first problem is the error.
pub fn read_scheme(bytes: &[u8]) -> Result<Scheme, ImportError> {
    #[derive(Deserialize)]
    struct File {
        scheme: Scheme,
    }
    let text = text_of(bytes)?;
    expect(kind_of_text(text)?, FileKind::Scheme)?;
    let file: File = parse(text)?;
    first(text, "scheme", check_scheme(&file.scheme))?;
    Ok(file.scheme)
}

/// All problems of a file's content with their places; an error where it cannot be parsed at all.
pub fn all_problems(bytes: &[u8]) -> Result<Vec<ImportError>, ImportError> {
    let text = text_of(bytes)?;
    let (root, findings) = match kind_of_text(text)? {
        FileKind::DataSet => {
            #[derive(Deserialize)]
            struct File {
                data: DataSet,
            }
            ("data", check_data_set(&parse::<File>(text)?.data))
        }
        FileKind::Scheme => {
            #[derive(Deserialize)]
            struct File {
                scheme: Scheme,
            }
            ("scheme", check_scheme(&parse::<File>(text)?.scheme))
        }
        kind @ FileKind::Project => return expect(kind, FileKind::DataSet).map(|()| Vec::new()),
    };
    Ok(findings.into_iter().map(|finding| placed(text, root, finding)).collect())
}

/// What a file is, by its own word.
pub fn kind_of(bytes: &[u8]) -> Result<FileKind, ImportError> {
    kind_of_text(text_of(bytes)?)
}

/// The text of a file; what it is made of instead where it is no text.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, ImportError> {
    let whole = |problem| Err(ImportError::whole(problem));
    if bytes.len() as u64 > MOST_BYTES {
        return whole(Problem::TooLarge { bytes: bytes.len() as u64, most: MOST_BYTES });
    }
    let encoding = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(Encoding::Utf16),
        [b'P', b'K', 3 | 5 | 7, ..] => Some(Encoding::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Encoding::OldOffice),
        [b'%', b'P', b'D', b'F', ..] => Some(Encoding::Pdf),
        _ => None,
    };
    if let Some(encoding) = encoding {
        return whole(Problem::Encoding(encoding));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
            let place = Some(place_at(&sound, sound.len()));
            return Err(ImportError {
                problem: Problem::Encoding(Encoding::NotUtf8),
                path: String::new(),
                place,
            });
        }
    };
    if text.trim().is_empty() {
        return whole(Problem::Empty);
    }
    if text.trim_start().starts_with('<') {
        return whole(Problem::Encoding(Encoding::Html));
    }
    Ok(text)
}

fn kind_of_text(text: &str) -> Result<FileKind, ImportError> {
    #[derive(Deserialize)]
    struct Header {
        #[serde(default)]
        format: Option<serde_json::Value>,
        #[serde(default)]
        version: Option<serde_json::Value>,
    }
    let header: Header = match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => serde_json::from_str(text).map_err(|_| ImportError {
            problem: Problem::OtherFormat,
            path: String::new(),
            place: None,
        })?,
        Err(error) => return Err(from_json(text, &error)),
    };
    let at =
        |path: &str, problem| ImportError { problem, path: path.to_owned(), place: place_of(text, path) };
    let kind = match header.format.as_ref().and_then(|format| format.as_str()) {
        Some(DATA_FORMAT) => FileKind::DataSet,
        Some(SCHEME_FORMAT) => FileKind::Scheme,
        Some(PROJECT_FORMAT) => FileKind::Project,
        _ => return Err(at("format", Problem::OtherFormat)),
    };
    match header.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(VERSION) => Ok(kind),
        Some(found) => Err(at("version", Problem::OtherVersion { found, known: VERSION })),
        None => Err(at("version", Problem::OtherFormat)),
    }
}

fn expect(found: FileKind, wanted: FileKind) -> Result<(), ImportError> {
    let format = match found {
        FileKind::DataSet => DATA_FORMAT,
        FileKind::Scheme => SCHEME_FORMAT,
        FileKind::Project => PROJECT_FORMAT,
    };
    if found == wanted {
        return Ok(());
    }
    Err(ImportError::whole(Problem::OtherKind { found: format.to_owned() }))
}

/// Parses a text; the error has line and path.
pub(crate) fn parse<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, ImportError> {
    serde_json::from_str(text).map_err(|error| from_json(text, &error))
}

fn from_json(text: &str, error: &serde_json::Error) -> ImportError {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default().to_owned();
    let problem = match error.classify() {
        serde_json::error::Category::Eof => Problem::Truncated,
        _ if what.contains("recursion limit") => Problem::TooDeep,
        serde_json::error::Category::Data => Problem::Field(what),
        _ => Problem::Syntax(what),
    };
    let offset = offset_of(text, error.line(), error.column());
    ImportError { problem, path: path_at(text, offset), place: Some(place_at(text, offset)) }
}

/// A problem at a path of a text.
pub(crate) fn problem_at(text: &str, path: &str, problem: Problem) -> ImportError {
    ImportError { problem, path: path.to_owned(), place: place_of(text, path) }
}

/// The problem of a part of a text as a problem of the whole. `part` is a slice of `text` and stands at `path`.
pub(crate) fn inside(text: &str, part: &str, path: &str, error: ImportError) -> ImportError {
    let offset = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let start = place_at(text, offset);
    let own = error.place.unwrap_or(Place { line: 1, column: 1 });
    let column = if own.line == 1 { start.column + own.column - 1 } else { own.column };
    let path = if error.path.is_empty() { path.to_owned() } else { format!("{path}.{}", error.path) };
    ImportError {
        problem: error.problem,
        path,
        place: Some(Place { line: start.line + own.line - 1, column }),
    }
}

fn first(text: &str, root: &str, findings: Vec<Finding>) -> Result<(), ImportError> {
    findings.into_iter().next().map_or(Ok(()), |finding| Err(placed(text, root, finding)))
}

fn placed(text: &str, root: &str, finding: Finding) -> ImportError {
    let path = format!("{root}.{}", finding.path);
    let place = place_of(text, &path);
    ImportError { problem: finding.problem, path, place }
}
