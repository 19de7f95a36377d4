//! Text without a browser: how wide it is about, where it wraps, and what may not stand in it.
//!
//! Widths are estimates by class of character (as wide as the fonts of [`super::style::FONTS`] at most), so that the
//! same layout comes out natively and in the browser and no label is measured in the document.

/// About how wide a text is at a font size, in the size's unit.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(ems).sum();
    ems * size * if bold { 1.04 } else { 1.0 }
}

/// The width of a character in ems. Latin widths are those of Noto Sans CJK SC, rounded up.
fn ems(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 0.3,
        ' ' => 0.23,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '\\' | '"' | '`' | '{' | '}' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '&' => 0.93,
        '0'..='9' | '+' | '−' | '=' | '<' | '>' | '~' | '_' | '$' | '#' | '*' | '?' => 0.56,
        'c' | 's' | 'z' | 'k' | 'v' | 'x' | 'y' => 0.54,
        'A'..='Z' => 0.69,
        ' '..='~' => 0.61,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '·' => 1.0,
        '\u{80}'..='\u{10ff}' => 0.65,
        '–' | '‘' | '’' => 0.55,
        '“' | '”' => 0.6,
        '\u{1f000}'.. => 1.3,
        _ => 1.0,
    }
}

/// The text without what breaks a picture: control characters, marks that turn the direction of writing, characters
/// that XML does not have. Line breaks and tabs become spaces.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// The text cut to a width, with an ellipsis where something was cut.
pub fn shorten(text: &str, size: f64, bold: bool, room: f64) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size, bold);
    let mut used = 0.0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += width(c.encode_utf8(&mut [0; 4]), size, bold);
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// The text in at most `most` lines of a width, the last one cut where it is still too long. At least one line.
/// Chinese breaks between any two characters, but no line begins with a closing mark; Latin words stay whole where
/// they fit a line.
pub fn wrap(text: &str, size: f64, bold: bool, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut pieces = pieces(text).into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let longer = format!("{line}{piece}");
        if line.is_empty() || width(longer.trim_end(), size, bold) <= room {
            line = longer;
            continue;
        }
        if lines.len() + 1 >= most.max(1) {
            line = std::iter::once(longer).chain(pieces.by_ref().map(str::to_owned)).collect();
            break;
        }
        lines.push(line.trim_end().to_owned());
        line = piece.trim_start().to_owned();
    }
    lines.push(line.trim_end().to_owned());
    lines.iter().map(|line| shorten(line, size, bold, room)).collect()
}

/// The smallest parts that a line may end behind: a Chinese character with the closing marks behind it and the
/// opening marks before it, a Latin word with the space behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、；：？！）》”’】』」…%％·,.;:?!)]}";
    const OPENING: &str = "（《“‘【『「([{";
    if CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    let wide = |c: char| c >= '\u{2e80}';
    let hyphen = before == '-' && after.is_alphabetic();
    before == ' ' || hyphen || (after != ' ' && (wide(before) || wide(after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 6 full-width characters, 1 space, 5 digits, 1 comma: 6 + 0.23 + 5 × 0.56 + 0.3 = 9.33 ems.
    #[test]
    fn width_is_counted_by_class_of_character() {
        assert!((width("法定审批时限 31,075", 10.0, false) - 93.3).abs() < 1e-9);
        assert!(width("法", 10.0, true) > width("法", 10.0, false));
        assert_eq!(width("", 10.0, false), 0.0);
    }

    #[test]
    fn chinese_wraps_between_characters_and_keeps_marks_with_their_word() {
        let lines = wrap("住房和城乡建设局（含房产管理中心）", 10.0, false, 85.0, 3);
        assert_eq!(lines, ["住房和城乡建设局", "（含房产管理中", "心）"]);
        assert_eq!(wrap("一二三，四", 10.0, false, 30.0, 3), ["一二", "三，四"]);
    }

    #[test]
    fn latin_wraps_between_words_and_long_words_are_cut() {
        assert_eq!(wrap("Finance and Tax Office", 10.0, false, 75.0, 3), ["Finance and", "Tax Office"]);
        let cut = wrap(&"x".repeat(200), 10.0, false, 60.0, 2);
        assert_eq!(cut.len(), 1);
        assert!(cut[0].ends_with('…') && width(&cut[0], 10.0, false) <= 60.0);
    }

    #[test]
    fn a_word_may_break_behind_its_hyphen() {
        assert_eq!(wrap("Decision-making", 10.0, false, 60.0, 3), ["Decision-", "making"]);
        assert_eq!(wrap("2018-2019", 10.0, false, 40.0, 3).len(), 1);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap(&"长".repeat(200), 10.0, false, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "长".repeat(10));
        assert_eq!(lines[1], format!("{}…", "长".repeat(9)));
        assert_eq!(shorten("短", 10.0, false, 100.0), "短");
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(wrap("", 10.0, false, 50.0, 2), [""]);
    }

    #[test]
    fn dangerous_characters_are_dropped_and_markup_is_kept_for_escaping() {
        assert_eq!(clean("<script>&😀\u{0}\u{1b}\u{202e}名\n字\u{ffff}"), "<script>&😀名 字");
    }
}
