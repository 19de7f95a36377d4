//! What holds for every data set and scheme: order of input, scale of weights, more is not worse, vetoes, sums.

use std::rc::Rc;

use faheng::{
    domain::{DataSet, Evaluation, Issue, Scheme, Standing, UnitId, UnitResult},
    export::workbook::Workbook,
    i18n::Lang,
    scoring::{Evaluator, Table, evaluate, explain},
};
use proptest::prelude::*;
use serde_json::{Value, json};

const LEAVES: usize = 5;
const YEAR: u16 = 2019;

/// A made-up case: by unit the values of the leaves (0..=1, some missing), by leaf and node the points.
#[derive(Clone, Debug)]
struct Case {
    values: Vec<[Option<f64>; LEAVES]>,
    leaf_points: [u8; LEAVES],
    node_points: [u8; 2],
    aggregates: [u8; 3],
    missing: u8,
    loss_limit: f64,
}

fn case() -> impl Strategy<Value = Case> {
    let value = prop_oneof![8 => (0..=100_u8).prop_map(|p| Some(f64::from(p) / 100.0)), 1 => Just(None)];
    (
        prop::collection::vec(prop::array::uniform5(value), 1..9),
        prop::array::uniform5(0..20_u8),
        prop::array::uniform2(0..20_u8),
        prop::array::uniform3(0..6_u8),
        0..4_u8,
        (20..80_u8).prop_map(|p| f64::from(p) / 100.0),
    )
        .prop_map(|(values, leaf_points, node_points, aggregates, missing, loss_limit)| Case {
            values,
            leaf_points,
            node_points,
            aggregates,
            missing,
            loss_limit,
        })
}

/// The same with everything there, nodes that are arithmetic means, and points above 0.
fn plain_case() -> impl Strategy<Value = Case> {
    case().prop_map(|mut case| {
        case.values.iter_mut().flatten().for_each(|value| *value = Some(value.unwrap_or(0.5)));
        case.leaf_points.iter_mut().for_each(|points| *points += 1);
        case.node_points.iter_mut().for_each(|points| *points += 1);
        Case { aggregates: [0; 3], ..case }
    })
}

fn data(case: &Case, reversed: bool) -> Rc<Table> {
    let classes = ["dept", "town"];
    let mut units: Vec<Value> = (0..case.values.len())
        .map(|unit| json!({ "id": format!("u{unit}"), "name": {}, "class": classes[unit % 2] }))
        .collect();
    let mut indicators: Vec<Value> = (0..LEAVES)
        .map(|leaf| json!({ "id": format!("i{leaf}"), "name": {}, "measure": { "kind": "number" } }))
        .collect();
    let mut observations: Vec<Value> = Vec::new();
    for (unit, values) in case.values.iter().enumerate() {
        for (leaf, value) in values.iter().enumerate().filter_map(|(leaf, value)| Some((leaf, (*value)?))) {
            let (unit, indicator) = (format!("u{unit}"), format!("i{leaf}"));
            observations.push(json!({ "unit": unit, "year": YEAR, "indicator": indicator, "value": value }));
        }
    }
    if reversed {
        [&mut units, &mut indicators, &mut observations].into_iter().for_each(|list| list.reverse());
    }
    let data: DataSet = serde_json::from_value(json!({
        "id": "d", "name": {}, "nature": "invented",
        "classes": [{ "id": classes[0], "name": {} }, { "id": classes[1], "name": {} }],
        "units": units, "indicators": indicators, "observations": observations,
    }))
    .unwrap();
    Rc::new(Table::new(Rc::new(data)))
}

fn scheme(case: &Case, reversed: bool, weight_scale: f64) -> Scheme {
    let aggregate = |kind: u8| match kind {
        0 => json!("arithmetic"),
        1 => json!("geometric"),
        2 => json!("harmonic"),
        3 => json!({ "power": { "exponent": 2.0 } }),
        4 => json!({ "power": { "exponent": -1.5 } }),
        _ => json!("minimum"),
    };
    let leaf = |nth: usize| {
        let function = if nth == 2 {
            json!({ "relative": { "method": "min_max", "higher_is_better": true } })
        } else {
            json!({ "linear": { "zero": 0.0, "full": 1.0 } })
        };
        json!({ "id": format!("l{nth}"), "name": {}, "points": f64::from(case.leaf_points[nth]) * weight_scale,
            "body": { "leaf": { "indicator": format!("i{nth}"), "function": function } } })
    };
    let node = |nth: usize, leaves: &[usize]| {
        let mut children: Vec<Value> = leaves.iter().map(|nth| leaf(*nth)).collect();
        if reversed {
            children.reverse();
        }
        json!({ "id": format!("n{nth}"), "name": {}, "points": f64::from(case.node_points[nth]) * weight_scale,
            "body": { "node": { "aggregate": aggregate(case.aggregates[nth]), "children": children } } })
    };
    let compare = |id: &str, is: &str, than: f64| json!({ "compare": { "left": { "indicator": { "id": id } }, "is": is, "than": than } });
    let rule = |id: &str, when: Value, effect: Value| json!({ "id": id, "name": {}, "basis": {}, "when": when, "effect": effect });
    let mut criteria = vec![node(0, &[0, 1, 2]), node(1, &[3, 4])];
    let mut rules = vec![
        rule("deduct", compare("i1", "below", 0.5), json!({ "deduct": { "marks": 3.0, "criterion": "l3" } })),
        rule("veto", compare("i0", "below", case.loss_limit), json!("veto")),
        rule("cap", compare("i4", "below", 0.3), json!({ "cap_grade": { "grade": "pass" } })),
    ];
    if reversed {
        criteria.reverse();
        rules.reverse();
    }
    let missing = ["leave_out", "zero", "class_median", "leave_out"][usize::from(case.missing)];
    serde_json::from_value(json!({
        "id": "s", "name": {}, "source": {}, "full_marks": 100.0, "aggregate": aggregate(case.aggregates[2]),
        "criteria": criteria, "rules": rules, "missing": missing,
        "grades": [{ "id": "good", "name": {} }, { "id": "pass", "name": {} }, { "id": "fail", "name": {} }],
        "bands": [{ "grade": "good", "from": 80.0 }, { "grade": "pass", "from": 60.0 }],
    }))
    .unwrap()
}

fn by_id(result: &Evaluation) -> Vec<UnitResult<'_>> {
    let mut units: Vec<UnitResult> = result.units.iter().collect();
    units.sort_by(|a, b| a.unit.cmp(b.unit));
    units
}

fn place(unit: UnitResult) -> Option<f64> {
    match unit.standing {
        Standing::Ranked { place } => Some(place),
        _ => None,
    }
}

proptest! {
    #[test]
    fn the_order_of_input_never_matters(case in case()) {
        let one = evaluate(&data(&case, false), &scheme(&case, false, 1.0), YEAR);
        let other = evaluate(&data(&case, true), &scheme(&case, true, 1.0), YEAR);
        prop_assert_eq!(by_id(&one), by_id(&other));
        let listed = |result: &Evaluation| -> Vec<String> {
            result.listing.iter().map(|unit| result.units.get(*unit as usize).unwrap().unit.to_string()).collect()
        };
        prop_assert_eq!(listed(&one), listed(&other));
    }

    #[test]
    fn the_formulas_of_the_workbook_give_the_engines_results(case in case()) {
        let (table, scheme) = (data(&case, false), scheme(&case, false, 1.0));
        let book = Workbook::new(&table, &scheme, &evaluate(&table, &scheme, YEAR), Lang::Zh);
        prop_assert_eq!(book.as_values, Vec::<UnitId>::new());
    }

    #[test]
    fn scaling_the_weights_of_all_siblings_never_matters(case in case(), doublings in -8..8_i32) {
        let table = data(&case, false);
        let scale = libm::exp2(f64::from(doublings));
        let one = evaluate(&table, &scheme(&case, false, 1.0), YEAR);
        let other = evaluate(&table, &scheme(&case, false, scale), YEAR);
        prop_assert_eq!(one.units, other.units);
    }

    #[test]
    fn raising_a_value_never_lowers_the_score(case in plain_case(), unit in 0..8_usize, leaf in 0..LEAVES, up in 1..50_u8) {
        prop_assume!(leaf != 2); // the relative one: there the others' shares move too
        let unit = unit % case.values.len();
        let before = evaluate(&data(&case, false), &scheme(&case, false, 1.0), YEAR);
        let mut raised = case.clone();
        raised.values[unit][leaf] = raised.values[unit][leaf].map(|value| value + f64::from(up) / 100.0);
        let after = evaluate(&data(&raised, false), &scheme(&raised, false, 1.0), YEAR);
        prop_assert!(after.units.get(unit).unwrap().total >= before.units.get(unit).unwrap().total.map(|total| total - 1e-9));
    }

    #[test]
    fn a_veto_never_raises_the_rank_of_its_unit_nor_lowers_that_of_others(case in plain_case()) {
        let table = data(&case, false);
        let with = scheme(&case, false, 1.0);
        let mut without = with.clone();
        without.rules.iter_mut().filter(|rule| rule.id.as_str() == "veto").for_each(|rule| rule.on = false);
        let (with, without) = (evaluate(&table, &with, YEAR), evaluate(&table, &without, YEAR));
        for (vetoed, free) in with.units.iter().zip(without.units.iter()) {
            match vetoed.standing {
                Standing::Vetoed { would_be } => {
                    prop_assert_eq!(would_be, place(free));
                    prop_assert_eq!(vetoed.grade, Some(2));
                    prop_assert_eq!(vetoed.total, free.total);
                }
                _ => prop_assert!(place(vetoed) <= place(free)),
            }
        }
    }

    #[test]
    fn the_marks_of_the_parts_sum_to_the_whole(mut case in case()) {
        case.aggregates = [0; 3];
        let result = evaluate(&data(&case, false), &scheme(&case, false, 1.0), YEAR);
        for (unit, one) in result.units.iter().enumerate() {
            let level = |parent: Option<u32>| -> f64 {
                result.criteria.iter().filter(|column| column.parent == parent).map(|column| column.marks[unit]).sum()
            };
            if let Some(total) = one.before_rules {
                prop_assert!((level(None) - total).abs() < 1e-9);
            }
            for (at, column) in result.criteria.iter().enumerate().filter(|(_, column)| column.depth == 0) {
                prop_assert!((level(Some(at as u32)) - column.marks[unit]).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_rule_switched_off_equals_a_rule_deleted(case in case(), nth in 0..3_usize) {
        let table = data(&case, false);
        let mut off = scheme(&case, false, 1.0);
        let mut deleted = off.clone();
        off.rules[nth].on = false;
        deleted.rules.remove(nth);
        prop_assert_eq!(evaluate(&table, &off, YEAR), evaluate(&table, &deleted, YEAR));
    }

    #[test]
    fn explained_parts_sum_to_the_total(case in case()) {
        let (table, scheme) = (data(&case, false), scheme(&case, false, 1.0));
        let result = evaluate(&table, &scheme, YEAR);
        for (unit, one) in result.units.iter().enumerate() {
            let explained = explain(&table, &scheme, &result, unit);
            prop_assert_eq!(explained.total, one.total);
            let Some(total) = one.total else { continue };
            let sum: f64 = explained.parts.iter().map(|part| part.marks).sum();
            prop_assert!((sum - total).abs() < 1e-9, "{sum} instead of {total}: {:?}", explained.parts);
        }
    }

    #[test]
    fn evaluating_after_a_change_equals_evaluating_afresh(
        first in case(),
        second in case(),
    ) {
        let table = data(&first, false);
        let mut evaluator = Evaluator::default();
        let before = scheme(&first, false, 1.0);
        let after = scheme(&Case { values: first.values.clone(), ..second }, false, 1.0);
        for scheme in [&before, &after, &before] {
            prop_assert_eq!(evaluator.evaluate(&table, scheme, YEAR), evaluate(&table, scheme, YEAR));
        }
    }

    #[test]
    fn every_number_is_finite_and_bounds_hold_the_total(case in case()) {
        let result = evaluate(&data(&case, false), &scheme(&case, false, 1.0), YEAR);
        for one in result.units.iter() {
            prop_assert!(one.bounds.low.is_finite() && one.bounds.high.is_finite());
            prop_assert!((0.0..=1.0).contains(&one.coverage));
            if let Some(total) = one.total {
                prop_assert!((0.0..=100.0).contains(&total));
                prop_assert!(one.bounds.low <= total && total <= one.bounds.high);
            }
        }
        for column in &result.criteria {
            prop_assert!(column.share.iter().all(|share| (0.0..=1.0).contains(share)));
            prop_assert!(column.marks.iter().chain(column.marks_possible.iter()).all(|marks| marks.is_finite()));
        }
    }
}

/// Values, weights and trees at the edge of what can be written down.
#[test]
fn extremes_give_results() {
    let result = |values: [f64; 2], scheme: Value| {
        let data: DataSet = serde_json::from_value(json!({
            "id": "d", "name": {}, "nature": "invented", "classes": [{ "id": "c", "name": {} }],
            "units": [{ "id": "a", "name": {}, "class": "c" }, { "id": "b", "name": {}, "class": "c" }],
            "indicators": [{ "id": "x", "name": {}, "measure": { "kind": "number" } }],
            "observations": [
                { "unit": "a", "year": 2019, "indicator": "x", "value": values[0] },
                { "unit": "b", "year": 2019, "indicator": "x", "value": values[1] } ],
        }))
        .unwrap();
        let scheme: Scheme = serde_json::from_value(scheme).unwrap();
        evaluate(&Table::new(Rc::new(data)), &scheme, YEAR)
    };
    let scheme = |function: Value, points: f64| {
        json!({ "id": "s", "name": {}, "source": {}, "full_marks": 100.0, "grades": [], "bands": [],
            "criteria": [{ "id": "l", "name": {}, "points": points, "body": { "leaf": { "indicator": "x", "function": function } } }] })
    };
    let total = |evaluation: &Evaluation, unit: usize| evaluation.units.get(unit).unwrap().total;
    let linear = json!({ "linear": { "zero": -1e308, "full": 1e308 } });
    let wide = result([1e308, 0.0], scheme(linear, 1e308));
    assert_eq!((total(&wide, 0), total(&wide, 1)), (Some(100.0), Some(50.0)));
    for method in [
        json!("min_max"),
        json!("rank_share"),
        json!("percentile"),
        json!({ "z_score": { "clamp": 2.0 } }),
        json!("distance_to_best"),
    ] {
        for values in [[1e308, -1e308], [0.0, 0.0], [5e-324, 1e308]] {
            let relative = json!({ "relative": { "method": method, "higher_is_better": true } });
            let evaluation = result(values, scheme(relative, 1.0));
            assert!(
                evaluation
                    .units
                    .iter()
                    .all(|unit| unit.total.is_some_and(|total| (0.0..=100.0).contains(&total)))
            );
        }
    }
    let nothing = result([1.0, 2.0], scheme(json!({ "target": { "target": 2.0 } }), 0.0));
    assert_eq!(total(&nothing, 0), Some(0.0));
}

/// No unit, a unit without any value, and a unit alone: nobody is ranked in the first two, and it is said why; the
/// one alone, halfway to its target of 4, has 50 marks and the first place.
#[test]
fn nobody_nothing_and_one_alone_have_an_answer() {
    let result = |units: Value, observations: Value| {
        let data: DataSet = serde_json::from_value(json!({
            "id": "d", "name": {}, "nature": "invented", "classes": [{ "id": "c", "name": {} }], "units": units,
            "indicators": [{ "id": "x", "name": {}, "measure": { "kind": "number" } }], "observations": observations,
        }))
        .unwrap();
        let scheme: Scheme = serde_json::from_value(json!({
            "id": "s", "name": {}, "source": {}, "full_marks": 100.0, "grades": [], "bands": [],
            "criteria": [{ "id": "l", "name": {}, "points": 1.0,
                "body": { "leaf": { "indicator": "x", "function": { "target": { "target": 4.0 } } } } }] }))
        .unwrap();
        evaluate(&Table::new(Rc::new(data)), &scheme, YEAR)
    };
    let one = json!([{ "id": "a", "name": {}, "class": "c" }]);
    let nobody = result(json!([]), json!([]));
    assert!(nobody.units.is_empty() && nobody.listing.is_empty());
    assert_eq!(nobody.issues, [Issue::NothingToRank]);
    let nothing = result(one.clone(), json!([]));
    assert_eq!(
        (nothing.units.get(0).unwrap().total, nothing.units.get(0).unwrap().standing),
        (None, Standing::NotRated)
    );
    assert_eq!(nothing.issues, [Issue::NoData("l".into()), Issue::NothingToRank]);
    let alone = result(one, json!([{ "unit": "a", "year": YEAR, "indicator": "x", "value": 2.0 }]));
    assert_eq!(
        (alone.units.get(0).unwrap().total, place(alone.units.get(0).unwrap())),
        (Some(50.0), Some(1.0))
    );
}

/// A tree a thousand levels deep scores like the leaf at its end.
#[test]
fn a_tree_a_thousand_levels_deep_is_scored() {
    let data: DataSet = serde_json::from_value(json!({
        "id": "d", "name": {}, "nature": "invented", "classes": [{ "id": "c", "name": {} }],
        "units": [{ "id": "a", "name": {}, "class": "c" }],
        "indicators": [{ "id": "x", "name": {}, "measure": { "kind": "number" } }],
        "observations": [{ "unit": "a", "year": 2019, "indicator": "x", "value": 3.0 }],
    }))
    .unwrap();
    let flat: Scheme = serde_json::from_value(json!({
        "id": "s", "name": {}, "source": {}, "full_marks": 100.0, "grades": [], "bands": [],
        "criteria": [{ "id": "leaf", "name": {}, "points": 1.0,
            "body": { "leaf": { "indicator": "x", "function": { "target": { "target": 4.0 } } } } }],
    }))
    .unwrap();
    let mut deep = flat.clone();
    for level in 0..1000 {
        let mut above = flat.criteria[0].clone();
        above.id = format!("n{level}").into();
        let children = std::mem::take(&mut deep.criteria);
        above.body = faheng::domain::Body::Node { aggregate: Default::default(), children };
        deep.criteria = vec![above];
    }
    let table = Table::new(Rc::new(data));
    let evaluation = evaluate(&table, &deep, YEAR);
    assert_eq!(evaluation.units.get(0).unwrap().total, Some(75.0));
    assert_eq!(evaluation.criteria.len(), 1001);
}

/// Ten thousand rules on one unit.
#[test]
fn ten_thousand_rules_are_applied() {
    let case = Case {
        values: vec![[Some(0.9); LEAVES]],
        leaf_points: [1; LEAVES],
        node_points: [1; 2],
        aggregates: [0; 3],
        missing: 0,
        loss_limit: 0.2,
    };
    let mut many = scheme(&case, false, 1.0);
    let pattern = many.rules[0].clone();
    many.rules = (0..10_000)
        .map(|nth| faheng::domain::Rule {
            id: format!("r{nth:05}").into(),
            when: faheng::domain::Condition::All(Vec::new()),
            effect: faheng::domain::Effect::Deduct {
                marks: 0.001,
                per: None,
                beyond: 0.0,
                criterion: None,
                cap: None,
            },
            ..pattern.clone()
        })
        .collect();
    let evaluation = evaluate(&data(&case, false), &many, YEAR);
    assert_eq!(evaluation.units.get(0).unwrap().firings.len(), 10_000);
    let off = evaluation.units.get(0).unwrap().before_rules.unwrap()
        - evaluation.units.get(0).unwrap().total.unwrap();
    assert!((off - 10.0).abs() < 1e-6, "{off}");
}
