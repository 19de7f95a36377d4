//! Texts of the screen that compares two schemes.

use crate::{domain::Text, i18n::Lang};

texts! {
    /// Texts of the compare screen.
    pub fn compare -> CompareTexts {
        heading: "方案比较" | "Compare schemes",
        left: "原方案" | "From",
        right: "对比方案" | "To",
        present: "当前方案" | "The present scheme",
        keep: "保留当前方案" | "Keep the present scheme",
        keep_name: "名称" | "Name",
        keep_button: "保留" | "Keep",
        kept_hint: "保留后可在顶部“方案”中随时选用，也可在此对比。" | "A kept scheme can be chosen at the top at any time, and compared here.",
        settings: "设置差异" | "Settings that differ",
        no_settings: "两个方案的设置相同。" | "The settings are the same.",
        setting: "设置" | "Setting",
        units: "结果差异" | "Results that differ",
        no_units: "各单位得分、等次、名次均相同。" | "All scores, grades and places are the same.",
        unit: "单位" | "Unit",
        score: "得分" | "Score",
        change: "变化" | "Change",
        grade: "等次" | "Grade",
        place: "名次" | "Rank",
        why: "为什么" | "Why",
        weights: "分值与结构" | "Points and tree",
        functions: "计分方法" | "Score functions",
        rules: "规则与分数线" | "Rules and bands",
        own_move: "自身得分变化" | "Own score moved",
        others_move: "其他单位变化" | "Others moved",
        demotions: "名次下调规则" | "Rules that lower places",
        vetoed: "一票否决" | "Vetoed",
        not_rated: "未评" | "Not rated",
        added: "新增" | "Added",
        removed: "删除" | "Removed",
        points: "分值" | "points",
        function: "计分方法" | "score function",
        indicator: "指标" | "indicator",
        aggregate: "合成方式" | "aggregation",
        missing: "缺数据处理" | "missing data",
        applies: "适用类别" | "classes",
        role: "是否计分" | "role",
        place_in_tree: "所属上级" | "place in the tree",
        full_marks: "满分" | "Full marks",
        band: "分数线" | "band",
        rule: "规则" | "Rule",
        on: "启用" | "on",
        off: "停用" | "off",
        coverage_limit: "数据完整度下限" | "Coverage limit",
        other: "其他设置" | "Other settings",
        changed: "已改" | "changed",
        all_classes: "全部" | "all",
        first_level: "一级" | "first level",
        counted: "计分" | "counted",
        bonus: "加分" | "bonus",
        reported: "只列不计" | "shown, not counted",
    }
}

/// Why a unit's score changed.
pub fn why_score(lang: Lang, name: &str, before: &str, after: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}：得分 {before} → {after}"),
        Lang::En => format!("{name}: score {before} → {after}"),
    }
}

/// Why a unit's place changed.
pub fn why_place(lang: Lang, before: &str, after: &str) -> String {
    match lang {
        Lang::Zh => format!("名次 {before} → {after}"),
        Lang::En => format!("Rank {before} → {after}"),
    }
}

/// How many units differ, and how many of them in grade or veto.
pub fn counts(lang: Lang, differing: usize, graver: usize) -> String {
    match lang {
        Lang::Zh => format!("{differing} 个单位不同，其中 {graver} 个等次或否决有变"),
        Lang::En => format!("{differing} units differ, {graver} of them in grade or veto"),
    }
}

/// More differ than are listed.
pub fn not_listed(lang: Lang, rest: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {rest} 个单位未列出"),
        Lang::En => format!("{rest} more units are not listed"),
    }
}

/// The step of keeping a scheme under a name.
pub fn kept(name: &str) -> Text {
    Text::new(format!("保留方案 {name}"), format!("Scheme kept: {name}"))
}
