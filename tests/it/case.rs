//! Small made-up cases: units, values by hand, a scheme as the JSON a user would write, and questions to the result.

use std::rc::Rc;

use faheng::{
    domain::{
        DataSet, Effect, Evaluation, Firing, FiringEffect, Outcome, Scheme, Standing, UnitId, UnitResult,
        Year,
    },
    export::workbook::Workbook,
    i18n::Lang,
    scoring::{Table, evaluate},
};
use serde_json::{Value, json};

/// Units, values and a scheme.
pub struct Case {
    units: Vec<Value>,
    indicators: Vec<String>,
    observations: Vec<Value>,
    scheme: Value,
}

impl Case {
    /// Units with their classes. The scheme is one criterion `mark` of 100 points, the value of the indicator `mark`;
    /// grades excellent, good, pass and fail from 90, 80, 60.
    pub fn of(units: &[(&str, &str)]) -> Self {
        let units = units.iter().map(|(id, class)| json!({"id": id, "name": {}, "class": class})).collect();
        let grade = |id: &str| json!({"id": id, "name": {"zh": id}});
        let scheme = json!({
            "id": "case", "name": {}, "source": {}, "full_marks": 100, "criteria": [leaf("mark", 100.0)],
            "grades": [grade("excellent"), grade("good"), grade("pass"), grade("fail")],
            "bands": [{"grade": "excellent", "from": 90}, {"grade": "good", "from": 80}, {"grade": "pass", "from": 60}],
        });
        Self { units, indicators: Vec::new(), observations: Vec::new(), scheme }.knows(&["mark"])
    }

    /// Units of one class.
    pub fn departments(ids: &[&str]) -> Self {
        Self::of(&ids.iter().map(|id| (*id, "department")).collect::<Vec<_>>())
    }

    /// Indicators of the data set, whether or not they have values.
    pub fn knows(mut self, indicators: &[&str]) -> Self {
        for indicator in indicators {
            if !self.indicators.iter().any(|known| known == indicator) {
                self.indicators.push((*indicator).to_owned());
            }
        }
        self
    }

    /// The unit belongs to another.
    pub fn belongs(mut self, unit: &str, parent: &str) -> Self {
        let unit = self.units.iter_mut().find(|one| one["id"] == unit).expect("a unit of the case");
        unit["parent"] = json!(parent);
        self
    }

    /// Values of an indicator in a year.
    pub fn values(mut self, year: Year, indicator: &str, values: &[(&str, f64)]) -> Self {
        self = self.knows(&[indicator]);
        for (unit, value) in values {
            let observation = json!({"unit": unit, "year": year, "indicator": indicator, "value": value});
            self.observations.push(observation);
        }
        self
    }

    /// Sets a field of the scheme.
    pub fn scheme(mut self, field: &str, value: Value) -> Self {
        self.scheme[field] = value;
        self
    }

    /// The rules of the scheme, each with a name and a basis added.
    pub fn rules(self, rules: Value) -> Self {
        let Value::Array(mut rules) = rules else { panic!("rules are a list") };
        for rule in &mut rules {
            rule["name"] = json!({"zh": rule["id"]});
            rule["basis"] = json!({"zh": "—"});
        }
        self.scheme("rules", Value::Array(rules))
    }

    /// The result of a year. The scheme must be free of broken references.
    pub fn evaluate(&self, year: Year) -> Told {
        let classes: std::collections::BTreeSet<&str> =
            self.units.iter().filter_map(|unit| unit["class"].as_str()).collect();
        let data = json!({
            "id": "case", "name": {}, "nature": "invented",
            "classes": classes.iter().map(|id| json!({"id": id, "name": {}})).collect::<Vec<_>>(),
            "units": self.units,
            "indicators": self.indicators.iter()
                .map(|id| json!({"id": id, "name": {}, "measure": {"kind": "number"}})).collect::<Vec<_>>(),
            "observations": self.observations,
        });
        let data: DataSet = serde_json::from_value(data).expect("a data set");
        let scheme: Scheme = serde_json::from_value(self.scheme.clone()).expect("a scheme");
        told(data, scheme, year)
    }
}

/// Evaluates; no reference of the scheme may lead nowhere.
pub fn told(data: DataSet, scheme: Scheme, year: Year) -> Told {
    use faheng::domain::Issue;
    let table = Table::new(Rc::new(data));
    let evaluation = evaluate(&table, &scheme, year);
    let broken = |issue: &&Issue| {
        matches!(
            issue,
            Issue::BadRule(_) | Issue::RuleCycle(_) | Issue::BadFunction(_) | Issue::UnknownIndicator(..)
        )
    };
    let broken: Vec<_> = evaluation.issues.iter().filter(broken).collect();
    assert!(broken.is_empty(), "{broken:?}");
    // Every clause is also a formula of the workbook, places moved by a rule aside.
    let moves = scheme.rules.iter().any(|rule| matches!(rule.effect, Effect::DemoteRank { .. }));
    let book = Workbook::new(&table, &scheme, &evaluation, Lang::Zh);
    assert!(moves || book.as_values.is_empty(), "the workbook differs for {:?}", book.as_values);
    Told { evaluation, scheme }
}

/// A leaf whose share is its indicator, of the same id, from 0 to 100.
pub fn leaf(id: &str, points: f64) -> Value {
    let function = json!({"linear": {"zero": 0, "full": 100}});
    json!({"id": id, "name": {}, "points": points, "body": {"leaf": {"indicator": id, "function": function}}})
}

/// An indicator compared with a number.
pub fn indicator(id: &str, is: &str, than: f64) -> Value {
    json!({"compare": {"left": {"indicator": {"id": id}}, "is": is, "than": than}})
}

/// An evaluation to ask.
pub struct Told {
    pub evaluation: Evaluation,
    scheme: Scheme,
}

impl Told {
    /// The result of a unit.
    pub fn unit(&self, id: &str) -> UnitResult<'_> {
        let id = UnitId::from(id);
        self.evaluation.units.iter().find(|unit| unit.unit == &id).expect("a unit of the case")
    }

    /// Its total, rounded to nine decimals so that sums of decimal fractions compare as written.
    pub fn total(&self, unit: &str) -> f64 {
        tidy(self.unit(unit).total.expect("a total"))
    }

    /// Its grade's id.
    pub fn grade(&self, unit: &str) -> &str {
        let grade = self.unit(unit).grade.expect("a grade");
        self.scheme.grades[grade as usize].id.as_str()
    }

    /// Its place; panics where it has none.
    pub fn place(&self, unit: &str) -> f64 {
        match self.unit(unit).standing {
            Standing::Ranked { place } => place,
            other => panic!("{unit} is {other:?}"),
        }
    }

    /// It is disqualified.
    pub fn is_vetoed(&self, unit: &str) -> bool {
        matches!(self.unit(unit).standing, Standing::Vetoed { .. })
    }

    /// The record of a rule for a unit.
    pub fn firing(&self, unit: &str, rule: &str) -> Option<&Firing> {
        self.unit(unit).firings.iter().find(|firing| firing.rule.as_str() == rule)
    }

    /// What became of a rule for a unit; `None` where its condition did not hold.
    pub fn outcome(&self, unit: &str, rule: &str) -> Option<Outcome> {
        self.firing(unit, rule).map(|firing| firing.outcome)
    }

    /// The total before and after a rule took effect.
    pub fn marks(&self, unit: &str, rule: &str) -> Option<(f64, f64)> {
        match self.firing(unit, rule)?.effect.as_ref()? {
            FiringEffect::Total { before, after } => Some((tidy(*before), tidy(*after))),
            other => panic!("{rule} on {unit}: {other:?}"),
        }
    }

    /// The grade before and after a rule took effect.
    pub fn grades(&self, unit: &str, rule: &str) -> Option<(&str, &str)> {
        match self.firing(unit, rule)?.effect.as_ref()? {
            FiringEffect::Grade { before, after } => Some((before.as_str(), after.as_str())),
            other => panic!("{rule} on {unit}: {other:?}"),
        }
    }
}

/// Rounded to nine decimals.
pub fn tidy(x: f64) -> f64 {
    (x * 1e9).round() / 1e9
}
