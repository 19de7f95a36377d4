//! The list that checks write into: a problem and its path in the data set or scheme.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, Thing};

/// A problem of a data set or scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where, as a path of keys: `observations[12].value`.
    pub path: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Problems in the order in which they are found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub all: Vec<Finding>,
}

impl Findings {
    pub fn add(&mut self, path: String, problem: Problem) {
        self.all.push(Finding { path, problem });
    }

    /// An id must be 1 to 80 characters, without control characters and without white space at its ends.
    pub fn id(&mut self, path: &str, id: &str) {
        let length = id.chars().count();
        if length == 0 || length > 80 || id.trim() != id || id.chars().any(char::is_control) {
            self.add(path.to_owned(), Problem::BadId(id.chars().take(80).collect()));
        }
    }

    /// Checks the ids of a list and gives them as a set.
    pub fn ids<'i>(
        &mut self,
        list: &str,
        thing: Thing,
        ids: impl Iterator<Item = &'i str>,
    ) -> BTreeSet<&'i str> {
        let mut seen = BTreeSet::new();
        for (nth, id) in ids.enumerate() {
            self.unique(&format!("{list}[{nth}].id"), thing, id, &mut seen);
        }
        seen
    }

    /// Checks an id and that it does not stand in the set yet, and puts it there.
    pub fn unique<'i>(&mut self, path: &str, thing: Thing, id: &'i str, seen: &mut BTreeSet<&'i str>) {
        self.id(path, id);
        if !seen.insert(id) {
            self.add(path.to_owned(), Problem::Duplicate { thing, id: id.to_owned() });
        }
    }

    /// An id must name something.
    pub fn known(&mut self, path: impl FnOnce() -> String, thing: Thing, id: &str, known: &BTreeSet<&str>) {
        if !known.contains(id) {
            self.add(path(), Problem::Unknown { thing, id: id.to_owned() });
        }
    }

    /// A number must be finite and within its range.
    pub fn within(&mut self, path: impl FnOnce() -> String, value: f64, least: f64, most: f64) {
        if !(least..=most).contains(&value) {
            self.add(path(), Problem::OutOfRange { value, least, most });
        }
    }

    /// What an id depends on must not lead back to it. Said once a circle, at its least member.
    pub fn cycle(&mut self, path: impl FnOnce() -> String, start: &str, next: &BTreeMap<&str, Vec<&str>>) {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut waiting: Vec<(&str, &str)> = Vec::new();
        let reach = |from: &str| next.get_key_value(from).map(|(from, to)| (*from, to.clone()));
        let Some((start, first)) = reach(start) else { return };
        waiting.extend(first.iter().map(|to| (start, *to)));
        while let Some((from, to)) = waiting.pop() {
            if came_from.contains_key(to) {
                continue;
            }
            came_from.insert(to, from);
            if to == start {
                break;
            }
            waiting.extend(
                reach(to).into_iter().flat_map(|(to, after)| after.into_iter().map(move |next| (to, next))),
            );
        }
        if !came_from.contains_key(start) {
            return;
        }
        let mut circle = vec![start.to_owned()];
        let mut at = came_from.get(start).copied();
        while let Some(one) = at {
            circle.push(one.to_owned());
            at = if one == start { None } else { came_from.get(one).copied() };
        }
        circle.reverse();
        if circle.iter().min().is_some_and(|least| least == start) {
            self.add(path(), Problem::Cycle(circle));
        }
    }
}
