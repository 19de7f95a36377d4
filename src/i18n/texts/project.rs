//! Texts of projects: one file with the work, its variants and its own data.

use super::notice::work_problem;
use crate::{app::snapshot::SnapshotError, domain::Text, i18n::Lang};

texts! {
    /// Texts of projects.
    pub fn project -> ProjectTexts {
        save: "保存项目…" | "Save the project…",
        file: "项目" | "project",
    }
}

fn both(name: &Text) -> (String, String) {
    (Lang::Zh.pick(name).to_owned(), Lang::En.pick(name).to_owned())
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
