//! How much room a text takes, by counting: no font is asked, so the answer is the same everywhere.
//!
//! A Chinese character, a full-width mark or an emoji is one em wide; any other character is taken for 0.55 em, the
//! mean of Latin letters and digits of a plain sans-serif face.

/// The width of a text in em.
pub(super) fn em_width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

fn char_width(character: char) -> f64 {
    if character >= '\u{1100}' || matches!(character, '…' | '—' | '“' | '”' | '‘' | '’') {
        1.0
    } else {
        0.55
    }
}

/// The text if it is at most so many em wide, otherwise its beginning with an ellipsis.
pub(super) fn shorten(text: &str, most_em: f64) -> String {
    if em_width(text) <= most_em {
        return text.to_string();
    }
    let mut room = most_em - 1.0;
    let mut short: String = text
        .chars()
        .take_while(|character| {
            room -= char_width(*character);
            room >= 0.0
        })
        .collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// How many lines a text takes when a line holds so many em: its width plus a tenth for lines that end early.
pub(super) fn line_count(text: &str, line_em: f64) -> usize {
    let width = em_width(text);
    if width <= line_em {
        return 1;
    }
    libm::ceil(width * 1.1 / line_em.max(1.0)) as usize
}

/// A text at the first of the sizes (size in points, most lines) at which it fits a box of this width, or shortened
/// to fit at the last one. Returns the text, its size and its number of lines.
pub(super) fn fit(text: &str, width_pt: f64, sizes: &[(f64, usize)]) -> (String, f64, usize) {
    let mut last = (18.0, 1);
    for &(size, most_lines) in sizes {
        let lines = line_count(text, width_pt / size);
        if lines <= most_lines {
            return (text.to_string(), size, lines);
        }
        last = (size, most_lines);
    }
    let (size, lines) = last;
    (shorten(text, width_pt / size * lines as f64 / 1.1), size, lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_twice_as_much() {
        assert!((em_width("法治2019") - (2.0 + 4.0 * 0.55)).abs() < 1e-12);
        assert_eq!(shorten("市公安局", 4.0), "市公安局");
        assert_eq!(shorten("市自然资源局", 4.0), "市自然…");
        assert_eq!(shorten("市自然 资源局", 5.0), "市自然…");
    }

    #[test]
    fn a_long_text_shrinks_then_is_cut() {
        let sizes = [(30.0, 2), (22.0, 3)];
        assert_eq!(fit("审批时限压缩", 600.0, &sizes), ("审批时限压缩".to_string(), 30.0, 1));
        let (text, size, lines) = fit(&"长".repeat(50), 600.0, &sizes);
        assert_eq!((text.chars().count(), size, lines), (50, 22.0, 3));
        let (text, size, lines) = fit(&"长".repeat(200), 600.0, &sizes);
        assert!(text.ends_with('…') && line_count(&text, 600.0 / 22.0) <= 3);
        assert_eq!((size, lines), (22.0, 3));
    }
}
