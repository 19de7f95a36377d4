//! The axes of a chart, and the frame of its plot where that is fixed.

use super::super::fit::em_width;
use super::super::geometry::Frame;
use super::super::shape::{TextStyle, run_properties, theme_fill};
use super::super::xml::{El, el, val};
use super::super::{ChartKind, Labels};
use super::plain::Role;
use super::range::Range;
use super::{Drawing, SMALL_TEXT_SIZE, TEXT_SIZE, share};
use crate::i18n::Lang;

/// The number by which the parts of a chart know its category axis (the horizontal one of a scatter chart).
pub(super) const CATEGORY_AXIS: u32 = 111_111_111;
/// The number of its value axis.
pub(super) const VALUE_AXIS: u32 = 222_222_222;

impl Drawing<'_> {
    /// Both axes, the category axis first.
    pub(super) fn axes(&self) -> [El; 2] {
        let first =
            if self.chart.kind == ChartKind::Scatter { self.across_axis() } else { self.category_axis() };
        [first, self.value_axis()]
    }

    /// The value axis' range where it is fixed: as the caller says, where labels must know it, or over several slides.
    pub(super) fn range(&self) -> Option<Range> {
        let has_totals = self.chart.series.iter().any(|of| of.role == Role::Total);
        let ends = self.chart.kind == ChartKind::Line && self.chart.labels == Labels::Names;
        let own = has_totals || ends || self.chart.kind == ChartKind::Scatter;
        let range = self.chart.range.or_else(|| own.then(|| self.chart.own_range()).flatten())?;
        if !has_totals {
            return Some(range);
        }
        let room = (self.widest_number() + 1.0) * TEXT_SIZE;
        let along = if self.chart.is_horizontal() { self.bars_length() } else { self.height };
        let room = if self.chart.is_horizontal() { room } else { TEXT_SIZE * 1.6 };
        Some(range.extended(room / along.max(room * 2.0)))
    }

    /// How long the longest bar may be, in points: the chart's width less the names beside the bars.
    pub(super) fn bars_length(&self) -> f64 {
        let names = self.chart.categories.iter().map(|name| em_width(name)).fold(0.0, f64::max);
        (self.width - names * TEXT_SIZE - 24.0).max(100.0)
    }

    /// The widest number of the chart as printed, in em.
    pub(super) fn widest_number(&self) -> f64 {
        let numbers = self.chart.series.iter().flat_map(|of| of.values.iter().flatten());
        numbers.map(|value| em_width(&self.chart.printer.print(*value))).fold(1.0, f64::max)
    }

    /// The frame of the plot, in points: fixed for webs, and where names stand at the ends of lines.
    pub(super) fn fixed_plot(&self) -> Option<Frame> {
        if self.chart.kind == ChartKind::Radar {
            let above = if self.chart.series.len() > 1 { 4.0 } else { 2.0 } * TEXT_SIZE;
            let height = self.height - above - 2.0 * TEXT_SIZE;
            return Some(Frame { x: (self.width - height) / 2.0, y: above, width: height, height });
        }
        if self.chart.kind != ChartKind::Line || self.chart.labels != Labels::Names {
            return None;
        }
        let range = self.range()?;
        let printer = self.chart.printer.for_ticks(range.step);
        let tick = |value: f64| em_width(&printer.print(value));
        let ticks = tick(range.min).max(tick(range.max));
        let title = if self.chart.value_title.is_empty() { 0.0 } else { 1.6 };
        let left = (ticks + title + 0.8) * TEXT_SIZE;
        let right = (self.widest_end_label() + 1.2) * TEXT_SIZE;
        let below = if self.chart.category_title.is_empty() { 2.0 } else { 3.6 } * TEXT_SIZE;
        let right = right.min(self.width * 0.42);
        let top = TEXT_SIZE * 0.8;
        Some(Frame { x: left, y: top, width: self.width - left - right, height: self.height - top - below })
    }

    fn category_axis(&self) -> El {
        let horizontal = self.chart.is_horizontal();
        let orientation = if horizontal { "maxMin" } else { "minMax" };
        let (crosses, labels) = if self.chart.reversed { ("max", "high") } else { ("autoZero", "low") };
        let line = if self.chart.reversed { el("a:ln").child(el("a:noFill")) } else { axis_line() };
        let skip = self.chart.is_bars().then(|| val("c:tickLblSkip", 1));
        el("c:catAx")
            .child(val("c:axId", CATEGORY_AXIS))
            .child(el("c:scaling").child(val("c:orientation", orientation)))
            .child(val("c:delete", 0))
            .child(val("c:axPos", if horizontal { "l" } else { "b" }))
            .children((self.chart.kind == ChartKind::Radar).then(|| self.grid_lines()))
            .children(self.axis_title(&self.chart.category_title, horizontal))
            .child(number_format("General", 0))
            .child(val("c:majorTickMark", "none"))
            .child(val("c:minorTickMark", "none"))
            .child(val("c:tickLblPos", labels))
            .child(el("c:spPr").child(line))
            .child(self.text(TEXT_SIZE, "tx1"))
            .child(val("c:crossAx", VALUE_AXIS))
            .child(val("c:crosses", crosses))
            .child(val("c:auto", 0))
            .child(val("c:lblAlgn", "ctr"))
            .child(val("c:lblOffset", 100))
            .children(skip)
            .child(val("c:noMultiLvlLbl", 1))
    }

    fn across_axis(&self) -> El {
        let across = self.chart.across.iter().flatten();
        let least = across.clone().copied().reduce(f64::min);
        let range = least
            .zip(across.copied().reduce(f64::max))
            .and_then(|(least, most)| Range::around(least, most, self.chart.across_printer.finest()));
        el("c:valAx")
            .child(val("c:axId", CATEGORY_AXIS))
            .child(scaling("minMax", range))
            .child(val("c:delete", 0))
            .child(val("c:axPos", "b"))
            .children(self.axis_title(&self.chart.across_title, false))
            .child(number_format(&self.chart.across_printer.code(), 0))
            .child(val("c:majorTickMark", "out"))
            .child(val("c:minorTickMark", "none"))
            .child(val("c:tickLblPos", "low"))
            .child(el("c:spPr").child(axis_line()))
            .child(self.text(TEXT_SIZE, "tx1"))
            .child(val("c:crossAx", VALUE_AXIS))
            .child(val("c:crosses", "min"))
            .child(val("c:crossBetween", "midCat"))
            .children(range.map(|range| val("c:majorUnit", range.step)))
    }

    fn value_axis(&self) -> El {
        let horizontal = self.chart.is_horizontal();
        let hidden = self.numbers_are_on_the_bars();
        let between = if self.chart.kind == ChartKind::Scatter { "midCat" } else { "between" };
        let crosses = match self.chart.kind {
            ChartKind::Scatter => "min",
            _ if horizontal => "max",
            _ => "autoZero",
        };
        let range = self.range();
        let orientation = if self.chart.reversed { "maxMin" } else { "minMax" };
        let ticks = range.map_or(self.chart.printer, |range| self.chart.printer.for_ticks(range.step));
        let web = self.chart.kind == ChartKind::Radar;
        let size = if web { SMALL_TEXT_SIZE } else { TEXT_SIZE };
        let step = |range: Range| if web { (range.max - range.min) / 2.0 } else { range.step };
        let title = if hidden { None } else { self.axis_title(&self.chart.value_title, !horizontal) };
        el("c:valAx")
            .child(val("c:axId", VALUE_AXIS))
            .child(scaling(orientation, range))
            .child(val("c:delete", u32::from(hidden)))
            .child(val("c:axPos", if horizontal { "b" } else { "l" }))
            .children((!hidden).then(|| self.grid_lines()))
            .children(title)
            .child(number_format(&ticks.code(), 0))
            .child(val("c:majorTickMark", "none"))
            .child(val("c:minorTickMark", "none"))
            .child(val("c:tickLblPos", "nextTo"))
            .child(el("c:spPr").child(el("a:ln").child(el("a:noFill"))))
            .child(self.text(size, "tx2"))
            .child(val("c:crossAx", CATEGORY_AXIS))
            .child(val("c:crosses", crosses))
            .child(val("c:crossBetween", between))
            .children(range.map(|range| val("c:majorUnit", step(range))))
    }

    fn grid_lines(&self) -> El {
        let fill = el("a:solidFill").child(val("a:schemeClr", "tx2").child(val("a:alpha", 25_000)));
        el("c:majorGridlines").child(el("c:spPr").child(el("a:ln").attr("w", 6350).child(fill)))
    }

    /// An axis' name. Beside an upright axis Chinese stands upright, other writing is turned.
    fn axis_title(&self, title: &str, upright: bool) -> Option<El> {
        if title.is_empty() {
            return None;
        }
        let body = match (upright, self.chart.lang) {
            (false, _) => el("a:bodyPr"),
            (true, Lang::Zh) => el("a:bodyPr").attr("rot", 0).attr("vert", "eaVert"),
            (true, Lang::En) => el("a:bodyPr").attr("rot", -5_400_000).attr("vert", "horz"),
        };
        let style = TextStyle { size: Some(TEXT_SIZE), colour: Some("tx2"), ..TextStyle::default() };
        let plain = el("a:pPr").child(el("a:defRPr").attr("b", 0));
        let run = el("a:r")
            .child(run_properties("a:rPr", self.chart.lang, style).attr("b", 0))
            .child(el("a:t").text(title));
        let rich = el("c:rich").child(body).child(el("a:lstStyle")).child(el("a:p").child(plain).child(run));
        Some(el("c:title").child(el("c:tx").child(rich)).child(val("c:overlay", 0)))
    }
}

fn axis_line() -> El {
    el("a:ln").attr("w", 9525).child(theme_fill("tx2"))
}

/// The direction of an axis, and from where to where it goes if that is fixed.
fn scaling(orientation: &'static str, range: Option<Range>) -> El {
    el("c:scaling")
        .child(val("c:orientation", orientation))
        .children(range.map(|range| val("c:max", range.max)))
        .children(range.map(|range| val("c:min", range.min)))
}

/// A number format of an axis or of labels.
pub(super) fn number_format(code: &str, linked: u32) -> El {
    el("c:numFmt").attr("formatCode", code).attr("sourceLinked", linked)
}

/// A label's shift by so much of the chart's height.
pub(super) fn shifted(up_down: f64) -> El {
    el("c:layout").child(el("c:manualLayout").child(val("c:x", 0)).child(val("c:y", share(up_down))))
}
