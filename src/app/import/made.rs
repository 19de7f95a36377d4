//! Data sets made from imported figures: beside the present ones, or a new one with a name and id of its own.

use std::collections::BTreeSet;

use crate::{
    app::Library,
    data::table::{Changes, Imported, Mode, merge},
    domain::{DataSet, IndicatorId, Nature, Text},
    i18n::texts::tables,
};

/// A data set that was made, and what changed against the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The data set.
    pub data: DataSet,
    /// What changed.
    pub changes: Changes,
}

/// Merges imported figures into a data set of the library. One that comes with the page is left as it is: its copy
/// takes the figures.
pub fn into_present(library: &Library, present: &DataSet, imported: Imported) -> Made {
    let (data, changes) = merge(present, imported, Mode::Merge);
    Made { data: copy_of(library, data), changes }
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

/// A new data set of imported figures only, named after its file. What the present one knows of its indicators stays
/// where a label was matched with one of them.
pub fn into_new(library: &Library, present: &DataSet, imported: Imported) -> Made {
    let file = imported.document.title.clone();
    let (mut data, changes) = merge(present, imported, Mode::Replace);
    let observed: BTreeSet<IndicatorId> =
        data.observations.iter().map(|observation| observation.indicator.clone()).collect();
    let knows_any = present.indicators.iter().any(|indicator| observed.contains(&indicator.id));
    if !knows_any {
        data.indicators.retain(|indicator| observed.contains(&indicator.id));
    }
    let kept: BTreeSet<&IndicatorId> = data.indicators.iter().map(|indicator| &indicator.id).collect();
    data.breaks.retain(|other| kept.contains(&other.indicator));
    data.classes.retain(|class| data.units.iter().any(|unit| unit.class == class.id));
    let name = if file.is_empty() { tables::pasted_name() } else { file };
    let wish = if name.zh.is_empty() { &name.en } else { &name.zh };
    let id = free_id(library, &id_of(wish));
    Made { data: DataSet { id, name, nature: Nature::Published, note: Text::default(), ..data }, changes }
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
        let present = library.data_sets[0].table.data();
        let unit = &present.units[0].name.zh;
        let lines = format!("单位名称,年度,新指标甲,新指标乙\n{unit},2019,1,2\n某某局,2019,3,4\n");
        let made = into_present(&library, present, imported("补充.csv", &lines, present));
        assert_ne!(made.data.id, present.id);
        assert_ne!(made.data.name, present.name);
        assert_eq!(made.data.units.len(), present.units.len() + 1);
        assert_eq!(made.data.observations.len(), present.observations.len() + 4);
        let mut library = library.clone();
        library.put_data_set(crate::app::Shared::new(crate::scoring::Table::new(made.data.clone().into())));
        assert_eq!(copy_of(&library, made.data.clone()).id, made.data.id);
    }

    #[test]
    fn a_new_data_set_holds_what_the_file_holds() {
        let library = fixture::state().library;
        let present = library.data_sets[0].table.data();
        let lines = "单位名称,年度,新指标甲,新指标乙\n甲局,2021,1,2\n乙局,2021,3,4\n";
        let made = into_new(&library, present, imported("某市 2021.csv", lines, present));
        assert_eq!(made.data.name, Text::new("某市 2021", ""));
        assert_eq!(made.data.id, "某市-2021");
        assert_eq!((made.data.units.len(), made.data.indicators.len()), (2, 2));
        assert_eq!((made.changes.added, made.data.observations.len()), (4, 4));
    }
}
