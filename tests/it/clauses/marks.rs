//! Marks off and on top: by event, capped, gated, by place, on recurrence.

use faheng::domain::Outcome::*;
use serde_json::{Value, json};

use crate::case::{Case, indicator, leaf};

/// Clause 6 (陕西 2016): deduct item by item until the item's points are used up. Publicity earns 8 of 10, the rest 81
/// of 90, together 89; 3 marks for each error.
#[test]
fn clause_06_deductions_stop_at_the_item() {
    let case = Case::departments(&["A", "B", "C", "D"])
        .scheme("criteria", json!([leaf("publicity", 10.0), leaf("rest", 90.0)]))
        .values(2016, "publicity", &["A", "B", "C", "D"].map(|unit| (unit, 80.0)))
        .values(2016, "rest", &["A", "B", "C", "D"].map(|unit| (unit, 90.0)))
        .values(2016, "errors", &[("A", 0.0), ("B", 2.0), ("C", 5.0)])
        .rules(json!([{"id": "errors", "when": indicator("errors", "at_least", 1.0),
            "effect": {"deduct": {"marks": 3, "per": "errors", "criterion": "publicity"}}}]));
    let told = case.evaluate(2016);
    assert_eq!((told.outcome("A", "errors"), told.total("A")), (None, 89.0));
    assert_eq!(told.marks("B", "errors"), Some((89.0, 83.0)));
    assert_eq!(told.marks("C", "errors"), Some((89.0, 81.0)));
    assert_eq!((told.outcome("D", "errors"), told.total("D")), (Some(Undecided), 89.0));
}

/// Clause 11 (肇庆 2019): a bonus of at most 25, only where the score after deductions is above 80.
#[test]
fn clause_11_a_gated_bonus_with_a_cap() {
    let case = Case::departments(&["A", "B", "C", "D", "E"])
        .scheme("above_full", json!(true))
        .values(2019, "mark", &[("A", 85.0), ("B", 80.0), ("C", 84.0), ("D", 82.0), ("E", 90.0)])
        .values(2019, "faults", &[("A", 0.0), ("B", 0.0), ("C", 1.0), ("D", 0.0), ("E", 0.0)])
        .values(2019, "bonus", &[("A", 30.0), ("B", 10.0), ("C", 10.0), ("D", 7.0)])
        .rules(json!([
            {"id": "fault", "when": indicator("faults", "at_least", 1.0), "effect": {"deduct": {"marks": 5, "per": "faults"}}},
            {"id": "bonus", "effect": {"bonus": {"marks": 1, "per": "bonus", "cap": 25}}, "when": {"all": [
                {"compare": {"left": "total", "is": "above", "than": 80}}, indicator("bonus", "above", 0.0)]}},
        ]));
    let told = case.evaluate(2019);
    assert_eq!(told.marks("A", "bonus"), Some((85.0, 110.0)));
    assert_eq!((told.outcome("B", "bonus"), told.total("B")), (None, 80.0));
    assert_eq!((told.marks("C", "fault"), told.outcome("C", "bonus")), (Some((84.0, 79.0)), None));
    assert_eq!(told.marks("D", "bonus"), Some((82.0, 89.0)));
    assert_eq!((told.outcome("E", "bonus"), told.total("E")), (Some(Undecided), 90.0));
}

/// Clause 17: the first five get +5 … +1, the last five −5 … −1. Twelve units with 90, 88 … 68.
#[test]
fn clause_17_marks_by_place() {
    let units: Vec<String> = (1..=13).map(|n| format!("{n:02}")).collect();
    let marks: Vec<(&str, f64)> =
        units.iter().take(12).enumerate().map(|(nth, id)| (id.as_str(), 90.0 - 2.0 * nth as f64)).collect();
    let ids: Vec<&str> = units.iter().map(String::as_str).collect();
    let case = Case::departments(&ids).values(2024, "mark", &marks).rules(json!([{"id": "place",
        "when": {"compare": {"left": {"place": {}}, "is": "at_least", "than": 1}},
        "effect": {"marks_by_place": {"top": [5, 4, 3, 2, 1], "bottom": [-5, -4, -3, -2, -1]}}}]));
    let told = case.evaluate(2024);
    assert_eq!(told.marks("01", "place"), Some((90.0, 95.0)));
    assert_eq!(told.marks("05", "place"), Some((82.0, 83.0)));
    assert_eq!(told.marks("06", "place"), Some((80.0, 80.0)));
    assert_eq!(told.marks("08", "place"), Some((76.0, 75.0)));
    assert_eq!(told.marks("12", "place"), Some((68.0, 63.0)));
    // The thirteenth has no mark and so no place.
    assert_eq!(told.outcome("13", "place"), Some(Undecided));
}

/// Clause 18 (2016): −1 for each decision not carried out, −0.5 for each document without legality review, −1 for each
/// act annulled or declared unlawful, −1 for each judgment not executed, −0.5 without a legal adviser, −2 for each grave
/// accident. A: 1 + 2 · 0.5 + 1 + 0 + 0.5 + 2 = 5.5 marks off 90.
#[test]
fn clause_18_fixed_deductions_per_event() {
    let causes = [
        ("decisions", 1.0),
        ("unreviewed", 0.5),
        ("annulled", 1.0),
        ("unexecuted", 1.0),
        ("no_adviser", 0.5),
        ("accidents", 2.0),
    ];
    let rules: Vec<Value> = causes
        .iter()
        .map(|(id, marks)| {
            let effect = json!({"deduct": {"marks": marks, "per": id}});
            json!({"id": id, "when": indicator(id, "at_least", 1.0), "effect": effect})
        })
        .collect();
    let mut case = Case::departments(&["A", "B", "C"])
        .values(2016, "mark", &["A", "B", "C"].map(|unit| (unit, 90.0)))
        .rules(Value::Array(rules));
    for ((id, _), events) in causes.iter().zip([1.0, 2.0, 1.0, 0.0, 1.0, 1.0]) {
        case = case.values(2016, id, &[("A", events), ("B", 0.0)]);
    }
    let told = case.evaluate(2016);
    assert_eq!(told.total("A"), 84.5);
    let fired: Vec<&str> = told.unit("A").firings.iter().map(|firing| firing.rule.as_str()).collect();
    assert_eq!(fired, ["accidents", "annulled", "decisions", "no_adviser", "unreviewed"]);
    assert_eq!(told.marks("A", "accidents"), Some((90.0, 88.0)));
    assert!(told.unit("B").firings.is_empty());
    assert!(causes.iter().all(|(id, _)| told.outcome("C", id) == Some(Undecided)) && told.total("C") == 90.0);
}

/// Clause 19 (广东 2020): an act made anew after a lost case that loses again costs marks: 2 each, where a case was lost
/// the year before.
#[test]
fn clause_19_recurrence() {
    let case = Case::departments(&["A", "B", "C", "D"])
        .values(2020, "mark", &["A", "B", "C", "D"].map(|unit| (unit, 90.0)))
        .values(2019, "lost", &[("A", 1.0), ("B", 0.0), ("D", 2.0)])
        .values(2020, "lost_again", &[("A", 1.0), ("B", 1.0), ("C", 1.0), ("D", 0.0)])
        .rules(json!([{"id": "again", "effect": {"deduct": {"marks": 2, "per": "lost_again"}}, "when": {"all": [
            {"compare": {"left": {"indicator": {"id": "lost", "years_back": 1}}, "is": "at_least", "than": 1}},
            indicator("lost_again", "at_least", 1.0)]}}]));
    let told = case.evaluate(2020);
    assert_eq!(told.marks("A", "again"), Some((90.0, 88.0)));
    assert_eq!((told.outcome("B", "again"), told.outcome("D", "again")), (None, None));
    assert_eq!((told.outcome("C", "again"), told.total("C")), (Some(Undecided), 90.0));
}

/// Clause 23 (河南): filing, timeliness and regularity of normative documents must all be 100 %, else the item earns
/// nothing. Documents 18 of 20, the rest 72 of 80.
#[test]
fn clause_23_all_targets_or_nothing() {
    let all_met = ["filed", "timely", "regular"].map(|id| indicator(id, "at_least", 1.0));
    let case = Case::departments(&["A", "B", "C", "D"])
        .scheme("criteria", json!([leaf("documents", 20.0), leaf("rest", 80.0)]))
        .values(2010, "documents", &["A", "B", "C", "D"].map(|unit| (unit, 90.0)))
        .values(2010, "rest", &["A", "B", "C", "D"].map(|unit| (unit, 90.0)))
        .values(2010, "filed", &["A", "B", "C", "D"].map(|unit| (unit, 1.0)))
        .values(2010, "timely", &[("A", 1.0), ("B", 0.99), ("C", 1.0), ("D", 0.98)])
        .values(2010, "regular", &[("A", 1.0), ("B", 1.0)])
        .rules(json!([{"id": "documents", "effect": {"zero_criterion": {"criterion": "documents"}},
            "when": {"not": {"all": all_met}}}]));
    let told = case.evaluate(2010);
    assert_eq!((told.outcome("A", "documents"), told.total("A")), (None, 90.0));
    assert_eq!(told.marks("B", "documents"), Some((90.0, 72.0)));
    assert_eq!((told.outcome("C", "documents"), told.total("C")), (Some(Undecided), 90.0));
    assert_eq!(told.marks("D", "documents"), Some((90.0, 72.0)));
}
