//! Changes of a scheme: each takes one and gives the changed copy, or `None` where it makes no sense (an unknown id,
//! a number that is negative or not finite).

mod points;
mod rules;

pub use points::{
    criterion, normalise, split_equally, with_band, with_function, with_points, with_points_of,
};
pub use rules::{rule_marks, thresholds, with_confirmation, with_rule, with_rule_marks, with_threshold};
