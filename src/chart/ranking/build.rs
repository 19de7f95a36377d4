//! From an evaluation to a ranking.

use super::{Criterion, Facts, Group, Ranking, Row};
use crate::{
    chart::{
        catalogue::Ground,
        cited::Sources,
        evaluated::{self, Stand},
    },
    domain::{ClassId, GradeId, Role, Standing, UnitResult},
    scoring,
};

/// At most about so many rows are drawn; of longer lists the first and the last.
const MOST_ROWS: usize = 200;

/// The ranking of a class, or of all units.
pub fn of_evaluation(ground: &Ground, class: Option<&ClassId>) -> Ranking {
    let Ground { table, scheme, evaluation, .. } = *ground;
    let data = table.data();
    let first_level = evaluation.criteria.iter().filter(|column| column.depth == 0);
    let counted = first_level.zip(&scheme.criteria).enumerate();
    let counted: Vec<_> = counted.filter(|(_, (_, of))| of.role != Role::Reported).collect();
    let listed = evaluation.listing.iter().map(|at| *at as usize);
    let mut members: Vec<(Option<&ClassId>, Vec<usize>)> = Vec::new();
    for at in listed {
        let Some(unit) = data.units.get(at).filter(|unit| class.is_none_or(|class| unit.class == *class))
        else {
            continue;
        };
        let of = ground.ranks_apart().then_some(&unit.class);
        match members.iter_mut().find(|(known, _)| *known == of) {
            Some((_, units)) => units.push(at),
            None => members.push((of, vec![at])),
        }
    }
    let row = |at: usize| -> Option<Row> {
        let (unit, result) = (data.units.get(at)?, evaluation.units.get(at)?);
        let marks = |column: &[f64]| column.get(at).copied().filter(|marks| marks.is_finite()).unwrap_or(0.0);
        let grade = result.grade.and_then(|grade| scheme.grades.get(grade as usize));
        Some(Row {
            unit: unit.id.clone(),
            name: unit.name.clone(),
            stand: Stand::of(scheme, Some(result)),
            total: result.total,
            bounds: result.bounds,
            grade: grade.map(|grade| grade.name.clone()),
            parts: counted
                .iter()
                .map(|(_, (column, _))| (marks(&column.marks), marks(&column.marks_possible)))
                .collect(),
        })
    };
    let most = (MOST_ROWS / members.len().max(1)).max(8);
    let groups = members.iter().map(|(of, units)| {
        let gap = gap(units.len(), most);
        let shown = units.iter().enumerate().filter(|(nth, _)| *nth < gap.0 || *nth >= gap.0 + gap.1);
        let only = data.classes.first().filter(|_| data.classes.len() == 1).map(|class| &class.id);
        let of = class.or(*of).or(only);
        let name = of.and_then(|of| data.classes.iter().find(|class| class.id == *of));
        let bands = of.map_or(&scheme.bands[..], |class| scoring::bands(scheme, class));
        let grade_name =
            |id: &GradeId| scheme.grades.iter().find(|grade| grade.id == *id).map(|of| of.name.clone());
        Group {
            name: name.map_or(&data.name, |class| &class.name).clone(),
            bands: bands
                .iter()
                .filter_map(|band| Some((grade_name(&band.grade)?, band.from)))
                .filter(|(_, from)| from.is_finite() && *from > 0.0)
                .collect(),
            rows: shown.filter_map(|(_, at)| row(*at)).collect(),
            gap,
            facts: facts(ground, units),
        }
    });
    let criterion = |(place, (_, of)): &(usize, (_, &crate::domain::Criterion))| Criterion {
        id: of.id.clone(),
        name: of.name.clone(),
        place: *place,
    };
    Ranking {
        year: evaluation.year,
        full_marks: if scheme.full_marks.is_finite() { scheme.full_marks.max(0.0) } else { 0.0 },
        criteria: counted.iter().map(criterion).collect(),
        groups: groups.collect(),
        opened: ground.opened.cloned(),
        method: evaluated::method(scheme),
        sources: Sources::of(data),
    }
}

/// Behind which row units are left out, and how many: of a long list the last quarter of the rows shows its end.
fn gap(units: usize, most: usize) -> (usize, usize) {
    if units <= most { (units, 0) } else { (most - most / 4, units - most) }
}

fn facts(ground: &Ground, units: &[usize]) -> Facts {
    let results = || units.iter().filter_map(|at| Some((*at, ground.evaluation.units.get(*at)?)));
    let ranked = || results().filter(|(_, result)| matches!(result.standing, Standing::Ranked { .. }));
    let named =
        |(at, result): (usize, UnitResult)| Some((ground.table.unit(at)?.name.clone(), result.total?));
    let count = |is: fn(Standing) -> bool| results().filter(|(_, result)| is(result.standing)).count();
    Facts {
        first: ranked().next().and_then(named),
        last: ranked().next_back().and_then(named),
        ranked: ranked().count(),
        not_rated: count(|standing| standing == Standing::NotRated),
        vetoed: count(|standing| matches!(standing, Standing::Vetoed { .. })),
    }
}
