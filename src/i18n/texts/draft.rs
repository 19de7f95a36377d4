//! Texts of making a scheme from a data set.

use crate::{
    app::draft::{Better, DraftLeaf, Sign},
    domain::Text,
    i18n::{Lang, figure},
};

texts! {
    /// Texts of making a scheme from a data set.
    pub fn draft -> DraftTexts {
        open: "从数据建立方案…" | "Make a scheme from these data…",
        open_title: "每项指标一个评分项，分值平均，0 分线和满分线取自数据范围" | "A criterion for each indicator, equal points, marks from the range of the data",
        heading: "从数据建立方案" | "A scheme from these data",
        hint: "分值平均分配；0 分线和满分线取自全部单位、全部年度的数据范围并取整；方向按名称推断。建立后仍可逐项修改。" | "Points are equal; zero and full marks are the ends of the range over all units and years, rounded; directions are guessed from names. Everything can be changed afterwards.",
        cancel: "取消" | "Cancel",
        make: "建立方案" | "Make the scheme",
        take: "纳入" | "Take",
        indicator: "指标" | "Indicator",
        range: "数据范围" | "Range of the data",
        direction: "方向" | "Direction",
        more: "越多越好" | "More is better",
        less: "越少越好" | "Less is better",
        zero: "0 分线" | "Zero mark",
        full: "满分线" | "Full mark",
        why: "推断依据" | "Because",
        only_doubtful: "只看待核" | "Only to check",
        nothing: "数据集没有任何数值，无法建立方案。" | "The data set has no value, so there is nothing to make a scheme from.",
        none_left: "没有待核的方向。" | "No direction is left to check.",
        yes_no: "是／否" | "yes/no",
    }
}

/// How many criteria there will be, of how many points, and how many directions are to be checked.
pub fn counts(lang: Lang, leaves: usize, groups: usize, doubtful: usize) -> String {
    let each = figure::short(100.0 / leaves.max(1) as f64);
    let mut text = match (lang, groups) {
        (Lang::Zh, 0) => format!("{leaves} 项 · 每项 {each} 分"),
        (Lang::Zh, _) => format!("{groups} 组 {leaves} 项 · 每项 {each} 分"),
        (Lang::En, 0) => format!("{leaves} criteria · {each} points each"),
        (Lang::En, _) => format!("{leaves} criteria in {groups} groups · {each} points each"),
    };
    if doubtful > 0 {
        text.push_str(&match lang {
            Lang::Zh => format!(" · {doubtful} 项方向待核"),
            Lang::En => format!(" · {doubtful} directions to check"),
        });
    }
    text
}

/// How much of the present scheme rests on the data.
pub fn rests_on(lang: Lang, share: f64) -> String {
    let percent = figure::percent(share, 0);
    match lang {
        Lang::Zh if share == 0.0 => "当前方案的评分项都不在这套数据的指标之内。".to_owned(),
        Lang::Zh => format!("当前方案只有 {percent} 的分值能从这套数据取数。"),
        Lang::En if share == 0.0 => {
            "Nothing of the present scheme is among the indicators of these data.".to_owned()
        }
        Lang::En => format!("Only {percent} of the present scheme's points rest on these data."),
    }
}

/// What tells the direction.
pub fn sign(lang: Lang, sign: Sign) -> String {
    match (lang, sign) {
        (Lang::Zh, Sign::Word(word)) => format!("名称含“{word}”"),
        (Lang::En, Sign::Word(word)) => format!("the name has “{word}”"),
        (Lang::Zh, Sign::Words(one, other)) => format!("名称含“{one}”和“{other}”，请核对"),
        (Lang::En, Sign::Words(one, other)) => format!("the name has “{one}” and “{other}”: please check"),
        (Lang::Zh, Sign::Measure) => "按计量单位".to_owned(),
        (Lang::En, Sign::Measure) => "by its measure".to_owned(),
        (Lang::Zh, Sign::Nothing) => "名称看不出，请核对".to_owned(),
        (Lang::En, Sign::Nothing) => "the name does not tell: please check".to_owned(),
        (Lang::Zh, Sign::Chosen) => "人工选定".to_owned(),
        (Lang::En, Sign::Chosen) => "chosen".to_owned(),
    }
}

/// Why a criterion is scored as it is.
pub fn basis(leaf: &DraftLeaf) -> Text {
    let of = |lang: Lang| {
        let texts = draft(lang);
        let way = if leaf.better == Better::More { texts.more } else { texts.less };
        let (low, high) = (figure::grouped_to(leaf.range.0, 4), figure::grouped_to(leaf.range.1, 4));
        let why = sign(lang, leaf.sign);
        match lang {
            Lang::Zh => format!("从数据建立：分值平均；{way}（{why}）；数据范围 {low} 至 {high}，取整"),
            Lang::En => {
                format!("Made from the data: equal points; {way} ({why}); range {low} to {high}, rounded")
            }
        }
    };
    Text::new(of(Lang::Zh), of(Lang::En))
}

/// The name of the scheme.
pub fn scheme_name(data: &Text) -> Text {
    Text::new(format!("{}评分方案", Lang::Zh.pick(data)), format!("Scheme for {}", Lang::En.pick(data)))
}

/// Where the scheme comes from.
pub fn source(data: &Text) -> Text {
    Text::new(
        format!(
            "由数据《{}》建立：分值平均，0 分线和满分线取自数据范围，方向按名称推断，请逐项核对。",
            Lang::Zh.pick(data)
        ),
        format!(
            "Made from the data “{}”: equal points, marks from the range of the data, directions guessed from names; to be checked.",
            Lang::En.pick(data)
        ),
    )
}

/// The grades, best first.
pub fn grades() -> [Text; 4] {
    [("优秀", "Excellent"), ("良好", "Good"), ("合格", "Pass"), ("不合格", "Fail")]
        .map(|(zh, en)| Text::new(zh, en))
}

/// The group of what stands in none.
pub fn others() -> Text {
    Text::new("其他", "Others")
}
