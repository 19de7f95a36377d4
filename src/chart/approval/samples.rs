//! Approval-times charts for tests, with figures as published.

use super::{Along, Approval, Counted, Figure, Group, Row};
use crate::{
    chart::{Cited, Place, Sources},
    domain::{Measure, MeasureKind, Quality, Text, Year},
};

fn figure(value: f64, printed: &str) -> Figure {
    Figure {
        value,
        place: Place { document: Some(0), section: "二（一）1".to_owned(), printed: printed.to_owned() },
    }
}

/// A row with these times.
pub(crate) fn row(unit: &str, name: (&str, &str), year: Year, times: [Option<f64>; 3]) -> Row {
    let [before, after, actual] = times.map(|time| time.map(|value| figure(value, "")));
    Row {
        unit: unit.into(),
        name: Text::new(name.0, name.1),
        year,
        before,
        after,
        actual,
        stated_cut: None,
        stated_days: None,
    }
}

/// A chart of such rows.
pub(crate) fn of(along: Along, rows: Vec<Row>) -> Approval {
    Approval {
        along,
        groups: vec![Group {
            counted: Counted::Total,
            before: Text::new("法定审批时限累计", "Statutory time, all items"),
            after: Text::new("承诺办理时限累计", "Promised time, all items"),
            actual: Text::new("实际办理用时累计", "Actual time, all items"),
            measure: Measure { kind: MeasureKind::Days, name: Text::new("天", "days") },
            rows,
        }],
        sources: Sources {
            documents: vec![Cited {
                title: Text::new(
                    "巩义市2019年度法治政府建设报告",
                    "Gongyi: report on law-based government 2019",
                ),
                quality: Quality::Report,
            }],
            invented: false,
        },
    }
}

/// 巩义市 2019: 31,075 − 8,330 = 22,745 days, 22,745 ÷ 31,075 = 73.19 %.
pub(crate) fn gongyi() -> Approval {
    let row = row("gongyi", ("巩义市", "Gongyi"), 2019, [Some(31_075.0), Some(8_330.0), None]);
    let stated_cut = Some(figure(0.732, "73.2%"));
    let stated_days = Some(figure(22_745.0, "22745天"));
    of(Along::Latest, vec![Row { stated_cut, stated_days, ..row }])
}

/// So many departments, one of which has become slower.
pub(crate) fn departments(count: usize) -> Approval {
    let rows = (0..count).map(|nth| {
        let before = 2_837.0 - 171.0 * (nth % 11) as f64;
        let after = if nth == 3 { before * 1.1 } else { before * (0.3 + 0.02 * nth as f64) };
        let actual = (nth % 4 != 1).then_some(after * 0.8);
        let name = format!("第{nth}局");
        row(
            &format!("d{nth}"),
            (&name, &format!("Office {nth}")),
            2019,
            [Some(before), Some(after.round()), actual.map(f64::round)],
        )
    });
    let chart = of(Along::Units, rows.collect());
    Approval { sources: Sources { documents: Vec::new(), invented: true }, ..chart }
}
