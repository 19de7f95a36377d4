//! A cell read as a figure: digits of every width, thousands separators, 万 and 亿, percentages, and the many ways of
//! writing that there is no figure. What cannot be read for certain is said, never guessed.

use serde::{Deserialize, Serialize};

use super::{CellError, Value, fold::folded, parse::Parsing};
use crate::domain::MissingReason;

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A figure.
    Figure(Figure),
    /// Yes or no: 是, √, 达标 ...
    Answer(bool),
    /// 无: none, which may be 0, "no" or no data.
    None,
    /// There is no figure, and why.
    Missing(MissingReason),
    /// A formula that failed.
    Error(CellError),
    /// Not to be read as one figure.
    Unclear(Unclear),
}

/// A figure as written in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Its value, 万 and 亿 multiplied; a percentage as a share (85 % is 0.85).
    pub value: f64,
    /// It was written as a percentage or per mille.
    pub share: bool,
    /// It was multiplied by 万, 亿 or their like.
    pub scaled: bool,
    /// The word behind it: 件, 万元 without its 万; empty where there is none.
    pub word: String,
    /// It is only about right: the word that says so (约, 余, 以上 ...); empty where exact.
    pub about: String,
    /// A remark that stands in the cell, such as a footnote mark or a bracket.
    pub remark: String,
}

/// Why a text is not one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unclear {
    /// Words.
    Words,
    /// A date or time.
    Date,
    /// From one figure to another.
    Range,
    /// A fraction or a ratio: 3/5.
    Fraction,
    /// A comma that may be a decimal point.
    Comma,
    /// More than one figure.
    Several,
    /// Larger than can be held.
    TooLarge,
}

/// Texts that say that a source gives no figure.
const NOT_GIVEN: [&str; 22] = [
    "n/a",
    "na",
    "n.a.",
    "n.a",
    "nan",
    "null",
    "nil",
    "none",
    "not available",
    "missing",
    "no data",
    "暂无",
    "无数据",
    "暂无数据",
    "未公布",
    "未公开",
    "不详",
    "缺失",
    "未知",
    "暂缺",
    "未统计",
    "缺",
];
/// Texts that say that a figure was not handed in.
const NOT_REPORTED: [&str; 6] = ["未报", "未上报", "未报送", "未填", "未填报", "not reported"];
/// Texts that say that there is nothing to count.
const NOTHING: [&str; 8] =
    ["不适用", "不涉及", "无此项", "未开展", "not applicable", "无相关业务", "无此职能", "不参评"];
const YES: [&str; 19] = [
    "是",
    "有",
    "√",
    "✓",
    "✔",
    "☑",
    "yes",
    "y",
    "true",
    "达标",
    "合格",
    "通过",
    "完成",
    "已完成",
    "符合",
    "落实",
    "已落实",
    "已建立",
    "已开展",
];
const NO: [&str; 16] = [
    "否",
    "没有",
    "×",
    "✗",
    "✘",
    "☒",
    "no",
    "n",
    "false",
    "未达标",
    "不达标",
    "不合格",
    "未通过",
    "未完成",
    "不符合",
    "未落实",
];

/// Reads a cell as a figure.
pub fn read_cell(value: &Value) -> Reading {
    match value {
        Value::Number { value, percent } => {
            Reading::Figure(Figure { value: *value, share: *percent, ..Figure::default() })
        }
        Value::Bool(answer) => Reading::Answer(*answer),
        Value::Date(_) => Reading::Unclear(Unclear::Date),
        Value::Error(error) => Reading::Error(*error),
        Value::Text(text) => read_text(text),
    }
}

/// Reads a text as a figure; see [`Reading`].
pub fn read_text(text: &str) -> Reading {
    let text = folded(text);
    if let Some(reading) = no_figure(&text) {
        return reading;
    }
    if is_date(&text) {
        return Reading::Unclear(Unclear::Date);
    }
    match Parsing::figure(&text) {
        Ok(figure) if figure.value.is_finite() => Reading::Figure(figure),
        Ok(_) => Reading::Unclear(Unclear::TooLarge),
        Err(unclear) => Reading::Unclear(unclear),
    }
}

/// Signs and words that stand for no figure, or for yes and no.
fn no_figure(text: &str) -> Option<Reading> {
    use MissingReason::{NotPublished, NotReported, NothingToCount};
    if text.chars().all(|c| matches!(c, '-' | '…' | '.' | '*' | '_' | '~' | '·' | '?' | ' ')) {
        return Some(Reading::Missing(NotPublished));
    }
    if text.chars().all(|c| matches!(c, '/' | '\\')) {
        return Some(Reading::Missing(NothingToCount));
    }
    if text.chars().count() > 20 {
        return None;
    }
    if let Some(error) = CellError::parse(text) {
        return Some(Reading::Error(error));
    }
    let word = text.to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    Some(match () {
        () if is(&NOT_GIVEN) => Reading::Missing(NotPublished),
        () if is(&NOT_REPORTED) => Reading::Missing(NotReported),
        () if is(&NOTHING) => Reading::Missing(NothingToCount),
        () if word == "无" => Reading::None,
        () if is(&YES) => Reading::Answer(true),
        () if is(&NO) => Reading::Answer(false),
        () => return None,
    })
}

/// `2019-3-1`, `2019/03`, `2019年3月`, `3月1日`, `12:30`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> =
        text.split(['-', '/', '.', '年', '月', '日', ':', ' ']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    if numbers.len() != parts.len() || numbers.len() < 2 {
        return false;
    }
    let has = |sign: char| text.contains(sign);
    match numbers.as_slice() {
        [year, month] => {
            (has('年') && has('月'))
                || (has('月') && has('日'))
                || (has(':') && *year < 24 && *month < 60)
                || (((1949..=2100).contains(year) && text.split(['-', '/']).count() == 2)
                    && (1..=12).contains(month))
        }
        [year, month, day, ..] => {
            let ordered = (1900..=2100).contains(year) && (1..=12).contains(month) && (1..=31).contains(day);
            ordered && (has('-') || has('/') || has('年') || text.matches('.').count() == 2)
                || has(':') && *year < 24
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> f64 {
        match read_text(text) {
            Reading::Figure(figure) => figure.value,
            other => panic!("{text}: {other:?}"),
        }
    }

    fn figure(text: &str) -> Figure {
        match read_text(text) {
            Reading::Figure(figure) => figure,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn digits_of_every_width_and_grouping() {
        for (text, expected) in [
            ("1234", 1234.0),
            ("１，２３４．５", 1234.5),
            ("31,075", 31_075.0),
            ("1 234 567", 1_234_567.0),
            ("1'234", 1234.0),
            ("-0.5", -0.5),
            ("−3", -3.0),
            ("+7", 7.0),
            ("(1,200)", -1200.0),
            ("1.5E+3", 1500.0),
            (".5", 0.5),
            ("12.", 12.0),
            ("007", 7.0),
            ("￥3,000", 3000.0),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_multiply() {
        for (text, expected) in [
            ("3.2万", 32_000.0),
            ("1.5亿元", 150_000_000.0),
            ("2千", 2000.0),
            ("3亿5000万元", 350_000_000.0),
            ("1万2千", 12_000.0),
            ("5百万", 5_000_000.0),
            ("10千克", 10.0),
            ("2万亿", 2e12),
        ] {
            assert!((value(text) - expected).abs() < 1e-6, "{text}: {}", value(text));
        }
        assert!(figure("3.2万").scaled && !figure("32000").scaled);
        assert_eq!(figure("35万元").word, "元");
        assert_eq!(figure("1200件次").word, "件次");
    }

    #[test]
    fn percentages_become_shares() {
        assert!((value("73.2%") - 0.732).abs() < 1e-15 && figure("73.2％").share);
        assert!((value("5‰") - 0.005).abs() < 1e-15);
        assert!((value("3.5个百分点") - 0.035).abs() < 1e-15);
        assert!(!figure("73.2").share);
    }

    #[test]
    fn what_is_only_about_right_says_so() {
        for (text, expected, word) in [
            ("约300件", 300.0, "约"),
            ("300余件", 300.0, "余"),
            ("98%以上", 0.98, "以上"),
            ("20多万", 200_000.0, "多"),
            ("≥95", 95.0, "≥"),
            ("近1000人次", 1000.0, "近"),
            ("超过50家", 50.0, "超过"),
            ("大约3天左右", 3.0, "大约"),
        ] {
            let figure = figure(text);
            assert!((figure.value - expected).abs() < 1e-9, "{text}: {figure:?}");
            assert_eq!(figure.about, word, "{text}");
        }
        assert_eq!(figure("300件").about, "");
    }

    #[test]
    fn footnotes_and_brackets_are_remarks() {
        for (text, remark) in
            [("12.5①", "①"), ("12.5*", "*"), ("123(其中诉讼12件)", "(其中诉讼12件)"), ("7[1]", "[1]")]
        {
            assert_eq!(figure(text).remark, remark, "{text}");
        }
        assert_eq!(figure("12.5①").value, 12.5);
    }

    #[test]
    fn the_many_ways_of_no_figure() {
        for text in [
            "",
            "  ",
            "—",
            "——",
            "－",
            "…",
            "……",
            "-",
            "N/A",
            "n.a.",
            "暂无",
            "...",
            "未公布",
            "NaN",
            "null",
            "*",
        ] {
            assert_eq!(read_text(text), Reading::Missing(MissingReason::NotPublished), "{text}");
        }
        for text in ["/", "／", "不适用", "不涉及"] {
            assert_eq!(read_text(text), Reading::Missing(MissingReason::NothingToCount), "{text}");
        }
        assert_eq!(read_text("未上报"), Reading::Missing(MissingReason::NotReported));
        assert_eq!(read_text("#DIV/0!"), Reading::Error(CellError::DivisionByZero));
        assert_eq!(read_text("无"), Reading::None);
    }

    #[test]
    fn yes_and_no() {
        assert_eq!(read_text("是"), Reading::Answer(true));
        assert_eq!(read_text("√"), Reading::Answer(true));
        assert_eq!(read_text("未达标"), Reading::Answer(false));
        assert_eq!(read_cell(&Value::Bool(false)), Reading::Answer(false));
    }

    #[test]
    fn what_is_not_one_figure_is_not_guessed() {
        for (text, why) in [
            ("2019-03-01", Unclear::Date),
            ("2019/3", Unclear::Date),
            ("2019年3月", Unclear::Date),
            ("3月1日", Unclear::Date),
            ("12:30", Unclear::Date),
            ("3-5天", Unclear::Range),
            ("3~5", Unclear::Range),
            ("3至5个工作日", Unclear::Range),
            ("3/5", Unclear::Fraction),
            ("12,5", Unclear::Comma),
            ("1,23,456", Unclear::Comma),
            ("12件5人", Unclear::Several),
            ("1万2", Unclear::Several),
            ("财政局", Unclear::Words),
            ("优秀", Unclear::Words),
            ("1e999", Unclear::TooLarge),
            ("Rule 5", Unclear::Words),
        ] {
            assert_eq!(read_text(text), Reading::Unclear(why), "{text}");
        }
    }
}
