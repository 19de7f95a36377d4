//! How much memory scoring takes, as a multiple of the raw columns (8 bytes a unit and leaf), and how often it asks for
//! some: a number that must not grow with the units.

mod generated;

use std::{alloc::System, hint::black_box, rc::Rc};

use faheng::scoring::{Evaluator, Table};
use generated::{YEAR, data_set, numbers, scheme};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const LEAVES: usize = 50;

fn main() {
    println!(
        "units × leaves     raw columns       table  evaluation   allocations of a full pass, of one weight"
    );
    for units in [1_000, 10_000, 100_000] {
        let raw = (units * LEAVES * 8) as f64;
        let data = Rc::new(data_set(&numbers(units, LEAVES), units, LEAVES));
        let scheme = scheme(LEAVES);
        let (table, (of_table, _)) = measured(|| Table::new(data));
        let mut evaluator = Evaluator::default();
        let (evaluation, (of_evaluation, full)) = measured(|| evaluator.evaluate(&table, &scheme, YEAR));
        let mut moved = scheme.clone();
        moved.criteria[0].points += 0.5;
        let (_, (_, weight)) = measured(|| black_box(evaluator.evaluate(&table, &moved, YEAR)));
        black_box(evaluation);
        println!(
            "{units:7} × {LEAVES} {:12.1} MB {:9.2} × {:9.2} × {full:12} {weight:14}",
            raw / 1e6,
            of_table / raw,
            of_evaluation / raw
        );
    }
}

/// What some work gives, the bytes that it keeps, and how often it allocated.
fn measured<T>(work: impl FnOnce() -> T) -> (T, (f64, usize)) {
    let region = Region::new(HEAP);
    let done = work();
    let change = region.change();
    let kept = change.bytes_allocated as f64 - change.bytes_deallocated as f64;
    (done, (kept, change.allocations))
}
