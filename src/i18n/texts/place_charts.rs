//! Texts of charts of places: the slope graph of two years or variants, and places over the years.

use crate::i18n::Lang;

texts! {
    /// Texts of charts of places.
    pub fn place_charts -> PlaceChartTexts {
        not_rated: "未评" | "not rated",
        absent: "未参评" | "not assessed",
    }
}

/// 第 3 名.
pub fn place(lang: Lang, place: &str) -> String {
    match lang {
        Lang::Zh => format!("第 {place} 名"),
        Lang::En => format!("place {place}"),
    }
}
