//! Which rows the data screen has: for each unit and indicator its observations of the year, or one that says there
//! are none.

use std::collections::BTreeMap;

use crate::{
    domain::{IndicatorId, Issue, Observation, UnitId},
    i18n::Lang,
    ui::evaluated::Evaluated,
};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those without a value.
    Missing,
    /// Those whose stated and computed figures differ.
    Disagreeing,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// A unit's place in the data set; all where `None`.
    pub unit: Option<usize>,
    /// Which rows.
    pub filter: Filter,
    /// A part of an indicator's name.
    pub search: String,
    /// The language.
    pub lang: Lang,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The unit's place in the data set.
    pub unit: usize,
    /// The indicator's place in the data set.
    pub indicator: usize,
    /// The observation's place in the data set; `None` where there is none.
    pub observation: Option<usize>,
    /// The value as it is scored: computed where that is possible; `None` for another count and where it is missing.
    pub value: Option<f64>,
    /// The stated figure, where it differs from the computed one.
    pub stated: Option<f64>,
}

/// The rows, by unit and then by indicator, in the order of the data set.
pub fn rows(evaluated: &Evaluated, wanted: &Wanted) -> Vec<Row> {
    let inputs = &evaluated.inputs;
    let data = inputs.table.data();
    let search = wanted.search.trim().to_lowercase();
    let mut found: BTreeMap<(&UnitId, &IndicatorId), Vec<usize>> = BTreeMap::new();
    for (nth, observation) in data.observations.iter().enumerate().filter(|(_, o)| o.year == inputs.year) {
        found.entry((&observation.unit, &observation.indicator)).or_default().push(nth);
    }
    let differing = differing(evaluated);
    let mut rows = Vec::new();
    for (nth_unit, unit) in
        data.units.iter().enumerate().filter(|(nth, _)| wanted.unit.is_none_or(|u| u == *nth))
    {
        for (nth_indicator, indicator) in data.indicators.iter().enumerate() {
            let named =
                [&indicator.name.zh, &indicator.name.en].iter().any(|n| n.to_lowercase().contains(&search));
            if !named {
                continue;
            }
            let value = inputs.table.value(nth_unit, &indicator.id, inputs.year);
            let stated = differing.get(&(&unit.id, &indicator.id)).copied();
            let row = |observation, value| Row {
                unit: nth_unit,
                indicator: nth_indicator,
                observation,
                value,
                stated,
            };
            match found.get(&(&unit.id, &indicator.id)) {
                None => rows.push(row(None, value)),
                Some(observations) => rows.extend(observations.iter().map(|nth| {
                    let scored =
                        data.observations.get(*nth).is_some_and(|o: &Observation| o.variant.is_empty());
                    row(Some(*nth), value.filter(|_| scored))
                })),
            }
        }
    }
    let is_wanted = |row: &Row| match wanted.filter {
        Filter::All => true,
        Filter::Missing => row.value.is_none(),
        Filter::Disagreeing => row.stated.is_some(),
    };
    rows.retain(is_wanted);
    rows
}

/// The stated figures of the year that differ from the computed ones.
fn differing(evaluated: &Evaluated) -> BTreeMap<(&UnitId, &IndicatorId), f64> {
    let of_year = evaluated.now.issues.iter().filter_map(|issue| match issue {
        Issue::FiguresDisagree { unit, year, indicator, stated, .. } if *year == evaluated.inputs.year => {
            Some(((unit, indicator), *stated))
        }
        _ => None,
    });
    of_year.collect()
}
