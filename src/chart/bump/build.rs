//! From the evaluations of several years to places over the years.

use super::{Bump, IN_FRONT, Line};
use crate::{
    chart::{
        catalogue::{ChartView, Ground},
        cited::Sources,
        evaluated::{self, Stand},
    },
    domain::{Evaluation, RankWithin, Scheme, Standing, Text, UnitId},
    scoring::Table,
};

/// At most so many units are drawn, those in front first.
const MOST_LINES: usize = 120;

/// So many units are in front where none was chosen: the best of the last year.
const BEST: usize = 3;

/// The places over the years of a view: its unit and the one beside it among those that they are ranked with.
pub fn on_ground(ground: &Ground, view: &ChartView) -> Bump {
    let Ground { table, scheme, .. } = *ground;
    let years = table.years().iter().filter(|year| view.span.is_none_or(|span| span.holds(**year)));
    let evaluations: Vec<Evaluation> = years.map(|year| (ground.evaluate)(scheme, *year)).collect();
    let chosen: Vec<UnitId> = view.unit.iter().chain(&view.other_unit).cloned().collect();
    let among = view.unit.clone().unwrap_or_else(|| UnitId::from(""));
    of_years(table, scheme, &evaluations, &among, &chosen)
}

/// The places over the years of a unit and those that it is ranked among; the chosen ones among them are in front, or
/// the best of the last year where none is chosen.
pub fn of_years(
    table: &Table,
    scheme: &Scheme,
    evaluations: &[Evaluation],
    among: &UnitId,
    chosen: &[UnitId],
) -> Bump {
    let data = table.data();
    let peers = evaluated::peers(table, scheme, among);
    let evaluations = with_places(evaluations, &peers);
    let line = |at: usize| {
        let unit = data.units.get(at)?;
        let points = evaluations.iter().map(|evaluation| {
            let result = evaluation.units.get(at);
            (Stand::of(scheme, result), result.and_then(evaluated::total))
        });
        let front = chosen.contains(&unit.id);
        Some(Line { unit: unit.id.clone(), name: unit.name.clone(), front, points: points.collect() })
    };
    let mut lines: Vec<Line> = peers.into_iter().filter_map(line).collect();
    let last = |line: &Line| line.points.last().and_then(|(stand, _)| stand.place()).unwrap_or(f64::MAX);
    let chosen_at = |line: &Line| chosen.iter().position(|id| *id == line.unit).unwrap_or(usize::MAX);
    lines.sort_by(|a, b| chosen_at(a).cmp(&chosen_at(b)).then(last(a).total_cmp(&last(b))));
    if !lines.iter().any(|line| line.front) {
        lines.iter_mut().take(BEST).for_each(|line| line.front = true);
    }
    lines.iter_mut().skip(IN_FRONT).for_each(|line| line.front = false);
    let left_out = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    let own = table.unit_index(among).and_then(|at| data.units.get(at));
    let class = data.classes.iter().find(|class| own.is_some_and(|own| own.class == class.id));
    let apart = scheme.rank_within == RankWithin::Class && data.classes.len() > 1;
    Bump {
        class: class.filter(|_| apart).map_or_else(Text::default, |class| class.name.clone()),
        years: evaluations.iter().map(|evaluation| evaluation.year).collect(),
        lines,
        left_out,
        method: evaluated::method(scheme),
        sources: Sources::of(data),
    }
}

/// The evaluations from the first year in which one of these units has a place or a veto to the last.
fn with_places<'e>(evaluations: &'e [Evaluation], units: &[usize]) -> &'e [Evaluation] {
    let stands = |evaluation: &Evaluation| {
        let rated = |at: &usize| {
            evaluation.units.get(*at).is_some_and(|result| result.standing != Standing::NotRated)
        };
        units.iter().any(rated)
    };
    let (first, last) = (evaluations.iter().position(stands), evaluations.iter().rposition(stands));
    first.zip(last).and_then(|(first, last)| evaluations.get(first..=last)).unwrap_or_default()
}
