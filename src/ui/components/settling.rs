//! What keys move has settled a moment after the last press, or when the control is left: presses in a row are one
//! step, as a drag is.

use std::{cell::Cell, cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::browser::timer::{Later, later};

/// How long after the last press, in milliseconds.
const PAUSE_MS: u32 = 700;

/// The end of a movement that waits.
#[derive(Clone)]
pub struct Settling {
    waiting: Rc<RefCell<Option<Later>>>,
    by_key: Rc<Cell<bool>>,
    on_settle: Callback<()>,
}

impl Settling {
    /// Settles a moment after the last call of this.
    pub fn soon(&self) {
        let settling = self.clone();
        *self.waiting.borrow_mut() = Some(later(PAUSE_MS, move || settling.now()));
    }

    /// Settles now, where something waits.
    pub fn now(&self) {
        if self.waiting.borrow_mut().take().is_some() {
            self.on_settle.emit(());
        }
    }

    /// Hears keys, so that [`Self::finish`] knows who moves.
    pub fn on_key(&self) -> Callback<KeyboardEvent> {
        let by_key = self.by_key.clone();
        Callback::from(move |_| by_key.set(true))
    }

    /// Hears the pointer.
    pub fn on_pointer(&self) -> Callback<PointerEvent> {
        let by_key = self.by_key.clone();
        Callback::from(move |_| by_key.set(false))
    }

    /// A movement of a control has ended: it settles at once where a pointer made it, a moment later where keys did.
    pub fn finish(&self) {
        self.soon();
        if !self.by_key.get() {
            self.now();
        }
    }

    /// Hears that the control is left.
    pub fn on_leave(&self) -> Callback<FocusEvent> {
        let settling = self.clone();
        Callback::from(move |_| settling.now())
    }
}

/// The end of a control's movements.
#[hook]
pub fn use_settling(on_settle: &Callback<()>) -> Settling {
    let waiting = use_mut_ref(|| None);
    let by_key = use_memo((), |()| Rc::new(Cell::new(false)));
    Settling { waiting, by_key: (*by_key).clone(), on_settle: on_settle.clone() }
}
