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

/// Matches labels of indicators. In one table no two labels mean the same indicator.
pub(super) fn match_indicators(labels: &[Label], known: &[KnownNames]) -> Vec<Match> {
    let score = |label: &str, names: &KnownNames| {
        names.0.iter().map(|name| likeness(label, name)).fold(0.0, f64::max)
    };
    let mut matched = match_known(labels, known, INDICATOR_LIKE, score);
    let mut clusters: Vec<Cluster> = Vec::new();
    for (label, matched) in labels.iter().zip(&mut matched) {
        if matched.is_some() {
            continue;
        }
        let (name, number) = (normalised(&label.text), numbering(&label.text));
        let own = letters([name.as_str()]);
        let best = clusters
            .iter()
            .enumerate()
            .filter(|(_, cluster)| (own & cluster.letters).count_ones() * 2 >= own.count_ones())
            .filter(|(_, cluster)| cluster.tables.is_disjoint(&label.tables))
            .map(|(place, cluster)| (place, likeness(&name, &cluster.name), cluster.number == number))
            .filter(|(_, like, _)| *like >= SAME)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.2.cmp(&b.2)).then(b.0.cmp(&a.0)));
        let (place, like) = match best {
            Some((place, like, _)) => (place, like),
            None => {
                clusters.push(Cluster { name, number, letters: own, tables: BTreeSet::new() });
                (clusters.len() - 1, 1.0)
            }
        };
        if let Some(cluster) = clusters.get_mut(place) {
            cluster.tables.extend(&label.tables);
        }
        *matched = Some(Match::New(place, like));
    }
    matched.into_iter().flatten().collect()
}

struct Cluster {
    name: String,
    number: String,
    letters: u128,
    tables: BTreeSet<usize>,
}

/// Matches labels of units. Labels with one code or one name are one unit.
pub(super) fn match_units(labels: &[Label], known: &[KnownNames]) -> Vec<Match> {
    let score = |label: &str, names: &KnownNames| {
        names.0.iter().map(|name| unit_likeness(label, name)).fold(0.0, f64::max)
    };
    let mut matched = match_known(labels, known, UNIT_LIKE, score);
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
    let mut next = 0;
    // A label with a code settles what its name means for those without.
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|place| labels.get(*place).is_some_and(|label| label.code.is_empty()));
    for place in order {
        let (Some(label), Some(matched)) = (labels.get(place), matched.get_mut(place)) else { continue };
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
    matched.into_iter().flatten().collect()
}

/// Matches labels to known ones, the surest first; one known one at most once a table.
fn match_known(
    labels: &[Label],
    known: &[KnownNames],
    least: f64,
    score: impl Fn(&str, &KnownNames) -> f64,
) -> Vec<Option<Match>> {
    let known: Vec<KnownNames> =
        known.iter().map(|names| KnownNames(names.0.iter().map(|name| normalised(name)).collect())).collect();
    let mut exact: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, names) in known.iter().enumerate().rev() {
        names.0.iter().filter(|name| !name.is_empty()).for_each(|name| {
            exact.insert(name, place);
        });
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    let letters: Vec<u128> = known.iter().map(|names| letters(names.0.iter().map(String::as_str))).collect();
    for (place, label) in labels.iter().enumerate() {
        let name = normalised(&label.text);
        let code = Some(normalised(&label.code)).filter(|code| !code.is_empty());
        if let Some(found) = exact.get(name.as_str()).or_else(|| exact.get(code.as_deref()?)) {
            pairs.push((1.0, place, *found));
            continue;
        }
        let own = self::letters([name.as_str()]);
        for (other, names) in known.iter().enumerate() {
            let shared = (own & letters.get(other).copied().unwrap_or(0)).count_ones();
            if shared * 3 < own.count_ones() {
                continue;
            }
            let like = score(&name, names);
            if like >= least {
                pairs.push((like, place, other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut matched = vec![None; labels.len()];
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (like, place, other) in pairs {
        let (Some(label), Some(slot)) = (labels.get(place), matched.get_mut(place)) else { continue };
        if slot.is_none() && label.tables.iter().all(|table| !taken.contains(&(*table, other))) {
            *slot = Some(Match::Known(other, like));
            taken.extend(label.tables.iter().map(|table| (*table, other)));
        }
    }
    matched
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
