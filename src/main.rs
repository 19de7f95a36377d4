//! The page: mounts the screen. Everything else is in the library.

fn main() {
    faheng::ui::mount();
}
