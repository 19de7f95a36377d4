//! Sorting into classes by majority, with and without a veto per class: conditions on criteria whose leaves say whether
//! a profile is reached, grades capped by rules.

use faheng::domain::Year;
use serde_json::{Value, json};

use crate::{
    model::{Answer, File, Sheet, leaf, linear, node, numbers, scheme},
    tally::Tally,
};

const YEAR: Year = 2000;

pub fn check(file: &File, tally: &mut Tally) -> Option<()> {
    let json = &file.json;
    let paris = &json["mrsort_paris"];
    let (units, grades) = (["RER", "METRO1", "METRO2", "BUS", "TAXI"], ["Good", "Medium", "Bad"]);
    let directions: Vec<bool> = paris["minmax"].as_array()?.iter().map(|one| one == "max").collect();
    let sorting = Sorting {
        units: units.map(str::to_owned).to_vec(),
        grades,
        directions,
        problem: paris,
        vetoes: "vetoes",
    };
    let majority = paris["majority"].as_f64()?;
    sorting.compare(majority, true, &paris["with_veto"], "Paris with veto", tally)?;
    sorting.compare(majority, false, &paris["without_veto"], "Paris without veto", tally)?;
    let random = &json["mrsort_12x5"];
    let units: Vec<String> = (1..=12).map(|n| format!("a{n}")).collect();
    let grades = ["A", "B", "C"];
    let sorting =
        Sorting { units, grades, directions: vec![true; 5], problem: random, vetoes: "vetoes_absolute" };
    for (name, expected) in random["results"].as_object()? {
        let (majority, veto) = name.strip_prefix("maj")?.split_once('_')?;
        sorting.compare(majority.parse().ok()?, veto == "veto", expected, name, tally)?;
    }
    weighted_sum(&sorting, &json["weighted_sum_12x5"], tally)?;
    tally.not_applicable(12, "TOPSIS scores");
    Some(())
}

/// A problem of sorting; values are turned so that more is better.
struct Sorting<'j> {
    units: Vec<String>,
    grades: [&'j str; 3],
    directions: Vec<bool>,
    problem: &'j Value,
    vetoes: &'j str,
}

impl Sorting<'_> {
    fn turned(&self, at: usize, value: f64) -> f64 {
        if self.directions[at] { value } else { -value }
    }

    /// `always` gives a total; the nodes of the upper two classes hold the share of weights that reach their profile.
    fn answer(&self, majority: f64, veto: bool) -> Option<Answer> {
        let weights: Vec<f64> = numbers(&self.problem["weights"])?.into_iter().collect::<Option<_>>()?;
        let mut sheet = Sheet::of(self.units.iter().map(String::as_str));
        for (unit, row) in self.units.iter().zip(self.problem["matrix"].as_array()?) {
            sheet.put(unit, YEAR, "always", Some(1.0));
            for (at, value) in numbers(row)?.into_iter().enumerate() {
                sheet.put(unit, YEAR, &format!("g{at}"), value.map(|value| self.turned(at, value)));
            }
        }
        let mut criteria = vec![linear("always", 1.0, 0.0, 1.0)];
        let mut reached = Vec::new();
        for (class, grade) in self.grades.iter().take(2).enumerate() {
            let mut leaves = Vec::new();
            let profile = numbers(&self.problem["profiles"][class])?;
            for (at, weight) in weights.iter().enumerate() {
                let step = json!({"steps": {"steps": [{"from": self.turned(at, profile[at]?), "share": 1}]}});
                let mut one = leaf(&format!("{grade} g{at}"), *weight, step);
                one["body"]["leaf"]["indicator"] = json!(format!("g{at}"));
                leaves.push(one);
            }
            let mut node = node(grade, 0.0, "arithmetic", leaves);
            node["role"] = json!("reported");
            criteria.push(node);
            reached.push(self.reached(class, majority / weights.iter().sum::<f64>(), veto)?);
        }
        let [best, middle, worst] = self.grades;
        let rule = |id: &str, when: Value, cap: &str| json!({"id": id, "name": {}, "basis": {}, "when": when, "effect": {"cap_grade": {"grade": cap}}});
        let not_best = rule("not best", json!({"not": reached[0]}), middle);
        let worst_of_all = rule("worst", json!({"all": [{"fired": "not best"}, {"not": reached[1]}]}), worst);
        let mut sorting = scheme(1.0, "arithmetic", criteria)?;
        sorting.grades =
            serde_json::from_value(self.grades.iter().map(|id| json!({"id": id, "name": {}})).collect())
                .ok()?;
        sorting.bands = serde_json::from_value(json!([{"grade": best, "from": 0}])).ok()?;
        sorting.rules = serde_json::from_value(json!([not_best, worst_of_all])).ok()?;
        Some(Answer::to(&sheet.table()?, &sorting, YEAR))
    }

    /// A class is reached by a majority of weights, unless a value is at or below the class's veto.
    fn reached(&self, class: usize, majority: f64, veto: bool) -> Option<Value> {
        let share = json!({"compare": {"left": {"criterion": self.grades[class]}, "is": "at_least", "than": majority}});
        let mut all = vec![share];
        if veto {
            for (at, limit) in numbers(&self.problem[self.vetoes][class])?.into_iter().enumerate() {
                let Some(limit) = limit else { continue };
                let left = json!({"indicator": {"id": format!("g{at}")}});
                all.push(json!({"compare": {"left": left, "is": "above", "than": self.turned(at, limit)}}));
            }
        }
        Some(json!({"all": all}))
    }

    fn compare(
        &self,
        majority: f64,
        veto: bool,
        expected: &Value,
        name: &str,
        tally: &mut Tally,
    ) -> Option<()> {
        let answer = self.answer(majority, veto)?;
        for unit in &self.units {
            tally.same(answer.grade(unit), expected[unit].as_str(), || format!("{name}: class of {unit}"));
        }
        Some(())
    }
}

fn weighted_sum(sorting: &Sorting, expected: &Value, tally: &mut Tally) -> Option<()> {
    let weights = numbers(&sorting.problem["weights"])?;
    let mut sheet = Sheet::of(sorting.units.iter().map(String::as_str));
    for (unit, row) in sorting.units.iter().zip(sorting.problem["matrix"].as_array()?) {
        for (at, value) in numbers(row)?.into_iter().enumerate() {
            sheet.put(unit, YEAR, &format!("g{at}"), value);
        }
    }
    let leaves = weights
        .iter()
        .enumerate()
        .map(|(at, weight)| Some(linear(&format!("g{at}"), (*weight)?, 0.0, 100.0)));
    let scheme = scheme(100.0, "arithmetic", leaves.collect::<Option<_>>()?)?;
    let answer = Answer::to(&sheet.table()?, &scheme, YEAR);
    for unit in &sorting.units {
        tally.near(answer.total(unit), expected[unit].as_f64()?, 1e-9, || format!("weighted sum of {unit}"));
    }
    Some(())
}
