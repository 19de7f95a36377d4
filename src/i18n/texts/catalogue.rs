//! Texts of the chart screen: the charts that there are and what can be chosen of them.

use crate::i18n::Lang;

texts! {
    /// Texts of the chart screen.
    pub fn catalogue -> CatalogueTexts {
        heading: "图表" | "Charts",
        kinds: "选择图表" | "Choose a chart",
        choices: "图中内容" | "What it shows",
        class: "单位类别" | "Class",
        all_classes: "全部类别" | "All classes",
        unit: "单位" | "Unit",
        other_unit: "对照单位" | "Beside it",
        none: "无" | "None",
        other_year: "对照年度" | "Compared year",
        criterion: "评分项" | "Criterion",
        total: "总分" | "Total",
        scheme: "对照方案" | "Compared scheme",
        ranking: "排名" | "Ranking",
        ranking_answers: "谁在前，分从哪里来" | "Who leads, and with which marks",
        heat_map: "热力图" | "Heat map",
        heat_map_answers: "哪些单位在哪些项上失分" | "Which units lose marks where",
    }
}

/// A year as it is chosen.
pub fn year(lang: Lang, year: crate::domain::Year) -> String {
    match lang {
        Lang::Zh => format!("{year} 年"),
        Lang::En => year.to_string(),
    }
}
