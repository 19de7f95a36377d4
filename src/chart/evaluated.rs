//! What charts of an evaluation have in common: how scores came about, who stands where, what each first-level
//! criterion gave, and how a class spreads.

use crate::{
    domain::{
        CriterionId, Evaluation, FiringEffect, Outcome, RankWithin, Scheme, Standing, Text, UnitId,
        UnitResult,
    },
    i18n::{
        Lang, figure,
        texts::{charts, place_charts},
    },
    scoring::Table,
};

/// A spread is shown where at least so many units have a value.
const LEAST_SPREAD: usize = 3;

/// A first-level criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstLevel {
    /// Which.
    pub id: CriterionId,
    /// Its name.
    pub name: Text,
    /// Its column in the evaluation.
    pub column: usize,
}

/// What a unit earned of a criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// So much of full marks, 0..=1.
    Of(f64),
    /// Nothing is known of it.
    Missing,
    /// It is not asked of the unit's class.
    NotApplicable,
}

impl Share {
    /// The share; `None` where there is none.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Of(share) => Some(share),
            Self::Missing | Self::NotApplicable => None,
        }
    }
}

/// How values spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The least.
    pub low: f64,
    /// The median: of an even count the mean of the middle two.
    pub median: f64,
    /// The most.
    pub high: f64,
    /// How many there are.
    pub units: usize,
}

impl Spread {
    /// The spread of at least one value.
    pub fn of_any(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let (low, high) = (*values.first()?, *values.last()?);
        let half = values.len() / 2;
        let upper = *values.get(half)?;
        let median = match half.checked_sub(1).and_then(|below| values.get(below)) {
            Some(below) if values.len().is_multiple_of(2) => (below + upper) / 2.0,
            _ => upper,
        };
        Some(Self { low, median, high, units: values.len() })
    }

    /// The spread of enough values that none of them is given away by it.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        Self::of_any(values).filter(|spread| spread.units >= LEAST_SPREAD)
    }
}

/// Where a unit stands in an evaluation.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stand {
    /// At a place, 1 the best; fractional only where the scheme says so.
    Ranked(f64),
    /// Vetoed: by which rules.
    Vetoed(Text),
    /// Not rated.
    NotRated,
    /// Not in this evaluation.
    #[default]
    Absent,
}

impl Stand {
    /// Where a unit's result puts it.
    pub fn of(scheme: &Scheme, result: Option<UnitResult>) -> Self {
        let Some(result) = result else { return Self::Absent };
        match result.standing {
            Standing::Ranked { place } => Self::Ranked(place),
            Standing::Vetoed { .. } => Self::Vetoed(vetoes(scheme, result)),
            Standing::NotRated => Self::NotRated,
        }
    }

    /// Its place; `None` where it has none.
    pub fn place(&self) -> Option<f64> {
        match self {
            Self::Ranked(place) => Some(*place),
            _ => None,
        }
    }

    /// In words: 第 3 名, 一票否决：…, 未评, 无此单位.
    pub fn words(&self, lang: Lang) -> String {
        let texts = place_charts::place_charts(lang);
        match self {
            Self::Ranked(place) => place_charts::place(lang, &figure::short(*place)),
            Self::Vetoed(rules) => charts::vetoed_by(lang, lang.pick(rules)),
            Self::NotRated => texts.not_rated.to_owned(),
            Self::Absent => texts.absent.to_owned(),
        }
    }
}

/// How scores came about, for the foot.
pub fn method(scheme: &Scheme) -> Text {
    let of = |lang: Lang| charts::by_scheme(lang, lang.pick(&scheme.name), &figure::short(scheme.full_marks));
    Text::new(of(Lang::Zh), of(Lang::En))
}

/// The names of the rules that vetoed a unit.
pub fn vetoes(scheme: &Scheme, result: UnitResult) -> Text {
    let vetoing = result
        .firings
        .iter()
        .filter(|firing| firing.outcome == Outcome::Fired && firing.effect == Some(FiringEffect::Vetoed))
        .filter_map(|firing| scheme.rules.iter().find(|rule| rule.id == firing.rule));
    let names: Vec<&Text> = vetoing.map(|rule| &rule.name).collect();
    let listed =
        |lang: Lang| charts::list(lang, &names.iter().map(|name| lang.pick(name)).collect::<Vec<_>>());
    Text::new(listed(Lang::Zh), listed(Lang::En))
}

/// The total of a unit that is rated or vetoed, in marks.
pub fn total(result: UnitResult) -> Option<f64> {
    result.total.filter(|_| result.standing != Standing::NotRated)
}

/// The first-level criteria that count into the total, in the scheme's order.
pub fn first_level(scheme: &Scheme, evaluation: &Evaluation) -> Vec<FirstLevel> {
    let column = |id: &CriterionId| evaluation.criteria.iter().position(|column| column.id == *id);
    let counted = scheme.criteria.iter().filter(|criterion| criterion.role.is_counted());
    counted
        .filter_map(|criterion| {
            let column = column(&criterion.id)?;
            Some(FirstLevel { id: criterion.id.clone(), name: criterion.name.clone(), column })
        })
        .collect()
}

/// What a unit, by its place in the data set, earned of a criterion.
pub fn share(evaluation: &Evaluation, of: &FirstLevel, unit: usize) -> Share {
    let Some(column) = evaluation.criteria.get(of.column) else { return Share::NotApplicable };
    let at = |flags: &[bool]| flags.get(unit).copied().unwrap_or(false);
    if !at(&column.applies) {
        return Share::NotApplicable;
    }
    match column.share.get(unit) {
        Some(share) if at(&column.present) && share.is_finite() => Share::Of(*share),
        _ => Share::Missing,
    }
}

/// The units that a unit is ranked among, itself included, by their places in the data set.
pub fn peers(table: &Table, scheme: &Scheme, unit: &UnitId) -> Vec<usize> {
    let units = &table.data().units;
    let own = table.unit_index(unit).and_then(|at| units.get(at));
    (0..units.len())
        .filter(|at| {
            scheme.rank_within == RankWithin::All || own.is_some_and(|own| own.class == units[*at].class)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0.2, 0.4, 0.6, 1.0 → median (0.4 + 0.6) / 2 = 0.5; of the first three 0.4; two are too few.
    #[test]
    fn a_spread_has_its_ends_and_its_middle() {
        let four = Spread::of([0.6, 0.2, 1.0, 0.4]);
        assert_eq!(four, Some(Spread { low: 0.2, median: 0.5, high: 1.0, units: 4 }));
        assert_eq!(Spread::of([0.6, 0.2, 0.4]).map(|spread| spread.median), Some(0.4));
        assert_eq!(Spread::of([0.6, 0.2]), None);
        assert_eq!(Spread::of_any([0.6]).map(|spread| spread.median), Some(0.6));
        assert_eq!(Spread::of_any([]), None);
    }
}
