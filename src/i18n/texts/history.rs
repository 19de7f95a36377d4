//! Names of the steps that can be undone, in both languages at once.

use crate::{
    domain::{Criterion, Rule, Scheme, Text, Year},
    i18n::Lang,
};

fn of(criterion: Option<&Criterion>) -> Text {
    criterion.map(|c| both(&c.name)).unwrap_or_default()
}

/// A text of the user's with no language empty.
fn both(text: &Text) -> Text {
    Text::new(Lang::Zh.pick(text), Lang::En.pick(text))
}

/// At most two decimals, none where there are none: 15, 12.5, 33.33.
fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// 分值 行政执法 15 → 18; with `held`, its siblings gave way.
pub fn points(criterion: &Criterion, after: f64, held: bool) -> Text {
    let name = both(&criterion.name);
    let (before, after) = (short(criterion.points), short(after));
    let (zh, en) = if held { ("（同级随之调整）", " (siblings gave way)") } else { ("", "") };
    Text::new(
        format!("分值 {} {before} → {after}{zh}", name.zh),
        format!("Points of {} {before} → {after}{en}", name.en),
    )
}

/// 分值 行政执法 15 → 18，政务公开 10 → 7: the border between two neighbours moved.
pub fn border(neighbours: [(&Criterion, f64); 2]) -> Text {
    let [left, right] = neighbours.map(|(criterion, after)| {
        let name = both(&criterion.name);
        let (before, after) = (short(criterion.points), short(after));
        (format!("{} {before} → {after}", name.zh), format!("{} {before} → {after}", name.en))
    });
    Text::new(format!("分值 {}，{}", left.0, right.0), format!("Points of {}, {}", left.1, right.1))
}

/// 图表 热力图 where another chart was chosen, 图表 热力图：单位类别 where something of it was.
pub fn chart(name: &Text, part: Option<&Text>) -> Text {
    let (zh, en) = part.map_or_else(Default::default, |part| {
        (format!("：{}", part.zh), format!(", {}", part.en.to_lowercase()))
    });
    Text::new(format!("图表 {}{zh}", name.zh), format!("Chart: {}{en}", name.en))
}

/// A criterion's points locked, or free again.
pub fn lock(criterion: &Criterion, locked: bool) -> Text {
    let name = both(&criterion.name);
    if locked {
        Text::new(format!("锁定分值 {}", name.zh), format!("Points locked: {}", name.en))
    } else {
        Text::new(format!("解除锁定 {}", name.zh), format!("Points unlocked: {}", name.en))
    }
}

/// The sum of siblings held, or free again.
pub fn hold_sum(held: bool) -> Text {
    if held { Text::new("保持合计", "Sum held") } else { Text::new("不保持合计", "Sum not held") }
}

/// The children of a criterion (the first level where `None`) got the same points.
pub fn split_equally(parent: Option<&Criterion>) -> Text {
    match parent.map(|c| both(&c.name)) {
        None => Text::new("一级评分项均分", "Equal points on the first level"),
        Some(name) => Text::new(format!("均分 {}", name.zh), format!("Equal points under {}", name.en)),
    }
}

/// All points as in the library.
pub fn reset_points() -> Text {
    Text::new("分值复位", "Points reset")
}

/// Everything of the scheme as in the library.
pub fn reset_scheme(scheme: &Scheme) -> Text {
    let name = both(&scheme.name);
    Text::new(format!("方案复位 {}", name.zh), format!("Scheme reset: {}", name.en))
}

/// The first level sums to full marks.
pub fn normalise(full_marks: f64) -> Text {
    let full = short(full_marks);
    Text::new(format!("分值归一到 {full}"), format!("Points scaled to {full}"))
}

/// A grade is given from other marks on.
pub fn band(scheme: &Scheme, nth: usize, after: f64) -> Text {
    let band = scheme.bands.get(nth);
    let grade = band.and_then(|band| scheme.grades.iter().find(|grade| grade.id == band.grade));
    let name = grade.map(|grade| both(&grade.name)).unwrap_or_default();
    let (before, after) = (short(band.map_or(0.0, |band| band.from)), short(after));
    Text::new(
        format!("分数线 {} {before} → {after}", name.zh),
        format!("Band of {} {before} → {after}", name.en),
    )
}

/// A leaf is scored another way.
pub fn function(criterion: Option<&Criterion>) -> Text {
    let name = of(criterion);
    Text::new(format!("计分方法 {}", name.zh), format!("Score function of {}", name.en))
}

/// Rules applied, or left aside.
pub fn rules_in_force(on: bool) -> Text {
    if on { Text::new("启用规则", "Rules on") } else { Text::new("不计规则", "Without rules") }
}

/// A rule switched.
pub fn rule_on(rule: &Rule, on: bool) -> Text {
    let name = both(&rule.name);
    if on {
        Text::new(format!("启用规则 {}", name.zh), format!("Rule on: {}", name.en))
    } else {
        Text::new(format!("停用规则 {}", name.zh), format!("Rule off: {}", name.en))
    }
}

/// A rule's threshold.
pub fn threshold(rule: &Rule, before: f64, after: f64) -> Text {
    let name = both(&rule.name);
    let (before, after) = (threshold_number(before), threshold_number(after));
    Text::new(
        format!("规则 {} 阈值 {before} → {after}", name.zh),
        format!("Threshold of {} {before} → {after}", name.en),
    )
}

/// Thresholds may be shares, so more decimals are kept.
fn threshold_number(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A rule's marks.
pub fn rule_marks(rule: &Rule, before: f64, after: f64) -> Text {
    let name = both(&rule.name);
    let (before, after) = (short(before), short(after));
    Text::new(
        format!("规则 {} 分数 {before} → {after}", name.zh),
        format!("Marks of {} {before} → {after}", name.en),
    )
}

/// A proposed firing confirmed, or no longer.
pub fn confirm(rule: &Rule, confirmed: bool) -> Text {
    let name = both(&rule.name);
    if confirmed {
        Text::new(format!("确认触发 {}", name.zh), format!("Confirmed: {}", name.en))
    } else {
        Text::new(format!("撤回确认 {}", name.zh), format!("Confirmation withdrawn: {}", name.en))
    }
}

/// Another data set.
pub fn choose_data_set(name: &Text) -> Text {
    let name = both(name);
    Text::new(format!("数据 {}", name.zh), format!("Data: {}", name.en))
}

/// Another year.
pub fn choose_year(before: Year, after: Year) -> Text {
    Text::new(format!("年度 {before} → {after}"), format!("Year {before} → {after}"))
}

/// Another scheme.
pub fn choose_scheme(name: &Text) -> Text {
    let name = both(name);
    Text::new(format!("方案 {}", name.zh), format!("Scheme: {}", name.en))
}
