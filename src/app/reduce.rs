//! State and action to the next state. Pure; an action that makes no sense (an unknown id, a number that is not
//! finite) changes nothing.

mod cell;
mod charts;
mod deck;
mod draft;
mod import;
mod inputs;
mod project;
mod scheme;

use super::{Action, Notice, State, tour};
use crate::i18n::texts::project as project_texts;

/// The state after an action.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    if let Some(action) = reduce_view(&mut next, action) {
        inputs::reduce_inputs(&mut next, action);
    }
    if state.read_only && !only_shows(state, &next) {
        let mut refused = state.clone();
        refused.view.notice = Some(Notice::problem(project_texts::read_only_refused()));
        return refused;
    }
    next
}

/// A step that only shows something else of what is there: another year, data set or scheme of the library, rules on
/// or off.
fn only_shows(before: &State, after: &State) -> bool {
    let steps = before.history.past.iter().chain(&before.history.future);
    let known = steps.map(|step| &step.inputs).chain([&before.inputs]);
    let scheme = &after.inputs.scheme;
    let known_scheme = before.library.scheme(&scheme.id) == Some(scheme)
        || known.map(|inputs| &inputs.scheme).any(|known| known == scheme);
    known_scheme && after.library == before.library && after.inputs.deck == before.inputs.deck
}

/// Applies an action on what is shown; gives back one that is about the inputs.
fn reduce_view(state: &mut State, action: Action) -> Option<Action> {
    let view = &mut state.view;
    match action {
        Action::OpenScreen(screen) => view.screen = screen,
        Action::Tour(action) => tour::reduce_tour(state, action),
        Action::OpenUnit(unit) => {
            view.unit = unit;
            view.criterion = None;
        }
        Action::OpenUnitAt(unit, criterion) => {
            view.unit = Some(unit);
            view.criterion = Some(criterion);
        }
        Action::ToggleCriterion(id) => {
            if !view.open.remove(&id) {
                view.open.insert(id);
            }
        }
        Action::ShowRanking(ranking) => view.ranking = ranking,
        Action::ShowComparison(compare) => view.compare = compare,
        Action::ShowTrend(trend) => charts::show(state, |shown| shown.trend = trend),
        Action::ShowApproval(approval) => charts::show(state, |shown| shown.approval = approval),
        Action::ShowChart(chart) => charts::show(state, |shown| shown.chart = chart),
        Action::SetLang(lang) => view.lang = lang,
        Action::SetTheme(theme) => view.theme = theme,
        Action::Notify(notice) => view.notice = Some(notice),
        Action::DismissNotice => view.notice = None,
        Action::CorrectCell(edit) => cell::correct_cell(state, &edit),
        Action::OpenProject(project) => project::open_project(state, &project),
        Action::TakeBack(work) => project::take_back(state, &work),
        Action::Import(action) => import::reduce_import(state, action),
        Action::Draft(action) => draft::reduce_draft(state, action),
        Action::Deck(action) => deck::reduce_deck(state, &action),
        Action::Shape(act) => scheme::shape(state, act),
        about_inputs => return Some(about_inputs),
    }
    None
}

#[cfg(test)]
mod tests;
