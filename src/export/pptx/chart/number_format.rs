//! How a chart prints its numbers: as a format code for the file, and as text for what is made from it here.

use super::super::NumberFormat;
use crate::i18n::Lang;

/// The step in which a chart's numbers are printed; one for the whole chart, by its largest number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    /// Digits with separators.
    Plain,
    /// 万.
    TenThousand,
    /// 亿.
    HundredMillion,
    /// m.
    Million,
    /// bn.
    Billion,
    /// A power of ten.
    Scientific,
}

/// A chart's way to print numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Printer {
    format: NumberFormat,
    scale: Scale,
}

impl Printer {
    /// The way to print numbers up to this size (absolute) in this language. From a million on Chinese counts in 万,
    /// from a hundred million in 亿; English in m and bn; from 10¹⁵ on both write a power of ten.
    pub(super) fn new(format: NumberFormat, largest: f64, lang: Lang) -> Self {
        let format = NumberFormat { decimals: format.decimals.min(6), ..format };
        let largest = if format.percent { largest * 100.0 } else { largest };
        let scale = match lang {
            _ if largest >= 1e15 => Scale::Scientific,
            _ if format.percent => Scale::Plain,
            Lang::Zh if largest >= 1e8 => Scale::HundredMillion,
            Lang::Zh if largest >= 1e6 => Scale::TenThousand,
            Lang::En if largest >= 1e9 => Scale::Billion,
            Lang::En if largest >= 1e6 => Scale::Million,
            _ => Scale::Plain,
        };
        Self { format, scale }
    }

    /// The format code of spreadsheets and charts. A comma at the end divides by a thousand; a point written as
    /// text among digits then makes 万 and 亿 of it.
    pub(super) fn code(&self) -> String {
        let places = "0".repeat(usize::from(self.format.decimals));
        let point = if places.is_empty() { "" } else { "." };
        match self.scale {
            Scale::Scientific => "0.00E+00".to_string(),
            Scale::TenThousand => "0\\.0,\"万\"".to_string(),
            Scale::HundredMillion => "0\\.00,,\"亿\"".to_string(),
            Scale::Million => "#,##0.0,,\"m\"".to_string(),
            Scale::Billion => "#,##0.00,,,\"bn\"".to_string(),
            Scale::Plain if self.format.percent => format!("0{point}{places}%"),
            Scale::Plain => format!("#,##0{point}{places}"),
        }
    }

    /// The same way with no more decimals than ticks at this distance need.
    pub(super) fn for_ticks(&self, step: f64) -> Self {
        let step = if self.format.percent { step * 100.0 } else { step };
        let needs = |decimals: u8| {
            let scaled = (0..decimals).fold(step, |scaled, _| scaled * 10.0);
            (scaled - libm::round(scaled)).abs() <= 1e-6 * scaled
        };
        let decimals =
            (0..self.format.decimals).find(|decimals| needs(*decimals)).unwrap_or(self.format.decimals);
        Self { format: NumberFormat { decimals, ..self.format }, ..*self }
    }

    /// The least distance of two numbers that are printed differently.
    pub(super) fn finest(&self) -> f64 {
        let places = f64::from(self.format.decimals);
        match self.scale {
            Scale::Plain if self.format.percent => libm::pow(10.0, -places - 2.0),
            Scale::Plain => libm::pow(10.0, -places),
            Scale::TenThousand => 1e3,
            Scale::HundredMillion => 1e6,
            Scale::Million => 1e5,
            Scale::Billion => 1e7,
            Scale::Scientific => 0.0,
        }
    }

    /// The number as the code prints it.
    pub(super) fn print(&self, value: f64) -> String {
        let places = usize::from(self.format.decimals);
        match self.scale {
            Scale::Scientific => format!("{value:.2e}"),
            Scale::TenThousand => format!("{}万", signed(value / 1e4, 1)),
            Scale::HundredMillion => format!("{}亿", signed(value / 1e8, 2)),
            Scale::Million => format!("{}m", separated(value / 1e6, 1)),
            Scale::Billion => format!("{}bn", separated(value / 1e9, 2)),
            Scale::Plain if self.format.percent => format!("{}%", signed(value * 100.0, places)),
            Scale::Plain => separated(value, places),
        }
    }
}

/// A number with so many decimals and a minus sign proper; what is printed as zero has none.
fn signed(value: f64, places: usize) -> String {
    let printed = format!("{:.places$}", value.abs());
    let zero = printed.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if value < 0.0 && !zero { format!("−{printed}") } else { printed }
}

/// A number with a comma after each three digits.
fn separated(value: f64, places: usize) -> String {
    let printed = signed(value, places);
    let (sign, digits) = match printed.strip_prefix('−') {
        Some(digits) => ("−", digits),
        None => ("", printed.as_str()),
    };
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = sign.to_string();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(format: NumberFormat, value: f64, lang: Lang) -> (String, String) {
        let printer = Printer::new(format, value.abs(), lang);
        (printer.code(), printer.print(value))
    }

    #[test]
    fn ticks_have_no_idle_decimals() {
        let share = Printer::new(NumberFormat { decimals: 2, percent: true }, 0.2, Lang::Zh);
        assert_eq!(share.for_ticks(0.05).code(), "0%");
        assert_eq!(share.for_ticks(0.005).code(), "0.0%");
        let number = Printer::new(NumberFormat { decimals: 1, percent: false }, 90.0, Lang::Zh);
        assert_eq!([number.for_ticks(10.0).code(), number.for_ticks(2.5).code()], ["#,##0", "#,##0.0"]);
    }

    #[test]
    fn numbers_are_printed_as_a_person_would() {
        let whole = NumberFormat::default();
        let one = NumberFormat { decimals: 1, percent: false };
        let share = NumberFormat { decimals: 1, percent: true };
        let pair = |code: &str, text: &str| (code.to_string(), text.to_string());
        assert_eq!(both(whole, 31_075.0, Lang::Zh), pair("#,##0", "31,075"));
        assert_eq!(both(one, -22_745.04, Lang::En), pair("#,##0.0", "−22,745.0"));
        assert_eq!(both(share, 0.732, Lang::Zh), pair("0.0%", "73.2%"));
        assert_eq!(both(whole, 1_234_567.0, Lang::Zh), pair("0\\.0,\"万\"", "123.5万"));
        assert_eq!(both(whole, 1e12, Lang::Zh), pair("0\\.00,,\"亿\"", "10000.00亿"));
        assert_eq!(both(whole, 1e12, Lang::En), pair("#,##0.00,,,\"bn\"", "1,000.00bn"));
        assert_eq!(both(whole, 1e300, Lang::En), pair("0.00E+00", "1.00e300"));
        assert_eq!(both(whole, -0.2, Lang::En), pair("#,##0", "0"));
    }
}
