//! Texts of how work is kept: large data, and other tabs.

use super::notice::work_problem;
use crate::{app::snapshot::SnapshotError, domain::Text, i18n::Lang};

texts! {
    /// Texts of how work is kept.
    pub fn keeping -> KeepingTexts {
        writing: "正在保存…" | "Saving…",
        reading: "正在读取上次的数据…" | "Reading the data of the last time…",
    }
}

/// Two tabs go on with the same work.
pub fn other_tab() -> Text {
    Text::new(
        "另一个标签页也改动了同一份工作。两份各自保存，互不覆盖；另一份可从“文件”菜单取回。",
        "Another tab changed the same work. Both are kept apart, neither writes over the other; the file menu takes the other one back.",
    )
}

/// The command that takes back what another tab kept at a time.
pub fn take_back(lang: Lang, time: &str) -> String {
    match lang {
        Lang::Zh => format!("取回另一份工作（{time}）"),
        Lang::En => format!("Take back other work ({time})"),
    }
}

/// The step of taking it back.
pub fn taken_back_step() -> Text {
    Text::new("取回另一份工作", "Other work taken back")
}

/// It was taken back.
pub fn taken_back() -> Text {
    Text::new(
        "已取回另一份工作；可用“撤销”回到取回之前。",
        "The other work was taken back. Undo goes back to what was there before.",
    )
}

/// It could not be.
pub fn not_taken_back(error: &SnapshotError) -> Text {
    let (zh, en) = work_problem(error);
    Text::new(
        format!("另一份工作未能取回：{zh}。当前内容没有改变。"),
        format!("The other work was not taken back: {en}. Nothing was changed."),
    )
}

/// Large data of the user's could not be read from the browser's database.
pub fn database_unreadable() -> Text {
    Text::new(
        "一份自有数据保存在浏览器数据库中，这次未能读出。原内容没有删除；请重新打开本页再试。",
        "Some data of yours is kept in the browser's database and could not be read this time. It was not deleted; open the page again to retry.",
    )
}
