//! Whole decks: numbers and texts where they belong, and a sound file whatever is put in.

mod sound;

use proptest::prelude::*;
use sound::{Parts, check, part, unzip};

use super::*;
use crate::chart::palette::SLIDE;
use crate::i18n::Lang;

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
                ringed: Vec::new(),
            })
            .collect(),
        across: None,
        band: None,
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
    Deck { size: SlideSize::Wide, lang: Lang::Zh, palette: SLIDE, cover: None, slides }
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
    let parts = parts_of(vec![slide("得分上升", SlideBody::NativeChart(Box::new(data)))]);
    let chart = part(&parts, "ppt/charts/chart1.xml");
    assert_eq!(chart.find("c:dispBlanksAs")[0].attribute("val"), Some("gap"));
    let cache = chart.find("c:numCache")[0];
    let points: Vec<(&str, &str)> =
        cache.find("c:pt").iter().map(|of| (of.attribute("idx").unwrap(), of.texts("c:v")[0])).collect();
    assert_eq!(points, [("0", "81.5"), ("2", "90")]);
    assert_eq!(chart.texts("c:f"), ["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"]);

    let book = unzip(&parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"]);
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    let kept = part(&book, "xl/sharedStrings.xml");
    let texts = kept.texts("t");
    let all = sheet.find("c");
    let cells: Vec<(&str, &str)> = all
        .iter()
        .map(|cell| {
            let value = cell.texts("v")[0];
            let text = cell.attribute("t") == Some("s");
            (cell.attribute("r").unwrap(), if text { texts[value.parse::<usize>().unwrap()] } else { value })
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
    let parts = parts_of(vec![slide("压缩 73.2%", SlideBody::NativeChart(Box::new(data)))]);
    let page = part(&parts, "ppt/slides/slide1.xml");
    let places: Vec<_> =
        page.find("p:ph").iter().map(|of| (of.attribute("type"), of.attribute("idx"))).collect();
    let expected =
        [(Some("title"), None), (None, Some("1")), (Some("body"), Some("14")), (Some("sldNum"), Some("12"))];
    assert_eq!(places, expected);
    assert_eq!(page.texts("a:t"), ["压缩 73.2%", "《报告》第三节", "‹#›"]);
    let alt = "条形图，1 个系列、2 个类别（甲 至 乙）。最高 甲（31,075），最低 乙（8,330）。";
    assert_eq!(page.find("p:cNvPr").iter().find_map(|of| of.attribute("descr")), Some(alt));
    let notes = part(&parts, "ppt/notesSlides/notesSlide1.xml");
    assert_eq!(notes.texts("a:t"), ["方法一", "方法二", "《报告》第三节"]);
}

#[test]
fn many_bars_go_on_over_slides_with_one_axis() {
    let names: Vec<String> = (0..30).map(|place| format!("单位{place}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let values: Vec<Option<f64>> = (0..30).map(|place| Some(f64::from(place) * 3.0)).collect();
    let data = chart(ChartKind::Bar, &names, &[("分", &values)]);
    let parts = parts_of(vec![slide("很多", SlideBody::NativeChart(Box::new(data)))]);
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
            let parts = parts_of(vec![slide("无", SlideBody::NativeChart(Box::new(data)))]);
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
    let parts = parts_of(vec![slide(&long, SlideBody::NativeChart(Box::new(data)))]);
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
    let deck = deck(vec![slide("一", SlideBody::NativeChart(Box::new(data)))]);
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
    let series = (any_name(), proptest::collection::vec(any_value(), 0..20), 0..6_u8);
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
                3 => Paint::Continued,
                4 => Paint::Bridge,
                _ => Paint::Colour(SLIDE.veto),
            };
            let mut series: Vec<Series> = all
                .into_iter()
                .map(|(name, values, of)| Series {
                    name,
                    values,
                    paint: paint(of),
                    ringed: vec![usize::from(of)],
                })
                .collect();
            let totals = if reversed { series.pop() } else { None };
            ChartData {
                kind: KINDS[kind],
                categories: names.into_iter().map(|(name, faded)| Category { name, faded }).collect(),
                across: totals.clone().map(|of| Across { values: of.values, ..Across::default() }),
                series,
                band: title.contains('甲').then(Band::default),
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
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_input_gives_a_sound_file(data in any_chart(), text in any_name(), cells in proptest::collection::vec(any_name(), 0..6)) {
        let columns = cells.iter().map(|title| Column { title: title.clone(), align: Align::End }).collect();
        let table = TableData { columns, rows: vec![cells.clone(), Vec::new()], alt: text.clone() };
        let mut deck = deck(vec![
            slide(&text, SlideBody::NativeChart(Box::new(data))),
            slide(&text, SlideBody::Table(table)),
            slide(&text, SlideBody::Text(cells)),
            slide(&text, SlideBody::Picture(Picture { svg: text.clone(), png: text.clone().into_bytes(), alt: text.clone() })),
        ]);
        deck.cover = Some(Cover { title: text.clone(), subtitle: text.clone(), byline: text.clone(), note: text });
        check(&write(&deck).unwrap());
    }
}
