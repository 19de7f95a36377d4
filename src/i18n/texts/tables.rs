//! Texts of taking in tables from other programs. Why a file cannot be read and what is doubtful are in files of
//! their own.

mod doubts;
mod errors;

use crate::{
    app::Taken,
    data::table::{BookKind, Changes, Remark, Role, Shape},
    domain::{MeasureKind, Text, Year},
    i18n::{Lang, figure},
};
pub use doubts::why;
pub use errors::table_error;

texts! {
    /// Texts of the screen that shows what was understood of a file.
    pub fn tables -> TablesTexts {
        reading: "正在读取" | "Reading",
        understanding: "正在识别表格" | "Recognising the tables",
        checking: "正在逐格核对" | "Checking every cell",
        taking: "正在写入" | "Taking it over",
        import: "导入表格…" | "Import a table…",
        import_title: "XLSX、XLS、ODS、CSV 等；也可把文件拖到页面上，或在此屏粘贴表格" | "XLSX, XLS, ODS, CSV and others; files may be dropped on the page, and tables pasted on this screen",
        cancel: "取消" | "Cancel",
        close: "关闭" | "Close",
        new_data_set: "另建数据集" | "Make a new data set",
        tables: "表格" | "Tables",
        read_it: "导入此表" | "Import this table",
        swap: "行列对调" | "Swap rows and columns",
        swap_title: "把单位和指标的位置互换" | "Take units for indicators and the other way round",
        year_of_table: "年度" | "Year",
        year_from_cells: "年度取自表内" | "Years stand in the table",
        year_missing: "未写明年度" | "No year given",
        preview: "预览" | "Preview",
        role_of: "此列是" | "This column is",
        row_up: "上移" | "Up",
        row_down: "下移" | "Down",
        indicators: "指标" | "Indicators",
        units: "单位" | "Units",
        doubts: "疑点" | "Doubts",
        no_doubts: "没有疑点。" | "Nothing is doubtful.",
        only_losses: "只看未取到数值的" | "Only values lost",
        label_in_file: "表中名称" | "In the file",
        taken_for: "对应" | "Taken for",
        measure: "计量单位" | "Measure",
        times: "换算乘数" | "Multiplied by",
        first_cell: "首见于" | "First at",
        sureness: "把握" | "Sureness",
        new_one: "新增" | "New",
        leave: "不导入" | "Leave out",
        code: "代码" | "Code",
        class: "类别" | "Class",
        look: "请核对" | "Please check",
        cell: "单元格" | "Cell",
        printed: "原文" | "As printed",
        reason: "说明" | "Why",
        lost: "未取到数值" | "No value",
        kept: "已取值" | "Value taken",
        nothing_read: "没有可导入的数值。请检查表格的年度、单位列和指标列。" | "There is no value to import. Look at the year, the column of units and the indicators.",
        everything: "全部单位" | "All units",
        waiting: "还有文件等待导入" | "More files are waiting",
        result: "处理" | "Result",
    }
}

/// 导入《x.xlsx》.
pub fn heading(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("导入《{file}》"),
        Lang::En => format!("Import “{file}”"),
    }
}

/// The button that merges into the present data set.
pub fn merge_into(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("并入《{name}》"),
        Lang::En => format!("Merge into “{name}”"),
    }
}

/// How far it is, in percent.
pub fn percent_done(lang: Lang, phase: &str, done: f64) -> String {
    let percent = (done * 100.0).floor();
    match lang {
        Lang::Zh => format!("{phase}，已完成 {percent}%"),
        Lang::En => format!("{phase}: {percent}% done"),
    }
}

/// What was understood of all tables: units, indicators, years, values.
pub fn understood(lang: Lang, units: usize, indicators: usize, values: usize, gaps: usize) -> String {
    let n = |count: usize| figure::grouped(count as f64);
    match lang {
        Lang::Zh => format!(
            "{} 个单位 · {} 项指标 · {} 个数值 · {} 处缺数据",
            n(units),
            n(indicators),
            n(values),
            n(gaps)
        ),
        Lang::En => format!(
            "{} units · {} indicators · {} values · {} missing",
            n(units),
            n(indicators),
            n(values),
            n(gaps)
        ),
    }
}

/// How a table is laid out.
pub fn shape(lang: Lang, shape: Shape) -> &'static str {
    match (lang, shape) {
        (Lang::Zh, Shape::Wide) => "一行一个单位",
        (Lang::Zh, Shape::Transposed) => "一列一个单位",
        (Lang::Zh, Shape::Long) => "一行一个数值",
        (Lang::Zh, Shape::UnitPerSheet) => "整表一个单位",
        (Lang::En, Shape::Wide) => "a row a unit",
        (Lang::En, Shape::Transposed) => "a column a unit",
        (Lang::En, Shape::Long) => "a row a value",
        (Lang::En, Shape::UnitPerSheet) => "one unit in all",
    }
}

/// What a row or column is taken for.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Zh, Role::Unit) => "单位",
        (Lang::Zh, Role::Code) => "单位代码",
        (Lang::Zh, Role::Class) => "单位类别",
        (Lang::Zh, Role::Year) => "年度",
        (Lang::Zh, Role::Indicator) => "指标名称",
        (Lang::Zh, Role::Measure) => "计量单位",
        (Lang::Zh, Role::Statistic) => "统计量",
        (Lang::Zh, Role::Figures) => "数值",
        (Lang::Zh, Role::Leave) => "不导入",
        (Lang::En, Role::Unit) => "Unit",
        (Lang::En, Role::Code) => "Unit code",
        (Lang::En, Role::Class) => "Class",
        (Lang::En, Role::Year) => "Year",
        (Lang::En, Role::Indicator) => "Indicator",
        (Lang::En, Role::Measure) => "Measure",
        (Lang::En, Role::Statistic) => "Statistic",
        (Lang::En, Role::Figures) => "Values",
        (Lang::En, Role::Leave) => "Leave out",
    }
}

/// What a file is.
pub fn kind(lang: Lang, kind: BookKind) -> &'static str {
    match (lang, kind) {
        (_, BookKind::Xlsx) => "XLSX",
        (_, BookKind::Xls) => "XLS",
        (_, BookKind::Ods) => "ODS",
        (_, BookKind::XmlSpreadsheet) => "XML",
        (_, BookKind::Html) => "HTML",
        (Lang::Zh, BookKind::Delimited('\t')) => "制表符分隔",
        (Lang::En, BookKind::Delimited('\t')) => "Tab-separated",
        (_, BookKind::Delimited(_)) => "CSV",
    }
}

/// What is to be known of a file as a whole.
pub fn remark(lang: Lang, remark: &Remark, kind: BookKind) -> String {
    let kind = self::kind(lang, kind);
    match (lang, remark) {
        (Lang::Zh, Remark::NamedOtherwise) => format!("扩展名与内容不符，已按内容（{kind}）读取"),
        (Lang::En, Remark::NamedOtherwise) => {
            format!("Its name says another kind; it was read as what it is ({kind})")
        }
        (Lang::Zh, Remark::DecodedAs(name)) => format!("文字按 {} 编码读取", name.to_uppercase()),
        (Lang::En, Remark::DecodedAs(name)) => format!("Its text was read as {}", name.to_uppercase()),
        (Lang::Zh, Remark::Undecoded(count)) => format!("有 {count} 个字符无法识别"),
        (Lang::En, Remark::Undecoded(count)) => format!("{count} characters could not be decoded"),
        (Lang::Zh, Remark::BrokenQuotes) => "引号不成对，分列可能有误".to_owned(),
        (Lang::En, Remark::BrokenQuotes) => {
            "Quotation marks do not match; columns may be split wrongly".to_owned()
        }
    }
}

/// A kind of quantity.
pub fn measure_kind(lang: Lang, kind: MeasureKind) -> &'static str {
    match (lang, kind) {
        (Lang::Zh, MeasureKind::Count) => "数量",
        (Lang::Zh, MeasureKind::Days) => "天",
        (Lang::Zh, MeasureKind::Money) => "元",
        (Lang::Zh, MeasureKind::Share) => "比率",
        (Lang::Zh, MeasureKind::YesNo) => "是／否",
        (Lang::Zh, MeasureKind::Points) => "分",
        (Lang::Zh, MeasureKind::Place) => "名次",
        (Lang::Zh, MeasureKind::Number) => "数值",
        (Lang::En, MeasureKind::Count) => "count",
        (Lang::En, MeasureKind::Days) => "days",
        (Lang::En, MeasureKind::Money) => "yuan",
        (Lang::En, MeasureKind::Share) => "share",
        (Lang::En, MeasureKind::YesNo) => "yes/no",
        (Lang::En, MeasureKind::Points) => "points",
        (Lang::En, MeasureKind::Place) => "place",
        (Lang::En, MeasureKind::Number) => "number",
    }
}

/// The standard errors of another label.
pub fn standard_error_of(lang: Lang, base: &str) -> String {
    match lang {
        Lang::Zh => format!("“{base}”的标准误"),
        Lang::En => format!("standard errors of “{base}”"),
    }
}

/// A new indicator under a name that another label gave it.
pub fn new_as(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("新增：{name}"),
        Lang::En => format!("New: {name}"),
    }
}

/// The button that takes a year for the tables that name none.
pub fn take_year(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("按 {year} 年导入"),
        Lang::En => format!("Take {year}"),
    }
}

/// The name of a table pasted from another program.
pub fn pasted_name() -> Text {
    Text::new("粘贴的表格", "Pasted table")
}

/// The name of a copy of a data set that comes with the page.
pub fn copy_of(name: &Text) -> Text {
    let of = |name: &str, end: &str| if name.is_empty() { String::new() } else { format!("{name}{end}") };
    Text::new(of(&name.zh, "（修改稿）"), of(&name.en, " (revised)"))
}

/// The step that an import is.
pub fn step(taken: &Taken) -> Text {
    let file = &taken.file;
    Text::new(format!("导入《{file}》"), format!("Import “{file}”"))
}

/// What an import did.
pub fn done(taken: &Taken) -> Text {
    let name = &taken.table.data().name;
    let what = |lang| match taken.merged {
        true => changes(lang, taken.changes),
        false => added(lang, taken.changes),
    };
    let doubts = |lang| match (lang, taken.doubts) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => format!("；疑点 {count} 处"),
        (Lang::En, count) => format!("; {count} doubts"),
    };
    Text::new(
        format!(
            "已导入《{}》，数据：{}。{}{}。",
            taken.file,
            Lang::Zh.pick(name),
            what(Lang::Zh),
            doubts(Lang::Zh)
        ),
        format!(
            "“{}” imported into {}: {}{}.",
            taken.file,
            Lang::En.pick(name),
            what(Lang::En),
            doubts(Lang::En)
        ),
    )
}

fn added(lang: Lang, changes: Changes) -> String {
    let all = u64::from(changes.added)
        + u64::from(changes.changed)
        + u64::from(changes.same)
        + u64::from(changes.corrected);
    match lang {
        Lang::Zh => format!("观测值 {all} 条"),
        Lang::En => format!("{all} observations"),
    }
}

fn changes(lang: Lang, changes: Changes) -> String {
    let Changes { added, changed, same, corrected } = changes;
    match lang {
        Lang::Zh => format!("新增 {added} 条，变动 {changed} 条，未变 {same} 条，更正保留 {corrected} 条"),
        Lang::En => {
            format!("{added} new, {changed} changed, {same} as before, {corrected} corrections kept")
        }
    }
}
