//! The slides in order: chosen by click, moved by Alt and an arrow key, by buttons, or by drag.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::{
    app::{Action, ChartSlide, DeckAction, Shared},
    browser::{event, page},
    chart::Chart,
    i18n::texts::deck::{self, DeckTexts},
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
    },
};

/// Props of [`SlideList`].
#[derive(Properties, PartialEq)]
pub struct SlideListProps {
    /// The slides.
    pub slides: Vec<ChartSlide>,
    /// Their charts.
    pub charts: Vec<Shared<Chart>>,
    /// The place of the chosen one.
    pub chosen: usize,
    /// A slide is chosen.
    pub on_choose: Callback<u32>,
}

/// The slides in order.
#[component]
pub fn SlideList(props: &SlideListProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let dragged = use_state_eq(|| None::<u32>);
    let moved = use_mut_ref(|| None::<u32>);
    // A slide that was moved by a key keeps the focus, for the next key.
    {
        let moved = moved.clone();
        use_effect_with(props.slides.clone(), move |_| {
            if let Some(id) = moved.borrow_mut().take() {
                page::focus(&choose_id(id));
            }
        });
    }
    let items = props.slides.iter().zip(&props.charts).enumerate().map(|(at, (slide, chart))| {
        let id = slide.id;
        let on_drag_start = {
            let dragged = dragged.clone();
            move |e: DragEvent| {
                event::carry(&e, &id.to_string());
                dragged.set(Some(id));
            }
        };
        let on_drag_over = {
            let dragged = dragged.clone();
            move |e: DragEvent| {
                if dragged.is_some() {
                    e.prevent_default();
                }
            }
        };
        let on_drop = {
            let (dragged, dispatch) = (dragged.clone(), ctx.dispatch.clone());
            move |e: DragEvent| {
                if let Some(moved) = *dragged {
                    e.prevent_default();
                    dragged.set(None);
                    dispatch.emit(Action::Deck(DeckAction::Move(moved, at)));
                }
            }
        };
        let on_choose = props.on_choose.reform(move |_: MouseEvent| id);
        let current = at == props.chosen;
        let title =
            if slide.headline.is_empty() { chart.heading(ctx.lang).title } else { slide.headline.clone() };
        html! {
            <li key={id} class={classes!("deck-item", current.then_some("deck-item-chosen"))} draggable="true"
                ondragstart={on_drag_start} ondragover={on_drag_over} ondrop={on_drop}>
                <button type="button" id={choose_id(id)} class="deck-choose" aria-current={current.then_some("true")}
                    title={texts.keys} onclick={on_choose} onkeydown={on_key(&ctx, &moved, id, at)}>
                    <span class="deck-number">{ at + 1 }</span>
                    <span class="deck-title">{ title }</span>
                </button>
                if current { { buttons(&ctx, texts, id, at, props.slides.len()) } }
            </li>
        }
    });
    html! { <><ol class="deck-list">{ for items }</ol><p class="deck-keys">{ texts.keys }</p></> }
}

fn choose_id(id: u32) -> String {
    format!("slide-{id}")
}

/// Alt with an arrow key moves the slide; Delete takes it out.
fn on_key(ctx: &Ctx, moved: &Rc<RefCell<Option<u32>>>, id: u32, at: usize) -> Callback<KeyboardEvent> {
    let (dispatch, moved) = (ctx.dispatch.clone(), moved.clone());
    Callback::from(move |e: KeyboardEvent| {
        let action = match (e.key().as_str(), e.alt_key()) {
            ("ArrowUp", true) => DeckAction::Move(id, at.saturating_sub(1)),
            ("ArrowDown", true) => DeckAction::Move(id, at + 1),
            ("Delete", false) => DeckAction::Remove(id),
            _ => return,
        };
        e.prevent_default();
        *moved.borrow_mut() = Some(id);
        dispatch.emit(Action::Deck(action));
    })
}

fn buttons(ctx: &Ctx, texts: &DeckTexts, id: u32, at: usize, count: usize) -> Html {
    let button = |sign: Icon, label: &'static str, action: DeckAction, disabled: bool| {
        let on_click = ctx.send(move |_: MouseEvent| Action::Deck(action.clone()));
        html! {
            <button type="button" class="icon-button" title={label} aria-label={label} {disabled} onclick={on_click}>
                { icon(sign) }
            </button>
        }
    };
    html! {
        <span class="deck-item-buttons">
            { button(Icon::Up, texts.up, DeckAction::Move(id, at.saturating_sub(1)), at == 0) }
            { button(Icon::Down, texts.down, DeckAction::Move(id, at + 1), at + 1 == count) }
            { button(Icon::Close, texts.remove, DeckAction::Remove(id), false) }
        </span>
    }
}
