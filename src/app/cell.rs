//! Correcting a figure by hand: what was imported stays beside it, with the reason.

use crate::{
    data::table::{CellReading, correct, read_text},
    domain::{
        Correction, DataSet, Document, IndicatorId, MeasureKind, MissingReason, Observation, Quality, Source,
        Text, UnitId, Year,
    },
    i18n::texts::data_cell,
};

/// The document that figures entered by hand are said to come from.
const BY_HAND: &str = "by-hand";

/// A figure to correct.
#[derive(Clone, Debug, PartialEq)]
pub struct CellEdit {
    /// Whose.
    pub unit: UnitId,
    /// Of what.
    pub indicator: IndicatorId,
    /// Of which year.
    pub year: Year,
    /// The value that is to count; `None` where it is missing after all.
    pub value: Option<f64>,
    /// Why, as the user wrote it.
    pub reason: String,
    /// Where the value stands, as the user wrote it; empty where nothing was said.
    pub source: String,
}

/// What a user typed, in the indicator's measure: `98.5` for a share is 98.5 %, `1.2万` is 12,000. `Ok(None)` says that
/// there is no figure; `Err` that it cannot be read as one.
pub fn typed_value(kind: MeasureKind, text: &str) -> Result<Option<f64>, NotAFigure> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = match read_text(text) {
        CellReading::Figure(figure) if kind == MeasureKind::Share && !figure.share => figure.value / 100.0,
        CellReading::Figure(figure) => figure.value,
        CellReading::Answer(answer) if kind == MeasureKind::YesNo => f64::from(u8::from(answer)),
        CellReading::Missing(_) => return Ok(None),
        _ => return Err(NotAFigure),
    };
    if value.is_finite() { Ok(Some(value)) } else { Err(NotAFigure) }
}

/// A text that cannot be read as a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a figure")]
pub struct NotAFigure;

/// The observation that an edit is about.
pub fn observed<'d>(
    data: &'d DataSet,
    unit: &UnitId,
    indicator: &IndicatorId,
    year: Year,
) -> Option<&'d Observation> {
    let is_it = |one: &&Observation| {
        one.year == year && one.unit == *unit && one.indicator == *indicator && one.variant.is_empty()
    };
    data.observations.iter().find(is_it)
}

/// A data set with a figure corrected, or entered where there was none; `None` where the unit or indicator is not known
/// or nothing would change.
pub fn corrected(data: &DataSet, edit: &CellEdit) -> Option<DataSet> {
    let knows = data.units.iter().any(|unit| unit.id == edit.unit)
        && data.indicators.iter().any(|indicator| indicator.id == edit.indicator);
    let before = observed(data, &edit.unit, &edit.indicator, edit.year);
    if !knows || before.is_none() && edit.value.is_none() {
        return None;
    }
    let new = correct(before.unwrap_or(&nothing(edit)), edit.value, reason(edit, before));
    if before == Some(&new) {
        return None;
    }
    let mut changed = data.clone();
    match changed.observations.iter_mut().find(|one| before == Some(one)) {
        Some(slot) => *slot = new,
        None => {
            changed.observations.push(new);
            if !changed.documents.iter().any(|document| document.id.as_str() == BY_HAND) {
                changed.documents.push(by_hand());
            }
        }
    }
    Some(changed)
}

/// The reason, with the source behind it where the figure has one of its own that stays.
fn reason(edit: &CellEdit, before: Option<&Observation>) -> Text {
    let (reason, source) = (edit.reason.trim(), edit.source.trim());
    let words = match before {
        Some(_) if !source.is_empty() => data_cell::reason_with_source(reason, source),
        _ => Text::new(reason, ""),
    };
    if words.zh.is_ascii() && words.en.is_empty() { Text::new("", words.zh) } else { words }
}

/// An observation that says that nothing was given.
fn nothing(edit: &CellEdit) -> Observation {
    Observation {
        unit: edit.unit.clone(),
        year: edit.year,
        indicator: edit.indicator.clone(),
        value: None,
        missing: Some(MissingReason::NotReported),
        variant: String::new(),
        standard_error: None,
        source: Some(Source {
            document: BY_HAND.into(),
            section: edit.source.trim().to_owned(),
            printed: String::new(),
        }),
        note: Text::default(),
        correction: None::<Correction>,
    }
}

fn by_hand() -> Document {
    Document {
        id: BY_HAND.into(),
        title: data_cell::by_hand(),
        publisher: Text::default(),
        date: String::new(),
        quality: Quality::Report,
        address: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture;

    fn edit(unit: &str, year: Year, value: Option<f64>) -> CellEdit {
        let (reason, source) = ("复核".to_owned(), "台账".to_owned());
        CellEdit { unit: unit.into(), indicator: "lost".into(), year, value, reason, source }
    }

    #[test]
    fn the_imported_value_is_kept_beside_the_corrected_one() {
        let data = fixture::data("d");
        let once = corrected(&data, &edit("finance", 2019, Some(0.07))).unwrap();
        let twice = corrected(&once, &edit("finance", 2019, Some(0.08))).unwrap();
        let seen = observed(&twice, &"finance".into(), &"lost".into(), 2019).unwrap();
        assert_eq!((seen.value, seen.correction.as_ref().unwrap().imported), (Some(0.08), Some(0.05)));
        assert_eq!(seen.correction.as_ref().unwrap().reason.zh, "复核（出处：台账）");
        let back = corrected(&twice, &edit("finance", 2019, Some(0.05))).unwrap();
        assert_eq!(back, data);
        assert_eq!(corrected(&data, &edit("finance", 2019, Some(0.05))), None);
        assert_eq!(corrected(&data, &edit("nobody", 2019, Some(0.05))), None);
    }

    #[test]
    fn a_figure_is_entered_where_there_was_none() {
        let data = fixture::data("d");
        let more = corrected(&data, &edit("finance", 2020, Some(0.5))).unwrap();
        let seen = observed(&more, &"finance".into(), &"lost".into(), 2020).unwrap();
        assert_eq!((seen.value, seen.correction.as_ref().unwrap().imported), (Some(0.5), None));
        assert_eq!(seen.source.as_ref().unwrap().section, "台账");
        assert_eq!(more.documents.len(), 1);
        assert_eq!(corrected(&data, &edit("finance", 2020, None)), None);
    }

    #[test]
    fn figures_are_read_as_people_type_them() {
        assert_eq!(typed_value(MeasureKind::Share, "９８.5"), Ok(Some(0.985)));
        assert_eq!(typed_value(MeasureKind::Share, "98.5%"), Ok(Some(0.985)));
        assert_eq!(typed_value(MeasureKind::Count, "1.2万"), Ok(Some(12_000.0)));
        assert_eq!(typed_value(MeasureKind::YesNo, "是"), Ok(Some(1.0)));
        assert_eq!(typed_value(MeasureKind::Count, "—"), Ok(None));
        assert_eq!(typed_value(MeasureKind::Count, "不少"), Err(NotAFigure));
    }
}
