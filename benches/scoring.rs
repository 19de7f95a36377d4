//! How fast scoring is, as ratios to a bare min–max, weighted sum and sort over the same numbers in the same run.
//!
//! `cargo xtask bench` runs it. Where python3 has numpy, numpy's time for the bare work stands beside.

use std::{hint::black_box, process::Command, rc::Rc, time::Instant};

use faheng::{
    domain::{
        Aggregate, Aspect, Body, ClassId, Comparison, Condition, Criterion, CriterionId, DataSet, Effect,
        Grade, Indicator, IndicatorId, Leaf, Measure, MeasureKind, Nature, Observation, Operand, RankWithin,
        Relative, Reporter, Role, Rule, Scheme, ScoreFunction, Text, Ties, Unit, UnitClass,
    },
    scoring::{Evaluator, Table, evaluate},
};

const YEAR: u16 = 2019;
const RUNS: usize = 9;

fn main() {
    println!("units × leaves        bare     full pass  ratio   one weight  ratio   ms, medians of {RUNS}");
    let mut passes = Vec::new();
    for (units, leaves) in [(1_000, 100), (10_000, 50), (100_000, 50)] {
        let numbers = numbers(units, leaves);
        let table = Table::new(Rc::new(data_set(&numbers, units, leaves)));
        let scheme = scheme(leaves);
        let bare = median(|| black_box(bare(black_box(&numbers), units, leaves)).len());
        let full = median(|| evaluate(black_box(&table), black_box(&scheme), YEAR).units.len());
        let mut moved = scheme.clone();
        let mut step = 0.0;
        let mut evaluator = Evaluator::default();
        evaluator.evaluate(&table, &scheme, YEAR);
        let weight = median(|| {
            step += 0.5;
            moved.criteria[0].points = 10.0 + step;
            evaluator.evaluate(black_box(&table), black_box(&moved), YEAR).units.len()
        });
        let (ratio, share) = (full / bare, weight / full);
        println!("{units:7} × {leaves:<5} {bare:12.2} {full:12.2} {ratio:6.2} {weight:12.2} {share:6.2}");
        passes.push(full);
    }
    println!("100,000 units take {:.1} times as long as 10,000", passes[2] / passes[1]);
    numpy();
}

/// Marks between 0 and 1 from a small generator of fixed seed, leaf by leaf.
fn numbers(units: usize, leaves: usize) -> Vec<f64> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    (0..units * leaves).map(|_| next()).collect()
}

/// The bare work: each leaf scaled by its least and most, a weighted sum, and the order of units.
fn bare(numbers: &[f64], units: usize, leaves: usize) -> Vec<u32> {
    let mut totals = vec![0.0; units];
    let weight = 1.0 / leaves as f64;
    for column in numbers.chunks_exact(units) {
        let (least, most) = column.iter().fold((f64::MAX, f64::MIN), |(l, m), x| (l.min(*x), m.max(*x)));
        let scale = weight / (most - least);
        totals.iter_mut().zip(column).for_each(|(total, x)| *total += (x - least) * scale);
    }
    let mut order: Vec<u32> = (0..units as u32).collect();
    order.sort_by(|a, b| totals[*b as usize].total_cmp(&totals[*a as usize]));
    order
}

fn median<T>(mut work: impl FnMut() -> T) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn numpy() {
    let script = "import numpy as n,time,statistics as s\n\
        def f(x,w):\n l=x.min(0);return n.argsort(-(((x-l)/(x.max(0)-l))@w))\n\
        for u,c in((1000,100),(10000,50),(100000,50)):\n\
        \x20x=n.random.default_rng(1).random((u,c));w=n.full(c,1/c);t=[]\n\
        \x20for _ in range(9):\n  a=time.perf_counter();f(x,w);t.append(time.perf_counter()-a)\n\
        \x20print(f'numpy, bare work, {u} x {c}: {s.median(t)*1e3:.2f} ms')";
    match Command::new("python3").args(["-c", script]).output() {
        Ok(done) if done.status.success() => print!("{}", String::from_utf8_lossy(&done.stdout)),
        _ => println!("numpy is not here to compare with"),
    }
}

fn text() -> Text {
    Text::new("名", "name")
}

fn data_set(numbers: &[f64], units: usize, leaves: usize) -> DataSet {
    let unit_ids: Vec<_> = (0..units).map(|unit| format!("u{unit:06}").as_str().into()).collect();
    let indicator_ids: Vec<IndicatorId> = (0..leaves).map(|leaf| format!("i{leaf:03}").into()).collect();
    let observation = |(nth, value): (usize, &f64)| Observation {
        unit: faheng::domain::UnitId::clone(&unit_ids[nth % units]),
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
fn scheme(leaves: usize) -> Scheme {
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
            .map(|(grade, from)| faheng::domain::Band { grade: grade.into(), from })
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
