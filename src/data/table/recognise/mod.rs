//! What a sheet's layout says: where its tables are, and where units, indicators and years are named. Shapes known:
//! a row a unit, a column a unit, a row an observation, a sheet a year, indicator or unit, headers of several rows,
//! notes above the table.

mod body;
mod grid;
mod orientation;
mod roles;
mod words;

pub(super) use grid::Looking;
pub use grid::{labels_of_column, labels_of_row};
pub use words::{Statistic, is_sum, statistic};

use std::collections::BTreeSet;

use super::{
    Sheet,
    doubt::{Doubt, Why},
    name::normalised,
    plan::TablePlan,
};
use crate::domain::DataSet;
use grid::Grid;

/// Names that are known already: they tell rows of units from rows of indicators.
pub(super) struct Known {
    units: BTreeSet<String>,
    indicators: BTreeSet<String>,
}

impl Known {
    /// The names of a data set.
    pub(super) fn of(data: &DataSet) -> Self {
        let names = |texts: &mut dyn Iterator<Item = [&str; 3]>| {
            texts.flatten().filter(|text| !text.is_empty()).map(normalised).collect()
        };
        Self {
            units: names(
                &mut data.units.iter().map(|unit| [unit.id.as_str(), &*unit.name.zh, &*unit.name.en]),
            ),
            indicators: names(
                &mut data
                    .indicators
                    .iter()
                    .map(|known| [known.id.as_str(), &*known.name.zh, &*known.name.en]),
            ),
        }
    }
}

/// Recognises the tables of a sheet whose cells were looked at.
pub(super) fn tables_of(
    index: u32,
    sheet: &Sheet,
    looked: Looking,
    known: &Known,
    doubts: &mut Vec<Doubt>,
) -> Vec<TablePlan> {
    let grid = Grid::new(sheet, looked);
    let blocks = body::blocks(&grid);
    let tables: Vec<TablePlan> =
        blocks.iter().map(|block| roles::table(index, &grid, block, known, doubts)).collect();
    if tables.is_empty() {
        doubts.push(Doubt { sheet: sheet.name.clone(), cell: None, why: Why::NoTable });
    } else if sheet.hidden {
        doubts.push(Doubt { sheet: sheet.name.clone(), cell: None, why: Why::Hidden });
    }
    tables
}
