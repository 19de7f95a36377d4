//! Why a file could not be taken: where, what, and what to do.

use crate::{
    data::{Encoding, ImportError, Problem, Thing},
    i18n::Lang,
};

/// The sentence for an error: place, cause, and what to do; without a full stop at its end.
pub fn import_error(lang: Lang, error: &ImportError) -> String {
    let what = problem(lang, &error.problem);
    let Some(place) = error.place else { return what };
    let path = if error.path.is_empty() { String::new() } else { error.path.clone() };
    match lang {
        Lang::Zh if path.is_empty() => format!("第 {} 行第 {} 列：{what}", place.line, place.column),
        Lang::Zh => format!("第 {} 行第 {} 列（{path}）：{what}", place.line, place.column),
        Lang::En if path.is_empty() => format!("line {}, column {}: {what}", place.line, place.column),
        Lang::En => format!("line {}, column {} ({path}): {what}", place.line, place.column),
    }
}

/// What is wrong, and what to do; without a full stop at its end.
pub fn problem(lang: Lang, problem: &Problem) -> String {
    match lang {
        Lang::Zh => problem_zh(problem),
        Lang::En => problem_en(problem),
    }
}

fn problem_zh(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "文件是空的，请确认导出是否成功".into(),
        Problem::TooLarge { bytes, most } => {
            format!("文件有 {} MB，超过 {} MB 的上限，请拆分后再打开", bytes / 1_000_000, most / 1024 / 1024)
        }
        Problem::Encoding(encoding) => encoding_zh(*encoding).into(),
        Problem::Truncated => "内容到此中断，文件不完整，请重新取得完整文件".into(),
        Problem::Syntax(what) => format!("不是有效的 JSON（{what}），请检查此处的逗号、引号、括号和数字写法"),
        Problem::TooDeep => "嵌套层次过深，请减少层级".into(),
        Problem::Field(what) => format!("字段不符合格式（{what}），请对照 seeds/README.md 修改"),
        Problem::OtherFormat => {
            "不是法衡的数据或方案文件：开头应写明 format 为 faheng-data 或 faheng-scheme，并写明 version"
                .into()
        }
        Problem::OtherKind { found } => {
            let kind = if found == "faheng-scheme" { "评分方案" } else { "数据" };
            format!("这是一个{kind}文件（{found}），请从相应的入口打开")
        }
        Problem::OtherVersion { found, known } => {
            format!("文件版本为 {found}，本页只能读取版本 {known}，请使用与文件相应的法衡版本打开")
        }
        Problem::BadId(id) => format!("标识“{id}”无效：应为 1 至 80 个字符，首尾无空格，不含控制字符"),
        Problem::Duplicate { thing, id } => format!("{}“{id}”重复，请改名或删除其中一个", thing_zh(*thing)),
        Problem::Unknown { thing, id } => {
            format!("没有名为“{id}”的{}，请补充定义或改正引用", thing_zh(*thing))
        }
        Problem::ObservedTwice => {
            "同一单位、年度、指标有两个观测值，请删除一个，或用 variant 注明另一口径".into()
        }
        Problem::Year(year) => format!("年度 {year} 超出范围，应在 1949 至 2100 之间"),
        Problem::OutOfRange { value, least, most } => {
            format!("数值 {value} 超出范围，应{}", range_zh(*least, *most))
        }
        Problem::ValueOrReason => "数值与缺失原因必须且只能有一个：没有数值时请填写 missing".into(),
        Problem::Cycle(ids) => format!("循环引用：{}，请断开其中一环", ids.join(" → ")),
        Problem::NothingIn => "列表不能为空，请至少填写一项".into(),
        Problem::NotInOrder => "次序不对：分数线须由高到低，曲线各点须由小到大".into(),
        Problem::ZeroIsFull => "零分点与满分点不能相同，请改动其中一个".into(),
    }
}

fn problem_en(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "the file is empty; see whether its export went through".into(),
        Problem::TooLarge { bytes, most } => {
            format!("the file has {} MB, more than the {} MB that are read; split it", bytes / 1_000_000, most / 1024 / 1024)
        }
        Problem::Encoding(encoding) => encoding_en(*encoding).into(),
        Problem::Truncated => "the text ends here; the file is not whole, get it again".into(),
        Problem::Syntax(what) => format!("not JSON ({what}); look at commas, quotes, brackets and numbers here"),
        Problem::TooDeep => "nested too deeply; use fewer levels".into(),
        Problem::Field(what) => format!("{what}; see seeds/README.md for the fields"),
        Problem::OtherFormat => {
            "not a data set or scheme of Faheng: it must begin with its format, faheng-data or faheng-scheme, and its version".into()
        }
        Problem::OtherKind { found } => {
            let kind = if found == "faheng-scheme" { "scheme" } else { "data set" };
            format!("the file is a {kind} ({found}); open it as one")
        }
        Problem::OtherVersion { found, known } => {
            format!("the file is of version {found} and this page reads version {known}; open it with the Faheng of its version")
        }
        Problem::BadId(id) => {
            format!("“{id}” is no id: 1 to 80 characters, no white space at its ends, no control characters")
        }
        Problem::Duplicate { thing, id } => {
            format!("{} “{id}” stands twice; rename or delete one", thing_en(*thing))
        }
        Problem::Unknown { thing, id } => {
            format!("there is no {} “{id}”; define it or correct the reference", thing_en(*thing))
        }
        Problem::ObservedTwice => {
            "two values for one unit, year and indicator; delete one, or name another count in variant".into()
        }
        Problem::Year(year) => format!("the year {year} is out of range, 1949 to 2100"),
        Problem::OutOfRange { value, least, most } => {
            format!("{value} is out of range; it must be {}", range_en(*least, *most))
        }
        Problem::ValueOrReason => "exactly one of value and missing must be given: without a value, say why".into(),
        Problem::Cycle(ids) => format!("these depend on each other: {}; break the circle", ids.join(" → ")),
        Problem::NothingIn => "the list is empty; it needs an entry".into(),
        Problem::NotInOrder => "out of order: bands fall, the points of a curve rise".into(),
        Problem::ZeroIsFull => "zero and full marks lie at the same value; change one".into(),
    }
}

fn range_zh(least: f64, most: f64) -> String {
    match (least <= f64::MIN, least <= f64::MIN_POSITIVE && least > 0.0, most >= 1e12) {
        (true, _, _) => "为有限的数".into(),
        (_, true, _) => "大于 0".into(),
        (_, _, true) => format!("不小于 {least}"),
        _ => format!("在 {least} 至 {most} 之间"),
    }
}

fn range_en(least: f64, most: f64) -> String {
    match (least <= f64::MIN, least <= f64::MIN_POSITIVE && least > 0.0, most >= 1e12) {
        (true, _, _) => "a finite number".into(),
        (_, true, _) => "above 0".into(),
        (_, _, true) => format!("at least {least}"),
        _ => format!("between {least} and {most}"),
    }
}

fn encoding_zh(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf16 => "文件是 UTF-16 编码，请另存为 UTF-8",
        Encoding::NotUtf8 => "文件不是 UTF-8 编码（可能是 GBK/GB18030），请另存为 UTF-8",
        Encoding::Zip => "这是压缩文件或 Excel、Word 文件，此处只能打开 JSON 文件",
        Encoding::OldOffice => "这是旧版 Excel 或 Word 文件，此处只能打开 JSON 文件",
        Encoding::Html => "这是网页文件，此处只能打开 JSON 文件",
        Encoding::Pdf => "这是 PDF 文件，此处只能打开 JSON 文件",
    }
}

fn encoding_en(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf16 => "the file is UTF-16; save it as UTF-8",
        Encoding::NotUtf8 => "the file is not UTF-8 (GBK or GB18030 perhaps); save it as UTF-8",
        Encoding::Zip => "this is an archive, or an Excel or Word file; JSON files are opened here",
        Encoding::OldOffice => "this is an old Excel or Word file; JSON files are opened here",
        Encoding::Html => "this is a web page; JSON files are opened here",
        Encoding::Pdf => "this is a PDF; JSON files are opened here",
    }
}

fn thing_zh(thing: Thing) -> &'static str {
    match thing {
        Thing::Unit => "被评单位",
        Thing::Class => "单位类别",
        Thing::Indicator => "指标",
        Thing::Document => "出处文件",
        Thing::Criterion => "评分项",
        Thing::Rule => "规则",
        Thing::Grade => "等次",
    }
}

fn thing_en(thing: Thing) -> &'static str {
    match thing {
        Thing::Unit => "unit",
        Thing::Class => "class",
        Thing::Indicator => "indicator",
        Thing::Document => "document",
        Thing::Criterion => "criterion",
        Thing::Rule => "rule",
        Thing::Grade => "grade",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Place;

    #[test]
    fn a_sentence_says_where_what_and_what_to_do() {
        let error = ImportError {
            problem: Problem::Unknown { thing: Thing::Indicator, id: "x".into() },
            path: "data.observations[3].indicator".into(),
            place: Some(Place { line: 12, column: 7 }),
        };
        assert_eq!(
            import_error(Lang::Zh, &error),
            "第 12 行第 7 列（data.observations[3].indicator）：没有名为“x”的指标，请补充定义或改正引用"
        );
        assert_eq!(
            import_error(Lang::En, &error),
            "line 12, column 7 (data.observations[3].indicator): there is no indicator “x”; define it or correct the reference"
        );
        let range = Problem::OutOfRange { value: -1.0, least: 0.0, most: 1e12 };
        assert_eq!(problem(Lang::Zh, &range), "数值 -1 超出范围，应不小于 0");
    }
}
