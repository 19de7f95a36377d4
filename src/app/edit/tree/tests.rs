//! The tree as a line of ids: `a b(b1 b2)`.

use proptest::prelude::*;

use super::*;
use crate::{app::fixture, data::check_scheme};

fn line(criteria: &[Criterion]) -> String {
    let one = |c: &Criterion| match c.leaf() {
        Some(_) => c.id.to_string(),
        None => format!("{}({})", c.id, line(c.children())),
    };
    criteria.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn moved(scheme: &Scheme, id: &str, way: Way) -> String {
    with_moved(scheme, &id.into(), way).map_or("stays".to_owned(), |scheme| line(&scheme.criteria))
}

#[test]
fn a_criterion_goes_up_down_in_and_out() {
    let scheme = fixture::scheme();
    assert_eq!(line(&scheme.criteria), "a b(b1 b2)");
    assert_eq!(moved(&scheme, "b", Way::Up), "b(b1 b2) a");
    assert_eq!(moved(&scheme, "b1", Way::Down), "a b(b2 b1)");
    assert_eq!(moved(&scheme, "b1", Way::Out), "a b(b2) b1");
    assert_eq!(moved(&scheme, "a", Way::Up), "stays");
    assert_eq!(moved(&scheme, "a", Way::In), "stays");
    assert_eq!(moved(&scheme, "a", Way::Out), "stays");
    let turned = with_moved(&scheme, &"a".into(), Way::Down).unwrap();
    assert_eq!(moved(&turned, "a", Way::In), "b(b1 b2 a)");
    let placed = |id: &str, before: &str| {
        with_placed(&scheme, &id.into(), &before.into()).map_or("stays".to_owned(), |s| line(&s.criteria))
    };
    assert_eq!(placed("a", "b2"), "b(b1 a b2)");
    assert_eq!(placed("b2", "a"), "b2 a b(b1)");
    assert_eq!(placed("b", "b1"), "stays", "not into itself");
    // The last one out closes the group.
    let one = with_moved(&scheme, &"b1".into(), Way::Out).unwrap();
    assert_eq!(moved(&one, "b2", Way::Out), "a b2 b1");
}

#[test]
fn a_criterion_is_added_grouped_copied_and_taken_away() {
    let scheme = fixture::scheme();
    let leaf = scheme.criteria[0].clone();
    let added = with_criterion(&scheme, Some(&"b".into()), leaf.clone()).unwrap();
    assert_eq!(line(&added.criteria), "a b(b1 b2 a-2)");
    assert_eq!(with_criterion(&scheme, Some(&"a".into()), leaf), None, "a leaf has no children");
    let copied = with_copy(&scheme, &"b".into(), Text::clone).unwrap();
    assert_eq!(line(&copied.criteria), "a b(b1 b2) b-2(b1-2 b2-2)");
    let grouped = grouped(&scheme, &"b2".into(), Text::default()).unwrap();
    assert_eq!(line(&grouped.criteria), "a b(b1 b2-group(b2))");
    let (taken, without) = without_criterion(&grouped, &"b2".into()).unwrap();
    assert_eq!((taken.id.as_str(), line(&without.criteria).as_str()), ("b2", "a b(b1)"));
    let last = without_criterion(&without, &"a".into()).unwrap().1;
    assert_eq!(without_criterion(&last, &"b1".into()), None, "a scheme keeps one criterion");
}

proptest! {
    #[test]
    fn whatever_is_done_the_scheme_stays_in_order(
        acts in prop::collection::vec((0..7usize, any::<prop::sample::Index>()), 0..25),
    ) {
        let mut scheme = fixture::scheme();
        for (act, which) in acts {
            let all: Vec<CriterionId> = ids(&scheme).into_iter().collect();
            let id = which.get(&all);
            let next = match act {
                0 => with_moved(&scheme, id, Way::Up),
                1 => with_moved(&scheme, id, Way::Down),
                2 => with_moved(&scheme, id, Way::In),
                3 => with_moved(&scheme, id, Way::Out),
                4 => with_copy(&scheme, id, Text::clone),
                5 => grouped(&scheme, id, Text::new("组", "group")),
                _ => without_criterion(&scheme, id).map(|(_, scheme)| scheme),
            };
            scheme = next.filter(|next| ids(next).len() < 60).unwrap_or(scheme);
            prop_assert_eq!(check_scheme(&scheme), vec![], "{}", line(&scheme.criteria));
        }
    }
}
