//! A chart as SVG: text stays text, it scales, and it says what it shows to those who do not see it.

use plotters::prelude::{IntoDrawingArea, SVGBackend};

use crate::chart::{
    Chart, Size, Style,
    paint::{Medium, paint},
};

/// A picture that could not be drawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the picture could not be drawn: {0}")]
pub struct SvgError(String);

/// Plotters places everything on whole units: so many of them make a CSS pixel.
const FINENESS: f64 = 8.0;

/// A chart as an SVG document in UTF-8.
pub fn svg(chart: &Chart, size: Size, style: Style) -> Result<String, SvgError> {
    let scene = chart.scene(size, style);
    let fine = |length: f64| (length * FINENESS).round().clamp(1.0, 1e6) as u32;
    let units = (fine(size.width), fine(size.height));
    let mut drawn = String::new();
    {
        let area = SVGBackend::with_string(&mut drawn, units).into_drawing_area();
        let medium = Medium::svg(FINENESS);
        paint(&scene, &area, medium).map_err(|error| SvgError(error.to_string()))?;
        area.present().map_err(|error| SvgError(error.to_string()))?;
    }
    let body = drawn.split_once('>').map_or("", |(_, body)| body);
    let heading = chart.heading(style.lang);
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" \
         xml:lang=\"{}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>{body}",
        size.width.round(),
        size.height.round(),
        units.0,
        units.1,
        style.lang.tag(),
        escaped(&heading.title),
        escaped(&chart.alt(style.lang)),
    ))
}

/// A text as XML holds it.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::chart::clean(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}
