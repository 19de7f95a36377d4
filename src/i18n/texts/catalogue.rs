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
        marked_unit: "突出单位" | "Marked unit",
        none: "无" | "None",
        other_year: "对照年度" | "Compared year",
        criterion: "评分项" | "Criterion",
        total: "总分" | "Total",
        scheme: "对照方案" | "Compared scheme",
        years: "年度" | "Years",
        trend: "趋势" | "Trend",
        approval: "审批时限" | "Approval times",
        from_year: "起始年度" | "From year",
        to_year: "截止年度" | "To year",
        all_years: "全部年度" | "All years",
        span_hint: "也可在图上横向拖选年度" | "or drag across the chart",
        ranking: "排名" | "Ranking",
        ranking_answers: "谁在前，分从哪里来" | "Who leads, and with which marks",
        distribution: "得分分布" | "Distribution",
        distribution_answers: "得分集中在哪里，各等次多少" | "Where scores lie, how many of each grade",
        waterfall: "失分构成" | "Where marks were lost",
        waterfall_answers: "一个单位的分丢在哪里" | "From full marks to a unit's score",
        heat_map: "热力图" | "Heat map",
        heat_map_answers: "哪些单位在哪些项上失分" | "Which units lose marks where",
        profile: "单位剖面" | "Profile of a unit",
        profile_answers: "一个单位强在哪、弱在哪" | "Where a unit is strong, where weak",
        slope: "名次变化" | "Change of places",
        slope_answers: "两个年度或两个方案，谁升谁降" | "Two years or schemes: who rose, who fell",
        bump: "历年名次" | "Places over the years",
        bump_answers: "名次多年来怎样变化" | "How places moved over the years",
    }
}

/// A year as it is chosen.
pub fn year(lang: Lang, year: crate::domain::Year) -> String {
    match lang {
        Lang::Zh => format!("{year} 年"),
        Lang::En => year.to_string(),
    }
}
