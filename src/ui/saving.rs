//! A chart as a picture in a file: always whole and on white, of one width, whatever the window and the theme.

use super::context::Ctx;
use crate::{
    app::{Action, Notice},
    browser::{
        canvas,
        download::{self, DownloadError},
    },
    chart::{
        Chart, Size, Style,
        paint::{Medium, paint},
    },
    export,
    i18n::texts::{charts, notice},
};

/// The width of a saved picture in CSS pixels: half a slide's at 1920, which a PNG at 2 fills.
const WIDTH: f64 = 960.0;

/// So many pixels of a PNG make a CSS pixel.
const PNG_RATIO: f64 = 2.0;

fn picture(ctx: &Ctx, chart: &Chart) -> (Size, Style) {
    let style = Style { lang: ctx.lang, ..Style::default() };
    (Size { width: WIDTH, height: chart.height(WIDTH, style) }, style)
}

fn name(ctx: &Ctx, chart: &Chart, extension: &str) -> String {
    let title = chart.heading(ctx.lang).title;
    export::file_name::file_name(&[charts::charts(ctx.lang).app, &title], extension)
}

/// Saves a chart as SVG.
pub fn save_svg(ctx: &Ctx, chart: &crate::app::Shared<Chart>) {
    let (size, style) = picture(ctx, chart);
    let saved = export::svg::svg(chart, size, style)
        .map_err(|_| DownloadError)
        .and_then(|svg| download::save(&name(ctx, chart, "svg"), "image/svg+xml", svg.as_bytes()));
    report(ctx, saved);
}

/// Saves a chart as PNG.
pub fn save_png(ctx: &Ctx, chart: &crate::app::Shared<Chart>) {
    let (size, style) = picture(ctx, chart);
    let drawn = canvas::detached().and_then(|element| {
        let sheet = canvas::sheet(&element, size.width, size.height, PNG_RATIO)?;
        paint(&chart.scene(size, style), &sheet, Medium::canvas(PNG_RATIO)).ok().map(|()| element)
    });
    let Some(element) = drawn else { return report(ctx, Err(DownloadError)) };
    let (ctx, name) = (ctx.clone(), name(ctx, chart, "png"));
    canvas::png(&element, move |blob| {
        let saved = blob.ok_or(DownloadError).and_then(|blob| download::save_blob(&name, &blob));
        report(&ctx, saved);
    });
}

/// Tells the user where something could not be saved.
pub fn report(ctx: &Ctx, saved: Result<(), DownloadError>) {
    if saved.is_err() {
        ctx.dispatch.emit(Action::Notify(Notice::problem(notice::not_saved())));
    }
}
