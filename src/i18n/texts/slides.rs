//! Texts of saved slides: what a deck says of its own accord, around the sentences that its maker wrote.

use crate::domain::Year;
use crate::i18n::Lang;

texts! {
    /// Texts of saved slides.
    pub fn slides -> SlidesTexts {
        headline_in_full: "完整标题：" | "Headline in full: ",
        names_in_full: "图中缩短的名称：" | "Names that the chart shortens:",
        nothing_to_draw: "没有可以画的数据：没有类别，或者所有数值都缺失。" | "There is nothing to draw: there are no categories, or every value is missing.",
        no_rows: "表中没有内容。" | "The table is empty.",
        no_points: "本页没有写入要点。" | "No points were written for this slide.",
        no_picture: "这幅图没有生成，或者图片文件不完整。" | "This picture was not made, or its file is damaged.",
        untitled: "（未写标题）" | "(no headline)",
        without_name: "（未命名）" | "(no name)",
        layout_cover: "封面" | "Cover",
        layout_finding: "一页一个结论" | "One finding",
        prompt_title: "用一句话写出结论" | "State the finding in one sentence",
        prompt_subtitle: "量的是什么、谁的、计量单位" | "What is measured, of whom, in which measure",
        prompt_body: "图表或要点" | "Chart or points",
        prompt_source: "出处" | "Source",
        prompt_byline: "单位和日期" | "Who and when",
        name_title: "标题" | "Title",
        name_subtitle: "副标题" | "Subtitle",
        name_body: "正文" | "Body",
        name_source: "出处" | "Source",
        name_number: "页码" | "Slide number",
        name_notes: "备注" | "Notes",
        name_chart: "图表" | "Chart",
        name_picture: "图片" | "Picture",
        name_table: "表格" | "Table",
        total: "规则之后的总分" | "Total after rules",
        bar: "条形图" | "Bar chart",
        stacked_bar: "堆积条形图" | "Stacked bar chart",
        column: "柱形图" | "Column chart",
        stacked_column: "堆积柱形图" | "Stacked column chart",
        line: "折线图" | "Line chart",
        scatter: "散点图" | "Scatter chart",
        radar: "雷达图" | "Radar chart",
    }
}

/// "（1/3）" after the headline of a finding that goes on over several slides.
pub fn part_of(lang: Lang, part: usize, parts: usize) -> String {
    match lang {
        Lang::Zh => format!("（{part}/{parts}）"),
        Lang::En => format!(" ({part}/{parts})"),
    }
}

/// Says that the slide names only the first of many series, or none.
pub fn unnamed_series(lang: Lang, named: usize, series: usize) -> String {
    match (lang, named) {
        (Lang::Zh, 0) => format!("共 {series} 个系列，名称见图表数据。"),
        (Lang::En, 0) => format!("{series} series; their names are in the chart's data."),
        (Lang::Zh, _) => format!("共 {series} 个系列，图上只标出前 {named} 个的名称，其余见图表数据。"),
        (Lang::En, _) => {
            format!("{series} series; the first {named} are named here, the others in the chart's data.")
        }
    }
}

/// What an alt text made from the numbers says.
#[derive(Clone, Copy, Debug)]
pub struct AltFacts<'a> {
    /// The kind of chart, as [`SlidesTexts`] names it.
    pub kind: &'a str,
    /// How many series.
    pub series: usize,
    /// How many categories.
    pub categories: usize,
    /// The first and the last category.
    pub ends: (&'a str, &'a str),
    /// The smallest value with its category, printed.
    pub least: (&'a str, &'a str),
    /// The largest value with its category, printed.
    pub most: (&'a str, &'a str),
    /// How many values are missing.
    pub missing: usize,
}

/// An alt text of a chart, made from its numbers.
pub fn alt_text(lang: Lang, facts: &AltFacts) -> String {
    let AltFacts { kind, series, categories, ends, least, most, missing } = facts;
    match lang {
        Lang::Zh => {
            let gaps = if *missing > 0 { format!("缺 {missing} 个数值。") } else { String::new() };
            format!(
                "{kind}，{series} 个系列、{categories} 个类别（{} 至 {}）。最高 {}（{}），最低 {}（{}）。{gaps}",
                ends.0, ends.1, most.1, most.0, least.1, least.0
            )
        }
        Lang::En => {
            let gaps = if *missing > 0 { format!(" Missing values: {missing}.") } else { String::new() };
            format!(
                "{kind}: {series} series over {categories} categories ({} to {}). Highest {} ({}), lowest {} ({}).{gaps}",
                ends.0, ends.1, most.1, most.0, least.1, least.0
            )
        }
    }
}

/// What the headline of a ranking says.
#[derive(Clone, Debug)]
pub struct RankingFacts<'a> {
    /// Who is ranked: a class, or the whole data set.
    pub group: &'a str,
    /// The first one's name and total; `None` where nobody is ranked.
    pub first: Option<(String, String)>,
    /// The last one's.
    pub last: Option<(String, String)>,
    /// How many are vetoed.
    pub vetoed: usize,
}

/// 政府部门：公安局 86.5 分居首，统计局 75.2 分居末；2 个单位被一票否决.
pub fn ranking_headline(lang: Lang, facts: &RankingFacts) -> String {
    let RankingFacts { group, first, last, vetoed } = facts;
    let ends = match (lang, first, last) {
        (Lang::Zh, Some((first, most)), Some((last, _))) if first == last => format!("{first} {most} 分"),
        (Lang::En, Some((first, most)), Some((last, _))) if first == last => format!("{first} has {most}"),
        (Lang::Zh, Some((first, most)), Some((last, least))) => {
            format!("{first} {most} 分居首，{last} {least} 分居末")
        }
        (Lang::En, Some((first, most)), Some((last, least))) => {
            format!("{first} leads with {most}, {last} is last with {least}")
        }
        (Lang::Zh, ..) => "没有单位参加排名".to_string(),
        (Lang::En, ..) => "no unit is ranked".to_string(),
    };
    match (lang, vetoed) {
        (Lang::Zh, 0) => format!("{group}：{ends}"),
        (Lang::En, 0) => format!("{group}: {ends}"),
        (Lang::Zh, _) => format!("{group}：{ends}；{vetoed} 个单位被一票否决"),
        (Lang::En, _) => format!("{group}: {ends}; vetoed: {vetoed}"),
    }
}

/// How the bars of a ranking are to be read.
pub fn ranking_subtitle(lang: Lang, year: Year, full: &str) -> String {
    match lang {
        Lang::Zh => format!("{year} 年度，满分 {full}；各段为一级评分项得分，末端数字为规则之后的总分"),
        Lang::En => format!(
            "{year}, full marks {full}; parts are first-level criteria, the number is the total after rules"
        ),
    }
}

/// The name of a vetoed unit beside its bar.
pub fn vetoed_name(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("否决 {name}"),
        Lang::En => format!("Vetoed: {name}"),
    }
}
