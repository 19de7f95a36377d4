//! Texts of the scoring screen: scheme panel and ranking.

use crate::i18n::Lang;

texts! {
    /// Texts of the scoring screen.
    pub fn scoring -> ScoringTexts {
        scheme: "评分方案" | "Scheme",
        drag_hint: "拖动即时重排" | "Drag to re-rank at once",
        points_of: "分值" | "Points",
        share_of_whole: "占总分" | "Share of the whole",
        show_children: "展开下级" | "Show what is below",
        hide_children: "收起下级" | "Hide what is below",
        equal: "均分" | "Equal",
        equal_title: "一级评分项分值均分，合计不变" | "Give every first-level criterion the same points; their sum stays",
        reset: "复位" | "Reset",
        reset_title: "分值恢复为方案原值" | "Set all points back to the scheme's own",
        lock: "锁定分值" | "Lock the points of",
        unlock: "解除锁定" | "Unlock the points",
        hold_sum: "保持合计" | "Hold the sum",
        hold_sum_title: "调整一项时，未锁定的同级各项尽量少变，合计不变" | "As one moves, its unlocked siblings change as little as they can and the sum stays",
        weight_bar: "一级分值分配，拖动分界或用方向键调整" | "Points of the first level: drag a border, or use the arrow keys",
        border_locked: "相邻项已锁定" | "A neighbour is locked",
        reported_only: "只列不计" | "Shown, not counted",
        bonus: "加分" | "Bonus",
        bands: "等次分数线" | "Grade bands",
        from_marks: "达到此分数" | "From these marks on",
        class_bands: "部分类别另有分数线" | "Some classes have bands of their own",
        ranking: "排名" | "Ranking",
        rules_on: "启用规则" | "Rules on",
        rules_off: "不计规则" | "Without rules",
        rules_toggle: "规则是否计入" | "Whether rules count",
        search: "单位名称或拼音首字母" | "Find a unit",
        only: "筛选" | "Show",
        only_all: "全部单位" | "All units",
        only_vetoed: "被一票否决" | "Vetoed",
        only_waiting: "规则待核或待确认" | "Rules undecided or waiting",
        only_missing: "数据不全" | "Data missing",
        of_class: "类别" | "Class",
        of_grade: "等次" | "Grade",
        group: "分组" | "Group",
        group_scheme: "按方案" | "As ranked",
        group_class: "按类别" | "By class",
        group_grade: "按等次" | "By grade",
        group_nothing: "不分组" | "No groups",
        columns: "列" | "Columns",
        bars: "得分构成" | "Make-up of the score",
        coverage: "数据完整度" | "Coverage",
        nothing_found: "没有符合的单位" | "No unit matches",
        place: "名次" | "Rank",
        unit: "单位" | "Unit",
        score: "得分" | "Score",
        grade: "等次" | "Grade",
        change: "较上年" | "Change",
        change_against: "较方案" | "Vs scheme",
        against: "升降对比" | "Against",
        last_year: "上年" | "Last year",
        of_scheme: "方案" | "Scheme",
        not_ranked_there: "该方案下未排名" | "Not ranked by that scheme",
        change_title: "名次与上一年度相比" | "Rank against the year before",
        caption: "各单位得分、等次与名次" | "Score, grade and rank of every unit",
        not_rated: "未评" | "Not rated",
        same: "持平" | "Unchanged",
        new_unit: "上年未评" | "Not rated last year",
        no_year_before: "无上年数据" | "No data of the year before",
        nothing_present: "本年度没有数据" | "No data in this year",
        sort_by_criterion: "按评分项排序" | "Sort by a criterion",
    }
}

/// 16 个单位 · 2 个被否决 · 1 个未评.
pub fn counts(lang: Lang, units: usize, vetoed: usize, not_rated: usize) -> String {
    let mut parts = match lang {
        Lang::Zh => vec![format!("{units} 个单位")],
        Lang::En => vec![format!("{units} {}", if units == 1 { "unit" } else { "units" })],
    };
    match lang {
        Lang::Zh if vetoed > 0 => parts.push(format!("{vetoed} 个被否决")),
        Lang::En if vetoed > 0 => parts.push(format!("{vetoed} vetoed")),
        _ => {}
    }
    match lang {
        Lang::Zh if not_rated > 0 => parts.push(format!("{not_rated} 个未评")),
        Lang::En if not_rated > 0 => parts.push(format!("{not_rated} not rated")),
        _ => {}
    }
    parts.join(" · ")
}

/// The sum of the first level's points against full marks.
pub fn sum_of_points(lang: Lang, sum: &str, full: &str, equal: bool) -> String {
    match (lang, equal) {
        (Lang::Zh, true) => format!("满分 {full}"),
        (Lang::En, true) => format!("Full marks {full}"),
        (Lang::Zh, false) => format!("合计 {sum}，按比例折算为 {full}"),
        (Lang::En, false) => format!("Sum {sum}, scaled to {full}"),
    }
}

/// What a border of the stacked bar parts: 组织领导 10，依法履职 20.
pub fn border(lang: Lang, [left, right]: [(&str, &str); 2]) -> String {
    match lang {
        Lang::Zh => format!("{} {}，{} {}", left.0, left.1, right.0, right.1),
        Lang::En => format!("{} {}, {} {}", left.0, left.1, right.0, right.1),
    }
}

/// The name of a border of the stacked bar.
pub fn border_of(lang: Lang, left: &str, right: &str) -> String {
    match lang {
        Lang::Zh => format!("{left}与{right}的分界"),
        Lang::En => format!("Border of {left} and {right}"),
    }
}

/// The button that scales points to full marks.
pub fn normalise(lang: Lang, full: &str) -> String {
    match lang {
        Lang::Zh => format!("归一到 {full}"),
        Lang::En => format!("Scale to {full}"),
    }
}

/// What the button does.
pub fn normalise_title(lang: Lang, full: &str) -> String {
    match lang {
        Lang::Zh => format!("各级分值按比例调整，一级合计为 {full}，下级合计等于上级"),
        Lang::En => {
            format!("Scale points so that the first level sums to {full} and children to their parent")
        }
    }
}

/// The header of the bars.
pub fn composition(lang: Lang, full: &str) -> String {
    match lang {
        Lang::Zh => format!("得分构成（满分 {full}）"),
        Lang::En => format!("Make-up of the score (full marks {full})"),
    }
}

/// The tag of a score with data missing: coverage and bounds.
pub fn coverage_tag(lang: Lang, coverage: &str, low: &str, high: &str) -> String {
    match lang {
        Lang::Zh => format!("数据 {coverage} · {low}–{high}"),
        Lang::En => format!("Data {coverage} · {low}–{high}"),
    }
}

/// What that tag means.
pub fn coverage_title(lang: Lang, coverage: &str, low: &str, high: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("得分中 {coverage} 的分值有数据；缺失各项全部不得分为 {low} 分，全部满分为 {high} 分")
        }
        Lang::En => format!(
            "{coverage} of the points rest on data; with all that is missing at nothing {low}, at full {high}"
        ),
    }
}

/// Why a unit is not rated: its coverage is below the scheme's limit.
pub fn below_limit(lang: Lang, coverage: &str, limit: &str) -> String {
    match lang {
        Lang::Zh => format!("数据完整度 {coverage}，低于 {limit}"),
        Lang::En => format!("Data for {coverage} of the points, below {limit}"),
    }
}

/// The place that a vetoed unit would have had.
pub fn would_be(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Zh => format!("否决前第 {place}"),
        Lang::En => format!("Would be {place}"),
    }
}

/// A part of a bar.
pub fn bar_part(lang: Lang, name: &str, marks: &str, possible: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}：{marks} / {possible} 分"),
        Lang::En => format!("{name}: {marks} of {possible} marks"),
    }
}

/// A change of place against last year.
pub fn moved(lang: Lang, places: &str, up: bool) -> String {
    match (lang, up) {
        (Lang::Zh, true) => format!("上升 {places} 位"),
        (Lang::Zh, false) => format!("下降 {places} 位"),
        (Lang::En, true) => format!("Up {places}"),
        (Lang::En, false) => format!("Down {places}"),
    }
}

/// What rules took from or added to a total.
pub fn rules_changed(lang: Lang, change: &str) -> String {
    match lang {
        Lang::Zh => format!("规则 {change}"),
        Lang::En => format!("Rules {change}"),
    }
}

/// Rules that wait.
pub fn waiting(lang: Lang, proposed: usize, undecided: usize) -> String {
    match lang {
        Lang::Zh => match (proposed, undecided) {
            (0, n) => format!("{n} 条规则待核（缺数据）"),
            (n, 0) => format!("{n} 条规则待确认"),
            (p, u) => format!("{p} 条规则待确认，{u} 条待核（缺数据）"),
        },
        Lang::En => match (proposed, undecided) {
            (0, n) => format!("Undecided rules: {n} (data is missing)"),
            (n, 0) => format!("Rules to be confirmed: {n}"),
            (p, u) => format!("Rules to be confirmed: {p}; undecided: {u} (data is missing)"),
        },
    }
}

/// 列出 3 个，共 22 个.
pub fn listed(lang: Lang, listed: usize, all: usize) -> String {
    match lang {
        Lang::Zh => format!("列出 {listed} 个，共 {all} 个"),
        Lang::En => format!("{listed} of {all} listed"),
    }
}

/// 水利局第 4 名.
pub fn now_at(lang: Lang, unit: &str, place: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}第 {place} 名"),
        Lang::En => format!("{unit} is {place}"),
    }
}

/// What a change did to places.
pub fn rank_news(lang: Lang, named: &[String], moved: usize) -> String {
    let list = named.join(if lang == Lang::Zh { "，" } else { ", " });
    let rest = moved.saturating_sub(named.len());
    match (lang, moved, rest) {
        (Lang::Zh, 0, _) => "名次未变".to_owned(),
        (Lang::En, 0, _) => "No place changed".to_owned(),
        (Lang::Zh, _, 0) => format!("名次变动：{list}"),
        (Lang::En, _, 0) => format!("Places changed: {list}"),
        (Lang::Zh, _, rest) => format!("名次变动：{list}，另有 {rest} 个单位"),
        (Lang::En, _, rest) => format!("Places changed: {list}, and {rest} more"),
    }
}
