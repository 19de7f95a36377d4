//! Data and a scheme of any size from a fixed sequence, for what is measured.

use faheng::domain::{
    Aggregate, Aspect, Band, Body, ClassId, Comparison, Condition, Criterion, CriterionId, DataSet, Effect,
    Grade, Indicator, IndicatorId, Leaf, Measure, MeasureKind, Nature, Observation, Operand, RankWithin,
    Relative, Reporter, Role, Rule, Scheme, ScoreFunction, Text, Ties, Unit, UnitClass, UnitId,
};

/// The year of the data.
pub const YEAR: u16 = 2019;

/// Marks between 0 and 1 from a small generator of fixed seed, leaf by leaf.
pub fn numbers(units: usize, leaves: usize) -> Vec<f64> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..units * leaves).map(|_| next()).collect()
}

fn text() -> Text {
    Text::new("名", "name")
}

/// A data set of one year with these numbers, leaf by leaf.
pub fn data_set(numbers: &[f64], units: usize, leaves: usize) -> DataSet {
    let unit_ids: Vec<_> = (0..units).map(|unit| format!("u{unit:06}").as_str().into()).collect();
    let indicator_ids: Vec<IndicatorId> = (0..leaves).map(|leaf| format!("i{leaf:03}").into()).collect();
    let observation = |(nth, value): (usize, &f64)| Observation {
        unit: UnitId::clone(&unit_ids[nth % units]),
        year: YEAR,
        indicator: indicator_ids[nth / units].clone(),
        value: Some(*value),
        missing: None,
        variant: String::new(),
        standard_error: None,
        source: None,
        note: Text::default(),
        correction: None,
    };
    DataSet {
        id: "generated".into(),
        name: text(),
        nature: Nature::Invented,
        note: Text::default(),
        documents: Vec::new(),
        classes: vec![UnitClass { id: "class".into(), name: text() }],
        units: unit_ids
            .iter()
            .map(|id| Unit { id: id.clone(), name: text(), class: "class".into(), parent: None })
            .collect(),
        indicators: indicator_ids
            .iter()
            .map(|id| Indicator {
                id: id.clone(),
                name: text(),
                measure: Measure { kind: MeasureKind::Number, name: Text::default() },
                aspect: Aspect::Output,
                reporter: Reporter::Itself,
                formula: None,
                note: Text::default(),
            })
            .collect(),
        observations: numbers.iter().enumerate().map(observation).collect(),
        breaks: Vec::new(),
    }
}

/// Ten first-level criteria with the leaves shared out among them, min–max each; a veto, a cap and a deduction.
pub fn scheme(leaves: usize) -> Scheme {
    let criterion = |id: CriterionId, points, body| Criterion {
        id,
        name: text(),
        points,
        classes: Vec::<ClassId>::new(),
        role: Role::Counted,
        basis: Text::default(),
        body,
    };
    let leaf = |nth: usize| {
        let function = ScoreFunction::Relative { method: Relative::MinMax, higher_is_better: true };
        let body = Leaf { indicator: format!("i{nth:03}").into(), function, log: false, missing: None };
        criterion(format!("l{nth:03}").into(), 1.0, Body::Leaf(body))
    };
    let node = |nth: usize| {
        let children = (0..leaves).filter(|leaf| leaf % 10 == nth).map(leaf).collect();
        criterion(format!("n{nth}").into(), 10.0, Body::Node { aggregate: Aggregate::Arithmetic, children })
    };
    let rule = |id: &str, indicator: &str, than, effect| Rule {
        id: id.into(),
        name: text(),
        basis: Text::default(),
        on: true,
        classes: Vec::new(),
        when: Condition::Compare {
            left: Operand::Indicator { id: indicator.into(), years_back: 0 },
            is: Comparison::Below,
            than,
            by_class: Vec::new(),
        },
        years_in_a_row: 1,
        needs_confirmation: false,
        confirmed: Vec::new(),
        effect,
        lasts_years: 0,
        from_next_year: false,
    };
    Scheme {
        id: "generated".into(),
        name: text(),
        source: Text::default(),
        full_marks: 100.0,
        aggregate: Aggregate::Arithmetic,
        criteria: (0..10).map(node).collect(),
        class_points: Vec::new(),
        grades: ["excellent", "good", "pass", "fail"]
            .map(|id| Grade { id: id.into(), name: text() })
            .to_vec(),
        bands: [("excellent", 60.0), ("good", 50.0), ("pass", 40.0)]
            .map(|(grade, from)| Band { grade: grade.into(), from })
            .to_vec(),
        class_bands: Vec::new(),
        rules: vec![
            rule("veto", "i000", 0.02, Effect::Veto),
            rule("cap", "i001", 0.05, Effect::CapGrade { grade: "pass".into() }),
            rule(
                "deduct",
                "i002",
                0.1,
                Effect::Deduct { marks: 2.0, per: None, beyond: 0.0, criterion: None, cap: None },
            ),
        ],
        missing: Default::default(),
        coverage_limit: 0.0,
        ties: Ties::default(),
        rank_within: RankWithin::Class,
        above_full: false,
        decimals: None,
        over_years: None,
    }
}
