//! Data set or scheme → the text of a file: stable, one entry a line, and read back equal.

use serde::Serialize;

use crate::domain::{DataSet, Scheme};

use super::{DATA_FORMAT, SCHEME_FORMAT, VERSION};

/// A data set as the text of its file.
pub fn write_data_set(data: &DataSet) -> String {
    #[derive(Serialize)]
    struct File<'d> {
        format: &'static str,
        version: u64,
        data: &'d DataSet,
    }
    text(&File { format: DATA_FORMAT, version: VERSION, data })
}

/// A scheme as the text of its file.
pub fn write_scheme(scheme: &Scheme) -> String {
    #[derive(Serialize)]
    struct File<'s> {
        format: &'static str,
        version: u64,
        scheme: &'s Scheme,
    }
    text(&File { format: SCHEME_FORMAT, version: VERSION, scheme })
}

fn text(file: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(file).unwrap_or_default();
    text.push('\n');
    text
}
