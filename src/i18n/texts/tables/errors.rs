//! Why the tables of a file cannot be read, and what to do.

use crate::{
    data::table::{Foreign, TableError},
    i18n::Lang,
};

/// The sentence for an error: what it is and what to do.
pub fn table_error(lang: Lang, error: &TableError) -> String {
    match lang {
        Lang::Zh => zh(error),
        Lang::En => en(error),
    }
}

fn zh(error: &TableError) -> String {
    match error {
        TableError::Empty => "文件是空的，请确认导出是否成功。".into(),
        TableError::TooLarge { bytes, most } => {
            format!("文件有 {} MB，超过 {} MB 的上限，请拆分后再导入。", bytes >> 20, most >> 20)
        }
        TableError::UnpacksTooLarge { most } => {
            format!("文件解压后超过 {} MB 的上限，已停止读取。请确认文件来源，或拆分后再导入。", most >> 20)
        }
        TableError::TooManyCells { most } => {
            format!("文件中的非空单元格超过 {} 万个的上限，已停止读取。请拆分后再导入。", most / 10_000)
        }
        TableError::Encrypted => "文件已加密。请用原软件打开，去掉密码后另存，再导入。".into(),
        TableError::Damaged { part, problem } => {
            format!("文件已损坏（{part}：{problem}）。请用原软件打开并另存，或重新取得文件。")
        }
        TableError::Foreign(foreign) => foreign_zh(*foreign).into(),
        TableError::Undecodable => "无法识别文件的文字编码。请另存为 UTF-8 或 XLSX 后再导入。".into(),
    }
}

fn en(error: &TableError) -> String {
    match error {
        TableError::Empty => "The file is empty; see whether its export went through.".into(),
        TableError::TooLarge { bytes, most } => {
            format!(
                "The file has {} MB, more than the {} MB that are read; split it.",
                bytes >> 20,
                most >> 20
            )
        }
        TableError::UnpacksTooLarge { most } => format!(
            "Unpacked, the file exceeds {} MB; reading was stopped. See where it comes from, or split it.",
            most >> 20
        ),
        TableError::TooManyCells { most } => {
            format!("The file has more than {most} filled cells; reading was stopped. Split it.")
        }
        TableError::Encrypted => {
            "The file is encrypted. Open it in its own program, save it without a password, and import that."
                .into()
        }
        TableError::Damaged { part, problem } => format!(
            "The file is damaged ({part}: {problem}). Open it in its own program and save it anew, or get it again."
        ),
        TableError::Foreign(foreign) => foreign_en(*foreign).into(),
        TableError::Undecodable => {
            "The encoding of the file's text is not known. Save it as UTF-8 or XLSX and import that.".into()
        }
    }
}

fn foreign_zh(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Json => "这是 JSON 文件，但不是法衡的数据或方案。",
        Foreign::Xlsb => "这是二进制格式的 Excel 工作簿（XLSB），请另存为 XLSX 后再导入。",
        Foreign::OldExcel => "这是 1993 年以前的 Excel 文件，请另存为 XLSX 后再导入。",
        Foreign::WebArchive => "这是网页存档（MHT），请用 Excel 打开并另存为 XLSX 后再导入。",
        Foreign::Document => "这是文字文档，请把其中的表格复制到电子表格并另存后再导入。",
        Foreign::Slides => "这是演示文稿，没有可导入的表格。",
        Foreign::Pdf => "这是 PDF 文件，没有可导入的表格。",
        Foreign::Picture => "这是图片，没有可导入的表格。",
        Foreign::Archive => "这是压缩文件，请解压后再导入其中的表格。",
        Foreign::NoTableInIt => "文件里没有表格。",
        Foreign::Unknown => "无法识别这是什么文件。可导入 XLSX、XLS、ODS、CSV、TSV、XML 表格和 HTML 表格。",
    }
}

fn foreign_en(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Json => "This is a JSON file, but no data set or scheme of Faheng.",
        Foreign::Xlsb => "This is a binary Excel workbook (XLSB); save it as XLSX and import that.",
        Foreign::OldExcel => "This is an Excel file from before 1993; save it as XLSX and import that.",
        Foreign::WebArchive => {
            "This is a web archive (MHT); open it in Excel, save it as XLSX and import that."
        }
        Foreign::Document => "This is a text document; copy its tables into a spreadsheet and import that.",
        Foreign::Slides => "These are slides; there is no table to import.",
        Foreign::Pdf => "This is a PDF; there is no table to import.",
        Foreign::Picture => "This is a picture; there is no table to import.",
        Foreign::Archive => "This is an archive; unpack it and import the tables in it.",
        Foreign::NoTableInIt => "There is no table in the file.",
        Foreign::Unknown => {
            "The file is of no known kind. XLSX, XLS, ODS, CSV, TSV, XML and HTML tables can be imported."
        }
    }
}
