//! Where everything of a trend stands: breaks and class behind, grid, lines, points, names at the lines' ends.

use super::{Break, Point, Trend, words};
use crate::{
    chart::{
        axis::{self, Across},
        hit::{self, Mark},
        labels::{self, Taken},
        palette::{Colour, Palette},
        scale::Range,
        scene::{Area, Label, Place, Scene, Stroke},
        signs,
        style::{Sizes, Style},
        text,
    },
    domain::{MeasureKind, Year},
    i18n::{Lang, texts::charts},
};

/// So many lines have a colour of their own; the others are drawn grey, behind them.
pub const IN_FRONT: usize = 6;

/// What all steps of the layout share.
struct Layout<'a> {
    trend: &'a Trend,
    style: Style,
    lang: Lang,
    sizes: Sizes,
    palette: &'static Palette,
    /// Where lines are drawn.
    plot: Area,
    /// Where names right of the plot end.
    right: f64,
    years: Across,
    range: Range,
    taken: Taken,
}

/// Draws a trend that has values into an area.
pub fn draw(trend: &Trend, scene: &mut Scene, area: Area, style: Style) {
    let Some(mut layout) = Layout::new(trend, area, style) else { return };
    layout.breaks(scene);
    layout.class(scene);
    layout.axes(scene);
    let front = trend.series.len().min(IN_FRONT);
    for nth in (front..trend.series.len()).chain((0..front).rev()) {
        layout.lines(scene, nth);
    }
    for nth in (0..trend.series.len()).rev() {
        layout.points(scene, nth);
    }
    layout.names(scene);
    layout.veto_names(scene);
    layout.marks(scene);
}

impl<'a> Layout<'a> {
    /// Measures what stands around the plot. `None` where there is no value.
    fn new(trend: &'a Trend, area: Area, style: Style) -> Option<Self> {
        let (first, last) = trend.span()?;
        let (sizes, lang) = (style.sizes(), style.lang);
        let class = trend.behind.iter().flat_map(|behind| &behind.years).flat_map(|of| [of.low, of.high]);
        let ticks = (area.height / style.times(64.0)).clamp(2.0, 6.0) as usize;
        let range = Range::of(trend.values().map(|(_, value)| value).chain(class), ticks)?;
        let left = axis::width(&range, trend.measure.kind, style);
        let end_labels = (0..trend.series.len().min(IN_FRONT)).map(|nth| end_label(trend, nth, lang));
        let widest = end_labels.map(|name| text::width(&name, sizes.label, true)).fold(0.0, f64::max);
        let right = (widest + style.times(4.0)).min(area.width * 0.34).max(style.times(24.0));
        let bottom = style.line_height(sizes.tick) + style.times(6.0);
        let named = trend.breaks.iter().any(|of| of.from > first && of.from <= last);
        let top =
            if named { 2.0 * style.line_height(sizes.tick) + style.times(3.0) } else { style.times(10.0) };
        let plot = area.without(left, top, right, bottom);
        let years = Across::new(first, last, &plot, (style.times(14.0), style.times(8.0)));
        let palette = style.palette();
        Some(Self {
            trend,
            style,
            lang,
            sizes,
            palette,
            plot,
            right: area.right(),
            years,
            range,
            taken: Taken::default(),
        })
    }

    fn y(&self, value: f64) -> f64 {
        self.range.place(value, self.plot.bottom(), self.plot.y)
    }

    fn place(&self, point: &Point) -> Option<Place> {
        Some((self.years.x(point.year), self.y(point.value?)))
    }

    fn colour(&self, nth: usize) -> Colour {
        self.palette.nth(nth)
    }

    /// The points of a line that have a value, with their places.
    fn placed(&self, nth: usize) -> impl Iterator<Item = (&'a Point, Place)> {
        let points = self.trend.series.get(nth).map_or(&[][..], |series| &series.points);
        points.iter().filter_map(|point| Some((point, self.place(point)?)))
    }

    /// Shades the breaks and names them above the plot, in two rows where names would meet.
    fn breaks(&mut self, scene: &mut Scene) {
        let line = self.style.line_height(self.sizes.tick);
        let mut rows: [f64; 2] = [f64::NEG_INFINITY; 2];
        let mut breaks: Vec<&Break> = self.trend.breaks.iter().collect();
        breaks.sort_by_key(|of| of.from);
        for of in breaks {
            let Some((from, to)) = self.shade(of) else { continue };
            let area = Area { x: from, y: self.plot.y, width: to - from, height: self.plot.height };
            scene.rect(area, self.palette.warn_soft);
            let name = charts::break_name(self.lang, &words::names(self.trend, of, self.lang));
            let name = text::shorten(&name, self.sizes.tick, false, self.plot.width * 0.6);
            let half = text::width(&name, self.sizes.tick, false) / 2.0;
            let middle = ((from + to) / 2.0).min(self.plot.right() - half).max(self.plot.x + half);
            let Some(row) = rows.iter().position(|end| middle - half > *end) else { continue };
            rows[row] = middle + half + self.style.times(8.0);
            let at = (middle, self.plot.y - self.style.times(3.0) - (row as f64 + 0.5) * line);
            let label = Label::new(name, at, self.sizes.tick, self.palette.warn).middle();
            scene.text(label);
        }
    }

    /// From where to where a break is shaded: its years, or for one that stays the way between two years.
    fn shade(&self, of: &Break) -> Option<(f64, f64)> {
        let (first, last) = (self.years.first, self.years.last);
        if of.from > last || of.until.is_some_and(|until| until < first) {
            return None;
        }
        let room = self.years.room();
        match of.until {
            Some(until) => {
                let half = (0.3 * room).min(self.style.times(26.0));
                let x = |year: Year| self.years.x(year.clamp(first, last));
                Some((x(of.from) - half, x(until) + half))
            }
            None if of.from <= first => None,
            None => {
                let middle = (self.years.x(of.from - 1) + self.years.x(of.from)) / 2.0;
                let half = (0.2 * room).min(self.style.times(18.0));
                Some((middle - half, middle + half))
            }
        }
    }

    /// The range and the median of the class.
    fn class(&mut self, scene: &mut Scene) {
        let Some(behind) = &self.trend.behind else { return };
        let band = self.palette.quiet.mix(self.palette.ground, 0.72);
        for run in behind.years.chunk_by(|a, b| b.year == a.year + 1) {
            let x = |of: &super::ClassYear| self.years.x(of.year);
            let high = run.iter().map(|of| (x(of), self.y(of.high)));
            let low = run.iter().rev().map(|of| (x(of), self.y(of.low)));
            scene.polygon(high.chain(low).collect(), band);
            let median: Vec<Place> = run.iter().map(|of| (x(of), self.y(of.median))).collect();
            median.windows(2).for_each(|pair| self.taken.line(pair[0], pair[1]));
            scene.path(median, Stroke::solid(self.palette.quiet, self.style.times(1.5)));
        }
    }

    fn axes(&mut self, scene: &mut Scene) {
        axis::grid(scene, &self.plot, &self.range, self.trend.measure.kind, self.style);
        axis::years(scene, &self.plot, &self.years, self.style);
    }

    /// The line of a unit: solid between neighbouring years that count the same, dashed where they do not, nothing over
    /// a gap.
    fn lines(&mut self, scene: &mut Scene, nth: usize) {
        let front = nth < IN_FRONT;
        let colour = if front { self.colour(nth) } else { self.palette.quiet.mix(self.palette.ground, 0.35) };
        let width = self.style.times(if front { 2.0 } else { 1.0 });
        let points: Vec<(&Point, Place)> = self.placed(nth).collect();
        let mut solid: Vec<Place> = Vec::new();
        for pair in points.windows(2) {
            let ((a, from), (b, to)) = (pair[0], pair[1]);
            if b.year != a.year + 1 {
                scene.path(std::mem::take(&mut solid), Stroke::solid(colour, width));
                continue;
            }
            if front {
                self.taken.line(from, to);
            }
            if self.trend.comparable(nth, a, b) {
                if solid.is_empty() {
                    solid.push(from);
                }
                solid.push(to);
            } else {
                scene.path(std::mem::take(&mut solid), Stroke::solid(colour, width));
                scene.path(vec![from, to], Stroke::dashed(colour.mix(self.palette.ground, 0.35), width));
            }
        }
        scene.path(solid, Stroke::solid(colour, width));
    }

    /// The points of a unit: filled, hollow where the count is another one, ringed red in a year with a veto.
    fn points(&mut self, scene: &mut Scene, nth: usize) {
        let front = nth < IN_FRONT;
        let colour = self.colour(nth);
        let alone = self.trend.series.get(nth).is_some_and(|series| series.points.len() == 1);
        let crowded = self.years.room() < self.style.times(9.0);
        let points: Vec<(&Point, Place)> = self.placed(nth).collect();
        for (point, at) in points {
            let radius = self.style.times(if front { 4.0 } else { 2.0 });
            if point.veto.is_some() {
                signs::veto(scene, at, self.style.times(5.5), self.style);
            } else if self.trend.apart(nth, point) {
                scene.disc(at, radius, self.palette.ground, Some((self.style.times(1.5), colour)));
            } else if alone || (front && !crowded) {
                signs::point(scene, at, radius, nth, colour, self.palette.ground);
            }
            if front {
                self.taken.area(hit::around(at, radius));
            }
        }
    }

    /// Names and last values of the lines in front: beside their last point where it lies inside, in a column right of
    /// the plot where it lies in the last year.
    fn names(&mut self, scene: &mut Scene) {
        let height = self.style.line_height(self.sizes.label);
        let mut column: Vec<(usize, Place)> = Vec::new();
        let singles = self.trend.series.len() == 1;
        for nth in 0..self.trend.series.len().min(IN_FRONT) {
            let Some((point, at)) = self.placed(nth).last() else { continue };
            if singles {
                self.values(scene, nth);
            }
            if point.year == self.years.last {
                column.push((nth, at));
                continue;
            }
            let name = end_label(self.trend, nth, self.lang);
            let name = text::shorten(&name, self.sizes.label, true, self.plot.width * 0.5);
            let size = (text::width(&name, self.sizes.label, true), height);
            let within = Area { width: self.plot.width + self.style.times(8.0), ..self.plot };
            match self.taken.beside(at, self.style.times(9.0), size, &within) {
                Some(found) => {
                    let at = (found.x, found.y + found.height / 2.0);
                    let colour = self.palette.text_in(self.colour(nth));
                    scene.text(Label::new(name, at, self.sizes.label, colour).bold());
                }
                None => column.push((nth, at)),
            }
        }
        self.column(scene, &column);
    }

    /// The names right of the plot, pushed apart, with a thin leader where one stands away from its point.
    fn column(&mut self, scene: &mut Scene, column: &[(usize, Place)]) {
        let line = self.style.line_height(self.sizes.label);
        let x = self.years.x(self.years.last).max(self.plot.right() - self.style.times(8.0))
            + self.style.times(11.0);
        let room = self.right - x;
        let names: Vec<Vec<String>> = column
            .iter()
            .map(|(nth, _)| {
                text::wrap(&end_label(self.trend, *nth, self.lang), self.sizes.label, true, room, 2)
            })
            .collect();
        let wanted: Vec<f64> = column.iter().map(|(_, at)| at.1).collect();
        let heights: Vec<f64> = names.iter().map(|lines| lines.len() as f64 * line).collect();
        let middles =
            labels::spread(&wanted, &heights, self.plot.y - line / 2.0, self.plot.bottom() + line / 2.0);
        for (((nth, at), lines), middle) in column.iter().zip(&names).zip(middles) {
            let colour = self.palette.text_in(self.colour(*nth));
            let far = (middle - at.1).abs() > 0.7 * line || at.0 < self.plot.right() - self.style.times(20.0);
            if far {
                let from = (at.0 + self.style.times(6.0), at.1);
                let stroke = Stroke::solid(colour.mix(self.palette.ground, 0.5), 1.0);
                scene.path(vec![from, (x - self.style.times(3.0), middle)], stroke);
            }
            let top = middle - (lines.len() as f64 - 1.0) * line / 2.0;
            let label = Label::new("", (x, top), self.sizes.label, colour).bold();
            scene.lines(lines, &label, line);
        }
    }

    /// The values of a line that stands alone, above its points where it can be.
    fn values(&mut self, scene: &mut Scene, nth: usize) {
        let height = self.style.line_height(self.sizes.tick);
        let points: Vec<(&Point, Place)> = self.placed(nth).collect();
        for (point, at) in points {
            if point.year == self.years.last {
                continue;
            }
            let value =
                point.value.map(|value| words::written(self.trend, self.lang, value)).unwrap_or_default();
            let size = (text::width(&value, self.sizes.tick, false), height);
            if size.0 > 1.3 * self.years.room() {
                continue;
            }
            let within = self.plot.grown(self.style.times(14.0));
            let Some(found) = self.taken.above(at, self.style.times(6.0), size, &within) else { continue };
            let middle = (found.x + found.width / 2.0, found.y + found.height / 2.0);
            scene.text(Label::new(value, middle, self.sizes.tick, self.palette.ink).middle());
        }
    }

    /// "Vetoed" beside the rings, where there is room.
    fn veto_names(&mut self, scene: &mut Scene) {
        let word = charts::charts(self.lang).vetoed;
        let size = (text::width(word, self.sizes.tick, false), self.style.line_height(self.sizes.tick));
        for nth in 0..self.trend.series.len().min(IN_FRONT) {
            let vetoed: Vec<Place> =
                self.placed(nth).filter(|(point, _)| point.veto.is_some()).map(|(_, at)| at).collect();
            for at in vetoed {
                let within = self.plot;
                if let Some(found) = self.taken.beside(at, self.style.times(9.0), size, &within) {
                    let at = (found.x, found.y + found.height / 2.0);
                    scene.text(Label::new(word, at, self.sizes.tick, self.palette.veto));
                }
            }
        }
    }

    /// What answers to mouse and keys: every point.
    fn marks(&self, scene: &mut Scene) {
        for (nth, series) in self.trend.series.iter().enumerate() {
            for (point, at) in self.placed(nth) {
                let value = point.value.map(|value| words::written(self.trend, self.lang, value));
                scene.marks.push(Mark {
                    area: hit::around(at, self.style.times(6.0)),
                    label: charts::unit_year(self.lang, self.lang.pick(&series.name), point.year),
                    value: value.unwrap_or_default(),
                    note: words::remark(self.trend, nth, point, self.lang),
                    source: self.trend.sources.words(&point.place, self.lang),
                    unit: Some(series.unit.clone()),
                    criterion: None,
                    year: Some(point.year),
                    row: nth as u32,
                    column: i32::from(point.year),
                });
            }
        }
    }
}

/// The name at the end of a line, with its last value.
fn end_label(trend: &Trend, nth: usize, lang: Lang) -> String {
    let Some(series) = trend.series.get(nth) else { return String::new() };
    let value = series.points.iter().rev().find_map(|point| point.value);
    let value = value.map(|value| words::written(trend, lang, value)).unwrap_or_default();
    let yes_no = trend.measure.kind == MeasureKind::YesNo;
    let name = text::clean(lang.pick(&series.name));
    if yes_no { name } else { format!("{name} {value}") }
}
