//! The styles: contrast of the pairs of colours that text is written in, in both themes, and colours in one place.

use std::{collections::BTreeMap, fs, path::Path};

/// Text on ground, as the rules use them.
const PAIRS: [(&str, &str); 26] = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "raised"),
    ("ink", "hover"),
    ("ink", "accent-soft"),
    ("ink", "veto-soft"),
    ("ink", "warn-soft"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "hover"),
    ("muted", "accent-soft"),
    ("muted", "veto-soft"),
    ("muted", "warn-soft"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("veto", "surface"),
    ("veto", "veto-soft"),
    ("good", "good-soft"),
    ("fair", "fair-soft"),
    ("warn", "warn-soft"),
];

type Tokens = BTreeMap<String, (f64, f64, f64)>;

fn styles() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/styles")
}

/// The colours that a part of tokens.css sets, each channel 0..=1.
fn colours(css: &str) -> Tokens {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let number = u32::from_str_radix(value.trim_end_matches(';'), 16).ok()?;
            let channel = |shift: u32| f64::from((number >> shift) & 0xff) / 255.0;
            Some((name.to_owned(), (channel(16), channel(8), channel(0))))
        })
        .collect()
}

/// Light, dark by the system, dark by choice.
fn themes() -> [Tokens; 3] {
    let css = fs::read_to_string(styles().join("tokens.css")).unwrap();
    let (light, rest) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let (by_system, by_choice) = rest.split_once(":root[data-theme=\"dark\"]").unwrap();
    [colours(light), colours(by_system), colours(by_choice)]
}

/// WCAG 2.2's relative luminance.
fn luminance((r, g, b): (f64, f64, f64)) -> f64 {
    let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(a: (f64, f64, f64), b: (f64, f64, f64)) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn black_on_white_has_a_contrast_of_21() {
    assert!((contrast((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)) - 21.0).abs() < 1e-9);
}

#[test]
fn text_can_be_read_in_both_themes() {
    for (theme, tokens) in ["light", "dark"].iter().zip(&themes()) {
        for (text, ground) in PAIRS {
            let contrast = contrast(tokens[text], tokens[ground]);
            assert!(contrast >= 4.5, "{theme}: {text} on {ground} has a contrast of {contrast:.2}");
        }
    }
}

#[test]
fn both_ways_into_the_dark_are_the_same() {
    let [light, by_system, by_choice] = themes();
    assert_eq!(by_system, by_choice);
    assert_eq!(light.keys().collect::<Vec<_>>(), by_choice.keys().collect::<Vec<_>>());
}

#[test]
fn colours_are_set_in_one_place() {
    let mut files = vec![styles().join("base.css"), styles().join("layout.css"), styles().join("print.css")];
    let components = fs::read_dir(styles().join("components")).unwrap();
    files.extend(components.map(|entry| entry.unwrap().path()));
    for file in files {
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            let colour = ["rgb", "hsl", " #", "white", "black"].iter().any(|sign| value.contains(sign));
            let is_declaration = line.trim_end().ends_with(';');
            assert!(!(colour && is_declaration), "{}:{}: {line}", file.display(), number + 1);
        }
    }
}

#[test]
fn every_token_that_is_used_is_set() {
    let mut css = String::new();
    let components = fs::read_dir(styles().join("components")).unwrap().map(|entry| entry.unwrap().path());
    for file in
        components.chain(["tokens.css", "base.css", "layout.css", "print.css"].map(|f| styles().join(f)))
    {
        css.push_str(&fs::read_to_string(file).unwrap());
    }
    // Set by the elements themselves.
    let by_element = ["colour", "depth", "filled"];
    for (at, _) in css.match_indices("var(--") {
        let name: String =
            css[at + 6..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        assert!(
            css.contains(&format!("--{name}: ")) || by_element.contains(&name.as_str()),
            "--{name} is not set"
        );
    }
}
