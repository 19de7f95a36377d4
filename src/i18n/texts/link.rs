//! Texts of links that carry a scheme, and of beginning again.

use crate::{data::ImportError, domain::Text, i18n::Lang};

use super::import::import_error;

texts! {
    /// Texts of the file menu for links and beginning again.
    pub fn link -> LinkTexts {
        copy: "复制方案链接" | "Copy a link to the scheme",
        start_over: "重新开始…" | "Start over…",
        sure: "重新开始将回到随页数据和方案，清空幻灯片和锁定；自己的数据和方案仍在列表中，之后可以撤销。要继续吗？" | "Starting over goes back to the data and scheme of the page and clears slides and locks. Your own data and schemes stay in their lists, and it can be undone. Go on?",
    }
}

/// The link is on the clipboard.
pub fn copied(is_file: bool) -> Text {
    if is_file {
        Text::new(
            "方案链接已复制。本页从磁盘打开，同事的文件位置可能不同：请其打开自己的页面，把链接中 # 及以后的部分接在地址后面。",
            "The link is copied. This page was opened from disk and a colleague's may lie elsewhere: let them open their own page and put the part from # on behind its address.",
        )
    } else {
        Text::new(
            "方案链接已复制，方案全部在链接中，不经过服务器。",
            "The link is copied. The whole scheme is in it; no server sees it.",
        )
    }
}

/// The browser does not let the page copy.
pub fn not_copied() -> Text {
    Text::new(
        "浏览器不允许本页复制。请改用“文件 → 保存方案…”发送方案文件。",
        "The browser does not let the page copy. Send the scheme as a file instead: File → Save the scheme…",
    )
}

/// A scheme was taken from a link.
pub fn taken(name: &Text, known: bool) -> Text {
    let (zh, en) = (Lang::Zh.pick(name), Lang::En.pick(name));
    if known {
        Text::new(
            format!("链接中的方案“{zh}”已在列表中，现已选用。"),
            format!("“{en}” from the link was there already and is chosen now."),
        )
    } else {
        Text::new(
            format!("已从链接加入方案“{zh}”并选用；原有方案没有改变，可撤销。"),
            format!(
                "“{en}” was taken from the link and is chosen now; other schemes are as they were, and this can be undone."
            ),
        )
    }
}

/// The name of the n-th scheme of one name.
pub fn numbered(name: &Text, nth: usize) -> Text {
    let en = if name.en.is_empty() { String::new() } else { format!("{} ({nth})", name.en) };
    Text::new(format!("{}（{nth}）", name.zh), en)
}

/// The link cannot be read.
pub fn unreadable(error: &ImportError) -> Text {
    Text::new(
        format!(
            "链接中的方案无法读取：{}。链接可能被截断，请重新复制完整链接。当前内容没有改变。",
            import_error(Lang::Zh, error)
        ),
        format!(
            "The scheme in the link cannot be read: {}. The link may be cut off; copy all of it again. Nothing was changed.",
            import_error(Lang::En, error)
        ),
    )
}

/// The step of beginning again.
pub fn start_over_step() -> Text {
    Text::new("重新开始", "Started over")
}

/// It was begun again.
pub fn started_over() -> Text {
    Text::new("已重新开始；可以撤销。", "Started over; this can be undone.")
}
