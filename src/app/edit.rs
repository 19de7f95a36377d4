//! Changes of a scheme: each takes one and gives the changed copy, or `None` where it makes no sense (an unknown id,
//! a number that is negative or not finite).

mod balance;
mod points;
mod rules;

pub use balance::{with_border, with_points_held};
pub use points::{
    criterion, normalise, split_equally, with_band, with_function, with_points, with_points_of,
};
pub use rules::{rule_marks, thresholds, with_confirmation, with_rule, with_rule_marks, with_threshold};
