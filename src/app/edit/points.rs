//! Changes of criteria and bands: points, score functions, the marks from which a grade is given.

use std::collections::BTreeSet;

use crate::domain::{Body, Criterion, CriterionId, Scheme, ScoreFunction};

/// The criterion of this id, at any depth.
pub fn criterion<'a>(criteria: &'a [Criterion], id: &CriterionId) -> Option<&'a Criterion> {
    criteria.iter().find_map(|c| if &c.id == id { Some(c) } else { criterion(c.children(), id) })
}

/// The scheme with other points for one criterion.
pub fn with_points(scheme: &Scheme, id: &CriterionId, points: f64) -> Option<Scheme> {
    if !points.is_finite() || points < 0.0 {
        return None;
    }
    let mut scheme = scheme.clone();
    criterion_mut(&mut scheme.criteria, id)?.points = points;
    Some(scheme)
}

/// The scheme with another score function for one leaf.
pub fn with_function(scheme: &Scheme, id: &CriterionId, function: ScoreFunction) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    match &mut criterion_mut(&mut scheme.criteria, id)?.body {
        Body::Leaf(leaf) => leaf.function = function,
        Body::Node { .. } => return None,
    }
    Some(scheme)
}

/// The scheme where the n-th band's grade is given from so many marks on; bands stay in order, best first.
pub fn with_band(scheme: &Scheme, nth: usize, from: f64) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    let above =
        nth.checked_sub(1).and_then(|above| scheme.bands.get(above)).map_or(f64::MAX, |band| band.from);
    let below = scheme.bands.get(nth + 1).map(|band| band.from);
    if !(0.0..above).contains(&from) || below.is_some_and(|below| from <= below) {
        return None;
    }
    scheme.bands.get_mut(nth)?.from = from;
    Some(scheme)
}

/// The scheme where all children of a criterion (of the first level where `None`) have the same points; their sum
/// stays, or becomes the parent's points (full marks) where it was 0. Locked ones keep theirs, and the others share
/// the rest.
pub fn split_equally(
    scheme: &Scheme,
    parent: Option<&CriterionId>,
    locked: &BTreeSet<CriterionId>,
) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    let (whole, children) = match parent {
        None => (scheme.full_marks, &mut scheme.criteria),
        Some(id) => {
            let node = criterion_mut(&mut scheme.criteria, id)?;
            match &mut node.body {
                Body::Node { children, .. } => (node.points, children),
                Body::Leaf(_) => return None,
            }
        }
    };
    let (free, kept) = free_and_kept(children, locked);
    let sum = kept + free.iter().map(|c| c.points).sum::<f64>();
    let whole = if sum > 0.0 { sum } else { whole };
    let each = (whole - kept).max(0.0) / free.len().max(1) as f64;
    free.into_iter().for_each(|c| c.points = each);
    Some(scheme)
}

/// The siblings that count and are not locked, and the sum of the locked ones.
fn free_and_kept<'a>(
    siblings: &'a mut [Criterion],
    locked: &BTreeSet<CriterionId>,
) -> (Vec<&'a mut Criterion>, f64) {
    let counted = siblings.iter_mut().filter(|c| c.role.is_counted());
    let (kept, free): (Vec<_>, Vec<_>) = counted.partition(|c| locked.contains(&c.id));
    (free, kept.iter().map(|c| c.points).sum())
}

/// The scheme with the points that another version of it has; criteria that only one of them has stay as they are.
pub fn with_points_of(scheme: &Scheme, original: &Scheme) -> Scheme {
    fn reset(criteria: &mut [Criterion], original: &[Criterion]) {
        for c in criteria {
            if let Some(o) = criterion(original, &c.id) {
                c.points = o.points;
            }
            if let Body::Node { children, .. } = &mut c.body {
                reset(children, original);
            }
        }
    }
    let mut scheme = scheme.clone();
    reset(&mut scheme.criteria, &original.criteria);
    scheme
}

/// The scheme whose first level sums to full marks and whose children sum to their parent's points, in the same
/// proportions. Children whose points are all 0 stay so; locked ones keep theirs, and where they have more than the
/// whole, so do their siblings.
pub fn normalise(scheme: &Scheme, locked: &BTreeSet<CriterionId>) -> Scheme {
    fn scale(children: &mut [Criterion], whole: f64, locked: &BTreeSet<CriterionId>) {
        let (free, kept) = free_and_kept(children, locked);
        let (sum, wanted) = (free.iter().map(|c| c.points).sum::<f64>(), whole - kept);
        if sum > 0.0 && wanted >= 0.0 && sum != wanted {
            free.into_iter().for_each(|c| c.points *= wanted / sum);
        }
        for child in children {
            let points = child.points;
            if let Body::Node { children, .. } = &mut child.body {
                scale(children, points, locked);
            }
        }
    }
    let mut scheme = scheme.clone();
    let full = scheme.full_marks;
    scale(&mut scheme.criteria, full, locked);
    scheme
}

/// The criterion of an id among those that it stands with.
pub(super) fn siblings_mut<'a>(
    criteria: &'a mut [Criterion],
    id: &CriterionId,
) -> Option<&'a mut [Criterion]> {
    if criteria.iter().any(|c| &c.id == id) {
        return Some(criteria);
    }
    criteria.iter_mut().find_map(|c| match &mut c.body {
        Body::Node { children, .. } => siblings_mut(children, id),
        Body::Leaf(_) => None,
    })
}

pub(super) fn criterion_mut<'a>(
    criteria: &'a mut [Criterion],
    id: &CriterionId,
) -> Option<&'a mut Criterion> {
    for c in criteria {
        if &c.id == id {
            return Some(c);
        }
        if let Body::Node { children, .. } = &mut c.body
            && let Some(found) = criterion_mut(children, id)
        {
            return Some(found);
        }
    }
    None
}
