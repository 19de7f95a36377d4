//! Icons as inline drawings in the colour of the text around them. Never the only carrier of a meaning: the element
//! around one has a name.

use yew::prelude::*;

/// The icons of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Points left.
    Left,
    /// Points right.
    Right,
    /// Points up.
    Up,
    /// Points down.
    Down,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Light and dark.
    Contrast,
    /// A sheet with a folded corner.
    File,
    /// Done.
    Check,
    /// Something to look at.
    Alert,
    /// Close.
    Close,
    /// Search.
    Search,
    /// Vetoed.
    Barred,
    /// 总览.
    Overview,
    /// 评分.
    Scoring,
    /// 规则.
    Rules,
    /// 趋势.
    Trends,
    /// 审批时限.
    Clock,
    /// 汇报.
    Slides,
    /// 数据.
    Table,
    /// 方法.
    Help,
    /// 比较.
    Compare,
    /// 图表.
    Bars,
    /// 方案.
    Tree,
    /// 打印.
    Print,
    /// Locked.
    Locked,
    /// Not locked.
    Unlocked,
}

/// The strokes of an icon on a field of 16 × 16.
fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Left => "M10 3.5 5.5 8l4.5 4.5",
        Icon::Right => "M6 3.5 10.5 8 6 12.5",
        Icon::Up => "M3.5 10 8 5.5l4.5 4.5",
        Icon::Down => "M3.5 6 8 10.5 12.5 6",
        Icon::Undo => "M6 3 2.5 6.5 6 10M3 6.5h6.2a3.6 3.6 0 0 1 0 7.2H6.5",
        Icon::Redo => "M10 3l3.5 3.5L10 10M13 6.5H6.8a3.6 3.6 0 0 0 0 7.2h2.7",
        Icon::Contrast => {
            "M8 2.2a5.8 5.8 0 1 0 0 11.6ZM8 2.2a5.8 5.8 0 0 1 0 11.6M8 5.5h4.8M8 8h5.6M8 10.5h4.8"
        }
        Icon::File => "M4 1.8h5l3.2 3.2v9.2H4zM8.8 2v3.4h3.2",
        Icon::Check => "M3 8.5 6.5 12 13 4.5",
        Icon::Alert => "M8 2.2 14.4 13.4H1.6zM8 6.4v3.4M8 11.4v.4",
        Icon::Close => "M4 4l8 8M12 4l-8 8",
        Icon::Search => "M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.4 10.4 14 14",
        Icon::Barred => "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 0 1 0-11.6M4 4l8 8",
        Icon::Overview => {
            "M2.5 2.5h4.6v6H2.5zM8.9 2.5h4.6v3.4H8.9zM8.9 7.7h4.6v5.8H8.9zM2.5 10.3h4.6v3.2H2.5z"
        }
        Icon::Scoring => "M2.5 4.5h11M2.5 11.5h11M6 2.8v3.4M10.5 9.8v3.4",
        Icon::Rules => {
            "M8 2v11.5M5 13.5h6M2.8 4.6 13.2 4.6M4 4.8 2 9.6a2.1 2.1 0 0 0 4 0zM12 4.8l-2 4.8a2.1 2.1 0 0 0 4 0z"
        }
        Icon::Trends => "M2.5 2.5v11h11M4.5 10.5l3-3.4 2.3 2 3.7-5",
        Icon::Clock => "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 0 1 0-11.6M8 4.8V8l2.4 1.6",
        Icon::Help => {
            "M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 0 1 0-11.6M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.3M8 11.3v.3"
        }
        Icon::Compare => "M6.5 2.5v11M9.5 2.5v11M2.5 5l4-2.5M2.5 8.5h4M13.5 5l-4 3.5M13.5 11l-4-2.5",
        Icon::Bars => "M2.5 2.5v11M2.5 4.2h9.2v2H2.5M2.5 7.6h6.4v2H2.5M2.5 11h10.8v2H2.5",
        Icon::Tree => "M2.5 3h5M5 3v9.5M5 7.5h4M5 12.5h4M9 5.8h4.5v3.4H9zM9 10.8h4.5v3.4H9z",
        Icon::Locked => "M3.5 7.5h9v6h-9zM5.3 7.5V5.2a2.7 2.7 0 0 1 5.4 0v2.3",
        Icon::Unlocked => "M3.5 7.5h9v6h-9zM5.3 7.5V4.8a2.7 2.7 0 0 1 5.2-1",
        Icon::Print => "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
        Icon::Slides => {
            "M2 2.8h12M3 2.8v7.4h10V2.8M8 10.2v2M5.2 14.2 8 12.2l2.8 2M5.6 7.6l1.8-2 1.4 1.2 2-2.2"
        }
        Icon::Table => "M2.5 3h11v10h-11zM2.5 6.4h11M2.5 9.7h11M6.4 6.4V13",
    }
}

/// The icon as a drawing that a screen reader passes over.
pub fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={path(icon)} />
        </svg>
    }
}
