//! The labels around a table's figures, resolved: for each figure its unit, year and indicator as written.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Address, Area, Sheet, Value,
    address::column_letters,
    measure::{WrittenMeasure, split_measure},
    plan::{Line, Place, TablePlan},
    recognise::{Statistic, labels_of_column, labels_of_row, statistic},
    year::{FoundYear, find_year, is_year},
};

/// At most so many places of figures are looked at where cells are empty; beyond, only filled cells are.
const MOST_PLACES: u64 = 5_000_000;

/// The number of a label that is none.
const NONE: u32 = u32::MAX;

/// What a row or a column names.
#[derive(Clone, Debug, Default)]
struct LineLabels {
    unit: Option<String>,
    code: Option<String>,
    class: Option<String>,
    name: Option<String>,
    measure: Option<WrittenMeasure>,
    statistic: Option<String>,
    year: Option<FoundYear>,
    /// The places of name and statistic among the distinct ones.
    ids: (Option<usize>, Option<usize>),
}

/// A table's labels, numbered: what a figure stands under is found without comparing texts.
pub(super) struct Labels {
    body: Area,
    /// The rows and columns of the body that may hold figures, ascending.
    rows_read: Vec<u32>,
    columns_read: Vec<u32>,
    /// What each row and each column of the body names.
    rows: Vec<Numbers>,
    columns: Vec<Numbers>,
    by_ids: BTreeMap<(u32, u32), u32>,
    /// Places without a filled cell are read too: their figures are missing.
    pub with_blanks: bool,
    /// The distinct units.
    pub units: Vec<UnitLabel>,
    /// The distinct indicators.
    pub indicators: Vec<IndicatorLabel>,
}

/// What a row or column names, by number.
#[derive(Clone, Copy, Debug)]
struct Numbers {
    unit: u32,
    name: u32,
    statistic: u32,
    year: Option<FoundYear>,
}

/// A unit as a table names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UnitLabel {
    /// Its name.
    pub label: String,
    /// Its code; empty where there is none.
    pub code: String,
    /// Its class; empty where there is none.
    pub class: String,
}

/// The labels of a table while they are resolved.
struct Resolving<'a> {
    plan: &'a TablePlan,
    sheet: &'a Sheet,
    rows: Vec<LineLabels>,
    columns: Vec<LineLabels>,
    by_ids: BTreeMap<(usize, Option<usize>), usize>,
    indicators: Vec<IndicatorLabel>,
}

/// An indicator as a table names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct IndicatorLabel {
    /// Its name with its statistic, without measure and year.
    pub label: String,
    /// Its measure as written.
    pub measure: Option<WrittenMeasure>,
    /// It holds the standard errors of this one.
    pub standard_error_of: Option<String>,
}

/// The labels of one figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct FigureLabels {
    /// Its unit's place in [`Labels::units`].
    pub unit: Option<usize>,
    /// Its indicator's place in [`Labels::indicators`].
    pub indicator: Option<usize>,
    /// Its year.
    pub year: Option<FoundYear>,
}

impl<'a> Resolving<'a> {
    fn new(sheet: &'a Sheet, plan: &'a TablePlan) -> Self {
        let (from, to) = (plan.body.from, plan.body.to);
        let mut labels = Self {
            plan,
            sheet,
            rows: vec![LineLabels::default(); (to.row - from.row) as usize + 1],
            columns: vec![LineLabels::default(); (to.column - from.column) as usize + 1],
            by_ids: BTreeMap::new(),
            indicators: Vec::new(),
        };
        labels.put(&plan.unit, |line, text| line.unit = Some(text));
        labels.put_line(plan.code, |line, text| line.code = Some(text));
        labels.put_line(plan.class, |line, text| line.class = Some(text));
        labels.put_line(plan.measure, |line, text| line.measure = WrittenMeasure::parse(&text));
        labels.put_line(plan.statistic, |line, text| line.statistic = Some(text));
        labels.put(&plan.indicator, |line, text| {
            let (name, measure) = split_measure(&text);
            // The name as written, where the measure is no part of it.
            line.name = Some(if measure.is_some() { name } else { text });
            line.measure = measure.or(line.measure.take());
        });
        match &plan.year {
            Place::InIndicator => labels.years_in_names(),
            year => labels.put(year, |line, text| {
                let only = Value::text(&text).and_then(|value| is_year(&value));
                line.year = only.or_else(|| find_year(&text).map(|(found, _)| found));
            }),
        }
        if plan.indicator == Place::Nowhere {
            for (column, line) in (from.column..).zip(&mut labels.columns) {
                line.name = Some(column_letters(column));
            }
        }
        labels.number_names();
        labels
    }

    fn put_line(&mut self, line: Option<Line>, set: impl FnMut(&mut LineLabels, String)) {
        if let Some(line) = line {
            self.put(&Place::At(vec![line]), set);
        }
    }

    /// Sets what a place names, for each row or column that it names.
    fn put(&mut self, place: &Place, mut set: impl FnMut(&mut LineLabels, String)) {
        match place {
            Place::At(lines) => {
                let texts = self.joined(lines);
                let in_rows = matches!(lines.first(), Some(Line::Row(_)));
                let target = if in_rows { &mut self.columns } else { &mut self.rows };
                for (line, text) in target.iter_mut().zip(texts) {
                    if let Some(text) = text {
                        set(line, text);
                    }
                }
            }
            Place::Fixed(text) => {
                for line in &mut self.rows {
                    set(line, text.clone());
                }
            }
            Place::InIndicator | Place::Nowhere => {}
        }
    }

    /// The texts of lines side by side, the same twice in a row only once. In a line that others stand under, an empty
    /// cell repeats the one before it, as groups are written.
    fn joined(&self, lines: &[Line]) -> Vec<Option<String>> {
        let mut joined: Vec<Option<String>> = Vec::new();
        for line in lines {
            let mut texts = self.texts(*line);
            if self.is_group(*line) {
                let mut last = None;
                for text in &mut texts {
                    match text {
                        Some(text) => last = Some(text.clone()),
                        None => text.clone_from(&last),
                    }
                }
            }
            if joined.is_empty() {
                joined = texts;
                continue;
            }
            for (whole, text) in joined.iter_mut().zip(texts) {
                *whole = match (whole.take(), text) {
                    (Some(whole), Some(text)) if whole != text => Some(format!("{whole} – {text}")),
                    (whole, text) => whole.or(text),
                };
            }
        }
        joined
    }

    fn texts(&self, line: Line) -> Vec<Option<String>> {
        let body = self.plan.body;
        let values = match line {
            Line::Row(row) => labels_of_row(self.sheet, row, body.from.column..=body.to.column),
            Line::Column(column) => labels_of_column(self.sheet, column, body.from.row..=body.to.row),
        };
        let text = |value: Option<&Value>| value.map(|value| value.to_string().trim().to_owned());
        values.into_iter().map(|value| text(value).filter(|text| !text.is_empty())).collect()
    }

    /// Another line that is read stands between this one and the figures.
    fn is_group(&self, line: Line) -> bool {
        let mut lines: Vec<Line> = [&self.plan.unit, &self.plan.indicator, &self.plan.year]
            .into_iter()
            .flat_map(|place| if let Place::At(lines) = place { lines.as_slice() } else { &[] })
            .copied()
            .collect();
        lines.extend(self.plan.statistic);
        let first = self.plan.body.from;
        lines.iter().any(|other| match (line, other) {
            (Line::Row(line), Line::Row(other)) => *other > line && *other < first.row,
            (Line::Column(line), Line::Column(other)) => *other > line && *other < first.column,
            _ => false,
        })
    }

    fn years_in_names(&mut self) {
        for line in self.rows.iter_mut().chain(&mut self.columns) {
            if let Some((found, rest)) = line.name.as_deref().and_then(find_year) {
                line.year = Some(found);
                let rest = rest.replace("()", "").replace("[]", "");
                line.name = Some(rest.trim_matches([' ', '-', '_', ':']).to_owned());
            }
        }
    }

    /// Finds the distinct names and statistics and joins each pair that occurs.
    fn number_names(&mut self) {
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        let mut statistics: BTreeMap<String, usize> = BTreeMap::new();
        let number = |distinct: &mut BTreeMap<String, usize>, text: &Option<String>| {
            let next = distinct.len();
            text.as_ref().map(|text| *distinct.entry(text.clone()).or_insert(next))
        };
        for line in self.rows.iter_mut().chain(&mut self.columns) {
            line.ids = (number(&mut names, &line.name), number(&mut statistics, &line.statistic));
        }
        let mut pairs = |first: &[LineLabels], second: &[LineLabels]| {
            let mut seconds: Vec<&LineLabels> = second.iter().filter(|line| line.ids.1.is_some()).collect();
            seconds.sort_by_key(|line| line.ids.1);
            seconds.dedup_by_key(|line| line.ids.1);
            for line in first {
                let Some(name) = line.ids.0 else { continue };
                let own = line.statistic.as_deref();
                let mut join = |id: Option<usize>, statistic: Option<&str>| {
                    if !self.by_ids.contains_key(&(name, id)) {
                        self.by_ids.insert((name, id), self.indicators.len());
                        let measure = line.measure.clone().or_else(|| self.plan.measure_of_all.clone());
                        self.indicators.push(joined_label(
                            line.name.as_deref().unwrap_or_default(),
                            statistic,
                            measure,
                        ));
                    }
                };
                match (own, seconds.is_empty()) {
                    (Some(own), _) => join(line.ids.1, Some(own)),
                    (None, true) => join(None, None),
                    (None, false) => {
                        seconds.iter().for_each(|line| join(line.ids.1, line.statistic.as_deref()))
                    }
                }
            }
        };
        pairs(&self.columns, &self.rows);
        pairs(&self.rows, &self.columns);
    }
}

impl Labels {
    /// Resolves the labels of a table.
    pub(super) fn new(sheet: &Sheet, plan: &TablePlan) -> Self {
        let resolved = Resolving::new(sheet, plan);
        let (from, to) = (plan.body.from, plan.body.to);
        let read = |lines: std::ops::RangeInclusive<u32>, left_out: &[u32]| -> Vec<u32> {
            let left_out: BTreeSet<u32> = left_out.iter().copied().collect();
            lines.filter(|line| !left_out.contains(line)).collect()
        };
        let rows_read = read(from.row..=to.row, &plan.rows_left_out);
        let columns_read = read(from.column..=to.column, &plan.columns_left_out);
        let mut units = Units::default();
        let mut number = |line: &LineLabels| Numbers {
            unit: units.number(line),
            name: line.ids.0.map_or(NONE, |id| id as u32),
            statistic: line.ids.1.map_or(NONE, |id| id as u32),
            year: line.year,
        };
        let rows = resolved.rows.iter().map(&mut number).collect();
        let columns = resolved.columns.iter().map(&mut number).collect();
        let by_ids = resolved.by_ids.iter().map(|((name, statistic), place)| {
            ((*name as u32, statistic.map_or(NONE, |id| id as u32)), *place as u32)
        });
        Self {
            body: plan.body,
            with_blanks: rows_read.len() as u64 * columns_read.len() as u64 <= MOST_PLACES,
            rows_read,
            columns_read,
            rows,
            columns,
            by_ids: by_ids.collect(),
            units: units.all,
            indicators: resolved.indicators,
        }
    }

    /// The labels of the figure at a place of the sheet within the body.
    pub(super) fn of(&self, at: Address) -> FigureLabels {
        let from = self.body.from;
        let row = at.row.checked_sub(from.row).and_then(|row| self.rows.get(row as usize));
        let column = at.column.checked_sub(from.column).and_then(|column| self.columns.get(column as usize));
        let (Some(row), Some(column)) = (row, column) else {
            return FigureLabels { unit: None, indicator: None, year: None };
        };
        let either = |row: u32, column: u32| if row == NONE { column } else { row };
        let unit = either(row.unit, column.unit);
        let ids = (either(row.name, column.name), either(row.statistic, column.statistic));
        FigureLabels {
            unit: (unit != NONE).then_some(unit as usize),
            indicator: self.by_ids.get(&ids).map(|place| *place as usize),
            year: row.year.or(column.year),
        }
    }

    /// How many rows may hold figures.
    pub(super) fn row_count(&self) -> usize {
        self.rows_read.len()
    }

    /// How many columns may.
    pub(super) fn column_count(&self) -> usize {
        self.columns_read.len()
    }

    /// Every place of the n-th of these rows where a figure may stand, with what is there.
    pub(super) fn row_of_places<'s>(
        &'s self,
        sheet: &'s Sheet,
        nth: usize,
    ) -> impl Iterator<Item = (Address, Option<&'s Value>)> + use<'s> {
        let row = self.rows_read.get(nth).copied();
        let mut cells = row.map(|row| sheet.row(row)).unwrap_or_default().iter().peekable();
        let places = self.columns_read.iter().filter_map(move |column| {
            while cells.peek().is_some_and(|cell| cell.at.column < *column) {
                cells.next();
            }
            let value = cells.peek().filter(|cell| cell.at.column == *column).map(|cell| &cell.value);
            (self.with_blanks || value.is_some())
                .then(|| (Address::new(row.unwrap_or_default(), *column), value))
        });
        places.filter(move |_| row.is_some())
    }
}

/// The distinct units of a table.
#[derive(Default)]
struct Units {
    all: Vec<UnitLabel>,
    places: BTreeMap<String, u32>,
}

impl Units {
    fn number(&mut self, line: &LineLabels) -> u32 {
        let Some(label) = &line.unit else { return NONE };
        let place = *self.places.entry(label.clone()).or_insert_with(|| {
            self.all.push(UnitLabel { label: label.clone(), code: String::new(), class: String::new() });
            self.all.len() as u32 - 1
        });
        if let Some(unit) = self.all.get_mut(place as usize) {
            let first = |slot: &mut String, text: &Option<String>| {
                if slot.is_empty() {
                    slot.push_str(text.as_deref().unwrap_or_default());
                }
            };
            first(&mut unit.code, &line.code);
            first(&mut unit.class, &line.class);
        }
        place
    }
}

/// A name with its statistic. `X SE` beside `X` is a standard error too: see [`super::matching`].
fn joined_label(name: &str, statistic_name: Option<&str>, measure: Option<WrittenMeasure>) -> IndicatorLabel {
    let kind = statistic_name.and_then(statistic);
    let (label, standard_error_of) = match (statistic_name, kind) {
        (None, _) | (_, Some(Statistic::Estimate)) => (name.to_owned(), None),
        (Some(other), Some(Statistic::StandardError)) => (format!("{name} – {other}"), Some(name.to_owned())),
        (Some(other), _) => (format!("{name} – {other}"), None),
    };
    IndicatorLabel { label, measure, standard_error_of }
}
