//! Which units the ranking lists, in which order and under which headings.

use std::cmp::Ordering;

use super::row_model::waiting;
use crate::{
    app::{Column, Group, Only, Order, RankingView},
    domain::{ClassId, Evaluation, RankWithin, Standing, UnitResult},
    i18n::Lang,
    ui::evaluated::Evaluated,
};

/// A line of the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading with the number of the units that are listed under it.
    Head(Head, usize),
    /// A unit, by its place in the data set.
    Unit(usize),
}

/// What units stand under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// A class.
    Class(ClassId),
    /// A grade; `None` for units that are not rated.
    Grade(Option<u32>),
}

/// The lines of the ranking, top to bottom. `initials` are those of each unit's name, empty where nobody asked; `against` is
/// what the change of place is against.
pub fn lines(
    evaluated: &Evaluated,
    view: &RankingView,
    initials: &[String],
    against: Option<&Evaluation>,
    lang: Lang,
) -> Vec<Line> {
    let listing = evaluated.now.listing.iter().map(|unit| *unit as usize);
    let mut units: Vec<usize> = listing
        .filter(|unit| listed(evaluated, view, *unit) && found(evaluated, view, initials, *unit))
        .collect();
    let ranked = if ranked_in_classes(evaluated) { Group::Class } else { Group::Nothing };
    let group = view.group.unwrap_or(ranked);
    // Places of different classes say nothing side by side.
    let apart = ranked == Group::Class && group != Group::Class && view.order.column == Column::Place;
    let order =
        if apart { Order { column: Column::Score, descending: !view.order.descending } } else { view.order };
    sort(&mut units, evaluated, order, against, lang);
    let heads: Vec<Head> = match group {
        Group::Nothing => return units.into_iter().map(Line::Unit).collect(),
        Group::Class => {
            let classes = &evaluated.inputs.table.data().classes;
            classes.iter().map(|class| Head::Class(class.id.clone())).collect()
        }
        Group::Grade => {
            let grades = evaluated.inputs.scheme.grades.len() as u32;
            (0..grades).map(Some).chain([None]).map(Head::Grade).collect()
        }
    };
    heads.into_iter().flat_map(|head| under(evaluated, head, &units)).collect()
}

/// A heading and the units that stand under it; nothing where none does.
fn under(evaluated: &Evaluated, head: Head, units: &[usize]) -> Vec<Line> {
    let belongs = |unit: &usize| match &head {
        Head::Class(id) => class_of(evaluated, *unit) == Some(id),
        Head::Grade(grade) => evaluated.now.units.get(*unit).is_some_and(|result| result.grade == *grade),
    };
    let units: Vec<usize> = units.iter().copied().filter(belongs).collect();
    if units.is_empty() {
        return Vec::new();
    }
    let head = Line::Head(head, units.len());
    [head].into_iter().chain(units.into_iter().map(Line::Unit)).collect()
}

fn class_of(evaluated: &Evaluated, unit: usize) -> Option<&ClassId> {
    evaluated.inputs.table.data().units.get(unit).map(|unit| &unit.class)
}

fn listed(evaluated: &Evaluated, view: &RankingView, unit: usize) -> bool {
    let Some(result) = evaluated.now.units.get(unit) else { return false };
    match &view.only {
        Only::All => true,
        Only::Vetoed => matches!(result.standing, Standing::Vetoed { .. }),
        Only::Waiting => waiting(result) != (0, 0),
        Only::Missing => result.coverage < 0.9995,
        Only::Class(id) => class_of(evaluated, unit) == Some(id),
        Only::Grade(grade) => result.grade == Some(*grade),
    }
}

fn found(evaluated: &Evaluated, view: &RankingView, initials: &[String], unit: usize) -> bool {
    let wanted = view.search.trim().to_lowercase();
    if wanted.is_empty() {
        return true;
    }
    let name = evaluated.inputs.table.data().units.get(unit).map(|unit| &unit.name);
    let has = |name: &str| name.to_lowercase().contains(&wanted);
    name.is_some_and(|name| has(&name.zh) || has(&name.en))
        || initials.get(unit).is_some_and(|i| i.contains(&wanted))
}

/// Units are ranked within classes and there is more than one class with units.
fn ranked_in_classes(evaluated: &Evaluated) -> bool {
    let units = &evaluated.inputs.table.data().units;
    let first = units.first().map(|unit| &unit.class);
    evaluated.inputs.scheme.rank_within == RankWithin::Class
        && units.iter().any(|unit| Some(&unit.class) != first)
}

fn sort(units: &mut [usize], evaluated: &Evaluated, order: Order, against: Option<&Evaluation>, lang: Lang) {
    if order == Order::default() {
        return;
    }
    let mut places = vec![usize::MAX; evaluated.now.units.len()];
    for (place, unit) in evaluated.now.listing.iter().enumerate() {
        if let Some(slot) = places.get_mut(*unit as usize) {
            *slot = place;
        }
    }
    let place = |unit: usize| places.get(unit).copied().unwrap_or(usize::MAX);
    units.sort_by(|&a, &b| {
        let by_column = compare((a, b), evaluated, order.column, against, lang);
        let by_column = by_column.unwrap_or_else(|| place(a).cmp(&place(b)));
        let directed = if order.descending { by_column.reverse() } else { by_column };
        let apart = if order.column == Column::Unit {
            Ordering::Equal
        } else {
            part(a, evaluated).cmp(&part(b, evaluated))
        };
        apart.then(directed).then(place(a).cmp(&place(b)))
    });
}

/// Ranked units stand before those not rated, and vetoed ones last, whatever the column.
fn part(unit: usize, evaluated: &Evaluated) -> u8 {
    match evaluated.now.units.get(unit).map(|result| result.standing) {
        Some(Standing::Ranked { .. }) => 0,
        Some(Standing::NotRated) | None => 1,
        Some(Standing::Vetoed { .. }) => 2,
    }
}

/// By a column, the least first; `None` where the column is the listing itself.
fn compare(
    (a, b): (usize, usize),
    evaluated: &Evaluated,
    column: Column,
    against: Option<&Evaluation>,
    lang: Lang,
) -> Option<Ordering> {
    let result = |unit: usize| evaluated.now.units.get(unit);
    let by = |value: &dyn Fn(usize) -> f64| value(a).total_cmp(&value(b));
    Some(match column {
        Column::Place => return None,
        Column::Unit => {
            let name =
                |unit: usize| evaluated.inputs.table.data().units.get(unit).map(|u| lang.pick(&u.name));
            name(a).cmp(&name(b))
        }
        Column::Criterion(nth) => {
            let column = evaluated.now.criteria.iter().filter(|c| c.depth == 0).nth(nth);
            by(&|unit| column.and_then(|c| c.marks.get(unit)).copied().unwrap_or_default())
        }
        Column::Score => by(&|unit| result(unit).and_then(|r| r.total).unwrap_or(-1.0)),
        Column::Coverage => by(&|unit| result(unit).map_or(0.0, |r| r.coverage)),
        Column::Grade => by(&|unit| result(unit).and_then(|r| r.grade).map_or(f64::MAX, f64::from)),
        Column::Change => by(&|unit| places_risen(evaluated, against, unit).unwrap_or_default()),
    })
}

/// How many places a unit has risen against another evaluation; `None` where it is not ranked in both.
pub fn places_risen(evaluated: &Evaluated, against: Option<&Evaluation>, unit: usize) -> Option<f64> {
    let place = |result: UnitResult| match result.standing {
        Standing::Ranked { place } => Some(place),
        _ => None,
    };
    Some(against?.units.get(unit).and_then(place)? - evaluated.now.units.get(unit).and_then(place)?)
}
