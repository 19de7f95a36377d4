//! A project comes back as it was, and what is wrong with one is told with its place in the whole file.

use super::*;
use crate::app::{Action, fixture, reduce};

fn worked() -> State {
    let actions = [
        Action::KeepScheme("原方案".into()),
        Action::SetPoints("a".into(), 72.5),
        Action::AddDataSet(Shared::new({
            let mut data = (**fixture::state().inputs.table.shared_data()).clone();
            data.id = "mine".into();
            data
        })),
    ];
    actions.into_iter().fold(fixture::state(), |state, action| reduce(&state, action))
}

#[test]
fn a_project_comes_back_with_data_scheme_and_variants() {
    let state = worked();
    let project = read(write(&state).unwrap().as_bytes()).unwrap();
    let opened = reduce(&fixture::state(), Action::OpenProject(Shared::new(project)));
    assert_eq!(opened.inputs.table.data().id, "mine");
    assert_eq!(*opened.inputs.scheme, *state.inputs.scheme);
    let kept = |state: &State| -> Vec<String> {
        let own = state.library.schemes.iter().filter(|entry| entry.own);
        own.map(|entry| entry.scheme.name.zh.clone()).collect()
    };
    assert_eq!(kept(&opened), kept(&state));
    assert_eq!(kept(&opened).len(), 1);
    let back = reduce(&opened, Action::Undo);
    assert_eq!(back.inputs.table.data().id, fixture::state().inputs.table.data().id);
}

#[test]
fn the_steps_of_a_project_come_with_it_and_the_work_before_stays_behind_them() {
    let actions = [
        Action::SetPoints("a".into(), 72.5),
        Action::SetPoints("a".into(), 80.0),
        Action::SetRulesInForce(false),
        Action::ChooseDataSet("d2".into()),
        Action::HoldSum(true),
    ];
    let state = actions.into_iter().fold(fixture::state(), |state, action| reduce(&state, action));
    let project = read(write(&state).unwrap().as_bytes()).unwrap();
    let mine = reduce(&fixture::state(), Action::SetPoints("b".into(), 1.0));
    let opened = reduce(&mine, Action::OpenProject(Shared::new(project)));
    let names = |state: &State| -> Vec<String> {
        state.history.names().0.into_iter().map(|name| name.zh.clone()).collect()
    };
    assert_eq!(names(&opened)[2..], names(&state)[..]);
    // Back over all of them: each gives what it gave where it was made.
    let (mut here, mut there) = (opened, state);
    for _ in 0..5 {
        (here, there) = (reduce(&here, Action::Undo), reduce(&there, Action::Undo));
        assert_eq!(*here.inputs.scheme, *there.inputs.scheme);
        assert_eq!(here.inputs.table.data().id, there.inputs.table.data().id);
        assert_eq!(here.inputs.rules_in_force, there.inputs.rules_in_force);
        assert_eq!(*here.inputs.hold, *there.inputs.hold);
    }
    assert_eq!(there.history.past, []);
    assert_eq!(reduce(&here, Action::Undo).inputs, mine.inputs);
}

#[test]
fn steps_before_a_corrected_figure_stay_behind() {
    let mut data = fixture::data("d1");
    data.observations[0].value = Some(0.77);
    let actions = [
        Action::SetPoints("a".into(), 72.5),
        Action::AddDataSet(Shared::new(data)),
        Action::SetPoints("a".into(), 80.0),
    ];
    let state = actions.into_iter().fold(fixture::state(), |state, action| reduce(&state, action));
    let project = read(write(&state).unwrap().as_bytes()).unwrap();
    let opened = project.open(&fixture::state()).unwrap();
    assert_eq!(opened.history.past.len(), 1);
    assert_eq!(opened.history.undo_name().unwrap().zh, "分值 项a 72.5 → 80");
    assert_eq!(opened.inputs.table.data().observations[0].value, Some(0.77));
}

#[test]
fn steps_that_make_no_sense_are_left_and_those_after_them_stay() {
    let actions = [Action::SetPoints("a".into(), 72.5), Action::SetPoints("a".into(), 80.0)];
    let state = actions.into_iter().fold(fixture::state(), |state, action| reduce(&state, action));
    let mut value: serde_json::Value = serde_json::from_str(&write(&state).unwrap()).unwrap();
    assert!(!value["steps"][1]["before"][0][0].is_null());
    value["steps"][1]["before"][0][0] = "/nowhere/at/all".into();
    let project = read(value.to_string().as_bytes()).unwrap();
    assert_eq!(project.open(&fixture::state()).unwrap().history.past.len(), 1);
    // The first layout had names alone.
    value.as_object_mut().unwrap().remove("steps");
    value["history"] = serde_json::json!([{ "zh": "一步", "en": "a step" }]);
    let project = read(value.to_string().as_bytes()).unwrap();
    assert_eq!(project.open(&fixture::state()).unwrap().history.past, []);
}

#[test]
fn a_problem_has_its_place_in_the_whole_file() {
    let text = write(&worked()).unwrap();
    let broken = text.replacen("\"value\":", "\"valve\":", 1);
    assert_ne!(broken, text);
    let error = read(broken.as_bytes()).unwrap_err();
    assert!(error.path.starts_with("data[0].data.observations[0]"), "{error}");
    let place = error.place.unwrap();
    let offset: usize = broken.lines().take(place.line - 1).map(|line| line.len() + 1).sum();
    let there: String = broken[offset..].chars().skip(place.column.saturating_sub(12)).take(24).collect();
    assert!(there.contains("valve"), "{there}");
    let newer = text.replacen("\"version\":1", "\"version\":9", 1);
    let error = read(newer.as_bytes()).unwrap_err();
    assert!(matches!(error.problem, Problem::OtherVersion { found: 9, .. }), "{error}");
}

#[test]
fn a_copy_for_reading_shows_other_years_and_refuses_changes() {
    let mut state = fixture::state();
    state.read_only = true;
    let year = *state.inputs.table.years().first().unwrap();
    assert_eq!(reduce(&state, Action::ChooseYear(year)).inputs.year, year);
    let refused = reduce(&state, Action::SetPoints("a".into(), 72.5));
    assert_eq!(refused.inputs, state.inputs);
    assert!(refused.view.notice.is_some());
}

#[test]
fn work_of_another_tab_takes_the_place_of_the_present_one_and_can_be_left_again() {
    let start = fixture::state();
    let other = reduce(&start, Action::SetPoints("a".into(), 12.0));
    let mine = reduce(&start, Action::SetPoints("a".into(), 34.0));
    let taken = reduce(&mine, Action::TakeBack(snapshot::write(&other).unwrap()));
    assert_eq!(*taken.inputs.scheme, *other.inputs.scheme);
    assert_eq!(reduce(&taken, Action::Undo).inputs, mine.inputs);
    let refused = reduce(&mine, Action::TakeBack("{".into()));
    assert_eq!(refused.inputs, mine.inputs);
    assert!(refused.view.notice.unwrap().text.zh.starts_with("另一份工作未能取回"));
}
