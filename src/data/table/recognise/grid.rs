//! A sheet seen for its layout: what kind of thing each cell holds, and what stands in a line once merged cells are
//! written out.

use std::ops::RangeInclusive;

use crate::data::table::{
    Area, Cell, CellReading, Sheet, Value, measure::WrittenMeasure, read_text, year::is_year,
};

/// What kind of thing a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A figure.
    Figure,
    /// A number that may be a year.
    Year,
    /// A sign or error that stands for no figure; yes or no.
    InPlaceOfFigure,
    /// A text or date.
    Text,
}

impl Kind {
    /// It stands where figures stand.
    pub(super) fn is_figure(self) -> bool {
        self != Self::Text
    }
}

/// The kind of a cell.
pub(super) fn kind(value: &Value) -> Kind {
    if is_year(value).is_some() {
        return Kind::Year;
    }
    match value {
        Value::Number { .. } => Kind::Figure,
        Value::Bool(_) | Value::Error(_) => Kind::InPlaceOfFigure,
        Value::Date(_) => Kind::Text,
        Value::Text(text) if text.len() > 120 => Kind::Text,
        Value::Text(text) => match read_text(text) {
            CellReading::Figure(figure)
                if figure.word.is_empty() || WrittenMeasure::parse(&figure.word).is_some() =>
            {
                Kind::Figure
            }
            CellReading::Missing(_) | CellReading::Error(_) | CellReading::Answer(_) | CellReading::None => {
                Kind::InPlaceOfFigure
            }
            _ => Kind::Text,
        },
    }
}

/// A row's or column's kinds counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    /// Filled cells.
    pub filled: u32,
    /// Of these, figures and what stands in their place, years among them.
    pub figures: u32,
    /// Of these, years.
    pub years: u32,
}

impl Count {
    pub(super) fn add(&mut self, kind: Kind) {
        self.filled += 1;
        self.figures += u32::from(kind.is_figure());
        self.years += u32::from(kind == Kind::Year);
    }
}

/// A row of the sheet with the kinds of its cells.
pub(super) struct Row<'a> {
    /// The row.
    pub row: u32,
    /// Its filled cells.
    pub cells: &'a [Cell],
    /// Their kinds.
    pub kinds: Vec<Kind>,
    /// The kinds counted.
    pub count: Count,
}

impl Row<'_> {
    /// Its cells with their kinds.
    pub(super) fn with_kinds(&self) -> impl Iterator<Item = (&Cell, Kind)> {
        self.cells.iter().zip(self.kinds.iter().copied())
    }
}

/// A sheet seen for its layout.
pub(super) struct Grid<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Its filled rows.
    pub rows: Vec<Row<'a>>,
}

/// Cells looked at in one step: some milliseconds of work.
const CELLS_A_STEP: usize = 20_000;

/// The cells of a sheet being looked at, each once: call [`Looking::step`] until it is done.
#[derive(Default)]
pub(in crate::data::table) struct Looking {
    rows: Vec<Looked>,
    /// How many cells are looked at.
    cells: usize,
}

/// A row that was looked at.
struct Looked {
    kinds: Vec<Kind>,
    count: Count,
}

impl Looking {
    /// Looks at some more rows; true when all are looked at.
    pub(in crate::data::table) fn step(&mut self, sheet: &Sheet) -> bool {
        let end = self.cells + CELLS_A_STEP;
        let rest = sheet.cells().get(self.cells..).unwrap_or(&[]);
        for cells in rest.chunk_by(|a, b| a.at.row == b.at.row) {
            if self.cells >= end {
                return false;
            }
            let kinds: Vec<Kind> = cells.iter().map(|cell| kind(&cell.value)).collect();
            let mut count = Count::default();
            kinds.iter().for_each(|kind| count.add(*kind));
            self.rows.push(Looked { kinds, count });
            self.cells += cells.len();
        }
        true
    }

    /// How much is looked at, 0..=1.
    pub(in crate::data::table) fn done(&self, sheet: &Sheet) -> f64 {
        self.cells as f64 / sheet.cells().len().max(1) as f64
    }
}

impl<'a> Grid<'a> {
    /// The sheet with what was seen of its cells.
    pub(super) fn new(sheet: &'a Sheet, looked: Looking) -> Self {
        let rows = sheet.rows().zip(looked.rows).filter_map(|(cells, Looked { kinds, count })| {
            Some(Row { row: cells.first()?.at.row, cells, kinds, count })
        });
        Self { sheet, rows: rows.collect() }
    }

    /// The filled rows within a range.
    pub(super) fn rows_in(&self, rows: RangeInclusive<u32>) -> &[Row<'a>] {
        let start = self.rows.partition_point(|row| row.row < *rows.start());
        let end = self.rows.partition_point(|row| row.row <= *rows.end());
        self.rows.get(start..end.max(start)).unwrap_or(&[])
    }
}

/// What stands in a line of a sheet over a range of the other direction, merged cells written out; `along` a row gives
/// its columns.
pub fn labels_of_row(sheet: &Sheet, row: u32, columns: RangeInclusive<u32>) -> Vec<Option<&Value>> {
    let first = *columns.start();
    let mut labels = vec![None; (columns.end() - first) as usize + 1];
    let in_row = |area: &&Area| (area.from.row..=area.to.row).contains(&row);
    for area in sheet.merged().iter().filter(in_row) {
        if let Some(value) = sheet.get(area.from) {
            let (from, to) = (area.from.column.max(first), area.to.column.min(*columns.end()));
            for label in (from..=to).filter_map(|column| Some((column.checked_sub(first)?) as usize)) {
                if let Some(label) = labels.get_mut(label) {
                    *label = Some(value);
                }
            }
        }
    }
    for cell in sheet.row(row) {
        if let Some(label) =
            cell.at.column.checked_sub(first).and_then(|place| labels.get_mut(place as usize))
        {
            *label = Some(&cell.value);
        }
    }
    labels
}

/// As [`labels_of_row`] for a column.
pub fn labels_of_column(sheet: &Sheet, column: u32, rows: RangeInclusive<u32>) -> Vec<Option<&Value>> {
    let first = *rows.start();
    let mut labels = vec![None; (rows.end() - first) as usize + 1];
    let in_column = |area: &&Area| (area.from.column..=area.to.column).contains(&column);
    for area in sheet.merged().iter().filter(in_column) {
        if let Some(value) = sheet.get(area.from) {
            for row in area.from.row.max(first)..=area.to.row.min(*rows.end()) {
                if let Some(label) = labels.get_mut((row - first) as usize) {
                    *label = Some(value);
                }
            }
        }
    }
    for cells in sheet.rows_in(rows) {
        let found = cells.binary_search_by_key(&column, |cell| cell.at.column).ok();
        let cell = found.and_then(|place| cells.get(place));
        if let Some(cell) = cell
            && let Some(label) = labels.get_mut((cell.at.row - first) as usize)
        {
            *label = Some(&cell.value);
        }
    }
    labels
}
