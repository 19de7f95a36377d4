//! From a deck to the pages that it becomes: texts fitted, long bodies continued, empty ones replaced by a sentence.

use super::chart::PlainChart;
use super::fit::{em_width, fit, shorten};
use super::geometry::FindingFrames;
use super::master::{HEADLINE_SIZES, LINE_HEIGHT};
use super::picture::{is_svg, png_size};
use super::table::{TablePage, table_pages};
use super::xml::clean;
use super::{Deck, Picture, Slide, SlideBody};
use crate::i18n::texts::slides::{part_of, slides, unnamed_series};

/// A page with a finding.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) headline: String,
    pub(super) headline_size: f64,
    pub(super) subtitle: String,
    pub(super) body: PageBody<'a>,
    pub(super) source: String,
    pub(super) frames: FindingFrames,
    /// The speaker notes by paragraph.
    pub(super) notes: Vec<String>,
}

/// What a page shows.
#[derive(Debug)]
pub(super) enum PageBody<'a> {
    /// A native chart.
    Chart(Box<PlainChart>),
    /// A picture with its proportions; whether its SVG is fit to travel.
    Picture { picture: &'a Picture, size: (f64, f64), with_svg: bool },
    /// A part of a table.
    Table(TablePage),
    /// Points.
    Text(Vec<String>),
    /// Why there is nothing.
    Sentence(&'static str),
}

/// A body, and what its notes and its source line say besides the maker's words.
struct Part<'a> {
    body: PageBody<'a>,
    notes: Vec<String>,
    remark: String,
}

/// A slide's headline, fitted for all its pages.
struct Headline {
    whole: String,
    short: String,
    size: f64,
    lines: usize,
}

/// The pages of a slide: one, or several where the body does not fit.
pub(super) fn pages<'a>(deck: &Deck, slide: &'a Slide) -> Vec<Page<'a>> {
    let with_frames = |headline: &Headline| {
        let title_height = headline.size * LINE_HEIGHT * headline.lines as f64;
        deck.size.finding(title_height, !slide.subtitle.trim().is_empty())
    };
    let mut headline = fit_headline(deck, slide, "");
    let mut frames = with_frames(&headline);
    let mut parts = body_parts(deck, slide, &frames);
    if parts.len() > 1 {
        headline = fit_headline(deck, slide, &part_of(deck.lang, parts.len(), parts.len()));
        frames = with_frames(&headline);
        parts = body_parts(deck, slide, &frames);
    }
    let count = parts.len();
    let of_part = |(place, part): (usize, Part<'a>)| {
        let suffix = if count > 1 { part_of(deck.lang, place + 1, count) } else { String::new() };
        page(deck, slide, &headline, part, (frames, suffix))
    };
    parts.into_iter().enumerate().map(of_part).collect()
}

/// The headline so that it fits with this after it.
fn fit_headline(deck: &Deck, slide: &Slide, suffix: &str) -> Headline {
    let given = clean(slide.headline.trim());
    let whole = if given.is_empty() { slides(deck.lang).untitled.to_string() } else { given };
    let width = deck.size.inner_width();
    let (_, size, lines) = fit(&format!("{whole}{suffix}"), width, &HEADLINE_SIZES);
    let most_em = width / size * lines as f64 / 1.1 - em_width(suffix);
    let short = if lines == 1 { whole.clone() } else { shorten(&whole, most_em) };
    Headline { whole, short, size, lines }
}

fn page<'a>(
    deck: &Deck,
    slide: &Slide,
    headline: &Headline,
    part: Part<'a>,
    (frames, suffix): (FindingFrames, String),
) -> Page<'a> {
    let texts = slides(deck.lang);
    let width = deck.size.inner_width();
    let whole_subtitle = clean(slide.subtitle.trim());
    let subtitle = shorten(&whole_subtitle, width / 18.0);
    let whole_source = clean(slide.source.trim());
    let foot = [part.remark.as_str(), whole_source.as_str()].join(" ");

    let mut notes: Vec<String> = Vec::new();
    if headline.short != headline.whole {
        notes.push(format!("{}{}", texts.headline_in_full, headline.whole));
    }
    if subtitle != whole_subtitle {
        notes.push(whole_subtitle);
    }
    notes.extend(slide.note.lines().map(clean).filter(|line| !line.trim().is_empty()));
    notes.extend(Some(whole_source).filter(|text| !text.is_empty()));
    notes.extend(part.notes);
    Page {
        headline: format!("{}{suffix}", headline.short),
        headline_size: headline.size,
        frames,
        subtitle,
        body: part.body,
        source: shorten(foot.trim(), (width - 70.0) / 14.0 * 0.94),
        notes,
    }
}

fn body_parts<'a>(deck: &Deck, slide: &'a Slide, frames: &FindingFrames) -> Vec<Part<'a>> {
    let texts = slides(deck.lang);
    let plain = |body| Part { body, notes: Vec::new(), remark: String::new() };
    match &slide.body {
        SlideBody::NativeChart(data) => match PlainChart::new(data, frames.body.width, deck.lang) {
            Some(chart) => chart.pages().into_iter().map(|chart| chart_part(deck, chart)).collect(),
            None => vec![plain(PageBody::Sentence(texts.nothing_to_draw))],
        },
        SlideBody::Picture(picture) => vec![plain(match png_size(&picture.png) {
            Some(size) => PageBody::Picture { picture, size, with_svg: is_svg(&picture.svg) },
            None => PageBody::Sentence(texts.no_picture),
        })],
        SlideBody::Table(table) => {
            let pages = table_pages(table, frames.body.width, frames.body.height);
            if pages.is_empty() {
                return vec![plain(PageBody::Sentence(texts.no_rows))];
            }
            pages.into_iter().map(|page| plain(PageBody::Table(page))).collect()
        }
        SlideBody::Text(points) => {
            let points: Vec<String> =
                points.iter().map(|point| clean(point.trim())).filter(|point| !point.is_empty()).collect();
            vec![plain(if points.is_empty() {
                PageBody::Sentence(texts.no_points)
            } else {
                PageBody::Text(points)
            })]
        }
    }
}

fn chart_part<'a>(deck: &Deck, chart: PlainChart) -> Part<'a> {
    let mut notes = Vec::new();
    if !chart.shortened.is_empty() {
        notes.push(slides(deck.lang).names_in_full.to_string());
        notes.extend(chart.shortened.iter().cloned());
    }
    let mut remark =
        chart.unnamed_series().map(|(named, all)| unnamed_series(deck.lang, named, all)).unwrap_or_default();
    if chart.is_line() && !remark.is_empty() {
        notes.push(std::mem::take(&mut remark));
    }
    Part { body: PageBody::Chart(Box::new(chart)), notes, remark }
}
