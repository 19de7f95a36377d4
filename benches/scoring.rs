//! How fast scoring is, as ratios to a bare min–max, weighted sum and sort over the same numbers in the same run.
//!
//! `cargo xtask bench` runs it. Where python3 has numpy, numpy's time for the bare work stands beside.

mod bare;
mod generated;

use std::{hint::black_box, process::Command, rc::Rc, time::Instant};

use faheng::scoring::{Evaluator, Table, evaluate};
use generated::{YEAR, data_set, numbers, scheme};

const RUNS: usize = 9;

fn main() {
    println!(
        "units × leaves        bare     full pass  ratio   one weight  ratio   a sort alone   ms, medians of {RUNS}"
    );
    let mut passes = Vec::new();
    for (units, leaves) in [(1_000, 100), (10_000, 50), (100_000, 50)] {
        let numbers = numbers(units, leaves);
        let table = Table::new(Rc::new(data_set(&numbers, units, leaves)));
        let scheme = scheme(leaves);
        let bare = median(|| black_box(bare::order(black_box(&numbers), units, leaves)).len());
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
        let totals = bare::totals(&numbers, units, leaves);
        let sort = median(|| black_box(bare::sorted(black_box(&totals))).len());
        let (ratio, share) = (full / bare, weight / full);
        println!(
            "{units:7} × {leaves:<5} {bare:12.2} {full:12.2} {ratio:6.2} {weight:12.2} {share:6.2} {sort:14.2}"
        );
        passes.push(full);
    }
    println!("100,000 units take {:.1} times as long as 10,000", passes[2] / passes[1]);
    numpy();
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
