//! Vetoes as formulas: who is vetoed, for whom one is still open, and what a unit sees of those below it.

use super::{
    derivation::{Derivation, Seen},
    formula::{Is, X, and, n, or, sum_of, when},
    grid::Entry,
    rules::{RuleColumns, Step, step},
};
use crate::{
    domain::{Effect, Firing, Outcome, Standing},
    export::xlsx::Cell,
};

impl Derivation<'_> {
    pub(super) fn vetoes(&mut self, graded: usize, seen: Seen) {
        let (scheme, texts) = (self.frame.scheme, self.frame.texts);
        let mut vetoes: Vec<(usize, RuleColumns)> = Vec::new();
        for at in self.of_step(Step::Veto) {
            let columns = self.rule_columns(at, seen);
            vetoes.push((at, columns));
        }
        let any = |this: &Self, row: usize, stops: bool| -> X {
            let of =
                vetoes.iter().filter(|(at, _)| !stops || scheme.rules[*at].effect == Effect::StopScoring);
            let fires: Vec<X> = of.filter_map(|(at, columns)| this.fires(*at, *columns, row)).collect();
            if fires.is_empty() {
                return n(0.0);
            }
            when(&or(&fires.iter().collect::<Vec<_>>()), &n(1.0), &n(0.0))
        };
        let head = |name: &str| vec![Cell::Text(name.to_string())];
        let rows = || self.frame.order.rows();
        let vetoed: Vec<Entry> = rows().map(|row| any(self, row, false).into()).collect();
        let at = self.marked.vetoed;
        self.grid.fill(at, head(texts.any_veto), vetoed);
        let open: Vec<Entry> = rows()
            .map(|row| {
                let open: Vec<X> = vetoes
                    .iter()
                    .filter(|(at, _)| self.is_for(&scheme.rules[*at], row))
                    .map(|(_, columns)| {
                        let undecided = self.grid.cell(columns.in_a_row, row).is(Is::AtLeast, &n(0.5));
                        let own = self.grid.cell(columns.own, row).is(Is::Same, &n(0.0));
                        and(&[&undecided, &own])
                    })
                    .collect();
                if open.is_empty() {
                    return n(0.0).into();
                }
                let vetoed = self.grid.cell(at, row).is(Is::Same, &n(0.0));
                let open = and(&[&vetoed, &or(&open.iter().collect::<Vec<_>>())]);
                when(&open, &n(1.0), &n(0.0)).into()
            })
            .collect();
        self.grid.fill(at + 1, head(texts.open_veto), open);
        if vetoes.iter().any(|(at, _)| scheme.rules[*at].effect == Effect::StopScoring) {
            let column = self.push(texts.stopped, texts.totals, |this, row| any(this, row, true));
            self.marked.stopped = Some(column);
        }
        let failing = scheme.grades.len();
        self.marked.grade = self.push(texts.final_grade, texts.totals, |this, row| {
            let now = this.grid.cell(graded, row);
            if failing == 0 {
                return now.or_nothing();
            }
            when(&this.grid.cell(at, row).is(Is::Same, &n(1.0)), &n(failing as f64), &now)
        });
    }

    /// Whether at least so many units directly below this one are vetoed.
    pub(super) fn sub_units(&self, count: usize, row: usize) -> X {
        let data = self.frame.table.data();
        let own = &data.units[self.frame.order.units[row]].id;
        let below: Vec<usize> =
            (0..data.units.len()).filter(|unit| data.units[*unit].parent.as_ref() == Some(own)).collect();
        let sum = |column: usize, value: &dyn Fn(usize) -> bool| -> X {
            let cells: Vec<X> = below
                .iter()
                .map(|unit| {
                    // The columns are filled after the rules; what they will hold, the evaluation says already.
                    let cell = self.grid.cell(column, self.frame.order.row_of[*unit]);
                    X::cell(cell.text().to_string(), Some(f64::from(u8::from(value(*unit)))))
                })
                .collect();
            if cells.is_empty() { n(0.0) } else { sum_of(&cells.iter().collect::<Vec<_>>()) }
        };
        let result = |unit: usize| self.evaluation.units.get(unit);
        let vetoed =
            |unit: usize| result(unit).is_some_and(|one| matches!(one.standing, Standing::Vetoed { .. }));
        let is_open = |firing: &Firing| {
            let rule = self.frame.scheme.rules.iter().find(|rule| rule.id == firing.rule);
            firing.outcome != Outcome::Fired && rule.is_some_and(|rule| step(&rule.effect) == Step::Veto)
        };
        let open =
            |unit: usize| !vetoed(unit) && result(unit).is_some_and(|one| one.firings.iter().any(is_open));
        let (has, may) = (sum(self.marked.vetoed, &vetoed), sum(self.marked.vetoed + 1, &open));
        let count = n(count as f64);
        let may = when(&(&has + &may).is(Is::Less, &count), &n(0.0), &n(0.5));
        when(&has.is(Is::AtLeast, &count), &n(1.0), &may)
    }
}
