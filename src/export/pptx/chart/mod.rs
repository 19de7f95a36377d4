//! A native chart: its part, and the numbers of its workbook.
//!
//! Elements stand in the order of the schema's sequences (`CT_ChartSpace` and what it holds); PowerPoint refuses a
//! chart where one is out of place.

mod axes;
mod labels;
mod number_format;
mod plain;
mod range;
mod series;

pub(super) use plain::PlainChart;

use super::shape::{TextStyle, run_properties, size_hundredths, theme_fill};
use super::workbook::Cell;
use super::xml::{El, el, val};
use super::{ChartKind, Labels};
use crate::chart::palette::Palette;
use plain::Role;

/// The size of a chart's text in points: to be read from the back row.
const TEXT_SIZE: f64 = 18.0;
/// The thickness beyond which a bar does not grow, in points.
const THICKEST_BAR: f64 = 90.0;
/// The smallest size to which labels shrink where there are many.
const SMALL_TEXT_SIZE: f64 = 14.0;

/// A chart that is being drawn: its data, the deck's palette and its room in points.
#[derive(Debug)]
pub(super) struct Drawing<'a> {
    pub(super) chart: &'a PlainChart,
    pub(super) palette: &'a Palette,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The numbers that the chart shows, as the rows of its workbook: names first, missing values empty.
pub(super) fn rows(chart: &PlainChart) -> Vec<Vec<Cell>> {
    let scatter = chart.kind == ChartKind::Scatter;
    let number = |value: &Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_string()) };
    let mut head = vec![text(&chart.category_title)];
    head.extend(scatter.then(|| text(&chart.across_title)));
    head.extend(chart.series.iter().map(|of| text(&of.name)));
    let mut rows = vec![head];
    for (place, category) in chart.categories.iter().enumerate() {
        let mut row = vec![text(category)];
        row.extend(chart.across.get(place).map(number));
        row.extend(chart.series.iter().map(|of| of.values.get(place).map_or(Cell::Empty, number)));
        rows.push(row);
    }
    rows
}

impl Drawing<'_> {
    /// The chart's part; `workbook` is the id of its relationship to the workbook.
    pub(super) fn part(&self, workbook: &str) -> El {
        let chart = el("c:chart")
            .child(val("c:autoTitleDeleted", 1))
            .child(self.plot_area())
            .children(self.legend())
            .child(val("c:plotVisOnly", 1))
            .child(val("c:dispBlanksAs", "gap"));
        let nothing = el("c:spPr").child(el("a:noFill")).child(el("a:ln").child(el("a:noFill")));
        el("c:chartSpace")
            .attr("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
            .attr("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
            .attr("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            .child(val("c:date1904", 0))
            .child(val("c:roundedCorners", 0))
            .child(chart)
            .child(nothing)
            .child(self.text(TEXT_SIZE, "tx1"))
            .child(el("c:externalData").attr("r:id", workbook).child(val("c:autoUpdate", 0)))
    }

    fn plot_area(&self) -> El {
        let plot = el("c:plotArea").child(self.layout());
        let (band, series): (Vec<_>, Vec<_>) = self
            .series_elements()
            .into_iter()
            .partition(|(role, _)| matches!(role, Role::Band | Role::BandFoot));
        let series = series.into_iter().map(|(_, element)| element);
        let ids = [val("c:axId", axes::CATEGORY_AXIS), val("c:axId", axes::VALUE_AXIS)];
        let group = |name: &'static str, head: Vec<El>, tail: Vec<El>| {
            el(name)
                .children(head)
                .child(val("c:varyColors", 0))
                .children(series)
                .children(tail)
                .children(ids)
        };
        let group = match self.chart.kind {
            ChartKind::Line => {
                group("c:lineChart", vec![val("c:grouping", "standard")], vec![val("c:marker", 1)])
            }
            ChartKind::Scatter => group("c:scatterChart", vec![val("c:scatterStyle", "lineMarker")], vec![]),
            ChartKind::Radar => group("c:radarChart", vec![val("c:radarStyle", "marker")], vec![]),
            ChartKind::Bar | ChartKind::StackedBar | ChartKind::Column | ChartKind::StackedColumn => {
                let stacked = self.chart.is_stacked();
                let head = vec![
                    val("c:barDir", if self.chart.is_horizontal() { "bar" } else { "col" }),
                    val("c:grouping", if stacked { "stacked" } else { "clustered" }),
                ];
                let tail = vec![
                    val("c:gapWidth", self.gap_percent()),
                    val("c:overlap", if stacked { 100 } else { 0 }),
                ];
                group("c:barChart", head, tail)
            }
        };
        let band = (!band.is_empty()).then(|| {
            el("c:areaChart")
                .child(val("c:grouping", "stacked"))
                .child(val("c:varyColors", 0))
                .children(band.into_iter().map(|(_, element)| element))
                .child(val("c:axId", axes::CATEGORY_AXIS))
                .child(val("c:axId", axes::VALUE_AXIS))
        });
        plot.children(band).child(group).children(self.axes())
    }

    /// The gap between categories in percent of a bar's thickness: 45, more where few bars would grow too thick.
    fn gap_percent(&self) -> i64 {
        let along = if self.chart.is_horizontal() { self.height } else { self.width };
        let shown = self.chart.series.iter().filter(|of| of.role == Role::Shown).count();
        let bars = if self.chart.is_stacked() { 1 } else { shown.max(1) } as f64;
        let slot = along / self.chart.categories.len().max(1) as f64;
        let thickness = (slot / (bars + 0.45)).min(THICKEST_BAR);
        libm::round(((slot / thickness - bars) * 100.0).clamp(45.0, 500.0)) as i64
    }

    /// Room at the right of lines for the names at their ends, and as much as there is for a web; otherwise the program
    /// decides.
    fn layout(&self) -> El {
        let Some(plot) = self.fixed_plot() else { return el("c:layout") };
        let manual = el("c:manualLayout")
            .child(val("c:layoutTarget", "inner"))
            .child(val("c:xMode", "edge"))
            .child(val("c:yMode", "edge"))
            .child(val("c:x", share(plot.x / self.width)))
            .child(val("c:y", share(plot.y / self.height)))
            .child(val("c:w", share(plot.width / self.width)))
            .child(val("c:h", share(plot.height / self.height)));
        el("c:layout").child(manual)
    }

    /// Names of series above the plot: when there are several and their marks do not carry them.
    ///
    /// Programs disagree on which end of a horizontal chart's legend entries are counted from, so there none is taken out:
    /// the name of totals stays, without a colour, and too many names leave no legend at all.
    fn legend(&self) -> Option<El> {
        if !self.has_legend() {
            return None;
        }
        let unnamed = self
            .chart
            .series
            .iter()
            .enumerate()
            .filter(|(_, of)| !self.chart.is_named(of) && !self.chart.is_horizontal());
        let entries = unnamed
            .map(|(place, _)| el("c:legendEntry").child(val("c:idx", place)).child(val("c:delete", 1)));
        let named = self.chart.series.iter().filter(|of| self.chart.is_named(of));
        let length: f64 = named.map(|of| (super::fit::em_width(&of.name) + 2.5) * TEXT_SIZE).sum();
        let size = if length > 2.0 * self.width { SMALL_TEXT_SIZE } else { TEXT_SIZE };
        Some(
            el("c:legend")
                .child(val("c:legendPos", "t"))
                .children(entries)
                .child(val("c:overlay", 0))
                .child(self.text(size, "tx1")),
        )
    }

    fn has_legend(&self) -> bool {
        let names_at_ends = self.chart.kind == ChartKind::Line && self.chart.labels == Labels::Names;
        let shown = self.chart.series.iter().filter(|of| of.is_own()).count();
        let too_many = self.chart.is_horizontal() && shown > self.chart.most_named();
        shown > 1 && !names_at_ends && !too_many
    }

    /// How the text of a part of the chart looks.
    fn text(&self, size: f64, colour: &'static str) -> El {
        let run = el("a:defRPr")
            .attr("sz", size_hundredths(size))
            .attr("b", 0)
            .child(theme_fill(colour))
            .child(el("a:latin").attr("typeface", "+mn-lt"))
            .child(el("a:ea").attr("typeface", "+mn-ea"));
        let end = run_properties("a:endParaRPr", self.chart.lang, TextStyle::default());
        let paragraph = el("a:p").child(el("a:pPr").child(run)).child(end);
        el("c:txPr").child(el("a:bodyPr")).child(el("a:lstStyle")).child(paragraph)
    }
}

/// A share of the chart's width or height, to four places.
fn share(value: f64) -> f64 {
    libm::round(value * 10_000.0) / 10_000.0
}
