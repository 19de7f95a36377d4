//! Messages: what could not be done and why, what was done. Each in both languages at once, since a message may
//! outlive a switch of language.

use super::import::{import_error, problem};
use crate::{
    app::snapshot::SnapshotError,
    data::{ImportError, Problem},
    domain::Text,
    i18n::Lang,
};

/// The file that could not be taken, and why.
pub fn import_failed(file: &str, error: &ImportError) -> Text {
    Text::new(
        format!("未打开《{file}》：{}。当前内容没有改变。", import_error(Lang::Zh, error)),
        format!("“{file}” was not opened: {}. Nothing was changed.", import_error(Lang::En, error)),
    )
}

/// A file too large to be read.
pub fn file_too_large(file: &str, bytes: u64, most: u64) -> Text {
    let (size, most) = (bytes / 1_000_000, most / (1024 * 1024));
    Text::new(
        format!("未打开《{file}》：文件有 {size} MB，超过 {most} MB 的上限，未读取。当前内容没有改变。"),
        format!(
            "“{file}” was not opened: it has {size} MB, more than the {most} MB that are read. Nothing was changed."
        ),
    )
}

/// A file that the browser could not read.
pub fn file_unreadable(file: &str) -> Text {
    Text::new(
        format!("未打开《{file}》：浏览器无法读取该文件。请确认文件未被占用或移动，然后重试。"),
        format!(
            "“{file}” was not opened: the browser cannot read it. See that it is not in use or moved, and try again."
        ),
    )
}

/// A data set was opened.
pub fn data_set_opened(name: &Text) -> Text {
    Text::new(format!("已打开数据：{}", Lang::Zh.pick(name)), format!("Data opened: {}", Lang::En.pick(name)))
}

/// A scheme was opened.
pub fn scheme_opened(name: &Text) -> Text {
    Text::new(
        format!("已打开方案：{}", Lang::Zh.pick(name)),
        format!("Scheme opened: {}", Lang::En.pick(name)),
    )
}

/// Why kept work could not be taken back, in both languages.
pub fn work_problem(error: &SnapshotError) -> (String, String) {
    match error {
        SnapshotError::Damaged(detail) => {
            (format!("内容已损坏（{detail}）"), format!("it is damaged ({detail})"))
        }
        SnapshotError::Newer(version) => (
            format!("由更新版本的页面保存（格式第 {version} 版）"),
            format!("a newer page wrote it (format version {version})"),
        ),
        SnapshotError::DataSetMissing(id) => {
            (format!("找不到所用的数据“{id}”"), format!("its data set “{id}” is not there"))
        }
        SnapshotError::Scheme(error) => (
            format!("方案有误（{}）", import_error(Lang::Zh, error)),
            format!("its scheme is not in order ({})", import_error(Lang::En, error)),
        ),
    }
}

/// The kept work could not be taken back.
pub fn work_unreadable(error: &SnapshotError) -> Text {
    let (zh, en) = work_problem(error);
    Text::new(
        format!("上次的工作未能恢复：{zh}。已从默认内容开始；原内容另存在本机，没有删除。"),
        format!(
            "The last work could not be taken back: {en}. The page starts afresh; the old work is put aside on this computer, not deleted."
        ),
    )
}

/// A data set or scheme of the user's that was kept could not be read again.
pub fn own_unreadable(error: &ImportError) -> Text {
    Text::new(
        format!("本机保存的一份自有数据或方案无法读取：{}。原内容没有删除。", import_error(Lang::Zh, error)),
        format!(
            "Some data or a scheme of yours kept on this computer cannot be read: {}. It was not deleted.",
            import_error(Lang::En, error)
        ),
    )
}

/// The page has no data or scheme of its own.
pub fn nothing_to_show(lang: Lang) -> String {
    match lang {
        Lang::Zh => "页面内没有数据或方案。".to_owned(),
        Lang::En => "The page holds no data or no scheme.".to_owned(),
    }
}

/// The browser does not save files.
pub fn not_saved() -> Text {
    Text::new(
        "未能保存：此浏览器不允许页面保存文件。",
        "Not saved: this browser does not let the page save files.",
    )
}

/// An act that would leave the scheme out of order, and why.
pub fn act_refused(act: &Text, why: &Problem) -> Text {
    Text::new(
        format!("未执行“{}”：{}。当前内容没有改变。", act.zh, problem(Lang::Zh, why)),
        format!("Not done ({}): {}. Nothing was changed.", act.en, problem(Lang::En, why)),
    )
}
