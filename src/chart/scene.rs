//! A drawing as plain data: shapes in CSS pixels, and the marks that answer to mouse and keys. Made by the layout of
//! a chart, drawn by [`super::paint`]. It knows no backend.

use super::{hit::Mark, palette::Colour};

/// A place in CSS pixels, from the upper left corner.
pub type Place = (f64, f64);

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The shapes, the first at the back.
    pub shapes: Vec<Shape>,
    /// What answers to mouse and keys.
    pub marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Its place and size.
        area: Area,
        /// Its colour.
        fill: Colour,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<Place>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        points: Vec<Place>,
        /// Its colour.
        fill: Colour,
    },
    /// A disc with an edge inside it.
    Disc {
        /// Its middle.
        middle: Place,
        /// Its radius, edge included.
        radius: f64,
        /// Its inside.
        fill: Colour,
        /// Its edge: width and colour.
        edge: Option<(f64, Colour)>,
    },
    /// A line of text.
    Text(Label),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f64,
    /// Lengths of dash and gap; solid where `None`.
    pub dash: Option<(f64, f64)>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where: across as `align` says, down the middle of the line.
    pub at: Place,
    /// What it says; cleaned by [`Scene::text`].
    pub text: String,
    /// The size of the font.
    pub size: f64,
    /// Its colour.
    pub colour: Colour,
    /// Heavy.
    pub bold: bool,
    /// Which part of it stands at its place.
    pub align: Align,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Its beginning.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Area {
    /// Its right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its lower side.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Where it is when everything is so many times as large.
    pub fn scaled(&self, by: f64) -> Self {
        Self { x: self.x * by, y: self.y * by, width: self.width * by, height: self.height * by }
    }

    /// Without so much on each side: left, top, right, bottom. Not below nothing.
    pub fn without(&self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            x: self.x + left,
            y: self.y + top,
            width: (self.width - left - right).max(0.0),
            height: (self.height - top - bottom).max(0.0),
        }
    }

    /// With so much more on each side.
    pub fn grown(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// A place is in it.
    pub fn holds(&self, (x, y): Place) -> bool {
        x >= self.x && x <= self.right() && y >= self.y && y <= self.bottom()
    }

    /// The two share more than an edge.
    pub fn meets(&self, other: &Area) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

impl Stroke {
    /// A solid line.
    pub fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: None }
    }

    /// A dashed line.
    pub fn dashed(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Some((3.0 + width, 2.0 + width)) }
    }

    /// A dotted line.
    pub fn dotted(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Some((width.max(1.0), 2.0 * width.max(1.0))) }
    }
}

impl Label {
    /// A text of regular weight that begins at a place.
    pub fn new(text: impl Into<String>, at: Place, size: f64, colour: Colour) -> Self {
        Self { at, text: text.into(), size, colour, bold: false, align: Align::Start }
    }

    /// Heavy.
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// With its middle at its place.
    pub fn middle(self) -> Self {
        Self { align: Align::Middle, ..self }
    }

    /// With its end at its place.
    pub fn end(self) -> Self {
        Self { align: Align::End, ..self }
    }

    /// About what it covers.
    pub fn area(&self) -> Area {
        let width = super::text::width(&self.text, self.size, self.bold);
        let x = match self.align {
            Align::Start => self.at.0,
            Align::Middle => self.at.0 - width / 2.0,
            Align::End => self.at.0 - width,
        };
        Area { x, y: self.at.1 - 0.6 * self.size, width, height: 1.2 * self.size }
    }
}

impl Scene {
    /// Adds a filled rectangle, if there is anything of it.
    pub fn rect(&mut self, area: Area, fill: Colour) {
        if area.width > 0.0 && area.height > 0.0 {
            self.shapes.push(Shape::Rect { area, fill });
        }
    }

    /// Adds a straight line.
    pub fn line(&mut self, from: Place, to: Place, stroke: Stroke) {
        self.shapes.push(Shape::Line { points: vec![from, to], stroke });
    }

    /// Adds a line through points, if there are two.
    pub fn path(&mut self, points: Vec<Place>, stroke: Stroke) {
        if points.len() > 1 {
            self.shapes.push(Shape::Line { points, stroke });
        }
    }

    /// Adds a filled polygon, if it has an inside.
    pub fn polygon(&mut self, points: Vec<Place>, fill: Colour) {
        if points.len() > 2 {
            self.shapes.push(Shape::Polygon { points, fill });
        }
    }

    /// Adds a disc.
    pub fn disc(&mut self, middle: Place, radius: f64, fill: Colour, edge: Option<(f64, Colour)>) {
        self.shapes.push(Shape::Disc { middle, radius, fill, edge });
    }

    /// Adds a text, without what breaks a picture; nothing where it is empty.
    pub fn text(&mut self, mut label: Label) {
        label.text = super::text::clean(&label.text);
        if !label.text.trim().is_empty() {
            self.shapes.push(Shape::Text(label));
        }
    }

    /// Adds lines of text below each other, the first in the middle of its line at `label.at`; returns where the next
    /// line would stand.
    pub fn lines(&mut self, lines: &[String], label: &Label, line_height: f64) -> f64 {
        let (x, mut y) = label.at;
        for line in lines {
            self.text(Label { text: line.clone(), at: (x, y), ..label.clone() });
            y += line_height;
        }
        y
    }
}
