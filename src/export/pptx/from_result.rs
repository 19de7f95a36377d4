//! From the charts of a result to native charts: the profile as a radar, places as lines whose axis begins on top.

use super::from_chart::chart_data;
use super::{Category, ChartData, ChartKind, Labels, NumberFormat, Paint, Series, ValueAxis};
use crate::chart::bump::{self, Bump};
use crate::chart::profile::Profile;
use crate::chart::slope::{Line, Panel, Slope};
use crate::i18n::Lang;
use crate::i18n::texts::{charts, place_charts};

/// The unit's shares and the median of those it is ranked among, a ray a criterion.
pub(super) fn of_profile(profile: &Profile, lang: Lang) -> ChartData {
    let categories = profile.axes.iter().map(|axis| Category::from(lang.pick(&axis.criterion.name)));
    let own = Series {
        name: lang.pick(&profile.name).to_owned(),
        values: profile.axes.iter().map(|axis| axis.share.value()).collect(),
        ..Series::default()
    };
    let median = Series {
        name: charts::charts(lang).median.to_owned(),
        values: profile.axes.iter().map(|axis| axis.peers.map(|spread| spread.median)).collect(),
        paint: Paint::Reference,
        ringed: Vec::new(),
    };
    let series = [own, median].into_iter().filter(|series| series.values.iter().any(Option::is_some));
    let mut data = chart_data(ChartKind::Radar, categories.collect(), series.collect());
    data.value_axis = ValueAxis {
        format: NumberFormat { decimals: 0, percent: true },
        range: Some((0.0, 1.0)),
        ..ValueAxis::default()
    };
    data.labels = Labels::None;
    data
}

/// The places of a panel on both sides.
pub(super) fn of_panel(slope: &Slope, panel: &Panel, lang: Lang) -> ChartData {
    let ends = [&slope.before, &slope.after].map(|end| Category::from(lang.pick(&end.name)));
    let line = |line: &Line| Series {
        name: lang.pick(&line.name).to_owned(),
        values: [&line.before, &line.after].map(|at| at.stand.place()).to_vec(),
        ..Series::default()
    };
    places(ends.to_vec(), panel.lines.iter().map(line).collect(), lang)
}

/// The places over the years.
pub(super) fn of_bump(bump: &Bump, lang: Lang) -> ChartData {
    let years = bump.years.iter().map(|year| Category::from(year.to_string().as_str()));
    let line = |line: &bump::Line| Series {
        name: lang.pick(&line.name).to_owned(),
        values: line.points.iter().map(|(stand, _)| stand.place()).collect(),
        ..Series::default()
    };
    places(years.collect(), bump.lines.iter().map(line).collect(), lang)
}

/// Lines of places; units that have none are left out.
fn places(categories: Vec<Category>, series: Vec<Series>, lang: Lang) -> ChartData {
    let placed = series.into_iter().filter(|series| series.values.iter().any(Option::is_some));
    let mut data = chart_data(ChartKind::Line, categories, placed.collect());
    let all = || data.series.iter().flat_map(|series| series.values.iter().flatten().copied());
    let last = all().fold(2.0, f64::max);
    let whole = all().all(|place| place == place.round());
    data.value_axis = ValueAxis {
        title: place_charts::place_charts(lang).place_axis.to_owned(),
        format: NumberFormat { decimals: u8::from(!whole), percent: false },
        range: Some((1.0, last)),
        reversed: true,
    };
    data.labels = Labels::Names;
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::evaluated::{Share, Stand};
    use crate::chart::{profile, slope};

    #[test]
    fn a_profile_is_a_radar_of_the_unit_and_the_median() {
        let profile = profile::samples::many(4, "项", |nth| (Share::Of(nth as f64 / 4.0), Some(0.6)));
        let data = of_profile(&profile, Lang::Zh);
        assert_eq!(data.kind, ChartKind::Radar);
        assert_eq!(data.series[0].values, [Some(0.0), Some(0.25), Some(0.5), Some(0.75)]);
        assert_eq!(data.series[1].values, [Some(0.6); 4]);
        assert_eq!(data.value_axis.range, Some((0.0, 1.0)));
    }

    /// The vetoed unit has a place on one side only; the one that is on neither has no line.
    #[test]
    fn places_are_lines_from_the_top() {
        let stand = |nth: usize| match nth {
            0 => (Stand::Ranked(1.0), Stand::Ranked(2.0)),
            1 => (Stand::Ranked(3.0), Stand::Vetoed(crate::domain::Text::default())),
            _ => (Stand::Absent, Stand::NotRated),
        };
        let slope = slope::samples::many(3, "单位", stand);
        let data = of_panel(&slope, &slope.panels[0], Lang::Zh);
        let values: Vec<_> = data.series.iter().map(|series| series.values.clone()).collect();
        assert_eq!(values, [vec![Some(1.0), Some(2.0)], vec![Some(3.0), None]]);
        assert!(data.value_axis.reversed);
        assert_eq!(data.value_axis.range, Some((1.0, 3.0)));
    }
}
