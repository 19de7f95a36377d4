//! Layouts: each table below says the same in another shape.

use super::*;

#[test]
fn a_row_a_unit_with_title_notes_numbers_classes_sums_and_a_foot() {
    let lines = "\
巩义市2019年度法治政府建设考核数据表,,,,,
制表单位：司法局,,,,,单位：万元
序号,单位名称,单位类别,行政复议案件数（件）,办结率（%）,罚没收入
1,财政局,市直部门,12,98.5,35
2,审计局,市直部门,3,100,1.2
3,孝义街道,乡镇街道,—,75,0
合计,,,15,,36.2
注：数据截至12月31日。,,,,,
";
    let (lines, plan, doubts) = import(&book(&[("Sheet1", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables[0].shape(), Shape::Wide);
    assert_eq!(
        lines,
        [
            "财政局 2019 行政复议案件数 = 12",
            "财政局 2019 办结率 = 0.985",
            "财政局 2019 罚没收入 = 350000",
            "审计局 2019 行政复议案件数 = 3",
            "审计局 2019 办结率 = 1",
            "审计局 2019 罚没收入 = 12000",
            "孝义街道 2019 行政复议案件数 = ?",
            "孝义街道 2019 办结率 = 0.75",
            "孝义街道 2019 罚没收入 = 0",
        ]
    );
    let classes: Vec<&str> = plan.classes.iter().map(|class| class.name.zh.as_str()).collect();
    assert_eq!(classes, ["市直部门", "乡镇街道"]);
    let kinds = plan.indicators.iter().map(|indicator| match &indicator.target {
        IndicatorTarget::New(new) => new.measure.kind,
        other => panic!("{other:?}"),
    });
    assert_eq!(kinds.collect::<Vec<_>>(), [MeasureKind::Count, MeasureKind::Share, MeasureKind::Money]);
    assert!(doubts.iter().all(|doubt| doubt.why == Why::NoLabel), "{doubts:?}");
}

#[test]
fn a_column_a_unit() {
    let lines = "\
指标,计量单位,财政局,审计局,教育局,民政局
行政复议案件数,件,12,3,5,7
行政诉讼败诉率,%,10,0,25,5
罚没收入,万元,35,1.2,0,2
";
    let (lines, plan, _) = import(&book(&[("2019年", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables[0].shape(), Shape::Transposed);
    assert_eq!(lines.len(), 12);
    assert_eq!(lines[0], "财政局 2019 行政复议案件数 = 12");
    assert_eq!(lines[6], "教育局 2019 行政诉讼败诉率 = 0.25");
    assert_eq!(lines[9], "审计局 2019 罚没收入 = 12000");
}

#[test]
fn a_column_a_unit_without_any_heading_word() {
    let lines =
        ",财政局,审计局,教育局\n行政复议案件数,12,3,5\n行政诉讼败诉率,10%,0%,25%\n平均审批天数,7,8,9\n";
    let (lines, plan, _) = import(&book(&[("2020", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables[0].shape(), Shape::Transposed);
    assert_eq!(lines[1], "审计局 2020 行政复议案件数 = 3");
    assert_eq!(lines[3], "财政局 2020 行政诉讼败诉率 = 0.1");
}

#[test]
fn known_names_tell_rows_from_columns() {
    // Nothing in these words says which are units; the data set does.
    let lines = ",甲,乙,丙\n子,1,2,3\n丑,4,5,6\n";
    let known = data(&[("a", "甲"), ("b", "乙"), ("c", "丙")], &[("x", "子", MeasureKind::Count)]);
    let (lines, plan, _) = import(&book(&[("2020", lines)]), &known);
    assert_eq!(plan.tables[0].shape(), Shape::Transposed);
    assert_eq!(lines[0], "甲 2020 子 = 1");
    let known = data(&[("a", "子"), ("b", "丑")], &[("x", "甲", MeasureKind::Count)]);
    let (lines, plan, _) = import(&book(&[("2020", ",甲,乙,丙\n子,1,2,3\n丑,4,5,6\n")]), &known);
    assert_eq!(plan.tables[0].shape(), Shape::Wide);
    assert_eq!(lines[0], "子 2020 甲 = 1");
}

#[test]
fn a_row_an_observation() {
    let lines = "\
unit,unit_level,province,year,indicator_id,indicator_name_zh,value,measure,place,source_url
洪雅县,county,四川,2021,appr_compress_pct,审批时限压减幅度,32,%,一、四,
洪雅县,county,四川,2021,appr_days,承诺办结时限,17,日,一、四,http://example.org/a
上海市,province,上海,2020,reviews,行政复议收案,9800,件,二,
上海市,province,上海,2021,reviews,行政复议收案,1.02万,件,二,
";
    let known = data(&[("sh", "上海")], &[("appr_days", "平均承诺办结时限", MeasureKind::Days)]);
    let (lines, plan, _) = import(&book(&[("panel", lines)]), &known);
    assert_eq!(plan.tables[0].shape(), Shape::Long);
    assert_eq!(
        lines,
        [
            "洪雅县 2021 审批时限压减幅度 = 0.32",
            "洪雅县 2021 平均承诺办结时限 = 17",
            "上海 2020 行政复议收案 = 9800",
            "上海 2021 行政复议收案 = 10200",
        ]
    );
}

#[test]
fn units_and_indicators_beside_each_other_and_years_above() {
    let lines = "单位,指标,2018年,2019年\n财政局,案件数,1,2\n,天数,3,4\n审计局,案件数,5,6\n,天数,7,8\n";
    let (lines, _, _) = import(&book(&[("Sheet1", lines)]), &data(&[], &[]));
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[2..4], ["财政局 2018 天数 = 3", "财政局 2019 天数 = 4"]);
    assert_eq!(lines[7], "审计局 2019 天数 = 8");
}

#[test]
fn a_sheet_a_year_with_units_and_indicators_renamed_between() {
    let first = "Country,Region,1.2 Power is limited by courts,1.3 Officials are sanctioned,Factor 2: Order\nChile,America,0.5,0.25,0.75\nPeru,America,0.125,0.5,0.25\n";
    let later = "Country,Chile,Perú,Macedonia\nCountry Code,CHL,PER,MKD\nRegion,America,America,Europe\nOverall,0.5,0.5,0.5\n,,,\n\
1.1 Power is limited by courts,0.5,0.25,0.75\n1.2 Officials are sanctioned,0.125,0.5,0.25\nFactor 3: Order,0.5,0.5,0.5\n";
    let last = later.replace("Macedonia", "North Macedonia").replace("Perú", "Peru");
    let sheets = [("Index 2012-2013", first), ("Index 2014", later), ("Index 2015", last.as_str())];
    let (lines, plan, doubts) = import(&book(&sheets), &data(&[], &[]));
    let shapes: Vec<Shape> = plan.tables.iter().map(TablePlan::shape).collect();
    assert_eq!(shapes, [Shape::Wide, Shape::Transposed, Shape::Transposed]);
    assert_eq!(lines.len(), 6 + 12 + 12);
    assert!(lines.contains(&"Chile 2013 Power is limited by courts = 0.5".into()), "{lines:#?}");
    assert!(lines.contains(&"Chile 2014 Officials are sanctioned = 0.125".into()));
    assert!(lines.contains(&"Macedonia 2015 Officials are sanctioned = 0.25".into()));
    assert!(lines.contains(&"Peru 2014 Officials are sanctioned = 0.5".into()));
    assert_eq!(at(&doubts), [(String::new(), Why::YearOfSpan)]);
}

#[test]
fn years_above_statistics_with_notes_above_and_standard_errors() {
    let sheet = "\
Rule of Law,,,,,,,
Reflects the extent to which agents have confidence in the rules.,,,,,,,
,,,,,,,
Legend,,,,,,,
StdErr,Standard error,,,,,,
,,,,,,,
,,2018,2018,2018,2019,2019,2019
Country,Code,Estimate,StdErr,Rank,Estimate,StdErr,Rank
Aruba,ABW,#N/A,#N/A,#N/A,1.5,0.25,90
Chile,CHL,-0.5,0.125,40,0.75,0.5,60
";
    let (lines, plan, doubts) = import(
        &book(&[("RuleofLaw", sheet), ("Voice", &sheet.replace("Rule of Law", "Voice"))]),
        &data(&[], &[]),
    );
    assert_eq!(plan.tables[0].indicator, Place::Fixed("Rule of Law".into()));
    assert_eq!(lines.len(), 2 * 2 * 2 * 2);
    assert_eq!(
        lines[..4],
        [
            "Aruba 2018 Rule of Law = ?",
            "Aruba 2018 Rule of Law – Rank = ?",
            "Aruba 2019 Rule of Law = 1.5 ± 0.25",
            "Aruba 2019 Rule of Law – Rank = 90",
        ]
    );
    assert_eq!(lines[12], "Chile 2018 Voice = -0.5 ± 0.125");
    let failed: Vec<String> =
        doubts.iter().map(|doubt| format!("{}!{}", doubt.sheet, doubt.cell.unwrap())).collect();
    assert_eq!(failed[..3], ["RuleofLaw!C9", "RuleofLaw!D9", "RuleofLaw!E9"]);
}

#[test]
fn groups_above_years_written_once() {
    let lines = "部门,行政复议案件数,,行政诉讼案件数,\n,2018年,2019年,2018年,2019年\n财政局,1,2,3,4\n审计局,5,6,7,8\n";
    let (lines, _, _) = import(&book(&[("Sheet1", lines)]), &data(&[], &[]));
    assert_eq!(lines[1], "财政局 2019 行政复议案件数 = 2");
    assert_eq!(lines[6], "审计局 2018 行政诉讼案件数 = 7");
}

#[test]
fn headings_over_groups_of_ten_written_once() {
    let names: Vec<String> = (1..=10).map(|nth| format!("事项{nth}数")).collect();
    let header = [names.clone(), names].concat().join(",");
    let figures: Vec<String> = (1..=20).map(|value| value.to_string()).collect();
    let (groups, figures) = (format!("依法履职{}制度建设", ",".repeat(10)), figures.join(","));
    let lines = format!(
        "某市2019年度数据\n填报单位：司法局\n序号,单位名称,{groups}\n,,{header}\n1,财政局,{figures}\n2,审计局,{figures}\n"
    );
    let (lines, plan, _) = import(&book(&[("2019", &lines)]), &data(&[], &[]));
    assert_eq!(plan.indicators.len(), 20);
    assert_eq!(lines[2], "财政局 2019 依法履职 – 事项3数 = 3");
    assert_eq!(lines[39], "审计局 2019 制度建设 – 事项10数 = 20");
}

#[test]
fn years_within_the_names_of_columns() {
    let lines = "部门,2018年案件数（件）,2019年案件数（件）,2018年办结率(%),2019年办结率(%)\n财政局,1,2,50,60\n审计局,3,4,70,80\n";
    let (lines, plan, _) = import(&book(&[("Sheet1", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables[0].year, Place::InIndicator);
    assert_eq!(
        lines[..4],
        [
            "财政局 2018 案件数 = 1",
            "财政局 2019 案件数 = 2",
            "财政局 2018 办结率 = 0.5",
            "财政局 2019 办结率 = 0.6"
        ]
    );
}

#[test]
fn a_sheet_a_unit_with_years_side_by_side() {
    let lines = "指标名称,2017,2018,2019\n行政复议案件数（件）,1,2,3\n培训人次（人次）,10,20,30\n";
    let (lines, plan, _) = import(&book(&[("财政局", lines), ("审计局", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables[0].shape(), Shape::UnitPerSheet);
    assert_eq!(lines.len(), 12);
    assert_eq!(lines[2], "财政局 2019 行政复议案件数 = 3");
    assert_eq!(lines[11], "审计局 2019 培训人次 = 30");
}

#[test]
fn a_row_that_numbers_the_columns_and_sections_between_are_no_units() {
    let lines =
        "单位,案件数,天数\n甲,1,2\n一、市直部门,,\n财政局,10,20\n审计局,30,40\n二、乡镇,,\n小关镇,50,60\n";
    let (lines, plan, _) = import(&book(&[("2019年度", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables[0].rows_left_out, [5]);
    assert_eq!(lines.len(), 6, "{lines:#?}");
    assert_eq!(lines[0], "财政局 2019 案件数 = 10");
}

#[test]
fn merged_cells_name_what_they_span() {
    let html = "<html><body><table><tr><td colspan=5>2019年情况</td></tr>\
<tr><td rowspan=2>部门</td><td colspan=2>行政复议</td><td colspan=2>行政诉讼</td></tr>\
<tr><td>件数</td><td>天数</td><td>件数</td><td>天数</td></tr>\
<tr><td>财政局</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>\
<tr><td>审计局</td><td>5</td><td>6</td><td>7</td><td>8</td></tr></table></body></html>";
    let book = read("统计.xls", html.as_bytes().into(), &decode()).unwrap();
    let (lines, ..) = import(&book, &data(&[], &[]));
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[3], "财政局 2019 行政诉讼 – 天数 = 4");
}

#[test]
fn several_tables_in_one_sheet() {
    let lines = "2019年案件,,\n单位,案件数,天数\n财政局,1,2\n审计局,3,4\n,,\n,,\n单位,培训场次,培训人次\n财政局,5,6\n审计局,7,8\n";
    let (lines, plan, _) = import(&book(&[("2019", lines)]), &data(&[], &[]));
    assert_eq!(plan.tables.len(), 2);
    assert_eq!(lines.len(), 8);
    assert!(lines.contains(&"审计局 2019 培训人次 = 8".into()));
}

#[test]
fn a_plan_can_be_changed_and_its_labels_read_again() {
    let lines = ",甲,乙\n子,1,2\n丑,4,5\n";
    let book = book(&[("2020", lines)]);
    let known = data(&[], &[]);
    let (mut plan, _) = propose(&book, &known, &Text::default());
    let table = &mut plan.tables[0];
    let turned = (table.indicator.clone(), table.unit.clone());
    (table.unit, table.indicator) = turned;
    table.year = Place::Fixed("2021".into());
    refresh(&book, &known, &mut plan);
    let labels: Vec<&str> = plan.units.iter().map(|unit| unit.label.as_str()).collect();
    let (imported, _) = apply(&book, &plan, &known);
    assert_eq!(imported.observations.len(), 4);
    assert!(imported.observations.iter().all(|observation| observation.year == 2021));
    assert_eq!(labels, ["甲", "乙"]);
}
