//! How figures are written on the screen: fixed decimals where they stand below each other, short elsewhere.

use crate::{
    domain::{Measure, MeasureKind},
    i18n::Lang,
};

/// With so many decimals, a real minus sign: 85.20, −3.0.
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value < 0.0 && !zero { format!("−{text}") } else { text }
}

/// With its sign and so many decimals: +0.51, −2.00, 0.00.
pub fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    let zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    if value > 0.0 && !zero { format!("+{text}") } else { text }
}

/// At most two decimals, none where there are none: 15, 12.5, 33.33.
pub fn short(value: f64) -> String {
    trimmed(&fixed(value, 2))
}

/// A share as a percentage with at most so many decimals: 73.2%.
pub fn percent(share: f64, decimals: usize) -> String {
    format!("{}%", trimmed(&fixed(100.0 * share, decimals)))
}

/// Thousands in groups, at most two decimals: 31,075.
pub fn grouped(value: f64) -> String {
    let text = short(value);
    let (sign, digits) = match text.strip_prefix('−') {
        Some(digits) => ("−", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            groups.push(',');
        }
        groups.push(digit);
    }
    let dot = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{groups}{dot}{fraction}")
}

/// A value with its measure: 73.2%, 31,075 天, 是.
pub fn value(lang: Lang, measure: &Measure, value: f64) -> String {
    let name = lang.pick(&measure.name);
    let text = match measure.kind {
        MeasureKind::Share => return percent(value, 2),
        MeasureKind::YesNo => {
            return match (lang, value != 0.0) {
                (Lang::Zh, true) => "是",
                (Lang::Zh, false) => "否",
                (Lang::En, true) => "Yes",
                (Lang::En, false) => "No",
            }
            .to_owned();
        }
        _ => grouped(value),
    };
    if name.is_empty() { text } else { format!("{text} {name}") }
}

fn trimmed(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_for_reading() {
        assert_eq!(grouped(31075.0), "31,075");
        assert_eq!(grouped(-1_234_567.5), "−1,234,567.5");
        assert_eq!(percent(0.7319, 1), "73.2%");
        assert_eq!(percent(1.0, 1), "100%");
        assert_eq!(short(100.0), "100");
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(signed(0.514, 2), "+0.51");
        assert_eq!(signed(-2.0, 1), "−2.0");
    }
}
