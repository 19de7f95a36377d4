//! Doing something a little later.

use gloo::timers::callback::Timeout;

/// Something that will be done; dropping it cancels it.
pub struct Later(#[expect(dead_code, reason = "held for its Drop")] Timeout);

/// Does something after so many milliseconds.
pub fn later(milliseconds: u32, work: impl FnOnce() + 'static) -> Later {
    Later(Timeout::new(milliseconds, work))
}
