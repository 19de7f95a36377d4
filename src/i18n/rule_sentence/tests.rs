//! Sentences read as a person would write them.

use super::*;
use crate::{
    app::fixture,
    domain::{Comparison, Condition, Effect, Firing, FiringEffect, Operand, Outcome, SeenValue},
};

fn lost() -> Operand {
    Operand::Indicator { id: "lost".into(), years_back: 0 }
}

#[test]
fn a_veto_reads_in_both_languages() {
    let (scheme, data) = (fixture::scheme(), fixture::data("d"));
    let zh = Names::new(&scheme, &data, Lang::Zh);
    let en = Names::new(&scheme, &data, Lang::En);
    assert_eq!(rule(&zh, &scheme.rules[0]), "当败诉率高于 30% 时，一票否决。");
    assert_eq!(rule(&en, &scheme.rules[0]), "When Cases lost is above 30%, the unit is vetoed.");
}

#[test]
fn joined_conditions_bonus_and_years_read_well() {
    let (scheme, data) = (fixture::scheme(), fixture::data("d"));
    let zh = Names::new(&scheme, &data, Lang::Zh);
    let mut deduction = scheme.rules[0].clone();
    deduction.years_in_a_row = 2;
    deduction.needs_confirmation = true;
    deduction.when = Condition::All(vec![
        Condition::Compare { left: Operand::Total, is: Comparison::Below, than: 60.0, by_class: vec![] },
        Condition::Any(vec![
            Condition::Grade { among: vec!["good".into()], years_back: 1 },
            Condition::SubUnitVetoed { count: 2 },
        ]),
    ]);
    deduction.effect =
        Effect::Deduct { marks: 2.0, per: Some("lost".into()), beyond: 1.0, criterion: None, cap: Some(6.0) };
    assert_eq!(
        rule(&zh, &deduction),
        "当连续 2 年总分低于 60 分，且（上一年度等次为good，或至少 2 个下属单位被一票否决）时，\
         败诉率每 1，从总分中扣 2 分（1 以内不扣），最多扣 6 分，须经确认。"
    );
}

#[test]
fn a_reason_shows_the_value_against_its_threshold() {
    let (scheme, data) = (fixture::scheme(), fixture::data("d"));
    let zh = Names::new(&scheme, &data, Lang::Zh);
    let value = SeenValue { operand: lost(), value: Some(1.0 / 3.0), is: Comparison::Above, than: 0.3 };
    let firing = Firing {
        rule: "v".into(),
        outcome: Outcome::Fired,
        fired_in: 2019,
        seen: vec![value.clone(), SeenValue { value: None, ..value }].into(),
        effect: Some(FiringEffect::Vetoed),
    };
    assert_eq!(firing_reason(&zh, &firing), "败诉否决：败诉率 33.33% > 30%，败诉率缺数据");
}
