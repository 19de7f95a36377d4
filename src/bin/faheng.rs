//! The headless twin of the page.
fn main() {}
