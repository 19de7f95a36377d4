//! Means of 1, 2 and 3 with several weights.

use crate::{
    model::{Answer, File, Sheet, linear, scheme},
    tally::Tally,
};

pub fn check(file: &File, tally: &mut Tally) -> Option<()> {
    let mut sheet = Sheet::of(["unit"]);
    let ids = ["a", "b", "c"];
    ids.iter().zip([1.0, 2.0, 3.0]).for_each(|(id, value)| sheet.put("unit", 2000, id, Some(value)));
    let table = sheet.table()?;
    let cases = [
        ("gmean_123", "geometric", [1.0, 1.0, 1.0]),
        ("gmean_123_w112", "geometric", [1.0, 1.0, 2.0]),
        ("hmean_123_w211", "harmonic", [2.0, 1.0, 1.0]),
    ];
    for (name, aggregate, weights) in cases {
        let leaves = ids.iter().zip(weights).map(|(id, weight)| linear(id, weight, 0.0, 3.0)).collect();
        let answer = Answer::to(&table, &scheme(3.0, aggregate, leaves)?, 2000);
        tally.near(answer.total("unit"), file.json["test_values"][name].as_f64()?, 1e-12, || name.into());
    }
    tally.not_applicable(2, "growth rates over several years");
    Some(())
}
