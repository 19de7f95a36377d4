//! The frame of all columns: which unit is of which class, and the columns that many criteria share.

use std::{iter::repeat_n, rc::Rc};

use crate::domain::{DataSet, Unit, UnitId};

use super::columns::Cells;

/// What all columns of one data set have in common. Made once a data set, so that no pass looks names up or sorts them,
/// and a shared column is known by where it lies.
#[derive(Debug, PartialEq)]
pub(crate) struct Frame {
    /// Each unit's class as its place in the data set's list; beyond the list where the class is unknown.
    pub classes: Vec<usize>,
    /// The units of each class, ascending; last those of no known class.
    pub members: Vec<Vec<usize>>,
    /// The units' ids.
    pub ids: Rc<[UnitId]>,
    /// Each unit's place in the order of ids.
    pub by_id: Vec<u32>,
    /// The units in the order of ids.
    order: Vec<u32>,
    /// 1 for every unit.
    pub ones: Rc<[f64]>,
    /// 0 for every unit.
    pub zeros: Rc<[f64]>,
    /// Yes for every unit.
    pub yes: Rc<[bool]>,
}

impl Frame {
    /// The frame of a data set.
    pub fn new(data: &DataSet) -> Self {
        let known = data.classes.len();
        let place = |unit: &Unit| data.classes.iter().position(|class| class.id == unit.class);
        let classes: Vec<usize> = data.units.iter().map(|unit| place(unit).unwrap_or(known)).collect();
        let mut members = vec![Vec::new(); known + 1];
        classes.iter().enumerate().for_each(|(unit, &class)| members[class].push(unit));
        let ids: Rc<[UnitId]> = data.units.iter().map(|unit| unit.id.clone()).collect();
        let mut order: Vec<u32> = (0..classes.len() as u32).collect();
        order.sort_by_key(|&unit| &ids[unit as usize]);
        let mut by_id = vec![0; classes.len()];
        order.iter().enumerate().for_each(|(nth, unit)| by_id[*unit as usize] = nth as u32);
        let units = classes.len();
        let (ones, zeros) = (repeat_n(1.0, units).collect(), repeat_n(0.0, units).collect());
        Self { classes, members, ids, by_id, order, ones, zeros, yes: repeat_n(true, units).collect() }
    }

    /// How many units there are.
    pub fn units(&self) -> usize {
        self.classes.len()
    }

    /// The place of a unit in the data set.
    pub fn unit(&self, id: &UnitId) -> Option<usize> {
        let nth = self.order.binary_search_by_key(&id, |unit| &self.ids[*unit as usize]).ok()?;
        Some(self.order[nth] as usize)
    }

    /// As [`Frame::unit`], where it is likely the one at `guess` or the next.
    pub fn unit_near(&self, id: &UnitId, guess: usize) -> Option<usize> {
        let near = (guess..self.units().min(guess.saturating_add(2))).find(|unit| self.ids[*unit] == *id);
        near.or_else(|| self.unit(id))
    }

    /// How many classes the data set knows.
    pub fn known_classes(&self) -> usize {
        self.members.len() - 1
    }

    /// The class that every unit is of, if there is one.
    pub fn only_class(&self) -> Option<usize> {
        self.members.iter().position(|members| members.len() == self.units())
    }

    /// Every unit has this year's data, as far as a column is asked.
    pub fn is_whole(&self, cells: &Cells) -> bool {
        Rc::ptr_eq(&cells.present, &self.yes) && Rc::ptr_eq(&cells.coverage, &self.ones)
    }

    /// Something said of each class, said of each unit; of no known class: `no`.
    pub fn spread(&self, by_class: &[bool]) -> Rc<[bool]> {
        if (0..=self.known_classes())
            .all(|class| self.members[class].is_empty() || by_class.get(class) == Some(&true))
        {
            return Rc::clone(&self.yes);
        }
        self.classes.iter().map(|&class| by_class.get(class).copied().unwrap_or(false)).collect()
    }
}

/// A column made in place, from zeros.
pub(crate) fn column(units: usize, fill: impl FnOnce(&mut [f64])) -> Rc<[f64]> {
    let mut column: Rc<[f64]> = repeat_n(0.0, units).collect();
    if let Some(values) = Rc::get_mut(&mut column) {
        fill(values);
    }
    column
}
