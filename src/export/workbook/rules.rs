//! Rules as formulas, in the engine's fixed order: zero a criterion, deductions, bonuses, marks by place, limits of the
//! total, grades, vetoes, places.

use super::{
    conditions::any_part,
    derivation::{Derivation, Seen},
    formula::{Is, X, and, int, max, min, n, nothing, or, total, when},
    grid::Entry,
};
use crate::domain::{Condition, Effect, IndicatorId, Operand, Rule};

/// The columns of a rule.
#[derive(Clone, Copy)]
pub(super) struct RuleColumns {
    /// Its condition of this year: 1, 0 or 0.5.
    pub condition: usize,
    /// The same with the years before that it asks for.
    pub in_a_row: usize,
    /// 1 where it fires by this year's condition.
    pub own: usize,
    /// 1 where it is in force, by this year's condition or a lasting one.
    pub in_force: usize,
}

/// The steps in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Zero,
    Deduct,
    Bonus,
    ByPlace,
    SetTotal,
    CapTotal,
    SetGrade,
    CapGrade,
    DemoteGrade,
    Veto,
    DemoteRank,
    Note,
}

/// The step of an effect.
pub(super) fn step(effect: &Effect) -> Step {
    match effect {
        Effect::ZeroCriterion { .. } => Step::Zero,
        Effect::Deduct { .. } => Step::Deduct,
        Effect::Bonus { .. } => Step::Bonus,
        Effect::MarksByPlace { .. } => Step::ByPlace,
        Effect::SetTotal { .. } => Step::SetTotal,
        Effect::CapTotal { .. } => Step::CapTotal,
        Effect::SetGrade { .. } => Step::SetGrade,
        Effect::CapGrade { .. } => Step::CapGrade,
        Effect::DemoteGrade { .. } => Step::DemoteGrade,
        Effect::Veto | Effect::StopScoring => Step::Veto,
        Effect::DemoteRank { .. } => Step::DemoteRank,
        Effect::Note { .. } => Step::Note,
    }
}

/// Whether a rule reads years before through what their evaluation gave.
pub(super) fn looks_back(rule: &Rule) -> bool {
    let earlier_grade =
        |one: &Condition| matches!(one, Condition::Grade { years_back, .. } if *years_back > 0);
    rule.years_in_a_row > 1
        || rule.lasts_years > 0
        || rule.from_next_year
        || any_part(&rule.when, &earlier_grade)
}

fn reads_places(rule: &Rule) -> bool {
    let place = |one: &Condition| matches!(one, Condition::Compare { left: Operand::Place { .. }, .. });
    step(&rule.effect) == Step::ByPlace || any_part(&rule.when, &place)
}

impl Derivation<'_> {
    /// The rules of a step in the order of application, by their places in the scheme.
    pub(super) fn of_step(&self, wanted: Step) -> Vec<usize> {
        let rules = &self.frame.scheme.rules;
        let mut found: Vec<usize> =
            (0..rules.len()).filter(|at| rules[*at].on && step(&rules[*at].effect) == wanted).collect();
        found.sort_by(|a, b| rules[*a].id.cmp(&rules[*b].id));
        found
    }

    /// Everything from the sum before rules to the places.
    pub(super) fn rules(&mut self, sum: usize, grade_before: usize) {
        let reads = self.frame.scheme.rules.iter().any(|rule| rule.on && reads_places(rule));
        let before = self.marked.before;
        self.marked.vetoed = self.grid.reserve(2);
        let places = reads.then(|| self.places_by_total(before));
        let early = Seen { total: before, grade: grade_before, places };
        let after_zero = self.zeros(sum, early);
        let after_deductions = self.deductions(after_zero, early);
        let after_bonuses = self.bonus_rules(after_deductions, Seen { total: after_deductions, ..early });
        let places = reads.then(|| self.places_by_total(after_bonuses));
        let late = Seen { total: after_bonuses, grade: grade_before, places };
        let added = self.marks_by_place(after_bonuses, late);
        let texts = self.frame.texts;
        self.marked.own_total = self.push(texts.own_total, texts.totals, |this, row| {
            let x = this.grid.cell(added, row);
            when(&x.is_number(), &this.limited(&x), &nothing())
        });
        let settled = self.push(texts.settled, texts.totals, |this, row| {
            this.settled(&this.grid.cell(added, row), row, |earlier| earlier.own_total)
        });
        let banded = self.push(texts.banded, texts.totals, |this, row| this.grade(settled, row));
        let late = Seen { total: settled, grade: banded, places };
        self.marked.total = self.limits(settled, late);
        let graded = if self.marked.total == settled {
            banded
        } else {
            self.push(texts.grade_after, texts.totals, |this, row| this.grade(this.marked.total, row))
        };
        let graded = self.grade_rules(graded, late);
        self.vetoes(graded, late);
        for at in self.of_step(Step::DemoteRank) {
            self.rule_columns(at, late);
        }
        let last = Seen { total: self.marked.total, grade: self.marked.grade, places };
        for at in self.of_step(Step::Note) {
            self.rule_columns(at, last);
        }
        self.final_places();
    }

    /// Writes whether a rule holds, fires and is in force.
    pub(super) fn rule_columns(&mut self, at: usize, seen: Seen) -> RuleColumns {
        let (texts, scheme) = (self.frame.texts, self.frame.scheme);
        let rule = &scheme.rules[at];
        let name = self.frame.lang.pick(&rule.name).to_string();
        let each = |this: &Self, formula: &dyn Fn(usize) -> X| -> Vec<Entry> {
            let rows = this.frame.order.rows();
            rows.map(|row| {
                if this.is_for(rule, row) { formula(row).into() } else { Entry::text(texts.not_applied) }
            })
            .collect()
        };
        let cells = each(self, &|row| self.holds(at, row, seen));
        let condition = self.push_entries(texts.holds, &name, cells);
        let mut in_a_row = condition;
        if rule.years_in_a_row > 1 {
            let cells = each(self, &|row| {
                let earlier = (1..rule.years_in_a_row).map(|back| {
                    let known = self.earlier(back).and_then(|sheet| {
                        Some(sheet.grid.outside(sheet.marked.rules.get(&at)?.condition, row))
                    });
                    known.unwrap_or_else(|| n(0.5))
                });
                let all: Vec<X> = std::iter::once(self.grid.cell(condition, row)).chain(earlier).collect();
                min(&all.iter().collect::<Vec<_>>())
            });
            in_a_row = self.push_entries(texts.holds, &name, cells);
        }
        let confirmed = rule.needs_confirmation.then(|| {
            let data = self.frame.table.data();
            let is = |row: usize| {
                let id = &data.units[self.frame.order.units[row]].id;
                rule.confirmed.iter().any(|one| one.year == self.year && &one.unit == id)
            };
            let cells = self.frame.order.rows().map(|row| Entry::number(Some(f64::from(u8::from(is(row))))));
            let cells = cells.collect();
            self.push_entries(texts.confirmed, &name, cells)
        });
        let cells = each(self, &|row| {
            let holds = self.grid.cell(in_a_row, row).is(Is::Same, &n(1.0));
            match confirmed {
                Some(confirmed) => {
                    let confirmed = self.grid.cell(confirmed, row).is(Is::Same, &n(1.0));
                    when(&and(&[&holds, &confirmed]), &n(1.0), &n(0.0))
                }
                None => when(&holds, &n(1.0), &n(0.0)),
            }
        });
        let own = self.push_entries(texts.own_firing, &name, cells);
        let mut in_force = own;
        if rule.lasts_years > 0 || rule.from_next_year {
            let first = u8::from(rule.from_next_year);
            let cells = each(self, &|row| {
                let years = first..=first.saturating_add(rule.lasts_years);
                let firings: Vec<X> = years
                    .filter_map(|back| match back {
                        0 => Some(self.grid.cell(own, row)),
                        back => {
                            let sheet = self.earlier(back)?;
                            Some(sheet.grid.outside(sheet.marked.rules.get(&at)?.own, row))
                        }
                    })
                    .collect();
                if firings.is_empty() { n(0.0) } else { max(&firings.iter().collect::<Vec<_>>()) }
            });
            in_force = self.push_entries(texts.in_force, &name, cells);
        }
        let columns = RuleColumns { condition, in_a_row, own, in_force };
        self.marked.rules.insert(at, columns);
        columns
    }

    /// A rule is in force for a row's unit, as a condition; `None` where it is not for its class.
    pub(super) fn fires(&self, at: usize, columns: RuleColumns, row: usize) -> Option<X> {
        let rule = &self.frame.scheme.rules[at];
        self.is_for(rule, row).then(|| self.grid.cell(columns.in_force, row).is(Is::Same, &n(1.0)))
    }

    fn setting(&self, rule: usize, nth: usize) -> Option<X> {
        self.frame.settings.of_effect.get(&rule)?.get(nth)?.as_ref().map(|setting| setting.x(0))
    }

    fn zeros(&mut self, sum: usize, seen: Seen) -> usize {
        let (rules, scheme, texts) = (self.of_step(Step::Zero), self.frame.scheme, self.frame.texts);
        if rules.is_empty() {
            return sum;
        }
        let mut zeroing: Vec<(usize, usize, RuleColumns)> = Vec::new();
        for at in rules {
            let columns = self.rule_columns(at, seen);
            let Effect::ZeroCriterion { criterion } = &scheme.rules[at].effect else { continue };
            if let Some(&criterion) = self.frame.flat.at.get(criterion) {
                zeroing.push((criterion, at, columns));
            }
        }
        let is_zeroed = |this: &Self, criterion: usize, row: usize| -> Option<X> {
            let of = zeroing.iter().filter(|(one, ..)| *one == criterion);
            let fires: Vec<X> = of.filter_map(|(_, at, columns)| this.fires(*at, *columns, row)).collect();
            (!fires.is_empty()).then(|| or(&fires.iter().collect::<Vec<_>>()))
        };
        let flat = self.frame.flat;
        let first = self.grid.reserve(flat.nodes.len());
        self.zeroed = Some(first);
        for at in (0..flat.nodes.len()).rev() {
            let children = flat.nodes[at].children.clone();
            let is_leaf = flat.nodes[at].criterion.leaf().is_some();
            let shares = self.each(at, |this, row| {
                let own = this.grid.cell(this.shares + at, row);
                let (kind, points) = (flat.aggregate(at), this.points(at, row));
                let whole = if is_leaf {
                    own.or_nothing()
                } else {
                    let exponent = this.frame.settings.of_criterion[at].first().map(|one| one.x(0));
                    this.combined(kind, &children, first, row, &points, exponent.as_ref())
                };
                match is_zeroed(this, at, row) {
                    Some(zeroed) => when(&and(&[&own.is_number(), &zeroed]), &n(0.0), &whole),
                    None => whole,
                }
            });
            self.fill_for(at, first + at, texts.share_after_zero, shares);
        }
        self.zeroed_total(sum, first, &is_zeroed)
    }

    fn zeroed_total(
        &mut self,
        sum: usize,
        first: usize,
        is_zeroed: &dyn Fn(&Self, usize, usize) -> Option<X>,
    ) -> usize {
        let texts = self.frame.texts;
        self.push(texts.after_zero, texts.totals, |this, row| {
            let marks = &this.top(first, row) * &this.frame.settings.full_marks.x(0);
            let bonuses: Vec<X> = this
                .bonuses(row)
                .into_iter()
                .map(|(at, marks)| match is_zeroed(this, at, row) {
                    Some(zeroed) => when(&zeroed, &n(0.0), &marks),
                    None => marks,
                })
                .collect();
            let marks = if bonuses.is_empty() { marks } else { &marks + &total(&bonuses) };
            when(&this.grid.cell(sum, row).is_number(), &marks, &nothing())
        })
    }

    /// Marks once, or for each event beyond some, never below 0 and never above a cap; 0 where a count is missing.
    fn times(&self, marks: X, per: Option<&IndicatorId>, beyond: Option<X>, cap: Option<X>, row: usize) -> X {
        let limited = |marks: X| {
            let marks = cap.as_ref().map_or(marks.clone(), |cap| min(&[&marks, cap]));
            max(&[&n(0.0), &marks])
        };
        let Some(per) = per else { return limited(marks) };
        let Some(events) = self.frame.values.cell(per, self.year, row) else { return n(0.0) };
        let counted = beyond.map_or(events.clone(), |beyond| &events - &beyond);
        when(&events.is_number(), &limited(&marks * &max(&[&n(0.0), &counted])), &n(0.0))
    }

    fn deductions(&mut self, from: usize, seen: Seen) -> usize {
        let (scheme, texts) = (self.frame.scheme, self.frame.texts);
        let zeros: Vec<(usize, usize)> = self
            .of_step(Step::Zero)
            .into_iter()
            .filter_map(|at| match &scheme.rules[at].effect {
                Effect::ZeroCriterion { criterion } => Some((*self.frame.flat.at.get(criterion)?, at)),
                _ => None,
            })
            .collect();
        let mut off: Vec<(usize, Option<usize>)> = Vec::new();
        for at in self.of_step(Step::Deduct) {
            let columns = self.rule_columns(at, seen);
            let Effect::Deduct { per, criterion, .. } = &scheme.rules[at].effect else { continue };
            let of = criterion.as_ref().map(|id| self.frame.flat.at.get(id).copied());
            let name = self.frame.lang.pick(&scheme.rules[at].name).to_string();
            let taken: Vec<usize> = off
                .iter()
                .filter(|(_, one)| of.flatten().is_some() && *one == of.flatten())
                .map(|(column, _)| *column)
                .collect();
            let column = self.push(texts.effect, &name, |this, row| {
                let Some(fires) = this.fires(at, columns, row).filter(|_| of != Some(None)) else {
                    return n(0.0);
                };
                let marks = this.setting(at, 0).unwrap_or_else(nothing);
                let mut marks =
                    this.times(marks, per.as_ref(), this.setting(at, 1), this.setting(at, 2), row);
                if let Some(Some(criterion)) = of {
                    let left = this.left_of(criterion, &taken, &zeros, row);
                    marks = min(&[&marks, &left]);
                }
                let has = this.grid.cell(from, row).is_number();
                when(&and(&[&fires, &has]), &(&n(0.0) - &marks), &n(0.0))
            });
            off.push((column, of.flatten()));
        }
        let columns: Vec<usize> = off.into_iter().map(|(column, _)| column).collect();
        self.added(texts.after_deductions, from, &columns)
    }

    /// The marks that a criterion still holds after zeros and earlier deductions.
    fn left_of(&self, criterion: usize, taken: &[usize], zeros: &[(usize, usize)], row: usize) -> X {
        let flat = self.frame.flat;
        let above: Vec<usize> = std::iter::successors(Some(criterion), |at| flat.nodes[*at].parent).collect();
        let marks = self.grid.cell(self.marks + criterion, row);
        let marks = if self.frame.order.classes[row]
            .is_some_and(|class| flat.nodes[criterion].points[class].is_some())
        {
            marks
        } else {
            n(0.0)
        };
        let left = taken.iter().fold(marks, |left, column| &left + &self.grid.cell(*column, row));
        let left = max(&[&n(0.0), &left]);
        let zeroed: Vec<X> = zeros
            .iter()
            .filter(|(one, _)| above.contains(one))
            .filter_map(|(_, rule)| self.fires(*rule, *self.marked.rules.get(rule)?, row))
            .collect();
        if zeroed.is_empty() { left } else { when(&or(&zeroed.iter().collect::<Vec<_>>()), &n(0.0), &left) }
    }

    /// A total with columns of marks added; the same column where there are none.
    fn added(&mut self, name: &str, to: usize, columns: &[usize]) -> usize {
        if columns.is_empty() {
            return to;
        }
        self.push(name, self.frame.texts.totals, |this, row| {
            let from = this.grid.cell(to, row);
            let after = columns.iter().fold(from.clone(), |sum, column| &sum + &this.grid.cell(*column, row));
            when(&from.is_number(), &after, &nothing())
        })
    }

    fn bonus_rules(&mut self, from: usize, seen: Seen) -> usize {
        let (scheme, texts) = (self.frame.scheme, self.frame.texts);
        let mut columns = Vec::new();
        for at in self.of_step(Step::Bonus) {
            let rule = self.rule_columns(at, seen);
            let Effect::Bonus { per, .. } = &scheme.rules[at].effect else { continue };
            let name = self.frame.lang.pick(&scheme.rules[at].name).to_string();
            columns.push(self.push(texts.effect, &name, |this, row| {
                let Some(fires) = this.fires(at, rule, row) else { return n(0.0) };
                let marks = this.setting(at, 0).unwrap_or_else(nothing);
                let marks = this.times(marks, per.as_ref(), None, this.setting(at, 1), row);
                let before = this.grid.cell(from, row);
                let mut counts = vec![fires, before.is_number()];
                if let Some(gate) = this.setting(at, 2) {
                    counts.push((&before + &n(1e-9)).is(Is::AtLeast, &gate));
                }
                when(&and(&counts.iter().collect::<Vec<_>>()), &marks, &n(0.0))
            }));
        }
        self.added(texts.after_bonuses, from, &columns)
    }

    fn marks_by_place(&mut self, from: usize, seen: Seen) -> usize {
        let (scheme, texts) = (self.frame.scheme, self.frame.texts);
        let mut running = from;
        for at in self.of_step(Step::ByPlace) {
            let rule = self.rule_columns(at, Seen { total: running, ..seen });
            let Effect::MarksByPlace { top, .. } = &scheme.rules[at].effect else { continue };
            let count = self.frame.settings.of_effect.get(&at).map_or(0, Vec::len);
            let name = self.frame.lang.pick(&scheme.rules[at].name).to_string();
            let column = self.push(texts.effect, &name, |this, row| {
                let (Some(fires), Some((first, last))) = (this.fires(at, rule, row), seen.places) else {
                    return n(0.0);
                };
                let (first, last) = (this.grid.cell(first, row), this.grid.cell(last, row));
                let marks: Vec<X> = (0..count)
                    .filter_map(|nth| {
                        let from_top = nth < top.len();
                        let place = if from_top { &first } else { &last };
                        let wanted = if from_top { nth + 1 } else { nth + 1 - top.len() };
                        let is = int(place).is(Is::Same, &n(wanted as f64));
                        Some(when(&is, &this.setting(at, nth)?, &n(0.0)))
                    })
                    .collect();
                let sum = when(&first.is_number(), &total(&marks), &n(0.0));
                when(&fires, &sum, &n(0.0))
            });
            running = self.added(texts.after_places, running, &[column]);
        }
        running
    }

    fn limits(&mut self, from: usize, seen: Seen) -> usize {
        let texts = self.frame.texts;
        let mut running = from;
        for (kind, caps) in [(Step::SetTotal, false), (Step::CapTotal, true)] {
            for at in self.of_step(kind) {
                let rule = self.rule_columns(at, seen);
                let name = self.frame.lang.pick(&self.frame.scheme.rules[at].name).to_string();
                running = self.push(texts.total_after, &name, |this, row| {
                    let now = this.grid.cell(running, row);
                    let marks = this.setting(at, 0).unwrap_or_else(nothing);
                    let marks = if caps { min(&[&now, &marks]) } else { marks };
                    match this.fires(at, rule, row) {
                        Some(fires) => {
                            let fires = and(&[&fires, &now.is_number()]);
                            when(&fires, &this.limited(&marks), &now)
                        }
                        None => now.or_nothing(),
                    }
                });
            }
        }
        running
    }

    fn grade_rules(&mut self, from: usize, seen: Seen) -> usize {
        let texts = self.frame.texts;
        let failing = n(self.frame.scheme.grades.len() as f64);
        let mut running = from;
        for kind in [Step::SetGrade, Step::CapGrade, Step::DemoteGrade] {
            for at in self.of_step(kind) {
                let rule = self.rule_columns(at, seen);
                let name = self.frame.lang.pick(&self.frame.scheme.rules[at].name).to_string();
                running = self.push(texts.grade_after, &name, |this, row| {
                    let now = this.grid.cell(running, row);
                    let Some((fires, by)) = this.fires(at, rule, row).zip(this.setting(at, 0)) else {
                        return now.or_nothing();
                    };
                    let after = match kind {
                        Step::SetGrade => by,
                        Step::CapGrade => max(&[&now, &by]),
                        _ => min(&[&failing, &(&now + &by)]),
                    };
                    when(&and(&[&fires, &now.is_number()]), &after, &now)
                });
            }
        }
        running
    }
}
