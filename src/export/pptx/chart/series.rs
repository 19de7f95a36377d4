//! The series of a chart: names and numbers with where they stand in the workbook, colours and marks.

use super::super::colours::{accent, hex, of_series};
use super::super::shape::theme_fill;
use super::super::workbook::{cell_name, column_range, number};
use super::super::xml::{El, el, val};
use super::super::{ChartKind, Paint};
use super::Drawing;
use super::plain::{PlainSeries, Role};
use crate::chart::palette::Colour;

/// Marks of line and scatter series, besides their colours.
const MARKS: [&str; 6] = ["circle", "square", "diamond", "triangle", "dash", "x"];

impl Drawing<'_> {
    /// The series in order.
    pub(super) fn series_elements(&self) -> Vec<(Role, El)> {
        let labels = self.labels();
        self.chart
            .series
            .iter()
            .zip(labels)
            .enumerate()
            .map(|(place, (series, labels))| (series.role, self.series_element(place, series, labels)))
            .collect()
    }

    fn series_element(&self, place: usize, series: &PlainSeries, labels: Option<El>) -> El {
        let scatter = self.chart.kind == ChartKind::Scatter;
        let column = place + if scatter { 2 } else { 1 };
        let head = el("c:ser")
            .child(val("c:idx", place))
            .child(val("c:order", place))
            .child(el("c:tx").child(texts_of(&cell_name(column, 1), &[series.name.as_str()])))
            .child(self.shape_properties(series));
        let names: Vec<&str> = self.chart.categories.iter().map(String::as_str).collect();
        let last = names.len() + 1;
        let values = numbers_of(&column_range(column, 2, last), &series.values);
        let categories = || el("c:cat").child(texts_of(&column_range(0, 2, last), &names));
        if matches!(series.role, Role::BandFoot | Role::Band) {
            return head.child(categories()).child(el("c:val").child(values));
        }
        match self.chart.kind {
            ChartKind::Scatter => head
                .child(self.marker(series))
                .children(labels)
                .child(el("c:xVal").child(numbers_of(&column_range(1, 2, last), &self.chart.across)))
                .child(el("c:yVal").child(values))
                .child(val("c:smooth", 0)),
            ChartKind::Line => head
                .child(self.marker(series))
                .children(self.ringed_points(series))
                .children(labels)
                .child(categories())
                .child(el("c:val").child(values))
                .child(val("c:smooth", 0)),
            ChartKind::Radar => head
                .child(self.marker(series))
                .children(labels)
                .child(categories())
                .child(el("c:val").child(values)),
            ChartKind::Bar | ChartKind::StackedBar | ChartKind::Column | ChartKind::StackedColumn => head
                .child(val("c:invertIfNegative", 0))
                .children(self.faded_points(series))
                .children(labels)
                .child(categories())
                .child(el("c:val").child(values)),
        }
    }

    /// The colour in which a series is drawn.
    pub(super) fn colour(&self, series: &PlainSeries) -> Colour {
        match series.paint {
            Paint::Colour(colour) => colour,
            Paint::Reference => self.palette.muted,
            Paint::Auto | Paint::Hidden | Paint::Continued | Paint::Bridge => {
                of_series(self.palette, series.place)
            }
        }
    }

    /// A fill with the series' colour: by its name in the theme where it has one, so that it changes with the theme.
    fn fill(&self, series: &PlainSeries, alpha_percent: Option<u32>) -> El {
        let colour = self.colour(series);
        let alpha = alpha_percent.map(|percent| val("a:alpha", percent * 1000));
        let by_theme = match series.paint {
            Paint::Reference => Some("tx2"),
            _ => accent(self.palette, colour),
        };
        let colour = match by_theme {
            Some(name) => val("a:schemeClr", name),
            None => val("a:srgbClr", hex(colour)),
        };
        el("a:solidFill").child(colour.children(alpha))
    }

    fn shape_properties(&self, series: &PlainSeries) -> El {
        let nothing = || el("a:ln").child(el("a:noFill"));
        if series.role == Role::Band {
            let fill = el("a:solidFill").child(val("a:schemeClr", "tx2").child(val("a:alpha", 15_000)));
            return el("c:spPr").child(fill).child(nothing());
        }
        if series.role != Role::Shown {
            return el("c:spPr").child(el("a:noFill")).child(nothing());
        }
        match self.chart.kind {
            ChartKind::Scatter => el("c:spPr").child(nothing()),
            ChartKind::Line | ChartKind::Radar => el("c:spPr").child(self.line(series)),
            ChartKind::StackedBar | ChartKind::StackedColumn => {
                let edge = el("a:ln").attr("w", 9525).child(theme_fill("bg1"));
                el("c:spPr").child(self.fill(series, None)).child(edge)
            }
            ChartKind::Bar | ChartKind::Column => {
                el("c:spPr").child(self.fill(series, None)).child(nothing())
            }
        }
    }

    fn line(&self, series: &PlainSeries) -> El {
        let reference = series.paint == Paint::Reference;
        let background = self.chart.is_background(series);
        let width = if reference || background { 15_875 } else { 34_925 };
        let fill = if background {
            el("a:solidFill").child(val("a:schemeClr", "tx2").child(val("a:alpha", 25_000)))
        } else {
            self.fill(series, None)
        };
        el("a:ln")
            .attr("w", width)
            .attr("cap", "rnd")
            .child(fill)
            .children((reference || series.paint == Paint::Bridge).then(|| val("a:prstDash", "sysDash")))
            .child(el("a:round"))
    }

    /// The mark on each point. A point between gaps is seen by its mark alone.
    fn marker(&self, series: &PlainSeries) -> El {
        let quiet = series.paint == Paint::Reference;
        let crowded = self.chart.categories.len() > 40;
        if series.role != Role::Shown || series.paint == Paint::Bridge || self.chart.is_background(series) {
            return el("c:marker").child(val("c:symbol", "none"));
        }
        let size = if quiet || crowded { 4 } else { 9 };
        let symbol = if quiet { "circle" } else { MARKS[series.place % MARKS.len()] };
        let edge = el("a:ln").attr("w", 9525).child(self.fill(series, None));
        el("c:marker")
            .child(val("c:symbol", symbol))
            .child(val("c:size", size))
            .child(el("c:spPr").child(self.fill(series, None)).child(edge))
    }

    /// The points with a ring.
    fn ringed_points(&self, series: &PlainSeries) -> Vec<El> {
        let ring = || {
            let colour = el("a:solidFill").child(val("a:srgbClr", hex(self.palette.veto)));
            let edge = el("a:ln").attr("w", 28_575).child(colour);
            el("c:marker")
                .child(val("c:symbol", "circle"))
                .child(val("c:size", 13))
                .child(el("c:spPr").child(theme_fill("bg1")).child(edge))
        };
        let point = |place: &usize| {
            el("c:dPt")
                .child(val("c:idx", *place))
                .child(ring())
                .child(val("c:bubble3D", 0))
                .child(el("c:spPr").child(self.line(series)))
        };
        let there = |place: &&usize| series.values.get(**place).is_some_and(Option::is_some);
        series.ringed.iter().filter(there).map(point).collect()
    }

    /// The bars of faded categories.
    fn faded_points(&self, series: &PlainSeries) -> Vec<El> {
        if series.role != Role::Shown {
            return Vec::new();
        }
        let point = |place: usize| {
            el("c:dPt")
                .child(val("c:idx", place))
                .child(val("c:invertIfNegative", 0))
                .child(val("c:bubble3D", 0))
                .child(el("c:spPr").child(self.fill(series, Some(35))))
        };
        let faded = self.chart.faded.iter().enumerate().filter(|(_, faded)| **faded);
        faded.map(|(place, _)| point(place)).collect()
    }
}

/// Texts that stand in these cells.
fn texts_of(cells: &str, texts: &[&str]) -> El {
    let point = |(place, text): (usize, &&str)| el("c:pt").attr("idx", place).child(el("c:v").text(text));
    let cache =
        el("c:strCache").child(val("c:ptCount", texts.len())).children(texts.iter().enumerate().map(point));
    el("c:strRef").child(el("c:f").text(cells)).child(cache)
}

/// Numbers that stand in these cells; a missing one has no point.
fn numbers_of(cells: &str, values: &[Option<f64>]) -> El {
    let point = |(place, value): (usize, &Option<f64>)| {
        value.map(|value| el("c:pt").attr("idx", place).child(el("c:v").text(&number(value))))
    };
    let cache = el("c:numCache")
        .child(el("c:formatCode").text("General"))
        .child(val("c:ptCount", values.len()))
        .children(values.iter().enumerate().filter_map(point));
    el("c:numRef").child(el("c:f").text(cells)).child(cache)
}
