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
    grouped_to(value, 2)
}

/// Thousands in groups, at most so many decimals: 0.125.
pub fn grouped_to(value: f64, decimals: usize) -> String {
    let text = trimmed(&fixed(value, decimals));
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

/// A value as it stands on a mark: like [`value`], and from a hundred million on in the words that a person would use:
/// 12.35 亿元, 1.24 billion yuan.
pub fn on_mark(lang: Lang, measure: &Measure, value: f64) -> String {
    let counted = !matches!(measure.kind, MeasureKind::Share | MeasureKind::YesNo);
    if !counted || value.abs() < 1e8 {
        return self::value(lang, measure, value);
    }
    let text = Magnitude::of(lang, value).write(value, 2);
    let name = lang.pick(&measure.name);
    match lang {
        Lang::Zh => format!("{text}{name}"),
        Lang::En if name.is_empty() => text,
        Lang::En => format!("{text} {name}"),
    }
}

/// A power of ten with its word, common to the figures of one axis: 万, 亿, million.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Magnitude {
    /// What a figure is divided by.
    pub divisor: f64,
    /// The word behind it; empty for 1.
    pub word: &'static str,
}

impl Magnitude {
    /// The one that suits figures up to `largest`: none below 100,000 in Chinese and below a million in English.
    pub fn of(lang: Lang, largest: f64) -> Self {
        let known: &[(f64, f64, &'static str)] = match lang {
            Lang::Zh => &[(1e12, 1e12, "万亿"), (1e8, 1e8, "亿"), (1e5, 1e4, "万")],
            Lang::En => &[(1e12, 1e12, "trillion"), (1e9, 1e9, "billion"), (1e6, 1e6, "million")],
        };
        let found = known.iter().find(|(from, ..)| largest.abs() >= *from);
        found.map_or(Self { divisor: 1.0, word: "" }, |(_, divisor, word)| Self { divisor: *divisor, word })
    }

    /// A figure in it with at most so many decimals: 12.35 亿.
    pub fn write(&self, value: f64, decimals: usize) -> String {
        let text = grouped_to(value / self.divisor, decimals);
        if self.word.is_empty() || value == 0.0 { text } else { format!("{text} {}", self.word) }
    }
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
    use crate::domain::Text;

    #[test]
    fn figures_are_written_for_reading() {
        assert_eq!(grouped(31075.0), "31,075");
        assert_eq!(grouped(-1_234_567.5), "−1,234,567.5");
        assert_eq!(percent(0.7319, 1), "73.2%");
        assert_eq!(percent(1.0, 1), "100%");
        assert_eq!(short(100.0), "100");
        assert_eq!(grouped_to(0.125, 3), "0.125");
        assert_eq!(fixed(-0.001, 2), "0.00");
        assert_eq!(signed(0.514, 2), "+0.51");
        assert_eq!(signed(-2.0, 1), "−2.0");
    }

    #[test]
    fn large_figures_are_written_in_words() {
        let yuan = Measure { kind: MeasureKind::Money, name: Text::new("元", "yuan") };
        assert_eq!(on_mark(Lang::Zh, &yuan, 1_234_500_000.0), "12.35 亿元");
        assert_eq!(on_mark(Lang::En, &yuan, 1_234_500_000.0), "1.23 billion yuan");
        assert_eq!(on_mark(Lang::Zh, &yuan, 1e12), "1 万亿元");
        assert_eq!(on_mark(Lang::Zh, &yuan, 31_075.0), "31,075 元");
        assert_eq!(Magnitude::of(Lang::Zh, 150_000.0).write(50_000.0, 2), "5 万");
        assert_eq!(Magnitude::of(Lang::Zh, 31_075.0).write(10_000.0, 2), "10,000");
        assert_eq!(Magnitude::of(Lang::En, 2e6).write(-1.5e6, 2), "−1.5 million");
    }
}
