//! Places as formulas: how many of the group have more, and what ties share.

use std::ops::Range;

use super::{
    derivation::Derivation,
    formula::{Is, X, and, n, nothing, round, sum_product, total, when},
};
use crate::domain::{RankWithin, TieMethod};

/// What units are ranked by: the total, and what splits ties.
#[derive(Clone, Copy)]
struct Keys {
    total: usize,
    split: Option<usize>,
    /// For dense places: the share of a tie that a unit stands for.
    part: Option<usize>,
}

impl Derivation<'_> {
    /// The rows that a row is ranked among.
    fn group(&self, row: usize) -> Range<usize> {
        let order = self.frame.order;
        match self.frame.scheme.rank_within {
            RankWithin::Class => {
                // Units of unknown classes are one group of their own, behind the classes.
                let known = order.rows_of_class.last().map_or(0, |rows| rows.end);
                order.classes[row]
                    .map_or(known..order.units.len(), |class| order.rows_of_class[class].clone())
            }
            RankWithin::All => order.rows(),
        }
    }

    fn keys(&mut self, total_at: usize, counts: impl Fn(&Self, usize) -> Vec<X>) -> Keys {
        let (texts, of) = (self.frame.texts, self.frame.texts.place_of);
        let key = self.push(texts.rank_key, of, |this, row| {
            let x = this.grid.cell(total_at, row);
            let mut all = vec![this.grid.cell(this.marked.rated, row).is(Is::Same, &n(1.0)), x.is_number()];
            all.extend(counts(this, row));
            when(&and(&all.iter().collect::<Vec<_>>()), &round(&x, 9), &nothing())
        });
        let split_by = self.frame.scheme.ties.split_by.as_ref();
        let split = split_by.and_then(|id| self.frame.flat.at.get(id).copied()).map(|at| {
            self.push(texts.split_key, of, |this, row| {
                let share = this.grid.cell(this.shares + at, row);
                when(&share.is_number(), &round(&share, 9), &n(0.0))
            })
        });
        let mut keys = Keys { total: key, split, part: None };
        if self.frame.scheme.ties.method == TieMethod::Dense {
            keys.part = Some(self.push(texts.step_of_key, of, |this, row| {
                let tied = this.tied(keys, row);
                let own = this.grid.cell(keys.total, row);
                when(&own.is_number(), &(&n(1.0) / &tied), &nothing())
            }));
        }
        keys
    }

    /// How many of the group have the same keys, itself counted.
    fn tied(&self, keys: Keys, row: usize) -> X {
        let group = self.group(row);
        let totals = self.grid.span(keys.total, group.clone());
        let own = self.grid.cell(keys.total, row);
        let mut factors = vec![totals.present(), totals.compares(Is::Same, &own)];
        if let Some(split) = keys.split {
            let splits = self.grid.span(split, group);
            factors.push(splits.compares(Is::Same, &self.grid.cell(split, row)));
        }
        sum_product(&factors)
    }

    /// The place among the group; nothing where it has no key. `from_last` counts from the end.
    fn place(&self, keys: Keys, row: usize, from_last: bool) -> X {
        let group = self.group(row);
        let better = if from_last { Is::Less } else { Is::More };
        let totals = self.grid.span(keys.total, group.clone());
        let own = self.grid.cell(keys.total, row);
        let part = |factors: &mut Vec<_>| {
            if let Some(part) = keys.part {
                factors.push(self.grid.span(part, group.clone()).factor());
            }
        };
        let mut factors = vec![totals.present(), totals.compares(better, &own)];
        part(&mut factors);
        let mut ahead = vec![sum_product(&factors)];
        if let Some(split) = keys.split {
            let splits = self.grid.span(split, group.clone());
            let own_split = self.grid.cell(split, row);
            let mut factors =
                vec![totals.present(), totals.compares(Is::Same, &own), splits.compares(better, &own_split)];
            part(&mut factors);
            ahead.push(sum_product(&factors));
        }
        let ahead = total(&ahead);
        let place = match self.frame.scheme.ties.method {
            TieMethod::Competition => &ahead + &n(1.0),
            // Thirds of a tie of three need not sum to a whole.
            TieMethod::Dense => &round(&ahead, 0) + &n(1.0),
            TieMethod::Fractional => &ahead + &(&(&self.tied(keys, row) + &n(1.0)) / &n(2.0)),
        };
        when(&own.is_number(), &place, &nothing())
    }

    /// Places from the first and from the last by a total, for conditions and marks by place.
    pub(super) fn places_by_total(&mut self, total_at: usize) -> (usize, usize) {
        let texts = self.frame.texts;
        let keys = self.keys(total_at, |_, _| Vec::new());
        let first =
            self.push(texts.place_from_first, texts.place_of, |this, row| this.place(keys, row, false));
        let last = self.push(texts.place_from_last, texts.place_of, |this, row| this.place(keys, row, true));
        (first, last)
    }

    /// The final places, and those that vetoed units would have.
    pub(super) fn final_places(&mut self) {
        let texts = self.frame.texts;
        let keys = self.keys(self.marked.total, |this, row| {
            vec![this.grid.cell(this.marked.vetoed, row).is(Is::Same, &n(0.0))]
        });
        self.marked.place = self.push(texts.place, texts.place_of, |this, row| this.place(keys, row, false));
        let all = self.keys(self.marked.total, |_, _| Vec::new());
        self.marked.would_be =
            self.push(texts.would_be, texts.place_of, |this, row| this.place(all, row, false));
    }
}
