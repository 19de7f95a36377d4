//! Data set and scheme by file or by the name of one that comes with the program, checked; the case made of them.

use std::rc::Rc;

use crate::{
    cli::Reader,
    data::{ImportError, all_problems, read_data_set, read_scheme, seed_data_sets, seed_schemes},
    domain::{DataSet, Evaluation, Scheme, Year},
    i18n::{Lang, texts::twin},
    scoring::{Table, evaluate},
};

/// What is evaluated.
pub struct Case {
    pub lang: Lang,
    pub table: Table,
    pub scheme: Rc<Scheme>,
    pub year: Year,
}

impl Case {
    /// The data set.
    pub fn data(&self) -> &DataSet {
        self.table.data()
    }

    /// The result.
    pub fn evaluate(&self) -> Evaluation {
        evaluate(&self.table, &self.scheme, self.year)
    }
}

/// Reads what is named; all problems of both files are the error. Without a year, the latest of the data is taken.
pub fn case(
    lang: Lang,
    read: Reader,
    data: &str,
    scheme: &str,
    year: Option<Year>,
) -> Result<Case, Vec<String>> {
    let found_data = named(lang, read, data, read_data_set, seed_data_sets, |data| &data.id);
    let found_scheme = named(lang, read, scheme, read_scheme, seed_schemes, |scheme| &scheme.id);
    let (found_data, scheme) = match (found_data, found_scheme) {
        (Ok(data), Ok(scheme)) => (data, scheme),
        (data, scheme) => return Err(data.err().into_iter().chain(scheme.err()).flatten().collect()),
    };
    let table = Table::new(found_data);
    let year = match (year, table.years()) {
        (_, []) => return Err(vec![twin::no_year(lang, data)]),
        (None, [.., latest]) => *latest,
        (Some(year), years) if years.contains(&year) => year,
        (Some(year), years) => return Err(vec![twin::other_years(lang, data, year, years)]),
    };
    Ok(Case { lang, table, scheme, year })
}

/// The ids of the data sets that come with the program.
pub fn data_set_ids() -> Vec<String> {
    seed_data_sets().unwrap_or_default().iter().map(|data| data.id.clone()).collect()
}

/// The ids of the schemes that come with the program.
pub fn scheme_ids() -> Vec<String> {
    seed_schemes().unwrap_or_default().iter().map(|scheme| scheme.id.clone()).collect()
}

/// A file where there is one of this name, else what comes with the program under it.
fn named<T>(
    lang: Lang,
    read: Reader,
    name: &str,
    parse: fn(&[u8]) -> Result<T, ImportError>,
    seeds: fn() -> Result<Vec<Rc<T>>, ImportError>,
    id: fn(&T) -> &String,
) -> Result<Rc<T>, Vec<String>> {
    let bytes = match read(name) {
        Ok(bytes) => bytes,
        Err(error) => {
            let seeds = seeds().map_err(|error| vec![twin::in_file(lang, name, &error)])?;
            let seed = seeds.iter().find(|seed| id(seed) == name).cloned();
            let known: Vec<&str> = seeds.iter().map(|seed| id(seed).as_str()).collect();
            return seed.ok_or_else(|| vec![twin::unreadable(lang, name, &error.to_string(), &known)]);
        }
    };
    parse(&bytes).map(Rc::new).map_err(|first| match all_problems(&bytes) {
        Ok(all) if !all.is_empty() => all.iter().map(|problem| twin::in_file(lang, name, problem)).collect(),
        _ => vec![twin::in_file(lang, name, &first)],
    })
}
