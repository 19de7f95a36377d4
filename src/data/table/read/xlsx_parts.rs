//! The small parts of an XLSX workbook: where its sheets are, what its cell styles show.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::{
    number_format::NumberFormat,
    package::Package,
    xml::{Xml, attribute, count},
};
use crate::data::table::TableError;

/// What the small parts say.
pub(super) struct Parts {
    /// The sheets of cells in the order of their tabs.
    pub sheets: Vec<SheetPart>,
    /// The part of the shared texts.
    pub shared_texts: Option<String>,
    /// The number formats by cell style.
    pub formats: Vec<NumberFormat>,
    /// Dates count from 1904.
    pub from_1904: bool,
}

/// A sheet and its part.
pub(super) struct SheetPart {
    /// Its name on the tab.
    pub name: String,
    /// The part that holds its cells.
    pub part: String,
    /// It is hidden.
    pub hidden: bool,
}

struct Relation {
    kind: String,
    part: String,
}

impl Parts {
    /// Reads them.
    pub(super) fn read(package: &Package) -> Result<Self, TableError> {
        let workbook = relations(package, "_rels/.rels", "")?
            .into_values()
            .find(|relation| relation.kind == "officeDocument")
            .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        let relations = relations(package, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let part_of = |kind: &str| relations.values().find(|r| r.kind == kind).map(|r| r.part.clone());
        let formats = match part_of("styles") {
            Some(part) => formats(package, &part)?,
            None => Vec::new(),
        };
        let mut parts =
            Self { sheets: Vec::new(), shared_texts: part_of("sharedStrings"), formats, from_1904: false };
        each_tag(package, &workbook, |tag| match tag.local_name().as_ref() {
            "workbookPr" => parts.from_1904 = is_on(tag, "date1904"),
            "sheet" => {
                let relation = attribute(tag, "id").and_then(|id| relations.get(&id));
                if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                    parts.sheets.push(SheetPart {
                        name: attribute(tag, "name").unwrap_or_default(),
                        part: relation.part.clone(),
                        hidden: attribute(tag, "state").is_some_and(|state| state != "visible"),
                    });
                }
            }
            _ => {}
        })?;
        if !package.has(&workbook) || parts.sheets.is_empty() {
            return Err(TableError::Damaged { part: workbook, problem: "no sheet".into() });
        }
        Ok(parts)
    }
}

fn is_on(tag: &BytesStart, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| value == "1" || value == "true")
}

/// Calls back for each opening tag of a part; nothing where there is no such part.
fn each_tag(package: &Package, part: &str, mut tag: impl FnMut(&BytesStart)) -> Result<(), TableError> {
    let Some(source) = package.part(part) else { return Ok(()) };
    let mut xml = Xml::new(source, part);
    loop {
        match xml.next()? {
            Event::Start(start) | Event::Empty(start) => tag(&start),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The relations that a part names, by id, targets as full names of parts.
fn relations(package: &Package, part: &str, folder: &str) -> Result<BTreeMap<String, Relation>, TableError> {
    let mut relations = BTreeMap::new();
    each_tag(package, part, |tag| {
        if let (Some(id), Some(kind), Some(target)) =
            (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.insert(id, Relation { kind, part: full_name(folder, &target) });
        }
    })?;
    Ok(relations)
}

fn full_name(folder: &str, target: &str) -> String {
    let joined = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The number format of each cell style.
fn formats(package: &Package, part: &str) -> Result<Vec<NumberFormat>, TableError> {
    let Some(source) = package.part(part) else { return Ok(Vec::new()) };
    let mut xml = Xml::new(source, part);
    let mut custom = BTreeMap::new();
    let mut formats = Vec::new();
    let mut in_styles = false;
    loop {
        match xml.next()? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (count(&tag, "numFmtId"), attribute(&tag, "formatCode")) {
                        custom.insert(id, NumberFormat::of_code(&code));
                    }
                }
                "cellXfs" => in_styles = true,
                "xf" if in_styles => {
                    let id = count(&tag, "numFmtId").unwrap_or(0);
                    formats.push(custom.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(id)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_styles = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
