//! From a data set or its evaluations to a trend.

use super::{Behind, Break, ClassYear, Point, Series, Trend};
use crate::{
    chart::{
        cited::Sources,
        evaluated::{self, Spread},
    },
    domain::{
        Evaluation, Indicator, IndicatorId, Measure, MeasureKind, Observation, Scheme, Standing, Text,
        UnitResult, Year,
    },
    i18n::{Lang, figure, texts::charts},
    scoring::Table,
};

/// The trend of an indicator for units, given by their places in the data set; `None` where the indicator is unknown.
/// A single unit gets its class behind it.
pub fn of_indicator(table: &Table, indicator: &IndicatorId, units: &[usize]) -> Option<Trend> {
    let data = table.data();
    let indicator = data.indicators.iter().find(|known| known.id == *indicator)?;
    let mut sources = Sources::of(data);
    let series: Vec<Series> = units
        .iter()
        .filter_map(|&unit| {
            let points =
                table.years().iter().filter_map(|&year| observed(table, indicator, unit, year, &mut sources));
            named(table, unit, points.collect())
        })
        .collect();
    let value = |unit: usize, year: Year| table.value(unit, &indicator.id, year);
    Some(Trend {
        measured: indicator.name.clone(),
        measure: indicator.measure.clone(),
        method: Text::default(),
        behind: class_behind(table, units, table.years(), value),
        breaks: breaks_of(table, indicator, &series),
        series,
        sources,
    })
}

/// The trend of scores for units, given by their places in the data set, over evaluations of several years by one
/// scheme. A single unit gets its class behind it.
pub fn of_scores(table: &Table, scheme: &Scheme, evaluations: &[Evaluation], units: &[usize]) -> Trend {
    let result = |unit: usize, year: Year| {
        evaluations
            .iter()
            .find(|evaluation| evaluation.year == year)
            .and_then(|evaluation| evaluation.units.get(unit))
    };
    let years: Vec<Year> = evaluations.iter().map(|evaluation| evaluation.year).collect();
    let series = units.iter().filter_map(|&unit| {
        let points = years.iter().filter_map(|&year| Some(scored(scheme, year, result(unit, year)?)));
        named(table, unit, points.collect())
    });
    let value = |unit: usize, year: Year| result(unit, year).and_then(evaluated::total);
    let texts = (charts::charts(Lang::Zh), charts::charts(Lang::En));
    Trend {
        measured: Text::new(texts.0.score, texts.1.score),
        measure: Measure { kind: MeasureKind::Points, name: Text::default() },
        method: evaluated::method(scheme),
        series: series.collect(),
        behind: class_behind(table, units, &years, value),
        breaks: Vec::new(),
        sources: Sources::of(table.data()),
    }
}

fn named(table: &Table, unit: usize, points: Vec<Point>) -> Option<Series> {
    let unit = table.data().units.get(unit)?;
    Some(Series { unit: unit.id.clone(), name: unit.name.clone(), points })
}

/// The point of an indicator; a value of another count alone stands apart.
fn observed(
    table: &Table,
    indicator: &Indicator,
    unit: usize,
    year: Year,
    sources: &mut Sources,
) -> Option<Point> {
    let data = table.data();
    let id = &data.units.get(unit)?.id;
    let own = table.observation(unit, &indicator.id, year);
    let is_other = |o: &&Observation| {
        o.unit == *id && o.year == year && o.indicator == indicator.id && o.value.is_some()
    };
    let others: Vec<&Observation> = table.variants().filter(is_other).collect();
    let mut point = Point { year, value: table.value(unit, &indicator.id, year), ..Point::default() };
    if point.value.is_some() {
        point.note = with_others(own.map(|o| &o.note), indicator, &others);
        let of_parts = || {
            let parts = indicator.formula.as_ref().map(|formula| formula.parts()).unwrap_or_default();
            parts.into_iter().find_map(|part| table.observation(unit, part, year)?.source.as_ref())
        };
        let source = own.and_then(|o| o.source.as_ref()).or_else(of_parts);
        point.place = sources.cite(data, source);
        return Some(point);
    }
    if let Some((first, rest)) = others.split_first() {
        let counted = |lang: Lang| charts::count_name(lang, &first.variant);
        let name = Text::new(counted(Lang::Zh), counted(Lang::En));
        point.value = first.value;
        point.apart = true;
        point.note = with_others(Some(&name), indicator, rest);
        point.place = sources.cite(data, first.source.as_ref());
        return Some(point);
    }
    let own = own?;
    point.missing = own.missing;
    point.note = own.note.clone();
    Some(point)
}

/// A note with the values of other counts behind it.
fn with_others(note: Option<&Text>, indicator: &Indicator, others: &[&Observation]) -> Text {
    let in_language = |lang: Lang| {
        let note = note.map(|note| lang.pick(note)).filter(|note| !note.is_empty()).map(str::to_owned);
        let others = others.iter().filter_map(|other| {
            let value = figure::value(lang, &indicator.measure, other.value?);
            Some(charts::other_count(lang, &other.variant, &value))
        });
        charts::clauses(lang, &note.into_iter().chain(others).collect::<Vec<_>>())
    };
    Text::new(in_language(Lang::Zh), in_language(Lang::En))
}

/// The point of a score; not rated is missing, with its coverage.
fn scored(scheme: &Scheme, year: Year, result: UnitResult) -> Point {
    let value = evaluated::total(result);
    let mut point = Point { year, value, ..Point::default() };
    if value.is_none() && result.total.is_some() {
        let note = |lang: Lang| charts::not_rated(lang, &figure::percent(result.coverage, 0));
        point.note = Text::new(note(Lang::Zh), note(Lang::En));
    }
    if matches!(result.standing, Standing::Vetoed { .. }) {
        point.veto = Some(evaluated::vetoes(scheme, result));
    }
    point
}

/// The breaks of an indicator that concern the chosen units.
fn breaks_of(table: &Table, indicator: &Indicator, series: &[Series]) -> Vec<Break> {
    let of_it = table.data().breaks.iter().filter(|of| of.indicator == indicator.id);
    of_it
        .filter_map(|of| {
            let concerned: Vec<usize> =
                (0..series.len()).filter(|nth| of.units.contains(&series[*nth].unit)).collect();
            let all = of.units.is_empty() || concerned.len() == series.len();
            (all || !concerned.is_empty()).then(|| Break {
                from: of.from,
                until: of.until,
                note: of.note.clone(),
                series: if all { Vec::new() } else { concerned },
            })
        })
        .collect()
}

/// The class of a unit that stands alone, where it has enough units.
fn class_behind(
    table: &Table,
    units: &[usize],
    years: &[Year],
    value: impl Fn(usize, Year) -> Option<f64>,
) -> Option<Behind> {
    let [unit] = units else { return None };
    let data = table.data();
    let class = &data.units.get(*unit)?.class;
    let members: Vec<usize> =
        (0..data.units.len()).filter(|other| data.units[*other].class == *class).collect();
    let of_year = |&year: &Year| {
        let Spread { low, median, high, units } =
            Spread::of(members.iter().filter_map(|&other| value(other, year)))?;
        Some(ClassYear { year, low, median, high, units })
    };
    let years: Vec<ClassYear> = years.iter().filter_map(of_year).collect();
    let name = data.classes.iter().find(|known| known.id == *class)?.name.clone();
    (!years.is_empty()).then_some(Behind { name, years })
}
