//! What actions do to the state.

use super::*;
use crate::app::{ApprovalView, Measured, Screen, Shared, TrendView, edit, fixture};
use crate::chart::{
    Span,
    catalogue::{ChartView, Kind},
};
use crate::domain::CriterionId;
use crate::i18n::Lang;

fn points(state: &State, id: &str) -> f64 {
    edit::criterion(&state.inputs.scheme.criteria, &id.into()).unwrap().points
}

fn run(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, |state, action| reduce(&state, action))
}

#[test]
fn a_drag_is_one_step_with_a_readable_name() {
    let id = || CriterionId::from("a");
    let start = fixture::state();
    let moved = run(
        start.clone(),
        [61.0, 70.0, 65.0]
            .map(|p| Action::MovePoints(id(), p))
            .into_iter()
            .chain([Action::SetPoints(id(), 65.0)]),
    );
    assert_eq!(points(&moved, "a"), 65.0);
    assert_eq!(moved.history.past.len(), 1);
    assert_eq!(moved.history.undo_name().unwrap().zh, "分值 项a 60 → 65");
    assert_eq!(moved.history.undo_name().unwrap().en, "Points of Item a 60 → 65");
    let undone = reduce(&moved, Action::Undo);
    assert_eq!(undone.inputs, start.inputs);
    let redone = reduce(&undone, Action::Redo);
    assert_eq!(points(&redone, "a"), 65.0);
    assert_eq!(redone.history.redo_name(), None);
}

#[test]
fn any_step_can_be_gone_to() {
    let set = |points| Action::SetPoints("a".into(), points);
    let start = fixture::state();
    let done = run(start.clone(), [set(10.0), set(20.0), set(30.0)]);
    assert_eq!(done.history.names().1, 3);
    let first = reduce(&done, Action::GoToStep(1));
    assert_eq!(points(&first, "a"), 10.0);
    let (names, present) = first.history.names();
    let names: Vec<&str> = names.iter().map(|name| name.zh.as_str()).collect();
    assert_eq!(names, ["分值 项a 60 → 10", "分值 项a 10 → 20", "分值 项a 20 → 30"]);
    assert_eq!(present, 1);
    assert_eq!(points(&reduce(&first, Action::GoToStep(3)), "a"), 30.0);
    assert_eq!(reduce(&first, Action::GoToStep(0)).inputs, start.inputs);
    // There are no more than there are.
    assert_eq!(reduce(&first, Action::GoToStep(9)), reduce(&first, Action::GoToStep(3)));
    // A drag that is still going on is the last step.
    let moving = reduce(&first, Action::MovePoints("a".into(), 11.0));
    assert_eq!(moving.history.names().1, 2);
    assert_eq!(points(&reduce(&moving, Action::GoToStep(0)), "a"), 60.0);
}

#[test]
fn a_drag_back_to_its_beginning_leaves_no_step() {
    let start = fixture::state();
    let id = || CriterionId::from("a");
    let back = run(start.clone(), [Action::MovePoints(id(), 80.0), Action::SetPoints(id(), 60.0)]);
    assert_eq!(back.inputs, start.inputs);
    assert!(back.history.past.is_empty());
}

#[test]
fn an_unfinished_drag_is_settled_by_the_next_change_and_by_undo() {
    let two = run(
        fixture::state(),
        [
            Action::MovePoints("a".into(), 70.0),
            Action::MovePoints("b1".into(), 20.0),
            Action::SetRulesInForce(false),
        ],
    );
    assert_eq!(two.history.past.len(), 3);
    let undone = run(fixture::state(), [Action::MovePoints("a".into(), 70.0), Action::Undo]);
    assert_eq!(points(&undone, "a"), 60.0);
    assert_eq!(undone.history.future.len(), 1);
}

#[test]
fn a_new_change_forgets_what_was_undone() {
    let state = run(
        fixture::state(),
        [Action::SetPoints("a".into(), 50.0), Action::Undo, Action::SetPoints("b1".into(), 1.0)],
    );
    assert!(state.history.future.is_empty());
    assert_eq!(points(&state, "a"), 60.0);
}

#[test]
fn nonsense_changes_nothing() {
    let start = fixture::state();
    for action in [
        Action::SetPoints("a".into(), f64::NAN),
        Action::SetPoints("a".into(), -1.0),
        Action::SetPoints("nobody".into(), 1.0),
        Action::ChooseDataSet("nothing".into()),
        Action::ChooseScheme("nothing".into()),
        Action::SetThreshold("v".into(), 7, 1.0),
        Action::SetRuleMarks("v".into(), 3.0),
        Action::SplitEqually(Some("a".into())),
        Action::Undo,
        Action::Redo,
    ] {
        assert_eq!(reduce(&start, action), start);
    }
}

#[test]
fn equal_points_keep_their_sum_and_normalising_reaches_every_level() {
    let equal = reduce(&fixture::state(), Action::SplitEqually(None));
    assert_eq!((points(&equal, "a"), points(&equal, "b")), (50.0, 50.0));
    // 60 + 90 = 150 → 40 + 60; the children 30 + 10 = 40 → 45 + 15.
    let state = run(fixture::state(), [Action::SetPoints("b".into(), 90.0), Action::NormalisePoints]);
    for (id, expected) in [("a", 40.0), ("b", 60.0), ("b1", 45.0), ("b2", 15.0)] {
        assert!((points(&state, id) - expected).abs() < 1e-12, "{id}");
    }
    let reset = reduce(&state, Action::ResetPoints);
    assert_eq!(points(&reset, "b1"), 30.0);
    assert!(!reset.scheme_changed());
    assert!(state.scheme_changed());
}

#[test]
fn rules_can_be_switched_moved_and_confirmed() {
    let state = run(
        fixture::state(),
        [
            Action::SetRuleOn("v".into(), false),
            Action::SetThreshold("v".into(), 0, 0.4),
            Action::Confirm { rule: "v".into(), unit: "housing".into(), confirmed: true },
        ],
    );
    let rule = &state.inputs.scheme.rules[0];
    assert!(!rule.on);
    assert_eq!(edit::thresholds(&rule.when), [0.4]);
    assert_eq!(rule.confirmed.len(), 1);
    assert_eq!(state.history.past[1].name.zh, "规则 败诉否决 阈值 0.3 → 0.4");
}

#[test]
fn opening_data_is_undoable_and_closes_a_unit_it_lacks() {
    let mut other = fixture::data("own");
    other.units.truncate(1);
    other.observations.truncate(2);
    let state = run(
        fixture::state(),
        [Action::OpenUnit(Some("housing".into())), Action::AddDataSet(Shared::new(other))],
    );
    assert_eq!(state.inputs.table.data().id, "own");
    assert_eq!(state.view.unit, None);
    assert!(state.library.data_sets[2].own);
    assert_eq!(reduce(&state, Action::Undo).inputs.table.data().id, "d1");
}

#[test]
fn what_charts_show_is_undone_by_name() {
    let chart = |kind, class: Option<&str>| {
        Action::ShowChart(ChartView { kind, class: class.map(Into::into), ..ChartView::default() })
    };
    let trend = TrendView { measured: Some(Measured::Score), ..TrendView::default() };
    let state = run(
        fixture::state(),
        [
            chart(Kind::HeatMap, None),
            chart(Kind::HeatMap, Some("dept")),
            chart(Kind::HeatMap, Some("dept")),
            Action::ShowTrend(trend.clone()),
            Action::ShowTrend(TrendView { span: Some(Span::new(2018, 2019)), ..trend }),
            Action::ShowApproval(ApprovalView::Latest),
        ],
    );
    let names: Vec<&str> = state.history.names().0.into_iter().map(|name| name.zh.as_str()).collect();
    assert_eq!(
        names,
        ["图表 热力图", "图表 热力图：单位类别", "图表 趋势：图中内容", "图表 趋势：年度", "图表 审批时限"]
    );
    let back = run(state, [Action::Undo, Action::Undo, Action::Undo]);
    assert_eq!(back.inputs.charts.trend, TrendView::default());
    assert_eq!(back.inputs.charts.approval, ApprovalView::Suggested);
    assert_eq!(
        (back.inputs.charts.chart.kind, &back.inputs.charts.chart.class),
        (Kind::HeatMap, &Some("dept".into()))
    );
}

#[test]
fn the_view_is_not_part_of_undo() {
    let state = run(
        fixture::state(),
        [Action::OpenScreen(Screen::Scoring), Action::SetLang(Lang::En), Action::ToggleCriterion("b".into())],
    );
    assert!(state.history.past.is_empty());
    assert_eq!(state.view.lang, Lang::En);
    assert!(state.view.open.contains(&"b".into()));
    assert!(!reduce(&state, Action::ToggleCriterion("b".into())).view.open.contains(&"b".into()));
}

#[test]
fn bands_move_and_stay_in_order() {
    let state = reduce(&fixture::state(), Action::SetBand(0, 70.0));
    assert_eq!(state.inputs.scheme.bands[0].from, 70.0);
    assert_eq!(state.history.undo_name().unwrap().zh, "分数线 good 60 → 70");
    for (nth, from) in [(0, -1.0), (0, f64::NAN), (7, 50.0)] {
        assert_eq!(reduce(&state, Action::SetBand(nth, from)), state);
    }
}

#[test]
fn a_kept_scheme_is_one_of_its_own() {
    let start = fixture::state();
    let id = start.inputs.scheme.id.clone();
    let kept =
        run(start.clone(), [Action::SetPoints("a".into(), 10.0), Action::KeepScheme(" 方案甲 ".into())]);
    assert_eq!(kept.inputs.scheme.name.zh, "方案甲");
    assert_eq!(kept.inputs.scheme.id, format!("{id}-2"));
    assert!(!kept.scheme_changed());
    assert_eq!(kept.library.scheme(&id), Some(&start.inputs.scheme), "what it was made from stays");
    // A second one has an id of its own, after that of the first; what follows changes neither.
    let second = run(kept, [Action::KeepScheme("方案乙".into()), Action::SetPoints("a".into(), 20.0)]);
    let points =
        |id: &str| edit::criterion(&second.library.scheme(id).unwrap().criteria, &"a".into()).unwrap().points;
    assert_eq!((points(&format!("{id}-2")), points(&format!("{id}-2-2"))), (10.0, 10.0));
    assert_eq!(second.history.names().0[1].zh, "保留方案 方案甲");
    // Without a name nothing is kept.
    assert_eq!(reduce(&start, Action::KeepScheme("  ".into())), start);
}

/// 60 and 40 with 70 asked for the first: the second gives 10. Its own children are another sum and stay.
#[test]
fn where_the_sum_is_held_siblings_give_way_and_come_back() {
    let start = reduce(&fixture::state(), Action::HoldSum(true));
    let moved = reduce(&start, Action::MovePoints("a".into(), 70.0));
    assert_eq!((points(&moved, "a"), points(&moved, "b"), points(&moved, "b1")), (70.0, 30.0, 30.0));
    let back = reduce(&moved, Action::MovePoints("a".into(), 60.0));
    assert_eq!((points(&back, "a"), points(&back, "b")), (60.0, 40.0));
    let set = reduce(&moved, Action::SetPoints("a".into(), 70.0));
    assert_eq!(set.history.undo_name().unwrap().zh, "分值 项a 60 → 70（同级随之调整）");
    assert_eq!(reduce(&set, Action::Undo).inputs, start.inputs);
}

#[test]
fn a_locked_weight_moves_for_no_hand() {
    let locked = reduce(&fixture::state(), Action::Lock("a".into(), true));
    for action in [
        Action::SetPoints("a".into(), 1.0),
        Action::MovePoints("a".into(), 1.0),
        Action::MoveBorder(["a".into(), "b".into()], 1.0),
    ] {
        let tried = reduce(&locked, action);
        assert_eq!((points(&tried, "a"), points(&tried, "b")), (60.0, 40.0));
        assert_eq!(tried.history, locked.history);
    }
    // Of 240 the locked one keeps its 60, and of 100 when they are scaled; the others have the rest.
    let equal = run(locked.clone(), [Action::SetPoints("b".into(), 180.0), Action::SplitEqually(None)]);
    assert_eq!((points(&equal, "a"), points(&equal, "b")), (60.0, 180.0));
    let scaled = run(locked.clone(), [Action::SetPoints("b".into(), 180.0), Action::NormalisePoints]);
    assert_eq!((points(&scaled, "a"), points(&scaled, "b"), points(&scaled, "b1")), (60.0, 40.0, 30.0));
    assert_eq!(locked.history.undo_name().unwrap().en, "Points locked: Item a");
    let free = reduce(&locked, Action::Undo);
    assert_eq!(points(&reduce(&free, Action::SetPoints("a".into(), 1.0)), "a"), 1.0);
}

#[test]
fn a_border_moves_points_from_one_neighbour_to_the_other() {
    let border = || [CriterionId::from("a"), CriterionId::from("b")];
    let start = fixture::state();
    let moved = run(
        start.clone(),
        [Action::MoveBorder(border(), 62.0), Action::MoveBorder(border(), 65.5), Action::Settle],
    );
    assert_eq!((points(&moved, "a"), points(&moved, "b")), (65.5, 34.5));
    assert_eq!(moved.history.past.len(), 1);
    assert_eq!(moved.history.undo_name().unwrap().zh, "分值 项a 60 → 65.5，项b 40 → 34.5");
    let far = reduce(&start, Action::MoveBorder(border(), 500.0));
    assert_eq!((points(&far, "a"), points(&far, "b")), (100.0, 0.0));
    let back = run(far, [Action::MoveBorder(border(), 60.0), Action::Settle]);
    assert_eq!((&back.inputs, back.history.past.len()), (&start.inputs, 0));
}

#[test]
fn a_scheme_from_a_link_stands_beside_those_that_are_there() {
    let mut other = fixture::scheme();
    other.name.zh = "别处的方案".into();
    let take = |scheme: &crate::domain::Scheme| Action::TakeScheme(Shared::new(scheme.clone()));
    let taken = reduce(&fixture::state(), take(&other));
    assert_eq!((taken.library.schemes.len(), taken.inputs.scheme.id.as_str()), (2, "s-2"));
    assert_eq!(*taken.library.schemes[0].scheme, fixture::scheme());
    let again = reduce(&taken, take(&fixture::scheme()));
    assert_eq!((again.library.schemes.len(), again.inputs.scheme.id.as_str()), (2, "s"));
    assert_eq!(*reduce(&taken, Action::Undo).inputs.scheme, fixture::scheme());
    // One of the same name gets a number; taken again, it is not added again.
    let mut changed = fixture::scheme();
    changed.criteria[0].points += 1.0;
    let both = run(taken, [take(&changed), take(&changed)]);
    assert_eq!(both.library.schemes.len(), 3);
    assert_eq!(both.inputs.scheme.name.zh, format!("{}（2）", changed.name.zh));
}

#[test]
fn starting_over_is_a_step() {
    let worked = run(
        fixture::state(),
        [
            Action::ChooseDataSet("d2".into()),
            Action::SetPoints("a".into(), 1.0),
            Action::Lock("b".into(), true),
        ],
    );
    let over = reduce(&worked, Action::StartOver);
    assert_eq!((over.inputs.table.data().id.as_str(), points(&over, "a")), ("d1", 60.0));
    assert!(over.inputs.hold.locked.is_empty());
    assert_eq!(reduce(&over, Action::Undo).inputs, worked.inputs);
}
