//! The workbook inside a native chart: one sheet with the chart's numbers, which "Edit data" opens.
//!
//! Written here rather than with a workbook library: that would bring the clock and threads into the core for
//! one sheet of names and numbers.

use super::PptxError;
use super::package::{Package, Relations};
use super::xml::{El, clean, el};

/// A cell of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing: a missing value.
    Empty,
    /// A text; never read as a formula.
    Text(String),
    /// A number.
    Number(f64),
}

/// The name of the sheet in formulas.
pub(super) const SHEET: &str = "Sheet1";

/// The letters of a column, counted from 0: A, B, …, Z, AA.
pub(super) fn column_name(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", column_name(more - 1)),
    }
}

/// The cells of a column from row to row (counted from 1), as formulas name them.
pub(super) fn column_range(column: usize, first_row: usize, last_row: usize) -> String {
    let column = column_name(column);
    format!("{SHEET}!${column}${first_row}:${column}${last_row}")
}

/// One cell (row counted from 1), as formulas name it.
pub(super) fn cell_name(column: usize, row: usize) -> String {
    format!("{SHEET}!${}${row}", column_name(column))
}

/// A finite number so that reading it gives the same number: digits, and a power of ten where there are many.
pub(super) fn number(value: f64) -> String {
    let value = if value == 0.0 { 0.0 } else { value };
    if value.abs() < 1e15 { format!("{value}") } else { format!("{value:e}").replace('e', "E") }
}

/// The bytes of a workbook with these rows.
pub(super) fn workbook(rows: &[Vec<Cell>]) -> Result<Vec<u8>, PptxError> {
    let mut package = Package::default();
    let mut root = Relations::default();
    root.add("officeDocument", "xl/workbook.xml");
    package.relations("", &root)?;

    let mut of_workbook = Relations::default();
    let sheet_id = of_workbook.add("worksheet", "worksheets/sheet1.xml");
    of_workbook.add("styles", "styles.xml");
    package.part(
        "xl/workbook.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        &book(&sheet_id),
    )?;
    package.relations("xl/workbook.xml", &of_workbook)?;
    package.part(
        "xl/worksheets/sheet1.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
        &sheet(rows),
    )?;
    package.part(
        "xl/styles.xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
        &styles(),
    )?;
    package.finish()
}

fn root(name: &'static str) -> El {
    el(name)
        .attr("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
        .attr("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
}

fn book(sheet_id: &str) -> El {
    let sheet = el("sheet").attr("name", SHEET).attr("sheetId", 1).attr("r:id", sheet_id);
    root("workbook").child(el("sheets").child(sheet))
}

fn sheet(rows: &[Vec<Cell>]) -> El {
    let columns = rows.first().map_or(1, Vec::len).max(1);
    let area = format!("A1:{}{}", column_name(columns - 1), rows.len().max(1));
    let width = |first: usize, last: usize, width: u32| {
        el("col").attr("min", first).attr("max", last).attr("width", width).attr("customWidth", 1)
    };
    let widths = el("cols").child(width(1, 1, 28)).children((columns > 1).then(|| width(2, columns, 14)));
    let row = |(place, cells): (usize, &Vec<Cell>)| {
        el("row").attr("r", place + 1).children(
            cells.iter().enumerate().filter_map(|(column, cell)| cell_element(cell, column, place + 1)),
        )
    };
    root("worksheet")
        .child(el("dimension").attr("ref", area))
        .child(widths)
        .child(el("sheetData").children(rows.iter().enumerate().map(row)))
}

fn cell_element(cell: &Cell, column: usize, row: usize) -> Option<El> {
    let element = el("c").attr("r", format!("{}{row}", column_name(column)));
    match cell {
        Cell::Empty => None,
        Cell::Number(value) => Some(element.child(el("v").text(&number(*value)))),
        Cell::Text(text) => {
            let text = el("t").attr("xml:space", "preserve").text(&escape_code_points(text));
            Some(element.attr("t", "inlineStr").child(el("is").child(text)))
        }
    }
}

/// Spreadsheets read `_x0041_` in a text as the letter with that number: the underscore before it is written as its own.
fn escape_code_points(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let rest = &text.as_bytes()[at..];
        let looks_like_one = rest.len() >= 7
            && rest.starts_with(b"_x")
            && rest[6] == b'_'
            && rest[2..6].iter().all(u8::is_ascii_hexdigit);
        if looks_like_one {
            escaped.push_str("_x005F");
        }
        escaped.push(character);
    }
    escaped
}

/// The least that a stylesheet must have: one font, two fills, one border, one format.
fn styles() -> El {
    let font = el("font").child(el("sz").attr("val", 11)).child(el("name").attr("val", "等线"));
    let fill = |pattern: &'static str| el("fill").child(el("patternFill").attr("patternType", pattern));
    let sides = ["left", "right", "top", "bottom", "diagonal"].map(el);
    let format = || el("xf").attr("numFmtId", 0).attr("fontId", 0).attr("fillId", 0).attr("borderId", 0);
    let list = |name: &'static str, items: Vec<El>| el(name).attr("count", items.len()).children(items);
    root("styleSheet")
        .child(list("fonts", vec![font]))
        .child(list("fills", vec![fill("none"), fill("gray125")]))
        .child(list("borders", vec![el("border").children(sides)]))
        .child(list("cellStyleXfs", vec![format()]))
        .child(list("cellXfs", vec![format().attr("xfId", 0)]))
        .child(list(
            "cellStyles",
            vec![el("cellStyle").attr("name", "Normal").attr("xfId", 0).attr("builtinId", 0)],
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(column_name),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"].map(String::from)
        );
        assert_eq!(column_range(1, 2, 5), "Sheet1!$B$2:$B$5");
    }

    #[test]
    fn numbers_are_read_back_the_same() {
        for value in [0.0, -0.0, 31075.0, -0.1, 1e12, 1e300, -1e-300, 73.2] {
            assert_eq!(number(value).parse::<f64>().unwrap(), value);
        }
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(1e300), "1E300");
    }

    #[test]
    fn a_text_that_looks_like_a_code_point_stays_a_text() {
        assert_eq!(escape_code_points("a_x0041_b_x_市_xZZZZ_"), "a_x005F_x0041_b_x_市_xZZZZ_");
    }
}
