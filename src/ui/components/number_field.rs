//! A field for a number: it takes full-width digits and commits on Enter or when left, never while one types.

use yew::prelude::*;

use super::use_settling;
use crate::browser::event;

/// Props of [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The present value.
    pub value: f64,
    /// Its name for a screen reader.
    pub label: AttrValue,
    /// The least that is taken.
    #[prop_or(f64::MIN)]
    pub min: f64,
    /// The most that is taken.
    #[prop_or(f64::MAX)]
    pub max: f64,
    /// How far an arrow key moves it.
    #[prop_or(1.0)]
    pub step: f64,
    /// Written and read times this: 100 for a share shown in percent.
    #[prop_or(1.0)]
    pub scale: f64,
    /// There is no present value: the field is empty until one is typed.
    #[prop_or_default]
    pub blank: bool,
    /// Where a committed value goes.
    pub on_set: Callback<f64>,
    /// Where a value goes that arrow keys are still moving; each press is committed where there is none.
    #[prop_or_default]
    pub on_move: Option<Callback<f64>>,
    /// Told when that movement has ended.
    #[prop_or_default]
    pub on_settle: Callback<()>,
    /// It is shown and cannot be changed.
    #[prop_or_default]
    pub locked: bool,
    /// Its id, where a label outside points at it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A field for a number.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let draft = use_state(|| None::<String>);
    let settling = use_settling(&props.on_settle);
    let present = || if props.blank { String::new() } else { written(props.value * props.scale) };
    let shown = draft.as_deref().map_or_else(present, ToOwned::to_owned);
    let (min, max, scale) = (props.min, props.max, props.scale);
    let allowed = move |text: &str| {
        parse_number(text).map(|value| value / scale).filter(|value| (min..=max).contains(value))
    };
    let invalid = draft.as_deref().is_some_and(|text| allowed(text).is_none());
    let on_input = {
        let draft = draft.clone();
        Callback::from(move |e: InputEvent| draft.set(Some(event::value(&e))))
    };
    let commit = {
        let (draft, on_set, value) = (draft.clone(), props.on_set.clone(), props.value);
        let settling = settling.clone();
        Callback::from(move |()| {
            if let Some(new) = draft.as_deref().and_then(allowed)
                && new != value
            {
                settling.now();
                on_set.emit(new);
            }
            draft.set(None);
        })
    };
    let on_key_down = {
        let (draft, commit, on_set) = (draft.clone(), commit.clone(), props.on_set.clone());
        let (value, step, locked) = (props.value, props.step, props.locked);
        let (on_move, settling) = (props.on_move.clone(), settling.clone());
        Callback::from(move |e: KeyboardEvent| {
            let direction = match e.key().as_str() {
                "Enter" => return commit.emit(()),
                "Escape" => return draft.set(None),
                "ArrowUp" if !locked => 1.0,
                "ArrowDown" if !locked => -1.0,
                _ => return,
            };
            e.prevent_default();
            let from = draft.as_deref().and_then(allowed).unwrap_or(value);
            draft.set(None);
            let to = (from + direction * step).clamp(min, max);
            match &on_move {
                None => on_set.emit(to),
                Some(on_move) => {
                    on_move.emit(to);
                    settling.soon();
                }
            }
        })
    };
    let on_blur = {
        let (commit, settling) = (commit.clone(), settling.clone());
        Callback::from(move |_: FocusEvent| {
            settling.now();
            commit.emit(());
        })
    };
    html! {
        <input class="number-field" type="text" inputmode="decimal" autocomplete="off" value={shown}
            id={props.id.clone()} aria-label={props.label.clone()} aria-invalid={invalid.then_some("true")}
            oninput={on_input} onkeydown={on_key_down} onblur={on_blur} readonly={props.locked} />
    }
}

/// A value as a field shows it: at most four decimals, no zeros behind.
fn written(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A number as people type it: full-width digits and signs, thousands separators, a percent sign behind.
fn parse_number(text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .chars()
        .filter_map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
            '．' | '。' => Some('.'),
            '－' | '−' => Some('-'),
            ',' | '，' | ' ' | '%' | '％' => None,
            other => Some(other),
        })
        .collect();
    let starts_well = plain.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.');
    plain.parse().ok().filter(|value: &f64| starts_well && value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        assert_eq!(parse_number("１５．５"), Some(15.5));
        assert_eq!(parse_number(" 31,075 "), Some(31075.0));
        assert_eq!(parse_number("73.2％"), Some(73.2));
        assert_eq!(parse_number("－3"), Some(-3.0));
        for text in ["", "abc", "inf", "NaN", "1e999", "十"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_short() {
        assert_eq!(written(15.0), "15");
        assert_eq!(written(33.333_333), "33.3333");
        assert_eq!(written(-0.000_01), "0");
    }
}
