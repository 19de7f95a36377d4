//! Clauses that are settings of the scheme and not rules: what applies to whom, bands by class, results over years.

use faheng::domain::Bounds;
use serde_json::{Value, json};

use crate::case::{Case, leaf, tidy};

/// Clause 12 (肇庆 2019): units without outward services: those 20 points spread over the others. Of 50 and 30 points,
/// 60 % and 80 % are (30 + 24) ÷ 80 = 67.5 of 100. A unit that owes its services mark has the same total, but says
/// that a fifth is missing: between 54 and 74.
#[test]
fn clause_12_not_applicable_is_not_missing() {
    let mut services = leaf("services", 20.0);
    services["classes"] = json!(["outward"]);
    let case = Case::of(&[("A", "outward"), ("B", "inward"), ("C", "outward")])
        .scheme("criteria", json!([services, leaf("content", 50.0), leaf("form", 30.0)]))
        .values(2019, "services", &[("A", 100.0)])
        .values(2019, "content", &["A", "B", "C"].map(|unit| (unit, 60.0)))
        .values(2019, "form", &["A", "B", "C"].map(|unit| (unit, 80.0)));
    let told = case.evaluate(2019);
    assert_eq!(told.total("A"), 74.0);
    let bounds = |unit: &str| {
        let Bounds { low, high } = told.unit(unit).bounds;
        (tidy(low), tidy(high))
    };
    assert_eq!((told.total("B"), told.unit("B").coverage, bounds("B")), (67.5, 1.0, (67.5, 67.5)));
    assert_eq!((told.total("C"), tidy(told.unit("C").coverage), bounds("C")), (67.5, 0.8, (54.0, 74.0)));
}

/// Clause 21 (河南 2015): bands by class: prefectures 90, 80, 70, counties 75, 70, 60, departments 90, 80, 60.
#[test]
fn clause_21_bands_by_class() {
    let bands = |from: [f64; 3]| -> Value {
        let grades = ["excellent", "good", "pass"];
        grades.iter().zip(from).map(|(grade, from)| json!({"grade": grade, "from": from})).collect()
    };
    let units = [
        ("A", "prefecture"),
        ("B", "prefecture"),
        ("C", "county"),
        ("D", "county"),
        ("E", "department"),
        ("F", "department"),
        ("G", "county"),
    ];
    let case = Case::of(&units)
        .scheme("bands", bands([90.0, 80.0, 70.0]))
        .scheme(
            "class_bands",
            json!([
                {"class": "county", "bands": bands([75.0, 70.0, 60.0])},
                {"class": "department", "bands": bands([90.0, 80.0, 60.0])},
            ]),
        )
        .values(
            2015,
            "mark",
            &[("A", 69.9), ("B", 76.0), ("C", 76.0), ("D", 69.9), ("E", 76.0), ("F", 59.0)],
        );
    let told = case.evaluate(2015);
    let grades = ["A", "B", "C", "D", "E", "F"].map(|unit| told.grade(unit));
    assert_eq!(grades, ["fail", "pass", "excellent", "pass", "pass", "fail"]);
    assert_eq!(told.unit("G").grade, None);
}

/// Clause 22 (宁夏 2023): 33 of 100 criteria do not apply to coordinating departments. A coordinating department with 80
/// in all its 67 has 80 and nothing missing; a county that owes the 33 has 80 as it stands, between 53.6 and 86.6.
#[test]
fn clause_22_applicability_by_class() {
    let ids: Vec<String> = (1..=100).map(|n| format!("c{n:03}")).collect();
    let criteria: Vec<Value> = ids
        .iter()
        .enumerate()
        .map(|(nth, id)| {
            let mut criterion = leaf(id, 1.0);
            if nth < 33 {
                criterion["classes"] = json!(["county", "enforcing"]);
            }
            criterion
        })
        .collect();
    let mut case = Case::of(&[("A", "coordinating"), ("B", "county"), ("C", "enforcing")])
        .scheme("criteria", Value::Array(criteria));
    for (nth, id) in ids.iter().enumerate() {
        let value = |unit| (unit, if nth < 33 { 20.0 } else { 80.0 });
        case = if nth < 33 {
            case.values(2023, id, &[value("C")])
        } else {
            case.values(2023, id, &["A", "B", "C"].map(value))
        };
    }
    let told = case.evaluate(2023);
    assert_eq!((told.total("A"), told.unit("A").coverage), (80.0, 1.0));
    assert_eq!((told.total("B"), tidy(told.unit("B").coverage)), (80.0, 0.67));
    assert_eq!((tidy(told.unit("B").bounds.low), tidy(told.unit("B").bounds.high)), (53.6, 86.6));
    // 33 · 0.2 + 67 · 0.8
    assert_eq!(told.total("C"), 60.2);
}

/// Clause 24 (水资源): half the mean of the earlier years, half the final year, in whole points. A: earlier 80, 84, 88,
/// 90, mean 85.5; (85.5 + 91) ÷ 2 = 88.25 → 88. B has no earlier year. C lacks two of them: (81 + 92) ÷ 2 = 86.5 → 87.
#[test]
fn clause_24_result_over_years() {
    let case = Case::departments(&["A", "B", "C", "D"])
        .scheme("over_years", json!({"weight": 0.5, "earlier": 4}))
        .scheme("decimals", json!(0))
        .values(2016, "mark", &[("A", 80.0), ("C", 80.0), ("D", 80.0)])
        .values(2017, "mark", &[("A", 84.0), ("C", 82.0)])
        .values(2018, "mark", &[("A", 88.0)])
        .values(2019, "mark", &[("A", 90.0)])
        .values(2020, "mark", &[("A", 91.0), ("B", 91.0), ("C", 92.0)]);
    let told = case.evaluate(2020);
    assert_eq!(["A", "B", "C"].map(|unit| told.total(unit)), [88.0, 91.0, 87.0]);
    assert_eq!(["A", "B", "C"].map(|unit| told.grade(unit)), ["good", "excellent", "good"]);
    assert_eq!(told.unit("D").total, None);
}
