//! The live ranking: every unit with its bar, score, grade, place and change. Long lists draw only the lines in
//! sight.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    ranking_head::RankingHead,
    ranking_lines::{Head, Line, lines},
    ranking_row::RankingRow,
    ranking_tools::{RankingTools, columns},
};
use crate::{
    app::{Action, RankingView, Shared, Shown},
    browser::{collation, event, page},
    domain::{Evaluation, Scheme, Standing, UnitId},
    i18n::{initials::Initials, texts::scoring},
    scoring::evaluate,
    ui::{
        components::{MARGIN_PX, rules_toggle, use_sight},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// From so many lines on only those in sight are drawn.
const DRAW_ALL_UP_TO: usize = 150;
/// The height of a unit's line, one with a second row of text, and a class's heading, as in ranking.css, in pixels.
const LINE_PX: f64 = 34.0;
const TALL_LINE_PX: f64 = 52.0;
const CLASS_PX: f64 = 32.0;
/// The room that the usual columns need, and one of numbers, in pixels.
const TABLE_PX: usize = 760;
const NUMBER_PX: usize = 86;

/// Props of [`Ranking`].
#[derive(Properties, PartialEq)]
pub struct RankingProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit that is opened.
    pub unit: Option<UnitId>,
    /// How it is listed.
    pub view: RankingView,
    /// The schemes that places can be held against, as they were delivered or kept.
    pub schemes: Vec<Shared<Scheme>>,
}

/// The live ranking.
#[component]
pub fn Ranking(props: &RankingProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let sight = use_sight();
    let (evaluated, view) = (&props.evaluated, &props.view);
    let initials = use_initials(evaluated, &view.search);
    let other = use_other(evaluated, view, &props.schemes);
    let against = other.as_ref().map(|(_, other)| &**other).or(evaluated.before.as_ref());
    let lines = lines(evaluated, view, &initials, against, ctx.lang);
    let window = Window::new(&lines, evaluated, (sight.top, sight.height));
    let columns = columns(&evaluated.inputs.scheme, view, props.unit.is_some());
    let on_sort = {
        let view = view.clone();
        ctx.send(move |column| {
            Action::ShowRanking(RankingView { order: view.order.clicked(column), ..view.clone() })
        })
    };
    // What is shown beside the bars has its own room; a narrow screen scrolls to it.
    let numbers =
        columns.iter().filter(|column| matches!(column, Shown::Criterion(_) | Shown::Coverage)).count();
    let width = (numbers > 0).then(|| format!("min-width:{}px", TABLE_PX + numbers * NUMBER_PX));
    html! {
        <section class="panel ranking" aria-labelledby="ranking-heading">
            <header class="panel-header">
                <h2 id="ranking-heading">{ texts.ranking }</h2>
                <p class="panel-sub" role="status">{ counts(&ctx, evaluated) }</p>
                <span class="spacer" />
                { rules_toggle(&ctx, evaluated.inputs.rules_in_force) }
            </header>
            <RankingTools evaluated={evaluated.clone()} view={view.clone()} listed={units_in(&lines)} schemes={props.schemes.clone()} />
            <div class="ranking-scroll" ref={sight.node} onscroll={sight.on_scroll} onkeydown={keys(&ctx, &lines, props)}>
                <table class="ranking-table" style={width}>
                    <caption class="visually-hidden">{ texts.caption }</caption>
                    <RankingHead scheme={evaluated.inputs.scheme.clone()} order={view.order} columns={columns.clone()}
                        against={other.as_ref().map(|(scheme, _)| scheme.clone())} {on_sort} />
                    <tbody>
                        { spacer(&columns, "before", window.before_px) }
                        { for lines[window.from..window.to].iter().map(|line| line_html(&ctx, props, &columns, other.as_ref(), line)) }
                        { spacer(&columns, "after", window.after_px) }
                    </tbody>
                </table>
                if lines.is_empty() {
                    <p class="empty">{ if evaluated.now.listing.is_empty() { texts.nothing_present } else { texts.nothing_found } }</p>
                }
            </div>
        </section>
    }
}

fn counts(ctx: &Ctx, evaluated: &Evaluated) -> String {
    let units = &evaluated.now.units;
    let not_rated = units.iter().filter(|result| result.standing == Standing::NotRated).count();
    scoring::counts(ctx.lang, units.len(), evaluated.vetoed(), not_rated)
}

/// The initials of the units' names, where letters are searched for.
#[hook]
fn use_initials(evaluated: &Evaluated, search: &str) -> Rc<Vec<String>> {
    let wanted = search.contains(|character: char| character.is_ascii_alphabetic());
    use_memo((evaluated.inputs.table.clone(), wanted), |(table, wanted)| {
        if !*wanted {
            return Vec::new();
        }
        let mut initials = Initials::new(collation::by_pinyin());
        table.data().units.iter().map(|unit| initials.of(&unit.name.zh)).collect()
    })
}

fn units_in(lines: &[Line]) -> usize {
    lines.iter().filter(|line| matches!(line, Line::Unit(_))).count()
}

/// The name of a heading.
fn head_name(ctx: &Ctx, evaluated: &Evaluated, head: &Head) -> String {
    let inputs = &evaluated.inputs;
    let name = match head {
        Head::Class(id) => {
            inputs.table.data().classes.iter().find(|class| &class.id == id).map(|class| &class.name)
        }
        Head::Grade(grade) => {
            grade.and_then(|grade| inputs.scheme.grades.get(grade as usize)).map(|grade| &grade.name)
        }
    };
    name.map_or(scoring::scoring(ctx.lang).not_rated, |name| ctx.lang.pick(name)).to_owned()
}

/// The scheme that places are held against, and what it gives in the year; `None` where they are held against last year.
#[hook]
fn use_other(evaluated: &Evaluated, view: &RankingView, schemes: &[Shared<Scheme>]) -> Option<Other> {
    let scheme = view.against.as_ref().and_then(|id| schemes.iter().find(|scheme| scheme.id == *id)).cloned();
    let inputs = &evaluated.inputs;
    // A weight that is moved changes nothing of it.
    let key = (scheme, inputs.table.clone(), inputs.year, inputs.rules_in_force);
    let other = use_memo(key, |(scheme, table, year, rules_in_force)| {
        let counting = |scheme: &Shared<Scheme>| match rules_in_force {
            true => scheme.clone(),
            false => Shared::new(Scheme { rules: Vec::new(), ..(**scheme).clone() }),
        };
        let scheme = scheme.as_ref()?;
        Some((scheme.clone(), Shared::new(evaluate(table, &counting(scheme), *year))))
    });
    (*other).clone()
}

/// A scheme and what it gives.
type Other = (Shared<Scheme>, Shared<Evaluation>);

fn line_html(
    ctx: &Ctx,
    props: &RankingProps,
    columns: &Rc<[Shown]>,
    other: Option<&Other>,
    line: &Line,
) -> Html {
    match line {
        Line::Head(head, count) => {
            let key = match head {
                Head::Class(id) => format!("class {id}"),
                Head::Grade(grade) => format!("grade {}", grade.map_or(-1, i64::from)),
            };
            let name = head_name(ctx, &props.evaluated, head);
            html! {
                <tr {key} class="class-line">
                    <th scope="rowgroup" colspan={span(columns)}>{ name }<span class="class-count">{ *count }</span></th>
                </tr>
            }
        }
        Line::Unit(unit) => {
            let id = props.evaluated.now.units.get(*unit).map(|result| result.unit);
            let open = id.is_some() && id == props.unit.as_ref();
            let key = id.map_or_else(String::new, |id| format!("unit {id}"));
            html! { <RankingRow {key} evaluated={props.evaluated.clone()} unit={*unit} {open} columns={columns.clone()} other={other.map(|(_, other)| other.clone())} /> }
        }
    }
}

/// How many columns are shown: place, name and score, and those beside them.
fn span(columns: &[Shown]) -> String {
    (3 + columns.len()).to_string()
}

fn spacer(columns: &[Shown], key: &'static str, height_px: f64) -> Html {
    html! {
        <tr {key} class="spacer-line" aria-hidden="true">
            if height_px > 0.0 { <td colspan={span(columns)} style={format!("height:{height_px}px")} /> }
        </tr>
    }
}

/// The lines that are drawn, and the room of the others.
struct Window {
    from: usize,
    to: usize,
    before_px: f64,
    after_px: f64,
}

impl Window {
    fn new(lines: &[Line], evaluated: &Evaluated, (top, height): (f64, f64)) -> Self {
        if lines.len() <= DRAW_ALL_UP_TO {
            return Self { from: 0, to: lines.len(), before_px: 0.0, after_px: 0.0 };
        }
        let (first_px, last_px) = (top - MARGIN_PX, top + height + MARGIN_PX);
        let mut window = Self { from: 0, to: 0, before_px: 0.0, after_px: 0.0 };
        let mut at = 0.0;
        for line in lines {
            let end = at + line_px(line, evaluated);
            if end <= first_px {
                window.from += 1;
                window.before_px = end;
            }
            if at < last_px {
                window.to += 1;
            } else {
                window.after_px += end - at;
            }
            at = end;
        }
        window.from = window.from.min(window.to);
        window
    }
}

fn line_px(line: &Line, evaluated: &Evaluated) -> f64 {
    match line {
        Line::Head(..) => CLASS_PX,
        Line::Unit(unit) if super::row_model::has_second_row(evaluated, *unit) => TALL_LINE_PX,
        Line::Unit(_) => LINE_PX,
    }
}

/// Arrow keys go from unit to unit; an opened unit follows.
fn keys(ctx: &Ctx, lines: &[Line], props: &RankingProps) -> Callback<KeyboardEvent> {
    let units: Vec<(usize, UnitId)> = lines
        .iter()
        .filter_map(|line| match line {
            Line::Unit(unit) => Some((*unit, props.evaluated.now.units.get(*unit)?.unit.clone())),
            Line::Head(..) => None,
        })
        .collect();
    let (dispatch, follows) = (ctx.dispatch.clone(), props.unit.is_some());
    Callback::from(move |e: KeyboardEvent| {
        let step: isize = match e.key().as_str() {
            "ArrowDown" if !e.alt_key() => 1,
            "ArrowUp" if !e.alt_key() => -1,
            _ => return,
        };
        let Some(focused) = event::focused_number("unit-") else { return };
        let Some(at) = units.iter().position(|(unit, _)| *unit == focused) else { return };
        let Some((unit, id)) = at.checked_add_signed(step).and_then(|next| units.get(next)) else { return };
        e.prevent_default();
        page::focus(&format!("unit-{unit}"));
        if follows {
            dispatch.emit(Action::OpenUnit(Some(id.clone())));
        }
    })
}
