//! Letters made alike: full-width to half-width, dashes and blanks to one kind, invisible marks away.

/// A text as it is compared and read: full-width letters and digits half-width, all dashes `-`, all blanks one space
/// (none at the ends), marks of direction and of zero width gone. Case is kept.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for letter in text.chars() {
        let letter = match letter {
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{AD}' => continue,
            letter if letter.is_whitespace() || letter.is_control() || letter == '\u{3000}' => {
                blank = !out.is_empty();
                continue;
            }
            '\u{FF01}'..='\u{FF5E}' => half_width(letter),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '﹣' => '-',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' | '‚' | '´' => '\'',
            '【' | '〔' | '﹝' => '[',
            '】' | '〕' | '﹞' => ']',
            '、' => ',',
            letter => letter,
        };
        if blank {
            out.push(' ');
            blank = false;
        }
        out.push(letter);
    }
    out
}

fn half_width(letter: char) -> char {
    char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn letters_are_made_alike() {
        assert_eq!(folded("　１，２３４．５％ "), "1,234.5%");
        assert_eq!(folded("（万元）—－"), "(万元)--");
        assert_eq!(folded("\u{202E}abc\u{200B}\u{FEFF} \n d"), "abc d");
    }
}
