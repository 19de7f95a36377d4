//! Texts of projects: one file with the work, its variants and its own data.

use super::notice::work_problem;
use crate::{app::snapshot::SnapshotError, domain::Text, i18n::Lang};

texts! {
    /// Texts of projects.
    pub fn project -> ProjectTexts {
        save: "保存项目…" | "Save the project…",
        save_copy: "另存为带项目的网页…" | "Save as a page with the project…",
        save_read_only: "另存为只读网页…" | "Save as a read-only page…",
        read_only: "只读副本" | "Read-only copy",
        read_only_why: "本页是只读副本：可以查看各屏、年度和单位，不能改动方案和数据，也不在本机保存。" | "This page is a copy for reading: screens, years and units can be looked at; scheme and data cannot be changed, and nothing is kept on this computer.",
        file: "项目" | "project",
    }
}

fn both(name: &Text) -> (String, String) {
    (Lang::Zh.pick(name).to_owned(), Lang::En.pick(name).to_owned())
}

/// A change that a copy for reading refuses.
pub fn read_only_refused() -> Text {
    Text::new(
        "本页是只读副本，不能改动；没有任何改变。",
        "This page is a copy for reading and cannot be changed. Nothing was changed.",
    )
}

/// The step of opening a project.
pub fn opened_step(name: &Text) -> Text {
    let (zh, en) = both(name);
    Text::new(format!("打开项目 {zh}"), format!("Project opened: {en}"))
}

/// A project was opened.
pub fn opened(name: &Text) -> Text {
    let (zh, en) = both(name);
    Text::new(
        format!("已打开项目：{zh}。可用“撤销”回到打开之前。"),
        format!("Project opened: {en}. Undo goes back to what was there before."),
    )
}

/// A project whose work does not fit.
pub fn not_opened(error: &SnapshotError) -> Text {
    let (zh, en) = work_problem(error);
    Text::new(
        format!("未打开项目：{zh}。当前内容没有改变。"),
        format!("The project was not opened: {en}. Nothing was changed."),
    )
}
