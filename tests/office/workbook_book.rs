//! Writes workbooks for `workbook_check.py` to compute anew with another program, and beside each what the engine says:
//! `cargo run --example office-workbook -- FOLDER`.
//!
//! The data that comes with the page by its own schemes; every preset on made-up values; and one scheme that has every
//! score function, mean and rule. Each is also told with one weight and one value changed, so that the check can change
//! the same cells and see whether the formulas follow.

use std::{path::Path, rc::Rc};

use faheng::{
    data::{presets, read_data_set, read_scheme, seed_data_sets, seed_schemes},
    domain::{Body, Criterion, DataSet, Evaluation, Observation, Scheme, Standing, Year},
    export::workbook::Workbook,
    i18n::Lang,
    scoring::{Table, evaluate},
};
use serde_json::{Value, json};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let folder = std::env::args().nth(1).ok_or("usage: office-workbook FOLDER")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let schemes = seed_schemes()?;
    let find = |id: &str| schemes.iter().find(|one| one.id == id).cloned().ok_or("a scheme of the page");
    for data in seed_data_sets()? {
        let scheme = find(if data.id == "departments" { "default-departments" } else { "default-report" })?;
        let table = Table::new(Rc::clone(&data));
        for &year in table.years().iter().rev().take(3) {
            write(folder, &data, &scheme, year, Lang::Zh)?;
        }
    }
    for scheme in presets()? {
        write(folder, &made_up(&scheme), &scheme, 2019, Lang::En)?;
    }
    let data = read_data_set(include_bytes!("workbook_data.json"))?;
    let scheme = read_scheme(include_bytes!("workbook_scheme.json"))?;
    write(folder, &data, &scheme, 2019, Lang::Zh)
}

/// The workbook, and what the engine says now and after a change.
fn write(folder: &Path, data: &DataSet, scheme: &Scheme, year: Year, lang: Lang) -> Outcome {
    let table = Table::new(Rc::new(data.clone()));
    let evaluation = evaluate(&table, scheme, year);
    let name = format!("{}-{}-{year}", data.id, scheme.id);
    let book = Workbook::new(&table, scheme, &evaluation, lang);
    std::fs::write(folder.join(format!("{name}.xlsx")), book.bytes()?)?;
    let (mut changed, mut other) = (scheme.clone(), data.clone());
    let weight = changed.criteria.first_mut().map(|first| {
        first.points += 7.0;
        json!({"criterion": first.id, "points": first.points})
    });
    let leaf = changed.criteria.iter().find_map(first_leaf).ok_or("a leaf")?;
    let indicator = leaf.clone();
    let plain =
        |one: &&mut Observation| one.indicator == indicator && one.year == year && one.variant.is_empty();
    let value = other.observations.iter_mut().find(|one| plain(one) && one.value.is_some()).map(|one| {
        one.value = one.value.map(|value| value * 0.75);
        json!({"indicator": one.indicator, "unit": one.unit, "year": one.year, "value": one.value})
    });
    let after = evaluate(&Table::new(Rc::new(other)), &changed, year);
    let told = json!({
        "now": told(scheme, &evaluation),
        "changes": {"weight": weight, "value": value},
        "after": told(&changed, &after),
        "as_values": book.as_values,
    });
    Ok(std::fs::write(folder.join(format!("{name}.json")), serde_json::to_string_pretty(&told)?)?)
}

/// The first leaf's indicator, if it is observed.
fn first_leaf(criterion: &Criterion) -> Option<faheng::domain::IndicatorId> {
    match &criterion.body {
        Body::Leaf(leaf) => Some(leaf.indicator.clone()),
        Body::Node { children, .. } => children.iter().find_map(first_leaf),
    }
}

/// What the sheet of results must show, by unit as listed.
fn told(scheme: &Scheme, evaluation: &Evaluation) -> Value {
    let marks = |unit: usize| -> Vec<f64> {
        let firsts = evaluation.criteria.iter().filter(|column| column.parent.is_none());
        firsts.map(|column| column.marks[unit]).collect()
    };
    let one = |(at, unit): (usize, faheng::domain::UnitResult)| {
        let (place, would_be, vetoed) = match unit.standing {
            Standing::Ranked { place } => (Some(place), Some(place), false),
            Standing::NotRated => (None, None, false),
            Standing::Vetoed { would_be } => (None, would_be, true),
        };
        let grade = unit.grade.and_then(|grade| scheme.grades.get(grade as usize)).map(|grade| &grade.name);
        json!({
            "unit": unit.unit, "total": unit.total, "before": unit.before_rules, "grade": grade, "place": place,
            "would_be": would_be, "vetoed": vetoed, "coverage": unit.coverage, "marks": marks(at),
        })
    };
    evaluation.units.iter().enumerate().map(one).collect()
}

/// Values for every indicator that a scheme reads, by a rule that anyone can repeat: 12 units in 4 years, some missing.
fn made_up(scheme: &Scheme) -> DataSet {
    let mut indicators: Vec<String> = Vec::new();
    let text = serde_json::to_string(scheme).unwrap_or_default();
    for part in text.split("\"indicator\":\"").skip(1).chain(text.split("\"indicator\":{\"id\":\"").skip(1)) {
        let id = part.split('"').next().unwrap_or_default().to_string();
        if !indicators.contains(&id) {
            indicators.push(id);
        }
    }
    let mut observations = Vec::new();
    for year in 2016..=2019_u16 {
        for unit in 0..12_usize {
            for (at, indicator) in indicators.iter().enumerate() {
                let nth = (unit * 37 + at * 61 + usize::from(year) * 13) % 101;
                if (unit + at) % 7 != 3 {
                    let (unit, value) = (format!("u{unit:02}"), nth as f64);
                    observations
                        .push(json!({"unit": unit, "year": year, "indicator": indicator, "value": value}));
                }
            }
        }
    }
    let named = |id: String| json!({"id": id, "name": {"zh": id}});
    let data = json!({
        "id": "made-up", "name": {"zh": "试算数据"}, "nature": "invented",
        "classes": [named("all".to_string())],
        "units": (0..12).map(|unit| json!({"id": format!("u{unit:02}"), "name": {"zh": format!("=单位{unit}")}, "class": "all"})).collect::<Vec<_>>(),
        "indicators": indicators.iter().map(|id| json!({"id": id, "name": {"zh": id}, "measure": {"kind": "number"}})).collect::<Vec<_>>(),
        "observations": observations,
    });
    serde_json::from_value(data).unwrap_or_else(|error| panic!("{error}"))
}
