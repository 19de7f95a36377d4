//! How long a deck of 20 slides takes: `cargo xtask bench`. The page must make it in a second.

use std::time::Instant;

use faheng::chart::palette::SLIDE;
use faheng::export::pptx::{
    Category, ChartData, ChartKind, Deck, Labels, NumberFormat, Paint, Series, Slide, SlideBody, SlideSize,
    ValueAxis, write,
};
use faheng::i18n::Lang;

fn main() {
    let deck = deck();
    let mut times: Vec<f64> = Vec::new();
    let mut size = 0;
    for _ in 0..21 {
        let start = Instant::now();
        size = write(&deck).map_or(0, |bytes| bytes.len());
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "a deck of 20 slides with a native chart each: {:.1} ms (median of 21), {size} bytes",
        times[10]
    );
}

/// 12 categories and 8 series on each slide, kinds in turn.
fn deck() -> Deck {
    let kinds = [ChartKind::StackedBar, ChartKind::Line, ChartKind::Bar, ChartKind::Column, ChartKind::Radar];
    let series = |slide: usize, series: usize| Series {
        name: format!("一级评分项 {series}"),
        values: (0..12)
            .map(|at| (at != series).then_some(((slide + series * 7 + at * 3) % 20) as f64 + 0.5))
            .collect(),
        paint: Paint::Auto,
        ringed: Vec::new(),
    };
    let chart = |slide: usize| ChartData {
        kind: kinds[slide % kinds.len()],
        categories: (1..=12).map(|at| Category::from(format!("被评单位 {at}").as_str())).collect(),
        series: (0..8).map(|at| series(slide, at)).collect(),
        across: None,
        band: None,
        totals: None,
        category_title: String::new(),
        value_axis: ValueAxis {
            format: NumberFormat { decimals: 1, percent: false },
            ..ValueAxis::default()
        },
        labels: Labels::Values,
        alt: String::new(),
    };
    let slide = |at: usize| Slide {
        headline: format!("第 {at} 个结论：执法一项拉开差距"),
        subtitle: "总分，满分 100".to_string(),
        body: SlideBody::NativeChart(Box::new(chart(at))),
        note: "方法：按评分方案计算。".to_string(),
        source: "测速用的数".to_string(),
    };
    Deck {
        size: SlideSize::Wide,
        lang: Lang::Zh,
        palette: SLIDE,
        cover: None,
        slides: (0..20).map(slide).collect(),
    }
}
