//! Writes decks for `pptx_check.py` to read with other programs: `cargo run --example office-pptx -- FOLDER`.
//!
//! One deck for each proportion with every kind of body, and one of input that no one should give; their names and
//! numbers are made up to show what a deck can hold. Two more hold the charts of the data that comes with the page.

use std::path::Path;

use faheng::chart::{
    Chart, approval,
    catalogue::{ChartView, Ground, Kind},
    palette::SLIDE,
    trend,
};
use faheng::data::{seed_data_sets, seed_schemes};
use faheng::export::pptx::{
    Across, Align, Category, ChartData, ChartKind, Column, Cover, Deck, Labels, NumberFormat, Paint, Picture,
    Series, Slide, SlideBody, SlideSize, TableData, ValueAxis, slides_of, write,
};
use faheng::i18n::Lang;
use faheng::scoring::{Table, evaluate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: office-pptx FOLDER")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("wide-zh.pptx"), write(&deck(SlideSize::Wide, Lang::Zh))?)?;
    std::fs::write(folder.join("standard-en.pptx"), write(&deck(SlideSize::Standard, Lang::En))?)?;
    std::fs::write(folder.join("odd.pptx"), write(&odd())?)?;
    std::fs::write(folder.join("seeds-zh.pptx"), write(&seeds(Lang::Zh)?)?)?;
    std::fs::write(folder.join("seeds-en.pptx"), write(&seeds(Lang::En)?)?)?;
    Ok(())
}

fn chart(kind: ChartKind, categories: &[&str], series: Vec<Series>) -> ChartData {
    ChartData {
        kind,
        categories: categories.iter().map(|name| Category::from(*name)).collect(),
        series,
        across: None,
        band: None,
        totals: None,
        category_title: String::new(),
        value_axis: ValueAxis::default(),
        labels: Labels::Values,
        alt: String::new(),
    }
}

fn series(name: &str, values: &[Option<f64>]) -> Series {
    Series { name: name.to_string(), values: values.to_vec(), paint: Paint::Auto, ringed: Vec::new() }
}

fn whole(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn slide(headline: &str, subtitle: &str, body: SlideBody) -> Slide {
    Slide {
        headline: headline.to_string(),
        subtitle: subtitle.to_string(),
        body,
        note: "方法：按评分方案计算。\n数值越大越好。".to_string(),
        source: "演示用虚构数据".to_string(),
    }
}

const ONE: NumberFormat = NumberFormat { decimals: 1, percent: false };

const UNITS: [&str; 20] = [
    "公安局",
    "财政局",
    "教育局",
    "民政局",
    "司法局",
    "自然资源和规划局",
    "生态环境局",
    "住房和城乡建设局",
    "交通运输局",
    "水利局",
    "农业农村局",
    "商务局",
    "文化广电和旅游局",
    "卫生健康委员会",
    "应急管理局",
    "审计局",
    "市场监督管理局",
    "统计局",
    "医疗保障局",
    "城市管理局",
];

const CRITERIA: [&str; 8] =
    ["组织领导", "政府职能", "行政立规", "行政决策", "行政执法", "权力监督", "政务公开", "纠纷化解"];

fn ranking() -> ChartData {
    let points = [10.0, 15.0, 10.0, 10.0, 20.0, 15.0, 10.0, 10.0];
    let value = |unit: usize, criterion: usize| {
        let lost = ((unit * 7 + criterion * 5) % 11) as f64 / 40.0 + unit as f64 * 0.008;
        points[criterion] * (1.0 - lost)
    };
    let of = |(at, name): (usize, &&str)| {
        let values: Vec<Option<f64>> = (0..UNITS.len()).map(|unit| Some(value(unit, at))).collect();
        series(name, &values)
    };
    let parts: Vec<Series> = CRITERIA.iter().enumerate().map(of).collect();
    let total = |unit: usize| Some((0..CRITERIA.len()).map(|at| value(unit, at)).sum());
    let mut chart = chart(ChartKind::StackedBar, &UNITS, parts);
    for (series, colour) in chart.series.iter_mut().zip(SLIDE.criteria) {
        series.paint = Paint::Colour(colour);
    }
    chart.totals = Some(series("总分", &(0..UNITS.len()).map(total).collect::<Vec<_>>()));
    chart.value_axis = ValueAxis { format: ONE, range: Some((0.0, 100.0)), ..ValueAxis::default() };
    for category in chart.categories.iter_mut().skip(18) {
        category.faded = true;
    }
    chart
}

fn trend() -> ChartData {
    let years = ["2015", "2016", "2017", "2018", "2019", "2020"];
    let lines = [
        ("公安局", vec![Some(81.2), Some(83.0), None, Some(86.4), Some(88.1), Some(90.3)]),
        ("财政局", vec![Some(84.0), Some(84.9), Some(86.2), Some(87.0), Some(87.3), Some(89.9)]),
        ("教育局", vec![None, None, Some(78.4), Some(80.2), Some(84.0), Some(85.1)]),
        ("自然资源和规划局", vec![Some(76.0), Some(74.2), Some(73.5), Some(77.7), None, Some(79.6)]),
    ];
    let mut all: Vec<Series> = lines.iter().map(|(name, values)| series(name, values)).collect();
    let median = [79.0, 79.5, 80.1, 81.0, 82.2, 83.0];
    all.push(Series { paint: Paint::Reference, ..series("类别中位数", &whole(&median)) });
    let mut chart = chart(ChartKind::Line, &years, all);
    chart.labels = Labels::Names;
    chart.value_axis = ValueAxis { format: ONE, title: "得分".to_string(), ..ValueAxis::default() };
    chart.category_title = "年度".to_string();
    chart
}

fn places() -> ChartData {
    let years = ["2016", "2017", "2018", "2019", "2020"];
    let lines = [
        [1.0, 2.0, 2.0, 1.0, 1.0],
        [3.0, 1.0, 1.0, 2.0, 3.0],
        [2.0, 3.0, 4.0, 4.0, 2.0],
        [4.0, 4.0, 3.0, 3.0, 4.0],
    ];
    let names = ["财政局", "公安局", "教育局", "民政局"];
    let all = names.iter().zip(lines).map(|(name, values)| series(name, &whole(&values))).collect();
    let mut chart = chart(ChartKind::Line, &years, all);
    chart.labels = Labels::Names;
    chart.value_axis = ValueAxis { range: Some((1.0, 4.0)), reversed: true, ..ValueAxis::default() };
    chart
}

fn approval() -> ChartData {
    let all = vec![
        series("法定时限", &whole(&[31_075.0, 12_400.0, 8_210.0, 6_020.0])),
        series("承诺时限", &whole(&[8_330.0, 5_100.0, 3_900.0, 2_480.0])),
        series("实际用时", &[None, Some(4_020.0), Some(3_100.5), Some(2_000.0)]),
    ];
    let mut chart = chart(ChartKind::Bar, &["全部事项", "工程建设", "市场准入", "社会民生"], all);
    chart.value_axis.title = "天".to_string();
    chart
}

fn waterfall() -> ChartData {
    let steps = ["满分", "行政执法", "政务公开", "纠纷化解", "扣分规则", "最后得分"];
    let hidden =
        Series { paint: Paint::Hidden, ..series("台阶", &whole(&[0.0, 93.5, 89.0, 86.2, 83.2, 0.0])) };
    let points = whole(&[100.0, 6.5, 4.5, 2.8, 3.0, 83.2]);
    let mut chart = chart(ChartKind::StackedColumn, &steps, vec![hidden, series("分", &points)]);
    chart.totals = Some(series("分值", &points));
    chart.labels = Labels::None;
    chart.value_axis.format = ONE;
    chart
}

fn scatter() -> ChartData {
    let one = [Some(91.0), Some(88.5), None, Some(79.0), None, Some(90.2)];
    let other = [None, None, Some(84.4), None, Some(72.0), None];
    let mut chart =
        chart(ChartKind::Scatter, &UNITS[..6], vec![series("甲类", &one), series("乙类", &other)]);
    let across = [120.0, 310.0, 95.0, 410.0, 260.0, 180.0];
    chart.across =
        Some(Across {
            values: whole(&across), format: NumberFormat::default(), title: "案件数".to_string()
        });
    chart.value_axis = ValueAxis { title: "得分".to_string(), format: ONE, ..ValueAxis::default() };
    chart.labels = Labels::Names;
    chart
}

fn profile() -> ChartData {
    let unit = whole(&[0.92, 0.81, 0.88, 0.74, 0.79, 0.95, 0.83, 0.9]);
    let median = whole(&[0.85, 0.8, 0.8, 0.8, 0.82, 0.84, 0.8, 0.86]);
    let all =
        vec![series("公安局", &unit), Series { paint: Paint::Reference, ..series("类别中位数", &median) }];
    let mut chart = chart(ChartKind::Radar, &CRITERIA, all);
    chart.value_axis = ValueAxis {
        format: NumberFormat { decimals: 0, percent: true },
        range: Some((0.0, 1.0)),
        ..ValueAxis::default()
    };
    chart
}

fn budgets() -> ChartData {
    let values = whole(&[1.24e8, 9.8e7, 3.1e8, 4.05e8]);
    chart(ChartKind::Column, &["2016", "2017", "2018", "2019"], vec![series("法治经费", &values)])
}

fn picture() -> Picture {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 4\"><rect width=\"8\" height=\"4\" fill=\"teal\"/><text x=\"1\" y=\"2\" font-size=\"1\">甲 &amp; 乙</text></svg>";
    Picture { svg: svg.to_string(), png: include_bytes!("dot.png").to_vec(), alt: "一块色块".to_string() }
}

fn table() -> TableData {
    let column = |title: &str, align| Column { title: title.to_string(), align };
    let columns = vec![
        column("单位", Align::Start),
        column("得分", Align::End),
        column("等次", Align::Start),
        column("说明", Align::Start),
    ];
    let row = |(place, unit): (usize, &&str)| {
        vec![
            unit.to_string(),
            format!("{:.1}", 92.0 - place as f64 * 1.3),
            "良好".to_string(),
            "数据完整度 96%".to_string(),
        ]
    };
    TableData {
        columns,
        rows: UNITS.iter().take(14).enumerate().map(row).collect(),
        alt: "得分表".to_string(),
    }
}

fn deck(size: SlideSize, lang: Lang) -> Deck {
    let points = ["压缩审批时限的承诺已经兑现", "两个单位因一票否决不参加排名", "数据缺口集中在纠纷化解"];
    let chart = |headline: &str, subtitle: &str, data: ChartData| {
        slide(headline, subtitle, SlideBody::NativeChart(Box::new(data)))
    };
    Deck {
        size,
        lang,
        palette: SLIDE,
        cover: Some(Cover {
            title: "2019 年度法治政府建设评价".to_string(),
            subtitle: "结论、趋势与审批时限".to_string(),
            byline: "演示用虚构数据".to_string(),
            note: "开场：说明数据来源。".to_string(),
        }),
        slides: vec![
            chart("公安局领先，执法一项拉开差距", "总分，满分 100；深浅为一级评分项", ranking()),
            chart("四年间多数单位稳步上升，自然资源和规划局先降后升", "年度得分", trend()),
            chart("财政局重回第一", "名次", places()),
            chart("法定 31,075 天压缩到 8,330 天，减少 73.2%", "审批时限合计，天", approval()),
            chart("执法一项失分最多", "从满分到最后得分，分", waterfall()),
            chart("案件多的单位得分并不更低", "每点一个单位", scatter()),
            chart("决策是短板", "各评分项得分率，满分 100%", profile()),
            chart("法治经费三年增长两倍多", "元", budgets()),
            slide("热力图一眼看出短板", "单位 × 评分项", SlideBody::Picture(picture())),
            slide("十四个单位的得分", "", SlideBody::Table(table())),
            slide("三点结论", "", SlideBody::Text(points.map(String::from).to_vec())),
        ],
    }
}

fn odd() -> Deck {
    let long = "关于进一步优化营商环境深化行政审批制度改革的若干措施落实情况".repeat(7);
    let nasty = "<script>&😀\u{0}\u{1}\u{b}\u{202e}\"'_x0041_";
    let body = |data| SlideBody::NativeChart(Box::new(data));
    let bars = |categories: &[&str], values: &[Option<f64>]| {
        chart(ChartKind::Bar, categories, vec![series(nasty, values)])
    };
    let years: Vec<String> = (1990..2050).map(|year| year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let many = |kind| {
        let of = |at: usize| {
            let values: Vec<Option<f64>> = (0..60)
                .map(|year| {
                    (!(year + at).is_multiple_of(17)).then(|| 50.0 + ((at * 13 + year * 7) % 40) as f64)
                })
                .collect();
            series(&format!("系列{at}"), &values)
        };
        chart(kind, &years, (0..60).map(of).collect())
    };
    let mut names = many(ChartKind::Line);
    names.labels = Labels::Names;
    let mut limits = bars(&["甲"], &[Some(1.0)]);
    limits.value_axis.range = Some((f64::NAN, f64::INFINITY));
    let mut three = bars(&["a", "b", "c"], &[Some(f64::NAN), Some(f64::INFINITY), Some(1.0)]);
    three.labels = Labels::Names;
    let slide = |headline: &str, data| super_slide(headline, nasty, body(data));
    Deck {
        size: SlideSize::Wide,
        lang: Lang::Zh,
        palette: SLIDE,
        cover: Some(Cover {
            title: nasty.repeat(20),
            subtitle: long.clone(),
            byline: long.clone(),
            note: nasty.to_string(),
        }),
        slides: vec![
            slide("没有数据", bars(&[], &[])),
            slide("全部缺失", bars(&["甲", "乙"], &[None, None])),
            slide("一个点", chart(ChartKind::Line, &["2019"], vec![series("甲", &[Some(5.0)])])),
            slide("一根柱", chart(ChartKind::Column, &["2019"], vec![series("甲", &[Some(5.0)])])),
            slide("都相等", bars(&["甲", "乙", "丙"], &[Some(7.0), Some(7.0), Some(7.0)])),
            slide("负数", bars(&["甲", "乙", "丙"], &[Some(-7.0), Some(3.5), Some(-0.25)])),
            slide("一万亿", bars(&["甲", "乙"], &[Some(1e12), Some(3e8)])),
            slide("大得离谱", bars(&["甲", "乙", "丙"], &[Some(1e300), Some(-1e280), Some(1e-300)])),
            slide("不成数", three),
            slide("不成范围", limits),
            slide(&long, bars(&[long.as_str(), nasty, ""], &[Some(1.0), Some(2.0), Some(3.0)])),
            slide("六十条线", many(ChartKind::Line)),
            slide("六十条线有名字", names),
            slide(
                "六十个系列的柱",
                ChartData {
                    categories: years[..3].iter().map(|name| Category::from(*name)).collect(),
                    ..many(ChartKind::StackedBar)
                },
            ),
            slide(
                "两条轴的网",
                chart(ChartKind::Radar, &["甲", "乙"], vec![series("丙", &whole(&[1.0, 2.0]))]),
            ),
            slide("", chart(ChartKind::Scatter, &["甲"], vec![series("乙", &[Some(1.0)])])),
            super_slide(
                "坏图",
                "",
                SlideBody::Picture(Picture { svg: "<svg>".into(), png: vec![1, 2, 3], alt: String::new() }),
            ),
            super_slide("坏矢量图", "", SlideBody::Picture(Picture { svg: "<svg>".into(), ..picture() })),
            super_slide("空表", "", SlideBody::Table(TableData::default())),
            super_slide(
                "怪表",
                "",
                SlideBody::Table(TableData {
                    columns: (0..12)
                        .map(|at| Column { title: format!("{nasty}{at}"), align: Align::End })
                        .collect(),
                    rows: vec![vec![long.clone(); 3], vec![], vec![nasty.to_string(); 20]],
                    alt: nasty.to_string(),
                }),
            ),
            super_slide("没有要点", "", SlideBody::Text(vec![String::new()])),
            super_slide("要点很多", "", SlideBody::Text(vec![long.clone(), nasty.to_string()])),
        ],
    }
}

fn super_slide(headline: &str, subtitle: &str, body: SlideBody) -> Slide {
    Slide {
        headline: headline.into(),
        subtitle: subtitle.into(),
        body,
        note: subtitle.into(),
        source: subtitle.into(),
    }
}

/// The slides of a chart; where one is a picture its PNG is an empty one of the right size.
fn of(chart: &Chart, lang: Lang) -> Vec<Slide> {
    slides_of(chart, lang, SlideSize::Wide, &|_, size, _| {
        Some(blank_png(size.width.round() as u32, size.height.round() as u32))
    })
}

/// A PNG of this size, all black, one bit a pixel.
fn blank_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |name: &[u8; 4], data: &[u8]| {
        let named = [name.as_slice(), data].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&named);
        png.extend((data.len() as u32).to_be_bytes());
        png.extend(named);
        png.extend(crc.sum().to_be_bytes());
    };
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    let rows = vec![0; (1 + width.div_ceil(8) as usize) * height as usize];
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    let _ = std::io::Write::write_all(&mut packed, &rows);
    chunk(b"IHDR", &head);
    chunk(b"IDAT", &packed.finish().unwrap_or_default());
    chunk(b"IEND", &[]);
    png
}

/// The charts of the data that comes with the page: approval times of each set, and trends of what has the most years.
fn seeds(lang: Lang) -> Result<Deck, Box<dyn std::error::Error>> {
    let mut slides = Vec::new();
    for data in seed_data_sets()? {
        let table = Table::new(data.clone());
        slides.extend(of(&Chart::Approval(approval::latest(&table)), lang));
        let units: Vec<usize> = (0..data.units.len()).collect();
        let mut trends: Vec<trend::Trend> = data
            .indicators
            .iter()
            .filter_map(|indicator| trend::of_indicator(&table, &indicator.id, &units))
            .collect();
        trends.sort_by_key(|of| std::cmp::Reverse(of.values().count()));
        trends.truncate(3);
        slides.extend(trends.into_iter().flat_map(|trend| of(&Chart::Trend(trend), lang)));
        let scheme = seed_schemes()?.into_iter().find(|scheme| scheme.id.contains(&data.id));
        if let Some(scheme) = scheme {
            if let Some(year) = table.years().last() {
                let ground = Ground {
                    table: &table,
                    scheme: &scheme,
                    evaluation: &evaluate(&table, &scheme, *year),
                    opened: None,
                    schemes: &[],
                    evaluate: &|scheme, year| evaluate(&table, scheme, year),
                };
                let view = |kind| ChartView { kind, ..ChartView::default() };
                slides.extend(Kind::ALL.iter().flat_map(|kind| of(&view(*kind).chart(&ground), lang)));
            }
            let evaluations: Vec<_> =
                table.years().iter().map(|year| evaluate(&table, &scheme, *year)).collect();
            slides.extend(of(&Chart::Trend(trend::of_scores(&table, &scheme, &evaluations, &[3])), lang));
        }
    }
    Ok(Deck { size: SlideSize::Wide, lang, palette: SLIDE, cover: None, slides })
}
