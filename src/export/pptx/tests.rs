//! Whole decks: each part well-formed and found, elements in the schema's order, numbers where they belong.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use crate::i18n::Lang;

/// The parts of a file by name.
type Parts = BTreeMap<String, Vec<u8>>;

fn unzip(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        parts.insert(file.name().unwrap().into_owned(), bytes);
    }
    parts
}

/// An element as read.
#[derive(Debug, Default)]
struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
    text: String,
}

impl Node {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        if self.name == name {
            found.push(self);
        }
        self.children.iter().for_each(|child| child.all(name, found));
    }

    fn find(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    fn texts(&self, name: &str) -> Vec<&str> {
        self.find(name).into_iter().map(|of| of.text.as_str()).collect()
    }
}

/// The root of a document; panics where it is not well-formed.
fn parse(bytes: &[u8]) -> Node {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.chars().all(|of| !of.is_control() || of == '\n'), "a control character");
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let empty = matches!(event, Event::Empty(_));
                let (Event::Start(start) | Event::Empty(start)) = event else { unreachable!() };
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    (attribute.key.as_ref().to_string(), value)
                });
                let attributes = attributes.collect();
                open.push(Node { name: start.name().as_ref().to_string(), attributes, ..Node::default() });
                if empty {
                    let element = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(element);
                }
            }
            Event::End(_) => {
                let element = open.pop().unwrap();
                open.last_mut().unwrap().children.push(element);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let entity = format!("&{};", &*entity);
                open.last_mut().unwrap().text.push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut document = open.pop().unwrap();
    assert!(open.is_empty() && document.children.len() == 1);
    document.children.pop().unwrap()
}

fn part(parts: &Parts, name: &str) -> Node {
    parse(&parts[name])
}

/// The sequences of the schema (ECMA-376, 5th edition) for the elements that are written with several children.
const SEQUENCES: &[(&str, &str)] = &[
    (
        "c:chartSpace",
        "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst",
    ),
    (
        "c:chart",
        "c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst",
    ),
    (
        "c:plotArea",
        "c:layout c:barChart c:lineChart c:scatterChart c:radarChart c:valAx|c:catAx c:dTable c:spPr c:extLst",
    ),
    (
        "c:barChart",
        "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId c:extLst",
    ),
    (
        "c:lineChart",
        "c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId c:extLst",
    ),
    ("c:scatterChart", "c:scatterStyle c:varyColors c:ser c:dLbls c:axId c:extLst"),
    ("c:radarChart", "c:radarStyle c:varyColors c:ser c:dLbls c:axId c:extLst"),
    (
        "c:ser",
        "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:xVal c:val c:yVal c:smooth c:shape c:extLst",
    ),
    ("c:dPt", "c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr c:pictureOptions c:extLst"),
    (
        "c:dLbls",
        "c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines c:extLst",
    ),
    (
        "c:dLbl",
        "c:idx c:delete c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:extLst",
    ),
    (
        "c:catAx",
        "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst",
    ),
    (
        "c:valAx",
        "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst",
    ),
    ("c:scaling", "c:logBase c:orientation c:max c:min c:extLst"),
    ("c:legend", "c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr c:extLst"),
    ("c:manualLayout", "c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h c:extLst"),
    ("c:marker", "c:symbol c:size c:spPr c:extLst"),
    ("c:title", "c:tx c:layout c:overlay c:spPr c:txPr c:extLst"),
    ("c:rich", "a:bodyPr a:lstStyle a:p"),
    ("c:txPr", "a:bodyPr a:lstStyle a:p"),
    ("c:strCache", "c:ptCount c:pt c:extLst"),
    ("c:numCache", "c:formatCode c:ptCount c:pt c:extLst"),
    ("c:spPr", "a:xfrm a:prstGeom a:noFill|a:solidFill a:ln a:effectLst"),
    ("a:ln", "a:noFill|a:solidFill a:prstDash a:round|a:bevel|a:miter a:headEnd a:tailEnd"),
    ("a:p", "a:pPr a:r|a:fld|a:br a:endParaRPr"),
    ("a:fld", "a:rPr a:pPr a:t"),
    ("a:rPr", "a:ln a:noFill|a:solidFill a:effectLst a:latin a:ea a:cs a:sym"),
    ("a:defRPr", "a:ln a:noFill|a:solidFill a:effectLst a:latin a:ea a:cs a:sym"),
    ("a:lvl1pPr", "a:lnSpc a:spcBef a:spcAft a:buClr a:buSzPct a:buFont a:buNone|a:buChar a:tabLst a:defRPr"),
    ("a:tcPr", "a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D a:noFill|a:solidFill"),
    ("a:tbl", "a:tblPr a:tblGrid a:tr"),
    ("a:tc", "a:txBody a:tcPr"),
    (
        "p:presentation",
        "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle",
    ),
    ("p:sldMaster", "p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst"),
    ("p:sldLayout", "p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst"),
    ("p:notesMaster", "p:cSld p:clrMap p:hf p:notesStyle p:extLst"),
    ("p:sld", "p:cSld p:clrMapOvr p:transition p:timing p:extLst"),
    ("p:notes", "p:cSld p:clrMapOvr p:extLst"),
    ("p:cSld", "p:bg p:spTree p:custDataLst p:controls p:extLst"),
    ("p:spTree", "p:nvGrpSpPr p:grpSpPr p:sp|p:pic|p:graphicFrame"),
    ("p:sp", "p:nvSpPr p:spPr p:style p:txBody p:extLst"),
    ("p:pic", "p:nvPicPr p:blipFill p:spPr p:style p:extLst"),
    ("p:graphicFrame", "p:nvGraphicFramePr p:xfrm a:graphic p:extLst"),
    ("p:spPr", "a:xfrm a:custGeom|a:prstGeom a:noFill|a:solidFill a:ln a:effectLst"),
    ("p:txBody", "a:bodyPr a:lstStyle a:p"),
    ("a:txBody", "a:bodyPr a:lstStyle a:p"),
    ("worksheet", "sheetPr dimension sheetViews sheetFormatPr cols sheetData"),
    ("styleSheet", "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles"),
];

fn check_order(element: &Node) {
    if let Some((_, sequence)) = SEQUENCES.iter().find(|(name, _)| *name == element.name) {
        let steps: Vec<Vec<&str>> = sequence.split(' ').map(|step| step.split('|').collect()).collect();
        let place = |child: &Node| {
            let found = steps.iter().position(|step| step.contains(&child.name.as_str()));
            found.unwrap_or_else(|| panic!("{} does not belong in {}", child.name, element.name))
        };
        let places: Vec<usize> = element.children.iter().map(place).collect();
        assert!(
            places.is_sorted(),
            "{}: {:?}",
            element.name,
            element.children.iter().map(|of| &of.name).collect::<Vec<_>>()
        );
    }
    element.children.iter().for_each(check_order);
}

/// A target as seen from a part: "../charts/chart1.xml" from "ppt/slides/slide1.xml" is "ppt/charts/chart1.xml".
fn resolve(from: &str, target: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// Everything that must hold of any file: XML well-formed and in order, types and relationships complete, workbooks too.
fn check(bytes: &[u8]) -> Parts {
    let parts = unzip(bytes);
    let types = part(&parts, "[Content_Types].xml");
    let typed: Vec<&str> = types.find("Override").iter().filter_map(|of| of.attribute("PartName")).collect();
    let extensions: Vec<&str> =
        types.find("Default").iter().filter_map(|of| of.attribute("Extension")).collect();
    for name in &typed {
        assert!(parts.contains_key(&name[1..]), "{name} is named and not there");
    }
    for (name, bytes) in &parts {
        let extension = name.rsplit('.').next().unwrap();
        assert!(extensions.contains(&extension), "{name} has no type");
        match extension {
            "xlsx" => drop(check(bytes)),
            "png" => {}
            _ => check_order(&parse(bytes)),
        }
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let Some(relations) = parts.get(format!("{folder}/_rels/{file}.rels").trim_start_matches('/')) else {
            continue;
        };
        let relations = parse(relations);
        let ids: Vec<&str> = relations.children.iter().filter_map(|of| of.attribute("Id")).collect();
        for relation in &relations.children {
            let target = resolve(name, relation.attribute("Target").unwrap());
            assert!(parts.contains_key(&target), "{name} points at {target}");
        }
        check_ids(&parse(bytes), &ids);
    }
    parts
}

fn check_ids(element: &Node, ids: &[&str]) {
    for (name, value) in &element.attributes {
        assert!(!name.starts_with("r:") || ids.contains(&value.as_str()), "{} names {value}", element.name);
    }
    element.children.iter().for_each(|child| check_ids(child, ids));
}

fn colours() -> DeckColours {
    let series = (0..8).map(|place| Rgb(place * 30, 80, 140)).collect();
    DeckColours {
        ink: Rgb(20, 30, 40),
        muted: Rgb(90, 100, 110),
        paper: Rgb(255, 255, 255),
        ground: Rgb(240, 240, 240),
        series,
    }
}

fn chart(kind: ChartKind, names: &[&str], series: &[(&str, &[Option<f64>])]) -> ChartData {
    ChartData {
        kind,
        categories: names.iter().map(|name| Category::from(*name)).collect(),
        series: series
            .iter()
            .map(|(name, values)| Series {
                name: (*name).into(),
                values: values.to_vec(),
                paint: Paint::Auto,
            })
            .collect(),
        across: None,
        totals: None,
        category_title: String::new(),
        value_axis: ValueAxis::default(),
        labels: Labels::Values,
        alt: String::new(),
    }
}

fn slide(headline: &str, body: SlideBody) -> Slide {
    Slide {
        headline: headline.into(),
        subtitle: String::new(),
        body,
        note: "方法一\n方法二".into(),
        source: "《报告》第三节".into(),
    }
}

fn deck(slides: Vec<Slide>) -> Deck {
    Deck { size: SlideSize::Wide, lang: Lang::Zh, colours: colours(), cover: None, slides }
}

fn parts_of(slides: Vec<Slide>) -> Parts {
    check(&write(&deck(slides)).unwrap())
}

const KINDS: [ChartKind; 7] = [
    ChartKind::Bar,
    ChartKind::StackedBar,
    ChartKind::Column,
    ChartKind::StackedColumn,
    ChartKind::Line,
    ChartKind::Scatter,
    ChartKind::Radar,
];

#[test]
fn a_gap_is_absent_in_the_chart_and_empty_in_the_workbook() {
    let data =
        chart(ChartKind::Line, &["2018", "2019", "2020"], &[("得分", &[Some(81.5), None, Some(90.0)])]);
    let parts = parts_of(vec![slide("得分上升", SlideBody::NativeChart(data))]);
    let chart = part(&parts, "ppt/charts/chart1.xml");
    assert_eq!(chart.find("c:dispBlanksAs")[0].attribute("val"), Some("gap"));
    let cache = chart.find("c:numCache")[0];
    let points: Vec<(&str, &str)> =
        cache.find("c:pt").iter().map(|of| (of.attribute("idx").unwrap(), of.texts("c:v")[0])).collect();
    assert_eq!(points, [("0", "81.5"), ("2", "90")]);
    assert_eq!(chart.texts("c:f"), ["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"]);

    let book = unzip(&parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"]);
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    let cells: Vec<(&str, &str)> = sheet
        .find("c")
        .iter()
        .map(|cell| {
            (cell.attribute("r").unwrap(), *cell.texts("v").first().or(cell.texts("t").first()).unwrap())
        })
        .collect();
    assert_eq!(
        cells,
        [("B1", "得分"), ("A2", "2018"), ("B2", "81.5"), ("A3", "2019"), ("A4", "2020"), ("B4", "90")]
    );
}

#[test]
fn a_finding_has_its_title_notes_source_and_number_in_their_places() {
    let data = chart(ChartKind::Bar, &["甲", "乙"], &[("天", &[Some(31_075.0), Some(8_330.0)])]);
    let parts = parts_of(vec![slide("压缩 73.2%", SlideBody::NativeChart(data))]);
    let page = part(&parts, "ppt/slides/slide1.xml");
    let places: Vec<_> =
        page.find("p:ph").iter().map(|of| (of.attribute("type"), of.attribute("idx"))).collect();
    let expected =
        [(Some("title"), None), (None, Some("1")), (Some("body"), Some("14")), (Some("sldNum"), Some("12"))];
    assert_eq!(places, expected);
    assert_eq!(page.texts("a:t"), ["压缩 73.2%", "出处：《报告》第三节", "‹#›"]);
    let alt = "条形图，1 个系列、2 个类别（甲 至 乙）。最高 甲（31,075），最低 乙（8,330）。";
    assert_eq!(page.find("p:cNvPr").iter().find_map(|of| of.attribute("descr")), Some(alt));
    let notes = part(&parts, "ppt/notesSlides/notesSlide1.xml");
    assert_eq!(notes.texts("a:t"), ["方法一", "方法二", "出处：《报告》第三节"]);
}

#[test]
fn many_bars_go_on_over_slides_with_one_axis() {
    let names: Vec<String> = (0..30).map(|place| format!("单位{place}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let values: Vec<Option<f64>> = (0..30).map(|place| Some(f64::from(place) * 3.0)).collect();
    let data = chart(ChartKind::Bar, &names, &[("分", &values)]);
    let parts = parts_of(vec![slide("很多", SlideBody::NativeChart(data))]);
    for number in 1..=3 {
        let page = part(&parts, &format!("ppt/slides/slide{number}.xml"));
        assert_eq!(page.texts("a:t")[0], format!("很多（{number}/3）"));
        let chart = part(&parts, &format!("ppt/charts/chart{number}.xml"));
        assert_eq!(chart.find("c:max")[0].attribute("val"), Some("100"));
        assert_eq!(chart.find("c:cat")[0].find("c:pt").len(), 10);
    }
    assert!(!parts.contains_key("ppt/slides/slide4.xml"));
}

#[test]
fn nothing_to_draw_is_a_sentence() {
    for kind in KINDS {
        for data in [
            chart(kind, &[], &[]),
            chart(kind, &["甲"], &[("乙", &[None])]),
            chart(kind, &["甲"], &[("乙", &[Some(f64::NAN)])]),
        ] {
            let parts = parts_of(vec![slide("无", SlideBody::NativeChart(data))]);
            let page = part(&parts, "ppt/slides/slide1.xml");
            assert_eq!(page.texts("a:t")[1], "没有可以画的数据：没有类别，或者所有数值都缺失。");
            assert!(!parts.contains_key("ppt/charts/chart1.xml"));
        }
    }
}

#[test]
fn names_are_shortened_on_the_slide_and_whole_in_the_notes() {
    let long = "长".repeat(200);
    let data = chart(ChartKind::Bar, &[&long, "乙"], &[("分", &[Some(1.0), Some(2.0)])]);
    let parts = parts_of(vec![slide(&long, SlideBody::NativeChart(data))]);
    let page = part(&parts, "ppt/slides/slide1.xml");
    assert!(page.texts("a:t")[0].ends_with('…'));
    let chart = part(&parts, "ppt/charts/chart1.xml");
    assert!(chart.find("c:cat")[0].texts("c:v")[0].ends_with('…'));
    let notes = part(&parts, "ppt/notesSlides/notesSlide1.xml").texts("a:t").join("\n");
    assert_eq!(notes.matches(&long).count(), 2);
}

#[test]
fn a_picture_carries_svg_and_png() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 0, 3, 32, 0, 0, 2, 88]);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".replace("/>", "></svg>");
    let picture = Picture { svg: svg.clone(), png: png.clone(), alt: "热力图".into() };
    let parts = parts_of(vec![
        slide("图", SlideBody::Picture(picture.clone())),
        slide("坏", SlideBody::Picture(Picture { svg: "<svg>".into(), ..picture })),
    ]);
    assert_eq!(parts["ppt/media/image1.png"], png);
    assert_eq!(parts["ppt/media/image1.svg"], svg.as_bytes());
    assert!(!parts.contains_key("ppt/media/image2.svg"));
    let page = part(&parts, "ppt/slides/slide1.xml");
    assert_eq!(page.find("asvg:svgBlip")[0].attribute("r:embed"), Some("rId2"));
    assert_eq!(page.find("a:blip")[0].attribute("r:embed"), Some("rId1"));
}

#[test]
fn the_same_deck_gives_the_same_bytes() {
    let data = chart(ChartKind::Column, &["甲"], &[("乙", &[Some(1.0)])]);
    let deck = deck(vec![slide("一", SlideBody::NativeChart(data))]);
    assert_eq!(write(&deck).unwrap(), write(&deck).unwrap());
}

#[test]
fn an_empty_deck_is_a_file() {
    let parts = parts_of(Vec::new());
    assert!(part(&parts, "ppt/presentation.xml").find("p:sldIdLst").is_empty());
}

/// Numbers that come up where something went wrong before, and ordinary ones.
fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        Just(None),
        (-200.0..200.0).prop_map(Some),
        any::<f64>().prop_map(Some),
        Just(Some(1e12)),
        Just(Some(0.0)),
    ]
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), Just("<script>&😀\u{0}\u{b}]]>".to_string()), "[甲-龟]{0,200}"]
}

fn any_chart() -> impl Strategy<Value = ChartData> {
    let series = (any_name(), proptest::collection::vec(any_value(), 0..20), 0..4_u8);
    let names = proptest::collection::vec((any_name(), any::<bool>()), 0..20);
    let range = proptest::option::of((any::<f64>(), any::<f64>()));
    let flags = (0..7_usize, 0..3_u8, any::<bool>(), 0..9_u8);
    (names, proptest::collection::vec(series, 0..15), range, flags, any_name()).prop_map(
        |(names, all, range, flags, title)| {
            let (kind, labels, reversed, decimals) = flags;
            let paint = |of: u8| match of {
                0 => Paint::Auto,
                1 => Paint::Reference,
                2 => Paint::Hidden,
                _ => Paint::Colour(Rgb(1, 2, 3)),
            };
            let mut series: Vec<Series> =
                all.into_iter().map(|(name, values, of)| Series { name, values, paint: paint(of) }).collect();
            let totals = if reversed { series.pop() } else { None };
            ChartData {
                kind: KINDS[kind],
                categories: names.into_iter().map(|(name, faded)| Category { name, faded }).collect(),
                across: totals.clone().map(|of| Across { values: of.values, ..Across::default() }),
                series,
                totals,
                category_title: title.clone(),
                value_axis: ValueAxis {
                    format: NumberFormat { decimals, percent: decimals > 6 },
                    title,
                    range,
                    reversed,
                },
                labels: [Labels::None, Labels::Values, Labels::Names][usize::from(labels)],
                alt: String::new(),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_input_gives_a_sound_file(data in any_chart(), text in any_name(), cells in proptest::collection::vec(any_name(), 0..6)) {
        let columns = cells.iter().map(|title| Column { title: title.clone(), align: Align::End }).collect();
        let table = TableData { columns, rows: vec![cells.clone(), Vec::new()], alt: text.clone() };
        let mut deck = deck(vec![
            slide(&text, SlideBody::NativeChart(data)),
            slide(&text, SlideBody::Table(table)),
            slide(&text, SlideBody::Text(cells)),
            slide(&text, SlideBody::Picture(Picture { svg: text.clone(), png: text.clone().into_bytes(), alt: text.clone() })),
        ]);
        deck.cover = Some(Cover { title: text.clone(), subtitle: text.clone(), byline: text.clone(), note: text });
        check(&write(&deck).unwrap());
    }
}
