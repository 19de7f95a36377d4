//! Where things stand on a slide, in points (1/72 inch); OOXML wants EMU, 12,700 to the point.

use super::SlideSize;
use super::xml::{El, el};

/// A rectangle in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Points as whole EMU.
pub(super) fn emu(points: f64) -> i64 {
    libm::round(points * 12_700.0) as i64
}

impl Frame {
    /// The element that places a shape: `a:xfrm`, or `p:xfrm` in a graphic frame.
    pub(super) fn transform(&self, name: &'static str) -> El {
        el(name)
            .child(el("a:off").attr("x", emu(self.x)).attr("y", emu(self.y)))
            .child(el("a:ext").attr("cx", emu(self.width)).attr("cy", emu(self.height)))
    }

    /// The largest frame of these proportions within this one, in its middle.
    pub(super) fn contain(&self, width: f64, height: f64) -> Self {
        let scale = (self.width / width).min(self.height / height);
        let (width, height) = (width * scale, height * scale);
        Self {
            x: self.x + (self.width - width) / 2.0,
            y: self.y + (self.height - height) / 2.0,
            width,
            height,
        }
    }
}

/// The frames of a slide that shows a finding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FindingFrames {
    pub(super) title: Frame,
    pub(super) subtitle: Frame,
    pub(super) body: Frame,
    pub(super) source: Frame,
    pub(super) number: Frame,
}

/// Left and right margin.
const MARGIN: f64 = 44.0;
/// Where the title starts.
const TITLE_TOP: f64 = 28.0;
/// Where the body ends.
const BODY_END: f64 = 490.0;

impl SlideSize {
    /// Width in points; the height is 540.
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Wide => 960.0,
            Self::Standard => 720.0,
        }
    }

    /// The width between the margins.
    pub(super) fn inner_width(self) -> f64 {
        self.width() - 2.0 * MARGIN
    }

    /// The frames of a finding whose title takes so much height, with or without a subtitle.
    pub(super) fn finding(self, title_height: f64, subtitle: bool) -> FindingFrames {
        let width = self.inner_width();
        let row = |y: f64, height: f64| Frame { x: MARGIN, y, width, height };
        let below_title = TITLE_TOP + title_height + 4.0;
        let body_top = if subtitle { below_title + 30.0 + 8.0 } else { below_title + 8.0 };
        FindingFrames {
            title: row(TITLE_TOP, title_height),
            subtitle: row(below_title, 30.0),
            body: row(body_top, BODY_END - body_top),
            source: Frame { width: width - 70.0, ..row(498.0, 26.0) },
            number: Frame { x: MARGIN + width - 60.0, y: 498.0, width: 60.0, height: 26.0 },
        }
    }

    /// The frames of a cover: title, subtitle, byline.
    pub(super) fn cover(self) -> [Frame; 3] {
        let row =
            |y: f64, height: f64| Frame { x: MARGIN + 24.0, y, width: self.inner_width() - 48.0, height };
        [row(120.0, 150.0), row(290.0, 80.0), row(440.0, 36.0)]
    }
}

/// The size in CSS pixels of a picture that fills the body of a finding: so large that its text is about as large as
/// that of a table beside it, and of the proportions that a title of one line and a subtitle leave.
pub(super) fn picture_size(size: SlideSize) -> (f64, f64) {
    const PIXELS_A_POINT: f64 = 1.25;
    let body = size.finding(44.0, true).body;
    (PIXELS_A_POINT * body.width, PIXELS_A_POINT * body.height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_proportions() {
        let frame = Frame { x: 10.0, y: 20.0, width: 400.0, height: 300.0 };
        let inside = frame.contain(800.0, 300.0);
        assert_eq!(inside, Frame { x: 10.0, y: 95.0, width: 400.0, height: 150.0 });
    }
}
