//! Names of the acts that shape a scheme, in both languages at once, and what they name anew.

use crate::{domain::Text, i18n::Lang};

/// A text of the user's with no language empty.
fn both(text: &Text) -> Text {
    Text::new(Lang::Zh.pick(text), Lang::En.pick(text))
}

fn act(zh: &str, en: &str, name: &Text) -> Text {
    let name = both(name);
    Text::new(format!("{zh} {}", name.zh), format!("{en}: {}", name.en))
}

/// The scheme has another name.
pub fn renamed(before: &Text, after: &Text) -> Text {
    let (before, after) = (both(before), both(after));
    Text::new(
        format!("方案名称 {} → {}", before.zh, after.zh),
        format!("Name of the scheme: {} → {}", before.en, after.en),
    )
}

/// A grade has another name.
pub fn grade_renamed(before: &Text, after: &Text) -> Text {
    let (before, after) = (both(before), both(after));
    Text::new(
        format!("等次名称 {} → {}", before.zh, after.zh),
        format!("Name of a grade: {} → {}", before.en, after.en),
    )
}

/// A grade was added, with its band.
pub fn band_added() -> Text {
    Text::new("新增等次", "Grade added")
}

/// A grade was taken away, with its band.
pub fn band_removed(grade: &Text) -> Text {
    act("删除等次", "Grade removed", grade)
}

/// The name of a new grade.
pub fn new_grade() -> Text {
    Text::new("新等次", "New grade")
}

/// A criterion was added.
pub fn added(name: &Text) -> Text {
    act("新增评分项", "Criterion added", name)
}

/// A criterion was put into a group of its own.
pub fn grouped(name: &Text) -> Text {
    act("归组", "Grouped", name)
}

/// A criterion was taken away.
pub fn removed(name: &Text) -> Text {
    act("删除评分项", "Criterion removed", name)
}

/// A criterion was copied.
pub fn copied(name: &Text) -> Text {
    act("复制评分项", "Criterion copied", name)
}

/// A criterion was moved among its siblings, or into another group.
pub fn moved(name: &Text, into: Option<&Text>) -> Text {
    let moved = act("移动评分项", "Criterion moved", name);
    let Some(into) = into.map(both) else { return moved };
    Text::new(format!("{} → {}", moved.zh, into.zh), format!("{} → {}", moved.en, into.en))
}

/// Something of a criterion was changed.
pub fn changed(name: &Text) -> Text {
    act("修改评分项", "Criterion changed", name)
}

/// A rule was added.
pub fn rule_added(name: &Text) -> Text {
    act("新增规则", "Rule added", name)
}

/// A rule was changed.
pub fn rule_changed(name: &Text) -> Text {
    act("修改规则", "Rule changed", name)
}

/// A rule was taken away.
pub fn rule_removed(name: &Text) -> Text {
    act("删除规则", "Rule removed", name)
}

/// The name of a new group.
pub fn new_group() -> Text {
    Text::new("新分组", "New group")
}

/// The name of a copy.
pub fn copy_of(name: &Text) -> Text {
    let of =
        |text: &str, behind: &str| if text.is_empty() { String::new() } else { format!("{text}{behind}") };
    Text::new(of(&name.zh, "（副本）"), of(&name.en, " (copy)"))
}
