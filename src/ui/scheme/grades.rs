//! The grades of a scheme: from how many marks on each is given, drawn over the scores of the year. The borders are taken by
//! hand, by keys, or typed.

use yew::prelude::*;

use super::drawn::{Area, BARS, bar_of, bars, rounded, use_pull};
use crate::{
    app::{Action, SchemeEdit, Shared},
    chart::scale::Range,
    domain::{Band, Grade, Scheme, Standing, Text, UnitResult},
    i18n::{
        figure,
        texts::{
            grades::{self, GradesTexts},
            scoring::scoring,
        },
    },
    ui::{
        components::{NumberField, TextField, use_settling},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// The drawing's size and its margins, in its own units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 260.0;
const SIDE: f64 = 16.0;
const TOP: f64 = 56.0;
const FOOT: f64 = HEIGHT - 30.0;
/// About how many marks are written across.
const TICKS: usize = 8;
/// More units than this are drawn as columns.
const MOST_DOTS: usize = 300;
/// How far apart dots stand on each other where there is room.
const DOT: f64 = 9.0;

/// Props of [`Grades`].
#[derive(Properties, PartialEq)]
pub struct GradesProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// A unit's total, and whether it is vetoed; by its place in the data set.
struct Score {
    unit: usize,
    total: f64,
    vetoed: bool,
}

/// The grades of a scheme.
#[component]
pub fn Grades(props: &GradesProps) -> Html {
    let ctx = use_ctx();
    let texts = grades::grades(ctx.lang);
    let node = use_node_ref();
    // While a hand holds a border the range stands still under it.
    let frozen = use_state(|| None::<(f64, f64)>);
    let scheme = &props.evaluated.inputs.scheme;
    let scores = scores(&props.evaluated);
    let range = frozen.unwrap_or_else(|| range(scheme, &scores));
    let borders = scheme.bands.iter().enumerate().map(|(nth, band)| {
        let frozen = frozen.clone();
        let on_hold = Callback::from(move |held: bool| frozen.set(held.then_some(range)));
        let count = given(props, place(scheme, nth));
        html! { <Border key={band.grade.as_str()} scheme={scheme.clone()} {nth} {count} {range} drawing={node.clone()} {on_hold} /> }
    });
    html! {
        <section class="criterion-editor" aria-labelledby="grades-heading">
            <h2 id="grades-heading">{ texts.heading }</h2>
            if scheme.bands.is_empty() {
                <p class="aside">{ texts.no_grades }</p>
            } else {
                <figure class="curve">
                    <figcaption>{ texts.scores }</figcaption>
                    <svg ref={node.clone()} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="group" aria-label={texts.scores}>
                        { zones(&ctx, props, range) }
                        { axis(range) }
                        { marks(&ctx, props, &scores, range) }
                        { for borders }
                    </svg>
                    <p class="aside">{ if scores.is_empty() { texts.nothing } else if scores.len() > MOST_DOTS { texts.hint_many } else { texts.hint } }</p>
                </figure>
                { list(&ctx, texts, props) }
                if !scheme.class_bands.is_empty() { <p class="aside">{ scoring(ctx.lang).class_bands }</p> }
            }
        </section>
    }
}

fn scores(evaluated: &Evaluated) -> Vec<Score> {
    let units = evaluated.now.units.iter().enumerate();
    let score = |(unit, result): (usize, UnitResult)| {
        let total = result.total.filter(|total| total.is_finite())?;
        Some(Score { unit, total, vetoed: matches!(result.standing, Standing::Vetoed { .. }) })
    };
    units.filter_map(score).collect()
}

/// Round marks around the scores, the bands and full marks, with some room below.
fn range(scheme: &Scheme, scores: &[Score]) -> (f64, f64) {
    let bands = scheme.bands.iter().map(|band| band.from).chain([scheme.full_marks]);
    let below = scheme.bands.last().map(|band| (band.from - scheme.full_marks / 10.0).max(0.0));
    let all = bands.chain(below).chain(scores.iter().map(|score| score.total));
    Range::of(all, TICKS).map_or((0.0, 1.0), |range| (range.low(), range.high()))
}

fn x(marks: f64, (least, most): (f64, f64)) -> f64 {
    SIDE + ((marks - least) / (most - least)).clamp(0.0, 1.0) * (WIDTH - 2.0 * SIDE)
}

/// The place of the n-th band's grade in the list of grades.
fn place(scheme: &Scheme, nth: usize) -> Option<usize> {
    let band = scheme.bands.get(nth)?;
    scheme.grades.iter().position(|grade| grade.id == band.grade)
}

/// How many units were given a grade.
fn given(props: &GradesProps, grade: Option<usize>) -> usize {
    let grade = grade.map(|grade| grade as u32);
    props.evaluated.now.units.iter().filter(|unit| unit.grade.is_some() && unit.grade == grade).count()
}

/// The grade below all bands.
fn lowest(scheme: &Scheme) -> Option<&Grade> {
    scheme.grades.last().filter(|last| scheme.bands.iter().all(|band| band.grade != last.id))
}

/// The grades between the borders, named and counted.
fn zones(ctx: &Ctx, props: &GradesProps, range: (f64, f64)) -> Html {
    let scheme = &props.evaluated.inputs.scheme;
    let banded = scheme.bands.iter().enumerate().map(|(nth, band)| (place(scheme, nth), band.from));
    let last = lowest(scheme).map(|_| (scheme.grades.len().checked_sub(1), range.0));
    let mut right = WIDTH - SIDE;
    let zone = |(nth, (grade, from)): (usize, (Option<usize>, f64))| {
        let (left, width) = (x(from, range), (right - x(from, range)).max(0.0));
        right = left;
        let name =
            grade.and_then(|grade| scheme.grades.get(grade)).map_or("", |grade| ctx.lang.pick(&grade.name));
        let middle = format!("{:.1}", left + width / 2.0);
        let room =
            width > 13.0 * name.chars().map(|letter| if letter.is_ascii() { 0.6 } else { 1.0 }).sum::<f64>();
        html! {
            <g key={nth}>
                if nth % 2 == 1 {
                    <rect class="grade-zone" x={format!("{left:.1}")} y="8" width={format!("{width:.1}")} height={format!("{:.1}", FOOT - 8.0)} />
                }
                if room {
                    <text class="grade-name" x={middle.clone()} y="24" text-anchor="middle">{ name }</text>
                    <text class="grade-count" x={middle} y="41" text-anchor="middle">{ figure::grouped(given(props, grade) as f64) }</text>
                }
            </g>
        }
    };
    let zones: Vec<Html> = banded.chain(last).enumerate().map(zone).collect();
    html! { <g aria-hidden="true">{ for zones }</g> }
}

fn axis(range: (f64, f64)) -> Html {
    let ticks = Range::of([range.0, range.1], TICKS).map_or_else(Vec::new, |range| range.ticks());
    let tick = |marks: f64| {
        html! { <text x={format!("{:.1}", x(marks, range))} y={format!("{}", HEIGHT - 10.0)} text-anchor="middle">{ figure::short(marks) }</text> }
    };
    html! {
        <g class="curve-axes" aria-hidden="true">
            <line class="curve-grid" x1={SIDE.to_string()} x2={(WIDTH - SIDE).to_string()} y1={FOOT.to_string()} y2={FOOT.to_string()} />
            { for ticks.into_iter().map(tick) }
        </g>
    }
}

/// A dot a unit, on each other where scores are near; columns where there are many.
fn marks(ctx: &Ctx, props: &GradesProps, scores: &[Score], range: (f64, f64)) -> Html {
    if scores.len() > MOST_DOTS {
        let area = Area { left: SIDE, width: WIDTH - 2.0 * SIDE, foot: FOOT, height: FOOT - TOP - 12.0 };
        return bars(scores.iter().map(|score| score.total), range, &area);
    }
    let mut heights = [0_usize; BARS];
    let stacked: Vec<(&Score, usize)> = scores
        .iter()
        .map(|score| {
            let height = &mut heights[bar_of(score.total, range)];
            *height += 1;
            (score, *height - 1)
        })
        .collect();
    let tallest = heights.iter().copied().max().unwrap_or(1).max(1) as f64;
    let step = DOT.min((FOOT - TOP - 16.0) / tallest);
    let units = &props.evaluated.inputs.table.data().units;
    let dot = |(score, height): &(&Score, usize)| {
        let name = units.get(score.unit).map_or("", |unit| ctx.lang.pick(&unit.name));
        let (cx, cy) = (x(score.total, range), FOOT - 6.0 - *height as f64 * step);
        let title = format!("{name} {}", figure::fixed(score.total, 1));
        html! {
            <g key={score.unit} class={if score.vetoed { "grade-dot grade-dot-vetoed" } else { "grade-dot" }}>
                <circle cx={format!("{cx:.1}")} cy={format!("{cy:.1}")} r="4"><title>{ title }</title></circle>
                if score.vetoed {
                    <line x1={format!("{:.1}", cx - 4.0)} x2={format!("{:.1}", cx + 4.0)} y1={format!("{cy:.1}")} y2={format!("{cy:.1}")} />
                }
            </g>
        }
    };
    html! { <g aria-hidden="true">{ for stacked.iter().map(dot) }</g> }
}

/// The grades one by one: names, the band, how many units, and what can be done with it.
fn list(ctx: &Ctx, texts: &'static GradesTexts, props: &GradesProps) -> Html {
    let scheme = &props.evaluated.inputs.scheme;
    let names = |grade: &Grade| {
        let rename = |make: fn(&Text, String) -> Text| {
            let (id, name) = (grade.id.clone(), grade.name.clone());
            ctx.send(move |words: String| {
                Action::Shape(SchemeEdit::RenameGrade(id.clone(), make(&name, words)))
            })
        };
        html! {
            <>
                <TextField label={texts.name_zh} value={grade.name.zh.clone()} on_set={rename(|name, zh| Text { zh, ..name.clone() })} />
                <TextField label={texts.name_en} value={grade.name.en.clone()} on_set={rename(|name, en| Text { en, ..name.clone() })} />
            </>
        }
    };
    let row = |(nth, band): (usize, &Band)| {
        let grade = place(scheme, nth);
        let Some(named) = grade.and_then(|grade| scheme.grades.get(grade)) else { return Html::default() };
        let (below, above) = neighbours(scheme, nth);
        html! {
            <li key={band.grade.as_str()} class="grade-row">
                { names(named) }
                <label class="words-field grade-from"><span>{ texts.from }</span>
                    <NumberField value={band.from} label={format!("{} {}", ctx.lang.pick(&named.name), texts.from)} min={below} max={above} step={0.5}
                        on_set={ctx.send(move |from| Action::SetBand(nth, from))}
                        on_move={ctx.send(move |from| Action::MoveBand(nth, from))} on_settle={ctx.send(|()| Action::Settle)} />
                </label>
                <span class="aside">{ grades::units(ctx.lang, given(props, grade)) }</span>
                <button type="button" class="small-button" onclick={ctx.send(move |_: MouseEvent| Action::Shape(SchemeEdit::AddBand(nth)))}>{ texts.add }</button>
                <button type="button" class="small-button" disabled={scheme.bands.len() < 2}
                    onclick={ctx.send(move |_: MouseEvent| Action::Shape(SchemeEdit::RemoveBand(nth)))}>{ texts.remove }</button>
            </li>
        }
    };
    html! {
        <ul class="grade-list">
            { for scheme.bands.iter().enumerate().map(row) }
            if let Some(grade) = lowest(scheme) {
                <li key={grade.id.as_str()} class="grade-row">
                    { names(grade) }
                    <span class="aside grade-from">{ texts.below }</span>
                    <span class="aside">{ grades::units(ctx.lang, given(props, scheme.grades.len().checked_sub(1))) }</span>
                </li>
            }
        </ul>
    }
}

/// Between which marks the n-th band may begin.
fn neighbours(scheme: &Scheme, nth: usize) -> (f64, f64) {
    let above = nth.checked_sub(1).and_then(|above| scheme.bands.get(above));
    (
        scheme.bands.get(nth + 1).map_or(0.0, |band| band.from),
        above.map_or(scheme.full_marks, |band| band.from),
    )
}

/// Props of [`Border`].
#[derive(Properties, PartialEq)]
struct BorderProps {
    scheme: Shared<Scheme>,
    /// Which band begins there.
    nth: usize,
    /// How many units have its grade.
    count: usize,
    /// The marks across the drawing.
    range: (f64, f64),
    drawing: NodeRef,
    /// Told when a hand takes it, and when it lets go.
    on_hold: Callback<bool>,
}

/// Where a grade begins: a line with a dot that a hand takes.
#[component]
fn Border(props: &BorderProps) -> Html {
    let ctx = use_ctx();
    let settling = use_settling(&ctx.send(|()| Action::Settle));
    let (nth, width) = (props.nth, props.range.1 - props.range.0);
    let from = props.scheme.bands.get(nth).map_or(0.0, |band| band.from);
    let (below, above) = neighbours(&props.scheme, nth);
    let present = use_mut_ref(|| from);
    *present.borrow_mut() = from;
    let go = {
        let (dispatch, present) = (ctx.dispatch.clone(), present.clone());
        move |to: f64| {
            let to = rounded(to, width);
            // A band never reaches its neighbours.
            if to > below && (to < above || nth == 0 && to <= above) {
                // Keys in quick succession come before the next drawing.
                *present.borrow_mut() = to;
                dispatch.emit(Action::MoveBand(nth, to));
            }
        }
    };
    let pull = {
        let go = go.clone();
        use_pull(&props.drawing, WIDTH, from, &props.on_hold, move |from, (right, _)| {
            go(from + right / (WIDTH - 2.0 * SIDE) * width);
        })
    };
    let on_key = {
        let settling = settling.clone();
        let step = width / 120.0;
        Callback::from(move |e: KeyboardEvent| {
            let by = match e.key().as_str() {
                "ArrowLeft" | "ArrowDown" => -step,
                "ArrowRight" | "ArrowUp" => step,
                "PageDown" => -10.0 * step,
                "PageUp" => 10.0 * step,
                _ => return,
            };
            e.prevent_default();
            let from = *present.borrow();
            go(from + by);
            settling.soon();
        })
    };
    let grade = place(&props.scheme, nth).and_then(|grade| props.scheme.grades.get(grade));
    let grade = grade.map_or("", |grade| ctx.lang.pick(&grade.name));
    let said = grades::band(ctx.lang, grade, from, props.count);
    let at = format!("{:.1}", x(from, props.range));
    html! {
        <g class="grade-border">
            <line x1={at.clone()} x2={at.clone()} y1="8" y2={FOOT.to_string()} />
            <text x={at.clone()} y={format!("{:.1}", TOP + 18.0)} dx="11">{ figure::short(from) }</text>
            <circle class="curve-handle" r="7" cx={at} cy={format!("{:.1}", TOP + 4.0)}
                role="slider" tabindex="0" aria-label={format!("{grade} {}", grades::grades(ctx.lang).from)}
                aria-valuenow={from.to_string()} aria-valuetext={said.clone()} aria-valuemin={below.to_string()} aria-valuemax={above.to_string()}
                onpointerdown={pull.on_down} onpointermove={pull.on_move} onpointerup={pull.on_up.clone()} onpointercancel={pull.on_up}
                onkeydown={on_key} onblur={settling.on_leave()}><title>{ said }</title></circle>
        </g>
    }
}
