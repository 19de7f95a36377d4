//! The workbook against the engine: what its formulas give, and what it says where they do not.

use super::*;
use crate::data::{seed_data_sets, seed_schemes};

#[test]
fn formulas_give_every_score_of_the_seeds() {
    let schemes = seed_schemes().unwrap();
    for data in seed_data_sets().unwrap() {
        let table = Table::new(data);
        for scheme in schemes.iter().filter(|scheme| scheme.id.starts_with("default")) {
            let Some(&year) = table.years().last() else { continue };
            let evaluation = evaluate(&table, scheme, year);
            let book = Workbook::new(&table, scheme, &evaluation, Lang::Zh);
            assert!(book.as_values.is_empty(), "{} {year}: {:?}", scheme.id, book.as_values);
        }
    }
}

#[test]
fn a_place_moved_by_a_rule_is_a_value_and_says_so() {
    let data = seed_data_sets().unwrap().into_iter().find(|one| one.id == "departments").unwrap();
    let scheme = seed_schemes().unwrap().into_iter().find(|one| one.id == "default-departments").unwrap();
    let mut scheme = (*scheme).clone();
    scheme.rules[0].effect = Effect::DemoteRank { by: 2 };
    scheme.rules[0].when = Condition::All(Vec::new());
    let table = Table::new(data);
    let evaluation = evaluate(&table, &scheme, 2019);
    let book = Workbook::new(&table, &scheme, &evaluation, Lang::En);
    assert!(!book.as_values.is_empty());
    let remarks =
        |cell: &&xlsx::Cell| matches!(cell, xlsx::Cell::Text(text) if text.contains("cannot be said"));
    assert_eq!(book.sheets[0].rows.iter().flatten().filter(remarks).count(), book.as_values.len());
}
