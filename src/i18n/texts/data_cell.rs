//! Texts of the grid of figures and of correcting one.

use crate::{
    domain::{Text, Year},
    i18n::Lang,
};

texts! {
    /// Texts of the grid of figures.
    pub fn data_cell -> DataCellTexts {
        layout: "排列" | "Layout",
        grid: "表格" | "Grid",
        list: "清单" | "List",
        grid_label: "各单位各项指标的数值；用方向键移动，按回车修改" | "Values by unit and indicator; move with the arrow keys, Enter to change one",
        unit: "单位" | "Unit",
        in_force: "现用数值" | "Value in force",
        imported: "导入值" | "Imported value",
        corrected: "已更正" | "Corrected",
        computed: "由其他指标算得。要修改，请更正其组成指标。" | "Computed from other indicators; correct those instead.",
        source: "出处" | "Source",
        printed: "原文" | "As printed",
        note: "说明" | "Note",
        reason: "更正理由" | "Reason",
        new_value: "更正为" | "Corrected value",
        new_value_hint: "可写 98.5%、1.2万；留空为缺数据" | "98.5% or 12,000 may be written; empty for missing",
        new_source: "新数值的出处" | "Source of the new value",
        save: "更正" | "Correct",
        restore: "恢复导入值" | "Back to the imported value",
        not_a_figure: "无法识别为数值" | "Not a figure",
        reason_needed: "请写明理由" | "Please give a reason",
        missing: "缺数据" | "Missing",
    }
}

/// How many figures of the year are corrected.
pub fn corrected_count(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!(" · 已更正 {count} 处"),
        (Lang::En, 1) => " · 1 corrected".to_owned(),
        (Lang::En, count) => format!(" · {count} corrected"),
    }
}

/// How many units and indicators the grid has.
pub fn counts(lang: Lang, units: usize, indicators: usize) -> String {
    match lang {
        Lang::Zh => format!("{units} 个单位 · {indicators} 项指标"),
        Lang::En => format!("{units} units · {indicators} indicators"),
    }
}

/// A reason with the source of the new value.
pub fn reason_with_source(reason: &str, source: &str) -> Text {
    Text::new(format!("{reason}（出处：{source}）"), format!("{reason} (source: {source})"))
}

/// The title of the document that stands for figures entered by hand.
pub fn by_hand() -> Text {
    Text::new("手工填写", "Entered by hand")
}

/// The step that a correction is.
pub fn step(unit: &Text, indicator: &Text, year: Year, before: (&str, &str), after: (&str, &str)) -> Text {
    let (zh, en) = (Lang::Zh, Lang::En);
    Text::new(
        format!("更正 {} {year} {} {} → {}", zh.pick(unit), zh.pick(indicator), before.0, after.0),
        format!("Correct {} {year} {} {} → {}", en.pick(unit), en.pick(indicator), before.1, after.1),
    )
}
