//! Changes of the tree of criteria: added, grouped, moved, copied, taken away. Ids are made anew where they are taken.

use std::collections::BTreeSet;

use super::points::{criterion_mut, siblings_mut};
use crate::{
    app::Way,
    domain::{Aggregate, Body, Criterion, CriterionId, Role, Scheme, Text},
};

/// The scheme with a criterion as the last child of another (of the first level where `under` is `None`).
pub fn with_criterion(scheme: &Scheme, under: Option<&CriterionId>, mut new: Criterion) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    new.id = fresh(&ids(&scheme), new.id.as_str());
    let siblings = match under {
        None => &mut scheme.criteria,
        Some(id) => children_mut(criterion_mut(&mut scheme.criteria, id)?)?,
    };
    siblings.push(new);
    Some(scheme)
}

/// The scheme with a criterion in a new group, which has its place and points.
pub fn grouped(scheme: &Scheme, id: &CriterionId, name: Text) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    let group_id = fresh(&ids(&scheme), &format!("{id}-group"));
    let place = criterion_mut(&mut scheme.criteria, id)?;
    let group = Criterion {
        id: group_id,
        name,
        points: place.points,
        classes: place.classes.clone(),
        role: place.role,
        basis: Text::default(),
        body: Body::Node { aggregate: Aggregate::default(), children: Vec::new() },
    };
    let mut inside = std::mem::replace(place, group);
    inside.role = Role::Counted;
    inside.classes = Vec::new();
    children_mut(place)?.push(inside);
    Some(scheme)
}

/// The scheme without a criterion, and what it was. A group whose last child goes, goes with it.
pub fn without_criterion(scheme: &Scheme, id: &CriterionId) -> Option<(Criterion, Scheme)> {
    let mut scheme = scheme.clone();
    let taken = take(&mut scheme.criteria, id)?;
    if scheme.criteria.is_empty() { None } else { Some((taken, scheme)) }
}

/// Takes a criterion out of its tree; an emptied group goes too.
fn take(criteria: &mut Vec<Criterion>, id: &CriterionId) -> Option<Criterion> {
    if let Some(at) = criteria.iter().position(|c| &c.id == id) {
        return Some(criteria.remove(at));
    }
    let (nth, taken) =
        criteria.iter_mut().enumerate().find_map(|(nth, c)| Some((nth, take(children_mut(c)?, id)?)))?;
    if criteria.get(nth).is_some_and(|c| c.leaf().is_none() && c.children().is_empty()) {
        criteria.remove(nth);
    }
    Some(taken)
}

/// The scheme with a copy of a criterion behind it; the copy and all below it have ids of their own.
pub fn with_copy(scheme: &Scheme, id: &CriterionId, name: impl Fn(&Text) -> Text) -> Option<Scheme> {
    fn rename(criterion: &mut Criterion, taken: &mut BTreeSet<CriterionId>) {
        criterion.id = fresh(taken, criterion.id.as_str());
        taken.insert(criterion.id.clone());
        for child in children_mut(criterion).into_iter().flatten() {
            rename(child, taken);
        }
    }
    let mut scheme = scheme.clone();
    let mut taken = ids(&scheme);
    let mut copy = super::criterion(&scheme.criteria, id)?.clone();
    copy.name = name(&copy.name);
    rename(&mut copy, &mut taken);
    insert(&mut scheme.criteria, id, 1, copy).then_some(scheme)
}

/// The scheme with a criterion moved. `None` where there is no such way.
pub fn with_moved(scheme: &Scheme, id: &CriterionId, way: Way) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    match way {
        Way::Up | Way::Down => {
            let siblings = siblings_mut(&mut scheme.criteria, id)?;
            let at = siblings.iter().position(|c| &c.id == id)?;
            let to = if way == Way::Up { at.checked_sub(1)? } else { at + 1 };
            if to >= siblings.len() {
                return None;
            }
            siblings.swap(at, to);
        }
        Way::In => {
            let siblings = siblings_mut(&mut scheme.criteria, id)?;
            let at = siblings.iter().position(|c| &c.id == id)?;
            let group = siblings.get(at.checked_sub(1)?)?;
            if group.leaf().is_some() {
                return None;
            }
            let group = group.id.clone();
            let moved = take(&mut scheme.criteria, id)?;
            children_mut(criterion_mut(&mut scheme.criteria, &group)?)?.push(moved);
        }
        Way::Out => {
            let parent = parent(&scheme.criteria, id)?.id.clone();
            let moved = super::criterion(&scheme.criteria, id)?.clone();
            insert(&mut scheme.criteria, &parent, 1, moved);
            // Of the two with this id, the one that is deeper goes.
            take(children_mut(criterion_mut(&mut scheme.criteria, &parent)?)?, id)?;
            if criterion_mut(&mut scheme.criteria, &parent)?.children().is_empty() {
                take(&mut scheme.criteria, &parent)?;
            }
        }
    }
    Some(scheme)
}

/// The scheme with a criterion before another one. `None` where that one is itself or below it.
pub fn with_placed(scheme: &Scheme, id: &CriterionId, before: &CriterionId) -> Option<Scheme> {
    let moved = super::criterion(&scheme.criteria, id)?;
    if id == before || super::criterion(moved.children(), before).is_some() {
        return None;
    }
    let mut scheme = scheme.clone();
    let moved = take(&mut scheme.criteria, id)?;
    insert(&mut scheme.criteria, before, 0, moved).then_some(scheme)
}

/// The scheme with a criterion in the place of the one of its id, whose children stay.
pub fn with_replaced(scheme: &Scheme, new: Criterion) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    let place = criterion_mut(&mut scheme.criteria, &new.id)?;
    let old = std::mem::replace(place, new);
    if let (Some(children), Body::Node { children: kept, .. }) = (children_mut(place), old.body) {
        *children = kept;
    }
    Some(scheme)
}

/// The node that a criterion stands in; `None` on the first level.
pub fn parent<'a>(criteria: &'a [Criterion], id: &CriterionId) -> Option<&'a Criterion> {
    criteria.iter().find_map(|c| {
        let own = c.children().iter().any(|child| &child.id == id);
        if own { Some(c) } else { parent(c.children(), id) }
    })
}

/// Inserts a criterion so many places behind another; says whether that one was there.
fn insert(criteria: &mut Vec<Criterion>, id: &CriterionId, behind: usize, new: Criterion) -> bool {
    if let Some(at) = criteria.iter().position(|c| &c.id == id) {
        criteria.insert(at + behind, new);
        return true;
    }
    for criterion in criteria {
        let below = super::criterion(criterion.children(), id).is_some();
        if below && let Some(children) = children_mut(criterion) {
            return insert(children, id, behind, new);
        }
    }
    false
}

fn children_mut(criterion: &mut Criterion) -> Option<&mut Vec<Criterion>> {
    match &mut criterion.body {
        Body::Node { children, .. } => Some(children),
        Body::Leaf(_) => None,
    }
}

fn ids(scheme: &Scheme) -> BTreeSet<CriterionId> {
    fn add(criteria: &[Criterion], to: &mut BTreeSet<CriterionId>) {
        for criterion in criteria {
            to.insert(criterion.id.clone());
            add(criterion.children(), to);
        }
    }
    let mut ids = BTreeSet::new();
    add(&scheme.criteria, &mut ids);
    ids
}

/// `wanted`, or with a number behind it where that is taken.
fn fresh(taken: &BTreeSet<CriterionId>, wanted: &str) -> CriterionId {
    let mut numbered = (2..).map(|nth| CriterionId::from(format!("{wanted}-{nth}")));
    let plain = CriterionId::from(wanted);
    if taken.contains(&plain) { numbered.find(|id| !taken.contains(id)).unwrap_or(plain) } else { plain }
}

#[cfg(test)]
mod tests;
