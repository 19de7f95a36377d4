//! What a trend shows before anyone has chosen: which indicators have years to compare, and whose lines are longest.

use crate::{
    domain::{IndicatorId, MeasureKind, Text, Year},
    scoring::Table,
};

/// An indicator that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurable {
    /// Which.
    pub id: IndicatorId,
    /// Its name.
    pub name: Text,
    /// So many units have it in more than one year.
    pub units_over_years: usize,
    /// So many steps from a year to the next have a value on both sides, over all units.
    pub steps: usize,
    /// It is a share or a score, which compare between units of different size.
    pub relative: bool,
}

/// The indicators of a data set that have a value, in its order.
pub fn measurable(table: &Table) -> Vec<Measurable> {
    let data = table.data();
    let of = |indicator: &crate::domain::Indicator| {
        let years_of = |unit: usize| years_with(table.years(), |year| table.value(unit, &indicator.id, year));
        let by_unit: Vec<Vec<Year>> = (0..data.units.len()).map(years_of).collect();
        let steps = |years: &Vec<Year>| years.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
        by_unit.iter().any(|years| !years.is_empty()).then(|| Measurable {
            id: indicator.id.clone(),
            name: indicator.name.clone(),
            units_over_years: by_unit.iter().filter(|years| years.len() > 1).count(),
            steps: by_unit.iter().map(steps).sum(),
            relative: matches!(indicator.measure.kind, MeasureKind::Share | MeasureKind::Points),
        })
    };
    data.indicators.iter().filter_map(of).collect()
}

/// The units with the longest lines, at most so many, by their places in the data set; those with one value only where
/// no unit has more.
pub fn default_units(
    units: usize,
    years: &[Year],
    value: impl Fn(usize, Year) -> Option<f64>,
    most: usize,
) -> Vec<usize> {
    let mut with_years: Vec<(usize, Vec<Year>)> = (0..units)
        .map(|unit| (unit, years_with(years, |year| value(unit, year))))
        .filter(|(_, years)| !years.is_empty())
        .collect();
    if with_years.iter().any(|(_, years)| years.len() > 1) {
        with_years.retain(|(_, years)| years.len() > 1);
    }
    with_years.sort_by(|(a, of_a), (b, of_b)| {
        of_b.len().cmp(&of_a.len()).then_with(|| of_b.last().cmp(&of_a.last())).then_with(|| a.cmp(b))
    });
    with_years.into_iter().take(most).map(|(unit, _)| unit).collect()
}

fn years_with(years: &[Year], value: impl Fn(Year) -> Option<f64>) -> Vec<Year> {
    years.iter().copied().filter(|&year| value(year).is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_lines_come_first_and_single_values_last() {
        let values: [&[Year]; 4] = [&[2019], &[2017, 2018], &[2015, 2016, 2019], &[2018, 2019]];
        let years: Vec<Year> = (2015..=2019).collect();
        let value = |unit: usize, year: Year| values[unit].contains(&year).then_some(1.0);
        assert_eq!(default_units(4, &years, value, 3), [2, 3, 1]);
        assert_eq!(default_units(1, &years, value, 3), [0]);
        assert_eq!(default_units(0, &years, value, 3), [] as [usize; 0]);
    }
}
