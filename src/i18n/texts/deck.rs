//! Texts of what leaves a chart: the menu of files, embedding, the slides of the page.

use crate::{
    app::{DeckAction, SlideDeck},
    domain::Text,
    i18n::Lang,
};

texts! {
    /// Texts of what leaves a chart.
    pub fn deck -> DeckTexts {
        export: "导出" | "Export",
        svg: "矢量图（SVG），文字可改" | "Vector picture (SVG), text stays text",
        copy: "复制为图片" | "Copy as a picture",
        pptx: "幻灯片（PPTX），图表可编辑数据" | "Slide (PPTX), the chart's data can be edited",
        embed: "嵌入其他网页的代码" | "Code for another page",
        embed_heading: "嵌入网页或网页幻灯片" | "In another page or web slides",
        embed_hint: "把本页文件放在演示文稿旁边，将下面的代码粘贴进去（reveal.js、Marp 等均可）。图随框架大小变化，断网可用。" | "Put this page's file beside your slides and paste the code (reveal.js, Marp and others). The chart follows the size of its frame and needs no network.",
        embed_own: "此图用到自有数据，或改动过的方案：只在本机、本浏览器中如此显示。交给他人请用 SVG。" | "This chart rests on data of your own or on a changed scheme: it shows so only in this browser on this computer. To hand it on, use the SVG.",
        embed_code: "嵌入代码" | "Code",
        ground: "底色" | "Ground",
        light: "浅色" | "Light",
        dark: "深色" | "Dark",
        copy_code: "复制代码" | "Copy code",
        code_copied: "已复制" | "Copied",
        code_not_copied: "未能复制，请选中后按 Ctrl+C" | "Not copied: select it and press Ctrl+C",
        svg_alone: "改用独立的 SVG 文件" | "Use an SVG file of its own instead",
        close: "关闭" | "Close",
        heading: "汇报" | "Slides",
        list: "幻灯片" | "Slides",
        empty_heading: "还没有幻灯片" | "No slides yet",
        empty: "在图表、趋势、审批时限各屏的图上点“加入汇报”，图就会出现在这里；顺序、标题和备注随后可改。" | "Press “Add to slides” on any chart of the other screens and it appears here; order, headline and note can be changed later.",
        to_charts: "去选图表" | "To the charts",
        to_trends: "去看趋势" | "To the trends",
        to_approval: "去看审批时限" | "To the approval times",
        present: "放映" | "Present",
        save: "存为 PPTX" | "Save as PPTX",
        size: "版式" | "Size",
        wide: "16:9" | "16:9",
        standard: "4:3" | "4:3",
        cover_title: "题目" | "Title",
        cover_byline: "单位、日期" | "Who and when",
        with_cover: "有封面" | "With a cover",
        headline: "标题" | "Headline",
        headline_hint: "留空则用图自己的标题" | "Empty: the chart's own title",
        note: "备注（放映时不显示，写入 PPTX 备注）" | "Note (not projected; goes into the notes of the PPTX)",
        up: "上移" | "Move up",
        down: "下移" | "Move down",
        remove: "移除" | "Remove",
        keys: "Alt+↑ / Alt+↓ 调整顺序，也可拖动" | "Alt+↑ / Alt+↓ reorder, or drag",
        previous: "上一张" | "Previous",
        next: "下一张" | "Next",
        leave: "结束放映" | "End",
        weights: "分值" | "Weights",
        pointer: "激光笔" | "Pointer",
        timer: "用时，点击归零" | "Time, click to restart",
        undo: "撤销" | "Undo",
        presenting: "放映" | "Presentation",
        presenting_keys: "← → 翻页，W 分值，P 激光笔，T 计时归零，Esc 结束" | "← → turn, W weights, P pointer, T timer, Esc ends",
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

/// The name of a step on the slides, for undo; places as they were before it.
pub fn step(action: &DeckAction, before: &SlideDeck) -> Text {
    let place = |id: u32| before.find(id).map_or(0, |(place, _)| place + 1);
    match action {
        DeckAction::Add(_) => Text::new("加入汇报", "Add to slides"),
        DeckAction::Remove(id) => {
            let place = place(*id);
            Text::new(format!("移除第 {place} 张幻灯片"), format!("Remove slide {place}"))
        }
        DeckAction::Move(id, to) => {
            let (from, to) = (place(*id), to.saturating_add(1));
            Text::new(
                format!("移动第 {from} 张幻灯片到第 {to} 张"),
                format!("Move slide {from} to place {to}"),
            )
        }
        DeckAction::SetHeadline(id, _) => {
            let place = place(*id);
            Text::new(format!("第 {place} 张幻灯片的标题"), format!("Headline of slide {place}"))
        }
        DeckAction::SetNote(id, _) => {
            let place = place(*id);
            Text::new(format!("第 {place} 张幻灯片的备注"), format!("Note of slide {place}"))
        }
        DeckAction::SetCover(None) => Text::new("去掉封面", "No cover"),
        DeckAction::SetCover(Some(_)) => Text::new("封面", "Cover"),
        DeckAction::SetStandard(true) => Text::new("版式改为 4:3", "Slides of 4:3"),
        DeckAction::SetStandard(false) => Text::new("版式改为 16:9", "Slides of 16:9"),
    }
}

/// Puts a chart on a slide; it is on so many already.
pub fn add(lang: Lang, slides: usize) -> String {
    match (lang, slides) {
        (Lang::Zh, 0) => "加入汇报".to_owned(),
        (Lang::Zh, _) => "已加入汇报".to_owned(),
        (Lang::En, 0) => "Add to slides".to_owned(),
        (Lang::En, _) => "On the slides".to_owned(),
    }
}

/// The 3rd of 12 slides.
pub fn place(lang: Lang, place: usize, of: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {place} 张，共 {of} 张"),
        Lang::En => format!("Slide {place} of {of}"),
    }
}

/// The data set that a frame asks for is not in the page.
pub fn no_such_data(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Zh => format!("此图所用的数据“{id}”不在本页中。请在本机的法衡中打开该数据，或改用 SVG。"),
        Lang::En => format!(
            "The data “{id}” of this chart is not in the page. Open it in Faheng on this computer, or use the SVG."
        ),
    }
}
