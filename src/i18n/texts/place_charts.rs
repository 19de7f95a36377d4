//! Texts of charts of places: the slope graph of two years or variants, and places over the years.

use crate::i18n::Lang;

texts! {
    /// Texts of charts of places.
    pub fn place_charts -> PlaceChartTexts {
        not_rated: "未评" | "not rated",
        absent: "未参评" | "not assessed",
        nothing_to_compare: "没有可以对照的年度，请选择对照方案" | "There is no other year to compare with: choose a scheme",
        bump: "历年名次" | "Places over the years",
        no_places: "没有可显示的名次" | "There is no place to show",
        arrows: "▲ 上升，▼ 下降的位数" | "▲ rose, ▼ fell by so many places",
        vetoed_below: "被一票否决的列在最下" | "Vetoed units stand at the bottom",
        not_rated_below: "未评的列在名次之下" | "Units not rated stand below the places",
        class: "类别" | "Class",
        place: "名次" | "place",
        place_axis: "名次" | "Place",
        places_all: "全部单位的名次" | "Places among all units",
        vetoed_lane: "红色圆圈为被一票否决年度，不列名次" | "A red ring marks a veto, without a place",
        gaps: "空缺年度未评或无数据" | "No line: not rated or no data",
        others_grey: "其余单位为灰线" | "The others in grey",
        risen: "上升位数" | "Places risen",
    }
}

/// 第 3 名.
pub fn place(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {place} 名"),
        Lang::En => format!("place {place}"),
    }
}

/// How one of two came about.
pub fn method_of(lang: Lang, name: &str, method: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}：{method}"),
        Lang::En => format!("{name}: {method}"),
    }
}

/// The title where no unit is ranked on both sides.
pub fn places_of(lang: Lang, before: &str, after: &str) -> String {
    match lang {
        Lang::Zh => format!("{before} → {after}：没有两边都有名次的单位"),
        Lang::En => format!("{before} → {after}: no unit is ranked on both sides"),
    }
}

/// The title where no unit moved.
pub fn none_moved(lang: Lang, before: &str, after: &str, units: usize) -> String {
    match lang {
        Lang::Zh => format!("{before} → {after}：{units} 个单位名次均未变"),
        Lang::En => format!("{before} → {after}: the places of all {units} units are unchanged"),
    }
}

/// 2018 → 2019：12 个单位上升，8 个下降；财政局升 5 位最多，教育局降 6 位最多. Names with places, without sign.
pub fn moved(
    lang: Lang,
    (before, after): (&str, &str),
    (up, down): (usize, usize),
    most_up: Option<(&str, String)>,
    most_down: Option<(&str, String)>,
) -> String {
    let mut most = Vec::new();
    if let Some((unit, by)) = most_up {
        most.push(match lang {
            Lang::Zh => format!("{unit}升 {by} 位最多"),
            Lang::En => format!("{unit} rose most, by {by}"),
        });
    }
    if let Some((unit, by)) = most_down {
        most.push(match lang {
            Lang::Zh => format!("{unit}降 {by} 位最多"),
            Lang::En => format!("{unit} fell most, by {by}"),
        });
    }
    let counted = match lang {
        Lang::Zh => format!("{before} → {after}：{up} 个单位上升，{down} 个下降"),
        Lang::En => format!("{before} → {after}: {up} rose, {down} fell"),
    };
    match lang {
        _ if most.is_empty() => counted,
        Lang::Zh => format!("{counted}；{}", most.join("，")),
        Lang::En => format!("{counted}; {}", most.join(", ")),
    }
}

/// Units that became vetoed.
pub fn newly_vetoed(lang: Lang, units: &str) -> String {
    match lang {
        Lang::Zh => format!("{units}被一票否决"),
        Lang::En => format!("newly vetoed: {units}"),
    }
}

/// Units that are vetoed no more.
pub fn veto_lifted(lang: Lang, units: &str) -> String {
    match lang {
        Lang::Zh => format!("{units}不再被一票否决"),
        Lang::En => format!("no longer vetoed: {units}"),
    }
}

/// So many units.
pub fn units(lang: Lang, units: usize) -> String {
    match lang {
        Lang::Zh => format!("{units} 个单位"),
        Lang::En => format!("{units} units"),
    }
}

/// A title with what came to be vetoed.
pub fn with_veto(lang: Lang, title: &str, vetoed: &str) -> String {
    match lang {
        Lang::Zh => format!("{title}；{vetoed}"),
        Lang::En => format!("{title}; {vetoed}"),
    }
}

/// What stands left and right.
pub fn left_and_right(lang: Lang, before: &str, after: &str) -> String {
    match lang {
        Lang::Zh => format!("名次，左：{before}，右：{after}"),
        Lang::En => format!("Places: left {before}, right {after}"),
    }
}

/// 第 3 名，81.2 分.
pub fn stand_and_total(lang: Lang, stand: &str, total: &str) -> String {
    match lang {
        Lang::Zh => format!("{stand}，{total} 分"),
        Lang::En => format!("{stand}, {total} marks"),
    }
}

/// A column of a table: 2018 年 名次.
pub fn column_of(lang: Lang, name: &str, what: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}{what}"),
        Lang::En => format!("{name}: {what}"),
    }
}

/// The title where no unit has places in two years.
pub fn places_in(lang: Lang, years: &str) -> String {
    match lang {
        Lang::Zh => format!("{years} 年名次"),
        Lang::En => format!("Places in {years}"),
    }
}

/// Among whom places are: 行政执法部门 14 个单位的名次.
pub fn places_among(lang: Lang, class: &str, units: usize) -> String {
    match lang {
        Lang::Zh => format!("{class} {units} 个单位的名次"),
        Lang::En => format!("Places among {units} units: {class}"),
    }
}

/// How a unit's place changed.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// Whose.
    pub unit: &'a str,
    /// From when to when.
    pub years: &'a str,
    /// The place before.
    pub before: &'a str,
    /// The place after.
    pub after: &'a str,
    /// By how many places it rose; negative where it fell.
    pub risen: f64,
}

/// 财政局名次 2015–2019：第 8 → 第 3，上升.
pub fn moved_of_one(lang: Lang, told: &Moved) -> String {
    let Moved { unit, years, before, after, risen } = *told;
    match lang {
        Lang::Zh if risen == 0.0 => format!("{unit} {years} 年：首尾均为第 {after} 名"),
        Lang::Zh => {
            let way = if risen > 0.0 { "升至" } else { "降至" };
            format!("{unit} {years} 年由第 {before} 名{way}第 {after} 名")
        }
        Lang::En if risen == 0.0 => format!("{unit}, {years}: place {after} at the beginning and at the end"),
        Lang::En => {
            let way = if risen > 0.0 { "rose" } else { "fell" };
            format!("{unit} {way} from place {before} to {after} ({years})")
        }
    }
}

/// The unit whose place changed most.
pub fn moved_most(lang: Lang, told: &Moved) -> String {
    let Moved { unit, years, before, after, risen } = *told;
    match lang {
        Lang::Zh if risen == 0.0 => format!("{years} 年：各单位首尾名次相同"),
        Lang::Zh => {
            let way = if risen > 0.0 { "升至" } else { "降至" };
            format!("{unit}名次变化最大：{years} 年由第 {before} 名{way}第 {after} 名")
        }
        Lang::En if risen == 0.0 => format!("{years}: every unit ends at the place where it began"),
        Lang::En => {
            let way = if risen > 0.0 { "rose" } else { "fell" };
            format!("{unit} moved most: it {way} from place {before} to {after} ({years})")
        }
    }
}

/// Who is vetoed in a year.
pub fn vetoed_in(lang: Lang, units: &str, year: crate::domain::Year) -> String {
    match lang {
        Lang::Zh => format!("{units} {year} 年被一票否决"),
        Lang::En => format!("{units} vetoed in {year}"),
    }
}
