//! From an evaluation to the distribution of its scores.

use super::{Distribution, MOST_DOTS, Score};
use crate::{
    chart::{catalogue::Ground, cited::Sources, evaluated},
    domain::{ClassId, GradeId, Standing, Text, UnitResult},
    scoring,
};

/// The distribution of the scores of a class, or of all units. Bands are those of the class.
pub fn of_evaluation(ground: &Ground, class: Option<&ClassId>) -> Distribution {
    let Ground { table, scheme, evaluation, .. } = *ground;
    let data = table.data();
    let of_class =
        |(_, unit): &(UnitResult, &crate::domain::Unit)| class.is_none_or(|class| unit.class == *class);
    let results = || evaluation.units.iter().zip(&data.units).filter(of_class);
    let total = |result: UnitResult| evaluated::total(result).filter(|total| total.is_finite());
    let count = results().filter(|(result, _)| total(*result).is_some()).count();
    let score = |(result, unit): (UnitResult, &crate::domain::Unit)| {
        Some(Score {
            total: total(result)?,
            vetoed: matches!(result.standing, Standing::Vetoed { .. }),
            unit: (count <= MOST_DOTS).then(|| (unit.id.clone(), unit.name.clone())),
        })
    };
    let mut scores: Vec<Score> = results().filter_map(score).collect();
    scores.sort_by(|a, b| a.total.total_cmp(&b.total));
    let of = class.and_then(|class| data.classes.iter().find(|known| known.id == *class));
    let only = data.classes.first().filter(|_| data.classes.len() == 1);
    let bands = match of.or(only) {
        Some(class) => scoring::bands(scheme, &class.id),
        None => &scheme.bands,
    };
    let name =
        |id: &GradeId| scheme.grades.iter().find(|grade| grade.id == *id).map(|grade| grade.name.clone());
    let given = |nth: usize| results().filter(|(result, _)| result.grade == Some(nth as u32)).count();
    Distribution {
        year: evaluation.year,
        of: of.map(|class| class.name.clone()).unwrap_or_default(),
        full_marks: if scheme.full_marks.is_finite() { scheme.full_marks.max(0.0) } else { 0.0 },
        bands: bands
            .iter()
            .filter_map(|band| Some((name(&band.grade)?, band.from)))
            .filter(|(_, from)| from.is_finite())
            .collect(),
        below: scheme.grades.last().map_or_else(Text::default, |grade| grade.name.clone()),
        grades: scheme
            .grades
            .iter()
            .enumerate()
            .map(|(nth, grade)| (grade.name.clone(), given(nth)))
            .collect(),
        not_rated: results().count() - count,
        scores,
        opened: ground.opened.cloned(),
        method: evaluated::method(scheme),
        sources: Sources::of(data),
    }
}
