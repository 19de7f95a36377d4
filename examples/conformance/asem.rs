//! ASEM Sustainable Connectivity, 51 units and 49 indicators in four levels: from the treated data to scores, ranks and
//! effective weights; and five ways to aggregate.

use std::collections::BTreeMap;

use faheng::{
    domain::{Scheme, TieMethod, Year},
    scoring::{RankKey, Table, places},
};
use serde_json::{Map, Value, json};

use crate::{
    model::{Answer, File, Sheet, leaf, linear, node, numbers, scheme, texts, value},
    tally::Tally,
};

const YEAR: Year = 2018;
const TOLERANCE: f64 = 1e-9;

/// Treated data → min–max within the group → weighted arithmetic means, level by level.
pub fn check_pipeline(file: &File, tally: &mut Tally) -> Option<()> {
    check_denominated(&file.json, tally)?;
    let data = &file.json["Data"];
    let tree = Tree::read(&file.json)?;
    let answer = tree.answer(data["Treated"].as_object()?)?;
    for stage in ["Normalised", "Aggregated"] {
        compare(data[stage].as_object()?, &answer, &[], TOLERANCE, stage, tally)?;
    }
    for (code, weight) in tree.weights(&file.json["weights"])? {
        tally.near(tree.own_weight(&code), weight, TOLERANCE, || format!("weight of {code}"));
    }
    let cells = |stage: &str| data[stage].as_object().map_or(0, |columns| (columns.len() - 1) * 51);
    tally.not_applicable(
        cells("Imputed") + cells("Screened") + cells("Treated"),
        "cells of imputation, screening and treatment of outliers",
    );
    Some(())
}

/// The printed results, whose inputs stand in the file of the pipeline.
pub fn check_results(file: &File, tally: &mut Tally) -> Option<()> {
    let inputs = match file.beside("asem_full_pipeline.json") {
        Ok(inputs) => inputs,
        Err(error) => {
            tally.mismatch(format!("its inputs are missing: {error}"));
            return Some(());
        }
    };
    let tree = Tree::read(&inputs.json)?;
    let answer = tree.answer(inputs.json["Data"]["Treated"].as_object()?)?;
    let results = file.json["results_full"].as_object()?;
    compare(results, &answer, &["Rank"], TOLERANCE, "result", tally)?;
    for table in [results, file.json["ranks"].as_object()?] {
        let units = texts(&table["uCode"])?;
        let ranks = numbers(table.get("Rank").or_else(|| table.get("Index"))?)?;
        for (unit, rank) in units.iter().zip(ranks) {
            tally.same(answer.place(unit), rank, || format!("rank of {unit}"));
        }
    }
    let weights = &file.json["eff_weights"];
    for (code, effective) in texts(&weights["iCode"])?.into_iter().zip(numbers(&weights["EffWeight"])?) {
        if code != tree.top {
            tally.near(answer.effective(code), effective?, TOLERANCE, || {
                format!("effective weight of {code}")
            });
        }
    }
    check_unit(&file.json["unit_summary_AUT"], "AUT", &tree, &answer, tally)?;
    // These are places by raw data, among those that have it.
    let raw = tree.answer(inputs.json["Data"]["Raw"].as_object()?)?;
    let pick = &file.json["str_weak_AUT"];
    check_places(&pick["Strengths"], "AUT", &tree, &raw, tally)?;
    check_places(&pick["Weaknesses"], "AUT", &tree, &raw, tally)
}

/// The aggregates of one set of normalised data in five ways.
pub fn check_variants(file: &File, tally: &mut Tally) -> Option<()> {
    let inputs = match file.beside("asem_full_pipeline.json") {
        Ok(inputs) => inputs,
        Err(error) => {
            tally.mismatch(format!("the tree is missing: {error}"));
            return Some(());
        }
    };
    let tree = Tree::read(&inputs.json)?;
    let normalised = file.json["normalised"].as_object()?;
    for (name, expected) in file.json["variants"].as_object()? {
        let (means, skipped): ([&str; 3], &[&str]) = match name.as_str() {
            "a_amean" => (["arithmetic"; 3], &[]),
            "a_gmean" => (["geometric"; 3], &[]),
            "a_hmean" => (["harmonic"; 3], &[]),
            "mixed_amean_amean_gmean" => (["arithmetic", "arithmetic", "geometric"], &[]),
            "mixed_amean_amean_copeland" => (["arithmetic"; 3], &["Index"]),
            _ => {
                tally.mismatch(format!("a variant that is not known here: {name}"));
                continue;
            }
        };
        let scheme =
            tree.scheme(means, &|code| linear(code, tree.own_weight(code).unwrap_or(1.0), 0.0, 100.0))?;
        let answer = Answer::to(&tree.table(normalised)?, &scheme, YEAR);
        compare(expected.as_object()?, &answer, skipped, TOLERANCE, name, tally)?;
        if !skipped.is_empty() {
            tally.not_applicable(51, "Copeland scores: scoring has no majority comparison of units");
        }
    }
    Some(())
}

/// Indicators divided by what they are counted on, as derived indicators.
fn check_denominated(json: &Value, tally: &mut Tally) -> Option<()> {
    let meta = &json["iMeta"];
    let named = json["iData"].as_object()?;
    let raw = json["Data"]["Raw"].as_object()?;
    let expected = json["Data"]["Denominated"].as_object()?;
    let units = texts(&named["uCode"])?;
    let denominators = meta["Denominator"].as_array()?;
    let pairs: Vec<(&str, &str)> = texts(&meta["iCode"])?
        .into_iter()
        .zip(denominators)
        .filter_map(|(code, denominator)| Some((code, denominator.as_str()?)))
        .collect();
    let mut sheet = Sheet::of(units.iter().copied());
    for (code, denominator) in &pairs {
        let same_order = texts(&raw["uCode"])?;
        sheet.column(&same_order, YEAR, code, &numbers(&raw[*code])?);
        sheet.ratio(&ratio_id(code), code, denominator);
    }
    let mut wholes: Vec<&str> = pairs.iter().map(|(_, denominator)| *denominator).collect();
    wholes.sort_unstable();
    wholes.dedup();
    for whole in wholes {
        sheet.column(&units, YEAR, whole, &numbers(&named[whole])?);
    }
    let table = sheet.table()?;
    for (code, _) in &pairs {
        for (unit, expected) in texts(&expected["uCode"])?.iter().zip(numbers(&expected[*code])?) {
            let found = value(&table, unit, &ratio_id(code), YEAR);
            let what = || format!("{unit} {code} denominated");
            match expected {
                Some(expected) => tally.near(found, expected, TOLERANCE * expected.abs().max(1.0), what),
                None => tally.same(found, None, what),
            }
        }
    }
    Some(())
}

fn ratio_id(code: &str) -> String {
    format!("{code} per denominator")
}

/// Compares columns of codes, in percent, with shares; the top code with totals.
fn compare(
    columns: &Map<String, Value>,
    answer: &Answer,
    skipped: &[&str],
    tolerance: f64,
    stage: &str,
    tally: &mut Tally,
) -> Option<()> {
    let units = texts(&columns["uCode"])?;
    for (code, values) in
        columns.iter().filter(|(code, _)| *code != "uCode" && !skipped.contains(&code.as_str()))
    {
        for (unit, expected) in units.iter().zip(numbers(values)?) {
            let found = if code == "Index" {
                answer.total(unit)
            } else {
                answer.share(code, unit).map(|share| 100.0 * share)
            };
            tally.near(found, expected?, tolerance, || format!("{stage} {unit} {code}"));
        }
    }
    Some(())
}

/// Scores and ranks of one unit in each aggregate.
fn check_unit(summary: &Value, unit: &str, tree: &Tree, answer: &Answer, tally: &mut Tally) -> Option<()> {
    let scores = numbers(&summary["Score"])?;
    for (code, score) in texts(&summary["Code"])?.into_iter().zip(scores) {
        let found = if code == tree.top {
            answer.total(unit)
        } else {
            answer.share(code, unit).map(|share| 100.0 * share)
        };
        tally.near(found, score?, TOLERANCE, || format!("{unit} {code}"));
    }
    check_places(summary, unit, tree, answer, tally)
}

/// Ranks of one unit in single criteria.
fn check_places(summary: &Value, unit: &str, tree: &Tree, answer: &Answer, tally: &mut Tally) -> Option<()> {
    for (code, rank) in texts(&summary["Code"])?.into_iter().zip(numbers(&summary["Rank"])?) {
        let score = |unit: &str| if code == tree.top { answer.total(unit) } else { answer.share(code, unit) };
        let present: Vec<(&String, f64)> =
            tree.units.iter().filter_map(|one| Some((one, score(one)?))).collect();
        let keys: Vec<RankKey> = present.iter().map(|(_, score)| RankKey::new(*score, 0.0)).collect();
        let own = present.iter().position(|(one, _)| *one == unit);
        let place = own.map(|own| places(&keys, TieMethod::Competition)[own]);
        tally.same(place, rank, || format!("rank of {unit} in {code}"));
    }
    Some(())
}

/// The tree of codes.
struct Tree {
    units: Vec<String>,
    /// Leaves and aggregates: parent, weight, whether less is better.
    codes: BTreeMap<String, (Option<String>, f64, bool)>,
    top: String,
}

impl Tree {
    fn read(json: &Value) -> Option<Self> {
        let meta = &json["iMeta"];
        let mut codes = BTreeMap::new();
        let mut top = None;
        for (at, code) in texts(&meta["iCode"])?.into_iter().enumerate() {
            if !matches!(meta["Type"][at].as_str(), Some("Indicator" | "Aggregate")) {
                continue;
            }
            let parent = meta["Parent"][at].as_str().map(str::to_owned);
            if parent.is_none() {
                top = Some(code.to_owned());
            }
            let inverse = meta["Direction"][at].as_f64()? < 0.0;
            codes.insert(code.to_owned(), (parent, meta["Weight"][at].as_f64()?, inverse));
        }
        let units = texts(&json["Data"]["Treated"]["uCode"])?;
        Some(Self { units: units.into_iter().map(str::to_owned).collect(), codes, top: top? })
    }

    fn own_weight(&self, code: &str) -> Option<f64> {
        self.codes.get(code).map(|(_, weight, _)| *weight)
    }

    fn weights(&self, weights: &Value) -> Option<Vec<(String, f64)>> {
        let values = numbers(&weights["Weight"])?;
        texts(&weights["iCode"])?
            .into_iter()
            .zip(values)
            .map(|(code, weight)| Some((code.to_owned(), weight?)))
            .collect()
    }

    /// The data of a stage.
    fn table(&self, columns: &Map<String, Value>) -> Option<Table> {
        let units = texts(&columns["uCode"])?;
        let mut sheet = Sheet::of(units.iter().copied());
        for (code, values) in columns.iter().filter(|(code, _)| *code != "uCode") {
            sheet.column(&units, YEAR, code, &numbers(values)?);
        }
        sheet.table()
    }

    /// The whole from treated data: min–max leaves and arithmetic means.
    fn answer(&self, treated: &Map<String, Value>) -> Option<Answer> {
        let scheme = self.scheme(["arithmetic"; 3], &|code| {
            let (_, weight, inverse) = self.codes.get(code).cloned().unwrap_or((None, 1.0, false));
            leaf(code, weight, json!({"relative": {"method": "min_max", "higher_is_better": !inverse}}))
        })?;
        Some(Answer::to(&self.table(treated)?, &scheme, YEAR))
    }

    /// The scheme with a mean for each level: pillars from leaves, sub-indices from pillars, the index.
    fn scheme(&self, means: [&str; 3], leaf: &dyn Fn(&str) -> Value) -> Option<Scheme> {
        let children = |of: &str| {
            let of = of.to_owned();
            self.codes.iter().filter(move |(_, (parent, ..))| parent.as_deref() == Some(of.as_str()))
        };
        let pillar = |code: &str, weight: f64| {
            node(code, weight, means[0], children(code).map(|(code, _)| leaf(code)).collect())
        };
        let sub_index = |code: &str, weight: f64| {
            node(
                code,
                weight,
                means[1],
                children(code).map(|(code, (_, weight, _))| pillar(code, *weight)).collect(),
            )
        };
        let first = children(&self.top).map(|(code, (_, weight, _))| sub_index(code, *weight)).collect();
        scheme(100.0, means[2], first)
    }
}
