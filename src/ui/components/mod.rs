//! What several screens use.

mod chart_figure;
mod chart_menu;
mod chart_stage;
mod chart_table;
mod checklist;
mod choice;
mod icon;
mod menu;
mod number_field;
mod print_twin;
mod rules_toggle;
mod search_field;
mod settling;
mod span_fields;
mod text_field;
mod window;

pub use chart_figure::ChartFigure;
pub use chart_stage::ChartStage;
pub use checklist::{Checklist, ChecklistEntry};
pub use choice::Choice;
pub use icon::{Icon, icon};
pub use menu::{Menu, MenuEntry};
pub use number_field::NumberField;
pub use rules_toggle::rules_toggle;
pub use search_field::SearchField;
pub use settling::use_settling;
pub use span_fields::SpanFields;
pub use text_field::TextField;
pub use window::{MARGIN_PX, use_sight, use_window};
