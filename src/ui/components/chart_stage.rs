//! The drawing of a chart on a canvas: as wide as its place, as fine as the screen, with the value of the mark under the
//! mouse or chosen by the arrow keys.

use yew::prelude::*;

use super::print_twin::PrintTwin;
use crate::{
    app::Shared,
    browser::canvas::{self, Element, HtmlCanvasElement, Room},
    chart::{
        Chart, Look, Parts, Size, Span, Style,
        hit::{self, Mark, Step},
        paint::{Medium, paint},
        scene::{Scene, Shape},
    },
    i18n::{Lang, texts::charts},
    ui::context::use_ctx,
};

/// How far from a mark the mouse still means it, in CSS pixels.
const REACH_PX: f64 = 10.0;

/// Props of [`ChartStage`].
#[derive(Properties, PartialEq)]
pub struct ChartStageProps {
    /// The chart.
    pub chart: Shared<Chart>,
    /// A mark was chosen by click or Enter.
    #[prop_or_default]
    pub on_pick: Callback<Mark>,
    /// Where years go that are dragged over; `None` where the chart has no years to narrow.
    #[prop_or_default]
    pub on_span: Option<Callback<Span>>,
    /// As high as its place, instead of as high as suits the width.
    #[prop_or_default]
    pub fills: bool,
    /// For a projector.
    #[prop_or_default]
    pub projected: bool,
    /// Without a ground of its own.
    #[prop_or_default]
    pub bare: bool,
}

/// How a chart fits its surroundings.
#[derive(Clone, Copy, PartialEq)]
struct Manner {
    fills: bool,
    projected: bool,
    bare: bool,
}

/// A drawing laid out for the room it has.
#[derive(PartialEq)]
struct Drawing {
    /// Marks are in pixels of the screen, shapes in those of `laid_out`.
    scene: Scene,
    size: Size,
    /// The size it is laid out for: larger than `size` where it would not fit.
    laid_out: Size,
    pixel_ratio: f64,
}

impl Drawing {
    fn new(chart: &Chart, room: Room, lang: Lang, manner: Manner) -> Self {
        let look = match (manner.projected, room.dark) {
            (true, _) => Look::Slide,
            (false, true) => Look::Dark,
            (false, false) => Look::Light,
        };
        let style = Style { look, parts: Parts::Plot, lang };
        let suited = chart.height(room.width, style);
        let height = if manner.fills && room.height > 0.0 { room.height } else { suited };
        let size = Size { width: room.width, height };
        let scale = if manner.fills { (height / chart.least_height(suited)).clamp(0.2, 1.0) } else { 1.0 };
        let laid_out = Size { width: size.width / scale, height: size.height / scale };
        let mut scene = if room.width > 0.0 { chart.scene(laid_out, style) } else { Scene::default() };
        for mark in &mut scene.marks {
            mark.area = mark.area.scaled(scale);
        }
        // The ground is the first thing drawn.
        if manner.bare && matches!(scene.shapes.first(), Some(Shape::Rect { .. })) {
            scene.shapes.remove(0);
        }
        Self { scene, size, laid_out, pixel_ratio: room.pixel_ratio * scale }
    }

    fn draw_on(&self, canvas: &HtmlCanvasElement) {
        if self.scene.shapes.is_empty() {
            return;
        }
        let Some(sheet) = canvas::sheet(canvas, self.laid_out.width, self.laid_out.height, self.pixel_ratio)
        else {
            return;
        };
        // What a canvas refuses is left out; the table has every figure.
        let _ = paint(&self.scene, &sheet, Medium::canvas(self.pixel_ratio));
    }
}

/// The mark that is looked at, and whether by keys.
#[derive(Clone, Copy, Default, PartialEq)]
struct Looked {
    mark: Option<usize>,
    by_key: bool,
}

/// The drawing of a chart.
#[component]
pub fn ChartStage(props: &ChartStageProps) -> Html {
    let ctx = use_ctx();
    let texts = charts::charts(ctx.lang);
    let (place, canvas) = (use_node_ref(), use_node_ref());
    let manner = Manner { fills: props.fills, projected: props.projected, bare: props.bare };
    let room = use_room(&place, props.fills);
    let looked = use_state_eq(Looked::default);
    let drawing = use_memo((props.chart.clone(), room, ctx.lang, manner), |(chart, room, lang, manner)| {
        Drawing::new(chart, *room, *lang, *manner)
    });
    let drawing = Shared::from(drawing);
    use_effect_with((drawing.clone(), canvas.clone()), |(drawing, canvas)| {
        if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
            drawing.draw_on(&canvas);
        }
    });
    let alt = use_memo((props.chart.clone(), ctx.lang), |(chart, lang)| chart.alt(*lang));
    let marks = &drawing.scene.marks;
    let mark = looked.mark.and_then(|nth| marks.get(nth));
    let said = mark.filter(|_| looked.by_key).map(words);
    let height = (!props.fills).then(|| format!("height:{}px", drawing.size.height));
    let dragged = use_state_eq(|| None::<Dragged>);
    let [on_down, on_move, on_up] = on_drag(&drawing, &looked, &dragged, props.on_span.as_ref());
    let on_cancel = {
        let dragged = dragged.clone();
        Callback::from(move |_: PointerEvent| dragged.set(None))
    };
    let class = classes!("chart-stage", props.fills.then_some("chart-stage-fills"));
    html! {
        <div {class} ref={place} style={height} tabindex="0" role="img" aria-label={(*alt).clone()}
            aria-description={texts.keys}
            onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up} onpointercancel={on_cancel} onpointerleave={on_leave(&looked)} onblur={on_leave(&looked)}
            onkeydown={on_key(&drawing, &looked, &props.on_pick)} onclick={on_click(&drawing, &looked, &props.on_pick)}>
            <canvas ref={canvas} aria-hidden="true" />
            <PrintTwin chart={props.chart.clone()} />
            if let Some(dragged) = dragged.filter(|dragged| dragged.is_wide()) {
                <span class="chart-span" style={format!("left:{}px;width:{}px", dragged.from.min(dragged.to), (dragged.to - dragged.from).abs())} />
            } else if let Some(mark) = mark {
                { ring(mark) }{ tip(mark, &drawing) }
            }
            <span class="visually-hidden" role="status">{ said }</span>
        </div>
    }
}

/// How the place of the drawing is shown, kept up to date.
#[hook]
fn use_room(place: &NodeRef, with_height: bool) -> Room {
    let room = use_state_eq(Room::default);
    let set = room.setter();
    use_effect_with((place.clone(), with_height), move |(place, with_height)| {
        let with_height = *with_height;
        // A height that follows from the drawing is nothing to draw anew for.
        let set = move |room: Room| set.set(if with_height { room } else { Room { height: 0.0, ..room } });
        let watching = place.cast::<Element>().and_then(|element| canvas::watch(&element, set));
        move || drop(watching)
    });
    *room
}

fn on_pointer(drawing: &Shared<Drawing>, looked: &UseStateHandle<Looked>) -> Callback<PointerEvent> {
    let (drawing, looked) = (drawing.clone(), looked.clone());
    Callback::from(move |e: PointerEvent| {
        let at = (f64::from(e.offset_x()), f64::from(e.offset_y()));
        let mark = hit::under(&drawing.scene.marks, at, REACH_PX);
        looked.set(Looked { mark, by_key: false });
    })
}

/// Where a hand pulls across the drawing, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
struct Dragged {
    from: f64,
    to: f64,
}

impl Dragged {
    /// Farther than a click that trembles.
    fn is_wide(&self) -> bool {
        (self.to - self.from).abs() > 12.0
    }

    /// The years whose marks it covers; `None` where it covers fewer than two.
    fn span(&self, marks: &[Mark]) -> Option<Span> {
        let (left, right) = (self.from.min(self.to), self.from.max(self.to));
        let covered = || {
            marks.iter().filter(|mark| (left..=right).contains(&mark.middle().0)).filter_map(|mark| mark.year)
        };
        let (first, last) = (covered().min()?, covered().max()?);
        (first < last).then(|| Span::new(first, last))
    }
}

/// What happens when a hand presses, moves and lets go: the mark under it is looked at, and years that it pulls over are
/// given to `on_span`.
fn on_drag(
    drawing: &Shared<Drawing>,
    looked: &UseStateHandle<Looked>,
    dragged: &UseStateHandle<Option<Dragged>>,
    on_span: Option<&Callback<Span>>,
) -> [Callback<PointerEvent>; 3] {
    let on_down = {
        let (dragged, takes) = (dragged.clone(), on_span.is_some());
        Callback::from(move |e: PointerEvent| {
            if takes && e.button() == 0 {
                let at = f64::from(e.offset_x());
                dragged.set(Some(Dragged { from: at, to: at }));
            }
        })
    };
    let on_move = {
        let (look, dragged) = (on_pointer(drawing, looked), dragged.clone());
        Callback::from(move |e: PointerEvent| {
            // The button may have been let go outside.
            match dragged.filter(|_| e.buttons() & 1 == 1) {
                Some(Dragged { from, .. }) => {
                    dragged.set(Some(Dragged { from, to: f64::from(e.offset_x()) }))
                }
                None => {
                    dragged.set(None);
                    look.emit(e);
                }
            }
        })
    };
    let on_up = {
        let (drawing, looked, dragged, on_span) =
            (drawing.clone(), looked.clone(), dragged.clone(), on_span.cloned());
        Callback::from(move |_: PointerEvent| {
            let Some(pulled) = dragged.filter(Dragged::is_wide) else { return dragged.set(None) };
            dragged.set(None);
            // What follows is no click on a mark.
            looked.set(Looked::default());
            if let Some((on_span, span)) = on_span.as_ref().zip(pulled.span(&drawing.scene.marks)) {
                on_span.emit(span);
            }
        })
    };
    [on_down, on_move, on_up]
}

fn on_leave<E: 'static>(looked: &UseStateHandle<Looked>) -> Callback<E> {
    let looked = looked.clone();
    Callback::from(move |_| looked.set(Looked::default()))
}

fn on_key(
    drawing: &Shared<Drawing>,
    looked: &UseStateHandle<Looked>,
    on_pick: &Callback<Mark>,
) -> Callback<KeyboardEvent> {
    let (drawing, looked, on_pick) = (drawing.clone(), looked.clone(), on_pick.clone());
    Callback::from(move |e: KeyboardEvent| {
        let marks = &drawing.scene.marks;
        let step = match e.key().as_str() {
            "ArrowLeft" => Step::Left,
            "ArrowRight" => Step::Right,
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "Home" => Step::First,
            "End" => Step::Last,
            "Escape" => return looked.set(Looked::default()),
            "Enter" => {
                if let Some(mark) = looked.mark.and_then(|nth| marks.get(nth)) {
                    on_pick.emit(mark.clone());
                }
                return;
            }
            _ => return,
        };
        e.prevent_default();
        looked.set(Looked { mark: hit::step(marks, looked.mark, step), by_key: true });
    })
}

fn on_click(
    drawing: &Shared<Drawing>,
    looked: &UseStateHandle<Looked>,
    on_pick: &Callback<Mark>,
) -> Callback<MouseEvent> {
    let (drawing, looked, on_pick) = (drawing.clone(), looked.clone(), on_pick.clone());
    Callback::from(move |_: MouseEvent| {
        if let Some(mark) = looked.mark.and_then(|nth| drawing.scene.marks.get(nth)) {
            on_pick.emit(mark.clone());
        }
    })
}

/// A mark as a sentence.
fn words(mark: &Mark) -> String {
    let parts = [&mark.label, &mark.value, &mark.note, &mark.source];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}

/// What shows which mark is looked at.
fn ring(mark: &Mark) -> Html {
    let area = mark.area.grown(1.0);
    let style = format!("left:{}px;top:{}px;width:{}px;height:{}px", area.x, area.y, area.width, area.height);
    html! { <span class="chart-ring" {style} /> }
}

/// The value of a mark, its remark and source, beside it where there is room.
fn tip(mark: &Mark, drawing: &Drawing) -> Html {
    let (x, y) = mark.middle();
    let right = x > 0.55 * drawing.size.width;
    let below = y < 0.4 * drawing.size.height;
    let across = if right {
        format!("right:{}px", drawing.size.width - mark.area.x.max(0.3 * drawing.size.width) + 8.0)
    } else {
        format!("left:{}px", mark.area.right().min(0.7 * drawing.size.width) + 8.0)
    };
    let down = if below {
        format!("top:{}px", mark.area.y.max(0.0))
    } else {
        format!("bottom:{}px", drawing.size.height - mark.area.bottom())
    };
    html! {
        <div class="chart-tip" style={format!("{across};{down}")} aria-hidden="true">
            <p class="chart-tip-label">{ mark.label.clone() }</p>
            <p class="chart-tip-value">{ mark.value.clone() }</p>
            if !mark.note.is_empty() { <p class="chart-tip-note">{ mark.note.clone() }</p> }
            if !mark.source.is_empty() { <p class="chart-tip-source">{ mark.source.clone() }</p> }
        </div>
    }
}
