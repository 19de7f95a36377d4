//! Where the figures of a chart come from: the documents of a data set, each named once in the foot.

use crate::{
    domain::{DataSet, Nature, Quality, Source, Text},
    i18n::{Lang, texts::charts},
};

/// A document that figures of a chart come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its title.
    pub title: Text,
    /// How near it stands to the original.
    pub quality: Quality,
}

/// The documents of a chart and whether its figures are invented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The documents, in the order in which they were first cited.
    pub documents: Vec<Cited>,
    /// The figures are made up for trying things.
    pub invented: bool,
}

/// Where one figure stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The place of its document in [`Sources::documents`].
    pub document: Option<usize>,
    /// Section, page, sheet or cell.
    pub section: String,
    /// The figure as printed there.
    pub printed: String,
}

impl Sources {
    /// No document yet.
    pub fn of(data: &DataSet) -> Self {
        Self { documents: Vec::new(), invented: data.nature == Nature::Invented }
    }

    /// Notes a source of a data set; the place of a figure that stands there.
    pub fn cite(&mut self, data: &DataSet, source: Option<&Source>) -> Place {
        let Some(source) = source else { return Place::default() };
        let document =
            data.documents.iter().find(|document| document.id == source.document).map(|document| {
                let cited = Cited { title: document.title.clone(), quality: document.quality };
                self.documents.iter().position(|known| *known == cited).unwrap_or_else(|| {
                    self.documents.push(cited);
                    self.documents.len() - 1
                })
            });
        Place { document, section: source.section.clone(), printed: source.printed.clone() }
    }

    /// Where a figure stands, in words; empty where its source does not say.
    pub fn words(&self, place: &Place, lang: Lang) -> String {
        let Some(cited) = place.document.and_then(|nth| self.documents.get(nth)) else {
            return if self.invented { charts::charts(lang).invented.to_owned() } else { String::new() };
        };
        charts::source(lang, &named(cited, lang), &place.section, &place.printed)
    }

    /// The lines of the foot.
    pub fn foot(&self, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        if self.invented {
            lines.push(charts::charts(lang).invented_foot.to_owned());
        }
        let names: Vec<String> = self.documents.iter().map(|cited| named(cited, lang)).collect();
        if !names.is_empty() && !self.invented {
            lines.push(charts::sources(lang, &names));
        }
        lines
    }
}

/// The title, marked where it is a reprint whose original was not seen and does not say so itself.
fn named(cited: &Cited, lang: Lang) -> String {
    let title = lang.pick(&cited.title);
    let says_so =
        title.contains(charts::charts(Lang::Zh).reprint) || title.contains(charts::charts(Lang::En).reprint);
    if cited.quality == Quality::Secondary && !says_so {
        charts::reprint(lang, title)
    } else {
        title.to_owned()
    }
}
