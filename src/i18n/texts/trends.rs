//! Texts of the trend screen and the approval screen.

use crate::i18n::Lang;

texts! {
    /// Texts of the trend screen and the approval screen.
    pub fn trends -> TrendsTexts {
        heading: "趋势" | "Trends",
        approval: "审批时限" | "Approval times",
        measured: "指标" | "Shown",
        score: "得分（按当前方案）" | "Score (by the present scheme)",
        over_years: "有多年数据" | "Over several years",
        in_one_year: "只有一年数据" | "In one year only",
        suggested: "数据最全的" | "The longest",
        none: "清空" | "None",
        one_year: "这份数据只有一个年度，看不出变化。" | "This data has one year only, so nothing changes.",
        show: "显示" | "Show",
        latest: "各单位最近年度" | "Units, each in its latest year",
        over_its_years: "一个单位的历年" | "One unit over its years",
    }
}

/// 5 of 29 units.
pub fn units_chosen(lang: Lang, chosen: usize, all: usize) -> String {
    match lang {
        Lang::Zh => format!("单位（已选 {chosen} / {all}）"),
        Lang::En => format!("Units ({chosen} of {all})"),
    }
}

/// So many years.
pub fn years(lang: Lang, years: usize) -> String {
    match lang {
        Lang::Zh => format!("{years} 年"),
        Lang::En if years == 1 => "1 year".to_owned(),
        Lang::En => format!("{years} years"),
    }
}

/// The button to another data set.
pub fn open_data(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("打开“{name}”"),
        Lang::En => format!("Open “{name}”"),
    }
}

/// The units of a year beside each other.
pub fn units_of_year(lang: Lang, year: u16) -> String {
    match lang {
        Lang::Zh => format!("{year} 年各单位"),
        Lang::En => format!("Units in {year}"),
    }
}
