//! What would change: the marks to the next place, and the effect of full marks on one leaf.

use crate::{
    domain::{Aggregate, Body, Criterion, CriterionId, Standing},
    ui::evaluated::Evaluated,
};

/// The next place up and the marks that are missing to it; `None` for the first and for units without a place.
pub fn next_place(evaluated: &Evaluated, unit: usize) -> Option<(f64, f64)> {
    let own = evaluated.now.units.get(unit)?;
    let (Standing::Ranked { place }, Some(total)) = (own.standing, own.total) else { return None };
    let better = evaluated.rivals(unit).filter_map(|rival| match rival.standing {
        Standing::Ranked { place: theirs } if theirs < place => Some((theirs, rival.total? - total)),
        _ => None,
    });
    let next = better.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (next.1 > 0.0).then_some(next)
}

/// The place that a unit would have with so many more marks, all else equal; `None` where it has no place.
pub fn place_with(evaluated: &Evaluated, unit: usize, gain: f64) -> Option<(f64, bool)> {
    let own = evaluated.now.units.get(unit)?;
    let (Standing::Ranked { place }, Some(total)) = (own.standing, own.total) else { return None };
    let ahead = |more: f64| {
        let better = |rival: &crate::domain::UnitResult| {
            matches!(rival.standing, Standing::Ranked { .. }) && rival.total.is_some_and(|t| t > total + more)
        };
        evaluated.rivals(unit).filter(better).count()
    };
    let risen = ahead(0.0) - ahead(gain).min(ahead(0.0));
    Some((place - risen as f64, risen > 0))
}

/// All nodes above a criterion combine by sums, so that its marks add up to the total's.
pub fn adds_up(criteria: &[Criterion], above: Aggregate, id: &CriterionId) -> Option<bool> {
    criteria.iter().find_map(|criterion| {
        if &criterion.id == id {
            return Some(matches!(above, Aggregate::Arithmetic | Aggregate::Sum));
        }
        match &criterion.body {
            Body::Leaf(_) => None,
            Body::Node { aggregate, children } => adds_up(children, *aggregate, id)
                .map(|below| below && matches!(above, Aggregate::Arithmetic | Aggregate::Sum)),
        }
    })
}
