//! Texts of the overview.

use crate::i18n::Lang;

texts! {
    /// Texts of the overview.
    pub fn overview -> OverviewTexts {
        result: "评价结果" | "Result",
        unit: "单位" | "Unit",
        move_weights: "调整权重" | "Move the weights",
        findings: "要点" | "Findings",
        criteria: "各评分项得分与失分" | "Marks won and lost",
        criterion: "评分项" | "Criterion",
        won: "得分" | "Won",
        possible: "满分" | "Full",
        lost: "失分" | "Lost",
        see_approval: "查看审批时限" | "See approval times",
        see_figures: "查看数据" | "See the figures",
        see_rules: "查看规则" | "See the rules",
        no_approval: "本单位没有审批时限" | "No approval times",
        no_approval_detail: "数据中没有该单位本年度的法定与承诺时限。" | "The data has no statutory and promised days of this unit for this year.",
        all_agree: "可复算的数字与原文一致" | "Figures agree with their parts",
        nothing_to_check: "没有可复算的数字" | "No figure can be checked",
        nothing_to_check_detail: "原文没有同时给出比率与其组成数字。" | "The source gives no share together with its parts.",
        no_rule: "没有规则触发" | "No rule fired",
        no_rule_detail: "规则没有改变任何单位的结果。" | "The rules changed nobody's result.",
        rules_aside: "规则未计入结果" | "Rules do not count at present",
    }
}

/// The approval times were cut.
pub fn approval_cut(lang: Lang, cut: &str) -> String {
    match lang {
        Lang::Zh => format!("审批时限压减 {cut}"),
        Lang::En => format!("Approval times cut by {cut}"),
    }
}

/// From so many days to so many, and the difference.
pub fn approval_days(lang: Lang, before: &str, after: &str, difference: &str) -> String {
    match lang {
        Lang::Zh => format!("法定 {before} → 承诺 {after}（{difference}）"),
        Lang::En => format!("Statutory {before} → promised {after} ({difference})"),
    }
}

/// Figures that disagree with themselves.
pub fn disagreeing(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 个数字与自身的组成数字不一致"),
        Lang::En if count == 1 => "One figure disagrees with its own parts".to_owned(),
        Lang::En => format!("{count} figures disagree with their own parts"),
    }
}

/// The first of them.
pub fn disagreement(lang: Lang, name: &str, stated: &str, computed: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}：原文 {stated}，由其组成数字算得 {computed}"),
        Lang::En => format!("{name}: stated {stated}, its parts give {computed}"),
    }
}

/// How many figures were computed again.
pub fn checked(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("已复算 {count} 个比率、差额与合计"),
        Lang::En => format!("{count} shares, differences and sums computed again"),
    }
}

/// What the vetoes did.
pub fn vetoed(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Zh => format!("{count} 个单位被一票否决"),
        Lang::En if count == 1 => "One unit is vetoed".to_owned(),
        Lang::En => format!("{count} units are vetoed"),
    }
}

/// A vetoed unit with the place that it would have had.
pub fn vetoed_unit(lang: Lang, name: &str, would_be: Option<&str>) -> String {
    match (lang, would_be) {
        (_, None) => name.to_owned(),
        (Lang::Zh, Some(place)) => format!("{name}（否决前第 {place}）"),
        (Lang::En, Some(place)) => format!("{name} (would be {place})"),
    }
}

/// Rules fired without a veto.
pub fn fired(lang: Lang, fired: usize, waiting: usize) -> String {
    match lang {
        Lang::Zh => format!("规则触发 {fired} 次，待核或待确认 {waiting} 次"),
        Lang::En => format!("Rules fired {fired} times; {waiting} wait to be decided"),
    }
}
