//! What a native chart shows: plain data that a caller fills.

use crate::chart::palette::Colour;

/// A chart that PowerPoint has.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartData {
    /// Which one.
    pub kind: ChartKind,
    /// What stands along the category axis; for a scatter chart the names of its points.
    pub categories: Vec<Category>,
    /// The values, each series with one for each category. A short series ends in missing values.
    pub series: Vec<Series>,
    /// For a scatter chart: the points' places along the horizontal axis, and that axis' name. Empty otherwise.
    pub across: Option<Across>,
    /// What lies behind lines. Where it has gaps or goes below zero it is drawn as two lines.
    pub band: Option<Band>,
    /// A number for each category printed at the end of a stack (its total), with what it is called.
    pub totals: Option<Series>,
    /// The category axis' name. May be empty.
    pub category_title: String,
    /// The value axis.
    pub value_axis: ValueAxis,
    /// What is printed on the marks.
    pub labels: Labels,
    /// What the chart shows, for those who do not see it. Where empty, a sentence is made from the numbers.
    pub alt: String,
}

/// The horizontal axis of a scatter chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Across {
    /// The place of each point.
    pub values: Vec<Option<f64>>,
    /// How they are printed.
    pub format: NumberFormat,
    /// What they measure.
    pub title: String,
}

/// The kinds of native chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Bars to the right, the first category on top.
    Bar,
    /// Bars to the right, series end to end.
    StackedBar,
    /// Columns side by side.
    Column,
    /// Columns, series on top of each other.
    StackedColumn,
    /// Lines over categories in order, as years. A missing value leaves a gap.
    Line,
    /// Points by two numbers.
    Scatter,
    /// A web with a ray for each category: 3 to 12 of them, otherwise it is drawn as bars.
    Radar,
}

/// A category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// Its name.
    pub name: String,
    /// Drawn faded: a vetoed unit.
    pub faded: bool,
}

impl From<&str> for Category {
    fn from(name: &str) -> Self {
        Self { name: name.to_string(), faded: false }
    }
}

/// A series of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// A value for each category; `None` where there is none. Infinite and undefined ones count as missing.
    pub values: Vec<Option<f64>>,
    /// How it is drawn.
    pub paint: Paint,
    /// Places of values in a line that carry a ring in the colour of vetoes.
    pub ringed: Vec<usize>,
}

/// A band behind lines, from one value to another for each category.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// The name of its lower end.
    pub low_name: String,
    /// The lower end.
    pub low: Vec<Option<f64>>,
    /// The name of its upper end.
    pub high_name: String,
    /// The upper end.
    pub high: Vec<Option<f64>>,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paint {
    /// In the deck's next colour.
    #[default]
    Auto,
    /// In this colour.
    Colour(Colour),
    /// In the muted colour and dashed: a median, a limit, what others do.
    Reference,
    /// Not at all: the step under a waterfall's bar.
    Hidden,
    /// As the series before it, whose other part it is: years that count something else. It is not named again.
    Continued,
    /// As the series before it, dashed and without marks: joins two parts that count different things.
    Bridge,
}

/// The value axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueAxis {
    /// What it measures. May be empty.
    pub title: String,
    /// How its numbers are printed.
    pub format: NumberFormat,
    /// From where to where; `None` where the numbers decide.
    pub range: Option<(f64, f64)>,
    /// Small numbers on top: places.
    pub reversed: bool,
}

/// What is printed on the marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// Nothing; the axis has numbers, a legend names the series.
    None,
    /// The values, where there is room for them.
    #[default]
    Values,
    /// Names of series at the ends of lines and names of points in a scatter chart, in place of a legend.
    Names,
}

/// How numbers are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// Digits after the point, 0 to 6.
    pub decimals: u8,
    /// The number is a share and is printed in percent.
    pub percent: bool,
}
