//! From an evaluation to the steps of a unit's marks.

use super::{Cause, Step, Waterfall};
use crate::{
    chart::{
        catalogue::Ground,
        cited::Sources,
        evaluated::{self, Stand},
    },
    domain::{Criterion, Role, Text, UnitId},
    i18n::{Lang, texts::result_charts::ResultChartTexts, texts::result_charts::result_charts},
    scoring::{self, PartOf},
};

/// A change below this is a last digit of the machine's.
const NOTHING: f64 = 1e-9;

/// Where a unit's marks were lost; a chart without steps where the unit is unknown or has no score.
///
/// Worked example: of 40, 20 and 40 marks a unit has 36.6, 18 and 30, and a rule takes 2: 100 − 3.4 − 2 − 10 − 2 = 82.6.
pub fn of_unit(ground: &Ground, unit: Option<&UnitId>) -> Waterfall {
    let Ground { table, scheme, evaluation, .. } = *ground;
    let at = unit.and_then(|id| table.unit_index(id));
    let result = at.and_then(|at| evaluation.units.get(at));
    let grade = result.and_then(|result| result.grade).and_then(|grade| scheme.grades.get(grade as usize));
    let full_marks = if scheme.full_marks.is_finite() { scheme.full_marks.max(0.0) } else { 0.0 };
    let total = result.and_then(|result| result.total).filter(|total| total.is_finite());
    Waterfall {
        unit: unit.cloned().unwrap_or_else(|| "".into()),
        name: at.and_then(|at| table.unit(at)).map_or_else(Text::default, |unit| unit.name.clone()),
        year: evaluation.year,
        full_marks,
        steps: at.zip(total).map(|(at, total)| steps(ground, at, full_marks, total)).unwrap_or_default(),
        total,
        stand: Stand::of(scheme, result),
        grade: grade.map(|grade| grade.name.clone()),
        method: evaluated::method(scheme),
        sources: Sources::of(table.data()),
    }
}

/// The steps from full marks to the total of the `unit`-th unit.
fn steps(ground: &Ground, unit: usize, full_marks: f64, total: f64) -> Vec<Step> {
    let Ground { table, scheme, evaluation, .. } = *ground;
    let explanation = scoring::explain(table, scheme, evaluation, unit);
    let earned: f64 = explanation
        .parts
        .iter()
        .filter(|part| matches!(part.of, PartOf::Leaf(_)))
        .map(|part| part.marks)
        .sum();
    let mut steps = Steps { all: Vec::new(), now: full_marks };
    let first_level: Vec<(usize, &Criterion, (f64, f64))> = evaluation
        .criteria
        .iter()
        .filter(|column| column.depth == 0)
        .zip(&scheme.criteria)
        .enumerate()
        .map(|(place, (column, of))| {
            let marks = |column: &[f64]| column.get(unit).copied().filter(|marks| marks.is_finite());
            let marks = (marks(&column.marks).unwrap_or(0.0), marks(&column.marks_possible).unwrap_or(0.0));
            (place, of, marks)
        })
        .collect();
    let criterion = |(place, of, marks): &(usize, &Criterion, (f64, f64))| {
        let cause = Cause::Criterion { id: of.id.clone(), place: *place, marks: *marks };
        (cause, of.name.clone())
    };
    for of in first_level.iter().filter(|(_, of, _)| of.role.is_counted()) {
        let (cause, name) = criterion(of);
        steps.push(cause, name, of.2.0 - of.2.1);
    }
    let bonuses: Vec<_> =
        first_level.iter().filter(|(_, of, _)| matches!(of.role, Role::Bonus { .. })).collect();
    let on_top: f64 = bonuses.iter().map(|of| of.2.0).sum();
    let rest = earned - on_top - steps.now;
    steps.reckoning(rest, |texts| texts.missing_and_method);
    for of in bonuses {
        let (cause, name) = criterion(of);
        steps.push(cause, name, of.2.0);
    }
    for part in &explanation.parts {
        match &part.of {
            PartOf::Leaf(_) => {}
            PartOf::Rule(id) => {
                let rule = scheme.rules.iter().find(|rule| rule.id == *id);
                let name = rule.map_or_else(Text::default, |rule| rule.name.clone());
                steps.push(Cause::Rule, name, part.marks);
            }
            PartOf::Limit => steps.reckoning(part.marks, |texts| texts.limit),
            PartOf::EarlierYears => steps.reckoning(part.marks, |texts| texts.earlier_years),
            PartOf::Rounding => steps.reckoning(part.marks, |texts| texts.rounding),
        }
    }
    let rest = total - steps.now;
    steps.reckoning(rest, |texts| texts.rounding);
    // What is left is the sums' last digits.
    if let Some(last) = steps.all.last_mut() {
        last.to = total;
    }
    steps.all
}

/// Steps as they are added.
struct Steps {
    all: Vec<Step>,
    now: f64,
}

impl Steps {
    fn push(&mut self, cause: Cause, name: Text, change: f64) {
        let from = self.now;
        self.now += change;
        self.all.push(Step { cause, name, from, to: self.now });
    }

    /// A step of the way of reckoning, if it changes anything.
    fn reckoning(&mut self, change: f64, name: fn(&ResultChartTexts) -> &'static str) {
        if change.abs() > NOTHING {
            let name = Text::new(name(result_charts(Lang::Zh)), name(result_charts(Lang::En)));
            self.push(Cause::Reckoning, name, change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{seed_data_sets, seed_schemes};
    use crate::scoring::{Table, evaluate};

    /// For every data set and scheme of the seeds, every year and unit: each step begins where the one before ended, the
    /// first one at full marks, the last one ends at the total.
    #[test]
    fn steps_lead_from_full_marks_to_the_total_exactly() {
        let (mut seen, mut rules) = (0, 0);
        for data in seed_data_sets().unwrap() {
            let table = Table::new(data.clone());
            for scheme in seed_schemes().unwrap() {
                for &year in table.years() {
                    let evaluation = evaluate(&table, &scheme, year);
                    let ground = Ground {
                        table: &table,
                        scheme: &scheme,
                        evaluation: &evaluation,
                        opened: None,
                        schemes: &[],
                        evaluate: &|scheme, year| evaluate(&table, scheme, year),
                    };
                    for result in evaluation.units.iter().filter(|result| result.total.is_some()) {
                        let waterfall = of_unit(&ground, Some(result.unit));
                        let (first, last) =
                            (waterfall.steps.first().unwrap(), waterfall.steps.last().unwrap());
                        assert_eq!(first.from, scheme.full_marks);
                        assert_eq!(Some(last.to), result.total);
                        assert!(waterfall.steps.windows(2).all(|pair| pair[0].to == pair[1].from));
                        seen += 1;
                        rules += waterfall.steps.iter().filter(|step| step.cause == Cause::Rule).count();
                    }
                }
            }
        }
        assert!(seen > 100 && rules > 5, "{seen} {rules}");
    }
}
