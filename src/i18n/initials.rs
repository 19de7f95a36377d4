//! The initials of Chinese words as they are spelled in pinyin, as input methods take them: 自然资源局 → zrzyj.

use std::{cmp::Ordering, collections::BTreeMap};

/// The letters that pinyin begins with, and for each a character that sorts first among those beginning with it.
#[rustfmt::skip]
const FIRST: [(char, &str); 23] = [
    ('a', "阿"), ('b', "八"), ('c', "嚓"), ('d', "哒"), ('e', "妸"), ('f', "发"), ('g', "旮"), ('h', "哈"),
    ('j', "讥"), ('k', "咔"), ('l', "垃"), ('m', "痳"), ('n', "拏"), ('o', "噢"), ('p', "妑"), ('q', "七"),
    ('r', "呥"), ('s', "扨"), ('t', "它"), ('w', "穵"), ('x', "夕"), ('y', "丫"), ('z', "帀"),
];

/// Finds initials by an order of Chinese words by pinyin, which whoever asks must know.
pub struct Initials<C> {
    by_pinyin: C,
    known: BTreeMap<char, Option<char>>,
}

impl<C: Fn(&str, &str) -> Ordering> Initials<C> {
    /// Finds initials by an order of words.
    pub fn new(by_pinyin: C) -> Self {
        Self { by_pinyin, known: BTreeMap::new() }
    }

    /// The initials of a name; letters and digits stand for themselves, in lower case.
    pub fn of(&mut self, name: &str) -> String {
        name.chars().filter_map(|character| self.initial(character)).collect()
    }

    fn initial(&mut self, character: char) -> Option<char> {
        if character.is_ascii_alphanumeric() {
            return Some(character.to_ascii_lowercase());
        }
        if !('\u{4e00}'..='\u{9fff}').contains(&character) {
            return None;
        }
        let by_pinyin = &self.by_pinyin;
        *self.known.entry(character).or_insert_with(|| {
            let word = character.to_string();
            let after = FIRST.partition_point(|(_, first)| by_pinyin(first, &word).is_le());
            after.checked_sub(1).and_then(|at| FIRST.get(at)).map(|(letter, _)| *letter)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An order that knows the pinyin of the words of this test; the browser's own is tried on the built page.
    fn spelled(word: &str) -> String {
        let first = FIRST.iter().find(|(_, first)| *first == word).map(|(letter, _)| letter.to_string());
        let known = [("自", "zi"), ("然", "ran"), ("资", "zi"), ("源", "yuan"), ("局", "ju"), ("安", "an")];
        let known =
            known.into_iter().find(|(known, _)| *known == word).map(|(_, spelled)| spelled.to_owned());
        first.or(known).unwrap_or_default()
    }

    #[test]
    fn each_character_has_the_letter_that_its_pinyin_begins_with() {
        let mut initials = Initials::new(|a: &str, b: &str| spelled(a).cmp(&spelled(b)));
        assert_eq!(initials.of("自然资源局"), "zrzyj");
        assert_eq!(initials.of("安（A2）、局"), "aa2j");
    }
}
