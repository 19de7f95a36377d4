//! The worked example of the method, computed by hand, and the cases around it.
//!
//! Full marks 100. A 依法履职, 60 points: a1 compression rate, 40 points, linear 0 % → 80 %; a2 handled in time, 20
//! points, linear 0 % → 100 %. B 行政执法, 40 points: b1 loss rate, linear 40 % → 0 %. Two marks off for each act
//! annulled, five at most; a loss rate above 30 % is a veto. Bands 80 / 60.
//!
//! | unit | a1 | a2 | b1 | annulled | A | B | total |
//! |---|---|---|---|---|---|---|---|
//! | u1 | 73.2 % → 0.915 | 90 % → 0.9 | 10 % → 0.75 | 1 | (40·0.915 + 20·0.9) ÷ 60 = 0.91 | 0.75 | 54.6 + 30 − 2 = 82.6 |
//! | u2 | 40 % → 0.5 | missing | 20 % → 0.5 | 0 | 0.5 | 0.5 | 30 + 20 = 50; bounds 40..60, coverage 0.8 |
//! | u3 | 80 % → 1 | 100 % → 1 | 36 % → 0.1 | 0 | 1 | 0.1 | 60 + 4 = 64, vetoed; would be second |

use std::rc::Rc;

use serde_json::{Value, json};

use super::*;
use crate::domain::{DataSet, FiringEffect, Outcome, Standing};

fn text() -> Value {
    json!({ "zh": "名", "en": "name" })
}

fn data(values: &[(&str, u16, &str, f64)]) -> DataSet {
    let units: Vec<Value> =
        ["u1", "u2", "u3"].iter().map(|id| json!({ "id": id, "name": text(), "class": "dept" })).collect();
    let indicators: Vec<Value> = ["compression", "in_time", "loss", "annulled"]
        .iter()
        .map(|id| json!({ "id": id, "name": text(), "measure": { "kind": "number" } }))
        .collect();
    let observations: Vec<Value> = values
        .iter()
        .map(|(unit, year, id, value)| json!({ "unit": unit, "year": year, "indicator": id, "value": value }))
        .collect();
    serde_json::from_value(json!({
        "id": "d", "name": text(), "nature": "invented", "classes": [{ "id": "dept", "name": text() }],
        "units": units, "indicators": indicators, "observations": observations,
    }))
    .unwrap()
}

fn example() -> Table {
    Table::new(Rc::new(data(&[
        ("u1", 2019, "compression", 0.732),
        ("u1", 2019, "in_time", 0.9),
        ("u1", 2019, "loss", 0.1),
        ("u1", 2019, "annulled", 1.0),
        ("u2", 2019, "compression", 0.4),
        ("u2", 2019, "loss", 0.2),
        ("u2", 2019, "annulled", 0.0),
        ("u3", 2019, "compression", 0.8),
        ("u3", 2019, "in_time", 1.0),
        ("u3", 2019, "loss", 0.36),
        ("u3", 2019, "annulled", 0.0),
    ])))
}

fn leaf(id: &str, points: f64, indicator: &str, zero: f64, full: f64) -> Value {
    json!({ "id": id, "name": text(), "points": points,
        "body": { "leaf": { "indicator": indicator, "function": { "linear": { "zero": zero, "full": full } } } } })
}

fn loss_above(than: f64) -> Value {
    json!({ "compare": { "left": { "indicator": { "id": "loss" } }, "is": "above", "than": than } })
}

fn rule(id: &str, when: Value, effect: Value) -> Value {
    json!({ "id": id, "name": text(), "basis": text(), "when": when, "effect": effect })
}

fn scheme_json(rules: Vec<Value>) -> Value {
    json!({
        "id": "s", "name": text(), "source": text(), "full_marks": 100.0,
        "criteria": [
            { "id": "A", "name": text(), "points": 60.0, "body": { "node": { "children": [
                leaf("a1", 40.0, "compression", 0.0, 0.8), leaf("a2", 20.0, "in_time", 0.0, 1.0) ] } } },
            leaf("B", 40.0, "loss", 0.4, 0.0),
        ],
        "grades": [{ "id": "good", "name": text() }, { "id": "pass", "name": text() }, { "id": "fail", "name": text() }],
        "bands": [{ "grade": "good", "from": 80.0 }, { "grade": "pass", "from": 60.0 }],
        "rules": rules,
    })
}

fn example_rules() -> Vec<Value> {
    vec![
        rule("d", json!({ "all": [] }), json!({ "deduct": { "marks": 2.0, "per": "annulled", "cap": 5.0 } })),
        rule("v", loss_above(0.3), json!("veto")),
    ]
}

fn scheme(rules: Vec<Value>) -> Scheme {
    serde_json::from_value(scheme_json(rules)).unwrap()
}

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-9
}

#[test]
fn the_worked_example() {
    let result = evaluate(&example(), &scheme(example_rules()), 2019);
    let totals: Vec<f64> = result.units.iter().map(|unit| unit.total.unwrap()).collect();
    assert!(near(totals[0], 82.6) && near(totals[1], 50.0) && near(totals[2], 64.0), "{totals:?}");
    assert!(near(result.units.get(0).unwrap().before_rules.unwrap(), 84.6));
    assert_eq!(result.units.iter().map(|unit| unit.grade).collect::<Vec<_>>(), [Some(0), Some(2), Some(2)]);
    assert_eq!(result.units.get(2).unwrap().grade_before_rules, Some(1));
    assert_eq!(result.units.get(0).unwrap().standing, Standing::Ranked { place: 1.0 });
    assert_eq!(result.units.get(1).unwrap().standing, Standing::Ranked { place: 2.0 });
    assert_eq!(result.units.get(2).unwrap().standing, Standing::Vetoed { would_be: Some(2.0) });
    assert_eq!(result.listing, [0, 1, 2]);
    assert!(near(result.units.get(1).unwrap().coverage, 0.8));
    assert!(
        near(result.units.get(1).unwrap().bounds.low, 40.0)
            && near(result.units.get(1).unwrap().bounds.high, 60.0)
    );
    let deduction = &result.units.get(0).unwrap().firings[0];
    let Some(FiringEffect::Total { before, after }) = deduction.effect else { panic!("{deduction:?}") };
    assert!(near(before, 84.6) && near(after, 82.6));
    let veto = &result.units.get(2).unwrap().firings[1];
    assert_eq!((veto.outcome, &veto.effect), (Outcome::Fired, &Some(FiringEffect::Vetoed)));
    assert_eq!((veto.seen[0].value, veto.seen[0].than), (Some(0.36), 0.3));
}

#[test]
fn the_observation_behind_a_value_is_found_in_any_order() {
    let by_unit = |(unit, year, id): (&'static str, u16, &'static str)| (unit, year, id, 0.5);
    let years = [2018, 2019];
    let mut cells: Vec<_> = ["u1", "u2", "u3"]
        .iter()
        .flat_map(|unit| years.map(|year| [(*unit, year, "loss"), (*unit, year, "in_time")]))
        .flatten()
        .map(by_unit)
        .collect();
    let found = |cells: &[(&str, u16, &str, f64)]| {
        let table = Table::new(Rc::new(data(cells)));
        for (unit, year, id, _) in cells {
            let at = table.unit_index(&(*unit).into()).unwrap();
            let one = table.observation(at, &(*id).into(), *year).unwrap();
            assert_eq!((one.unit.as_str(), one.indicator.as_str(), one.year), (*unit, *id, *year));
        }
        assert_eq!(table.observation(3, &"loss".into(), 2019), None);
    };
    found(&cells);
    cells.sort_by_key(|cell| (cell.2, cell.1));
    found(&cells);
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.0));
    found(&cells);
    cells.remove(4);
    found(&cells);
}

#[test]
fn marks_of_siblings_sum_to_their_parent_and_rescale_for_what_is_missing() {
    let result = evaluate(&example(), &scheme(vec![]), 2019);
    let marks = |id: &str, unit: usize| {
        let column = result.criteria.iter().find(|column| column.id.as_str() == id).unwrap();
        (column.marks[unit], column.marks_possible[unit])
    };
    assert!(near(marks("A", 0).0, 54.6) && near(marks("a1", 0).0, 36.6) && near(marks("a2", 0).0, 18.0));
    assert!(near(marks("a1", 1).0, 30.0) && near(marks("a1", 1).1, 60.0));
    assert_eq!(marks("a2", 1), (0.0, 0.0));
    assert!(near(result.criteria[1].effective, 0.4));
}

#[test]
fn a_rule_switched_off_is_a_rule_deleted() {
    let mut rules = example_rules();
    rules[1]["on"] = json!(false);
    let off = evaluate(&example(), &scheme(rules.clone()), 2019);
    rules.pop();
    assert_eq!(off, evaluate(&example(), &scheme(rules), 2019));
    assert_eq!(off.units.get(2).unwrap().standing, Standing::Ranked { place: 2.0 });
}

#[test]
fn a_missing_value_that_decides_leaves_a_rule_undecided() {
    let when =
        json!({ "compare": { "left": { "indicator": { "id": "in_time" } }, "is": "below", "than": 0.5 } });
    let result = evaluate(&example(), &scheme(vec![rule("v", when, json!("veto"))]), 2019);
    assert_eq!(result.units.get(1).unwrap().firings[0].outcome, Outcome::Undecided);
    assert!(matches!(result.units.get(1).unwrap().standing, Standing::Ranked { .. }));
    assert!(result.units.get(0).unwrap().firings.is_empty());
}

#[test]
fn effects_of_each_kind() {
    // u1 has 84.6 before rules; B holds 30 of them.
    let total = |effect: Value| {
        let result = evaluate(&example(), &scheme(vec![rule("r", json!({ "all": [] }), effect)]), 2019);
        (result.units.get(0).unwrap().total.unwrap(), result.units.get(0).unwrap().grade.unwrap())
    };
    let zero = total(json!({ "zero_criterion": { "criterion": "B" } }));
    assert!(near(zero.0, 54.6) && zero.1 == 2);
    let inner = total(json!({ "zero_criterion": { "criterion": "a1" } }));
    assert!(near(inner.0, 48.0));
    assert!(near(total(json!({ "deduct": { "marks": 50.0, "criterion": "B" } })).0, 54.6));
    assert!(near(total(json!({ "bonus": { "marks": 10.0, "cap": 3.0 } })).0, 87.6));
    assert!(near(total(json!({ "bonus": { "marks": 10.0, "gate": 85.0 } })).0, 84.6));
    assert!(near(total(json!({ "bonus": { "marks": 30.0 } })).0, 100.0));
    assert_eq!(total(json!({ "set_total": { "marks": 59.0 } })), (59.0, 2));
    assert_eq!(total(json!({ "cap_total": { "marks": 70.0 } })), (70.0, 1));
    assert_eq!(total(json!({ "cap_grade": { "grade": "pass" } })).1, 1);
    assert_eq!(total(json!({ "demote_grade": { "by": 1 } })).1, 1);
    assert_eq!(total(json!({ "set_grade": { "grade": "fail" } })).1, 2);
    assert!(near(total(json!({ "marks_by_place": { "top": [5.0, 3.0] } })).0, 89.6));
}

#[test]
fn three_years_in_a_row() {
    let years = |last: f64| {
        let values: Vec<(&str, u16, &str, f64)> =
            vec![("u1", 2017, "loss", 0.35), ("u1", 2018, "loss", 0.4), ("u1", 2019, "loss", last)];
        let mut rule = rule("v", loss_above(0.3), json!("veto"));
        rule["years_in_a_row"] = json!(3);
        let table = Table::new(Rc::new(data(&values)));
        [2018, 2019].map(|year| {
            let result = evaluate(&table, &scheme(vec![rule.clone()]), year);
            result.units.get(0).unwrap().firings.first().map(|firing| firing.outcome)
        })
    };
    // In 2018 nothing is known of 2016, so the rule is undecided; in 2019 three years are known.
    assert_eq!(years(0.31), [Some(Outcome::Undecided), Some(Outcome::Fired)]);
    assert_eq!(years(0.1), [Some(Outcome::Undecided), None]);
}

#[test]
fn a_lasting_effect_holds_in_the_years_after() {
    let values = vec![("u1", 2017, "loss", 0.35), ("u1", 2018, "loss", 0.0), ("u1", 2019, "loss", 0.0)];
    let table = Table::new(Rc::new(data(&values)));
    let mut rule = rule("v", loss_above(0.3), json!("veto"));
    rule["lasts_years"] = json!(1);
    let vetoed = |rule: &Value, year| {
        let result = evaluate(&table, &scheme(vec![rule.clone()]), year);
        matches!(result.units.get(0).unwrap().standing, Standing::Vetoed { .. })
    };
    assert_eq!([2017, 2018, 2019].map(|year| vetoed(&rule, year)), [true, true, false]);
    rule["lasts_years"] = json!(0);
    rule["from_next_year"] = json!(true);
    assert_eq!([2017, 2018, 2019].map(|year| vetoed(&rule, year)), [false, true, false]);
}

#[test]
fn rules_that_wait_for_each_other_are_undecided() {
    let rules = vec![
        rule("a", json!({ "fired": "b" }), json!("veto")),
        rule("b", json!({ "fired": "a" }), json!("veto")),
    ];
    let result = evaluate(&example(), &scheme(rules), 2019);
    assert!(result.issues.contains(&Issue::RuleCycle(vec!["a".into(), "b".into()])));
    assert!(result.units.get(0).unwrap().firings.iter().all(|firing| firing.outcome == Outcome::Undecided));
}

#[test]
fn an_empty_year_and_empty_sets_have_results() {
    let result = evaluate(&example(), &scheme(example_rules()), 1990);
    assert!(result.units.iter().all(|unit| unit.standing == Standing::NotRated && unit.total.is_none()));
    assert!(result.issues.contains(&Issue::NothingToRank));
    let mut empty = data(&[]);
    empty.units.clear();
    let result = evaluate(&Table::new(Rc::new(empty)), &scheme(example_rules()), 2019);
    assert!(result.units.is_empty());
}

#[test]
fn leaves_and_rules_sum_to_the_total() {
    let (table, scheme) = (example(), scheme(example_rules()));
    let result = evaluate(&table, &scheme, 2019);
    let parts = |unit: usize| -> Vec<(String, f64, f64)> {
        let explained = explain(&table, &scheme, &result, unit);
        let sum: f64 = explained.parts.iter().map(|part| part.marks).sum();
        assert!(
            near(sum, explained.total.unwrap()) && explained.total == result.units.get(unit).unwrap().total
        );
        let name = |of: PartOf| match of {
            PartOf::Leaf(id) => id.to_string(),
            PartOf::Rule(id) => id.to_string(),
            other => format!("{other:?}"),
        };
        explained.parts.into_iter().map(|part| (name(part.of), part.marks, part.possible)).collect()
    };
    let expected = [("a1", 36.6, 40.0), ("a2", 18.0, 20.0), ("B", 30.0, 40.0), ("d", -2.0, 0.0)];
    for ((name, marks, possible), expected) in parts(0).iter().zip(expected) {
        assert!(
            name == expected.0 && near(*marks, expected.1) && near(*possible, expected.2),
            "{name} {marks}"
        );
    }
    // u2 lacks a2: all 60 points of A rest on a1.
    assert!(near(parts(1)[0].1, 30.0) && near(parts(1)[0].2, 60.0) && parts(1).len() == 2);
}

#[test]
fn limits_and_caps_are_parts_of_their_own() {
    let rules = vec![
        rule("b", json!({ "all": [] }), json!({ "bonus": { "marks": 30.0 } })),
        rule("c", json!({ "all": [] }), json!({ "cap_total": { "marks": 59.0 } })),
    ];
    let (table, scheme) = (example(), scheme(rules));
    let result = evaluate(&table, &scheme, 2019);
    let parts = explain(&table, &scheme, &result, 0).parts;
    // 84.6 + 30 = 114.6, kept within 100, capped at 59.
    let tail: Vec<(PartOf, f64)> = parts.into_iter().skip(3).map(|part| (part.of, part.marks)).collect();
    assert_eq!(tail[0].0, PartOf::Rule("b".into()));
    assert!(near(tail[1].1, -14.6) && tail[1].0 == PartOf::Limit);
    assert!(near(tail[2].1, -41.0) && tail[2].0 == PartOf::Rule("c".into()));
}

#[test]
fn the_change_between_two_schemes_is_split_among_weights_and_functions() {
    // u1: A 0.91, B 0.75 → 0.8 by the second scheme. Before 54.6 + 30 = 84.6, weights alone 36.4 + 45 = 81.4, function
    // alone 54.6 + 32 = 86.6, both 36.4 + 48 = 84.4. Weights (−3.2 − 2.2) ÷ 2 = −2.7, functions (2 + 3) ÷ 2 = 2.5.
    let table = example();
    let first = scheme(vec![]);
    let mut second = scheme_json(vec![]);
    second["criteria"][0]["points"] = json!(40.0);
    second["criteria"][1] = leaf("B", 60.0, "loss", 0.5, 0.0);
    let second: Scheme = serde_json::from_value(second).unwrap();
    let results = [&first, &second].map(|scheme| evaluate(&table, scheme, 2019));
    let side = |scheme, evaluation| Side { table: &table, scheme, evaluation };
    let change =
        compare(side(&first, &results[0]), side(&second, &results[1]), &"u1".into()).unwrap().total.unwrap();
    assert!(near(change.weights, -2.7) && near(change.functions, 2.5), "{change:?}");
    assert_eq!((change.own_data, change.others_data, change.rules), (0.0, 0.0, 0.0));
    assert!(near(change.before, 84.6) && near(change.after, 84.4));
}

#[test]
fn the_change_between_two_years_is_split_among_own_values_and_those_of_others() {
    // Min–max. 2018: 3 among 2 and 6 is 0.25. 2019: 4 among 0 and 4 is 1. Own value alone 4 among 2 and 6: 0.5; the
    // others alone 3 among 0 and 4: 0.75. Own (25 + 25) ÷ 2 = 25, others (50 + 50) ÷ 2 = 50.
    let values = |year, [a, b, c]: [f64; 3]| {
        [("u1", year, "loss", a), ("u2", year, "loss", b), ("u3", year, "loss", c)]
    };
    let table =
        Table::new(Rc::new(data(&[values(2018, [3.0, 2.0, 6.0]), values(2019, [4.0, 0.0, 4.0])].concat())));
    let mut scheme = scheme_json(vec![]);
    scheme["criteria"] = json!([leaf("B", 100.0, "loss", 0.0, 1.0)]);
    scheme["criteria"][0]["body"]["leaf"]["function"] =
        json!({ "relative": { "method": "min_max", "higher_is_better": true } });
    let scheme: Scheme = serde_json::from_value(scheme).unwrap();
    let results = [2018, 2019].map(|year| evaluate(&table, &scheme, year));
    let [before, after] =
        [0, 1].map(|at: usize| Side { table: &table, scheme: &scheme, evaluation: &results[at] });
    let change = compare(before, after, &"u1".into()).unwrap();
    let total = change.total.unwrap();
    assert!(near(total.own_data, 25.0) && near(total.others_data, 50.0), "{total:?}");
    let place = change.place.unwrap();
    // Second behind u3, then level with it; u3 staying, its own 100 would do it just as well.
    assert_eq!((place.before, place.after, place.own, place.others), (2.0, 1.0, -1.0, 0.0));
}
