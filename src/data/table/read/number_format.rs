//! What a spreadsheet's number format says of a number: a percentage, a date, or nothing.

use crate::data::table::Value;

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// A number.
    #[default]
    Plain,
    /// A percentage.
    Percent,
    /// A date or time.
    Date,
}

impl NumberFormat {
    /// The format of a built-in id (ECMA-376 part 1, 18.8.30, with the ids of the Chinese edition).
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Plain,
        }
    }

    /// Reads a format code by its first section: quoted and escaped letters and bracketed parts say nothing.
    pub(super) fn of_code(code: &str) -> Self {
        let mut found = Self::Plain;
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => while letters.next().is_some_and(|c| c != '"') {},
                '\\' | '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    if !inside.is_empty()
                        && inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'))
                    {
                        return Self::Date;
                    }
                }
                '%' => found = Self::Percent,
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => return Self::Date,
                'G' | 'g' => {
                    // General, or G/通用格式 in Chinese editions.
                    let rest: String = letters.clone().take(6).collect();
                    if rest.eq_ignore_ascii_case("eneral") {
                        letters.nth(5);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// A number in this format; dates of the calendar from 1904 are moved to that of 1900.
    pub(super) fn value(self, number: f64, from_1904: bool) -> Option<Value> {
        if !number.is_finite() {
            return None;
        }
        Some(match self {
            Self::Plain => Value::Number { value: number, percent: false },
            Self::Percent => Value::Number { value: number, percent: true },
            Self::Date if from_1904 => Value::Date(number + 1462.0),
            Self::Date => Value::Date(number),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat::{self, Date, Percent, Plain};

    #[test]
    fn format_codes_say_percentage_date_or_nothing() {
        for (code, expected) in [
            ("General", Plain),
            ("G/通用格式", Plain),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", Plain),
            ("0.00E+00", Plain),
            ("0\"days\"", Plain),
            ("\"合格率\"0.0%", Percent),
            ("0%;-0%", Percent),
            ("0;0%", Plain),
            ("yyyy\"年\"m\"月\"", Date),
            ("[$-804]aaaa;@", Plain),
            ("[h]:mm", Date),
            ("mm:ss.0", Date),
            ("_-* #,##0\\ _d_-", Plain),
            ("", Plain),
            ("\"", Plain),
            ("[", Plain),
        ] {
            assert_eq!(NumberFormat::of_code(code), expected, "{code}");
        }
    }
}
