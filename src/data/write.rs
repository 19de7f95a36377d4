//! Data set or scheme → the text of a file: stable, one entry a line, and read back equal.

use std::rc::Rc;

use serde::Serialize;

use crate::domain::{DataSet, Scheme};

use super::{DATA_FORMAT, SCHEME_FORMAT, VERSION};

/// A data set as the text of its file.
pub fn write_data_set(data: &DataSet) -> String {
    text(&DataFile::of(data))
}

#[derive(Serialize)]
struct DataFile<'d> {
    format: &'static str,
    version: u64,
    data: &'d DataSet,
}

impl<'d> DataFile<'d> {
    fn of(data: &'d DataSet) -> Self {
        Self { format: DATA_FORMAT, version: VERSION, data }
    }
}

/// A data set as the text of its file, without spaces and in parts; made bit by bit, since some have millions of
/// observations.
pub struct DataSetText {
    data: Rc<DataSet>,
    parts: Vec<String>,
    /// So many observations are in the parts.
    written: usize,
    /// What stands behind the observations.
    end: String,
}

impl DataSetText {
    /// Begins with everything but the observations.
    pub fn new(data: Rc<DataSet>) -> Self {
        const OBSERVATIONS: &str = "\"observations\":[";
        let frame = DataSet {
            id: data.id.clone(),
            name: data.name.clone(),
            nature: data.nature,
            note: data.note.clone(),
            documents: data.documents.clone(),
            classes: data.classes.clone(),
            units: data.units.clone(),
            indicators: data.indicators.clone(),
            observations: Vec::new(),
            breaks: data.breaks.clone(),
        };
        let text = serde_json::to_string(&DataFile::of(&frame)).unwrap_or_default();
        // Within a text of the file the quotes would be escaped.
        let (start, end) = text.split_once(OBSERVATIONS).unwrap_or((&text, ""));
        Self { data, parts: vec![format!("{start}{OBSERVATIONS}")], written: 0, end: end.to_owned() }
    }

    /// Writes at most so many observations; says whether some are left.
    pub fn step(&mut self, most: usize) -> bool {
        let rest = self.data.observations.get(self.written..).unwrap_or_default();
        let now = rest.get(..most).unwrap_or(rest);
        let mut part = String::new();
        for observation in now {
            if self.written > 0 {
                part.push(',');
            }
            part.push_str(&serde_json::to_string(observation).unwrap_or_default());
            self.written += 1;
        }
        self.parts.push(part);
        self.written < self.data.observations.len()
    }

    /// The parts of the text; put together they are the file.
    pub fn finish(mut self) -> Vec<String> {
        while self.step(usize::MAX) {}
        self.parts.push(self.end);
        self.parts
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{read_data_set, seed_data_sets};

    /// However it is cut, the parts make the file; also where a name holds what is looked for.
    #[test]
    fn a_text_made_bit_by_bit_reads_back_equal() {
        let mut data = (*seed_data_sets().unwrap()[0]).clone();
        data.name.zh = "\"observations\":[".into();
        let data = Rc::new(data);
        for most in [1, 7, 100, usize::MAX] {
            let mut text = DataSetText::new(data.clone());
            while text.step(most) {}
            assert_eq!(read_data_set(text.finish().concat().as_bytes()).unwrap(), *data);
        }
        let none = Rc::new(DataSet { observations: Vec::new(), ..(*data).clone() });
        assert_eq!(
            read_data_set(DataSetText::new(none.clone()).finish().concat().as_bytes()).unwrap(),
            *none
        );
    }
}
