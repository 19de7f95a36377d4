//! From an evaluation to slides: the ranking as stacked bars of first-level criteria, a finding a class.

use super::from_chart::{chart_data, criteria_paint};
use super::{Category, ChartKind, NumberFormat, Series, Slide, SlideBody, ValueAxis};
use crate::chart::Sources;
use crate::domain::{DataSet, Evaluation, RankWithin, Scheme, Standing, UnitResult};
use crate::i18n::texts::charts::by_scheme;
use crate::i18n::texts::slides::{RankingFacts, ranking_headline, ranking_subtitle, slides, vetoed_name};
use crate::i18n::{Lang, figure};

/// The ranking of a year: a finding for each class that is ranked by itself, the first of a class on top. Bars are the
/// marks of first-level criteria before rules, the number at their end is the total after rules. Vetoed units stand last
/// and faded; units without a score are left out.
pub fn ranking_slides(data: &DataSet, scheme: &Scheme, evaluation: &Evaluation, lang: Lang) -> Vec<Slide> {
    let scored = |at: &usize| evaluation.units.get(*at).is_some_and(|unit| unit.total.is_some());
    let listed: Vec<usize> = evaluation.listing.iter().map(|at| *at as usize).filter(scored).collect();
    let of_class = |class: &crate::domain::UnitClass| {
        let inside = |at: &&usize| data.units.get(**at).is_some_and(|unit| unit.class == class.id);
        let units: Vec<usize> = listed.iter().filter(inside).copied().collect();
        (lang.pick(&class.name).to_string(), units)
    };
    let groups = match scheme.rank_within {
        RankWithin::Class => data.classes.iter().map(of_class).collect(),
        RankWithin::All => vec![(lang.pick(&data.name).to_string(), listed)],
    };
    let groups = groups.into_iter().filter(|(_, units)| !units.is_empty());
    groups.map(|(name, units)| ranking(data, scheme, evaluation, (&name, &units), lang)).collect()
}

fn ranking(
    data: &DataSet,
    scheme: &Scheme,
    evaluation: &Evaluation,
    (group, units): (&str, &[usize]),
    lang: Lang,
) -> Slide {
    let results: Vec<(&UnitResult, &str)> = units
        .iter()
        .filter_map(|at| Some((evaluation.units.get(*at)?, lang.pick(&data.units.get(*at)?.name))))
        .collect();
    let first_level = evaluation.criteria.iter().filter(|column| column.depth == 0).zip(&scheme.criteria);
    let bars = first_level.enumerate().map(|(place, (column, criterion))| Series {
        name: lang.pick(&criterion.name).to_string(),
        values: units.iter().map(|at| column.marks.get(*at).copied()).collect(),
        paint: criteria_paint(place),
        ringed: Vec::new(),
    });
    let categories = results.iter().map(|(unit, name)| match unit.standing {
        Standing::Ranked { place } => {
            Category { name: format!("{} {name}", figure::short(place)), faded: false }
        }
        Standing::NotRated => Category { name: (*name).to_string(), faded: true },
        Standing::Vetoed { .. } => Category { name: vetoed_name(lang, name), faded: true },
    });
    let mut chart = chart_data(ChartKind::StackedBar, categories.collect(), bars.collect());
    chart.totals = Some(Series {
        name: slides(lang).total.to_string(),
        values: results.iter().map(|(unit, _)| unit.total).collect(),
        ..Series::default()
    });
    chart.value_axis = ValueAxis {
        format: NumberFormat { decimals: 1, percent: false },
        range: Some((0.0, scheme.full_marks)),
        ..ValueAxis::default()
    };
    let ranked: Vec<(String, &str)> = results
        .iter()
        .filter(|(unit, _)| matches!(unit.standing, Standing::Ranked { .. }))
        .filter_map(|(unit, name)| Some((figure::fixed(unit.total?, 1), *name)))
        .collect();
    let end = |end: Option<&(String, &str)>| end.map(|(total, name)| ((*name).to_string(), total.clone()));
    let vetoed = results.iter().filter(|(unit, _)| matches!(unit.standing, Standing::Vetoed { .. })).count();
    let facts = RankingFacts { group, first: end(ranked.first()), last: end(ranked.last()), vetoed };
    let method = by_scheme(lang, lang.pick(&scheme.name), &figure::short(scheme.full_marks));
    let foot = Sources::of(data).foot(lang);
    let source = foot.first().cloned().unwrap_or_else(|| lang.pick(&data.name).to_string());
    Slide {
        headline: ranking_headline(lang, &facts),
        subtitle: ranking_subtitle(lang, evaluation.year, &figure::short(scheme.full_marks)),
        body: SlideBody::NativeChart(Box::new(chart)),
        note: method,
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{seed_data_sets, seed_schemes};
    use crate::scoring::{Table, evaluate};

    #[test]
    fn places_come_in_order_and_vetoed_units_last() {
        let data = seed_data_sets().unwrap().into_iter().find(|data| data.id == "departments").unwrap();
        let scheme = seed_schemes().unwrap().into_iter().find(|of| of.id == "default-departments").unwrap();
        let evaluation = evaluate(&Table::new(data.clone()), &scheme, 2019);
        let slides = ranking_slides(&data, &scheme, &evaluation, Lang::Zh);
        let mut seen = 0;
        for slide in &slides {
            let SlideBody::NativeChart(chart) = &slide.body else { panic!() };
            assert!(chart.categories.is_sorted_by_key(|of| of.faded));
            assert_eq!(chart.series.len(), scheme.criteria.len());
            let totals = &chart.totals.as_ref().unwrap().values;
            for (category, total) in chart.categories.iter().zip(totals) {
                let ends_so = |at: &usize| category.name.ends_with(data.units[*at].name.zh.as_str());
                let at = (0..data.units.len()).find(ends_so).unwrap();
                assert_eq!(*total, evaluation.units[at].total);
                seen += 1;
            }
        }
        assert_eq!(seen, evaluation.units.iter().filter(|unit| unit.total.is_some()).count());
        assert!(slides.iter().any(|slide| slide.headline.contains("被一票否决")));
    }
}
