//! Texts of charts of results: the ranking, the distribution of scores, where points were lost.

use crate::{domain::Year, i18n::Lang};

texts! {
    /// Texts of charts of results.
    pub fn result_charts -> ResultChartTexts {
        place: "名次" | "Place",
        total: "总分" | "Total",
        grade: "等次" | "Grade",
        worst: "最低可能" | "Worst case",
        best: "最高可能" | "Best case",
        by_rules: "规则等增减" | "By rules and limits",
        full: "满分" | "Full marks",
        bands_are_dashed: "虚线为等次分数线" | "dashed: where grades begin",
        interval_is_line: "横线为缺失数据全失至全得的总分范围" | "thin line: from worst to best case of missing data",
        taken_is_faded: "变淡部分为规则等扣去" | "faded: taken by rules",
        given_is_green: "末端绿色为规则加上" | "green at the end: given by rules",
        veto_is_struck: "否决单位总分加删除线、列在末尾" | "vetoed units stand last, struck through",
        not_rated: "未评" | "Not rated",
        no_units: "没有可显示的单位" | "There is no unit to show",
    }
}

/// Why there is nothing to draw.
pub fn nothing_scored(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{year} 年没有可以计分的数据"),
        Lang::En => format!("There are no data to score in {year}"),
    }
}

/// The first of each class: 2 类单位各自排名：政府部门公安局 86.5 分居首，乡镇城关镇 80.2 分居首.
pub fn leaders(lang: Lang, leaders: &[(String, String, String)], vetoed: usize) -> String {
    let of = |(class, unit, total): &(String, String, String)| match lang {
        Lang::Zh => format!("{class}以{unit}居首（{total} 分）"),
        Lang::En => format!("{unit} leads {class} with {total}"),
    };
    let said: Vec<String> = leaders.iter().map(of).collect();
    match (lang, vetoed) {
        (Lang::Zh, 0) => said.join("，"),
        (Lang::Zh, _) => format!("{}；{vetoed} 个单位被一票否决", said.join("，")),
        (Lang::En, 0) => said.join(", "),
        (Lang::En, _) => format!("{}; vetoed: {vetoed}", said.join(", ")),
    }
}

/// How the bars of a ranking are to be read, what else is drawn besides.
pub fn ranking_reads(lang: Lang, year: Year, full: &str, besides: &[&str]) -> String {
    let first = match lang {
        Lang::Zh => format!("{year} 年度，全长为满分 {full}，各段为一级评分项得分"),
        Lang::En => format!("{year}; the whole length is full marks, {full}; parts are first-level criteria"),
    };
    let all: Vec<&str> = std::iter::once(first.as_str()).chain(besides.iter().copied()).collect();
    all.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// Units that are left out between two rows.
pub fn units_between(lang: Lang, units: &str) -> String {
    match lang {
        Lang::Zh => format!("中间略去 {units} 个单位"),
        Lang::En => format!("{units} units are left out here"),
    }
}

/// A mark of a criterion: 甲局，依法决策.
pub fn unit_part(lang: Lang, unit: &str, part: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}，{part}"),
        Lang::En => format!("{unit}, {part}"),
    }
}

/// Marks out of those that could be had.
pub fn marks_of(lang: Lang, marks: &str, possible: &str) -> String {
    match lang {
        Lang::Zh => format!("{marks} 分，满 {possible} 分"),
        Lang::En => format!("{marks} of {possible} marks"),
    }
}

/// From the worst to the best case.
pub fn from_to(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::Zh => format!("缺失数据全失至全得为 {low} 至 {high} 分"),
        Lang::En => format!("{low} to {high} in the worst and best case"),
    }
}

/// What rules, limits and earlier years changed.
pub fn changed(lang: Lang, by: &str) -> String {
    match lang {
        Lang::Zh => format!("规则等增减 {by} 分"),
        Lang::En => format!("rules and limits {by}"),
    }
}

/// A unit's line in an alt text: 第 1 名 公安局 86.5 分，良好.
pub fn ranked_unit(lang: Lang, stand: &str, unit: &str, total: &str, grade: &str) -> String {
    let grade = if grade.is_empty() { String::new() } else { format!("{}{grade}", comma(lang)) };
    match lang {
        Lang::Zh => format!("{unit} {total} 分（{stand}{grade}）"),
        Lang::En => format!("{unit} {total} ({stand}{grade})"),
    }
}

fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}
