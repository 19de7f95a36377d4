//! From a deck to the pages that it becomes: texts fitted, long bodies continued, empty ones replaced by a sentence.

use super::chart::PlainChart;
use super::fit::{fit, shorten};
use super::geometry::FindingFrames;
use super::master::{HEADLINE_SIZES, LINE_HEIGHT};
use super::picture::{is_svg, png_size};
use super::table::{TablePage, table_pages};
use super::xml::clean;
use super::{Deck, Picture, Slide, SlideBody};
use crate::i18n::texts::slides::{legend_cut, part_of, slides};

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

/// The pages of a slide: one, or several where the body does not fit.
pub(super) fn pages<'a>(deck: &Deck, slide: &'a Slide) -> Vec<Page<'a>> {
    let width = deck.size.inner_width();
    let parts = parts(deck, slide, width);
    let count = parts.len();
    parts.into_iter().enumerate().map(|(place, part)| page(deck, slide, part, (place + 1, count))).collect()
}

fn page<'a>(deck: &Deck, slide: &Slide, part: Part<'a>, (place, count): (usize, usize)) -> Page<'a> {
    let texts = slides(deck.lang);
    let width = deck.size.inner_width();
    let given = clean(slide.headline.trim());
    let whole = if given.is_empty() { texts.untitled.to_string() } else { given };
    let suffix = if count > 1 { part_of(deck.lang, place, count) } else { String::new() };
    let (_, headline_size, lines) = fit(&format!("{whole}{suffix}"), width, &HEADLINE_SIZES);
    let (headline, ..) = fit(&whole, width - headline_size * suffix.chars().count() as f64, &HEADLINE_SIZES);
    let whole_subtitle = clean(slide.subtitle.trim());
    let subtitle = shorten(&whole_subtitle, width / 18.0);
    let whole_source = clean(slide.source.trim());
    let said: Vec<&str> =
        [part.remark.as_str(), whole_source.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let source = if whole_source.is_empty() { String::new() } else { texts.source.to_string() };
    let source = match said.as_slice() {
        [] => String::new(),
        [one] => format!("{}{one}", if whole_source.is_empty() { "" } else { source.as_str() }),
        [remark, from, ..] => format!("{remark} {source}{from}"),
    };

    let mut notes: Vec<String> = Vec::new();
    if headline != whole {
        notes.push(format!("{}{whole}", texts.headline_in_full));
    }
    if subtitle != whole_subtitle {
        notes.push(whole_subtitle);
    }
    notes.extend(slide.note.lines().map(clean).filter(|line| !line.trim().is_empty()));
    if !whole_source.is_empty() {
        notes.push(format!("{}{whole_source}", texts.source));
    }
    notes.extend(part.notes);
    Page {
        headline: headline + &suffix,
        headline_size,
        frames: deck.size.finding(headline_size * LINE_HEIGHT * lines as f64, !subtitle.is_empty()),
        subtitle,
        body: part.body,
        source: shorten(&source, (width - 70.0) / 14.0),
        notes,
    }
}

fn parts<'a>(deck: &Deck, slide: &'a Slide, width: f64) -> Vec<Part<'a>> {
    let texts = slides(deck.lang);
    let plain = |body| Part { body, notes: Vec::new(), remark: String::new() };
    match &slide.body {
        SlideBody::NativeChart(data) => match PlainChart::new(data, width, deck.lang) {
            Some(chart) => chart.pages().into_iter().map(|chart| chart_part(deck, chart)).collect(),
            None => vec![plain(PageBody::Sentence(texts.nothing_to_draw))],
        },
        SlideBody::Picture(picture) => vec![plain(match png_size(&picture.png) {
            Some(size) => PageBody::Picture { picture, size, with_svg: is_svg(&picture.svg) },
            None => PageBody::Sentence(texts.no_picture),
        })],
        SlideBody::Table(table) => {
            let pages = table_pages(table, width);
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
    let remark =
        chart.unnamed_series().map(|(named, all)| legend_cut(deck.lang, named, all)).unwrap_or_default();
    Part { body: PageBody::Chart(Box::new(chart)), notes, remark }
}
