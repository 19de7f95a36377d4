//! Workbooks: sheets of texts, numbers and formulas as the bytes of an .xlsx that Excel, WPS and LibreOffice open.
//!
//! Written here rather than with a workbook library: that would bring the clock and threads into the core. A text is
//! written as a text, whatever it begins with, and a formula with the value it has now.

use std::{collections::BTreeMap, fmt::Write};

use quick_xml::escape::escape;

use super::office::{
    OfficeError,
    package::{Package, Relations},
    xml::{El, clean, el},
};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// A text; never read as a formula.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A formula without its equals sign, and its present value.
    Formula(String, Value),
}

/// What a formula gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A finite number.
    Number(f64),
    /// A text; empty where there is nothing to say.
    Text(String),
}

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Format {
    /// As they are.
    #[default]
    Plain,
    /// With two decimals.
    Marks,
    /// As a percentage with one decimal.
    Percent,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    /// Its width in digits.
    pub width: f64,
    /// How its numbers are written.
    pub format: Format,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    /// Its name: at most 31 characters, none of `\ / ? * [ ] :`.
    pub name: String,
    /// Its columns; those beyond the list are plain.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// So many rows at the top are headings, and stay in sight.
    pub head: usize,
    /// So many columns at the left stay in sight.
    pub beside: usize,
}

const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
const TEXTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

/// The texts of a workbook, each kept once; a cell names its place.
#[derive(Default)]
struct Texts<'t> {
    places: BTreeMap<&'t str, usize>,
    list: Vec<&'t str>,
    used: usize,
}

impl<'t> Texts<'t> {
    fn place(&mut self, text: &'t str) -> usize {
        self.used += 1;
        *self.places.entry(text).or_insert_with(|| {
            self.list.push(text);
            self.list.len() - 1
        })
    }

    fn element(&self) -> El {
        let one = |text: &&str| {
            let text = el("t").attr("xml:space", "preserve").text(&escape_code_points(text));
            el("si").child(text)
        };
        el("sst")
            .attr("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
            .attr("count", self.used)
            .attr("uniqueCount", self.list.len())
            .children(self.list.iter().map(one))
    }
}

/// The letters of a column, counted from 0: A, B, …, Z, AA.
pub(super) fn column_name(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", column_name(more - 1)),
    }
}

/// A finite number so that reading it gives the same number: digits, and a power of ten where there are many.
pub(super) fn number(value: f64) -> String {
    let value = if value == 0.0 { 0.0 } else { value };
    let size = value.abs();
    if size < 1e15 && (size == 0.0 || size >= 1e-7) {
        format!("{value}")
    } else {
        format!("{value:e}").replace('e', "E")
    }
}

/// The bytes of a workbook with these sheets; programs that open it compute its formulas anew.
pub(super) fn write(sheets: &[Sheet]) -> Result<Vec<u8>, OfficeError> {
    let mut package = Package::default();
    let mut to_book = Relations::default();
    to_book.add("officeDocument", "xl/workbook.xml");
    package.relations("", &to_book)?;
    let mut of_book = Relations::default();
    let ids: Vec<String> = (1..=sheets.len())
        .map(|nth| of_book.add("worksheet", format!("worksheets/sheet{nth}.xml")))
        .collect();
    for (kind, part) in
        [("styles", "styles.xml"), ("theme", "theme/theme1.xml"), ("sharedStrings", "sharedStrings.xml")]
    {
        of_book.add(kind, part);
    }
    package.part("xl/workbook.xml", BOOK, &book(sheets, &ids))?;
    package.relations("xl/workbook.xml", &of_book)?;
    let mut texts = Texts::default();
    for (at, one) in sheets.iter().enumerate() {
        let name = format!("xl/worksheets/sheet{}.xml", at + 1);
        package.raw_part(&name, SHEET, sheet(one, &mut texts)?);
    }
    package.part("xl/styles.xml", STYLES, &styles())?;
    package.raw_part("xl/theme/theme1.xml", THEME, super::pptx::theme());
    package.part("xl/sharedStrings.xml", TEXTS, &texts.element())?;
    package.finish()
}

fn root(name: &'static str) -> El {
    el(name)
        .attr("xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
        .attr("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
}

fn book(sheets: &[Sheet], ids: &[String]) -> El {
    let one = |(at, (sheet, id)): (usize, (&Sheet, &String))| {
        el("sheet").attr("name", &sheet.name).attr("sheetId", at + 1).attr("r:id", id)
    };
    let sheets_element = el("sheets").children(sheets.iter().zip(ids).enumerate().map(one));
    let computes =
        sheets.iter().any(|sheet| sheet.rows.iter().flatten().any(|cell| matches!(cell, Cell::Formula(..))));
    let calculation = computes.then(|| el("calcPr").attr("calcId", 0).attr("fullCalcOnLoad", 1));
    root("workbook").child(sheets_element).children(calculation)
}

/// A sheet; its cells are written as text at once, for there may be a million.
fn sheet<'t>(sheet: &'t Sheet, texts: &mut Texts<'t>) -> Result<Vec<u8>, OfficeError> {
    let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let area = format!("A1:{}{}", column_name(widest - 1), sheet.rows.len().max(1));
    let column = |(at, column): (usize, &Column)| {
        el("col").attr("min", at + 1).attr("max", at + 1).attr("width", column.width).attr("customWidth", 1)
    };
    let columns = el("cols").children(sheet.columns.iter().enumerate().map(column));
    let frame = root("worksheet")
        .child(el("dimension").attr("ref", area))
        .children(view(sheet))
        .children((!sheet.columns.is_empty()).then_some(columns))
        .child(el("sheetData").text(" "));
    let frame = String::from_utf8_lossy(&frame.document()?).into_owned();
    let (before, after) = frame.split_once("<sheetData> </sheetData>").unwrap_or((&frame, ""));
    let mut text = String::with_capacity(64 * widest * sheet.rows.len());
    text.push_str(before);
    text.push_str("<sheetData>");
    let names: Vec<String> = (0..widest).map(column_name).collect();
    for (at, cells) in sheet.rows.iter().enumerate() {
        let _ = write!(text, r#"<row r="{}">"#, at + 1);
        for (cell, (nth, name)) in cells.iter().zip(names.iter().enumerate()) {
            let style = if at < sheet.head {
                HEAD
            } else {
                sheet.columns.get(nth).map_or(0, |column| column.format as usize)
            };
            write_cell(&mut text, texts, cell, name, at + 1, style);
        }
        text.push_str("</row>");
    }
    text.push_str("</sheetData>");
    text.push_str(after);
    Ok(text.into_bytes())
}

/// Which rows and columns stay in sight.
fn view(sheet: &Sheet) -> Option<El> {
    if sheet.head + sheet.beside == 0 {
        return None;
    }
    let mut pane = el("pane");
    if sheet.beside > 0 {
        pane = pane.attr("xSplit", sheet.beside);
    }
    if sheet.head > 0 {
        pane = pane.attr("ySplit", sheet.head);
    }
    let corner = match (sheet.beside, sheet.head) {
        (0, _) => "bottomLeft",
        (_, 0) => "topRight",
        _ => "bottomRight",
    };
    let first = format!("{}{}", column_name(sheet.beside), sheet.head + 1);
    let pane = pane.attr("topLeftCell", first).attr("activePane", corner).attr("state", "frozen");
    Some(el("sheetViews").child(el("sheetView").attr("workbookViewId", 0).child(pane)))
}

fn write_cell<'t>(
    text: &mut String,
    texts: &mut Texts<'t>,
    cell: &'t Cell,
    column: &str,
    row: usize,
    style: usize,
) {
    let styled = if style == 0 { String::new() } else { format!(r#" s="{style}""#) };
    let _ = match cell {
        Cell::Empty => Ok(()),
        Cell::Number(value) => write!(text, r#"<c r="{column}{row}"{styled}><v>{}</v></c>"#, number(*value)),
        Cell::Text(own) => {
            write!(text, r#"<c r="{column}{row}"{styled} t="s"><v>{}</v></c>"#, texts.place(own))
        }
        Cell::Formula(formula, Value::Number(value)) => write!(
            text,
            r#"<c r="{column}{row}"{styled}><f>{}</f><v>{}</v></c>"#,
            escape(formula.as_str()),
            number(*value)
        ),
        Cell::Formula(formula, Value::Text(value)) => write!(
            text,
            r#"<c r="{column}{row}"{styled} t="str"><f>{}</f><v>{}</v></c>"#,
            escape(formula.as_str()),
            escape(clean(value))
        ),
    };
}

/// Spreadsheets read `_x0041_` in a text as the letter with that number: the underscore before it is written as its
/// own.
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

/// The place of the style of headings; the places before it are those of [`Format`].
const HEAD: usize = 3;

/// The styles of cells: those of [`Format`] in order, then that of headings.
fn styles() -> El {
    let face = || el("name").attr("val", "等线");
    let plain = el("font").child(el("sz").attr("val", 11)).child(face());
    let bold = el("font").child(el("b")).child(el("sz").attr("val", 11)).child(face());
    let fill = |pattern: &'static str| el("fill").child(el("patternFill").attr("patternType", pattern));
    let sides = ["left", "right", "top", "bottom", "diagonal"].map(el);
    let format = |number: u32, font: u32| {
        el("xf").attr("numFmtId", number).attr("fontId", font).attr("fillId", 0).attr("borderId", 0)
    };
    let shown = |number: u32| format(number, 0).attr("xfId", 0).attr("applyNumberFormat", 1);
    let head = format(0, 1)
        .attr("xfId", 0)
        .attr("applyFont", 1)
        .attr("applyAlignment", 1)
        .child(el("alignment").attr("vertical", "top").attr("wrapText", 1));
    let list = |name: &'static str, items: Vec<El>| el(name).attr("count", items.len()).children(items);
    root("styleSheet")
        .child(list("numFmts", vec![el("numFmt").attr("numFmtId", 164).attr("formatCode", "0.0%")]))
        .child(list("fonts", vec![plain, bold]))
        .child(list("fills", vec![fill("none"), fill("gray125")]))
        .child(list("borders", vec![el("border").children(sides)]))
        .child(list("cellStyleXfs", vec![format(0, 0)]))
        .child(list("cellXfs", vec![format(0, 0).attr("xfId", 0), shown(2), shown(164), head]))
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
    }

    #[test]
    fn numbers_are_read_back_the_same() {
        for value in [0.0, -0.0, 31075.0, -0.1, 1e12, 1e300, -1e-300, 73.2, 1e-9] {
            assert_eq!(number(value).parse::<f64>().unwrap(), value);
        }
        assert_eq!([number(-0.0), number(1e300), number(1e-9)], ["0", "1E300", "1E-9"]);
    }

    #[test]
    fn a_text_that_looks_like_a_code_point_stays_a_text() {
        assert_eq!(escape_code_points("a_x0041_b_x_市_xZZZZ_"), "a_x005F_x0041_b_x_市_xZZZZ_");
    }

    #[test]
    fn texts_are_texts_and_formulas_carry_their_value() {
        let (mut text, mut texts) = (String::new(), Texts::default());
        let cells = [
            Cell::Text("=1+1 <b>".to_string()),
            Cell::Formula("IF(A1<2,1,\"\")".to_string(), Value::Number(1.0)),
        ];
        write_cell(&mut text, &mut texts, &cells[0], "A", 1, 0);
        write_cell(&mut text, &mut texts, &cells[1], "B", 1, 1);
        assert_eq!(
            text,
            "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><f>IF(A1&lt;2,1,&quot;&quot;)</f><v>1</v></c>"
        );
        let kept = String::from_utf8(texts.element().document().unwrap()).unwrap();
        assert!(kept.ends_with("<si><t xml:space=\"preserve\">=1+1 &lt;b&gt;</t></si></sst>"), "{kept}");
    }
}
