//! From a file's numbers to a data set and a scheme, and from an evaluation back to numbers.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    rc::Rc,
};

use faheng::{
    domain::{DataSet, Evaluation, IndicatorId, Scheme, Standing, Year},
    scoring::{Table, evaluate},
};
use serde_json::{Value, json};

/// A file and the folder in which it stands.
pub struct File {
    folder: PathBuf,
    /// Its content.
    pub json: Value,
}

impl File {
    /// Reads a file; the error names it.
    pub fn read(folder: &Path, name: &str) -> Result<Self, String> {
        let text = std::fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        let json = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        Ok(Self { folder: folder.to_owned(), json })
    }

    /// Another file of the same folder.
    pub fn beside(&self, name: &str) -> Result<Self, String> {
        Self::read(&self.folder, name)
    }
}

/// The numbers of a list; `None` for those that are missing.
pub fn numbers(list: &Value) -> Option<Vec<Option<f64>>> {
    Some(list.as_array()?.iter().map(Value::as_f64).collect())
}

/// The texts of a list.
pub fn texts(list: &Value) -> Option<Vec<&str>> {
    list.as_array()?.iter().map(Value::as_str).collect()
}

/// A data set in the making: values by unit, year and indicator.
#[derive(Default)]
pub struct Sheet {
    units: Vec<String>,
    indicators: Vec<Value>,
    seen: BTreeSet<String>,
    observations: Vec<Value>,
}

impl Sheet {
    /// No values yet.
    pub fn of<'u>(units: impl IntoIterator<Item = &'u str>) -> Self {
        let units: BTreeSet<&str> = units.into_iter().collect();
        Self { units: units.into_iter().map(str::to_owned).collect(), ..Self::default() }
    }

    /// Adds a value.
    pub fn put(&mut self, unit: &str, year: Year, indicator: &str, value: Option<f64>) {
        if self.seen.insert(indicator.to_owned()) {
            self.indicators.push(json!({"id": indicator, "name": {}, "measure": {"kind": "number"}}));
        }
        self.observations.push(json!({"unit": unit, "year": year, "indicator": indicator, "value": value}));
    }

    /// Adds a column of values in the order of `units`.
    pub fn column(&mut self, units: &[&str], year: Year, indicator: &str, values: &[Option<f64>]) {
        units.iter().zip(values).for_each(|(unit, value)| self.put(unit, year, indicator, *value));
    }

    /// Adds an indicator that is the quotient of two others.
    pub fn ratio(&mut self, indicator: &str, part: &str, whole: &str) {
        self.seen.insert(indicator.to_owned());
        let formula = json!({"ratio": {"part": [part], "whole": [whole]}});
        let measure = json!({"kind": "number"});
        self.indicators.push(json!({"id": indicator, "name": {}, "measure": measure, "formula": formula}));
    }

    /// The data set, ready for scoring.
    pub fn table(self) -> Option<Table> {
        let units = self.units.iter().map(|id| json!({"id": id, "name": {}, "class": "all"}));
        let data = json!({
            "id": "oracle", "name": {}, "nature": "published", "classes": [{"id": "all", "name": {}}],
            "units": units.collect::<Vec<_>>(), "indicators": self.indicators, "observations": self.observations,
        });
        let data: DataSet = serde_json::from_value(data).ok()?;
        Some(Table::new(Rc::new(data)))
    }
}

/// A leaf of the indicator of the same id.
pub fn leaf(id: &str, weight: f64, function: Value) -> Value {
    json!({"id": id, "name": {}, "points": weight, "body": {"leaf": {"indicator": id, "function": function}}})
}

/// A leaf that is linear from a zero to a full value.
pub fn linear(id: &str, weight: f64, zero: f64, full: f64) -> Value {
    leaf(id, weight, json!({"linear": {"zero": zero, "full": full}}))
}

/// A node.
pub fn node(id: &str, weight: f64, aggregate: &str, children: Vec<Value>) -> Value {
    json!({"id": id, "name": {}, "points": weight, "body": {"node": {"aggregate": aggregate, "children": children}}})
}

/// A scheme without bands whose full marks are given.
pub fn scheme(full_marks: f64, aggregate: &str, criteria: Vec<Value>) -> Option<Scheme> {
    let scheme = json!({
        "id": "oracle", "name": {}, "source": {}, "full_marks": full_marks, "aggregate": aggregate,
        "criteria": criteria, "grades": [{"id": "any", "name": {}}], "bands": [],
    });
    serde_json::from_value(scheme).ok()
}

/// An evaluation, asked by names.
pub struct Answer {
    evaluation: Evaluation,
    units: BTreeMap<String, usize>,
    criteria: BTreeMap<String, usize>,
    grades: Vec<String>,
}

impl Answer {
    /// Evaluates a year.
    pub fn to(table: &Table, scheme: &Scheme, year: Year) -> Self {
        let evaluation = evaluate(table, scheme, year);
        let units =
            evaluation.units.iter().enumerate().map(|(at, unit)| (unit.unit.to_string(), at)).collect();
        let columns = evaluation.criteria.iter().enumerate();
        let criteria = columns.map(|(at, column)| (column.id.to_string(), at)).collect();
        let grades = scheme.grades.iter().map(|grade| grade.id.to_string()).collect();
        Self { evaluation, units, criteria, grades }
    }

    /// The total of a unit.
    pub fn total(&self, unit: &str) -> Option<f64> {
        self.evaluation.units.get(*self.units.get(unit)?)?.total
    }

    /// The share of a criterion for a unit.
    pub fn share(&self, criterion: &str, unit: &str) -> Option<f64> {
        let column = &self.evaluation.criteria[*self.criteria.get(criterion)?];
        let unit = *self.units.get(unit)?;
        column.present[unit].then(|| column.share[unit])
    }

    /// The share of the whole that a criterion decides.
    pub fn effective(&self, criterion: &str) -> Option<f64> {
        Some(self.evaluation.criteria[*self.criteria.get(criterion)?].effective)
    }

    /// The place of a unit.
    pub fn place(&self, unit: &str) -> Option<f64> {
        match self.evaluation.units.get(*self.units.get(unit)?)?.standing {
            Standing::Ranked { place } => Some(place),
            _ => None,
        }
    }

    /// The grade's id of a unit.
    pub fn grade(&self, unit: &str) -> Option<&str> {
        let grade = self.evaluation.units.get(*self.units.get(unit)?)?.grade?;
        self.grades.get(grade as usize).map(String::as_str)
    }
}

/// The value of an indicator for a unit.
pub fn value(table: &Table, unit: &str, indicator: &str, year: Year) -> Option<f64> {
    table.value(table.unit_index(&unit.into())?, &IndicatorId::from(indicator), year)
}
