//! Cells of every kind that offices write, understood or named by sheet and cell.

use super::*;
use crate::domain::MissingReason;

#[test]
fn doubtful_cells_are_named() {
    let lines = "\
单位,案件数（件）,办结率（%）,收入（万元）,达标
财政局,#DIV/0!,98%以上,35,是
审计局,2019-03-01,１０５,1.5亿元,否
教育局,约300件,—,500元,√
民政局,无,/,3-5,
小关镇,-5,七成,12①,合格
";
    let known = data(&[], &[("cases", "案件数", MeasureKind::Count), ("done", "达标", MeasureKind::YesNo)]);
    let (lines, _, doubts) = import(&book(&[("2019", lines)]), &known);
    let value = |place: usize| lines[place].rsplit_once(" = ").unwrap().1;
    let values: Vec<&str> = (0..lines.len()).map(value).collect();
    assert_eq!(
        values,
        [
            "?",
            "0.98",
            "350000",
            "1",
            "?",
            "1.05",
            "150000000",
            "0",
            "300",
            "?",
            "500",
            "1",
            "?",
            "?",
            "?",
            "?",
            "-5",
            "?",
            "120000",
            "1",
        ]
    );
    assert_eq!(
        at(&doubts),
        [
            ("B2".into(), Why::Failed(CellError::DivisionByZero)),
            ("C2".into(), Why::About("以上".into())),
            ("B3".into(), Why::Unclear(Unclear::Date, "2019-03-01".into())),
            ("C3".into(), Why::AboveWhole),
            ("B4".into(), Why::About("约".into())),
            ("D4".into(), Why::OtherMeasure("元".into())),
            ("B5".into(), Why::NoneWritten),
            ("D5".into(), Why::Unclear(Unclear::Range, "3-5".into())),
            ("B6".into(), Why::Negative),
            ("C6".into(), Why::Unclear(Unclear::Words, "七成".into())),
            ("D6".into(), Why::Remark("①".into())),
        ]
    );
}

#[test]
fn reasons_sources_and_notes_go_with_the_value() {
    let lines = "单位,案件数\n财政局,约300件\n审计局,未上报\n教育局,\n民政局,不适用\n小关镇,5\n";
    let (plan, _) = propose(&book(&[("2019", lines)]), &data(&[], &[]), &Text::default());
    let (imported, _) = apply(&book(&[("2019", lines)]), &plan, &data(&[], &[]));
    let missing: Vec<_> = imported.observations.iter().map(|observation| observation.missing).collect();
    assert_eq!(
        missing,
        [
            None,
            Some(MissingReason::NotReported),
            Some(MissingReason::NotPublished),
            Some(MissingReason::NothingToCount),
            None
        ]
    );
    let source = imported.observations[0].source.as_ref().unwrap();
    assert_eq!((source.section.as_str(), source.printed.as_str()), ("2019!B2", "约300件"));
    assert_eq!(imported.observations[0].note, Text::new("约", ""));
    assert_eq!(source.document, plan.document.id);
}

#[test]
fn percentages_by_number_format_header_or_size() {
    // Without a sign of percent, figures above 1 for a share are percentages, and each is marked.
    let known = data(&[], &[("rate", "办结率", MeasureKind::Share)]);
    let (lines, _, doubts) = import(&book(&[("2019", "单位,办结率\n甲局,85\n乙局,90\n丙局,0.5\n")]), &known);
    assert_eq!(lines, ["甲局 2019 办结率 = 0.85", "乙局 2019 办结率 = 0.9", "丙局 2019 办结率 = 0.005"]);
    assert_eq!(doubts.iter().filter(|doubt| doubt.why == Why::ReadAsPercent).count(), 3);
    let (lines, _, doubts) = import(&book(&[("2019", "单位,办结率\n甲局,0.85\n乙局,90%\n")]), &known);
    assert_eq!(lines, ["甲局 2019 办结率 = 0.85", "乙局 2019 办结率 = 0.9"]);
    assert!(doubts.is_empty());
}

#[test]
fn the_same_figure_twice_is_named_where_it_differs() {
    let lines = "单位,案件数,案件数\n财政局,1,2\n审计局,3,3\n教育局,,4\n";
    let (lines, _, doubts) = import(&book(&[("2019", lines)]), &data(&[], &[]));
    assert_eq!(lines, ["财政局 2019 案件数 = 1", "审计局 2019 案件数 = 3", "教育局 2019 案件数 = 4"]);
    assert_eq!(at(&doubts), [("C2".into(), Why::Twice(Address::parse("B2").unwrap()))]);
}

#[test]
fn names_with_markup_marks_of_direction_and_ten_thousand_letters_stay_names() {
    let long = "长".repeat(10_000);
    let lines = format!("单位,<b>案件</b>&数\n<script>alert(1)</script>,1\n\u{202E}局政财,2\n{long},3\n");
    let (lines, plan, _) = import(&book(&[("2019", &lines)]), &data(&[], &[]));
    assert_eq!(lines.len(), 3);
    for unit in &plan.units {
        let UnitTarget::New(new) = &unit.target else { panic!() };
        assert!((1..=80).contains(&new.id.as_str().chars().count()));
        assert_eq!(new.id.as_str().trim(), new.id.as_str());
    }
}

#[test]
fn merging_keeps_corrections_and_values_that_a_gap_would_cover() {
    let known = data(&[], &[]);
    let first = book(&[("2019", "单位,案件数\n财政局,1\n审计局,2\n教育局,3\n")]);
    let (plan, _) = propose(&first, &known, &Text::default());
    let (data, changes) = merge(&known, apply(&first, &plan, &known).0, Mode::Merge);
    assert_eq!(changes, Changes { added: 3, ..Changes::default() });
    let mut corrected = data.clone();
    corrected.observations[0] = correct(&data.observations[0], Some(10.0), Text::new("笔误", ""));
    let second = book(&[("2019", "单位,案件数\n财政局,5\n审计局,\n教育局,4\n民政局,6\n")]);
    let (plan, _) = propose(&second, &corrected, &Text::default());
    let import = apply(&second, &plan, &corrected).0;
    let (merged, changes) = merge(&corrected, import.clone(), Mode::Merge);
    assert_eq!(changes, Changes { added: 1, changed: 1, same: 1, corrected: 1 });
    let values: Vec<_> = merged.observations.iter().map(|observation| observation.value).collect();
    assert_eq!(values, [Some(10.0), Some(2.0), Some(4.0), Some(6.0)]);
    assert_eq!(merged.observations[0].correction.as_ref().unwrap().imported, Some(5.0));
    let (replaced, _) = merge(&corrected, import, Mode::Replace);
    let values: Vec<_> = replaced.observations.iter().map(|observation| observation.value).collect();
    assert_eq!(values, [Some(10.0), None, Some(4.0), Some(6.0)]);
    // Correcting back to what was imported takes the mark away.
    assert_eq!(correct(&merged.observations[0], Some(5.0), Text::default()).correction, None);
}
