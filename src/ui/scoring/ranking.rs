//! The live ranking: every unit with its bar, score, grade, place and change. Long lists draw only the lines in
//! sight.

use yew::prelude::*;

use super::{
    ranking_head::RankingHead,
    ranking_order::{Line, Order, lines},
    ranking_row::RankingRow,
};
use crate::{
    app::{Action, Shared},
    browser::{event, page},
    domain::{Standing, UnitId},
    i18n::texts::scoring,
    ui::{
        components::{SearchField, rules_toggle, use_sight},
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
/// How far beyond the visible part lines are drawn, in pixels.
const MARGIN_PX: f64 = 400.0;

/// Props of [`Ranking`].
#[derive(Properties, PartialEq)]
pub struct RankingProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit that is opened.
    pub unit: Option<UnitId>,
}

/// The live ranking.
#[component]
pub fn Ranking(props: &RankingProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let order = use_state_eq(Order::default);
    let search = use_state_eq(String::new);
    let (top, height, on_scroll) = use_sight();
    let evaluated = &props.evaluated;
    let lines = lines(evaluated, *order, &search, ctx.lang);
    let window = Window::new(&lines, evaluated, (top, height));
    let on_search = use_callback(search.setter(), |words, search| search.set(words));
    let on_sort = {
        let order = order.clone();
        Callback::from(move |column| order.set(order.clicked(column)))
    };
    html! {
        <section class="panel ranking" aria-labelledby="ranking-heading">
            <header class="panel-header">
                <h2 id="ranking-heading">{ texts.ranking }</h2>
                <p class="panel-sub" role="status">{ counts(&ctx, evaluated) }</p>
                <span class="spacer" />
                { rules_toggle(&ctx, evaluated.inputs.rules_in_force) }
                <SearchField label={texts.search} {on_search} />
            </header>
            <div class="ranking-scroll" onscroll={on_scroll} onkeydown={keys(&ctx, &lines, props)}>
                <table class="ranking-table">
                    <caption class="visually-hidden">{ texts.caption }</caption>
                    <RankingHead scheme={evaluated.inputs.scheme.clone()} order={*order} {on_sort} />
                    <tbody>
                        { spacer(props, "before", window.before_px) }
                        { for lines[window.from..window.to].iter().map(|line| line_html(&ctx, props, line)) }
                        { spacer(props, "after", window.after_px) }
                    </tbody>
                </table>
                if lines.is_empty() {
                    <p class="empty">{ if search.is_empty() { texts.nothing_present } else { texts.nothing_found } }</p>
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

fn line_html(ctx: &Ctx, props: &RankingProps, line: &Line) -> Html {
    match line {
        Line::Class(id, count) => {
            let classes = &props.evaluated.inputs.table.data().classes;
            let name = classes.iter().find(|class| &class.id == id).map(|class| ctx.lang.pick(&class.name));
            html! {
                <tr key={format!("class {id}")} class="class-line">
                    <th scope="rowgroup" colspan={columns(props)}>{ name }<span class="class-count">{ *count }</span></th>
                </tr>
            }
        }
        Line::Unit(unit) => {
            let id = props.evaluated.now.units.get(*unit).map(|result| &result.unit);
            let open = id.is_some() && id == props.unit.as_ref();
            let key = id.map_or_else(String::new, |id| format!("unit {id}"));
            html! { <RankingRow {key} evaluated={props.evaluated.clone()} unit={*unit} {open} /> }
        }
    }
}

/// How many columns are shown: a unit opened beside takes the room of the last one.
fn columns(props: &RankingProps) -> &'static str {
    if props.unit.is_some() { "5" } else { "6" }
}

fn spacer(props: &RankingProps, key: &'static str, height_px: f64) -> Html {
    html! {
        <tr {key} class="spacer-line" aria-hidden="true">
            if height_px > 0.0 { <td colspan={columns(props)} style={format!("height:{height_px}px")} /> }
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
        Line::Class(..) => CLASS_PX,
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
            Line::Class(..) => None,
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
