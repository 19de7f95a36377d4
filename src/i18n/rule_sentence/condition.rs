//! Conditions as words.

use super::Names;
use crate::{
    domain::{Comparison, Condition, MeasureKind, Operand},
    i18n::Lang,
};

/// A piece of a condition's sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A threshold, where a screen may put a field.
    Threshold {
        /// Which one, counted as the sentence reads.
        nth: usize,
        /// Its value, in the measure of what it is compared with.
        value: f64,
        /// It is a share, written in percent.
        is_share: bool,
        /// As it is written.
        written: String,
    },
}

/// A condition as pieces.
pub fn condition(names: &Names, condition: &Condition) -> Vec<Piece> {
    let mut sentence = Sentence { names, pieces: Vec::new(), thresholds: 0 };
    sentence.add(condition, false);
    sentence.pieces
}

/// The pieces as one text.
pub fn text(pieces: &[Piece]) -> String {
    pieces.iter().fold(String::new(), |mut sentence, piece| {
        let next = match piece {
            Piece::Words(words) => words,
            Piece::Threshold { written, .. } => written,
        };
        push_spaced(&mut sentence, next);
        sentence
    })
}

/// Appends words, with a space between a figure and a Chinese character.
pub(super) fn push_spaced(sentence: &mut String, words: &str) {
    let figure_ends = sentence.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '%');
    if figure_ends && words.starts_with(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        sentence.push(' ');
    }
    sentence.push_str(words);
}

struct Sentence<'a> {
    names: &'a Names<'a>,
    pieces: Vec<Piece>,
    thresholds: usize,
}

impl Sentence<'_> {
    fn zh(&self) -> bool {
        self.names.lang == Lang::Zh
    }

    fn words(&mut self, zh: &str, en: &str) {
        let words = if self.zh() { zh } else { en };
        match self.pieces.last_mut() {
            Some(Piece::Words(last)) => last.push_str(words),
            _ => self.pieces.push(Piece::Words(words.to_owned())),
        }
    }

    fn add(&mut self, condition: &Condition, nested: bool) {
        match condition {
            Condition::All(of) => self.list(of, nested, ("，且", " and "), ("始终", "always")),
            Condition::Any(of) => self.list(of, nested, ("，或", " or "), ("从不", "never")),
            Condition::Not(of) => {
                self.words("并非（", "not (");
                self.add(of, false);
                self.words("）", ")");
            }
            Condition::AtLeast { count, of } => {
                self.words(
                    &format!("以下至少 {count} 项成立（"),
                    &format!("at least {count} of these hold ("),
                );
                self.joined(of, ("；", "; "));
                self.words("）", ")");
            }
            Condition::Compare { left, is, than, .. } => self.compare(left, *is, *than),
            Condition::Grade { among, years_back } => self.grade(among, *years_back),
            Condition::Fired(rule) => {
                let name = self.names.rule(rule);
                self.words(&format!("已触发规则“{name}”"), &format!("rule “{name}” fires"));
            }
            Condition::SubUnitVetoed { count } => self.words(
                &format!("至少 {count} 个下属单位被一票否决"),
                &format!(
                    "at least {count} of its sub-units {} vetoed",
                    if *count == 1 { "is" } else { "are" }
                ),
            ),
        }
    }

    fn list(&mut self, of: &[Condition], nested: bool, between: (&str, &str), none: (&str, &str)) {
        if of.is_empty() {
            return self.words(none.0, none.1);
        }
        let bracketed = nested && of.len() > 1;
        if bracketed {
            self.words("（", "(");
        }
        self.joined(of, between);
        if bracketed {
            self.words("）", ")");
        }
    }

    fn joined(&mut self, of: &[Condition], between: (&str, &str)) {
        for (nth, condition) in of.iter().enumerate() {
            if nth > 0 {
                self.words(between.0, between.1);
            }
            self.add(condition, true);
        }
    }

    fn compare(&mut self, left: &Operand, is: Comparison, than: f64) {
        let name = self.names.operand(left);
        let measure = match left {
            Operand::Indicator { id, .. } | Operand::Change(id) => {
                self.names.indicator_itself(id).map(|indicator| indicator.measure.kind)
            }
            Operand::Criterion(_) | Operand::Coverage => Some(MeasureKind::Share),
            Operand::Total | Operand::Place { .. } => None,
        };
        let nth = self.thresholds;
        self.thresholds += 1;
        let written = self.names.value(left, than);
        if measure == Some(MeasureKind::YesNo) {
            let answered = matches!(is, Comparison::Equal | Comparison::AtLeast | Comparison::Above);
            let (zh, en) = if answered { ("为", " is ") } else { ("不为", " is not ") };
            return self.words(&format!("{name}{zh}“{written}”"), &format!("{name}{en}“{written}”"));
        }
        let (zh, en) = comparison_words(is);
        self.words(&format!("{name}{zh} "), &format!("{name} is {en} "));
        let is_share = measure == Some(MeasureKind::Share);
        self.pieces.push(Piece::Threshold { nth, value: than, is_share, written });
    }

    fn grade(&mut self, among: &[crate::domain::GradeId], years_back: u8) {
        let grades: Vec<&str> = among.iter().map(|id| self.names.grade(id)).collect();
        let (zh, en) = (grades.join("或"), grades.join(" or "));
        match years_back {
            0 => self.words(&format!("等次为{zh}"), &format!("its grade is {en}")),
            1 => self.words(&format!("上一年度等次为{zh}"), &format!("last year's grade is {en}")),
            n => self.words(&format!("{n} 年前等次为{zh}"), &format!("its grade {n} years ago is {en}")),
        }
    }
}

fn comparison_words(is: Comparison) -> (&'static str, &'static str) {
    match is {
        Comparison::Below => ("低于", "below"),
        Comparison::AtMost => ("不高于", "at most"),
        Comparison::Equal => ("等于", "equal to"),
        Comparison::NotEqual => ("不等于", "not"),
        Comparison::AtLeast => ("不低于", "at least"),
        Comparison::Above => ("高于", "above"),
    }
}
