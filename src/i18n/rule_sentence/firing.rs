//! Records of firings as words.

use super::Names;
use crate::{
    domain::{Comparison, Firing, FiringEffect, Indicator, MeasureKind, Operand, SeenValue},
    i18n::{
        Lang,
        figure::{fixed, short},
    },
};

/// The rule and the values that fired it: 败诉否决：败诉率 33.3% > 30%.
pub fn firing_reason(names: &Names, firing: &Firing) -> String {
    let name = names.rule(&firing.rule);
    let seen: Vec<String> = firing.seen.iter().map(|value| seen(names, value)).collect();
    if seen.is_empty() {
        return name.to_owned();
    }
    match names.lang {
        Lang::Zh => format!("{name}：{}", seen.join("，")),
        Lang::En => format!("{name}: {}", seen.join(", ")),
    }
}

/// A value that a condition looked at, against its threshold: 败诉率 33.3% > 30%.
pub fn seen(names: &Names, seen: &SeenValue) -> String {
    let what = names.operand(&seen.operand);
    let Some(value) = seen.value else {
        return match names.lang {
            Lang::Zh => format!("{what}缺数据"),
            Lang::En => format!("{what} is missing"),
        };
    };
    let written = names.value(&seen.operand, value);
    if measure_kind(names, &seen.operand) == Some(MeasureKind::YesNo) {
        return match names.lang {
            Lang::Zh => format!("{what}：{written}"),
            Lang::En => format!("{what}: {written}"),
        };
    }
    let holds = match seen.is {
        Comparison::Below => value < seen.than,
        Comparison::AtMost => value <= seen.than,
        Comparison::Equal => value == seen.than,
        Comparison::NotEqual => value != seen.than,
        Comparison::AtLeast => value >= seen.than,
        Comparison::Above => value > seen.than,
    };
    let than = names.value(&seen.operand, seen.than);
    format!("{what} {written} {} {than}", sign(seen.is, holds))
}

fn measure_kind(names: &Names, operand: &Operand) -> Option<MeasureKind> {
    match operand {
        Operand::Indicator { id, .. } | Operand::Change(id) => {
            names.indicator_itself(id).map(|indicator: &Indicator| indicator.measure.kind)
        }
        _ => None,
    }
}

/// How the value really stands to the threshold.
fn sign(is: Comparison, holds: bool) -> &'static str {
    match (is, holds) {
        (Comparison::Below, true) | (Comparison::AtLeast, false) => "<",
        (Comparison::AtMost, true) | (Comparison::Above, false) => "≤",
        (Comparison::Equal, true) | (Comparison::NotEqual, false) => "=",
        (Comparison::NotEqual, true) | (Comparison::Equal, false) => "≠",
        (Comparison::AtLeast, true) | (Comparison::Below, false) => "≥",
        (Comparison::Above, true) | (Comparison::AtMost, false) => ">",
    }
}

/// What a firing changed: 总分 78.40 → 76.40.
pub fn effect_of_firing(names: &Names, effect: &FiringEffect) -> String {
    let zh = names.lang == Lang::Zh;
    let arrow = |zh_word: &str, en_word: &str, before: String, after: String| {
        format!("{} {before} → {after}", if zh { zh_word } else { en_word })
    };
    match effect {
        FiringEffect::Total { before, after } => arrow("总分", "Total", fixed(*before, 2), fixed(*after, 2)),
        FiringEffect::Grade { before, after } => {
            arrow("等次", "Grade", names.grade(before).to_owned(), names.grade(after).to_owned())
        }
        FiringEffect::Place { before, after } => arrow("名次", "Rank", short(*before), short(*after)),
        FiringEffect::Vetoed => if zh { "一票否决" } else { "Vetoed" }.to_owned(),
        FiringEffect::Noted => if zh { "已记录" } else { "Noted" }.to_owned(),
    }
}
