//! The data sets and schemes that come with the page.

use std::rc::Rc;

use crate::domain::{DataSet, Scheme};

use super::{ImportError, presets, read_data_set, read_scheme};

const DATA_SETS: &[&str] = &[
    include_str!("../../seeds/gongyi-2019.json"),
    include_str!("../../seeds/departments.json"),
    include_str!("../../seeds/panel.json"),
];

const SCHEMES: &[&str] =
    &[include_str!("../../seeds/scheme-report.json"), include_str!("../../seeds/scheme-departments.json")];

/// The data sets that come with the page, the report of 巩义 first.
pub fn seed_data_sets() -> Result<Vec<Rc<DataSet>>, ImportError> {
    DATA_SETS.iter().map(|text| read_data_set(text.as_bytes()).map(Rc::new)).collect()
}

/// The schemes that come with the page, the default one first, the presets of published systems last.
pub fn seed_schemes() -> Result<Vec<Rc<Scheme>>, ImportError> {
    let own = SCHEMES.iter().map(|text| read_scheme(text.as_bytes()).map(Rc::new));
    own.chain(presets()?.into_iter().map(Ok)).collect()
}
