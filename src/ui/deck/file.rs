//! The slides as a presentation: charts that PowerPoint has stay charts there.

use crate::{
    app::{ChartSlide, Shared, SlideDeck},
    chart::{Chart, palette::SLIDE},
    export::{
        file_name::file_name,
        pptx::{self, Cover, Deck, Slide, SlideSize},
    },
    i18n::{Lang, texts::charts},
    ui::{context::Ctx, saving},
};

/// Saves the slides; `charts` are those of the slides, in order.
pub fn save(ctx: &Ctx, deck: &SlideDeck, charts: &[Shared<Chart>]) {
    let written = presentation(deck, charts, ctx.lang);
    let first = written.slides.first().map(|slide| slide.headline.as_str());
    let title = deck.cover.as_ref().map(|cover| cover.title.as_str()).filter(|title| !title.is_empty());
    let words = [charts::charts(ctx.lang).app, title.or(first).unwrap_or_default()];
    saving::save_deck(ctx, &written, &file_name(&words, "pptx"));
}

fn presentation(deck: &SlideDeck, charts: &[Shared<Chart>], lang: Lang) -> Deck {
    let cover = deck.cover.as_ref().map(|cover| Cover {
        title: cover.title.clone(),
        byline: cover.byline.clone(),
        ..Cover::default()
    });
    let size = if deck.standard { SlideSize::Standard } else { SlideSize::Wide };
    let slides = deck.slides.iter().zip(charts).flat_map(|(slide, chart)| slides(slide, chart, lang, size));
    Deck { size, lang, palette: SLIDE, cover, slides: slides.collect() }
}

/// The slides of a chart: the first one carries the user's words.
fn slides(of: &ChartSlide, chart: &Chart, lang: Lang, size: SlideSize) -> Vec<Slide> {
    let mut slides = pptx::slides_of(chart, lang, size, &saving::slide_png);
    if let Some(first) = slides.first_mut() {
        if !of.headline.is_empty() {
            first.headline = of.headline.clone();
        }
        if !of.note.is_empty() {
            first.note = format!("{}\n{}", of.note, first.note);
        }
    }
    slides
}
