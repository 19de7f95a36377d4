//! A cell read for an indicator: its figure in the indicator's measure, or why there is none, and what is doubtful.

use super::{
    CellReading, Value, doubt::Why, figure::Figure, measure::WrittenMeasure, propose::in_its_language,
    read_cell,
};
use crate::domain::{MeasureKind, MissingReason, Text};

/// What a label's figures become.
#[derive(Clone)]
pub(super) struct Target {
    /// The indicator's place in those of an import.
    pub indicator: u32,
    /// The kind of its measure.
    pub kind: MeasureKind,
    /// A figure is multiplied by this.
    pub factor: f64,
    /// The measure of the label.
    pub written: Option<WrittenMeasure>,
    /// They are standard errors.
    pub is_standard_error: bool,
}

/// A cell read for an indicator.
pub(super) struct Read {
    /// The value in the indicator's measure.
    pub value: Option<f64>,
    /// Why there is none, where there is none.
    pub missing: MissingReason,
    /// What stands with it.
    pub note: Text,
}

/// Reads a cell for an indicator, and says what is doubtful.
pub(super) fn read_for(target: &Target, value: Option<&Value>) -> (Read, Vec<Why>) {
    let missing = |reason| Read { value: None, missing: reason, note: Text::default() };
    let number =
        |value| Read { value: Some(value), missing: MissingReason::Unreadable, note: Text::default() };
    let Some(value) = value else { return (missing(MissingReason::NotPublished), Vec::new()) };
    let answers = target.kind == MeasureKind::YesNo;
    match read_cell(value) {
        CellReading::Figure(figure) => read_figure(target, &figure),
        CellReading::Answer(answer) => {
            let why = if answers { Vec::new() } else { vec![Why::AnswerForFigure] };
            let read = if answers {
                number(f64::from(u8::from(answer)))
            } else {
                missing(MissingReason::Unreadable)
            };
            (read, why)
        }
        CellReading::None if answers => (number(0.0), Vec::new()),
        CellReading::None => (missing(MissingReason::NothingToCount), vec![Why::NoneWritten]),
        CellReading::Missing(reason) => (missing(reason), Vec::new()),
        CellReading::Error(error) => (missing(MissingReason::NotPublished), vec![Why::Failed(error)]),
        CellReading::Unclear(unclear) => {
            let shown: String = value.to_string().chars().take(60).collect();
            (missing(MissingReason::Unreadable), vec![Why::Unclear(unclear, shown)])
        }
    }
}

fn read_figure(target: &Target, figure: &Figure) -> (Read, Vec<Why>) {
    let mut whys = Vec::new();
    let own = WrittenMeasure::parse(&figure.word);
    let mut value = figure.value;
    match &own {
        _ if figure.share => {}
        // The cell says its own measure: the column's does not count.
        Some(own)
            if own.kind == target.kind && (own.factor != 1.0 || figure.scaled || is_other(own, target)) =>
        {
            value *= own.factor;
            if is_other(own, target) && !figure.scaled {
                whys.push(Why::OtherMeasure(figure.word.clone()));
            }
        }
        Some(own)
            if own.kind != target.kind && target.written.as_ref().is_some_and(|w| w.kind == target.kind) =>
        {
            whys.push(Why::OtherMeasure(figure.word.clone()));
            value *= target.factor;
        }
        _ if figure.scaled => {}
        _ => value *= target.factor,
    }
    if figure.share && target.kind != MeasureKind::Share {
        whys.push(Why::OtherMeasure("%".into()));
    }
    if !figure.about.is_empty() {
        whys.push(Why::About(figure.about.clone()));
    }
    if !figure.remark.is_empty() {
        whys.push(Why::Remark(figure.remark.clone()));
    }
    let words = format!("{} {}", figure.about, figure.remark);
    let note = in_its_language(words.trim());
    match target.kind {
        MeasureKind::YesNo if value != 0.0 && value != 1.0 => {
            value = 1.0;
            whys.push(Why::FigureForAnswer);
        }
        MeasureKind::Count if value < 0.0 => whys.push(Why::Negative),
        MeasureKind::Share if value > 1.0 + 1e-9 => whys.push(Why::AboveWhole),
        MeasureKind::Share if !figure.share && target.written.is_none() && target.factor == 0.01 => {
            whys.push(Why::ReadAsPercent);
        }
        _ => {}
    }
    if !value.is_finite() {
        let read = Read { value: None, missing: MissingReason::Unreadable, note };
        return (read, vec![Why::Unclear(super::Unclear::TooLarge, figure.word.clone())]);
    }
    (Read { value: Some(value), missing: MissingReason::Unreadable, note }, whys)
}

/// The cell's measure multiplies otherwise than its column's.
fn is_other(own: &WrittenMeasure, target: &Target) -> bool {
    target.written.as_ref().is_some_and(|written| written.factor != own.factor)
}
