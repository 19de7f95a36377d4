//! The two languages of the page: which one is shown, and every text a user sees outside data and seeds.
//!
//! Texts are declared by area in [`texts`] with the `texts!` macro, both languages on one line, so that a text
//! without a translation does not compile. A sentence with arguments is a small function that matches on the
//! language.

/// Declares the texts of an area: a struct of `&'static str` and a function that gives it in a language.
///
/// ```ignore
/// texts! {
///     /// What it is for.
///     pub fn frame -> FrameTexts {
///         undo: "撤销" | "Undo",
///     }
/// }
/// // frame(Lang::En).undo == "Undo"
/// ```
macro_rules! texts {
    ($(#[$doc:meta])* pub fn $of:ident -> $name:ident { $($field:ident: $zh:literal | $en:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, PartialEq, Eq)]
        pub struct $name {
            $(#[doc = $zh] pub $field: &'static str,)+
        }

        $(#[$doc])*
        pub fn $of(lang: $crate::i18n::Lang) -> &'static $name {
            const ZH: $name = $name { $($field: $zh),+ };
            const EN: $name = $name { $($field: $en),+ };
            match lang {
                $crate::i18n::Lang::Zh => &ZH,
                $crate::i18n::Lang::En => &EN,
            }
        }

        impl $name {
            /// Every text of the area with its name, in the order of declaration.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),+]
            }
        }
    };
}

pub mod figure;
pub mod formula_sentence;
pub mod function_sentence;
pub mod initials;
mod lang;
pub mod rule_sentence;
pub mod scheme_difference;
pub mod texts;

pub use lang::Lang;
