//! Texts of the workbook to fill in.

use crate::i18n::Lang;

texts! {
    /// Texts of the workbook to fill in.
    pub fn template -> TemplateTexts {
        sheet: "数据填报" | "Figures",
        notes: "填报说明" | "Notes",
        unit: "单位名称" | "Unit",
        class: "单位类别" | "Class",
        year: "年度" | "Year",
        indicator: "指标" | "Indicator",
        measure: "计量单位" | "Measure",
        counts: "口径" | "What it counts",
        yes_no: "是/否" | "yes/no",
        how_row: "每行填写一个单位；可以增加行，也可以复制一份填写其他年度。" | "A row for each unit; rows may be added, and the sheet may be copied for another year.",
        how_share: "比率按百分数填写，例如百分之九十八点五填写 98.5。" | "Shares are given in percent: ninety-eight and a half percent is 98.5.",
        how_missing: "没有数据时留空或填“—”；没有此类事项时填“/”，不要填 0。" | "Where there is no figure leave the cell empty or write —; where there was nothing to count write /, not 0.",
        how_exact: "只填数值，不加文字；需要说明的，写在表外。" | "Figures only, without words; what needs saying is written outside the table.",
        how_import: "填好后把文件拖到法衡页面上，即可导入。" | "When it is filled in, drop the file on the page of Faheng to import it.",
        download: "下载填报模板…" | "Template to fill in…",
        file: "填报模板" | "Template",
    }
}

impl TemplateTexts {
    /// How to fill it in, line by line.
    pub fn how(&self) -> [&'static str; 5] {
        [self.how_row, self.how_share, self.how_missing, self.how_exact, self.how_import]
    }
}

/// A name with its measure behind it.
pub fn with_measure(lang: Lang, name: &str, measure: &str) -> String {
    match lang {
        _ if measure.is_empty() => name.to_owned(),
        Lang::Zh => format!("{name}（{measure}）"),
        Lang::En => format!("{name} ({measure})"),
    }
}
