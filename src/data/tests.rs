//! Bad files: each names its line and its cause. And what is written is read back equal.

use proptest::prelude::*;

use super::*;

const DATA: &str = r#"{
  "format": "faheng-data", "version": 1,
  "data": {
    "id": "d", "name": {"zh": "数据", "en": "data"}, "nature": "invented",
    "documents": [{"id": "doc", "title": {"zh": "报告"}, "quality": "report"}],
    "classes": [{"id": "dept", "name": {"zh": "部门"}}],
    "units": [
      {"id": "a", "name": {"zh": "<b>甲</b>"}, "class": "dept"},
      {"id": "b", "name": {"zh": "乙"}, "class": "dept", "parent": "a"}
    ],
    "indicators": [
      {"id": "x", "name": {"zh": "件数"}, "measure": {"kind": "count"}},
      {"id": "y", "name": {"zh": "占比"}, "measure": {"kind": "share"}, "formula": {"ratio": {"part": ["x"], "whole": ["x"]}}}
    ],
    "observations": [
      {"unit": "a", "year": 2019, "indicator": "x", "value": 3, "source": {"document": "doc", "section": "一"}},
      {"unit": "b", "year": 2019, "indicator": "x", "value": null, "missing": "not_published"}
    ]
  }
}"#;

const SCHEME: &str = r#"{
  "format": "faheng-scheme", "version": 1,
  "scheme": {
    "id": "s", "name": {"zh": "方案"}, "source": {"zh": "自拟"}, "full_marks": 100,
    "criteria": [
      {"id": "A", "name": {"zh": "甲"}, "points": 60, "body": {"leaf": {"indicator": "x", "function": {"linear": {"zero": 0, "full": 10}}}}},
      {"id": "B", "name": {"zh": "乙"}, "points": 40, "body": {"leaf": {"indicator": "y", "function": {"target": {"target": 1}}}}}
    ],
    "grades": [{"id": "good", "name": {"zh": "良好"}}, {"id": "fail", "name": {"zh": "不合格"}}],
    "bands": [{"grade": "good", "from": 60}],
    "rules": [
      {"id": "v", "name": {"zh": "否决"}, "basis": {"zh": "自拟"}, "when": {"fired": "w"}, "effect": "veto"},
      {"id": "w", "name": {"zh": "条件"}, "basis": {"zh": "自拟"}, "when": {"all": []}, "effect": {"deduct": {"marks": 2}}}
    ]
  }
}"#;

fn data_error(from: &str, to: &str) -> (Problem, usize) {
    let text = DATA.replacen(from, to, 1);
    assert_ne!(text, DATA, "{from} stands in the file");
    let error = read_data_set(text.as_bytes()).unwrap_err();
    (error.problem, error.place.map_or(0, |place| place.line))
}

fn scheme_error(from: &str, to: &str) -> (Problem, usize) {
    let text = SCHEME.replacen(from, to, 1);
    assert_ne!(text, SCHEME, "{from} stands in the file");
    let error = read_scheme(text.as_bytes()).unwrap_err();
    (error.problem, error.place.map_or(0, |place| place.line))
}

fn unknown(thing: Thing, id: &str) -> Problem {
    Problem::Unknown { thing, id: id.to_owned() }
}

#[test]
fn sound_files_are_read_and_written_back_equal() {
    let data = read_data_set(DATA.as_bytes()).unwrap();
    assert_eq!(read_data_set(write_data_set(&data).as_bytes()).unwrap(), data);
    let scheme = read_scheme(SCHEME.as_bytes()).unwrap();
    assert_eq!(read_scheme(write_scheme(&scheme).as_bytes()).unwrap(), scheme);
    let marked = format!("\u{feff}{DATA}");
    assert_eq!(read_data_set(marked.as_bytes()).unwrap(), data);
    assert_eq!(data.units[0].name.zh, "<b>甲</b>");
}

#[test]
fn problems_of_a_data_set_are_named_with_their_line() {
    let duplicate = |thing, id: &str| Problem::Duplicate { thing, id: id.to_owned() };
    assert_eq!(data_error(r#""id": "b""#, r#""id": "a""#), (duplicate(Thing::Unit, "a"), 9));
    assert_eq!(data_error(r#""id": "y""#, r#""id": "x""#), (duplicate(Thing::Indicator, "x"), 13));
    assert_eq!(
        data_error(r#""indicator": "x""#, r#""indicator": "z""#),
        (unknown(Thing::Indicator, "z"), 16)
    );
    assert_eq!(data_error(r#""unit": "b""#, r#""unit": "c""#), (unknown(Thing::Unit, "c"), 17));
    assert_eq!(data_error(r#""class": "dept""#, r#""class": "town""#), (unknown(Thing::Class, "town"), 8));
    assert_eq!(data_error(r#""document": "doc""#, r#""document": "?""#), (unknown(Thing::Document, "?"), 16));
    assert_eq!(data_error(r#""year": 2019"#, r#""year": 3019"#), (Problem::Year(3019), 16));
    let circle = |ids: &[&str]| Problem::Cycle(ids.iter().map(|id| (*id).to_owned()).collect());
    assert_eq!(data_error(r#""part": ["x"]"#, r#""part": ["y"]"#), (circle(&["y", "y"]), 13));
    let both = data_error(
        r#""name": {"zh": "<b>甲</b>"}, "class": "dept""#,
        r#""name": {"zh": "甲"}, "class": "dept", "parent": "b""#,
    );
    assert_eq!(both, (circle(&["a", "b", "a"]), 8));
    assert_eq!(data_error(r#", "missing": "not_published""#, ""), (Problem::ValueOrReason, 17));
    let negative = Problem::OutOfRange { value: -3.0, least: 0.0, most: f64::MAX };
    assert_eq!(data_error(r#""value": 3"#, r#""value": -3"#), (negative, 16));
    assert_eq!(data_error(r#""id": "b""#, r#""id": " b""#), (Problem::BadId(" b".into()), 9));
    assert_eq!(data_error(r#""id": "b""#, r#""id": """#), (Problem::BadId(String::new()), 9));
}

#[test]
fn text_where_a_number_belongs_is_named_with_its_line_and_path() {
    let text = DATA.replacen(r#""value": 3"#, r#""value": "三""#, 1);
    let error = read_data_set(text.as_bytes()).unwrap_err();
    assert!(matches!(error.problem, Problem::Field(_)), "{error:?}");
    assert_eq!((error.path.as_str(), error.place.unwrap().line), ("data.observations[0].value", 16));
    // Line 16 up to the value, in characters: `      {"unit": "a", "year": 2019, "indicator": "x", "value": "三"`.
    assert_eq!(error.place.unwrap().column, 64);
    assert!(matches!(scheme_error(r#""points": 60"#, r#""points": "六十""#), (Problem::Field(_), 6)));
    assert!(matches!(scheme_error(r#""points": 60"#, r#""points": 1e999"#), (Problem::Syntax(_), 6)));
    assert!(matches!(scheme_error(r#""points": 60"#, r#""points": NaN"#), (Problem::Syntax(_), 6)));
    assert!(matches!(scheme_error(r#""points": 60"#, r#""punkte": 60"#), (Problem::Field(_), 6)));
}

#[test]
fn problems_of_a_scheme_are_named_with_their_line() {
    let negative = Problem::OutOfRange { value: -1.0, least: 0.0, most: 1e12 };
    assert_eq!(scheme_error(r#""points": 40"#, r#""points": -1"#), (negative, 7));
    let duplicate = Problem::Duplicate { thing: Thing::Criterion, id: "A".into() };
    assert_eq!(scheme_error(r#""id": "B""#, r#""id": "A""#), (duplicate, 7));
    assert_eq!(scheme_error(r#""zero": 0"#, r#""zero": 10"#), (Problem::ZeroIsFull, 6));
    assert_eq!(scheme_error(r#""grade": "good""#, r#""grade": "best""#), (unknown(Thing::Grade, "best"), 10));
    assert_eq!(scheme_error(r#""fired": "w""#, r#""fired": "u""#), (unknown(Thing::Rule, "u"), 12));
    let circle = Problem::Cycle(vec!["v".into(), "w".into(), "v".into()]);
    assert_eq!(scheme_error(r#""all": []"#, r#""fired": "v""#), (circle, 12));
    let bands = r#"{"grade": "good", "from": 60}, {"grade": "fail", "from": 70}"#;
    assert_eq!(scheme_error(r#"{"grade": "good", "from": 60}"#, bands), (Problem::NotInOrder, 10));
    let target = scheme_error(r#"{"target": 1}"#, r#"{"target": 0}"#);
    assert!(matches!(target, (Problem::OutOfRange { .. }, 7)));
}

#[test]
fn files_that_are_something_else_say_what() {
    let problem = |bytes: &[u8]| read_data_set(bytes).unwrap_err().problem;
    assert_eq!(problem(b""), Problem::Empty);
    assert_eq!(problem(b" \n\t"), Problem::Empty);
    assert_eq!(problem(&[0xff, 0xfe, b'{', 0]), Problem::Encoding(Encoding::Utf16));
    assert_eq!(problem(b"{\"name\": \"\xb9\xae\xd2\xe5\"}"), Problem::Encoding(Encoding::NotUtf8));
    assert_eq!(problem(b"PK\x03\x04rest"), Problem::Encoding(Encoding::Zip));
    assert_eq!(problem(b"<html><table>"), Problem::Encoding(Encoding::Html));
    assert_eq!(problem(&DATA.as_bytes()[..DATA.len() / 2]), Problem::Truncated);
    assert_eq!(problem(b"{}"), Problem::OtherFormat);
    assert_eq!(problem(b"[1, 2]"), Problem::OtherFormat);
    assert!(matches!(problem(b"{ name: 1 }"), Problem::Syntax(_)));
    let deep = format!("{}{{\"all\": []}}{}", "{\"not\": ".repeat(200), "}".repeat(200));
    assert_eq!(scheme_error(r#"{"all": []}"#, &deep), (Problem::TooDeep, 13));
    let later = DATA.replace("\"version\": 1", "\"version\": 7");
    assert_eq!(problem(later.as_bytes()), Problem::OtherVersion { found: 7, known: 1 });
    assert_eq!(problem(SCHEME.as_bytes()), Problem::OtherKind { found: "faheng-scheme".into() });
    let large = vec![b' '; MOST_BYTES as usize + 1];
    assert!(matches!(problem(&large), Problem::TooLarge { .. }));
}

#[test]
fn all_problems_are_listed_in_the_order_of_the_file() {
    let text = SCHEME.replace("\"points\": 60", "\"points\": -60").replace("\"from\": 60", "\"from\": 1e300");
    let text = text.replace("\"grade\": \"good\"", "\"grade\": \"best\"");
    let problems = all_problems(text.as_bytes()).unwrap();
    assert_eq!(
        problems.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(),
        ["scheme.criteria[0].points", "scheme.bands[0].grade"]
    );
}

#[test]
fn a_scheme_is_held_against_a_data_set() {
    let data = read_data_set(DATA.as_bytes()).unwrap();
    let scheme =
        read_scheme(SCHEME.replace("\"indicator\": \"y\"", "\"indicator\": \"z\"").as_bytes()).unwrap();
    let findings = check_scheme_on(&scheme, &data);
    assert_eq!(
        findings,
        [Finding { path: "criteria[1].body.leaf.indicator".into(), problem: unknown(Thing::Indicator, "z") }]
    );
}

#[test]
fn the_seeds_are_sound() {
    seed_data_sets().unwrap();
    seed_schemes().unwrap();
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (read_data_set(&bytes), read_scheme(&bytes));
    }

    #[test]
    fn no_damage_makes_reading_panic(at in 0..DATA.len(), byte in any::<u8>(), scheme in any::<bool>()) {
        let mut bytes = if scheme { SCHEME } else { DATA }.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = (all_problems(&bytes), read_data_set(&bytes), read_scheme(&bytes));
    }
}

/// The two whole files that seeds/README.md gives as examples are sound.
#[test]
fn the_documented_examples_are_read() {
    let guide = include_str!("../../seeds/README.md");
    let blocks: Vec<&str> =
        guide.split("```json\n").skip(2).filter_map(|part| part.split("```").next()).collect();
    let data = read_data_set(blocks[0].as_bytes()).unwrap();
    let scheme = read_scheme(blocks[1].as_bytes()).unwrap();
    assert_eq!(check_scheme_on(&scheme, &data), []);
}

/// The default schemes fit the data sets they are for, and their points sum as a reader expects.
#[test]
fn the_default_schemes_fit_their_data() {
    let (data, schemes) = (seed_data_sets().unwrap(), seed_schemes().unwrap());
    for (data, scheme) in data.iter().zip(&schemes).take(2) {
        assert_eq!(check_scheme_on(scheme, data), []);
        assert_eq!(scheme.criteria.iter().map(|one| one.points).sum::<f64>(), 100.0);
        for node in &scheme.criteria {
            assert_eq!(node.children().iter().map(|one| one.points).sum::<f64>(), node.points, "{}", node.id);
        }
    }
}

/// Every figure of the report says where it stands and how it is printed.
#[test]
fn every_figure_of_the_report_has_its_place() {
    let report = seed_data_sets().unwrap().remove(0);
    for observation in &report.observations {
        let source = observation.source.as_ref().unwrap();
        assert!(!source.section.is_empty(), "{}", observation.indicator);
        assert_eq!(source.printed.is_empty(), observation.missing.is_some(), "{}", observation.indicator);
    }
}
