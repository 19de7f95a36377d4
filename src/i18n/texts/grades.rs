//! Texts of the grades of a scheme: their bands over the scores of the year.

use crate::i18n::{Lang, figure};

texts! {
    /// Texts of the grades of a scheme.
    pub fn grades -> GradesTexts {
        heading: "等次与分数线" | "Grades and bands",
        scores: "本年度得分与各等次分数线" | "Scores of the year and where grades begin",
        hint: "拖动分数线的圆点，或用方向键移动；每个点是一个单位，空心带杠的已被一票否决。" | "Pull the dot of a band, or move it with the arrow keys. Each point is a unit; barred rings are vetoed.",
        hint_many: "拖动分数线的圆点，或用方向键移动；柱高为单位数。" | "Pull the dot of a band, or move it with the arrow keys. Columns count units.",
        nothing: "本年度没有得分。" | "There are no scores in this year.",
        name_zh: "中文名称" | "Chinese name",
        name_en: "英文名称" | "English name",
        from: "分数线" | "From",
        below: "低于以上分数线" | "Below all of these",
        add: "在其下新增等次" | "Add below",
        remove: "删除" | "Remove",
        no_grades: "本方案不定等次。" | "This scheme gives no grades.",
    }
}

/// 6 个单位.
pub fn units(lang: Lang, count: usize) -> String {
    let count_written = figure::grouped(count as f64);
    match lang {
        Lang::Zh => format!("{count_written} 个单位"),
        Lang::En if count == 1 => "1 unit".to_owned(),
        Lang::En => format!("{count_written} units"),
    }
}

/// A band for a screen reader: 良好：80 分起，6 个单位.
pub fn band(lang: Lang, grade: &str, from: f64, count: usize) -> String {
    let (from, units) = (figure::short(from), units(lang, count));
    match lang {
        Lang::Zh => format!("{grade}：{from} 分起，{units}"),
        Lang::En => format!("{grade}: from {from} marks on, {units}"),
    }
}
