//! From a ranking to slides: stacked bars of first-level criteria, a finding for each class that is ranked by itself.

use super::from_chart::{chart_data, criteria_paint, slide};
use super::{Category, ChartKind, NumberFormat, Series, Slide, SlideBody, ValueAxis};
use crate::chart::evaluated::Stand;
use crate::chart::ranking::{Group, Ranking, Row};
use crate::chart::{Chart, Heading};
use crate::i18n::texts::slides::{ranking_subtitle, slides as texts, vetoed_name};
use crate::i18n::{Lang, figure};

/// The slides of a ranking. Bars are the marks of first-level criteria before rules, the number at their end is the total
/// after rules. Vetoed units stand last and faded; units without a score are left out.
pub fn slides(ranking: &Ranking, lang: Lang) -> Vec<Slide> {
    let scored = |group: &&Group| group.rows.iter().any(|row| row.total.is_some());
    ranking.groups.iter().filter(scored).map(|group| of_group(ranking, group, lang)).collect()
}

fn of_group(ranking: &Ranking, group: &Group, lang: Lang) -> Slide {
    let alone = Chart::Ranking(Ranking { groups: vec![group.clone()], ..ranking.clone() });
    let heading = alone.heading(lang);
    let rows: Vec<&Row> = group.rows.iter().filter(|row| row.total.is_some()).collect();
    let bars = ranking.criteria.iter().enumerate().map(|(part, of)| Series {
        name: lang.pick(&of.name).to_string(),
        values: rows.iter().map(|row| row.parts.get(part).map(|(marks, _)| *marks)).collect(),
        paint: criteria_paint(of.place),
        ringed: Vec::new(),
    });
    let categories = rows.iter().map(|row| {
        let name = lang.pick(&row.name);
        match &row.stand {
            Stand::Ranked(place) => {
                Category { name: format!("{} {name}", figure::short(*place)), faded: false }
            }
            Stand::Vetoed(_) => Category { name: vetoed_name(lang, name), faded: true },
            Stand::NotRated | Stand::Absent => Category { name: name.to_string(), faded: true },
        }
    });
    let mut data = chart_data(ChartKind::StackedBar, categories.collect(), bars.collect());
    data.totals = Some(Series {
        name: texts(lang).total.to_string(),
        values: rows.iter().map(|row| row.total).collect(),
        ..Series::default()
    });
    data.value_axis = ValueAxis {
        format: NumberFormat { decimals: 1, percent: false },
        range: Some((0.0, ranking.full_marks)),
        ..ValueAxis::default()
    };
    data.alt = alone.alt(lang);
    let subtitle = ranking_subtitle(lang, ranking.year, &figure::short(ranking.full_marks));
    slide(&Heading { subtitle, ..heading }, SlideBody::NativeChart(Box::new(data)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::catalogue::Ground;
    use crate::chart::ranking::of_evaluation;
    use crate::data::{seed_data_sets, seed_schemes};
    use crate::scoring::{Table, evaluate};

    #[test]
    fn places_come_in_order_and_vetoed_units_last() {
        let data = seed_data_sets().unwrap().into_iter().find(|data| data.id == "departments").unwrap();
        let scheme = seed_schemes().unwrap().into_iter().find(|of| of.id == "default-departments").unwrap();
        let table = Table::new(data.clone());
        let evaluation = evaluate(&table, &scheme, 2019);
        let ground = Ground {
            table: &table,
            scheme: &scheme,
            evaluation: &evaluation,
            opened: None,
            schemes: &[],
            evaluate: &|scheme, year| evaluate(&table, scheme, year),
        };
        let slides = slides(&of_evaluation(&ground, None), Lang::Zh);
        let mut seen = 0;
        for slide in &slides {
            let SlideBody::NativeChart(chart) = &slide.body else { panic!() };
            assert!(chart.categories.is_sorted_by_key(|of| of.faded));
            assert_eq!(chart.series.len(), scheme.criteria.len());
            let totals = &chart.totals.as_ref().unwrap().values;
            for (category, total) in chart.categories.iter().zip(totals) {
                let ends_so = |at: &usize| category.name.ends_with(data.units[*at].name.zh.as_str());
                let at = (0..data.units.len()).find(ends_so).unwrap();
                assert_eq!(*total, evaluation.units.get(at).unwrap().total);
                seen += 1;
            }
        }
        assert_eq!(seen, evaluation.units.iter().filter(|unit| unit.total.is_some()).count());
        assert!(slides.iter().any(|slide| slide.headline.contains("被一票否决")));
    }
}
