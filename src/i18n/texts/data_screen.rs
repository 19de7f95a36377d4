//! Texts of the data screen and of opening and saving files.

use crate::i18n::Lang;

texts! {
    /// Texts of the data screen.
    pub fn data_screen -> DataTexts {
        heading: "观测值" | "Observations",
        unit: "单位" | "Unit",
        all_units: "全部单位" | "All units",
        indicator: "指标" | "Indicator",
        value: "数值" | "Value",
        printed: "原文" | "As printed",
        source: "出处" | "Source",
        reporter: "数据来源" | "Reported by",
        remark: "说明" | "Remarks",
        derived: "算得" | "Computed",
        variant: "其他口径，不计分" | "Another count, not scored",
        disagrees: "原文与算得不一致" | "Stated and computed differ",
        missing: "缺数据" | "Missing",
        show: "显示" | "Show",
        all: "全部" | "All",
        only_missing: "缺数据" | "Missing",
        only_disagreeing: "不一致" | "Disagreeing",
        search: "查找指标" | "Find an indicator",
        nothing_found: "没有符合的观测值" | "No observation matches",
        files: "文件" | "File",
        open: "打开表格、数据或方案…" | "Open a table, data or a scheme…",
        save_data: "保存数据…" | "Save the data…",
        save_scheme: "保存方案…" | "Save the scheme…",
        drop_here: "松开鼠标，打开表格、数据或方案文件" | "Drop to open a table, data or a scheme",
    }
}

/// How many observations are shown, and of how many indicators there are.
pub fn counts(lang: Lang, shown: usize, indicators: usize) -> String {
    match lang {
        Lang::Zh => format!("{shown} 条 · {indicators} 项指标"),
        Lang::En => format!(
            "{shown} {} · {indicators} indicators",
            if shown == 1 { "observation" } else { "observations" }
        ),
    }
}

/// Stated against computed.
pub fn stated_computed(lang: Lang, stated: &str, computed: &str) -> String {
    match lang {
        Lang::Zh => format!("原文 {stated}，算得 {computed}，不一致"),
        Lang::En => format!("States {stated}, computed {computed}: they differ"),
    }
}
