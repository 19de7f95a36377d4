//! Texts of the rules screen.

use crate::{domain::Effect, i18n::Lang};

texts! {
    /// Texts of the rules screen.
    pub fn rules -> RulesTexts {
        heading: "规则" | "Rules",
        switch: "启用" | "In force",
        marks: "分数" | "Marks",
        basis: "依据" | "Basis",
        colon: "：" | ": ",
        hit: "触发" | "Fired",
        proposed: "待确认" | "To be confirmed",
        undecided: "待核（缺数据）" | "Undecided (data is missing)",
        nobody: "本年度没有单位触发" | "No unit this year",
        off: "已停用" | "Off",
        confirm: "确认" | "Confirm",
        withdraw: "撤回确认" | "Withdraw",
        none: "本方案没有规则" | "The scheme has no rules",
        left_aside: "规则目前不计入结果；以下为计入时的情形。" | "Rules do not count at present; this is what they would do.",
        order: "规则按固定次序适用：清零 → 扣分与加分 → 总分限额 → 等次 → 限等次 → 一票否决 → 名次。" | "Rules apply in a fixed order: zeroing → deductions and bonuses → limits of the total → grade → caps of the grade → veto → rank.",
        reset: "方案复位" | "Reset the scheme",
        difference: "规则改变了什么" | "What the rules change",
        no_difference: "规则没有改变任何单位的得分、等次或名次。" | "The rules change no unit's score, grade or rank.",
        unit: "单位" | "Unit",
        without: "不计规则" | "Without",
        with: "计入规则" | "With",
        veto: "一票否决" | "Veto",
        deduction: "扣分" | "Deduction",
        bonus: "加分" | "Bonus",
        total: "总分" | "Total",
        grade: "等次" | "Grade",
        place: "名次" | "Rank",
        zero: "清零" | "Zero",
        note: "记录" | "Note",
    }
}

/// The kind of an effect in a word.
pub fn kind(lang: Lang, effect: &Effect) -> &'static str {
    let texts = rules(lang);
    match effect {
        Effect::ZeroCriterion { .. } => texts.zero,
        Effect::Deduct { .. } => texts.deduction,
        Effect::Bonus { .. } => texts.bonus,
        Effect::MarksByPlace { .. } | Effect::SetTotal { .. } | Effect::CapTotal { .. } => texts.total,
        Effect::SetGrade { .. } | Effect::CapGrade { .. } | Effect::DemoteGrade { .. } => texts.grade,
        Effect::Veto | Effect::StopScoring => texts.veto,
        Effect::DemoteRank { .. } => texts.place,
        Effect::Note { .. } => texts.note,
    }
}

/// How many rules there are, how many are in force, and how many units they veto.
pub fn counts(lang: Lang, on: usize, all: usize, vetoed: usize) -> String {
    match lang {
        Lang::Zh => format!("{all} 条规则，{on} 条启用 · {vetoed} 个单位被否决"),
        Lang::En => format!(
            "{on} of {all} rules in force · {vetoed} {} vetoed",
            if vetoed == 1 { "unit" } else { "units" }
        ),
    }
}

/// The short state behind the rail's entry.
pub fn rail_state(lang: Lang, fired: usize) -> String {
    match lang {
        Lang::Zh => format!("{fired} 项触发"),
        Lang::En => format!("{fired} fired"),
    }
}

/// The name of a threshold's field for a screen reader.
pub fn threshold(lang: Lang, rule: &str) -> String {
    match lang {
        Lang::Zh => format!("{rule}的阈值"),
        Lang::En => format!("Threshold of {rule}"),
    }
}

/// The name of a mark's field for a screen reader.
pub fn marks_of(lang: Lang, rule: &str) -> String {
    match lang {
        Lang::Zh => format!("{rule}的分数"),
        Lang::En => format!("Marks of {rule}"),
    }
}
