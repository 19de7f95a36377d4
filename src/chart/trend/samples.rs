//! Trends for tests, with figures as published.

use super::{Behind, Break, ClassYear, Point, Series, Trend};
use crate::{
    chart::{Cited, Place, Sources},
    domain::{Measure, MeasureKind, Quality, Text, Year},
};

fn series(id: &str, name: (&str, &str), points: &[(Year, f64)]) -> Series {
    let points = points.iter().map(|(year, value)| Point {
        year: *year,
        value: Some(*value),
        place: Place { document: Some(0), ..Place::default() },
        ..Point::default()
    });
    Series { unit: id.into(), name: Text::new(name.0, name.1), points: points.collect() }
}

/// Shares of administrative cases lost, in published yearly reports of courts. 广东's 2018 counts less.
pub(crate) fn cases_lost() -> Trend {
    Trend {
        measured: Text::new("行政机关败诉率", "Cases lost by the administration"),
        measure: Measure { kind: MeasureKind::Share, name: Text::default() },
        method: Text::default(),
        series: vec![
            series(
                "shandong",
                ("山东省", "Shandong"),
                &[(2018, 0.164), (2019, 0.1136), (2020, 0.0972), (2021, 0.1083), (2022, 0.0688)],
            ),
            series(
                "guangdong",
                ("广东省", "Guangdong"),
                &[(2017, 0.107), (2018, 0.042), (2019, 0.114), (2020, 0.138)],
            ),
            series(
                "guangzhou",
                ("广州市", "Guangzhou"),
                &[(2021, 0.1388), (2022, 0.1137), (2023, 0.1096), (2024, 0.0855)],
            ),
        ],
        behind: None,
        breaks: vec![Break {
            from: 2018,
            until: Some(2018),
            note: Text::new("2018 年只统计部分案件", "2018 counts only some of the cases"),
            series: vec![1],
        }],
        sources: Sources {
            documents: vec![Cited {
                title: Text::new("行政审判白皮书", "White paper on administrative trials"),
                quality: Quality::Secondary,
            }],
            invented: false,
        },
    }
}

/// Scores of one invented department among its class, vetoed in one year, not rated in another, with a gap.
pub(crate) fn scores_of_one() -> Trend {
    let mut one = series(
        "housing",
        ("住房和城乡建设局", "Housing and Construction"),
        &[(2013, 71.2), (2014, 74.8), (2015, 73.1), (2017, 78.4), (2018, 81.0), (2019, 77.03)],
    );
    one.points.iter_mut().for_each(|point| point.place = Place::default());
    one.points[4].veto = Some(Text::new("年度考核不合格，一票否决", "Failed the yearly assessment"));
    let class =
        |year: Year, low: f64, median: f64, high: f64| ClassYear { year, low, median, high, units: 16 };
    Trend {
        measured: Text::new("得分", "Score"),
        measure: Measure { kind: MeasureKind::Points, name: Text::default() },
        method: Text::new(
            "按“默认方案”由本页计算，满分 100",
            "Computed on this page by “Default scheme”, full marks 100",
        ),
        series: vec![one],
        behind: Some(Behind {
            name: Text::new("政府部门", "departments"),
            years: vec![
                class(2013, 58.0, 69.5, 80.1),
                class(2014, 61.2, 71.0, 84.0),
                class(2015, 60.0, 72.4, 85.5),
                class(2016, 62.4, 73.0, 86.2),
                class(2017, 63.0, 75.1, 86.0),
                class(2018, 64.9, 76.0, 88.8),
                class(2019, 60.4, 72.3, 88.0),
            ],
        }),
        breaks: Vec::new(),
        sources: Sources { documents: Vec::new(), invented: true },
    }
}

/// So many lines over ten years, in long names where asked.
pub(crate) fn many(lines: usize, name: &str) -> Trend {
    let series = (0..lines).map(|nth| {
        let points: Vec<(Year, f64)> =
            (2010..2020).map(|year| (year, ((nth * 37 + usize::from(year) * 11) % 89) as f64)).collect();
        series(&format!("u{nth}"), (&format!("{name}{nth}"), ""), &points)
    });
    Trend {
        measured: Text::new("件数", "Cases"),
        measure: Measure { kind: MeasureKind::Count, name: Text::new("件", "cases") },
        series: series.collect(),
        breaks: Vec::new(),
        ..cases_lost()
    }
}

/// One line with these values from 2010 on.
pub(crate) fn values(values: &[f64]) -> Trend {
    let points: Vec<(Year, f64)> = (2010..).zip(values.iter().copied()).collect();
    Trend { series: vec![series("u", ("某单位", "A unit"), &points)], ..many(0, "") }
}
