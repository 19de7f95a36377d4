//! Two schemes as a list of the settings in which they differ, in words.

use std::collections::BTreeMap;

use super::{
    Lang, figure, function_sentence,
    rule_sentence::{self, Names},
    texts::{compare, method},
};
use crate::domain::{
    Body, ClassId, Criterion, CriterionId, DataSet, Measure, MeasureKind, Role, Rule, Scheme, Text,
};

/// A setting that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which: 行政执法 分值.
    pub setting: String,
    /// As it is in the first scheme; empty where it has none.
    pub before: String,
    /// As it is in the second; empty where it has none.
    pub after: String,
}

/// The settings in which two schemes differ: criteria in the order of the tree, then bands, rules and the rest. Names,
/// ids and sources are no settings.
pub fn differences(lang: Lang, data: &DataSet, before: &Scheme, after: &Scheme) -> Vec<Difference> {
    let mut list = List { lang, data, texts: compare::compare(lang), found: Vec::new() };
    list.plain(list.texts.full_marks, figure::short(before.full_marks), figure::short(after.full_marks));
    let limit = |scheme: &Scheme| figure::percent(scheme.coverage_limit, 1);
    list.criteria(before, after);
    list.bands(before, after);
    list.rules(before, after);
    list.plain(list.texts.coverage_limit, limit(before), limit(after));
    list.plain(
        list.texts.aggregate,
        method::aggregate(lang, before.aggregate),
        method::aggregate(lang, after.aggregate),
    );
    let policy = |scheme: &Scheme| method::missing_policy(lang, scheme.missing);
    list.plain(list.texts.missing, policy(before), policy(after));
    list.others(before, after);
    list.found
}

/// A criterion and the id of its parent.
type Placed<'s> = (&'s Criterion, Option<&'s CriterionId>);

fn flat<'s>(criteria: &'s [Criterion], parent: Option<&'s CriterionId>, into: &mut Vec<Placed<'s>>) {
    for criterion in criteria {
        into.push((criterion, parent));
        flat(criterion.children(), Some(&criterion.id), into);
    }
}

struct List<'d> {
    lang: Lang,
    data: &'d DataSet,
    texts: &'static compare::CompareTexts,
    found: Vec<Difference>,
}

impl List<'_> {
    fn name<'t>(&self, name: &'t Text) -> &'t str {
        self.lang.pick(name)
    }

    fn plain(&mut self, setting: &str, before: String, after: String) {
        if before != after {
            self.found.push(Difference { setting: setting.to_owned(), before, after });
        }
    }

    fn of(&mut self, name: &Text, what: &str, before: String, after: String) {
        let setting = format!("{} {what}", self.lang.pick(name));
        self.plain(&setting, before, after);
    }

    fn criteria(&mut self, before: &Scheme, after: &Scheme) {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        flat(&before.criteria, None, &mut old);
        flat(&after.criteria, None, &mut new);
        let by_id: BTreeMap<&CriterionId, Placed> =
            new.iter().map(|placed| (&placed.0.id, *placed)).collect();
        for (criterion, parent) in &old {
            match by_id.get(&criterion.id) {
                Some((now, now_under)) => {
                    let under = |parent: Option<&CriterionId>, all: &[Placed]| {
                        let found = parent.and_then(|id| all.iter().find(|(one, _)| &one.id == id));
                        found.map_or(self.texts.first_level, |(one, _)| self.name(&one.name)).to_owned()
                    };
                    let (was, is) = (under(*parent, &old), under(*now_under, &new));
                    self.of(&now.name, self.texts.place_in_tree, was, is);
                    self.criterion(criterion, now);
                }
                None => {
                    let points = figure::short(criterion.points);
                    self.of(&criterion.name, self.texts.removed, points, String::new());
                }
            }
        }
        for (criterion, _) in &new {
            if !old.iter().any(|(one, _)| one.id == criterion.id) {
                self.of(&criterion.name, self.texts.added, String::new(), figure::short(criterion.points));
            }
        }
    }

    fn criterion(&mut self, before: &Criterion, after: &Criterion) {
        let name = &after.name;
        self.of(name, self.texts.points, figure::short(before.points), figure::short(after.points));
        let classes = (self.classes(&before.classes), self.classes(&after.classes));
        self.of(name, self.texts.applies, classes.0, classes.1);
        let roles = (self.role(before.role), self.role(after.role));
        self.of(name, self.texts.role, roles.0, roles.1);
        match (&before.body, &after.body) {
            (Body::Leaf(old), Body::Leaf(new)) => {
                let indicators = [old, new].map(|leaf| {
                    let found = self.data.indicators.iter().find(|one| one.id == leaf.indicator);
                    found.map_or(leaf.indicator.to_string(), |one| self.name(&one.name).to_owned())
                });
                let functions = [old, new].map(|leaf| {
                    let found = self.data.indicators.iter().find(|one| one.id == leaf.indicator);
                    let plain = Measure { kind: MeasureKind::Number, name: Text::default() };
                    let measure = found.map_or(plain, |one| one.measure.clone());
                    let log = if leaf.log { "ln · " } else { "" };
                    format!("{log}{}", function_sentence::function(self.lang, &leaf.function, &measure))
                });
                let missing = [old, new].map(|leaf| {
                    leaf.missing.map_or_else(String::new, |policy| method::missing_policy(self.lang, policy))
                });
                for (what, [was, is]) in [
                    (self.texts.indicator, indicators),
                    (self.texts.function, functions),
                    (self.texts.missing, missing),
                ] {
                    self.of(name, what, was, is);
                }
            }
            (Body::Node { aggregate: old, .. }, Body::Node { aggregate: new, .. }) => {
                let (was, is) = (method::aggregate(self.lang, *old), method::aggregate(self.lang, *new));
                self.of(name, self.texts.aggregate, was, is);
            }
            _ => self.of(name, self.texts.changed, String::new(), self.texts.changed.to_owned()),
        }
    }

    fn classes(&self, ids: &[ClassId]) -> String {
        if ids.is_empty() {
            return self.texts.all_classes.to_owned();
        }
        let name = |id: &ClassId| {
            let found = self.data.classes.iter().find(|class| &class.id == id);
            found.map_or(id.to_string(), |class| self.name(&class.name).to_owned())
        };
        ids.iter().map(name).collect::<Vec<_>>().join(if self.lang == Lang::Zh { "、" } else { ", " })
    }

    fn role(&self, role: Role) -> String {
        match role {
            Role::Counted => self.texts.counted.to_owned(),
            Role::Bonus { cap } => format!("{} ≤ {}", self.texts.bonus, figure::short(cap)),
            Role::Reported => self.texts.reported.to_owned(),
        }
    }

    fn bands(&mut self, before: &Scheme, after: &Scheme) {
        let from = |scheme: &Scheme, nth: usize| {
            let grade = &scheme.grades[nth].id;
            let band = scheme.bands.iter().find(|band| &band.grade == grade);
            band.map_or_else(String::new, |band| figure::short(band.from))
        };
        for (nth, grade) in after.grades.iter().enumerate() {
            let old = before.grades.iter().position(|one| one.id == grade.id);
            let was = old.map_or_else(String::new, |old| from(before, old));
            self.of(&grade.name, self.texts.band, was, from(after, nth));
        }
        for (nth, grade) in before.grades.iter().enumerate() {
            if !after.grades.iter().any(|one| one.id == grade.id) {
                self.of(&grade.name, self.texts.band, from(before, nth), String::new());
            }
        }
    }

    fn rules(&mut self, before: &Scheme, after: &Scheme) {
        let word = |scheme: &Scheme, rule: &Rule| {
            let names = Names::new(scheme, self.data, self.lang);
            let condition = rule_sentence::text(&rule_sentence::condition(&names, &rule.when));
            format!("{condition} → {}", rule_sentence::effect(&names, &rule.effect))
        };
        let mut found = Vec::new();
        for rule in &before.rules {
            match after.rules.iter().find(|one| one.id == rule.id) {
                None => found.push((&rule.name, self.texts.removed, word(before, rule), String::new())),
                Some(now) => {
                    let state = |rule: &Rule| if rule.on { self.texts.on } else { self.texts.off }.to_owned();
                    found.push((&now.name, "", state(rule), state(now)));
                    let (was, is) = (word(before, rule), word(after, now));
                    let silent = was == is
                        && Rule {
                            on: now.on,
                            name: now.name.clone(),
                            basis: now.basis.clone(),
                            ..rule.clone()
                        } != *now;
                    found.push((&now.name, "", was, if silent { self.texts.changed.to_owned() } else { is }));
                }
            }
        }
        for rule in &after.rules {
            if !before.rules.iter().any(|one| one.id == rule.id) {
                found.push((&rule.name, self.texts.added, String::new(), word(after, rule)));
            }
        }
        for (name, what, was, is) in found {
            let setting = format!("{} {} {what}", self.texts.rule, self.name(name));
            self.plain(setting.trim_end(), was, is);
        }
    }

    /// What has no words of its own here is at least said to differ.
    fn others(&mut self, before: &Scheme, after: &Scheme) {
        let rest = |scheme: &Scheme| {
            let Scheme {
                class_points, class_bands, ties, rank_within, above_full, decimals, over_years, ..
            } = scheme;
            (
                class_points.clone(),
                class_bands.clone(),
                ties.clone(),
                *rank_within,
                *above_full,
                *decimals,
                *over_years,
            )
        };
        if rest(before) != rest(after) {
            self.plain(self.texts.other, String::new(), self.texts.changed.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::fixture, domain::ScoreFunction};

    #[test]
    fn every_changed_setting_is_named_once_with_both_values() {
        let state = fixture::state();
        let (data, before) = (state.inputs.table.data(), (*state.inputs.scheme).clone());
        assert_eq!(differences(Lang::Zh, data, &before, &before), []);
        let mut after = Scheme { name: Text::new("别名", "other"), ..before.clone() };
        after.criteria[0].points += 5.0;
        after.bands[0].from += 1.0;
        after.rules[0].on = !after.rules[0].on;
        after.coverage_limit = 0.5;
        if let Some(Body::Leaf(leaf)) = after.criteria.iter_mut().map(|one| &mut one.body).next() {
            leaf.function = ScoreFunction::Target { target: 3.0 };
        }
        let found = differences(Lang::Zh, data, &before, &after);
        let settings: Vec<&str> = found.iter().map(|one| one.setting.as_str()).collect();
        let points = (figure::short(before.criteria[0].points), figure::short(after.criteria[0].points));
        assert!(settings[0].ends_with("分值"), "{settings:?}");
        assert_eq!((&found[0].before, &found[0].after), (&points.0, &points.1));
        assert_eq!(found.len(), 5, "{found:?}");
    }

    #[test]
    fn what_came_and_went_is_said() {
        let state = fixture::state();
        let (data, before) = (state.inputs.table.data(), (*state.inputs.scheme).clone());
        let mut after = before.clone();
        let gone = after.criteria.remove(0);
        after.rules.clear();
        let found = differences(Lang::En, data, &before, &after);
        assert!(found.iter().any(
            |one| one.setting == format!("{} Removed", Lang::En.pick(&gone.name)) && one.after.is_empty()
        ));
        assert_eq!(found.iter().filter(|one| one.setting.starts_with("Rule ")).count(), before.rules.len());
        let back = differences(Lang::En, data, &after, &before);
        assert!(back.iter().all(|one| one.before.is_empty()));
    }
}
