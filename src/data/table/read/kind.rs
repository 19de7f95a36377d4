//! What a file is, by its first bytes and, for texts, by what they say.

use super::{Decode, html::find_ignoring_case};
use crate::data::table::{BookKind, Foreign, Remark, TableError};

/// Kinds of files by their first bytes that hold no table.
const FOREIGN: [(&[u8], Foreign); 14] = [
    (b"%PDF", Foreign::Pdf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"{\\rtf", Foreign::Document),
    (b"\x1F\x8B", Foreign::Archive),
    (b"7z\xBC\xAF", Foreign::Archive),
    (b"Rar!", Foreign::Archive),
    (b"\x09\x00\x04\x00", Foreign::OldExcel),
    (b"\x09\x02\x06\x00", Foreign::OldExcel),
    (b"\x09\x04\x06\x00", Foreign::OldExcel),
];

/// The kind by first bytes of a file that holds no table.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    let kind = FOREIGN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)?;
    // "BM" may well begin a text.
    let is_text = bytes.starts_with(b"BM") && std::str::from_utf8(bytes).is_ok();
    (!is_text).then_some(kind)
}

/// What a text file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TextKind {
    XmlSpreadsheet,
    Html,
    Lines,
}

/// What a decoded text is.
pub(super) fn text_kind(text: &str) -> Result<TextKind, TableError> {
    let start = text.trim_start();
    let head = start.get(..start.floor_char_boundary(4096)).unwrap_or_default();
    if head.is_empty() {
        return Err(TableError::Empty);
    }
    if head.starts_with('{') || head.starts_with("[{") {
        return Err(TableError::Foreign(Foreign::Json));
    }
    if head.get(..13).is_some_and(|start| start.eq_ignore_ascii_case("MIME-Version:")) {
        return Err(TableError::Foreign(Foreign::WebArchive));
    }
    if head.starts_with('<') {
        if head.contains("urn:schemas-microsoft-com:office:spreadsheet")
            && head.contains("Workbook")
            && !head.contains("<html")
        {
            return Ok(TextKind::XmlSpreadsheet);
        }
        return match find_ignoring_case(start, "<table") {
            Some(_) => Ok(TextKind::Html),
            None => Err(TableError::Foreign(Foreign::NoTableInIt)),
        };
    }
    if text.chars().take(4096).filter(|c| c.is_control() && !c.is_whitespace()).count() > 8 {
        return Err(TableError::Foreign(Foreign::Unknown));
    }
    Ok(TextKind::Lines)
}

/// Decodes a text file: by its mark, else as UTF-8, else as it says of itself, else as GB18030.
pub(super) fn decoded(bytes: &[u8], decode: &Decode) -> Result<(String, Vec<Remark>), TableError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok(with_losses(String::from_utf8_lossy(rest).into_owned(), Vec::new()));
    }
    if let Some(units) = utf16(bytes) {
        return Ok(with_losses(String::from_utf16_lossy(&units), vec![Remark::DecodedAs("utf-16".into())]));
    }
    if bytes.get(..4096.min(bytes.len())).is_some_and(|head| head.contains(&0)) {
        return Err(TableError::Foreign(Foreign::Unknown));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Vec::new()));
    }
    let label = charset(bytes).unwrap_or_else(|| "gb18030".into());
    let text = decode(&label, bytes).or_else(|| decode("gb18030", bytes)).ok_or(TableError::Undecodable)?;
    Ok(with_losses(text, vec![Remark::DecodedAs(label)]))
}

fn with_losses(text: String, mut remarks: Vec<Remark>) -> (String, Vec<Remark>) {
    let lost = text.chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    if lost > 0 {
        remarks.push(Remark::Undecoded(lost.try_into().unwrap_or(u32::MAX)));
    }
    (text, remarks)
}

/// The units of UTF-16 by its mark, or where every other byte of the beginning is zero.
fn utf16(bytes: &[u8]) -> Option<Vec<u16>> {
    let pairs = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(read)).collect()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Some(pairs(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Some(pairs(rest, u16::from_be_bytes)),
        _ => {
            let head = bytes.get(..bytes.len().min(64))?;
            let zeros = head.chunks_exact(2).filter(|pair| pair.last() == Some(&0)).count();
            (head.len() >= 4 && zeros * 3 > head.len()).then(|| pairs(bytes, u16::from_le_bytes))
        }
    }
}

/// What a web page or XML file says of its encoding, in lower case.
fn charset(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(4096).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let at = head.find("charset=").map(|at| at + 8).or_else(|| head.find("encoding=").map(|at| at + 9))?;
    let name = head.get(at..)?.trim_start_matches(['"', '\'', ' ']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')?;
    let name = name.get(..end).filter(|name| !name.is_empty())?;
    Some(if name.starts_with("gb") { "gb18030".into() } else { name.to_owned() })
}

/// The file's name says what it is, as far as its ending is known here.
pub(super) fn is_named_so(file_name: &str, kind: BookKind) -> bool {
    let ending =
        file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "xlsx" | "xlsm" | "xltx" | "xltm" => kind == BookKind::Xlsx,
        "xls" | "xlt" | "et" => kind == BookKind::Xls,
        "ods" | "ots" => kind == BookKind::Ods,
        "xml" => kind == BookKind::XmlSpreadsheet,
        "htm" | "html" => kind == BookKind::Html,
        "csv" | "tsv" | "txt" => matches!(kind, BookKind::Delimited(_)),
        _ => true,
    }
}
