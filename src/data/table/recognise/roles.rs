//! What the lines around a block of figures name: units, indicators, years, measures.

use super::{
    Known,
    body::{Block, is_of_row_numbers, is_of_years, notes},
    grid::{Grid, labels_of_column, labels_of_row},
    orientation::{Side, left_is_indicators},
    words::{Heading, Statistic, heading, is_default_sheet_name, statistic},
};
use crate::data::table::{
    Value,
    doubt::{Doubt, Why},
    measure::{WrittenMeasure, measure_of_note},
    name::{likeness, normalised},
    plan::{Attribute, Line, Place, TablePlan},
    year::{find_year, is_year},
};

/// So many rows of a column of figures say whether they are years or numbers of rows.
const ROWS_LOOKED_AT: u32 = 1_000;
/// So many rows of a column of labels say what they name; there may be a million.
const LABELS_LOOKED_AT: u32 = 5_000;

/// The lines around a block with their headings, and what is known of each.
struct Lines<'a> {
    grid: &'a Grid<'a>,
    block: &'a Block,
    /// Columns of labels with heading and role.
    columns: Vec<LabelColumn<'a>>,
    /// Columns of figures.
    figures: Vec<u32>,
    /// Rows of the header with what they hold.
    rows: Vec<HeaderRow<'a>>,
}

struct LabelColumn<'a> {
    column: u32,
    title: String,
    role: Option<Heading>,
    values: Vec<Option<&'a Value>>,
}

struct HeaderRow<'a> {
    row: u32,
    kind: RowKind,
    /// What stands at its beginning, left of the figures.
    corner: String,
    labels: Vec<Option<&'a Value>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Years,
    Statistics,
    Measures,
    Names,
}

/// Recognises the table of a block.
pub(super) fn table(
    sheet: u32,
    grid: &Grid,
    block: &Block,
    known: &Known,
    doubts: &mut Vec<Doubt>,
) -> TablePlan {
    let mut lines = Lines::new(grid, block);
    let mut plan = lines.bare_plan(sheet);
    let left = lines.left_places(&mut plan);
    let names: Vec<u32> =
        lines.rows.iter().filter(|row| row.kind == RowKind::Names).map(|row| row.row).collect();
    plan.year = lines.year_line();
    plan.statistic = lines.row_of(RowKind::Statistics);
    plan.measure = plan.measure.or(lines.row_of(RowKind::Measures));
    match left {
        Left { unit: Some(unit), indicator: Some(indicator), .. } => {
            plan.unit = Place::At(vec![Line::Column(unit)]);
            plan.indicator = lines.indicator_columns(indicator);
            lines.keep_value_column(&mut plan);
        }
        Left { main: Some(main), unit, indicator } => {
            let names_left = lines.strings_of(main);
            let score = match (unit, indicator) {
                (_, Some(_)) => 4.0,
                _ => left_is_indicators(&lines.sides(&names_left, unit.is_some()), known),
            };
            plan.confidence = 0.5 + (score.abs() / 4.0).min(0.48);
            if score.abs() < 0.5 {
                doubts.push(Doubt {
                    sheet: grid.sheet.name.clone(),
                    cell: Some(block.body.from),
                    why: Why::RowsOrColumns,
                });
            }
            if score > 0.0 {
                plan.indicator = lines.indicator_columns(indicator.unwrap_or(main));
                lines.units_above(&names, &mut plan);
            } else {
                plan.unit = Place::At(vec![Line::Column(main)]);
                plan.indicator = at_rows(&names);
                lines.attributes(main, &mut plan);
            }
        }
        Left { .. } => {
            plan.confidence = 0.3;
            plan.indicator = at_rows(&names);
        }
    }
    lines.fixed_names(&mut plan);
    lines.fixed_year(&mut plan, doubts);
    plan
}

struct Left {
    unit: Option<u32>,
    indicator: Option<u32>,
    main: Option<u32>,
}

fn at_rows(rows: &[u32]) -> Place {
    if rows.is_empty() { Place::Nowhere } else { Place::At(rows.iter().map(|row| Line::Row(*row)).collect()) }
}

impl<'a> Lines<'a> {
    fn new(grid: &'a Grid<'a>, block: &'a Block) -> Self {
        let mut lines = Self { grid, block, columns: Vec::new(), figures: Vec::new(), rows: Vec::new() };
        let body = block.body;
        let labelled = body.from.row..=body.to.row.min(body.from.row.saturating_add(LABELS_LOOKED_AT));
        let mut is_first = true;
        for column in body.from.column..=body.to.column {
            if block.labels.contains(&column) {
                continue;
            }
            let last = body.to.row.min(body.from.row.saturating_add(ROWS_LOOKED_AT));
            let values = labels_of_column(grid.sheet, column, body.from.row..=last);
            let titles = lines.titles(column);
            let role = titles.iter().find_map(|title| heading(title));
            let role = match role {
                Some(Heading::Code | Heading::Number | Heading::Remark) => role,
                _ if is_first && is_of_row_numbers(&values, &titles) => Some(Heading::Number),
                _ if is_of_years(&values, &titles) => Some(Heading::Year),
                _ => None,
            };
            match role {
                Some(role) => lines.columns.push(LabelColumn {
                    column,
                    title: title(&titles),
                    role: Some(role),
                    values: labels_of_column(grid.sheet, column, labelled.clone()),
                }),
                None => lines.figures.push(column),
            }
            is_first = false;
        }
        for column in &block.labels {
            let values = labels_of_column(grid.sheet, *column, labelled.clone());
            let titles = lines.titles(*column);
            let measures =
                values.iter().flatten().filter(|v| WrittenMeasure::parse(&v.to_string()).is_some()).count();
            let filled = values.iter().flatten().count();
            let mut roles: Vec<Heading> = titles.iter().filter_map(|title| heading(title)).collect();
            roles.dedup();
            // Several headings above one column are those of the header's rows.
            let role = match roles.as_slice() {
                _ if measures * 5 >= filled * 3 && measures > 0 => Some(Heading::Measure),
                [Heading::Value] => None,
                [role] => Some(*role),
                _ => None,
            };
            lines.columns.push(LabelColumn { column: *column, title: title(&titles), role, values });
        }
        lines.columns.sort_by_key(|column| column.column);
        lines.rows = block.header.iter().map(|row| lines.header_row(*row)).collect();
        lines
    }

    /// What stands above a column in the header, from below; a name that spans rows once.
    fn titles(&self, column: u32) -> Vec<String> {
        let mut titles: Vec<String> = Vec::new();
        for row in self.block.header.iter().rev() {
            let label = labels_of_row(self.grid.sheet, *row, column..=column).first().copied().flatten();
            if let Some(label) = label.map(ToString::to_string).filter(|label| !titles.contains(label)) {
                titles.push(label);
            }
        }
        titles
    }

    fn header_row(&self, row: u32) -> HeaderRow<'a> {
        let body = self.block.body;
        let all = labels_of_row(self.grid.sheet, row, body.from.column..=body.to.column);
        let labels: Vec<Option<&Value>> = self
            .figures
            .iter()
            .map(|column| all.get((column - body.from.column) as usize).copied().flatten())
            .collect();
        let named = labels.iter().flatten().count();
        let share = |count: usize, of: usize| named > 0 && count * of >= named * (of - 1);
        let years = labels.iter().flatten().filter(|label| is_year(label).is_some()).count();
        let texts: Vec<String> = labels.iter().flatten().map(ToString::to_string).collect();
        let statistics: Vec<Statistic> = texts.iter().filter_map(|text| statistic(text)).collect();
        let measures = texts.iter().filter(|text| WrittenMeasure::parse(text).is_some()).count();
        let tells =
            statistics.contains(&Statistic::StandardError) || statistics.contains(&Statistic::Estimate);
        let kind = match () {
            () if share(years, 10) => RowKind::Years,
            () if share(statistics.len(), 3) && tells && named > 1 => RowKind::Statistics,
            () if share(measures, 3) => RowKind::Measures,
            () => RowKind::Names,
        };
        let left =
            self.columns.iter().map(|column| column.column).min().filter(|left| *left < body.from.column);
        let corner = left.and_then(|left| {
            let labels = labels_of_row(self.grid.sheet, row, left..=body.from.column.saturating_sub(1));
            labels.iter().rev().flatten().next().map(ToString::to_string)
        });
        HeaderRow { row, kind, corner: corner.unwrap_or_default(), labels }
    }

    fn bare_plan(&self, sheet: u32) -> TablePlan {
        let mut body = self.block.body;
        if let (Some(first), Some(last)) = (self.figures.first(), self.figures.last()) {
            (body.from.column, body.to.column) = (*first, *last);
        }
        let within = |column: &u32| (body.from.column..=body.to.column).contains(column);
        let columns_left_out = self.columns.iter().map(|column| column.column).filter(within).collect();
        TablePlan {
            sheet,
            read: !self.grid.sheet.hidden,
            body,
            rows_left_out: self.block.rows_left_out.clone(),
            columns_left_out,
            unit: Place::Nowhere,
            code: None,
            class: None,
            indicator: Place::Nowhere,
            measure: None,
            measure_of_all: notes(self.grid, self.block).iter().find_map(|note| measure_of_note(note)),
            statistic: None,
            year: Place::Nowhere,
            attributes: Vec::new(),
            confidence: 0.95,
        }
    }

    fn with_role(&self, role: Heading) -> Option<&LabelColumn<'a>> {
        self.columns.iter().find(|column| column.role == Some(role))
    }

    /// What the headings of the columns of labels say; measure and code are written into the plan.
    fn left_places(&mut self, plan: &mut TablePlan) -> Left {
        plan.measure = self.with_role(Heading::Measure).map(|column| Line::Column(column.column));
        plan.code = self.with_role(Heading::Code).map(|column| Line::Column(column.column));
        plan.class = self.with_role(Heading::Class).map(|column| Line::Column(column.column));
        let unit = self.with_role(Heading::Unit).map(|column| column.column);
        let indicators = || self.columns.iter().filter(|column| column.role == Some(Heading::Indicator));
        // Of a name and a code of an indicator the name is read.
        let is_name = |column: &&LabelColumn| {
            let title = normalised(&column.title);
            !["id", "code", "编号", "代码"].iter().any(|end| title.ends_with(end))
        };
        let indicator =
            indicators().find(is_name).or_else(|| indicators().next()).map(|column| column.column);
        let free = self
            .columns
            .iter()
            .filter(|column| column.role.is_none() && column.column < plan.body.from.column);
        let distinct = |column: &&LabelColumn| {
            let mut names: Vec<String> = column.values.iter().flatten().map(ToString::to_string).collect();
            names.sort();
            names.dedup();
            (names.len(), std::cmp::Reverse(column.column))
        };
        let group = self.with_role(Heading::IndicatorGroup).map(|column| column.column);
        let main = unit.or(indicator).or(free.max_by_key(distinct).map(|column| column.column)).or(group);
        let code =
            plan.code.and_then(|line| if let Line::Column(column) = line { Some(column) } else { None });
        Left { unit, indicator: indicator.or(group.filter(|_| unit.is_none())), main: main.or(code) }
    }

    /// The column that names indicators, with those of their groups where it alone names some twice.
    fn indicator_columns(&self, deepest: u32) -> Place {
        let names = self.strings_of(deepest);
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        let is_long = self.with_role(Heading::Unit).is_some();
        let groups = self.columns.iter().filter(|column| column.role == Some(Heading::IndicatorGroup));
        let mut lines: Vec<Line> = match sorted.len() < names.len() && !is_long {
            true => groups
                .map(|column| Line::Column(column.column))
                .filter(|line| *line != Line::Column(deepest))
                .collect(),
            false => Vec::new(),
        };
        lines.push(Line::Column(deepest));
        Place::At(lines)
    }

    fn strings_of(&self, column: u32) -> Vec<String> {
        let found = self.columns.iter().find(|label| label.column == column);
        found.map_or_else(Vec::new, |label| label.values.iter().flatten().map(ToString::to_string).collect())
    }

    /// In a table of observations only the column of values is read, unless its columns are years.
    fn keep_value_column(&self, plan: &mut TablePlan) {
        let is_value =
            |column: &&u32| self.titles(**column).iter().any(|title| heading(title) == Some(Heading::Value));
        if let Some(value) = self.figures.iter().find(is_value) {
            (plan.body.from.column, plan.body.to.column) = (*value, *value);
            plan.columns_left_out.clear();
        }
    }

    fn sides(&self, left: &[String], headed_as_units: bool) -> [Side; 2] {
        let attributes = |role: Option<Heading>| {
            matches!(role, Some(Heading::Code | Heading::Class | Heading::Attribute | Heading::Year))
        };
        let names = self.rows.iter().filter(|row| row.kind == RowKind::Names);
        let top: Vec<String> =
            names.clone().flat_map(|row| row.labels.iter().flatten()).map(ToString::to_string).collect();
        let corners: Vec<Option<Heading>> = self.rows.iter().map(|row| heading(&row.corner)).collect();
        let left_side = Side {
            labels: left.to_vec(),
            has_attributes: self.columns.iter().any(|column| attributes(column.role)),
            is_headed_as_units: headed_as_units
                && self.columns.iter().filter(|c| c.role.is_none()).count() == 0,
        };
        let top_side = Side {
            labels: top,
            has_attributes: corners.len() > 1 && corners.iter().any(|role| attributes(*role)),
            is_headed_as_units: false,
        };
        [left_side, top_side]
    }

    /// Where units are named above their columns: which row is their name, code, class.
    fn units_above(&self, names: &[u32], plan: &mut TablePlan) {
        let mut unit = None;
        for row in self.rows.iter().filter(|row| names.contains(&row.row)) {
            match heading(&row.corner) {
                Some(Heading::Code) => plan.code = Some(Line::Row(row.row)),
                Some(Heading::Class) => plan.class = Some(Line::Row(row.row)),
                Some(Heading::Attribute | Heading::Remark | Heading::Number) => {
                    plan.attributes.push(Attribute { line: Line::Row(row.row), heading: row.corner.clone() })
                }
                Some(Heading::Unit) => unit = Some(row.row),
                _ => unit = unit.or(Some(row.row)),
            }
        }
        plan.unit = unit.map_or(Place::Nowhere, |row| Place::At(vec![Line::Row(row)]));
    }

    /// The labels of units beside their name that are not read.
    fn attributes(&self, main: u32, plan: &mut TablePlan) {
        let read = [Heading::Code, Heading::Class, Heading::Measure, Heading::Year, Heading::Number];
        let others = self
            .columns
            .iter()
            .filter(|c| c.column != main && !c.role.is_some_and(|role| read.contains(&role)));
        plan.attributes = others
            .map(|column| Attribute { line: Line::Column(column.column), heading: column.title.clone() })
            .collect();
    }

    fn row_of(&self, kind: RowKind) -> Option<Line> {
        self.rows.iter().rev().find(|row| row.kind == kind).map(|row| Line::Row(row.row))
    }

    fn year_line(&self) -> Place {
        let column = self.with_role(Heading::Year).map(|column| Line::Column(column.column));
        column.or(self.row_of(RowKind::Years)).map_or(Place::Nowhere, |line| Place::At(vec![line]))
    }

    /// Units or indicators that no line names are named by the table's title or its sheet.
    fn fixed_names(&self, plan: &mut TablePlan) {
        let sheet = &self.grid.sheet.name;
        let sheet_says = !is_default_sheet_name(sheet);
        let bare = |name: &str| find_year(name).map_or_else(|| name.trim().to_owned(), |(_, rest)| rest);
        let notes = notes(self.grid, self.block);
        let title = notes
            .iter()
            .find(|note| (2..=60).contains(&note.chars().count()) && measure_of_note(note).is_none());
        let title =
            title.filter(|title| !sheet_says || likeness(&normalised(title), &normalised(sheet)) > 0.4);
        let name = match (title, sheet_says) {
            (Some(title), _) => Place::Fixed(bare(title)),
            (None, true) => Place::Fixed(bare(sheet)),
            (None, false) => Place::Nowhere,
        };
        if plan.indicator == Place::Nowhere && (plan.statistic.is_some() || matches!(plan.year, Place::At(_)))
        {
            plan.indicator = name;
        } else if plan.unit == Place::Nowhere && plan.indicator != Place::Nowhere {
            plan.unit = if sheet_says { Place::Fixed(bare(sheet)) } else { name };
        }
    }

    /// A year that no line names: in the names of indicators, of the sheet, in the notes.
    fn fixed_year(&self, plan: &mut TablePlan, doubts: &mut Vec<Doubt>) {
        if plan.year != Place::Nowhere {
            return;
        }
        if let Place::At(lines) = &plan.indicator
            && lines.iter().any(|line| matches!(line, Line::Row(_)))
        {
            let names = self.rows.iter().filter(|row| row.kind == RowKind::Names);
            let labels: Vec<String> =
                names.flat_map(|row| row.labels.iter().flatten()).map(ToString::to_string).collect();
            let years = labels.iter().filter(|label| find_year(label).is_some()).count();
            if years * 2 > labels.len() {
                plan.year = Place::InIndicator;
                return;
            }
        }
        let notes = notes(self.grid, self.block);
        let found = std::iter::once(&self.grid.sheet.name).chain(&notes).find_map(|text| find_year(text));
        let doubt = |why| Doubt { sheet: self.grid.sheet.name.clone(), cell: None, why };
        if let Some((found, _)) = found {
            plan.year = Place::Fixed(found.year.to_string());
            if found.of_span {
                doubts.push(doubt(Why::YearOfSpan));
            }
            if found.in_part {
                doubts.push(doubt(Why::PartOfYear));
            }
        }
    }
}

fn title(titles: &[String]) -> String {
    titles.first().cloned().unwrap_or_default()
}
