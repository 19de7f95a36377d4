//! Actions on what is evaluated: each becomes a named step that can be undone.

use super::scheme::refusal;
use crate::{
    app::{
        Action, Hold, Inputs, Notice, Shared, State, edit,
        history::{Hand, Moving, Step},
        library::{ENOUGH, rests_on},
    },
    domain::{CriterionId, Scheme, ScoreFunction, Text, Year},
    i18n::texts::{compare::kept as kept_name, history as names, link as link_names},
    scoring::Table,
};

/// Applies an action on the inputs.
pub(super) fn reduce_inputs(state: &mut State, action: Action) {
    match action {
        Action::Undo => {
            if let Some(inputs) = state.history.undo(&state.inputs) {
                enter(state, inputs);
            }
        }
        Action::Redo => {
            if let Some(inputs) = state.history.redo(&state.inputs) {
                enter(state, inputs);
            }
        }
        Action::GoToStep(wanted) => {
            if let Some(inputs) = state.history.go_to(wanted, &state.inputs) {
                enter(state, inputs);
            }
        }
        Action::ChooseDataSet(id) => {
            if let Some(table) = state.library.data_set(&id).cloned() {
                choose_table(state, table);
            }
        }
        Action::AddDataSet(data) => {
            let table = Shared::new(Table::new(data.rc().clone()));
            state.library.put_data_set(table.clone());
            choose_table(state, table);
        }
        Action::ChooseYear(year) => choose_year(state, year),
        Action::ChooseScheme(id) => {
            if let Some(scheme) = state.library.scheme(&id).cloned() {
                choose_scheme(state, scheme);
            }
        }
        Action::AddScheme(scheme) => {
            state.library.put_scheme(scheme.clone());
            choose_scheme(state, scheme);
        }
        Action::TakeScheme(scheme) => take_scheme(state, &scheme),
        Action::StartOver => start_over(state),
        Action::KeepScheme(name) => keep_scheme(state, &name),
        Action::SetRulesInForce(on) => {
            let inputs = Inputs { rules_in_force: on, ..state.inputs.clone() };
            take(state, names::rules_in_force(on), inputs);
        }
        Action::MovePoints(id, points) => set_weight(state, Hand::Points(id), points, true),
        Action::SetPoints(id, points) => set_weight(state, Hand::Points(id), points, false),
        Action::MoveBorder(border, points) => set_weight(state, Hand::Border(border), points, true),
        Action::MoveBand(nth, from) => set_weight(state, Hand::Band(nth), from, true),
        Action::MoveFunction(id, function) => {
            // A hand that goes where no function is waits there.
            move_scheme(state, Hand::Function(id.clone()), true, |before| {
                let in_order =
                    |(name, after): &(Text, Scheme)| refusal(&before.scheme, name, after).is_none();
                scored(before, &id, function).filter(in_order)
            });
        }
        Action::SetFunction(id, function) => set_function(state, &id, function),
        Action::Settle => settle(state),
        Action::Lock(id, locked) => lock(state, id, locked),
        Action::HoldSum(sum) => {
            let hold = Hold { sum, ..(*state.inputs.hold).clone() };
            change_hold(state, names::hold_sum(sum), hold);
        }
        about_scheme => edit_scheme(state, about_scheme),
    }
}

/// Actions that change the scheme in one step.
fn edit_scheme(state: &mut State, action: Action) {
    let scheme = &state.inputs.scheme;
    let original = state.library.scheme(&scheme.id);
    let edited = match action {
        Action::SplitEqually(parent) => {
            let node = parent.as_ref().and_then(|id| edit::criterion(&scheme.criteria, id));
            edit::split_equally(scheme, parent.as_ref(), &state.inputs.hold.locked)
                .map(|s| (names::split_equally(node), s))
        }
        Action::ResetPoints => original.map(|o| (names::reset_points(), edit::with_points_of(scheme, o))),
        Action::ResetScheme => original.map(|o| (names::reset_scheme(scheme), (**o).clone())),
        Action::NormalisePoints => {
            Some((names::normalise(scheme.full_marks), edit::normalise(scheme, &state.inputs.hold.locked)))
        }
        Action::SetBand(nth, from) => {
            edit::with_band(scheme, nth, from).map(|s| (names::band(scheme, nth, from), s))
        }
        Action::SetRuleOn(id, on) => {
            edit::with_rule(scheme, &id, |rule| rule.on = on).map(|(rule, s)| (names::rule_on(&rule, on), s))
        }
        Action::SetThreshold(id, nth, than) => edit::with_threshold(scheme, &id, nth, than)
            .map(|(rule, before, s)| (names::threshold(&rule, before, than), s)),
        Action::SetRuleMarks(id, marks) => edit::with_rule_marks(scheme, &id, marks)
            .map(|(rule, before, s)| (names::rule_marks(&rule, before, marks), s)),
        Action::Confirm { rule, unit, confirmed } => {
            edit::with_confirmation(scheme, &rule, &unit, state.inputs.year, confirmed)
                .map(|(rule, s)| (names::confirm(&rule, confirmed), s))
        }
        _ => None,
    };
    if let Some((name, scheme)) = edited
        && scheme != *state.inputs.scheme
    {
        let inputs = Inputs { scheme: Shared::new(scheme), ..state.inputs.clone() };
        take(state, name, inputs);
    }
}

/// Puts a data set that was made from another into the library and chooses it, under a name of its own.
pub(super) fn choose_made(state: &mut State, table: Shared<Table>, name: Text) {
    state.library.put_data_set(table.clone());
    choose_table_as(state, table, name);
}

fn choose_table(state: &mut State, table: Shared<Table>) {
    let name = names::choose_data_set(&table.data().name);
    choose_table_as(state, table, name);
}

fn choose_table_as(state: &mut State, table: Shared<Table>, name: Text) {
    let year = Inputs::nearest_year(&table, state.inputs.year);
    let scheme = if rests_on(&state.inputs.scheme, table.data()) >= ENOUGH {
        state.inputs.scheme.clone()
    } else {
        state.library.best_scheme_for(table.data()).unwrap_or(&state.inputs.scheme).clone()
    };
    let inputs = Inputs { table, year, scheme, ..state.inputs.clone() };
    take(state, name, inputs);
}

fn choose_year(state: &mut State, year: Year) {
    if state.inputs.table.years().contains(&year) {
        let name = names::choose_year(state.inputs.year, year);
        let inputs = Inputs { year, ..state.inputs.clone() };
        take(state, name, inputs);
    }
}

/// Takes in a scheme from elsewhere: one that is there already is chosen, one of the same id stands beside it.
fn take_scheme(state: &mut State, scheme: &Scheme) {
    // One that was taken before has another id, and perhaps a number behind its name.
    let is_same = |known: &Scheme| {
        let Scheme { id, name, .. } = known.clone();
        known.name.zh.starts_with(&scheme.name.zh) && *known == Scheme { id, name, ..scheme.clone() }
    };
    let known = state.library.schemes.iter().map(|entry| &entry.scheme).find(|known| is_same(known)).cloned();
    let known_already = known.is_some();
    let taken = match known {
        Some(known) => known,
        None => {
            let id = free_scheme_id(state, &scheme.id);
            let name = free_scheme_name(state, &scheme.name);
            let taken = Shared::new(Scheme { id, name, ..scheme.clone() });
            state.library.put_scheme(taken.clone());
            taken
        }
    };
    let notice = Notice::done(link_names::taken(&taken.name, known_already));
    choose_scheme(state, taken);
    state.view.notice = Some(notice);
}

/// The wanted id, or with a number behind it where that is taken.
fn free_scheme_id(state: &State, wanted: &str) -> String {
    let taken = |id: &String| state.library.scheme(id).is_some();
    let mut ids = std::iter::once(wanted.to_owned()).chain((2..).map(|nth| format!("{wanted}-{nth}")));
    ids.find(|id| !taken(id)).unwrap_or_else(|| wanted.to_owned())
}

/// The wanted name, or with a number behind it where another scheme goes by that name.
fn free_scheme_name(state: &State, wanted: &Text) -> Text {
    let taken = |name: &Text| state.library.schemes.iter().any(|entry| entry.scheme.name == *name);
    let mut names = std::iter::once(wanted.clone()).chain((2..).map(|nth| link_names::numbered(wanted, nth)));
    names.find(|name| !taken(name)).unwrap_or_else(|| wanted.clone())
}

/// Begins again with the first data set and scheme of the library, without slides and locks. A step like any other.
fn start_over(state: &mut State) {
    let Some(fresh) = State::new(state.library.clone()) else { return };
    take(state, link_names::start_over_step(), fresh.inputs);
    state.view.unit = None;
    state.view.criterion = None;
    state.view.screen = fresh.view.screen;
    state.view.notice = Some(Notice::done(link_names::started_over()));
}

/// Keeps the present scheme under a name; what it was made from stays as it was.
fn keep_scheme(state: &mut State, name: &str) {
    let name = name.trim();
    if name.is_empty() {
        return;
    }
    let old = &state.inputs.scheme;
    let id = free_scheme_id(state, &old.id);
    let kept = Shared::new(Scheme { id, name: Text::new(name, name), ..(**old).clone() });
    state.library.put_scheme(kept.clone());
    let inputs = Inputs { scheme: kept, ..state.inputs.clone() };
    take(state, kept_name(name), inputs);
}

fn choose_scheme(state: &mut State, scheme: Shared<Scheme>) {
    let name = names::choose_scheme(&scheme.name);
    let inputs = Inputs { scheme, ..state.inputs.clone() };
    take(state, name, inputs);
}

/// Sets points, as part of a move (`moving`) or for good.
fn set_weight(state: &mut State, hand: Hand, points: f64, moving: bool) {
    let of = hand.clone();
    move_scheme(state, hand, moving, |before| weighted(before, &of, points));
}

/// Changes the scheme under a hand, from what it was at the move's beginning, so that a hand that goes back finds all
/// as it was. A move that ends where it began leaves no step.
fn move_scheme(
    state: &mut State,
    hand: Hand,
    moving: bool,
    change: impl FnOnce(&Inputs) -> Option<(Text, Scheme)>,
) {
    if state.history.moving.as_ref().is_some_and(|other| other.hand != hand) {
        state.history.settle();
    }
    let before = state.history.moving.as_ref().map_or(&state.inputs, |moving| &moving.step.inputs);
    let Some((name, scheme)) = change(before) else { return };
    let before = before.clone();
    state.history.moving = None;
    if scheme == *before.scheme && !moving {
        state.inputs = before;
        return;
    }
    let step = Step { name, inputs: before };
    state.inputs.scheme = Shared::new(scheme);
    if moving {
        state.history.moving = Some(Moving { hand, step });
    } else {
        state.history.push(step);
    }
}

/// Scores a leaf another way, or says why not.
fn set_function(state: &mut State, id: &CriterionId, function: ScoreFunction) {
    let Some((name, after)) = scored(&state.inputs, id, function.clone()) else { return };
    match refusal(&state.inputs.scheme, &name, &after) {
        Some(refused) => state.view.notice = Some(refused),
        None => move_scheme(state, Hand::Function(id.clone()), false, |before| scored(before, id, function)),
    }
}

/// The scheme with a leaf scored another way, and the name of that step.
fn scored(before: &Inputs, id: &CriterionId, function: ScoreFunction) -> Option<(Text, Scheme)> {
    let changed = edit::with_function(&before.scheme, id, function)?;
    Some((names::function(edit::criterion(&changed.criteria, id)), changed))
}

/// Ends a move. One that ended where it began leaves no step.
fn settle(state: &mut State) {
    let back = state.history.moving.take_if(|moving| *moving.step.inputs.scheme == *state.inputs.scheme);
    match back {
        Some(moving) => state.inputs = moving.step.inputs,
        None => state.history.settle(),
    }
}

/// The scheme with the points that a hand sets, and the name of that step.
fn weighted(before: &Inputs, hand: &Hand, points: f64) -> Option<(Text, Scheme)> {
    let (scheme, hold) = (&before.scheme, &before.hold);
    let of = |scheme: &Scheme, id| edit::criterion(&scheme.criteria, id).map(|c| c.points);
    match hand {
        Hand::Points(id) if hold.locked.contains(id) => None,
        Hand::Points(id) => {
            let changed = match hold.sum {
                true => edit::with_points_held(scheme, id, points, &hold.locked),
                false => edit::with_points(scheme, id, points),
            }?;
            let old = edit::criterion(&scheme.criteria, id)?;
            Some((names::points(old, of(&changed, id)?, hold.sum && old.role.is_counted()), changed))
        }
        Hand::Band(nth) => Some((names::band(scheme, *nth, points), edit::with_band(scheme, *nth, points)?)),
        Hand::Function(_) => None,
        Hand::Border([left, right]) => {
            let changed = edit::with_border(scheme, (left, right), points, &hold.locked)?;
            let [old_left, old_right] = [left, right].map(|id| edit::criterion(&scheme.criteria, id));
            let name = names::border([(old_left?, of(&changed, left)?), (old_right?, of(&changed, right)?)]);
            Some((name, changed))
        }
    }
}

fn lock(state: &mut State, id: CriterionId, locked: bool) {
    let Some(criterion) = edit::criterion(&state.inputs.scheme.criteria, &id) else { return };
    let name = names::lock(criterion, locked);
    let mut hold = (*state.inputs.hold).clone();
    let changed = if locked { hold.locked.insert(id) } else { hold.locked.remove(&id) };
    if changed {
        change_hold(state, name, hold);
    }
}

fn change_hold(state: &mut State, name: Text, hold: Hold) {
    if hold != *state.inputs.hold {
        let inputs = Inputs { hold: Shared::new(hold), ..state.inputs.clone() };
        take(state, name, inputs);
    }
}

/// Makes `inputs` the present ones, as a named step. No step where nothing changed.
pub(super) fn take(state: &mut State, name: Text, inputs: Inputs) {
    state.history.settle();
    if inputs != state.inputs {
        state.history.push(Step { name, inputs: state.inputs.clone() });
        enter(state, inputs);
    }
}

/// Makes `inputs` the present ones and closes a unit that they do not have.
fn enter(state: &mut State, inputs: Inputs) {
    if inputs.table != state.inputs.table {
        state.library.put_back(&inputs.table);
        state.view.drafting = false;
        let units = &inputs.table.data().units;
        let open = state.view.unit.take();
        state.view.unit = open.filter(|id| units.iter().any(|unit| &unit.id == id));
    }
    state.inputs = inputs;
}
