//! Vetoes: from other assessments, lasting, proposed, from sub-units, by class, next year's.

use faheng::domain::{FiringEffect, Outcome::*, Standing};
use serde_json::json;

use crate::case::{Case, indicator, leaf};

/// Clause 1 (巩义 2019): who fails the assessment of administration by law is vetoed in the city's overall appraisal;
/// daily supervision counts into the year-end score. The other assessment's grade comes in as an indicator, 1 the best
/// and 4 failed. B: 0.85 · 70 + 0.5 · 30 = 74.5, which stays and is struck through.
#[test]
fn clause_01_a_failed_assessment_vetoes_in_another() {
    let case = Case::departments(&["A", "B", "C"])
        .values(2019, "mark", &[("A", 80.0), ("B", 85.0), ("C", 60.0)])
        .values(2019, "daily", &[("A", 90.0), ("B", 50.0), ("C", 60.0)])
        .values(2019, "law_grade", &[("A", 3.0), ("B", 4.0)])
        .scheme("criteria", json!([leaf("mark", 70.0), leaf("daily", 30.0)]))
        .rules(json!([{"id": "failed", "when": indicator("law_grade", "at_least", 4.0), "effect": "veto"}]));
    let told = case.evaluate(2019);
    assert_eq!((told.outcome("A", "failed"), told.place("A")), (None, 1.0));
    assert_eq!(told.firing("B", "failed").unwrap().effect, Some(FiringEffect::Vetoed));
    assert_eq!((told.total("B"), told.grade("B")), (74.5, "fail"));
    assert_eq!(told.unit("B").standing, Standing::Vetoed { would_be: Some(2.0) });
    assert_eq!((told.outcome("C", "failed"), told.place("C")), (Some(Undecided), 2.0));
}

/// Clause 2 (河南综治 2009): a vetoed unit loses all honours for a year, and the veto follows the person in charge to a
/// new post: it lasts into the year after, and a note says whom it follows.
#[test]
fn clause_02_a_veto_lasts_a_year_and_follows_the_person() {
    let case = Case::departments(&["A", "B"])
        .values(2022, "mark", &[("A", 90.0), ("B", 80.0)])
        .values(2023, "mark", &[("A", 90.0), ("B", 80.0)])
        .values(2024, "mark", &[("A", 90.0), ("B", 80.0)])
        .values(2022, "order_veto", &[("A", 1.0), ("B", 0.0)])
        .values(2023, "order_veto", &[("A", 0.0)])
        .values(2024, "order_veto", &[("A", 0.0), ("B", 0.0)])
        .rules(json!([
            {"id": "vetoed", "when": indicator("order_veto", "at_least", 1.0), "effect": "veto", "lasts_years": 1},
            {"id": "person", "when": {"fired": "vetoed"}, "lasts_years": 1,
             "effect": {"note": {"text": {"zh": "否决随责任人转至新任职单位", "en": "The veto follows the person to a new post"}}}},
        ]));
    let (first, second, third) = (case.evaluate(2022), case.evaluate(2023), case.evaluate(2024));
    assert!(first.is_vetoed("A") && second.is_vetoed("A") && !third.is_vetoed("A"));
    assert_eq!(second.firing("A", "vetoed").unwrap().fired_in, 2022);
    assert_eq!(second.firing("A", "person").unwrap().effect, Some(FiringEffect::Noted));
    assert_eq!(third.outcome("A", "person"), None);
    assert_eq!((first.outcome("B", "vetoed"), second.outcome("B", "vetoed")), (None, Some(Undecided)));
}

/// Clause 3 (1991): only county level and above may veto, townships may propose one.
#[test]
fn clause_03_a_township_only_proposes() {
    let units = ["decided", "proposed", "confirmed", "clean", "unknown"];
    let case = Case::departments(&units)
        .values(2024, "mark", &units.map(|unit| (unit, 80.0)))
        .values(2024, "county_decision", &units.map(|unit| (unit, f64::from(unit == "decided"))))
        .values(
            2024,
            "township_motion",
            &[("decided", 0.0), ("proposed", 1.0), ("confirmed", 1.0), ("clean", 0.0)],
        )
        .rules(json!([
            {"id": "county", "when": indicator("county_decision", "at_least", 1.0), "effect": "veto"},
            {"id": "township", "when": indicator("township_motion", "at_least", 1.0), "effect": "veto",
             "needs_confirmation": true, "confirmed": [{"unit": "confirmed", "year": 2024}]},
        ]));
    let told = case.evaluate(2024);
    assert_eq!(units.map(|unit| told.is_vetoed(unit)), [true, false, true, false, false]);
    let outcomes = units.map(|unit| told.outcome(unit, "township"));
    assert_eq!(outcomes, [None, Some(Proposed), Some(Fired), None, Some(Undecided)]);
    assert_eq!(told.firing("proposed", "township").unwrap().effect, None);
}

/// Clause 8 (生态文明): proven tampering with statistics fails a unit.
#[test]
fn clause_08_a_yes_or_no_veto() {
    let case = Case::departments(&["A", "B", "C"])
        .values(2020, "mark", &[("A", 95.0), ("B", 70.0), ("C", 65.0)])
        .values(2020, "tampered", &[("A", 1.0), ("B", 0.0)])
        .rules(json!([{"id": "tampering", "when": indicator("tampered", "equal", 1.0), "effect": "veto"}]));
    let told = case.evaluate(2020);
    assert_eq!((told.grade("A"), told.is_vetoed("A")), ("fail", true));
    assert_eq!((told.outcome("B", "tampering"), told.place("B")), (None, 1.0));
    assert_eq!((told.outcome("C", "tampering"), told.place("C")), (Some(Undecided), 2.0));
}

/// Clause 9 (肇庆 2019): with any veto item a unit has failed and the rest is not scored: no total, and no later rule.
#[test]
fn clause_09_after_a_veto_item_nothing_else_is_scored() {
    let note = json!({"note": {"text": {"zh": "通报"}}});
    let case = Case::departments(&["A", "B", "C"])
        .values(2019, "mark", &[("A", 88.0), ("B", 88.0), ("C", 88.0)])
        .values(2019, "cannot_open", &[("A", 0.0), ("B", 0.0), ("C", 0.0)])
        .values(2019, "not_updated", &[("A", 1.0), ("B", 0.0)])
        .rules(json!([
            {"id": "item", "effect": "stop_scoring",
             "when": {"any": [indicator("cannot_open", "at_least", 1.0), indicator("not_updated", "at_least", 1.0)]}},
            {"id": "later", "when": {"all": []}, "effect": note},
        ]));
    let told = case.evaluate(2019);
    assert_eq!((told.unit("A").total, told.unit("A").before_rules), (None, Some(88.0)));
    assert_eq!((told.grade("A"), told.outcome("A", "later")), ("fail", None));
    assert_eq!((told.outcome("B", "item"), told.outcome("B", "later")), (None, Some(Fired)));
    assert_eq!((told.outcome("C", "item"), told.total("C")), (Some(Undecided), 88.0));
}

/// Clause 10 (肇庆 2019): a county one of whose accounts is vetoed gets 59, which is below the pass at 60. A county
/// with an account of which nothing is known stays undecided.
#[test]
fn clause_10_a_vetoed_account_sets_its_county_to_59() {
    let units = [
        ("A", "county"),
        ("B", "county"),
        ("C", "county"),
        ("a", "account"),
        ("b", "account"),
        ("c", "account"),
    ];
    let case = Case::of(&units)
        .belongs("a", "A")
        .belongs("b", "B")
        .belongs("c", "C")
        .values(2019, "mark", &units.map(|(unit, _)| (unit, 88.0)))
        .values(2019, "veto_items", &[("a", 2.0), ("b", 0.0)])
        .rules(json!([
            {"id": "account", "classes": ["account"], "when": indicator("veto_items", "at_least", 1.0), "effect": "veto"},
            {"id": "county", "classes": ["county"], "when": {"sub_unit_vetoed": {"count": 1}},
             "effect": {"set_total": {"marks": 59}}},
        ]));
    let told = case.evaluate(2019);
    assert_eq!((told.marks("A", "county"), told.grade("A")), (Some((88.0, 59.0)), "fail"));
    assert_eq!((told.outcome("B", "county"), told.grade("B")), (None, "good"));
    assert_eq!((told.outcome("C", "county"), told.total("C")), (Some(Undecided), 88.0));
}

/// Clause 14 (2009, safety): deaths veto from 10 on, in mines from 3, in schools from any.
#[test]
fn clause_14_thresholds_by_class() {
    let units = [
        ("A", "city"),
        ("B", "city"),
        ("C", "mine"),
        ("D", "mine"),
        ("E", "school"),
        ("F", "school"),
        ("G", "mine"),
    ];
    let case = Case::of(&units)
        .values(2009, "mark", &units.map(|(unit, _)| (unit, 80.0)))
        .values(2009, "deaths", &[("A", 9.0), ("B", 10.0), ("C", 2.0), ("D", 3.0), ("E", 0.0), ("F", 1.0)])
        .rules(json!([{"id": "deaths", "effect": "veto", "when": {"compare": {
            "left": {"indicator": {"id": "deaths"}}, "is": "at_least", "than": 10,
            "by_class": [{"class": "mine", "than": 3}, {"class": "school", "than": 1}]}}}]));
    let told = case.evaluate(2009);
    let vetoed = ["A", "B", "C", "D", "E", "F"].map(|unit| told.is_vetoed(unit));
    assert_eq!(vetoed, [false, true, false, true, false, true]);
    assert_eq!(told.firing("D", "deaths").unwrap().seen[0].than, 3.0);
    assert_eq!(told.outcome("G", "deaths"), Some(Undecided));
}

/// Clause 16: an assessor that gives tied scores: its criterion is void, and next year's qualification is lost. A in
/// 2023: 0.8 · 20 + 0.9 · 80 = 88, without the criterion 72.
#[test]
fn clause_16_void_this_year_disqualified_the_next() {
    let mut case = Case::departments(&["A", "B", "C"])
        .scheme("criteria", json!([leaf("peer", 20.0), leaf("mark", 80.0)]))
        .values(2023, "tied", &[("A", 1.0), ("B", 0.0)])
        .values(2024, "tied", &[("A", 0.0), ("B", 0.0), ("C", 0.0)])
        .values(2025, "tied", &[("A", 0.0), ("B", 0.0), ("C", 0.0)])
        .rules(json!([
            {"id": "void", "when": indicator("tied", "at_least", 1.0), "effect": {"zero_criterion": {"criterion": "peer"}}},
            {"id": "out", "when": indicator("tied", "at_least", 1.0), "effect": "veto", "from_next_year": true},
        ]));
    for year in 2023..=2025 {
        case = case.values(year, "peer", &["A", "B", "C"].map(|unit| (unit, 80.0))).values(
            year,
            "mark",
            &["A", "B", "C"].map(|unit| (unit, 90.0)),
        );
    }
    let (first, second, third) = (case.evaluate(2023), case.evaluate(2024), case.evaluate(2025));
    assert_eq!((first.marks("A", "void"), first.is_vetoed("A")), (Some((88.0, 72.0)), false));
    assert_eq!((second.total("A"), second.is_vetoed("A")), (88.0, true));
    assert_eq!(second.firing("A", "out").unwrap().fired_in, 2023);
    assert!(!third.is_vetoed("A") && !second.is_vetoed("B"));
    assert_eq!((first.outcome("C", "void"), second.outcome("C", "out")), (Some(Undecided), Some(Undecided)));
}

/// Clause 20 (河南): failing → summons; failing three years running → reported upward; excellent three years running →
/// reward. A veto fails a unit too.
#[test]
fn clause_20_three_years_in_a_row() {
    let mut case = Case::departments(&["low", "top", "broken", "vetoed", "new"])
        .values(2022, "mark", &[("low", 50.0), ("top", 92.0), ("broken", 95.0), ("vetoed", 85.0)])
        .values(2023, "mark", &[("low", 55.0), ("top", 93.0), ("broken", 85.0), ("vetoed", 85.0)])
        .values(
            2024,
            "mark",
            &[("low", 58.0), ("top", 90.0), ("broken", 95.0), ("vetoed", 85.0), ("new", 50.0)],
        )
        .values(2023, "accidents", &[("vetoed", 1.0)])
        .values(2024, "accidents", &[("vetoed", 1.0)]);
    for year in 2022..=2024 {
        case = case.values(year, "accidents", &["low", "top", "broken", "new"].map(|unit| (unit, 0.0)));
    }
    let note = |text: &str| json!({"note": {"text": {"zh": text}}});
    let case = case.values(2022, "accidents", &[("vetoed", 1.0)]).rules(json!([
        {"id": "accident", "when": indicator("accidents", "at_least", 1.0), "effect": "veto"},
        {"id": "summons", "when": {"grade": {"among": ["fail"]}}, "effect": note("约谈")},
        {"id": "reported", "when": {"grade": {"among": ["fail"]}}, "years_in_a_row": 3, "effect": note("上报")},
        {"id": "reward", "when": {"grade": {"among": ["excellent"]}}, "years_in_a_row": 3, "effect": note("表彰")},
    ]));
    let told = case.evaluate(2024);
    let outcomes =
        |rule: &str| ["low", "top", "broken", "vetoed", "new"].map(|unit| told.outcome(unit, rule));
    assert_eq!(outcomes("summons"), [Some(Fired), None, None, Some(Fired), Some(Fired)]);
    assert_eq!(outcomes("reported"), [Some(Fired), None, None, Some(Fired), Some(Undecided)]);
    assert_eq!(outcomes("reward"), [None, Some(Fired), None, None, None]);
    assert_eq!(case.evaluate(2023).outcome("low", "reported"), Some(Undecided));
}
