//! Whole imports of small tables in the shapes that offices use.

mod cells;
mod files;
mod shapes;

use std::rc::Rc;

use super::*;
use crate::domain::{DataSet, Indicator, Measure, MeasureKind, Nature, Text, Unit, UnitClass};

/// The decoder that the page passes, from a library instead of the browser.
pub(super) fn decode() -> Decode {
    Rc::new(|label, bytes| {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    })
}

/// A data set of classes only, or with these units (id, name) and indicators (id, name, kind).
pub(super) fn data(units: &[(&str, &str)], indicators: &[(&str, &str, MeasureKind)]) -> DataSet {
    let class = UnitClass { id: "departments".into(), name: Text::new("部门", "Departments") };
    DataSet {
        id: "test".into(),
        name: Text::new("测试", "Test"),
        nature: Nature::Invented,
        note: Text::default(),
        documents: Vec::new(),
        classes: vec![class],
        units: units
            .iter()
            .map(|(id, name)| Unit {
                id: (*id).into(),
                name: Text::new(*name, ""),
                class: "departments".into(),
                parent: None,
            })
            .collect(),
        indicators: indicators
            .iter()
            .map(|(id, name, kind)| Indicator {
                id: (*id).into(),
                name: Text::new(*name, ""),
                measure: Measure { kind: *kind, name: Text::default() },
                aspect: Default::default(),
                reporter: Default::default(),
                formula: None,
                note: Text::default(),
            })
            .collect(),
        observations: Vec::new(),
        breaks: Vec::new(),
    }
}

/// A book of sheets, each given as lines of comma-separated cells.
pub(super) fn book(sheets: &[(&str, &str)]) -> Book {
    let sheet = |(name, lines): &(&str, &str)| {
        let read = read(&format!("{name}.csv"), lines.as_bytes().into(), &decode()).unwrap();
        Sheet::new(*name, read.sheets[0].cells().to_vec(), Vec::new())
    };
    Book {
        file_name: "test.xlsx".into(),
        kind: BookKind::Xlsx,
        sheets: sheets.iter().map(sheet).collect(),
        remarks: Vec::new(),
    }
}

/// Imports a book and writes each observation as `unit year indicator = value`, missing ones as `unit … = ?`.
pub(super) fn import(book: &Book, data: &DataSet) -> (Vec<String>, Plan, Vec<Doubt>) {
    let (plan, mut doubts) = propose(book, data, &Text::new("全部", "All"));
    let (imported, more) = apply(book, &plan, data);
    doubts.extend(more);
    let merged = merge(data, imported, Mode::Merge).0;
    let name = |text: &Text| if text.zh.is_empty() { text.en.clone() } else { text.zh.clone() };
    let lines = merged.observations.iter().map(|observation| {
        let unit = merged.units.iter().find(|unit| unit.id == observation.unit).unwrap();
        let indicator =
            merged.indicators.iter().find(|indicator| indicator.id == observation.indicator).unwrap();
        let value = observation.value.map_or("?".into(), |value| value.to_string());
        let error = observation.standard_error.map_or(String::new(), |error| format!(" ± {error}"));
        format!("{} {} {} = {value}{error}", name(&unit.name), observation.year, name(&indicator.name))
    });
    (lines.collect(), plan, doubts)
}

/// The doubts as `cell why`.
pub(super) fn at(doubts: &[Doubt]) -> Vec<(String, Why)> {
    let cell = |doubt: &Doubt| doubt.cell.map_or(String::new(), |cell| cell.to_string());
    doubts.iter().map(|doubt| (cell(doubt), doubt.why.clone())).collect()
}
