//! The exact sums behind a score: its parts, and what moved it and its place since the year before.

use crate::{
    cli::{inputs::Case, result::in_order},
    domain::{Evaluation, UnitResult},
    i18n::{
        figure,
        rule_sentence::Names,
        texts::{twin, unit},
    },
    scoring::{Part, PartOf, Side, compare, evaluate, explain},
};

/// The parts that the total is the sum of, leaves first, then rules and limits; nothing where there is no total.
pub fn parts(case: &Case, evaluation: &Evaluation, at: usize) -> Vec<String> {
    let lang = case.lang;
    let words = twin::twin(lang);
    let explanation = explain(&case.table, &case.scheme, evaluation, at);
    let Some(total) = explanation.total else { return Vec::new() };
    let names = Names::new(&case.scheme, case.data(), lang);
    let criteria = in_order(&case.scheme.criteria);
    let name = |of: &PartOf| match of {
        PartOf::Leaf(id) => {
            let leaf = criteria.iter().find(|criterion| &criterion.id == id);
            leaf.map_or(id.as_str(), |leaf| lang.pick(&leaf.name)).to_owned()
        }
        PartOf::Rule(id) => names.rule(id).to_owned(),
        PartOf::Limit => words.limit.to_owned(),
        PartOf::EarlierYears => words.earlier_years.to_owned(),
        PartOf::Rounding => words.rounding.to_owned(),
    };
    let mut lines = vec![String::new(), words.sum.to_owned()];
    // A limit or a rounding of less than is written says nothing.
    let says =
        |part: &&Part| matches!(part.of, PartOf::Leaf(_) | PartOf::Rule(_)) || part.marks.abs() >= 0.005;
    let shown = explanation.parts.iter().filter(says);
    lines.extend(shown.map(|part| entry(case, &name(&part.of), part.marks)));
    lines.push(format!("  {}{}{}", words.total, unit::unit(lang).colon, figure::fixed(total, 2)));
    lines
}

/// What moved the unit since the year before, where the data has that year; causes of nothing are left out.
pub fn since_last_year(case: &Case, evaluation: &Evaluation, result: UnitResult) -> Vec<String> {
    let lang = case.lang;
    let words = twin::twin(lang);
    let Some(last) = case.year.checked_sub(1).filter(|last| case.table.years().contains(last)) else {
        return Vec::new();
    };
    let earlier = evaluate(&case.table, &case.scheme, last);
    let side = |evaluation| Side { table: &case.table, scheme: &case.scheme, evaluation };
    let Some(change) = compare(side(&earlier), side(evaluation), result.unit) else { return Vec::new() };
    let mut lines = Vec::new();
    if let Some(total) = change.total {
        lines.push(twin::moved(
            lang,
            words.total,
            &figure::fixed(total.before, 2),
            &figure::fixed(total.after, 2),
        ));
        let causes = [
            (words.own_data, total.own_data),
            (words.others_data, total.others_data),
            (words.by_weights, total.weights),
            (words.by_functions, total.functions),
            (words.by_rules, total.rules),
        ];
        lines.extend(
            causes.iter().filter(|(_, marks)| *marks != 0.0).map(|(what, marks)| entry(case, what, *marks)),
        );
    }
    if let Some(place) = change.place {
        lines.push(twin::moved(lang, words.place, &figure::short(place.before), &figure::short(place.after)));
        let causes = [
            (words.own_move, place.own),
            (words.others_move, place.others),
            (words.demotions, place.demotions),
        ];
        lines.extend(
            causes.iter().filter(|(_, places)| *places != 0.0).map(|(what, by)| entry(case, what, *by)),
        );
    }
    if lines.is_empty() {
        return lines;
    }
    [String::new(), twin::since(lang, last)].into_iter().chain(lines).collect()
}

fn entry(case: &Case, what: &str, by: f64) -> String {
    format!("    {what}{}{}", unit::unit(case.lang).colon, figure::signed(by, 2))
}
