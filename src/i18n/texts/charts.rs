//! Texts of charts: titles that state a finding, subtitles, feet, alt texts, table twins, and the controls around them.

use std::cmp::Ordering;

use crate::{domain::Year, i18n::Lang};

texts! {
    /// Texts of charts.
    pub fn charts -> ChartTexts {
        unit: "单位" | "Unit",
        year: "年度" | "Year",
        remarks: "说明" | "Remarks",
        median: "中位数" | "median",
        highest: "最高" | "highest",
        lowest: "最低" | "lowest",
        gaps: "空缺年度无数据" | "No data where the line stops",
        dashes: "虚线两端口径不同" | "A dashed line joins different counts",
        veto_sign: "红色圆圈为被一票否决年度" | "A red ring marks a veto",
        vetoed: "一票否决" | "Vetoed",
        apart: "口径与其他年度不同" | "Not the same count as in other years",
        invented: "虚构数据" | "Invented figures",
        invented_foot: "虚构数据，仅供试用" | "Invented figures, for trying things only",
        reprint: "转载" | "Reprint",
        score: "得分" | "Score",
        approval: "审批时限" | "Approval times",
        no_approval: "没有审批时限的数据" | "There is no data on approval times",
        days: "天" | "days",
        actual_days: "实际办理用时累计" | "Actual time, all items",
        each_latest: "各取最近公布年度" | "Each in its latest published year",
        counted: "统计内容" | "What is counted",
        before: "压减前" | "Before",
        after: "压减后" | "After",
        actual: "实际用时" | "Actual time",
        statutory_limit: "法定时限" | "Statutory limit",
        promised_limit: "承诺时限" | "Promised limit",
        statutory_short: "法定" | "Statutory",
        promised_short: "承诺" | "Promised",
        actual_short: "实际" | "Actual",
        before_short: "改革前" | "Before",
        after_short: "改革后" | "After",
        days_cut: "压减天数" | "Days cut",
        share_cut: "压减幅度" | "Cut",
        change: "增减" | "change",
        source: "出处" | "Source",
        not_given: "未给出" | "not given",
        report_gives_none: "报告未给出" | "Not given by the report",
        only_percent: "只公布幅度" | "only the percentage is published",
        table: "数据表" | "Table",
        save_csv: "存为 CSV" | "Save as CSV",
        keys: "方向键逐点查看" | "Arrow keys walk the marks",
        app: "法衡" | "Faheng",
    }
}

/// A change over the years, in words.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// Whose.
    pub unit: &'a str,
    /// Of what.
    pub measured: &'a str,
    /// From when to when.
    pub years: &'a str,
    /// The value before.
    pub before: &'a str,
    /// The value after.
    pub after: &'a str,
    /// The difference, without sign.
    pub by: &'a str,
    /// Which way it went.
    pub direction: Ordering,
}

/// 山东省败诉率 2018–2022：16.4% → 6.88%，下降 9.52 个百分点.
pub fn change_of_one(lang: Lang, told: &Change) -> String {
    let Change { unit, measured, years, before, after, by, direction } = *told;
    match (lang, direction) {
        (Lang::Zh, Ordering::Equal) => format!("{unit}{measured} {years}：{before}，持平"),
        (Lang::Zh, Ordering::Less) => {
            format!("{unit}{measured} {years}：{before} → {after}，下降 {by}")
        }
        (Lang::Zh, Ordering::Greater) => {
            format!("{unit}{measured} {years}：{before} → {after}，上升 {by}")
        }
        (Lang::En, Ordering::Equal) => format!("{unit}: {measured} unchanged at {before} ({years})"),
        (Lang::En, Ordering::Less) => {
            format!("{unit}: {measured} {before} → {after}, down {by} ({years})")
        }
        (Lang::En, Ordering::Greater) => {
            format!("{unit}: {measured} {before} → {after}, up {by} ({years})")
        }
    }
}

/// 山东省败诉率降幅最大：16.4% → 6.88%，下降 9.52 个百分点（2018–2022）.
pub fn largest_change(lang: Lang, told: &Change) -> String {
    let Change { unit, measured, years, before, after, by, direction } = *told;
    match (lang, direction) {
        (Lang::Zh, Ordering::Equal) => format!("{measured}：各单位均无变化"),
        (Lang::Zh, Ordering::Less) => {
            format!("{unit}{measured}降幅最大：{before} → {after}，下降 {by}（{years}）")
        }
        (Lang::Zh, Ordering::Greater) => {
            format!("{unit}{measured}升幅最大：{before} → {after}，上升 {by}（{years}）")
        }
        (Lang::En, Ordering::Equal) => format!("{measured}: no unit changed"),
        (Lang::En, Ordering::Less) => {
            format!("{measured}: {unit} fell most, {before} → {after}, down {by} ({years})")
        }
        (Lang::En, Ordering::Greater) => {
            format!("{measured}: {unit} rose most, {before} → {after}, up {by} ({years})")
        }
    }
}

/// A unit's figures where no change can be stated.
pub fn measured_of(lang: Lang, unit: &str, measured: &str, years: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}{measured} {years}"),
        Lang::En => format!("{unit}, {measured}, {years}"),
    }
}

/// Several units' figures where no change can be stated.
pub fn measured_in(lang: Lang, measured: &str, years: &str) -> String {
    match lang {
        Lang::Zh => format!("{measured} {years}"),
        Lang::En => format!("{measured}, {years}"),
    }
}

/// 2018–2022, or 2019.
pub fn years(_: Lang, first: Year, last: Year) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// 2018–2022 年.
pub fn of_years(lang: Lang, first: Year, last: Year) -> String {
    match lang {
        Lang::Zh => format!("{} 年", years(lang, first, last)),
        Lang::En => years(lang, first, last),
    }
}

/// What is measured, with its measure: 行政机关败诉率（%）.
pub fn what_in(lang: Lang, measured: &str, measure: &str) -> String {
    match lang {
        _ if measure.is_empty() => measured.to_owned(),
        Lang::Zh => format!("{measured}（{measure}）"),
        Lang::En => format!("{measured} ({measure})"),
    }
}

/// 9.52 个百分点.
pub fn percentage_points(lang: Lang, points: &str) -> String {
    match lang {
        Lang::Zh => format!("{points} 个百分点"),
        Lang::En if points == "1" => "1 percentage point".to_owned(),
        Lang::En => format!("{points} percentage points"),
    }
}

/// What the band behind the lines is.
pub fn band_of(lang: Lang, class: &str) -> String {
    match lang {
        Lang::Zh => format!("灰带为{class}的最低至最高，灰线为中位数"),
        Lang::En => format!("Grey: range and median of {class}"),
    }
}

/// How many lines are drawn grey.
pub fn in_the_back(lang: Lang, lines: usize) -> String {
    match lang {
        Lang::Zh => format!("其余 {lines} 个单位为灰线"),
        Lang::En => format!("{lines} more in grey"),
    }
}

/// A row of a class: 政府部门中位数.
pub fn of_class(lang: Lang, class: &str, kind: &str) -> String {
    match lang {
        Lang::Zh => format!("{class}{kind}"),
        Lang::En => format!("{class}, {kind}"),
    }
}

/// The name of a break above its shade. `names` may be empty: of all lines.
pub fn break_name(lang: Lang, names: &str) -> String {
    match lang {
        Lang::Zh => format!("{names}口径不同"),
        Lang::En if names.is_empty() => "Counted differently".to_owned(),
        Lang::En => format!("{names}: counted differently"),
    }
}

/// What changed at breaks that begin in these years; `names` may be empty: of all lines.
pub fn break_note(lang: Lang, names: &str, years: &[Year], note: &str) -> String {
    let years: Vec<String> = years.iter().map(Year::to_string).collect();
    let note = note.trim_end_matches(['。', '.']);
    let names = if names.is_empty() { String::new() } else { format!("{names}{}", list_sign(lang)) };
    match lang {
        Lang::Zh => format!("口径不同（{names}{} 年）：{note}", years.join("、")),
        Lang::En => format!("Counted differently ({names}{}): {note}", years.join(", ")),
    }
}

fn list_sign(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}

/// Names beside each other.
pub fn list(lang: Lang, names: &[&str]) -> String {
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// Remarks behind each other, without the full stops that some end with.
pub fn clauses(lang: Lang, parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end_matches(['。', '.'])).collect();
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// Which rules vetoed.
pub fn vetoed_by(lang: Lang, rules: &str) -> String {
    match lang {
        Lang::Zh if rules.is_empty() => "一票否决".to_owned(),
        Lang::Zh => format!("一票否决：{rules}"),
        Lang::En if rules.is_empty() => "vetoed".to_owned(),
        Lang::En => format!("vetoed: {rules}"),
    }
}

/// The same count of another kind beside a value.
pub fn other_count(lang: Lang, count: &str, value: &str) -> String {
    match lang {
        Lang::Zh => format!("另一口径（{count}）为 {value}"),
        Lang::En => format!("another count ({count}): {value}"),
    }
}

/// A mark: 山东省 2022.
pub fn unit_year(lang: Lang, unit: &str, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{unit} {year} 年"),
        Lang::En => format!("{unit}, {year}"),
    }
}

/// A year's remark in a table.
pub fn year_remark(lang: Lang, year: Year, remark: &str) -> String {
    match lang {
        Lang::Zh => format!("{year} 年{remark}"),
        Lang::En => format!("{year}: {remark}"),
    }
}

/// A year's value in an alt text, with its remark, which may be empty.
pub fn year_value(lang: Lang, year: Year, value: &str, remark: &str) -> String {
    match lang {
        Lang::Zh if remark.is_empty() => format!("{year} 年 {value}"),
        Lang::Zh => format!("{year} 年 {value}（{remark}）"),
        Lang::En if remark.is_empty() => format!("{year} {value}"),
        Lang::En => format!("{year} {value} ({remark})"),
    }
}

/// A line in an alt text.
pub fn series_sentence(lang: Lang, name: &str, points: &[String]) -> String {
    match lang {
        Lang::Zh => format!("{name}：{}。", points.join("，")),
        Lang::En => format!("{name}: {}.", points.join(", ")),
    }
}

/// What an alt text leaves to the table.
pub fn more_in_table(lang: Lang, lines: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {lines} 个单位，见数据表。"),
        Lang::En => format!("{lines} more units are in the table."),
    }
}

/// A title as a sentence.
pub fn sentence(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Zh => format!("{title}。"),
        Lang::En => format!("{title}."),
    }
}

/// Sentences behind each other.
pub fn sentences(lang: Lang, sentences: &[String]) -> String {
    sentences.join(match lang {
        Lang::Zh => "",
        Lang::En => " ",
    })
}

/// Why there is no trend.
pub fn no_values(lang: Lang, measured: &str, no_unit: bool) -> String {
    match (lang, no_unit) {
        (Lang::Zh, true) => "未选择单位".to_owned(),
        (Lang::En, true) => "No unit is chosen".to_owned(),
        (Lang::Zh, false) => format!("所选单位没有“{measured}”的数据"),
        (Lang::En, false) => format!("The chosen units have no data on “{measured}”"),
    }
}

/// Where a figure stands: document, section, the figure as printed. The latter two may be empty.
pub fn source(lang: Lang, document: &str, section: &str, printed: &str) -> String {
    let section = if section.is_empty() { String::new() } else { format!(" {section}") };
    match lang {
        _ if printed.is_empty() => format!("{document}{section}"),
        Lang::Zh => format!("{document}{section}，原文“{printed}”"),
        Lang::En => format!("{document}{section}, as printed “{printed}”"),
    }
}

/// The documents of a chart; beyond the third they are counted.
pub fn sources(lang: Lang, names: &[String]) -> String {
    const NAMED: usize = 3;
    let more = names.len().saturating_sub(NAMED);
    let first = &names[..names.len().min(NAMED)];
    match lang {
        Lang::Zh if more > 0 => format!("出处：{}等 {} 份文件", first.join("；"), names.len()),
        Lang::Zh => format!("出处：{}", first.join("；")),
        Lang::En if more > 0 => format!("Sources: {} and {more} more", first.join("; ")),
        Lang::En if names.len() > 1 => format!("Sources: {}", first.join("; ")),
        Lang::En => format!("Source: {}", first.join("; ")),
    }
}

/// A document that is a reprint.
pub fn reprint(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Zh => format!("{title}（{}）", charts(lang).reprint),
        Lang::En => format!("{title} ({})", charts(lang).reprint),
    }
}

/// How scores came about.
pub fn by_scheme(lang: Lang, scheme: &str, full: &str) -> String {
    match lang {
        Lang::Zh => format!("按“{scheme}”由本页计算，满分 {full}"),
        Lang::En => format!("Computed on this page by “{scheme}”, full marks {full}"),
    }
}

/// What a value of another count counts.
pub fn count_name(lang: Lang, count: &str) -> String {
    match lang {
        Lang::Zh => format!("口径：{count}"),
        Lang::En => format!("count: {count}"),
    }
}

/// Why a score is not shown.
pub fn not_rated(lang: Lang, coverage: &str) -> String {
    match lang {
        Lang::Zh => format!("未评，数据完整度 {coverage}"),
        Lang::En => format!("not rated, coverage {coverage}"),
    }
}

/// A difference of scores.
pub fn marks(lang: Lang, marks: &str) -> String {
    match lang {
        Lang::Zh => format!("{marks} 分"),
        Lang::En => format!("{marks} marks"),
    }
}

/// A cut of approval times in days, in words.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'a> {
    /// Whose.
    pub unit: &'a str,
    /// When.
    pub year: Year,
    /// By so many percent, without sign.
    pub percent: &'a str,
    /// From so many days.
    pub before: &'a str,
    /// To so many days.
    pub after: &'a str,
    /// They became shorter.
    pub shorter: bool,
}

/// 巩义市 2019 年审批时限压减 73.2%：31,075 天 → 8,330 天.
pub fn cut_by_days(lang: Lang, told: &Cut) -> String {
    let Cut { unit, year, percent, before, after, shorter } = *told;
    match (lang, shorter) {
        (Lang::Zh, true) => format!("{unit} {year} 年审批时限压减 {percent}：{before} → {after}"),
        (Lang::Zh, false) => format!("{unit} {year} 年审批时限延长 {percent}：{before} → {after}"),
        (Lang::En, true) => format!("{unit} cut approval times by {percent} in {year}: {before} → {after}"),
        (Lang::En, false) => {
            format!("{unit} lengthened approval times by {percent} in {year}: {before} → {after}")
        }
    }
}

/// One unit of which only the percentage is known.
pub fn cut_of(lang: Lang, unit: &str, year: Year, percent: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit} {year} 年审批时限压减 {percent}"),
        Lang::En => format!("{unit} cut approval times by {percent} in {year}"),
    }
}

/// How a unit's cut changed.
pub fn cut_over_years(lang: Lang, unit: &str, years: &str, first: &str, last: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}审批时限压减幅度 {years}：{first} → {last}"),
        Lang::En => format!("{unit}: approval times cut by {first} → {last} ({years})"),
    }
}

/// The largest and the least cut of several, each with unit, percent without sign, and whether it is a cut at all.
pub fn cut_most_least(
    lang: Lang,
    rows: usize,
    most: &(String, String, bool),
    least: &(String, String, bool),
) -> String {
    let ((first, by, shorter), (last, less, also)) = (most, least);
    match (lang, shorter, also) {
        (Lang::Zh, true, true) => {
            format!("{rows} 个单位审批时限：{first}压减最多，{by}；{last}压减最少，{less}")
        }
        (Lang::Zh, true, false) => {
            format!("{rows} 个单位审批时限：{first}压减最多，{by}；{last}反而延长 {less}")
        }
        (Lang::Zh, false, _) => format!("{rows} 个单位审批时限均有延长：{last}最多，{less}"),
        (Lang::En, true, true) => {
            format!("Approval times of {rows} units: {first} cut most, {by}; {last} least, {less}")
        }
        (Lang::En, true, false) => {
            format!("Approval times of {rows} units: {first} cut most, {by}; those of {last} grew by {less}")
        }
        (Lang::En, false, _) => format!("Approval times of {rows} units grew, of {last} most, by {less}"),
    }
}

/// What is compared: 法定审批时限累计与承诺办理时限累计（天）.
pub fn against(lang: Lang, before: &str, after: &str, measure: &str) -> String {
    match lang {
        Lang::Zh => format!("{before}与{after}（{measure}）"),
        Lang::En => format!("{before} and {after} ({measure})"),
    }
}

/// A group of rows: 法定审批时限累计 → 承诺办理时限累计.
pub fn from_to(_: Lang, before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// A group of rows of which only percentages are known.
pub fn only_share(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}（{}）", charts(lang).only_percent),
        Lang::En => format!("{name} ({})", charts(lang).only_percent),
    }
}

/// Whether the cuts computed here are those that the sources state; `differing` names the units where they are not.
pub fn checked_cut(lang: Lang, differing: &str) -> String {
    match lang {
        Lang::Zh if differing.is_empty() => "压减天数与幅度由本页重算，与出处所载一致".to_owned(),
        Lang::Zh => format!("压减天数与幅度由本页重算，{differing}与出处所载不一致"),
        Lang::En if differing.is_empty() => {
            "Cuts are computed on this page and agree with the sources".to_owned()
        }
        Lang::En => {
            format!("Cuts are computed on this page; those of {differing} are not what the source states")
        }
    }
}

/// 巩义市 2019.
pub fn unit_then_year(_: Lang, unit: &str, year: Year) -> String {
    format!("{unit} {year}")
}

/// A value with its name in an alt text.
pub fn named_value(_: Lang, name: &str, value: &str) -> String {
    format!("{name} {value}")
}

/// What an alt text leaves to the table.
pub fn more_rows(lang: Lang, rows: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {rows} 行，见数据表。"),
        Lang::En => format!("{rows} more rows are in the table."),
    }
}

/// The cut below its arrow: −22,745 天（−73.2%）.
pub fn cut_both(lang: Lang, days: &str, measure: &str, share: &str) -> String {
    match lang {
        Lang::Zh => format!("{days} {measure}（{share}）"),
        Lang::En => format!("{days} {measure} ({share})"),
    }
}

/// What a chart of limited room leaves to the table.
pub fn rows_left_out(lang: Lang, rows: usize) -> String {
    match lang {
        Lang::Zh => format!("其余 {rows} 行见数据表"),
        Lang::En => format!("{rows} more rows in the table"),
    }
}

/// One of a unit's figures: 巩义市 2019 年，法定时限.
pub fn named_of(lang: Lang, unit_year: &str, name: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit_year}，{name}"),
        Lang::En => format!("{unit_year}, {name}"),
    }
}
