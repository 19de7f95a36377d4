//! Acts that shape the scheme, one by one and in any order.

use proptest::prelude::*;

use super::*;
use crate::{
    app::{Action, Tone, fixture, reduce},
    domain::{Condition, CriterionId, Effect, ScoreFunction},
};

fn act(state: &State, act: SchemeEdit) -> State {
    reduce(state, Action::Shape(act))
}

fn ids(state: &State) -> Vec<String> {
    state.inputs.scheme.criteria.iter().map(|c| c.id.to_string()).collect()
}

#[test]
fn a_leaf_is_added_with_the_mean_points_of_its_siblings() {
    let start = fixture::state();
    let added = act(&start, SchemeEdit::AddLeaf { under: None, indicator: "lost".into() });
    assert_eq!(ids(&added), ["a", "b", "lost"]);
    // The mean of 60 and 40.
    assert_eq!(added.inputs.scheme.criteria[2].points, 50.0);
    assert_eq!(added.history.undo_name().unwrap().zh, "新增评分项 败诉率");
    assert!(added.scheme_changed());
    assert_eq!(reduce(&added, Action::Undo).inputs, start.inputs);
    assert!(!reduce(&added, Action::ResetScheme).scheme_changed(), "the delivered scheme is still there");
}

#[test]
fn what_a_rule_speaks_of_is_not_taken_away() {
    let mut rule = fixture::scheme().rules[0].clone();
    rule.effect = Effect::ZeroCriterion { criterion: "b1".into() };
    let start = act(&fixture::state(), SchemeEdit::PutRule(Box::new(rule)));
    assert_eq!(start.history.undo_name().unwrap().en, "Rule changed: Losing veto");
    let refused = act(&start, SchemeEdit::RemoveCriterion("b1".into()));
    assert_eq!(refused.inputs, start.inputs);
    let notice = refused.view.notice.unwrap();
    assert_eq!(notice.tone, Tone::Problem);
    assert!(notice.text.zh.contains("b1"), "{}", notice.text.zh);
}

#[test]
fn a_rule_is_added_under_an_id_of_its_own_and_taken_away() {
    let rule = fixture::scheme().rules[0].clone();
    let two = act(&fixture::state(), SchemeEdit::AddRule(Box::new(rule)));
    assert_eq!(two.inputs.scheme.rules[1].id.as_str(), "v-2");
    let one = act(&two, SchemeEdit::RemoveRule("v".into()));
    assert_eq!(one.inputs.scheme.rules.len(), 1);
    // A rule that waits for itself is refused.
    let mut circle = one.inputs.scheme.rules[0].clone();
    circle.when = Condition::Fired("v-2".into());
    let refused = act(&one, SchemeEdit::PutRule(Box::new(circle)));
    assert_eq!(refused.inputs, one.inputs);
    assert!(refused.view.notice.is_some());
}

#[test]
fn a_criterion_keeps_its_children_when_it_is_changed() {
    let start = fixture::state();
    let mut group = start.inputs.scheme.criteria[1].clone();
    group.name = Text::new("新名", "New name");
    group.body = Body::Node { aggregate: crate::domain::Aggregate::Minimum, children: Vec::new() };
    let changed = act(&start, SchemeEdit::PutCriterion(Box::new(group)));
    let group = &changed.inputs.scheme.criteria[1];
    assert_eq!((group.name.zh.as_str(), group.children().len()), ("新名", 2));
    let moved = act(&changed, SchemeEdit::MoveCriterion(CriterionId::from("b1"), Way::Out));
    assert_eq!(ids(&moved), ["a", "b", "b1"]);
}

#[test]
fn grades_and_names_are_steps_with_readable_names() {
    let start = fixture::state();
    let added = act(&start, SchemeEdit::AddBand(0));
    assert_eq!(added.inputs.scheme.bands.len(), start.inputs.scheme.bands.len() + 1);
    let named = act(&added, SchemeEdit::RenameGrade("grade-1".into(), Text::new("中", "Middling")));
    assert_eq!(named.history.undo_name().unwrap().zh, "等次名称 新等次 → 中");
    let gone = act(&named, SchemeEdit::RemoveBand(1));
    assert_eq!(gone.history.undo_name().unwrap().en, "Grade removed: Middling");
    assert_eq!(*gone.inputs.scheme, *start.inputs.scheme);
    let put = act(&start, SchemeEdit::PlaceCriterion { id: "b1".into(), before: "a".into() });
    assert_eq!(ids(&put), ["b1", "a", "b"]);
    let band = reduce(&start, Action::MoveBand(0, start.inputs.scheme.bands[0].from + 1.0));
    let band = reduce(&band, Action::MoveBand(0, start.inputs.scheme.bands[0].from + 2.0));
    assert_eq!(reduce(&band, Action::Settle).history.past.len(), 1, "a drag is one step");
}

#[test]
fn a_function_out_of_order_is_refused_with_its_reason() {
    let start = fixture::state();
    let flat = ScoreFunction::Linear { zero: 0.5, full: 0.5 };
    let refused = reduce(&start, Action::SetFunction("a".into(), flat.clone()));
    assert_eq!(refused.inputs, start.inputs);
    assert_eq!(refused.view.notice.unwrap().tone, Tone::Problem);
    assert_eq!(reduce(&start, Action::MoveFunction("a".into(), flat)), start);
}

fn any_act() -> impl Strategy<Value = (usize, prop::sample::Index, prop::sample::Index, f64)> {
    (0..16usize, any::<prop::sample::Index>(), any::<prop::sample::Index>(), -20.0..120.0f64)
}

/// An act of the scheme screen on criteria picked from those that there are.
fn picked(
    state: &State,
    (kind, which, other, value): &(usize, prop::sample::Index, prop::sample::Index, f64),
) -> Action {
    fn all(criteria: &[Criterion]) -> Vec<CriterionId> {
        criteria.iter().flat_map(|c| std::iter::once(c.id.clone()).chain(all(c.children()))).collect()
    }
    let scheme = &state.inputs.scheme;
    let all = all(&scheme.criteria);
    let (id, second) = (which.get(&all).clone(), other.get(&all).clone());
    let nth = which.index(scheme.bands.len() + 1);
    let way = [Way::Up, Way::Down, Way::In, Way::Out][other.index(4)];
    let grade = scheme.grades[which.index(scheme.grades.len())].id.clone();
    let kind_of = edit::FunctionKind::ALL[other.index(8)];
    let function = edit::as_kind(
        &ScoreFunction::Linear { zero: 0.0, full: *value },
        kind_of,
        &state.inputs.table,
        &"lost".into(),
        2019,
    );
    Action::Shape(match kind {
        0 => SchemeEdit::AddLeaf { under: Some(id), indicator: "lost".into() },
        1 => SchemeEdit::AddLeaf { under: None, indicator: "lost".into() },
        2 => SchemeEdit::Group(id),
        3 => SchemeEdit::RemoveCriterion(id),
        4 if all.len() < 40 => SchemeEdit::CopyCriterion(id),
        5 => SchemeEdit::MoveCriterion(id, way),
        6..=8 => SchemeEdit::PlaceCriterion { id, before: second },
        9 => SchemeEdit::AddBand(nth),
        10 => SchemeEdit::RemoveBand(nth),
        11 => SchemeEdit::RenameGrade(grade, Text::new("等", "grade")),
        12 => return Action::MoveBand(nth, *value),
        13 => return Action::SetBand(nth, *value),
        14 => return Action::MoveFunction(id, function),
        _ => return Action::SetFunction(id, function),
    })
}

proptest! {
    #[test]
    fn whatever_is_done_the_scheme_is_in_order_and_undo_brings_all_back(acts in prop::collection::vec(any_act(), 0..20)) {
        let start = fixture::state();
        let mut state = start.clone();
        for one in &acts {
            state = reduce(&state, picked(&state, one));
            prop_assert_eq!(check_scheme(&state.inputs.scheme), vec![], "{:?}", one);
        }
        let after = reduce(&state, Action::Settle).inputs;
        let mut back = state;
        while back.history.undo_name().is_some() {
            back = reduce(&back, Action::Undo);
        }
        prop_assert_eq!(&*back.inputs.scheme, &*start.inputs.scheme);
        while back.history.redo_name().is_some() {
            back = reduce(&back, Action::Redo);
        }
        // What is shared is equal to itself alone, and a drag that ended where it began leaves a copy.
        prop_assert_eq!(&*back.inputs.scheme, &*after.scheme);
        prop_assert_eq!(&back.inputs.hold, &after.hold);
    }
}
