//! Tables of a web page, as government systems save them under the name .xls: a small, forgiving reader of tags.

use super::{Steps, sink::Sink};
use crate::data::table::{Address, Area, Sheet, TableError};

/// A web page being read. Each table becomes a sheet; a table within a table becomes one of its own.
pub(super) struct HtmlReading {
    page: String,
    at: usize,
    sink: Sink,
    /// The sheet names that Excel writes into the page's head.
    names: Vec<String>,
    open: Vec<OpenTable>,
    finished: Vec<Sheet>,
    caption: Option<String>,
}

#[derive(Default)]
struct OpenTable {
    sink: Sink,
    name: String,
    row: Option<u32>,
    next_row: u32,
    column: u32,
    cell: Option<OpenCell>,
    /// How many rows a cell above still covers, by column.
    covered: Vec<u32>,
}

struct OpenCell {
    text: String,
    columns: u32,
    rows: u32,
}

impl HtmlReading {
    /// Begins to read.
    pub(super) fn new(page: String) -> Self {
        let names = between_all(&page, "<x:Name>", "</x:Name>");
        Self {
            page,
            at: 0,
            sink: Sink::default(),
            names,
            open: Vec::new(),
            finished: Vec::new(),
            caption: None,
        }
    }

    fn tag(&mut self, tag: &str) -> Result<(), TableError> {
        let (closing, rest) = match tag.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, tag),
        };
        let end = rest.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(rest.len());
        let (name, attributes) = rest.split_at(end);
        match (name.to_ascii_lowercase().as_str(), closing) {
            ("table", false) if self.open.len() < 50 => self.open.push(OpenTable::default()),
            ("table", true) => self.end_table()?,
            ("caption", false) => self.caption = Some(String::new()),
            ("caption", true) => {
                if let (Some(table), Some(caption)) = (self.open.last_mut(), self.caption.take()) {
                    table.name = caption.trim().to_owned();
                }
            }
            ("tr", false) => self.table(|table| table.begin_row())?,
            ("tr", true) => self.table(|table| table.end_cell())?,
            ("td" | "th", false) => self.table(|table| table.begin_cell(attributes))?,
            ("td" | "th", true) => self.table(OpenTable::end_cell)?,
            ("br" | "p" | "div" | "li", _) => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn table(
        &mut self,
        act: impl FnOnce(&mut OpenTable) -> Result<(), TableError>,
    ) -> Result<(), TableError> {
        self.open.last_mut().map_or(Ok(()), act)
    }

    fn text(&mut self, text: &str) {
        if let Some(caption) = &mut self.caption {
            caption.push_str(text);
        } else if let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            cell.text.push_str(text);
        }
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        let Some(mut table) = self.open.pop() else { return Ok(()) };
        table.end_cell()?;
        let number = self.finished.len();
        let name = match self.names.get(number) {
            Some(name) => name.clone(),
            None if table.name.is_empty() => (number + 1).to_string(),
            None => table.name,
        };
        table.sink.end_sheet(&name, false);
        self.finished.extend(table.sink.into_sheets().into_iter().filter(|sheet| !sheet.cells().is_empty()));
        Ok(())
    }
}

impl Steps for HtmlReading {
    fn step(&mut self) -> Result<bool, TableError> {
        for _ in 0..super::PIECES_A_STEP {
            let page = std::mem::take(&mut self.page);
            let (piece, next) = piece(&page, self.at);
            let outcome = match piece {
                Piece::Text(text) => {
                    self.text(&unescaped(text));
                    Ok(())
                }
                Piece::Tag(tag) => self.tag(tag),
                Piece::Nothing => Ok(()),
                Piece::End => {
                    while !self.open.is_empty() {
                        self.end_table()?;
                    }
                    return Ok(true);
                }
            };
            self.at = next;
            self.page = page;
            outcome?;
        }
        Ok(false)
    }

    fn done(&self) -> f64 {
        self.at as f64 / self.page.len().max(1) as f64
    }

    fn sheets(self: Box<Self>) -> Vec<Sheet> {
        let mut sheets = self.finished;
        sheets.extend(self.sink.into_sheets());
        sheets
    }
}

impl OpenTable {
    fn begin_row(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        self.row = Some(self.next_row);
        self.next_row = self.next_row.saturating_add(1);
        self.column = 0;
        for rows in &mut self.covered {
            *rows = rows.saturating_sub(1);
        }
        Ok(())
    }

    fn begin_cell(&mut self, attributes: &str) -> Result<(), TableError> {
        if self.row.is_none() {
            self.begin_row()?;
        }
        self.end_cell()?;
        while self.covered.get(self.column as usize).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let span = |name| attribute(attributes, name).and_then(|span| span.parse::<u32>().ok());
        let columns = span("colspan").unwrap_or(1).clamp(1, 1000);
        self.cell = Some(OpenCell {
            text: String::new(),
            columns,
            rows: span("rowspan").unwrap_or(1).clamp(1, 65_534),
        });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let (Some(cell), Some(row)) = (self.cell.take(), self.row) else { return Ok(()) };
        let from = Address::new(row, self.column);
        let to =
            Address::new(row.saturating_add(cell.rows - 1), self.column.saturating_add(cell.columns - 1));
        self.sink.text_cell(from, &one_line(&cell.text))?;
        self.sink.merge(Area::new(from, to));
        if cell.rows > 1 {
            let end = to.column as usize + 1;
            if self.covered.len() < end {
                self.covered.resize(end, 0);
            }
            for rows in self.covered.get_mut(self.column as usize..end).unwrap_or(&mut []) {
                *rows = cell.rows;
            }
        }
        self.column = to.column.saturating_add(1);
        Ok(())
    }
}

enum Piece<'a> {
    Text(&'a str),
    Tag(&'a str),
    Nothing,
    End,
}

/// The next piece from a place on, and where the one after it begins.
fn piece(page: &str, at: usize) -> (Piece<'_>, usize) {
    let Some(rest) = page.get(at..).filter(|rest| !rest.is_empty()) else { return (Piece::End, at) };
    if !rest.starts_with('<') {
        let end = rest.find('<').unwrap_or(rest.len());
        return (Piece::Text(&rest[..end]), at + end);
    }
    if rest.starts_with("<!--") {
        let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
        return (Piece::Nothing, at + end);
    }
    for quiet in ["script", "style"] {
        if rest.get(1..=quiet.len()).is_some_and(|name| name.eq_ignore_ascii_case(quiet)) {
            let end = find_ignoring_case(rest, &format!("</{quiet}")).unwrap_or(rest.len()).max(1);
            return (Piece::Nothing, at + end);
        }
    }
    let end = tag_end(rest);
    let tag = rest.get(1..end).unwrap_or_default().trim_end_matches('>');
    (Piece::Tag(tag), at + end)
}

/// Where a tag ends, after its `>`; one within quotation marks does not count.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, letter) in rest.char_indices().skip(1) {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') if rest[..at].trim_end().ends_with('=') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// Where a text of ASCII letters begins, case apart.
pub(super) fn find_ignoring_case(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).position(|window| window.eq_ignore_ascii_case(what.as_bytes()))
}

fn between_all(page: &str, open: &str, close: &str) -> Vec<String> {
    let parts = page.split(open).skip(1).take(1000);
    parts.filter_map(|part| part.split_once(close)).map(|(name, _)| unescaped(name)).collect()
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let at = find_ignoring_case(attributes, name)?;
    let rest = attributes.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    rest.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '/')).next()
}

/// White space as a browser shows it: lines kept, blanks run together.
fn one_line(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Resolves references such as `&nbsp;` and `&#20154;`.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.replace(['\r', '\n'], " ");
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.char_indices().take(12).find(|(_, c)| *c == ';').map(|(end, _)| end);
        match end.and_then(|end| Some((reference(rest.get(1..end)?)?, end))) {
            Some((letter, end)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.replace(['\r', '\n'], " ")
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "nbsp" | "ensp" | "emsp" => ' ',
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "middot" => '·',
        "permil" => '‰',
        _ => return None,
    })
}
