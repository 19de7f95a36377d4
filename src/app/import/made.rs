//! Data sets made from imported figures: beside the present ones, or a new one with a name and id of its own.

use std::{collections::BTreeSet, rc::Rc};

use crate::{
    app::Library,
    data::table::{Changes, Imported, Merging, Mode},
    domain::{ClassId, DataSet, IndicatorId, Nature, Text},
    i18n::texts::tables,
    scoring::{Preparing, Table},
};

/// A data set being made from imported figures and the present one, bit by bit: call [`Making::step`] until it is
/// done, then [`Making::finish`].
pub struct Making {
    library: Library,
    present: Rc<DataSet>,
    /// The name of a new data set; `None` where the figures go into the present one.
    name: Option<Text>,
    observed: BTreeSet<IndicatorId>,
    merging: Option<Merging>,
    changes: Changes,
    preparing: Option<Preparing>,
}

impl Making {
    /// Begins a data set of its own from imported figures, named after their file.
    pub fn of_its_own(library: &Library, present: Rc<DataSet>, imported: Imported) -> Self {
        let title = &imported.document.title;
        let name = if title.is_empty() { tables::pasted_name() } else { title.clone() };
        Self::new(library, present, imported, Some(name))
    }

    /// Begins to take imported figures into the present data set.
    pub fn into_present(library: &Library, present: Rc<DataSet>, imported: Imported) -> Self {
        Self::new(library, present, imported, None)
    }

    fn new(library: &Library, present: Rc<DataSet>, imported: Imported, name: Option<Text>) -> Self {
        let mode = if name.is_some() { Mode::Replace } else { Mode::Merge };
        Self {
            library: library.clone(),
            name,
            observed: imported.observed_indicators.iter().cloned().collect(),
            merging: Some(Merging::new(&present, imported, mode)),
            present,
            changes: Changes::default(),
            preparing: None,
        }
    }

    /// Goes on for some milliseconds; true when the data set is made and prepared for scoring.
    pub fn step(&mut self) -> bool {
        if let Some(preparing) = &mut self.preparing {
            return preparing.step();
        }
        if self.merging.as_mut().is_none_or(|merging| merging.step(&self.present))
            && let Some(merging) = self.merging.take()
        {
            let (data, changes) = merging.finish();
            self.changes = changes;
            let data = match self.name.take() {
                Some(name) => self.as_new(data, name),
                None => copy_of(&self.library, data),
            };
            self.preparing = Some(Preparing::new(Rc::new(data)));
        }
        false
    }

    /// How much is done, 0..=1.
    pub fn done(&self) -> f64 {
        self.merging.as_ref().map_or(1.0, |merging| merging.done(&self.present))
    }

    /// The data set and what changed; `None` before it is made.
    pub fn finish(self) -> Option<(Table, Changes)> {
        Some((self.preparing?.finish(), self.changes))
    }

    /// A data set of imported figures only. What the present one knows of its indicators stays where a label was
    /// matched with one of them.
    fn as_new(&self, mut data: DataSet, name: Text) -> DataSet {
        let knows_any = self.present.indicators.iter().any(|known| self.observed.contains(&known.id));
        if !knows_any {
            data.indicators.retain(|indicator| self.observed.contains(&indicator.id));
        }
        let kept: BTreeSet<&IndicatorId> = data.indicators.iter().map(|indicator| &indicator.id).collect();
        data.breaks.retain(|other| kept.contains(&other.indicator));
        let classes: BTreeSet<&ClassId> = data.units.iter().map(|unit| &unit.class).collect();
        data.classes.retain(|class| classes.contains(&class.id));
        let wish = if name.zh.is_empty() { &name.en } else { &name.zh };
        let id = free_id(&self.library, &id_of(wish));
        DataSet { id, name, nature: Nature::Own, note: Text::default(), ..data }
    }
}

/// A data set as a user may change it: its own, or a copy of one that comes with the page, under a name and id of its
/// own.
pub fn copy_of(library: &Library, data: DataSet) -> DataSet {
    let is_own = library.data_sets.iter().any(|entry| entry.own && entry.table.data().id == data.id);
    if is_own {
        return data;
    }
    DataSet { id: free_id(library, &data.id), name: tables::copy_of(&data.name), ..data }
}

/// A name as an id: letters, digits and hyphens.
fn id_of(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let id: String = words.collect::<Vec<_>>().join("-").to_lowercase().chars().take(60).collect();
    if id.is_empty() { "import".to_owned() } else { id }
}

/// The wished id, or the first one with a number behind it that the library does not have.
fn free_id(library: &Library, wish: &str) -> String {
    let wish: String = wish.chars().take(60).collect();
    let is_free = |id: &String| library.data_set(id).is_none();
    let numbered = (2u32..).map(|number| format!("{wish}-{number}"));
    std::iter::once(wish.clone()).chain(numbered).find(is_free).unwrap_or(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(mut making: Making) -> (DataSet, Changes) {
        while !making.step() {}
        let (table, changes) = making.finish().unwrap();
        (table.data().clone(), changes)
    }
    use crate::{
        app::fixture,
        data::table::{Decode, apply, propose, read},
    };

    fn imported(name: &str, lines: &str, data: &DataSet) -> Imported {
        let decode: Decode = std::rc::Rc::new(|_: &str, _: &[u8]| None);
        let book = read(name, lines.as_bytes().into(), &decode).unwrap();
        let (plan, _) = propose(&book, data, &Text::new("全部", "All"));
        apply(&book, &plan, data).0
    }

    #[test]
    fn what_comes_with_the_page_stays_as_it_is() {
        let library = fixture::state().library;
        let present = library.data_sets[0].table.shared_data();
        let unit = &present.units[0].name.zh;
        let lines = format!("单位名称,年度,新指标甲,新指标乙\n{unit},2019,1,2\n某某局,2019,3,4\n");
        let imported = imported("补充.csv", &lines, present);
        let (data, _) = made(Making::into_present(&library, present.clone(), imported));
        assert_ne!(data.id, present.id);
        assert_ne!(data.name, present.name);
        assert_eq!(data.units.len(), present.units.len() + 1);
        assert_eq!(data.observations.len(), present.observations.len() + 4);
        let mut library = library.clone();
        library.put_data_set(crate::app::Shared::new(Table::new(data.clone().into())));
        assert_eq!(copy_of(&library, data.clone()).id, data.id);
    }

    #[test]
    fn a_new_data_set_holds_what_the_file_holds() {
        let library = fixture::state().library;
        let present = library.data_sets[0].table.shared_data();
        let lines = "单位名称,年度,新指标甲,新指标乙\n甲局,2021,1,2\n乙局,2021,3,4\n";
        let imported = imported("某市 2021.csv", lines, present);
        let (data, changes) = made(Making::of_its_own(&library, present.clone(), imported));
        assert_eq!(data.name, Text::new("某市 2021", ""));
        assert_eq!(data.id, "某市-2021");
        assert_eq!((data.units.len(), data.indicators.len()), (2, 2));
        assert_eq!((changes.added, data.observations.len()), (4, 4));
    }
}
