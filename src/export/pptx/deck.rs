//! What a deck is: plain data that a caller fills. How it becomes a file is elsewhere in this folder.

use super::ChartData;
use crate::chart::palette::Palette;
use crate::i18n::Lang;

/// A deck of slides.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Width to height of every slide.
    pub size: SlideSize,
    /// The language of the deck's own words ("Source", "continued") and of its text for spelling and fonts.
    pub lang: Lang,
    /// The colours of the theme: `palette::SLIDE` for a projector.
    pub palette: Palette,
    /// The first slide, if there is to be one.
    pub cover: Option<Cover>,
    /// One finding each, in order. A body that does not fit goes on over further slides.
    pub slides: Vec<Slide>,
}

/// Width to height of a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SlideSize {
    /// 16:9, 13.33 × 7.5 inches.
    #[default]
    Wide,
    /// 4:3, 10 × 7.5 inches.
    Standard,
}

/// The first slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// What the deck is about.
    pub title: String,
    /// A line under it. May be empty.
    pub subtitle: String,
    /// Who and when, as it is to be printed. May be empty.
    pub byline: String,
    /// Speaker notes, a paragraph a line. May be empty.
    pub note: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// The finding as a sentence: the slide's title.
    pub headline: String,
    /// What is measured, of whom, in which measure. May be empty.
    pub subtitle: String,
    /// What shows the finding.
    pub body: SlideBody,
    /// How the numbers come about: goes into the speaker notes, a paragraph a line. May be empty.
    pub note: String,
    /// Where the numbers come from, as it is to be printed: at the slide's foot and in the notes. May be empty.
    pub source: String,
}

/// What shows a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum SlideBody {
    /// A chart that PowerPoint has, editable there.
    NativeChart(Box<ChartData>),
    /// A chart that PowerPoint does not have.
    Picture(Picture),
    /// A table of texts.
    Table(TableData),
    /// A point a line.
    Text(Vec<String>),
}

/// A picture as SVG, with PNG for programs that do not read SVG. Its proportions are those of the PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The SVG document. Where it is not well-formed XML with an `svg` root, only the PNG is used.
    pub svg: String,
    /// The bytes of the PNG.
    pub png: Vec<u8>,
    /// What the picture shows, for those who do not see it.
    pub alt: String,
}

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableData {
    /// The columns' heads.
    pub columns: Vec<Column>,
    /// The cells by row. A short row is filled with empty cells; what exceeds the columns is left out.
    pub rows: Vec<Vec<String>>,
    /// What the table shows, for those who do not see it.
    pub alt: String,
}

/// A column's head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The head's text.
    pub title: String,
    /// Where its texts stand: numbers at the end.
    pub align: Align,
}

/// Where a cell's text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Start,
    /// At the right.
    End,
}
