//! What can be computed from the rows: the cut in days and as a share, and whether it is what the source states.

use super::{Approval, Group, Row};
use crate::chart::scale::decimals_of;

impl Row {
    /// The days cut, before − after.
    pub fn days_cut(&self) -> Option<f64> {
        Some(self.before.as_ref()?.value - self.after.as_ref()?.value)
    }

    /// The share cut: (before − after) ÷ before where both are there, else as its source states it.
    pub fn share_cut(&self) -> Option<f64> {
        self.computed_cut().or(self.stated_cut.as_ref().map(|figure| figure.value))
    }

    fn computed_cut(&self) -> Option<f64> {
        let before = self.before.as_ref()?.value;
        let cut = self.days_cut()?;
        (before > 0.0).then(|| cut / before)
    }

    /// Whether the cut computed from the days is the stated one as far as that is written out; `None` where one of
    /// them is not there.
    pub fn agrees(&self) -> Option<bool> {
        let near = |computed: f64, stated: f64| {
            let unit = (0..decimals_of(stated)).fold(1.0, |unit, _| unit / 10.0);
            (computed - stated).abs() <= 0.5 * unit * (1.0 + 1e-9)
        };
        let share = || Some(near(100.0 * self.computed_cut()?, 100.0 * self.stated_cut.as_ref()?.value));
        let days = || Some(near(self.days_cut()?, self.stated_days.as_ref()?.value));
        match (share(), days()) {
            (None, None) => None,
            (share, days) => Some(share.unwrap_or(true) && days.unwrap_or(true)),
        }
    }
}

impl Approval {
    /// The only row, if it has days.
    pub fn single(&self) -> Option<(&Group, &Row)> {
        let [group] = self.groups.as_slice() else { return None };
        let [row] = group.rows.as_slice() else { return None };
        (row.before.is_some() && row.after.is_some()).then_some((group, row))
    }

    /// All rows with their groups.
    pub fn rows(&self) -> impl Iterator<Item = (&Group, &Row)> {
        self.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)))
    }
}
