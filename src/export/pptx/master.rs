//! What all slides share: the theme, the slide master with its two layouts, and the master of the notes.

use super::SlideSize;
use super::colours::{hex, of_series};
use super::geometry::Frame;
use super::shape::{
    Ids, TextStyle, band, number_paragraph, paragraph, place, presentation_root, text_shape, theme_fill,
    tree_head,
};
use super::xml::{El, el, val};
use crate::chart::palette::Palette;
use crate::i18n::Lang;
use crate::i18n::texts::slides::slides;

/// The place of a subtitle or a byline in the layouts.
pub(super) const SUBTITLE: u32 = 13;
/// The place of a finding's source.
pub(super) const SOURCE: u32 = 14;
/// The place of a slide's number.
pub(super) const NUMBER: u32 = 12;

/// The sizes at which a headline is tried, in points, with the lines that it may take.
pub(super) const HEADLINE_SIZES: [(f64, usize); 3] = [(30.0, 2), (26.0, 2), (22.0, 3)];
/// The height of a line of text in times of its size: Chinese faces stand taller than Latin ones.
pub(super) const LINE_HEIGHT: f64 = 1.3;

/// The theme with a deck's colours.
pub(super) fn theme(palette: &Palette) -> Vec<u8> {
    let mut theme = include_str!("theme.xml").to_string();
    for (name, colour) in [
        ("{ink}", palette.ink),
        ("{muted}", palette.muted),
        ("{paper}", palette.ground),
        ("{ground}", palette.sunken),
    ] {
        theme = theme.replace(name, &hex(colour));
    }
    for place in 0..6 {
        theme = theme.replace(&format!("{{accent{}}}", place + 1), &hex(of_series(palette, place)));
    }
    theme.into_bytes()
}

/// The look of a place in a layout.
struct Look {
    size: f64,
    bold: bool,
    colour: &'static str,
    anchor: &'static str,
    end: bool,
}

impl Look {
    fn new(size: f64, colour: &'static str) -> Self {
        Self { size, bold: false, colour, anchor: "t", end: false }
    }

    fn body_properties(&self) -> El {
        el("a:bodyPr")
            .attr("vert", "horz")
            .attr("wrap", "square")
            .attr("lIns", 0)
            .attr("tIns", 0)
            .attr("rIns", 0)
            .attr("bIns", 0)
            .attr("rtlCol", 0)
            .attr("anchor", self.anchor)
            .child(el("a:noAutofit"))
    }

    fn level(&self, name: &'static str) -> El {
        let mut run = el("a:defRPr").attr("sz", super::shape::size_hundredths(self.size));
        if self.bold {
            run = run.attr("b", 1);
        }
        el(name)
            .attr("marL", 0)
            .attr("indent", 0)
            .attr("algn", if self.end { "r" } else { "l" })
            .child(el("a:buNone"))
            .child(with_faces(run.child(theme_fill(self.colour)), ["+mn-lt", "+mn-ea"]))
    }

    /// A shape that offers a place, with a prompt in it.
    fn offer(&self, name: El, place: El, frame: Frame, prompt: El) -> El {
        let body = el("p:txBody")
            .child(self.body_properties())
            .child(el("a:lstStyle").child(self.level("a:lvl1pPr")))
            .child(prompt);
        text_shape(name, place, Some(frame), body)
    }
}

/// The slide master.
pub(super) fn slide_master(size: SlideSize, lang: Lang, layout_ids: [&str; 2]) -> El {
    let texts = slides(lang);
    let frames = size.finding(78.0, false);
    let prompt = |text| paragraph(text, lang, TextStyle::default());
    let mut ids = Ids::new();
    let title = Look { bold: true, ..Look::new(30.0, "tx1") };
    let number = Look { end: true, ..Look::new(14.0, "tx2") };
    let body = el("p:txBody")
        .child(Look::new(24.0, "tx1").body_properties())
        .child(el("a:lstStyle"))
        .child(prompt(texts.prompt_body));
    let tree = el("p:spTree")
        .children(tree_head())
        .child(title.offer(
            ids.name(texts.name_title, ""),
            place(Some("title"), None),
            frames.title,
            prompt(texts.prompt_title),
        ))
        .child(text_shape(
            ids.name(texts.name_body, ""),
            place(Some("body"), Some(1)),
            Some(frames.body),
            body,
        ))
        .child(number.offer(
            ids.name(texts.name_number, ""),
            place(Some("sldNum"), Some(4)),
            frames.number,
            number_paragraph(lang),
        ));
    let layouts = layout_ids
        .iter()
        .zip(2_147_483_649_u32..)
        .map(|(relation, id)| el("p:sldLayoutId").attr("id", id).attr("r:id", relation));
    presentation_root("p:sldMaster")
        .child(el("p:cSld").child(background()).child(tree))
        .child(colour_map())
        .child(el("p:sldLayoutIdLst").children(layouts))
        .child(text_styles())
}

fn background() -> El {
    el("p:bg").child(el("p:bgRef").attr("idx", 1001).child(val("a:schemeClr", "bg1")))
}

fn colour_map() -> El {
    let mut map = el("p:clrMap").attr("bg1", "lt1").attr("tx1", "dk1").attr("bg2", "lt2").attr("tx2", "dk2");
    for name in ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"] {
        map = map.attr(name, name);
    }
    map
}

/// A run's properties with faces of the theme: for Latin and for Chinese writing.
fn with_faces(run: El, [latin, chinese]: [&'static str; 2]) -> El {
    run.child(el("a:latin").attr("typeface", latin)).child(el("a:ea").attr("typeface", chinese))
}

/// How texts look that no layout says more about: title, body by level, everything else.
fn text_styles() -> El {
    let face = |run: El, faces| with_faces(run.child(theme_fill("tx1")), faces);
    let title = el("a:lvl1pPr")
        .attr("algn", "l")
        .child(el("a:buNone"))
        .child(face(el("a:defRPr").attr("sz", 3000).attr("b", 1), ["+mj-lt", "+mj-ea"]));
    let levels = [("a:lvl1pPr", 2400, 285_750), ("a:lvl2pPr", 2000, 685_800), ("a:lvl3pPr", 1800, 1_085_850)];
    let body = levels.map(|(name, size, margin)| {
        el(name)
            .attr("marL", margin)
            .attr("indent", -285_750)
            .attr("algn", "l")
            .child(el("a:spcBef").child(val("a:spcPts", 1000)))
            .child(el("a:buClr").child(val("a:schemeClr", "accent1")))
            .child(el("a:buFont").attr("typeface", "Arial"))
            .child(el("a:buChar").attr("char", "•"))
            .child(face(el("a:defRPr").attr("sz", size), ["+mn-lt", "+mn-ea"]))
    });
    let other =
        el("a:lvl1pPr").attr("algn", "l").child(face(el("a:defRPr").attr("sz", 1800), ["+mn-lt", "+mn-ea"]));
    el("p:txStyles")
        .child(el("p:titleStyle").child(title))
        .child(el("p:bodyStyle").children(body))
        .child(el("p:otherStyle").child(other))
}

/// The layout of the cover.
pub(super) fn cover_layout(size: SlideSize, lang: Lang) -> El {
    let texts = slides(lang);
    let [title_frame, subtitle_frame, byline_frame] = size.cover();
    let prompt = |text| paragraph(text, lang, TextStyle::default());
    let mut ids = Ids::new();
    let title = Look { bold: true, anchor: "b", ..Look::new(40.0, "tx1") };
    let stripe = Frame { x: 0.0, y: 0.0, width: 20.0, height: 540.0 };
    let tree = el("p:spTree")
        .children(tree_head())
        .child(band(ids.name(texts.layout_cover, ""), stripe, "accent1"))
        .child(title.offer(
            ids.name(texts.name_title, ""),
            place(Some("ctrTitle"), None),
            title_frame,
            prompt(texts.prompt_title),
        ))
        .child(Look::new(24.0, "tx2").offer(
            ids.name(texts.name_subtitle, ""),
            place(Some("subTitle"), Some(1)),
            subtitle_frame,
            prompt(texts.prompt_subtitle),
        ))
        .child(Look::new(18.0, "tx2").offer(
            ids.name(texts.name_subtitle, ""),
            place(Some("body"), Some(SUBTITLE)),
            byline_frame,
            prompt(texts.prompt_byline),
        ));
    layout("title", texts.layout_cover, tree)
}

/// The layout of a finding.
pub(super) fn finding_layout(size: SlideSize, lang: Lang) -> El {
    let texts = slides(lang);
    let frames = size.finding(78.0, true);
    let prompt = |text| paragraph(text, lang, TextStyle::default());
    let mut ids = Ids::new();
    let title = Look { bold: true, ..Look::new(30.0, "tx1") };
    let number = Look { end: true, anchor: "ctr", ..Look::new(14.0, "tx2") };
    let source = Look { anchor: "ctr", ..Look::new(14.0, "tx2") };
    let body = el("p:txBody")
        .child(Look::new(24.0, "tx1").body_properties())
        .child(el("a:lstStyle"))
        .child(prompt(texts.prompt_body));
    let tree = el("p:spTree")
        .children(tree_head())
        .child(title.offer(
            ids.name(texts.name_title, ""),
            place(Some("title"), None),
            frames.title,
            prompt(texts.prompt_title),
        ))
        .child(Look::new(18.0, "tx2").offer(
            ids.name(texts.name_subtitle, ""),
            place(Some("body"), Some(SUBTITLE)),
            frames.subtitle,
            prompt(texts.prompt_subtitle),
        ))
        .child(text_shape(ids.name(texts.name_body, ""), place(None, Some(1)), Some(frames.body), body))
        .child(source.offer(
            ids.name(texts.name_source, ""),
            place(Some("body"), Some(SOURCE)),
            frames.source,
            prompt(texts.prompt_source),
        ))
        .child(number.offer(
            ids.name(texts.name_number, ""),
            place(Some("sldNum"), Some(NUMBER)),
            frames.number,
            number_paragraph(lang),
        ));
    layout("obj", texts.layout_finding, tree)
}

fn layout(kind: &'static str, name: &str, tree: El) -> El {
    presentation_root("p:sldLayout")
        .attr("type", kind)
        .attr("preserve", 1)
        .child(el("p:cSld").attr("name", name).child(tree))
        .child(el("p:clrMapOvr").child(el("a:masterClrMapping")))
}

/// The master of the notes, a page of 540 × 720 points.
pub(super) fn notes_master(size: SlideSize, lang: Lang) -> El {
    let texts = slides(lang);
    let mut ids = Ids::new();
    let picture = Frame { x: 70.0, y: 54.0, width: 400.0, height: 300.0 }.contain(size.width(), 540.0);
    let body = Frame { x: 54.0, y: 372.0, width: 432.0, height: 300.0 };
    let tree = el("p:spTree").children(tree_head()).child(slide_image(&mut ids, lang, Some(picture))).child(
        Look::new(12.0, "tx1").offer(
            ids.name(texts.name_notes, ""),
            place(Some("body"), Some(1)),
            body,
            paragraph(texts.name_notes, lang, TextStyle::default()),
        ),
    );
    let level = el("a:lvl1pPr")
        .attr("algn", "l")
        .child(with_faces(el("a:defRPr").attr("sz", 1200).child(theme_fill("tx1")), ["+mn-lt", "+mn-ea"]));
    presentation_root("p:notesMaster")
        .child(el("p:cSld").child(background()).child(tree))
        .child(colour_map())
        .child(el("p:notesStyle").child(level))
}

/// The picture of the slide on a page of notes.
pub(super) fn slide_image(ids: &mut Ids, lang: Lang, frame: Option<Frame>) -> El {
    let locks = el("a:spLocks").attr("noGrp", 1).attr("noRot", 1).attr("noChangeAspect", 1);
    let names = el("p:nvSpPr")
        .child(ids.name(slides(lang).name_picture, ""))
        .child(el("p:cNvSpPr").child(locks))
        .child(el("p:nvPr").child(place(Some("sldImg"), Some(2))));
    let properties = match frame {
        Some(frame) => el("p:spPr")
            .child(frame.transform("a:xfrm"))
            .child(el("a:prstGeom").attr("prst", "rect").child(el("a:avLst"))),
        None => el("p:spPr"),
    };
    el("p:sp").child(names).child(properties)
}
