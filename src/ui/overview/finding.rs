//! What stands out in a result, as plain data.

use crate::{
    app::Screen,
    domain::{Formula, Issue, MeasureKind, Outcome, Rule, Standing},
    i18n::{Lang, figure, texts::overview},
    ui::evaluated::Evaluated,
};

/// A finding: what was found, what it rests on, and where to see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The finding as a sentence.
    pub headline: String,
    /// The figures behind it.
    pub detail: String,
    /// How much it asks for a look.
    pub tone: Tone,
    /// Where it is shown in full.
    pub screen: Screen,
}

/// How much a finding asks for a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is good to know.
    Plain,
    /// Something does not agree.
    Doubtful,
    /// Units are vetoed.
    Veto,
}

/// How far approval times were cut: the first derived indicator that reduces one count of days to another.
pub fn approval(evaluated: &Evaluated, unit: usize, lang: Lang) -> Finding {
    let texts = overview::overview(lang);
    let inputs = &evaluated.inputs;
    let data = inputs.table.data();
    let value = |id| inputs.table.value(unit, id, inputs.year);
    let cut = data.indicators.iter().find_map(|indicator| {
        let Some(Formula::ReductionShare { before, after }) = &indicator.formula else { return None };
        let days = data
            .indicators
            .iter()
            .find(|i| &i.id == before)
            .filter(|i| i.measure.kind == MeasureKind::Days)?;
        Some((value(&indicator.id)?, value(before)?, value(after)?, &days.measure))
    });
    let (headline, detail) = match cut {
        None => (texts.no_approval.to_owned(), texts.no_approval_detail.to_owned()),
        Some((cut, before, after, days)) => {
            let written = |days_count| figure::value(lang, days, days_count);
            let difference = figure::value(lang, days, after - before);
            let detail = overview::approval_days(lang, &written(before), &written(after), &difference);
            (overview::approval_cut(lang, &figure::percent(cut, 1)), detail)
        }
    };
    Finding { headline, detail, tone: Tone::Plain, screen: Screen::Approval }
}

/// Whether the figures of the source agree with each other.
pub fn figures(evaluated: &Evaluated, unit: usize, lang: Lang) -> Finding {
    let texts = overview::overview(lang);
    let inputs = &evaluated.inputs;
    let data = inputs.table.data();
    let own = data.units.get(unit).map(|unit| &unit.id);
    let differing: Vec<(&crate::domain::IndicatorId, f64, f64)> = evaluated
        .now
        .issues
        .iter()
        .filter_map(|issue| match issue {
            Issue::FiguresDisagree { unit, year, indicator, stated, computed }
                if Some(unit) == own && *year == inputs.year =>
            {
                Some((indicator, *stated, *computed))
            }
            _ => None,
        })
        .collect();
    let first = differing.first().and_then(|(id, stated, computed)| {
        let indicator = data.indicators.iter().find(|indicator| &indicator.id == *id)?;
        let written = |value| figure::value(lang, &indicator.measure, value);
        Some(overview::disagreement(lang, lang.pick(&indicator.name), &written(*stated), &written(*computed)))
    });
    let checked = data.indicators.iter().filter(|i| i.formula.is_some()).filter(|indicator| {
        let stated = |o: &&crate::domain::Observation| {
            o.indicator == indicator.id
                && Some(&o.unit) == own
                && o.year == inputs.year
                && o.value.is_some()
                && o.variant.is_empty()
        };
        data.observations.iter().any(|o| stated(&o))
    });
    let checked = checked.count();
    let (headline, detail) = match first {
        Some(first) => (overview::disagreeing(lang, differing.len()), first),
        None if checked == 0 => (texts.nothing_to_check.to_owned(), texts.nothing_to_check_detail.to_owned()),
        None => (texts.all_agree.to_owned(), overview::checked(lang, checked)),
    };
    let tone = if differing.is_empty() { Tone::Plain } else { Tone::Doubtful };
    Finding { headline, detail, tone, screen: Screen::Data }
}

/// What the rules did to all units.
pub fn rules(evaluated: &Evaluated, lang: Lang) -> Finding {
    let texts = overview::overview(lang);
    let data = evaluated.inputs.table.data();
    let units = || evaluated.now.units.iter().zip(&data.units);
    let vetoed: Vec<String> = units()
        .filter_map(|(result, unit)| match result.standing {
            Standing::Vetoed { would_be } => {
                let place = would_be.map(figure::short);
                Some(overview::vetoed_unit(lang, lang.pick(&unit.name), place.as_deref()))
            }
            _ => None,
        })
        .collect();
    let fired = evaluated.fired();
    let waiting = evaluated.now.units.firings().len() - fired;
    let (headline, detail) = if !evaluated.inputs.rules_in_force {
        (texts.rules_aside.to_owned(), String::new())
    } else if !vetoed.is_empty() {
        (overview::vetoed(lang, vetoed.len()), vetoed.join(if lang == Lang::Zh { "、" } else { ", " }))
    } else if fired + waiting > 0 {
        (overview::fired(lang, fired, waiting), fired_names(evaluated, lang))
    } else {
        (texts.no_rule.to_owned(), texts.no_rule_detail.to_owned())
    };
    let tone = if vetoed.is_empty() { Tone::Plain } else { Tone::Veto };
    Finding { headline, detail, tone, screen: Screen::Rules }
}

/// The rules that fired for anybody, each once, in the scheme's order.
fn fired_names(evaluated: &Evaluated, lang: Lang) -> String {
    let fired = |rule: &&Rule| {
        let mut firings = evaluated.now.units.firings().iter();
        firings.any(|firing| firing.rule == rule.id && firing.outcome == Outcome::Fired)
    };
    let rules = evaluated.inputs.scheme.rules.iter().filter(fired);
    let names: Vec<&str> = rules.map(|rule| lang.pick(&rule.name)).collect();
    names.join(if lang == Lang::Zh { "；" } else { "; " })
}
