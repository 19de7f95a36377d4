//! Where in a sheet the figures are: blocks of rows with a header above and labels at their left.

use std::collections::BTreeMap;

use super::{
    grid::{Count, Grid, Kind, Row, labels_of_row},
    words::{Heading, heading, is_note},
};
use crate::data::table::{Address, Area, Cell, Value, measure::measure_of_note, year::is_year};

/// The most rows of a header.
const MOST_HEADER_ROWS: usize = 8;

/// A block of figures in a sheet.
#[derive(Debug)]
pub(super) struct Block {
    /// The figures, without labels and header.
    pub body: Area,
    /// The rows of the header, from the top.
    pub header: Vec<u32>,
    /// The columns of labels left of the figures or among them.
    pub labels: Vec<u32>,
    /// Rows of the body without figures of units.
    pub rows_left_out: Vec<u32>,
    /// The first row that may belong to it: notes and titles stand from here on.
    pub from_row: u32,
}

/// Finds the blocks of a sheet from the top.
pub(super) fn blocks(grid: &Grid) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut from = 0;
    while let Some((block, next)) = next_block(grid, from) {
        blocks.push(block);
        from = next;
        if blocks.len() >= 200 {
            break;
        }
    }
    blocks
}

/// The first block from a row on, and the row after it.
fn next_block(grid: &Grid, from_row: u32) -> Option<(Block, u32)> {
    let rows = grid.rows_in(from_row..=u32::MAX);
    let width = usual_width(rows);
    let place = rows.iter().enumerate().position(|(place, row)| {
        row.count.figures > 0
            && row.count.filled * 5 >= width * 2
            && !is_header_of_years(row, &rows[place + 1..])
            && !is_header_of_names(row, &rows[place + 1..])
            && !(is_numbering(row) && rows[place + 1..].iter().any(|row| row.count.figures > 0))
    })?;
    let first = rows[place].row;
    let end = end_of_block(&rows[place..]);
    let mut body_rows: Vec<&Row> = rows[place..].iter().take_while(|row| row.row < end).collect();
    while body_rows.last().is_some_and(|row| row.count.figures == 0 && !is_label_row(row)) {
        body_rows.pop();
    }
    let last = body_rows.last()?.row;
    let columns = columns(&body_rows);
    let figures: Vec<u32> =
        columns.iter().filter(|(_, count)| is_of_figures(**count)).map(|(column, _)| *column).collect();
    let (left, right) = (*figures.first()?, *figures.last()?);
    let header = header_rows(grid, (from_row, first), (left, right), &figures);
    let labels = columns.keys().copied().filter(|column| !figures.contains(column)).collect();
    let rows_left_out = body_rows.iter().filter(|row| !counts(row, &figures)).map(|row| row.row).collect();
    let body = Area::new(Address::new(first, left), Address::new(last, right));
    Some((Block { body, header, labels, rows_left_out, from_row }, end.max(last.saturating_add(1))))
}

/// The middle of how many cells are filled in rows with figures.
fn usual_width(rows: &[Row]) -> u32 {
    let mut widths: Vec<u32> =
        rows.iter().filter(|row| row.count.figures > 0).map(|row| row.count.filled).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

/// All its figures are years, and in the same columns below stand other figures.
fn is_header_of_years(row: &Row, below: &[Row]) -> bool {
    if row.count.years == 0 || row.count.years != row.count.figures {
        return false;
    }
    let columns: Vec<u32> =
        row.with_kinds().filter(|(_, kind)| *kind == Kind::Year).map(|(cell, _)| cell.at.column).collect();
    let mut count = Count::default();
    for row in below.iter().filter(|row| row.count.figures > 0).take(20) {
        row.with_kinds()
            .filter(|(cell, _)| columns.contains(&cell.at.column))
            .for_each(|(_, kind)| count.add(kind));
    }
    count.figures > 0 && count.years * 2 < count.figures
}

/// Most of its cells above columns of figures are texts: a header with a word like 达标 in it, which could be an answer.
fn is_header_of_names(row: &Row, below: &[Row]) -> bool {
    let mut columns: BTreeMap<u32, Count> = BTreeMap::new();
    for row in below.iter().filter(|row| row.count.figures > 0).take(20) {
        row.with_kinds().for_each(|(cell, kind)| columns.entry(cell.at.column).or_default().add(kind));
    }
    let mut count = Count::default();
    let above_figures = |cell: &Cell| columns.get(&cell.at.column).is_some_and(|count| is_of_figures(*count));
    row.with_kinds().filter(|(cell, _)| above_figures(cell)).for_each(|(_, kind)| count.add(kind));
    count.filled > count.figures * 2
}

/// A row that numbers the columns: 甲 乙 1 2 3.
fn is_numbering(row: &Row) -> bool {
    let mut next = 1.0;
    for (cell, _) in row.with_kinds() {
        match &cell.value {
            Value::Number { value, .. } if *value == next => next += 1.0,
            Value::Text(text) => match text.trim() {
                "甲" | "乙" | "丙" | "丁" | "栏次" | "行次" | "序号" | "-" | "—" => {}
                text if text.trim_matches(['(', ')', '（', '）', '[', ']']).parse() == Ok(next) => {
                    next += 1.0
                }
                _ => return false,
            },
            _ => return false,
        }
    }
    next > 2.0
}

/// Where a block ends: at a gap of empty rows behind which a header begins, with figures below it.
fn end_of_block(rows: &[Row]) -> u32 {
    let texts =
        |row: &Row| row.count.figures == 0 || row.count.figures == row.count.years && row.count.years > 1;
    for (place, pair) in rows.windows(2).enumerate() {
        let [before, row] = pair else { continue };
        let after_gap = row.row > before.row + 1;
        if after_gap && texts(row) {
            let below: Vec<&Row> = rows[place + 1..].iter().take(MOST_HEADER_ROWS).collect();
            let header = below.iter().find(|row| row.count.figures == 0 && row.count.filled >= 3);
            let has_figures = below.iter().any(|row| row.count.figures > row.count.years);
            let is_labels = row.cells.len() == 1 && below.get(1).is_some_and(|next| next.count.figures > 0);
            if header.is_some() && has_figures && !is_labels {
                return row.row;
            }
        }
    }
    rows.last().map_or(0, |row| row.row.saturating_add(1))
}

/// A unit without any figure: a short label alone.
fn is_label_row(row: &Row) -> bool {
    matches!(row.cells, [cell] if matches!(&cell.value, Value::Text(text) if !is_note(text) && text.chars().count() <= 20))
}

fn columns(rows: &[&Row]) -> BTreeMap<u32, Count> {
    // By place, not by search: there may be millions of cells.
    let mut columns: Vec<Count> = Vec::new();
    for row in rows {
        let last = row.cells.last().map_or(0, |cell| cell.at.column as usize);
        columns.resize(columns.len().max(last + 1), Count::default());
        for (cell, kind) in row.with_kinds() {
            if let Some(count) = columns.get_mut(cell.at.column as usize) {
                count.add(kind);
            }
        }
    }
    (0..).zip(columns).filter(|(_, count)| count.filled > 0).collect()
}

fn is_of_figures(count: Count) -> bool {
    count.figures * 2 >= count.filled && count.figures > 0
}

/// The row has a figure, or a label and nothing where figures would stand.
fn counts(row: &Row, figures: &[u32]) -> bool {
    let is_section = |cell: &Cell| {
        !figures.contains(&cell.at.column) && matches!(&cell.value, Value::Text(text) if is_section(text))
    };
    row.count.figures > 0 || !row.cells.iter().any(is_section)
}

/// `一、市直部门`, `（二）乡镇`.
fn is_section(text: &str) -> bool {
    let number = crate::data::table::name::numbering(text);
    !number.is_empty() && number.chars().any(|c| "一二三四五六七八九十".contains(c))
}

/// The rows above a block that name its columns: each has something above at least half of the columns of figures, and
/// more than one thing where there are several columns.
fn header_rows(
    grid: &Grid,
    (from, first): (u32, u32),
    (left, right): (u32, u32),
    figures: &[u32],
) -> Vec<u32> {
    let mut header = Vec::new();
    let mut row = first;
    while row > from && header.len() < MOST_HEADER_ROWS {
        row -= 1;
        let labels = labels_of_row(grid.sheet, row, left..=right);
        let is_empty = labels.iter().all(Option::is_none);
        if is_empty && header.is_empty() && row + 2 >= first {
            continue;
        }
        let own = grid.sheet.row(row);
        if is_empty || !covers(&labels, own, left, figures) {
            let numbers = !own.is_empty() && grid.rows_in(row..=row).iter().any(is_numbering);
            if numbers && header.is_empty() {
                continue;
            }
            break;
        }
        if !grid.rows_in(row..=row).iter().any(is_numbering) {
            header.push(row);
        }
    }
    header.reverse();
    header
}

fn covers(labels: &[Option<&Value>], own: &[Cell], left: u32, figures: &[u32]) -> bool {
    if own.iter().any(|cell| measure_of_note(&cell.value.to_string()).is_some()) {
        return false;
    }
    let at = |column: &u32| {
        column.checked_sub(left).and_then(|place| labels.get(place as usize).copied().flatten())
    };
    let named = figures.iter().filter(|column| at(column).is_some()).count();
    let mut distinct: Vec<String> = figures.iter().filter_map(at).map(ToString::to_string).collect();
    distinct.dedup();
    // The names of groups stand only above the first of their columns.
    let is_groups = distinct.len() >= 2 && at(figures.first().unwrap_or(&left)).is_some();
    let enough = named * 2 >= figures.len() || is_groups && named * 20 >= figures.len();
    let written = own.iter().filter(|cell| figures.contains(&cell.at.column)).count();
    enough && (distinct.len() > 1 || written > 1 || figures.len() == 1)
}

/// The texts above a block that are not its header: titles and notes, from the top.
pub(super) fn notes(grid: &Grid, block: &Block) -> Vec<String> {
    let first_header = block.header.first().copied().unwrap_or(block.body.from.row);
    let above = grid.rows_in(block.from_row..=first_header.saturating_sub(1));
    let texts = above.iter().filter(|row| row.row < first_header).flat_map(|row| row.cells);
    texts.map(|cell| cell.value.to_string()).collect()
}

/// A column of numbers of rows: 1, 2, 3 ... or headed so.
pub(super) fn is_of_row_numbers(values: &[Option<&Value>], headings: &[String]) -> bool {
    if headings.iter().any(|text| heading(text) == Some(Heading::Number)) {
        return true;
    }
    let mut next = 1.0;
    values.iter().flatten().all(|value| {
        let is_next = matches!(value, Value::Number { value, .. } if *value == next);
        next += 1.0;
        is_next
    }) && next > 4.0
}

/// A column of years, perhaps with blanks.
pub(super) fn is_of_years(values: &[Option<&Value>], headings: &[String]) -> bool {
    let filled = values.iter().flatten().count();
    let years = values.iter().flatten().filter(|value| is_year(value).is_some()).count();
    let headed = headings.iter().any(|text| heading(text) == Some(Heading::Year));
    filled > 0 && years * 10 >= filled * 9 && (headed || headings.is_empty())
}
