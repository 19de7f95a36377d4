//! A small library for the tests of this module: one data set of two departments and years, one scheme.

use std::rc::Rc;

use super::{Library, State};
use crate::domain::{
    Aggregate, Aspect, Band, Body, ClassId, Comparison, Condition, Criterion, CriterionId, DataSet, Effect,
    Grade, Indicator, Leaf, Measure, MeasureKind, MissingPolicy, Nature, Observation, Operand, RankWithin,
    Reporter, Role, Rule, Scheme, ScoreFunction, Text, Ties, Unit, UnitClass,
};

/// A state on the small library.
pub(crate) fn state() -> State {
    State::new(Library::new(vec![Rc::new(data("d1")), Rc::new(data("d2"))], vec![Rc::new(scheme())])).unwrap()
}

/// Two departments, years 2018 and 2019, one indicator.
pub(crate) fn data(id: &str) -> DataSet {
    let observation = |unit: &str, year, value| Observation {
        unit: unit.into(),
        year,
        indicator: "lost".into(),
        value: Some(value),
        missing: None,
        variant: String::new(),
        standard_error: None,
        source: None,
        note: Text::default(),
        correction: None,
    };
    DataSet {
        id: id.into(),
        name: Text::new("两个部门", "Two departments"),
        nature: Nature::Invented,
        note: Text::default(),
        documents: Vec::new(),
        classes: vec![UnitClass { id: "dept".into(), name: Text::new("部门", "Departments") }],
        units: ["finance", "housing"]
            .map(|unit| Unit {
                id: unit.into(),
                name: Text::new(unit, unit),
                class: ClassId::from("dept"),
                parent: None,
            })
            .to_vec(),
        indicators: vec![Indicator {
            id: "lost".into(),
            name: Text::new("败诉率", "Cases lost"),
            measure: Measure { kind: MeasureKind::Share, name: Text::default() },
            aspect: Aspect::Output,
            reporter: Reporter::Court,
            formula: None,
            note: Text::default(),
        }],
        observations: vec![
            observation("finance", 2018, 0.1),
            observation("finance", 2019, 0.05),
            observation("housing", 2018, 0.2),
            observation("housing", 2019, 0.35),
        ],
        breaks: Vec::new(),
    }
}

/// Two first-level criteria of 60 and 40 points, the second with two leaves; one veto.
pub(crate) fn scheme() -> Scheme {
    let leaf = |id: &str, points| Criterion {
        id: CriterionId::from(id),
        name: Text::new(format!("项{id}"), format!("Item {id}")),
        points,
        classes: Vec::new(),
        role: Role::Counted,
        basis: Text::default(),
        body: Body::Leaf(Leaf {
            indicator: "lost".into(),
            function: ScoreFunction::Linear { zero: 0.5, full: 0.0 },
            log: false,
            missing: None,
        }),
    };
    let node =
        Body::Node { aggregate: Aggregate::Arithmetic, children: vec![leaf("b1", 30.0), leaf("b2", 10.0)] };
    Scheme {
        id: "s".into(),
        name: Text::new("小方案", "Small scheme"),
        source: Text::default(),
        full_marks: 100.0,
        aggregate: Aggregate::Arithmetic,
        criteria: vec![leaf("a", 60.0), Criterion { body: node, ..leaf("b", 40.0) }],
        class_points: Vec::new(),
        grades: ["good", "fail"].map(|id| Grade { id: id.into(), name: Text::new(id, id) }).to_vec(),
        bands: vec![Band { grade: "good".into(), from: 60.0 }],
        class_bands: Vec::new(),
        rules: vec![Rule {
            id: "v".into(),
            name: Text::new("败诉否决", "Losing veto"),
            basis: Text::default(),
            on: true,
            classes: Vec::new(),
            when: Condition::Compare {
                left: Operand::Indicator { id: "lost".into(), years_back: 0 },
                is: Comparison::Above,
                than: 0.3,
                by_class: Vec::new(),
            },
            years_in_a_row: 1,
            needs_confirmation: false,
            confirmed: Vec::new(),
            effect: Effect::Veto,
            lasts_years: 0,
            from_next_year: false,
        }],
        missing: MissingPolicy::LeaveOut,
        coverage_limit: 0.0,
        ties: Ties::default(),
        rank_within: RankWithin::Class,
        above_full: false,
        decimals: None,
        over_years: None,
    }
}
