//! A result as JSON or CSV: the same bytes wherever it is computed.
//!
//! JSON, `"format": "faheng-result"`, version 1, one unit a line in the order of the ranking:
//! * `data`, `scheme`: ids; `year`; `full_marks`
//! * `criteria`: the tree in pre-order, each with `id`, `name`, `parent` (an id), `depth` and `effective`, its share of
//!   the whole (0 to 1)
//! * `units`: `id`, `name`, `class`; `standing` (`{"ranked": {"place": 1.0}}`, `"not_rated"`, `{"vetoed": {"would_be":
//!   2.0}}`); `grade` and `grade_before_rules` (ids); `total`, `before_rules` in marks; `bounds`; `coverage` (0 to 1);
//!   `place_before_rules`; `criteria` in the order of the tree, each with `applies`, `share` (0 to 1, null where nothing
//!   is present), `marks`, `marks_possible`, `coverage`; `rules`: the record of each rule that fired, is proposed or
//!   undecided
//! * `issues`: what a reader must know
//!
//! CSV: a row a unit in the order of the ranking, its marks a column a criterion, numbers to six decimals. A cell that a spreadsheet would take
//! for a formula begins with an apostrophe.

use serde::Serialize;

use crate::{
    cli::inputs::Case,
    domain::{Bounds, Criterion, Evaluation, Firing, GradeId, Outcome, Standing, UnitResult},
    i18n::{
        figure,
        rule_sentence::Names,
        texts::{issue, twin},
    },
};

/// The result as JSON.
pub fn json(case: &Case, evaluation: &Evaluation) -> String {
    let head = Head {
        format: "faheng-result",
        version: 1,
        data: &case.data().id,
        scheme: &case.scheme.id,
        year: evaluation.year,
        full_marks: case.scheme.full_marks,
    };
    let criteria =
        in_order(&case.scheme.criteria).into_iter().zip(&evaluation.criteria).map(|(criterion, column)| {
            text(&CriterionHead {
                id: column.id.as_str(),
                name: case.lang.pick(&criterion.name),
                parent: column
                    .parent
                    .and_then(|at| evaluation.criteria.get(at as usize))
                    .map(|column| column.id.as_str()),
                depth: column.depth,
                effective: column.effective,
            })
        });
    let units = listed(evaluation).map(|(at, unit)| text(&unit_of(case, evaluation, at, unit)));
    let issues = evaluation.issues.iter().map(text);
    let head = text(&head);
    let head = head.strip_suffix('}').unwrap_or(&head);
    let list = |name: &str, lines: Vec<String>| match lines.is_empty() {
        true => format!("\"{name}\":[]"),
        false => format!("\"{name}\":[\n{}\n]", lines.join(",\n")),
    };
    format!(
        "{head},\n{},\n{},\n{}}}\n",
        list("criteria", criteria.collect()),
        list("units", units.collect()),
        list("issues", issues.collect())
    )
}

/// The result as CSV.
pub fn csv(case: &Case, evaluation: &Evaluation) -> String {
    let lang = case.lang;
    let words = twin::twin(lang);
    let mut table = csv::Writer::from_writer(Vec::new());
    let criteria = in_order(&case.scheme.criteria);
    let heads = [
        words.place,
        words.id,
        words.unit,
        words.class,
        words.standing,
        words.grade,
        words.total,
        words.before_rules,
        words.lowest,
        words.highest,
        words.coverage,
        words.rules,
    ];
    let names = criteria.iter().map(|criterion| lang.pick(&criterion.name));
    let mut sound = write(&mut table, heads.into_iter().chain(names).map(inert));
    for (at, unit) in listed(evaluation) {
        let place = match unit.standing {
            Standing::Ranked { place } => figure::short(place),
            _ => String::new(),
        };
        let number = |value: Option<f64>| value.map_or(String::new(), number);
        let (name, class) = names_of(case, at);
        let grade = unit.grade.and_then(|grade| case.scheme.grades.get(grade as usize));
        let row = [
            place,
            unit.unit.to_string(),
            name.to_owned(),
            class.to_owned(),
            twin::standing(lang, &unit.standing).to_owned(),
            grade.map_or(String::new(), |grade| lang.pick(&grade.name).to_owned()),
            number(unit.total),
            number(unit.before_rules),
            number(unit.total.map(|_| unit.bounds.low)),
            number(unit.total.map(|_| unit.bounds.high)),
            number(Some(unit.coverage)),
            rules_of(case, unit),
        ];
        let marks =
            evaluation.criteria.iter().map(|column| number(column.present[at].then(|| column.marks[at])));
        sound &= write(&mut table, row.into_iter().chain(marks).map(|cell| inert(&cell)));
    }
    let bytes = table.into_inner().unwrap_or_default();
    // Writing to memory cannot fail; an empty text would show it if it did.
    if sound { String::from_utf8(bytes).unwrap_or_default() } else { String::new() }
}

/// What a reader must know, as sentences.
pub fn issues(case: &Case, evaluation: &Evaluation) -> Vec<String> {
    let of = |one| twin::note(case.lang, &issue::sentence(case.lang, &case.scheme, case.data(), one));
    evaluation.issues.iter().map(of).collect()
}

/// The criteria of a tree, parents first: the order of [`Evaluation::criteria`].
pub fn in_order(criteria: &[Criterion]) -> Vec<&Criterion> {
    let mut waiting: Vec<&Criterion> = criteria.iter().rev().collect();
    let mut order = Vec::new();
    while let Some(criterion) = waiting.pop() {
        order.push(criterion);
        waiting.extend(criterion.children().iter().rev());
    }
    order
}

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    version: u32,
    data: &'a str,
    scheme: &'a str,
    year: u16,
    full_marks: f64,
}

#[derive(Serialize)]
struct CriterionHead<'a> {
    id: &'a str,
    name: &'a str,
    parent: Option<&'a str>,
    depth: u16,
    effective: f64,
}

#[derive(Serialize)]
struct UnitLine<'a> {
    id: &'a str,
    name: &'a str,
    class: &'a str,
    standing: Standing,
    grade: Option<&'a GradeId>,
    grade_before_rules: Option<&'a GradeId>,
    total: Option<f64>,
    before_rules: Option<f64>,
    bounds: Bounds,
    coverage: f64,
    place_before_rules: Option<f64>,
    criteria: Vec<CriterionCell>,
    rules: &'a [Firing],
}

#[derive(Serialize)]
struct CriterionCell {
    applies: bool,
    share: Option<f64>,
    marks: f64,
    marks_possible: f64,
    coverage: f64,
}

fn unit_of<'a>(case: &'a Case, evaluation: &'a Evaluation, at: usize, unit: UnitResult<'a>) -> UnitLine<'a> {
    let grade = |grade: Option<u32>| Some(&case.scheme.grades.get(grade? as usize)?.id);
    let (name, _) = names_of(case, at);
    UnitLine {
        id: unit.unit.as_str(),
        name,
        class: case.data().units.get(at).map_or("", |unit| unit.class.as_str()),
        standing: unit.standing,
        grade: grade(unit.grade),
        grade_before_rules: grade(unit.grade_before_rules),
        total: unit.total,
        before_rules: unit.before_rules,
        bounds: unit.bounds,
        coverage: unit.coverage,
        place_before_rules: unit.place_before_rules,
        criteria: evaluation
            .criteria
            .iter()
            .map(|column| CriterionCell {
                applies: column.applies[at],
                share: column.present[at].then(|| column.share[at]),
                marks: column.marks[at],
                marks_possible: column.marks_possible[at],
                coverage: column.coverage[at],
            })
            .collect(),
        rules: unit.firings,
    }
}

/// The units as they are listed, each with its place in the data set.
fn listed(evaluation: &Evaluation) -> impl Iterator<Item = (usize, UnitResult<'_>)> {
    evaluation.listing.iter().filter_map(|at| Some((*at as usize, evaluation.units.get(*at as usize)?)))
}

/// The names of a unit and its class.
pub fn names_of(case: &Case, at: usize) -> (&str, &str) {
    let Some(unit) = case.data().units.get(at) else { return ("", "") };
    let class = case.data().classes.iter().find(|class| class.id == unit.class);
    (case.lang.pick(&unit.name), class.map_or(unit.class.as_str(), |class| case.lang.pick(&class.name)))
}

fn rules_of(case: &Case, unit: UnitResult) -> String {
    let names = Names::new(&case.scheme, case.data(), case.lang);
    let rule = |firing: &Firing| match firing.outcome {
        Outcome::Fired => names.rule(&firing.rule).to_owned(),
        open => twin::open_rule(case.lang, names.rule(&firing.rule), open),
    };
    let rules: Vec<String> = unit.firings.iter().map(rule).collect();
    rules.join(twin::twin(case.lang).semicolon)
}

fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn write(table: &mut csv::Writer<Vec<u8>>, cells: impl Iterator<Item = String>) -> bool {
    table.write_record(cells).is_ok()
}

/// At most six decimals, none that are 0; never -0.
fn number(value: f64) -> String {
    let text = format!("{:.6}", value + 0.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text that no spreadsheet takes for a formula; numbers stay as they are.
fn inert(cell: &str) -> String {
    let looks_like_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if looks_like_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_six_decimals_at_most() {
        assert_eq!([100.0, 0.1 + 0.2, -1e-9, 1234567.25].map(number), ["100", "0.3", "0", "1234567.25"]);
    }

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(inert("-3.5"), "-3.5");
        assert_eq!(inert("财政局"), "财政局");
    }
}
