//! Texts of the tour.

use crate::{app::tour::Stop, i18n::Lang};

texts! {
    /// Texts of the tour.
    pub fn tour -> TourTexts {
        begin: "两分钟导览" | "Two-minute tour",
        next: "下一步" | "Next",
        back: "上一步" | "Back",
        done: "完成" | "Done",
        leave: "结束导览" | "End the tour",
    }
}

/// 第 3 步，共 8 步.
pub fn step(lang: Lang, nth: usize, of: usize) -> String {
    match lang {
        Lang::Zh => format!("第 {nth} 步，共 {of} 步"),
        Lang::En => format!("Step {nth} of {of}"),
    }
}

/// The heading and the words of a stop.
pub fn stop(lang: Lang, stop: Stop) -> (&'static str, &'static str) {
    match (lang, stop) {
        (Lang::Zh, Stop::Data) => {
            ("先选数据", "这里选数据和年度，右边选方案。自己的表格从“文件”打开，或直接拖到页面上。")
        }
        (Lang::Zh, Stop::Weights) => (
            "调整分值",
            "拖动滑块或输入数字，得分、等次和名次立即随之变化。锁住的项不动；“保持合计”时其余各项自动让出。",
        ),
        (Lang::Zh, Stop::Ranking) => {
            ("看排名", "每条横柱按一级评分项分色。被一票否决的单位列在最后并划去，写明触发的规则和数值。")
        }
        (Lang::Zh, Stop::Reasons) => {
            ("问为什么", "点单位名称，得分会一直拆到每个数值、出处和原文，并可打印成一页。")
        }
        (Lang::Zh, Stop::Rules) => (
            "规则与否决",
            "每条规则写明依据和触及的单位。可以停用、改阈值，或用菜单新建；数据不足以判定的列为待核。",
        ),
        (Lang::Zh, Stop::Charts) => (
            "选一张图",
            "排名、分布、失分构成、热力图等，标题直接写出结论。每张图都可存为图片，或作为可编辑的图表放进幻灯片。",
        ),
        (Lang::Zh, Stop::Slides) => {
            ("用于汇报", "收集图表，排序、加标题和备注，全屏演示时还能当场调整分值；也可导出 PPTX。")
        }
        (Lang::Zh, Stop::Keep) => (
            "保存与发送",
            "工作自动保存在本机。这里可导出带公式的工作簿、项目文件，或带着项目的整个网页，发给同事打开即用。",
        ),
        (Lang::En, Stop::Data) => (
            "Choose the data",
            "Data set and year here, the scheme beside them. Your own tables are opened by the file menu or dropped on the page.",
        ),
        (Lang::En, Stop::Weights) => (
            "Move the weights",
            "Pull a slider or type a number: scores, grades and places follow at once. Locked ones stay; with the sum held the others give way.",
        ),
        (Lang::En, Stop::Ranking) => (
            "Read the ranking",
            "Each bar shows the first-level criteria. Vetoed units stand last, struck through, with the rule and the values that fired it.",
        ),
        (Lang::En, Stop::Reasons) => (
            "Ask why",
            "Click a unit's name: its score comes apart down to each figure, its source and the words printed there, on one sheet of paper if you like.",
        ),
        (Lang::En, Stop::Rules) => (
            "Rules and vetoes",
            "Each rule has its basis and the units it hits. Switch it off, change its threshold, or build one from menus; what cannot be decided is listed.",
        ),
        (Lang::En, Stop::Charts) => (
            "Pick a chart",
            "Ranking, distribution, lost marks, heat map and more, each titled with its finding. Save it as a picture, or as a chart that PowerPoint can edit.",
        ),
        (Lang::En, Stop::Slides) => (
            "Present it",
            "Collect charts, order and word them, present full screen and move a weight before the audience; or save a PPTX.",
        ),
        (Lang::En, Stop::Keep) => (
            "Keep and send",
            "Work is kept on this computer as you go. Here are the workbook with formulas, the project file, and the page itself with the project in it for a colleague.",
        ),
    }
}
