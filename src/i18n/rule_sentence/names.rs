//! Names of what rules speak of. An id without a name stands for itself.

use crate::{
    domain::{
        ClassId, Criterion, CriterionId, DataSet, GradeId, Indicator, IndicatorId, Operand, RuleId, Scheme,
    },
    i18n::{Lang, figure},
};

/// Looks up names in a scheme and a data set.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    scheme: &'a Scheme,
    data: &'a DataSet,
    /// The language.
    pub lang: Lang,
}

impl<'a> Names<'a> {
    /// Names from these.
    pub fn new(scheme: &'a Scheme, data: &'a DataSet, lang: Lang) -> Self {
        Self { scheme, data, lang }
    }

    /// An indicator, if the data set has it.
    pub fn indicator_itself(&self, id: &IndicatorId) -> Option<&'a Indicator> {
        self.data.indicators.iter().find(|indicator| &indicator.id == id)
    }

    pub(super) fn indicator<'b>(&self, id: &'b IndicatorId) -> &'b str
    where
        'a: 'b,
    {
        self.indicator_itself(id).map_or(id.as_str(), |indicator| self.lang.pick(&indicator.name))
    }

    /// The word behind an indicator's numbers: 件.
    pub(super) fn measure(&self, id: &IndicatorId) -> &'a str {
        self.indicator_itself(id).map_or("", |indicator| self.lang.pick(&indicator.measure.name))
    }

    pub(super) fn class<'b>(&self, id: &'b ClassId) -> &'b str
    where
        'a: 'b,
    {
        self.data.classes.iter().find(|c| &c.id == id).map_or(id.as_str(), |c| self.lang.pick(&c.name))
    }

    pub(super) fn grade<'b>(&self, id: &'b GradeId) -> &'b str
    where
        'a: 'b,
    {
        self.scheme.grades.iter().find(|g| &g.id == id).map_or(id.as_str(), |g| self.lang.pick(&g.name))
    }

    /// A rule's name.
    pub fn rule<'b>(&self, id: &'b RuleId) -> &'b str
    where
        'a: 'b,
    {
        self.scheme.rules.iter().find(|r| &r.id == id).map_or(id.as_str(), |r| self.lang.pick(&r.name))
    }

    pub(super) fn criterion<'b>(&self, id: &'b CriterionId) -> &'b str
    where
        'a: 'b,
    {
        fn find<'c>(criteria: &'c [Criterion], id: &CriterionId) -> Option<&'c Criterion> {
            criteria.iter().find_map(|c| if &c.id == id { Some(c) } else { find(c.children(), id) })
        }
        find(&self.scheme.criteria, id).map_or(id.as_str(), |c| self.lang.pick(&c.name))
    }

    /// What a condition reads, as words.
    pub(super) fn operand(&self, operand: &Operand) -> String {
        let zh = self.lang == Lang::Zh;
        match operand {
            Operand::Indicator { id, years_back } => {
                let name = self.indicator(id);
                match (years_back, zh) {
                    (0, _) => name.to_owned(),
                    (1, true) => format!("上一年度{name}"),
                    (1, false) => format!("last year's {name}"),
                    (n, true) => format!("{n} 年前的{name}"),
                    (n, false) => format!("{name} {n} years ago"),
                }
            }
            Operand::Change(id) if zh => format!("{}较上年变化", self.indicator(id)),
            Operand::Change(id) => format!("change of {} against last year", self.indicator(id)),
            Operand::Criterion(id) if zh => format!("“{}”得分率", self.criterion(id)),
            Operand::Criterion(id) => format!("share of “{}” earned", self.criterion(id)),
            Operand::Total => if zh { "总分" } else { "total" }.to_owned(),
            Operand::Coverage => if zh { "数据完整度" } else { "coverage" }.to_owned(),
            Operand::Place { from_last: false } => if zh { "类内名次" } else { "place in class" }.to_owned(),
            Operand::Place { from_last: true } => {
                if zh { "类内倒数名次" } else { "place from last" }.to_owned()
            }
        }
    }

    /// A value of what a condition reads, with its measure.
    pub(super) fn value(&self, operand: &Operand, value: f64) -> String {
        match operand {
            Operand::Indicator { id, .. } | Operand::Change(id) => match self.indicator_itself(id) {
                Some(indicator) => figure::value(self.lang, &indicator.measure, value),
                None => figure::short(value),
            },
            Operand::Criterion(_) | Operand::Coverage => figure::percent(value, 2),
            Operand::Total => match self.lang {
                Lang::Zh => format!("{} 分", figure::short(value)),
                Lang::En => format!("{} marks", figure::short(value)),
            },
            Operand::Place { .. } => figure::short(value),
        }
    }
}
