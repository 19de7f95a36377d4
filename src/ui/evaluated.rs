//! The evaluation of the present inputs, computed once a change and shared by everything that shows it.

use yew::prelude::*;

use crate::{
    app::{Inputs, Shared},
    domain::{Evaluation, Outcome, RankWithin, Scheme, Standing, UnitId, UnitResult},
    scoring::Evaluator,
};

/// What the present inputs give.
#[derive(Clone, Debug)]
pub struct Evaluated {
    /// The inputs.
    pub inputs: Inputs,
    /// The result of the year.
    pub now: Evaluation,
    /// The result of the year before, where the data has that year.
    pub before: Option<Evaluation>,
}

impl Evaluated {
    /// Evaluates the inputs; what `evaluator` knows of them already is not computed anew.
    pub fn new(inputs: &Inputs, evaluator: &mut Evaluator) -> Self {
        let scheme = scheme_in_force(inputs);
        let year_before = inputs.year.saturating_sub(1);
        let before = inputs
            .table
            .years()
            .contains(&year_before)
            .then(|| evaluator.evaluate(&inputs.table, &scheme, year_before));
        let now = evaluator.evaluate(&inputs.table, &scheme, inputs.year);
        Self { now, before, inputs: inputs.clone() }
    }

    /// The place in the data set of the unit of this id.
    pub fn unit_index(&self, id: &UnitId) -> Option<usize> {
        self.now.units.iter().position(|result| result.unit == id)
    }

    /// The other units that a unit is ranked among.
    pub fn rivals(&self, unit: usize) -> impl Iterator<Item = UnitResult<'_>> {
        let units = &self.inputs.table.data().units;
        let class = units.get(unit).map(|unit| &unit.class);
        let all = self.inputs.scheme.rank_within == RankWithin::All;
        let among = move |(other, _): &(usize, UnitResult)| {
            *other != unit && (all || units.get(*other).map(|unit| &unit.class) == class)
        };
        self.now.units.iter().enumerate().filter(among).map(|(_, result)| result)
    }

    /// How many units have a place where a unit is ranked, itself included.
    pub fn ranked_beside(&self, unit: usize) -> usize {
        1 + self.rivals(unit).filter(|rival| matches!(rival.standing, Standing::Ranked { .. })).count()
    }

    /// How many times rules have fired.
    pub fn fired(&self) -> usize {
        self.now.units.firings().iter().filter(|firing| firing.outcome == Outcome::Fired).count()
    }

    /// How many units are vetoed.
    pub fn vetoed(&self) -> usize {
        self.now.units.iter().filter(|unit| matches!(unit.standing, Standing::Vetoed { .. })).count()
    }
}

/// The scheme as it counts: without its rules where they are left aside.
pub fn scheme_in_force(inputs: &Inputs) -> Shared<Scheme> {
    if inputs.rules_in_force || inputs.scheme.rules.is_empty() {
        return inputs.scheme.clone();
    }
    Shared::new(Scheme { rules: Vec::new(), ..(*inputs.scheme).clone() })
}

/// The evaluation of the present inputs.
#[hook]
pub fn use_evaluated(inputs: &Inputs) -> Shared<Evaluated> {
    let evaluator = use_mut_ref(Evaluator::default);
    let memo = use_memo(inputs.clone(), move |inputs| Evaluated::new(inputs, &mut evaluator.borrow_mut()));
    Shared::from(memo)
}
