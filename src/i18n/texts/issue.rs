//! What an evaluation has to say besides its numbers, as sentences.

use crate::{
    domain::{Criterion, CriterionId, DataSet, IndicatorId, Issue, RuleId, Scheme, UnitId},
    i18n::{Lang, figure},
};

/// The sentence for an issue.
pub fn sentence(lang: Lang, scheme: &Scheme, data: &DataSet, issue: &Issue) -> String {
    let names = Names { lang, scheme, data };
    match lang {
        Lang::Zh => zh(&names, issue),
        Lang::En => en(&names, issue),
    }
}

/// Whether an issue is of this unit's concern: it is about it, or about no unit.
pub fn concerns(issue: &Issue, unit: &UnitId) -> bool {
    match issue {
        Issue::OutOfDomain(_, whose) => whose == unit,
        Issue::FiguresDisagree { unit: whose, .. } => whose == unit,
        _ => true,
    }
}

fn zh(names: &Names, issue: &Issue) -> String {
    match issue {
        Issue::UnknownIndicator(criterion, indicator) => {
            format!("“{}”所用的指标“{indicator}”不在数据中，各单位均按缺失处理", names.criterion(criterion))
        }
        Issue::NoData(criterion) => format!("“{}”本年没有任何单位有数据", names.criterion(criterion)),
        Issue::SeparatesNobody(criterion) => {
            format!("“{}”各单位得分率相同，不起区分作用", names.criterion(criterion))
        }
        Issue::AllPointsZero(Some(criterion)) => {
            format!("“{}”下各项分值均为 0，不得分", names.criterion(criterion))
        }
        Issue::AllPointsZero(None) => "各一级评分项分值均为 0，不得分".to_owned(),
        Issue::BadFunction(criterion) => {
            format!("“{}”的计分方法无法计算，按缺失处理", names.criterion(criterion))
        }
        Issue::OutOfDomain(criterion, unit) => {
            format!(
                "{}在“{}”上的数值超出计分方法的适用范围，按缺失处理",
                names.unit(unit),
                names.criterion(criterion)
            )
        }
        Issue::BadRule(rule) => format!("规则“{}”引用了不存在的内容，不生效", names.rule(rule)),
        Issue::RuleCycle(rules) => format!("规则互相等待，均为待核：{}", names.rules(rules, "、")),
        Issue::IndicatorCycle(indicator) => {
            format!("派生指标“{}”循环引用，按缺失处理", names.indicator(indicator))
        }
        Issue::FiguresDisagree { unit, year, indicator, stated, computed } => {
            let (stated, computed) = (names.value(indicator, *stated), names.value(indicator, *computed));
            let (unit, indicator) = (names.unit(unit), names.indicator(indicator));
            format!("{unit} {year} 年“{indicator}”原文为 {stated}，由其组成数字算得 {computed}，两者不一致")
        }
        Issue::TooDeep(criterion) => format!("“{}”以下层级过深，未计分", names.criterion(criterion)),
        Issue::NothingToRank => "本年没有可排名的单位".to_owned(),
    }
}

fn en(names: &Names, issue: &Issue) -> String {
    match issue {
        Issue::UnknownIndicator(criterion, indicator) => format!(
            "“{}” needs the indicator “{indicator}”, which the data does not have; it counts as missing for every unit",
            names.criterion(criterion)
        ),
        Issue::NoData(criterion) => {
            format!("no unit has data for “{}” in this year", names.criterion(criterion))
        }
        Issue::SeparatesNobody(criterion) => {
            format!("“{}” is the same for all units and separates nobody", names.criterion(criterion))
        }
        Issue::AllPointsZero(Some(criterion)) => {
            format!("all parts of “{}” have 0 points; it earns nothing", names.criterion(criterion))
        }
        Issue::AllPointsZero(None) => "all first-level criteria have 0 points; nothing is earned".to_owned(),
        Issue::BadFunction(criterion) => {
            format!(
                "the score function of “{}” makes no sense; it counts as missing",
                names.criterion(criterion)
            )
        }
        Issue::OutOfDomain(criterion, unit) => format!(
            "the value of {} for “{}” is outside its score function; it counts as missing",
            names.unit(unit),
            names.criterion(criterion)
        ),
        Issue::BadRule(rule) => {
            format!("the rule “{}” names something that does not exist and has no effect", names.rule(rule))
        }
        Issue::RuleCycle(rules) => {
            format!("rules wait for each other and stay undecided: {}", names.rules(rules, ", "))
        }
        Issue::IndicatorCycle(indicator) => {
            format!("the derived indicator “{}” depends on itself and is missing", names.indicator(indicator))
        }
        Issue::FiguresDisagree { unit, year, indicator, stated, computed } => {
            let (stated, computed) = (names.value(indicator, *stated), names.value(indicator, *computed));
            let (unit, indicator) = (names.unit(unit), names.indicator(indicator));
            format!(
                "{unit}, {year}, “{indicator}”: the source states {stated}, its own parts give {computed}"
            )
        }
        Issue::TooDeep(criterion) => {
            format!("what is below “{}” is too deep and is not scored", names.criterion(criterion))
        }
        Issue::NothingToRank => "no unit can be ranked in this year".to_owned(),
    }
}

/// Names in a language; an id where there is none.
struct Names<'n> {
    lang: Lang,
    scheme: &'n Scheme,
    data: &'n DataSet,
}

impl<'n> Names<'n> {
    fn criterion<'i: 'o, 'o>(&self, id: &'i CriterionId) -> &'o str
    where
        'n: 'o,
    {
        let mut waiting: Vec<&'n Criterion> = self.scheme.criteria.iter().collect();
        while let Some(one) = waiting.pop() {
            if &one.id == id {
                return self.lang.pick(&one.name);
            }
            waiting.extend(one.children());
        }
        id.as_str()
    }

    fn indicator<'i: 'o, 'o>(&self, id: &'i IndicatorId) -> &'o str
    where
        'n: 'o,
    {
        let found = self.data.indicators.iter().find(|one| &one.id == id);
        found.map_or(id.as_str(), |one| self.lang.pick(&one.name))
    }

    fn unit<'i: 'o, 'o>(&self, id: &'i UnitId) -> &'o str
    where
        'n: 'o,
    {
        let found = self.data.units.iter().find(|one| &one.id == id);
        found.map_or(id.as_str(), |one| self.lang.pick(&one.name))
    }

    fn rule<'i: 'o, 'o>(&self, id: &'i RuleId) -> &'o str
    where
        'n: 'o,
    {
        let found = self.scheme.rules.iter().find(|one| &one.id == id);
        found.map_or(id.as_str(), |one| self.lang.pick(&one.name))
    }

    fn rules(&self, ids: &[RuleId], between: &str) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.rule(id)).collect();
        names.join(between)
    }

    fn value(&self, indicator: &IndicatorId, value: f64) -> String {
        let found = self.data.indicators.iter().find(|one| &one.id == indicator);
        found.map_or_else(|| figure::short(value), |one| figure::value(self.lang, &one.measure, value))
    }
}
