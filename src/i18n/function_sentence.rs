//! Score functions as words, and the arithmetic of one value through one of them.

use super::{
    Lang,
    figure::{fixed, percent, short, value},
};
use crate::domain::{Measure, MeasureKind, Relative, ScoreFunction, Step};

/// A score function with its settings in the indicator's measure: 线性：0% → 0 分，80% → 满分.
pub fn function(lang: Lang, function: &ScoreFunction, measure: &Measure) -> String {
    let v = |x: f64| value(lang, measure, x);
    let zh = lang == Lang::Zh;
    match function {
        ScoreFunction::Linear { zero, full } if zh => {
            format!("线性：{} → 0 分，{} → 满分", v(*zero), v(*full))
        }
        ScoreFunction::Linear { zero, full } => {
            format!("Linear: {} → no marks, {} → full marks", v(*zero), v(*full))
        }
        ScoreFunction::Steps { below, steps } => in_steps(lang, *below, steps, v),
        ScoreFunction::Piecewise { points } => {
            let points: Vec<String> =
                points.iter().map(|(x, share)| format!("{} → {}", v(*x), percent(*share, 1))).collect();
            let points = points.join(if zh { "，" } else { ", " });
            if zh { format!("折线：{points}") } else { format!("Piecewise: {points}") }
        }
        ScoreFunction::Target { target } if zh => format!("目标值：达到 {} 得满分，未达到按比例", v(*target)),
        ScoreFunction::Target { target } => {
            format!("Target: full marks at {}, in proportion below", v(*target))
        }
        ScoreFunction::YesNo { full_when } => {
            let yes_no = Measure { kind: MeasureKind::YesNo, name: Default::default() };
            let (yes, no) = (
                value(lang, &yes_no, f64::from(u8::from(*full_when))),
                value(lang, &yes_no, f64::from(u8::from(!*full_when))),
            );
            if zh {
                format!("是否：“{yes}”得满分，“{no}”不得分")
            } else {
                format!("Yes or no: “{yes}” earns full marks, “{no}” none")
            }
        }
        ScoreFunction::PerEvent { loss } if zh => {
            format!("按次扣减：每 1 {}扣 {}，扣完为止", lang.pick(&measure.name), percent(*loss, 1))
        }
        ScoreFunction::PerEvent { loss } => {
            format!("Per event: each costs {}, not below nothing", percent(*loss, 1))
        }
        ScoreFunction::Improvement { zero, full, relative } => {
            let change = |x: f64| if *relative { percent(x, 1) } else { v(x) };
            let (zero, full) = (change(*zero), change(*full));
            if zh {
                format!("较上年改善：{zero} → 0 分，{full} → 满分")
            } else {
                format!("Change against last year: {zero} → no marks, {full} → full marks")
            }
        }
        ScoreFunction::Relative { method, higher_is_better } => relative(lang, *method, *higher_is_better),
    }
}

fn in_steps(lang: Lang, below: f64, steps: &[Step], v: impl Fn(f64) -> String) -> String {
    let zh = lang == Lang::Zh;
    let first = steps.first().map(|first| {
        let share = percent(below, 1);
        if zh {
            format!("不足 {} 得 {share}", v(first.from))
        } else {
            format!("below {} earns {share}", v(first.from))
        }
    });
    let others = steps.iter().map(|step| {
        let share = percent(step.share, 1);
        if zh { format!("{} 起得 {share}", v(step.from)) } else { format!("from {} {share}", v(step.from)) }
    });
    let parts: Vec<String> = first.into_iter().chain(others).collect();
    if zh { format!("分档：{}", parts.join("，")) } else { format!("Steps: {}", parts.join(", ")) }
}

fn relative(lang: Lang, method: Relative, higher_is_better: bool) -> String {
    let (zh, en) = match method {
        Relative::MinMax => ("最小值与最大值之间的位置".to_owned(), "between least and most".to_owned()),
        Relative::RankShare => ("按名次".to_owned(), "by place".to_owned()),
        Relative::Percentile => ("百分位".to_owned(), "percentile".to_owned()),
        Relative::ZScore { clamp } => {
            let clamp = short(clamp);
            (format!("标准分，±{clamp} 倍标准差"), format!("z-score within ±{clamp}"))
        }
        Relative::DistanceToBest => ("与最好值之比".to_owned(), "against the best".to_owned()),
    };
    match (lang, higher_is_better) {
        (Lang::Zh, true) => format!("同类比较：{zh}，越高越好；单位增减时会变"),
        (Lang::Zh, false) => format!("同类比较：{zh}，越低越好；单位增减时会变"),
        (Lang::En, true) => format!("Within the class: {en}, more is better; changes when units come or go"),
        (Lang::En, false) => format!("Within the class: {en}, less is better; changes when units come or go"),
    }
}

/// How a value becomes its share of the points, as an equation; what the equation gives beyond 0..=1 is said to be
/// held there. `None` where the equation needs more than the value (other units, last year).
pub fn arithmetic(
    lang: Lang,
    function: &ScoreFunction,
    measure: &Measure,
    x: f64,
    share: f64,
) -> Option<String> {
    let is_share = measure.kind == MeasureKind::Share;
    let n = |x: f64| if is_share { percent(x, 4) } else { short_exact(x) };
    let (equation, raw) = match function {
        ScoreFunction::Linear { zero, full } if *zero == 0.0 => {
            (format!("{} ÷ {}", n(x), n(*full)), x / full)
        }
        ScoreFunction::Linear { zero, full } => {
            (format!("({} − {}) ÷ ({} − {})", n(x), n(*zero), n(*full), n(*zero)), (x - zero) / (full - zero))
        }
        ScoreFunction::Target { target } => (format!("{} ÷ {}", n(x), n(*target)), x / target),
        ScoreFunction::PerEvent { loss } => {
            (format!("1 − {} × {}", short_exact(*loss), n(x)), 1.0 - loss * x)
        }
        _ => return None,
    };
    let held = (raw - share).abs() > 1e-9;
    let held_at = match (lang, held) {
        (_, false) => String::new(),
        (Lang::Zh, true) => format!("，按 {} 计", short(share)),
        (Lang::En, true) => format!(", held at {}", short(share)),
    };
    Some(format!("{equation} = {}{held_at}", short_exact(raw)))
}

/// Four decimals at most, so that an equation can be checked by hand.
pub fn short_exact(x: f64) -> String {
    let text = fixed(x, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Text;

    fn share() -> Measure {
        Measure { kind: MeasureKind::Share, name: Text::default() }
    }

    #[test]
    fn a_linear_function_and_its_arithmetic() {
        let linear = ScoreFunction::Linear { zero: 0.0, full: 0.8 };
        assert_eq!(function(Lang::Zh, &linear, &share()), "线性：0% → 0 分，80% → 满分");
        // 0.732 ÷ 0.8 = 0.915
        assert_eq!(arithmetic(Lang::Zh, &linear, &share(), 0.732, 0.915).unwrap(), "73.2% ÷ 80% = 0.915");
        // 0.9 ÷ 0.8 = 1.125, held at 1
        assert_eq!(arithmetic(Lang::Zh, &linear, &share(), 0.9, 1.0).unwrap(), "90% ÷ 80% = 1.125，按 1 计");
        let less_is_better = ScoreFunction::Linear { zero: 0.5, full: 0.1 };
        // (0.2 − 0.5) ÷ (0.1 − 0.5) = 0.75
        assert_eq!(
            arithmetic(Lang::En, &less_is_better, &share(), 0.2, 0.75).unwrap(),
            "(20% − 50%) ÷ (10% − 50%) = 0.75"
        );
    }

    #[test]
    fn events_cost_a_share_each() {
        let per_event = ScoreFunction::PerEvent { loss: 0.25 };
        let cases = Measure { kind: MeasureKind::Count, name: Text::new("件", "cases") };
        assert_eq!(function(Lang::Zh, &per_event, &cases), "按次扣减：每 1 件扣 25%，扣完为止");
        assert_eq!(
            arithmetic(Lang::Zh, &per_event, &cases, 6.0, 0.0).unwrap(),
            "1 − 0.25 × 6 = −0.5，按 0 计"
        );
    }
}
