//! From the charts of the page to slides: the same finding, figures and words as native charts.

use super::geometry::picture_size;
use super::{
    Align, Band, Category, ChartData, ChartKind, Column, Labels, NumberFormat, Paint, Picture, Series, Slide,
    SlideBody, SlideSize, TableData, ValueAxis,
};
use super::{from_result, from_scores};
use crate::chart::approval::{Along, Approval, Counted, Figure, Group, Row};
use crate::chart::palette::{Colour, SLIDE};
use crate::chart::slope::{Panel, Slope};
use crate::chart::trend::{self, Point, Trend};
use crate::chart::{Cell, Chart, Heading, Look, Parts, Size, Style};
use crate::domain::{Measure, MeasureKind, Year};
use crate::i18n::texts::charts::{charts, of_class, unit_then_year, years as of_years};
use crate::i18n::{Lang, figure};

/// Draws a chart at a size as the bytes of a PNG; `None` where that cannot be done.
pub type Draw<'a> = &'a dyn Fn(&Chart, Size, Style) -> Option<Vec<u8>>;

/// The slides of a chart: one, or several where its parts count different things and cannot share an axis. A chart that
/// has nothing to show says so.
pub fn slides_of(chart: &Chart, lang: Lang, size: SlideSize, draw: Draw) -> Vec<Slide> {
    let of = |chart: &Chart, body: SlideBody| slide(&chart.heading(lang), body);
    if let Some(problem) = chart.problem(lang) {
        return vec![of(chart, SlideBody::Text(vec![problem]))];
    }
    match chart {
        Chart::Trend(trend) => {
            let data = ChartData { alt: chart.alt(lang), ..of_trend(trend, lang) };
            vec![of(chart, SlideBody::NativeChart(Box::new(data)))]
        }
        Chart::Approval(approval) => {
            let groups = approval.groups.iter().filter(|group| !group.rows.is_empty());
            let alone = |group: &Group| Approval { groups: vec![group.clone()], ..approval.clone() };
            groups
                .map(|group| {
                    let data = of_group(approval, group, lang);
                    let chart = Chart::Approval(alone(group));
                    let data = ChartData { alt: chart.alt(lang), ..data };
                    of(&chart, SlideBody::NativeChart(Box::new(data)))
                })
                .collect()
        }
        Chart::Ranking(ranking) => super::from_ranking::slides(ranking, lang),
        Chart::Distribution(scores) => {
            let data = ChartData { alt: chart.alt(lang), ..from_scores::distribution(scores, lang) };
            vec![of(chart, SlideBody::NativeChart(Box::new(data)))]
        }
        Chart::Waterfall(steps) => {
            let data = ChartData { alt: chart.alt(lang), ..from_scores::waterfall(steps, lang) };
            vec![of(chart, SlideBody::NativeChart(Box::new(data)))]
        }
        Chart::HeatMap(_) => vec![of(chart, pictured(chart, lang, size, draw))],
        Chart::Profile(profile) => {
            let data = ChartData { alt: chart.alt(lang), ..from_result::of_profile(profile, lang) };
            vec![of(chart, SlideBody::NativeChart(Box::new(data)))]
        }
        Chart::Slope(slope) => {
            let alone = |panel: &Panel| Slope { panels: vec![panel.clone()], ..slope.clone() };
            let panels = slope.panels.iter().map(|panel| {
                let chart = Chart::Slope(alone(panel));
                let data = ChartData { alt: chart.alt(lang), ..from_result::of_panel(slope, panel, lang) };
                of(&chart, SlideBody::NativeChart(Box::new(data)))
            });
            panels.collect()
        }
        Chart::Bump(bump) => {
            let data = ChartData { alt: chart.alt(lang), ..from_result::of_bump(bump, lang) };
            vec![of(chart, SlideBody::NativeChart(Box::new(data)))]
        }
    }
}

/// A chart that PowerPoint does not have, as a picture without its heading; as its table where it cannot be drawn.
fn pictured(chart: &Chart, lang: Lang, slide: SlideSize, draw: Draw) -> SlideBody {
    let style = Style { look: Look::Light, parts: Parts::Plot, lang };
    let (width, height) = picture_size(slide);
    let size = Size { width, height };
    let svg = crate::export::svg::svg(chart, size, style).ok();
    match svg.zip(draw(chart, size, style)) {
        Some((svg, png)) => SlideBody::Picture(Picture { svg, png, alt: chart.alt(lang) }),
        None => SlideBody::Table(table(chart, lang)),
    }
}

/// The table twin of a chart.
fn table(chart: &Chart, lang: Lang) -> TableData {
    let twin = chart.table(lang);
    let is_number = |nth: usize| {
        let mut cells = twin.rows.iter().filter_map(|row| row.get(nth));
        cells.any(|cell| matches!(cell, Cell::Number { .. }))
    };
    let column = |(nth, title): (usize, &String)| Column {
        title: title.clone(),
        align: if is_number(nth) { Align::End } else { Align::Start },
    };
    let columns = twin.columns.iter().enumerate().map(column).collect();
    let rows = twin.rows.iter().map(|row| row.iter().map(|cell| cell.shown().to_owned()).collect());
    TableData { columns, rows: rows.collect(), alt: chart.alt(lang) }
}

/// The first line of a chart's foot names the sources; what follows says how figures came about.
pub(super) fn slide(heading: &Heading, body: SlideBody) -> Slide {
    let (source, note) =
        heading.foot.split_first().map(|(first, rest)| (first.clone(), rest.join("\n"))).unwrap_or_default();
    Slide { headline: heading.title.clone(), subtitle: heading.subtitle.clone(), body, note, source }
}

/// A chart with these categories and series, everything else as usual.
pub(super) fn chart_data(kind: ChartKind, categories: Vec<Category>, series: Vec<Series>) -> ChartData {
    ChartData {
        kind,
        categories,
        series,
        across: None,
        band: None,
        totals: None,
        category_title: String::new(),
        value_axis: ValueAxis::default(),
        labels: Labels::Values,
        alt: String::new(),
    }
}

/// The colour of the first-level criterion with this place, the same as in every other chart.
pub(super) fn criteria_paint(place: usize) -> Paint {
    Paint::Colour(SLIDE.criterion(place))
}

/// As many decimals as the numbers have, up to two: 73.2 %, 31,075.
fn format(measure: &Measure, values: impl Iterator<Item = f64>) -> NumberFormat {
    let percent = measure.kind == MeasureKind::Share;
    let written = values.map(|value| figure::short(if percent { 100.0 * value } else { value }));
    let decimals =
        written.map(|text| text.split_once('.').map_or(0, |(_, decimals)| decimals.len() as u8)).max();
    NumberFormat { decimals: decimals.unwrap_or(0), percent }
}

/// A trend as lines. Where a line changes what it counts it is made of parts, joined by a dashed line.
fn of_trend(trend: &Trend, lang: Lang) -> ChartData {
    let years: Vec<Year> = trend.span().map(|(first, last)| (first..=last).collect()).unwrap_or_default();
    let categories = years.iter().map(|year| Category::from(year.to_string().as_str())).collect();
    let series = (0..trend.series.len()).flat_map(|nth| lines(trend, nth, &years, lang)).collect();
    let mut data = chart_data(ChartKind::Line, categories, series);
    let last_place = trend.values().map(|(_, value)| value).fold(2.0, f64::max);
    let places = (trend.measure.kind == MeasureKind::Place).then_some((1.0, last_place));
    let scores = trend.measure.kind == MeasureKind::Points && trend.measure.name.is_empty();
    let format = format(&trend.measure, trend.values().map(|(_, value)| value));
    data.value_axis = ValueAxis {
        title: lang.pick(&trend.measure.name).to_string(),
        format: if scores { NumberFormat { decimals: 1, percent: false } } else { format },
        range: places,
        reversed: places.is_some(),
    };
    data.labels = Labels::Names;
    if let Some(behind) = &trend.behind {
        let texts = charts(lang);
        let of = |kind: &str| of_class(lang, lang.pick(&behind.name), kind);
        let values = |pick: fn(&trend::ClassYear) -> f64| -> Vec<Option<f64>> {
            let value = |year: &Year| behind.years.iter().find(|of| of.year == *year).map(pick);
            years.iter().map(value).collect()
        };
        let median = Series {
            name: of(texts.median),
            values: values(|of| of.median),
            paint: Paint::Reference,
            ringed: Vec::new(),
        };
        data.series.push(median);
        data.band = Some(Band {
            low_name: of(texts.lowest),
            low: values(|of| of.low),
            high_name: of(texts.highest),
            high: values(|of| of.high),
        });
    }
    data
}

/// A unit's line: its latest part first, which carries the name, then earlier parts and what joins them.
fn lines(trend: &Trend, nth: usize, years: &[Year], lang: Lang) -> Vec<Series> {
    let Some(series) = trend.series.get(nth) else { return Vec::new() };
    let points: Vec<&Point> = series.points.iter().filter(|point| point.value.is_some()).collect();
    let mut parts: Vec<Vec<&Point>> = Vec::new();
    for point in points {
        match parts.last_mut() {
            Some(part) if part.last().is_some_and(|last| trend.comparable(nth, last, point)) => {
                part.push(point)
            }
            _ => parts.push(vec![point]),
        }
    }
    let name = lang.pick(&series.name);
    let span = |part: &[&Point]| match (part.first(), part.last()) {
        (Some(first), Some(last)) => format!("{name} {}", of_years(lang, first.year, last.year)),
        _ => name.to_string(),
    };
    let line = |name: String, part: &[&Point], paint: Paint| {
        let at = |year: &Year| part.iter().position(|point| point.year == *year).and_then(|at| part.get(at));
        let vetoed = |year: &Year| at(year).is_some_and(|point| point.veto.is_some());
        let ringed = years.iter().enumerate().filter(|(_, year)| vetoed(year)).map(|(place, _)| place);
        Series {
            name,
            values: years.iter().map(|year| at(year).and_then(|point| point.value)).collect(),
            paint,
            ringed: if paint == Paint::Bridge { Vec::new() } else { ringed.collect() },
        }
    };
    let mut all: Vec<Series> = Vec::new();
    for part in parts.iter().rev() {
        let first = all.is_empty();
        let (name, paint) =
            if first { (name.to_string(), Paint::Auto) } else { (span(part), Paint::Continued) };
        all.push(line(name, part, paint));
    }
    for pair in parts.windows(2) {
        if let (Some(before), Some(after)) = (pair[0].last(), pair[1].first())
            && after.year == before.year + 1
        {
            let joined = [*before, *after];
            all.push(line(span(&joined), &joined, Paint::Bridge));
        }
    }
    all
}

/// A group of approval times as bars: the longer time, the shorter one, the one really taken; or shares cut alone.
fn of_group(approval: &Approval, group: &Group, lang: Lang) -> ChartData {
    let series = |name: &str, colour: Colour, pick: &dyn Fn(&Row) -> Option<f64>| Series {
        name: name.to_string(),
        values: group.rows.iter().map(pick).collect(),
        paint: Paint::Colour(colour),
        ringed: Vec::new(),
    };
    let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value);
    let share = group.counted == Counted::Share;
    let all = if share {
        vec![series(charts(lang).share_cut, SLIDE.accent, &|row| row.share_cut())]
    } else {
        // The colours of the page: what was cut is light, what it was cut to stands out.
        let light = SLIDE.quiet.mix(SLIDE.ground, 0.45);
        let times = [
            series(lang.pick(&group.before), light, &|row| value(&row.before)),
            series(lang.pick(&group.after), SLIDE.accent, &|row| value(&row.after)),
            series(lang.pick(&group.actual), SLIDE.ink, &|row| value(&row.actual)),
        ];
        times.into_iter().filter(|of| of.values.iter().any(Option::is_some)).collect()
    };
    let categories = group.rows.iter().map(|row| {
        let name = match approval.along {
            Along::Units => lang.pick(&row.name).to_string(),
            Along::Years => row.year.to_string(),
            Along::Latest => unit_then_year(lang, lang.pick(&row.name), row.year),
        };
        let cut = row.share_cut().filter(|_| !share).map(|cut| {
            let sign = if cut > 0.0 {
                "−"
            } else if cut < 0.0 {
                "+"
            } else {
                ""
            };
            format!(" {sign}{}", figure::percent(cut.abs(), 1))
        });
        Category { name: name + &cut.unwrap_or_default(), faded: false }
    });
    let mut data = chart_data(ChartKind::Bar, categories.collect(), all);
    let values: Vec<f64> = data.series.iter().flat_map(|of| of.values.iter().flatten().copied()).collect();
    data.value_axis.format = if share {
        let shares = Measure { kind: MeasureKind::Share, ..group.measure.clone() };
        format(&shares, values.into_iter())
    } else {
        format(&group.measure, values.into_iter())
    };
    data.value_axis.title = lang.pick(&group.measure.name).to_string();
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{approval, trend::samples};

    /// The slides of a chart where nothing draws pictures.
    fn drawn(chart: &Chart) -> Vec<Slide> {
        slides_of(chart, Lang::Zh, SlideSize::Wide, &|_, _, _| None)
    }

    /// A heat map is a picture of the slide's proportions, or its table where nothing draws.
    #[test]
    fn what_powerpoint_does_not_have_is_a_picture_or_a_table() {
        use crate::chart::heat_map::samples::{many, various};
        let chart = Chart::HeatMap(many(5, 4, "单位", various));
        let with = slides_of(&chart, Lang::Zh, SlideSize::Wide, &|_, size, _| Some(vec![size.width as u8]));
        match &with[0].body {
            SlideBody::Picture(picture) => {
                assert!(picture.svg.starts_with("<svg"));
                assert!(!picture.svg.contains("满分的比例"), "the heading stands on the slide");
                assert!(!picture.png.is_empty() && !picture.alt.is_empty());
            }
            other => panic!("{other:?}"),
        }
        match &drawn(&chart)[0].body {
            SlideBody::Table(table) => assert_eq!((table.columns.len(), table.rows.len()), (7, 5)),
            other => panic!("{other:?}"),
        }
    }

    fn chart(slide: &Slide) -> &ChartData {
        match &slide.body {
            SlideBody::NativeChart(data) => data,
            other => panic!("{other:?}"),
        }
    }

    /// 广东's 2018 counts less: it stands alone, dashed lines lead to it, and 2019–2020 carry the name.
    #[test]
    fn a_break_is_crossed_by_a_dashed_line_only() {
        let slides = drawn(&Chart::Trend(samples::cases_lost()));
        let data = chart(&slides[0]);
        let of: Vec<(&str, Paint)> = data.series.iter().map(|of| (of.name.as_str(), of.paint)).collect();
        assert_eq!(
            of,
            [
                ("山东省", Paint::Auto),
                ("广东省", Paint::Auto),
                ("广东省 2018", Paint::Continued),
                ("广东省 2017", Paint::Continued),
                ("广东省 2017–2018", Paint::Bridge),
                ("广东省 2018–2019", Paint::Bridge),
                ("广州市", Paint::Auto),
            ]
        );
        let years: Vec<&str> = data.categories.iter().map(|of| of.name.as_str()).collect();
        assert_eq!(years, ["2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"]);
        let guangdong = &data.series[1].values;
        assert_eq!(guangdong[..5], [None, None, Some(0.114), Some(0.138), None]);
        assert_eq!(data.value_axis.format, NumberFormat { decimals: 2, percent: true });
    }

    #[test]
    fn a_vetoed_year_has_its_ring_and_a_gap_stays() {
        let slides = drawn(&Chart::Trend(samples::scores_of_one()));
        let data = chart(&slides[0]);
        assert_eq!(data.series[0].ringed, [5]);
        assert_eq!(data.series[0].values[3], None);
        assert_eq!(data.series[1].name, "政府部门中位数");
        assert_eq!(data.band.as_ref().map(|band| band.high[0]), Some(Some(80.1)));
    }

    #[test]
    fn approval_times_keep_their_figures_and_say_the_cut() {
        let slides = drawn(&Chart::Approval(approval::samples::gongyi()));
        let data = chart(&slides[0]);
        let values: Vec<Option<f64>> = data.series.iter().map(|of| of.values[0]).collect();
        assert_eq!(values[..2], [Some(31_075.0), Some(8_330.0)]);
        assert!(data.categories[0].name.ends_with("−73.2%"), "{}", data.categories[0].name);
        assert!(slides[0].headline.contains("73.2%"));
    }
}
