//! Changes that a person makes to a plan before it is applied. What was decided for labels before stays.

use super::{
    Address, Area, Book,
    plan::{IndicatorTarget, Line, Place, Plan, TablePlan, UnitTarget},
    propose::{new_indicator_for, new_unit_for, refresh},
};
use crate::domain::{DataSet, IndicatorId, UnitId, Year};

/// What a line of cells is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It names the units.
    Unit,
    /// It holds their codes.
    Code,
    /// It names their classes.
    Class,
    /// It holds the years.
    Year,
    /// It names the indicators.
    Indicator,
    /// It holds the measures.
    Measure,
    /// It says what each figure is: estimate, standard error.
    Statistic,
    /// It holds figures.
    Figures,
    /// It is not read.
    Leave,
}

/// What a label is to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice<Id> {
    /// What has this id in the data set.
    Known(Id),
    /// Something new.
    New,
    /// Nothing: its figures are left out.
    Leave,
}

/// A change of a plan. Tables and labels are named by their place in it; a place that is not there changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Revision {
    /// Read a table, or leave it.
    ReadTable(usize, bool),
    /// Take what names the units for what names the indicators, and the other way round.
    SwapUnitsAndIndicators(usize),
    /// Take a column for something else.
    SetRole(usize, u32, Role),
    /// All figures of a table are of this year.
    SetYear(usize, Year),
    /// All figures of tables that name no year are of this one.
    SetYearOfRest(Year),
    /// What a label of an indicator means.
    SetIndicator(usize, Choice<IndicatorId>),
    /// What a figure under a label of an indicator is multiplied by.
    SetFactor(usize, f64),
    /// What a label of a unit means.
    SetUnit(usize, Choice<UnitId>),
}

/// A plan with one change; `None` where the change makes no sense.
pub fn revise(book: &Book, data: &DataSet, plan: &Plan, revision: &Revision) -> Option<Plan> {
    let mut plan = plan.clone();
    match revision {
        Revision::ReadTable(nth, read) => plan.tables.get_mut(*nth)?.read = *read,
        Revision::SwapUnitsAndIndicators(nth) => {
            let table = plan.tables.get_mut(*nth)?;
            std::mem::swap(&mut table.unit, &mut table.indicator);
            (table.code, table.class, table.measure) = (None, None, None);
        }
        Revision::SetRole(nth, column, role) => plan.tables.get_mut(*nth)?.set_role(*column, *role),
        Revision::SetYear(nth, year) => plan.tables.get_mut(*nth)?.year = Place::Fixed(year.to_string()),
        Revision::SetYearOfRest(year) => {
            plan.year = Some(*year);
            return Some(plan);
        }
        Revision::SetFactor(nth, factor) => {
            plan.indicators.get_mut(*nth)?.factor = Some(*factor).filter(|f| f.is_finite() && *f != 0.0)?;
            return Some(plan);
        }
        Revision::SetIndicator(nth, choice) => {
            let target = match choice {
                Choice::Known(id) => IndicatorTarget::Known(id.clone()),
                Choice::New => new_indicator_for(plan.indicators.get(*nth)?, data, &plan),
                Choice::Leave => IndicatorTarget::Leave,
            };
            let label = plan.indicators.get_mut(*nth)?;
            (label.target, label.confidence) = (target, 1.0);
            return Some(plan);
        }
        Revision::SetUnit(nth, choice) => {
            let target = match choice {
                Choice::Known(id) => UnitTarget::Known(id.clone()),
                Choice::New => new_unit_for(plan.units.get(*nth)?, data, &plan),
                Choice::Leave => UnitTarget::Leave,
            };
            let label = plan.units.get_mut(*nth)?;
            (label.target, label.confidence) = (target, 1.0);
            return Some(plan);
        }
    }
    refresh(book, data, &mut plan);
    Some(plan)
}

impl TablePlan {
    /// What a row or column is taken for; `None` outside the table, such as a note above it.
    pub fn role(&self, line: Line) -> Option<Role> {
        let at = |place: &Place| matches!(place, Place::At(lines) if lines.contains(&line));
        let body = &self.body;
        let inside = match line {
            Line::Row(row) => (body.from.row..=body.to.row).contains(&row),
            Line::Column(column) => (body.from.column..=body.to.column).contains(&column),
        };
        let left_out = match line {
            Line::Row(row) => self.rows_left_out.contains(&row),
            Line::Column(column) => self.columns_left_out.contains(&column),
        };
        Some(match () {
            () if at(&self.unit) => Role::Unit,
            () if at(&self.year) => Role::Year,
            () if at(&self.indicator) => Role::Indicator,
            () if self.code == Some(line) => Role::Code,
            () if self.class == Some(line) => Role::Class,
            () if self.measure == Some(line) => Role::Measure,
            () if self.statistic == Some(line) => Role::Statistic,
            () if inside && !left_out => Role::Figures,
            () if inside || self.attributes.iter().any(|other| other.line == line) => Role::Leave,
            () => return None,
        })
    }

    /// Takes a column for something else. A role that only one column can have goes from the one that had it.
    fn set_role(&mut self, column: u32, role: Role) {
        let line = Line::Column(column);
        for place in [&mut self.unit, &mut self.year, &mut self.indicator] {
            if let Place::At(lines) = place {
                lines.retain(|other| *other != line);
                if lines.is_empty() {
                    *place = Place::Nowhere;
                }
            }
        }
        for slot in [&mut self.code, &mut self.class, &mut self.measure, &mut self.statistic] {
            *slot = slot.filter(|other| *other != line);
        }
        self.attributes.retain(|other| other.line != line);
        if role == Role::Figures {
            self.figures_in(column);
            return;
        }
        if (self.body.from.column..=self.body.to.column).contains(&column)
            && !self.columns_left_out.contains(&column)
        {
            self.columns_left_out.push(column);
            self.columns_left_out.sort_unstable();
        }
        match role {
            Role::Unit => self.unit = Place::At(vec![line]),
            Role::Year => self.year = Place::At(vec![line]),
            Role::Indicator => self.indicator = Place::At(vec![line]),
            Role::Code => self.code = Some(line),
            Role::Class => self.class = Some(line),
            Role::Measure => self.measure = Some(line),
            Role::Statistic => self.statistic = Some(line),
            Role::Figures | Role::Leave => {}
        }
    }

    /// Makes the body reach a column; what lies between stays out.
    fn figures_in(&mut self, column: u32) {
        let (from, to) = (self.body.from, self.body.to);
        let between: Vec<u32> = match () {
            () if column < from.column => (column + 1..from.column).collect(),
            () => (to.column + 1..column).collect(),
        };
        self.columns_left_out.extend(between);
        self.columns_left_out.retain(|other| *other != column);
        self.columns_left_out.sort_unstable();
        self.body = Area::new(
            Address::new(from.row, from.column.min(column)),
            Address::new(to.row, to.column.max(column)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::table::{
            apply,
            tests::{book, data},
        },
        domain::MeasureKind,
    };

    const LINES: &str = "单位名称,甲指标（万元）,备注号,乙指标\n财政局,1,7,3\n审计局,2,8,4\n";

    fn values(book: &Book, plan: &Plan, data: &DataSet) -> Vec<(String, f64)> {
        let observations = apply(book, plan, data).0.observations;
        observations.into_iter().filter_map(|o| Some((o.indicator.to_string(), o.value?))).collect()
    }

    #[test]
    fn columns_labels_and_years_are_taken_for_something_else() {
        let known = data(&[], &[("money", "罚没收入", MeasureKind::Money)]);
        let book = book(&[("数据", LINES)]);
        let (plan, _) = crate::data::table::propose(&book, &known, &Default::default());
        let change = |plan: &Plan, revision| revise(&book, &known, plan, &revision).unwrap();
        // No year is named: nothing is read until one is given.
        assert_eq!(values(&book, &plan, &known), []);
        assert_eq!(values(&book, &change(&plan, Revision::SetYearOfRest(2019)), &known).len(), 6);
        let plan = change(&plan, Revision::SetYear(0, 2020));
        assert_eq!(values(&book, &plan, &known).len(), 6);
        let plan = change(&plan, Revision::SetRole(0, 2, Role::Leave));
        assert_eq!(plan.tables[0].role(Line::Column(2)), Some(Role::Leave));
        let plan = change(&plan, Revision::SetIndicator(0, Choice::Known("money".into())));
        let plan = change(&plan, Revision::SetFactor(1, 0.5));
        // 1 万元 = 10,000 yuan; 3 × 0.5.
        assert_eq!(
            values(&book, &plan, &known)[..2],
            [("money".to_owned(), 10_000.0), ("乙指标".to_owned(), 1.5)]
        );
        let plan = change(&plan, Revision::SetUnit(1, Choice::Leave));
        assert_eq!(values(&book, &plan, &known).len(), 2);
        let plan = change(&plan, Revision::SetRole(0, 2, Role::Figures));
        assert_eq!(values(&book, &plan, &known).len(), 3);
        assert_eq!(revise(&book, &known, &plan, &Revision::SetFactor(9, 1.0)), None);
    }

    #[test]
    fn rows_and_columns_change_places() {
        let known = data(&[], &[]);
        let book = book(&[("2020", LINES)]);
        let (plan, _) = crate::data::table::propose(&book, &known, &Default::default());
        let swapped = revise(&book, &known, &plan, &Revision::SwapUnitsAndIndicators(0)).unwrap();
        let units: Vec<&str> = swapped.units.iter().map(|unit| unit.label.as_str()).collect();
        assert!(units.contains(&"乙指标"), "{units:?}");
        assert_eq!(swapped.indicators[0].label, "财政局");
    }
}
