//! Texts of what leaves a chart: the menu of files, embedding, the slides of the page.

use crate::{domain::Text, i18n::Lang};

texts! {
    /// Texts of what leaves a chart.
    pub fn deck -> DeckTexts {
        export: "导出" | "Export",
        svg: "矢量图（SVG），文字可改" | "Vector picture (SVG), text stays text",
        copy: "复制为图片" | "Copy as a picture",
        pptx: "幻灯片（PPTX），图表可编辑数据" | "Slide (PPTX), the chart's data can be edited",
    }
}

/// A PNG of so many pixels for a CSS pixel, and how wide it is.
pub fn png(lang: Lang, ratio: u32, width: u32) -> String {
    match lang {
        Lang::Zh => format!("位图（PNG）{ratio} 倍，宽 {width} 像素"),
        Lang::En => format!("Picture (PNG) {ratio}×, {width} pixels wide"),
    }
}

/// The picture is on the clipboard.
pub fn copied() -> Text {
    Text::new(
        "已复制为图片，可直接粘贴到幻灯片或文档。",
        "Copied as a picture: paste it into a slide or a document.",
    )
}

/// The browser does not let the page copy pictures.
pub fn not_copied() -> Text {
    Text::new(
        "未能复制：此浏览器不允许页面复制图片。请改用“导出”中的 PNG 文件插入。",
        "Not copied: this browser does not let the page copy pictures. Save a PNG with “Export” and insert that instead.",
    )
}
