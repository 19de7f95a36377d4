//! What stands around a plot: the title that states the finding, what is measured, and the sources; and how a plot is
//! framed by them.

use super::{
    scene::{Align, Area, Label, Scene},
    style::{Parts, Style},
    text,
};

/// The words around a plot, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The finding, computed from the data.
    pub title: String,
    /// What is measured, of whom, when, and how signs are to be read.
    pub subtitle: String,
    /// Where the figures come from and how they were checked, a line each.
    pub foot: Vec<String>,
}

/// The lines of a heading as wrapped for a width.
struct Wrapped {
    title: Vec<String>,
    subtitle: Vec<String>,
    foot: Vec<String>,
}

fn wrapped(heading: &Heading, width: f64, style: Style) -> Wrapped {
    let sizes = style.sizes();
    Wrapped {
        title: text::wrap(&heading.title, sizes.title, true, width, 3),
        subtitle: text::wrap(&heading.subtitle, sizes.subtitle, false, width, 3),
        foot: heading.foot.iter().flat_map(|line| text::wrap(line, sizes.foot, false, width, 2)).collect(),
    }
}

fn margin(style: Style) -> f64 {
    match style.parts {
        Parts::Whole => style.times(20.0),
        Parts::Plot => 0.0,
    }
}

/// How much higher a picture is than its plot.
pub fn height_around(heading: &Heading, width: f64, style: Style) -> f64 {
    if style.parts == Parts::Plot {
        return 0.0;
    }
    let sizes = style.sizes();
    let margin = margin(style);
    let lines = wrapped(heading, width - 2.0 * margin, style);
    2.0 * margin
        + lines.title.len() as f64 * style.line_height(sizes.title)
        + lines.subtitle.len() as f64 * style.line_height(sizes.subtitle)
        + lines.foot.len() as f64 * style.line_height(sizes.foot)
        + style.times(28.0)
}

/// Draws ground and heading; returns the room that is left for the plot.
pub fn frame(scene: &mut Scene, heading: &Heading, whole: Area, style: Style) -> Area {
    let palette = style.palette();
    scene.rect(whole, palette.ground);
    if style.parts == Parts::Plot {
        return whole;
    }
    let sizes = style.sizes();
    let margin = margin(style);
    let room = whole.without(margin, margin, margin, margin);
    let lines = wrapped(heading, room.width, style);
    let mut y = room.y;
    let below = |scene: &mut Scene, lines: &[String], size: f64, colour, bold: bool, y: f64| {
        let line = style.line_height(size);
        let label = Label {
            at: (room.x, y + line / 2.0),
            text: String::new(),
            size,
            colour,
            bold,
            align: Align::Start,
        };
        scene.lines(lines, &label, line) - line / 2.0
    };
    y = below(scene, &lines.title, sizes.title, palette.ink, true, y);
    y += style.times(4.0);
    y = below(scene, &lines.subtitle, sizes.subtitle, palette.muted, false, y);
    let foot_height = lines.foot.len() as f64 * style.line_height(sizes.foot);
    below(scene, &lines.foot, sizes.foot, palette.muted, false, room.bottom() - foot_height);
    let gap = style.times(12.0);
    room.without(0.0, y - room.y + gap, 0.0, foot_height + gap)
}
