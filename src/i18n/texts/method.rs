//! Texts of the method screen: how a score comes about, how to begin, keys.

use crate::{
    domain::{Aggregate, MissingPolicy, TieMethod},
    i18n::{Lang, figure},
};

texts! {
    /// Texts of the method screen.
    pub fn method -> MethodTexts {
        how: "这个分数怎样得出" | "How this score comes about",
        unit: "单位" | "Unit",
        leaves: "1. 指标按计分方法换算为得分率" | "1. Each value becomes a share of its points",
        leaves_note: "得分 = 得分率 × 分值。缺数据或不适用时，分值按比例分给同级其他项，所以分值可能高于方案所列。" | "Marks = share × points. Where data is missing or a criterion does not apply, its points spread over its siblings, so points can be above those of the scheme.",
        criterion: "评分项" | "Criterion",
        value: "指标值" | "Value",
        function: "计分方法" | "Score function",
        share: "得分率" | "Share",
        points: "分值" | "Points",
        marks: "得分" | "Marks",
        nodes: "2. 下级合成上级" | "2. Children make their parent",
        missing: "3. 缺数据" | "3. Missing data",
        rules: "4. 规则依固定顺序执行" | "4. Rules apply in a fixed order",
        rules_order: "评分项清零 → 扣分 → 加分 → 名次加分 → 总分限于 0 至满分并取小数 → 定等 → 总分置为或封顶 → 等次置为、封顶、降档 → 一票否决 → 名次下调。" | "Zero a criterion → deductions → bonuses → marks by place → total within 0 and full marks, rounded → grade by the bands → total set or capped → grade set, capped, lowered → veto → place lowered.",
        no_rule: "没有规则对该单位起作用。" | "No rule touches this unit.",
        rules_aside: "当前不计规则。" | "Rules are left aside at present.",
        grade: "5. 等次" | "5. Grade",
        rank: "6. 名次" | "6. Rank",
        vetoed: "被一票否决：不参加排名，得分仍列出。" | "Vetoed: no place; the score is still shown.",
        not_rated: "未评：数据完整度低于方案下限，或没有数据。" | "Not rated: coverage is below the scheme's limit, or there is no data.",
        no_value: "缺数据" | "No data",
        not_applicable: "不适用" | "Does not apply",
        begin: "怎样开始" | "How to begin",
        begin_data: "“数据”：导入 Excel、CSV 等表格，核对识别结果；或先用自带的数据。" | "“Data”: import a table (Excel, CSV …) and check what was understood; or begin with the data that is here.",
        begin_scheme: "“评分”：调整分值，排名随之变化；点开单位看每一分的来历。" | "“Scoring”: move weights and see the ranking follow; open a unit to see where each mark comes from.",
        begin_rules: "“规则”：核对一票否决、扣分、加分及其依据，可停用或改阈值。" | "“Rules”: check vetoes, deductions and bonuses with their basis; switch them off or change thresholds.",
        begin_out: "“文件”：保存方案与数据；图上的“导出”：PPTX、SVG、PNG、嵌入代码；“汇报”：收集图表放映或存为 PPTX。所有内容只在本机。" | "“File”: save scheme and data; “Export” on a chart: PPTX, SVG, PNG, code for another page; “Slides”: collect charts, present them or save a PPTX. Everything stays on this computer.",
        keys: "快捷键" | "Keys",
        key_help: "打开本页" | "Open this screen",
        key_undo: "撤销" | "Undo",
        key_redo: "重做" | "Redo",
        key_units: "在排名中上下移动" | "Move along the ranking",
        key_open: "打开单位" | "Open a unit",
        key_next: "上一个、下一个单位" | "Previous, next unit",
        key_close: "关闭单位、清空查找" | "Close the unit, empty the search",
        key_slider: "调整分值" | "Move a weight",
        key_marks: "在图中逐点移动；回车选定" | "Walk the marks of a chart; Enter chooses",
    }
}

/// A first-level or lower node from its children: 依法履行政府职能 = (40 × 0.915 + 20 × 0.9) ÷ 60 = 0.91.
pub fn aggregate(lang: Lang, aggregate: Aggregate) -> String {
    let zh = lang == Lang::Zh;
    match aggregate {
        Aggregate::Arithmetic if zh => "算术平均：Σ 分值 × 得分率 ÷ Σ 分值".to_owned(),
        Aggregate::Arithmetic => "arithmetic mean: Σ points × share ÷ Σ points".to_owned(),
        Aggregate::Geometric if zh => "几何平均：Π 得分率 ^ (分值 ÷ Σ 分值)".to_owned(),
        Aggregate::Geometric => "geometric mean: Π share ^ (points ÷ Σ points)".to_owned(),
        Aggregate::Harmonic if zh => "调和平均：Σ 分值 ÷ Σ (分值 ÷ 得分率)".to_owned(),
        Aggregate::Harmonic => "harmonic mean: Σ points ÷ Σ (points ÷ share)".to_owned(),
        Aggregate::Power { exponent } => {
            let p = figure::short(exponent);
            if zh {
                format!("幂平均（p = {p}）：(Σ 分值 × 得分率^p ÷ Σ 分值)^(1/p)")
            } else {
                format!("power mean (p = {p}): (Σ points × share^p ÷ Σ points)^(1/p)")
            }
        }
        Aggregate::Minimum if zh => "取最低：下级得分率中最小者".to_owned(),
        Aggregate::Minimum => "minimum: the least share among the children".to_owned(),
        Aggregate::Sum if zh => "分数相加：Σ 得分 ÷ 本级分值，限于 0 至 1".to_owned(),
        Aggregate::Sum => "points that sum: Σ marks ÷ own points, within 0 and 1".to_owned(),
    }
}

/// What a missing value does.
pub fn missing_policy(lang: Lang, policy: MissingPolicy) -> String {
    match (lang, policy) {
        (Lang::Zh, MissingPolicy::LeaveOut) => "缺数据的项不计，其余各项分值按比例放大。".to_owned(),
        (Lang::En, MissingPolicy::LeaveOut) => {
            "What is missing is left out; the points of the rest are scaled up.".to_owned()
        }
        (Lang::Zh, MissingPolicy::Zero) => "缺数据的项不得分。".to_owned(),
        (Lang::En, MissingPolicy::Zero) => "What is missing earns nothing.".to_owned(),
        (Lang::Zh, MissingPolicy::CarryForward { years }) => {
            format!("缺数据时沿用之前 {years} 年内最近一次的值；没有则不计。")
        }
        (Lang::En, MissingPolicy::CarryForward { years }) => {
            format!(
                "The latest value of the {years} years before is taken; where there is none, it is left out."
            )
        }
        (Lang::Zh, MissingPolicy::ClassMedian) => "缺数据时取同类单位的中位数；没有则不计。".to_owned(),
        (Lang::En, MissingPolicy::ClassMedian) => {
            "The median of the class is taken; where there is none, it is left out.".to_owned()
        }
    }
}

/// Coverage and bounds of the unit.
pub fn coverage(lang: Lang, coverage: &str, low: &str, high: &str) -> String {
    match lang {
        Lang::Zh => {
            format!("该单位 {coverage} 的分值有数据；缺失各项全部不得分为 {low} 分，全部满分为 {high} 分。")
        }
        Lang::En => format!(
            "{coverage} of this unit's points rest on data; with all that is missing at nothing {low} marks, at full {high}."
        ),
    }
}

/// 规则前总分 = 10 + 16.54 = 26.54.
pub fn sum(lang: Lang, parts: &[String], total: &str) -> String {
    let parts = parts.join(" + ");
    match lang {
        Lang::Zh => format!("规则前总分 = {parts} = {total}"),
        Lang::En => format!("Total before rules = {parts} = {total}"),
    }
}

/// The first level does not simply add up.
pub fn combined(lang: Lang, how: &str, total: &str) -> String {
    match lang {
        Lang::Zh => format!("一级评分项以{how}合成，规则前总分 = {total}"),
        Lang::En => format!("The first level combines by {how}. Total before rules = {total}"),
    }
}

/// A total that falls into a band.
pub fn band(lang: Lang, total: &str, from: Option<&str>, grade: &str) -> String {
    match (lang, from) {
        (Lang::Zh, Some(from)) => format!("{total} ≥ {from}，等次为{grade}"),
        (Lang::En, Some(from)) => format!("{total} ≥ {from}: {grade}"),
        (Lang::Zh, None) => format!("{total} 低于各分数线，等次为{grade}"),
        (Lang::En, None) => format!("{total} is below every band: {grade}"),
    }
}

/// The grade after rules, where they changed it.
pub fn grade_by_rules(lang: Lang, grade: &str) -> String {
    match lang {
        Lang::Zh => format!("规则调整后为{grade}"),
        Lang::En => format!("{grade} after rules"),
    }
}

/// Among whom a unit is ranked, and how ties share places.
pub fn ranked(lang: Lang, place: &str, of: usize, ties: TieMethod) -> String {
    match lang {
        Lang::Zh => {
            let ties = match ties {
                TieMethod::Competition => "同分同名次，其后名次跳过（1-2-2-4）",
                TieMethod::Dense => "同分同名次，其后名次连续（1-2-2-3）",
                TieMethod::Fractional => "同分取平均名次（1-2.5-2.5-4）",
            };
            format!("在 {of} 个参加排名的单位中列第 {place}；{ties}。")
        }
        Lang::En => {
            let ties = match ties {
                TieMethod::Competition => "ties share a place, the next ones are skipped (1-2-2-4)",
                TieMethod::Dense => "ties share a place, the next one follows (1-2-2-3)",
                TieMethod::Fractional => "ties take the mean place (1-2.5-2.5-4)",
            };
            format!("Place {place} among {of} ranked units; {ties}.")
        }
    }
}
