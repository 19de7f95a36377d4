//! The sheet of the data: the values that the scheme reads, by indicator and year; derived ones as formulas of their
//! parts.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    formula::{Is, X, count_of, n, nothing, sum_of, when},
    grid::{Entry, Grid, Order},
};
use crate::{
    domain::{DataSet, Formula, IndicatorId, Issue, Year},
    export::xlsx::Cell,
    i18n::{Lang, texts::workbook::workbook},
    scoring::Table,
};

/// An indicator's place in the data set, and a year.
type Key = (usize, Year);

/// The sheet.
pub(super) struct Values {
    pub grid: Grid,
    columns: BTreeMap<Key, usize>,
    places: BTreeMap<IndicatorId, usize>,
}

impl Values {
    /// The values of these indicators and years, and what they are derived from.
    pub fn new(
        table: &Table,
        order: &Order,
        wanted: impl IntoIterator<Item = (IndicatorId, Year)>,
        lang: Lang,
    ) -> Self {
        let data = table.data();
        let places: BTreeMap<IndicatorId, usize> =
            data.indicators.iter().enumerate().map(|(at, one)| (one.id.clone(), at)).collect();
        let circular: BTreeSet<&IndicatorId> = table
            .issues()
            .iter()
            .filter_map(|issue| match issue {
                Issue::IndicatorCycle(id) => Some(id),
                _ => None,
            })
            .collect();
        let formula = |at: usize| {
            data.indicators[at].formula.as_ref().filter(|_| !circular.contains(&data.indicators[at].id))
        };
        let mut keys: BTreeSet<Key> = BTreeSet::new();
        let mut waiting: Vec<Key> =
            wanted.into_iter().filter_map(|(id, year)| Some((*places.get(&id)?, year))).collect();
        while let Some((at, year)) = waiting.pop() {
            if keys.insert((at, year))
                && let Some(formula) = formula(at)
            {
                waiting.extend(formula.parts().iter().filter_map(|id| Some((*places.get(*id)?, year))));
            }
        }
        let mut grid = Grid::new(workbook(lang).sheet_data.to_string(), 3);
        heading(&mut grid, table, order, lang);
        let first = grid.reserve(keys.len());
        let columns: BTreeMap<Key, usize> =
            keys.iter().enumerate().map(|(nth, key)| (*key, first + nth)).collect();
        let observed = observed(data);
        let mut values = Self { grid, columns, places };
        let mut left: Vec<Key> = keys.into_iter().collect();
        let mut done: BTreeSet<Key> = BTreeSet::new();
        // Each round fills what rests on filled columns only; there is no circle among them.
        while !left.is_empty() {
            let ready = |key: &Key| {
                let parts = formula(key.0).map(|formula| formula.parts()).unwrap_or_default();
                parts.iter().all(|id| values.places.get(*id).is_none_or(|at| done.contains(&(*at, key.1))))
            };
            let (now, later): (Vec<Key>, Vec<Key>) = left.iter().partition(|key| ready(key));
            if now.is_empty() {
                break;
            }
            for key in now {
                values.fill(data, order, key, formula(key.0), &observed, lang);
                done.insert(key);
            }
            left = later;
        }
        values
    }

    /// The cell of a value, as other sheets name it; `None` where the data set does not know the indicator.
    pub fn cell(&self, indicator: &IndicatorId, year: Year, row: usize) -> Option<X> {
        let column = self.columns.get(&(*self.places.get(indicator)?, year))?;
        Some(self.grid.outside(*column, row))
    }

    /// The indicators, as their places in the data set, and years of the columns.
    pub fn shown(&self) -> impl Iterator<Item = Key> {
        self.columns.keys().copied()
    }

    fn fill(
        &mut self,
        data: &DataSet,
        order: &Order,
        key: Key,
        formula: Option<&Formula>,
        observed: &BTreeMap<(usize, Key), f64>,
        lang: Lang,
    ) {
        let indicator = &data.indicators[key.0];
        let text = |text: &str| Cell::Text(text.to_string());
        let measure = lang.pick(&indicator.measure.name);
        let name = lang.pick(&indicator.name);
        let name = if measure.is_empty() { name.to_string() } else { format!("{name}（{measure}）") };
        let head = vec![text(indicator.id.as_str()), text(&name), Cell::Number(f64::from(key.1))];
        let entries = order
            .rows()
            .map(|row| {
                let own = observed.get(&(order.units[row], key)).copied();
                match formula {
                    None => Entry::number(own),
                    Some(formula) => {
                        let cell = |id: &IndicatorId| {
                            let column = self.places.get(id).and_then(|at| self.columns.get(&(*at, key.1)));
                            column.map_or_else(nothing, |column| self.grid.cell(*column, row))
                        };
                        derived(formula, &cell, &own.map_or_else(nothing, n)).into()
                    }
                }
            })
            .collect();
        self.grid.fill(self.columns[&key], head, entries);
    }
}

/// The first columns: who stands in which row.
pub(super) fn heading(grid: &mut Grid, table: &Table, order: &Order, lang: Lang) {
    let (texts, data) = (workbook(lang), table.data());
    let class = |row: usize| order.classes[row].map(|at| &data.classes[at]);
    let text = |text: &str| vec![Cell::Text(text.to_string())];
    let unit = |row: usize| &data.units[order.units[row]];
    grid.push(text(texts.unit), order.rows().map(|row| Entry::text(lang.pick(&unit(row).name))).collect());
    grid.push(text(texts.unit_id), order.rows().map(|row| Entry::text(unit(row).id.as_str())).collect());
    let named = |row: usize| class(row).map_or(unit(row).class.as_str(), |class| lang.pick(&class.name));
    grid.push(text(texts.class), order.rows().map(|row| Entry::text(named(row))).collect());
}

/// The values as they stand in the data set, by unit; the latest of several.
fn observed(data: &DataSet) -> BTreeMap<(usize, Key), f64> {
    let units: BTreeMap<_, _> = data.units.iter().enumerate().map(|(at, unit)| (&unit.id, at)).collect();
    let indicators: BTreeMap<_, _> =
        data.indicators.iter().enumerate().map(|(at, one)| (&one.id, at)).collect();
    let mut values = BTreeMap::new();
    for one in data.observations.iter().filter(|one| one.variant.is_empty()) {
        if let (Some(&unit), Some(&indicator)) = (units.get(&one.unit), indicators.get(&one.indicator)) {
            let key = (unit, (indicator, one.year));
            match one.value.filter(|value| value.is_finite()) {
                Some(value) => values.insert(key, value),
                None => values.remove(&key),
            };
        }
    }
    values
}

/// The formula of a derived indicator; `observed` where a part is missing or a whole is 0.
fn derived(formula: &Formula, cell: &dyn Fn(&IndicatorId) -> X, observed: &X) -> X {
    let parts: Vec<X> = formula.parts().into_iter().map(cell).collect();
    if parts.is_empty() {
        return observed.clone();
    }
    let parts: Vec<&X> = parts.iter().collect();
    let complete = count_of(&parts).is(Is::Same, &n(parts.len() as f64));
    let cells = |ids: &[IndicatorId]| -> Vec<X> { ids.iter().map(cell).collect() };
    let sum = |cells: &[X]| -> X {
        match cells {
            [] => n(0.0),
            [one] => one.clone(),
            several => sum_of(&several.iter().collect::<Vec<_>>()),
        }
    };
    let ratio = |part: X, whole: X| {
        when(&complete, &when(&whole.is(Is::Other, &n(0.0)), &(&part / &whole), observed), observed)
    };
    match formula {
        Formula::Ratio { part, whole } => ratio(sum(&cells(part)), sum(&cells(whole))),
        Formula::ReductionShare { before, after } => {
            let (before, after) = (cell(before), cell(after));
            ratio(&before - &after, before)
        }
        Formula::Difference { from, less } => when(&complete, &(&cell(from) - &sum(&cells(less))), observed),
        Formula::Sum { of } => when(&complete, &sum(&cells(of)), observed),
    }
}
