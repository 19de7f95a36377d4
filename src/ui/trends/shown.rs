//! What the trend screen shows: the user's choice where it fits the data, else the page's.

use std::collections::BTreeSet;

use yew::prelude::*;

use crate::{
    app::{Inputs, Measured, Shared, TrendView},
    chart::{
        Chart, Span,
        trend::{self, Measurable},
    },
    domain::{Evaluation, Standing, Text, UnitId, UnitResult, Year},
    scoring,
    ui::evaluated::scheme_in_force,
};

/// So many lines are drawn where nobody has chosen.
const DEFAULT_UNITS: usize = 5;

/// The evaluations of all years of the data.
#[derive(Clone, Debug)]
pub struct Years {
    inputs: Inputs,
    evaluations: Vec<Evaluation>,
    measurable: Vec<Measurable>,
}

/// The evaluations of all years, made again when data, scheme or rules change.
#[hook]
pub fn use_years(inputs: &Inputs) -> Shared<Years> {
    // The year that is looked at elsewhere does not matter here.
    let inputs = Inputs { year: 0, ..inputs.clone() };
    Shared::from(use_memo(inputs, |inputs| {
        let scheme = scheme_in_force(inputs);
        let of_year = |&year: &Year| scoring::evaluate(&inputs.table, &scheme, year);
        Years {
            inputs: inputs.clone(),
            evaluations: inputs.table.years().iter().map(of_year).collect(),
            measurable: trend::measurable(&inputs.table),
        }
    }))
}

/// A unit that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoosableUnit {
    /// Which.
    pub id: UnitId,
    /// Its name.
    pub name: Text,
    /// So many years have a value.
    pub years: usize,
    /// It is drawn.
    pub chosen: bool,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What is measured.
    pub measured: Measured,
    /// The present scheme scores something of the data.
    pub scores: bool,
    /// The indicators that can be chosen.
    pub measurable: Vec<Measurable>,
    /// The units that can be chosen, those with the longest lines first.
    pub units: Vec<ChoosableUnit>,
    /// The years that it is narrowed to.
    pub span: Option<Span>,
    /// No unit has more than one year.
    pub one_year: bool,
    /// The chart.
    pub chart: Shared<Chart>,
}

impl Shown {
    /// The trend that is chosen; the line of the opened unit comes first.
    pub fn new(years: &Years, view: &TrendView, opened: Option<&UnitId>) -> Self {
        let table = &years.inputs.table;
        let data = table.data();
        let measured = years.measured(view);
        let value = |unit: usize, year: Year| years.value(&measured, unit, year);
        let all = trend::default_units(data.units.len(), table.years(), value, usize::MAX);
        let chosen = chosen(years, view, &all, opened);
        let count = |unit: usize| table.years().iter().filter(|&&year| value(unit, year).is_some()).count();
        let units = all.iter().filter_map(|&unit| {
            let of = data.units.get(unit)?;
            let chosen = chosen.contains(&unit);
            Some(ChoosableUnit { id: of.id.clone(), name: of.name.clone(), years: count(unit), chosen })
        });
        let units: Vec<ChoosableUnit> = units.collect();
        let span = view.span.and_then(|span| span.narrowing(table.years()));
        let trend = match &measured {
            Measured::Indicator(id) => trend::of_indicator(table, id, &chosen),
            Measured::Score => None,
        };
        let trend = trend
            .unwrap_or_else(|| trend::of_scores(table, &years.inputs.scheme, &years.evaluations, &chosen));
        Self {
            scores: years.years_scored() > 0,
            measurable: years.measurable.clone(),
            one_year: units.iter().all(|unit| unit.years < 2),
            units,
            chart: Shared::new(Chart::Trend(trend.within(span))),
            span,
            measured,
        }
    }
}

impl Shown {
    /// The same trend whatever is opened or suggested later.
    pub fn view(&self) -> TrendView {
        let chosen = self.units.iter().filter(|unit| unit.chosen).map(|unit| unit.id.clone());
        TrendView { measured: Some(self.measured.clone()), units: Some(chosen.collect()), span: self.span }
    }
}

/// The units that are drawn, by their places in the data set.
fn chosen(years: &Years, view: &TrendView, all: &[usize], opened: Option<&UnitId>) -> Vec<usize> {
    let units = &years.inputs.table.data().units;
    let id = |unit: usize| units.get(unit).map(|unit| &unit.id);
    let by_user = |wanted: &BTreeSet<UnitId>| -> Vec<usize> {
        all.iter().copied().filter(|&unit| id(unit).is_some_and(|id| wanted.contains(id))).collect()
    };
    let known =
        |wanted: &&BTreeSet<UnitId>| wanted.is_empty() || units.iter().any(|unit| wanted.contains(&unit.id));
    let mut chosen = match view.units.as_ref().filter(known) {
        Some(wanted) => by_user(wanted),
        None => all.iter().copied().take(DEFAULT_UNITS).collect(),
    };
    chosen.sort_by_key(|&unit| id(unit) != opened);
    chosen
}

impl Years {
    /// In so many years the scheme gives a score.
    fn years_scored(&self) -> usize {
        let scored = |of: &&Evaluation| of.units.iter().any(|unit| rated(unit).is_some());
        self.evaluations.iter().filter(scored).count()
    }

    /// What the user chose where the data has it; else the score where it has years to compare; else the indicator with
    /// the most, shares and scores before counts.
    fn measured(&self, view: &TrendView) -> Measured {
        let scored = self.years_scored();
        match &view.measured {
            Some(Measured::Score) if scored > 0 => return Measured::Score,
            Some(Measured::Indicator(id)) if self.measurable.iter().any(|of| of.id == *id) => {
                return Measured::Indicator(id.clone());
            }
            _ => {}
        }
        if scored > 1 {
            return Measured::Score;
        }
        let best = self.measurable.iter().rev().max_by_key(|of| (of.relative, of.steps));
        match best.filter(|of| of.steps > 0) {
            Some(of) => Measured::Indicator(of.id.clone()),
            None if scored > 0 => Measured::Score,
            None => self.measurable.first().map_or(Measured::Score, |of| Measured::Indicator(of.id.clone())),
        }
    }

    fn value(&self, measured: &Measured, unit: usize, year: Year) -> Option<f64> {
        match measured {
            Measured::Indicator(id) => self.inputs.table.value(unit, id, year),
            Measured::Score => rated(self.evaluations.iter().find(|of| of.year == year)?.units.get(unit)?),
        }
    }
}

/// The total of a unit that is rated or vetoed.
fn rated(unit: UnitResult) -> Option<f64> {
    unit.total.filter(|_| unit.standing != Standing::NotRated)
}
