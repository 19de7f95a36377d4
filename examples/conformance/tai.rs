//! The technology achievement index of the OECD/JRC handbook: several weightings, two ways to normalise, a geometric
//! mean of raw values; and single columns of its tables.

use faheng::domain::Year;
use serde_json::{Value, json};

use crate::{
    model::{Answer, File, Sheet, leaf, linear, numbers, scheme, texts},
    tally::Tally,
};

const YEAR: Year = 2001;
const TOLERANCE: f64 = 1e-9;

pub fn check(file: &File, tally: &mut Tally) -> Option<()> {
    let tai = Tai::read(&file.json)?;
    by_goalposts(&tai, tally)?;
    by_min_max(&tai, tally)?;
    by_geometric_mean(&tai, tally)?;
    schooling(&tai, tally)?;
    demonstration(&tai.json["published"]["geometric_demo"], tally)?;
    tally.note("published rankings under FA and AHP are known to differ from their own printed weights and data at a few places; held against the recomputed ones");
    tally.not_applicable(1, "weighting by benefit of the doubt (23 scores, 23 places)");
    tally.not_applicable(
        2,
        "rankings and matrices by outranking, Condorcet and Borda (the other aggregation of table 32)",
    );
    tally.not_applicable(6, "tables of correlation, eigenvalues, Cronbach's alpha and rank correlation");
    Some(())
}

struct Tai<'j> {
    json: &'j Value,
    countries: Vec<&'j str>,
    indicators: Vec<&'j str>,
}

impl<'j> Tai<'j> {
    fn read(json: &'j Value) -> Option<Self> {
        Some(Self { json, countries: texts(&json["countries"])?, indicators: texts(&json["indicators"])? })
    }

    fn answer(&self, aggregate: &str, criteria: Vec<Value>) -> Option<Answer> {
        let mut sheet = Sheet::of(self.countries.iter().copied());
        for (country, row) in self.countries.iter().zip(self.json["X"].as_array()?) {
            for (indicator, value) in self.indicators.iter().zip(numbers(row)?) {
                sheet.put(country, YEAR, indicator, value);
            }
        }
        Some(Answer::to(&sheet.table()?, &scheme(1.0, aggregate, criteria)?, YEAR))
    }

    /// Leaves of all indicators by a function and a weight for each.
    fn leaves(&self, weights: &[f64], function: &dyn Fn(usize) -> Value) -> Vec<Value> {
        let indicators = self.indicators.iter().zip(weights).enumerate();
        indicators.map(|(at, (id, weight))| leaf(id, *weight, function(at))).collect()
    }

    fn weightings(&self) -> Option<Vec<(&'j str, Vec<f64>)>> {
        let weights = self.json["published"]["weights"].as_object()?;
        weights
            .iter()
            .map(|(name, list)| Some((name.as_str(), numbers(list)?.into_iter().collect::<Option<_>>()?)))
            .collect()
    }

    /// Compares places with a published list, which stands in an order of its own.
    fn published(&self, list: &Value, answer: &Answer, name: &str, tally: &mut Tally) -> Option<()> {
        let order = texts(&self.json["published"]["rank_order_countries"])?;
        for (country, place) in order.iter().zip(numbers(list)?) {
            tally.same(answer.place(country), place, || format!("{name}: published place of {country}"));
        }
        Some(())
    }
}

/// Linear leaves between fixed goalposts, several weightings.
fn by_goalposts(tai: &Tai, tally: &mut Tally) -> Option<()> {
    let goalposts = &tai.json["undp_goalposts"];
    let published = &tai.json["published"];
    let (zero, full) = (numbers(&goalposts["lo"])?, numbers(&goalposts["hi"])?);
    let function = |at: usize| json!({"linear": {"zero": zero[at], "full": full[at]}});
    for (name, weights) in tai.weightings()? {
        let answer = tai.answer("arithmetic", tai.leaves(&weights, &function))?;
        let expected = &goalposts["by_weighting"][name];
        for country in &tai.countries {
            let what = |of: &str| format!("{name} by goalposts: {of} of {country}");
            tally.near(answer.total(country), expected["score"][country].as_f64()?, TOLERANCE, || {
                what("score")
            });
            tally.same(answer.place(country), expected["rank"][country].as_f64(), || what("place"));
        }
        if expected["n_diff"].as_u64()? == 0 {
            tai.published(&published["rankings_by_weighting"][name], &answer, name, tally)?;
        }
        if name == "EW" {
            tai.published(&published["rankings_by_aggregation"]["LIN"], &answer, "linear", tally)?;
            for (country, row) in tai.countries.iter().zip(goalposts["normalised"].as_array()?) {
                for (indicator, expected) in tai.indicators.iter().zip(numbers(row)?) {
                    let what = || format!("{indicator} of {country} normalised");
                    tally.near(answer.share(indicator, country), expected?, TOLERANCE, what);
                }
            }
        }
    }
    Some(())
}

/// Min–max leaves, several weightings.
fn by_min_max(tai: &Tai, tally: &mut Tally) -> Option<()> {
    let expected = &tai.json["recomputed"];
    let function = |_: usize| json!({"relative": {"method": "min_max", "higher_is_better": true}});
    for (name, weights) in tai.weightings()? {
        let answer = tai.answer("arithmetic", tai.leaves(&weights, &function))?;
        // AHP's printed weights sum to 1.01, and the file's score is the plain sum.
        let whole: f64 = weights.iter().sum();
        let (scores, ranks) =
            (numbers(&expected["score_minmax"][name])?, numbers(&expected["rank_minmax"][name])?);
        for (at, country) in tai.countries.iter().enumerate() {
            let what = |of: &str| format!("{name} by min–max: {of} of {country}");
            tally.near(answer.total(country), scores[at]? / whole, TOLERANCE, || what("score"));
            tally.same(answer.place(country), ranks[at], || what("place"));
        }
    }
    Some(())
}

/// The geometric mean of the values as they are; a mean of this kind ranks alike whatever each is divided by.
fn by_geometric_mean(tai: &Tai, tally: &mut Tally) -> Option<()> {
    let rows: Vec<Vec<Option<f64>>> = tai.json["X"].as_array()?.iter().map(numbers).collect::<Option<_>>()?;
    let most = |at: usize| rows.iter().filter_map(|row| row[at]).fold(0.0, f64::max);
    let function = |at: usize| json!({"linear": {"zero": 0, "full": most(at)}});
    let answer = tai.answer("geometric", tai.leaves(&[1.0; 8], &function))?;
    tai.published(&tai.json["published"]["rankings_by_aggregation"]["GME"], &answer, "geometric", tally)
}

/// One indicator by every relative function (table 15), against the recomputed and the printed numbers.
fn schooling(tai: &Tai, tally: &mut Tally) -> Option<()> {
    let (table, published) = (&tai.json["recomputed"]["table15"], &tai.json["published"]);
    let one = |method: Value| {
        let function = json!({"relative": {"method": method, "higher_is_better": true}});
        tai.answer("arithmetic", vec![leaf("schooling", 1.0, function)])
    };
    let deviations = 4.0;
    let (z, min_max) = (one(json!({"z_score": {"clamp": deviations}}))?, one(json!("min_max"))?);
    let best = one(json!("distance_to_best"))?;
    // The share of a z-score runs from 0 at −clamp to 1 at +clamp.
    let z_of = |country: &str| z.total(country).map(|share| (2.0 * share - 1.0) * deviations);
    let column = |of: &Value| numbers(of);
    let (z_exact, z_printed) = (column(&table["zscore"])?, column(&published["schooling_zscore"])?);
    let (mm_exact, mm_printed) = (column(&table["minmax"])?, column(&published["schooling_minmax"])?);
    let best_exact = column(&table["dist_best"])?;
    for (at, country) in tai.countries.iter().enumerate() {
        let what = |of: &str| format!("schooling of {country}, {of}");
        tally.near(z_of(country), z_exact[at]?, TOLERANCE, || what("z-score"));
        tally.near(z_of(country), z_printed[at]?, 0.005 + TOLERANCE, || what("z-score as printed"));
        tally.near(min_max.total(country), mm_exact[at]?, TOLERANCE, || what("min–max"));
        tally.near(min_max.total(country), mm_printed[at]?, 0.005 + TOLERANCE, || what("min–max as printed"));
        tally.near(best.total(country), best_exact[at]?, TOLERANCE, || what("distance to the best"));
    }
    tally.not_applicable(
        6,
        "columns of table 15: ranks as scores, distance to mean and worst, above or below the mean",
    );
    Some(())
}

/// Two units of four values: what their geometric means are, and how one point on the second helps.
fn demonstration(demo: &Value, tally: &mut Tally) -> Option<()> {
    let ids = ["a", "b", "c", "d"];
    let mut sheet = Sheet::of(["x1", "x2", "x1 more", "x2 more"]);
    for unit in ["x1", "x2"] {
        for (at, (id, value)) in ids.iter().zip(numbers(&demo[unit])?).enumerate() {
            sheet.put(unit, YEAR, id, value);
            sheet.put(&format!("{unit} more"), YEAR, id, Some(value? + f64::from(at == 1)));
        }
    }
    let leaves = ids.map(|id| linear(id, 1.0, 0.0, 100.0)).to_vec();
    let answer = Answer::to(&sheet.table()?, &scheme(100.0, "geometric", leaves)?, YEAR);
    for (names, list) in [(["x1", "x2"], &demo["geo"]), (["x1 more", "x2 more"], &demo["geo_plus1_second"])] {
        for (unit, printed) in names.iter().zip(numbers(list)?) {
            tally.near(answer.total(unit), printed?, 0.01, || format!("geometric mean of {unit} as printed"));
        }
    }
    Some(())
}
