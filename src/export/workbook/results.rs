//! The sheet of results, as listed on the screen, and the same as CSV.

use super::derivation::Derivation;
use crate::{
    chart,
    domain::{Evaluation, RankWithin, Scheme, Standing, UnitId, UnitResult},
    export::{
        csv,
        xlsx::{Cell, Column, Format, Sheet, Value},
    },
    i18n::{
        Lang,
        figure::fixed,
        texts::workbook::{WorkbookTexts, workbook},
    },
    scoring::Table,
};

/// Differences below this are artefacts of adding in another order.
const NEAR: f64 = 1e-9;

/// A formula that gives what the engine gave, or the engine's value where it does not.
struct Told {
    cell: Cell,
    agrees: bool,
}

/// The sheet, and the units for which a value stands in place of a formula.
pub(super) fn sheet(derivation: &Derivation, evaluation: &Evaluation) -> (Sheet, Vec<UnitId>) {
    let frame = derivation.frame;
    let (texts, lang) = (frame.texts, frame.lang);
    let mut heads = vec![
        (texts.place, 9.0, Format::Plain),
        (texts.unit, 24.0, Format::Plain),
        (texts.class, 14.0, Format::Plain),
        (texts.total, 10.0, Format::Marks),
        (texts.grade, 10.0, Format::Plain),
        (texts.veto, 10.0, Format::Plain),
    ];
    let roots = frame.flat.roots.clone();
    heads.extend(
        roots.clone().map(|at| (lang.pick(&frame.flat.nodes[at].criterion.name), 13.0, Format::Marks)),
    );
    heads.extend([
        (texts.low, 11.0, Format::Marks),
        (texts.high, 11.0, Format::Marks),
        (texts.coverage, 11.0, Format::Percent),
        (texts.before_rules, 12.0, Format::Marks),
        (texts.would_be, 12.0, Format::Plain),
        (texts.remark, 40.0, Format::Plain),
    ]);
    let mut rows = vec![heads.iter().map(|(name, ..)| Cell::Text((*name).to_string())).collect::<Vec<_>>()];
    let mut as_values = Vec::new();
    for unit in as_on_screen(frame.table, frame.scheme, evaluation) {
        let Some(result) = evaluation.units.get(unit as usize) else { continue };
        let (cells, agrees) = row(derivation, result, unit as usize);
        rows.push(cells);
        if !agrees {
            as_values.push(result.unit.clone());
        }
    }
    rows.push(Vec::new());
    for note in [texts.how, texts.bounds_are_values, texts.coding] {
        rows.push(vec![Cell::Text(note.to_string())]);
    }
    let columns = heads.iter().map(|(_, width, format)| Column { width: *width, format: *format }).collect();
    (Sheet { name: texts.sheet_results.to_string(), columns, rows, head: 1, beside: 2 }, as_values)
}

fn row(derivation: &Derivation, result: UnitResult, unit: usize) -> (Vec<Cell>, bool) {
    let (frame, marked, grid) = (derivation.frame, &derivation.marked, &derivation.grid);
    let texts = frame.texts;
    let row = frame.order.row_of[unit];
    let name = |column: usize| grid.outside(column, row).text().to_string();
    let value = |column: usize| grid.value(column, row);
    let data = frame.table.data();
    let class = frame.order.classes[row]
        .map_or(data.units[unit].class.as_str(), |class| frame.lang.pick(&data.classes[class].name));
    let told =
        [place(derivation, result, row), total(derivation, result, row), grade(derivation, result, row)];
    let agrees = told.iter().all(|one| one.agrees);
    let [place, total, grade] = told.map(|one| one.cell);
    let vetoed = Cell::Formula(
        format!("IF({}=1,\"{}\",\"\")", name(marked.vetoed), quoted(texts.vetoed)),
        Value::Text(if value(marked.vetoed) == Some(1.0) { texts.vetoed } else { "" }.to_string()),
    );
    let mirrored = |column: usize| {
        let text = format!("IF(ISNUMBER({0}),{0},\"\")", name(column));
        Cell::Formula(text, value(column).map_or(Value::Text(String::new()), Value::Number))
    };
    let mut cells = vec![
        place,
        Cell::Text(frame.lang.pick(&data.units[unit].name).to_string()),
        Cell::Text(class.to_string()),
        total,
        grade,
        vetoed,
    ];
    cells.extend(frame.flat.roots.clone().map(|at| mirrored(derivation.marks + at)));
    cells.extend([
        Cell::Number(result.bounds.low),
        Cell::Number(result.bounds.high),
        mirrored(marked.coverage),
        mirrored(marked.before),
        mirrored(marked.would_be),
        if agrees { Cell::Empty } else { Cell::Text(texts.as_value.to_string()) },
    ]);
    (cells, agrees)
}

/// A text inside a formula.
fn quoted(text: &str) -> String {
    text.replace('"', "\"\"")
}

fn place(derivation: &Derivation, result: UnitResult, row: usize) -> Told {
    let (marked, grid, texts) = (&derivation.marked, &derivation.grid, derivation.frame.texts);
    let (engine, shown) = match result.standing {
        Standing::Ranked { place } => (Some(place), Value::Number(place)),
        Standing::Vetoed { .. } => (None, Value::Text(texts.vetoed.to_string())),
        Standing::NotRated => (None, Value::Text(texts.not_rated.to_string())),
    };
    let vetoed = grid.value(marked.vetoed, row) == Some(1.0);
    let agrees = same(grid.value(marked.place, row), engine)
        && vetoed == matches!(result.standing, Standing::Vetoed { .. });
    let name = |column: usize| grid.outside(column, row).text().to_string();
    let formula = format!(
        "IF(ISNUMBER({0}),{0},IF({1}=1,\"{2}\",\"{3}\"))",
        name(marked.place),
        name(marked.vetoed),
        quoted(texts.vetoed),
        quoted(texts.not_rated)
    );
    told(formula, shown, agrees)
}

fn total(derivation: &Derivation, result: UnitResult, row: usize) -> Told {
    let (marked, grid) = (&derivation.marked, &derivation.grid);
    let stops = marked.stopped.is_some_and(|column| grid.value(column, row) == Some(1.0));
    let own = grid.value(marked.total, row).filter(|_| !stops);
    let name = |column: usize| grid.outside(column, row).text().to_string();
    let shown = format!("IF(ISNUMBER({0}),{0},\"\")", name(marked.total));
    let formula = match marked.stopped {
        Some(stopped) => format!("IF({}=1,\"\",{shown})", name(stopped)),
        None => shown,
    };
    let value = result.total.map_or(Value::Text(String::new()), Value::Number);
    told(formula, value, same(own, result.total))
}

fn grade(derivation: &Derivation, result: UnitResult, row: usize) -> Told {
    let (marked, grid, frame) = (&derivation.marked, &derivation.grid, derivation.frame);
    let shows = [marked.rated, marked.vetoed].iter().any(|column| grid.value(*column, row) == Some(1.0));
    let own = grid.value(marked.grade, row).filter(|_| shows);
    let name = |column: usize| grid.outside(column, row).text().to_string();
    let formula = format!(
        "IF(AND(ISNUMBER({grade}),OR({}=1,{}=1)),INDEX({},{grade}),\"\")",
        name(marked.rated),
        name(marked.vetoed),
        frame.settings.grade_names,
        grade = name(marked.grade),
    );
    let engine = result.grade.map(|grade| f64::from(grade) + 1.0);
    let named = grade_name(frame.scheme, result, frame.lang);
    told(formula, Value::Text(named.to_string()), same(own, engine))
}

fn same(ours: Option<f64>, engine: Option<f64>) -> bool {
    match (ours, engine) {
        (Some(ours), Some(engine)) => (ours - engine).abs() <= NEAR * engine.abs().max(1.0),
        (ours, engine) => ours == engine,
    }
}

fn told(formula: String, value: Value, agrees: bool) -> Told {
    let cell = match (agrees, value) {
        (true, value) => Cell::Formula(formula, value),
        (false, Value::Number(value)) => Cell::Number(value),
        (false, Value::Text(text)) => Cell::Text(text),
    };
    Told { cell, agrees }
}

fn grade_name<'s>(scheme: &'s Scheme, result: UnitResult, lang: Lang) -> &'s str {
    let grade = result.grade.and_then(|grade| scheme.grades.get(grade as usize));
    grade.map_or("", |grade| lang.pick(&grade.name))
}

/// The listing as the screen shows it: class by class in the data set's order where units are ranked within classes.
fn as_on_screen(table: &Table, scheme: &Scheme, evaluation: &Evaluation) -> Vec<u32> {
    let mut listing = evaluation.listing.clone();
    if scheme.rank_within == RankWithin::Class {
        let data = table.data();
        let class = |at: u32| data.classes.iter().position(|class| class.id == data.units[at as usize].class);
        listing.sort_by_key(|at| class(*at));
    }
    listing
}

/// The results as CSV, in the order of the screen.
pub fn results_csv(table: &Table, scheme: &Scheme, evaluation: &Evaluation, lang: Lang) -> Vec<u8> {
    let (texts, data) = (workbook(lang), table.data());
    let firsts = || evaluation.criteria.iter().filter(|column| column.parent.is_none());
    let mut columns: Vec<String> =
        [texts.place, texts.unit, texts.class, texts.total, texts.grade, texts.veto]
            .map(str::to_string)
            .into();
    columns.extend(firsts().map(|column| criterion_name(scheme, column.id.as_str(), lang)));
    columns.extend([texts.low, texts.high, texts.coverage, texts.before_rules].map(str::to_string));
    let number = |value: Option<f64>| match value {
        Some(value) => chart::Cell::Number { value, shown: fixed(value, 2) },
        None => chart::Cell::Missing(String::new()),
    };
    let text = |text: &str| chart::Cell::Text(text.to_string());
    let row = |&at: &u32| {
        let (unit, result) = (data.units.get(at as usize)?, evaluation.units.get(at as usize)?);
        let class = data.classes.iter().find(|class| class.id == unit.class);
        let mut cells = vec![
            place_cell(result, texts),
            text(lang.pick(&unit.name)),
            text(class.map_or(unit.class.as_str(), |class| lang.pick(&class.name))),
            number(result.total),
            text(grade_name(scheme, result, lang)),
            text(if matches!(result.standing, Standing::Vetoed { .. }) { texts.vetoed } else { "" }),
        ];
        cells.extend(firsts().map(|column| number(column.marks.get(at as usize).copied())));
        cells.extend(
            [result.bounds.low, result.bounds.high, result.coverage].map(|value| number(Some(value))),
        );
        cells.push(number(result.before_rules));
        Some(cells)
    };
    let rows = as_on_screen(table, scheme, evaluation).iter().filter_map(row).collect();
    csv::csv(&chart::Table { caption: String::new(), columns, rows })
}

fn place_cell(result: UnitResult, texts: &WorkbookTexts) -> chart::Cell {
    match result.standing {
        Standing::Ranked { place } => chart::Cell::Number { value: place, shown: place.to_string() },
        Standing::Vetoed { .. } => chart::Cell::Missing(texts.vetoed.to_string()),
        Standing::NotRated => chart::Cell::Missing(texts.not_rated.to_string()),
    }
}

fn criterion_name(scheme: &Scheme, id: &str, lang: Lang) -> String {
    let found = scheme.criteria.iter().find(|one| one.id.as_str() == id);
    found.map_or(id, |one| lang.pick(&one.name)).to_string()
}
