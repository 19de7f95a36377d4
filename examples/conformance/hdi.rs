//! Human Development Index: linear leaves between goalposts, one of them of logarithms, an arithmetic and a geometric
//! mean, three decimals.

use faheng::domain::{Scheme, Year};
use serde_json::{Value, json};

use crate::{
    model::{Answer, File, Sheet, linear, node, scheme},
    tally::Tally,
};

pub fn check(file: &File, tally: &mut Tally) -> Option<()> {
    let json = &file.json;
    let columns = crate::model::texts(&json["columns"])?;
    let rows: Vec<Row> =
        json["rows"].as_array()?.iter().map(|row| Row::read(&columns, row)).collect::<Option<_>>()?;
    let mut sheet = Sheet::of(rows.iter().map(|row| row.country));
    for row in &rows {
        for indicator in ["le", "eys", "mys", "gnipc"] {
            sheet.put(row.country, row.year, indicator, Some(row.get(indicator)?));
        }
    }
    let table = sheet.table()?;
    let mut three_decimals = index(&json["goalposts"])?;
    three_decimals.decimals = Some(3);
    let exact = index(&json["goalposts"])?;
    for &year in table.years() {
        let (printed, exact) = (Answer::to(&table, &three_decimals, year), Answer::to(&table, &exact, year));
        for row in rows.iter().filter(|row| row.year == year) {
            let what = |of: &str| format!("{} {year} {of}", row.country);
            let hdi = printed.total(row.country);
            tally.near(hdi, row.get("hdi_published")?, 1e-9, || what("HDI at 3 decimals"));
            tally.near(exact.total(row.country), row.get("hdi_recomputed")?, 1e-9, || what("HDI"));
            for (criterion, expected) in
                [("le", "le_index"), ("education", "edu_index"), ("gnipc", "inc_index")]
            {
                tally.near(exact.share(criterion, row.country), row.get(expected)?, 1e-9, || what(expected));
            }
        }
        if year == 2022 {
            for (country, place) in json["ranks_2022"].as_object()? {
                tally.same(printed.place(country), place.as_f64(), || format!("{country} {year} rank"));
            }
        }
    }
    note_example(&json["technical_note_2020_example"], &json["goalposts"], tally)
}

/// The worked example of the technical note: an income index, and the index from its three parts, as printed.
fn note_example(example: &Value, goalposts: &Value, tally: &mut Tally) -> Option<()> {
    let mut sheet = Sheet::of(["example"]);
    for indicator in ["gnipc", "le_index", "edu_index", "gni_index"] {
        sheet.put("example", 2020, indicator, Some(example[indicator].as_f64()?));
    }
    let table = sheet.table()?;
    let income = scheme(1.0, "arithmetic", vec![income(goalposts)?])?;
    let gni_index = Answer::to(&table, &income, 2020).total("example");
    tally.near(gni_index, example["gni_index"].as_f64()?, 0.5e-4, || "example: income index".into());
    let parts = ["le_index", "edu_index", "gni_index"].map(|id| linear(id, 1.0, 0.0, 1.0));
    let mut whole = scheme(1.0, "geometric", parts.to_vec())?;
    whole.decimals = Some(2);
    let hdi = Answer::to(&table, &whole, 2020).total("example");
    tally.near(hdi, example["hdi"].as_f64()?, 1e-9, || "example: HDI at 2 decimals".into());
    Some(())
}

struct Row<'j> {
    country: &'j str,
    year: Year,
    columns: &'j [&'j str],
    values: &'j Value,
}

impl<'j> Row<'j> {
    fn read(columns: &'j [&'j str], values: &'j Value) -> Option<Self> {
        let at = |name: &str| columns.iter().position(|column| *column == name);
        let country = values[at("iso3")?].as_str()?;
        let year = Year::try_from(values[at("year")?].as_u64()?).ok()?;
        Some(Self { country, year, columns, values })
    }

    fn get(&self, name: &str) -> Option<f64> {
        self.values[self.columns.iter().position(|column| *column == name)?].as_f64()
    }
}

/// The index by its goalposts.
fn index(goalposts: &Value) -> Option<Scheme> {
    let of = |id: &str| Some(linear(id, 1.0, goalposts[id][0].as_f64()?, goalposts[id][1].as_f64()?));
    let education = node("education", 1.0, "arithmetic", vec![of("eys")?, of("mys")?]);
    scheme(1.0, "geometric", vec![of("le")?, education, income(goalposts)?])
}

fn income(goalposts: &Value) -> Option<Value> {
    let (zero, full) = (goalposts["gnipc_log"][0].as_f64()?, goalposts["gnipc_log"][1].as_f64()?);
    let mut income = linear("gnipc", 1.0, zero, full);
    income["body"]["leaf"]["log"] = json!(true);
    Some(income)
}
