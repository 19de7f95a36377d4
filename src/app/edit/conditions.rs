//! Conditions of rules as a tree that is changed at a place: a path of child numbers from the root.

use crate::domain::Condition;

/// The parts of a condition that is made of others; none where it is not.
pub fn parts(condition: &Condition) -> &[Condition] {
    match condition {
        Condition::All(of) | Condition::Any(of) | Condition::AtLeast { of, .. } => of,
        Condition::Not(of) => std::slice::from_ref(of),
        Condition::Compare { .. }
        | Condition::Grade { .. }
        | Condition::Fired(_)
        | Condition::SubUnitVetoed { .. } => &[],
    }
}

/// The condition with another part at a place, or without it where `part` is `None`. `None` where there is no such
/// place, where the root would be taken away, or the last part of a group.
pub fn with_part(condition: &Condition, place: &[usize], part: Option<Condition>) -> Option<Condition> {
    let Some((&nth, below)) = place.split_first() else { return part };
    let mut whole = condition.clone();
    let of = match &mut whole {
        Condition::All(of) | Condition::Any(of) | Condition::AtLeast { of, .. } => of,
        Condition::Not(of) if nth == 0 => {
            **of = with_part(of, below, part)?;
            return Some(whole);
        }
        _ => return None,
    };
    let present = of.get_mut(nth)?;
    if below.is_empty() && part.is_none() {
        if of.len() == 1 {
            return None;
        }
        of.remove(nth);
    } else {
        *present = with_part(present, below, part)?;
    }
    if let Condition::AtLeast { count, of } = &mut whole {
        *count = (*count).min(u8::try_from(of.len()).unwrap_or(u8::MAX));
    }
    Some(whole)
}

/// The condition with one more part in the group at a place; what is no group becomes one of which all must hold.
pub fn with_one_more(condition: &Condition, place: &[usize], one: Condition) -> Option<Condition> {
    let at = place.iter().try_fold(condition, |at, nth| parts(at).get(*nth))?;
    let group = match at.clone() {
        Condition::All(of) => Condition::All(and(of, one)),
        Condition::Any(of) => Condition::Any(and(of, one)),
        Condition::AtLeast { count, of } => Condition::AtLeast { count, of: and(of, one) },
        single => Condition::All(vec![single, one]),
    };
    with_part(condition, place, Some(group))
}

fn and(mut of: Vec<Condition>, one: Condition) -> Vec<Condition> {
    of.push(one);
    of
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fired(id: &str) -> Condition {
        Condition::Fired(id.into())
    }

    #[test]
    fn a_part_is_added_changed_and_taken_away_at_its_place() {
        let one = with_one_more(&fired("a"), &[], fired("b")).unwrap();
        assert_eq!(one, Condition::All(vec![fired("a"), fired("b")]));
        let not = with_part(&one, &[1], Some(Condition::Not(Box::new(fired("b"))))).unwrap();
        let below = with_one_more(&not, &[1, 0], fired("c")).unwrap();
        let inner = Condition::All(vec![fired("b"), fired("c")]);
        assert_eq!(below, Condition::All(vec![fired("a"), Condition::Not(Box::new(inner))]));
        assert_eq!(with_part(&below, &[1, 0, 0], None).map(|c| parts(&c).len()), Some(2));
        assert_eq!(with_part(&one, &[0], None), Some(Condition::All(vec![fired("b")])));
        assert_eq!(with_part(&one, &[2], None), None, "no such place");
        assert_eq!(with_part(&one, &[], None), None, "the root stays");
        assert_eq!(with_part(&Condition::Any(vec![fired("a")]), &[0], None), None, "a group keeps one part");
    }

    #[test]
    fn no_more_are_asked_for_than_there_are() {
        let two = Condition::AtLeast { count: 2, of: vec![fired("a"), fired("b")] };
        assert_eq!(with_part(&two, &[0], None), Some(Condition::AtLeast { count: 1, of: vec![fired("b")] }));
    }
}
