//! What stands on a slide: text shapes, pictures, graphic frames; and the text in them.

use super::geometry::Frame;
use super::xml::{El, el, val};
use crate::i18n::Lang;

/// The namespaces that every part of a presentation names.
pub(super) fn presentation_root(name: &'static str) -> El {
    el(name)
        .attr("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .attr("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        .attr("xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main")
}

/// How a text looks where it differs from what its place gives it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TextStyle {
    /// Points.
    pub(super) size: Option<f64>,
    pub(super) bold: bool,
    /// A colour of the theme.
    pub(super) colour: Option<&'static str>,
    /// At the right.
    pub(super) end: bool,
    /// Without the mark and the indent that its place gives to points.
    pub(super) unmarked: bool,
}

/// A fill with a colour of the theme.
pub(super) fn theme_fill(colour: &'static str) -> El {
    el("a:solidFill").child(val("a:schemeClr", colour))
}

/// The properties of a run of text: `a:rPr`, `a:defRPr` or `a:endParaRPr`.
pub(super) fn run_properties(name: &'static str, lang: Lang, style: TextStyle) -> El {
    let (first, second) = match lang {
        Lang::Zh => ("zh-CN", "en-US"),
        Lang::En => ("en-US", "zh-CN"),
    };
    let mut properties = el(name).attr("lang", first).attr("altLang", second);
    if let Some(size) = style.size {
        properties = properties.attr("sz", size_hundredths(size));
    }
    if style.bold {
        properties = properties.attr("b", 1);
    }
    properties.children(style.colour.map(theme_fill))
}

/// Points as hundredths of a point.
pub(super) fn size_hundredths(points: f64) -> i64 {
    libm::round(points * 100.0) as i64
}

/// A paragraph of one run.
pub(super) fn paragraph(text: &str, lang: Lang, style: TextStyle) -> El {
    let properties = match (style.end, style.unmarked) {
        (true, _) => Some(el("a:pPr").attr("algn", "r")),
        (false, true) => Some(el("a:pPr").attr("marL", 0).attr("indent", 0).child(el("a:buNone"))),
        (false, false) => None,
    };
    let run = el("a:r").child(run_properties("a:rPr", lang, style)).child(el("a:t").text(text));
    el("a:p").children(properties).child(run)
}

/// The paragraph that holds the slide's number.
pub(super) fn number_paragraph(lang: Lang) -> El {
    let field = el("a:fld")
        .attr("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
        .attr("type", "slidenum")
        .child(run_properties("a:rPr", lang, TextStyle::default()))
        .child(el("a:t").text("‹#›"));
    el("a:p").child(field)
}

/// A place that a layout offers: `p:ph`.
pub(super) fn place(kind: Option<&'static str>, index: Option<u32>) -> El {
    let mut element = el("p:ph");
    if let Some(kind) = kind {
        element = element.attr("type", kind);
    }
    if let Some(index) = index {
        element = element.attr("idx", index);
    }
    element
}

/// Counts the shapes of one slide: every shape has its own id, 1 being the slide's tree.
#[derive(Debug)]
pub(super) struct Ids(u32);

impl Ids {
    pub(super) fn new() -> Self {
        Self(1)
    }

    fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }

    /// The element that names a shape.
    pub(super) fn name(&mut self, name: &str, alt: &str) -> El {
        let id = self.next();
        let element = el("p:cNvPr").attr("id", id).attr("name", format!("{name} {id}"));
        if alt.is_empty() { element } else { element.attr("descr", alt) }
    }
}

/// The head of a shape tree.
pub(super) fn tree_head() -> [El; 2] {
    let names = el("p:nvGrpSpPr")
        .child(el("p:cNvPr").attr("id", 1).attr("name", ""))
        .child(el("p:cNvGrpSpPr"))
        .child(el("p:nvPr"));
    let zero = |name| el(name).attr("x", 0).attr("y", 0);
    let none = |name| el(name).attr("cx", 0).attr("cy", 0);
    let transform =
        el("a:xfrm").child(zero("a:off")).child(none("a:ext")).child(zero("a:chOff")).child(none("a:chExt"));
    [names, el("p:grpSpPr").child(transform)]
}

/// A text shape in a place. Without a frame it stands where the layout has the place.
pub(super) fn text_shape(name: El, place: El, frame: Option<Frame>, body: El) -> El {
    let names = el("p:nvSpPr")
        .child(name)
        .child(el("p:cNvSpPr").child(el("a:spLocks").attr("noGrp", 1)))
        .child(el("p:nvPr").child(place));
    let properties = el("p:spPr").children(frame.map(|frame| frame.transform("a:xfrm")));
    el("p:sp").child(names).child(properties).child(body)
}

/// A text body with the properties that the place gives.
pub(super) fn text_body(paragraphs: impl IntoIterator<Item = El>) -> El {
    el("p:txBody").child(el("a:bodyPr")).child(el("a:lstStyle")).children(paragraphs)
}

/// A plain rectangle of one colour of the theme, with no text.
pub(super) fn band(name: El, frame: Frame, colour: &'static str) -> El {
    let names = el("p:nvSpPr").child(name).child(el("p:cNvSpPr")).child(el("p:nvPr"));
    let properties = el("p:spPr")
        .child(frame.transform("a:xfrm"))
        .child(el("a:prstGeom").attr("prst", "rect").child(el("a:avLst")))
        .child(theme_fill(colour))
        .child(el("a:ln").child(el("a:noFill")));
    el("p:sp").child(names).child(properties).child(text_body([el("a:p")]))
}

/// A frame around a chart or a table, in the layout's place for a body.
pub(super) fn graphic_frame(name: El, frame: Frame, graphic_data: El) -> El {
    let names = el("p:nvGraphicFramePr")
        .child(name)
        .child(el("p:cNvGraphicFramePr").child(el("a:graphicFrameLocks").attr("noGrp", 1)))
        .child(el("p:nvPr").child(place(None, Some(1))));
    el("p:graphicFrame")
        .child(names)
        .child(frame.transform("p:xfrm"))
        .child(el("a:graphic").child(graphic_data))
}

/// A picture in the layout's place for a body: PNG, and SVG for programs that know it.
pub(super) fn picture(name: El, frame: Frame, png_id: &str, svg_id: Option<&str>) -> El {
    let names = el("p:nvPicPr")
        .child(name)
        .child(el("p:cNvPicPr").child(el("a:picLocks").attr("noGrp", 1).attr("noChangeAspect", 1)))
        .child(el("p:nvPr").child(place(None, Some(1))));
    let svg = svg_id.map(|id| {
        let blip = el("asvg:svgBlip")
            .attr("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main")
            .attr("r:embed", id);
        el("a:extLst").child(el("a:ext").attr("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}").child(blip))
    });
    let fill = el("p:blipFill")
        .child(el("a:blip").attr("r:embed", png_id).children(svg))
        .child(el("a:stretch").child(el("a:fillRect")));
    let properties = el("p:spPr")
        .child(frame.transform("a:xfrm"))
        .child(el("a:prstGeom").attr("prst", "rect").child(el("a:avLst")));
    el("p:pic").child(names).child(fill).child(properties)
}
