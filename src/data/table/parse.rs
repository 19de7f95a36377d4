//! The grammar of a figure in a text: words around it, its digits, what multiplies it, its measure.

use super::{
    figure::{Figure, Unclear},
    measure::WrittenMeasure,
};

/// Words before a figure that make it about right; longer ones first.
const ABOUT_BEFORE: [&str; 22] = [
    "不低于",
    "不少于",
    "不超过",
    "不足",
    "大约",
    "约为",
    "接近",
    "将近",
    "超过",
    "至少",
    "约",
    "近",
    "超",
    "逾",
    "达到",
    "≥",
    "≤",
    ">=",
    "<=",
    ">",
    "<",
    "~",
];
/// Words behind a figure that make it about right.
const ABOUT_BEHIND: [&str; 10] = ["左右", "上下", "以上", "以下", "以内", "余", "多", "许", "+", "之多"];
/// What multiplies a figure; longer words first.
const SCALES: [(&str, f64); 10] = [
    ("万亿", 1e12),
    ("千亿", 1e11),
    ("百亿", 1e10),
    ("亿", 1e8),
    ("千万", 1e7),
    ("百万", 1e6),
    ("十万", 1e5),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 1e2),
];
/// What divides a figure into a share.
const SHARES: [(&str, f64); 5] =
    [("个百分点", 100.0), ("百分点", 100.0), ("%", 100.0), ("‰", 1000.0), ("‱", 10_000.0)];

/// A text being read from left to right.
pub(super) struct Parsing<'a> {
    rest: &'a str,
}

impl<'a> Parsing<'a> {
    /// Reads a folded text as one figure.
    pub(super) fn figure(text: &'a str) -> Result<Figure, Unclear> {
        let mut parsing = Self { rest: text };
        let mut figure =
            Figure { about: parsing.any(&ABOUT_BEFORE).unwrap_or_default().into(), ..Figure::default() };
        let bracketed = text.starts_with('(') && text.ends_with(')') && parsing.strip("(");
        let _ = parsing.any(&["¥", "￥", "$", "RMB"]);
        let negative = parsing.any(&["-", "+"]) == Some("-") || bracketed;
        let (mut sum, mut last) = (0.0, parsing.number()?);
        parsing.about_behind(&mut figure);
        let mut last_scale = f64::INFINITY;
        while let Some(scale) = parsing.scale() {
            if scale >= last_scale {
                return Err(Unclear::Several);
            }
            (last_scale, figure.scaled) = (scale, true);
            sum += last * scale;
            last = 0.0;
            parsing.about_behind(&mut figure);
            match parsing.number() {
                Ok(next) => last = next,
                Err(_) => break,
            }
        }
        if figure.scaled && last != 0.0 {
            return Err(Unclear::Several);
        }
        figure.value = if negative { -(sum + last) } else { sum + last };
        if let Some((_, whole)) = SHARES.iter().find(|(word, _)| parsing.strip(word)) {
            (figure.share, figure.value) = (true, figure.value / whole);
        }
        parsing.about_behind(&mut figure);
        if bracketed {
            parsing.rest = parsing.rest.strip_suffix(')').unwrap_or(parsing.rest);
        }
        parsing.ending(figure)
    }

    /// The measure's word, a remark, and nothing more.
    fn ending(mut self, mut figure: Figure) -> Result<Figure, Unclear> {
        self.blank();
        let rest = self.rest;
        let digit_follows = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if let Some(after) = ["-", "~", "至", "到"].iter().find_map(|sign| rest.strip_prefix(sign)) {
            return Err(if digit_follows(after) { Unclear::Range } else { Unclear::Words });
        }
        if rest.strip_prefix(['/', ':']).is_some_and(digit_follows) {
            return Err(Unclear::Fraction);
        }
        let end =
            rest.find(|c: char| !c.is_alphabetic() && !matches!(c, ' ' | '.' | '/')).unwrap_or(rest.len());
        let (word, remark) = rest.split_at(end);
        let mut word = word.trim().trim_end_matches('.');
        for about in ABOUT_BEHIND {
            if let Some(before) = word.strip_suffix(about)
                && figure.about.is_empty()
            {
                (word, figure.about) = (before, about.into());
            }
        }
        let is_measure = WrittenMeasure::parse(word).is_some();
        if !is_measure && (word.chars().count() > 8 || word.contains(|c: char| c.is_ascii_alphabetic())) {
            return Err(Unclear::Words);
        }
        if ["-", "~", "至", "到"].iter().any(|sign| remark.starts_with(sign))
            && remark.contains(|c: char| c.is_ascii_digit())
        {
            return Err(Unclear::Range);
        }
        let is_remark = remark.starts_with(['(', '[', '*', '†', '‡', '#', '^'])
            || remark.chars().all(|c| matches!(c, '①'..='⑳' | '¹' | '²' | '³' | '⁰'..='⁹'));
        match () {
            () if remark.is_empty() || is_remark => {}
            () if remark.contains(|c: char| c.is_ascii_digit()) => return Err(Unclear::Several),
            () => return Err(Unclear::Words),
        }
        figure.word = word.into();
        figure.remark = remark.trim().into();
        Ok(figure)
    }

    /// Digits with their grouping.
    fn number(&mut self) -> Result<f64, Unclear> {
        self.blank();
        let mut digits = String::new();
        let mut groups: Vec<usize> = Vec::new();
        let (mut seen_point, mut since_separator) = (false, 0);
        let mut end = 0;
        let mut letters = self.rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next_is_digit = letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            match letter {
                '0'..='9' => since_separator += 1,
                '.' if !seen_point => seen_point = true,
                ',' | '\'' | ' ' if !seen_point && next_is_digit && at > 0 => {
                    groups.push(since_separator);
                    since_separator = 0;
                    continue;
                }
                _ => break,
            }
            digits.push(letter);
            end = at + letter.len_utf8();
        }
        if !digits.contains(|c: char| c.is_ascii_digit()) {
            return Err(Unclear::Words);
        }
        if !groups.is_empty() {
            groups.push(digits.find('.').map_or(since_separator, |_| since_separator - fraction(&digits)));
            if groups.first() > Some(&3) || groups.iter().skip(1).any(|group| *group != 3) {
                return Err(Unclear::Comma);
            }
        }
        self.rest = &self.rest[end..];
        if let Some((exponent, length)) = exponent(self.rest) {
            digits.push_str(exponent);
            self.rest = &self.rest[length..];
        }
        digits.parse().map_err(|_| Unclear::Words)
    }

    fn scale(&mut self) -> Option<f64> {
        self.blank();
        // 千克, 千米, 千瓦 are measures.
        if ["千克", "千米", "千瓦", "百分"].iter().any(|measure| self.rest.starts_with(measure)) {
            return None;
        }
        SCALES.iter().find(|(word, _)| self.strip(word)).map(|(_, scale)| *scale)
    }

    fn about_behind(&mut self, figure: &mut Figure) {
        self.blank();
        if let Some(word) = self.any(&ABOUT_BEHIND)
            && figure.about.is_empty()
        {
            figure.about = word.into();
        }
    }

    fn any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        self.blank();
        words.iter().find(|word| self.strip(word)).copied()
    }

    fn strip(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn blank(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

fn fraction(digits: &str) -> usize {
    digits.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// `E+3` at the start of a text: it, and its length.
fn exponent(rest: &str) -> Option<(&str, usize)> {
    let after = rest.strip_prefix(['e', 'E'])?;
    let sign = usize::from(after.starts_with(['+', '-']));
    let digits = after.get(sign..)?.bytes().take_while(u8::is_ascii_digit).count();
    let length = 1 + sign + digits;
    (digits > 0).then_some((rest.get(..length)?, length))
}
