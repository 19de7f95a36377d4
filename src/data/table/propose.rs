//! From a book to a plan: the tables recognised, their labels matched, the measures converted.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Book,
    doubt::{Doubt, Why},
    find::{CellsSeen, Finding, Found, FoundIndicator},
    matching::{KnownNames, Match, Matching, Named},
    measure::WrittenMeasure,
    name::{normalised, numbering},
    plan::{IndicatorMatch, IndicatorTarget, Place, Plan, TablePlan, UnitMatch, UnitTarget},
    recognise::{self, Known, Looking, Statistic, is_sum, statistic},
    year::find_year,
};
use crate::domain::{
    ClassId, DataSet, Document, Indicator, Measure, MeasureKind, Quality, Text, Unit, UnitClass,
    YEARS_ALLOWED,
};

/// Understands a book as far as it can. What it is unsure of is named; what it says can be changed before it is applied.
/// `everything` names the class of new units where there is no class yet.
pub fn propose(book: &Book, data: &DataSet, everything: &Text) -> (Plan, Vec<Doubt>) {
    let mut proposing = Proposing::new(book, data, everything);
    while !proposing.step(book, data) {}
    proposing.finish()
}

/// A book being understood: call [`Proposing::step`] with the same book and data set until it is done, then
/// [`Proposing::finish`].
pub struct Proposing {
    known: Known,
    sheet: usize,
    looking: Looking,
    doubts: Vec<Doubt>,
    plan: Plan,
    refreshing: Option<Refreshing>,
}

impl Proposing {
    /// Begins with a book.
    pub fn new(book: &Book, data: &DataSet, everything: &Text) -> Self {
        let stem = book.file_name.rsplit_once('.').map_or(book.file_name.as_str(), |(stem, _)| stem);
        let taken = |id: &str| data.documents.iter().any(|other| other.id.as_str() == id);
        let document = Document {
            id: free_id("import", &normalised(stem), taken).into(),
            title: in_its_language(stem),
            publisher: Text::default(),
            date: String::new(),
            quality: Quality::Report,
            address: String::new(),
        };
        let year = find_year(stem).map(|(found, _)| found.year).filter(|year| YEARS_ALLOWED.contains(year));
        let mut classes = Vec::new();
        if data.classes.is_empty() {
            classes.push(UnitClass { id: "all".into(), name: everything.clone() });
        }
        let (tables, units, indicators) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            known: Known::of(data),
            sheet: 0,
            looking: Looking::default(),
            doubts: Vec::new(),
            plan: Plan { tables, indicators, units, classes, year, document },
            refreshing: None,
        }
    }

    /// Goes on for some milliseconds; true when all is understood.
    pub fn step(&mut self, book: &Book, data: &DataSet) -> bool {
        if let Some(sheet) = book.sheets.get(self.sheet) {
            if !self.looking.step(sheet) {
                return false;
            }
            let looked = std::mem::take(&mut self.looking);
            let found = recognise::tables_of(self.sheet as u32, sheet, looked, &self.known, &mut self.doubts);
            self.plan.tables.extend(found);
            self.sheet += 1;
            return false;
        }
        self.refreshing.get_or_insert_default().step(book, data, &mut self.plan)
    }

    /// How much is done, 0..=1.
    pub fn done(&self, book: &Book) -> f64 {
        let part = book.sheets.get(self.sheet).map_or(0.0, |sheet| self.looking.done(sheet));
        let sheets = (self.sheet as f64 + part) / book.sheets.len().max(1) as f64;
        0.5 * sheets + 0.5 * self.refreshing.as_ref().map_or(0.0, |refreshing| refreshing.done(&self.plan))
    }

    /// What was understood, and what is doubtful.
    pub fn finish(mut self) -> (Plan, Vec<Doubt>) {
        (self.plan, std::mem::take(&mut self.doubts))
    }
}

/// The doubts about the years of a plan's tables.
pub(super) fn without_year(book: &Book, plan: &Plan) -> Vec<Doubt> {
    let none = plan.tables.iter().filter(|table| table.read && table.year == Place::Nowhere);
    let doubt = |table: &TablePlan| {
        let sheet = book.sheets.get(table.sheet as usize).map(|sheet| sheet.name.clone()).unwrap_or_default();
        Doubt { sheet, cell: None, why: Why::NoYear }
    };
    if plan.year.is_some() { Vec::new() } else { none.map(doubt).collect() }
}

/// Reads the labels again after the tables of a plan were changed. What was decided for a label before stays.
pub fn refresh(book: &Book, data: &DataSet, plan: &mut Plan) {
    let mut refreshing = Refreshing::default();
    while !refreshing.step(book, data, plan) {}
}

/// The labels of a plan being read again.
#[derive(Default)]
pub struct Refreshing {
    finding: Finding,
    found: Option<Found>,
    matching: Option<Matching>,
    has_units: bool,
}

impl Refreshing {
    /// Goes on for some milliseconds; true when the labels of the plan are read.
    pub fn step(&mut self, book: &Book, data: &DataSet, plan: &mut Plan) -> bool {
        let Some(found) = &self.found else {
            if self.finding.step(book, plan) {
                self.found = Some(std::mem::take(&mut self.finding).finish());
            }
            return false;
        };
        let has_units = self.has_units;
        let matching = self.matching.get_or_insert_with(|| match has_units {
            false => {
                let labels = found.units.iter().map(|found| found.label.clone());
                Matching::new(Named::Units, labels.collect(), unit_names(data))
            }
            true => {
                let labels = found.indicators.iter().map(|found| found.label.clone());
                Matching::new(Named::Indicators, labels.collect(), indicator_names(data))
            }
        });
        if !matching.step() {
            return false;
        }
        let Some(matches) = self.matching.take().map(Matching::finish) else { return false };
        if has_units {
            let fresh = indicators_of(found, &matches, data);
            plan.indicators = keep(fresh, std::mem::take(&mut plan.indicators), |one| &one.label);
            return true;
        }
        add_classes(found, data, &mut plan.classes);
        let fresh = units_of(found, &matches, data, &plan.classes);
        plan.units = keep(fresh, std::mem::take(&mut plan.units), |one| &one.label);
        self.has_units = true;
        false
    }

    fn done(&self, plan: &Plan) -> f64 {
        if self.found.is_some() { 1.0 } else { self.finding.done(plan) }
    }
}

fn keep<T>(fresh: Vec<T>, decided: Vec<T>, label: impl Fn(&T) -> &String) -> Vec<T> {
    let mut decided: BTreeMap<String, T> =
        decided.into_iter().map(|old| (label(&old).clone(), old)).collect();
    fresh.into_iter().map(|fresh| decided.remove(label(&fresh)).unwrap_or(fresh)).collect()
}

fn unit_names(data: &DataSet) -> Vec<KnownNames> {
    let names =
        |unit: &Unit| KnownNames(vec![unit.id.as_str().into(), unit.name.zh.clone(), unit.name.en.clone()]);
    data.units.iter().map(names).collect()
}

fn indicator_names(data: &DataSet) -> Vec<KnownNames> {
    let names = |indicator: &Indicator| {
        KnownNames(vec![indicator.id.as_str().into(), indicator.name.zh.clone(), indicator.name.en.clone()])
    };
    data.indicators.iter().map(names).collect()
}

fn add_classes(found: &Found, data: &DataSet, classes: &mut Vec<UnitClass>) {
    for unit in found.units.iter().filter(|unit| !unit.class.is_empty()) {
        let all = || data.classes.iter().chain(classes.iter());
        if !all().any(|class| is_named(class, &unit.class)) {
            let id =
                free_id("class", &id_letters(&unit.class), |id| all().any(|class| class.id.as_str() == id));
            classes.push(UnitClass { id: id.into(), name: in_its_language(&unit.class) });
        }
    }
}

fn is_named(class: &UnitClass, name: &str) -> bool {
    [class.id.as_str(), &class.name.zh, &class.name.en]
        .iter()
        .any(|known| normalised(known) == normalised(name))
}

fn class_of(name: &str, data: &DataSet, classes: &[UnitClass]) -> ClassId {
    let all = || data.classes.iter().chain(classes);
    let named = |class: &&UnitClass| {
        [class.id.as_str(), &class.name.zh, &class.name.en]
            .iter()
            .any(|known| normalised(known) == normalised(name))
    };
    let found = if name.is_empty() { None } else { all().find(named) };
    found.or_else(|| all().next()).map_or_else(|| "all".into(), |class| class.id.clone())
}

fn units_of(found: &Found, matches: &[Match], data: &DataSet, classes: &[UnitClass]) -> Vec<UnitMatch> {
    let mut new: BTreeMap<usize, Unit> = BTreeMap::new();
    let mut ids: BTreeSet<String> = data.units.iter().map(|unit| unit.id.to_string()).collect();
    let of = |(unit, matched): (&super::find::FoundUnit, &Match)| {
        let (target, confidence) = match *matched {
            _ if is_sum(&unit.label.text) => (UnitTarget::Leave, 0.8),
            Match::Known(place, like) => (known_unit(data, place), like),
            Match::New(number, like) => {
                let made = new.entry(number).or_insert_with(|| {
                    let wish = if unit.label.code.is_empty() { &unit.label.text } else { &unit.label.code };
                    let id = free_id("unit", &id_letters(wish), |id| ids.contains(id));
                    ids.insert(id.clone());
                    let class = class_of(&unit.class, data, classes);
                    Unit { id: id.into(), name: in_its_language(&unit.label.text), class, parent: None }
                });
                (UnitTarget::New(made.clone()), like)
            }
        };
        UnitMatch {
            label: unit.label.text.clone(),
            code: unit.label.code.clone(),
            class: unit.class.clone(),
            first: unit.first,
            target,
            confidence,
        }
    };
    found.units.iter().zip(matches).map(of).collect()
}

fn known_unit(data: &DataSet, place: usize) -> UnitTarget {
    data.units.get(place).map_or(UnitTarget::Leave, |unit| UnitTarget::Known(unit.id.clone()))
}

fn indicators_of(found: &Found, matches: &[Match], data: &DataSet) -> Vec<IndicatorMatch> {
    let mut new: BTreeMap<usize, Indicator> = BTreeMap::new();
    let renumbered = renumbered(found, matches);
    let mut ids: BTreeSet<String> =
        data.indicators.iter().map(|indicator| indicator.id.to_string()).collect();
    let labels: BTreeSet<&str> =
        found.indicators.iter().map(|indicator| indicator.label.text.as_str()).collect();
    let of = |(indicator, matched): (&FoundIndicator, &Match)| {
        let written = &indicator.written;
        let base = written.standard_error_of.clone().or_else(|| standard_error_base(&written.label, &labels));
        let (target, confidence) = match (*matched, base) {
            (_, Some(base)) => (IndicatorTarget::StandardErrorOf(base), 0.95),
            _ if is_sum(&written.label) => (IndicatorTarget::Leave, 0.8),
            (Match::Known(place, like), None) => match data.indicators.get(place) {
                Some(known) => (IndicatorTarget::Known(known.id.clone()), like),
                None => (IndicatorTarget::Leave, 0.0),
            },
            (Match::New(number, like), None) => {
                let made = new.entry(number).or_insert_with(|| {
                    let name = if renumbered.contains(&number) {
                        without_number(&written.label)
                    } else {
                        &written.label
                    };
                    let id = free_id("indicator", &id_letters(name), |id| ids.contains(id));
                    ids.insert(id.clone());
                    new_indicator(&id, name, indicator)
                });
                (IndicatorTarget::New(made.clone()), like)
            }
        };
        let kind = match (&target, *matched) {
            (IndicatorTarget::New(new), _) => Some(new.measure.kind),
            (IndicatorTarget::Known(_), Match::Known(place, _)) => {
                data.indicators.get(place).map(|k| k.measure.kind)
            }
            _ => None,
        };
        IndicatorMatch {
            label: written.label.clone(),
            measure: written.measure.clone(),
            first: indicator.first,
            factor: factor(written.measure.as_ref(), kind, &indicator.cells),
            target,
            confidence,
        }
    };
    found.indicators.iter().zip(matches).map(of).collect()
}

/// `X SE` or `X 标准误` beside `X`.
fn standard_error_base(label: &str, labels: &BTreeSet<&str>) -> Option<String> {
    let ends = ["标准误差", "标准误", "StdErr", "Std. Error", "Standard error", "SE", "_se"];
    ends.iter().find_map(|end| {
        debug_assert!(statistic(end).is_none_or(|kind| kind == Statistic::StandardError));
        let base = label.strip_suffix(end)?.trim_end_matches([' ', '-', '–', '_', '(', ':']);
        labels.get(base).map(|base| (*base).to_owned())
    })
}

/// The new indicators that stand under another number in another table: 1.3 in one year, 1.2 in the next.
fn renumbered(found: &Found, matches: &[Match]) -> BTreeSet<usize> {
    let mut numbers: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (indicator, matched) in found.indicators.iter().zip(matches) {
        if let Match::New(number, _) = matched {
            numbers.entry(*number).or_default().insert(numbering(&indicator.label.text));
        }
    }
    numbers.into_iter().filter(|(_, numbers)| numbers.len() > 1).map(|(number, _)| number).collect()
}

fn without_number(label: &str) -> &str {
    label.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || ". 、()（）".contains(c))
}

fn new_indicator(id: &str, name: &str, found: &FoundIndicator) -> Indicator {
    let measure =
        found.written.measure.as_ref().map_or_else(|| found.cells.measure(), WrittenMeasure::measure);
    Indicator {
        id: id.into(),
        name: in_its_language(name),
        measure,
        aspect: Default::default(),
        reporter: Default::default(),
        formula: None,
        note: Text::default(),
    }
}

/// A new indicator for a label that was taken for something else.
pub(super) fn new_indicator_for(label: &IndicatorMatch, data: &DataSet, plan: &Plan) -> IndicatorTarget {
    let taken = |id: &str| {
        let new = plan.indicators.iter().filter_map(|other| match &other.target {
            IndicatorTarget::New(new) => Some(&new.id),
            _ => None,
        });
        data.indicators.iter().map(|known| &known.id).chain(new).any(|other| other.as_str() == id)
    };
    let plain = || Measure { kind: MeasureKind::Number, name: Text::default() };
    IndicatorTarget::New(Indicator {
        id: free_id("indicator", &id_letters(&label.label), taken).into(),
        name: in_its_language(&label.label),
        measure: label.measure.as_ref().map_or_else(plain, WrittenMeasure::measure),
        aspect: Default::default(),
        reporter: Default::default(),
        formula: None,
        note: Text::default(),
    })
}

/// A new unit for a label that was taken for something else.
pub(super) fn new_unit_for(label: &UnitMatch, data: &DataSet, plan: &Plan) -> UnitTarget {
    let taken = |id: &str| {
        let new = plan.units.iter().filter_map(|other| match &other.target {
            UnitTarget::New(new) => Some(&new.id),
            _ => None,
        });
        data.units.iter().map(|known| &known.id).chain(new).any(|other| other.as_str() == id)
    };
    let wish = if label.code.is_empty() { &label.label } else { &label.code };
    UnitTarget::New(Unit {
        id: free_id("unit", &id_letters(wish), taken).into(),
        name: in_its_language(&label.label),
        class: class_of(&label.class, data, &plan.classes),
        parent: None,
    })
}

/// What a figure is multiplied by into the indicator's measure. Figures above 1 where a share is wanted and no sign of
/// percent is given are percentages.
fn factor(written: Option<&WrittenMeasure>, kind: Option<MeasureKind>, cells: &CellsSeen) -> f64 {
    match (written, kind) {
        (Some(written), Some(kind)) if written.kind == kind => written.factor,
        (Some(written), _) if written.kind != MeasureKind::Share && written.factor != 1.0 => written.factor,
        (None, Some(MeasureKind::Share)) if cells.above_one * 2 > cells.figures - cells.shares => 0.01,
        _ => 1.0,
    }
}

/// A text in the language that its letters are of.
pub(super) fn in_its_language(name: &str) -> Text {
    let is_chinese = name.chars().any(|letter| ('\u{3400}'..='\u{9FFF}').contains(&letter));
    if is_chinese { Text::new(name, "") } else { Text::new("", name) }
}

/// A name as an id: at most 60 letters, no blanks.
fn id_letters(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower
        .split(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").trim_matches(['-', '.']).chars().take(60).collect()
}

/// The wished id, or the first one with a number behind it that is free.
fn free_id(kind: &str, wish: &str, taken: impl Fn(&str) -> bool) -> String {
    let wish: String = wish.chars().take(60).collect();
    let wish = if wish.is_empty() { kind.to_owned() } else { wish };
    if !taken(&wish) {
        return wish;
    }
    let numbered = (2u32..).map(|number| format!("{wish}-{number}"));
    numbered.into_iter().find(|id| !taken(id)).unwrap_or(wish)
}
