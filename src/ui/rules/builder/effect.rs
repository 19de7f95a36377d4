//! What a rule does: its kind and the settings of that kind.

use yew::prelude::*;

use super::Form;
use crate::{
    domain::{Effect, Rule, Text},
    ui::components::TextField,
};

const KINDS: [&str; 13] = [
    "veto",
    "stop",
    "deduct",
    "bonus",
    "by_place",
    "zero",
    "cap_grade",
    "set_grade",
    "demote_grade",
    "cap_total",
    "set_total",
    "demote_rank",
    "note",
];

fn kind_of(effect: &Effect) -> &'static str {
    match effect {
        Effect::Veto => "veto",
        Effect::StopScoring => "stop",
        Effect::Deduct { .. } => "deduct",
        Effect::Bonus { .. } => "bonus",
        Effect::MarksByPlace { .. } => "by_place",
        Effect::ZeroCriterion { .. } => "zero",
        Effect::CapGrade { .. } => "cap_grade",
        Effect::SetGrade { .. } => "set_grade",
        Effect::DemoteGrade { .. } => "demote_grade",
        Effect::CapTotal { .. } => "cap_total",
        Effect::SetTotal { .. } => "set_total",
        Effect::DemoteRank { .. } => "demote_rank",
        Effect::Note { .. } => "note",
    }
}

/// The kind of the effect and its settings.
pub fn fields(form: &Form) -> Html {
    html! { <div class="condition-line">{ kind(form) }{ settings(form) }</div> }
}

fn put<T: 'static>(form: &Form, change: impl Fn(&Effect, T) -> Option<Effect> + 'static) -> Callback<T> {
    form.put(move |rule: &Rule, value| Some(Rule { effect: change(&rule.effect, value)?, ..rule.clone() }))
}

fn kind(form: &Form) -> Html {
    let texts = form.texts;
    let name = |kind: &str| match kind {
        "veto" => texts.veto,
        "stop" => texts.stop,
        "deduct" => texts.deduct,
        "bonus" => texts.bonus,
        "by_place" => texts.by_place,
        "zero" => texts.zero,
        "cap_grade" => texts.cap_grade,
        "set_grade" => texts.set_grade,
        "demote_grade" => texts.demote_grade,
        "cap_total" => texts.cap_total,
        "set_total" => texts.set_total,
        "demote_rank" => texts.demote_rank,
        _ => texts.note,
    };
    let options = KINDS.iter().map(|kind| ((*kind).into(), name(kind).into())).collect();
    let scheme = &form.inputs.scheme;
    let (criterion, grade) = (form.first_criterion(), scheme.grades.last().map(|grade| grade.id.clone()));
    let full = scheme.full_marks;
    let on_choose = put(form, move |present, kind: String| {
        let (marks, per, cap) = match present {
            Effect::Deduct { marks, per, cap, .. } | Effect::Bonus { marks, per, cap, .. } => {
                (*marks, per.clone(), *cap)
            }
            _ => (1.0, None, None),
        };
        let grade = match present {
            Effect::CapGrade { grade } | Effect::SetGrade { grade } => Some(grade.clone()),
            _ => grade.clone(),
        };
        let total = match present {
            Effect::CapTotal { marks } | Effect::SetTotal { marks } => *marks,
            _ => (0.6 * full).round(),
        };
        Some(match kind.as_str() {
            "veto" => Effect::Veto,
            "stop" => Effect::StopScoring,
            "deduct" => Effect::Deduct { marks, per, beyond: 0.0, criterion: None, cap },
            "bonus" => Effect::Bonus { marks, per, cap, gate: None },
            "by_place" => Effect::MarksByPlace { top: vec![3.0, 2.0, 1.0], bottom: Vec::new() },
            "zero" => Effect::ZeroCriterion { criterion: criterion.clone()? },
            "cap_grade" => Effect::CapGrade { grade: grade? },
            "set_grade" => Effect::SetGrade { grade: grade? },
            "demote_grade" => Effect::DemoteGrade { by: 1 },
            "cap_total" => Effect::CapTotal { marks: total },
            "set_total" => Effect::SetTotal { marks: total },
            "demote_rank" => Effect::DemoteRank { by: 1 },
            _ => Effect::Note { text: Text::default() },
        })
    });
    form.choice(texts.effect, options, kind_of(&form.rule.effect), on_choose)
}

fn settings(form: &Form) -> Html {
    let texts = form.texts;
    match &form.rule.effect {
        Effect::Veto | Effect::StopScoring => Html::default(),
        Effect::Deduct { .. } | Effect::Bonus { .. } => on_events(form),
        Effect::MarksByPlace { top, bottom } => {
            let field = |label, list: &[f64], set: fn(&Effect, Vec<f64>) -> Option<Effect>| {
                let words: Vec<String> = list.iter().map(ToString::to_string).collect();
                let on_set = put(form, move |present, words: String| {
                    let numbers: Result<Vec<f64>, _> =
                        words.split_whitespace().map(str::parse::<f64>).collect();
                    set(present, numbers.ok().filter(|all| all.iter().all(|one| one.is_finite()))?)
                });
                html! { <TextField {label} value={words.join(" ")} {on_set} /> }
            };
            let set_top = |present: &Effect, top| match present {
                Effect::MarksByPlace { bottom, .. } => {
                    Some(Effect::MarksByPlace { top, bottom: bottom.clone() })
                }
                _ => None,
            };
            let set_bottom = |present: &Effect, bottom| match present {
                Effect::MarksByPlace { top, .. } => Some(Effect::MarksByPlace { top: top.clone(), bottom }),
                _ => None,
            };
            html! { <>{ field(texts.top, top, set_top) }{ field(texts.bottom, bottom, set_bottom) }</> }
        }
        Effect::ZeroCriterion { criterion } => {
            let set = put(form, |_, id: String| Some(Effect::ZeroCriterion { criterion: id.into() }));
            form.choice(texts.criterion, form.criteria(), criterion.as_str(), set)
        }
        Effect::CapGrade { grade } => {
            let set = put(form, |_, id: String| Some(Effect::CapGrade { grade: id.as_str().into() }));
            form.choice(texts.grade, form.grades(), grade.as_str(), set)
        }
        Effect::SetGrade { grade } => {
            let set = put(form, |_, id: String| Some(Effect::SetGrade { grade: id.as_str().into() }));
            form.choice(texts.grade, form.grades(), grade.as_str(), set)
        }
        Effect::DemoteGrade { by } => {
            let set = put(form, |_, by: f64| Some(Effect::DemoteGrade { by: by.round() as u8 }));
            form.number(texts.count, f64::from(*by), (1.0, 20.0), set)
        }
        Effect::DemoteRank { by } => {
            let set = put(form, |_, by: f64| Some(Effect::DemoteRank { by: by.round() as u8 }));
            form.number(texts.count, f64::from(*by), (1.0, 200.0), set)
        }
        Effect::CapTotal { marks } => {
            let set = put(form, |_, marks: f64| Some(Effect::CapTotal { marks }));
            form.number(texts.marks, *marks, (0.0, 1e6), set)
        }
        Effect::SetTotal { marks } => {
            let set = put(form, |_, marks: f64| Some(Effect::SetTotal { marks }));
            form.number(texts.marks, *marks, (0.0, 1e6), set)
        }
        Effect::Note { text } => {
            let zh = put(form, |present, words: String| match present {
                Effect::Note { text } => Some(Effect::Note { text: Text { zh: words, ..text.clone() } }),
                _ => None,
            });
            let en = put(form, |present, words: String| match present {
                Effect::Note { text } => Some(Effect::Note { text: Text { en: words, ..text.clone() } }),
                _ => None,
            });
            html! {
                <>
                    <TextField label={texts.note_zh} value={text.zh.clone()} on_set={zh} />
                    <TextField label={texts.note_en} value={text.en.clone()} on_set={en} />
                </>
            }
        }
    }
}

/// What an act on a deduction or bonus changes.
#[derive(Clone, Debug)]
enum Part {
    Marks(f64),
    Per(String),
    Beyond(f64),
    Criterion(String),
    Cap(Option<f64>),
    Gate(Option<f64>),
}

/// The value of a list that stands for nothing chosen.
const NOTHING: &str = "";

fn changed(effect: &Effect, part: Part) -> Option<Effect> {
    let mut effect = effect.clone();
    let chosen = |id: String| (id != NOTHING).then_some(id);
    match (&mut effect, part) {
        (Effect::Deduct { marks, .. } | Effect::Bonus { marks, .. }, Part::Marks(new)) => *marks = new,
        (Effect::Deduct { per, .. } | Effect::Bonus { per, .. }, Part::Per(id)) => {
            *per = chosen(id).map(Into::into);
        }
        (Effect::Deduct { cap, .. } | Effect::Bonus { cap, .. }, Part::Cap(new)) => *cap = new,
        (Effect::Deduct { beyond, .. }, Part::Beyond(new)) => *beyond = new,
        (Effect::Deduct { criterion, .. }, Part::Criterion(id)) => *criterion = chosen(id).map(Into::into),
        (Effect::Bonus { gate, .. }, Part::Gate(new)) => *gate = new,
        _ => return None,
    }
    Some(effect)
}

/// Marks for each event, or once; from where, how far.
fn on_events(form: &Form) -> Html {
    let texts = form.texts;
    let set = || put(form, |present, part: Part| changed(present, part));
    let number =
        |label, value, part: fn(f64) -> Part| form.number(label, value, (0.0, 1e6), set().reform(part));
    // A limit that may be there or not.
    let limit = |label: &'static str,
                 none: &'static str,
                 value: Option<f64>,
                 start: f64,
                 part: fn(Option<f64>) -> Part| {
        let options = vec![("".into(), none.into()), ("limited".into(), label.into())];
        let on_choose = set().reform(move |chosen: String| part((chosen != NOTHING).then_some(start)));
        let chosen = if value.is_some() { "limited" } else { NOTHING };
        let field = value
            .map(|value| form.number(label, value, (0.0, 1e6), set().reform(move |new| part(Some(new)))));
        html! { <>{ form.choice(label, options, chosen, on_choose) }{ for field }</> }
    };
    let with_nothing = |nothing: &'static str, others: Vec<(AttrValue, AttrValue)>| {
        std::iter::once((NOTHING.into(), nothing.into())).chain(others).collect::<Vec<_>>()
    };
    let per_choice = |per: Option<&str>| {
        let options = with_nothing(texts.once, form.indicators());
        form.choice(texts.per, options, per.unwrap_or(NOTHING), set().reform(Part::Per))
    };
    match &form.rule.effect {
        Effect::Deduct { marks, per, beyond, criterion, cap } => {
            let sources = with_nothing(texts.from_total, form.criteria());
            let from = criterion.as_ref().map_or(NOTHING, |id| id.as_str());
            html! {
                <>
                    { number(texts.marks, *marks, Part::Marks) }
                    { per_choice(per.as_ref().map(|id| id.as_str())) }
                    if per.is_some() { { number(texts.beyond, *beyond, Part::Beyond) } }
                    { form.choice(texts.from_criterion, sources, from, set().reform(Part::Criterion)) }
                    { limit(texts.cap, texts.no_cap, *cap, 5.0, Part::Cap) }
                </>
            }
        }
        Effect::Bonus { marks, per, cap, gate } => html! {
            <>
                { number(texts.marks, *marks, Part::Marks) }
                { per_choice(per.as_ref().map(|id| id.as_str())) }
                { limit(texts.cap, texts.no_cap, *cap, 5.0, Part::Cap) }
                { limit(texts.gate, texts.no_gate, *gate, (0.6 * form.inputs.scheme.full_marks).round(), Part::Gate) }
            </>
        },
        _ => Html::default(),
    }
}
