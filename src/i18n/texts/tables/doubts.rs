//! What is doubtful about a cell, in words.

use crate::{
    data::table::{Unclear, Why},
    i18n::Lang,
};

/// The sentence for a doubt: what was seen and what was made of it.
pub fn why(lang: Lang, why: &Why) -> String {
    match lang {
        Lang::Zh => zh(why),
        Lang::En => en(why),
    }
}

fn zh(why: &Why) -> String {
    match why {
        Why::NoTable => "此表中没有找到数值表格，未导入".into(),
        Why::Hidden => "此表已隐藏，默认不导入".into(),
        Why::RowsOrColumns => "行与列可能认反了，请核对；必要时用“行列对调”".into(),
        Why::NoYear => "没有写明年度，请填写后才能导入".into(),
        Why::YearOfSpan => "跨年度区间，按最后一年计".into(),
        Why::PartOfYear => "只是部分月份的数值，按全年计入，请核对".into(),
        Why::NoLabel => "没有单位或指标名称，未导入".into(),
        Why::Sum(label) => format!("“{label}”是合计或平均，未导入"),
        Why::Failed(error) => format!("公式出错（{}），按缺数据处理", error.as_str()),
        Why::Unclear(unclear, text) => format!("“{text}”{}，按缺数据处理", unclear_zh(unclear)),
        Why::NoneWritten => "“无”可能是 0，也可能是没有数据，按缺数据处理，请核对".into(),
        Why::About(word) => format!("带有“{word}”，不是准确数，已取数值"),
        Why::Remark(remark) => format!("数值后附有“{remark}”，已取数值并记入说明"),
        Why::OtherMeasure(word) => format!("计量单位“{word}”与本列不同，已换算，请核对"),
        Why::ReadAsPercent => "没有百分号，按百分数读取".into(),
        Why::AnswerForFigure => "此处应为数值，却写的是“是”或“否”，按缺数据处理".into(),
        Why::FigureForAnswer => "此处应为“是”或“否”，却写的是数值，按“是”计".into(),
        Why::Negative => "数量小于 0，请核对".into(),
        Why::AboveWhole => "比率大于 100%，请核对".into(),
        Why::Twice(cell) => format!("与 {cell} 是同一单位、年度和指标，数值不同，此处未取"),
        Why::Merged => "合并单元格，数值只计入第一格".into(),
        Why::FarFromOthers => "与同列其他数值相差千倍以上，请核对计量单位".into(),
    }
}

fn unclear_zh(unclear: &Unclear) -> &'static str {
    match unclear {
        Unclear::Words => "是文字，不是数值",
        Unclear::Date => "是日期，不是数值",
        Unclear::Range => "是一个区间",
        Unclear::Fraction => "是分数或比例",
        Unclear::Comma => "中的逗号可能是小数点，也可能是千分位",
        Unclear::Several => "含有多个数",
        Unclear::TooLarge => "超出可表示的范围",
    }
}

fn en(why: &Why) -> String {
    match why {
        Why::NoTable => "No table of figures was found in this sheet; nothing of it is imported".into(),
        Why::Hidden => "The sheet is hidden and is left out unless you choose it".into(),
        Why::RowsOrColumns => {
            "Rows and columns may have been taken one for the other; swap them if so".into()
        }
        Why::NoYear => "No year is given; it cannot be imported without one".into(),
        Why::YearOfSpan => "Several years: it counts for the last one".into(),
        Why::PartOfYear => {
            "Figures of a part of the year; they count for the whole year, please check".into()
        }
        Why::NoLabel => "No name of a unit or indicator: left out".into(),
        Why::Sum(label) => format!("“{label}” is a sum or mean: left out"),
        Why::Failed(error) => format!("The formula failed ({}): counts as missing", error.as_str()),
        Why::Unclear(unclear, text) => format!("“{text}” {}: counts as missing", unclear_en(unclear)),
        Why::NoneWritten => "“无” may be 0 or no data: counts as missing, please check".into(),
        Why::About(word) => format!("Not exact (“{word}”): the figure is taken"),
        Why::Remark(remark) => {
            format!("“{remark}” stands with the figure, which is taken; the remark is kept")
        }
        Why::OtherMeasure(word) => {
            format!("The measure “{word}” is not its column's: converted, please check")
        }
        Why::ReadAsPercent => "No percent sign: read as a percentage".into(),
        Why::AnswerForFigure => "Yes or no where a figure belongs: counts as missing".into(),
        Why::FigureForAnswer => "A figure where yes or no belongs: counts as yes".into(),
        Why::Negative => "A count below 0, please check".into(),
        Why::AboveWhole => "A share above 100%, please check".into(),
        Why::Twice(cell) => {
            format!("The same unit, year and indicator as {cell} with another value: this one is left out")
        }
        Why::Merged => "A merged cell: it counts for its first place".into(),
        Why::FarFromOthers => "A thousand times off its column: check the measure".into(),
    }
}

fn unclear_en(unclear: &Unclear) -> &'static str {
    match unclear {
        Unclear::Words => "is words, not a figure",
        Unclear::Date => "is a date, not a figure",
        Unclear::Range => "goes from one figure to another",
        Unclear::Fraction => "is a fraction or ratio",
        Unclear::Comma => "has a comma that may be a decimal point",
        Unclear::Several => "holds several figures",
        Unclear::TooLarge => "is larger than can be held",
    }
}
