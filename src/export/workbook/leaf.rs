//! Leaves as formulas: the value used where one is missing, its share by the score function, whether it rests on data.

use super::{
    derivation::Derivation,
    formula::{Is, Span, X, abs, and, ln, n, nothing, share, sum_product, when},
    grid::Entry,
    settings::Setting,
};
use crate::{
    domain::{Leaf, MissingPolicy, Relative, ScoreFunction, Year},
    export::xlsx::Cell,
    scoring::makes_sense,
};

/// More steps or points than spreadsheets take conditions inside each other.
const MOST_STEPS: usize = 60;

/// The columns of a leaf beside its share and coverage.
#[derive(Clone, Copy, Default)]
pub(super) struct LeafColumns {
    /// The value used.
    pub value: usize,
    /// Last year's value used, for an improvement.
    pub last: Option<usize>,
    /// This year's value, and last year's, where the median of the class stands in for missing ones.
    pub own: Option<(usize, Option<usize>)>,
}

/// Whether a leaf needs last year's value.
fn improves(leaf: &Leaf) -> bool {
    matches!(leaf.function, ScoreFunction::Improvement { .. })
}

/// Whether its settings can give shares at all, and as formulas.
fn computes(leaf: &Leaf) -> bool {
    let positive = |x: f64| !leaf.log || x > 0.0;
    let has_logarithms = match &leaf.function {
        ScoreFunction::Linear { zero, full } => positive(*zero) && positive(*full),
        ScoreFunction::Target { target } => !leaf.log || *target > 1.0,
        ScoreFunction::Steps { steps, .. } => {
            steps.len() <= MOST_STEPS && steps.iter().all(|step| positive(step.from))
        }
        ScoreFunction::Piecewise { points } => {
            points.len() <= MOST_STEPS && points.iter().all(|(x, _)| positive(*x))
        }
        _ => true,
    };
    has_logarithms && makes_sense(&leaf.function)
}

impl Derivation<'_> {
    /// Keeps columns for a leaf.
    pub(super) fn reserve_leaf(&mut self, leaf: &Leaf) -> LeafColumns {
        let last = improves(leaf);
        let own = (self.policy(leaf) == MissingPolicy::ClassMedian)
            .then(|| (self.grid.reserve(1), last.then(|| self.grid.reserve(1))));
        LeafColumns { value: self.grid.reserve(1), last: last.then(|| self.grid.reserve(1)), own }
    }

    fn policy(&self, leaf: &Leaf) -> MissingPolicy {
        leaf.missing.unwrap_or(self.frame.scheme.missing)
    }

    /// Fills the columns of a leaf.
    pub(super) fn fill_leaf(&mut self, at: usize, leaf: &Leaf, columns: LeafColumns) {
        let knows = self.frame.table.knows(&leaf.indicator) && computes(leaf);
        let texts = self.frame.texts;
        if let Some((value, last)) = columns.own {
            let own = self.each(at, |this, row| if knows { this.raw(leaf, 0, row).0 } else { nothing() });
            self.fill_for(at, value, texts.this_year, own);
            if let Some(last) = last {
                let own = self.each(at, |this, row| this.raw(leaf, 0, row).1);
                self.fill_for(at, last, texts.last_year, own);
            }
        }
        let value =
            self.each(at, |this, row| if knows { this.used(leaf, columns, row, false) } else { nothing() });
        self.fill_for(at, columns.value, texts.value_used, value);
        if let Some(last) = columns.last {
            let used = self.each(
                at,
                |this, row| {
                    if knows { this.used(leaf, columns, row, true) } else { nothing() }
                },
            );
            self.fill_for(at, last, texts.last_year, used);
        }
        let zero = self.policy(leaf) == MissingPolicy::Zero;
        let shares = self.each(at, |this, row| {
            if knows {
                this.share_of(at, leaf, columns, row)
            } else if zero {
                n(0.0)
            } else {
                nothing()
            }
        });
        self.fill_for(at, self.shares + at, texts.share, shares);
        let covered = self.each(at, |this, row| {
            if !knows {
                return n(0.0);
            }
            let mut real = match columns.own {
                Some((value, _)) => this.grid.cell(value, row).is_number(),
                None => this.present(leaf, 0, row),
            };
            if let (ScoreFunction::Improvement { relative: true, .. }, Some(last)) =
                (&leaf.function, columns.last)
            {
                let last = this.grid.cell(last, row);
                real = and(&[&real, &last.is_number(), &last.is(Is::Other, &n(0.0))]);
            }
            when(&real, &n(1.0), &n(0.0))
        });
        self.fill_for(at, self.coverages + at, texts.data_coverage, covered);
    }

    /// A formula for each row whose class the criterion applies to.
    pub(super) fn each(&self, at: usize, formula: impl Fn(&Self, usize) -> X) -> Vec<Entry> {
        let node = &self.frame.flat.nodes[at];
        let applies =
            |row: usize| self.frame.order.classes[row].is_some_and(|class| node.points[class].is_some());
        let rows = self.frame.order.rows();
        rows.map(|row| {
            if applies(row) { formula(self, row).into() } else { Entry::text(self.frame.texts.not_applied) }
        })
        .collect()
    }

    /// Fills a column about a criterion.
    pub(super) fn fill_for(&mut self, at: usize, column: usize, what: &str, entries: Vec<Entry>) {
        let criterion = self.frame.flat.nodes[at].criterion;
        let name = self.frame.lang.pick(&criterion.name);
        let mut head: Vec<Cell> =
            [what, criterion.id.as_str(), name].map(|text| Cell::Text(text.to_string())).into();
        if column == self.shares + at || self.zeroed.is_some_and(|first| column == first + at) {
            head.extend(self.weights_of(at));
        }
        self.grid.fill(column, head, entries);
    }

    /// The value as it is, in logarithms where the leaf asks for them.
    fn plain(&self, leaf: &Leaf, year: Option<Year>, row: usize) -> X {
        let cell = year.and_then(|year| self.frame.values.cell(&leaf.indicator, year, row));
        let Some(cell) = cell else { return nothing() };
        if leaf.log {
            when(&cell.is_number(), &when(&cell.is(Is::More, &n(0.0)), &ln(&cell), &nothing()), &nothing())
        } else {
            cell
        }
    }

    /// There is a value of so many years back that the function can take.
    fn present(&self, leaf: &Leaf, back: Year, row: usize) -> X {
        let year = self.year.checked_sub(back);
        let now = self.plain(leaf, year, row).is_number();
        if !improves(leaf) {
            return now;
        }
        let before = year.and_then(|year| year.checked_sub(1));
        and(&[&now, &self.plain(leaf, before, row).is_number()])
    }

    /// The value of so many years back, and the one before it for an improvement; nothing where either is missing.
    fn raw(&self, leaf: &Leaf, back: Year, row: usize) -> (X, X) {
        let year = self.year.checked_sub(back);
        let (now, present) = (self.plain(leaf, year, row), self.present(leaf, back, row));
        let before = self.plain(leaf, year.and_then(|year| year.checked_sub(1)), row);
        (when(&present, &now, &nothing()), when(&present, &before, &nothing()))
    }

    /// The value used, or last year's: as it is, carried forward, or the median of the class.
    fn used(&self, leaf: &Leaf, columns: LeafColumns, row: usize, last: bool) -> X {
        if let Some((value, before)) = columns.own {
            let Some(column) = (if last { before } else { Some(value) }) else { return nothing() };
            let own = self.grid.cell(column, row);
            let span = self.class_span(column, row);
            let median = when(&span.count().is(Is::More, &n(0.0)), &span.median(), &nothing());
            return when(&own.is_number(), &own, &median);
        }
        let years = match self.policy(leaf) {
            MissingPolicy::CarryForward { years } => Year::from(years),
            _ => 0,
        };
        let known = |back: &Year| {
            *back == 0
                || self.year.checked_sub(*back).is_some_and(|year| self.frame.table.years().contains(&year))
        };
        (0..=years).filter(known).collect::<Vec<_>>().into_iter().rev().fold(nothing(), |later, back| {
            let year = self.year.checked_sub(back);
            let year = if last { year.and_then(|year| year.checked_sub(1)) } else { year };
            when(&self.present(leaf, back, row), &self.plain(leaf, year, row), &later)
        })
    }

    /// A column's cells of the row's class.
    fn class_span(&self, column: usize, row: usize) -> Span {
        let order = &self.frame.order;
        let rows = order.classes[row].map_or(row..row + 1, |class| order.rows_of_class[class].clone());
        self.grid.span(column, rows)
    }

    fn share_of(&self, at: usize, leaf: &Leaf, columns: LeafColumns, row: usize) -> X {
        let x = self.grid.cell(columns.value, row);
        let settings = &self.frame.settings.of_criterion[at];
        let last = columns.last.map_or_else(nothing, |last| self.grid.cell(last, row));
        let share = match &leaf.function {
            ScoreFunction::Relative { method, higher_is_better } => {
                relative(*method, *higher_is_better, &x, &self.class_span(columns.value, row), settings)
            }
            fixed => of_value(fixed, leaf.log, &x, &last, settings),
        };
        let missing = if self.policy(leaf) == MissingPolicy::Zero { n(0.0) } else { nothing() };
        match &leaf.function {
            ScoreFunction::Improvement { relative: true, .. } => {
                let can = when(&last.is(Is::Same, &n(0.0)), &missing, &share);
                when(&x.is_number(), &can, &missing)
            }
            _ => when(&x.is_number(), &share, &missing),
        }
    }
}

/// How far x is on the way from one point to another.
fn between(x: &X, zero: &X, full: &X) -> X {
    &(x - zero) / &(full - zero)
}

/// The share that a fixed-point function gives.
fn of_value(function: &ScoreFunction, log: bool, x: &X, last: &X, settings: &[Setting]) -> X {
    let plain = |at: usize| settings.get(at).map_or_else(nothing, |setting| setting.x(0));
    let on_axis = |at: usize| if log { ln(&plain(at)) } else { plain(at) };
    match function {
        ScoreFunction::Linear { .. } => share(&between(x, &on_axis(0), &on_axis(1))),
        ScoreFunction::Steps { steps, .. } => (0..steps.len()).fold(plain(0), |below, step| {
            when(&x.is(Is::AtLeast, &on_axis(1 + 2 * step)), &plain(2 + 2 * step), &below)
        }),
        ScoreFunction::Piecewise { points } => {
            let last = points.len() - 1;
            let beyond = plain(1 + 2 * last);
            let inside = (1..points.len()).rev().fold(beyond, |beyond, at| {
                let (from, to) = (plain(2 * at - 1), plain(2 * at + 1));
                let way = between(x, &on_axis(2 * at - 2), &on_axis(2 * at));
                when(&x.is(Is::AtMost, &on_axis(2 * at)), &(&from + &(&way * &(&to - &from))), &beyond)
            });
            share(&when(&x.is(Is::AtMost, &on_axis(0)), &plain(1), &inside))
        }
        ScoreFunction::Target { .. } => share(&(x / &on_axis(0))),
        ScoreFunction::YesNo { full_when } => {
            let (yes, no) = if *full_when { (1.0, 0.0) } else { (0.0, 1.0) };
            when(&x.is(Is::Other, &n(0.0)), &n(yes), &n(no))
        }
        ScoreFunction::PerEvent { .. } => share(&(&n(1.0) - &(&plain(0) * x))),
        ScoreFunction::Improvement { relative, .. } => {
            let change = x - last;
            let change = if *relative { &change / &abs(last) } else { change };
            share(&between(&change, &plain(0), &plain(1)))
        }
        ScoreFunction::Relative { .. } => nothing(),
    }
}

/// The share among the values of the class.
fn relative(method: Relative, higher: bool, x: &X, class: &Span, settings: &[Setting]) -> X {
    let worse = if higher { Is::Less } else { Is::More };
    let below = sum_product(&[class.present(), class.compares(worse, x)]);
    let equal = sum_product(&[class.present(), class.compares(Is::Same, x)]);
    let all_equal = class.max().is(Is::Same, &class.min());
    let half = n(2.0);
    match method {
        Relative::MinMax => {
            let (zero, full) = if higher { (class.min(), class.max()) } else { (class.max(), class.min()) };
            when(&all_equal, &n(1.0), &between(x, &zero, &full))
        }
        Relative::RankShare => {
            let others = &class.count() - &n(1.0);
            let tied = &(&equal - &n(1.0)) / &half;
            when(&others.is(Is::Same, &n(0.0)), &n(1.0), &(&(&below + &tied) / &others))
        }
        Relative::Percentile => &(&below + &(&equal / &half)) / &class.count(),
        Relative::ZScore { .. } => {
            let clamp = settings.first().map_or_else(nothing, |setting| setting.x(0));
            let way = if higher { x - &class.mean() } else { &class.mean() - x };
            let z = &way / &class.deviation();
            when(&all_equal, &n(0.5), &share(&(&(&(&z / &clamp) + &n(1.0)) / &half)))
        }
        Relative::DistanceToBest => {
            let best = abs(&if higher { class.max() } else { class.min() });
            let (part, whole) = if higher { (x.clone(), best) } else { (best, x.clone()) };
            let ratio = when(&whole.is(Is::Same, &n(0.0)), &n(0.0), &share(&(&part / &whole)));
            when(&part.is(Is::Same, &whole), &n(1.0), &ratio)
        }
    }
}
