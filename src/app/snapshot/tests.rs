//! What is kept comes back as it was; what cannot be read is refused with its reason.

use super::*;
use crate::app::{Action, fixture, reduce};
use crate::chart::catalogue::{ChartView, Kind};

fn library() -> Library {
    fixture::state().library
}

fn worked() -> State {
    let actions = [
        Action::ChooseDataSet("d2".into()),
        Action::ChooseYear(2018),
        Action::SetPoints("a".into(), 72.5),
        Action::SetRulesInForce(false),
        Action::HoldSum(true),
        Action::Lock("b".into(), true),
        Action::OpenScreen(Screen::Rules),
        Action::OpenUnit(Some("housing".into())),
        Action::SetLang(Lang::En),
        Action::SetTheme(Theme::Dark),
        Action::ShowChart(ChartView { kind: Kind::Bump, unit: Some("housing".into()), ..Default::default() }),
    ];
    actions.into_iter().fold(fixture::state(), |state, action| reduce(&state, action))
}

fn changed(text: &str, key: &str, value: serde_json::Value) -> String {
    let mut work: serde_json::Value = serde_json::from_str(text).unwrap();
    work[key] = value;
    work.to_string()
}

#[test]
fn work_comes_back_as_it_was() {
    let state = worked();
    let back = read(&write(&state).unwrap(), library()).unwrap();
    assert_eq!(*back.inputs.scheme, *state.inputs.scheme);
    assert_eq!(*back.inputs.hold, *state.inputs.hold);
    assert_eq!(*back.inputs.charts, *state.inputs.charts);
    assert_eq!(back.inputs.charts.chart.kind, Kind::Bump);
    assert!(back.inputs.hold.sum && back.inputs.hold.locked.contains(&"b".into()));
    assert_eq!(back.inputs.table.data().id, "d2");
    assert_eq!((back.inputs.year, back.inputs.rules_in_force), (2018, false));
    assert_eq!(back.view, state.view);
    assert!(back.scheme_changed());
}

#[test]
fn a_scheme_that_was_not_changed_is_the_one_of_the_library() {
    let back = read(&write(&fixture::state()).unwrap(), library()).unwrap();
    assert!(!back.scheme_changed());
}

#[test]
fn own_data_and_schemes_come_back() {
    let mut scheme = fixture::scheme();
    scheme.id = "mine".into();
    let state = [
        Action::AddDataSet(Shared::new(fixture::data("own"))),
        Action::AddScheme(Shared::new(scheme.clone())),
    ]
    .into_iter()
    .fold(fixture::state(), |state, action| reduce(&state, action));
    let own = Own::of(&state.library);
    let texts: Vec<String> = own.iter().map(Own::text).collect();
    assert_eq!(own.iter().map(Own::key).collect::<Vec<_>>(), ["data.own", "scheme.mine"]);
    assert_eq!(texts.len(), 2);
    let mut library = library();
    texts.iter().for_each(|text| read_own(text, &mut library).unwrap());
    assert_eq!(**library.scheme("mine").unwrap(), scheme);
    let back = read(&write(&state).unwrap(), library).unwrap();
    assert_eq!(*back.inputs.table.data(), fixture::data("own"));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let text = write(&worked()).unwrap();
    let refused = |text: &str| read(text, library()).unwrap_err();
    assert!(matches!(refused(""), SnapshotError::Damaged(_)));
    assert!(matches!(refused(&text[..text.len() / 2]), SnapshotError::Damaged(_)));
    assert!(matches!(refused("[1, 2]"), SnapshotError::Damaged(_)));
    assert!(matches!(refused(&changed(&text, "format", "other".into())), SnapshotError::Damaged(_)));
    assert!(matches!(refused(&changed(&text, "year", "2019".into())), SnapshotError::Damaged(_)));
    assert_eq!(refused(&changed(&text, "version", 2.into())), SnapshotError::Newer(2));
    assert_eq!(
        refused(&changed(&text, "data_set", "gone".into())),
        SnapshotError::DataSetMissing("gone".into())
    );
    let broken = text.replace("\"points\": 72.5", "\"points\": -1");
    assert!(matches!(refused(&broken), SnapshotError::Scheme(_)), "negative points");
}

#[test]
fn a_unit_or_year_that_is_not_there_is_left() {
    let text = write(&worked()).unwrap();
    let text = changed(&changed(&text, "unit", "nobody".into()), "year", 1999.into());
    let back = read(&text, library()).unwrap();
    assert_eq!((back.view.unit, back.inputs.year), (None, 2018));
}

/// As the first pages wrote it, which had neither slides nor locks: the fourth criterion had 33 marks.
#[test]
fn work_of_the_first_layout_comes_back() {
    let text = include_str!("../../../tests/golden/work/first-layout.json");
    let library = Library::new(data::seed_data_sets().unwrap(), data::seed_schemes().unwrap());
    let back = read(text, library).unwrap();
    assert_eq!(back.inputs.table.data().id, "departments");
    assert_eq!(back.inputs.scheme.criteria[3].points, 33.0);
    assert_eq!((&*back.inputs.deck, &*back.inputs.hold), (&SlideDeck::default(), &Hold::default()));
    // Written again it is of the present layout, and means the same.
    let again = read(&write(&back).unwrap(), back.library.clone()).unwrap();
    assert_eq!(*again.inputs.scheme, *back.inputs.scheme);
}
