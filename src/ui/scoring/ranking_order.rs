//! In which order the ranking lists units: by place or by another column, within classes, and only those searched for.

use std::cmp::Ordering;

use crate::{
    domain::{ClassId, RankWithin, Standing, UnitResult},
    i18n::Lang,
    ui::evaluated::Evaluated,
};

/// A column to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// By place, the scheme's own order.
    #[default]
    Place,
    /// By name.
    Unit,
    /// By the marks of the n-th first-level criterion.
    Criterion(usize),
    /// By score.
    Score,
    /// By grade.
    Grade,
    /// By change of place against last year.
    Change,
}

/// A column and a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the largest, latest or best.
    pub descending: bool,
}

impl Order {
    /// The order after a click on a column's header: the other direction of the same one, or a new one as it is
    /// mostly wanted.
    pub fn clicked(self, column: Column) -> Self {
        let largest_first = matches!(column, Column::Score | Column::Criterion(_) | Column::Change);
        let turned = self.column == column && !matches!(column, Column::Criterion(_));
        let descending = if turned { !self.descending } else { largest_first };
        Self { column, descending }
    }
}

/// A line of the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a class with the number of its units that are listed.
    Class(ClassId, usize),
    /// A unit, by its place in the data set.
    Unit(usize),
}

/// The lines of the ranking, top to bottom.
pub fn lines(evaluated: &Evaluated, order: Order, search: &str, lang: Lang) -> Vec<Line> {
    let data = evaluated.inputs.table.data();
    let wanted = search.trim().to_lowercase();
    let found = |unit: usize| {
        let name = data.units.get(unit).map(|unit| &unit.name);
        wanted.is_empty()
            || name.is_some_and(|n| {
                n.zh.to_lowercase().contains(&wanted) || n.en.to_lowercase().contains(&wanted)
            })
    };
    let listing = &evaluated.now.listing;
    let mut units: Vec<usize> =
        listing.iter().map(|unit| *unit as usize).filter(|unit| found(*unit)).collect();
    sort(&mut units, evaluated, order, lang);
    if !is_grouped(evaluated) {
        return units.into_iter().map(Line::Unit).collect();
    }
    data.classes
        .iter()
        .flat_map(|class| {
            let of_class = |unit: &&usize| data.units.get(**unit).is_some_and(|u| u.class == class.id);
            let units: Vec<usize> = units.iter().filter(of_class).copied().collect();
            let head = (!units.is_empty()).then(|| Line::Class(class.id.clone(), units.len()));
            head.into_iter().chain(units.into_iter().map(Line::Unit))
        })
        .collect()
}

/// Units are ranked within classes and there is more than one class with units.
fn is_grouped(evaluated: &Evaluated) -> bool {
    let data = evaluated.inputs.table.data();
    let first = data.units.first().map(|unit| &unit.class);
    evaluated.inputs.scheme.rank_within == RankWithin::Class
        && data.units.iter().any(|unit| Some(&unit.class) != first)
}

fn sort(units: &mut [usize], evaluated: &Evaluated, order: Order, lang: Lang) {
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
        let by_column = compare(a, b, evaluated, order.column, lang);
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
fn compare(a: usize, b: usize, evaluated: &Evaluated, column: Column, lang: Lang) -> Option<Ordering> {
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
        Column::Grade => by(&|unit| result(unit).and_then(|r| r.grade).map_or(f64::MAX, f64::from)),
        Column::Change => by(&|unit| places_risen(evaluated, unit).unwrap_or_default()),
    })
}

/// How many places a unit has risen against the year before; `None` where it was not ranked in both years.
pub fn places_risen(evaluated: &Evaluated, unit: usize) -> Option<f64> {
    let place = |result: &UnitResult| match result.standing {
        Standing::Ranked { place } => Some(place),
        _ => None,
    };
    Some(evaluated.before_of(unit).and_then(place)? - evaluated.now.units.get(unit).and_then(place)?)
}
