//! The slides full screen: keys, the time, a pointer, and the weights, with charts that follow them.

use yew::prelude::*;

use super::{slide_view::SlideView, weights::Weights};
use crate::{
    app::{CoverText, Shared, State, Theme},
    browser::{canvas::Element, listen, page, timer},
    chart::Chart,
    i18n::texts::deck::{self, DeckTexts},
    ui::{
        components::{Icon, icon},
        context::use_ctx,
    },
};

/// Props of [`Presentation`].
#[derive(Properties, PartialEq)]
pub struct PresentationProps {
    /// The state.
    pub state: Shared<State>,
    /// The charts of the slides.
    pub charts: Vec<Shared<Chart>>,
    /// The slide to begin with, counted from 0 without the cover.
    pub start: usize,
    /// It is over.
    pub on_leave: Callback<()>,
}

/// What a key or a button does.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Command {
    Turn(isize),
    First,
    Last,
    Weights,
    Pointer,
    Restart,
    Leave,
}

/// Where a presentation stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Standing {
    at: usize,
    weights: bool,
    pointer: bool,
    started: f64,
}

impl Standing {
    fn after(self, command: Command, pages: usize) -> Self {
        let last = pages.saturating_sub(1);
        match command {
            Command::Turn(by) => Self { at: self.at.saturating_add_signed(by).min(last), ..self },
            Command::First => Self { at: 0, ..self },
            Command::Last => Self { at: last, ..self },
            Command::Weights => Self { weights: !self.weights, ..self },
            Command::Pointer => Self { pointer: !self.pointer, ..self },
            Command::Restart => Self { started: timer::now(), ..self },
            Command::Leave => self,
        }
    }
}

/// The command of a key pressed outside a control that uses it itself.
fn command_of(key: &str) -> Option<Command> {
    Some(match key {
        "ArrowRight" | "ArrowDown" | "PageDown" | " " => Command::Turn(1),
        "ArrowLeft" | "ArrowUp" | "PageUp" => Command::Turn(-1),
        "Home" => Command::First,
        "End" => Command::Last,
        "w" | "W" => Command::Weights,
        "p" | "P" => Command::Pointer,
        "t" | "T" => Command::Restart,
        "Escape" => Command::Leave,
        _ => return None,
    })
}

/// The slides full screen.
#[component]
pub fn Presentation(props: &PresentationProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let place = use_node_ref();
    let deck = &props.state.inputs.deck;
    let covers = usize::from(deck.cover.is_some());
    let pages = deck.slides.len() + covers;
    let start = props.start + covers;
    let begun = || Standing { at: start, weights: false, pointer: false, started: timer::now() };
    let standing = use_state_eq(begun);
    let at = standing.at.min(pages.saturating_sub(1));
    let on_command = {
        let (standing, on_leave) = (standing.clone(), props.on_leave.clone());
        Callback::from(move |command: Command| match command {
            Command::Leave => {
                page::leave_full_screen();
                on_leave.emit(());
            }
            other => standing.set(standing.after(other, pages)),
        })
    };
    use_screen(&place, &props.on_leave, props.state.view.theme);
    let steps = use_state_eq(|| props.state.history.past.len());
    let spot = use_state_eq(|| (0, 0));
    let on_move = {
        let spot = spot.clone();
        move |e: PointerEvent| spot.set((e.client_x(), e.client_y()))
    };
    let on_key = {
        let on_command = on_command.clone();
        move |e: KeyboardEvent| {
            let leaves = e.key() == "Escape";
            if (page::is_controls_own(&e) && !leaves) || e.ctrl_key() || e.meta_key() || e.alt_key() {
                return;
            }
            if let Some(command) = command_of(&e.key()) {
                e.prevent_default();
                on_command.emit(command);
            }
        }
    };
    let shown = at.checked_sub(covers).and_then(|nth| deck.slides.get(nth).zip(props.charts.get(nth)));
    html! {
        <div class={classes!("presentation", standing.pointer.then_some("presentation-pointing"))} ref={place} tabindex="-1"
            role="dialog" aria-modal="true" aria-label={texts.presenting} onkeydown={on_key} onpointermove={on_move}>
            <div class="presented">
                if let Some((slide, chart)) = shown {
                    <SlideView key={slide.id} chart={chart.clone()} headline={slide.headline.clone()} projected=true />
                } else { { cover(deck.cover.as_ref()) } }
                if standing.weights { <Weights state={props.state.clone()} since={*steps} /> }
            </div>
            { bar(texts, &standing, deck::place(ctx.lang, at + 1, pages), (at == 0, at + 1 == pages), &on_command) }
            if standing.pointer {
                <span class="presented-spot" style={format!("left:{}px;top:{}px", spot.0, spot.1)} aria-hidden="true" />
            }
        </div>
    }
}

/// Takes the screen and the focus while it lives, always light as a projector wants it; leaving the full screen ends
/// the presentation.
#[hook]
fn use_screen(place: &NodeRef, on_leave: &Callback<()>, theme: Theme) {
    use_effect_with(theme, |theme| {
        let theme = *theme;
        page::set_theme(Theme::Light.attribute());
        move || page::set_theme(theme.attribute())
    });
    // Once: what leaves is found anew each time.
    let latest = use_mut_ref(|| on_leave.clone());
    *latest.borrow_mut() = on_leave.clone();
    use_effect_with(place.clone(), move |place| {
        if let Some(element) = place.cast::<Element>() {
            page::focus_on(&element);
            page::fill_screen(&element);
        }
        let listening = listen::on_full_screen_left(move || {
            let on_leave = latest.borrow().clone();
            on_leave.emit(());
        });
        move || drop(listening)
    });
}

fn cover(cover: Option<&CoverText>) -> Html {
    let (title, byline) = cover.map(|cover| (cover.title.clone(), cover.byline.clone())).unwrap_or_default();
    html! {
        <article class="slide slide-cover">
            <h3>{ title }</h3>
            <p>{ byline }</p>
        </article>
    }
}

fn bar(
    texts: &DeckTexts,
    standing: &Standing,
    place: String,
    (first, last): (bool, bool),
    on_command: &Callback<Command>,
) -> Html {
    let on = |command: Command| on_command.reform(move |_: MouseEvent| command);
    let turn = |sign: Icon, label: &'static str, by: isize, disabled: bool| {
        html! {
            <button type="button" class="icon-button" title={label} aria-label={label} {disabled} onclick={on(Command::Turn(by))}>
                { icon(sign) }
            </button>
        }
    };
    let toggle = |label: &'static str, command: Command, pressed: bool| {
        html! {
            <button type="button" class="quiet-button" aria-pressed={pressed.to_string()} onclick={on(command)}>{ label }</button>
        }
    };
    html! {
        <div class="presented-bar" title={texts.presenting_keys}>
            { turn(Icon::Left, texts.previous, -1, first) }
            <span class="presented-place" role="status">{ place }</span>
            { turn(Icon::Right, texts.next, 1, last) }
            <span class="spacer" />
            { toggle(texts.weights, Command::Weights, standing.weights) }
            { toggle(texts.pointer, Command::Pointer, standing.pointer) }
            <button type="button" class="quiet-button" title={texts.timer} onclick={on(Command::Restart)}><Clock started={standing.started} /></button>
            <button type="button" class="quiet-button" onclick={on(Command::Leave)}>{ texts.leave }</button>
        </div>
    }
}

/// Props of [`Clock`].
#[derive(Properties, PartialEq)]
struct ClockProps {
    /// When it began, on the page's clock in milliseconds.
    started: f64,
}

/// Minutes and seconds since it began.
#[component]
fn Clock(props: &ClockProps) -> Html {
    let now = use_state_eq(timer::now);
    {
        let now = now.clone();
        use_effect_with((), move |()| {
            let ticking = timer::every(500, move || now.set(timer::now()));
            move || drop(ticking)
        });
    }
    let seconds = ((*now - props.started) / 1000.0).max(0.0) as u64;
    html! { <time class="presented-time">{ format!("{:02}:{:02}", seconds / 60, seconds % 60) }</time> }
}
