//! A chart as a file or on the clipboard: always whole and on white, of one width, whatever the window and the theme.

use super::context::Ctx;
use crate::{
    app::{Action, Notice, Shared},
    browser::{
        canvas::{self, HtmlCanvasElement},
        copy,
        download::{self, DownloadError},
    },
    chart::{
        Chart, Size, Style,
        paint::{Medium, paint},
        palette::SLIDE,
    },
    export::{
        self,
        pptx::{self, Deck, SlideSize},
    },
    i18n::texts::{charts, deck, notice},
};

/// The width of a saved picture in CSS pixels: half a slide's at 1920, which a PNG at 2 fills.
pub const WIDTH: f64 = 960.0;

/// So many pixels of a PNG on the clipboard make a CSS pixel.
const COPIED_RATIO: u32 = 2;

fn picture(ctx: &Ctx, chart: &Chart) -> (Size, Style) {
    let style = Style { lang: ctx.lang, ..Style::default() };
    (Size { width: WIDTH, height: chart.height(WIDTH, style) }, style)
}

fn name(ctx: &Ctx, chart: &Chart, extension: &str) -> String {
    let title = chart.heading(ctx.lang).title;
    export::file_name::file_name(&[charts::charts(ctx.lang).app, &title], extension)
}

/// Saves a chart as SVG.
pub fn save_svg(ctx: &Ctx, chart: &Chart) {
    let (size, style) = picture(ctx, chart);
    let saved = export::svg::svg(chart, size, style)
        .map_err(|_| DownloadError)
        .and_then(|svg| download::save(&name(ctx, chart, "svg"), "image/svg+xml", svg.as_bytes()));
    report(ctx, saved);
}

/// A canvas with a chart on it, `ratio` pixels for a CSS pixel.
fn drawn(ctx: &Ctx, chart: &Chart, ratio: u32) -> Option<HtmlCanvasElement> {
    let (size, style) = picture(ctx, chart);
    let element = canvas::detached()?;
    let ratio = f64::from(ratio);
    let sheet = canvas::sheet(&element, size.width, size.height, ratio)?;
    paint(&chart.scene(size, style), &sheet, Medium::canvas(ratio)).ok().map(|()| element)
}

/// Saves a chart as PNG, `ratio` pixels for a CSS pixel.
pub fn save_png(ctx: &Ctx, chart: &Chart, ratio: u32) {
    let Some(element) = drawn(ctx, chart, ratio) else { return report(ctx, Err(DownloadError)) };
    let (ctx, name) = (ctx.clone(), name(ctx, chart, "png"));
    canvas::png(&element, move |blob| {
        let saved = blob.ok_or(DownloadError).and_then(|blob| download::save_blob(&name, &blob));
        report(&ctx, saved);
    });
}

/// Puts a chart on the clipboard as a picture, and says whether it is there.
pub fn copy_picture(ctx: &Ctx, chart: &Chart) {
    let told = {
        let dispatch = ctx.dispatch.clone();
        move |copied: bool| {
            dispatch.emit(Action::Notify(if copied {
                Notice::done(deck::copied())
            } else {
                Notice::problem(deck::not_copied())
            }));
        }
    };
    let Some(element) = drawn(ctx, chart, COPIED_RATIO) else { return told(false) };
    canvas::png(&element, move |blob| match blob {
        Some(blob) => copy::copy_png(&blob, move |copied| told(copied.is_ok())),
        None => told(false),
    });
}

/// So many pixels of a PNG on a slide make a CSS pixel.
const SLIDE_RATIO: f64 = 1.5;

/// A chart as a PNG for programs that do not show the SVG beside it on a slide.
pub fn slide_png(chart: &Chart, size: Size, style: Style) -> Option<Vec<u8>> {
    let element = canvas::detached()?;
    let sheet = canvas::sheet(&element, size.width, size.height, SLIDE_RATIO)?;
    paint(&chart.scene(size, style), &sheet, Medium::canvas(SLIDE_RATIO)).ok()?;
    canvas::png_now(&element)
}

/// Saves a chart as a presentation of one finding.
pub fn save_pptx(ctx: &Ctx, chart: &Shared<Chart>) {
    let deck = Deck {
        size: SlideSize::Wide,
        lang: ctx.lang,
        palette: SLIDE,
        cover: None,
        slides: pptx::slides_of(chart, ctx.lang, SlideSize::Wide, &slide_png),
    };
    save_deck(ctx, &deck, &name(ctx, chart, "pptx"));
}

/// Saves a presentation.
pub fn save_deck(ctx: &Ctx, deck: &Deck, name: &str) {
    let written = pptx::write(deck).map_err(|_| DownloadError);
    report(ctx, written.and_then(|bytes| download::save(name, pptx::MEDIA_TYPE, &bytes)));
}

/// Tells the user where something could not be saved.
pub fn report(ctx: &Ctx, saved: Result<(), DownloadError>) {
    if saved.is_err() {
        ctx.dispatch.emit(Action::Notify(Notice::problem(notice::not_saved())));
    }
}
