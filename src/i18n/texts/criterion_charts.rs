//! Texts of charts by criterion: the heat map and the profile of a unit.

use crate::{
    domain::Year,
    i18n::{Lang, texts::charts},
};

texts! {
    /// Texts of charts by criterion.
    pub fn criterion_charts -> CriterionChartTexts {
        no_criteria: "方案没有计入总分的一级评分项" | "The scheme has no first-level criterion that counts",
        no_units: "没有可显示的单位" | "There is no unit to show",
        share_of_full: "各一级评分项得分率（得分占满分的比例）" | "Share of full marks earned in each first-level criterion",
        deeper_is_more: "颜色越深，得分率越高" | "The deeper the colour, the larger the share",
        hatched: "斜线为数据缺失" | "Hatched: data missing",
        blank: "空白为不适用" | "Blank: not applicable",
        not_rated: "未评" | "Not rated",
        missing: "数据缺失" | "data missing",
        not_asked: "不适用" | "not applicable",
        standing: "名次" | "Place",
        total: "总分" | "Total",
        criterion: "评分项" | "Criterion",
        share: "得分率" | "Share of full marks",
        against_median: "与中位数相差" | "Against the median",
        radar_reads: "实线为本单位，虚线为中位数" | "Solid: the unit; dashed: the median",
        dots_read: "灰条为最低至最高，竖线为中位数" | "Grey bar: lowest to highest; tick: median",
    }
}

/// Of whom a heat map speaks.
#[derive(Clone, Copy, Debug)]
pub enum Whom<'a> {
    /// One unit.
    One(&'a str),
    /// So many units.
    Units(usize),
}

/// The title where nothing stands out.
pub fn shares_of_year(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{year} 年各单位一级评分项得分率"),
        Lang::En => format!("Share of full marks by first-level criterion, {year}"),
    }
}

/// Why there is nothing to draw.
pub fn no_shares(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{year} 年没有可以计分的数据"),
        Lang::En => format!("There are no data to score in {year}"),
    }
}

/// All criteria are alike.
pub fn criteria_alike(lang: Lang, year: Year, whom: Whom, share: &str) -> String {
    match (lang, whom) {
        (Lang::Zh, Whom::One(unit)) => format!("{unit} {year} 年各评分项得分率均为 {share}"),
        (Lang::Zh, Whom::Units(units)) => format!("{year} 年 {units} 个单位各评分项得分率中位数均为 {share}"),
        (Lang::En, Whom::One(unit)) => {
            format!("{unit} earned {share} of full marks in every criterion, {year}")
        }
        (Lang::En, Whom::Units(units)) => {
            format!("The median of {units} units is {share} of full marks in every criterion, {year}")
        }
    }
}

/// 2019 年 22 个单位“信息公开”得分率最低，中位数 41.2%；“组织领导”最高，83.0%. Name and share of each.
pub fn weakest_and_strongest(
    lang: Lang,
    year: Year,
    whom: Whom,
    (weakest, low): (&str, String),
    (strongest, high): (&str, String),
) -> String {
    match (lang, whom) {
        (Lang::Zh, Whom::One(unit)) => {
            format!("{unit} {year} 年“{weakest}”得分率最低，{low}；“{strongest}”最高，{high}")
        }
        (Lang::Zh, Whom::Units(units)) => {
            format!("{year} 年 {units} 个单位“{weakest}”得分率最低，中位数 {low}；“{strongest}”最高，{high}")
        }
        (Lang::En, Whom::One(unit)) => {
            format!(
                "{unit}, {year}: weakest in “{weakest}” with {low}, strongest in “{strongest}” with {high}"
            )
        }
        (Lang::En, Whom::Units(units)) => format!(
            "{units} units, {year}: weakest in “{weakest}” with a median of {low}, strongest in “{strongest}” with {high}"
        ),
    }
}

/// What a chart leaves out.
pub fn units_left_out(lang: Lang, units: usize) -> String {
    match lang {
        Lang::Zh => format!("另有 {units} 个单位未列出"),
        Lang::En => format!("{units} more units are not shown"),
    }
}

/// A column's number and its name.
pub fn numbered(number: usize, name: &str) -> String {
    format!("{number} {name}")
}

/// A criterion's median, least and most.
pub fn criterion_spread(lang: Lang, name: &str, [median, low, high]: &[String; 3]) -> String {
    match lang {
        Lang::Zh => format!("{name}：中位数 {median}（{low} 至 {high}）"),
        Lang::En => format!("{name}: median {median} ({low} to {high})"),
    }
}

/// Who is vetoed.
pub fn vetoed_are(lang: Lang, names: &str) -> String {
    match lang {
        Lang::Zh => format!("被一票否决：{names}。"),
        Lang::En => format!("Vetoed: {names}."),
    }
}

/// How many cells are missing.
pub fn cells_missing(lang: Lang, cells: usize) -> String {
    match lang {
        Lang::Zh => format!("{cells} 格数据缺失。"),
        Lang::En if cells == 1 => "Data are missing in 1 cell.".to_owned(),
        Lang::En => format!("Data are missing in {cells} cells."),
    }
}

/// A difference of a profile: with a criterion and percentage points, without sign.
#[derive(Clone, Copy, Debug)]
pub struct Apart<'a> {
    /// Which criterion.
    pub criterion: &'a str,
    /// How far from the median, in percentage points without sign.
    pub points: &'a str,
}

/// 财政局 2019 年强在“组织领导”（高于中位数 12.3 个百分点），弱在“信息公开”（低 20.1 个百分点）.
pub fn strong_and_weak(lang: Lang, unit: &str, year: Year, strong: Apart, weak: Apart) -> String {
    let (above, below) =
        (charts::percentage_points(lang, strong.points), charts::percentage_points(lang, weak.points));
    let (strong, weak) = (strong.criterion, weak.criterion);
    match lang {
        Lang::Zh => {
            format!("{unit} {year} 年强在“{strong}”（高于中位数 {above}），弱在“{weak}”（低 {below}）")
        }
        Lang::En => {
            format!(
                "{unit}, {year}: strong in “{strong}”, {above} above the median; weak in “{weak}”, {below} below"
            )
        }
    }
}

/// No criterion is below the median.
pub fn nowhere_below(lang: Lang, unit: &str, year: Year, most: Apart) -> String {
    let above = charts::percentage_points(lang, most.points);
    let most = most.criterion;
    match lang {
        Lang::Zh => format!("{unit} {year} 年各项均不低于中位数，“{most}”高出最多，{above}"),
        Lang::En => format!("{unit}, {year}: nowhere below the median, most above it in “{most}” by {above}"),
    }
}

/// No criterion is above the median.
pub fn nowhere_above(lang: Lang, unit: &str, year: Year, most: Apart) -> String {
    let below = charts::percentage_points(lang, most.points);
    let most = most.criterion;
    match lang {
        Lang::Zh => format!("{unit} {year} 年各项均不高于中位数，“{most}”相差最多，{below}"),
        Lang::En => format!("{unit}, {year}: nowhere above the median, most below it in “{most}” by {below}"),
    }
}

/// Every criterion equals the median.
pub fn all_at_median(lang: Lang, unit: &str, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{unit} {year} 年各项得分率均与中位数相同"),
        Lang::En => format!("{unit}, {year}: at the median in every criterion"),
    }
}

/// A unit without data.
pub fn no_profile(lang: Lang, unit: &str, year: Year) -> String {
    match lang {
        Lang::Zh => format!("{unit} {year} 年没有可以计分的数据"),
        Lang::En => format!("{unit} has no data to score in {year}"),
    }
}

/// Whose median and range: 行政执法部门 16 个单位.
pub fn among(lang: Lang, class: &str, units: usize) -> String {
    match lang {
        Lang::Zh if class.is_empty() => format!("参照全部 {units} 个单位"),
        Lang::Zh => format!("参照{class} {units} 个单位"),
        Lang::En if class.is_empty() => format!("Compared with all {units} units"),
        Lang::En => format!("Compared with {units} units: {class}"),
    }
}

/// A criterion's share with the median beside it, in an alt text.
pub fn share_and_median(lang: Lang, criterion: &str, share: &str, median: Option<&str>) -> String {
    match (lang, median) {
        (Lang::Zh, Some(median)) => format!("{criterion} {share}（中位数 {median}）"),
        (Lang::En, Some(median)) => format!("{criterion} {share} (median {median})"),
        (_, None) => format!("{criterion} {share}"),
    }
}

/// Why a mark is where it is: the class beside it.
pub fn class_spread(lang: Lang, [median, low, high]: &[String; 3]) -> String {
    match lang {
        Lang::Zh => format!("中位数 {median}，{low} 至 {high}"),
        Lang::En => format!("median {median}, {low} to {high}"),
    }
}

/// A total and a place in words: 总分 81.2，第 3 名.
pub fn total_and_place(lang: Lang, total: &str, stand: &str) -> String {
    let name = criterion_charts(lang).total;
    match lang {
        Lang::Zh => format!("{name} {total}，{stand}"),
        Lang::En => format!("{name} {total}, {stand}"),
    }
}
