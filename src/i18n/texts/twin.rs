//! Texts of the headless twin `faheng`.

use super::import::import_error;
use crate::{
    data::ImportError,
    domain::{DataSet, Outcome, Scheme, Standing, Year},
    i18n::Lang,
};

texts! {
    /// Texts of the headless twin.
    pub fn twin -> TwinTexts {
        see_help: "用法见 faheng --help。" | "See faheng --help.",
        place: "名次" | "Rank",
        id: "单位编号" | "Unit id",
        unit: "单位" | "Unit",
        class: "类别" | "Class",
        standing: "状态" | "Standing",
        grade: "等次" | "Grade",
        total: "总分" | "Total",
        before_rules: "规则前总分" | "Total before rules",
        lowest: "缺失全 0" | "Missing at nothing",
        highest: "缺失全满分" | "Missing at full",
        coverage: "数据完整度" | "Coverage",
        rules: "规则" | "Rules",
        semicolon: "；" | "; ",
        without_effect: "触发，未改变结果" | "fired, changed nothing",
        notes: "提示" | "Notes",
        sum: "总分的构成" | "What the total is the sum of",
        limit: "限于满分以内" | "kept within full marks",
        earlier_years: "与以前年度合成" | "combined with earlier years",
        rounding: "取整" | "rounding",
        own_data: "自身数据" | "its own data",
        others_data: "其他单位数据" | "the data of others",
        by_weights: "权重" | "weights",
        by_functions: "计分方法" | "score functions",
        by_rules: "规则" | "rules",
        own_move: "自身得分变化" | "its own score",
        others_move: "其他单位变化" | "the moves of others",
        demotions: "规则降名次" | "demotions by rule",
    }
}

/// Why the arguments make no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageError {
    /// There is no command.
    NoCommand,
    /// There is no such command.
    UnknownCommand(String),
    /// A word that the command has no use for.
    Unexpected(String),
    /// An option without its value.
    NoValue(&'static str),
    /// An option that must be given.
    Missing(&'static str),
    /// An option given twice.
    Twice(&'static str),
    /// A value that the option cannot have.
    BadValue {
        /// Which option.
        option: &'static str,
        /// The value.
        value: String,
    },
    /// No file to check.
    NoFile,
}

/// The sentence for it.
pub fn usage_error(lang: Lang, error: &UsageError) -> String {
    match lang {
        Lang::Zh => match error {
            UsageError::NoCommand => "没有给出命令。".into(),
            UsageError::UnknownCommand(name) => format!("没有命令“{name}”。"),
            UsageError::Unexpected(word) => format!("不认识“{word}”。"),
            UsageError::NoValue(option) => format!("{option} 后面缺少内容。"),
            UsageError::Missing(option) => format!("缺少 {option}。"),
            UsageError::Twice(option) => format!("{option} 给了两次。"),
            UsageError::BadValue { option, value } => format!("{option} 不能是“{value}”。"),
            UsageError::NoFile => "没有给出要检查的文件。".into(),
        },
        Lang::En => match error {
            UsageError::NoCommand => "There is no command.".into(),
            UsageError::UnknownCommand(name) => format!("There is no command “{name}”."),
            UsageError::Unexpected(word) => format!("“{word}” is not known here."),
            UsageError::NoValue(option) => format!("{option} needs a value."),
            UsageError::Missing(option) => format!("{option} is missing."),
            UsageError::Twice(option) => format!("{option} is given twice."),
            UsageError::BadValue { option, value } => format!("{option} cannot be “{value}”."),
            UsageError::NoFile => "There is no file to check.".into(),
        },
    }
}

/// How the twin is used; `data_sets` and `schemes` are the names of those that come with it.
pub fn help(lang: Lang, data_sets: &str, schemes: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "法衡：按评分方案为被评单位评分，与网页使用同样的文件，结果相同。

用法
  faheng score   --data 数据 --scheme 方案 [--year 年度] [--format json|csv]
  faheng explain --data 数据 --scheme 方案 --unit 单位 [--year 年度]
  faheng check   文件…

  数据、方案：文件，或随程序提供的名称；不写年度时取数据中最近的一年；单位可写编号或名称。
  每个命令都可加 --lang zh|en（默认 zh）。

退出码
  0 成功；1 输入有问题，逐条列在标准错误；2 用法有误

随程序提供的数据
  {data_sets}
随程序提供的方案
  {schemes}
"
        ),
        Lang::En => format!(
            "Faheng scores units by a scheme, from the same files as the page and with the same results.

Usage
  faheng score   --data D --scheme S [--year Y] [--format json|csv]
  faheng explain --data D --scheme S --unit U [--year Y]
  faheng check   FILE…

  D and S are files, or names of what comes with the program; without a year the latest of the data is taken; a unit is
  given by id or name. Every command takes --lang zh|en (zh where it is not given).

Exit codes
  0 all went well; 1 problems in the input, each on standard error; 2 arguments that make no sense

Data sets that come with the program
  {data_sets}
Schemes that come with the program
  {schemes}
"
        ),
    }
}

/// A problem of a file.
pub fn in_file(lang: Lang, file: &str, error: &ImportError) -> String {
    match lang {
        Lang::Zh => format!("{file}：{}", import_error(lang, error)),
        Lang::En => format!("{file}: {}", import_error(lang, error)),
    }
}

/// A file that cannot be read; `known` are the names that would do as well.
pub fn unreadable(lang: Lang, file: &str, why: &str, known: &[&str]) -> String {
    let known = known.join(" ");
    match (lang, known.is_empty()) {
        (Lang::Zh, true) => format!("{file}：无法读取（{why}）"),
        (Lang::En, true) => format!("{file}: cannot be read ({why})"),
        (Lang::Zh, false) => format!("{file}：无法读取（{why}），也不是随程序提供的名称：{known}"),
        (Lang::En, false) => {
            format!("{file}: cannot be read ({why}), and does not come with the program: {known}")
        }
    }
}

/// A data set without values.
pub fn no_year(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Zh => format!("{file}：没有任何年度的观测值"),
        Lang::En => format!("{file}: has no values in any year"),
    }
}

/// A year that the data does not have.
pub fn other_years(lang: Lang, file: &str, year: Year, years: &[Year]) -> String {
    let years: Vec<String> = years.iter().map(Year::to_string).collect();
    match lang {
        Lang::Zh => format!("{file}：没有 {year} 年的数据，有：{}", years.join("、")),
        Lang::En => format!("{file}: has nothing of {year}; it has {}", years.join(", ")),
    }
}

/// A unit that the data does not have, or a name that several have.
pub fn no_unit(lang: Lang, wanted: &str) -> String {
    match lang {
        Lang::Zh => format!("没有编号或名称为“{wanted}”的单位，或不止一个"),
        Lang::En => format!("there is no unit of the id or name “{wanted}”, or more than one"),
    }
}

/// A data set that was checked.
pub fn sound_data(lang: Lang, file: &str, data: &DataSet) -> String {
    let (units, indicators, values) = (data.units.len(), data.indicators.len(), data.observations.len());
    match lang {
        Lang::Zh => format!("{file}：数据，{units} 个单位，{indicators} 个指标，{values} 个观测值，没有问题"),
        Lang::En => {
            format!(
                "{file}: data set, {units} units, {indicators} indicators, {values} observations, no problems"
            )
        }
    }
}

/// A scheme that was checked.
pub fn sound_scheme(lang: Lang, file: &str, scheme: &Scheme) -> String {
    let (criteria, rules) = (scheme.criteria.len(), scheme.rules.len());
    match lang {
        Lang::Zh => format!("{file}：评分方案，{criteria} 个一级评分项，{rules} 条规则，没有问题"),
        Lang::En => format!("{file}: scheme, {criteria} first-level criteria, {rules} rules, no problems"),
    }
}

/// A project that was checked, with so many data sets and schemes of its own.
pub fn sound_project(lang: Lang, file: &str, data_sets: usize, schemes: usize) -> String {
    match lang {
        Lang::Zh => format!("{file}：项目，自带 {data_sets} 份数据、{schemes} 个方案，没有问题"),
        Lang::En => {
            format!("{file}: project, {data_sets} data sets and {schemes} schemes of its own, no problems")
        }
    }
}

/// The year that a result is compared with.
pub fn since(lang: Lang, year: Year) -> String {
    match lang {
        Lang::Zh => format!("与 {year} 年相比"),
        Lang::En => format!("Since {year}"),
    }
}

/// What became of a total or a place.
pub fn moved(lang: Lang, what: &str, before: &str, after: &str) -> String {
    match lang {
        Lang::Zh => format!("  {what}：{before} → {after}"),
        Lang::En => format!("  {what}: {before} → {after}"),
    }
}

/// Something that a reader must know, on a line of its own.
pub fn note(lang: Lang, sentence: &str) -> String {
    match lang {
        Lang::Zh => format!("提示：{sentence}"),
        Lang::En => format!("note: {sentence}"),
    }
}

/// Where a unit stands, in a word.
pub fn standing(lang: Lang, standing: &Standing) -> &'static str {
    match (standing, lang) {
        (Standing::Ranked { .. }, Lang::Zh) => "已排名",
        (Standing::Ranked { .. }, Lang::En) => "ranked",
        (Standing::NotRated, Lang::Zh) => "未评",
        (Standing::NotRated, Lang::En) => "not rated",
        (Standing::Vetoed { .. }, Lang::Zh) => "一票否决",
        (Standing::Vetoed { .. }, Lang::En) => "vetoed",
    }
}

/// A rule that did not take effect.
pub fn open_rule(lang: Lang, rule: &str, outcome: Outcome) -> String {
    match (outcome, lang) {
        (Outcome::Fired, _) => rule.to_owned(),
        (Outcome::Proposed, Lang::Zh) => format!("{rule}（待确认）"),
        (Outcome::Proposed, Lang::En) => format!("{rule} (to be confirmed)"),
        (Outcome::Undecided, Lang::Zh) => format!("{rule}（待核）"),
        (Outcome::Undecided, Lang::En) => format!("{rule} (undecided)"),
    }
}

/// Whose score is explained.
pub fn title(lang: Lang, unit: &str, class: &str, year: Year, scheme: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}（{class}），{year} 年，《{scheme}》"),
        Lang::En => format!("{unit} ({class}), {year}, “{scheme}”"),
    }
}

/// The total, of how much, and what it was before rules.
pub fn score(lang: Lang, total: &str, full: &str, before: Option<&str>) -> String {
    match (before.filter(|before| *before != total), lang) {
        (None, _) => format!("{total} / {full}"),
        (Some(before), Lang::Zh) => format!("{total} / {full}（规则前 {before}）"),
        (Some(before), Lang::En) => format!("{total} / {full} ({before} before rules)"),
    }
}

/// A vetoed unit, and the place it would have.
pub fn vetoed(lang: Lang, would_be: Option<&str>) -> String {
    match (would_be, lang) {
        (None, Lang::Zh) => "一票否决".to_owned(),
        (None, Lang::En) => "vetoed".to_owned(),
        (Some(place), Lang::Zh) => format!("一票否决（否则第 {place} 名）"),
        (Some(place), Lang::En) => format!("vetoed (otherwise {place})"),
    }
}

/// Where a figure stands; for a part of a computed one, also which part and its value.
pub fn source(lang: Lang, title: &str, section: &str, printed: &str, part: Option<(&str, &str)>) -> String {
    let mut text = match (part, lang) {
        (None, _) => String::new(),
        (Some((name, value)), Lang::Zh) => format!("{name} {value}，"),
        (Some((name, value)), Lang::En) => format!("{name} {value}, "),
    };
    text += title;
    for more in [section, printed].into_iter().filter(|more| !more.is_empty()) {
        text += match (lang, more == printed) {
            (_, false) => " ",
            (Lang::Zh, true) => "，原文：",
            (Lang::En, true) => ", as printed: ",
        };
        text += more;
    }
    text
}
