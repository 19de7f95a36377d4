//! From two evaluations to a slope graph.

use super::{At, End, Line, Panel, Slope};
use crate::{
    chart::{
        catalogue::{ChartView, Ground},
        cited::Sources,
        evaluated::{self, Stand},
    },
    domain::{ClassId, RankWithin, Scheme, Text, Unit, UnitId, Year},
    i18n::{
        Lang,
        texts::{catalogue, compare, place_charts},
    },
    scoring::Side,
};

/// A panel shows at most so many units, those that moved most.
const MOST_LINES: usize = 120;

/// So many that rose most and so many that fell most are brought to the front where none was chosen.
const MOVERS: usize = 3;

/// The slope graph of a view: under a scheme and under the present one where the view has one, else from the earlier of
/// two years to the later. Without panels where there is neither.
pub fn on_ground(ground: &Ground, view: &ChartView) -> Slope {
    let Ground { table, scheme, evaluation, .. } = *ground;
    let present = Side { table, scheme, evaluation };
    let marked: Vec<UnitId> = view.other_unit.iter().cloned().collect();
    if let Some(variant) = view.scheme.as_deref().and_then(|id| ground.variant(id)) {
        let other = (ground.evaluate)(variant, evaluation.year);
        let before = Side { table, scheme: variant, evaluation: &other };
        return of_sides(before, present, named(variant, scheme), &marked);
    }
    let Some(year) = view.other_year else {
        return Slope { panels: Vec::new(), ..of_sides(present, present, Default::default(), &[]) };
    };
    let other = (ground.evaluate)(scheme, year);
    let other = Side { table, scheme, evaluation: &other };
    let (before, after) = if year < evaluation.year { (other, present) } else { (present, other) };
    let name = |year: Year| Text::new(catalogue::year(Lang::Zh, year), catalogue::year(Lang::En, year));
    let names = (name(before.evaluation.year), name(after.evaluation.year));
    of_sides(before, after, names, &marked)
}

/// The names of two schemes that are compared; words for both where they have one name.
pub fn named(before: &Scheme, after: &Scheme) -> (Text, Text) {
    if before.name != after.name {
        return (before.name.clone(), after.name.clone());
    }
    let (zh, en) = (compare::compare(Lang::Zh), compare::compare(Lang::En));
    (Text::new(zh.left, en.left), Text::new(zh.right, en.right))
}

/// The slope graph from one evaluation to another, each with its name. The chosen units are in front, or those that
/// moved most where none is chosen.
pub fn of_sides(before: Side, after: Side, (first, second): (Text, Text), chosen: &[UnitId]) -> Slope {
    let mut panels: Vec<(Option<&ClassId>, Panel)> = Vec::new();
    let apart =
        before.scheme.rank_within == RankWithin::Class || after.scheme.rank_within == RankWithin::Class;
    let gone = before.table.data().units.iter().filter(|unit| after.table.unit_index(&unit.id).is_none());
    for unit in after.table.data().units.iter().chain(gone) {
        let line = line(&before, &after, unit, chosen);
        let class = apart.then_some(&unit.class);
        match panels.iter_mut().find(|(of, _)| *of == class) {
            Some((_, panel)) => panel.lines.push(line),
            None => panels.push((class, Panel { lines: vec![line], ..Panel::default() })),
        }
    }
    let several = panels.len() > 1;
    let classes = || after.table.data().classes.iter().chain(&before.table.data().classes);
    let panels = panels.into_iter().map(|(class, mut panel)| {
        finish(&mut panel, !chosen.is_empty());
        let name = class.filter(|_| several).and_then(|id| classes().find(|class| class.id == *id));
        Panel { name: name.map(|class| class.name.clone()).unwrap_or_default(), ..panel }
    });
    Slope {
        panels: panels.collect(),
        method: methods(&before, &after, (&first, &second)),
        before: End { name: first, year: before.evaluation.year },
        after: End { name: second, year: after.evaluation.year },
        sources: Sources::of(after.table.data()),
    }
}

fn line(before: &Side, after: &Side, unit: &Unit, chosen: &[UnitId]) -> Line {
    let at = |side: &Side| {
        let result = side.table.unit_index(&unit.id).and_then(|at| side.evaluation.units.get(at));
        At { stand: Stand::of(side.scheme, result), total: result.and_then(evaluated::total) }
    };
    Line {
        unit: unit.id.clone(),
        name: unit.name.clone(),
        before: at(before),
        after: at(after),
        front: chosen.contains(&unit.id),
    }
}

/// Orders the lines by how far they moved, brings movers to the front, and counts what is too much.
fn finish(panel: &mut Panel, chosen: bool) {
    let moved = |line: &Line| line.risen().map_or(0.0, f64::abs);
    panel.lines.sort_by(|a, b| {
        b.front
            .cmp(&a.front)
            .then(b.newly_vetoed().cmp(&a.newly_vetoed()))
            .then(moved(b).total_cmp(&moved(a)))
    });
    panel.left_out = panel.lines.len().saturating_sub(MOST_LINES);
    panel.lines.truncate(MOST_LINES);
    if chosen {
        return;
    }
    let (mut up, mut down) = (0, 0);
    for line in &mut panel.lines {
        let risen = line.risen().unwrap_or(0.0);
        let count = if risen > 0.0 { &mut up } else { &mut down };
        line.front = line.newly_vetoed() || line.veto_lifted() || (risen != 0.0 && *count < MOVERS);
        if risen != 0.0 {
            *count += 1;
        }
    }
}

/// How both came about: once where it is the same.
fn methods(before: &Side, after: &Side, (first, second): (&Text, &Text)) -> Vec<Text> {
    let (old, new) = (evaluated::method(before.scheme), evaluated::method(after.scheme));
    if old == new {
        return vec![new];
    }
    let named = |name: &Text, method: &Text| {
        let of = |lang: Lang| place_charts::method_of(lang, lang.pick(name), lang.pick(method));
        Text::new(of(Lang::Zh), of(Lang::En))
    };
    vec![named(first, &old), named(second, &new)]
}
