//! The sheet of the scheme: every number that a formula reads from it, one to a row, where a class needs its own with
//! a column to each class.

use std::collections::BTreeMap;

use super::{
    flat::{Flat, sane},
    formula::X,
};
use crate::{
    domain::{
        Aggregate, Band, Body, ClassThreshold, Condition, Criterion, DataSet, Effect, GradeId, Measure,
        MeasureKind, Relative, Role, Rule, Scheme, ScoreFunction, UnitClass,
    },
    export::xlsx::{Cell, Column, Format, Sheet, column_name},
    i18n::{
        Lang, function_sentence,
        rule_sentence::{self, Names},
        texts::{
            unit::missing_policy,
            workbook::{WorkbookTexts, nth, workbook},
        },
    },
};

/// The column of a value that is the same for all classes; those of the classes follow it.
const FOR_ALL: usize = 5;

/// A row of the sheet: one value, or one a class.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    row: usize,
    values: Vec<Option<f64>>,
    sheet: String,
}

impl Setting {
    /// The cell for a class.
    pub fn x(&self, class: usize) -> X {
        let by_class = self.values.len() != 1;
        let column = if by_class { FOR_ALL + 1 + class } else { FOR_ALL };
        let value = self.values.get(if by_class { class } else { 0 }).copied().flatten();
        X::cell(format!("'{}'!${}${}", self.sheet, column_name(column), self.row), value)
    }
}

/// The settings that formulas read.
pub(super) struct Settings {
    pub full_marks: Setting,
    pub coverage_limit: Setting,
    pub year_weight: Option<Setting>,
    /// The exponent of the first level's power mean.
    pub top_exponent: Option<Setting>,
    /// By criterion: its points.
    pub points: Vec<Setting>,
    /// By criterion: the numbers of its score function, or the exponent of its mean, in the order of their fields.
    pub of_criterion: Vec<Vec<Setting>>,
    /// By criterion: the cap of a bonus.
    pub bonus_cap: Vec<Option<Setting>>,
    /// The names of the grades.
    pub grade_names: String,
    /// By class: from which total on which grade (its number from 1) is given, best first.
    pub bands: Vec<Vec<(Setting, usize)>>,
    /// By rule: the thresholds of its comparisons as its condition reads.
    pub thresholds: BTreeMap<usize, Vec<Setting>>,
    /// By rule: the numbers of its effect in the order of their fields; `None` for one that is absent.
    pub of_effect: BTreeMap<usize, Vec<Option<Setting>>>,
    pub sheet: Sheet,
}

struct Writer<'a> {
    texts: &'static WorkbookTexts,
    lang: Lang,
    data: &'a DataSet,
    sheet: Sheet,
}

/// What a row is about.
#[derive(Clone, Copy)]
struct About<'a> {
    part: &'a str,
    id: &'a str,
    name: &'a str,
    explained: &'a str,
}

impl Writer<'_> {
    fn row(&mut self, about: About, what: &str, values: Vec<Option<f64>>) -> Setting {
        let text = |text: &str| Cell::Text(text.to_string());
        let mut cells =
            vec![text(about.part), text(about.id), text(about.name), text(what), text(about.explained)];
        let cell = |value: &Option<f64>| match value {
            Some(value) if value.is_finite() => Cell::Number(*value),
            _ => text(self.texts.not_applied),
        };
        if values.len() != 1 {
            cells.push(Cell::Empty);
        }
        cells.extend(values.iter().map(cell));
        self.sheet.rows.push(cells);
        Setting { row: self.sheet.rows.len(), values, sheet: self.sheet.name.clone() }
    }

    fn one(&mut self, about: About, what: &str, value: f64) -> Setting {
        self.row(about, what, vec![Some(value)])
    }
}

impl Settings {
    /// Writes a scheme down.
    pub fn new(scheme: &Scheme, flat: &Flat, data: &DataSet, lang: Lang) -> Self {
        let texts = workbook(lang);
        let mut writer = Writer { texts, lang, data, sheet: empty_sheet(texts, data, lang) };
        let about = About { part: texts.general, id: "", name: "", explained: "" };
        let named = About { name: lang.pick(&scheme.name), explained: lang.pick(&scheme.source), ..about };
        let full_marks = writer.one(named, texts.full_marks, sane(scheme.full_marks));
        let coverage_limit = writer.one(about, texts.coverage_limit, scheme.coverage_limit);
        let year_weight =
            scheme.over_years.map(|over| writer.one(about, texts.year_weight, over.weight.clamp(0.0, 1.0)));
        let top_exponent = match scheme.aggregate {
            Aggregate::Power { exponent } => Some(writer.one(about, texts.exponent, exponent)),
            _ => None,
        };
        let (points, of_criterion, bonus_cap) = criteria(&mut writer, scheme, flat);
        let (grade_names, bands) = grades(&mut writer, scheme);
        let (mut thresholds, mut of_effect) = (BTreeMap::new(), BTreeMap::new());
        let names = Names::new(scheme, data, lang);
        for (at, rule) in scheme.rules.iter().enumerate().filter(|(_, rule)| rule.on) {
            let sentence = rule_sentence::rule(&names, rule);
            let (name, id) = (lang.pick(&rule.name), rule.id.as_str());
            let about = About { part: texts.rule, id, name, explained: &sentence };
            thresholds.insert(at, thresholds_of(&mut writer, about, rule));
            of_effect.insert(at, effect(&mut writer, about, scheme, rule));
        }
        Self {
            full_marks,
            coverage_limit,
            year_weight,
            top_exponent,
            points,
            of_criterion,
            bonus_cap,
            grade_names,
            bands,
            thresholds,
            of_effect,
            sheet: writer.sheet,
        }
    }
}

fn empty_sheet(texts: &WorkbookTexts, data: &DataSet, lang: Lang) -> Sheet {
    let mut head: Vec<Cell> =
        [texts.part, texts.id, texts.name, texts.setting, texts.explained, texts.all_classes]
            .map(|text| Cell::Text(text.to_string()))
            .into();
    head.extend(data.classes.iter().map(|class| Cell::Text(lang.pick(&class.name).to_string())));
    let widths = [10.0, 16.0, 28.0, 22.0, 40.0].into_iter().chain(std::iter::repeat(12.0)).take(head.len());
    let columns = widths.map(|width| Column { width, format: Format::Plain }).collect();
    Sheet { name: texts.sheet_scheme.to_string(), columns, rows: vec![head], head: 1, beside: 3 }
}

/// Settings by criterion: points, those of its function or mean, the cap of a bonus.
type OfCriteria = (Vec<Setting>, Vec<Vec<Setting>>, Vec<Option<Setting>>);

fn criteria(writer: &mut Writer, scheme: &Scheme, flat: &Flat) -> OfCriteria {
    let (texts, lang) = (writer.texts, writer.lang);
    let count = flat.nodes.len();
    let (mut points, mut of_criterion, mut caps) =
        (vec![None; count], vec![Vec::new(); count], vec![None; count]);
    let differs =
        !scheme.class_points.is_empty() || flat.nodes.iter().any(|node| !node.criterion.classes.is_empty());
    for at in flat.in_reading_order() {
        let node = &flat.nodes[at];
        let criterion = node.criterion;
        let name = format!("{}{}", "　".repeat(node.level - 1), lang.pick(&criterion.name));
        let explained = explained(writer, scheme, criterion);
        let about =
            About { part: texts.criterion, id: criterion.id.as_str(), name: &name, explained: &explained };
        let own = if differs { node.points.clone() } else { vec![Some(sane(criterion.points))] };
        points[at] = Some(writer.row(about, texts.points, own));
        let about = About { explained: "", ..about };
        if let Role::Bonus { cap } = criterion.role {
            caps[at] = Some(writer.one(about, texts.bonus_cap, sane(cap)));
        }
        of_criterion[at] = match &criterion.body {
            Body::Leaf(leaf) => numbers_of(&leaf.function)
                .into_iter()
                .map(|(what, value)| writer.one(about, &what.of(texts, lang), value))
                .collect(),
            Body::Node { aggregate: Aggregate::Power { exponent }, .. } => {
                vec![writer.one(about, texts.exponent, *exponent)]
            }
            Body::Node { .. } => Vec::new(),
        };
    }
    (points.into_iter().flatten().collect(), of_criterion, caps)
}

/// How a criterion is scored, in words.
fn explained(writer: &Writer, scheme: &Scheme, criterion: &Criterion) -> String {
    let (texts, lang) = (writer.texts, writer.lang);
    match &criterion.body {
        Body::Leaf(leaf) => {
            let indicator = writer.data.indicators.iter().find(|one| one.id == leaf.indicator);
            let name = indicator.map_or(leaf.indicator.as_str(), |one| lang.pick(&one.name));
            let number = Measure { kind: MeasureKind::Number, name: Default::default() };
            let measure = indicator.map_or(&number, |one| &one.measure);
            let function = function_sentence::function(lang, &leaf.function, measure);
            let missing = missing_policy(lang, leaf.missing.unwrap_or(scheme.missing));
            format!("{name} · {function} · {}{missing}", texts.where_missing)
        }
        Body::Node { aggregate, .. } => match aggregate {
            Aggregate::Arithmetic => texts.arithmetic,
            Aggregate::Geometric => texts.geometric,
            Aggregate::Harmonic => texts.harmonic,
            Aggregate::Power { .. } => texts.power,
            Aggregate::Minimum => texts.minimum,
            Aggregate::Sum => texts.sum,
        }
        .to_string(),
    }
}

/// Which number of a score function it is.
#[derive(Clone, Copy)]
enum What {
    Zero,
    Full,
    Below,
    From(usize),
    Share(usize),
    Target,
    Loss,
    Clamp,
}

impl What {
    fn of(self, texts: &WorkbookTexts, lang: Lang) -> String {
        match self {
            Self::Zero => texts.zero_at.to_string(),
            Self::Full => texts.full_at.to_string(),
            Self::Below => texts.below.to_string(),
            Self::From(at) => nth(lang, texts.from, at),
            Self::Share(at) => nth(lang, texts.share_of, at),
            Self::Target => texts.target.to_string(),
            Self::Loss => texts.loss.to_string(),
            Self::Clamp => texts.clamp.to_string(),
        }
    }
}

fn numbers_of(function: &ScoreFunction) -> Vec<(What, f64)> {
    match function {
        ScoreFunction::Linear { zero, full } | ScoreFunction::Improvement { zero, full, .. } => {
            vec![(What::Zero, *zero), (What::Full, *full)]
        }
        ScoreFunction::Steps { below, steps } => {
            let each = steps
                .iter()
                .enumerate()
                .flat_map(|(at, step)| [(What::From(at + 1), step.from), (What::Share(at + 1), step.share)]);
            std::iter::once((What::Below, *below)).chain(each).collect()
        }
        ScoreFunction::Piecewise { points } => points
            .iter()
            .enumerate()
            .flat_map(|(at, (x, share))| [(What::From(at + 1), *x), (What::Share(at + 1), *share)])
            .collect(),
        ScoreFunction::Target { target } => vec![(What::Target, *target)],
        ScoreFunction::PerEvent { loss } => vec![(What::Loss, *loss)],
        ScoreFunction::Relative { method: Relative::ZScore { clamp }, .. } => vec![(What::Clamp, *clamp)],
        ScoreFunction::YesNo { .. } | ScoreFunction::Relative { .. } => Vec::new(),
    }
}

/// The range of the grades' names, and each class's bands.
fn grades(writer: &mut Writer, scheme: &Scheme) -> (String, Vec<Vec<(Setting, usize)>>) {
    let (texts, lang) = (writer.texts, writer.lang);
    let first = writer.sheet.rows.len() + 1;
    for (at, grade) in scheme.grades.iter().enumerate() {
        let about =
            About { part: texts.grades, id: grade.id.as_str(), name: lang.pick(&grade.name), explained: "" };
        writer.one(about, texts.order, (at + 1) as f64);
    }
    let last = writer.sheet.rows.len().max(first);
    let names = format!("'{}'!$C${first}:$C${last}", writer.sheet.name);
    let common = bands(writer, scheme, &scheme.bands, "");
    let classes = writer.data.classes.clone();
    let by_class = classes
        .iter()
        .map(|class| match scheme.class_bands.iter().find(|own| own.class == class.id) {
            Some(own) => bands(writer, scheme, &own.bands, lang.pick(&class.name)),
            None => common.clone(),
        })
        .collect();
    (names, by_class)
}

fn bands(writer: &mut Writer, scheme: &Scheme, bands: &[Band], class: &str) -> Vec<(Setting, usize)> {
    let (texts, lang) = (writer.texts, writer.lang);
    bands
        .iter()
        .map(|band| {
            let at = scheme.grades.iter().position(|grade| grade.id == band.grade);
            let name = at.map_or(band.grade.as_str(), |at| lang.pick(&scheme.grades[at].name));
            let about = About { part: texts.bands, id: band.grade.as_str(), name, explained: class };
            let nth = at.map_or(scheme.grades.len(), |at| at + 1);
            (writer.one(about, texts.from, band.from), nth)
        })
        .collect()
}

fn thresholds_of(writer: &mut Writer, about: About, rule: &Rule) -> Vec<Setting> {
    let mut found = Vec::new();
    comparisons(&rule.when, &mut found);
    let classes = writer.data.classes.clone();
    found
        .into_iter()
        .enumerate()
        .map(|(at, (than, by_class))| {
            let own = |class: &UnitClass| by_class.iter().find(|own| own.class == class.id);
            let values = if by_class.is_empty() {
                vec![Some(than)]
            } else {
                classes.iter().map(|class| Some(own(class).map_or(than, |own| own.than))).collect()
            };
            writer.row(about, &nth(writer.lang, writer.texts.threshold, at + 1), values)
        })
        .collect()
}

/// The thresholds of a condition in the order in which it is read.
fn comparisons<'c>(condition: &'c Condition, found: &mut Vec<(f64, &'c [ClassThreshold])>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast { of: parts, .. } => {
            parts.iter().for_each(|part| comparisons(part, found));
        }
        Condition::Not(part) => comparisons(part, found),
        Condition::Compare { than, by_class, .. } => found.push((*than, by_class)),
        _ => {}
    }
}

fn effect(writer: &mut Writer, about: About, scheme: &Scheme, rule: &Rule) -> Vec<Option<Setting>> {
    let (texts, lang) = (writer.texts, writer.lang);
    let grade = |id: &GradeId| scheme.grades.iter().position(|grade| &grade.id == id);
    let mut write = |what: &str, value: Option<f64>| value.map(|value| writer.one(about, what, value));
    match &rule.effect {
        Effect::Deduct { marks, beyond, cap, .. } => {
            vec![write(texts.marks, Some(*marks)), write(texts.beyond, Some(*beyond)), write(texts.cap, *cap)]
        }
        Effect::Bonus { marks, cap, gate, .. } => {
            vec![write(texts.marks, Some(*marks)), write(texts.cap, *cap), write(texts.gate, *gate)]
        }
        Effect::MarksByPlace { top, bottom } => {
            let mut all = Vec::new();
            for (what, list) in [(texts.top_place, top), (texts.bottom_place, bottom)] {
                let each = list.iter().enumerate();
                all.extend(each.map(|(at, marks)| write(&nth(lang, what, at + 1), Some(*marks))));
            }
            all
        }
        Effect::SetTotal { marks } | Effect::CapTotal { marks } => vec![write(texts.marks, Some(*marks))],
        Effect::SetGrade { grade: id } | Effect::CapGrade { grade: id } => {
            vec![write(texts.grade_nth, grade(id).map(|at| (at + 1) as f64))]
        }
        Effect::DemoteGrade { by } | Effect::DemoteRank { by } => {
            vec![write(texts.demote, Some(f64::from(*by)))]
        }
        Effect::ZeroCriterion { .. } | Effect::Veto | Effect::StopScoring | Effect::Note { .. } => Vec::new(),
    }
}
