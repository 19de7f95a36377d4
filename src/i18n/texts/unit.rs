//! Texts of the unit that is opened beside the ranking.

use crate::{
    domain::{MissingPolicy, MissingReason, Quality, Reporter, Year},
    i18n::Lang,
};

texts! {
    /// Texts of an opened unit.
    pub fn unit -> UnitTexts {
        close: "关闭" | "Close",
        print: "打印本单位" | "Print this unit",
        previous: "上一个单位（Alt+↑）" | "Previous unit (Alt+↑)",
        next: "下一个单位（Alt+↓）" | "Next unit (Alt+↓)",
        place: "名次" | "Rank",
        score: "得分" | "Score",
        grade: "等次" | "Grade",
        coverage: "数据完整度" | "Coverage",
        vetoed: "一票否决" | "Vetoed",
        not_rated: "未评" | "Not rated",
        rule_record: "规则记录" | "Rules that fired",
        basis: "依据" | "Basis",
        proposed: "待确认" | "To be confirmed",
        undecided: "待核：缺数据" | "Undecided: data is missing",
        confirm: "确认" | "Confirm",
        withdraw: "撤回确认" | "Withdraw",
        make_up: "得分明细" | "Where the marks come from",
        lost: "失分" | "Lost",
        not_applicable: "不适用" | "Does not apply",
        missing: "缺数据" | "No data",
        raw_value: "原值" | "Value",
        method: "计分" | "Scoring",
        result: "得分" | "Marks",
        source: "出处" | "Source",
        printed: "原文数字" | "As printed",
        computed: "由本页计算" | "Computed on this page",
        zero_at: "0 分点" | "No marks at",
        full_at: "满分点" | "Full marks at",
        target_at: "目标值" | "Target",
        loss_each: "每次扣" | "Cost of each",
        weight: "分值" | "Points",
        other_counts: "其他口径（不计分）" | "Other counts (not scored)",
        colon: "：" | ": ",
        semicolon: "；" | "; ",
        no_source: "未注明" | "Not stated",
    }
}

/// 14 个中第 3 名.
pub fn place_of(lang: Lang, place: &str, of: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {place} 名 / {of}"),
        Lang::En => format!("{place} of {of}"),
    }
}

/// What the next place up takes.
pub fn to_next_place(lang: Lang, place: &str, marks: &str) -> String {
    match lang {
        Lang::Zh => format!("要升到第 {place} 名，还差 {marks} 分"),
        Lang::En => format!("{marks} marks short of place {place}"),
    }
}

/// What full marks on one leaf would change: the total, and the place where it is known.
pub fn at_full(lang: Lang, gain: &str, place: Option<(&str, bool)>) -> String {
    match (lang, place) {
        (Lang::Zh, None) => format!("若此项满分，总分 {gain}"),
        (Lang::En, None) => format!("At full marks here the total is {gain}"),
        (Lang::Zh, Some((_, false))) => format!("若此项满分，总分 {gain}，名次不变"),
        (Lang::En, Some((_, false))) => format!("At full marks here the total is {gain}, the rank the same"),
        (Lang::Zh, Some((place, true))) => format!("若此项满分，总分 {gain}，升至第 {place} 名"),
        (Lang::En, Some((place, true))) => {
            format!("At full marks here the total is {gain}, the rank {place}")
        }
    }
}

/// Best and worst case where data is missing.
pub fn bounds(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::Zh => format!("缺失项全 0 为 {low}，全满分为 {high}"),
        Lang::En => format!("{low} with all that is missing at nothing, {high} at full"),
    }
}

/// The document's own figure differs from the one computed from its parts.
pub fn disagrees(lang: Lang, stated: &str, computed: &str) -> String {
    match lang {
        Lang::Zh => format!("原文为 {stated}，由其组成数字算得 {computed}，两者不一致；以算得的计分"),
        Lang::En => {
            format!("The document states {stated}; its own parts give {computed}. The computed one is scored")
        }
    }
}

/// The share times the points.
pub fn marks_equation(lang: Lang, share: &str, possible: &str, marks: &str) -> String {
    match lang {
        Lang::Zh => format!("{share} × {possible} 分 = {marks} 分"),
        Lang::En => format!("{share} × {possible} = {marks} marks"),
    }
}

/// Why the marks that can be earned differ from the points.
pub fn rescaled(lang: Lang, points: &str, possible: &str) -> String {
    match lang {
        Lang::Zh => format!("分值 {points} 按权重折算为总分中的 {possible} 分"),
        Lang::En => format!("{points} points weigh {possible} marks of the whole"),
    }
}

/// Who reports a figure.
pub fn reporter(lang: Lang, reporter: Reporter) -> &'static str {
    match (reporter, lang) {
        (Reporter::Itself, Lang::Zh) => "自报数据",
        (Reporter::Itself, Lang::En) => "self-reported",
        (Reporter::Superior, Lang::Zh) => "上级机关数据",
        (Reporter::Superior, Lang::En) => "reported by a higher authority",
        (Reporter::Court, Lang::Zh) => "法院数据",
        (Reporter::Court, Lang::En) => "reported by a court",
        (Reporter::ThirdParty, Lang::Zh) => "第三方数据",
        (Reporter::ThirdParty, Lang::En) => "reported by a third party",
        (Reporter::Survey, Lang::Zh) => "问卷调查",
        (Reporter::Survey, Lang::En) => "from a survey",
    }
}

/// How near a document stands to the original.
pub fn quality(lang: Lang, quality: Quality) -> &'static str {
    match (quality, lang) {
        (Quality::Report, Lang::Zh) => "本单位报告",
        (Quality::Report, Lang::En) => "its own report",
        (Quality::Official, Lang::Zh) => "官方发布",
        (Quality::Official, Lang::En) => "official",
        (Quality::Press, Lang::Zh) => "媒体报道",
        (Quality::Press, Lang::En) => "press",
        (Quality::Secondary, Lang::Zh) => "转载，未见原文",
        (Quality::Secondary, Lang::En) => "reprint, original not seen",
        (Quality::Invented, Lang::Zh) => "虚构",
        (Quality::Invented, Lang::En) => "invented",
    }
}

/// Why a value is missing; without a recorded reason, that there is no record.
pub fn missing_reason(lang: Lang, reason: Option<MissingReason>) -> &'static str {
    match (reason, lang) {
        (None, Lang::Zh) => "无此项记录",
        (None, Lang::En) => "no record",
        (Some(MissingReason::NotPublished), Lang::Zh) => "原文未给出",
        (Some(MissingReason::NotPublished), Lang::En) => "not given by the source",
        (Some(MissingReason::NotReported), Lang::Zh) => "未收集或未报送",
        (Some(MissingReason::NotReported), Lang::En) => "not collected or not handed in",
        (Some(MissingReason::NothingToCount), Lang::Zh) => "本年无此类事项",
        (Some(MissingReason::NothingToCount), Lang::En) => "nothing to count",
        (Some(MissingReason::Withdrawn), Lang::Zh) => "已撤回或不予采信",
        (Some(MissingReason::Withdrawn), Lang::En) => "withdrawn or rejected",
        (Some(MissingReason::Unreadable), Lang::Zh) => "无法辨读",
        (Some(MissingReason::Unreadable), Lang::En) => "cannot be read",
    }
}

/// What is done with a missing leaf.
pub fn missing_policy(lang: Lang, policy: MissingPolicy) -> String {
    match (policy, lang) {
        (MissingPolicy::LeaveOut, Lang::Zh) => "不计入，其分值由有数据的各项按比例分担".to_owned(),
        (MissingPolicy::LeaveOut, Lang::En) => "left out; what is present takes over its points".to_owned(),
        (MissingPolicy::Zero, Lang::Zh) => "按 0 分计".to_owned(),
        (MissingPolicy::Zero, Lang::En) => "earns nothing".to_owned(),
        (MissingPolicy::CarryForward { years }, Lang::Zh) => format!("沿用最近 {years} 年内的数值"),
        (MissingPolicy::CarryForward { years }, Lang::En) => {
            format!("the latest value of at most {years} years before is taken")
        }
        (MissingPolicy::ClassMedian, Lang::Zh) => "取同类单位中位数".to_owned(),
        (MissingPolicy::ClassMedian, Lang::En) => "the median of the class is taken".to_owned(),
    }
}

/// A value of an earlier year that stands in for the missing one.
pub fn carried(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("沿用 {year} 年"),
        Lang::En => format!("carried from {year}"),
    }
}

/// A rule that fired in an earlier year and still holds.
pub fn fired_in(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{year} 年触发"),
        Lang::En => format!("fired in {year}"),
    }
}

/// A leaf whose indicator the data set does not have.
pub fn unknown_indicator(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Zh => format!("数据中没有指标“{id}”"),
        Lang::En => format!("The data has no indicator “{id}”"),
    }
}
