//! Every chart as a picture: goldens that were looked at, and bad input that must not break one.
//!
//! A golden is renewed by running its test with `FAHENG_GOLDEN=write`; look at it in a browser before it is kept.

use quick_xml::{Reader, events::Event};

use super::{
    Chart, Look, Parts, Plot, Size, Span, Style, approval, bump,
    catalogue::{ChartView, Ground, Kind},
    distribution, heat_map, profile, ranking, slope, trend, waterfall,
};
use crate::{
    data::{seed_data_sets, seed_schemes},
    domain::{Evaluation, Scheme, Text},
    export::svg::svg,
    i18n::Lang,
    scoring::{Side, Table, evaluate},
};

/// The SVG of a chart at a width and the height that suits it, read through by an XML reader.
pub(super) fn picture(chart: &Chart, width: f64, style: Style) -> String {
    let size = Size { width, height: chart.height(width, style) };
    let svg = svg(chart, size, style).unwrap();
    assert_well_formed(&svg);
    svg
}

fn assert_well_formed(svg: &str) {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut elements = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                elements += 1;
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
            }
            _ => {}
        }
    }
    assert!(elements > 3);
}

/// Compares a picture with the one that is kept.
pub(super) fn golden(name: &str, chart: &Chart, width: f64, style: Style) {
    let svg = picture(chart, width, style);
    let path = format!("{}/tests/golden/charts/{name}.svg", env!("CARGO_MANIFEST_DIR"));
    if std::env::var("FAHENG_GOLDEN").is_ok_and(|value| value == "write") {
        std::fs::write(&path, &svg).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == svg, "{name} differs from {path}");
}

const LIGHT_ZH: Style = Style { look: Look::Light, parts: Parts::Whole, lang: Lang::Zh };
const DARK_EN: Style = Style { look: Look::Dark, parts: Parts::Whole, lang: Lang::En };
const SLIDE_ZH: Style = Style { look: Look::Slide, parts: Parts::Whole, lang: Lang::Zh };

#[test]
fn trend_of_cases_lost() {
    let chart = Chart::Trend(trend::samples::cases_lost());
    golden("trend-light-zh", &chart, 760.0, LIGHT_ZH);
    golden("trend-dark-en", &chart, 760.0, DARK_EN);
    golden("trend-slide-zh", &chart, 1280.0, SLIDE_ZH);
}

#[test]
fn trend_of_one_unit_among_its_class() {
    let chart = Chart::Trend(trend::samples::scores_of_one());
    golden("trend-one-light-zh", &chart, 760.0, LIGHT_ZH);
    golden("trend-one-dark-en", &chart, 760.0, DARK_EN);
}

#[test]
fn bad_trends_are_pictures_or_sentences() {
    use trend::samples::{many, values};
    let long = "名".repeat(200);
    let cases = [
        many(0, ""),
        many(60, "单位"),
        many(7, &long),
        many(3, "<script>&😀\u{0}\u{202e}"),
        values(&[5.0]),
        values(&[5.0, 5.0, 5.0]),
        values(&[0.0]),
        values(&[-3.0, -80.5]),
        values(&[1e12, 3.0]),
        values(&[1e300, -1e300]),
        values(&[]),
    ];
    for trend in cases {
        let chart = Chart::Trend(trend);
        for style in [LIGHT_ZH, DARK_EN, SLIDE_ZH] {
            for width in [40.0, 360.0, 1280.0] {
                let svg = picture(&chart, width, style);
                assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("inf"));
            }
            assert!(!chart.alt(style.lang).is_empty());
            let table = chart.table(style.lang);
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        }
    }
    let empty = Chart::Trend(values(&[]));
    assert_eq!(empty.problem(Lang::Zh).as_deref(), Some("所选单位没有“件数”的数据"));
    assert!(picture(&empty, 600.0, LIGHT_ZH).contains("所选单位没有“件数”的数据"));
}

#[test]
fn a_size_that_makes_no_sense_is_drawn_at_one_that_does() {
    let chart = Chart::Trend(trend::samples::cases_lost());
    for (width, height) in [(f64::NAN, 1.0), (0.0, 0.0), (-5.0, f64::INFINITY), (1e9, 1e9)] {
        assert!(!chart.scene(Size { width, height }, LIGHT_ZH).shapes.is_empty());
    }
}

#[test]
fn approval_times_of_gongyi() {
    let chart = Chart::Approval(approval::samples::gongyi());
    assert_eq!(chart.heading(Lang::Zh).title, "巩义市 2019 年审批时限压减 73.2%：31,075 天 → 8,330 天");
    golden("approval-light-zh", &chart, 760.0, LIGHT_ZH);
    golden("approval-dark-en", &chart, 760.0, DARK_EN);
    golden("approval-slide-zh", &chart, 1280.0, SLIDE_ZH);
    let svg = picture(&chart, 760.0, LIGHT_ZH);
    for said in ["31,075 天", "8,330 天", "−22,745 天（−73.2%）", "报告未给出", "与出处所载一致"]
    {
        assert!(svg.contains(said), "{said}");
    }
}

#[test]
fn approval_times_of_departments() {
    let chart = Chart::Approval(approval::samples::departments(14));
    golden("approval-rows-light-zh", &chart, 860.0, LIGHT_ZH);
    golden("approval-rows-dark-en", &chart, 860.0, DARK_EN);
}

/// The invented departments, evaluated in every year by the scheme made for them.
fn departments() -> (Table, std::rc::Rc<Scheme>, Vec<Evaluation>) {
    let data = seed_data_sets().unwrap().into_iter().find(|data| data.id == "departments").unwrap();
    let scheme = seed_schemes().unwrap().into_iter().find(|of| of.id == "default-departments").unwrap();
    let table = Table::new(data);
    let years = table.years().to_vec();
    let evaluations = years.into_iter().map(|year| evaluate(&table, &scheme, year)).collect();
    (table, scheme, evaluations)
}

/// Every bad chart is a picture or a sentence at every size, in every look, and says itself in words and as a table.
fn stands_bad_input(chart: &Chart) {
    for style in [LIGHT_ZH, DARK_EN, SLIDE_ZH] {
        for width in [40.0, 360.0, 1280.0] {
            let svg = picture(chart, width, style);
            assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("inf"));
        }
        assert!(!chart.alt(style.lang).is_empty());
        let table = chart.table(style.lang);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        let small = chart.scene(Size { width: 900.0, height: 60.0 }, style);
        assert!(!small.shapes.is_empty());
    }
}

#[test]
fn heat_map_of_departments() {
    let (table, scheme, evaluations) = departments();
    let map = heat_map::of_evaluation(&table, &scheme, evaluations.last().unwrap(), &[]);
    let chart = Chart::HeatMap(map);
    golden("heat-map-light-zh", &chart, 980.0, LIGHT_ZH);
    golden("heat-map-dark-en", &chart, 980.0, DARK_EN);
}

#[test]
fn bad_heat_maps_are_pictures_or_sentences() {
    use super::evaluated::Share;
    use heat_map::samples::{many, various};
    let long = "名".repeat(200);
    let cases = [
        many(0, 3, "", various),
        many(3, 0, "", various),
        many(1, 1, "单位", |_, _| Share::Of(0.5)),
        many(4, 3, "单位", |_, _| Share::Of(0.5)),
        many(4, 3, "单位", |_, _| Share::Missing),
        many(4, 3, "单位", |_, _| Share::NotApplicable),
        many(4, 3, "单位", |_, _| Share::Of(-2.0)),
        many(60, 8, "单位", various),
        many(60, 60, &long, various),
        many(7, 3, "<script>&😀\u{0}\u{202e}", various),
    ];
    cases.into_iter().for_each(|map| stands_bad_input(&Chart::HeatMap(map)));
    let missing = Chart::HeatMap(many(4, 3, "单位", |_, _| Share::Missing));
    assert_eq!(missing.problem(Lang::Zh).as_deref(), Some("2019 年没有可以计分的数据"));
}

#[test]
fn slope_of_departments() {
    let (table, scheme, evaluations) = departments();
    let side = |nth: usize| Side { table: &table, scheme: &scheme, evaluation: &evaluations[nth] };
    let names = (Text::new("2018 年", "2018"), Text::new("2019 年", "2019"));
    let chart = Chart::Slope(slope::of_sides(side(3), side(4), names, &[]));
    golden("slope-light-zh", &chart, 980.0, LIGHT_ZH);
    golden("slope-dark-en", &chart, 760.0, DARK_EN);
}

#[test]
fn bad_slopes_are_pictures_or_sentences() {
    use super::evaluated::Stand;
    use slope::samples::{many, various};
    let long = "名".repeat(200);
    let cases = [
        many(0, "", various),
        many(1, "单位", |_| (Stand::Ranked(1.0), Stand::Ranked(1.0))),
        many(4, "单位", |_| (Stand::Ranked(1.0), Stand::Ranked(1.0))),
        many(4, "单位", |_| (Stand::Absent, Stand::Absent)),
        many(4, "单位", |_| (Stand::Vetoed(Text::default()), Stand::NotRated)),
        many(4, "单位", |nth| (Stand::Absent, Stand::Ranked(nth as f64))),
        many(4, "单位", |nth| (Stand::Ranked(-1e12), Stand::Ranked(nth as f64))),
        many(60, "单位", various),
        many(400, &long, various),
        many(7, "<script>&😀\u{0}\u{202e}", various),
    ];
    cases.into_iter().for_each(|slope| stands_bad_input(&Chart::Slope(slope)));
    let same = Chart::Slope(many(4, "", |_| (Stand::Ranked(1.0), Stand::Ranked(1.0))));
    assert_eq!(same.heading(Lang::Zh).title, "2018 → 2019 年：4 个单位名次均未变");
}

#[test]
fn profile_of_a_department() {
    let (table, scheme, evaluations) = departments();
    let unit = table.unit_index(&"education".into()).unwrap();
    let profile = profile::of_unit(&table, &scheme, evaluations.last().unwrap(), unit).unwrap();
    let chart = Chart::Profile(profile);
    golden("profile-light-zh", &chart, 980.0, LIGHT_ZH);
    golden("profile-dark-en", &chart, 980.0, DARK_EN);
    golden("profile-narrow-light-zh", &chart, 480.0, LIGHT_ZH);
}

#[test]
fn bad_profiles_are_pictures_or_sentences() {
    use super::evaluated::Share;
    use profile::samples::{many, various};
    let long = "名".repeat(200);
    let cases = [
        many(0, "", various),
        many(1, "项", various),
        many(3, "项", |_| (Share::Of(0.5), Some(0.5))),
        many(4, "项", |_| (Share::Missing, None)),
        many(4, "项", |_| (Share::Of(0.5), None)),
        many(4, "项", |_| (Share::Of(-3.0), Some(-2.0))),
        many(8, "项", various),
        many(60, &long, various),
        many(7, "<script>&😀\u{0}\u{202e}", various),
    ];
    cases.into_iter().for_each(|profile| stands_bad_input(&Chart::Profile(profile)));
    let missing = Chart::Profile(many(4, "项", |_| (Share::Missing, None)));
    assert_eq!(missing.problem(Lang::Zh).as_deref(), Some("项局 2019 年没有可以计分的数据"));
}

#[test]
fn places_of_departments_over_the_years() {
    let (table, scheme, evaluations) = departments();
    let bump = |chosen: &[&str]| {
        let chosen: Vec<_> = chosen.iter().map(|id| (*id).into()).collect();
        Chart::Bump(bump::of_years(&table, &scheme, &evaluations, &"housing".into(), &chosen))
    };
    golden("bump-light-zh", &bump(&["housing", "water", "transport"]), 860.0, LIGHT_ZH);
    golden("bump-dark-en", &bump(&[]), 860.0, DARK_EN);
}

#[test]
fn bad_places_over_the_years_are_pictures_or_sentences() {
    use super::evaluated::Stand;
    use bump::samples::{many, various};
    let long = "名".repeat(200);
    let cases = [
        many(0, 5, "", various),
        many(5, 0, "单位", various),
        many(1, 1, "单位", |_, _| Stand::Ranked(1.0)),
        many(4, 3, "单位", |_, _| Stand::Ranked(1.0)),
        many(4, 3, "单位", |_, _| Stand::NotRated),
        many(4, 3, "单位", |_, _| Stand::Vetoed(Text::default())),
        many(4, 3, "单位", |unit, _| Stand::Ranked(-1e12 * unit as f64)),
        many(60, 12, "单位", various),
        many(60, 80, &long, various),
        many(7, 4, "<script>&😀\u{0}\u{202e}", various),
    ];
    cases.into_iter().for_each(|bump| stands_bad_input(&Chart::Bump(bump)));
    let none = Chart::Bump(many(4, 3, "单位", |_, _| Stand::NotRated));
    assert_eq!(none.problem(Lang::Zh).as_deref(), Some("没有可显示的名次"));
}

/// A chart of the departments in 2019.
fn of_departments(view: ChartView) -> Chart {
    let (table, scheme, evaluations) = departments();
    let ground = Ground {
        table: &table,
        scheme: &scheme,
        evaluation: evaluations.last().unwrap(),
        opened: None,
        schemes: &[],
        evaluate: &|scheme, year| evaluate(&table, scheme, year),
    };
    view.chart(&ground)
}

#[test]
fn ranking_of_departments() {
    let chart = of_departments(ChartView::default());
    golden("ranking-light-zh", &chart, 980.0, LIGHT_ZH);
    golden("ranking-dark-en", &chart, 980.0, DARK_EN);
    golden("ranking-slide-zh", &chart, 1280.0, SLIDE_ZH);
}

#[test]
fn bad_rankings_are_pictures_or_sentences() {
    use ranking::samples::many;
    let various = |unit: usize, part: usize| (!(unit + part).is_multiple_of(5)).then_some((unit % 7) as f64);
    let long = "名".repeat(200);
    let cases = [
        many(0, 3, "", various),
        many(3, 0, "", various),
        many(1, 1, "单位", |_, _| Some(50.0)),
        many(4, 3, "单位", |_, _| Some(20.0)),
        many(4, 3, "单位", |_, _| None),
        many(4, 3, "单位", |_, _| Some(-2.0)),
        many(4, 3, "单位", |_, _| Some(1e12)),
        many(60, 60, &long, various),
        many(7, 3, "<script>&😀\u{0}\u{202e}", various),
    ];
    cases.into_iter().for_each(|of| stands_bad_input(&Chart::Ranking(of)));
    let missing = Chart::Ranking(many(4, 3, "单位", |_, _| None));
    assert_eq!(missing.problem(Lang::Zh).as_deref(), Some("2019 年没有可以计分的数据"));
}

#[test]
fn every_chart_of_an_evaluation_says_what_it_shows_in_both_languages() {
    for kind in Kind::ALL {
        let chart = of_departments(ChartView { kind, ..ChartView::default() });
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(chart.problem(lang), None, "{kind:?}");
            assert!(!chart.alt(lang).is_empty() && !chart.table(lang).rows.is_empty(), "{kind:?}");
            let scene = chart.scene(Size { width: 980.0, height: 600.0 }, Style { lang, ..LIGHT_ZH });
            assert!(!scene.marks.is_empty(), "{kind:?}");
            assert!(
                scene.marks.iter().all(|mark| !mark.label.is_empty() && !mark.value.is_empty()),
                "{kind:?}"
            );
        }
    }
}

#[test]
fn distribution_of_departments() {
    let chart = of_departments(ChartView { kind: Kind::Distribution, ..ChartView::default() });
    golden("distribution-light-zh", &chart, 860.0, LIGHT_ZH);
    golden("distribution-dark-en", &chart, 860.0, DARK_EN);
    let many: Vec<f64> = (0..10_000)
        .map(|nth| 40.0 + ((nth * 37) % 601) as f64 / 20.0 + ((nth * 53) % 557) as f64 / 20.0)
        .collect();
    let chart = Chart::Distribution(distribution::samples::of(&many, 40));
    golden("distribution-many-light-zh", &chart, 860.0, LIGHT_ZH);
}

#[test]
fn bad_distributions_are_pictures_or_sentences() {
    use distribution::samples::{named, of};
    let long = "名".repeat(200);
    let sixty: Vec<f64> = (0..60).map(|nth| 30.0 + f64::from(nth)).collect();
    let cases = [
        of(&[], 7),
        of(&[5.0], 7),
        of(&[50.0; 60], 7),
        of(&[0.0; 3], 1),
        of(&[-3.0, 120.0], 7),
        of(&[1e12, 3.0], 7),
        of(&vec![70.0; 400], 7),
        named(&sixty, 7, &long),
        named(&sixty, 7, "<script>&😀\u{0}\u{202e}"),
    ];
    cases.into_iter().for_each(|of| stands_bad_input(&Chart::Distribution(of)));
    let none = Chart::Distribution(of(&[], 7));
    assert_eq!(none.problem(Lang::Zh).as_deref(), Some("2019 年没有可以计分的数据"));
}

#[test]
fn where_a_department_lost_its_marks() {
    let of = |unit: &str| {
        let unit = Some(unit.into());
        of_departments(ChartView { kind: Kind::Waterfall, unit, ..ChartView::default() })
    };
    golden("waterfall-light-zh", &of("ecology"), 860.0, LIGHT_ZH);
    golden("waterfall-veto-dark-en", &of("resources"), 860.0, DARK_EN);
}

#[test]
fn bad_waterfalls_are_pictures_or_sentences() {
    use waterfall::samples::of;
    let long = "名".repeat(200);
    let cases = [
        of(&[], "单位"),
        of(&[-5.0], "单位"),
        of(&[0.0; 4], "单位"),
        of(&[-1e12, 3.0], "单位"),
        of(&[-150.0, 80.0], "单位"),
        of(&[-1.0; 60], &long),
        of(&[-3.0, 2.0], "<script>&😀\u{0}\u{202e}"),
    ];
    cases.into_iter().for_each(|of| stands_bad_input(&Chart::Waterfall(of)));
    let none = Chart::Waterfall(of(&[], "甲局"));
    assert_eq!(none.problem(Lang::Zh).as_deref(), Some("甲局 2019 年没有得分"));
}

/// Cases lost over 2018–2022 narrowed to two years, given in either order: nothing of others is left.
#[test]
fn a_trend_is_narrowed_to_a_span_of_years() {
    let all = trend::samples::cases_lost();
    let (first, last) = all.span().unwrap();
    assert!(last > first + 1);
    let narrowed = all.clone().within(Some(Span::new(last, last - 1)));
    assert_eq!(narrowed.span(), Some((last - 1, last)));
    assert!(narrowed.alt(Lang::Zh).contains(&format!("{}–{last}", last - 1)));
    assert_eq!(all.clone().within(None), all);
}
