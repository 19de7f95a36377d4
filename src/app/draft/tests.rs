//! Drafts of small data sets, and the marks by hand.

use super::*;
use crate::{
    app::fixture,
    data::{read_scheme, write_scheme},
    domain::{DataSet, Indicator, Observation, ScoreFunction},
    scoring::evaluate,
};

/// The two departments with these indicators; each has the same values for them: `low` in one, `high` in the other.
fn data(names: &[(&str, MeasureKind)], (low, high): (f64, f64)) -> DataSet {
    let base = fixture::data("d");
    let (indicator, observation) = (base.indicators[0].clone(), base.observations[0].clone());
    let id = |nth: usize| IndicatorId::from(format!("i{nth}"));
    let indicators = names.iter().enumerate().map(|(nth, (name, kind))| {
        let mut measure = indicator.measure.clone();
        measure.kind = *kind;
        Indicator { id: id(nth), name: Text::new(*name, ""), measure, ..indicator.clone() }
    });
    let observations = (0..names.len()).flat_map(|nth| {
        [("finance", low), ("housing", high)].map(|(unit, value)| Observation {
            unit: unit.into(),
            year: 2019,
            indicator: id(nth),
            value: Some(value),
            ..observation.clone()
        })
    });
    DataSet { indicators: indicators.collect(), observations: observations.collect(), ..base }
}

fn table(data: DataSet) -> Table {
    Table::new(data.into())
}

#[test]
fn ranges_are_widened_to_round_numbers() {
    // A fifth of 27 is 5.4, so steps of 10; of 44 is 8.8, so 10; of 0.267 is 0.053, so 0.1.
    assert_eq!(rounded((71.0, 98.0)), (70.0, 100.0));
    assert_eq!(rounded((3.0, 47.0)), (0.0, 50.0));
    assert_eq!(rounded((0.713, 0.98)), (0.7, 1.0));
    assert_eq!(rounded((0.0, 1.0)), (0.0, 1.0));
    assert_eq!(rounded((-2.5, 2.5)), (-3.0, 3.0));
    assert_eq!(rounded((5.0, 5.0)), (0.0, 5.0));
    assert_eq!(rounded((0.0, 0.0)), (0.0, 1.0));
    assert_eq!(rounded((-4.0, -4.0)), (-4.0, 0.0));
    for range in [(-f64::MAX, f64::MAX), (1e300, 2e300), (1e-320, 3e-320), (1e15, 1e15 + 1.0)] {
        let (low, high) = rounded(range);
        assert!(low.is_finite() && high.is_finite() && low <= range.0 && high >= range.1, "{range:?}");
    }
}

#[test]
fn seven_indicators_share_a_hundred_points_and_the_scheme_is_in_order() {
    let names = ["公示率", "败诉率", "甲", "乙", "丙", "丁", "戊"].map(|name| (name, MeasureKind::Share));
    let table = table(data(&names, (0.2, 0.9)));
    let draft = Draft::new(&table);
    assert_eq!((draft.taken(), draft.doubtful()), (7, 5));
    let library = fixture::state().library;
    let scheme = draft.scheme(table.data(), &library).unwrap();
    // 10000 ÷ 7 = 1428, and 4 are left over.
    let points: Vec<f64> = scheme.criteria.iter().map(|criterion| criterion.points).collect();
    assert_eq!(points, [14.29, 14.29, 14.29, 14.29, 14.28, 14.28, 14.28]);
    assert_eq!(read_scheme(write_scheme(&scheme).as_bytes()).unwrap(), scheme);
    // Shares 0.2 and 0.9: a fifth of 0.7 is 0.14, so steps of 0.2 from 0.2 to 1. More is better for six of seven.
    let function = |nth: usize| scheme.criteria[nth].leaf().unwrap().function.clone();
    assert_eq!(function(0), ScoreFunction::Linear { zero: 0.2, full: 1.0 });
    assert_eq!(function(1), ScoreFunction::Linear { zero: 1.0, full: 0.2 });
    // Finance has 0.2 everywhere: nothing but the points of 败诉率.
    let evaluation = evaluate(&table, &scheme, 2019);
    assert!((evaluation.units.get(0).unwrap().total.unwrap() - 14.29).abs() < 1e-9);
}

#[test]
fn leaves_under_headings_become_groups() {
    let names = [
        ("依法履职 – 公示率", MeasureKind::Share),
        ("依法履职 – 办结数", MeasureKind::Count),
        ("监督 - 败诉数", MeasureKind::Count),
        ("其余", MeasureKind::YesNo),
    ];
    let table = table(data(&names, (0.0, 1.0)));
    let mut draft = Draft::new(&table);
    let library = fixture::state().library;
    let scheme = draft.scheme(table.data(), &library).unwrap();
    let told: Vec<(&str, f64, usize)> =
        scheme.criteria.iter().map(|c| (c.name.zh.as_str(), c.points, c.children().len())).collect();
    assert_eq!(told, [("依法履职", 50.0, 2), ("监督", 25.0, 1), ("其他", 25.0, 1)]);
    assert_eq!(scheme.criteria[0].children()[0].name.zh, "公示率");
    let answer = scheme.criteria[2].children()[0].leaf().unwrap();
    assert_eq!(answer.function, ScoreFunction::YesNo { full_when: true });
    draft.leaves.iter_mut().for_each(|leaf| leaf.taken = leaf.group.zh == "监督");
    assert_eq!(draft.scheme(table.data(), &library).unwrap().criteria.len(), 1);
    draft.leaves.iter_mut().for_each(|leaf| leaf.taken = false);
    assert_eq!(draft.scheme(table.data(), &library), None);
}

#[test]
fn a_chosen_direction_turns_the_marks_and_is_no_longer_doubtful() {
    let table = table(data(&[("立案数", MeasureKind::Count)], (3.0, 47.0)));
    let mut draft = Draft::new(&table);
    let leaf = &mut draft.leaves[0];
    assert!((leaf.zero, leaf.full) == (0.0, 50.0) && leaf.sign.is_doubtful());
    leaf.choose(Better::Less);
    assert_eq!((leaf.zero, leaf.full, leaf.sign), (50.0, 0.0, Sign::Chosen));
    leaf.choose(Better::Less);
    assert_eq!((leaf.zero, leaf.full), (50.0, 0.0));
}
