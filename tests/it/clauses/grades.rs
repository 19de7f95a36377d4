//! Grades set, capped and lowered, and commendations by place.

use faheng::domain::{FiringEffect, Outcome::*};
use serde_json::json;

use crate::case::{Case, indicator, leaf};

/// Clause 4 (陕西 2016): one extraordinarily grave accident, or two grave ones, or a score under 60: failed.
#[test]
fn clause_04_any_of_counts_and_total() {
    let units = ["A", "B", "C", "D", "E", "F"];
    let case = Case::departments(&units)
        .values(2016, "mark", &[("A", 85.0), ("B", 92.0), ("C", 85.0), ("D", 59.9), ("E", 85.0), ("F", 85.0)])
        .values(2016, "extraordinary", &[("A", 1.0), ("B", 0.0), ("C", 0.0), ("D", 0.0)])
        .values(2016, "grave", &[("A", 0.0), ("B", 2.0), ("C", 1.0), ("D", 0.0), ("E", 1.0), ("F", 2.0)])
        .rules(json!([{"id": "failed", "effect": {"set_grade": {"grade": "fail"}}, "when": {"any": [
            indicator("extraordinary", "at_least", 1.0),
            indicator("grave", "at_least", 2.0),
            {"compare": {"left": "total", "is": "below", "than": 60}},
        ]}}]));
    let told = case.evaluate(2016);
    assert_eq!(told.grades("A", "failed"), Some(("good", "fail")));
    assert_eq!(told.grades("B", "failed"), Some(("excellent", "fail")));
    assert_eq!((told.outcome("C", "failed"), told.grade("C")), (None, "good"));
    assert_eq!(told.grades("D", "failed"), Some(("fail", "fail")));
    // Nobody knows of E's extraordinary ones; F's two grave ones decide without them.
    assert_eq!((told.outcome("E", "failed"), told.grade("E")), (Some(Undecided), "good"));
    assert_eq!(told.grades("F", "failed"), Some(("good", "fail")));
    assert_eq!(told.total("A"), 85.0);
}

/// Clause 5 (陕西 2016): falsified data is put right, criticised, or lowers the grade, by gravity (1 to 4 here).
#[test]
fn clause_05_demotion_by_gravity() {
    let units = ["clean", "slight", "medium", "grave", "gravest", "unknown"];
    let gravity = |is: f64| indicator("falsified", "equal", is);
    let note = |text: &str| json!({"note": {"text": {"zh": text}}});
    let case = Case::departments(&units)
        .values(2016, "mark", &units.map(|unit| (unit, 91.0)))
        .values(
            2016,
            "falsified",
            &[("clean", 0.0), ("slight", 1.0), ("medium", 2.0), ("grave", 3.0), ("gravest", 4.0)],
        )
        .rules(json!([
            {"id": "put_right", "when": gravity(1.0), "effect": note("责令改正")},
            {"id": "criticised", "when": gravity(2.0), "effect": note("通报批评")},
            {"id": "lowered", "when": gravity(3.0), "effect": {"demote_grade": {"by": 1}}},
            {"id": "lowered_twice", "when": gravity(4.0), "effect": {"demote_grade": {"by": 2}}},
        ]));
    let told = case.evaluate(2016);
    assert!(told.unit("clean").firings.is_empty());
    assert_eq!(told.firing("slight", "put_right").unwrap().effect, Some(FiringEffect::Noted));
    assert_eq!((told.outcome("medium", "criticised"), told.grade("medium")), (Some(Fired), "excellent"));
    assert_eq!(told.grades("grave", "lowered"), Some(("excellent", "good")));
    assert_eq!(told.grades("gravest", "lowered_twice"), Some(("excellent", "pass")));
    assert_eq!((told.outcome("unknown", "lowered"), told.grade("unknown")), (Some(Undecided), "excellent"));
}

/// Clause 7 (水十条): failed where the quality score is under 60 or either of two key ratios misses its target, whatever
/// the total. A: 0.59 · 50 + 1 · 50 = 79.5.
#[test]
fn clause_07_a_key_criterion_decides_whatever_the_total() {
    let case = Case::departments(&["A", "B", "C", "D", "E"])
        .scheme("criteria", json!([leaf("quality", 50.0), leaf("work", 50.0)]))
        .values(2017, "quality", &[("A", 59.0), ("B", 90.0), ("C", 60.0), ("D", 90.0), ("E", 50.0)])
        .values(2017, "work", &[("A", 100.0), ("B", 100.0), ("C", 100.0), ("D", 100.0), ("E", 100.0)])
        .values(2017, "good_water", &[("A", 0.9), ("B", 0.69), ("C", 0.7), ("D", 0.7), ("E", 0.7)])
        .values(2017, "black_water", &[("A", 0.01), ("B", 0.01), ("C", 0.05)])
        .rules(json!([{"id": "key", "effect": {"set_grade": {"grade": "fail"}}, "when": {"any": [
            {"compare": {"left": {"criterion": "quality"}, "is": "below", "than": 0.6}},
            indicator("good_water", "below", 0.7),
            indicator("black_water", "above", 0.05),
        ]}}]));
    let told = case.evaluate(2017);
    assert_eq!((told.total("A"), told.grades("A", "key")), (79.5, Some(("pass", "fail"))));
    assert_eq!((told.total("B"), told.grades("B", "key")), (95.0, Some(("excellent", "fail"))));
    assert_eq!((told.outcome("C", "key"), told.grade("C")), (None, "good"));
    assert_eq!((told.outcome("D", "key"), told.grade("D")), (Some(Undecided), "excellent"));
    assert_eq!(told.outcome("E", "key"), Some(Fired));
}

/// Clause 13 (工资支付): A only where all conditions hold and the score is at least 90; C where any of several happened;
/// else B.
#[test]
fn clause_13_grade_by_all_and_any() {
    let units = ["all", "one_open", "low", "bad", "unknown"];
    let grade = |id: &str| json!({"id": id, "name": {"zh": id}});
    let case = Case::departments(&units)
        .scheme("grades", json!([grade("A"), grade("B"), grade("C")]))
        .scheme("bands", json!([{"grade": "A", "from": 90}, {"grade": "B", "from": 0}]))
        .values(2018, "mark", &[("all", 90.0), ("one_open", 95.0), ("low", 89.0), ("bad", 95.0), ("unknown", 95.0)])
        .values(2018, "system", &units.map(|unit| (unit, 1.0)))
        .values(2018, "deposit", &[("all", 1.0), ("one_open", 0.0), ("low", 1.0), ("bad", 0.0)])
        .values(2018, "unrest", &units.map(|unit| (unit, f64::from(unit == "bad"))))
        .values(2018, "false_report", &units.map(|unit| (unit, 0.0)))
        .rules(json!([
            {"id": "not_all", "effect": {"cap_grade": {"grade": "B"}},
             "when": {"not": {"all": [indicator("system", "equal", 1.0), indicator("deposit", "equal", 1.0)]}}},
            {"id": "any_bad", "effect": {"set_grade": {"grade": "C"}},
             "when": {"any": [indicator("unrest", "at_least", 1.0), indicator("false_report", "at_least", 1.0)]}},
        ]));
    let told = case.evaluate(2018);
    assert_eq!(units.map(|unit| told.grade(unit)), ["A", "B", "B", "C", "A"]);
    assert_eq!(told.grades("one_open", "not_all"), Some(("A", "B")));
    assert_eq!(told.grades("bad", "any_bad"), Some(("A", "C")));
    assert_eq!(told.grades("bad", "not_all"), Some(("C", "C")));
    assert_eq!((told.outcome("all", "not_all"), told.outcome("unknown", "not_all")), (None, Some(Undecided)));
}

/// Clause 15 (2008): one target missed and a unit is not up to standard; the first 6 counties and 9 departments are
/// commended; ties go to the heavier task, a criterion that is reported and not counted.
#[test]
fn clause_15_quota_by_place_and_ties_by_task() {
    let counties: Vec<String> = (1..=8).map(|n| format!("county{n}")).collect();
    let departments: Vec<String> = (1..=10).map(|n| format!("department{n}")).collect();
    let units: Vec<(&str, &str)> = counties
        .iter()
        .map(|id| (id.as_str(), "county"))
        .chain(departments.iter().map(|id| (id.as_str(), "department")))
        .collect();
    // Counties 95, 94, 93, 92, 91, 85, 85, 80; departments 99 down to 90.
    let marks = [
        95.0, 94.0, 93.0, 92.0, 91.0, 85.0, 85.0, 80.0, 99.0, 98.0, 97.0, 96.0, 95.0, 94.0, 93.0, 92.0, 91.0,
        90.0,
    ];
    let marks: Vec<(&str, f64)> = units.iter().zip(marks).map(|((id, _), mark)| (*id, mark)).collect();
    let task = |id: &str| if id == "county7" { 70.0 } else { 40.0 };
    let tasks: Vec<(&str, f64)> = units.iter().map(|(id, _)| (*id, task(id))).collect();
    let met = |id: &str| f64::from(id != "county2");
    let targets: Vec<(&str, f64)> =
        units.iter().filter(|(id, _)| *id != "department3").map(|(id, _)| (*id, met(id))).collect();
    let mut reported = leaf("task", 1.0);
    reported["role"] = json!("reported");
    let case = Case::of(&units)
        .scheme("criteria", json!([leaf("mark", 100.0), reported]))
        .scheme("ties", json!({"split_by": "task"}))
        .values(2008, "mark", &marks)
        .values(2008, "task", &tasks)
        .values(2008, "energy", &targets)
        .values(2008, "water", &units.iter().map(|(id, _)| (*id, 1.0)).collect::<Vec<_>>())
        .rules(json!([
            {"id": "missed", "effect": {"set_grade": {"grade": "fail"}},
             "when": {"any": [indicator("energy", "below", 1.0), indicator("water", "below", 1.0)]}},
            {"id": "commended", "effect": {"note": {"text": {"zh": "表彰"}}}, "when": {"all": [
                {"compare": {"left": {"place": {}}, "is": "at_most", "than": 6, "by_class": [{"class": "department", "than": 9}]}},
                {"not": {"fired": "missed"}},
            ]}},
        ]));
    let told = case.evaluate(2008);
    assert_eq!(told.grades("county2", "missed"), Some(("excellent", "fail")));
    assert_eq!((told.place("county7"), told.place("county6")), (6.0, 7.0));
    let commended = |unit: &str| told.outcome(unit, "commended");
    let firsts = ["county1", "county2", "county5", "county6", "county7"].map(commended);
    assert_eq!(firsts, [Some(Fired), None, Some(Fired), None, Some(Fired)]);
    assert_eq!((commended("department9"), commended("department10")), (Some(Fired), None));
    // Whether department 3 met its target is not known, so neither is whether it is commended.
    assert_eq!(
        (told.outcome("department3", "missed"), commended("department3")),
        (Some(Undecided), Some(Undecided))
    );
}
