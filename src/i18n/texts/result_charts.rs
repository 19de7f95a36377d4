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
        dot_is_unit: "每点为一个单位" | "a dot is a unit",
        column_counts: "柱高为单位数" | "columns count units",
        veto_is_ring: "红色圆圈为被一票否决" | "a red ring is a vetoed one",
        veto_is_red: "红色部分为被一票否决" | "red: vetoed ones",
        interval: "分数段" | "Marks",
        unit_count: "单位数" | "Units",
        vetoed_count: "其中被一票否决" | "Vetoed ones",
        units_by_score: "各分数段单位数" | "Units by score",
        final_score: "最后得分" | "Final score",
        lost: "失分" | "Lost",
        given: "加分" | "Given",
        step: "步骤" | "Step",
        change: "增减" | "Change",
        after: "之后总分" | "Total after it",
        got: "得分" | "Marks",
        possible: "满分值" | "Possible",
        base: "底" | "Base",
        missing_and_method: "数据缺失与合计方式" | "Missing data and the way marks combine",
        limit: "总分限于零至满分" | "Kept within full marks",
        earlier_years: "与往年合并" | "Combined with earlier years",
        rounding: "取整" | "Rounding",
        no_loss: "各项均为满分" | "no marks are lost",
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

/// 优秀 3 个.
pub fn units_of_grade(lang: Lang, grade: &str, units: &str) -> String {
    match lang {
        Lang::Zh => format!("{grade} {units} 个"),
        Lang::En => format!("{grade} {units}"),
    }
}

/// 政府部门 22 个单位得分中位数 78.4 分：优秀 3 个、良好 7 个.
pub fn median_and_grades(lang: Lang, of: &str, units: &str, median: &str, grades: &[String]) -> String {
    let first = match lang {
        Lang::Zh => format!("{of}{units} 个单位得分中位数 {median} 分").trim_start().to_owned(),
        Lang::En if of.is_empty() => format!("The median of {units} units is {median} marks"),
        Lang::En => format!("{of}: the median of {units} units is {median} marks"),
    };
    match lang {
        _ if grades.is_empty() => first,
        Lang::Zh => format!("{first}：{}", grades.join("、")),
        Lang::En => format!("{first}; {}", grades.join(", ")),
    }
}

/// How a distribution is to be read.
pub fn scores_of(lang: Lang, year: Year, full: &str, besides: &[&str]) -> String {
    match lang {
        Lang::Zh => format!("{year} 年度得分，满分 {full}；{}", besides.join("；")),
        Lang::En => format!("Scores of {year}, full marks {full}; {}", besides.join("; ")),
    }
}

/// Units without a score.
pub fn units_not_rated(lang: Lang, units: usize) -> String {
    match lang {
        Lang::Zh => format!("{units} 个单位未评，不在图中"),
        Lang::En => format!("{units} not rated and not shown"),
    }
}

/// So many units.
pub fn units(lang: Lang, units: &str) -> String {
    match lang {
        Lang::Zh => format!("{units} 个单位"),
        Lang::En if units == "1" => "1 unit".to_owned(),
        Lang::En => format!("{units} units"),
    }
}

/// So many of them are vetoed.
pub fn of_them_vetoed(lang: Lang, units: usize) -> String {
    match lang {
        Lang::Zh => format!("其中 {units} 个被一票否决"),
        Lang::En => format!("{units} of them vetoed"),
    }
}

/// The ends of scores.
pub fn lowest_and_highest(lang: Lang, low: &str, high: &str) -> String {
    match lang {
        Lang::Zh => format!("最低 {low} 分，最高 {high} 分"),
        Lang::En => format!("The lowest is {low}, the highest {high}"),
    }
}

/// The median beside its line.
pub fn median(lang: Lang, median: &str) -> String {
    match lang {
        Lang::Zh => format!("中位数 {median}"),
        Lang::En => format!("median {median}"),
    }
}

/// A unit without a score.
pub fn unit_not_scored(lang: Lang, unit: &str, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{unit} {year} 年没有得分"),
        Lang::En => format!("{unit} has no score in {year}"),
    }
}

/// How the steps are to be read.
pub fn steps_read(lang: Lang, year: Year, full: &str) -> String {
    match lang {
        Lang::Zh => format!("{year} 年度，自满分 {full} 起逐项扣减至最后得分；右列为得分 / 满分值"),
        Lang::En => {
            format!("{year}, from full marks, {full}, down to the final score; right: marks / possible")
        }
    }
}

/// 公安局 75.0 分：失分最多在“行政执法”（7.2 分），规则扣 2.0 分.
pub fn lost_most(
    lang: Lang,
    unit: &str,
    total: &str,
    largest: Option<(&str, String)>,
    by_rules: Option<(String, bool)>,
    vetoed: bool,
) -> String {
    let mut parts = Vec::new();
    parts.extend(largest.map(|(name, marks)| match lang {
        Lang::Zh => format!("失分最多在“{name}”（{marks} 分）"),
        Lang::En => format!("most marks lost in “{name}” ({marks})"),
    }));
    parts.extend(by_rules.map(|(marks, taken)| match (lang, taken) {
        (Lang::Zh, true) => format!("规则扣 {marks} 分"),
        (Lang::Zh, false) => format!("规则加 {marks} 分"),
        (Lang::En, true) => format!("rules took {marks}"),
        (Lang::En, false) => format!("rules gave {marks}"),
    }));
    if parts.is_empty() {
        parts.push(result_charts(lang).no_loss.to_owned());
    }
    parts.extend(vetoed.then(|| match lang {
        Lang::Zh => "被一票否决".to_owned(),
        Lang::En => "vetoed".to_owned(),
    }));
    match lang {
        Lang::Zh => format!("{unit} {total} 分：{}", parts.join("，")),
        Lang::En => format!("{unit}, {total} marks: {}", parts.join(", ")),
    }
}

/// The total after a step.
pub fn then(lang: Lang, total: &str) -> String {
    match lang {
        Lang::Zh => format!("之后为 {total} 分"),
        Lang::En => format!("then {total}"),
    }
}
