//! What stands above the ranking: the search, which units are listed, under which headings, with which columns.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Action, Group, Only, RankingView, Shared, Shown},
    browser::event,
    domain::Scheme,
    i18n::texts::scoring::{self, ScoringTexts},
    ui::{
        components::{Checklist, ChecklistEntry, SearchField},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// The columns to show, in their order: those chosen that the scheme has. Beside an opened unit there is room for bars
/// and grades only.
pub fn columns(scheme: &Scheme, view: &RankingView, beside_unit: bool) -> Rc<[Shown]> {
    all_columns(scheme)
        .into_iter()
        .filter(|column| !beside_unit || matches!(column, Shown::Composition | Shown::Grade))
        .filter(|column| view.columns.contains(column))
        .collect()
}

/// The columns before the score and those after it.
pub fn columns_beside_score(columns: &[Shown]) -> (&[Shown], &[Shown]) {
    let before = |column: &Shown| matches!(column, Shown::Composition | Shown::Criterion(_));
    columns.split_at(columns.iter().take_while(|column| before(column)).count())
}

fn all_columns(scheme: &Scheme) -> Vec<Shown> {
    let mut all = vec![Shown::Composition];
    all.extend(scheme.criteria.iter().map(|criterion| Shown::Criterion(criterion.id.clone())));
    all.extend([Shown::Coverage, Shown::Grade, Shown::Change]);
    all
}

/// Props of [`RankingTools`].
#[derive(Properties, PartialEq)]
pub struct RankingToolsProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// How the ranking is listed.
    pub view: RankingView,
    /// So many units are listed.
    pub listed: usize,
    /// The schemes that places can be held against.
    pub schemes: Vec<Shared<Scheme>>,
}

/// What stands above the ranking.
#[component]
pub fn RankingTools(props: &RankingToolsProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let view = props.view.clone();
    let on_search = use_callback((ctx.dispatch.clone(), view.clone()), |search, (dispatch, view)| {
        dispatch.emit(Action::ShowRanking(RankingView { search, ..view.clone() }));
    });
    let all = props.evaluated.now.units.len();
    html! {
        <div class="ranking-tools">
            <SearchField label={texts.search} text={view.search} {on_search} />
            { only_chooser(&ctx, texts, props) }
            { group_chooser(&ctx, texts, props) }
            { against_chooser(&ctx, texts, props) }
            <span class="ranking-listed" role="status">
                if props.listed < all { { scoring::listed(ctx.lang, props.listed, all) } }
            </span>
            <Checklist label={texts.columns} entries={column_entries(&ctx, texts, props)} />
        </div>
    }
}

/// Which units are listed.
fn only_chooser(ctx: &Ctx, texts: &ScoringTexts, props: &RankingToolsProps) -> Html {
    let inputs = &props.evaluated.inputs;
    let data = inputs.table.data();
    let used = |class: &&crate::domain::UnitClass| data.units.iter().any(|unit| unit.class == class.id);
    let classes: Vec<(Only, &str)> = data
        .classes
        .iter()
        .filter(used)
        .map(|class| (Only::Class(class.id.clone()), ctx.lang.pick(&class.name)))
        .collect();
    let grades: Vec<(Only, &str)> = inputs
        .scheme
        .grades
        .iter()
        .zip(0..)
        .map(|(grade, nth)| (Only::Grade(nth), ctx.lang.pick(&grade.name)))
        .collect();
    let first = vec![
        (Only::All, texts.only_all),
        (Only::Vetoed, texts.only_vetoed),
        (Only::Waiting, texts.only_waiting),
        (Only::Missing, texts.only_missing),
    ];
    let choices: Vec<Only> =
        [&first, &classes, &grades].into_iter().flatten().map(|(only, _)| only.clone()).collect();
    let options = |from: usize, of: &[(Only, &str)]| -> Html {
        let option = |(at, (only, name)): (usize, &(Only, &str))| {
            let value = (from + at).to_string();
            html! { <option key={value.clone()} {value} selected={*only == props.view.only}>{ *name }</option> }
        };
        html! { <>{ for of.iter().enumerate().map(option) }</> }
    };
    let view = props.view.clone();
    let (after_first, after_classes) = (first.len(), first.len() + classes.len());
    let on_change = ctx.send(move |e: Event| {
        let only = event::value(&e).parse().ok().and_then(|nth: usize| choices.get(nth).cloned());
        Action::ShowRanking(RankingView { only: only.unwrap_or_default(), ..view.clone() })
    });
    html! {
        <label class="chooser">
            <span>{ texts.only }</span>
            <select onchange={on_change}>
                { options(0, &first) }
                if classes.len() > 1 { <optgroup label={texts.of_class}>{ options(after_first, &classes) }</optgroup> }
                <optgroup label={texts.of_grade}>{ options(after_classes, &grades) }</optgroup>
            </select>
        </label>
    }
}

/// Under which headings units stand.
fn group_chooser(ctx: &Ctx, texts: &ScoringTexts, props: &RankingToolsProps) -> Html {
    let choices = [
        (None, texts.group_scheme),
        (Some(Group::Class), texts.group_class),
        (Some(Group::Grade), texts.group_grade),
        (Some(Group::Nothing), texts.group_nothing),
    ];
    let options = choices.into_iter().enumerate().map(|(nth, (group, name))| {
        html! { <option key={nth} value={nth.to_string()} selected={group == props.view.group}>{ name }</option> }
    });
    let view = props.view.clone();
    let groups = choices.map(|(group, _)| group);
    let on_change = ctx.send(move |e: Event| {
        let group = event::value(&e).parse().ok().and_then(|nth: usize| groups.get(nth).copied().flatten());
        Action::ShowRanking(RankingView { group, ..view.clone() })
    });
    html! {
        <label class="chooser"><span>{ texts.group }</span><select onchange={on_change}>{ for options }</select></label>
    }
}

/// What the change of place is against: last year, or a scheme.
fn against_chooser(ctx: &Ctx, texts: &ScoringTexts, props: &RankingToolsProps) -> Html {
    let chosen = props.view.against.as_deref();
    let schemes = props.schemes.iter().map(|scheme| {
        let (value, selected) = (scheme.id.clone(), chosen == Some(scheme.id.as_str()));
        html! { <option key={value.clone()} {value} {selected}>{ ctx.lang.pick(&scheme.name) }</option> }
    });
    let view = props.view.clone();
    let on_change = ctx.send(move |e: Event| {
        let against = Some(event::value(&e)).filter(|id| !id.is_empty());
        Action::ShowRanking(RankingView { against, ..view.clone() })
    });
    html! {
        <label class="chooser chooser-against"><span>{ texts.against }</span>
            <select onchange={on_change}>
                <option key="" value="" selected={chosen.is_none()}>{ texts.last_year }</option>
                <optgroup label={texts.of_scheme}>{ for schemes }</optgroup>
            </select>
        </label>
    }
}

/// The columns, each to be shown or not.
fn column_entries(ctx: &Ctx, texts: &ScoringTexts, props: &RankingToolsProps) -> Vec<ChecklistEntry> {
    let scheme = &props.evaluated.inputs.scheme;
    let entry = |column: Shown| {
        let name = match &column {
            Shown::Composition => texts.bars,
            Shown::Criterion(id) => {
                let criterion = scheme.criteria.iter().find(|criterion| &criterion.id == id);
                criterion.map_or("", |criterion| ctx.lang.pick(&criterion.name))
            }
            Shown::Coverage => texts.coverage,
            Shown::Grade => texts.grade,
            Shown::Change => texts.change,
        };
        let view = props.view.clone();
        let on = view.columns.contains(&column);
        let on_toggle = ctx.send(move |()| {
            let mut view = view.clone();
            if !view.columns.remove(&column) {
                view.columns.insert(column.clone());
            }
            Action::ShowRanking(view)
        });
        ChecklistEntry { label: name.to_owned().into(), on, on_toggle }
    };
    all_columns(scheme).into_iter().map(entry).collect()
}
