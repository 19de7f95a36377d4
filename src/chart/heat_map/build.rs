//! From an evaluation to a heat map.

use super::{Group, HeatMap, Kind, Row};
use crate::{
    chart::{
        cited::Sources,
        evaluated::{self, Stand},
    },
    domain::{Evaluation, RankWithin, Scheme, Text},
    scoring::Table,
};

/// More rows than this are not read but counted.
const MOST_ROWS: usize = 300;

/// The heat map of an evaluation: the units chosen, by their places in the data set, or all where none is.
pub fn of_evaluation(table: &Table, scheme: &Scheme, evaluation: &Evaluation, chosen: &[usize]) -> HeatMap {
    let data = table.data();
    let criteria = evaluated::first_level(scheme, evaluation);
    let listed: Vec<usize> = evaluation
        .listing
        .iter()
        .map(|unit| *unit as usize)
        .filter(|unit| chosen.is_empty() || chosen.contains(unit))
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    for &at in listed.iter().take(MOST_ROWS) {
        let (Some(unit), result) = (data.units.get(at), evaluation.units.get(at)) else { continue };
        let stand = Stand::of(scheme, result);
        let kind = match &stand {
            Stand::Ranked(_) if scheme.rank_within == RankWithin::All || data.classes.len() < 2 => {
                Kind::Ranked
            }
            Stand::Ranked(_) => {
                let class = data.classes.iter().find(|class| class.id == unit.class);
                Kind::Class(class.map_or_else(Text::default, |class| class.name.clone()))
            }
            Stand::Vetoed(_) => Kind::Vetoed,
            Stand::NotRated | Stand::Absent => Kind::NotRated,
        };
        let row = Row {
            unit: unit.id.clone(),
            name: unit.name.clone(),
            stand,
            total: result.and_then(evaluated::total),
            shares: criteria.iter().map(|of| evaluated::share(evaluation, of, at)).collect(),
        };
        match groups.last_mut() {
            Some(group) if group.kind == kind => group.rows.push(row),
            _ => groups.push(Group { kind, rows: vec![row] }),
        }
    }
    HeatMap {
        year: evaluation.year,
        criteria,
        groups,
        left_out: listed.len().saturating_sub(MOST_ROWS),
        method: evaluated::method(scheme),
        sources: Sources::of(data),
    }
}
