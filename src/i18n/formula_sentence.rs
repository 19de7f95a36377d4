//! How a derived indicator's value comes from its parts, as an equation with their figures.

use super::Lang;
use crate::domain::{Formula, IndicatorId};

/// The equation: 31,075 天 → 8,330 天，减少 22,745 天; 132 件 ÷ 144 件. `written` gives an indicator's figure with its
/// measure, `difference` the one between two. `None` where a part is missing.
pub fn formula(
    lang: Lang,
    formula: &Formula,
    written: impl Fn(&IndicatorId) -> Option<String>,
    difference: impl Fn(&IndicatorId, &IndicatorId) -> Option<String>,
) -> Option<String> {
    let sum = |ids: &[IndicatorId]| -> Option<String> {
        let parts: Vec<String> = ids.iter().map(&written).collect::<Option<_>>()?;
        Some(if parts.len() == 1 { parts.concat() } else { format!("({})", parts.join(" + ")) })
    };
    Some(match formula {
        Formula::Ratio { part, whole } => format!("{} ÷ {}", sum(part)?, sum(whole)?),
        Formula::ReductionShare { before, after } => {
            let (cut, before, after) = (difference(before, after)?, written(before)?, written(after)?);
            match lang {
                Lang::Zh => format!("{before} → {after}，减少 {cut}"),
                Lang::En => format!("{before} → {after}, {cut} less"),
            }
        }
        Formula::Difference { from, less } => format!("{} − {}", written(from)?, sum(less)?),
        Formula::Sum { of } => of.iter().map(&written).collect::<Option<Vec<_>>>()?.join(" + "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(id: &IndicatorId) -> Option<String> {
        match id.as_str() {
            "statutory" => Some("31,075 天".to_owned()),
            "promised" => Some("8,330 天".to_owned()),
            "won" => Some("3 件".to_owned()),
            _ => None,
        }
    }

    #[test]
    fn a_reduction_names_both_ends_and_the_difference() {
        let cut = Formula::ReductionShare { before: "statutory".into(), after: "promised".into() };
        // 31,075 − 8,330 = 22,745
        let sentence = formula(Lang::Zh, &cut, figure, |_, _| Some("22,745 天".to_owned()));
        assert_eq!(sentence.unwrap(), "31,075 天 → 8,330 天，减少 22,745 天");
    }

    #[test]
    fn sums_are_bracketed_and_a_missing_part_gives_none() {
        let ratio = |part: &[&str], whole: &[&str]| Formula::Ratio {
            part: part.iter().map(|id| IndicatorId::from(*id)).collect(),
            whole: whole.iter().map(|id| IndicatorId::from(*id)).collect(),
        };
        let none = |_: &IndicatorId, _: &IndicatorId| None;
        let sentence = formula(Lang::Zh, &ratio(&["won"], &["won", "won"]), figure, none);
        assert_eq!(sentence.unwrap(), "3 件 ÷ (3 件 + 3 件)");
        assert_eq!(formula(Lang::Zh, &ratio(&["won"], &["unknown"]), figure, none), None);
    }
}
