//! Doing something a little later, and long work bit by bit.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::{Interval, Timeout};

/// Something that will be done; dropping it cancels it.
pub struct Later(#[expect(dead_code, reason = "held for its Drop")] Timeout);

/// Does something after so many milliseconds.
pub fn later(milliseconds: u32, work: impl FnOnce() + 'static) -> Later {
    Later(Timeout::new(milliseconds, work))
}

/// Something that is done again and again; dropping it ends it.
pub struct Again(#[expect(dead_code, reason = "held for its Drop")] Interval);

/// Does something every so many milliseconds.
pub fn every(milliseconds: u32, work: impl Fn() + 'static) -> Again {
    Again(Interval::new(milliseconds, work))
}

/// How long work goes on before the page may draw and answer, in milliseconds.
const SLICE_MS: f64 = 12.0;

/// Work that goes on bit by bit; dropping it stops it.
pub struct Bits(Rc<RefCell<Option<Timeout>>>);

impl Drop for Bits {
    fn drop(&mut self) {
        self.0.borrow_mut().take();
    }
}

/// Calls `work` again and again until it says that nothing is left (false). In between the page stays alive, and
/// `on_pause` is told. A call of `work` should take some milliseconds at most.
pub fn bit_by_bit(work: impl FnMut() -> bool + 'static, on_pause: impl Fn() + 'static) -> Bits {
    let next = Rc::new(RefCell::new(None));
    go_on(next.clone(), Box::new(work), Box::new(on_pause));
    Bits(next)
}

fn go_on(next: Rc<RefCell<Option<Timeout>>>, mut work: Box<dyn FnMut() -> bool>, on_pause: Box<dyn Fn()>) {
    let place = next.clone();
    let timeout = Timeout::new(0, move || {
        let start = now();
        while work() {
            if now() - start > SLICE_MS {
                on_pause();
                // Stopped meanwhile: the place is empty.
                if place.borrow().is_some() {
                    go_on(place.clone(), work, on_pause);
                }
                return;
            }
        }
    });
    *next.borrow_mut() = Some(timeout);
}

/// Milliseconds since 1970.
pub fn since_1970() -> f64 {
    js_sys::Date::now()
}

/// A moment as month, day, hour and minute on this computer's clock: 11-23 08:05.
pub fn day_and_minute(since_1970: f64) -> String {
    let date = js_sys::Date::new(&since_1970.into());
    let (month, day) = (date.get_month() + 1, date.get_date());
    format!("{month:02}-{day:02} {:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// A word that no other tab has.
pub fn unique() -> String {
    format!("{:x}-{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// Milliseconds since the page was opened; 0 where the browser has no such clock.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
