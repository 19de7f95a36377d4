//! From a scene to a plotters backend: the same for a canvas and for SVG.
//!
//! Plotters draws in whole pixels, so a scene is multiplied by a scale first: the device's pixel ratio on a canvas, a
//! fixed fineness in SVG. Dashes are cut here, because backends have none.

use plotters::{
    coord::Shift,
    element::{Circle, PathElement, Polygon, Rectangle, Text},
    prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend, RGBColor, ShapeStyle},
    style::{
        FontStyle, FontTransform, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    palette::Colour,
    scene::{Align, Label, Place, Scene, Shape, Stroke},
    style::FONTS,
};

/// What sets one backend apart from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Medium {
    /// How many of the backend's pixels a CSS pixel has, above 0.
    pub scale: f64,
    /// By what the backend divides font sizes.
    pub font_divisor: f64,
    /// How far the middle of a text stands above its place, in ems.
    pub text_rise: f64,
}

impl Medium {
    /// A canvas whose pixels are the device's.
    pub fn canvas(pixel_ratio: f64) -> Self {
        Self { scale: pixel_ratio, font_divisor: 1.0, text_rise: 0.0 }
    }

    /// Plotters' SVG: it divides font sizes by 1.24, and sets a text's baseline half an ex below its place where a
    /// canvas sets it 0.38 em below.
    pub fn svg(fineness: f64) -> Self {
        Self { scale: fineness, font_divisor: 1.24, text_rise: 0.11 }
    }

    fn point(&self, (x, y): Place) -> (i32, i32) {
        (self.whole(x), self.whole(y))
    }

    fn whole(&self, length: f64) -> i32 {
        // Far outside any picture, and far from where sums of such numbers overflow.
        (length * self.scale).round().clamp(-1e6, 1e6) as i32
    }

    fn stroke(&self, width: f64) -> u32 {
        (width * self.scale).round().clamp(1.0, 1e4) as u32
    }
}

/// Draws a scene.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    on: &DrawingArea<B, Shift>,
    medium: Medium,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    for shape in &scene.shapes {
        match shape {
            Shape::Rect { area, fill } => {
                let corners = [medium.point((area.x, area.y)), medium.point((area.right(), area.bottom()))];
                on.draw(&Rectangle::new(corners, filled(*fill)))?;
            }
            Shape::Line { points, stroke } => draw_line(points, stroke, on, medium)?,
            Shape::Polygon { points, fill } => {
                let points: Vec<_> = points.iter().map(|place| medium.point(*place)).collect();
                on.draw(&Polygon::new(points, filled(*fill)))?;
            }
            Shape::Disc { middle, radius, fill, edge } => {
                let (at, radius) = (medium.point(*middle), medium.whole(*radius));
                let outside = edge.map_or(*fill, |(_, colour)| colour);
                on.draw(&Circle::new(at, radius, filled(outside)))?;
                if let Some((width, _)) = edge {
                    let inner = radius - medium.stroke(*width) as i32;
                    on.draw(&Circle::new(at, inner.max(0), filled(*fill)))?;
                }
            }
            Shape::Text(label) => draw_text(label, on, medium)?,
        }
    }
    Ok(())
}

fn draw_line<B: DrawingBackend>(
    points: &[Place],
    stroke: &Stroke,
    on: &DrawingArea<B, Shift>,
    medium: Medium,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    if let (None, [from, to]) = (stroke.dash, points)
        && (from.0 == to.0 || from.1 == to.1)
    {
        // A filled rectangle covers whole pixels, where a stroke would blur over two.
        let (from, to) = (medium.point(*from), medium.point(*to));
        let width = medium.stroke(stroke.width) as i32;
        let least = (
            from.0.min(to.0) - if from.0 == to.0 { width / 2 } else { 0 },
            from.1.min(to.1) - if from.1 == to.1 { width / 2 } else { 0 },
        );
        let most = (
            if from.0 == to.0 { least.0 + width } else { from.0.max(to.0) },
            if from.1 == to.1 { least.1 + width } else { from.1.max(to.1) },
        );
        return on.draw(&Rectangle::new([least, most], filled(stroke.colour)));
    }
    let style = ShapeStyle {
        color: rgb(stroke.colour).into(),
        filled: false,
        stroke_width: medium.stroke(stroke.width),
    };
    let pieces = match stroke.dash {
        None => vec![points.to_vec()],
        Some(lengths) => dashes(points, lengths),
    };
    for piece in pieces {
        let piece: Vec<_> = piece.iter().map(|place| medium.point(*place)).collect();
        on.draw(&PathElement::new(piece, style))?;
    }
    Ok(())
}

/// The parts of a line that are drawn, given the lengths of dash and gap. At most ten thousand.
fn dashes(points: &[Place], (dash, gap): (f64, f64)) -> Vec<Vec<Place>> {
    let mut pieces: Vec<Vec<Place>> = Vec::new();
    let (mut drawn, mut left) = (true, dash.max(0.5));
    let mut piece: Vec<Place> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut rest = libm::hypot(to.0 - from.0, to.1 - from.1);
        while rest > left && pieces.len() < 10_000 {
            let share = left / rest;
            from = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            rest -= left;
            piece.push(from);
            if drawn {
                pieces.push(std::mem::take(&mut piece));
            }
            piece = vec![from];
            drawn = !drawn;
            left = if drawn { dash.max(0.5) } else { gap.max(0.5) };
        }
        left -= rest;
        piece.push(to);
    }
    if drawn && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

fn draw_text<B: DrawingBackend>(
    label: &Label,
    on: &DrawingArea<B, Shift>,
    medium: Medium,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let h_pos = match label.align {
        Align::Start => HPos::Left,
        Align::Middle => HPos::Center,
        Align::End => HPos::Right,
    };
    let weight = if label.bold { FontStyle::Bold } else { FontStyle::Normal };
    let size = label.size * medium.scale * medium.font_divisor;
    let font = plotters::style::FontDesc::new(FONTS.into(), size, weight).transform(FontTransform::None);
    let colour = rgb(label.colour);
    let style = TextStyle::from(font).color(&colour).pos(Pos::new(h_pos, VPos::Center));
    let at = (label.at.0, label.at.1 + medium.text_rise * label.size);
    on.draw(&Text::new(label.text.as_str(), medium.point(at), style))
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn filled(colour: Colour) -> ShapeStyle {
    ShapeStyle { color: rgb(colour).into(), filled: true, stroke_width: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 10 long, dash 3 and gap 2: 0–3, 5–8.
    #[test]
    fn dashes_are_cut_along_the_line() {
        let pieces = dashes(&[(0.0, 0.0), (10.0, 0.0)], (3.0, 2.0));
        assert_eq!(pieces, [vec![(0.0, 0.0), (3.0, 0.0)], vec![(5.0, 0.0), (8.0, 0.0)]]);
    }

    #[test]
    fn a_dash_goes_round_a_corner() {
        let pieces = dashes(&[(0.0, 0.0), (2.0, 0.0), (2.0, 8.0)], (3.0, 2.0));
        assert_eq!(pieces[0], [(0.0, 0.0), (2.0, 0.0), (2.0, 1.0)]);
        assert_eq!(pieces[1], [(2.0, 3.0), (2.0, 6.0)]);
    }

    #[test]
    fn a_line_of_no_length_has_an_end() {
        assert!(dashes(&[(1.0, 1.0), (1.0, 1.0)], (0.0, 0.0)).len() <= 1);
        assert!(dashes(&[(0.0, 0.0), (1e9, 0.0)], (1.0, 1.0)).len() <= 10_001);
    }
}
