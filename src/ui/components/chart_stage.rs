//! The drawing of a chart on a canvas: as wide as its place, as fine as the screen, with the value of the mark under the
//! mouse or chosen by the arrow keys.

use yew::prelude::*;

use crate::{
    app::Shared,
    browser::canvas::{self, Element, HtmlCanvasElement, Room},
    chart::{
        Chart, Look, Parts, Size, Style,
        hit::{self, Mark, Step},
        paint::{Medium, paint},
        scene::Scene,
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
    pub on_pick: Callback<Mark>,
}

/// A drawing laid out for the room it has.
#[derive(PartialEq)]
struct Drawing {
    scene: Scene,
    size: Size,
    pixel_ratio: f64,
}

impl Drawing {
    fn new(chart: &Chart, room: Room, lang: Lang) -> Self {
        let look = if room.dark { Look::Dark } else { Look::Light };
        let style = Style { look, parts: Parts::Plot, lang };
        let size = Size { width: room.width, height: chart.height(room.width, style) };
        let scene = if room.width > 0.0 { chart.scene(size, style) } else { Scene::default() };
        Self { scene, size, pixel_ratio: room.pixel_ratio }
    }

    fn draw_on(&self, canvas: &HtmlCanvasElement) {
        if self.scene.shapes.is_empty() {
            return;
        }
        let Some(sheet) = canvas::sheet(canvas, self.size.width, self.size.height, self.pixel_ratio) else {
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
    let room = use_room(&place);
    let looked = use_state_eq(Looked::default);
    let drawing = use_memo((props.chart.clone(), room, ctx.lang), |(chart, room, lang)| {
        Drawing::new(chart, *room, *lang)
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
    let height = format!("height:{}px", drawing.size.height);
    html! {
        <div class="chart-stage" ref={place} style={height} tabindex="0" role="img" aria-label={(*alt).clone()}
            aria-description={texts.keys}
            onpointermove={on_pointer(&drawing, &looked)} onpointerleave={on_leave(&looked)} onblur={on_leave(&looked)}
            onkeydown={on_key(&drawing, &looked, &props.on_pick)} onclick={on_click(&drawing, &looked, &props.on_pick)}>
            <canvas ref={canvas} aria-hidden="true" />
            if let Some(mark) = mark { { ring(mark) }{ tip(mark, &drawing) } }
            <span class="visually-hidden" role="status">{ said }</span>
        </div>
    }
}

/// How the place of the drawing is shown, kept up to date.
#[hook]
fn use_room(place: &NodeRef) -> Room {
    let room = use_state_eq(Room::default);
    let set = room.setter();
    use_effect_with(place.clone(), move |place| {
        let watching =
            place.cast::<Element>().and_then(|element| canvas::watch(&element, move |room| set.set(room)));
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
