//! Whether an office file is sound: each part well-formed and found, elements in the schema's order.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a file by name.
pub(super) type Parts = BTreeMap<String, Vec<u8>>;

pub(super) fn unzip(bytes: &[u8]) -> Parts {
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
pub(super) struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
    text: String,
}

impl Node {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        if self.name == name {
            found.push(self);
        }
        self.children.iter().for_each(|child| child.all(name, found));
    }

    pub(super) fn find(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    pub(super) fn texts(&self, name: &str) -> Vec<&str> {
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

pub(super) fn part(parts: &Parts, name: &str) -> Node {
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
        "c:layout c:areaChart c:barChart c:lineChart c:scatterChart c:radarChart c:valAx|c:catAx c:dTable c:spPr c:extLst",
    ),
    (
        "c:barChart",
        "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId c:extLst",
    ),
    ("c:areaChart", "c:grouping c:varyColors c:ser c:dLbls c:dropLines c:axId c:extLst"),
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

/// Where labels may stand by kind of chart: PowerPoint repairs a file with another place, though the schema allows it.
fn check_label_places(chart: &Node) {
    let stacked = chart.find("c:grouping").iter().any(|of| of.attribute("val") == Some("stacked"));
    let places: [(&str, &[&str]); 4] = [
        (
            "c:barChart",
            if stacked { &["ctr", "inEnd", "inBase"] } else { &["ctr", "inEnd", "inBase", "outEnd"] },
        ),
        ("c:lineChart", &["t", "b", "l", "r", "ctr"]),
        ("c:scatterChart", &["t", "b", "l", "r", "ctr"]),
        ("c:radarChart", &["outEnd"]),
    ];
    for (group, allowed) in places {
        for place in chart.find(group).iter().flat_map(|group| group.find("c:dLblPos")) {
            let place = place.attribute("val").unwrap();
            assert!(allowed.contains(&place), "{place} in {group}");
        }
    }
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
pub(super) fn check(bytes: &[u8]) -> Parts {
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
            _ => {
                let root = parse(bytes);
                check_order(&root);
                check_label_places(&root);
            }
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
