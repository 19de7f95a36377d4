//! A workbook to fill in: a row a unit, a column for each indicator that a scheme needs, and a sheet of notes. What is
//! filled in is read back by [`crate::data::table`].

use super::{
    office::OfficeError,
    xlsx::{Cell, Column, Format, Sheet, write},
};
use crate::{
    domain::{DataSet, Indicator, MeasureKind, Scheme, Year},
    i18n::{
        Lang,
        texts::template::{self, TemplateTexts},
    },
};

/// Columns before those of the indicators: unit, class, year.
const BESIDE: usize = 3;

/// The bytes of the workbook for the units of a data set, a scheme and a year.
pub fn template(lang: Lang, data: &DataSet, scheme: &Scheme, year: Year) -> Result<Vec<u8>, OfficeError> {
    let texts = template::template(lang);
    let indicators = scheme.observed_indicators(data);
    write(&[figures(lang, texts, data, &indicators, year), notes(lang, texts, &indicators)])
}

/// The sheet to fill in.
fn figures(
    lang: Lang,
    texts: &TemplateTexts,
    data: &DataSet,
    indicators: &[&Indicator],
    year: Year,
) -> Sheet {
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut head = vec![text(texts.unit), text(texts.class), text(texts.year)];
    head.extend(indicators.iter().map(|indicator| Cell::Text(heading(lang, indicator))));
    let class = |id| data.classes.iter().find(|class| class.id == id).map(|class| lang.pick(&class.name));
    let row = |unit: &crate::domain::Unit| {
        let class = class(unit.class.clone()).unwrap_or_default();
        vec![text(lang.pick(&unit.name)), text(class), Cell::Number(f64::from(year))]
    };
    let column = |width| Column { width, format: Format::Plain };
    let mut columns = vec![column(24.0), column(14.0), column(8.0)];
    columns.extend(indicators.iter().map(|_| column(16.0)));
    let rows = std::iter::once(head).chain(data.units.iter().map(row)).collect();
    Sheet { name: texts.sheet.to_owned(), columns, rows, head: 1, beside: BESIDE }
}

/// The notes: how to fill it in, and what each indicator counts.
fn notes(lang: Lang, texts: &TemplateTexts, indicators: &[&Indicator]) -> Sheet {
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut rows: Vec<Vec<Cell>> = texts.how().iter().map(|line| vec![text(line)]).collect();
    rows.push(vec![text(texts.indicator), text(texts.measure), text(texts.counts)]);
    rows.extend(indicators.iter().map(|indicator| {
        vec![
            text(lang.pick(&indicator.name)),
            Cell::Text(measure(lang, indicator)),
            text(lang.pick(&indicator.note)),
        ]
    }));
    let column = |width| Column { width, format: Format::Plain };
    let columns = vec![column(36.0), column(14.0), column(60.0)];
    Sheet { name: texts.notes.to_owned(), columns, rows, head: 0, beside: 0 }
}

/// An indicator's name with its measure, as an import reads it: 办结率（%）.
fn heading(lang: Lang, indicator: &Indicator) -> String {
    template::with_measure(lang, lang.pick(&indicator.name), &measure(lang, indicator))
}

/// What figures are to be given in; empty where it needs no word.
fn measure(lang: Lang, indicator: &Indicator) -> String {
    match indicator.measure.kind {
        MeasureKind::Share => "%".to_owned(),
        MeasureKind::YesNo => template::template(lang).yes_no.to_owned(),
        _ => lang.pick(&indicator.measure.name).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{self, table};

    /// The template of the departments, filled with 1, 2, 3 …, comes back as it was filled.
    #[test]
    fn what_is_filled_in_is_understood() {
        let data = data::seed_data_sets().unwrap().into_iter().find(|data| data.id == "departments").unwrap();
        let schemes = data::seed_schemes().unwrap();
        let scheme = schemes.iter().find(|scheme| scheme.id == "default-departments").unwrap();
        let indicators = scheme.observed_indicators(&data);
        assert!(indicators.len() > 20);
        for lang in [Lang::Zh, Lang::En] {
            let mut sheet = figures(lang, template::template(lang), &data, &indicators, 2021);
            for (nth, row) in sheet.rows.iter_mut().enumerate().skip(1) {
                row.extend(indicators.iter().map(|indicator| match indicator.measure.kind {
                    MeasureKind::YesNo => Cell::Text("否".into()),
                    _ => Cell::Number(nth as f64 * 10.0 + 2.0),
                }));
            }
            let bytes = write(&[sheet, notes(lang, template::template(lang), &indicators)]).unwrap();
            let decode: table::Decode = std::rc::Rc::new(|_: &str, _: &[u8]| None);
            let book = table::read("filled.xlsx", bytes.into(), &decode).unwrap();
            let (plan, _) = table::propose(&book, &data, &Default::default());
            let (imported, doubts) = table::apply(&book, &plan, &data);
            let lost: Vec<_> = doubts.iter().filter(|doubt| doubt.why.is_loss()).collect();
            assert_eq!(lost, Vec::<&table::Doubt>::new());
            assert_eq!(
                (imported.units.len(), imported.indicators.len()),
                (0, 0),
                "{lang:?} {:?}",
                imported.indicators
            );
            assert_eq!(imported.values, data.units.len() * indicators.len());
            let of = |kind, unit: usize| {
                let indicator = indicators.iter().find(|one| one.measure.kind == kind).unwrap();
                let is_it = |one: &&crate::domain::Observation| {
                    one.unit == data.units[unit].id && one.indicator == indicator.id && one.year == 2021
                };
                imported.observations.iter().find(is_it).unwrap().value
            };
            assert_eq!(of(MeasureKind::Count, 0), Some(12.0));
            assert_eq!(of(MeasureKind::YesNo, 3), Some(0.0));
        }
    }
}
