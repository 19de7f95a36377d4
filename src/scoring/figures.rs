//! Figures that a source states against the same figures computed from their parts: a report must agree with itself.

use std::collections::BTreeMap;

use crate::domain::{Indicator, IndicatorId, Issue, MeasureKind, Observation};

use super::Table;

/// Every derived figure whose stated value is not what its parts give, to the decimals in which it is printed; in
/// the order of the observations. Both stay in the data; scoring takes the computed one.
///
/// Worked example: 2 of 13 cases, printed as 15.3 %, are 15.38 %, which rounds to 15.4 %: they disagree. 22,745 of
/// 31,075 days are 73.19 %, printed as 73.2 %: they agree.
pub fn disagreements(table: &Table) -> Vec<Issue> {
    let data = table.data();
    let derived: BTreeMap<&IndicatorId, &Indicator> =
        data.indicators.iter().filter(|one| one.formula.is_some()).map(|one| (&one.id, one)).collect();
    if derived.is_empty() {
        return Vec::new();
    }
    let of = |observation: &Observation| -> Option<Issue> {
        let indicator = derived.get(&observation.indicator)?;
        let formula = indicator.formula.as_ref()?;
        let stated = observation.value.filter(|_| observation.variant.is_empty())?;
        let unit = table.unit_index(&observation.unit)?;
        let computed = table.computed(formula, unit, observation.year)?;
        let printed = observation.source.as_ref().map_or("", |source| source.printed.as_str());
        let tolerance = tolerance(printed, stated, indicator.measure.kind);
        ((stated - computed).abs() > tolerance).then(|| Issue::FiguresDisagree {
            unit: observation.unit.clone(),
            year: observation.year,
            indicator: observation.indicator.clone(),
            stated,
            computed,
        })
    };
    data.observations.iter().filter_map(of).collect()
}

/// Half of the last decimal in which a figure is printed, in its measure, and a little for binary fractions.
fn tolerance(printed: &str, stated: f64, kind: MeasureKind) -> f64 {
    let number: String = printed
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || *c == '.' || *c == ',')
        .collect();
    let (number, percent) =
        if number.is_empty() { (stated.to_string(), false) } else { (number, kind == MeasureKind::Share) };
    let decimals = number.split('.').nth(1).map_or(0, str::len) as f64 + if percent { 2.0 } else { 0.0 };
    0.5 * libm::pow(10.0, -decimals) * (1.0 + 1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_last_printed_decimal() {
        let near = |left: f64, right: f64| (left - right).abs() < 1e-9;
        assert!(near(tolerance("73.2%", 0.732, MeasureKind::Share), 0.0005));
        assert!(near(tolerance("10%", 0.1, MeasureKind::Share), 0.005));
        assert!(near(tolerance("22745天", 22745.0, MeasureKind::Days), 0.5));
        assert!(near(tolerance("", 0.25, MeasureKind::Share), 0.005));
    }

    #[test]
    fn the_report_disagrees_with_itself_in_three_figures() {
        // 驳回 and 撤销: 2 of 13 are 15.38 %, printed 15.3 %. 化解率: 1 of 13 is 7.69 %, printed 10 %.
        let report = crate::data::seed_data_sets().unwrap().remove(0);
        let found: Vec<String> = disagreements(&Table::new(report))
            .into_iter()
            .map(|issue| match issue {
                Issue::FiguresDisagree { indicator, stated, computed, .. } => {
                    format!("{indicator} {stated} {computed:.4}")
                }
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(
            found,
            [
                "recon_rejected_share 0.153 0.1538",
                "recon_annulled_share 0.153 0.1538",
                "recon_settled_share 0.1 0.0769"
            ]
        );
    }
}
