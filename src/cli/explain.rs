//! `faheng explain`: one unit's score down to the figures it rests on, as text.

use crate::{
    cli::{
        inputs::Case,
        lines, parts,
        result::{in_order, names_of},
    },
    domain::{
        Criterion, CriterionColumn, Evaluation, Firing, Indicator, Leaf, Observation, Outcome, Standing,
        UnitId, UnitResult,
    },
    i18n::{
        figure, function_sentence,
        rule_sentence::{self, Names},
        texts::{issue, twin, unit},
    },
};

/// The score of a unit (by id, or by a name that only one has) and everything it comes from.
pub fn explain(case: &Case, wanted: &str) -> Result<String, Vec<String>> {
    let at = unit_named(case, wanted)?;
    let evaluation = case.evaluate();
    let Some(result) = evaluation.units.get(at) else { return Err(vec![twin::no_unit(case.lang, wanted)]) };
    let of = Explanation { case, evaluation: &evaluation, at, result };
    let mut text = of.head();
    text.push(String::new());
    text.push(unit::unit(case.lang).make_up.to_owned());
    for (criterion, column) in in_order(&case.scheme.criteria).into_iter().zip(&evaluation.criteria) {
        text.extend(of.criterion(criterion, column));
    }
    text.extend(of.rules());
    text.extend(parts::parts(case, &evaluation, at));
    text.extend(parts::since_last_year(case, &evaluation, result));
    text.extend(of.issues());
    Ok(lines(text))
}

fn unit_named(case: &Case, wanted: &str) -> Result<usize, Vec<String>> {
    if let Some(at) = case.table.unit_index(&UnitId::from(wanted)) {
        return Ok(at);
    }
    let has_name =
        |(_, unit): &(usize, &crate::domain::Unit)| unit.name.zh == wanted || unit.name.en == wanted;
    let mut named = case.data().units.iter().enumerate().filter(has_name);
    match (named.next(), named.next()) {
        (Some((at, _)), None) => Ok(at),
        _ => Err(vec![twin::no_unit(case.lang, wanted)]),
    }
}

struct Explanation<'e> {
    case: &'e Case,
    evaluation: &'e Evaluation,
    at: usize,
    result: UnitResult<'e>,
}

impl Explanation<'_> {
    fn head(&self) -> Vec<String> {
        let (lang, result) = (self.case.lang, self.result);
        let words = unit::unit(lang);
        let (name, class) = names_of(self.case, self.at);
        let mut head =
            vec![twin::title(lang, name, class, self.case.year, lang.pick(&self.case.scheme.name))];
        let line = |what: &str, value: String| format!("{what}{}{value}", words.colon);
        if let Some(total) = result.total {
            let full = figure::short(self.case.scheme.full_marks);
            let before = result.before_rules.map(|before| figure::fixed(before, 2));
            head.push(line(
                words.score,
                twin::score(lang, &figure::fixed(total, 2), &full, before.as_deref()),
            ));
        }
        if let Some(grade) = result.grade.and_then(|grade| self.case.scheme.grades.get(grade as usize)) {
            head.push(line(words.grade, lang.pick(&grade.name).to_owned()));
        }
        head.push(line(words.place, self.place()));
        let mut coverage = figure::percent(result.coverage, 1);
        if result.total.is_some() && result.bounds.low != result.bounds.high {
            let bounds = unit::bounds(
                lang,
                &figure::fixed(result.bounds.low, 2),
                &figure::fixed(result.bounds.high, 2),
            );
            coverage = format!("{coverage}{}{bounds}", words.semicolon);
        }
        head.push(line(words.coverage, coverage));
        head
    }

    fn place(&self) -> String {
        let words = unit::unit(self.case.lang);
        match self.result.standing {
            Standing::NotRated => words.not_rated.to_owned(),
            Standing::Vetoed { would_be } => {
                twin::vetoed(self.case.lang, would_be.map(figure::short).as_deref())
            }
            Standing::Ranked { place } => {
                let class = self.case.data().units.get(self.at).map(|unit| &unit.class);
                let ranked =
                    self.evaluation.units.iter().zip(&self.case.data().units).filter(|(result, unit)| {
                        let together = self.case.scheme.rank_within == crate::domain::RankWithin::All;
                        (together || Some(&unit.class) == class)
                            && matches!(result.standing, Standing::Ranked { .. })
                    });
                unit::place_of(self.case.lang, &figure::short(place), ranked.count())
            }
        }
    }

    fn criterion(&self, criterion: &Criterion, column: &CriterionColumn) -> Vec<String> {
        let lang = self.case.lang;
        let words = unit::unit(lang);
        let indent = "  ".repeat(usize::from(column.depth) + 1);
        let name = lang.pick(&criterion.name);
        let earned = if !column.applies[self.at] {
            words.not_applicable.to_owned()
        } else if !column.present[self.at] {
            words.missing.to_owned()
        } else {
            let possible = figure::fixed(column.marks_possible[self.at], 2);
            format!("{} / {possible}", figure::fixed(column.marks[self.at], 2))
        };
        let mut text = vec![format!("{indent}{name}{}{earned}", words.colon)];
        if let (Some(leaf), true) = (criterion.leaf(), column.applies[self.at]) {
            let details = self.leaf(leaf, column);
            text.extend(
                details.into_iter().map(|(what, value)| format!("{indent}  {what}{}{value}", words.colon)),
            );
        }
        text
    }

    /// Value, function, equation and sources of a leaf.
    fn leaf(&self, leaf: &Leaf, column: &CriterionColumn) -> Vec<(&'static str, String)> {
        let lang = self.case.lang;
        let words = unit::unit(lang);
        let data = self.case.data();
        let Some(indicator) = data.indicators.iter().find(|one| one.id == leaf.indicator) else {
            return vec![(words.raw_value, unit::unknown_indicator(lang, leaf.indicator.as_str()))];
        };
        let value = self.case.table.value(self.at, &leaf.indicator, self.case.year);
        let written = match value {
            Some(value) => figure::value(lang, &indicator.measure, value),
            None => {
                let policy = unit::missing_policy(lang, leaf.missing.unwrap_or(self.case.scheme.missing));
                format!("{}{}{policy}", self.reason(indicator), words.semicolon)
            }
        };
        let mut text = vec![(words.raw_value, written)];
        text.push((words.method, function_sentence::function(lang, &leaf.function, &indicator.measure)));
        if column.present[self.at] {
            let share = column.share[self.at];
            let equation = value.filter(|_| !leaf.log).and_then(|value| {
                function_sentence::arithmetic(lang, &leaf.function, &indicator.measure, value, share)
            });
            let marks = unit::marks_equation(
                lang,
                &function_sentence::short_exact(share),
                &figure::short(column.marks_possible[self.at]),
                &figure::fixed(column.marks[self.at], 2),
            );
            let equation = equation.map_or(String::new(), |equation| equation + words.semicolon);
            text.push((words.result, equation + &marks));
        }
        text.extend(self.sources(indicator).into_iter().map(|source| (words.source, source)));
        text
    }

    /// Why a value is missing: the recorded reason of the indicator or of one of its parts.
    fn reason(&self, indicator: &Indicator) -> &'static str {
        let mut reasons =
            self.observations(indicator).into_iter().filter_map(|(_, observation)| observation.missing);
        unit::missing_reason(self.case.lang, reasons.next())
    }

    /// The observations of an indicator and of its parts, variants left out.
    fn observations<'a>(&'a self, indicator: &'a Indicator) -> Vec<(&'a Indicator, &'a Observation)> {
        let unit = UnitId::from(self.result.unit.as_str());
        let parts = indicator.formula.iter().flat_map(|formula| formula.parts());
        let ids = std::iter::once(&indicator.id).chain(parts);
        let data = self.case.data();
        ids.filter_map(|id| {
            let at = self.case.table.unit_index(&unit)?;
            let observation = self.case.table.observation(at, id, self.case.year)?;
            Some((data.indicators.iter().find(|one| &one.id == id)?, observation))
        })
        .collect()
    }

    fn sources(&self, indicator: &Indicator) -> Vec<String> {
        let lang = self.case.lang;
        let found = self.observations(indicator);
        let place = |(of, observation): (&Indicator, &Observation)| {
            let source = observation.source.as_ref()?;
            let document = self.case.data().documents.iter().find(|document| document.id == source.document);
            let title = document.map_or(source.document.as_str(), |document| lang.pick(&document.title));
            let value = observation.value.map(|value| figure::value(lang, &of.measure, value));
            let part = (of.id != indicator.id).then(|| lang.pick(&of.name));
            Some(twin::source(lang, title, &source.section, &source.printed, part.zip(value.as_deref())))
        };
        found.into_iter().filter_map(place).collect()
    }

    fn rules(&self) -> Vec<String> {
        if self.result.firings.is_empty() {
            return Vec::new();
        }
        let lang = self.case.lang;
        let names = Names::new(&self.case.scheme, self.case.data(), lang);
        let mut text = vec![String::new(), unit::unit(lang).rule_record.to_owned()];
        for firing in self.result.firings {
            text.extend(self.firing(&names, firing).into_iter().map(|line| format!("  {line}")));
        }
        text
    }

    fn firing(&self, names: &Names, firing: &Firing) -> Vec<String> {
        let lang = self.case.lang;
        let words = unit::unit(lang);
        let what = match (firing.outcome, &firing.effect) {
            (Outcome::Fired, Some(effect)) => rule_sentence::effect_of_firing(names, effect),
            (Outcome::Fired, None) => twin::twin(lang).without_effect.to_owned(),
            (Outcome::Proposed, _) => words.proposed.to_owned(),
            (Outcome::Undecided, _) => words.undecided.to_owned(),
        };
        let mut text =
            vec![format!("{}{}{what}", rule_sentence::firing_reason(names, firing), words.semicolon)];
        if firing.fired_in != self.case.year {
            text.push(format!("  {}", unit::fired_in(lang, firing.fired_in)));
        }
        if let Some(rule) = self.case.scheme.rules.iter().find(|rule| rule.id == firing.rule) {
            text.push(format!("  {}", rule_sentence::rule(names, rule)));
            text.push(format!("  {}{}{}", words.basis, words.colon, lang.pick(&rule.basis)));
        }
        text
    }

    fn issues(&self) -> Vec<String> {
        let lang = self.case.lang;
        let own = |one: &&crate::domain::Issue| issue::concerns(one, self.result.unit);
        let notes: Vec<String> = self
            .evaluation
            .issues
            .iter()
            .filter(own)
            .map(|one| format!("  {}", issue::sentence(lang, &self.case.scheme, self.case.data(), one)))
            .collect();
        if notes.is_empty() {
            return notes;
        }
        [String::new(), twin::twin(lang).notes.to_owned()].into_iter().chain(notes).collect()
    }
}
