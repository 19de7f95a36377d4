//! What is printed on the marks of a chart: which numbers and names have room, and where they stand.

use super::super::colours::accent;
use super::super::fit::em_width;
use super::super::shape::{TextStyle, run_properties, size_hundredths, theme_fill};
use super::super::xml::{El, el, val};
use super::super::{ChartKind, Labels, Paint};
use super::axes::{number_format, shifted};
use super::plain::{PlainSeries, Role};
use super::{Drawing, SMALL_TEXT_SIZE, TEXT_SIZE};
use crate::chart::palette::Colour;

/// The most names of points in a scatter chart.
const MOST_POINTS: usize = 60;
/// The least distance of two names at the ends of lines, in points.
const LINE_DISTANCE: f64 = 23.0;

/// How the labels of a series look.
#[derive(Clone, Copy)]
struct Style {
    size: f64,
    bold: bool,
    colour: &'static str,
    position: Option<&'static str>,
}

impl Drawing<'_> {
    /// The labels of each series in order; `None` where it has none.
    pub(super) fn labels(&self) -> Vec<Option<El>> {
        let series = self.chart.series.iter();
        match (self.chart.kind, self.chart.labels) {
            (_, Labels::None) | (ChartKind::Radar, _) => series.map(|of| self.total_labels(of)).collect(),
            (ChartKind::Line, Labels::Names) => self.end_labels(),
            (ChartKind::Scatter, _) => self.point_labels(),
            (ChartKind::Line, Labels::Values) => series.map(|of| self.line_labels(of)).collect(),
            (_, _) => series.map(|of| self.total_labels(of).or_else(|| self.bar_labels(of))).collect(),
        }
    }

    /// Every number stands on its bar: no axis is needed.
    pub(super) fn numbers_are_on_the_bars(&self) -> bool {
        let totals = self.chart.series.iter().any(|of| of.role == Role::Total);
        let clustered = self.chart.is_bars() && !self.chart.is_stacked();
        totals || (clustered && self.chart.labels != Labels::None && self.bar_label_size().is_some())
    }

    /// How wide the widest name with its number is at the end of a line, in em.
    pub(super) fn widest_end_label(&self) -> f64 {
        let named = self.chart.series.iter().filter(|of| self.chart.is_named(of));
        named.map(|of| em_width(&of.name)).fold(0.0, f64::max) + 0.5 + self.widest_number()
    }

    fn total_labels(&self, series: &PlainSeries) -> Option<El> {
        let style = Style { size: TEXT_SIZE, bold: true, colour: "tx1", position: Some("inBase") };
        (series.role == Role::Total).then(|| self.list(Vec::new(), &style, true))
    }

    fn bar_labels(&self, series: &PlainSeries) -> Option<El> {
        if series.role != Role::Shown {
            return None;
        }
        if !self.chart.is_stacked() {
            let size = self.bar_label_size()?;
            let style = Style { size, bold: false, colour: "tx1", position: Some("outEnd") };
            return Some(self.list(Vec::new(), &style, true));
        }
        let size = self.part_label_size()?;
        let colour = self.colour_on(self.colour(series));
        let style = Style { size, bold: false, colour, position: Some("ctr") };
        let single =
            series.values.iter().zip(&self.chart.faded).enumerate().filter_map(|(at, (value, faded))| {
                let value = (*value)?;
                if !self.fits_part(value, size) {
                    return Some(el("c:dLbl").child(val("c:idx", at)).child(val("c:delete", 1)));
                }
                let on_faded = Style { colour: "tx2", ..style };
                faded.then(|| self.label(at, None, &on_faded, false))
            });
        Some(self.list(single.collect(), &style, true))
    }

    /// The size of the numbers in the parts of stacked bars: the large one if most of the numbers that have room at
    /// all have room at it; `None` where there is no room.
    fn part_label_size(&self) -> Option<f64> {
        let parts = self
            .chart
            .series
            .iter()
            .filter(|of| of.role == Role::Shown)
            .flat_map(|of| of.values.iter().flatten());
        let count = |size: f64| parts.clone().filter(|value| self.fits_part(**value, size)).count();
        let (large, small) = (count(TEXT_SIZE), count(SMALL_TEXT_SIZE));
        match small {
            0 => None,
            _ if large * 4 >= small * 3 => Some(TEXT_SIZE),
            _ => Some(SMALL_TEXT_SIZE),
        }
    }

    /// The part of a stacked bar with this value has room for its number at this size.
    fn fits_part(&self, value: f64, size: f64) -> bool {
        let Some(range) = self.range().or_else(|| self.chart.own_range()) else { return false };
        let long = value.abs() / (range.max - range.min);
        if self.chart.is_horizontal() {
            long * self.bars_length() >= (em_width(&self.chart.printer.print(value)) + 0.4) * size
        } else {
            long * self.height * 0.75 >= size * 1.2
        }
    }

    /// Ink or ground, whichever stands out more from a fill.
    fn colour_on(&self, fill: Colour) -> &'static str {
        if self.palette.text_on(fill) == self.palette.ground { "bg1" } else { "tx1" }
    }

    /// The colour of a name at the end of a line: the line's own where it can be read on the slide.
    fn name_colour(&self, series: &PlainSeries) -> &'static str {
        let colour = self.colour(series);
        if series.paint == Paint::Reference {
            return "tx2";
        }
        let readable = colour.contrast(self.palette.ground) >= 4.5;
        accent(self.palette, colour).filter(|_| readable).unwrap_or("tx1")
    }

    /// The size at which the numbers beside clustered bars or on columns do not touch, if there is one.
    fn bar_label_size(&self) -> Option<f64> {
        let count = self.chart.categories.len().max(1) as f64;
        let series = self.chart.series.iter().filter(|of| of.role == Role::Shown).count().max(1) as f64;
        let thick = |along: f64| along / count / (series + 0.45);
        let fits = |size: &f64| match self.chart.is_horizontal() {
            true => thick(self.height * 0.85) >= size * 0.95,
            false => thick(self.width * 0.95) * 1.2 >= self.widest_number() * size,
        };
        [TEXT_SIZE, 16.0, SMALL_TEXT_SIZE].into_iter().find(fits)
    }

    fn line_labels(&self, series: &PlainSeries) -> Option<El> {
        let style = Style { size: TEXT_SIZE, bold: false, colour: "tx1", position: Some("t") };
        let drawn = series.role == Role::Shown && series.paint != Paint::Bridge;
        drawn.then(|| self.list(Vec::new(), &style, true))
    }

    /// Names at the ends of lines, moved apart where lines end close to each other.
    fn end_labels(&self) -> Vec<Option<El>> {
        let (Some(plot), Some(range)) = (self.fixed_plot(), self.range()) else {
            return self.chart.series.iter().map(|_| None).collect();
        };
        let mut ends: Vec<(usize, usize, f64)> = Vec::new();
        for (place, series) in self.chart.series.iter().enumerate().filter(|(_, of)| self.chart.is_named(of))
        {
            let last =
                series.values.iter().enumerate().rev().find_map(|(at, value)| value.map(|value| (at, value)));
            if let Some((at, value)) = last {
                let share = range.share(value);
                let from_top = if self.chart.reversed { share } else { 1.0 - share };
                ends.push((place, at, from_top * plot.height));
            }
        }
        let placed = spread_ends(&ends, plot.height);
        let mut labels: Vec<Option<El>> = self.chart.series.iter().map(|_| None).collect();
        for ((place, at, wanted), placed) in ends.into_iter().zip(placed) {
            let shift = (placed - wanted) / self.height;
            let layout = (shift.abs() > 1e-4).then(|| shifted(shift));
            if let (Some(slot), Some(series)) = (labels.get_mut(place), self.chart.series.get(place)) {
                let colour = self.name_colour(series);
                let style = Style { size: TEXT_SIZE, bold: true, colour, position: Some("r") };
                let label = self.label(at, layout, &style, true);
                *slot = Some(self.list(vec![label], &style, false));
            }
        }
        labels
    }

    /// Names of points in a scatter chart, or nothing where there are too many.
    fn point_labels(&self) -> Vec<Option<El>> {
        let size = if self.chart.categories.len() > 15 { SMALL_TEXT_SIZE } else { TEXT_SIZE };
        let style = Style { size, bold: false, colour: "tx1", position: Some("r") };
        let of_series = |series: &PlainSeries| {
            let count = series.values.iter().flatten().count();
            if self.chart.labels != Labels::Names || self.chart.categories.len() > MOST_POINTS || count == 0 {
                return None;
            }
            let points = series.values.iter().zip(&self.chart.categories).enumerate();
            let names = points.filter(|(_, (value, _))| value.is_some());
            Some(self.list(names.map(|(at, (_, name))| self.name(at, name, &style)).collect(), &style, false))
        };
        self.chart.series.iter().map(of_series).collect()
    }

    /// The labels of a series: single ones first, then what holds for all others.
    fn list(&self, single: Vec<El>, style: &Style, shown: bool) -> El {
        let list = el("c:dLbls").children(single);
        shows(self.look(list, style), shown, false)
    }

    /// The label of one point: its number, and its series' name before it.
    fn label(&self, at: usize, layout: Option<El>, style: &Style, with_name: bool) -> El {
        let label = el("c:dLbl").child(val("c:idx", at)).children(layout);
        let label = shows(self.look(label, style), true, with_name);
        if with_name { label.child(el("c:separator").text(" ")) } else { label }
    }

    /// The label of one point: a text of its own.
    fn name(&self, at: usize, name: &str, style: &Style) -> El {
        let text = TextStyle { size: Some(style.size), colour: Some(style.colour), ..TextStyle::default() };
        let run = el("a:r").child(run_properties("a:rPr", self.chart.lang, text)).child(el("a:t").text(name));
        let rich = el("c:rich")
            .child(el("a:bodyPr").attr("wrap", "none"))
            .child(el("a:lstStyle"))
            .child(el("a:p").child(run));
        let label = el("c:dLbl").child(val("c:idx", at)).child(el("c:tx").child(rich));
        shows(label.children(style.position.map(|position| val("c:dLblPos", position))), true, false)
    }

    fn look(&self, element: El, style: &Style) -> El {
        let run = el("a:defRPr")
            .attr("sz", size_hundredths(style.size))
            .attr("b", u32::from(style.bold))
            .child(theme_fill(style.colour));
        let text = el("c:txPr")
            .child(el("a:bodyPr").attr("wrap", "none"))
            .child(el("a:lstStyle"))
            .child(el("a:p").child(el("a:pPr").child(run)).child(el("a:endParaRPr").attr("lang", "en-US")));
        element
            .child(number_format(&self.chart.printer.code(), 0))
            .child(el("c:spPr").child(el("a:noFill")).child(el("a:ln").child(el("a:noFill"))))
            .child(text)
            .children(style.position.map(|position| val("c:dLblPos", position)))
    }
}

/// What labels show.
fn shows(element: El, value: bool, series_name: bool) -> El {
    element
        .child(val("c:showLegendKey", 0))
        .child(val("c:showVal", u32::from(value)))
        .child(val("c:showCatName", 0))
        .child(val("c:showSerName", u32::from(series_name)))
        .child(val("c:showPercent", 0))
        .child(val("c:showBubbleSize", 0))
}

/// Where names stand that want a place (place of the series, place of the value, points from the top): only those that
/// end together can be in each other's way.
fn spread_ends(ends: &[(usize, usize, f64)], height: f64) -> Vec<f64> {
    let mut placed: Vec<f64> = ends.iter().map(|(_, _, wanted)| *wanted).collect();
    let mut columns: Vec<usize> = ends.iter().map(|(_, at, _)| *at).collect();
    columns.sort_unstable();
    columns.dedup();
    for column in columns {
        let together: Vec<usize> = (0..ends.len()).filter(|end| ends[*end].1 == column).collect();
        let wanted: Vec<f64> = together.iter().map(|end| placed[*end]).collect();
        for (end, place) in together.iter().zip(spread(&wanted, LINE_DISTANCE, height)) {
            placed[*end] = place;
        }
    }
    placed
}

/// Places near the wanted ones, in their order, at least a distance apart and between 0 and an end while there is room.
fn spread(wanted: &[f64], distance: f64, end: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut placed = wanted.to_vec();
    let mut least = f64::NEG_INFINITY;
    for &at in &order {
        placed[at] = placed[at].max(least);
        least = placed[at] + distance;
    }
    let mut most = end;
    for &at in order.iter().rev() {
        placed[at] = placed[at].min(most);
        most = placed[at] - distance;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_moved_apart_and_stay_in_order() {
        assert_eq!(spread(&[50.0, 10.0, 90.0], 20.0, 100.0), [50.0, 10.0, 90.0]);
        assert_eq!(spread(&[50.0, 50.0], 20.0, 100.0), [50.0, 70.0]);
        assert_eq!(spread(&[95.0, 90.0, 100.0], 20.0, 100.0), [80.0, 60.0, 100.0]);
    }
}
