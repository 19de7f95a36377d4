//! The tree of criteria: one is selected, and moved, grouped, copied or taken away; new ones are added.

use yew::prelude::*;

use crate::{
    app::{Action, SchemeEdit, Shared, Way, edit},
    browser::event,
    domain::{Criterion, CriterionId, IndicatorId},
    i18n::{
        figure,
        texts::{
            scheme_screen::{self, SchemeScreenTexts},
            scoring,
        },
    },
    ui::{
        components::Choice,
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
        scoring::colour_style,
    },
};

/// Props of [`Tree`].
#[derive(Properties, PartialEq)]
pub struct TreeProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The criterion that is selected.
    pub selected: Option<CriterionId>,
    /// Where a selected one goes.
    pub on_select: Callback<CriterionId>,
}

/// The tree of criteria.
#[component]
pub fn Tree(props: &TreeProps) -> Html {
    let ctx = use_ctx();
    let texts = scheme_screen::scheme_screen(ctx.lang);
    let dragged = use_mut_ref(|| None::<CriterionId>);
    let mut rows = Vec::new();
    let mut next = 0;
    add_rows(&ctx, props, &dragged, &props.evaluated.inputs.scheme.criteria, (0, None), &mut next, &mut rows);
    html! {
        <>
            { toolbar(&ctx, texts, props) }
            <ul class="tree" title={texts.tree_hint}>{ for rows }</ul>
            { adding(&ctx, texts, props) }
        </>
    }
}

type Dragged = std::rc::Rc<std::cell::RefCell<Option<CriterionId>>>;

/// Adds the rows of siblings and all below them, in the order of the evaluation's columns.
fn add_rows(
    ctx: &Ctx,
    props: &TreeProps,
    dragged: &Dragged,
    siblings: &[Criterion],
    (depth, colour): (usize, Option<usize>),
    next: &mut usize,
    rows: &mut Vec<Html>,
) {
    for (nth, criterion) in siblings.iter().enumerate() {
        let share = props.evaluated.now.criteria.get(*next).map_or(0.0, |column| column.effective);
        *next += 1;
        let colour = colour.unwrap_or(nth);
        rows.push(row(ctx, props, dragged, criterion, (depth, colour, share)));
        add_rows(ctx, props, dragged, criterion.children(), (depth + 1, Some(colour)), next, rows);
    }
}

fn row(
    ctx: &Ctx,
    props: &TreeProps,
    dragged: &Dragged,
    criterion: &Criterion,
    (depth, colour, share): (usize, usize, f64),
) -> Html {
    let id = criterion.id.clone();
    let selected = props.selected.as_ref() == Some(&id);
    let on_click = {
        let id = id.clone();
        props.on_select.reform(move |_: MouseEvent| id.clone())
    };
    let on_key = {
        let (id, dispatch) = (id.clone(), ctx.dispatch.clone());
        Callback::from(move |e: KeyboardEvent| {
            let act = match (e.key().as_str(), e.alt_key()) {
                ("ArrowUp", true) => SchemeEdit::MoveCriterion(id.clone(), Way::Up),
                ("ArrowDown", true) => SchemeEdit::MoveCriterion(id.clone(), Way::Down),
                ("ArrowLeft", true) => SchemeEdit::MoveCriterion(id.clone(), Way::Out),
                ("ArrowRight", true) => SchemeEdit::MoveCriterion(id.clone(), Way::In),
                ("Delete", false) => SchemeEdit::RemoveCriterion(id.clone()),
                _ => return,
            };
            e.prevent_default();
            dispatch.emit(Action::Shape(act));
        })
    };
    let on_drag_start = {
        let (id, dragged) = (id.clone(), dragged.clone());
        Callback::from(move |e: DragEvent| {
            event::carry(&e, id.as_str());
            *dragged.borrow_mut() = Some(id.clone());
        })
    };
    let on_drag_over = {
        let dragged = dragged.clone();
        Callback::from(move |e: DragEvent| {
            if dragged.borrow().is_some() {
                e.prevent_default();
            }
        })
    };
    let on_drop = {
        let (before, dragged, dispatch) = (id.clone(), dragged.clone(), ctx.dispatch.clone());
        Callback::from(move |e: DragEvent| {
            if let Some(id) = dragged.borrow_mut().take() {
                e.prevent_default();
                let before = before.clone();
                dispatch.emit(Action::Shape(SchemeEdit::PlaceCriterion { id, before }));
            }
        })
    };
    let counts = if criterion.role.is_counted() {
        figure::percent(share, 1)
    } else {
        role_word(ctx, criterion).to_owned()
    };
    html! {
        <li key={id.as_str().to_owned()} style={format!("--depth:{depth};{}", colour_style(colour))}
            draggable="true" ondragstart={on_drag_start} ondragover={on_drag_over} ondrop={on_drop}>
            <button type="button" class="tree-row" aria-current={selected.then_some("true")} onclick={on_click} onkeydown={on_key}>
                <span class="swatch" aria-hidden="true" />
                <span class={if criterion.leaf().is_some() { "tree-name" } else { "tree-name tree-group" }}>{ ctx.lang.pick(&criterion.name) }</span>
                <span class="tree-points">{ figure::short(criterion.points) }</span>
                <span class="tree-share">{ counts }</span>
            </button>
        </li>
    }
}

fn role_word(ctx: &Ctx, criterion: &Criterion) -> &'static str {
    let texts = scoring::scoring(ctx.lang);
    match criterion.role {
        crate::domain::Role::Bonus { .. } => texts.bonus,
        _ => texts.reported_only,
    }
}

fn toolbar(ctx: &Ctx, texts: &SchemeScreenTexts, props: &TreeProps) -> Html {
    let Some(id) = props.selected.clone() else { return Html::default() };
    let scheme = &props.evaluated.inputs.scheme;
    let button = |label: &'static str, act: SchemeEdit, possible: bool| {
        let on_click = ctx.send(move |_: MouseEvent| Action::Shape(act.clone()));
        html! { <button type="button" class="small-button" disabled={!possible} onclick={on_click}>{ label }</button> }
    };
    let ways = [(texts.up, Way::Up), (texts.down, Way::Down), (texts.into, Way::In), (texts.out, Way::Out)];
    html! {
        <div class="tree-tools" role="toolbar" aria-label={texts.tree}>
            { for ways.map(|(label, way)| {
                let possible = edit::with_moved(scheme, &id, way).is_some();
                button(label, SchemeEdit::MoveCriterion(id.clone(), way), possible)
            }) }
            { button(texts.group, SchemeEdit::Group(id.clone()), true) }
            { button(texts.copy, SchemeEdit::CopyCriterion(id.clone()), true) }
            { button(texts.remove, SchemeEdit::RemoveCriterion(id.clone()), edit::without_criterion(scheme, &id).is_some()) }
        </div>
    }
}

/// A list of indicators; choosing one adds a criterion on it, in the selected group or on the selected one's level.
fn adding(ctx: &Ctx, texts: &SchemeScreenTexts, props: &TreeProps) -> Html {
    let scheme = &props.evaluated.inputs.scheme;
    let selected = props.selected.as_ref().and_then(|id| edit::criterion(&scheme.criteria, id));
    let under = match selected {
        Some(group) if group.leaf().is_none() => Some(group.id.clone()),
        Some(leaf) => edit::parent(&scheme.criteria, &leaf.id).map(|parent| parent.id.clone()),
        None => None,
    };
    let indicators = &props.evaluated.inputs.table.data().indicators;
    let nothing = (AttrValue::from(""), AttrValue::from(texts.pick_indicator));
    let options = std::iter::once(nothing)
        .chain(
            indicators
                .iter()
                .map(|one| (one.id.to_string().into(), AttrValue::from(ctx.lang.pick(&one.name).to_owned()))),
        )
        .collect::<Vec<_>>();
    let into = under.as_ref().and_then(|id| edit::criterion(&scheme.criteria, id));
    let into = into.map(|group| ctx.lang.pick(&group.name).to_owned());
    let (dispatch, on_select) = (ctx.dispatch.clone(), props.on_select.clone());
    let on_choose = Callback::from(move |id: String| {
        if id.is_empty() {
            return;
        }
        let (indicator, under) = (IndicatorId::from(id.as_str()), under.clone());
        dispatch.emit(Action::Shape(SchemeEdit::AddLeaf { under, indicator }));
        on_select.emit(CriterionId::from(id));
    });
    html! {
        <div class="tree-add">
            <span>{ texts.add_on }</span>
            <Choice label={texts.add_on} {options} chosen="" {on_choose} />
            if let Some(into) = into { <span class="aside">{ "→ " }{ into }</span> }
        </div>
    }
}
