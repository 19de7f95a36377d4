//! Texts of the scheme screen.

use crate::{
    app::edit::FunctionKind,
    domain::{Aggregate, MissingPolicy, Relative},
    i18n::Lang,
};

texts! {
    /// Texts of the scheme screen.
    pub fn scheme_screen -> SchemeScreenTexts {
        tree: "评分项" | "Criteria",
        tree_hint: "选中后可用 Alt+方向键移动，也可拖动到另一项之前" | "Select one and move it by Alt+arrow keys, or drag it before another",
        scheme_zh: "方案名称（中文）" | "Name of the scheme (Chinese)",
        scheme_en: "方案名称（英文）" | "Name of the scheme (English)",
        changed: "已改动，原方案仍在方案列表中" | "Changed; the scheme as it was is still in the list",
        reset: "方案复位" | "Reset the scheme",
        up: "上移" | "Up",
        down: "下移" | "Down",
        into: "移入上一组" | "Into the group before",
        out: "移出本组" | "Out of its group",
        group: "归为一组" | "Group",
        copy: "复制" | "Copy",
        remove: "删除" | "Remove",
        add: "新增评分项" | "Add a criterion",
        add_on: "按指标新增" | "Add on an indicator",
        pick_indicator: "选择指标…" | "Choose an indicator…",
        under_group: "加入所选分组" | "Into the selected group",
        name_zh: "名称（中文）" | "Name (Chinese)",
        name_en: "名称（英文）" | "Name (English)",
        basis_zh: "依据（中文）" | "Basis (Chinese)",
        basis_en: "依据（英文）" | "Basis (English)",
        points: "分值" | "Points",
        role: "计分方式" | "How it counts",
        counted: "计入" | "Counted",
        bonus: "加分项" | "Bonus, on top",
        reported: "只列不计" | "Shown, not counted",
        bonus_cap: "加分上限" | "At most",
        classes: "适用类别" | "Applies to",
        all_classes: "全部类别" | "All classes",
        aggregate: "下级如何合成" | "How what is below combines",
        exponent: "指数" | "Exponent",
        indicator: "指标" | "Indicator",
        function: "计分方法" | "Score function",
        turn: "方向反转" | "Turn round",
        log: "先取自然对数" | "Natural logarithm first",
        missing: "数据缺失时" | "Where data is missing",
        as_scheme: "按方案" | "As the scheme does",
        carry_years: "最多沿用年数" | "At most so many years",
        zero: "零分点" | "No marks at",
        full: "满分点" | "Full marks at",
        target: "目标值" | "Target",
        loss: "每次扣减" | "Each costs",
        below: "未达首档" | "Below the first step",
        from: "达到" | "From",
        at: "取值" | "At",
        share: "得分率" | "Share",
        add_point: "增加一点" | "Add a point",
        add_step: "增加一档" | "Add a step",
        remove_point: "删除此点" | "Remove this point",
        full_when: "得满分的回答" | "Full marks for",
        yes: "是" | "yes",
        no: "否" | "no",
        relative_change: "按变化幅度（%）" | "As a share of last year's value",
        method: "比较方法" | "Compared by",
        clamp: "标准差倍数" | "Standard deviations",
        higher: "越高越好" | "More is better",
        curve: "计分曲线与各单位分布" | "Score curve and where the units stand",
        curve_relative: "同类比较的得分率取决于其他单位，无固定曲线；图中为各单位本年的得分率。" | "A share within the class depends on the others and has no fixed curve; the dots are this year's shares.",
        no_values: "本年度没有单位有此指标的数据" | "No unit has data of this indicator in this year",
        choose: "在左侧选择一个评分项" | "Select a criterion on the left",
    }
}

/// A kind of score function.
pub fn function_kind(lang: Lang, kind: FunctionKind) -> &'static str {
    match (lang, kind) {
        (Lang::Zh, FunctionKind::Linear) => "线性",
        (Lang::Zh, FunctionKind::Steps) => "分档",
        (Lang::Zh, FunctionKind::Piecewise) => "折线",
        (Lang::Zh, FunctionKind::Target) => "目标值",
        (Lang::Zh, FunctionKind::YesNo) => "是否",
        (Lang::Zh, FunctionKind::PerEvent) => "按次扣减",
        (Lang::Zh, FunctionKind::Improvement) => "较上年改善",
        (Lang::Zh, FunctionKind::Relative) => "同类比较",
        (Lang::En, FunctionKind::Linear) => "Linear",
        (Lang::En, FunctionKind::Steps) => "Steps",
        (Lang::En, FunctionKind::Piecewise) => "Piecewise",
        (Lang::En, FunctionKind::Target) => "Target",
        (Lang::En, FunctionKind::YesNo) => "Yes or no",
        (Lang::En, FunctionKind::PerEvent) => "Per event",
        (Lang::En, FunctionKind::Improvement) => "Change against last year",
        (Lang::En, FunctionKind::Relative) => "Within the class",
    }
}

/// A way to combine.
pub fn aggregate(lang: Lang, aggregate: Aggregate) -> &'static str {
    match (lang, aggregate) {
        (Lang::Zh, Aggregate::Arithmetic) => "加权平均",
        (Lang::Zh, Aggregate::Geometric) => "几何平均",
        (Lang::Zh, Aggregate::Harmonic) => "调和平均",
        (Lang::Zh, Aggregate::Power { .. }) => "幂平均",
        (Lang::Zh, Aggregate::Minimum) => "取最低",
        (Lang::Zh, Aggregate::Sum) => "分值相加",
        (Lang::En, Aggregate::Arithmetic) => "Weighted mean",
        (Lang::En, Aggregate::Geometric) => "Geometric mean",
        (Lang::En, Aggregate::Harmonic) => "Harmonic mean",
        (Lang::En, Aggregate::Power { .. }) => "Power mean",
        (Lang::En, Aggregate::Minimum) => "The least",
        (Lang::En, Aggregate::Sum) => "Points that sum",
    }
}

/// What a missing value does.
pub fn missing(lang: Lang, policy: MissingPolicy) -> &'static str {
    match (lang, policy) {
        (Lang::Zh, MissingPolicy::LeaveOut) => "不计，其余按比例折算",
        (Lang::Zh, MissingPolicy::Zero) => "计 0 分",
        (Lang::Zh, MissingPolicy::CarryForward { .. }) => "沿用往年",
        (Lang::Zh, MissingPolicy::ClassMedian) => "取同类中位数",
        (Lang::En, MissingPolicy::LeaveOut) => "Left out, the rest rescaled",
        (Lang::En, MissingPolicy::Zero) => "Earns nothing",
        (Lang::En, MissingPolicy::CarryForward { .. }) => "Earlier value is kept",
        (Lang::En, MissingPolicy::ClassMedian) => "Median of the class",
    }
}

/// What units of a class are compared by.
pub fn relative(lang: Lang, method: Relative) -> &'static str {
    match (lang, method) {
        (Lang::Zh, Relative::MinMax) => "最小值与最大值之间",
        (Lang::Zh, Relative::RankShare) => "按名次",
        (Lang::Zh, Relative::Percentile) => "百分位",
        (Lang::Zh, Relative::ZScore { .. }) => "标准分",
        (Lang::Zh, Relative::DistanceToBest) => "与最好值之比",
        (Lang::En, Relative::MinMax) => "Between least and most",
        (Lang::En, Relative::RankShare) => "Place",
        (Lang::En, Relative::Percentile) => "Percentile",
        (Lang::En, Relative::ZScore { .. }) => "z-score",
        (Lang::En, Relative::DistanceToBest) => "Against the best",
    }
}

/// A point of the curve for a screen reader: 30% → 50%.
pub fn curve_point(value: &str, share: &str) -> String {
    format!("{value} → {share}")
}
