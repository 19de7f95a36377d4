//! Each preset on a small made-up data set, with the result computed by hand.

use faheng::{
    data::presets,
    domain::{DataSet, Outcome, Scheme, Standing},
};
use serde_json::{Value, json};

use crate::case::{Told, told};

/// Evaluates a preset: units as (id, class, parent), values as (unit, year, indicator, value).
fn evaluate(id: &str, units: &[(&str, &str, &str)], values: &[(&str, u16, &str, f64)], year: u16) -> Told {
    let scheme = presets().unwrap().into_iter().find(|scheme| scheme.id == id).expect("a preset");
    let known = indicators(&scheme);
    assert!(values.iter().all(|(_, _, indicator, _)| known.contains(&(*indicator).to_owned())), "{known:?}");
    let classes: std::collections::BTreeSet<&str> = units.iter().map(|(_, class, _)| *class).collect();
    let units: Vec<Value> = units
        .iter()
        .map(|(id, class, parent)| {
            let parent = if parent.is_empty() { Value::Null } else { json!(parent) };
            json!({"id": id, "name": {}, "class": class, "parent": parent})
        })
        .collect();
    let observations: Vec<Value> = values
        .iter()
        .map(|(unit, year, indicator, value)| json!({"unit": unit, "year": year, "indicator": indicator, "value": value}))
        .collect();
    let data = json!({
        "id": "made-up", "name": {}, "nature": "invented",
        "classes": classes.iter().map(|id| json!({"id": id, "name": {}})).collect::<Vec<_>>(),
        "units": units,
        "indicators": known.iter()
            .map(|id| json!({"id": id, "name": {}, "measure": {"kind": "number"}})).collect::<Vec<_>>(),
        "observations": observations,
    });
    let data: DataSet = serde_json::from_value(data).expect("a data set");
    told(data, Scheme::clone(&scheme), year)
}

/// Every indicator that a scheme names, in its leaves and rules.
fn indicators(scheme: &Scheme) -> Vec<String> {
    fn collect(value: &Value, found: &mut std::collections::BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match (key.as_str(), value) {
                        ("indicator" | "per", Value::String(id)) => drop(found.insert(id.clone())),
                        ("indicator", Value::Object(operand)) => {
                            found.insert(operand["id"].as_str().expect("an id").to_owned());
                        }
                        _ => collect(value, found),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let mut found = std::collections::BTreeSet::new();
    collect(&serde_json::to_value(scheme).expect("JSON"), &mut found);
    found.into_iter().collect()
}

/// Marks for the criteria `prefix1` … of one unit.
fn marks<'a>(
    unit: &'a str,
    year: u16,
    ids: &'a [String],
    values: &[f64],
) -> Vec<(&'a str, u16, &'a str, f64)> {
    ids.iter().zip(values).map(|(id, value)| (unit, year, id.as_str(), *value)).collect()
}

fn numbered(prefix: &str, count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{prefix}_c{n}")).collect()
}

/// Nine even items: eight of 90 and one of 45 are 765 ÷ 9 = 85.
#[test]
fn the_national_system_is_split_evenly() {
    let ids = numbered("national2021", 9);
    let values = marks("A", 2021, &ids, &[90.0, 90.0, 90.0, 90.0, 45.0, 90.0, 90.0, 90.0, 90.0]);
    let told = evaluate("national-demonstration-2021", &[("A", "county", "")], &values, 2021);
    assert_eq!((told.total("A"), told.grade("A")), (85.0, "ungraded"));
}

/// 行政决策 60 of its 15 points, all else full: 9 + 85 = 94. 制度建设 likewise.
#[test]
fn ningxia_and_guangdong_know_fifteen_percent() {
    for (id, prefix) in [("ningxia-2015", "ningxia2015"), ("guangdong-2013", "guangdong2013")] {
        let ids = numbered(prefix, 8);
        let values = marks("A", 2015, &ids, &[60.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0]);
        assert_eq!(evaluate(id, &[("A", "county", "")], &values, 2015).total("A"), 94.0);
    }
}

/// 0.35 · 71.6 + 0.175 · 72 + 0.175 · 70 + 0.3 · 73 = 25.06 + 12.6 + 12.25 + 21.9 = 71.81.
#[test]
fn yuhang_weighs_four_groups() {
    let values = [
        ("A", 2008, "yuhang2008_public", 71.6),
        ("A", 2008, "yuhang2008_internal", 72.0),
        ("A", 2008, "yuhang2008_external", 70.0),
        ("A", 2008, "yuhang2008_experts", 73.0),
    ];
    assert_eq!(evaluate("yuhang-2008", &[("A", "district", "")], &values, 2008).total("A"), 71.81);
}

/// Eight criteria at 60 are 480 of 800; satisfaction at 59.9 is 119.8 of 200: 599.8 fails, at 60 passes with 600.
#[test]
fn the_university_passes_at_six_hundred_of_a_thousand() {
    let ids = numbered("cupl2017", 9);
    let mut values = marks("A", 2017, &ids, &[60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 59.9]);
    values.extend(marks("B", 2017, &ids, &[60.0; 9]));
    let told = evaluate("cupl-2017", &[("A", "city", ""), ("B", "city", "")], &values, 2017);
    assert_eq!((told.total("A"), told.grade("A")), (599.8, "fail"));
    assert_eq!((told.total("B"), told.grade("B")), (600.0, "pass"));
}

/// 76 is fair for a prefecture, excellent for a county under the province, fair for a department; 65 fails a prefecture
/// alone. Three failing years are reported.
#[test]
fn henan_has_bands_by_class_and_looks_back_three_years() {
    let ids = numbered("henan2015", 10);
    let units =
        [("P", "prefecture", ""), ("C", "county", ""), ("D", "department", ""), ("Q", "prefecture", "")];
    let mut values = Vec::new();
    for (unit, mark) in [("P", 76.0), ("C", 76.0), ("D", 76.0), ("Q", 65.0)] {
        for year in 2013..=2015 {
            values.extend(marks(unit, year, &ids, &[mark; 10]));
        }
    }
    let told = evaluate("henan-2015", &units, &values, 2015);
    assert_eq!(["P", "C", "D", "Q"].map(|unit| told.grade(unit)), ["fair", "excellent", "fair", "fail"]);
    assert_eq!(told.outcome("Q", "summons"), Some(Outcome::Fired));
    assert_eq!(told.outcome("Q", "reported"), Some(Outcome::Fired));
    assert_eq!(told.outcome("C", "commended"), Some(Outcome::Fired));
    assert_eq!((told.outcome("P", "summons"), told.outcome("P", "commended")), (None, None));
}

/// open: 20 − 4 and 80 − 11 are 85, with 30 bonus marks, of which 25 count, 110. lost: more lost than the item holds is
/// 0 + 70 = 70, and no bonus. quiet, without services: 72 of 80 is 90. vetoed: failed and not scored. mother: 59.
#[test]
fn the_website_check_vetoes_deducts_and_gates_its_bonus() {
    let units = [
        ("open", "services", ""),
        ("lost", "services", ""),
        ("quiet", "no_services", ""),
        ("vetoed", "services", "mother"),
        ("mother", "services", ""),
    ];
    let of = |unit: &'static str, services: f64, rest: f64, bonus: f64, veto: f64| {
        [
            (unit, 2019, "website2019_services_lost", services),
            (unit, 2019, "website2019_rest_lost", rest),
            (unit, 2019, "website2019_bonus", bonus),
            (unit, 2019, "website2019_veto_items", veto),
        ]
    };
    let values = [
        of("open", 4.0, 11.0, 30.0, 0.0),
        of("lost", 35.0, 10.0, 5.0, 0.0),
        of("quiet", 0.0, 8.0, 0.0, 0.0),
        of("vetoed", 0.0, 0.0, 0.0, 1.0),
        of("mother", 0.0, 10.0, 0.0, 0.0),
    ]
    .concat();
    let told = evaluate("website-check-2019", &units, &values, 2019);
    assert_eq!(told.marks("open", "bonus"), Some((85.0, 110.0)));
    assert_eq!((told.total("lost"), told.outcome("lost", "bonus")), (70.0, None));
    assert_eq!(told.total("quiet"), 90.0);
    assert_eq!((told.unit("vetoed").total, told.grade("vetoed")), (None, "fail"));
    assert_eq!(told.marks("mother", "account_vetoed"), Some((90.0, 59.0)));
    assert_eq!(told.grade("mother"), "fail");
}

/// 80 % of the goals, 90 % of the institutions, all measures: 28 + 27 + 35 = 90, four years long; then 0.9 · 35 + 27 +
/// 35 = 93.5. (90 + 93.5) ÷ 2 = 91.75 → 92.
#[test]
fn the_water_assessment_halves_its_years() {
    let mut values = Vec::new();
    for year in 2016..=2020 {
        let goals = if year == 2020 { 90.0 } else { 80.0 };
        values.push(("A", year, "water2016_goals", goals));
        values.push(("A", year, "water2016_institutions", 90.0));
        values.push(("A", year, "water2016_measures", 100.0));
        values.push(("A", year, "water2016_veto_items", 0.0));
        values.push(("B", year, "water2016_goals", 100.0));
        values.push(("B", year, "water2016_institutions", 100.0));
        values.push(("B", year, "water2016_measures", 100.0));
        values.push(("B", year, "water2016_veto_items", f64::from(year == 2020)));
    }
    let told = evaluate("water-2016", &[("A", "province", ""), ("B", "province", "")], &values, 2020);
    assert_eq!((told.total("A"), told.grade("A"), told.place("A")), (92.0, "excellent", 1.0));
    assert!(matches!(told.unit("B").standing, Standing::Vetoed { would_be: Some(1.0) }));
}

/// Seven factors of 0.6 throughout; of the eighth's seven sub-factors one is 0.95: (7 · 0.6 + (6 · 0.6 + 0.95) ÷ 7) ÷ 8
/// = (4.2 + 0.65) ÷ 8 = 0.60625.
#[test]
fn wjp_takes_simple_means_of_simple_means() {
    let scheme = presets().unwrap().into_iter().find(|scheme| scheme.id == "wjp").unwrap();
    let ids = indicators(&scheme);
    assert_eq!(ids.len(), 44);
    let values: Vec<(&str, u16, &str, f64)> =
        ids.iter().map(|id| ("A", 2020, id.as_str(), if id == "wjp_8_7" { 0.95 } else { 0.6 })).collect();
    let told = evaluate("wjp", &[("A", "country", "")], &values, 2020);
    assert_eq!(told.total("A"), 60.625);
}
