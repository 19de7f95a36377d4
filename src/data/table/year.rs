//! Years as tables write them: 2019, 2019年度, FY2019, 2012-2013, 2019年1-6月.

use super::{Value, fold::folded};
use crate::domain::{YEARS_ALLOWED, Year};

/// A year found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundYear {
    /// The year; the last one of a span.
    pub year: Year,
    /// It is the last one of several: 2012-2013.
    pub of_span: bool,
    /// Only a part of it is meant: 上半年, 1-6月, Q3.
    pub in_part: bool,
}

/// The cell is nothing but a year.
pub fn is_year(value: &Value) -> Option<FoundYear> {
    match value {
        Value::Number { value, percent: false } if value.fract() == 0.0 => {
            let year = *value as Year;
            (f64::from(year) == *value && YEARS_ALLOWED.contains(&year)).then_some(FoundYear {
                year,
                of_span: false,
                in_part: false,
            })
        }
        Value::Text(text) => {
            let text = folded(text);
            let (found, without) = find_year(&text)?;
            let rest = without.trim().to_lowercase();
            matches!(rest.as_str(), "" | "年" | "年度" | "年份" | "fy" | "year").then_some(found)
        }
        _ => None,
    }
}

/// The first year in a text, and the text without it. Two years in a row are one edition; a longer span is no year.
pub fn find_year(text: &str) -> Option<(FoundYear, String)> {
    let text = folded(text);
    let (at, year) = year_from(&text, 0)?;
    let mut end = at + 4;
    let mut found = FoundYear { year, of_span: false, in_part: false };
    let rest = &text[end..];
    let behind = rest.strip_prefix("年").unwrap_or(rest);
    if let Some(second) = behind.trim_start().strip_prefix(['-', '/', '~', '至']).map(str::trim_start) {
        let offset = text.len() - second.len();
        if let Some((_, last)) = year_from(&text, offset).filter(|(place, _)| *place == offset) {
            if last != year + 1 {
                return None;
            }
            (found.year, found.of_span, end) = (last, true, offset + 4);
        } else if let Some(last) = short_year(second, year) {
            (found.year, found.of_span, end) = (last, true, offset + 2);
        }
    }
    let rest = &text[end..];
    let (rest, had_word) = match ["年度", "年份", "年"].iter().find_map(|word| rest.strip_prefix(word)) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    found.in_part = is_in_part(rest, had_word);
    Some((found, format!("{}{}", &text[..at], rest).trim().to_owned()))
}

/// Four digits of an allowed year, no digit or decimal point beside them, from a place on.
fn year_from(text: &str, from: usize) -> Option<(usize, Year)> {
    let bytes = text.as_bytes();
    (from..text.len().saturating_sub(3)).find_map(|at| {
        let digits =
            text.get(at..at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
        let point = |place: usize| bytes.get(place) == Some(&b'.');
        let within_number = at > 0 && digit(at - 1)
            || at > 1 && point(at - 1) && digit(at - 2)
            || digit(at + 4)
            || point(at + 4) && digit(at + 5);
        let year = digits.parse().ok()?;
        (!within_number && YEARS_ALLOWED.contains(&year)).then_some((at, year))
    })
}

/// `13` in 2012-13.
fn short_year(text: &str, first: Year) -> Option<Year> {
    let digits = text.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    if text.as_bytes().get(2).is_some_and(u8::is_ascii_digit)
        || text.get(2..).is_some_and(|rest| rest.starts_with('月'))
    {
        return None;
    }
    let last = first / 100 * 100 + digits.parse::<Year>().ok()?;
    (last == first + 1).then_some(last)
}

fn is_in_part(rest: &str, had_word: bool) -> bool {
    let rest = rest.trim_start();
    let quarter =
        rest.len() > 1 && rest.starts_with(['Q', 'q']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    quarter
        || [
            "上半年",
            "下半年",
            "第一季",
            "第二季",
            "第三季",
            "第四季",
            "一季",
            "二季",
            "三季",
            "四季",
            "H1",
            "H2",
            "前",
        ]
        .iter()
        .any(|part| rest.starts_with(part))
        || had_word && rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains('月')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Year, bool, bool, String)> {
        find_year(text).map(|(found, rest)| (found.year, found.of_span, found.in_part, rest))
    }

    #[test]
    fn years_in_texts() {
        for (text, year, of_span, in_part, rest) in [
            ("2019", 2019, false, false, ""),
            ("２０１９年度", 2019, false, false, ""),
            ("WJP ROL Index 2012-2013 Scores", 2013, true, false, "WJP ROL Index  Scores"),
            ("2018/19", 2019, true, false, ""),
            ("2018年审批件数", 2018, false, false, "审批件数"),
            ("审批件数（2018年）", 2018, false, false, "审批件数()"),
            ("2019年1-6月", 2019, false, true, "1-6月"),
            ("2020年上半年", 2020, false, true, "上半年"),
            ("2020Q3", 2020, false, true, "Q3"),
            ("FY2019", 2019, false, false, "FY"),
            ("a-2019.xlsx", 2019, false, false, "a-.xlsx"),
        ] {
            assert_eq!(found(text), Some((year, of_span, in_part, rest.to_owned())), "{text}");
        }
        for text in ["", "12019", "2019.5", "31075", "财政局", "1234", "wgi-1996-2019"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_cell_that_is_nothing_but_a_year() {
        let text = |text: &str| is_year(&Value::text(text).unwrap()).map(|found| found.year);
        assert_eq!(text("2019年"), Some(2019));
        assert_eq!(text("2018年件数"), None);
        assert_eq!(is_year(&Value::number(2003.0).unwrap()).map(|found| found.year), Some(2003));
        assert_eq!(is_year(&Value::number(2003.5).unwrap()), None);
        assert_eq!(is_year(&Value::number(31_075.0).unwrap()), None);
    }
}
