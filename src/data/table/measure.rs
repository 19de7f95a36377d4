//! What a column is counted in, as its header writes it: 办结率（%）, 金额/万元, 件.

use serde::{Deserialize, Serialize};

use super::fold::folded;
use crate::domain::{Measure, MeasureKind, Text};

/// A measure as written in a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WrittenMeasure {
    /// The word as written: `万元`, `%`, `件`.
    pub word: String,
    /// The kind of quantity.
    pub kind: MeasureKind,
    /// What one of it is in the kind's own measure: 10,000 for 万元, 0.01 for %.
    pub factor: f64,
    /// The word without what multiplies: `元` for 万元.
    pub base: String,
}

/// Words of measures: Chinese or English as written, the kind, the Chinese and the English name.
const WORDS: [(&str, MeasureKind, &str, &str); 56] = {
    use MeasureKind::{Count, Days, Money, Place, Points, YesNo};
    [
        ("元", Money, "元", "yuan"),
        ("人民币", Money, "元", "yuan"),
        ("yuan", Money, "元", "yuan"),
        ("rmb", Money, "元", "yuan"),
        ("cny", Money, "元", "yuan"),
        ("天", Days, "天", "days"),
        ("日", Days, "天", "days"),
        ("自然日", Days, "天", "days"),
        ("工作日", Days, "个工作日", "working days"),
        ("个工作日", Days, "个工作日", "working days"),
        ("days", Days, "天", "days"),
        ("day", Days, "天", "days"),
        ("workingdays", Days, "个工作日", "working days"),
        ("分", Points, "分", "points"),
        ("points", Points, "分", "points"),
        ("score", Points, "分", "points"),
        ("是/否", YesNo, "", ""),
        ("名次", Place, "", ""),
        ("位次", Place, "", ""),
        ("位", Place, "", ""),
        ("件", Count, "件", "cases"),
        ("件次", Count, "件次", "cases"),
        ("宗", Count, "宗", "cases"),
        ("起", Count, "起", "cases"),
        ("例", Count, "例", "cases"),
        ("cases", Count, "件", "cases"),
        ("项", Count, "项", "items"),
        ("条", Count, "条", "items"),
        ("items", Count, "项", "items"),
        ("人", Count, "人", "people"),
        ("人次", Count, "人次", "attendances"),
        ("名", Count, "名", "people"),
        ("people", Count, "人", "people"),
        ("persons", Count, "人", "people"),
        ("户", Count, "户", "households"),
        ("家", Count, "家", "bodies"),
        ("个", Count, "个", "items"),
        ("次", Count, "次", "times"),
        ("times", Count, "次", "times"),
        ("场", Count, "场", "events"),
        ("场次", Count, "场次", "events"),
        ("期", Count, "期", "issues"),
        ("份", Count, "份", "copies"),
        ("部", Count, "部", "acts"),
        ("篇", Count, "篇", "articles"),
        ("处", Count, "处", "places"),
        ("所", Count, "所", "places"),
        ("支", Count, "支", "teams"),
        ("批", Count, "批", "batches"),
        ("批次", Count, "批次", "batches"),
        ("台", Count, "台", "devices"),
        ("套", Count, "套", "sets"),
        ("本", Count, "本", "copies"),
        ("册", Count, "册", "copies"),
        ("票", Count, "票", "votes"),
        ("点", Count, "个", "places"),
    ]
};

const SCALES: [(&str, f64); 6] =
    [("千万", 1e7), ("百万", 1e6), ("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百", 1e2)];

impl WrittenMeasure {
    /// Reads a measure's word; `None` where it is none that is known here.
    pub fn parse(word: &str) -> Option<Self> {
        let folded = folded(word).to_lowercase().replace(' ', "");
        let written =
            |kind, factor, base: &str| Self { word: word.trim().into(), kind, factor, base: base.into() };
        match folded.as_str() {
            "%" | "百分比" | "percent" | "pct" | "个百分点" | "百分点" => {
                return Some(written(MeasureKind::Share, 0.01, ""));
            }
            "‰" | "千分比" => return Some(written(MeasureKind::Share, 0.001, "")),
            "小时" | "hours" => return Some(written(MeasureKind::Number, 1.0, "小时")),
            _ => {}
        }
        let plain = |base: &str| WORDS.iter().find(|(known, ..)| *known == base);
        if let Some((base, kind, ..)) = plain(&folded) {
            return Some(written(*kind, 1.0, base));
        }
        let (scale, factor) = SCALES.iter().find(|(scale, _)| folded.starts_with(scale))?;
        let base = folded.strip_prefix(scale)?;
        let (base, kind, ..) = plain(base)?;
        Some(written(*kind, *factor, base))
    }

    /// The measure of a new indicator counted so.
    pub fn measure(&self) -> Measure {
        let known = WORDS.iter().find(|(word, ..)| *word == self.base);
        let name = match known {
            Some((_, _, zh, en)) => Text::new(*zh, *en),
            None => Text::new(&self.base, ""),
        };
        Measure { kind: self.kind, name }
    }
}

/// A header's name and its measure: `金额（万元）`, `金额/万元`, `金额 单位：万元`, `合格率%`.
pub fn split_measure(header: &str) -> (String, Option<WrittenMeasure>) {
    let folded = folded(header);
    for (open, close) in [('(', ')'), ('[', ']')] {
        for (at, _) in folded.match_indices(open).collect::<Vec<_>>().into_iter().rev() {
            let Some(length) = folded[at..].find(close) else { continue };
            let inside =
                folded[at + 1..at + length].trim_start_matches("单位").trim_start_matches([':', ' ']);
            if let Some(measure) = WrittenMeasure::parse(inside) {
                let name = format!("{}{}", folded[..at].trim_end(), &folded[at + length + 1..]);
                return (name.trim().to_owned(), Some(measure));
            }
        }
    }
    for mark in ["单位:", "/", ",", ":", " "] {
        if let Some((name, word)) = folded.rsplit_once(mark)
            && !name.trim().is_empty()
            && let Some(measure) = WrittenMeasure::parse(word)
            && (mark == "单位:" || !word.contains(|c: char| c.is_ascii_alphabetic()))
        {
            return (name.trim().to_owned(), Some(measure));
        }
    }
    for (word, suffix) in [("%", "%"), ("%", "_pct"), ("%", "_percent")] {
        if let Some(name) = folded.strip_suffix(suffix).filter(|name| !name.trim().is_empty()) {
            return (name.trim().to_owned(), WrittenMeasure::parse(word));
        }
    }
    (folded, None)
}

/// The measure that a note above a table gives to all of it: `单位：万元`.
pub fn measure_of_note(note: &str) -> Option<WrittenMeasure> {
    let folded = folded(note);
    let at = folded.find("单位:").map(|at| at + "单位:".len())?;
    let word = folded[at..].trim_start().split([' ', ',', ';', ')', '。']).next()?;
    WrittenMeasure::parse(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_carry_their_measure() {
        for (header, name, word, factor) in [
            ("金额（万元）", "金额", "万元", 1e4),
            ("办结率(%)", "办结率", "%", 0.01),
            ("合格率％", "合格率", "%", 0.01),
            ("培训人次/人次", "培训人次", "人次", 1.0),
            ("审批时限 [工作日]", "审批时限", "工作日", 1.0),
            ("收入（单位：亿元）", "收入", "亿元", 1e8),
            ("审批时限（承诺）（天）", "审批时限(承诺)", "天", 1.0),
            ("appr_pct", "appr", "%", 0.01),
        ] {
            let (found, measure) = split_measure(header);
            let measure = measure.unwrap_or_else(|| panic!("{header}"));
            assert_eq!(
                (found.as_str(), measure.word.as_str(), measure.factor),
                (name, word, factor),
                "{header}"
            );
        }
        for header in ["审批时限（承诺）", "行政复议", "Rule of Law", "Overall Score", "一、件数"]
        {
            assert_eq!(split_measure(header).1, None, "{header}");
        }
    }

    #[test]
    fn a_note_gives_the_measure_of_a_table() {
        assert_eq!(measure_of_note("制表单位：财政局").map(|m| m.word), None);
        assert_eq!(measure_of_note("单位：万元").map(|m| m.kind), Some(MeasureKind::Money));
    }
}
