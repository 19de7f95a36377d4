//! Checks of a scheme's content. Whether its indicators are in a data set is another question:
//! [`check_scheme_on`] asks it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Aggregate, Band, Body, Condition, Criterion, DataSet, Effect, Operand, Relative, Role, Rule, Scheme,
    ScoreFunction,
};

use super::{Finding, Problem, Thing, finding::Findings};

/// All problems of a scheme.
pub fn check_scheme(scheme: &Scheme) -> Vec<Finding> {
    let mut findings = Findings::default();
    findings.id("id", &scheme.id);
    findings.within(|| "full_marks".into(), scheme.full_marks, f64::MIN_POSITIVE, 1e12);
    findings.within(|| "coverage_limit".into(), scheme.coverage_limit, 0.0, 1.0);
    let mut criteria = BTreeSet::new();
    criteria_of(&scheme.criteria, "criteria", &mut criteria, &mut findings);
    for (nth, own) in scheme.class_points.iter().enumerate() {
        let at = |field: &str| format!("class_points[{nth}].{field}");
        findings.known(|| at("criterion"), Thing::Criterion, own.criterion.as_str(), &criteria);
        findings.within(|| at("points"), own.points, 0.0, 1e12);
    }
    let grades = findings.ids("grades", Thing::Grade, scheme.grades.iter().map(|grade| grade.id.as_str()));
    if scheme.grades.is_empty() {
        findings.add("grades".into(), Problem::NothingIn);
    }
    bands(&scheme.bands, "bands", &grades, &mut findings);
    for (nth, own) in scheme.class_bands.iter().enumerate() {
        bands(&own.bands, &format!("class_bands[{nth}].bands"), &grades, &mut findings);
    }
    if let Some(split) = &scheme.ties.split_by {
        findings.known(|| "ties.split_by".into(), Thing::Criterion, split.as_str(), &criteria);
    }
    if let Some(over) = &scheme.over_years {
        findings.within(|| "over_years.weight".into(), over.weight, 0.0, 1.0);
    }
    let rules = findings.ids("rules", Thing::Rule, scheme.rules.iter().map(|rule| rule.id.as_str()));
    let known = Known { criteria, grades, rules };
    for (nth, rule) in scheme.rules.iter().enumerate() {
        condition(&rule.when, &format!("rules[{nth}].when"), &known, &mut findings);
        effect(&rule.effect, &format!("rules[{nth}].effect"), &known, &mut findings);
    }
    rule_cycle(&scheme.rules, &mut findings);
    findings.all
}

/// The indicators and classes that a scheme names and a data set does not have.
pub fn check_scheme_on(scheme: &Scheme, data: &DataSet) -> Vec<Finding> {
    let mut findings = Findings::default();
    let known: BTreeSet<&str> = data.indicators.iter().map(|one| one.id.as_str()).collect();
    let mut waiting: Vec<(String, &Criterion)> = scheme
        .criteria
        .iter()
        .enumerate()
        .map(|(nth, one)| (format!("criteria[{nth}]"), one))
        .rev()
        .collect();
    while let Some((path, criterion)) = waiting.pop() {
        if let Some(leaf) = criterion.leaf() {
            let at = || format!("{path}.body.leaf.indicator");
            findings.known(at, Thing::Indicator, leaf.indicator.as_str(), &known);
        }
        let children = criterion.children().iter().enumerate().rev();
        waiting.extend(children.map(|(nth, child)| (format!("{path}.body.node.children[{nth}]"), child)));
    }
    for (nth, rule) in scheme.rules.iter().enumerate() {
        for indicator in rule.indicators() {
            findings.known(|| format!("rules[{nth}]"), Thing::Indicator, indicator.as_str(), &known);
        }
    }
    findings.all
}

struct Known<'s> {
    criteria: BTreeSet<&'s str>,
    grades: BTreeSet<&'s str>,
    rules: BTreeSet<&'s str>,
}

fn criteria_of<'s>(list: &'s [Criterion], path: &str, seen: &mut BTreeSet<&'s str>, findings: &mut Findings) {
    if list.is_empty() {
        findings.add(path.to_owned(), Problem::NothingIn);
    }
    for (nth, criterion) in list.iter().enumerate() {
        let at = format!("{path}[{nth}]");
        findings.unique(&format!("{at}.id"), Thing::Criterion, criterion.id.as_str(), seen);
        findings.within(|| format!("{at}.points"), criterion.points, 0.0, 1e12);
        if let Role::Bonus { cap } = criterion.role {
            findings.within(|| format!("{at}.role.bonus.cap"), cap, 0.0, 1e12);
        }
        match &criterion.body {
            Body::Leaf(leaf) => function(&leaf.function, &format!("{at}.body.leaf.function"), findings),
            Body::Node { aggregate, children } => {
                if let Aggregate::Power { exponent } = aggregate {
                    findings.within(
                        || format!("{at}.body.node.aggregate.power.exponent"),
                        *exponent,
                        -100.0,
                        100.0,
                    );
                }
                criteria_of(children, &format!("{at}.body.node.children"), seen, findings);
            }
        }
    }
}

fn function(function: &ScoreFunction, path: &str, findings: &mut Findings) {
    let mut finite = |field: &str, value: f64| {
        findings.within(|| format!("{path}.{field}"), value, -f64::MAX, f64::MAX);
    };
    match function {
        ScoreFunction::Linear { zero, full } | ScoreFunction::Improvement { zero, full, .. } => {
            let name =
                if matches!(function, ScoreFunction::Linear { .. }) { "linear" } else { "improvement" };
            finite(&format!("{name}.zero"), *zero);
            finite(&format!("{name}.full"), *full);
            if zero == full {
                findings.add(format!("{path}.{name}.full"), Problem::ZeroIsFull);
            }
        }
        ScoreFunction::Steps { below, steps } => {
            findings.within(|| format!("{path}.steps.below"), *below, 0.0, 1.0);
            points(
                steps.iter().map(|step| (step.from, step.share)),
                &format!("{path}.steps.steps"),
                findings,
            );
        }
        ScoreFunction::Piecewise { points: drawn } => {
            points(drawn.iter().copied(), &format!("{path}.piecewise.points"), findings);
        }
        ScoreFunction::Target { target } => {
            findings.within(|| format!("{path}.target.target"), *target, f64::MIN_POSITIVE, f64::MAX);
        }
        ScoreFunction::PerEvent { loss } => {
            findings.within(|| format!("{path}.per_event.loss"), *loss, 0.0, f64::MAX);
        }
        ScoreFunction::Relative { method: Relative::ZScore { clamp }, .. } => {
            let at = || format!("{path}.relative.method.z_score.clamp");
            findings.within(at, *clamp, f64::MIN_POSITIVE, f64::MAX);
        }
        ScoreFunction::YesNo { .. } | ScoreFunction::Relative { .. } => {}
    }
}

/// Points of a curve: some, thresholds rising, shares within 0..=1.
fn points(points: impl Iterator<Item = (f64, f64)>, path: &str, findings: &mut Findings) {
    let points: Vec<(f64, f64)> = points.collect();
    if points.is_empty() {
        findings.add(path.to_owned(), Problem::NothingIn);
    }
    for (nth, (x, share)) in points.iter().enumerate() {
        findings.within(|| format!("{path}[{nth}]"), *x, -f64::MAX, f64::MAX);
        findings.within(|| format!("{path}[{nth}]"), *share, 0.0, 1.0);
        if nth > 0 && points[nth - 1].0 >= *x {
            findings.add(format!("{path}[{nth}]"), Problem::NotInOrder);
        }
    }
}

fn bands(bands: &[Band], path: &str, grades: &BTreeSet<&str>, findings: &mut Findings) {
    for (nth, band) in bands.iter().enumerate() {
        let at = |field: &str| format!("{path}[{nth}].{field}");
        findings.known(|| at("grade"), Thing::Grade, band.grade.as_str(), grades);
        findings.within(|| at("from"), band.from, -f64::MAX, f64::MAX);
        if nth > 0 && bands[nth - 1].from <= band.from {
            findings.add(at("from"), Problem::NotInOrder);
        }
    }
}

fn condition(condition: &Condition, path: &str, known: &Known, findings: &mut Findings) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
            let list = match condition {
                Condition::All(_) => "all",
                Condition::Any(_) => "any",
                _ => "at_least.of",
            };
            for (nth, part) in parts.iter().enumerate() {
                self::condition(part, &format!("{path}.{list}[{nth}]"), known, findings);
            }
        }
        Condition::Not(part) => self::condition(part, &format!("{path}.not"), known, findings),
        Condition::Compare { left, than, by_class, .. } => {
            let at = |field: &str| format!("{path}.compare.{field}");
            if let Operand::Criterion(id) = left {
                findings.known(|| at("left.criterion"), Thing::Criterion, id.as_str(), &known.criteria);
            }
            findings.within(|| at("than"), *than, -f64::MAX, f64::MAX);
            for (nth, own) in by_class.iter().enumerate() {
                findings.within(|| at(&format!("by_class[{nth}].than")), own.than, -f64::MAX, f64::MAX);
            }
        }
        Condition::Grade { among, .. } => {
            for (nth, grade) in among.iter().enumerate() {
                let at = || format!("{path}.grade.among[{nth}]");
                findings.known(at, Thing::Grade, grade.as_str(), &known.grades);
            }
        }
        Condition::Fired(rule) => {
            findings.known(|| format!("{path}.fired"), Thing::Rule, rule.as_str(), &known.rules);
        }
        Condition::SubUnitVetoed { .. } => {}
    }
}

fn effect(effect: &Effect, path: &str, known: &Known, findings: &mut Findings) {
    let mut marks = |field: &str, value: f64, least: f64| {
        findings.within(|| format!("{path}.{field}"), value, least, 1e12);
    };
    match effect {
        Effect::Deduct { marks: off, beyond, cap, .. } => {
            marks("deduct.marks", *off, 0.0);
            marks("deduct.beyond", *beyond, 0.0);
            cap.iter().for_each(|cap| marks("deduct.cap", *cap, 0.0));
        }
        Effect::Bonus { marks: on_top, cap, .. } => {
            marks("bonus.marks", *on_top, 0.0);
            cap.iter().for_each(|cap| marks("bonus.cap", *cap, 0.0));
        }
        Effect::MarksByPlace { top, bottom } => {
            for (list, values) in [("top", top), ("bottom", bottom)] {
                for (nth, value) in values.iter().enumerate() {
                    marks(&format!("marks_by_place.{list}[{nth}]"), *value, -1e12);
                }
            }
        }
        Effect::SetTotal { marks: total } => marks("set_total.marks", *total, 0.0),
        Effect::CapTotal { marks: total } => marks("cap_total.marks", *total, 0.0),
        _ => {}
    }
    match effect {
        Effect::ZeroCriterion { criterion } => {
            let at = || format!("{path}.zero_criterion.criterion");
            findings.known(at, Thing::Criterion, criterion.as_str(), &known.criteria);
        }
        Effect::Deduct { criterion: Some(criterion), .. } => {
            let at = || format!("{path}.deduct.criterion");
            findings.known(at, Thing::Criterion, criterion.as_str(), &known.criteria);
        }
        Effect::SetGrade { grade } => {
            findings.known(|| format!("{path}.set_grade.grade"), Thing::Grade, grade.as_str(), &known.grades);
        }
        Effect::CapGrade { grade } => {
            findings.known(|| format!("{path}.cap_grade.grade"), Thing::Grade, grade.as_str(), &known.grades);
        }
        _ => {}
    }
}

fn rule_cycle(rules: &[Rule], findings: &mut Findings) {
    let next: BTreeMap<&str, Vec<&str>> = rules
        .iter()
        .map(|rule| {
            let mut named = Vec::new();
            rule.when.walk(&mut |one| {
                if let Condition::Fired(rule) = one {
                    named.push(rule.as_str());
                }
            });
            (rule.id.as_str(), named)
        })
        .collect();
    for (nth, rule) in rules.iter().enumerate() {
        findings.cycle(|| format!("rules[{nth}].when"), rule.id.as_str(), &next);
    }
}
