//! The headless twin as a program: what it prints, and how it ends.
//!
//! Three offices, files 60 points and service 40. A: 0.9 · 60 + 4/8 · 40 = 74, less 2 for late answers: 72. B: full
//! marks and a veto. C: 0.8 of what is present is 80, with the missing 40 points between 48 and 88; both rules undecided.

use std::process::{Command, Output};

use serde_json::{Value, json};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/twin/data.json");
const SCHEME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/twin/scheme.json");

fn faheng(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_faheng")).args(arguments).output().expect("the program runs")
}

/// What a run that went well prints.
fn printed(arguments: &[&str]) -> String {
    let output = faheng(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The code and the lines on standard error of a run that did not go well; nothing else is printed.
fn refused(arguments: &[&str]) -> (Option<i32>, Vec<String>) {
    let output = faheng(arguments);
    assert!(output.stdout.is_empty());
    let lines = String::from_utf8(output.stderr).expect("UTF-8").lines().map(str::to_owned).collect();
    (output.status.code(), lines)
}

/// A file of this test alone, gone when the test ends.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("faheng-{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("a temporary file");
        Self(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn scores_as_csv_in_both_languages() {
    let csv = ["score", "--data", DATA, "--scheme", SCHEME, "--format", "csv"];
    assert_eq!(printed(&csv), include_str!("../golden/twin/score.zh.csv"));
    assert_eq!(printed(&[&csv[..], &["--lang", "en"]].concat()), include_str!("../golden/twin/score.en.csv"));
}

#[test]
fn explains_down_to_the_source() {
    let explain = |unit: &str, lang: &str| {
        printed(&["explain", "--data", DATA, "--scheme", SCHEME, "--unit", unit, "--lang", lang])
    };
    assert_eq!(explain("a", "zh"), include_str!("../golden/twin/explain-a.zh.txt"));
    assert_eq!(explain("Office B", "en"), include_str!("../golden/twin/explain-b.en.txt"));
}

#[test]
fn scores_as_json() {
    let text = printed(&["score", "--data", DATA, "--scheme", SCHEME]);
    let result: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&result["format"], &result["version"]), (&json!("faheng-result"), &json!(1)));
    let units = result["units"].as_array().expect("units");
    let ids: Vec<&str> = units.iter().filter_map(|unit| unit["id"].as_str()).collect();
    assert_eq!(ids, ["c", "a", "b"]);
    let near = |value: &Value, expected: f64| (value.as_f64().expect("a number") - expected).abs() < 1e-9;
    assert!(near(&units[0]["bounds"]["low"], 48.0) && near(&units[0]["bounds"]["high"], 88.0));
    assert_eq!(units[0]["criteria"][1]["share"], Value::Null);
    assert!(near(&units[1]["total"], 72.0) && near(&units[1]["before_rules"], 74.0));
    assert_eq!(units[1]["rules"][0]["rule"], "late");
    assert!(near(&units[1]["rules"][0]["effect"]["total"]["before"], 74.0));
    assert_eq!(units[2]["standing"], json!({"vetoed": {"would_be": 1.0}}));
    assert_eq!((&units[2]["grade"], &units[2]["rules"][0]["effect"]), (&json!("fail"), &json!("vetoed")));
    assert_eq!(result["criteria"][2]["parent"], "service");
}

#[test]
fn the_order_of_input_leaves_no_trace() {
    let text = std::fs::read_to_string(DATA).expect("the data set");
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    for list in ["units", "indicators", "observations"] {
        file["data"][list].as_array_mut().expect("a list").reverse();
    }
    let reversed = Scratch::new("reversed.json", &file.to_string());
    for format in ["json", "csv"] {
        let of = |data: &str| printed(&["score", "--data", data, "--scheme", SCHEME, "--format", format]);
        assert_eq!(of(reversed.name()), of(DATA));
    }
}

#[test]
fn what_comes_with_the_program_goes_by_name() {
    let year = |year: &str| {
        let text = printed(&["score", "--data", "gongyi-2019", "--scheme", "default-report", "--year", year]);
        serde_json::from_str::<Value>(&text).expect("JSON")["year"].clone()
    };
    assert_eq!(year("2019"), 2019);
    let help = printed(&["--help", "--lang", "en"]);
    assert!(help.contains("gongyi-2019") && help.contains("yuhang-2008"));
    assert!(printed(&["--version"]).starts_with("faheng "));
}

#[test]
fn checks_list_every_problem_with_its_place() {
    assert_eq!(
        printed(&["check", DATA, SCHEME, "--lang", "en"]),
        format!(
            "{DATA}: data set, 3 units, 5 indicators, 11 observations, no problems\n{SCHEME}: scheme, 2 first-level criteria, 2 rules, no problems\n"
        )
    );
    let text = std::fs::read_to_string(SCHEME).expect("the scheme");
    let text =
        text.replace("\"points\": 60", "\"points\": -60").replace("\"id\": \"in_time\"", "\"id\": \"files\"");
    let bad = Scratch::new("bad-scheme.json", &text.replace("\"from\": 60", "\"from\": 90"));
    let (code, problems) = refused(&["check", bad.name(), "--lang", "en"]);
    assert_eq!(code, Some(1));
    let expected = [
        ": line 10, column 70 (scheme.criteria[0].points): -60 is out of range; it must be at least 0",
        ": line 12, column 16 (scheme.criteria[1].body.node.children[0].id): criterion “files” stands twice; rename or delete one",
        ": line 16, column 72 (scheme.bands[1].from): out of order: bands fall, the points of a curve rise",
    ];
    assert_eq!(problems, expected.map(|problem| format!("{}{problem}", bad.name())));
}

#[test]
fn projects_are_checked_part_by_part() {
    let (data, scheme) = [DATA, SCHEME].map(|file| std::fs::read_to_string(file).expect("the file")).into();
    let work = r#"{"format":"faheng-work","version":1,"data_set":"small","year":2019,"rules_in_force":true,"scheme":SCHEME,"screen":"overview","unit":null,"lang":"zh","theme":"auto"}"#;
    let project = |scheme: &str, data: &str| {
        format!(
            "{{\"format\":\"faheng-project\",\"version\":1,\n\"work\":{},\n\"data\":[{data}],\n\"schemes\":[{scheme}]}}",
            work.replace("SCHEME", scheme)
        )
    };
    let sound = Scratch::new("project.json", &project(&scheme, &data));
    let told = format!("{}: project, 1 data sets and 1 schemes of its own, no problems\n", sound.name());
    assert_eq!(printed(&["check", sound.name(), "--lang", "en"]), told);
    // Two of the scheme's problems and one of the data's, and the first of the work's scheme.
    let bad_scheme =
        scheme.replace("\"points\": 60", "\"points\": -60").replace("\"from\": 60", "\"from\": 90");
    let bad = Scratch::new(
        "bad-project.json",
        &project(&bad_scheme, &data.replacen(r#""year": 2022"#, r#""year": 19"#, 1)),
    );
    let (code, problems) = refused(&["check", bad.name(), "--lang", "en"]);
    assert_eq!(code, Some(1));
    let paths: Vec<&str> = problems
        .iter()
        .filter_map(|line| line.split_once('(')?.1.split_once(')'))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(
        paths,
        [
            "data[0].data.observations[0].year",
            "schemes[0].scheme.criteria[0].points",
            "schemes[0].scheme.bands[1].from",
            "work.scheme.scheme.criteria[0].points",
        ],
        "{problems:?}"
    );
}

#[test]
fn a_scheme_is_checked_on_the_data_beside_it() {
    let text = std::fs::read_to_string(SCHEME)
        .expect("the scheme")
        .replace("\"indicator\": \"quality\"", "\"indicator\": \"quantity\"");
    let misfit = Scratch::new("misfit.json", &text);
    assert_eq!(faheng(&["check", misfit.name()]).status.code(), Some(0));
    let output = faheng(&["check", misfit.name(), DATA, "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let problem = "(scheme.criteria[0].body.leaf.indicator): there is no indicator “quantity”; define it or correct the reference";
    assert!(String::from_utf8_lossy(&output.stderr).contains(problem));
    // Scored all the same, it says so.
    let output = faheng(&["score", "--data", DATA, "--scheme", misfit.name(), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let note = "note: “Files” needs the indicator “quantity”, which the data does not have; it counts as missing for every unit\n";
    assert!(String::from_utf8_lossy(&output.stderr).contains(note));
}

#[test]
fn problems_of_the_input_end_with_one() {
    let score = |data: &str, scheme: &str, more: &[&str]| {
        refused(&[&["score", "--lang", "en", "--data", data, "--scheme", scheme], more].concat())
    };
    let cut = Scratch::new("cut.json", "{\"format\": \"faheng-data\", ");
    let (code, lines) = score(cut.name(), SCHEME, &[]);
    assert_eq!((code, lines.len()), (Some(1), 1));
    assert!(lines[0].contains("line 1") && lines[0].contains("the text ends here"), "{lines:?}");
    let (code, lines) = score(SCHEME, DATA, &[]);
    assert_eq!((code, lines.len()), (Some(1), 2));
    assert!(
        lines[0].contains("the file is a scheme") && lines[1].contains("the file is a data set"),
        "{lines:?}"
    );
    let (code, lines) = score("nowhere.json", SCHEME, &[]);
    assert!(code == Some(1) && lines[0].starts_with("nowhere.json: cannot be read"), "{lines:?}");
    let (code, lines) = score(DATA, SCHEME, &["--year", "1999"]);
    assert_eq!((code, lines), (Some(1), vec![format!("{DATA}: has nothing of 1999; it has 2022, 2023")]));
    let (code, lines) =
        refused(&["explain", "--lang", "en", "--data", DATA, "--scheme", SCHEME, "--unit", "z"]);
    assert_eq!(
        (code, lines),
        (Some(1), vec!["there is no unit of the id or name “z”, or more than one".to_owned()])
    );
}

#[test]
fn arguments_that_make_no_sense_end_with_two() {
    for arguments in [
        &[][..],
        &["rank"],
        &["score", "--data", DATA],
        &["check"],
        &["score", "--year", "x", "--data", DATA, "--scheme", SCHEME],
    ] {
        let (code, lines) = refused(arguments);
        assert_eq!((code, lines.len()), (Some(2), 2), "{lines:?}");
    }
}
