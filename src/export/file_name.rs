//! Names of files that leave the page: readable, in any script, and allowed by every file system.

/// Longer names are cut: file systems allow 255 bytes, a Chinese character has three.
const MOST_CHARACTERS: usize = 60;

/// A file name from words and an extension (without its dot): `法衡_行政机关败诉率_2017–2024.svg`.
pub fn file_name(words: &[&str], extension: &str) -> String {
    let joined =
        words.iter().map(|word| allowed(word)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    let short: String = joined.chars().take(MOST_CHARACTERS).collect();
    let short = short.trim_matches(|c: char| c == '.' || c == ' ' || c == '_');
    let name = if short.is_empty() { "faheng" } else { short };
    format!("{name}.{extension}")
}

/// A word without what some file system does not allow; white space becomes one space.
fn allowed(word: &str) -> String {
    let kept = crate::chart::clean(word).chars().filter(|c| !r#"/\:*?"<>|"#.contains(*c)).collect::<String>();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_allowed_everywhere() {
        assert_eq!(
            file_name(&["法衡", "行政机关败诉率", "2017–2024"], "svg"),
            "法衡_行政机关败诉率_2017–2024.svg"
        );
        assert_eq!(file_name(&["a/b\\c:d*e?f\"g<h>i|j", "", " x \n y "], "png"), "abcdefghij_x y.png");
        assert_eq!(file_name(&["..", "\u{202e}"], "csv"), "faheng.csv");
        assert_eq!(file_name(&["名".repeat(300).as_str()], "svg").chars().count(), 64);
    }
}
