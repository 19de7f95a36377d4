//! From charts of results to slides: the distribution of scores as columns, where marks were lost as stacked columns
//! over steps that are not drawn.

use super::from_chart::{chart_data, criteria_paint};
use super::{Category, ChartData, ChartKind, Labels, NumberFormat, Paint, Series, ValueAxis};
use crate::chart::distribution::{Bin, Distribution};
use crate::chart::palette::{Colour, SLIDE};
use crate::chart::waterfall::{Cause, Step, Waterfall};
use crate::i18n::texts::charts::charts;
use crate::i18n::texts::result_charts::result_charts;
use crate::i18n::{Lang, figure};

fn series(name: &str, values: Vec<Option<f64>>, paint: Paint) -> Series {
    Series { name: name.to_string(), values, paint, ringed: Vec::new() }
}

/// A distribution: a column for each interval, vetoed units stacked on it.
pub fn distribution(of: &Distribution, lang: Lang) -> ChartData {
    let (bins, words) = (of.bins(), result_charts(lang));
    let name = |bin: &Bin| format!("{}–{}", figure::short(bin.from), figure::short(bin.to));
    let categories = bins.iter().map(|bin| Category { name: name(bin), faded: false }).collect();
    // An interval without units has no label.
    let count = |units: usize| (units > 0).then_some(units as f64);
    let ranked = bins.iter().map(|bin| count(bin.scores.len() - bin.vetoed)).collect();
    let mut all = vec![series(words.unit_count, ranked, Paint::Colour(SLIDE.accent))];
    if bins.iter().any(|bin| bin.vetoed > 0) {
        let vetoed = bins.iter().map(|bin| count(bin.vetoed)).collect();
        all.push(series(charts(lang).vetoed, vetoed, Paint::Colour(SLIDE.veto)));
    }
    let kind = if all.len() > 1 { ChartKind::StackedColumn } else { ChartKind::Column };
    let mut data = chart_data(kind, categories, all);
    data.category_title = words.interval.to_string();
    data.value_axis = ValueAxis { title: words.unit_count.to_string(), ..ValueAxis::default() };
    data
}

/// A waterfall: on a base that is not drawn the marks that are left at both ends, those lost and those given between.
pub fn waterfall(of: &Waterfall, lang: Lang) -> ChartData {
    let words = result_charts(lang);
    let total = of.total.unwrap_or(0.0);
    let names = of.steps.iter().map(|step| lang.pick(&step.name));
    let names = std::iter::once(words.full).chain(names).chain([words.final_score]);
    let categories = names.map(|name| Category { name: name.to_string(), faded: false }).collect();
    let column = |first: f64, value: &dyn Fn(&Step) -> f64, last: f64| -> Vec<Option<f64>> {
        let steps = of.steps.iter().map(value);
        let all = std::iter::once(first).chain(steps).chain([last]);
        all.map(|value| Some(value).filter(|value| *value != 0.0)).collect()
    };
    let base = column(0.0, &|step| step.from.min(step.to), 0.0);
    let ends = column(of.full_marks, &|_| 0.0, total);
    let lost_where = |by_rule: bool| {
        move |step: &Step| {
            if (step.cause == Cause::Rule) == by_rule { (-step.change()).max(0.0) } else { 0.0 }
        }
    };
    let given = column(0.0, &|step| step.change().max(0.0), 0.0);
    let mut all = vec![
        series(words.base, base, Paint::Hidden),
        series(words.total, ends, Paint::Colour(SLIDE.accent)),
        series(words.lost, column(0.0, &lost_where(false), 0.0), criteria_paint(6)),
    ];
    let colour = |colour: Colour| Paint::Colour(colour);
    for (name, values, paint) in [
        (words.by_rules, column(0.0, &lost_where(true), 0.0), colour(SLIDE.warn)),
        (words.given, given, colour(SLIDE.good)),
    ] {
        if values.iter().any(Option::is_some) {
            all.push(series(name, values, paint));
        }
    }
    let mut data = chart_data(ChartKind::StackedColumn, categories, all);
    data.value_axis =
        ValueAxis { format: NumberFormat { decimals: 1, percent: false }, ..ValueAxis::default() };
    data.labels = Labels::Values;
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{distribution, waterfall};

    /// 100 − 8 + 3 − 5 = 90: losses hang below where the step before ended, a gain stands on it.
    #[test]
    fn every_column_of_a_waterfall_ends_where_the_next_begins() {
        let data = super::waterfall(&waterfall::samples::of(&[-8.0, 3.0, -5.0], "项"), Lang::Zh);
        let values = |nth: usize| data.series[nth].values.clone();
        assert_eq!(data.series[0].paint, Paint::Hidden);
        assert_eq!(values(0), [None, Some(92.0), Some(92.0), Some(90.0), None]);
        assert_eq!(values(1), [Some(100.0), None, None, None, Some(90.0)]);
        assert_eq!(values(2), [None, Some(8.0), None, None, None]);
        assert_eq!(values(3), [None, None, None, Some(5.0), None]);
        assert_eq!(values(4), [None, None, Some(3.0), None, None]);
    }

    #[test]
    fn columns_of_a_distribution_count_every_unit() {
        let of = distribution::samples::of(&[61.0, 62.0, 75.0, 75.5, 90.0], 5);
        let data = super::distribution(&of, Lang::En);
        let sum: f64 = data.series.iter().flat_map(|series| series.values.iter().flatten()).sum();
        assert_eq!(sum, 5.0);
        assert_eq!(data.series[1].values.iter().flatten().sum::<f64>(), 1.0);
    }
}
