//! A deck put together: its parts in order, each with its relationships.

use super::chart::{Drawing, rows};
use super::geometry::emu;
use super::master::{cover_layout, finding_layout, notes_master, slide_master, theme};
use super::package::{Package, Relations};
use super::plan::{Page, PageBody, pages};
use super::shape::presentation_root;
use super::slide::{BodyRelations, cover_slide, finding_slide, notes_slide};
use super::workbook::workbook;
use super::xml::{El, clean, el};
use super::{Deck, PptxError, SlideSize};

/// The beginning of the content types of a presentation's parts.
macro_rules! presentation_type {
    ($of:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.presentationml.", $of, "+xml")
    };
}

const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
const CHART_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The bytes of a .pptx with this deck. The same deck gives the same bytes. Nothing in a deck makes it fail but a size
/// beyond what the container holds.
pub fn write(deck: &Deck) -> Result<Vec<u8>, PptxError> {
    let mut writer = DeckWriter { deck, package: Package::default(), slides: 0, charts: 0, pictures: 0 };
    writer.package_root()?;
    writer.masters()?;
    if let Some(cover) = &deck.cover {
        let notes: Vec<String> =
            cover.note.lines().map(clean).filter(|line| !line.trim().is_empty()).collect();
        writer.slide(&cover_slide(deck, cover), Relations::default(), 1, &notes)?;
    }
    for slide in &deck.slides {
        for page in pages(deck, slide) {
            writer.finding(&page)?;
        }
    }
    writer.presentation()?;
    writer.package.finish()
}

/// A deck that is being put together, with the numbers of parts so far.
struct DeckWriter<'a> {
    deck: &'a Deck,
    package: Package,
    slides: usize,
    charts: usize,
    pictures: usize,
}

impl DeckWriter<'_> {
    fn package_root(&mut self) -> Result<(), PptxError> {
        let mut root = Relations::default();
        root.add("officeDocument", "ppt/presentation.xml");
        root.add_typed(
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        );
        root.add("extended-properties", "docProps/app.xml");
        self.package.relations("", &root)?;
        let first = self.deck.slides.first().map(|slide| slide.headline.as_str());
        let title = self.deck.cover.as_ref().map(|cover| cover.title.as_str()).or(first).unwrap_or_default();
        let core = el("cp:coreProperties")
            .attr("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
            .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            .child(el("dc:title").text(title));
        let core_type = "application/vnd.openxmlformats-package.core-properties+xml";
        self.package.part("docProps/core.xml", core_type, &core)?;
        let app = el("Properties")
            .attr("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
            .child(el("Application").text("Faheng"));
        let app_type = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        self.package.part("docProps/app.xml", app_type, &app)
    }

    fn masters(&mut self) -> Result<(), PptxError> {
        let (size, lang) = (self.deck.size, self.deck.lang);
        for name in ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"] {
            self.package.raw_part(name, THEME_TYPE, theme(&self.deck.palette));
        }
        let mut relations = Relations::default();
        let layouts = [1, 2]
            .map(|number| relations.add("slideLayout", format!("../slideLayouts/slideLayout{number}.xml")));
        relations.add("theme", "../theme/theme1.xml");
        let master = slide_master(size, lang, [&layouts[0], &layouts[1]]);
        self.package.part("ppt/slideMasters/slideMaster1.xml", presentation_type!("slideMaster"), &master)?;
        self.package.relations("ppt/slideMasters/slideMaster1.xml", &relations)?;

        for (number, layout) in (1..).zip([cover_layout(size, lang), finding_layout(size, lang)]) {
            let name = format!("ppt/slideLayouts/slideLayout{number}.xml");
            let mut relations = Relations::default();
            relations.add("slideMaster", "../slideMasters/slideMaster1.xml");
            self.package.part(&name, presentation_type!("slideLayout"), &layout)?;
            self.package.relations(&name, &relations)?;
        }

        let mut relations = Relations::default();
        relations.add("theme", "../theme/theme2.xml");
        let notes = notes_master(size, lang);
        self.package.part("ppt/notesMasters/notesMaster1.xml", presentation_type!("notesMaster"), &notes)?;
        self.package.relations("ppt/notesMasters/notesMaster1.xml", &relations)
    }

    fn finding(&mut self, page: &Page) -> Result<(), PptxError> {
        let mut relations = Relations::default();
        let mut ids = BodyRelations::default();
        match &page.body {
            PageBody::Chart(chart) => {
                let drawing = Drawing {
                    chart,
                    palette: &self.deck.palette,
                    width: page.frames.body.width,
                    height: page.frames.body.height,
                };
                let number = self.chart(&drawing)?;
                ids.chart = Some(relations.add("chart", format!("../charts/chart{number}.xml")));
            }
            PageBody::Picture { picture, with_svg, .. } => {
                self.pictures += 1;
                let number = self.pictures;
                let name = |extension: &str| format!("ppt/media/image{number}.{extension}");
                let target = |extension: &str| format!("../media/image{number}.{extension}");
                self.package.file(&name("png"), "png", "image/png", picture.png.clone());
                ids.png = Some(relations.add("image", target("png")));
                if *with_svg {
                    self.package.file(&name("svg"), "svg", "image/svg+xml", picture.svg.clone().into_bytes());
                    ids.svg = Some(relations.add("image", target("svg")));
                }
            }
            PageBody::Table(_) | PageBody::Text(_) | PageBody::Sentence(_) => {}
        }
        let slide = finding_slide(page, self.deck.lang, &ids);
        self.slide(&slide, relations, 2, &page.notes)
    }

    fn chart(&mut self, drawing: &Drawing) -> Result<usize, PptxError> {
        self.charts += 1;
        let number = self.charts;
        let book = format!("Microsoft_Excel_Sheet{number}.xlsx");
        let bytes = workbook(&rows(drawing.chart))?;
        self.package.file(&format!("ppt/embeddings/{book}"), "xlsx", WORKBOOK_TYPE, bytes);
        let mut relations = Relations::default();
        let id = relations.add("package", format!("../embeddings/{book}"));
        let name = format!("ppt/charts/chart{number}.xml");
        self.package.part(&name, CHART_TYPE, &drawing.part(&id))?;
        self.package.relations(&name, &relations)?;
        Ok(number)
    }

    /// Adds a slide with the layout of this number, and its notes if there are any.
    fn slide(
        &mut self,
        slide: &El,
        mut relations: Relations,
        layout: u32,
        notes: &[String],
    ) -> Result<(), PptxError> {
        self.slides += 1;
        let number = self.slides;
        relations.add("slideLayout", format!("../slideLayouts/slideLayout{layout}.xml"));
        if !notes.is_empty() {
            relations.add("notesSlide", format!("../notesSlides/notesSlide{number}.xml"));
            let name = format!("ppt/notesSlides/notesSlide{number}.xml");
            let mut of_notes = Relations::default();
            of_notes.add("notesMaster", "../notesMasters/notesMaster1.xml");
            of_notes.add("slide", format!("../slides/slide{number}.xml"));
            let part = notes_slide(notes, self.deck.lang);
            self.package.part(&name, presentation_type!("notesSlide"), &part)?;
            self.package.relations(&name, &of_notes)?;
        }
        let name = format!("ppt/slides/slide{number}.xml");
        self.package.part(&name, presentation_type!("slide"), slide)?;
        self.package.relations(&name, &relations)
    }

    fn presentation(&mut self) -> Result<(), PptxError> {
        let mut relations = Relations::default();
        let master = relations.add("slideMaster", "slideMasters/slideMaster1.xml");
        let notes = relations.add("notesMaster", "notesMasters/notesMaster1.xml");
        relations.add("theme", "theme/theme1.xml");
        relations.add("presProps", "presProps.xml");
        relations.add("viewProps", "viewProps.xml");
        relations.add("tableStyles", "tableStyles.xml");
        let slides: Vec<String> = (1..=self.slides)
            .map(|number| relations.add("slide", format!("slides/slide{number}.xml")))
            .collect();
        let slide = |(id, relation): (u32, String)| el("p:sldId").attr("id", id).attr("r:id", relation);
        let mut size = el("p:sldSz").attr("cx", emu(self.deck.size.width())).attr("cy", emu(540.0));
        if self.deck.size == SlideSize::Standard {
            size = size.attr("type", "screen4x3");
        }
        let master = el("p:sldMasterId").attr("id", 2_147_483_648_u32).attr("r:id", master);
        let root = presentation_root("p:presentation")
            .attr("saveSubsetFonts", 1)
            .child(el("p:sldMasterIdLst").child(master))
            .child(el("p:notesMasterIdLst").child(el("p:notesMasterId").attr("r:id", notes)))
            .children((!slides.is_empty()).then(|| el("p:sldIdLst").children((256..).zip(slides).map(slide))))
            .child(size)
            .child(el("p:notesSz").attr("cx", emu(540.0)).attr("cy", emu(720.0)));
        self.package.part("ppt/presentation.xml", presentation_type!("presentation.main"), &root)?;
        self.package.relations("ppt/presentation.xml", &relations)?;
        let properties = presentation_root("p:presentationPr");
        self.package.part("ppt/presProps.xml", presentation_type!("presProps"), &properties)?;
        let view = presentation_root("p:viewPr");
        self.package.part("ppt/viewProps.xml", presentation_type!("viewProps"), &view)?;
        let styles = el("a:tblStyleLst")
            .attr("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
            .attr("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}");
        self.package.part("ppt/tableStyles.xml", presentation_type!("tableStyles"), &styles)
    }
}
