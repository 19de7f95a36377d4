//! World Justice Project, Rule of Law Index: simple means of sub-factors, then of factors.

use faheng::domain::Year;
use serde_json::Value;

use crate::{
    model::{Answer, File, Sheet, linear, node, numbers, scheme},
    tally::Tally,
};

/// In this year the source's factors are not the means of its sub-factors, by at most so much.
const OFF: (Year, f64) = (2013, 0.0044);
const TOLERANCE: f64 = 1e-6;

pub fn check(file: &File, tally: &mut Tally) -> Option<()> {
    let rows: Vec<Row> = file.json["rows"].as_array()?.iter().map(Row::read).collect::<Option<_>>()?;
    let mut sheet = Sheet::of(rows.iter().map(|row| row.country));
    for row in &rows {
        for (factor, subs) in row.subs.iter().enumerate() {
            for (sub, value) in subs.iter().enumerate() {
                sheet.put(row.country, row.year, &sub_id(factor, sub), *value);
            }
            sheet.put(row.country, row.year, &printed_id(factor), row.factors[factor]);
        }
    }
    let table = sheet.table()?;
    let counts: Vec<usize> = rows.first()?.subs.iter().map(Vec::len).collect();
    let factors = counts.iter().enumerate().map(|(factor, count)| {
        let subs = (0..*count).map(|sub| linear(&sub_id(factor, sub), 1.0, 0.0, 1.0)).collect();
        node(&factor_id(factor), 1.0, "arithmetic", subs)
    });
    let from_subs = scheme(1.0, "arithmetic", factors.collect())?;
    let printed = (0..counts.len()).map(|factor| linear(&printed_id(factor), 1.0, 0.0, 1.0));
    let from_factors = scheme(1.0, "arithmetic", printed.collect())?;
    let (mut off, mut off_by) = (0, 0.0_f64);
    for &year in table.years() {
        let (subs, factors) = (Answer::to(&table, &from_subs, year), Answer::to(&table, &from_factors, year));
        for row in rows.iter().filter(|row| row.year == year) {
            let what = |of: &str| format!("{} {year} {of}", row.country);
            let overall = factors.total(row.country);
            tally.near(overall, row.overall, TOLERANCE, || what("overall from printed factors"));
            let pairs = row.factors.iter().enumerate().map(|(factor, expected)| {
                (subs.share(&factor_id(factor), row.country), *expected, format!("factor {}", factor + 1))
            });
            let whole = (subs.total(row.country), Some(row.overall), "overall from sub-factors".to_owned());
            for (found, expected, of) in pairs.chain([whole]) {
                let expected = expected?;
                if year == OFF.0 {
                    let error = found.map_or(f64::INFINITY, |found| (found - expected).abs());
                    off += usize::from(error > TOLERANCE);
                    off_by = off_by.max(error);
                } else {
                    tally.near(found, expected, TOLERANCE, || what(&of));
                }
            }
        }
    }
    tally.note(format!(
        "{}: {off} means of the source differ from its own sub-factors, by at most {off_by:.4} (known: {})",
        OFF.0, OFF.1
    ));
    if off_by > OFF.1 {
        tally.mismatch(format!("{}: off by {off_by}, more than is known", OFF.0));
    }
    Some(())
}

struct Row<'j> {
    country: &'j str,
    year: Year,
    overall: f64,
    factors: Vec<Option<f64>>,
    subs: Vec<Vec<Option<f64>>>,
}

impl<'j> Row<'j> {
    fn read(row: &'j Value) -> Option<Self> {
        let subs = (1..=8).map(|factor| numbers(&row["subfactors"][factor.to_string()]));
        Some(Self {
            country: row["country"].as_str()?,
            year: row["year"].as_str()?.parse().ok()?,
            overall: row["overall"].as_f64()?,
            factors: numbers(&row["factors"])?,
            subs: subs.collect::<Option<_>>()?,
        })
    }
}

fn sub_id(factor: usize, sub: usize) -> String {
    format!("sub_{}_{}", factor + 1, sub + 1)
}

fn factor_id(factor: usize) -> String {
    format!("factor_{}", factor + 1)
}

fn printed_id(factor: usize) -> String {
    format!("printed_{}", factor + 1)
}
