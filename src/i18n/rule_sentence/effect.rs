//! Effects as words.

use super::Names;
use crate::{
    domain::{CriterionId, Effect, IndicatorId},
    i18n::{
        Lang,
        figure::{short, signed},
    },
};

/// What a rule does.
pub fn effect(names: &Names, effect: &Effect) -> String {
    let zh = names.lang == Lang::Zh;
    let say = |in_zh: String, in_en: String| if zh { in_zh } else { in_en };
    match effect {
        Effect::ZeroCriterion { criterion } => {
            let name = names.criterion(criterion);
            say(format!("“{name}”不得分"), format!("“{name}” earns nothing"))
        }
        Effect::Deduct { marks, per, beyond, criterion, cap } => {
            deduct(names, *marks, per.as_ref(), *beyond, criterion.as_ref(), *cap)
        }
        Effect::Bonus { marks, per, cap, gate } => bonus(names, *marks, per.as_ref(), *cap, *gate),
        Effect::MarksByPlace { top, bottom } => by_place(names, top, bottom),
        Effect::SetTotal { marks } => {
            let marks = short(*marks);
            say(format!("总分定为 {marks} 分"), format!("the total is set to {marks}"))
        }
        Effect::CapTotal { marks } => {
            let marks = short(*marks);
            say(format!("总分不超过 {marks} 分"), format!("the total is at most {marks}"))
        }
        Effect::SetGrade { grade } => {
            let name = names.grade(grade);
            say(format!("等次定为{name}"), format!("the grade is {name}"))
        }
        Effect::CapGrade { grade } => {
            let name = names.grade(grade);
            say(format!("等次不高于{name}"), format!("the grade is {name} at best"))
        }
        Effect::DemoteGrade { by } => {
            say(format!("等次降低 {by} 档"), format!("the grade goes down by {by}"))
        }
        Effect::Veto => say("一票否决".to_owned(), "the unit is vetoed".to_owned()),
        Effect::StopScoring => {
            say("一票否决，不再评分".to_owned(), "the unit is vetoed and not scored".to_owned())
        }
        Effect::DemoteRank { by } => {
            say(format!("名次后移 {by} 位"), format!("it goes down {by} {}", plural(*by, "place")))
        }
        Effect::Note { text } => {
            let text = names.lang.pick(text);
            say(format!("记录：{text}"), format!("note: {text}"))
        }
    }
}

fn plural(count: u8, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

fn deduct(
    names: &Names,
    marks: f64,
    per: Option<&IndicatorId>,
    beyond: f64,
    criterion: Option<&CriterionId>,
    cap: Option<f64>,
) -> String {
    let marks = short(marks);
    let per = per.map(|id| (names.indicator(id), names.measure(id)));
    let criterion = criterion.map(|id| names.criterion(id));
    let (beyond_marks, cap) = (short(beyond), cap.map(short));
    match names.lang {
        Lang::Zh => {
            let from = criterion.map_or_else(|| "总分".to_owned(), |name| format!("“{name}”"));
            let each = per.map_or_else(String::new, |(name, measure)| each_zh(name, measure));
            let free =
                if beyond > 0.0 { format!("（{beyond_marks} 以内不扣）") } else { String::new() };
            let most = cap.map_or_else(String::new, |cap| format!("，最多扣 {cap} 分"));
            format!("{each}从{from}中扣 {marks} 分{free}{most}")
        }
        Lang::En => {
            let from = criterion.map_or_else(|| "the total".to_owned(), |name| format!("“{name}”"));
            let each = per.map_or_else(String::new, |(name, _)| format!(" for each of {name}"));
            let free = if beyond > 0.0 { format!(" above {beyond_marks}") } else { String::new() };
            let most = cap.map_or_else(String::new, |cap| format!(", at most {cap}"));
            format!("{marks} off {from}{each}{free}{most}")
        }
    }
}

fn bonus(
    names: &Names,
    marks: f64,
    per: Option<&IndicatorId>,
    cap: Option<f64>,
    gate: Option<f64>,
) -> String {
    let marks = short(marks);
    let per = per.map(|id| (names.indicator(id), names.measure(id)));
    let (cap, gate) = (cap.map(short), gate.map(short));
    match names.lang {
        Lang::Zh => {
            let each = per.map_or_else(String::new, |(name, measure)| each_zh(name, measure));
            let most = cap.map_or_else(String::new, |cap| format!("，最多加 {cap} 分"));
            let gate = gate.map_or_else(String::new, |gate| format!("（加分前总分不低于 {gate} 分）"));
            format!("{each}加 {marks} 分{most}{gate}")
        }
        Lang::En => {
            let each = per.map_or_else(String::new, |(name, _)| format!(" for each of {name}"));
            let most = cap.map_or_else(String::new, |cap| format!(", at most {cap}"));
            let gate = gate.map_or_else(String::new, |gate| format!(" where the total is at least {gate}"));
            format!("{marks} added{each}{most}{gate}")
        }
    }
}

fn by_place(names: &Names, top: &[f64], bottom: &[f64]) -> String {
    let places = |marks: &[f64], zh: &str, en: &str| -> Vec<String> {
        let one = |(nth, marks): (usize, &f64)| match names.lang {
            Lang::Zh => format!("{zh}第 {} 名 {}", nth + 1, signed(*marks, 1)),
            Lang::En => format!("{en}{} {}", nth + 1, signed(*marks, 1)),
        };
        marks.iter().enumerate().map(one).collect()
    };
    let mut all = places(top, "", "place ");
    all.extend(places(bottom, "倒数", "from last "));
    match names.lang {
        Lang::Zh => format!("按类内名次加减分：{}", all.join("，")),
        Lang::En => format!("marks by place in class: {}", all.join(", ")),
    }
}

/// 处理的执法过错案件每 1 件，
fn each_zh(name: &str, measure: &str) -> String {
    if measure.is_empty() { format!("{name}每 1，") } else { format!("{name}每 1 {measure}，") }
}
