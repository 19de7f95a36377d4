//! Slides are added, moved, worded and undone; a fragment is read as it was written.

use super::*;
use crate::app::{Action, Measured, State, fixture, reduce, snapshot};
use crate::chart::Span;
use crate::chart::catalogue::{ChartView, Kind};
use crate::i18n::Lang;

fn run(state: State, actions: impl IntoIterator<Item = DeckAction>) -> State {
    actions.into_iter().fold(state, |state, action| reduce(&state, Action::Deck(action)))
}

fn trend(of: &str) -> ChartPick {
    ChartPick::Trend(TrendView { measured: Some(Measured::Indicator(of.into())), units: None, span: None })
}

fn three() -> State {
    let charts = [trend("a"), ChartPick::Approval(ApprovalView::OfYear), trend("b")];
    run(fixture::state(), charts.map(DeckAction::Add))
}

fn order(state: &State) -> Vec<u32> {
    state.inputs.deck.slides.iter().map(|slide| slide.id).collect()
}

#[test]
fn slides_are_moved_and_each_change_is_undone_by_name() {
    let state = three();
    assert_eq!(order(&state), [1, 2, 3]);
    let moved = run(state, [DeckAction::Move(3, 0)]);
    assert_eq!(order(&moved), [3, 1, 2]);
    assert_eq!(moved.history.undo_name().unwrap().zh, "移动第 3 张幻灯片到第 1 张");
    let removed = run(moved, [DeckAction::Remove(1), DeckAction::Move(2, 99)]);
    assert_eq!(order(&removed), [3, 2]);
    let undone = reduce(&reduce(&removed, Action::Undo), Action::Undo);
    assert_eq!(order(&undone), [1, 2, 3], "a move to where it stands is no step");
}

#[test]
fn what_changes_nothing_is_no_step() {
    let state = three();
    let steps = state.history.past.len();
    let same = run(
        state,
        [
            DeckAction::Remove(77),
            DeckAction::Move(77, 0),
            DeckAction::SetNote(1, "  ".to_owned()),
            DeckAction::SetStandard(false),
        ],
    );
    assert_eq!(same.history.past.len(), steps);
}

#[test]
fn a_deck_holds_so_many_slides() {
    let full = run(fixture::state(), (0..MOST_SLIDES + 5).map(|_| DeckAction::Add(trend("a"))));
    assert_eq!(full.inputs.deck.slides.len(), MOST_SLIDES);
}

#[test]
fn the_deck_is_kept_with_the_work_and_work_without_one_still_opens() {
    let cover = CoverText { title: "年度汇报".to_owned(), byline: "2019".to_owned() };
    let state =
        run(three(), [DeckAction::SetHeadline(2, "压减七成".to_owned()), DeckAction::SetCover(Some(cover))]);
    let text = snapshot::write(&state).unwrap();
    let read = snapshot::read(&text, state.library.clone()).unwrap();
    assert_eq!(*read.inputs.deck, *state.inputs.deck);

    let mut older: serde_json::Value = serde_json::from_str(&text).unwrap();
    older.as_object_mut().unwrap().remove("deck");
    let read = snapshot::read(&older.to_string(), state.library.clone()).unwrap();
    assert_eq!(*read.inputs.deck, SlideDeck::default());
}

#[test]
fn a_fragment_is_read_as_it_was_written() {
    let of = |chart: ChartPick| Embed {
        chart,
        data: "数据 &=#%".to_owned(),
        scheme: "s".to_owned(),
        year: Some(2019),
        as_kept: true,
        rules_in_force: false,
        lang: Lang::En,
        theme: EmbedTheme::Dark,
    };
    let units = ["公安局".into(), "a,b".into()];
    for chart in [
        trend("败诉率"),
        ChartPick::Trend(TrendView {
            measured: Some(Measured::Score),
            units: Some(units.into()),
            span: Some(Span::new(2017, 2019)),
        }),
        ChartPick::Trend(TrendView::default()),
        ChartPick::Approval(ApprovalView::Suggested),
        ChartPick::Approval(ApprovalView::OfYear),
        ChartPick::Approval(ApprovalView::Latest),
        ChartPick::Approval(ApprovalView::OfUnit("u".into())),
        ChartPick::Result(ChartView {
            kind: Kind::HeatMap,
            class: Some("类 1".into()),
            ..ChartView::default()
        }),
        ChartPick::Result(ChartView {
            unit: Some("公安局".into()),
            other_unit: Some("b".into()),
            other_year: Some(2018),
            criterion: Some("c".into()),
            scheme: Some("另一方案".to_owned()),
            ..ChartView::default()
        }),
    ] {
        let embed = of(chart);
        let fragment = embed.fragment();
        assert!(fragment.is_ascii() && !fragment.contains([' ', '"', '<']), "{fragment}");
        assert_eq!(Embed::read(&fragment), Some(embed));
    }
    assert_eq!(Embed::read("#main"), None);
    assert_eq!(Embed::read("#embed=trend&year=x&unit=%zz%E5").map(|embed| embed.year), Some(None));
}

#[test]
fn a_frame_shows_the_data_that_it_names_or_says_that_there_is_none() {
    let state = fixture::state();
    let id = state.inputs.table.data().id.clone();
    let embed = Embed::read(&format!("#embed=trend&data={id}&rules=off")).unwrap();
    let inputs = embed.inputs(&state.library, None).unwrap();
    assert_eq!(inputs.table, state.inputs.table);
    assert!(!inputs.rules_in_force);
    let unknown = Embed::read("#embed=trend&data=elsewhere").unwrap();
    assert_eq!(unknown.inputs(&state.library, None), Err("elsewhere".to_owned()));
}
