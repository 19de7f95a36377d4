//! Texts of the rule builder, and what new rules are called.

use crate::{
    app::edit::RuleStart,
    domain::{Comparison, Text},
    i18n::Lang,
};

texts! {
    /// Texts of the rule builder.
    pub fn rule_builder -> RuleBuilderTexts {
        add: "新增规则" | "Add a rule",
        edit: "编辑" | "Edit",
        close: "完成" | "Done",
        copy: "复制" | "Copy",
        remove: "删除" | "Remove",
        name_zh: "名称（中文）" | "Name (Chinese)",
        name_en: "名称（英文）" | "Name (English)",
        basis_zh: "依据（中文）" | "Basis (Chinese)",
        basis_en: "依据（英文）" | "Basis (English)",
        classes: "适用类别" | "Applies to",
        all_classes: "全部类别" | "All classes",
        when: "何时触发" | "When it fires",
        then: "触发后果" | "What it does",
        times: "时间与确认" | "Time and confirmation",
        years_in_a_row: "须连续年数" | "Years in a row",
        lasts_years: "效力再延续年数" | "Holds for further years",
        from_next_year: "自下一年度起生效" | "Takes effect the year after",
        needs_confirmation: "触发后须经确认" | "Must be confirmed",
        all_of: "以下全部成立" | "All of these hold",
        any_of: "以下任一成立" | "Any of these holds",
        at_least_of: "以下至少成立" | "At least so many of these hold",
        not: "以下不成立" | "This does not hold",
        compare: "指标或分数比较" | "A figure against a threshold",
        grade_is: "等次为" | "The grade is",
        grade_back: "几年前的等次" | "Grade of how many years ago",
        fired: "另一规则已触发" | "Another rule fires",
        sub_units: "下属单位被否决数至少" | "Vetoed sub-units at least",
        kind: "条件类型" | "Kind of condition",
        add_condition: "增加条件" | "Add a condition",
        remove_condition: "删除此条件" | "Remove this condition",
        count: "个数" | "How many",
        quantity: "比较对象" | "Quantity",
        indicator: "指标" | "Indicator",
        indicator_value: "指标值" | "Value of an indicator",
        indicator_before: "往年指标值" | "Value of an earlier year",
        by_class: "部分类别另有阈值" | "Some classes have thresholds of their own",
        change: "指标较上年变化" | "Change of an indicator against last year",
        criterion: "评分项" | "Criterion",
        criterion_share: "评分项得分率" | "Share of a criterion's points",
        total: "总分" | "Total",
        coverage: "数据完整度" | "Coverage",
        place: "名次" | "Place",
        place_from_last: "倒数名次" | "Place from the last",
        years_back: "几年前" | "Years ago",
        comparison: "比较方式" | "Comparison",
        threshold: "阈值" | "Threshold",
        effect: "后果类型" | "Effect",
        veto: "一票否决" | "Veto",
        stop: "一票否决，不再计分" | "Veto, nothing else is scored",
        zero: "评分项清零" | "A criterion earns nothing",
        deduct: "扣分" | "Marks off",
        bonus: "加分" | "Marks on top",
        by_place: "按名次加减分" | "Marks by place",
        set_total: "总分定为" | "The total is set to",
        cap_total: "总分不高于" | "The total is at most",
        set_grade: "等次定为" | "The grade is set to",
        cap_grade: "等次不高于" | "The grade is at best",
        demote_grade: "等次降低" | "Grades down",
        demote_rank: "名次降低" | "Places down",
        note: "仅作记录" | "Only recorded",
        marks: "分数" | "Marks",
        per: "按指标计次" | "For each event of",
        once: "不计次，一次性" | "Once",
        beyond: "超过此数起计" | "Counted beyond",
        cap: "累计上限" | "At most in all",
        no_cap: "不设上限" | "No limit",
        with_cap: "设上限" | "Limited",
        gate: "总分门槛" | "Only from a total of",
        no_gate: "不设门槛" | "From any total",
        from_criterion: "从何处扣" | "Taken from",
        from_total: "从总分扣" | "The total",
        grade: "等次" | "Grade",
        top: "前几名依次（以空格分隔）" | "First, second … place (spaces between)",
        bottom: "末几名依次（以空格分隔）" | "Last, last but one … (spaces between)",
        note_zh: "记录内容（中文）" | "Record (Chinese)",
        note_en: "记录内容（英文）" | "Record (English)",
        reads: "读作" | "Reads",
    }
}

/// The id of a new rule.
pub fn id(start: RuleStart) -> &'static str {
    match start {
        RuleStart::Veto => "veto",
        RuleStart::Deduction => "deduction",
        RuleStart::Bonus => "bonus",
        RuleStart::CapGrade => "cap-grade",
    }
}

/// The name of a new rule.
pub fn name(start: RuleStart) -> Text {
    match start {
        RuleStart::Veto => Text::new("新的一票否决", "New veto"),
        RuleStart::Deduction => Text::new("新的扣分", "New deduction"),
        RuleStart::Bonus => Text::new("新的加分", "New bonus"),
        RuleStart::CapGrade => Text::new("新的等次限制", "New cap of the grade"),
    }
}

/// What a new rule does, for the menu.
pub fn start(lang: Lang, start: RuleStart) -> &'static str {
    match (lang, start) {
        (Lang::Zh, RuleStart::Veto) => "一票否决：指标超过阈值",
        (Lang::Zh, RuleStart::Deduction) => "扣分：按次扣，设上限",
        (Lang::Zh, RuleStart::Bonus) => "加分：按次加，设上限",
        (Lang::Zh, RuleStart::CapGrade) => "限制等次",
        (Lang::En, RuleStart::Veto) => "Veto: an indicator passes a threshold",
        (Lang::En, RuleStart::Deduction) => "Deduction: for each event, up to a limit",
        (Lang::En, RuleStart::Bonus) => "Bonus: for each event, up to a limit",
        (Lang::En, RuleStart::CapGrade) => "Cap of the grade",
    }
}

/// A comparison as its sign.
pub fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Below => "<",
        Comparison::AtMost => "≤",
        Comparison::Equal => "=",
        Comparison::NotEqual => "≠",
        Comparison::AtLeast => "≥",
        Comparison::Above => ">",
    }
}
