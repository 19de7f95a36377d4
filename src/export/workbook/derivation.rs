//! The sheet that derives a year: every criterion of every unit, the totals, the rules in their order, grades and places.
//!
//! One row a unit, one column a step. Rules that look back read the sheets of the years before, which are made alike.

use std::{collections::BTreeMap, ops::Range, rc::Rc};

use super::{
    flat::{Flat, settled},
    formula::{Is, Span, X, and, int, max, min, n, nothing, power, share, sum_product, total, when},
    grid::{Entry, Grid, Order},
    leaf::LeafColumns,
    rules::RuleColumns,
    settings::{Setting, Settings},
    values::{Values, heading},
};
use crate::{
    domain::{Aggregate, Evaluation, Scheme, Year},
    export::xlsx::Cell,
    i18n::{
        Lang,
        texts::workbook::{WorkbookTexts, derivation},
    },
    scoring::Table,
};

/// What the sheets of all years have in common.
pub(super) struct Frame<'f> {
    pub table: &'f Table,
    pub scheme: &'f Scheme,
    pub flat: &'f Flat<'f>,
    pub order: &'f Order,
    pub values: &'f Values,
    pub settings: &'f Settings,
    pub lang: Lang,
    pub texts: &'static WorkbookTexts,
}

/// The columns that later years and the results read.
#[derive(Clone, Default)]
pub(super) struct Marked {
    /// The total before rules, limited, combined and rounded.
    pub before: usize,
    pub coverage: usize,
    pub rated: usize,
    /// The total within its limits, not yet combined with earlier years.
    pub own_total: usize,
    pub total: usize,
    /// 1 where scoring stopped.
    pub stopped: Option<usize>,
    /// The grade's number.
    pub grade: usize,
    pub vetoed: usize,
    pub place: usize,
    pub would_be: usize,
    pub rules: BTreeMap<usize, RuleColumns>,
}

/// A year's sheet while it is made, and when it is done.
pub(super) struct Derivation<'f> {
    pub frame: &'f Frame<'f>,
    pub year: Year,
    pub evaluation: &'f Evaluation,
    /// The sheets of the years before, the latest last.
    pub earlier: Vec<Rc<Derivation<'f>>>,
    pub grid: Grid,
    /// The first of the columns of shares, of coverages, of marks; each has one a criterion.
    pub shares: usize,
    pub coverages: usize,
    pub marks: usize,
    /// The first column of shares after zeroing, where a rule zeroes.
    pub zeroed: Option<usize>,
    pub marked: Marked,
}

/// A unit's total and grade as a condition sees them.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub total: usize,
    pub grade: usize,
    /// The places from the first and from the last.
    pub places: Option<(usize, usize)>,
}

impl<'f> Derivation<'f> {
    /// Derives a year.
    pub fn new(frame: &'f Frame<'f>, evaluation: &'f Evaluation, earlier: Vec<Rc<Derivation<'f>>>) -> Self {
        let year = evaluation.year;
        let head = 3 + frame.table.data().classes.len();
        let mut grid = Grid::new(derivation(frame.lang, year), head);
        heading(&mut grid, frame.table, frame.order, frame.lang);
        let marked = Marked::default();
        let mut this = Self {
            frame,
            year,
            evaluation,
            earlier,
            grid,
            shares: 0,
            coverages: 0,
            marks: 0,
            zeroed: None,
            marked,
        };
        this.criteria();
        this.totals();
        this
    }

    fn criteria(&mut self) {
        let nodes = &self.frame.flat.nodes;
        let leaves: Vec<Option<LeafColumns>> =
            nodes.iter().map(|node| node.criterion.leaf().map(|leaf| self.reserve_leaf(leaf))).collect();
        self.shares = self.grid.reserve(nodes.len());
        self.coverages = self.grid.reserve(nodes.len());
        self.marks = self.grid.reserve(nodes.len());
        for at in (0..nodes.len()).rev() {
            if let (Some(leaf), Some(columns)) = (nodes[at].criterion.leaf(), leaves[at]) {
                self.fill_leaf(at, leaf, columns);
                continue;
            }
            let children = nodes[at].children.clone();
            let shares = self.each(at, |this, row| {
                let (kind, own) = (this.frame.flat.aggregate(at), this.points(at, row));
                this.combined(kind, &children, this.shares, row, &own, this.exponent(Some(at)).as_ref())
            });
            self.fill_for(at, self.shares + at, self.frame.texts.share, shares);
            let covered = self.each(at, |this, row| this.covered(&children, row));
            self.fill_for(at, self.coverages + at, self.frame.texts.data_coverage, covered);
        }
    }

    /// A column about the whole.
    pub fn push(&mut self, name: &str, of: &str, formula: impl Fn(&Self, usize) -> X) -> usize {
        let entries = self.frame.order.rows().map(|row| formula(self, row).into()).collect();
        self.push_entries(name, of, entries)
    }

    /// A column with its cells.
    pub fn push_entries(&mut self, name: &str, of: &str, entries: Vec<Entry>) -> usize {
        let head = [name, of].map(|text| Cell::Text(text.to_string())).into();
        self.grid.push(head, entries)
    }

    /// The class of a row; the first where the data set does not know it, whose criteria then do not apply.
    pub fn class(&self, row: usize) -> usize {
        self.frame.order.classes[row].unwrap_or_default()
    }

    /// The points of a criterion in the scheme's sheet.
    pub fn points(&self, at: usize, row: usize) -> X {
        self.frame.settings.points[at].x(self.class(row))
    }

    fn exponent(&self, at: Option<usize>) -> Option<X> {
        let setting: Option<&Setting> = match at {
            Some(at) => self.frame.settings.of_criterion[at].first(),
            None => self.frame.settings.top_exponent.as_ref(),
        };
        setting.map(|setting| setting.x(0))
    }

    /// The weights of a criterion, a heading row a class: its points, or 0 where it does not count.
    pub fn weights_of(&self, at: usize) -> Vec<Cell> {
        let flat = self.frame.flat;
        (0..self.frame.table.data().classes.len())
            .map(|class| {
                if flat.weighs(at, class) {
                    self.frame.settings.points[at].x(class).into_cell()
                } else {
                    Cell::Number(0.0)
                }
            })
            .collect()
    }

    /// The weights of siblings for the class of a row, above their shares.
    fn weights(&self, siblings: &Range<usize>, first: usize, row: usize) -> Span {
        let (class, flat) = (self.class(row), self.frame.flat);
        let known = self.frame.order.classes[row].is_some();
        let weight = |at: usize| {
            if known && flat.weighs(at, class) { flat.nodes[at].points[class] } else { Some(0.0) }
        };
        let name = |at: usize| crate::export::xlsx::column_name(first + at);
        let head = 4 + class;
        let text = format!("{}${head}:{}${head}", name(siblings.start), name(siblings.end.max(1) - 1));
        Span::new(text, siblings.clone().map(weight).collect())
    }

    fn weight(&self, at: usize, first: usize, row: usize) -> X {
        let span = self.weights(&(at..at + 1), first, row);
        let name = format!("{}${}", crate::export::xlsx::column_name(first + at), 4 + self.class(row));
        X::cell(name, span.sum().value)
    }

    /// Siblings combined; nothing where none of them is present.
    pub fn combined(
        &self,
        kind: Aggregate,
        siblings: &Range<usize>,
        first: usize,
        row: usize,
        own: &X,
        exponent: Option<&X>,
    ) -> X {
        if siblings.is_empty() {
            return nothing();
        }
        let weights = self.weights(siblings, first, row);
        let shares = self.grid.across(first + siblings.start..first + siblings.end, row);
        let present = || [weights.factor(), shares.present()];
        let weight_present = sum_product(&present());
        let each = |piece: &dyn Fn(&X, &X) -> X, absent: f64| -> Vec<X> {
            siblings
                .clone()
                .map(|at| {
                    let (w, s) = (self.weight(at, first, row), self.grid.cell(first + at, row));
                    let counts = and(&[&s.is_number(), &w.is(Is::More, &n(0.0))]);
                    when(&counts, &piece(&w, &s), &n(absent))
                })
                .collect()
        };
        let weighted = sum_product(&[weights.factor(), shares.factor()]);
        let zeros = sum_product(&[weights.factor(), shares.present(), shares.compares(Is::Same, &n(0.0))]);
        let without_zeros = |mean: X| when(&zeros.is(Is::More, &n(0.0)), &n(0.0), &mean);
        let mean = match settled(kind) {
            Aggregate::Arithmetic => &weighted / &weight_present,
            Aggregate::Sum => share(&(&weighted / own)),
            Aggregate::Minimum => {
                let pieces = each(&|_, s| s.clone(), 1.0);
                min(&pieces.iter().collect::<Vec<_>>())
            }
            Aggregate::Geometric => {
                let pieces = each(&|w, s| power(s, &(w / &weight_present)), 1.0);
                pieces.into_iter().reduce(|a, b| &a * &b).unwrap_or_else(nothing)
            }
            Aggregate::Harmonic => without_zeros(&weight_present / &total(&each(&|w, s| w / s, 0.0))),
            Aggregate::Power { exponent: p } => {
                let p_cell = exponent.cloned().unwrap_or_else(|| n(p));
                let sum = total(&each(&|w, s| w * &power(s, &p_cell), 0.0));
                let mean = power(&(&sum / &weight_present), &(&n(1.0) / &p_cell));
                if p < 0.0 { without_zeros(mean) } else { mean }
            }
        };
        let none_weighs = when(&shares.count().is(Is::More, &n(0.0)), &n(0.0), &nothing());
        when(
            &weights.sum().is(Is::Same, &n(0.0)),
            &none_weighs,
            &when(&weight_present.is(Is::Same, &n(0.0)), &nothing(), &mean),
        )
    }

    fn covered(&self, siblings: &Range<usize>, row: usize) -> X {
        if siblings.is_empty() {
            return n(1.0);
        }
        let weights = self.weights(siblings, self.shares, row);
        let covered = self.grid.across(self.coverages + siblings.start..self.coverages + siblings.end, row);
        let covered = sum_product(&[weights.factor(), covered.factor()]);
        when(&weights.sum().is(Is::Same, &n(0.0)), &n(1.0), &(&covered / &weights.sum()))
    }

    /// The marks of the first level handed down: to each in proportion to its weighted share.
    fn hand_down(&mut self, top: usize) {
        let flat = self.frame.flat;
        for at in 0..flat.nodes.len() {
            let node = &flat.nodes[at];
            let siblings =
                node.parent.map_or(flat.roots.clone(), |parent| flat.nodes[parent].children.clone());
            let marks = self.each(at, |this, row| {
                let s = this.grid.cell(this.shares + at, row);
                if let Some(cap) = &this.frame.settings.bonus_cap[at] {
                    let marks = min(&[&(&this.points(at, row) * &s), &cap.x(0)]);
                    return when(&s.is_number(), &marks, &n(0.0));
                }
                let above = match node.parent {
                    Some(parent) => this.grid.cell(this.marks + parent, row),
                    None => &this.grid.cell(top, row) * &this.frame.settings.full_marks.x(0),
                };
                let weights = this.weights(&siblings, this.shares, row);
                let shares = this.grid.across(this.shares + siblings.start..this.shares + siblings.end, row);
                let earned = sum_product(&[weights.factor(), shares.factor()]);
                let own = &this.weight(at, this.shares, row) * &s;
                let counts = and(&[&s.is_number(), &earned.is(Is::More, &n(0.0))]);
                when(&counts, &(&(&above * &own) / &earned), &n(0.0))
            });
            self.fill_for(at, self.marks + at, self.frame.texts.marks_earned, marks);
        }
    }

    /// The first level combined from shares that begin at a column.
    pub fn top(&self, first: usize, row: usize) -> X {
        let (flat, full) = (self.frame.flat, self.frame.settings.full_marks.x(0));
        let exponent = self.exponent(None);
        self.combined(self.frame.scheme.aggregate, &flat.roots, first, row, &full, exponent.as_ref())
    }

    /// The criteria whose marks come on top.
    pub fn bonuses(&self, row: usize) -> Vec<(usize, X)> {
        let caps = self.frame.settings.bonus_cap.iter().enumerate();
        let applies = |at: usize| {
            let class = self.frame.order.classes[row];
            class.is_some_and(|class| self.frame.flat.nodes[at].points[class].is_some())
        };
        caps.filter(|(at, cap)| cap.is_some() && applies(*at))
            .map(|(at, _)| (at, self.grid.cell(self.marks + at, row)))
            .collect()
    }

    fn totals(&mut self) {
        let texts = self.frame.texts;
        let of = texts.totals;
        let top = self.push(texts.total_share, of, |this, row| this.top(this.shares, row));
        self.hand_down(top);
        let roots = self.frame.flat.roots.clone();
        self.marked.coverage = self.push(texts.total_coverage, of, |this, row| this.covered(&roots, row));
        let sum = self.push(texts.sum_before, of, |this, row| {
            let top = this.grid.cell(top, row);
            let bonuses: Vec<X> = this.bonuses(row).into_iter().map(|(_, marks)| marks).collect();
            let marks = &top * &this.frame.settings.full_marks.x(0);
            let marks = if bonuses.is_empty() { marks } else { &marks + &total(&bonuses) };
            when(&top.is_number(), &marks, &nothing())
        });
        self.marked.before = self.push(texts.before_rules, of, |this, row| {
            this.settled(&this.grid.cell(sum, row), row, |earlier| earlier.before)
        });
        let grade_before = self.push(texts.grade_before, of, |this, row| this.grade(this.marked.before, row));
        self.marked.rated = self.push(texts.rated, of, |this, row| {
            let limit = this.frame.settings.coverage_limit.x(0);
            let enough = this.grid.cell(this.marked.coverage, row);
            let enough = (&enough - &limit).is(Is::AtLeast, &n(-1e-9));
            when(&and(&[&this.grid.cell(top, row).is_number(), &enough]), &n(1.0), &n(0.0))
        });
        self.rules(sum, grade_before);
    }

    /// The grade's number of a total by the bands of the class; nothing where there is no total.
    pub fn grade(&self, of_total: usize, row: usize) -> X {
        let x = self.grid.cell(of_total, row);
        let count = self.frame.scheme.grades.len();
        if count == 0 {
            return nothing();
        }
        let bands = self.frame.order.classes[row].and_then(|class| self.frame.settings.bands.get(class));
        let failing = n(count as f64);
        let grade = bands.into_iter().flatten().rev().fold(failing, |below, (from, grade)| {
            when(&near(&x, Is::AtLeast, &from.x(0)), &n(*grade as f64), &below)
        });
        when(&x.is_number(), &grade, &nothing())
    }

    /// A total within 0..full marks; only not below 0 where the scheme allows bonuses above.
    pub fn limited(&self, x: &X) -> X {
        if self.frame.scheme.above_full {
            max(&[&n(0.0), x])
        } else {
            max(&[&n(0.0), &min(&[&self.frame.settings.full_marks.x(0), x])])
        }
    }

    /// A year's total as the result shows it: limited, combined with earlier years, rounded. `which` names the column
    /// of the earlier years' sheets.
    pub fn settled(&self, x: &X, row: usize, which: impl Fn(&Marked) -> usize) -> X {
        let own = self.limited(x);
        let mut combined = own.clone();
        if let (Some(over), Some(weight)) = (self.frame.scheme.over_years, &self.frame.settings.year_weight) {
            let cells: Vec<(X, X)> = self
                .earlier
                .iter()
                .rev()
                .map(|sheet| {
                    let cell = |column: usize| sheet.grid.outside(column, row);
                    (cell(which(&sheet.marked)), cell(sheet.marked.own_total))
                })
                .collect();
            if let Some(mean) = mean_of_latest(&cells, usize::from(over.earlier)) {
                let weight = weight.x(0);
                let both = &(&weight * &own) + &(&(&n(1.0) - &weight) * &mean.0);
                combined = when(&mean.1, &both, &own);
            }
        }
        if let Some(decimals) = self.frame.scheme.decimals {
            let scale = n(libm::pow(10.0, f64::from(decimals.min(12))));
            // The same grace as the engine's: a half that a sum of decimal fractions missed by its last digit.
            combined = &int(&(&(&combined * &scale) + &n(0.5 + 1e-9))) / &scale;
        }
        when(&x.is_number(), &combined, &nothing())
    }
}

/// The mean of the latest `most` of some cells (the latest first) that count, and whether there is any. A cell counts
/// where its year has a total.
fn mean_of_latest(cells: &[(X, X)], most: usize) -> Option<(X, X)> {
    if cells.is_empty() || most == 0 {
        return None;
    }
    let mut later: Vec<X> = Vec::new();
    let (mut sums, mut counts) = (Vec::new(), Vec::new());
    for (x, has) in cells {
        let mut counted = has.is_number();
        if later.len() >= most {
            counted = and(&[&counted, &total(&later).is(Is::Less, &n(most as f64))]);
        }
        sums.push(when(&counted, x, &n(0.0)));
        counts.push(when(&counted, &n(1.0), &n(0.0)));
        later.push(when(&has.is_number(), &n(1.0), &n(0.0)));
    }
    let count = total(&counts);
    Some((&total(&sums) / &count, count.is(Is::More, &n(0.0))))
}

/// A comparison in which near quantities are equal, as the engine compares: by a billionth of the larger.
pub(super) fn near(x: &X, is: Is, than: &X) -> X {
    let grace = &n(1e-9) * &max(&[&n(1.0), &super::formula::abs(x), &super::formula::abs(than)]);
    let way = x - than;
    let minus = &n(0.0) - &grace;
    match is {
        Is::Less => way.is(Is::Less, &minus),
        Is::AtMost => way.is(Is::AtMost, &grace),
        Is::Same => super::formula::abs(&way).is(Is::AtMost, &grace),
        Is::Other => super::formula::abs(&way).is(Is::More, &grace),
        Is::AtLeast => way.is(Is::AtLeast, &minus),
        Is::More => way.is(Is::More, &grace),
    }
}
