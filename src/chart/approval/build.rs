//! From a data set to an approval-times chart. The indicators it reads are known by their ids, those of
//! the data sets that come with the page; statutory and promised days also by the formula that reduces one to the other.

use super::{Along, Approval, Counted, Figure, Group, Row};
use crate::{
    chart::cited::Sources,
    domain::{DataSet, Formula, Indicator, IndicatorId, Measure, MeasureKind, Text, Year},
    i18n::{Lang, texts::charts},
    scoring::Table,
};

const STATUTORY: &str = "appr_statutory_days";
const PROMISED: &str = "appr_promised_days";
const ACTUAL: &str = "appr_actual_days";
const CUT_DAYS: &str = "appr_cut_days";
const CUT_SHARE: &str = "appr_compress_share";

/// Days before and after that are no sums over all matters.
const PAIRS: [(&str, &str); 2] = [
    ("appr_promised_avg_days_before", "appr_promised_avg_days"),
    ("appr_project_days_before", "appr_project_days"),
];

/// Shares by which times were cut, published without the days.
const SHARES: [(Counted, &str); 2] =
    [(Counted::Share, CUT_SHARE), (Counted::Speed, "appr_actual_speedup_share")];

/// The units of a data set in one year, the largest cut first.
pub fn by_unit(table: &Table, year: Year) -> Approval {
    let all: Vec<(usize, Year)> = (0..table.data().units.len()).map(|unit| (unit, year)).collect();
    build(table, Along::Units, |_| all.clone())
}

/// The units of a data set, each in its latest year that has figures; the largest cut first.
pub fn latest(table: &Table) -> Approval {
    build(table, Along::Latest, |has| {
        let latest =
            |unit| table.years().iter().rev().copied().find(|&year| has(unit, year)).map(|year| (unit, year));
        (0..table.data().units.len()).filter_map(latest).collect()
    })
}

/// The years of one unit.
pub fn by_year(table: &Table, unit: usize) -> Approval {
    build(table, Along::Years, |_| table.years().iter().map(|&year| (unit, year)).collect())
}

/// The units, by their places in the data set, and years that have statutory and promised days.
pub fn units_with_days(table: &Table) -> Vec<(usize, Vec<Year>)> {
    let (statutory, promised) = days_ids(table.data());
    let has = |unit: usize, year: Year| {
        table.value(unit, &statutory, year).is_some() && table.value(unit, &promised, year).is_some()
    };
    let with_years = (0..table.data().units.len()).map(|unit| {
        (unit, table.years().iter().copied().filter(|&year| has(unit, year)).collect::<Vec<Year>>())
    });
    with_years.filter(|(_, years)| !years.is_empty()).collect()
}

/// Statutory and promised days: those of the known ids, or of the first formula that reduces days to days.
fn days_ids(data: &DataSet) -> (IndicatorId, IndicatorId) {
    let known = |id: &str| data.indicators.iter().any(|indicator| indicator.id.as_str() == id);
    if known(STATUTORY) && known(PROMISED) {
        return (STATUTORY.into(), PROMISED.into());
    }
    let days = |id: &IndicatorId| {
        data.indicators.iter().any(|known| known.id == *id && known.measure.kind == MeasureKind::Days)
    };
    let reduced = data.indicators.iter().find_map(|indicator| match &indicator.formula {
        Some(Formula::ReductionShare { before, after }) if days(before) => {
            Some((before.clone(), after.clone()))
        }
        _ => None,
    });
    reduced.unwrap_or_else(|| (STATUTORY.into(), PROMISED.into()))
}

/// What a group is read from.
struct Reading {
    counted: Counted,
    before: Option<IndicatorId>,
    after: Option<IndicatorId>,
    actual: Option<IndicatorId>,
    share: Option<IndicatorId>,
    days: Option<IndicatorId>,
}

fn readings(data: &DataSet) -> Vec<Reading> {
    let (statutory, promised) = days_ids(data);
    let mut readings = vec![Reading {
        counted: Counted::Total,
        before: Some(statutory),
        after: Some(promised),
        actual: Some(ACTUAL.into()),
        share: Some(CUT_SHARE.into()),
        days: Some(CUT_DAYS.into()),
    }];
    readings.extend(PAIRS.map(|(before, after)| Reading {
        counted: Counted::Days,
        before: Some(before.into()),
        after: Some(after.into()),
        actual: None,
        share: None,
        days: None,
    }));
    readings.extend(SHARES.map(|(counted, share)| Reading {
        counted,
        before: None,
        after: None,
        actual: None,
        share: Some(share.into()),
        days: None,
    }));
    readings
}

/// The chart of the units and years that `choose` gives, once for each group; it is told which of them have figures.
fn build(
    table: &Table,
    along: Along,
    choose: impl Fn(&dyn Fn(usize, Year) -> bool) -> Vec<(usize, Year)>,
) -> Approval {
    let mut sources = Sources::of(table.data());
    let mut groups: Vec<Group> = Vec::new();
    for reading in readings(table.data()) {
        let has =
            |unit: usize, year: Year| row(table, &reading, unit, year, &mut Sources::default()).is_some();
        let told = |row: &Row| {
            groups.iter().any(|group| group.rows.iter().any(|r| r.unit == row.unit && r.year == row.year))
        };
        let mut rows: Vec<Row> = choose(&has)
            .into_iter()
            .filter_map(|(unit, year)| row(table, &reading, unit, year, &mut sources))
            // A cut without days is news only where the days are not there.
            .filter(|row| reading.counted != Counted::Share || !told(row))
            .collect();
        if along != Along::Years {
            let cut = |row: &Row| row.share_cut().unwrap_or(f64::NEG_INFINITY);
            rows.sort_by(|a, b| cut(b).total_cmp(&cut(a)).then_with(|| a.unit.cmp(&b.unit)));
        }
        if !rows.is_empty() {
            groups.push(named(table.data(), &reading, rows));
        }
    }
    Approval { along, groups, sources }
}

/// A row, where its source gives what the group compares.
fn row(table: &Table, reading: &Reading, unit: usize, year: Year, sources: &mut Sources) -> Option<Row> {
    let data = table.data();
    let mut figure = |id: &Option<IndicatorId>| {
        let id = id.as_ref()?;
        let value = table.value(unit, id, year)?;
        let source = table.observation(unit, id, year).and_then(|observation| observation.source.as_ref());
        Some(Figure { value, place: sources.cite(data, source) })
    };
    let observed = |id: &Option<IndicatorId>| {
        let id = id.as_ref()?;
        table.observation(unit, id, year)?.value
    };
    let (before, after) = (figure(&reading.before), figure(&reading.after));
    let complete = match reading.counted {
        counted if counted.only_share() => observed(&reading.share).is_some(),
        _ => before.is_some() && after.is_some(),
    };
    let of = data.units.get(unit).filter(|_| complete)?;
    let mut stated = |id: &Option<IndicatorId>| Some(Figure { value: observed(id)?, ..figure(id)? });
    let (stated_cut, stated_days) = (stated(&reading.share), stated(&reading.days));
    let actual = figure(&reading.actual);
    Some(Row {
        unit: of.id.clone(),
        name: of.name.clone(),
        year,
        before,
        after,
        actual,
        stated_cut,
        stated_days,
    })
}

/// A group with the names of what it is read from.
fn named(data: &DataSet, reading: &Reading, rows: Vec<Row>) -> Group {
    let find = |id: &Option<IndicatorId>| -> Option<&Indicator> {
        data.indicators.iter().find(|known| Some(&known.id) == id.as_ref())
    };
    let name =
        |id: &Option<IndicatorId>| find(id).map(|indicator| indicator.name.clone()).unwrap_or_default();
    let days = || {
        let word = |lang: Lang| charts::charts(lang).days.to_owned();
        Measure { kind: MeasureKind::Days, name: Text::new(word(Lang::Zh), word(Lang::En)) }
    };
    let before = if reading.counted.only_share() { name(&reading.share) } else { name(&reading.before) };
    let actual = match (find(&reading.actual), reading.counted) {
        (Some(indicator), _) => indicator.name.clone(),
        (None, Counted::Total) => {
            Text::new(charts::charts(Lang::Zh).actual_days, charts::charts(Lang::En).actual_days)
        }
        _ => Text::default(),
    };
    Group {
        counted: reading.counted,
        before,
        after: name(&reading.after),
        actual,
        measure: find(&reading.before).map(|indicator| indicator.measure.clone()).unwrap_or_else(days),
        rows,
    }
}
