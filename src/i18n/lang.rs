//! The language that the page is shown in.

use serde::{Deserialize, Serialize};

use crate::domain::Text;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Chinese (zh-CN).
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The text in this language, or in the other where it is empty in this one.
    pub fn pick(self, text: &Text) -> &str {
        let (first, second) = match self {
            Self::Zh => (&text.zh, &text.en),
            Self::En => (&text.en, &text.zh),
        };
        if first.is_empty() { second } else { first }
    }

    /// The tag for the `lang` attribute of a document.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The other language.
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_one_language_is_shown_in_both() {
        let only_zh = Text::new("财政局", "");
        assert_eq!(Lang::En.pick(&only_zh), "财政局");
        let both = Text::new("财政局", "Finance");
        assert_eq!(Lang::En.pick(&both), "Finance");
        assert_eq!(Lang::Zh.pick(&both), "财政局");
    }
}
