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
    // What was in disorder before is not this act's doing.
    let before = check_scheme(&state.inputs.scheme);
    let found = check_scheme(&scheme).into_iter().find(|finding| !before.contains(finding));
    if let Some(finding) = found {
        state.view.notice = Some(Notice::problem(notice::act_refused(&name, &finding.problem)));
    } else if scheme != *state.inputs.scheme {
        state.view.notice = None;
        let inputs = Inputs { scheme: Shared::new(scheme), ..state.inputs.clone() };
        take(state, name, inputs);
    }
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
mod tests {
    use super::*;
    use crate::{
        app::{Action, Tone, fixture, reduce},
        domain::{Condition, CriterionId, Effect},
    };

    fn act(state: &State, act: SchemeEdit) -> State {
        reduce(state, Action::Shape(act))
    }

    fn ids(state: &State) -> Vec<String> {
        state.inputs.scheme.criteria.iter().map(|c| c.id.to_string()).collect()
    }

    #[test]
    fn a_leaf_is_added_with_the_mean_points_of_its_siblings() {
        let start = fixture::state();
        let added = act(&start, SchemeEdit::AddLeaf { under: None, indicator: "lost".into() });
        assert_eq!(ids(&added), ["a", "b", "lost"]);
        // The mean of 60 and 40.
        assert_eq!(added.inputs.scheme.criteria[2].points, 50.0);
        assert_eq!(added.history.undo_name().unwrap().zh, "新增评分项 败诉率");
        assert!(added.scheme_changed());
        assert_eq!(reduce(&added, Action::Undo).inputs, start.inputs);
        assert!(!reduce(&added, Action::ResetScheme).scheme_changed(), "the delivered scheme is still there");
    }

    #[test]
    fn what_a_rule_speaks_of_is_not_taken_away() {
        let mut rule = fixture::scheme().rules[0].clone();
        rule.effect = Effect::ZeroCriterion { criterion: "b1".into() };
        let start = act(&fixture::state(), SchemeEdit::PutRule(Box::new(rule)));
        assert_eq!(start.history.undo_name().unwrap().en, "Rule changed: Losing veto");
        let refused = act(&start, SchemeEdit::RemoveCriterion("b1".into()));
        assert_eq!(refused.inputs, start.inputs);
        let notice = refused.view.notice.unwrap();
        assert_eq!(notice.tone, Tone::Problem);
        assert!(notice.text.zh.contains("b1"), "{}", notice.text.zh);
    }

    #[test]
    fn a_rule_is_added_under_an_id_of_its_own_and_taken_away() {
        let rule = fixture::scheme().rules[0].clone();
        let two = act(&fixture::state(), SchemeEdit::AddRule(Box::new(rule)));
        assert_eq!(two.inputs.scheme.rules[1].id.as_str(), "v-2");
        let one = act(&two, SchemeEdit::RemoveRule("v".into()));
        assert_eq!(one.inputs.scheme.rules.len(), 1);
        // A rule that waits for itself is refused.
        let mut circle = one.inputs.scheme.rules[0].clone();
        circle.when = Condition::Fired("v-2".into());
        let refused = act(&one, SchemeEdit::PutRule(Box::new(circle)));
        assert_eq!(refused.inputs, one.inputs);
        assert!(refused.view.notice.is_some());
    }

    #[test]
    fn a_criterion_keeps_its_children_when_it_is_changed() {
        let start = fixture::state();
        let mut group = start.inputs.scheme.criteria[1].clone();
        group.name = Text::new("新名", "New name");
        group.body = Body::Node { aggregate: crate::domain::Aggregate::Minimum, children: Vec::new() };
        let changed = act(&start, SchemeEdit::PutCriterion(Box::new(group)));
        let group = &changed.inputs.scheme.criteria[1];
        assert_eq!((group.name.zh.as_str(), group.children().len()), ("新名", 2));
        let moved = act(&changed, SchemeEdit::MoveCriterion(CriterionId::from("b1"), Way::Out));
        assert_eq!(ids(&moved), ["a", "b", "b1"]);
    }
}
