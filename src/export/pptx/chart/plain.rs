//! A chart's data made fit for drawing: numbers finite, series of one length, names short, kind possible.
//!
//! Everything after this may rely on it: each series has one value for each category, at least one value is
//! there, names are not empty.

use super::super::fit::shorten;
use super::super::xml::clean;
use super::super::{Band, ChartData, ChartKind, Labels, Paint, Series};
use super::number_format::Printer;
use super::range::Range;
use crate::i18n::Lang;
use crate::i18n::texts::slides::{AltFacts, SlidesTexts, alt_text, slides};

/// How many lines are in front, with a colour and a name, and how many series of other charts a legend names.
const LINES_IN_FRONT: usize = 6;
const NAMED_SERIES: usize = 12;
/// How many categories one slide of bars or columns shows at most, so that each can be read.
const CATEGORIES_A_SLIDE: usize = 12;
/// Names at the ends of lines and in crowded legends, in em.
const NAME_EM: f64 = 12.0;
/// Names in a legend of few, and of axes, in em.
const LONG_NAME_EM: f64 = 22.0;
/// Numbers beyond this are taken for missing: sums of them would not be finite.
const LARGEST: f64 = 1e290;

/// What a series is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It is drawn.
    Shown,
    /// It holds up others and is not drawn.
    Hidden,
    /// The foot of a band behind lines: not drawn.
    BandFoot,
    /// The band itself, standing on its foot.
    Band,
    /// It is not drawn; its values are printed at the ends of the stacks.
    Total,
}

/// A series with one value for each category.
#[derive(Clone, Debug)]
pub(super) struct PlainSeries {
    pub(super) name: String,
    pub(super) values: Vec<Option<f64>>,
    pub(super) paint: Paint,
    pub(super) role: Role,
    /// Its place among the shown series: decides colour and mark.
    pub(super) place: usize,
    /// Places of values with a ring.
    pub(super) ringed: Vec<usize>,
}

impl PlainSeries {
    /// It is drawn and stands for itself, not a further part of the series before it.
    pub(super) fn is_own(&self) -> bool {
        self.role == Role::Shown && !matches!(self.paint, Paint::Continued | Paint::Bridge)
    }
}

/// A chart that can be drawn.
#[derive(Clone, Debug)]
pub(in super::super) struct PlainChart {
    pub(super) kind: ChartKind,
    pub(super) lang: Lang,
    pub(super) categories: Vec<String>,
    pub(super) faded: Vec<bool>,
    pub(super) series: Vec<PlainSeries>,
    /// The horizontal places of a scatter chart's points.
    pub(super) across: Vec<Option<f64>>,
    pub(super) across_title: String,
    pub(super) across_printer: Printer,
    pub(super) category_title: String,
    pub(super) value_title: String,
    pub(super) printer: Printer,
    pub(super) range: Option<Range>,
    pub(super) reversed: bool,
    pub(super) labels: Labels,
    pub(in super::super) alt: String,
    /// Names that had to be shortened, in full.
    pub(in super::super) shortened: Vec<String>,
}

/// Shortens names and keeps the long ones.
struct Names {
    texts: &'static SlidesTexts,
    shortened: Vec<String>,
}

impl Names {
    fn short(&mut self, name: &str, most_em: f64) -> String {
        let name = clean(name).trim().to_string();
        if name.is_empty() {
            return self.texts.without_name.to_string();
        }
        let short = shorten(&name, most_em);
        if short != name && !self.shortened.contains(&name) {
            self.shortened.push(name);
        }
        short
    }
}

impl PlainChart {
    /// The chart on a slide so many points wide, or `None` when it has nothing to draw.
    pub(in super::super) fn new(data: &ChartData, width_pt: f64, lang: Lang) -> Option<Self> {
        let count = data.categories.len();
        let kind = possible_kind(data.kind, count);
        let across = match (kind, &data.across) {
            (ChartKind::Scatter, Some(across)) => finite(&across.values, count),
            (ChartKind::Scatter, None) => (1..=count).map(|place| Some(place as f64)).collect(),
            _ => Vec::new(),
        };
        let mut names = Names { texts: slides(lang), shortened: Vec::new() };
        let most_em = category_em(kind, count, width_pt);
        let categories =
            data.categories.iter().map(|category| names.short(&category.name, most_em)).collect();
        let series = plain_series(data, kind, count, &across, &mut names);
        let drawn =
            series.iter().filter(|of| of.role == Role::Shown).flat_map(|of| of.values.iter().flatten());
        drawn.clone().next()?;
        let largest = drawn.fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let across_format = data.across.as_ref().map(|of| of.format).unwrap_or_default();
        let across_largest = across.iter().flatten().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let title = |text: &str| shorten(&clean(text), LONG_NAME_EM);
        let mut chart = Self {
            kind,
            lang,
            categories,
            faded: data.categories.iter().map(|category| category.faded).collect(),
            series,
            across,
            across_title: data.across.as_ref().map(|of| title(&of.title)).unwrap_or_default(),
            across_printer: Printer::new(across_format, across_largest, lang),
            category_title: title(&data.category_title),
            value_title: title(&data.value_axis.title),
            printer: Printer::new(data.value_axis.format, largest, lang),
            range: data.value_axis.range.and_then(|(min, max)| Range::exactly(min, max)),
            reversed: data.value_axis.reversed,
            labels: possible_labels(data, kind, count),
            alt: data.alt.clone(),
            shortened: names.shortened,
        };
        if chart.alt.trim().is_empty() {
            chart.alt = chart.own_alt();
        }
        Some(chart)
    }

    /// The chart in parts that fit a slide each: bars and columns by so many categories, all on one axis.
    pub(in super::super) fn pages(self) -> Vec<Self> {
        let count = self.categories.len();
        let most = self.categories_a_slide();
        if !self.is_bars() || count <= most {
            return vec![self];
        }
        let parts = count.div_ceil(most);
        let range = self.range.or_else(|| self.own_range());
        let part = |part: usize| {
            let (from, to) = (count * part / parts, count * (part + 1) / parts);
            let series = self
                .series
                .iter()
                .map(|of| PlainSeries { values: of.values[from..to].to_vec(), ..of.clone() });
            Self {
                categories: self.categories[from..to].to_vec(),
                faded: self.faded[from..to].to_vec(),
                series: series.collect(),
                range,
                ..self.clone()
            }
        };
        (0..parts).map(part).collect()
    }

    /// Bars beside each other need room for the number on each of them.
    fn categories_a_slide(&self) -> usize {
        const BARS_A_SLIDE: usize = 18;
        if self.is_stacked() {
            return CATEGORIES_A_SLIDE;
        }
        let series = self.series.iter().filter(|of| of.role == Role::Shown).count().max(1);
        (BARS_A_SLIDE / series).clamp(3, CATEGORIES_A_SLIDE)
    }

    /// How many series are named on the slide and how many there are, where not all are.
    pub(in super::super) fn unnamed_series(&self) -> Option<(usize, usize)> {
        let own = self.series.iter().filter(|of| of.is_own()).count();
        let named = if self.is_horizontal() { 0 } else { self.most_named() };
        (own > self.most_named()).then_some((named, own))
    }

    /// How many series have a name on the slide.
    pub(super) fn most_named(&self) -> usize {
        if self.kind == ChartKind::Line { LINES_IN_FRONT } else { NAMED_SERIES }
    }

    /// Lines: the grey ones need no sentence on the slide.
    pub(in super::super) fn is_line(&self) -> bool {
        self.kind == ChartKind::Line
    }

    /// The series has a name on the slide.
    pub(super) fn is_named(&self, series: &PlainSeries) -> bool {
        series.is_own() && (series.place < self.most_named() || series.paint == Paint::Reference)
    }

    /// The series is one of many, drawn grey behind those in front.
    pub(super) fn is_background(&self, series: &PlainSeries) -> bool {
        let counted = matches!(series.paint, Paint::Auto | Paint::Continued | Paint::Bridge);
        self.kind == ChartKind::Line && counted && series.place >= LINES_IN_FRONT
    }

    /// Bars or columns.
    pub(super) fn is_bars(&self) -> bool {
        self.is_horizontal() || matches!(self.kind, ChartKind::Column | ChartKind::StackedColumn)
    }

    /// Bars to the right.
    pub(super) fn is_horizontal(&self) -> bool {
        matches!(self.kind, ChartKind::Bar | ChartKind::StackedBar)
    }

    /// Series end to end or on top of each other.
    pub(super) fn is_stacked(&self) -> bool {
        matches!(self.kind, ChartKind::StackedBar | ChartKind::StackedColumn)
    }

    /// A round range around what is drawn; bars start at zero.
    pub(super) fn own_range(&self) -> Option<Range> {
        let mut ends = if self.is_bars() { Some((0.0, 0.0)) } else { None };
        let mut take = |value: f64| {
            let (least, most) = ends.unwrap_or((value, value));
            ends = Some((value.min(least), value.max(most)));
        };
        let foot: &[Option<f64>] =
            self.series.iter().find(|of| of.role == Role::BandFoot).map_or(&[], |of| of.values.as_slice());
        for of in self.series.iter().filter(|of| !self.is_stacked() || of.role == Role::Total) {
            let lift =
                |place: usize| if of.role == Role::Band { foot.get(place).copied().flatten() } else { None };
            let values = of
                .values
                .iter()
                .enumerate()
                .filter_map(|(place, value)| Some((*value)? + lift(place).unwrap_or(0.0)));
            values.for_each(&mut take);
        }
        if self.is_stacked() {
            for place in 0..self.categories.len() {
                let parts =
                    self.series.iter().filter(|of| of.role != Role::Total).filter_map(|of| of.values[place]);
                take(parts.clone().filter(|part| *part > 0.0).sum());
                take(parts.filter(|part| *part < 0.0).sum());
            }
        }
        ends.and_then(|(least, most)| Range::around(least, most, self.printer.finest()))
    }

    fn own_alt(&self) -> String {
        let texts = slides(self.lang);
        let kind = match self.kind {
            ChartKind::Bar => texts.bar,
            ChartKind::StackedBar => texts.stacked_bar,
            ChartKind::Column => texts.column,
            ChartKind::StackedColumn => texts.stacked_column,
            ChartKind::Line => texts.line,
            ChartKind::Scatter => texts.scatter,
            ChartKind::Radar => texts.radar,
        };
        let shown: Vec<&PlainSeries> = self.series.iter().filter(|of| of.role == Role::Shown).collect();
        let own = shown.iter().filter(|of| of.is_own()).count();
        let values = || shown.iter().flat_map(|of| of.values.iter().enumerate());
        let present = || values().filter_map(|(place, value)| value.map(|value| (place, value)));
        let least = present().min_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default();
        let most = present().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default();
        let name = |place: usize| self.categories.get(place).map_or("", String::as_str);
        alt_text(
            self.lang,
            &AltFacts {
                kind,
                series: own,
                categories: self.categories.len(),
                ends: (name(0), name(self.categories.len().saturating_sub(1))),
                least: (&self.printer.print(least.1), name(least.0)),
                most: (&self.printer.print(most.1), name(most.0)),
                missing: values().filter(|(_, value)| value.is_none()).count(),
            },
        )
    }
}

/// A web needs three rays, and with more than twelve nobody reads their names.
fn possible_kind(kind: ChartKind, categories: usize) -> ChartKind {
    if kind == ChartKind::Radar && !(3..=12).contains(&categories) { ChartKind::Bar } else { kind }
}

/// Numbers on every point of lines need room: with more than so many only the ends are labelled, by name and number.
fn possible_labels(data: &ChartData, kind: ChartKind, categories: usize) -> Labels {
    const MOST_ON_LINES: usize = 16;
    let crowded = data.series.len() * categories > MOST_ON_LINES;
    match data.labels {
        Labels::Values if kind == ChartKind::Line && crowded => Labels::Names,
        labels => labels,
    }
}

/// How wide a category's name may be, in em of 18 points.
fn category_em(kind: ChartKind, categories: usize, width_pt: f64) -> f64 {
    let across = width_pt / 18.0;
    match kind {
        ChartKind::Bar | ChartKind::StackedBar => across * 0.38,
        ChartKind::Column | ChartKind::StackedColumn | ChartKind::Line => {
            (across * 2.0 / categories.clamp(1, CATEGORIES_A_SLIDE) as f64).clamp(5.0, 16.0)
        }
        ChartKind::Radar => 8.0,
        ChartKind::Scatter => 10.0,
    }
}

/// So many values, each finite and not too large, or missing.
fn finite(values: &[Option<f64>], count: usize) -> Vec<Option<f64>> {
    let fit = |value: &Option<f64>| value.filter(|value| value.abs() <= LARGEST);
    values.iter().map(fit).chain(std::iter::repeat(None)).take(count).collect()
}

fn plain_series(
    data: &ChartData,
    kind: ChartKind,
    count: usize,
    across: &[Option<f64>],
    names: &mut Names,
) -> Vec<PlainSeries> {
    let mut place = 0_usize;
    let few = kind != ChartKind::Line && data.series.len() <= 4;
    let name_em = if few { LONG_NAME_EM } else { NAME_EM };
    let band = if kind == ChartKind::Line { data.band.as_ref() } else { None };
    let mut plain = |series: &Series, role: Role| {
        let mut values = finite(&series.values, count);
        if kind == ChartKind::Scatter {
            values
                .iter_mut()
                .zip(across)
                .filter(|(_, across)| across.is_none())
                .for_each(|(value, _)| *value = None);
        }
        let part = matches!(series.paint, Paint::Continued | Paint::Bridge);
        let own = if part { place.saturating_sub(1) } else { place };
        place += usize::from(role == Role::Shown && !part && series.paint != Paint::Reference);
        PlainSeries {
            name: names.short(&series.name, name_em),
            values,
            paint: series.paint,
            role,
            place: own,
            ringed: series.ringed.clone(),
        }
    };
    let role = |of: &Series| if of.paint == Paint::Hidden { Role::Hidden } else { Role::Shown };
    let stacked = matches!(kind, ChartKind::StackedBar | ChartKind::StackedColumn);
    let mut series: Vec<PlainSeries> = data.series.iter().map(|of| plain(of, role(of))).collect();
    for (of, role) in band.map(|band| band_series(band, count)).unwrap_or_default() {
        series.push(plain(&of, role));
    }
    series.extend(data.totals.iter().filter(|_| stacked).map(|of| plain(of, Role::Total)));
    series
}

/// A band as the two series that draw it: an area on an invisible one, or two lines where areas would lie.
fn band_series(band: &Band, count: usize) -> Vec<(Series, Role)> {
    let (low, high) = (finite(&band.low, count), finite(&band.high, count));
    let ends = || {
        low.iter()
            .zip(&high)
            .map(|(low, high)| low.zip(*high).filter(|(low, high)| *low >= 0.0 && high >= low))
    };
    let whole = ends().all(|ends| ends.is_some());
    let (values, roles) = if whole {
        (ends().map(|ends| ends.map(|(low, high)| high - low)).collect(), [Role::BandFoot, Role::Band])
    } else {
        (high, [Role::Shown, Role::Shown])
    };
    let series = |name: &str, values| Series {
        name: name.to_string(),
        values,
        paint: Paint::Reference,
        ringed: Vec::new(),
    };
    let high_name =
        if whole { format!("{} − {}", band.high_name, band.low_name) } else { band.high_name.clone() };
    let [foot, top] = roles;
    vec![(series(&band.low_name, low), foot), (series(&high_name, values), top)]
}
