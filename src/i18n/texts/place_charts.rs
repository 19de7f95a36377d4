//! Texts of charts of places: the slope graph of two years or variants, and places over the years.

use crate::i18n::Lang;

texts! {
    /// Texts of charts of places.
    pub fn place_charts -> PlaceChartTexts {
        not_rated: "未评" | "not rated",
        absent: "未参评" | "not assessed",
        slope: "名次变化" | "Change of places",
        bump: "历年名次" | "Places over the years",
        no_places: "没有可显示的名次" | "There is no place to show",
        arrows: "▲ 上升，▼ 下降的位数" | "▲ rose, ▼ fell by so many places",
        vetoed_below: "被一票否决的列在最下" | "Vetoed units stand at the bottom",
        not_rated_below: "未评的列在名次之下" | "Units not rated stand below the places",
        class: "类别" | "Class",
        place: "名次" | "place",
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
    match lang {
        Lang::Zh => format!("{before} → {after}：{up} 个单位上升，{down} 个下降；{}", most.join("，")),
        Lang::En => format!("{before} → {after}: {up} rose, {down} fell; {}", most.join(", ")),
    }
}

/// A unit that became vetoed.
pub fn newly_vetoed(lang: Lang, unit: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}被一票否决"),
        Lang::En => format!("{unit} was vetoed"),
    }
}

/// Several units became vetoed, by name.
pub fn these_newly_vetoed(lang: Lang, units: &str) -> String {
    match lang {
        Lang::Zh => format!("{units}被一票否决"),
        Lang::En => format!("{units} were vetoed"),
    }
}

/// So many units became vetoed.
pub fn several_newly_vetoed(lang: Lang, units: usize) -> String {
    match lang {
        Lang::Zh => format!("{units} 个单位被一票否决"),
        Lang::En => format!("{units} units were vetoed"),
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
