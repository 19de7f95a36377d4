//! A chart alone in another page's frame: which one, as the part of the page's address behind `#`.
//!
//! `embed=trend&data=…&scheme=…&year=2019&measured=score&unit=a&unit=b&from=2017&to=2019&lang=zh&theme=dark`. Whatever is left out or not
//! known is as the page opens; a fragment never fails.

use super::ChartPick;
use crate::{
    app::{ApprovalView, Inputs, Library, Measured, TrendView},
    chart::{
        Span,
        catalogue::{ChartView, Kind},
    },
    domain::Year,
    i18n::Lang,
};

/// Light or dark, as the slide around the frame is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedTheme {
    /// For a light ground.
    #[default]
    Light,
    /// For a dark ground.
    Dark,
}

/// A chart alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// The chart.
    pub chart: ChartPick,
    /// The data set's id.
    pub data: String,
    /// The scheme's id.
    pub scheme: String,
    /// The year.
    pub year: Option<Year>,
    /// The scheme as it was last worked on in this browser, where that is the one named.
    pub as_kept: bool,
    /// Rules are applied.
    pub rules_in_force: bool,
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: EmbedTheme,
}

impl Embed {
    /// The fragment of an address with its `#`, in characters that any page may hold.
    pub fn fragment(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let span = |span: Span| [("from", span.from().to_string()), ("to", span.to().to_string())];
        match &self.chart {
            ChartPick::Trend(view) => {
                pairs.push(("embed", "trend".to_owned()));
                match &view.measured {
                    Some(Measured::Score) => pairs.push(("measured", "score".to_owned())),
                    Some(Measured::Indicator(id)) => pairs.push(("indicator", id.to_string())),
                    None => {}
                }
                pairs.extend(view.units.iter().flatten().map(|id| ("unit", id.to_string())));
                pairs.extend(view.span.into_iter().flat_map(span));
            }
            ChartPick::Approval(view) => {
                pairs.push(("embed", "approval".to_owned()));
                match view {
                    ApprovalView::Suggested => {}
                    ApprovalView::OfYear => pairs.push(("of", "year".to_owned())),
                    ApprovalView::Latest => pairs.push(("of", "latest".to_owned())),
                    ApprovalView::OfUnit(id) => pairs.push(("unit", id.to_string())),
                }
            }
            ChartPick::Result(view) => {
                pairs.push(("embed", view.kind.id()));
                pairs.extend(view.class.as_ref().map(|id| ("class", id.to_string())));
                pairs.extend(view.unit.as_ref().map(|id| ("unit", id.to_string())));
                pairs.extend(view.other_unit.as_ref().map(|id| ("beside", id.to_string())));
                pairs.extend(view.other_year.map(|year| ("against", year.to_string())));
                pairs.extend(view.criterion.as_ref().map(|id| ("criterion", id.to_string())));
                pairs.extend(view.scheme.as_ref().map(|id| ("variant", id.clone())));
                pairs.extend(view.span.into_iter().flat_map(span));
            }
        }
        pairs.push(("data", self.data.clone()));
        pairs.push(("scheme", self.scheme.clone()));
        pairs.extend(self.year.map(|year| ("year", year.to_string())));
        pairs.extend(self.as_kept.then(|| ("work", "kept".to_owned())));
        pairs.extend((!self.rules_in_force).then(|| ("rules", "off".to_owned())));
        pairs.push(("lang", if self.lang == Lang::Zh { "zh" } else { "en" }.to_owned()));
        pairs.extend((self.theme == EmbedTheme::Dark).then(|| ("theme", "dark".to_owned())));
        let written: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("#{}", written.join("&"))
    }

    /// What a fragment asks for; `None` where it asks for no chart alone.
    pub fn read(fragment: &str) -> Option<Self> {
        let pairs: Vec<(&str, String)> = fragment
            .trim_start_matches('#')
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name, decoded(value)))
            .collect();
        let all = |wanted: &'static str| {
            pairs.iter().filter(move |(name, _)| *name == wanted).map(|(_, value)| value.as_str())
        };
        let one = |wanted: &'static str| all(wanted).next();
        let asked = one("embed")?;
        let year_of = |name| one(name).and_then(|year| year.parse::<Year>().ok());
        let span = year_of("from").zip(year_of("to")).map(|(from, to)| Span::new(from, to));
        let result = |kind| ChartView {
            kind,
            class: one("class").map(Into::into),
            unit: one("unit").map(Into::into),
            other_unit: one("beside").map(Into::into),
            other_year: one("against").and_then(|year| year.parse().ok()),
            criterion: one("criterion").map(Into::into),
            scheme: one("variant").map(str::to_owned),
            span,
        };
        let chart = match (asked, Kind::of_id(asked)) {
            (_, Some(kind)) => ChartPick::Result(result(kind)),
            ("approval", _) => ChartPick::Approval(match (one("of"), one("unit")) {
                (_, Some(unit)) => ApprovalView::OfUnit(unit.into()),
                (Some("year"), _) => ApprovalView::OfYear,
                (Some("latest"), _) => ApprovalView::Latest,
                _ => ApprovalView::Suggested,
            }),
            _ => ChartPick::Trend(TrendView {
                measured: one("indicator")
                    .map(|id| Measured::Indicator(id.into()))
                    .or((one("measured") == Some("score")).then_some(Measured::Score)),
                units: one("unit").is_some().then(|| all("unit").map(Into::into).collect()),
                span,
            }),
        };
        Some(Self {
            chart,
            data: one("data").unwrap_or_default().to_owned(),
            scheme: one("scheme").unwrap_or_default().to_owned(),
            year: one("year").and_then(|year| year.parse().ok()),
            as_kept: one("work") == Some("kept"),
            rules_in_force: one("rules") != Some("off"),
            lang: if one("lang") == Some("en") { Lang::En } else { Lang::Zh },
            theme: if one("theme") == Some("dark") { EmbedTheme::Dark } else { EmbedTheme::Light },
        })
    }

    /// What the chart is made from; the id of the data set where the library does not have it.
    pub fn inputs(&self, library: &Library, kept: Option<&Inputs>) -> Result<Inputs, String> {
        let first = library.data_sets.first().map(|entry| &entry.table);
        let table = match library.data_set(&self.data) {
            Some(table) => table.clone(),
            None if self.data.is_empty() => first.cloned().ok_or_else(String::new)?,
            None => return Err(self.data.clone()),
        };
        let kept = kept.filter(|kept| self.as_kept && kept.scheme.id == self.scheme);
        let scheme = kept.map(|kept| &kept.scheme).or_else(|| library.scheme(&self.scheme));
        let scheme = scheme.or_else(|| library.best_scheme_for(table.data()));
        let scheme = scheme.cloned().ok_or_else(String::new)?;
        let year = Inputs::nearest_year(&table, self.year.unwrap_or(Year::MAX));
        Ok(Inputs {
            table,
            year,
            scheme,
            rules_in_force: self.rules_in_force,
            deck: Default::default(),
            hold: Default::default(),
            charts: Default::default(),
        })
    }
}

/// Letters, digits and `-._~` as they are, every other byte as `%XX`.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let (bytes, mut out, mut at) = (text.as_bytes(), Vec::new(), 0);
    while let Some(&byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| byte == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
