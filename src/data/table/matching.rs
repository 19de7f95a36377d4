//! What labels mean: each is matched to an indicator or unit of the data set by its name in either language or its id,
//! or becomes a new one.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{likeness, normalised, numbering, unit_likeness};

/// From this likeness on a label is taken for a known indicator.
const INDICATOR_LIKE: f64 = 0.72;
/// From this likeness on a label is taken for a known unit.
const UNIT_LIKE: f64 = 0.8;
/// From this likeness on two labels of different tables name the same new indicator.
const SAME: f64 = 0.9;

/// A label with the tables that it stands in.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// As written.
    pub text: String,
    /// Its code, where the table gives one.
    pub code: String,
    /// The tables.
    pub tables: BTreeSet<usize>,
}

/// What a label was matched to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Match {
    /// The known one at this place, with how sure that is.
    Known(usize, f64),
    /// The new one of this number, with how sure it is that it is that one.
    New(usize, f64),
}

/// A known indicator's or unit's names: those of both languages and its id.
pub(super) struct KnownNames(pub Vec<String>);

/// What labels name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Indicators. In one table no two labels mean the same one.
    Indicators,
    /// Units. Labels with one code or one name are one unit.
    Units,
}

impl Named {
    /// From this likeness on a label is taken for a known one.
    fn least(self) -> f64 {
        if self == Self::Indicators { INDICATOR_LIKE } else { UNIT_LIKE }
    }

    /// How like a label is to the names of a known one, 0..=1.
    fn likeness(self, label: &str, names: &KnownNames) -> f64 {
        let like = if self == Self::Indicators { likeness } else { unit_likeness };
        names.0.iter().map(|name| like(label, name)).fold(0.0, f64::max)
    }
}

/// Names compared in one step: some milliseconds of work.
const NAMES_A_STEP: usize = 1_500;

/// Labels being matched: call [`Matching::step`] until it is done, then [`Matching::finish`].
pub(super) struct Matching {
    named: Named,
    labels: Vec<Label>,
    known: Vec<KnownNames>,
    letters: Vec<u128>,
    exact: BTreeMap<String, usize>,
    /// Likeness, label, known one.
    pairs: Vec<(f64, usize, usize)>,
    /// How many labels are compared with what is known.
    compared: usize,
    matched: Vec<Option<Match>>,
    /// How many labels are compared with each other.
    joined: usize,
    clusters: Vec<Cluster>,
}

impl Matching {
    /// Begins with labels and what is known.
    pub(super) fn new(named: Named, labels: Vec<Label>, known: Vec<KnownNames>) -> Self {
        let normal = |names: KnownNames| KnownNames(names.0.iter().map(|name| normalised(name)).collect());
        let known: Vec<KnownNames> = known.into_iter().map(normal).collect();
        let mut exact = BTreeMap::new();
        for (place, names) in known.iter().enumerate().rev() {
            for name in names.0.iter().filter(|name| !name.is_empty()) {
                exact.insert(name.clone(), place);
            }
        }
        Self {
            named,
            letters: known.iter().map(|names| letters(names.0.iter().map(String::as_str))).collect(),
            matched: vec![None; labels.len()],
            labels,
            known,
            exact,
            pairs: Vec::new(),
            compared: 0,
            joined: 0,
            clusters: Vec::new(),
        }
    }

    /// Goes on for some milliseconds; true when all labels are matched.
    pub(super) fn step(&mut self) -> bool {
        let mut names = 0;
        while self.compared < self.labels.len() && names < NAMES_A_STEP {
            names += self.compare(self.compared);
            self.compared += 1;
            if self.compared == self.labels.len() {
                self.settle();
            }
        }
        if self.named == Named::Units {
            if self.compared == self.labels.len() {
                self.join_units();
                return true;
            }
            return false;
        }
        while self.compared == self.labels.len() && self.joined < self.labels.len() && names < NAMES_A_STEP {
            names += 1 + self.clusters.len();
            self.join_indicator(self.joined);
            self.joined += 1;
        }
        self.compared == self.labels.len() && self.joined >= self.labels.len()
    }

    /// What each label was matched to.
    pub(super) fn finish(self) -> Vec<Match> {
        self.matched.into_iter().flatten().collect()
    }

    /// Compares a label with what is known; gives how many names it was compared with.
    fn compare(&mut self, place: usize) -> usize {
        let Some(label) = self.labels.get(place) else { return 1 };
        let name = normalised(&label.text);
        let code = Some(normalised(&label.code)).filter(|code| !code.is_empty());
        let exact = self.exact.get(&name).or_else(|| self.exact.get(code.as_deref()?));
        if let Some(found) = exact {
            self.pairs.push((1.0, place, *found));
            return 1;
        }
        let own = letters([name.as_str()]);
        let mut compared = 1;
        for (other, names) in self.known.iter().enumerate() {
            let shared = (own & self.letters.get(other).copied().unwrap_or(0)).count_ones();
            if shared * 3 < own.count_ones() {
                continue;
            }
            compared += names.0.len();
            let like = self.named.likeness(&name, names);
            if like >= self.named.least() {
                self.pairs.push((like, place, other));
            }
        }
        compared
    }

    /// Takes labels for known ones, the surest first; one known one at most once a table.
    fn settle(&mut self) {
        self.pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (like, place, other) in self.pairs.drain(..) {
            let (Some(label), Some(slot)) = (self.labels.get(place), self.matched.get_mut(place)) else {
                continue;
            };
            if slot.is_none() && label.tables.iter().all(|table| !taken.contains(&(*table, other))) {
                *slot = Some(Match::Known(other, like));
                taken.extend(label.tables.iter().map(|table| (*table, other)));
            }
        }
    }

    /// A label that is not known is new, or the same as a new one of another table.
    fn join_indicator(&mut self, place: usize) {
        let (Some(label), Some(slot @ None)) = (self.labels.get(place), self.matched.get_mut(place)) else {
            return;
        };
        let (name, number) = (normalised(&label.text), numbering(&label.text));
        let own = letters([name.as_str()]);
        let best = self
            .clusters
            .iter()
            .enumerate()
            .filter(|(_, cluster)| (own & cluster.letters).count_ones() * 2 >= own.count_ones())
            .filter(|(_, cluster)| cluster.tables.is_disjoint(&label.tables))
            .map(|(place, cluster)| (place, likeness(&name, &cluster.name), cluster.number == number))
            .filter(|(_, like, _)| *like >= SAME)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.2.cmp(&b.2)).then(b.0.cmp(&a.0)));
        let (cluster, like) = match best {
            Some((cluster, like, _)) => (cluster, like),
            None => {
                self.clusters.push(Cluster { name, number, letters: own, tables: BTreeSet::new() });
                (self.clusters.len() - 1, 1.0)
            }
        };
        if let Some(cluster) = self.clusters.get_mut(cluster) {
            cluster.tables.extend(&label.tables);
        }
        *slot = Some(Match::New(cluster, like));
    }

    fn join_units(&mut self) {
        let labels = &self.labels;
        let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
        let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
        let mut next = 0;
        // A label with a code settles what its name means for those without.
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by_key(|place| labels.get(*place).is_some_and(|label| label.code.is_empty()));
        for place in order {
            let (Some(label), Some(matched)) = (labels.get(place), self.matched.get_mut(place)) else {
                continue;
            };
            if matched.is_some() {
                continue;
            }
            let name = normalised(&label.text);
            let code = (!label.code.is_empty()).then_some(label.code.as_str());
            let found = code.and_then(|code| by_code.get(code)).or_else(|| by_name.get(&name)).copied();
            let unit = found.unwrap_or(next);
            next = next.max(unit + 1);
            by_name.insert(name, unit);
            if let Some(code) = code {
                by_code.insert(code, unit);
            }
            *matched = Some(Match::New(unit, 1.0));
        }
    }
}

struct Cluster {
    name: String,
    number: String,
    letters: u128,
    tables: BTreeSet<usize>,
}

/// Which letters occur, as bits: names without a third of a label's letters are not like it.
fn letters<'t>(names: impl IntoIterator<Item = &'t str>) -> u128 {
    names
        .into_iter()
        .flat_map(str::chars)
        .fold(0, |bits, letter| bits | 1 << (u32::from(letter).wrapping_mul(31) % 128))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(named: Named, labels: &[Label], known: &[KnownNames]) -> Vec<Match> {
        let known = known.iter().map(|names| KnownNames(names.0.clone())).collect();
        let mut matching = Matching::new(named, labels.to_vec(), known);
        while !matching.step() {}
        matching.finish()
    }

    fn match_indicators(labels: &[Label], known: &[KnownNames]) -> Vec<Match> {
        matched(Named::Indicators, labels, known)
    }

    fn match_units(labels: &[Label], known: &[KnownNames]) -> Vec<Match> {
        matched(Named::Units, labels, known)
    }

    fn label(text: &str, code: &str, tables: &[usize]) -> Label {
        Label { text: text.into(), code: code.into(), tables: tables.iter().copied().collect() }
    }

    fn known(names: &[&[&str]]) -> Vec<KnownNames> {
        names.iter().map(|names| KnownNames(names.iter().map(|name| (*name).to_owned()).collect())).collect()
    }

    #[test]
    fn indicators_are_found_by_either_name_or_id() {
        let known = known(&[
            &["appr_days", "审批承诺时限", "Promised approval days"],
            &["cases", "行政复议案件数", "Reviews"],
        ]);
        let labels = [
            label("行政复议案件总数", "", &[0]),
            label("2、Promised approval days", "", &[0]),
            label("appr_days", "", &[1]),
        ];
        let matched = match_indicators(&labels, &known);
        assert!(matches!(matched[0], Match::Known(1, like) if like > 0.75 && like < 0.8));
        assert_eq!(matched[1..], [Match::Known(0, 1.0), Match::Known(0, 1.0)]);
    }

    #[test]
    fn two_labels_of_a_table_are_never_one_indicator() {
        let matched = match_indicators(
            &[label("案件数", "", &[0]), label("案件数量", "", &[0])],
            &known(&[&["案件数"]]),
        );
        assert_eq!(matched[0], Match::Known(0, 1.0));
        assert!(matches!(matched[1], Match::New(0, _)));
        // The same words under two numbers, renamed a little in the next year's table.
        let labels = [
            label("4.3 Due process of law and rights of the accused", "", &[0]),
            label("8.7 Due process of law and rights of the accused", "", &[0]),
            label("4.3 Due process of the law and rights of the accused", "", &[1]),
            label("8.7. Due process of the law and rights of the accused", "", &[1]),
        ];
        let matched = match_indicators(&labels, &[]);
        let number = |place: usize| if let Match::New(number, _) = matched[place] { number } else { 99 };
        assert_eq!((number(0), number(1), number(2), number(3)), (0, 1, 0, 1));
    }

    #[test]
    fn units_of_one_code_are_one() {
        let labels = [
            label("Macedonia, FYR", "MKD", &[0]),
            label("North Macedonia", "MKD", &[1]),
            label("North Macedonia", "", &[2]),
        ];
        assert_eq!(match_units(&labels, &[]), [Match::New(0, 1.0); 3]);
        let known = known(&[&["finance", "巩义市财政局"], &["hr", "人力资源和社会保障局"]]);
        let matched = match_units(
            &[label("财政局", "", &[0]), label("人社局", "", &[0]), label("审计局", "", &[0])],
            &known,
        );
        assert!(matches!(matched[0], Match::Known(0, _)) && matches!(matched[1], Match::Known(1, _)));
        assert!(matches!(matched[2], Match::New(0, _)));
    }
}
