//! Acts that shape the scheme: each becomes a named step that can be undone, or is refused with its reason.

use super::inputs::take;
use crate::{
    app::{Inputs, Notice, SchemeEdit, Shared, State, Way, edit},
    data::check_scheme,
    domain::{Body, Criterion, Leaf, Role, Rule, Scheme, Text},
    i18n::texts::{notice, scheme_edit as names},
};

/// Applies an act that shapes the scheme.
pub(super) fn shape(state: &mut State, act: SchemeEdit) {
    let Some((name, scheme)) = shaped(&state.inputs, act) else { return };
    if let Some(refused) = refusal(&state.inputs.scheme, &name, &scheme) {
        state.view.notice = Some(refused);
    } else if scheme != *state.inputs.scheme {
        state.view.notice = None;
        let inputs = Inputs { scheme: Shared::new(scheme), ..state.inputs.clone() };
        take(state, name, inputs);
    }
}

/// Why an act is refused: what it would bring out of order. What was out of order before is not its doing.
pub(super) fn refusal(before: &Scheme, act: &Text, after: &Scheme) -> Option<Notice> {
    let known = check_scheme(before);
    let found = check_scheme(after).into_iter().find(|finding| !known.contains(finding))?;
    Some(Notice::problem(notice::act_refused(act, &found.problem)))
}

/// The scheme after an act, and the act's name; `None` where it makes no sense.
fn shaped(inputs: &Inputs, act: SchemeEdit) -> Option<(Text, Scheme)> {
    let scheme = &*inputs.scheme;
    let named = |id| edit::criterion(&scheme.criteria, id).map(|criterion| &criterion.name);
    Some(match act {
        SchemeEdit::Rename(name) => (names::renamed(&scheme.name, &name), Scheme { name, ..scheme.clone() }),
        SchemeEdit::AddLeaf { under, indicator } => {
            let leaf = leaf(inputs, under.as_ref(), &indicator)?;
            (names::added(&leaf.name), edit::with_criterion(scheme, under.as_ref(), leaf)?)
        }
        SchemeEdit::Group(id) => {
            (names::grouped(named(&id)?), edit::grouped(scheme, &id, names::new_group())?)
        }
        SchemeEdit::RemoveCriterion(id) => {
            let (taken, scheme) = edit::without_criterion(scheme, &id)?;
            (names::removed(&taken.name), scheme)
        }
        SchemeEdit::CopyCriterion(id) => {
            (names::copied(named(&id)?), edit::with_copy(scheme, &id, names::copy_of)?)
        }
        SchemeEdit::MoveCriterion(id, way) => {
            let moved = edit::with_moved(scheme, &id, way)?;
            let into = edit::parent(&moved.criteria, &id).filter(|_| matches!(way, Way::In | Way::Out));
            (names::moved(named(&id)?, into.map(|into| &into.name)), moved)
        }
        SchemeEdit::PlaceCriterion { id, before } => {
            let placed = edit::with_placed(scheme, &id, &before)?;
            let into = edit::parent(&placed.criteria, &id);
            (names::moved(named(&id)?, into.map(|into| &into.name)), placed)
        }
        SchemeEdit::AddBand(nth) => {
            (names::band_added(), edit::with_band_added(scheme, nth, names::new_grade())?)
        }
        SchemeEdit::RemoveBand(nth) => {
            let (grade, without) = edit::without_band(scheme, nth)?;
            (names::band_removed(&grade), without)
        }
        SchemeEdit::RenameGrade(_, name) if name.is_empty() => return None,
        SchemeEdit::RenameGrade(id, name) => {
            let before = scheme.grades.iter().find(|grade| grade.id == id)?.name.clone();
            (names::grade_renamed(&before, &name), edit::with_grade_name(scheme, &id, name)?)
        }
        SchemeEdit::PutCriterion(new) => {
            let name = names::changed(named(&new.id)?);
            (name, edit::with_replaced(scheme, *new)?)
        }
        SchemeEdit::AddRule(rule) => {
            let rule = Rule { id: edit::free_rule_id(scheme, &rule.id), ..*rule };
            (names::rule_added(&rule.name), with_rules(scheme, |rules| rules.push(rule)))
        }
        SchemeEdit::PutRule(rule) => {
            let at = scheme.rules.iter().position(|other| other.id == rule.id)?;
            let name = names::rule_changed(&rule.name);
            (name, with_rules(scheme, |rules| rules[at] = *rule))
        }
        SchemeEdit::RemoveRule(id) => {
            let rule = scheme.rules.iter().find(|rule| rule.id == id)?;
            (names::rule_removed(&rule.name), with_rules(scheme, |rules| rules.retain(|rule| rule.id != id)))
        }
    })
}

/// A leaf on an indicator, scored by what fits its data, with the mean points of those it will stand with.
fn leaf(
    inputs: &Inputs,
    under: Option<&crate::domain::CriterionId>,
    indicator: &crate::domain::IndicatorId,
) -> Option<Criterion> {
    let scheme = &inputs.scheme;
    let known = inputs.table.data().indicators.iter().find(|known| &known.id == indicator)?;
    let siblings = match under {
        None => &scheme.criteria[..],
        Some(id) => edit::criterion(&scheme.criteria, id)?.children(),
    };
    let counted: Vec<f64> = siblings.iter().filter(|c| c.role.is_counted()).map(|c| c.points).collect();
    let mean = counted.iter().sum::<f64>() / counted.len().max(1) as f64;
    let function = edit::fitting(&inputs.table, indicator, inputs.year);
    Some(Criterion {
        id: indicator.as_str().into(),
        name: known.name.clone(),
        points: if mean > 0.0 { (mean * 10.0).round() / 10.0 } else { 10.0 },
        classes: Vec::new(),
        role: Role::Counted,
        basis: Text::default(),
        body: Body::Leaf(Leaf { indicator: indicator.clone(), function, log: false, missing: None }),
    })
}

fn with_rules(scheme: &Scheme, change: impl FnOnce(&mut Vec<Rule>)) -> Scheme {
    let mut scheme = scheme.clone();
    change(&mut scheme.rules);
    scheme
}

#[cfg(test)]
mod tests;
