//! The headings that say what a line of a table holds.

use crate::data::table::name::normalised;

/// What a heading says of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Units.
    Unit,
    /// Codes of units.
    Code,
    /// Classes of units.
    Class,
    /// Other labels of units: region, income group.
    Attribute,
    /// Indicators.
    Indicator,
    /// Groups of indicators.
    IndicatorGroup,
    /// Measures.
    Measure,
    /// Years.
    Year,
    /// Values, where a row is an observation.
    Value,
    /// Numbers of rows.
    Number,
    /// Remarks, persons, dates: nothing that is read.
    Remark,
}

const HEADINGS: [(Heading, &[&str]); 11] = [
    (
        Heading::Unit,
        &[
            "单位",
            "单位名称",
            "部门",
            "部门名称",
            "地区",
            "地区名称",
            "城市",
            "县区",
            "区县",
            "县市区",
            "市县",
            "机构",
            "机构名称",
            "名称",
            "被评单位",
            "考核对象",
            "被考核单位",
            "考核单位",
            "评估对象",
            "乡镇",
            "乡镇街道",
            "街道",
            "省份",
            "省市",
            "行政区",
            "行政区划",
            "责任单位",
            "单位全称",
            "country",
            "countryterritory",
            "countryname",
            "economy",
            "city",
            "unit",
            "unitname",
            "department",
            "agency",
            "name",
            "territory",
            "entity",
            "state",
            "province",
            "county",
            "municipality",
        ],
    ),
    (
        Heading::Code,
        &[
            "代码",
            "编码",
            "单位代码",
            "单位编码",
            "部门代码",
            "机构代码",
            "统一社会信用代码",
            "行政区划代码",
            "区划代码",
            "地区代码",
            "code",
            "countrycode",
            "iso",
            "iso3",
            "isocode",
            "abbreviation",
            "wbcode",
            "unitid",
            "unitcode",
            "id",
        ],
    ),
    (
        Heading::Class,
        &[
            "类别",
            "单位类别",
            "类型",
            "单位类型",
            "组别",
            "分组",
            "考核分组",
            "考核类别",
            "部门类别",
            "class",
            "category",
            "group",
            "type",
            "unitclass",
            "unitlevel",
        ],
    ),
    (
        Heading::Attribute,
        &[
            "区域",
            "所属地区",
            "所属单位",
            "上级单位",
            "级别",
            "层级",
            "region",
            "incomegroup",
            "income",
            "continent",
            "area",
            "level",
            "subregion",
        ],
    ),
    (
        Heading::Indicator,
        &[
            "指标",
            "指标名称",
            "三级指标",
            "评分项",
            "考核指标",
            "考核内容",
            "评价指标",
            "测评指标",
            "项目",
            "项目名称",
            "事项",
            "indicator",
            "indicatorname",
            "indicatornamezh",
            "indicatornameen",
            "item",
            "criterion",
            "variable",
            "series",
            "seriesname",
            "指标编号",
            "indicatorid",
            "指标代码",
            "indicatorcode",
            "seriescode",
        ],
    ),
    (
        Heading::IndicatorGroup,
        &["一级指标", "二级指标", "一级", "二级", "维度", "dimension", "factor", "theme", "指标类别"],
    ),
    (Heading::Measure, &["计量单位", "指标单位", "单位计量", "measure", "unitofmeasure", "units", "uom"]),
    (Heading::Year, &["年", "年度", "年份", "考核年度", "统计年度", "year", "yr", "time", "period", "时间"]),
    (
        Heading::Value,
        &[
            "数值",
            "值",
            "指标值",
            "观测值",
            "数据",
            "实际值",
            "完成值",
            "value",
            "obsvalue",
            "observation",
            "figure",
        ],
    ),
    (Heading::Number, &["序号", "编号", "序", "no", "number", "行次", "栏次", "#"]),
    (
        Heading::Remark,
        &[
            "备注",
            "说明",
            "注",
            "来源",
            "数据来源",
            "填报人",
            "联系人",
            "联系电话",
            "电话",
            "审核人",
            "remark",
            "remarks",
            "note",
            "notes",
            "comment",
            "comments",
            "source",
            "sourceurl",
            "place",
            "出处",
            "佐证材料",
            "计算方法",
            "口径",
        ],
    ),
];

/// What a heading says; `None` where it is none of those known.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let name = normalised(text);
    HEADINGS.iter().find(|(_, words)| words.contains(&name.as_str())).map(|(heading, _)| *heading)
}

/// What a figure is among those given for one unit, year and indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The figure itself.
    Estimate,
    /// Its standard error.
    StandardError,
    /// Something else: a rank, a bound.
    Other,
}

/// What the name of a statistic says; `None` where it is no name of one.
pub fn statistic(text: &str) -> Option<Statistic> {
    match normalised(text).as_str() {
        "estimate" | "估计值" | "得分" | "score" | "value" | "值" | "数值" | "mean" | "均值" => {
            Some(Statistic::Estimate)
        }
        "stderr" | "se" | "standarderror" | "stderror" | "标准误" | "标准误差" | "sterr" => {
            Some(Statistic::StandardError)
        }
        "numsrc" | "nsources" | "rank" | "percentilerank" | "lower" | "upper" | "lowerbound"
        | "upperbound" | "排名" | "位次" | "下限" | "上限" | "n" | "sd" | "标准差" | "来源数" => {
            Some(Statistic::Other)
        }
        _ => None,
    }
}

/// The name of a row or column that sums up others.
pub fn is_sum(name: &str) -> bool {
    let name = normalised(name);
    matches!(
        name.as_str(),
        "合计"
            | "总计"
            | "小计"
            | "总和"
            | "平均"
            | "平均值"
            | "均值"
            | "平均数"
            | "全市平均"
            | "全省平均"
            | "total"
            | "sum"
            | "average"
            | "mean"
            | "subtotal"
            | "grandtotal"
            | "全部"
            | "总数"
            | "最大值"
            | "最小值"
            | "中位数"
            | "median"
    )
}

/// The beginning of a note below a table.
pub(super) fn is_note(text: &str) -> bool {
    let text = text.trim_start();
    let lower = text.to_lowercase();
    text.chars().count() > 40
        || [
            "注",
            "备注",
            "说明",
            "资料来源",
            "数据来源",
            "来源",
            "填表",
            "制表",
            "审核",
            "单位负责人",
            "*",
            "※",
        ]
        .iter()
        .any(|start| text.starts_with(start))
        || ["note", "source", "©"].iter().any(|start| lower.starts_with(start))
}

/// The name of a sheet that a spreadsheet program gave.
pub(super) fn is_default_sheet_name(name: &str) -> bool {
    let bare = name.trim().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'));
    matches!(bare.to_lowercase().as_str(), "sheet" | "工作表" | "表" | "table" | "")
}

/// Whether a label looks like the name of an indicator (above 0) or of a unit (below 0).
pub(super) fn look(label: &str) -> f64 {
    let name = normalised(label);
    let letters = name.chars().count();
    let has_han = name.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let long = if has_han { 9 } else { 26 };
    let unit_ends = [
        "局",
        "委",
        "办",
        "县",
        "市",
        "区",
        "镇",
        "乡",
        "街道",
        "厅",
        "院",
        "省",
        "州",
        "委员会",
        "办公室",
        "大队",
        "中心",
        "公司",
        "委办",
        "管委会",
    ];
    let indicator_ends = [
        "率",
        "数",
        "量",
        "额",
        "度",
        "比例",
        "比重",
        "次数",
        "件数",
        "天数",
        "时限",
        "时间",
        "情况",
        "得分",
        "满意度",
        "人次",
        "金额",
        "面积",
        "占比",
        "指数",
        "覆盖率",
        "%",
    ];
    if indicator_ends.iter().any(|end| name.ends_with(end)) {
        return 1.0;
    }
    if unit_ends.iter().any(|end| name.ends_with(end)) && letters <= 20 {
        return -1.0;
    }
    let numbered = crate::data::table::name::numbering(label).contains('.');
    match () {
        () if numbered => 1.0,
        () if letters >= long => 0.6,
        () if has_han && letters <= 4 => -0.3,
        () => 0.0,
    }
}
