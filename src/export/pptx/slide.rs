//! The parts of single slides and of their notes.

use super::Cover;
use super::deck::Deck;
use super::fit::fit;
use super::geometry::Frame;
use super::master::{NUMBER, SOURCE, SUBTITLE, slide_image};
use super::plan::{Page, PageBody};
use super::shape::{
    Ids, TextStyle, graphic_frame, number_paragraph, paragraph, picture, place, presentation_root, text_body,
    text_shape, tree_head,
};
use super::xml::{El, clean, el};
use crate::i18n::Lang;
use crate::i18n::texts::slides::slides;

/// The ids of relationships that a page's body needs.
#[derive(Debug, Default)]
pub(super) struct BodyRelations {
    pub(super) chart: Option<String>,
    pub(super) png: Option<String>,
    pub(super) svg: Option<String>,
}

/// The cover.
pub(super) fn cover_slide(deck: &Deck, cover: &Cover) -> El {
    let texts = slides(deck.lang);
    let [title_frame, subtitle_frame, byline_frame] = deck.size.cover();
    let mut ids = Ids::new();
    let mut fitted = |name: &str, place: El, text: &str, frame: Frame, sizes: &[(f64, usize)]| {
        let (text, size, _) = fit(&clean(text.trim()), frame.width, sizes);
        let first = sizes.first().is_some_and(|(first, _)| *first == size);
        let style = TextStyle { size: (!first).then_some(size), ..TextStyle::default() };
        let body = text_body([paragraph(&text, deck.lang, style)]);
        text_shape(ids.name(name, ""), place, None, body)
    };
    let title = if cover.title.trim().is_empty() { texts.untitled } else { &cover.title };
    let mut tree = el("p:spTree").children(tree_head()).child(fitted(
        texts.name_title,
        place(Some("ctrTitle"), None),
        title,
        title_frame,
        &[(40.0, 2), (34.0, 3), (28.0, 4)],
    ));
    if !cover.subtitle.trim().is_empty() {
        let sizes = [(24.0, 2), (20.0, 3)];
        let place = place(Some("subTitle"), Some(1));
        tree = tree.child(fitted(texts.name_subtitle, place, &cover.subtitle, subtitle_frame, &sizes));
    }
    if !cover.byline.trim().is_empty() {
        let place = place(Some("body"), Some(SUBTITLE));
        tree = tree.child(fitted(texts.name_subtitle, place, &cover.byline, byline_frame, &[(18.0, 1)]));
    }
    slide_root(tree)
}

/// A page with a finding.
pub(super) fn finding_slide(page: &Page, lang: Lang, relations: &BodyRelations) -> El {
    let texts = slides(lang);
    let frames = &page.frames;
    let mut ids = Ids::new();
    let text = |text: &str, style: TextStyle| text_body([paragraph(text, lang, style)]);
    let headline = TextStyle { size: Some(page.headline_size), ..TextStyle::default() };
    let mut tree = el("p:spTree").children(tree_head()).child(text_shape(
        ids.name(texts.name_title, ""),
        place(Some("title"), None),
        Some(frames.title),
        text(&page.headline, headline),
    ));
    if !page.subtitle.is_empty() {
        tree = tree.child(text_shape(
            ids.name(texts.name_subtitle, ""),
            place(Some("body"), Some(SUBTITLE)),
            Some(frames.subtitle),
            text(&page.subtitle, TextStyle::default()),
        ));
    }
    tree = tree.child(body_shape(page, lang, relations, &mut ids));
    if !page.source.is_empty() {
        tree = tree.child(text_shape(
            ids.name(texts.name_source, ""),
            place(Some("body"), Some(SOURCE)),
            None,
            text(&page.source, TextStyle::default()),
        ));
    }
    let number = place(Some("sldNum"), Some(NUMBER));
    let number =
        text_shape(ids.name(texts.name_number, ""), number, None, text_body([number_paragraph(lang)]));
    slide_root(tree.child(number))
}

fn body_shape(page: &Page, lang: Lang, relations: &BodyRelations, ids: &mut Ids) -> El {
    let texts = slides(lang);
    let frame = page.frames.body;
    let lines = |lines: &[String], unmarked: bool, ids: &mut Ids| {
        let style = TextStyle { unmarked, ..points_style(lines) };
        let paragraphs = lines.iter().map(|line| paragraph(line, lang, style));
        text_shape(ids.name(texts.name_body, ""), place(None, Some(1)), Some(frame), text_body(paragraphs))
    };
    match &page.body {
        PageBody::Chart(chart) => {
            let reference = el("c:chart")
                .attr("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
                .attr("r:id", relations.chart.as_deref().unwrap_or_default());
            let data = el("a:graphicData")
                .attr("uri", "http://schemas.openxmlformats.org/drawingml/2006/chart")
                .child(reference);
            graphic_frame(ids.name(texts.name_chart, &chart.alt), frame, data)
        }
        PageBody::Picture { picture: of, size, .. } => {
            let alt = if of.alt.trim().is_empty() { page.headline.as_str() } else { of.alt.as_str() };
            let png = relations.png.as_deref().unwrap_or_default();
            let frame = frame.contain(size.0, size.1);
            picture(ids.name(texts.name_picture, alt), frame, png, relations.svg.as_deref())
        }
        PageBody::Table(table) => {
            let alt = if table.alt.trim().is_empty() { page.headline.as_str() } else { table.alt.as_str() };
            graphic_frame(ids.name(texts.name_table, alt), table.frame(frame), table.graphic_data(lang))
        }
        PageBody::Text(points) => lines(points, false, ids),
        PageBody::Sentence(sentence) => lines(&[(*sentence).to_string()], true, ids),
    }
}

/// Points shrink when there are many of them.
fn points_style(points: &[String]) -> TextStyle {
    let lines: usize = points.iter().map(|point| super::fit::line_count(point, 34.0)).sum();
    let size = match lines {
        0..=5 => Some(28.0),
        6..=9 => None,
        10..=12 => Some(20.0),
        _ => Some(18.0),
    };
    TextStyle { size, ..TextStyle::default() }
}

fn slide_root(tree: El) -> El {
    presentation_root("p:sld")
        .child(el("p:cSld").child(tree))
        .child(el("p:clrMapOvr").child(el("a:masterClrMapping")))
}

/// The notes of a slide, a paragraph each.
pub(super) fn notes_slide(notes: &[String], lang: Lang) -> El {
    let mut ids = Ids::new();
    let image = slide_image(&mut ids, lang, None);
    let paragraphs = notes.iter().map(|note| paragraph(note, lang, TextStyle::default()));
    let name = ids.name(slides(lang).name_notes, "");
    let text = text_shape(name, place(Some("body"), Some(1)), None, text_body(paragraphs));
    presentation_root("p:notes")
        .child(el("p:cSld").child(el("p:spTree").children(tree_head()).child(image).child(text)))
        .child(el("p:clrMapOvr").child(el("a:masterClrMapping")))
}
